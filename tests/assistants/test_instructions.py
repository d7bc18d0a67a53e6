"""The system instruction: the right sections, filled in, for every brief."""

from __future__ import annotations

import pytest

from imaginario.assistants import instructions
from imaginario.assistants.base import Brief
from imaginario.chat import Message, Sampling
from imaginario.images import Image

PICTURE = Image(b"x", "image/png", 1, 1)


@pytest.mark.parametrize("kind", ["chat", "prompt", "edit"])
@pytest.mark.parametrize("language", ["en", "pt-BR", "es", "zh-CN", "fr"])
def test_every_placeholder_is_filled(kind: str, language: str) -> None:
    brief = Brief(kind=kind, language=language, style="ink wash, $5 paper", max_prompt_tokens=77)
    text = instructions.system(brief, [Message("user", "a cat", (PICTURE,))])
    assert "$" not in text.replace("$5", "")
    assert "##" not in text


def test_every_section_is_used_by_some_brief() -> None:
    briefs = [
        Brief(),
        Brief(kind="prompt"),
        Brief(kind="prompt", language="es", style="ink", max_prompt_tokens=9),
        Brief(kind="edit"),
        Brief(kind="edit", language="es", style="ink", max_prompt_tokens=9),
        Brief(kind="repaint", masked=True, style="ink"),
    ]
    said = "\n\n".join(instructions.system(b, [Message("user", "x", (PICTURE,))]) for b in briefs)
    for title, body in instructions.sections().items():
        assert body.split("$")[0] in said, title


def test_chat_says_nothing_of_prompts_and_names_the_language() -> None:
    text = instructions.system(Brief(language="pt-BR"))
    assert "Brazilian Portuguese" in text
    assert "/imagine" in text
    assert "JSON" not in text


def test_what_is_not_asked_for_is_not_mentioned() -> None:
    text = instructions.system(Brief(kind="prompt", language="pt-BR"))
    assert "tokens" not in text
    assert "will paint in this style" not in text
    assert "Pictures are attached" not in text


@pytest.mark.parametrize("language", ["en", "pt-BR"])
def test_an_edit_asks_for_an_order_and_for_what_must_stay(language: str) -> None:
    text = instructions.system(Brief(kind="edit", language=language, max_prompt_tokens=77))
    assert "what must stay" in text
    assert "instruction in English" in text or "same instruction in English" in text
    assert "art director" not in text
    assert "at most 77 tokens" in text
    assert "first attached picture" not in text
    assert all(f'"{key}"' in text for key in instructions.keys(Brief(kind="edit", language=language)))


def test_the_picture_to_be_changed_comes_first() -> None:
    pictures = [Message("user", "paint it like this one", (PICTURE, PICTURE))]
    assert "first attached picture is the one to be changed" in instructions.system(
        Brief(kind="edit"), pictures
    )


@pytest.mark.parametrize("kind", ["prompt", "edit"])
def test_an_english_speaker_gets_one_prompt_only(kind: str) -> None:
    brief = Brief(kind=kind, language="en-GB")
    assert "prompt_local" not in instructions.system(brief)
    assert instructions.keys(brief)[0] == "prompt"
    assert list(instructions.schema(brief)["properties"]) == list(instructions.keys(brief))


def test_other_speakers_read_their_own_words_first() -> None:
    assert instructions.keys(Brief(kind="prompt", language="zh-CN"))[:2] == ("prompt_local", "prompt")


def test_the_smaller_budget_counts_and_is_told_in_words() -> None:
    brief = Brief(kind="prompt", max_prompt_tokens=77, sampling=Sampling(max_prompt_tokens=40))
    assert instructions.budget(brief) == 40
    assert "at most 40 tokens, so the English prompt has at most 26 words" in instructions.system(brief)
    assert instructions.budget(Brief()) is None


@pytest.mark.parametrize("language", ["en", "pt-BR"])
def test_a_model_that_takes_no_orders_gets_a_description(language: str) -> None:
    brief = Brief(kind="repaint", language=language, max_prompt_tokens=77, style="ink")
    text = instructions.system(brief, [Message("user", "make it snow", (PICTURE, PICTURE))])
    assert "description of the finished picture" in text
    assert "instruction in English" not in text
    assert "picture in English" in text
    assert "at most 77 tokens" in text
    assert "first attached picture is the one to be changed" in text
    assert "adds these words itself: ink" in text
    assert "Only a part of the picture is marked" not in text
    assert "Only a part of the picture is marked" in instructions.system(Brief(kind="repaint", masked=True))
    assert all(f'"{key}"' in text for key in instructions.keys(brief))
