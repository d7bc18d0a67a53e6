"""The image settings on the page: they come and go with the model, and reach the picture."""

from __future__ import annotations

import pytest
from playwright.async_api import expect

from imaginario import pngfile, recipe
from tests.browser.conftest import Visit
from tests.browser.contracts import HuggingFace
from tests.browser.face import Face, gallery_file
from tests.browser.server import Server


async def unfold(face: Face) -> None:
    await face.page.locator("#controls > button").click()
    await expect(face.page.locator("#control-seed input")).to_be_visible()


async def fill(face: Face, name: str, value: str) -> None:
    """Write into a field and leave it; returns when it is taken."""
    field = face.page.locator(f"#control-{name} input, #control-{name} textarea").first
    async with face.taken():
        await field.fill(value)
        await field.blur()


async def test_settings_reach_the_picture_and_the_honest_line(visit: Visit, plain: Server) -> None:
    face = await visit(plain, "pt-BR")
    await unfold(face)
    for name, value in {"width": "320", "height": "256", "seed": "7", "steps": "12"}.items():
        await fill(face, name, value)
    await face.say("/imagine um gato")
    found = recipe.read(pngfile.texts(gallery_file(plain, await face.painted()).read_bytes()))
    assert found
    assert (found["width"], found["height"], found["seed"]) == (320, 256, 7)
    assert found["asked"]["num_inference_steps"] == 12
    await face.page.reload()
    await face.ready()
    await unfold(face)
    await expect(face.page.locator("#control-width input")).to_have_value("320")
    await face.page.locator("#controls-reset").click()
    await expect(face.page.locator("#control-width input")).to_have_value("")


@pytest.mark.parametrize("language", ["en", "zh-CN"])
async def test_a_number_out_of_range_is_told(visit: Visit, plain: Server, language: str) -> None:
    face = await visit(plain, language)
    await unfold(face)
    await fill(face, "steps", "999")
    said = face.words["settings.out_of_range"].format(name=face.words["ui.steps"], low=1, high=150)
    await expect(face.page.locator("#controls-told [role=alert]")).to_have_text(said)


async def test_fields_come_and_go_with_the_model(
    visit: Visit, keyed: Server, huggingface: HuggingFace
) -> None:
    face = await visit(keyed)
    await face.choose("image-model", face.words["menu.builtin"])
    await unfold(face)
    await expect(face.page.locator("#controls-model")).to_contain_text(face.words["models.builtin"])
    await expect(face.page.locator("#control-guide")).to_be_hidden()
    await expect(face.page.locator("#control-scheduler")).to_be_hidden()
    await expect(face.page.locator("#controls-told")).to_contain_text(face.words["ui.scheduler"])
    await expect(face.page.locator("#control-count")).to_be_visible()


async def test_the_seed_of_a_picture_can_be_kept(visit: Visit, plain: Server) -> None:
    face = await visit(plain)
    await face.say("/imagine a cat --size 256x256 --seed 4711")
    await face.painted()
    await unfold(face)
    await face.page.locator("#seed-again").click()
    await expect(face.page.locator("#control-seed input")).to_have_value("4711")
