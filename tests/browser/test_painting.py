"""/imagine with both keys: the way from an idea to a downloaded picture, and what may go wrong on it."""

from __future__ import annotations

import re

from playwright.async_api import expect

from imaginario import imaging, pngfile, recipe
from tests.browser.conftest import Visit
from tests.browser.contracts import Gemini, HuggingFace, happens
from tests.browser.face import Face, gallery_file
from tests.browser.server import Server
from tests.contracts.gemini import writes
from tests.contracts.gemini_rules import camel
from tests.contracts.huggingface import black, cold, fails, paints
from tests.contracts.huggingface import says as sends
from tests.contracts.loopback import Gate

DRAFT = {
    "prompt_local": "Um gato de capacete, sentado na lua",
    "prompt": "A cat in a glass helmet, sitting on the cratered moon, blue earthlight",
    "negative_prompt": "blurry",
    "title": "Gato na lua",
    "alt_text": "Um gato de capacete olha a Terra.",
}
RAW = re.compile(r"Traceback|<html|<!doctype|\w+(Error|Exception)\b|\{['\"]|huggingface_hub|__i18n__", re.I)
"""What a person must never read."""


async def test_a_picture_with_two_cold_starts(
    visit: Visit, keyed: Server, gemini: Gemini, huggingface: HuggingFace
) -> None:
    face, gate = await visit(keyed, "pt-BR"), Gate()
    gemini.script(writes(DRAFT).held(gate, at=2))
    huggingface.script("nscale", cold(0.2), cold(0.2), paints())
    await face.say("/imagine um gato na lua --seed 7")
    await happens(gate.reached)
    status = face.easel.locator(".easel-status")
    await expect(face.last).to_contain_text("Um gato")
    gate.open()
    for attempt in (1, 2):
        told = re.escape(face.words["waiting.engine_warming_up"].format(seconds="SECONDS", attempt=attempt))
        await expect(status).to_contain_text(re.compile(told.replace("SECONDS", r"\d+")))
    await face.painted()
    assert len(huggingface.asked) == 3
    assert huggingface.asked[-1].json["prompt"] == DRAFT["prompt"]
    await the_easel_tells_it(face)


async def the_easel_tells_it(face: Face) -> None:
    """Both languages of the prompt, and the facts."""
    easel = face.easel
    for word in (
        DRAFT["prompt_local"],
        DRAFT["prompt"],
        "Hugging Face",
        "FLUX.1-schnell",
        "nscale",
        "1024×1024",
    ):
        await expect(easel).to_contain_text(word)
    await expect(easel.locator("h2")).to_have_text(DRAFT["title"])
    await expect(easel).not_to_contain_text(face.words["label.builtin"])
    await expect(face.picture).to_have_attribute("alt", DRAFT["alt_text"])
    await expect(face.last.locator("img")).to_have_attribute("alt", DRAFT["alt_text"])
    await expect(easel.locator(".easel-facts")).to_contain_text("7")
    await expect(easel.locator(".easel-facts")).to_contain_text(re.compile(r"\d+,\d s"))


async def test_the_download_is_the_original_with_its_recipe(
    visit: Visit, keyed: Server, gemini: Gemini, huggingface: HuggingFace
) -> None:
    face = await visit(keyed, "pt-BR")
    gemini.script(writes(DRAFT))
    await face.say("/imagine um gato na lua --seed 7 --size 512x384")
    picture = await face.painted()
    download = await face.download()
    assert download.suggested_filename == "gato-na-lua-7.png"
    data = (await download.path()).read_bytes()
    assert data == gallery_file(keyed, picture).read_bytes()
    found = recipe.read(pngfile.texts(data))
    assert found
    assert (found["idea"], found["seed"], found["engine"]) == ("um gato na lua", 7, "huggingface")
    assert (found["width"], found["height"]) == (512, 384)
    assert found["draft"]["prompt_local"] == DRAFT["prompt_local"]


FAILURES = {
    "unauthorized": (fails(401, {"error": "Invalid credentials in Authorization header"}), 1, "settings"),
    "out_of_credits": (
        fails(402, {"error": "You have exceeded your monthly included credits"}),
        1,
        "builtin",
    ),
    "forbidden": (fails(403, {"error": "This token lacks permissions"}), 1, "settings"),
    "black_image": (paints(black()), 1, "other_seed"),
    "engine_failed": (sends(b"<html><body>Bad gateway</body></html>"), 1, "retry"),
}


async def test_what_goes_wrong_is_said_in_words_with_a_way_out(
    visit: Visit, keyed: Server, huggingface: HuggingFace
) -> None:
    face = await visit(keyed, "zh-CN")
    for turn, (code, (reply, times, way_out)) in enumerate(FAILURES.items(), 1):
        huggingface.script("nscale", *[reply] * times)
        await face.tell("/imagine a cat", turn=turn)
        start = face.words[f"errors.{code}"].partition("{detail}")[0].replace("{engine}", "Hugging Face")
        await expect(face.last).to_contain_text(start.strip())
        await expect(face.last).to_contain_text(face.words[f"errors.{code}.cure"].partition("{")[0][:30])
        await expect(face.chip_of(way_out)).to_be_visible()
        await expect(face.questions.last).to_have_text("/imagine a cat")
        assert not RAW.search(await face.text())
    assert "Traceback" not in keyed.log


async def test_a_failed_message_can_be_edited_and_sent_again(
    visit: Visit, keyed: Server, huggingface: HuggingFace
) -> None:
    face = await visit(keyed)
    huggingface.script("nscale", paints(black()))
    await face.tell("/imagine a cat")
    await face.chip("edit")
    await expect(face.box).to_have_value("/imagine a cat")
    await face.chip("other_seed")
    await face.painted()
    await expect(face.answers).to_have_count(1)


async def test_another_one_has_another_seed(visit: Visit, keyed: Server, huggingface: HuggingFace) -> None:
    face = await visit(keyed)
    await face.say("/imagine a cat --seed 7 --size 512x512")
    first = await face.painted()
    await face.chip("new_seed")
    await expect(face.answers).to_have_count(2)
    second = await face.painted()
    assert first != second
    seeds = [exchange.json["seed"] for exchange in huggingface.asked]
    assert seeds[0] == 7
    assert seeds[1] != 7
    assert huggingface.asked[1].json["size"] == huggingface.asked[0].json["size"]


async def test_the_prompt_can_be_edited_and_painted_as_it_stands(
    visit: Visit, keyed: Server, gemini: Gemini, huggingface: HuggingFace
) -> None:
    face = await visit(keyed)
    gemini.script(writes({**DRAFT, "prompt": "A cat — sitting —still— on the moon, --oil"}))
    await face.say("/imagine a cat --seed 7")
    await face.painted()
    await face.chip("edit_prompt")
    await expect(face.box).to_have_value(re.compile("^/imagine A cat"))
    asked = len(gemini.asked)
    await face.box.press("Enter")
    await expect(face.answers).to_have_count(2)
    await face.painted()
    assert len(gemini.asked) == asked
    assert huggingface.asked[-1].json["prompt"] == "A cat — sitting still— on the moon, oil"
    assert huggingface.asked[-1].json["seed"] == 7


async def test_two_pictures_of_one_order_are_both_there(
    visit: Visit, keyed: Server, huggingface: HuggingFace
) -> None:
    face = await visit(keyed)
    await face.say("/imagine a cat --count 2 --size 512x512")
    await face.painted()
    linked = face.last.locator("a:has(img)")
    await expect(linked).to_have_count(2)
    for picture in await linked.all():
        address = await picture.get_attribute("href") or ""
        answer = await face.page.request.get(keyed.url + address)
        assert imaging.opened(await answer.body(), "x").width == 512


async def test_style_and_models_are_those_of_the_menus(
    visit: Visit, keyed: Server, gemini: Gemini, huggingface: HuggingFace
) -> None:
    face = await visit(keyed)
    await face.choose("chat-model", "Gemini 2.5 Flash")
    await face.choose("style", "Watercolor")
    await face.say("/imagine a cat")
    await face.painted()
    assert "/models/gemini-2.5-flash:" in gemini.asked[-1].path
    assert "watercolor" in huggingface.asked[-1].json["prompt"].lower()
    await face.page.reload()
    await face.ready()
    await expect(face.page.locator("#chat-model input")).to_have_value(re.compile("Gemini 2.5 Flash"))
    await expect(face.page.locator("#style input")).to_have_value(re.compile("Watercolor"))


async def test_a_model_of_ones_own_can_be_typed(visit: Visit, keyed: Server, gemini: Gemini) -> None:
    face = await visit(keyed)
    field = face.page.locator("#chat-model input")
    await expect(field).not_to_have_value("")
    await field.fill("gemini-3.6-flash")
    await field.press("Enter")
    await face.tell("hi")
    assert "/models/gemini-3.6-flash:" in gemini.asked[-1].path
    config = camel(gemini.asked[-1].json).get("generationConfig") or {}
    assert "temperature" not in config
