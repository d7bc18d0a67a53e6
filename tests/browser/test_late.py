"""What was chosen counts for what is sent next, however slow the line is."""

from __future__ import annotations

import asyncio
import re

from playwright.async_api import Locator, Route, expect

from tests.browser.conftest import Visit
from tests.browser.contracts import Gemini, HuggingFace
from tests.browser.face import PICTURE_MS, PREDICT, Face
from tests.browser.server import Server


def control(face: Face, name: str) -> Locator:
    """A field of the image settings."""
    return face.page.locator(f"#control-{name} input")


async def test_menus_and_settings_hold_though_word_of_them_is_late(
    visit: Visit, keyed: Server, gemini: Gemini, huggingface: HuggingFace
) -> None:
    face, late, held = await visit(keyed), asyncio.Event(), asyncio.Event()

    async def delayed(route: Route) -> None:
        held.set()
        await late.wait()
        await route.continue_()

    await face.listed()
    await face.page.route(PREDICT, delayed)
    await face.pick("chat-model", "Gemini 2.5 Flash")
    await face.pick("style", "Watercolor")
    await face.page.locator("#controls > button").click()
    await control(face, "seed").fill("4711")
    await face.say("/imagine a cat")
    await expect(face.picture).to_be_visible(timeout=PICTURE_MS)
    assert held.is_set()
    assert not late.is_set()
    assert "/models/gemini-2.5-flash:" in gemini.asked[-1].path
    assert "watercolor" in huggingface.asked[-1].json["prompt"].lower()
    assert huggingface.asked[-1].json["seed"] == 4711
    late.set()
    await face.page.unroute_all(behavior="wait")
    await face.painted()


async def test_a_page_that_is_still_opening_changes_nothing(
    visit: Visit, keyed: Server, gemini: Gemini, huggingface: HuggingFace
) -> None:
    face, late = await visit(keyed), asyncio.Event()

    async def delayed(route: Route) -> None:
        await late.wait()
        await route.continue_()

    await face.choose("style", "Watercolor")
    await face.page.route(PREDICT, delayed)
    await face.page.reload()
    await expect(face.box).to_be_visible()
    await face.say("/imagine a cat")
    await expect(face.picture).to_be_visible(timeout=PICTURE_MS)
    assert "watercolor" in huggingface.asked[-1].json["prompt"].lower()
    late.set()
    await face.page.unroute_all(behavior="wait")
    await face.painted()
    await expect(face.page.locator("#style input")).to_have_value(re.compile("Watercolor"))
