"""A setting that a model does not take is told, once, whether it is refused on the wire or known before."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from imaginario.assistants.base import Brief, PromptAssistant
from imaginario.chat import Choices, Sampling, Session
from imaginario.events import Note
from imaginario.gallery.store import MemoryGallery
from imaginario.i18n import LANGUAGES, Translator
from imaginario.secrets import Secret
from imaginario.settings import Settings
from imaginario.wiring import House
from tests.assistants import huggingface_kit, openai_kit
from tests.assistants.huggingface_kit import DEEPSEEK, IDEA
from tests.contracts.huggingface import HuggingFaceServer
from tests.contracts.openai import OpenAIServer

CHOSEN = Sampling(temperature=0.4, top_p=0.8, top_k=40, max_output_tokens=300)
TOP_K = Note("assistants.ignored.top_k", {"model": DEEPSEEK})


async def notes(assistant: PromptAssistant, brief: Brief) -> list[Note]:
    async with aclosing(assistant.stream(IDEA, brief=brief)) as events:
        return [event async for event in events if isinstance(event, Note)]


def ignored(note: Note) -> str:
    return note.key.removeprefix("assistants.ignored.")


@pytest.mark.parametrize("kind", ["chat", "prompt"])
async def test_hugging_face_tells_of_a_refused_top_k_once(
    kind: str, huggingface_server: HuggingFaceServer
) -> None:
    assistant = huggingface_kit.assistant_of(huggingface_server)
    brief = Brief(kind=kind, model=DEEPSEEK, sampling=CHOSEN)
    assert await notes(assistant, brief) == [TOP_K]
    assert await notes(assistant, brief) == []
    await assistant.aclose()


async def test_nothing_is_told_of_what_nobody_set(huggingface_server: HuggingFaceServer) -> None:
    assistant = huggingface_kit.assistant_of(huggingface_server)
    assert await notes(assistant, Brief(kind="prompt", model=DEEPSEEK)) == []
    await assistant.aclose()


async def test_openai_tells_of_each_number_that_is_refused_or_never_sent(openai_server: OpenAIServer) -> None:
    assistant = openai_kit.assistant_of(openai_server)
    brief = replace(openai_kit.CHAT, sampling=replace(CHOSEN, max_output_tokens=None))
    told = await notes(assistant, brief)
    assert sorted(map(ignored, told)) == ["temperature", "top_k", "top_p"]
    assert {note.values["model"] for note in told} == {brief.model}
    assert await notes(assistant, brief) == []
    await assistant.aclose()


async def test_a_server_that_takes_everything_has_nothing_told(local_server: OpenAIServer) -> None:
    assistant = openai_kit.assistant_of(local_server)
    assert await notes(assistant, Brief(model="gemma4:12b", sampling=CHOSEN)) == []
    await assistant.aclose()


async def test_a_refused_length_limit_is_told_by_its_name(local_server: OpenAIServer) -> None:
    local_server.refuses = {"max_tokens", "response_format"}
    assistant = openai_kit.assistant_of(local_server)
    told = await notes(assistant, Brief(kind="prompt", model="gemma4:12b", sampling=CHOSEN))
    assert list(map(ignored, told)) == ["max_tokens"]
    await assistant.aclose()


@pytest.mark.parametrize("said", ["hello", "/imagine um gato"])
async def test_the_studio_passes_it_on(
    said: str, huggingface_server: HuggingFaceServer, tmp_path: Path
) -> None:
    server = huggingface_server
    told = Settings(data_dir=tmp_path, hf_hub_url=server.url, hf_router_url=server.url)
    house = House(told, environ={}, gallery=MemoryGallery())
    choices = Choices(assistant="huggingface", chat_model=DEEPSEEK, sampling=CHOSEN)
    studio = house.studio({"huggingface": Secret(server.token)})
    seen: list[Any] = []
    async with aclosing(studio.turn(said, Session(owner="me", choices=choices))) as events:
        async for event in events:
            seen.append(event)
            if event == TOP_K:
                break
    assert seen[-1] == TOP_K
    await house.aclose()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["temperature", "top_p", "top_k", "max_tokens"])
def test_it_is_said_with_the_models_name(name: str, language: str) -> None:
    assert "gemma" in Translator(language)(f"assistants.ignored.{name}", model="gemma")


async def test_a_model_that_is_loading_is_still_waited_for() -> None:
    """A note is no delivery: the attempt after it may be made again."""
    from imaginario.errors import EngineUnreachable
    from imaginario.events import TextDelta
    from imaginario.retry import patiently

    attempts = []

    async def attempt() -> AsyncGenerator[Note | TextDelta, None]:
        attempts.append(1)
        yield TOP_K
        if len(attempts) == 1:
            raise EngineUnreachable(engine="huggingface")
        yield TextDelta("hello")

    async def at_once(seconds: float) -> None:
        return

    events = [e async for e in patiently(attempt, sleep=at_once, clock=iter(range(999)).__next__)]
    assert events[-1] == TextDelta("hello")
    assert len(attempts) == 2
