"""What was chosen counts for what is sent next, however slow the line is."""

from __future__ import annotations

import re

from playwright.async_api import Locator, expect

from tests.browser.conftest import Visit
from tests.browser.contracts import Gemini, HuggingFace
from tests.browser.face import PICTURE_MS, Face
from tests.browser.server import Server


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
