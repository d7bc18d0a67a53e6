"""Everything the router and the providers behind it can do wrong to a conversation, by its name."""

from __future__ import annotations

import json
import logging
import traceback

import pytest

from imaginario import errors
from imaginario.assistants.base import Brief
from imaginario.assistants.huggingface import HuggingFaceAssistant
from imaginario.chat import Message
from imaginario.i18n import LANGUAGES, Translator
from imaginario.secrets import Secret
from tests.assistants.huggingface_kit import CHAT, DEEPSEEK, GEMMA, GLM, IDEA, PROMPT, assistant_of, run, sent
from tests.contracts.huggingface import HuggingFaceServer
from tests.contracts.huggingface_chat import DRAFT, ChatReply, fails, says, writes
from tests.contracts.loopback import Gate


@pytest.fixture
def server(huggingface_server: HuggingFaceServer) -> HuggingFaceServer:
    return huggingface_server


def event(chunk: object) -> bytes:
    return b"data: " + json.dumps(chunk).encode()


CREDITS = "You have exceeded your monthly included credits for Inference Providers."
NUMBERED: list[tuple[ChatReply, type[errors.EngineError], float | None]] = [
    (fails(401, {"error": "Invalid username or password."}), errors.Unauthorized, None),
    (fails(402, {"error": CREDITS}), errors.OutOfCredits, None),
    (fails(402, {"error": "Pay-as-you go is not enabled for provider x yet."}), errors.OutOfCredits, None),
    (fails(403, {"error": "insufficient permissions"}), errors.Forbidden, None),
    (fails(404, {"error": {"message": "Not Found"}}), errors.ModelGone, None),
    (fails(400, {"error": {"message": "The model 'x' is not a chat model."}}), errors.ModelGone, None),
    (fails(400, {"error": {"message": "context length exceeded"}}), errors.InvalidRequest, None),
    (fails(400, {"error": {"message": "flagged by moderation"}}), errors.ContentRefused, None),
    (fails(413, b"<html><h1>Too large</h1>"), errors.InvalidRequest, None),
    (fails(422, {"error": "Input validation error"}), errors.InvalidRequest, None),
    (fails(429, {"error": "slow down"}), errors.RateLimited, None),
    (fails(429, {"error": "slow down"}, retry_after="7"), errors.RateLimited, 7.0),
    (fails(500, {"error": "CUDA out of memory"}), errors.EngineFailed, None),
    (fails(502, b"<html><h1>Bad Gateway</h1>"), errors.EngineUnreachable, None),
    (fails(503, {"error": "Model x is loading", "estimated_time": 20.0}), errors.EngineWarmingUp, 20.0),
    (fails(503, {"error": "Model too busy"}), errors.EngineUnreachable, None),
    (fails(504, b""), errors.EngineUnreachable, None),
]  # fmt: skip


@pytest.mark.parametrize(("reply", "kind", "wait"), NUMBERED)
async def test_every_failure_has_its_name_and_its_words(
    server: HuggingFaceServer, reply: ChatReply, kind: type[errors.EngineError], wait: float | None
) -> None:
    server.chat.script(reply)
    _, _, error = await run(assistant_of(server), brief=Brief(model=GLM))
    assert type(error) is kind
    assert isinstance(error, errors.EngineError)
    assert (error.engine, error.model, error.status, error.retry_after) == (
        "huggingface", GLM, reply.status, wait,
    )  # fmt: skip
    for language in LANGUAGES:
        said, cure = Translator(language).error(error)
        assert said
        assert cure
        assert "{" not in said + cure


@pytest.mark.parametrize("model", ["someone/unknown", "openai/gpt-oss-120b"])
async def test_a_model_that_no_provider_serves(server: HuggingFaceServer, model: str) -> None:
    _, _, error = await run(assistant_of(server), brief=Brief(model=model))
    assert type(error) is errors.ModelGone


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (says("a", finish="content_filter"), errors.ContentRefused),
        (says("a", finish=None, done=False), errors.EngineUnreachable),
        (says("a", cut=True), errors.EngineUnreachable),
        (says(), errors.EmptyAnswer),
        (says(" ", "\n"), errors.EmptyAnswer),
        (says("<think>only a thought"), errors.EmptyAnswer),
        (says("a", lines=(event({"error": {"message": "busy", "code": 503}}),)), errors.EngineUnreachable),
        (says("a", lines=(event({"error": {"message": "no", "code": "429"}}),)), errors.RateLimited),
        (says("a", lines=(event({"error": "generation failed"}),)), errors.EngineFailed),
        (says("a", lines=(b"data: {broken",)), errors.EngineFailed),
    ],
)  # fmt: skip
async def test_answers_that_end_badly_have_said_their_words(
    server: HuggingFaceServer, reply: ChatReply, kind: type[errors.EngineError]
) -> None:
    server.chat.script(reply)
    words, _, error = await run(assistant_of(server), brief=CHAT)
    assert type(error) is kind
    assert words.strip() == ("a" if "a" in reply.pieces else "")


@pytest.mark.parametrize(
    "lines",
    [
        (event([]),),
        (event({"choices": None}), event({"choices": ["x"]}), event({"choices": [{"delta": None}]})),
        (event({"choices": [{"delta": {"content": None}}]}), b"event: ping", b"id: 7", b"retry"),
        (b'data:{"choices": [{"delta": {"role": "assistant"}}]}',),
    ],
)
async def test_odd_lines_are_passed_over(server: HuggingFaceServer, lines: tuple[bytes, ...]) -> None:
    server.chat.script(says("Olá", lines=lines))
    assert await run(assistant_of(server), brief=CHAT) == ("Olá", [], None)


async def test_a_good_end_may_be_told_only_once(server: HuggingFaceServer) -> None:
    server.chat.script(says("a", finish=None), says("b", done=False))
    assistant = assistant_of(server)
    assert await run(assistant, brief=CHAT) == ("a", [], None)
    assert await run(assistant, brief=CHAT) == ("b", [], None)


@pytest.mark.parametrize("body", [b"<html>Sign in</html>", b"", b"[]", b'"x"', b"\xff"])
async def test_two_hundred_and_no_answer(server: HuggingFaceServer, body: bytes) -> None:
    server.chat.script(ChatReply(body=body, content_type="text/html"))
    _, _, error = await run(assistant_of(server), brief=CHAT)
    assert isinstance(error, errors.EngineFailed | errors.EngineUnreachable)


async def test_a_half_written_prompt_is_not_passed_off_as_one(server: HuggingFaceServer) -> None:
    text = json.dumps(DRAFT)
    server.chat.script(says(text[:80], cut=True))
    _, drafts, error = await run(assistant_of(server))
    assert (drafts, type(error)) == ([], errors.EngineUnreachable)


async def test_a_prompt_that_is_whole_survives_a_late_break(server: HuggingFaceServer) -> None:
    text = json.dumps(DRAFT)
    server.chat.script(says(text[: text.index('"title"')], cut=True))
    _, drafts, error = await run(assistant_of(server))
    assert (drafts[0].prompt, error) == (DRAFT["prompt"], None)


async def test_json_without_a_prompt(server: HuggingFaceServer) -> None:
    server.chat.script(writes({"title": "x"}))
    assert isinstance((await run(assistant_of(server)))[2], errors.EmptyAnswer)


async def test_silence_is_a_time_out(server: HuggingFaceServer) -> None:
    gate = Gate()
    server.chat.script(says("a", "b").held(gate, at=1))
    words, _, error = await run(assistant_of(server, request_timeout=0.3), brief=CHAT)
    assert (words, type(error)) == ("a", errors.EngineTimedOut)
    gate.open()


async def test_nobody_there() -> None:
    assistant = HuggingFaceAssistant(secret=Secret("hf_somebody1234"), hf_router_url="http://127.0.0.1:9")
    assert isinstance((await run(assistant))[2], errors.EngineUnreachable)
    with pytest.raises(errors.EngineUnreachable):
        await assistant.models()


@pytest.mark.parametrize("said", [(), (Message("user", "  "),), (Message("assistant", "hello"),)])
async def test_nothing_said_is_nothing_sent(server: HuggingFaceServer, said: tuple[Message, ...]) -> None:
    assert isinstance((await run(assistant_of(server), said))[2], errors.EmptyPrompt)
    assert server.requests == []


@pytest.mark.parametrize(
    ("secret", "kind"),
    [(None, errors.MissingSecret), (Secret("AIzaSyNotForHuggingFace0000000"), errors.Unauthorized)],
)
async def test_without_a_key_of_its_own_nothing_is_sent(
    server: HuggingFaceServer, secret: Secret | None, kind: type[errors.StudioError]
) -> None:
    assistant = assistant_of(server, secret=secret)
    assert type((await run(assistant))[2]) is kind
    with pytest.raises(kind):
        await assistant.check()
    assert server.requests == []


async def test_the_machines_token_stays_out_of_it(
    server: HuggingFaceServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_TOKEN", "hf_theMachinesOwnToken")
    assistant = assistant_of(server)
    await assistant.models()
    await run(assistant, brief=PROMPT)
    assert not any("hf_theMachinesOwnToken" in str(e.headers) for e in server.requests)


@pytest.mark.parametrize(
    "reply",
    [
        fails(401, {"error": "bad token hf_contractTokenForTests0123"}),
        fails(500, b"<p>hf_contractTokenForTests0123</p>"),
        says("a", lines=(event({"error": "hf_contractTokenForTests0123"}),)),
        says("a", lines=(b"data: hf_contractTokenForTests0123",)),
        says("a", cut=True),
    ],
)
async def test_the_token_is_in_no_error_and_no_log(
    server: HuggingFaceServer, reply: ChatReply, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    assistant = assistant_of(server)
    server.chat.script(reply)
    _, _, error = await run(assistant, IDEA, CHAT)
    assert error is not None
    told = "".join(traceback.format_exception(error)) + repr(error) + str(error.values)
    assert server.token not in told + caplog.text + repr(vars(assistant))
    assert error.__cause__ is None


async def test_a_list_of_another_shape_is_no_list(server: HuggingFaceServer) -> None:
    server.chat.models.clear()
    assert await assistant_of(server).models() == ()
    assert assistant_of(server).fallback_models()[0].id == GEMMA


async def test_a_default_that_is_gone_and_nothing_in_its_place(server: HuggingFaceServer) -> None:
    server.chat.models.clear()
    assert isinstance((await run(assistant_of(server)))[2], errors.ModelGone)
    assert len(sent(server)) == 1
    assert DEEPSEEK not in server.chat.models
