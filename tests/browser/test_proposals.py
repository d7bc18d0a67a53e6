"""The prompt before it is painted: shown, changed, rewritten, and only then paid for."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import Locator, expect

from tests.browser.conftest import Visit
from tests.browser.contracts import Gemini, HuggingFace
from tests.browser.face import Face
from tests.browser.server import Server
from tests.browser.test_painting import DRAFT
from tests.contracts.gemini import writes

PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}


def field(face: Face, name: str) -> Locator:
    """A prompt on the easel, to be changed."""
    return face.easel.locator(f'textarea[data-words="{name}"]')


def button(face: Face, name: str) -> Locator:
    """One of the buttons below it."""
    return face.easel.locator(f'[data-proposal="{name}"]')


async def ticked(face: Face) -> None:
    """Ask to see every prompt first; nothing waits here for the server to have heard of it."""
    await face.page.locator("#ask-first input").check()


@pytest.mark.parametrize("where", ["desk", "phone"])
async def test_a_prompt_is_seen_changed_and_painted(visit: Visit, plain: Server, where: str) -> None:
    face = await visit(plain, "pt-BR", **(PHONE if where == "phone" else {}))
    await ticked(face)
    await face.say("/imagine um gato na praia --size 256x256 --seed 5")
    await expect(field(face, "english")).to_have_value(re.compile("cat"))
    await expect(field(face, "local")).to_have_value(re.compile("gato"))
    await face.idle()
    await expect(face.last).to_contain_text(face.words["present.proposed"].partition(".")[0])
    assert await face.overflow() <= 0
    await field(face, "english").fill("a black dog on the moon --raw")
    await button(face, "paint").click()
    await face.painted()
    await expect(face.easel).to_contain_text("a black dog on the moon raw")
    await expect(face.easel.locator(".easel-facts")).to_contain_text("5")
    await expect(face.questions.last).to_have_text("/paint a black dog on the moon raw")


async def test_changed_words_are_put_into_english_before_they_are_painted(
    visit: Visit, plain: Server
) -> None:
    face = await visit(plain, "es")
    await ticked(face)
    await face.say("/imagine un gato en la playa --size 256x256")
    await face.idle()
    await field(face, "local").fill("un zorro en el bosque")
    await button(face, "paint").click()  # nothing is painted that was not seen
    await expect(field(face, "english")).to_have_value(re.compile("fox"))
    await face.idle()
    await face.chip("paint")
    await face.painted()
    await expect(face.questions.last).to_have_text("/paint")
    await face.page.reload()
    await face.ready()
    await expect(face.page.locator("#ask-first input")).to_be_checked()


async def test_the_provider_is_paid_only_after_the_word(
    visit: Visit, keyed: Server, gemini: Gemini, huggingface: HuggingFace
) -> None:
    face = await visit(keyed)
    await ticked(face)
    gemini.script(writes({**DRAFT, "prompt": "a lighthouse at dusk"}))
    await face.say("/imagine a lighthouse")
    await expect(field(face, "english")).to_have_value("a lighthouse at dusk")
    await face.idle()
    assert huggingface.asked == []
    await face.chip("paint")
    await face.painted()
    assert len(huggingface.asked) == 1
    assert len(gemini.asked) == 1


async def test_a_tick_holds_though_word_of_it_is_late(
    visit: Visit, keyed: Server, gemini: Gemini, huggingface: HuggingFace
) -> None:
    face = await visit(keyed)
    await face.listed()
    line = await face.slow_line()
    await ticked(face)
    gemini.script(writes({**DRAFT, "prompt": "a lighthouse at dusk"}))
    await face.say("/imagine a lighthouse")
    await expect(field(face, "english")).to_have_value("a lighthouse at dusk")
    assert huggingface.asked == []
    await line.let_go()
    await face.idle()


async def test_a_prompt_that_nobody_changed_counts_as_unchanged(
    visit: Visit, keyed: Server, gemini: Gemini, huggingface: HuggingFace
) -> None:
    face = await visit(keyed)
    await ticked(face)
    gemini.script(writes({**DRAFT, "prompt": "a lighthouse –softly lit"}))
    await face.say("/imagine a lighthouse")
    await expect(field(face, "english")).to_have_value("a lighthouse –softly lit")
    await face.idle()
    await button(face, "paint").click()
    await face.painted()
    await expect(face.questions.last).to_have_text("/paint")
    assert len(huggingface.asked) == 1
