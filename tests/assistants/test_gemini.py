"""The Gemini assistant: the real SDK against the contract server."""

from __future__ import annotations

import asyncio
import base64
import logging
import subprocess
import sys
import traceback
from collections.abc import AsyncIterator, Sequence
from contextlib import aclosing
from typing import Any

import pytest

from imaginario import errors
from imaginario.assistants.base import Brief
from imaginario.assistants.gemini import FALLBACK, GeminiAssistant
from imaginario.chat import Message, PromptDraft, Sampling
from imaginario.events import PromptReady, TextDelta
from imaginario.images import Image
from imaginario.secrets import Secret
from tests.contracts.gemini import (
    GeminiServer,
    Reply,
    blocks,
    breaks,
    cuts,
    fades,
    fails,
    halves,
    nothing,
    page,
    png,
    quota,
    refuses,
    says,
    silence,
    starves,
    writes,
)
from tests.contracts.gemini_rules import camel
from tests.contracts.loopback import Gate

IDEA = (Message("user", "um gato na lua"),)
PROMPT = Brief(kind="prompt", language="pt-BR")
CHAT = Brief()
DRAFT = {
    "prompt_local": "Um gato de capacete, sentado na lua",
    "prompt": "A cat in a glass helmet, sitting on the cratered moon, blue earthlight",
    "negative_prompt": "blurry",
    "title": "Gato na lua",
    "alt_text": "Um gato de capacete olha a Terra.",
}


@pytest.fixture
async def gemini(gemini_server: GeminiServer) -> AsyncIterator[GeminiAssistant]:
    assistant = GeminiAssistant(secret=Secret(gemini_server.key), timeout=20)
    yield assistant
    await assistant.aclose()


async def run(
    assistant: GeminiAssistant, messages: Sequence[Message] = IDEA, brief: Brief = PROMPT
) -> tuple[str, list[PromptDraft], errors.StudioError | None]:
    """The words, the drafts, and how it failed if it did."""
    words, drafts = "", []
    try:
        async for event in assistant.stream(messages, brief=brief):
            if isinstance(event, TextDelta):
                words += event.text
            else:
                drafts.append(event.draft)
    except errors.StudioError as error:
        return words, drafts, error
    return words, drafts, None


def sent(server: GeminiServer) -> dict[str, Any]:
    return camel(server.requests[-1].json)


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


# What is sent


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


# What goes wrong


@pytest.mark.parametrize(
    "reason",
    ["SAFETY", "RECITATION", "LANGUAGE", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII", "ESCALATION"]
    + ["MODEL_ARMOR", "IMAGE_SAFETY"],
)
async def test_a_filters_no(gemini: GeminiAssistant, gemini_server: GeminiServer, reason: str) -> None:
    gemini_server.script(refuses(reason))
    _, _, error = await run(gemini)
    assert isinstance(error, errors.ContentRefused)
    assert error.values["detail"] == reason


async def test_a_blocked_prompt(gemini: GeminiAssistant, gemini_server: GeminiServer) -> None:
    gemini_server.script(blocks("PROHIBITED_CONTENT"))
    _, _, error = await run(gemini)
    assert isinstance(error, errors.ContentRefused)
    assert error.values["detail"] == "PROHIBITED_CONTENT"


@pytest.mark.parametrize(
    ("finish", "kind"),
    [
        ("OTHER", errors.EngineFailed),
        ("MALFORMED_RESPONSE", errors.EngineFailed),
        ("MISSING_THOUGHT_SIGNATURE", errors.EngineFailed),
        ("SOMETHING_FROM_NEXT_YEAR", errors.EngineFailed),
        ("PUP_LIMITED_DISABLED", errors.Forbidden),
        ("FINISH_REASON_UNSPECIFIED", errors.EngineUnreachable),
        ("CONTINUATION", None),
        ("STOP", None),
    ],
)
async def test_other_ends(
    gemini: GeminiAssistant, gemini_server: GeminiServer, finish: str, kind: type[Exception] | None
) -> None:
    gemini_server.script(says("Oi", finish=finish))
    words, _, error = await run(gemini, brief=CHAT)
    assert words.startswith("Oi")
    assert (type(error) if error else None) is kind
    assert len(gemini_server.requests) == 1


@pytest.mark.parametrize(
    "reply", [says(""), says(" \n"), says(), nothing()], ids=["empty", "blank", "bare", "void"]
)
async def test_no_words_at_all(gemini: GeminiAssistant, gemini_server: GeminiServer, reply: Reply) -> None:
    gemini_server.script(reply, reply)
    for brief in (CHAT, PROMPT):
        _, drafts, error = await run(gemini, brief=brief)
        assert isinstance(error, errors.EmptyAnswer)
        assert drafts == []


async def test_json_without_a_prompt(gemini: GeminiAssistant, gemini_server: GeminiServer) -> None:
    gemini_server.script(says('{"title": "x"}'))
    assert isinstance((await run(gemini))[2], errors.EmptyAnswer)


KEY_INFO = {"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": "API_KEY_INVALID"}
TOKEN_INFO = {"reason": "ACCESS_TOKEN_TYPE_UNSUPPORTED"}
OFF_INFO = {"reason": "SERVICE_DISABLED"}
HTML = "<!doctype html><html><head><title>Bad gateway</title></head><body>no</body></html>"


@pytest.mark.parametrize(
    ("reply", "kind", "status", "retry_after"),
    [
        (fails(400, "INVALID_ARGUMENT", "API key expired.", KEY_INFO), errors.Unauthorized, 400, None),
        (fails(400, "INVALID_ARGUMENT", "API key not valid."), errors.Unauthorized, 400, None),
        (fails(401, "UNAUTHENTICATED", "Wrong credentials.", TOKEN_INFO), errors.Unauthorized, 401, None),
        (
            fails(403, "PERMISSION_DENIED", "Your API key was reported as leaked."),
            errors.Unauthorized,
            403,
            None,
        ),
        (fails(403, "PERMISSION_DENIED", "It is disabled.", OFF_INFO), errors.Forbidden, 403, None),
        (fails(400, "FAILED_PRECONDITION", "User location is not supported."), errors.Forbidden, 400, None),
        (fails(400, "INVALID_ARGUMENT", "Unable to process input image"), errors.InvalidRequest, 400, None),
        (fails(413, "", "Too large"), errors.InvalidRequest, 413, None),
        (fails(402, "", "Pay first"), errors.OutOfCredits, 402, None),
        (fails(404, "NOT_FOUND", "no longer available to new users"), errors.ModelGone, 404, None),
        (page(404, "<html>lost</html>"), errors.EngineFailed, 404, None),
        (quota("PerMinute", "38s"), errors.RateLimited, 429, 38.0),
        (quota("PerMinute", message="Please retry in 1.5s."), errors.RateLimited, 429, 1.5),
        (quota("PerMinute"), errors.RateLimited, 429, None),
        (quota("PerDay", "38s"), errors.OutOfCredits, 429, 38.0),
        (quota("PerMinute", message="Quota exceeded, limit: 0, model: x"), errors.OutOfCredits, 429, None),
        (quota("PerMinute", message="Quota exceeded, limit: 0.5"), errors.RateLimited, 429, None),
        (quota("PerMinute", message="Your prepayment credits are depleted."), errors.OutOfCredits, 429, None),
        (fails(499, "CANCELLED", "gone"), errors.EngineUnreachable, 499, None),
        (fails(500, "INTERNAL", "An internal error"), errors.EngineUnreachable, 500, None),
        (fails(503, "UNAVAILABLE", "high demand"), errors.EngineUnreachable, 503, None),
        (fails(504, "DEADLINE_EXCEEDED", "late"), errors.EngineTimedOut, 504, None),
        (page(502, HTML), errors.EngineUnreachable, 502, None),
        (page(418, HTML), errors.EngineFailed, 418, None),
        (page(200, HTML), errors.EngineUnreachable, None, None),
        (Reply(status=503, body=b"\xff\xfe\xff"), errors.EngineUnreachable, None, None),
        (Reply(status=500, body=b"[1, 2]"), errors.EngineUnreachable, 500, None),
        (
            Reply(status=500, body=b'{"error": {"details": [7, {"violations": 3}]}}'),
            errors.EngineUnreachable,
            500,
            None,
        ),
        (breaks(503, "UNAVAILABLE", "high demand"), errors.EngineUnreachable, 503, None),
        (halves("Olá"), errors.EngineUnreachable, None, None),
        (cuts(), errors.EngineUnreachable, None, None),
    ],
)
async def test_errors_are_translated(
    gemini: GeminiAssistant,
    gemini_server: GeminiServer,
    reply: Reply,
    kind: type[errors.EngineError],
    status: int | None,
    retry_after: float | None,
) -> None:
    gemini_server.script(reply)
    words, drafts, error = await run(gemini)
    assert type(error) is kind
    assert isinstance(error, errors.EngineError)
    assert (error.engine, error.model) == ("gemini", "gemini-3.8-flash")
    assert (error.status, error.retry_after) == (status, retry_after)
    assert "<" not in error.values["detail"]
    assert (words, drafts, len(gemini_server.requests)) == ("", [], 1)


async def test_a_web_page_is_quoted_by_its_title(
    gemini: GeminiAssistant, gemini_server: GeminiServer
) -> None:
    gemini_server.script(page(502, HTML))
    _, _, error = await run(gemini)
    assert error is not None
    assert error.values["detail"] == "Bad gateway"


@pytest.mark.parametrize(
    "reply", [cuts("Olá", "!"), fades("Olá", "!"), breaks(500, "INTERNAL", "oops", "Olá", "!")]
)
async def test_a_chat_that_breaks_off_delivers_its_words_first(
    gemini: GeminiAssistant, gemini_server: GeminiServer, reply: Reply
) -> None:
    gemini_server.script(reply)
    words, _, error = await run(gemini, brief=CHAT)
    assert words == "Olá!"
    assert isinstance(error, errors.EngineUnreachable)


async def test_a_refusal_half_way_delivers_its_words_first(
    gemini: GeminiAssistant, gemini_server: GeminiServer
) -> None:
    gemini_server.script(refuses("SAFETY", "Era ", "uma vez"))
    words, _, error = await run(gemini, brief=CHAT)
    assert words == "Era uma vez"
    assert isinstance(error, errors.ContentRefused)


@pytest.mark.parametrize("broken", [cuts, fades])
async def test_a_half_written_prompt_is_not_passed_off_as_one(
    gemini: GeminiAssistant, gemini_server: GeminiServer, broken: Any
) -> None:
    gemini_server.script(broken('{"prompt_local": "Um gato", "prompt": "A cat on the'))
    words, drafts, error = await run(gemini)
    assert (words, drafts) == ("Um gato", [])
    assert isinstance(error, errors.EngineUnreachable)


@pytest.mark.parametrize("broken", [cuts, fades])
async def test_a_prompt_that_is_whole_survives_a_late_break(
    gemini: GeminiAssistant, gemini_server: GeminiServer, broken: Any
) -> None:
    gemini_server.script(broken('{"prompt_local": "Um gato", "prompt": "A cat", "negative_pro'))
    assert await run(gemini) == ("Um gato", [PromptDraft(prompt="A cat", prompt_local="Um gato")], None)


async def test_a_prompt_refused_half_way_is_no_draft(
    gemini: GeminiAssistant, gemini_server: GeminiServer
) -> None:
    gemini_server.script(refuses("SAFETY", '{"prompt_local": "Um gato", "prompt": "A cat"}'))
    _, drafts, error = await run(gemini)
    assert drafts == []
    assert isinstance(error, errors.ContentRefused)


async def test_silence_is_a_timeout(gemini_server: GeminiServer) -> None:
    gemini_server.script(silence())
    assistant = GeminiAssistant(secret=Secret(gemini_server.key), timeout=0.2)
    _, _, error = await run(assistant)
    assert isinstance(error, errors.EngineTimedOut)
    await assistant.aclose()


async def test_nobody_there(gemini: GeminiAssistant, gemini_server: GeminiServer) -> None:
    gemini_server.stop()
    _, _, error = await run(gemini)
    assert isinstance(error, errors.EngineUnreachable)


async def test_a_broken_address(gemini: GeminiAssistant, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOOGLE_GEMINI_BASE_URL", "nonsense")
    _, _, error = await run(gemini)
    assert type(error) is errors.EngineFailed


async def test_a_redirect_is_not_followed_with_the_key(
    gemini: GeminiAssistant, gemini_server: GeminiServer
) -> None:
    gemini_server.script(Reply(status=302, body=b"", location=f"{gemini_server.url}/elsewhere"))
    _, _, error = await run(gemini)
    assert type(error) is errors.EngineFailed
    assert len(gemini_server.requests) == 1


@pytest.mark.parametrize("model", ["gemini-0.9-steam", "gemini-embedding-2", "../x", "a b", "x?key=1", "x&y"])
async def test_an_unknown_model(gemini: GeminiAssistant, model: str) -> None:
    _, _, error = await run(gemini, brief=Brief(model=model))
    assert isinstance(error, errors.ModelGone)
    assert error.model == model


async def test_the_service_refuses_values_out_of_range(gemini: GeminiAssistant) -> None:
    _, _, error = await run(gemini, brief=Brief(sampling=Sampling(temperature=3)))
    assert isinstance(error, errors.InvalidRequest)
    assert "temperature must be in the range [0.0, 2.0]." in error.values["detail"]


# Keys


async def test_a_wrong_key() -> None:
    server = GeminiServer(key="AQ.the-right-key-000").start()
    try:
        assert await failure_with("AQ.a-wrong-key-0000", server) is errors.Unauthorized
    finally:
        server.stop()


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("", errors.MissingSecret),
        ("  ", errors.MissingSecret),
        ("ключ", errors.Unauthorized),
        ("two\nlines", errors.Unauthorized),
        ("auth_tokens/abc", errors.Unauthorized),
    ],
)
async def test_a_key_that_is_none_is_never_sent(
    gemini_server: GeminiServer, monkeypatch: pytest.MonkeyPatch, key: str, kind: type[Exception]
) -> None:
    monkeypatch.setenv("GOOGLE_API_KEY", gemini_server.key)
    assistant = GeminiAssistant(secret=Secret(key))
    assert type((await run(assistant))[2]) is kind
    with pytest.raises(kind):
        await assistant.check()
    assert gemini_server.requests == []


@pytest.mark.parametrize(
    "echo", [fails(500, "INTERNAL", "key {key}"), page(502, "<title>{key}</title>{key}")]
)
async def test_the_key_is_in_no_text_and_no_log(
    gemini_server: GeminiServer, caplog: pytest.LogCaptureFixture, echo: Reply
) -> None:
    key = "planted-secret-of-an-unknown-shape"
    gemini_server.key = key
    caplog.set_level(logging.DEBUG)
    assistant = GeminiAssistant(secret=Secret(key))
    body = (echo.body or b"").replace(b"{key}", key.encode())
    gemini_server.script(Reply(status=echo.status, body=body, content_type=echo.content_type))
    _, _, error = await run(assistant)
    assert error is not None
    told = [str(error), repr(error), repr(vars(error)), repr(assistant), caplog.text]
    told += traceback.format_exception(error)
    assert not [text for text in told if key in text]
    assert "•••" in error.values["detail"]
    await assistant.aclose()


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


async def failure_with(key: str, server: GeminiServer) -> type[errors.StudioError] | None:
    """What a person with this key gets from this server."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GOOGLE_GEMINI_BASE_URL", server.url)
        assistant = GeminiAssistant(secret=Secret(key))
        error = (await run(assistant))[2]
        await assistant.aclose()
    return type(error) if error else None
