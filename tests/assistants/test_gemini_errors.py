"""What goes wrong with Gemini, and what a person is told: the real SDK against the contract server."""

from __future__ import annotations

import logging
import traceback
from collections.abc import AsyncIterator
from typing import Any

import pytest

from imaginario import errors
from imaginario.assistants.base import Brief
from imaginario.assistants.gemini import GeminiAssistant
from imaginario.chat import PromptDraft, Sampling
from imaginario.secrets import Secret
from tests.assistants.gemini_kit import CHAT, PROMPT, run
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
    quota,
    refuses,
    says,
    silence,
)


@pytest.fixture
async def gemini(gemini_server: GeminiServer) -> AsyncIterator[GeminiAssistant]:
    assistant = GeminiAssistant(secret=Secret(gemini_server.key), request_timeout=20)
    yield assistant
    await assistant.aclose()


@pytest.mark.parametrize(
    "reason",
    [
        "SAFETY",
        "RECITATION",
        "LANGUAGE",
        "BLOCKLIST",
        "PROHIBITED_CONTENT",
        "SPII",
        "ESCALATION",
        "MODEL_ARMOR",
    ],
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
@pytest.mark.filterwarnings("ignore:SOMETHING_FROM_NEXT_YEAR")
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
        (quota("PerMinute", message="Quota exceeded, limit: 0, model: x"), errors.NotInPlan, 429, None),
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
    assistant = GeminiAssistant(secret=Secret(gemini_server.key), request_timeout=0.2)
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


async def test_a_wrong_key(gemini: GeminiAssistant, gemini_server: GeminiServer) -> None:
    gemini_server.key = "AQ.another-key-now"
    _, _, error = await run(gemini)
    assert isinstance(error, errors.Unauthorized)
    assert error.status == 400


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
    "echo",
    [
        fails(500, "INTERNAL", "key {key}"),
        page(502, "<title>{key}</title>{key}"),
        page(200, "<title>{key}</title>{key}"),
    ],
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
