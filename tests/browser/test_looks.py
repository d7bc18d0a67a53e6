"""Small windows, dark rooms, and people who listen or use the keyboard only."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.async_api import expect

from tests.browser.conftest import Visit
from tests.browser.face import Face
from tests.browser.server import Server

PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}


@pytest.mark.parametrize("language", ["pt-BR", "zh-CN"])
async def test_a_phone_never_scrolls_sideways(visit: Visit, plain: Server, language: str) -> None:
    face = await visit(plain, language, **PHONE)
    await fits(face)
    for button in (face.send, face.page.get_by_test_id("upload-button")):
        box = await button.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 24
    await face.box.press_sequentially("/")
    await expect(face.suggestions.first).to_be_visible()
    await fits(face)
    panel = await face.page.locator("#slash").bounding_box()
    assert panel
    assert panel["x"] >= 0
    assert panel["x"] + panel["width"] <= 390
    await face.suggestions.first.tap()
    await face.box.press_sequentially(f"{'muito' * 30} um gato na lua")
    await face.send.tap()
    await face.painted()
    await fits(face)
    await face.tell("/help", turn=2)
    await fits(face)
    await face.settings()
    await fits(face)
    await face.page.locator("#language").scroll_into_view_if_needed()
    await fits(face)


async def test_on_a_phone_the_menus_are_folded_away_with_the_settings(visit: Visit, plain: Server) -> None:
    face = await visit(plain, "zh-CN", **PHONE)
    fold, menu = face.page.locator("#controls > button"), face.page.locator("#image-model input")
    name = fold.locator("[data-phone]")
    await expect(name).to_have_attribute("data-phone", face.words["labels.phone_controls"])
    await expect(fold).to_have_attribute("aria-expanded", "false")
    await expect(menu).to_be_hidden()
    await expect(face.box).to_be_in_viewport()
    await fold.tap()
    await expect(fold).to_have_attribute("aria-expanded", "true")
    await expect(menu).to_be_visible()
    await fold.tap()
    await expect(menu).to_be_hidden()


async def test_on_a_phone_everything_can_be_tapped(visit: Visit, plain: Server) -> None:
    face = await visit(plain, "pt-BR", **PHONE)
    await face.say("/imagine um gato --size 256x256")
    await face.painted()
    await face.page.locator("#controls > button").click()
    await expect(face.page.locator("#control-seed input")).to_be_visible()
    tabs = face.page.get_by_role("tab")
    await expect(tabs).to_have_count(4)  # none is hidden behind three dots
    for number in range(4):
        await tabs.nth(number).tap()
        await expect(tabs.nth(number)).to_have_attribute("aria-selected", "true")
        assert await face.page.evaluate(TOO_SMALL) == []


TOO_SMALL = """() => [...document.querySelectorAll('button, a[href], summary, input[type=number]')]
    .filter((e) => e.checkVisibility({visibilityProperty: true}) && !e.closest('[aria-hidden=true]'))
    .map((e) => [e, e.getBoundingClientRect()])
    .filter(([e, box]) => box.width > 0 && box.height > 2 && box.height < 43.5 && !e.querySelector('img'))
    .map(([e, box]) => `${e.id || e.className} ${e.innerText} ${box.width}x${box.height}`)"""
"""What is lower than a finger needs."""


async def fits(face: Face) -> None:
    """The page is as wide as its window, and nothing in it sticks out."""
    assert await face.overflow() <= 0


async def test_the_dark_is_dark_and_can_be_read(visit: Visit, plain: Server) -> None:
    face = await visit(plain, color_scheme="dark")
    await expect(face.page.locator("body")).to_have_class("dark")
    assert await brightness(face, "body", "backgroundColor") < 60
    for part in (".head h1", ".head p", "#easel p", "#chat-model input", "#tx textarea"):
        assert await brightness(face, part, "color") > 130
    await face.say("/imagine a cat")
    await face.painted()
    assert await brightness(face, "#easel dd", "color") > 130
    assert await brightness(face, "#easel figure", "backgroundColor") < 60


async def test_by_day_it_is_light(visit: Visit, plain: Server) -> None:
    face = await visit(plain, color_scheme="light")
    assert await brightness(face, "body", "backgroundColor") > 240
    assert await brightness(face, ".head p", "color") < 130


async def brightness(face: Face, selector: str, which: str) -> float:
    """Mean of red, green and blue (0-255) of a part's colour."""
    script = "(e, which) => getComputedStyle(e)[which]"
    found: str = await face.page.locator(selector).first.evaluate(script, which)
    return sum(float(n) for n in found[found.index("(") + 1 : -1].split(",")[:3]) / 3


async def test_headings_and_pictures_are_told_to_who_listens(visit: Visit, plain: Server) -> None:
    face = await visit(plain)
    await expect(face.page.locator("h1")).to_have_count(1)
    await face.say("/imagine a cat on a hill")
    await face.painted()
    await expect(face.page.locator("h1")).to_have_text(["Imaginário"])
    await expect(face.page.locator("main")).to_have_count(1)
    await expect(face.page.get_by_role("log")).to_have_count(1)
    for picture in await face.page.locator("#cb img, #easel img").all():
        assert await picture.get_attribute("alt")
    await expect(face.easel.get_by_role("link", name=face.words["easel.download"])).to_be_visible()
    await expect(face.page.get_by_role("navigation", name=face.words["page.languages"])).to_be_visible()


@pytest.mark.parametrize("tab", ["chat", "settings"])
async def test_everything_that_can_be_used_has_a_name(visit: Visit, plain: Server, tab: str) -> None:
    face = await visit(plain, "pt-BR")
    await (face.settings() if tab == "settings" else face.chat())
    nameless = []
    labels = json.loads(await face.page.evaluate("fetch('/own/labels.json').then((a) => a.text())"))
    foreign = face.page.locator(", ".join(f'[aria-label="{english}"]' for english in labels))
    await expect(foreign).to_have_count(0)
    for role in ("button", "textbox", "combobox", "checkbox", "spinbutton", "link", "tab"):
        for part in await face.page.get_by_role(role).all():  # type: ignore[arg-type]
            snapshot = await part.aria_snapshot()
            if '"' not in snapshot.partition("\n")[0]:
                nameless.append((role, await part.evaluate("e => e.outerHTML.slice(0, 160)")))
    assert nameless == []


async def test_the_keyboard_alone_is_enough(visit: Visit, plain: Server) -> None:
    face = await visit(plain)
    await expect(face.box).to_be_focused()
    await face.page.locator(".head a").first.focus()
    await face.page.keyboard.press("Tab")
    style = await face.page.locator(".head a").nth(1).evaluate("e => getComputedStyle(e).outlineStyle")
    assert style == "solid"
    await face.box.focus()
    await face.page.keyboard.type("/imagine a cat")
    await face.page.keyboard.press("Enter")
    await face.painted()
    await face.page.get_by_role("tab", name=face.words["ui.tab_chat"]).focus()
    for _ in range(3):  # past the cartoons and the lab
        await face.page.keyboard.press("Tab")
    await face.page.keyboard.press("Enter")
    await expect(face.key("gemini", "field")).to_be_visible()
