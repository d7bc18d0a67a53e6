"""One contract for every assistant that is found, those that come later included."""

from __future__ import annotations

import asyncio
import inspect
from contextlib import aclosing
from pathlib import Path
from typing import Any

import pytest

from imaginario import errors
from imaginario.assistants.base import Brief, ChatModel, PromptAssistant
from imaginario.chat import Message
from imaginario.events import Note, PromptReady, Repaint, TextDelta
from imaginario.secrets import Secret
from imaginario.settings import Settings
from imaginario.wiring import assistant_kinds
from tests.contracts.anything import KEY, Anything, moved
from tests.plugs import check_declared, check_quiet, given, no_secret, shows_no_key

NAMES = tuple(assistant_kinds())
KEYED = tuple(name for name, kind in assistant_kinds().items() if kind.secret)
KINDS = ("chat", "prompt", "edit")
SAID = (Message("user", "um gato na lua"),)


def kind_of(name: str) -> type[PromptAssistant]:
    return assistant_kinds()[name]


def assistant_of(name: str, server: Anything | None = None) -> PromptAssistant:
    """The assistant as wiring makes it, with the planted key, and this server for its provider."""
    kind = kind_of(name)
    settings = Settings(**moved(kind, server)) if server else Settings()
    return kind(**given(kind, settings, Secret(KEY)))


def brief_for(kind: str, assistant: PromptAssistant) -> Brief:
    """A brief that the assistant would send on: a server that has listed nothing yet needs a model's name."""
    model = assistant.fallback_models()[0].id or "some-model"
    return Brief(kind=kind, language="pt-BR", model=model)


async def drained(assistant: PromptAssistant, kind: str = "chat", said: Any = SAID) -> list[Any]:
    brief = brief_for(kind, assistant)
    async with aclosing(assistant.stream(said, brief=brief)) as events:
        return [event async for event in events]


def test_every_assistant_declares_what_wiring_needs() -> None:
    for name, kind in assistant_kinds().items():
        check_declared(name, kind)
        assert isinstance(kind.sees, bool)
    assert list(assistant_kinds()) == sorted(NAMES, key=lambda n: (kind_of(n).rank, n))


def test_making_one_and_asking_for_its_models_reaches_for_nothing(tmp_path: Path) -> None:
    check_quiet("assistant_kinds", tmp_path)


@pytest.mark.parametrize("name", NAMES)
def test_there_is_always_a_model_to_choose(name: str) -> None:
    models = assistant_of(name).fallback_models()
    assert models
    assert all(isinstance(model, ChatModel) and model.id and model.title for model in models)
    assert len({model.id for model in models}) == len(models)
    assert inspect.isasyncgenfunction(kind_of(name).stream)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", [name for name in NAMES if name not in KEYED])
async def test_what_needs_no_key_answers(name: str, kind: str) -> None:
    events = await drained(assistant_of(name), kind)
    assert all(isinstance(event, TextDelta | PromptReady | Repaint | Note) for event in events)
    drafts = [event for event in events if isinstance(event, PromptReady)]
    assert len(drafts) == (kind != "chat")
    assert drafts == events[-1:] * len(drafts)
    assert "".join(event.text for event in events if isinstance(event, TextDelta)).strip()


@pytest.mark.parametrize("kind", ["prompt", "edit"])
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("said", [(), (Message("user", "  "),)])
async def test_nothing_said_is_refused_before_anybody_is_asked(
    name: str, kind: str, said: Any, anything: Anything
) -> None:
    assistant = assistant_of(name, anything)
    with pytest.raises(errors.EmptyPrompt):
        await drained(assistant, kind, said)
    assert anything.requests == []
    await assistant.aclose()


@pytest.mark.parametrize("name", KEYED)
async def test_without_its_secret_it_says_so_and_asks_nobody(name: str) -> None:
    kind = kind_of(name)
    assistant = kind(**given(kind, Settings(), no_secret(kind)))
    for work in (*(drained(assistant, k) for k in KINDS), assistant.check()):
        with pytest.raises(errors.MissingSecret) as caught:
            await work
        assert caught.value.values["secret"] == kind.secret
    await assistant.aclose()


@pytest.mark.parametrize("name", NAMES)
async def test_a_stream_that_is_never_begun_or_closed_at_once_leaves_nothing(
    name: str, anything: Anything
) -> None:
    assistant = assistant_of(name, anything)
    before = asyncio.all_tasks()
    await assistant.stream(SAID, brief=brief_for("chat", assistant)).aclose()
    assert anything.requests == []
    if name not in KEYED:
        events = assistant.stream(SAID, brief=brief_for("prompt", assistant))
        assert isinstance(await anext(events), TextDelta)
        await events.aclose()
    assert asyncio.all_tasks() == before
    await assistant.aclose()
    await assistant.aclose()


@pytest.mark.parametrize("kind", ["chat", "prompt"])
@pytest.mark.parametrize("name", KEYED)
async def test_whoever_stops_waiting_hangs_up(name: str, kind: str, anything: Anything) -> None:
    assistant = assistant_of(name, anything)
    work = asyncio.create_task(drained(assistant, kind))
    assert await asyncio.to_thread(anything.reached.wait, 20)
    work.cancel()
    with pytest.raises(asyncio.CancelledError):
        await work
    assert await asyncio.to_thread(anything.requests[0].disconnected.wait, 10)
    await assistant.aclose()


@pytest.mark.parametrize("name", NAMES)
def test_a_key_is_not_shown_by_what_holds_it(name: str) -> None:
    shows_no_key(assistant_of(name))


@pytest.mark.parametrize("status", [400, 401, 403, 404, 429, 500, 503])
@pytest.mark.parametrize("name", KEYED)
async def test_a_key_that_a_provider_quotes_is_masked(name: str, status: int, anything: Anything) -> None:
    anything.quotes(KEY, status)
    assistant = assistant_of(name, anything)
    for work in (*(drained(assistant, kind) for kind in KINDS), assistant.models(), assistant.check()):
        with pytest.raises(errors.EngineError) as caught:
            await work
        shows_no_key(caught.value)
    assert anything.requests
    await assistant.aclose()


@pytest.mark.parametrize("name", KEYED)
async def test_a_refused_key_is_seen_by_a_check(name: str, anything: Anything) -> None:
    anything.quotes(KEY, 401)
    assistant = assistant_of(name, anything)
    with pytest.raises(errors.Unauthorized):
        await assistant.check()
    await assistant.aclose()
