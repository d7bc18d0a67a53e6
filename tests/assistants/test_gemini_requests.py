"""What the Gemini assistant sends, seen by the contract server."""

from __future__ import annotations

import base64
import logging
from collections.abc import AsyncIterator
from typing import Any

import pytest

from imaginario import errors
from imaginario.assistants.base import Brief
from imaginario.assistants.gemini import FALLBACK, GeminiAssistant
from imaginario.chat import Message, Sampling
from imaginario.images import Image
from imaginario.secrets import Secret
from tests.assistants.gemini_kit import CHAT, DRAFT, run, sent
from tests.contracts.gemini import (
    GeminiServer,
    fades,
    png,
    says,
    starves,
    writes,
)
from tests.contracts.gemini_rules import camel


@pytest.fixture
async def gemini(gemini_server: GeminiServer) -> AsyncIterator[GeminiAssistant]:
    assistant = GeminiAssistant(secret=Secret(gemini_server.key), request_timeout=20)
    yield assistant
    await assistant.aclose()


async def test_only_what_was_chosen_is_sent(gemini: GeminiAssistant, gemini_server: GeminiServer) -> None:
    await run(gemini, brief=CHAT)
    body = sent(gemini_server)
    assert set(body) <= {"contents", "systemInstruction", "generationConfig", "store"}
    assert body.get("generationConfig", {}) == {}
    assert body["store"] is False


async def test_every_choice_reaches_the_wire(gemini: GeminiAssistant, gemini_server: GeminiServer) -> None:
    sampling = Sampling(temperature=0.4, top_p=0.9, top_k=40, max_output_tokens=900)
    await run(gemini, brief=Brief(sampling=sampling))
    config = sent(gemini_server)["generationConfig"]
    assert config == {"temperature": 0.4, "topP": 0.9, "topK": 40, "maxOutputTokens": 900}


@pytest.mark.parametrize(
    ("safety", "threshold"),
    [
        ("off", "OFF"),
        ("few", "BLOCK_ONLY_HIGH"),
        ("some", "BLOCK_MEDIUM_AND_ABOVE"),
        ("most", "BLOCK_LOW_AND_ABOVE"),
    ],
)
async def test_safety_levels(
    gemini: GeminiAssistant, gemini_server: GeminiServer, safety: Any, threshold: str
) -> None:
    await run(gemini, brief=Brief(sampling=Sampling(safety=safety)))
    settings = sent(gemini_server)["safetySettings"]
    assert {s["threshold"] for s in settings} == {threshold}
    assert len({s["category"] for s in settings}) == 4


async def test_a_prompt_asks_for_ordered_json(gemini: GeminiAssistant, gemini_server: GeminiServer) -> None:
    await run(gemini)
    config = sent(gemini_server)["generationConfig"]
    order = ["prompt_local", "prompt", "negative_prompt", "title", "alt_text"]
    assert config["responseMimeType"] == "application/json"
    assert list(config["responseJsonSchema"]["properties"]) == order
    assert config["responseJsonSchema"]["propertyOrdering"] == order
    assert config["thinkingConfig"] == {"thinkingLevel": "LOW"}


@pytest.mark.parametrize("model", [m.id for m in FALLBACK] + ["gemini-2.5-flash", "models/gemini-4-argon"])
@pytest.mark.parametrize("starved", [False, True], ids=["usual", "least"])
async def test_every_model_takes_its_thinking_level(
    gemini: GeminiAssistant, gemini_server: GeminiServer, model: str, starved: bool
) -> None:
    gemini_server.script(*([starves()] if starved else []), writes(DRAFT))
    _, drafts, error = await run(gemini, brief=Brief(kind="prompt", language="es", model=model))
    assert error is None
    assert len(drafts) == 1


async def test_history_keeps_roles_pictures_and_the_last_word(
    gemini: GeminiAssistant, gemini_server: GeminiServer
) -> None:
    picture = Image(png(8), "image/png", 8, 8)
    messages = (
        Message("user", "oi"),
        Message("assistant", "Olá!"),
        Message("assistant", "a failure", hidden=True),
        Message("user", "o que vês?", (picture,)),
        Message("assistant", "never the last"),
    )
    await run(gemini, messages, CHAT)
    assert sent(gemini_server)["contents"] == [
        {"role": "user", "parts": [{"text": "oi"}]},
        {"role": "model", "parts": [{"text": "Olá!"}]},
        {
            "role": "user",
            "parts": [
                {"inlineData": {"mimeType": "image/png", "data": base64.b64encode(png(8)).decode()}},
                {"text": "o que vês?"},
            ],
        },
    ]


async def test_only_the_newest_pictures_travel(gemini: GeminiAssistant, gemini_server: GeminiServer) -> None:
    pictures = tuple(Image(png(8), "image/png", 8, 8) for _ in range(3))
    await run(gemini, (Message("user", "a", pictures), Message("user", "b", pictures)), CHAT)
    first, last = sent(gemini_server)["contents"]
    assert [len(first["parts"]), len(last["parts"])] == [2, 4]


async def test_nothing_said_is_nothing_sent(gemini: GeminiAssistant, gemini_server: GeminiServer) -> None:
    for messages in ((), (Message("user", "  "),), (Message("assistant", "hi"),)):
        _, _, error = await run(gemini, messages, CHAT)
        assert isinstance(error, errors.EmptyPrompt)
    assert gemini_server.requests == []


async def test_the_key_travels_in_the_header_alone(
    gemini: GeminiAssistant, gemini_server: GeminiServer
) -> None:
    await run(gemini)
    (exchange,) = gemini_server.requests
    assert exchange.headers["x-goog-api-key"] == gemini_server.key
    assert gemini_server.key not in exchange.path + exchange.query + exchange.body.decode()


async def test_the_sdk_looks_for_no_tools(gemini: GeminiAssistant, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "google_genai")
    await run(gemini)
    assert "AFC" not in caplog.text


async def test_the_environment_turns_nothing_round(
    gemini_server: GeminiServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("GOOGLE_GENAI_USE_VERTEXAI", "GOOGLE_GENAI_USE_ENTERPRISE"):
        monkeypatch.setenv(name, "true")
    monkeypatch.setenv("GOOGLE_API_KEY", "AQ.somebody-elses-key")
    assistant = GeminiAssistant(secret=Secret(gemini_server.key))
    assert (await run(assistant))[2] is None
    await assistant.aclose()


# Thinking that eats the allowance


async def test_a_starved_answer_is_asked_again_once_with_room(
    gemini: GeminiAssistant, gemini_server: GeminiServer
) -> None:
    gemini_server.script(starves(), writes(DRAFT))
    brief = Brief(
        kind="prompt", language="pt-BR", model="gemini-3.6-flash", sampling=Sampling(max_output_tokens=300)
    )
    words, drafts, error = await run(gemini, brief=brief)
    assert (words, len(drafts), error) == (DRAFT["prompt_local"], 1, None)
    first, second = (camel(r.json)["generationConfig"] for r in gemini_server.requests)
    assert (first["maxOutputTokens"], first["thinkingConfig"]) == (300, {"thinkingLevel": "LOW"})
    assert (second["maxOutputTokens"], second["thinkingConfig"]) == (8492, {"thinkingLevel": "MINIMAL"})


async def test_starved_twice_is_an_empty_answer(gemini: GeminiAssistant, gemini_server: GeminiServer) -> None:
    gemini_server.script(starves(), starves(), says("too late"))
    words, _, error = await run(gemini, brief=CHAT)
    assert isinstance(error, errors.EmptyAnswer)
    assert words == ""
    assert len(gemini_server.requests) == 2


async def test_a_second_try_that_breaks_off_is_not_taken_for_whole(
    gemini: GeminiAssistant, gemini_server: GeminiServer
) -> None:
    gemini_server.script(starves(), fades("Olá"))
    words, _, error = await run(gemini, brief=CHAT)
    assert words == "Olá"
    assert isinstance(error, errors.EngineUnreachable)
