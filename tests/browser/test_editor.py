"""The picture editor: only what was painted changes, on a desk and on a phone."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from playwright.async_api import Locator, Page, expect

from tests.browser.conftest import Visit
from tests.browser.face import Face, gallery_file
from tests.browser.server import Server

PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}


def pixels(path: Path) -> np.ndarray:
    return np.asarray(Image.open(path).convert("RGB")).astype(int)


async def opened(face: Face) -> Locator:
    """The editor, with the picture of the easel in it."""
    await face.easel.locator("figure [data-edit]").click()
    editor = face.page.locator("#editor")
    await expect(editor).to_be_visible()
    await expect(editor.locator("img")).to_have_js_property("complete", True)
    return editor


async def stroke(page: Page, canvas: Locator, begin: tuple[float, float], end: tuple[float, float]) -> None:
    """Draw from one place of the canvas to another; places are shares of its sides."""
    box = await canvas.bounding_box()
    assert box
    spots = [(box["x"] + box["width"] * x, box["y"] + box["height"] * y) for x, y in (begin, end)]
    await page.mouse.move(*spots[0])
    await page.mouse.down()
    await page.mouse.move(*spots[1], steps=6)
    await page.mouse.up()


async def painted_anew(face: Face, server: Server, before: str) -> np.ndarray:
    """The pixels of the picture that took the place of another."""
    await expect(face.picture).not_to_have_attribute("src", f"/media/{before}", timeout=60_000)
    return pixels(gallery_file(server, await face.painted()))


@pytest.mark.parametrize("where", ["desk", "phone"])
async def test_only_what_was_painted_over_changes(visit: Visit, plain: Server, where: str) -> None:
    face = await visit(plain, "pt-BR", **(PHONE if where == "phone" else {}))
    await face.say("/imagine um gato na praia --size 512x384 --seed 5")
    first = await face.painted()
    editor = await opened(face)
    await editor.locator("button[data-mode=mask]").click()
    await editor.locator("button[data-tool=rectangle]").click()
    await stroke(face.page, editor.locator("canvas"), (0.05, 0.05), (0.35, 0.45))
    await editor.locator("textarea").fill("um balão vermelho")
    assert await face.overflow() == 0
    await editor.locator(".ed-go").click()
    after = await painted_anew(face, plain, first)
    said = face.questions.last
    await expect(said.locator('img[src*="?as="]')).to_have_count(2)
    for picture in await said.locator("img").all():
        await expect(picture).not_to_have_js_property("naturalWidth", 0)
    await expect(said).not_to_contain_text("--picture")
    before = pixels(gallery_file(plain, first))
    assert after.shape == before.shape == (384, 512, 3)
    changed = np.argwhere((after != before).any(axis=2))
    assert len(changed) > 500
    (top, left), (bottom, right) = changed.min(0), changed.max(0)
    assert min(left / 512, top / 384) > 0.03
    assert right / 512 < 0.37
    assert bottom / 384 < 0.47


async def test_a_picture_grows_and_keeps_its_middle(visit: Visit, plain: Server) -> None:
    face = await visit(plain)
    await face.say("/imagine a lighthouse by the sea --size 384x320 --seed 5")
    first = await face.painted()
    editor = await opened(face)
    await editor.locator("button[data-mode=extend]").click()
    await editor.locator(".ed-go").click()
    await expect(editor.get_by_role("alert")).to_have_text(face.words["editor.need_sides"])
    await editor.locator("[data-side=right]").fill("128")
    await editor.locator(".ed-go").click()
    after = await painted_anew(face, plain, first)
    assert after.shape == (320, 512, 3)
    assert (after[:, :384] == pixels(gallery_file(plain, first))).all()


async def test_a_photo_of_ones_own_becomes_a_cartoon(visit: Visit, plain: Server) -> None:
    ramp = np.linspace(0, 255, 200 * 160 * 3).reshape(160, 200, 3).astype(np.uint8)
    photo = io.BytesIO()
    Image.fromarray(ramp).save(photo, "JPEG", quality=95)
    face = await visit(plain, "es")
    await face.easel.locator("[data-edit]").click()
    editor = face.page.locator("#editor")
    await expect(editor.locator(".ed-empty")).to_be_visible()
    files = [{"name": "foto.jpg", "mimeType": "image/jpeg", "buffer": photo.getvalue()}]
    await editor.locator(".ed-head input[type=file]").set_input_files(files)  # type: ignore[arg-type]  # a payload
    await expect(editor.locator("img")).to_have_js_property("naturalWidth", 200)
    await editor.locator("[data-part=cartoonize]").click()
    picture = await face.painted()
    assert pixels(gallery_file(plain, picture)).shape == (160, 200, 3)
    await expect(face.questions.last).to_have_text("/cartoonize")
    await expect(face.questions.last.locator("img")).to_have_js_property("naturalWidth", 200)


async def test_strokes_can_be_taken_back(visit: Visit, plain: Server) -> None:
    face = await visit(plain)
    await face.say("/imagine a cat --size 256x256")
    await face.painted()
    editor = await opened(face)
    await editor.locator("button[data-mode=mask]").click()
    canvas = editor.locator("canvas")
    seen = "c.getContext('2d').getImageData(0, 0, c.width, c.height).data"
    inked = f"c => {seen}.filter((value, index) => index % 4 === 3 && value).length"
    await stroke(face.page, canvas, (0.2, 0.2), (0.8, 0.8))
    drawn = await canvas.evaluate(inked)
    await editor.get_by_role("button", name=face.words["editor.invert"]).click()
    turned = await canvas.evaluate(inked)
    assert drawn > 500
    assert turned > 256 * 256 - drawn - 2000
    for _ in range(2):
        await editor.get_by_role("button", name=face.words["editor.undo"]).click()
    assert await canvas.evaluate(inked) == 0
    await editor.locator(".ed-go").click()
    await expect(editor.get_by_role("alert")).to_have_text(face.words["editor.need_mask"])
    await face.page.keyboard.press("Escape")
    await expect(editor).to_be_hidden()
