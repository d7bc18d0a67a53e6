"""What was chosen counts for what is sent next, however slow the line is."""

from __future__ import annotations

import asyncio
import re

from playwright.async_api import Locator, Route, expect

from tests.browser.conftest import Visit
from tests.browser.contracts import Gemini, HuggingFace
from tests.browser.face import PICTURE_MS, PREDICT, Face
from tests.browser.server import Server
from tests.contracts.gemini_rules import camel


def control(face: Face, name: str) -> Locator:
    """A field of the image settings."""
    return face.page.locator(f"#control-{name} input")


async def test_menus_and_settings_hold_though_word_of_them_is_late(
    visit: Visit, keyed: Server, gemini: Gemini, huggingface: HuggingFace
) -> None:
    face = await visit(keyed)
    await face.listed()
    line = await face.slow_line()
    await face.pick("chat-model", "Gemini 2.5 Flash")
    await face.pick("style", "Watercolor")
    await face.page.locator("#controls > button").click()
    await control(face, "seed").fill("4711")
    await face.say("/imagine a cat")
    await expect(face.picture).to_be_visible(timeout=PICTURE_MS)
    assert line.waits.is_set()
    assert not line.free
    assert "/models/gemini-2.5-flash:" in gemini.asked[-1].path
    assert "watercolor" in huggingface.asked[-1].json["prompt"].lower()
    assert huggingface.asked[-1].json["seed"] == 4711
    await line.let_go()
    await face.painted()


async def test_a_page_that_is_still_opening_changes_nothing(
    visit: Visit, keyed: Server, gemini: Gemini, huggingface: HuggingFace
) -> None:
    face = await visit(keyed)
    await face.choose("style", "Watercolor")
    line = await face.slow_line()
    await face.page.reload()
    await expect(face.box).to_be_visible()
    await face.say("/imagine a cat")
    await expect(face.picture).to_be_visible(timeout=PICTURE_MS)
    assert "watercolor" in huggingface.asked[-1].json["prompt"].lower()
    await line.let_go()
    await face.painted()
    await expect(face.page.locator("#style input")).to_have_value(re.compile("Watercolor"))


async def test_sampling_holds_though_word_of_it_is_late(visit: Visit, keyed: Server, gemini: Gemini) -> None:
    face = await visit(keyed)
    await face.listed()
    line = await face.slow_line()
    await face.settings()
    await face.page.locator("#temperature input").fill("0.3")
    await face.page.locator("#safety input").click()
    await face.page.get_by_role("option", name=face.words["ui.safety_most"], exact=True).click()
    await face.chat()
    await face.say("hi")
    await expect(face.last).to_contain_text("You said: hi")
    assert line.waits.is_set()
    assert not line.free
    body = camel(gemini.asked[-1].json)
    assert body["generationConfig"]["temperature"] == 0.3
    assert {s["threshold"] for s in body["safetySettings"]} == {"BLOCK_LOW_AND_ABOVE"}
    await line.let_go()
    await face.idle()


async def test_a_model_chosen_before_the_lists_have_come_stays(
    visit: Visit, keyed: Server, gemini: Gemini
) -> None:
    face = await visit(keyed)
    waits, free = asyncio.Event(), asyncio.Event()

    async def hold(route: Route) -> None:
        answer = await route.fetch()
        if "Gemini 2.5 Flash" in await answer.text():
            waits.set()
            await free.wait()
        await route.fulfill(response=answer)

    await face.page.route(PREDICT, hold)
    await face.page.reload()
    await face.ready()
    field = face.page.locator("#chat-model input")
    await expect(field).not_to_have_value("")
    await field.fill("gemini-3.6-flash")
    await field.press("Enter")
    await waits.wait()
    free.set()
    await field.click()
    await expect(face.page.get_by_role("option", name=re.compile("Gemini 2.5 Flash")).first).to_be_attached()
    await field.press("Escape")
    await expect(field).to_have_value("gemini-3.6-flash")
    await face.tell("hi")
    assert "/models/gemini-3.6-flash:" in gemini.asked[-1].path
    await face.page.unroute_all(behavior="wait")
