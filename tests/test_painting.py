"""The pipeline: several pictures survive a pause, recipes tell the truth, prompts fit."""

from __future__ import annotations

from collections.abc import AsyncGenerator

import pytest

from imaginario.chat import Choices, Sampling, Session
from imaginario.engines.base import ImageEngine
from imaginario.errors import EngineError, RateLimited
from imaginario.events import Adjusted, EngineEvent, Note, Painted, PromptReady, Saved, TurnEvent
from imaginario.gallery.store import MemoryGallery
from imaginario.images import ImageRequest, ModelCard, Param
from imaginario.painting import Order, Services, imagine
from imaginario.tokens import count
from tests.faces.fakes import FakeAssistant, Script, png

CARD = ModelCard(
    id="only", supports=frozenset({Param.SEED, Param.WIDTH, Param.HEIGHT, Param.NUM_IMAGES_PER_PROMPT}),
    default_size=(64, 64), min_side=16, max_side=512, max_prompt_tokens=75,
)  # fmt: skip


class Breathless(ImageEngine):
    """Paints `at_once` pictures, then wants a pause; without any at all it gives up."""

    name = "breathless"
    title = "Breathless"

    def __init__(self, at_once: int) -> None:
        self.at_once = at_once
        self.asked: list[tuple[int | None, int | None]] = []

    async def models(self) -> tuple[ModelCard, ...]:
        return (CARD,)

    def card(self, model: str) -> ModelCard:
        return CARD

    def fallback_models(self) -> tuple[ModelCard, ...]:
        return (CARD,)

    async def generate(self, request: ImageRequest) -> AsyncGenerator[EngineEvent, None]:
        self.asked.append((request.seed, request.num_images_per_prompt))
        for index in range(request.num_images_per_prompt or 1):
            if index == self.at_once:
                raise RateLimited(engine=self.name, retry_after=1)
            yield Painted(png(16, 16), seed=(request.seed or 0) + index, index=index)


async def painted(
    order: Order, engine: ImageEngine, choices: Choices | None = None, script: Script | None = None
) -> list[TurnEvent]:
    """All events of one order."""
    services = Services(
        assistants={"scribe": FakeAssistant(script or Script())},
        engines={engine.name: engine},
        gallery=MemoryGallery(),
        wait_budget=0,
    )
    session = Session(owner="ana", choices=choices or Choices())
    return [event async for event in imagine(services, order, session)]


async def test_after_a_pause_only_the_missing_pictures_are_asked_for() -> None:
    engine = Breathless(at_once=2)
    events = await painted(Order(idea="a cat", seed=7, count=5), engine)
    saved = [e.recipe for e in events if isinstance(e, Saved)]
    assert [r["seed"] for r in saved] == [7, 8, 9, 10, 11]
    assert [r["sent"]["seed"] for r in saved] == [7, 8, 9, 10, 11]
    assert engine.asked == [(7, 5), (9, 3), (11, 1)]


async def test_an_engine_that_delivers_nothing_ends_the_order() -> None:
    with pytest.raises(EngineError):
        await painted(Order(idea="a cat", count=2), Breathless(at_once=0))


async def test_seeds_stay_in_range() -> None:
    engine = Breathless(at_once=1)
    await painted(Order(idea="a cat", seed=2**32 - 1, count=2), engine)
    assert [seed for seed, _ in engine.asked] == [2**32 - 1, 0]


async def test_what_was_asked_in_vain_is_named() -> None:
    order = Order(idea="a cat", raw=True, style="oil", model="other", steps=30, ratio=(21, 9), seed=1)
    events = await painted(order, Breathless(at_once=9))
    saved = next(e for e in events if isinstance(e, Saved))
    assert set(saved.recipe["ignored"]) == {"style", "model", "num_inference_steps"}
    assert saved.recipe["asked"]["aspect_ratio"] == "21:9"
    assert "style" not in saved.recipe
    assert saved.recipe["prompt"] == "a cat"
    last = [e for e in events if isinstance(e, Adjusted)][-1]
    assert (last.got["width"], last.got["height"]) == (16, 16)


@pytest.mark.parametrize(("wanted", "style"), [(1000, "watercolor"), (None, "watercolor"), (40, "oil")])
async def test_the_prompt_leaves_room_for_its_style(wanted: int | None, style: str) -> None:
    script = Script()
    choices = Choices(style=style, sampling=Sampling(max_prompt_tokens=wanted))
    events = await painted(Order(idea="a cat"), Breathless(at_once=9), choices, script)
    _, brief = script.heard[0]
    draft = next(e.draft for e in events if isinstance(e, PromptReady))
    saved = next(e for e in events if isinstance(e, Saved))
    added = count(saved.recipe["prompt"]) - count(draft.prompt)
    assert brief.max_prompt_tokens is not None
    assert brief.max_prompt_tokens + added <= (wanted if wanted and wanted < 75 else 75) + 1


async def test_a_picture_nobody_looks_at_is_told() -> None:
    events = await painted(Order(idea="a cat", raw=True, images=(png(),)), Breathless(at_once=9))
    assert "painting.not_looked_at" in [e.key for e in events if isinstance(e, Note)]


class Frank(Breathless):
    """Says what it sent and did where that differs from what it was asked."""

    async def generate(self, request: ImageRequest) -> AsyncGenerator[EngineEvent, None]:
        told = {"sent": {"seed": 5}, "got": {"num_inference_steps": 3}, "label": "", "kept": 1}
        yield Painted(png(16, 16), seed=5, details=told)


async def test_what_an_engine_sent_and_did_is_what_is_told() -> None:
    events = await painted(Order(idea="a cat", raw=True, seed=2**32 - 1, steps=9), Frank(1))
    told = [event for event in events if isinstance(event, Adjusted)][-1]
    assert told.asked["seed"] == 2**32 - 1
    assert told.sent["seed"] == told.got["seed"] == 5
    assert told.got["num_inference_steps"] == 3
    recipe = next(event.recipe for event in events if isinstance(event, Saved))
    assert recipe["sent"]["seed"] == 5
    assert recipe["details"] == {"kept": 1, "got": {"num_inference_steps": 3}}
