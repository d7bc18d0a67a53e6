"""A prompt that is shown before it is painted: nothing is paid for until the person says so."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import replace

import pytest

from imaginario.chat import Choices, Session
from imaginario.commands._proposals import proposed
from imaginario.commands.base import Invocation
from imaginario.errors import EngineFailed, NothingProposed, StudioError
from imaginario.events import Adjusted, Done, Failed, Note, PromptReady, Proposed, Saved, TurnEvent
from imaginario.i18n import LANGUAGES, Translator
from imaginario.painting import Order
from imaginario.present import Transcript, reduce
from imaginario.studio import Studio
from tests.faces.fakes import Script, png


def session(*, ask_first: bool = False) -> Session:
    """A fresh conversation."""
    return Session(owner="ana", choices=Choices(language="pt-BR", ask_first=ask_first))


async def said(studio: Studio, before: Session, text: str) -> tuple[list[TurnEvent], Session]:
    """All events of a turn, and the conversation after it."""
    work: AsyncGenerator[TurnEvent, None] = studio.turn(text, before, images=())
    async with aclosing(work) as stream:
        events = [event async for event in stream]
    assert isinstance(events[-1], Done)
    return events, events[-1].session


def recipe(events: list[TurnEvent]) -> dict:
    """The recipe of the one picture that was saved."""
    (saved,) = [event for event in events if isinstance(event, Saved)]
    return dict(saved.recipe)


def failure(events: list[TurnEvent]) -> StudioError:
    """What a turn failed with."""
    (failed,) = [event for event in events if isinstance(event, Failed)]
    return failed.error


@pytest.mark.parametrize("option", ["--ask", "--perguntar", "--preguntar", "--先看"])
async def test_nothing_is_painted_before_it_is_agreed_to(studio: Studio, script: Script, option: str) -> None:
    events, after = await said(studio, session(), f"/imagine um gato --steps 9 {option}")
    assert script.requests == []
    assert not any(isinstance(event, Saved) for event in events)
    (told_of,) = [event for event in events if isinstance(event, Proposed)]
    assert (told_of.engine, told_of.model) == ("fake", "fake-1")
    assert told_of.order.draft.prompt == "A cat on the moon"
    assert after.proposed == told_of.order
    (told,) = [event for event in events if isinstance(event, Adjusted)]
    assert told.asked == {"num_inference_steps": 9}
    assert told.ignored == ("num_inference_steps",)
    assert "seed" not in told.sent  # it is drawn when the picture is painted


async def test_paint_paints_what_was_shown_and_asks_no_assistant_again(
    studio: Studio, script: Script
) -> None:
    _, after = await said(studio, session(), "/imagine um gato --style oil --seed 7 --size 128x64 --ask")
    events, later = await said(studio, after, "/pintar")
    assert len(script.heard) == 1
    (request,) = script.requests
    assert (request.seed, request.width, request.height) == (7, 128, 64)
    found = recipe(events)
    assert found["idea"] == "um gato"
    assert found["style"] == "oil"
    assert (found["assistant"], found["assistant_model"]) == ("scribe", "scribe-1")
    assert found["draft"]["title"] == "Gato na lua"
    assert later.last_picture is not None
    assert later.proposed is not None  # once more is possible


async def test_an_edited_prompt_and_other_options_are_painted(studio: Studio, script: Script) -> None:
    _, after = await said(studio, session(), "/imagine um gato --seed 7 --no dogs --ask")
    events, _ = await said(studio, after, "/paint a black cat on mars --seed 8")
    (request,) = script.requests
    assert request.prompt == "a black cat on mars"
    assert request.seed == 8
    found = recipe(events)
    assert found["asked"]["negative_prompt"] == "dogs"
    assert found["draft"]["prompt"] == "a black cat on mars"
    assert found["draft"]["prompt_local"] == ""
    assert found["draft"]["title"] == "Gato na lua"


async def test_paint_with_ask_shows_it_once_more(studio: Studio, script: Script) -> None:
    _, after = await said(studio, session(), "/imagine um gato --ask")
    _, later = await said(studio, after, "/paint a black cat --seed 8 --ask")
    assert script.requests == []
    assert (later.proposed.draft.prompt, later.proposed.seed) == ("a black cat", 8)
    events, _ = await said(studio, later, "/paint")
    assert (recipe(events)["prompt"], recipe(events)["assistant"]) == ("a black cat", "scribe")


async def test_a_shape_said_later_takes_the_place_of_the_first(studio: Studio, script: Script) -> None:
    _, after = await said(studio, session(), "/imagine um gato --size 256x128 --ask")
    await said(studio, after, "/paint --ar 1:2")
    (request,) = script.requests
    assert request.width is not None
    assert request.height is not None
    assert request.width < request.height
    _, after = await said(studio, session(), "/imagine um gato --ar 1:2 --ask")
    await said(studio, after, "/paint --size 128x64")
    assert (script.requests[-1].width, script.requests[-1].height) == (128, 64)


@pytest.mark.parametrize(
    ("options", "engine", "model"),
    [
        ({"engine": "builtin"}, "builtin", ""),
        ({"engine": "builtin", "model": "sketch"}, "builtin", "sketch"),
        ({"model": "fake-2"}, "fake", "fake-2"),
        ({"steps": "9"}, "fake", "fake-1"),
    ],
)
def test_another_engine_is_not_asked_for_the_first_ones_model(
    options: dict[str, str], engine: str, model: str
) -> None:
    waiting = Order(idea="um gato", engine="fake", model="fake-1", seed=7)
    line = Invocation(name="paint", text="", options=options, images=())
    order = proposed(line, replace(session(), proposed=waiting))
    assert (order.engine, order.model, order.seed) == (engine, model, 7)


async def test_rewrite_writes_anew_and_waits_again(studio: Studio, script: Script) -> None:
    _, after = await said(studio, session(), "/imagine um gato --style oil --seed 7 --ask")
    events, later = await said(studio, after, "/reescrever um gato preto em marte")
    assert script.requests == []
    assert [messages[-1].text for messages, _ in script.heard] == ["um gato", "um gato preto em marte"]
    assert any(isinstance(event, PromptReady) for event in events)
    assert later.proposed.idea == "um gato preto em marte"
    assert (later.proposed.style, later.proposed.seed) == ("oil", 7)
    _, same = await said(studio, later, "/rewrite")
    assert script.heard[-1][0][-1].text == "um gato preto em marte"
    assert same.proposed.idea == "um gato preto em marte"


async def test_who_wants_to_see_every_prompt_sees_every_prompt(studio: Studio, script: Script) -> None:
    events, after = await said(studio, session(ask_first=True), "/imagine um gato")
    assert any(isinstance(event, Proposed) for event in events)
    assert script.requests == []
    events, _ = await said(studio, after, "/paint")
    assert recipe(events)["idea"] == "um gato"


async def test_ones_own_words_are_not_asked_about(studio: Studio, script: Script) -> None:
    events, after = await said(studio, session(ask_first=True), "/imagine a cat --raw")
    assert recipe(events)["prompt"] == "a cat"
    assert after.proposed is None
    assert script.heard == []


@pytest.mark.parametrize("line", ["/paint", "/paint a cat", "/rewrite", "/rewrite a cat"])
async def test_without_a_proposal_there_is_nothing_to_paint(
    studio: Studio, script: Script, line: str
) -> None:
    events, _ = await said(studio, session(), line)
    error = failure(events)
    assert isinstance(error, NothingProposed)
    for language in LANGUAGES:
        assert all(Translator(language).error(error))
    assert script.requests == script.heard == []


async def test_another_painting_ends_the_wait(studio: Studio) -> None:
    _, after = await said(studio, session(), "/imagine um gato --ask")
    _, chatted = await said(studio, after, "olá")
    assert chatted.proposed == after.proposed
    _, painted = await said(studio, chatted, "/imagine um cão")
    assert painted.proposed is None


async def test_a_failure_loses_nothing(studio: Studio, script: Script) -> None:
    _, after = await said(studio, session(), "/imagine um gato --ask")
    script.failures = [EngineFailed(engine="fake", model="m")]
    events, later = await said(studio, after, "/paint a black cat")
    assert isinstance(failure(events), EngineFailed)
    assert later.proposed.draft.prompt == "a black cat"
    events, _ = await said(studio, later, "/paint")
    assert recipe(events)["prompt"] == "a black cat"


async def test_pictures_that_were_looked_at_are_not_called_unseen(studio: Studio, script: Script) -> None:
    async with aclosing(studio.turn("/imagine like this --ask", session(), images=(png(8, 8),))) as stream:
        (*_, done) = [event async for event in stream]
    assert isinstance(done, Done)
    events, after = await said(studio, done.session, "/paint")
    assert not [event for event in events if isinstance(event, Note)]
    async with aclosing(studio.turn("/rewrite and this", after, images=(png(9, 9),))) as stream:
        _ = [event async for event in stream]
    assert [len(messages[-1].images) for messages, _ in script.heard] == [1, 2]


async def test_an_edit_can_be_seen_first_too(studio: Studio, script: Script) -> None:
    work = studio.turn("/edit make it snow --ask", session(), images=(png(64, 48),))
    async with aclosing(work) as stream:
        events = [event async for event in stream]
    assert script.requests == []
    events, _ = await said(studio, events[-1].session, "/paint")  # type: ignore[union-attr]  # it ends with Done
    (request,) = script.requests
    assert request.image is not None
    assert (request.image.width, request.image.height) == (64, 48)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_transcript_says_that_nothing_is_painted(studio: Studio, language: str) -> None:
    t, shown = Translator(language), Transcript()
    events, _ = await said(studio, session(), "/imagine um gato --ask")
    for event in events:
        shown = reduce(shown, event, t)
    assert shown.proposed is not None
    assert shown.notes[-1].casefold() == t("present.proposed", who="fake (fake-1)").casefold()
