"""A comparison on the page: pictures side by side under the values they stand for."""

from __future__ import annotations

import pytest
from playwright.async_api import expect

from tests.browser.conftest import Visit
from tests.browser.server import Server

PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}


@pytest.mark.parametrize("where", ["desk", "phone"])
async def test_pictures_are_compared_side_by_side(visit: Visit, plain: Server, where: str) -> None:
    face = await visit(plain, "pt-BR", **(PHONE if where == "phone" else {}))
    await face.say("/comparar uma raposa na floresta --size 256x256 --vary passos=4,50,20")
    await face.painted()
    steps = face.words["params.num_inference_steps"]
    table = face.last.locator("table")
    await expect(table.get_by_text(f"{steps} ")).to_have_text([f"{steps} 4", f"{steps} 50", f"{steps} 20"])
    pictures = table.locator("img")
    await expect(pictures).to_have_count(3)
    boxes = [await picture.bounding_box() for picture in await pictures.all()]
    assert boxes[0]
    assert boxes[1]
    assert abs(boxes[0]["y"] - boxes[1]["y"]) < 4
    assert boxes[1]["x"] > boxes[0]["x"] + boxes[0]["width"] - 4
    assert await face.overflow() <= 0


async def test_what_is_ignored_is_refused_in_words(visit: Visit, plain: Server) -> None:
    face = await visit(plain, "es")
    told = await face.tell("/compare un zorro --vary scheduler=Euler,DDIM")
    said = face.words["errors.no_difference"].replace("{control}", "scheduler")
    assert said.partition("{model}")[2].strip() in told
    assert "steps" in told
    await expect(face.picture).to_have_count(0)
