"""The cartoon desk on the page: a photo, several cartoons, sliders; on a phone, too."""

from __future__ import annotations

import pytest
from playwright.async_api import expect

from tests.browser.conftest import Visit
from tests.browser.server import Server
from tests.browser.test_editor import PHONE
from tests.test_pictures import noise


@pytest.mark.parametrize("where", ["desk", "phone"])
async def test_two_cartoons_side_by_side(visit: Visit, plain: Server, where: str) -> None:
    face = await visit(plain, "pt-BR", **(PHONE if where == "phone" else {}))
    await face.page.get_by_role("tab", name=face.words["ui.tab_cartoons"]).click()
    await face.page.locator("#cartoons-go").click()
    await expect(face.page.locator("#cartoons-results [role=alert]")).to_have_text(
        face.words["cartoons.no_photo"]
    )
    photo = [{"name": "foto.png", "mimeType": "image/png", "buffer": noise(160, 120).data}]
    await face.page.locator("#cartoons input[type=file]").set_input_files(photo)  # type: ignore[arg-type]  # a payload
    await expect(face.page.locator(".cartoons-photo")).to_have_js_property("naturalWidth", 160)
    boxes = face.page.locator("#cartoons-makers input")
    for box in (await boxes.all())[2:]:
        await box.set_checked(False)
    await face.page.locator("#cartoons-go").click()
    cards = face.page.locator(".cartoon .compare")
    await expect(cards).to_have_count(2, timeout=60_000)
    await expect(cards.first.locator("img.after")).to_have_js_property("naturalWidth", 160)
    slider = cards.first.get_by_role("slider")
    await slider.focus()
    await slider.press("Home")
    assert await cards.first.evaluate("e => e.style.getPropertyValue('--at')") == "0%"
    await expect(face.page.locator(".cartoon").first).to_contain_text(face.words["makers.builtin"])
    assert await face.overflow() == 0


async def test_a_file_that_is_no_picture_is_said(visit: Visit, plain: Server) -> None:
    face = await visit(plain, "es")
    await face.page.get_by_role("tab", name=face.words["ui.tab_cartoons"]).click()
    broken = [{"name": "roto.png", "mimeType": "image/png", "buffer": b"\x89PNG nothing"}]
    await face.page.locator("#cartoons input[type=file]").set_input_files(broken)  # type: ignore[arg-type]  # a payload
    alert = face.page.locator("#cartoons-photo [role=alert]")
    await expect(alert).to_contain_text(face.words["errors.unusable_image.cure"])
