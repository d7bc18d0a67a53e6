"""Two pages of one visitor at the same time."""

from __future__ import annotations

from playwright.async_api import expect

from tests.browser.conftest import Visit
from tests.browser.contracts import Gemini, happens
from tests.browser.server import Server
from tests.contracts.gemini import says
from tests.contracts.loopback import Gate


async def test_stop_ends_what_was_begun_on_its_own_page(visit: Visit, keyed: Server, gemini: Gemini) -> None:
    first = await visit(keyed)
    second = await visit(keyed, context=first.page.context)
    gates = Gate(), Gate()
    gemini.script(says("The moon ", "is far.").held(gates[0]), says("The sea ", "is deep.").held(gates[1]))
    await first.say("the moon?")
    await expect(first.last).to_contain_text("The moon")
    await second.say("the sea?")
    await expect(second.last).to_contain_text("The sea")
    moon, sea = gemini.asked[-2:]
    await first.stop.click()
    await happens(moon.disconnected)
    assert not sea.disconnected.is_set()
    gates[1].open()
    await expect(second.last).to_contain_text("The sea is deep.")
    await second.idle()
    await expect(second.answers.first).to_contain_text(second.words["status.stopped"])
