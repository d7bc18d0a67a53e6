"""The Gemini assistant: the real SDK against the contract server."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import aclosing
from typing import Any

import pytest

from imaginario import errors
from imaginario.assistants.base import Brief
from imaginario.assistants.gemini import GeminiAssistant
from imaginario.chat import PromptDraft
from imaginario.events import PromptReady, TextDelta
from imaginario.secrets import Secret
from tests.assistants.gemini_kit import CHAT, DRAFT, IDEA, PROMPT, run, sent
from tests.contracts.gemini import (
    GeminiServer,
    quota,
    says,
    silence,
    writes,
)
from tests.contracts.loopback import Gate


@pytest.fixture
async def gemini(gemini_server: GeminiServer) -> AsyncIterator[GeminiAssistant]:
    assistant = GeminiAssistant(secret=Secret(gemini_server.key), request_timeout=20)
    yield assistant
    await assistant.aclose()


# What comes back


async def test_chat_streams_the_words(gemini: GeminiAssistant, gemini_server: GeminiServer) -> None:
    gemini_server.script(says("Olá", ", ", "gato!", thought="hm"))
    events = [e async for e in gemini.stream(IDEA, brief=CHAT)]
    assert events == [TextDelta("Olá"), TextDelta(", "), TextDelta("gato!")]


async def test_a_prompt_is_shown_while_it_is_written_and_ends_in_one_draft(
    gemini: GeminiAssistant, gemini_server: GeminiServer
) -> None:
    gate = Gate()
    gemini_server.script(writes(DRAFT, pieces=12).held(gate, at=2))
    async with aclosing(gemini.stream(IDEA, brief=PROMPT)) as events:
        first = await anext(events)
        assert isinstance(first, TextDelta)
        assert DRAFT["prompt_local"].startswith(first.text)
        gate.open()
        rest = [e async for e in events]
    assert first.text + "".join(e.text for e in rest if isinstance(e, TextDelta)) == DRAFT["prompt_local"]
    assert (
        [e for e in rest if isinstance(e, PromptReady)] == [rest[-1]] == [PromptReady(PromptDraft(**DRAFT))]
    )


async def test_an_english_speaker_sees_the_prompt_itself(
    gemini: GeminiAssistant, gemini_server: GeminiServer
) -> None:
    gemini_server.script(writes({k: v for k, v in DRAFT.items() if k != "prompt_local"}))
    words, (draft,), _ = await run(gemini, brief=Brief(kind="prompt", language="en"))
    assert words == draft.prompt == draft.prompt_local == DRAFT["prompt"]
    assert "prompt_local" not in sent(gemini_server)["generationConfig"]["responseJsonSchema"]["properties"]


async def test_plain_words_where_json_was_asked_are_a_draft(
    gemini: GeminiAssistant, gemini_server: GeminiServer
) -> None:
    gemini_server.script(says("Sure!\n\n", "A cat on the moon, ", "blue light"))
    assert await run(gemini) == (
        "A cat on the moon, blue light",
        [PromptDraft(prompt="A cat on the moon, blue light", prompt_local="A cat on the moon, blue light")],
        None,
    )


async def test_json_in_a_fence_is_a_draft(gemini: GeminiAssistant, gemini_server: GeminiServer) -> None:
    gemini_server.script(says("```json\n", '{"prompt_local": "Um gato", "prompt"', ': "A cat"}\n```'))
    assert await run(gemini) == ("Um gato", [PromptDraft(prompt="A cat", prompt_local="Um gato")], None)


async def test_a_draft_cut_by_the_length_limit_is_used(
    gemini: GeminiAssistant, gemini_server: GeminiServer
) -> None:
    gemini_server.script(says('{"prompt_local": "Um gato", "prompt": "A cat, on the mo', finish="MAX_TOKENS"))
    assert await run(gemini) == ("Um gato", [PromptDraft(prompt="A cat", prompt_local="Um gato")], None)


async def test_the_budget_is_told_and_kept(gemini: GeminiAssistant, gemini_server: GeminiServer) -> None:
    gemini_server.script(writes({**DRAFT, "prompt": "a cat, " * 40 + "end"}))
    _, (draft,), _ = await run(gemini, brief=Brief(kind="prompt", language="es", max_prompt_tokens=20))
    assert draft.prompt == ", ".join(["a cat"] * 6)
    assert "at most 20 tokens" in sent(gemini_server)["systemInstruction"]["parts"][0]["text"]


async def test_a_chat_answer_at_its_limit_ends_in_an_ellipsis(
    gemini: GeminiAssistant, gemini_server: GeminiServer
) -> None:
    gemini_server.script(says("Era uma vez", finish="MAX_TOKENS"))
    assert await run(gemini, brief=CHAT) == ("Era uma vez…", [], None)


async def test_an_unscripted_server_is_good_enough_to_play_with(gemini: GeminiAssistant) -> None:
    words, (draft,), error = await run(gemini)
    assert (words, error) == ("Uma cena com um gato na lua", None)
    assert draft.prompt.startswith("A scene with um gato")


# Models


async def test_models_lists_those_to_talk_to_best_first(gemini: GeminiAssistant) -> None:
    assert [m.id for m in await gemini.models()] == [
        "gemini-3.8-flash",
        "gemini-3.5-flash-lite",
        "gemini-4-hydrogen",
        "gemini-3.6-flash",
        "gemini-4-argon",
        "gemini-2.5-flash",
        "gemini-4-preview-11-2026",
    ]


@pytest.mark.parametrize("again", ["2", "1"], ids=["two tokens in turn", "the same token"])
async def test_a_pager_that_runs_in_circles_ends(
    gemini: GeminiAssistant, gemini_server: GeminiServer, again: str
) -> None:
    def circle(query: dict[str, str]) -> dict[str, Any]:
        token = again if query.get("pageToken") == "1" else "1"
        return {"models": [{"name": "models/gemini-3.8-flash"}], "nextPageToken": token}

    gemini_server.pages = circle
    assert [m.id for m in await gemini.models()] == ["gemini-3.8-flash"]
    assert len(gemini_server.requests) <= 3


async def test_an_empty_page_in_the_middle_hides_nothing(
    gemini: GeminiAssistant, gemini_server: GeminiServer
) -> None:
    def paged(query: dict[str, str]) -> dict[str, Any]:
        return {
            "": {"models": [{"name": "models/gemini-3.8-flash"}], "nextPageToken": "b"},
            "b": {"nextPageToken": "c"},
            "c": {"models": [{"name": "models/gemini-3.6-flash"}]},
        }[query.get("pageToken", "")]

    gemini_server.pages = paged
    assert [m.id for m in await gemini.models()] == ["gemini-3.8-flash", "gemini-3.6-flash"]


async def test_models_fail_like_everything_else(gemini: GeminiAssistant, gemini_server: GeminiServer) -> None:
    gemini_server.script(quota("PerMinute", "5s"))
    with pytest.raises(errors.RateLimited):
        await gemini.models()


def test_the_built_in_list_begins_with_the_default() -> None:
    models = GeminiAssistant(secret=Secret("")).fallback_models()
    assert models[0].id == "gemini-3.8-flash"
    assert all(m.title for m in models)


async def test_check_asks_for_one_model(gemini: GeminiAssistant, gemini_server: GeminiServer) -> None:
    await gemini.check()
    (exchange,) = gemini_server.requests
    assert (exchange.method, exchange.query) == ("GET", "pageSize=1")
    gemini_server.key = "AQ.another-key-now"
    with pytest.raises(errors.Unauthorized):
        await gemini.check()


# Streams that close, clients that stay


@pytest.mark.parametrize("brief", [CHAT, PROMPT], ids=["chat", "prompt"])
async def test_closing_the_generator_hangs_up(
    gemini: GeminiAssistant, gemini_server: GeminiServer, brief: Brief
) -> None:
    reply = says("Olá", " mundo") if brief is CHAT else writes(DRAFT, pieces=3)
    gemini_server.script(reply.held(Gate(), at=1))
    stream = gemini.stream(IDEA, brief=brief)
    await anext(stream)
    assert not gemini_server.requests[0].disconnected.is_set()
    await stream.aclose()
    assert await asyncio.to_thread(gemini_server.requests[0].disconnected.wait, 5)


async def test_cancelling_the_task_hangs_up_before_the_first_byte(
    gemini: GeminiAssistant, gemini_server: GeminiServer
) -> None:
    reply = silence()
    gemini_server.script(reply)
    task = asyncio.create_task(run(gemini))
    assert reply.gate
    assert await asyncio.to_thread(reply.gate.reached.wait, 5)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await asyncio.to_thread(gemini_server.requests[0].disconnected.wait, 5)


async def test_many_at_once_share_one_client(gemini: GeminiAssistant, gemini_server: GeminiServer) -> None:
    gates = [Gate() for _ in range(12)]
    gemini_server.script(*(says("a", "b").held(gate) for gate in gates))
    tasks = [asyncio.create_task(run(gemini, brief=CHAT)) for _ in gates]
    for gate in gates:
        assert await asyncio.to_thread(gate.reached.wait, 5)
        gate.open()
    assert [await task for task in tasks] == [("ab", [], None)] * 12


async def test_after_closing_it_opens_again(gemini: GeminiAssistant) -> None:
    await run(gemini)
    await gemini.aclose()
    assert (await run(gemini))[2] is None


def test_one_assistant_may_serve_one_loop_after_another(gemini_server: GeminiServer) -> None:
    assistant = GeminiAssistant(secret=Secret(gemini_server.key))

    async def once() -> errors.StudioError | None:
        return (await run(assistant))[2]

    assert asyncio.run(once()) is None
    assert asyncio.run(once()) is None


def test_importing_the_module_imports_no_sdk() -> None:
    code = (
        "import sys, imaginario.assistants.gemini\n"
        "print([m for m in sys.modules if m.split('.')[0] in ('google', 'httpx2', 'pydantic')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
