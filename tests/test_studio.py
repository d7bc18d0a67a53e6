"""The studio: a turn as events, errors included, and what the conversation remembers of it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from pathlib import Path
from typing import Any

import pytest

from imaginario import imaging, pngfile, recipe, styles
from imaginario.chat import Choices, Message, PromptDraft, Sampling, Session
from imaginario.errors import (
    ContentRefused,
    EmptyPrompt,
    EngineWarmingUp,
    InvalidOption,
    MissingSecret,
    PictureNotFound,
    UnknownCommand,
)
from imaginario.events import (
    Adjusted,
    Done,
    Failed,
    Note,
    Painted,
    Progress,
    PromptReady,
    Saved,
    TextDelta,
    TurnEvent,
    Waiting,
    Working,
)
from imaginario.painting import Order
from imaginario.studio import Studio
from imaginario.tokens import count
from tests.faces.fakes import FakeHouse, Script, png

KEY = "AIza" + "SyD4" * 9


@pytest.fixture
def script() -> Script:
    """What the fakes do."""
    return Script()


@pytest.fixture
def house(tmp_path: Path, script: Script) -> FakeHouse:
    """A house with the fakes."""
    return FakeHouse(tmp_path, script, missing={"gemini": "gemini"})


@pytest.fixture
def studio(house: FakeHouse) -> Studio:
    """A studio of that house."""
    return house.studio({})


def session(**choices: Any) -> Session:
    """A fresh conversation."""
    return Session(owner="ana", choices=Choices(**choices))


async def gathered(events: AsyncGenerator[TurnEvent, None]) -> list[TurnEvent]:
    """All events of a turn."""
    async with aclosing(events) as stream:
        return [event async for event in stream]


def kinds(events: Sequence[TurnEvent]) -> list[str]:
    """Names of the events, repeats in a row left out."""
    names = [type(event).__name__ for event in events]
    return [name for name, before in zip(names, ["", *names], strict=False) if name != before]


def last(events: Sequence[TurnEvent]) -> Session:
    """The session a turn ends with."""
    assert isinstance(events[-1], Done)
    return events[-1].session


def failure(events: Sequence[TurnEvent]) -> Exception:
    """What a turn failed with; it ends with that and `Done`."""
    assert isinstance(events[-2], Failed)
    assert isinstance(events[-1], Done)
    return events[-2].error


# --- one order, from the idea to the picture ---


async def test_the_events_of_a_painting_in_order(studio: Studio) -> None:
    events = await gathered(studio.turn("/imagine um gato --seed 7", session(language="pt-BR")))
    assert kinds(events) == [
        "Working", "TextDelta", "PromptReady", "Adjusted", "Working", "Progress", "Adjusted", "Saved", "Done",
    ]  # fmt: skip
    assert [e.name for e in events if isinstance(e, Working)] == ["scribe", "fake"]


async def test_the_picture_carries_its_recipe_and_is_in_the_gallery(studio: Studio, house: FakeHouse) -> None:
    order = Order(idea="um gato", style="oil", negative_prompt="dogs", size=(100, 60), seed=5, steps=3)
    events = await gathered(studio.paint(order, session(language="pt-BR")))
    saved = next(e for e in events if isinstance(e, Saved))
    kept = await house.gallery.get("ana", saved.picture_id)
    told = recipe.read(pngfile.texts(await house.gallery.data(kept)))
    assert told is not None
    assert told["idea"] == "um gato"
    assert told["language"] == "pt-BR"
    assert told["draft"]["prompt"] == "A cat on the moon"
    assert "A cat on the moon" in told["prompt"]
    assert told["prompt"] != "A cat on the moon"  # the style is around it
    assert (told["assistant"], told["assistant_model"], told["engine"], told["model"]) == (
        "scribe", "scribe-1", "fake", "fake-1",
    )  # fmt: skip
    assert (told["seed"], told["width"], told["height"]) == (5, 96, 64)
    assert told["asked"] == {
        "width": 100, "height": 60, "num_inference_steps": 3, "seed": 5, "negative_prompt": "dogs",
    }  # fmt: skip
    assert told["ignored"] == ["negative_prompt", "num_inference_steps"]
    assert set(told["timings"]) == {"writing", "painting"}
    assert last(events).last_picture == saved.picture_id


async def test_a_seed_is_chosen_and_told_where_none_was_asked(studio: Studio, script: Script) -> None:
    events = await gathered(studio.paint(Order(idea="x"), session()))
    seed = script.requests[0].seed
    assert seed is not None
    first, got = [e for e in events if isinstance(e, Adjusted)]
    assert "seed" not in first.asked
    assert first.sent["seed"] == got.got["seed"] == seed


async def test_nothing_asked_nothing_ignored(studio: Studio) -> None:
    events = await gathered(studio.paint(Order(idea="x", style="oil"), session()))
    assert [e.ignored for e in events if isinstance(e, Adjusted)] == [(), ()]


async def test_an_edited_draft_asks_no_assistant(studio: Studio, script: Script) -> None:
    draft = PromptDraft(prompt="A lone tree", prompt_local="Uma árvore")
    events = await gathered(studio.paint(Order(idea="", draft=draft), session()))
    assert script.heard == []
    assert script.requests[0].prompt == "A lone tree"
    assert any(isinstance(e, PromptReady) and e.draft == draft for e in events)


async def test_raw_words_are_painted_as_they_are(studio: Studio, script: Script) -> None:
    await gathered(studio.turn("/imagine just this --raw --style oil", session()))
    assert script.heard == []
    assert script.requests[0].prompt == "just this"


async def test_choices_reach_assistant_and_engine(studio: Studio, script: Script) -> None:
    sampling = Sampling(temperature=0.3, max_prompt_tokens=33)
    await gathered(
        studio.turn(
            "/imagine x",
            session(
                language="es", chat_model="scribe-2", image_model="fake-2", style="oil", sampling=sampling
            ),
        )
    )
    _, brief = script.heard[0]
    assert (brief.kind, brief.language, brief.model, brief.max_prompt_tokens) == (
        "prompt",
        "es",
        "scribe-2",
        33 - count(styles.get("oil").apply("x")) + count("x"),
    )
    assert brief.sampling == sampling
    assert brief.style
    assert script.requests[0].model == "fake-2"


async def test_several_pictures_are_all_saved(studio: Studio, house: FakeHouse) -> None:
    events = await gathered(studio.turn("/imagine x --count 3 --seed 1", session()))
    assert [e.recipe["seed"] for e in events if isinstance(e, Saved)] == [1, 2, 3]
    assert len(await house.gallery.page("ana")) == 3


async def test_notes_of_the_engine_are_passed_on(studio: Studio, script: Script) -> None:
    script.notes = (Note("styles.intro"),)
    assert Note("styles.intro") in await gathered(studio.paint(Order(idea="x"), session()))


async def test_a_jpeg_becomes_a_png_with_its_recipe(studio: Studio, script: Script) -> None:
    small = imaging.preview(png(40, 30).data)
    assert small.mime == "image/jpeg"
    script.picture = lambda request: small
    events = await gathered(studio.paint(Order(idea="x"), session()))
    saved = next(e for e in events if isinstance(e, Saved))
    assert saved.image.mime == "image/png"
    assert recipe.read(pngfile.texts(saved.image.data)) is not None


async def test_a_cold_start_is_waited_for(studio: Studio, script: Script) -> None:
    script.failures = [EngineWarmingUp(engine="fake", model="m", retry_after=0)]
    events = await gathered(studio.paint(Order(idea="x"), session()))
    assert any(isinstance(e, Waiting) and e.reason == "engine_warming_up" for e in events)
    assert any(isinstance(e, Saved) for e in events)


# --- chat ---


async def test_chat_streams_and_is_remembered(studio: Studio, script: Script) -> None:
    events = await gathered(studio.turn("hello", session(language="zh-CN")))
    assert "".join(e.text for e in events if isinstance(e, TextDelta)) == "Um gato na lua"
    after = last(events)
    assert after.history() == (Message("user", "hello"), Message("assistant", "Um gato na lua"))
    await gathered(studio.turn("and?", after))
    messages, brief = script.heard[1]
    assert [m.text for m in messages] == ["hello", "Um gato na lua", "and?"]
    assert (brief.kind, brief.language) == ("chat", "zh-CN")


async def test_attached_pictures_reach_the_assistant(studio: Studio, script: Script) -> None:
    await gathered(studio.turn("", session(), images=[png()]))
    await gathered(studio.turn("/imagine like this", session(), images=[png()]))
    assert [heard[-1].images for heard, _ in script.heard] == [(png(),), (png(),)]


async def test_an_idea_is_painted_in_the_light_of_what_was_said(studio: Studio, script: Script) -> None:
    after = last(await gathered(studio.turn("my cat is blue", session())))
    await gathered(studio.turn("/imagine my cat", after))
    assert [m.text for m in script.heard[1][0]] == ["my cat is blue", "Um gato na lua", "my cat"]


@pytest.mark.parametrize("text", ["/help", "/ajuda", "/styles"])
async def test_lists_are_shown_but_no_model_reads_them(studio: Studio, script: Script, text: str) -> None:
    events = await gathered(studio.turn(text, session(language="pt-BR")))
    after = last(events)
    assert "--style" in "".join(e.text for e in events if isinstance(e, TextDelta))
    assert len(after.messages) == 2
    assert after.history() == ()
    assert script.heard == []


# --- failures ---


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", EmptyPrompt),
        ("   ", EmptyPrompt),
        ("/imagine", EmptyPrompt),
        ("/imagine  --seed 3", EmptyPrompt),
        ("/imagin x", UnknownCommand),
        ("/imagine x --sed 3", InvalidOption),
        ("/imagine x --seed many", InvalidOption),
        ("/imagine x --style cubic", InvalidOption),
        ("/imagine x --engine dali", InvalidOption),
        ("/imagine x --assistant dali", InvalidOption),
        ("/imagine x --assistant gemini", MissingSecret),
    ],
)
async def test_what_cannot_be_understood_is_an_event(
    studio: Studio, script: Script, text: str, kind: type[Exception]
) -> None:
    events = await gathered(studio.turn(text, session()))
    assert isinstance(failure(events), kind)
    assert script.heard == []
    assert script.requests == []


async def test_a_failed_turn_is_shown_but_not_sent_again(studio: Studio, script: Script) -> None:
    script.chat_failures = [ContentRefused(engine="scribe")]
    events = await gathered(studio.turn("bad words", session()))
    assert isinstance(failure(events), ContentRefused)
    after = last(events)
    assert [m.text for m in after.messages] == ["bad words", ""]
    assert after.history() == ()


async def test_a_failed_painting_keeps_the_last_picture(studio: Studio, script: Script) -> None:
    before = last(await gathered(studio.paint(Order(idea="x"), session())))
    script.failures = [ContentRefused(engine="fake")]
    events = await gathered(studio.paint(Order(idea="y"), before))
    assert isinstance(failure(events), ContentRefused)
    assert last(events).last_picture == before.last_picture is not None


async def test_pictures_before_a_failure_are_kept(studio: Studio, script: Script, house: FakeHouse) -> None:
    script.breaks_after = 2
    events = await gathered(studio.turn("/imagine x --count 3", session()))
    assert sum(isinstance(e, Saved) for e in events) == 2
    failure(events)
    assert len(await house.gallery.page("ana")) == 2


async def test_an_assistant_without_a_prompt_is_a_failure(studio: Studio, script: Script) -> None:
    script.prompt = "  "
    assert "no_prompt" in str(failure(await gathered(studio.turn("/imagine x", session()))))
    assert script.requests == []


async def test_what_nobody_foresaw_is_an_event_and_no_key_reaches_the_log(
    studio: Studio, script: Script, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(request: Any) -> Any:
        raise ValueError(f"bad header {KEY}")

    script.picture = broken
    caplog.set_level(logging.DEBUG)
    events = await gathered(studio.turn("/imagine x", session()))
    assert failure(events).values == {"kind": "ValueError"}  # type: ignore[attr-defined]
    assert "ValueError" in caplog.text
    assert KEY not in caplog.text
    assert KEY not in repr(events)


async def test_pictures_of_others_stay_theirs(studio: Studio, house: FakeHouse) -> None:
    events = await gathered(studio.paint(Order(idea="x"), session()))
    saved = next(e for e in events if isinstance(e, Saved))
    with pytest.raises(PictureNotFound):
        await house.gallery.get("bia", saved.picture_id)


# --- stopping ---


@pytest.mark.parametrize("text", ["/imagine x", "hello"])
async def test_closing_the_stream_stops_the_work(studio: Studio, script: Script, text: str) -> None:
    script.hold = True
    events = studio.turn(text, session())

    async def read() -> None:
        async for _ in events:
            pass

    reading = asyncio.create_task(read())
    await asyncio.wait_for(script.holding.wait(), 5)
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading
    assert script.stopped.is_set()


async def test_leaving_in_the_middle_stops_the_work(studio: Studio, script: Script, house: FakeHouse) -> None:
    async with aclosing(studio.turn("/imagine x", session())) as events:
        async for event in events:
            if isinstance(event, Progress):
                break
    assert await house.gallery.page("ana") == []


async def test_a_turn_changes_nobodys_session(studio: Studio) -> None:
    mine = session()
    await asyncio.gather(*(gathered(studio.turn(f"hello {n}", mine)) for n in range(5)))
    assert mine == session()


async def test_events_never_carry_unsaved_pictures_alone(studio: Studio) -> None:
    events = await gathered(studio.paint(Order(idea="x"), session()))
    assert not any(isinstance(e, Painted) for e in events)
