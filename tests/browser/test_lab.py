"""The lab on the page: a control, the pictures as they come, one large, the sheet; on a phone, too."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from PIL import Image as pil
from playwright.async_api import Locator, expect

from imaginario import pngfile, recipe
from tests.browser.conftest import Visit
from tests.browser.contracts import HuggingFace, happens
from tests.browser.face import PICTURE_MS, Face
from tests.browser.server import Server
from tests.browser.test_compare import PHONE
from tests.browser.test_looks import TOO_SMALL
from tests.contracts.huggingface import black, fails, paints
from tests.contracts.loopback import Gate


async def opened(face: Face) -> None:
    """Open the lab; returns once its menus are there."""
    await face.page.get_by_role("tab", name=face.words["ui.tab_lab"]).click()
    await expect(values(face)).not_to_have_value("")


def values(face: Face, box: str = "lab-values") -> Locator:
    """A field of values."""
    return face.page.locator(f"#{box} input, #{box} textarea")


async def choose(face: Face, menu: str, title: str) -> None:
    """Pick a control in a menu of the lab."""
    await face.page.locator(f"#{menu} input").click()
    await face.page.get_by_role("option", name=re.compile(f"^{re.escape(title)}$", re.IGNORECASE)).click()


def cells(face: Face) -> Locator:
    """The pictures that have come."""
    return face.page.locator("#lab-results [data-look]")


@pytest.mark.parametrize("where", ["desk", "phone"])
async def test_two_controls_make_a_grid_that_can_be_carried_away(
    visit: Visit, plain: Server, tmp_path: Path, where: str
) -> None:
    face = await visit(plain, "pt-BR", **(PHONE if where == "phone" else {}))
    await opened(face)
    await face.page.locator("#lab-go").click()
    alert = face.page.locator("#lab-progress [role=alert]")
    await expect(alert).to_have_text(face.words["lab.no_idea"])
    await face.page.locator("#lab-idea textarea").fill("uma raposa na floresta --size 256x256")
    await choose(face, "lab-by", face.words["params.guidance_scale"])
    await expect(face.page.locator("#lab-by-values input, #lab-by-values textarea")).to_have_value(
        "2, 7.5, 15"
    )
    await expect(face.page.locator("#lab-told")).to_contain_text(
        face.words["lab.count"].replace("{count}", "9")
    )
    await face.page.locator("#lab-go").click()
    await expect(cells(face)).to_have_count(9, timeout=PICTURE_MS)
    await expect(cells(face).last.locator("img")).to_have_js_property("naturalWidth", 256)
    heads = face.page.locator(".lab-grid > b")
    steps, guidance = (face.words[f"params.{name}"] for name in ("num_inference_steps", "guidance_scale"))
    await expect(heads).to_have_text(
        [*(f"{steps} {n}" for n in (4, 12, 30)), *(f"{guidance} {n}" for n in (2, 7.5, 15))]
    )
    await expect(face.page.locator("#lab-go")).to_be_enabled()
    await expect(face.page.locator("#lab-stop")).to_be_disabled()
    assert await face.overflow() <= 0
    if where == "phone":
        assert await face.page.evaluate(TOO_SMALL) == []
    async with face.page.expect_download() as waiting:
        await face.page.get_by_text(face.words["easel.sheet"], exact=True).click()
    file = tmp_path / "sheet.png"
    await (await waiting.value).save_as(file)
    found = recipe.read(pngfile.texts(file.read_bytes()))
    assert found
    assert found["details"]["sheet"]["rows"] == ["guidance_scale", ["2", "7.5", "15"]]
    assert pil.open(io.BytesIO(file.read_bytes())).width > 3 * 256


async def test_a_picture_is_seen_large_and_the_next_one_in_its_place(visit: Visit, plain: Server) -> None:
    face = await visit(plain, "zh-CN")
    await opened(face)
    await face.page.locator("#lab-idea textarea").fill("一只狐狸 --size 256x256")
    await face.page.locator("#lab-go").click()
    await expect(cells(face)).to_have_count(3, timeout=PICTURE_MS)
    steps = face.words["params.num_inference_steps"]
    await cells(face).first.click()
    viewer = face.page.get_by_role("dialog")
    await expect(viewer.locator("#viewer-name")).to_have_text(f"{steps} 4")
    await expect(viewer.locator("img")).to_have_js_property("naturalWidth", 256)
    await face.page.keyboard.press("ArrowRight")
    await expect(viewer.locator("#viewer-name")).to_have_text(f"{steps} 12")
    await viewer.get_by_label(face.words["lab.previous"]).click()
    await viewer.get_by_label(face.words["lab.previous"]).click()
    await expect(viewer.locator("#viewer-name")).to_have_text(f"{steps} 30")
    await expect(viewer.locator("#viewer-facts")).to_contain_text(
        face.words["controls.asked"].partition("{")[0]
    )
    await face.page.keyboard.press("Escape")
    await expect(viewer).to_have_count(0)
    await face.page.reload()
    await face.ready()
    await opened(face)
    await expect(cells(face)).to_have_count(3)
    await expect(face.page.locator("#lab-idea textarea")).to_have_value("一只狐狸 --size 256x256")


async def test_the_prompt_of_a_picture_is_one_click_away(visit: Visit, plain: Server) -> None:
    face = await visit(plain, "es")
    await opened(face)
    await face.page.locator("#lab-newest").click()
    await expect(face.page.locator("#lab-told [role=alert]")).to_have_text(face.words["lab.no_picture"])
    await face.chat()
    await face.say("/imagine un zorro --size 256x256 --seed 7 --raw")
    await face.painted()
    await opened(face)
    await face.page.locator("#lab-newest").click()
    await expect(face.page.locator("#lab-idea textarea")).to_have_value("un zorro")
    await expect(face.page.locator("#lab-raw input")).to_be_checked()
    await expect(face.page.locator("#lab-seed input")).to_have_value("7")
    await choose(face, "lab-control", face.words["params.strength"])
    await expect(face.page.locator(".lab-original img")).to_have_js_property("naturalWidth", 256)
    await expect(values(face)).to_have_value("0.2, 0.5, 0.8")
    await face.page.locator("#lab-go").click()
    await expect(cells(face)).to_have_count(3, timeout=PICTURE_MS)


async def test_failures_stand_in_their_places_and_what_is_painted_stays(
    visit: Visit, keyed: Server, huggingface: HuggingFace
) -> None:
    face, gate = await visit(keyed, "pt-BR"), Gate()
    await opened(face)
    await expect(face.page.locator("#lab-told")).to_contain_text("FLUX.1")
    await choose(face, "lab-control", face.words["params.seed"])
    await expect(values(face)).to_have_value("1, 2, 3, 4")
    await face.page.locator("#lab-idea textarea").fill("um gato")
    await face.page.locator("#lab-raw input").check()
    huggingface.script("nscale", paints(black()), paints(), paints().held(gate), fails(402, {}))
    await face.page.locator("#lab-go").click()
    await happens(gate.reached)
    alerts = face.page.locator("#lab-results [role=alert]")
    await expect(alerts).to_have_count(1)
    await expect(alerts).to_contain_text(face.words["errors.black_image.cure"])
    await expect(cells(face)).to_have_count(1)
    await expect(face.page.locator("#lab-progress")).to_contain_text("3/4")
    await expect(face.page.locator("#lab-go")).to_be_disabled()
    gate.open()
    await expect(alerts).to_have_count(2)
    await expect(cells(face)).to_have_count(2)
    await expect(face.page.locator("#lab-go")).to_be_enabled()
    huggingface.script("nscale", paints(), paints().held(Gate()))
    await face.page.locator("#lab-go").click()
    await expect(cells(face)).to_have_count(1)
    await face.page.locator("#lab-stop").click()
    await expect(face.page.locator("#lab-progress")).to_contain_text(face.words["status.stopped"])
    await expect(cells(face)).to_have_count(1)
    await expect(face.page.locator("#lab-go")).to_be_enabled()
