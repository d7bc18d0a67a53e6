"""One contract for every engine that is found, those that come later included."""

from __future__ import annotations

import asyncio
import contextlib
import inspect
from contextlib import aclosing
from dataclasses import replace
from typing import Any

import pytest

from imaginario import errors
from imaginario.engines.base import ImageEngine
from imaginario.events import Painted, Progress, Waiting
from imaginario.i18n import LANGUAGES, catalogue
from imaginario.images import Image, ImageRequest, Margins, ModelCard, Param, Task
from imaginario.secrets import Secret
from imaginario.settings import Settings
from imaginario.wiring import engine_kinds
from tests.contracts.anything import KEY, Anything, moved
from tests.contracts.gemini import oblong
from tests.plugs import check_declared, check_quiet, given, no_secret, shows_no_key, told

NAMES = tuple(engine_kinds())
KEYED = tuple(name for name, kind in engine_kinds().items() if kind.secret)
NEEDS: dict[Task, frozenset[Param]] = {
    Task.TEXT_TO_IMAGE: frozenset(),
    Task.IMAGE_TO_IMAGE: frozenset({Param.IMAGE}),
    Task.INPAINTING: frozenset({Param.IMAGE, Param.MASK_IMAGE}),
    Task.OUTPAINTING: frozenset({Param.IMAGE, Param.OUTPAINT}),
}
"""What a request for a task carries, so a model that does it has to take it."""
PHOTO = Image(oblong(64, 48, (200, 30, 30)), "image/png", 64, 48)
MASK = Image(oblong(64, 48, (255, 255, 255)), "image/png", 64, 48)
ODD = [(1, 1), (300, 200), (768, 768), (1920, 1080), (9, 4000), (64_000, 48_000)]


def kind_of(name: str) -> type[ImageEngine]:
    return engine_kinds()[name]


def engine_of(name: str, server: Anything | None = None) -> ImageEngine:
    """The engine as wiring makes it, with the planted key, and this server for its provider."""
    kind = kind_of(name)
    settings = Settings(**moved(kind, server)) if server else Settings()
    return kind(**given(kind, settings, Secret(KEY)))


def cards_of(name: str) -> list[ModelCard]:
    engine = engine_of(name)
    return [engine.card(""), engine.card("unknown/model"), *engine.fallback_models()]


def request_for(task: Task, model: str = "") -> ImageRequest:
    request = ImageRequest(prompt="a cat on the moon", model=model)
    if task is not Task.TEXT_TO_IMAGE:
        request = replace(request, image=PHOTO)
    if task is Task.INPAINTING:
        request = replace(request, mask_image=MASK)
    if task is Task.OUTPAINTING:
        request = replace(request, outpaint=Margins(right=16))
    return request


def painting(engine: ImageEngine) -> ImageRequest:
    """A request that the engine would send on: a server that has listed nothing yet needs a model's name."""
    return request_for(Task.TEXT_TO_IMAGE, "" if engine.card("").tasks else "some-model")


async def drained(engine: ImageEngine, request: ImageRequest) -> list[Any]:
    async with aclosing(engine.generate(request)) as events:
        return [event async for event in events]


def test_every_engine_declares_what_wiring_needs() -> None:
    for name, kind in engine_kinds().items():
        check_declared(name, kind)
    assert list(engine_kinds()) == sorted(NAMES, key=lambda n: (kind_of(n).rank, n))


def test_making_one_and_asking_for_its_cards_reaches_for_nothing(tmp_path: Any) -> None:
    check_quiet("engine_kinds", tmp_path)


@pytest.mark.parametrize("name", NAMES)
def test_generate_is_an_asynchronous_generator(name: str) -> None:
    assert inspect.isasyncgenfunction(kind_of(name).generate)


@pytest.mark.parametrize("name", NAMES)
def test_a_card_names_what_can_be_done_and_how_large(name: str) -> None:
    for card in cards_of(name):
        assert isinstance(card, ModelCard)
        assert card.id, card
        assert all(isinstance(task, Task) for task in card.tasks), card.id
        assert all(isinstance(param, Param) for param in card.supports), card.id
        assert {str(key) for key in card.defaults} <= {p.value for p in Param}, card.id
        assert 0 < card.min_side <= card.max_side, card.id
        assert card.multiple_of >= 1, card.id
        assert card.max_prompt_tokens is None or card.max_prompt_tokens > 0, card.id


@pytest.mark.parametrize("name", NAMES)
def test_every_listed_model_can_do_something(name: str) -> None:
    engine = engine_of(name)
    cards = engine.fallback_models()
    assert [card.id for card in cards if not card.tasks] == []
    assert len({card.id for card in cards}) == len(cards)
    assert [c.id for c in cards if engine.card(c.id).tasks != c.tasks] == []
    if cards:  # the first of the list is what an unnamed model means
        assert engine.card("").id == cards[0].id


@pytest.mark.parametrize("name", NAMES)
def test_a_size_can_be_painted_whatever_was_asked(name: str) -> None:
    for card in cards_of(name):
        assert card.fitting(*card.default_size) == card.default_size, card.id
        for wide, high in ODD:
            size = card.fitting(wide, high)
            assert all(side % card.multiple_of == 0 for side in size), (card.id, size)
            assert card.fitting(*size) == size, (card.id, size)
            # A list of sizes may know larger ones than a picture to be changed may be.
            assert getattr(card, "sizes", ()) or max(size) <= card.max_side, (card.id, size)
            assert getattr(card, "sizes", ()) or min(size) >= card.min_side, (card.id, size)


@pytest.mark.parametrize("name", NAMES)
def test_a_task_and_what_it_takes_stand_together(name: str) -> None:
    for card in cards_of(name):
        for task in card.tasks:
            assert NEEDS[task] <= card.supports, (card.id, task)
        if Param.MASK_IMAGE in card.supports:
            assert Task.INPAINTING in card.tasks or not card.tasks, card.id
        if Param.OUTPAINT in card.supports:
            assert Task.OUTPAINTING in card.tasks or not card.tasks, card.id
        if Param.IMAGE in card.supports and card.tasks:
            assert card.tasks - {Task.TEXT_TO_IMAGE}, card.id


@pytest.mark.parametrize("name", NAMES)
def test_a_note_is_said_in_every_language(name: str) -> None:
    notes = {card.note for card in cards_of(name) if card.note}
    assert {(n, language) for n in notes for language in LANGUAGES if n not in catalogue(language)} == set()


def lacking() -> list[tuple[str, str, Task]]:
    """Every task that a model named by its id can't do."""
    known = {(name, card.id) for name in NAMES for card in cards_of(name)}
    return sorted((n, i, task) for n, i in known for task in set(Task) - engine_of(n).card(i).tasks)


@pytest.mark.parametrize(("name", "model", "task"), lacking())
async def test_a_task_that_a_model_lacks_is_refused_before_anybody_is_asked(
    name: str, model: str, task: Task, anything: Anything
) -> None:
    engine = engine_of(name, anything)
    with pytest.raises((errors.Unsupported, errors.ModelGone, errors.SetupError)) as caught:
        await drained(engine, request_for(task, model))
    await engine.aclose()
    assert anything.requests == []
    said, cure = told(caught.value)
    assert said
    assert cure


@pytest.mark.parametrize("name", KEYED)
async def test_without_its_secret_it_says_so_and_asks_nobody(name: str) -> None:
    kind = kind_of(name)
    engine = kind(**given(kind, Settings(), no_secret(kind)))
    for work in (drained(engine, request_for(Task.TEXT_TO_IMAGE)), engine.check()):
        with pytest.raises(errors.MissingSecret) as caught:
            await work
        assert caught.value.values["secret"] == kind.secret
    await engine.aclose()


@pytest.mark.parametrize("name", NAMES)
async def test_a_generator_that_is_never_begun_or_closed_at_once_leaves_nothing(
    name: str, anything: Anything
) -> None:
    engine = engine_of(name, anything)
    before = asyncio.all_tasks()
    await engine.generate(request_for(Task.TEXT_TO_IMAGE)).aclose()
    assert anything.requests == []
    if not kind_of(name).secret:
        events = engine.generate(request_for(Task.TEXT_TO_IMAGE))
        with contextlib.suppress(errors.SetupError):  # no model, or no library for it, on this machine
            assert isinstance(await anext(events), Progress | Waiting | Painted)
        await events.aclose()
    assert asyncio.all_tasks() == before
    await engine.aclose()
    await engine.aclose()


@pytest.mark.parametrize("name", KEYED)
async def test_whoever_stops_waiting_hangs_up(name: str, anything: Anything) -> None:
    engine = engine_of(name, anything)
    work = asyncio.create_task(drained(engine, painting(engine)))
    assert await asyncio.to_thread(anything.reached.wait, 20)
    work.cancel()
    with pytest.raises(asyncio.CancelledError):
        await work
    assert await asyncio.to_thread(anything.requests[0].disconnected.wait, 10)
    await engine.aclose()


@pytest.mark.parametrize("name", NAMES)
def test_a_key_is_not_shown_by_what_holds_it(name: str) -> None:
    shows_no_key(engine_of(name))


@pytest.mark.parametrize("status", [400, 401, 403, 404, 429, 500, 503])
@pytest.mark.parametrize("name", KEYED)
async def test_a_key_that_a_provider_quotes_is_masked(name: str, status: int, anything: Anything) -> None:
    anything.quotes(KEY, status)
    engine = engine_of(name, anything)
    with pytest.raises(errors.EngineError) as caught:
        await drained(engine, painting(engine))
    shows_no_key(caught.value)
    for work in (engine.models(), engine.check()):  # which some know, or see, without a good answer
        try:
            await work
        except errors.EngineError as error:
            shows_no_key(error)
    assert anything.requests
    await engine.aclose()


@pytest.mark.parametrize("name", KEYED)
async def test_a_refused_key_is_seen_by_a_check(name: str, anything: Anything) -> None:
    anything.quotes(KEY, 401)
    engine = engine_of(name, anything)
    with pytest.raises(errors.Unauthorized):
        await engine.check()
    await engine.aclose()
