"""The built-in assistant changes the newest picture when it is told to, and answers as ever when not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from imaginario.assistants.base import Brief
from imaginario.assistants.builtin import BuiltinAssistant
from imaginario.chat import Message
from imaginario.engines.builtin import words, writer
from imaginario.engines.builtin.spec import SceneSpec
from imaginario.events import PromptReady, Repaint, TextDelta
from imaginario.images import Image

IDEA = "a red cat wearing a hat on the beach, with a dog"


def picture(idea: str = IDEA, *, spec: bool = True, **fields: Any) -> dict[str, Any]:
    """The recipe of a picture as the studio keeps it."""
    draft = writer.write(words.read(idea), idea=idea)
    recipe: dict[str, Any] = {
        "idea": idea,
        "draft": {"prompt": draft.prompt},
        "prompt": draft.prompt,
        "seed": 7,
    }
    if spec:
        recipe["details"] = {"spec": words.read(draft.prompt).to_dict()}
    return recipe | fields


async def said(
    text: str, recipe: Mapping[str, Any] | None, language: str = "en", images: tuple[Image, ...] = ()
) -> tuple[str, Repaint | None]:
    """The words of an answer and what is to be painted; that comes last."""
    brief = Brief(language=language, picture=recipe)
    events = [e async for e in BuiltinAssistant().stream([Message("user", text, images)], brief=brief)]
    told = "".join(e.text for e in events if isinstance(e, TextDelta))
    wishes = [e for e in events if isinstance(e, Repaint)]
    assert wishes == events[len(events) - len(wishes) :]
    assert len(wishes) < 2
    return told, wishes[0] if wishes else None


def scene(wish: Repaint | None) -> SceneSpec:
    """The scene that a wish's prompt is read as."""
    assert wish is not None
    return words.read(wish.draft.prompt)


@pytest.mark.parametrize(
    ("language", "text", "told", "checked"),
    [
        ("en", "smaller", "small red cat", lambda s: s.subjects[0].size == 0.75),
        ("en", "at night", "at night", lambda s: s.time == "night"),
        ("en", "add a moon", "full moon", lambda s: "moon" in s.sky),
        ("en", "change the style to watercolor", "watercolor", lambda s: s.style == "watercolor"),
        ("en", "remove the dog", "without dog", lambda s: [x.id for x in s.subjects] == ["cat"]),
        ("pt-BR", "menor", "pequeno gato vermelho", lambda s: s.subjects[0].size == 0.75),
        ("pt-BR", "sem nuvens", "sem nuvem", lambda s: s.place == "beach"),
        ("pt-BR", "troque o gato por uma raposa", "no lugar de", lambda s: s.subjects[0].id == "fox"),
        ("pt-BR", "que neve", "com a neve caindo", lambda s: s.weather == ("snowfall",)),
        ("es", "ponle gafas de sol", "gafas de sol", lambda s: s.subjects[0].glasses == "sunglasses"),
        ("es", "quita el sombrero", "gato rojo", lambda s: s.subjects[0].hat is None),
        ("es", "en el espacio", "espacio", lambda s: s.place == "space"),
        ("zh-CN", "晚上", "夜晚", lambda s: s.time == "night"),
        ("zh-CN", "加一只鸟", "鸟", lambda s: "bird" in [x.id for x in s.subjects]),
        ("zh-CN", "换成水彩风格", "水彩", lambda s: s.style == "watercolor"),
    ],
)  # fmt: skip
async def test_an_order_is_told_and_carried_out(language: str, text: str, told: str, checked: Any) -> None:
    answer, wish = await said(text, picture(), language)
    assert told in answer
    assert checked(scene(wish))
    assert wish is not None
    assert (wish.seed, wish.another_seed) == (7, False)
    assert wish.draft.title
    assert (wish.draft.prompt == wish.draft.prompt_local) == (language == "en")


async def test_what_was_not_mentioned_stays() -> None:
    before, (_, wish) = words.read(IDEA), await said("at night", picture())
    after = scene(wish)
    assert (after.subjects, after.place) == (before.subjects, before.place)


@pytest.mark.parametrize(
    ("language", "text"), [("en", "more like this"), ("pt-BR", "outra parecida"), ("zh-CN", "再来一张")]
)
async def test_another_one_like_it_has_another_seed(language: str, text: str) -> None:
    answer, wish = await said(text, picture(), language)
    assert wish is not None
    assert wish.another_seed
    assert scene(wish).subjects == words.read(IDEA).subjects
    assert answer.strip()


async def test_a_picture_of_another_painter_is_read_from_its_prompt() -> None:
    _, wish = await said("at night", picture(spec=False))
    assert [s.id for s in scene(wish).subjects] == ["cat", "dog"]
    _, wish = await said("at night", {"idea": "um gato na lua", "seed": None})
    assert wish is not None
    assert (scene(wish).place, wish.seed) == ("moon", None)
    _, wish = await said("at night", picture(details={"spec": {"colours": 3}}))
    assert [s.id for s in scene(wish).subjects] == ["cat", "dog"]


async def test_the_studios_style_is_kept_or_gives_way() -> None:
    _, wish = await said("at night", picture(style="oil"))
    assert wish is not None
    assert wish.style == "oil"
    assert "illustration" not in wish.draft.prompt
    _, wish = await said("make it a watercolor", picture(style="oil"))
    assert wish is not None
    assert wish.style == "watercolor"


async def test_it_says_what_it_did_not_understand_and_what_is_not_there() -> None:
    answer, wish = await said("remove the xablau, at night", picture())
    assert "xablau" in answer
    assert scene(wish).time == "night"
    answer, wish = await said("make the elephant smaller", picture())
    assert "elephant" in answer
    assert wish is None
    answer, wish = await said("remove the lion", picture())
    assert "lion" in answer
    assert wish is None
    answer, wish = await said("on the beach", picture())
    assert "already" in answer
    assert wish is None


async def test_light_and_colours_of_the_pixels_are_left_to_the_edit_command() -> None:
    answer, wish = await said("sharper", picture())
    assert "/edit sharper" in answer
    assert wish is None


async def test_unknown_things_are_put_into_the_prompt_all_the_same() -> None:
    _, wish = await said("add a xablau", picture())
    assert wish is not None
    assert "a xablau" in wish.draft.prompt


@pytest.mark.parametrize(
    ("language", "hint"),
    [
        ("en", "/imagine a cat"),
        ("pt-BR", "/imagine um gato"),
        ("es", "/imagine un gato"),
        ("zh-CN", "/imagine 海滩"),
    ],
)
async def test_without_a_picture_it_says_how_to_begin(language: str, hint: str) -> None:
    text = {"en": "smaller", "pt-BR": "à noite", "es": "sin nubes", "zh-CN": "小一点"}[language]
    answer, wish = await said(text, None, language)
    assert hint in answer
    assert wish is None


async def test_a_picture_made_from_another_one_is_left_to_the_edit_command() -> None:
    answer, wish = await said("at night", picture(details={"task": "image-to-image"}))
    assert "/edit at night" in answer
    assert wish is None


@pytest.mark.parametrize(
    ("language", "text", "hint"),
    [
        ("en", "what can you draw?", "among them"),
        ("en", "can you draw a dragon?", "/imagine can you draw a dragon?"),
        ("en", "thanks!", "welcome"),
        ("en", "good night", "/imagine"),
        ("pt-BR", "como eu ponho uma chave?", "Configurações"),
        ("pt-BR", "coloque minha chave do gemini", "Configurações"),
        ("es", "¿qué estilos hay?", "Acuarela"),
        ("zh-CN", "你是谁", "AI"),
    ],
)
async def test_talk_is_answered_as_without_a_picture(language: str, text: str, hint: str) -> None:
    answer, wish = await said(text, picture(), language)
    assert hint in answer
    assert wish is None


async def test_with_a_picture_attached_it_is_not_the_newest_that_is_meant() -> None:
    answer, wish = await said("at night", picture(), images=(Image(b"x", "image/png", 1, 1),))
    assert "can't see" in answer
    assert wish is None


@pytest.mark.parametrize("text", ["  tire o cachorro\ne ponha um xablau ", "x" * 300])
async def test_an_instruction_for_an_editing_model_is_passed_on_as_it_was_said(text: str) -> None:
    brief = Brief(kind="edit", language="pt-BR")
    events = [e async for e in BuiltinAssistant().stream([Message("user", text)], brief=brief)]
    ready = events[-1]
    assert isinstance(ready, PromptReady)
    assert ready.draft.prompt == ready.draft.prompt_local == ready.draft.alt_text == " ".join(text.split())
    assert 0 < len(ready.draft.title) <= 60
    assert ready.draft.negative_prompt == ""
