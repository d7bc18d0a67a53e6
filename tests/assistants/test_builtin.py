"""The built-in assistant: drafts that the built-in engine understands, and answers in four languages."""

from __future__ import annotations

import pytest

from imaginario.assistants.base import Brief
from imaginario.assistants.builtin import BuiltinAssistant
from imaginario.chat import Message, PromptDraft
from imaginario.engines.builtin import words
from imaginario.errors import EmptyPrompt
from imaginario.events import PromptReady, TextDelta
from imaginario.images import Image


async def said(text: str, brief: Brief, images: tuple[Image, ...] = ()) -> tuple[str, list[PromptDraft]]:
    """The streamed text and the drafts of one answer."""
    streamed, drafts = "", []
    async for event in BuiltinAssistant().stream([Message("user", text, images)], brief=brief):
        if isinstance(event, TextDelta):
            streamed += event.text
        elif isinstance(event, PromptReady):
            drafts.append(event.draft)
    return streamed, drafts


@pytest.mark.parametrize(
    ("language", "idea"),
    [
        ("pt-BR", "um gato astronauta na lua, aquarela"),
        ("en", "a cat astronaut on the moon, watercolor"),
        ("es", "un gato astronauta en la luna, acuarela"),
        ("zh-CN", "月球上的宇航员猫，水彩"),
    ],
)
async def test_an_idea_becomes_one_draft_in_two_languages(language: str, idea: str) -> None:
    streamed, drafts = await said(idea, Brief(kind="prompt", language=language, max_prompt_tokens=70))
    (draft,) = drafts
    assert streamed.strip() == draft.prompt_local.strip()
    assert (draft.prompt == draft.prompt_local) == (language == "en")
    assert draft.title
    assert draft.alt_text
    scene = words.read(draft.prompt)
    assert [(s.id, s.outfit) for s in scene.subjects] == [("cat", "astronaut")]
    assert (scene.place, scene.style, scene.unknown) == ("moon", "watercolor", ())


async def test_an_empty_idea_is_refused() -> None:
    with pytest.raises(EmptyPrompt):
        await said("  ", Brief(kind="prompt"))


@pytest.mark.parametrize(
    ("language", "text", "hint"),
    [
        ("en", "Hello!", "/imagine"),
        ("pt-BR", "como eu ponho uma chave?", "Configurações"),
        ("es", "¿qué estilos hay?", "Acuarela"),
        ("zh-CN", "你是谁", "AI"),
        ("pt-BR", "gosto muito da minha capivara", "/imagine gosto muito da minha capivara"),
        ("pt-BR", "oi, quero um gato que voa", "/imagine oi, quero um gato que voa"),
        ("en", "can you draw a dragon?", "dragon"),
        ("en", "are you a robot?", "grammar"),
        ("en", "what can you draw?", "among them"),
        ("en", "xyzzy", "/help"),
    ],
)
async def test_chat_is_answered_in_the_persons_language(language: str, text: str, hint: str) -> None:
    streamed, drafts = await said(text, Brief(language=language))
    assert hint in streamed
    assert drafts == []


async def test_it_says_that_it_cannot_see() -> None:
    picture = Image(b"x", "image/png", 1, 1)
    streamed, _ = await said("what is this?", Brief(language="en"), (picture,))
    assert "can't see" in streamed
