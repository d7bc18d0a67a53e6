"""A newcomer without any key: from the first look to a picture on the disk."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import pytest
from playwright.async_api import expect

from imaginario import pngfile, recipe
from tests.browser.conftest import Visit
from tests.browser.contracts import Gemini, HuggingFace
from tests.browser.face import gallery_file
from tests.browser.server import Server
from tests.contracts.huggingface import black, paints

PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
IDEA = "um gato astronauta na lua, aquarela"


async def test_without_a_key_there_is_a_picture_at_once(
    visit: Visit, plain: Server, gemini: Gemini, huggingface: HuggingFace,
    record_property: Callable[[str, object], None],
) -> None:  # fmt: skip
    start = time.monotonic()
    face = await visit(plain, "pt-BR", fresh=True)
    record_property("first_view_seconds", round(time.monotonic() - start, 3))
    await expect(face.easel).to_contain_text(face.words["easel.empty"])
    await expect(face.page.locator("#cb")).to_contain_text(face.words["ui.welcome"].partition("\n")[0][3:])
    for menu in ("chat-model", "image-model"):
        title = re.compile(re.escape(face.words["menu.auto"]).replace(r"\{who\}", ".*embutido"))
        await expect(face.page.locator(f"#{menu} input")).to_have_value(title)
    await face.say(f"/imagine {IDEA}")
    picture = await face.painted()
    label = face.words["label.builtin"]
    await expect(face.easel.locator(".easel-label")).to_have_text(label)
    await expect(face.last).to_contain_text(label)
    await expect(face.picture).not_to_have_attribute("alt", "")
    download = await face.download()
    data = (await download.path()).read_bytes()
    assert data == gallery_file(plain, picture).read_bytes()
    assert "gato" in download.suggested_filename
    assert download.suggested_filename.endswith(".png")
    found = recipe.read(pngfile.texts(data))
    assert found
    assert (found["idea"], found["engine"], found["assistant"]) == (IDEA, "builtin", "builtin")
    assert found["label"]
    assert "cat" in found["prompt"].lower()
    assert gemini.requests == huggingface.requests == []


@pytest.mark.parametrize("where", ["desk", "phone"])
async def test_a_tapped_idea_is_painted(visit: Visit, plain: Server, where: str) -> None:
    face = await visit(plain, "es", **(PHONE if where == "phone" else {}))
    ideas = face.easel.locator("[data-say]")
    await expect(ideas).to_have_count(4)
    for picture in await ideas.locator("img").all():
        await expect(picture).to_have_js_property("naturalWidth", 320)
    idea = face.words["starters.astronaut"]
    await ideas.filter(has_text=idea).click()
    await face.painted()
    await expect(face.questions).to_have_text([f"/imagine {idea}"])
    await expect(face.box).to_have_value("")
    await expect(ideas).to_have_count(0)


_WATCH = """() => {
    const seen = { shown: false };
    const look = () => {
        const bar = document.querySelector("#easel [role=progressbar]");
        if (bar && bar.getBoundingClientRect().width > 0) seen.shown = true;
    };
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
    return seen;
}"""
"""Notes whether a bar was ever there: a picture may be done before anybody asks a second time."""


async def test_a_progress_is_seen_and_ends(visit: Visit, plain: Server) -> None:
    face = await visit(plain)
    seen = await face.page.evaluate_handle(_WATCH)
    await face.say("/imagine a red fox in a forest at night --size 1024x1024")
    await face.painted()
    assert await seen.evaluate("seen => seen.shown")
    await expect(face.easel.get_by_role("progressbar")).to_have_count(0)


async def test_chat_works_without_a_key(visit: Visit, plain: Server) -> None:
    face = await visit(plain)
    assert len(await face.tell("hello, what can you do?")) > 20
    await expect(face.chips).to_have_count(0)


async def test_an_engine_without_its_key_says_so_and_shows_the_way(visit: Visit, plain: Server) -> None:
    face = await visit(plain)
    await face.tell("/imagine a cat --engine huggingface")
    said = face.words["errors.missing_secret"].format(engine="Hugging Face")
    await expect(face.last).to_contain_text(said)
    await face.chip("builtin")
    await face.painted()
    await expect(face.answers).to_have_count(1)
    await face.tell("/imagine a cat --engine huggingface", turn=2)
    await face.chip("settings")
    await expect(face.key("huggingface", "field")).to_be_visible()


async def test_the_built_in_engine_helps_out_when_a_provider_fails(
    visit: Visit, keyed: Server, huggingface: HuggingFace
) -> None:
    face = await visit(keyed)
    huggingface.script("nscale", paints(black()))
    await face.tell("/imagine a cat on a hill")
    await face.chip("builtin")
    await face.painted()
    await expect(face.easel.locator(".easel-label")).to_have_text(face.words["label.builtin"])
    await expect(face.questions).to_have_text(["/imagine a cat on a hill"])
    await face.say("/imagine a dog")
    await expect(face.answers).to_have_count(2)
    await face.painted()
    await expect(face.easel.locator(".easel-facts")).to_contain_text("Hugging Face")
