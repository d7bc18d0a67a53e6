"""The OpenAI assistant: the real SDK against the contract server, strict and easy-going."""

from __future__ import annotations

import asyncio
import base64
from contextlib import aclosing
from dataclasses import replace
from typing import Any

import pytest

from imaginario import errors
from imaginario.assistants.base import Brief
from imaginario.assistants.openai import FALLBACK, OpenAIAssistant
from imaginario.chat import Message, PromptDraft, Sampling
from imaginario.events import TextDelta
from imaginario.images import Image
from imaginario.secrets import Secret
from tests.assistants.openai_kit import CHAT, DRAFT, IDEA, PROMPT, assistant_of, run, sent
from tests.contracts.gemini import png
from tests.contracts.loopback import Gate
from tests.contracts.openai import OpenAIServer, answers, breaks, cuts, fails, says, writes

RED = Image(png(), "image/png", 64, 64)

# What comes back


async def test_chat_streams_the_words(openai_server: OpenAIServer) -> None:
    openai_server.script(says("Olá", ", ", "gato!", thought="hm"))
    assistant = assistant_of(openai_server)
    events = [e async for e in assistant.stream(IDEA, brief=CHAT)]
    await assistant.aclose()
    assert events == [TextDelta("Olá"), TextDelta(", "), TextDelta("gato!")]


async def test_a_prompt_is_shown_while_it_is_written(openai_server: OpenAIServer) -> None:
    gate = Gate()
    openai_server.script(writes(DRAFT, pieces=12).held(gate, at=4))
    assistant = assistant_of(openai_server)
    async with aclosing(assistant.stream(IDEA, brief=PROMPT)) as events:
        first = await anext(events)
        assert isinstance(first, TextDelta)
        assert DRAFT["prompt_local"].startswith(first.text)
        gate.open()
        *_, last = [e async for e in events]
    await assistant.aclose()
    assert last.draft == PromptDraft(**DRAFT)  # type: ignore[union-attr]  # the last one is PromptReady


@pytest.mark.parametrize("kind", ["prompt", "edit"])
async def test_what_writes_for_a_painter_is_structured(openai_server: OpenAIServer, kind: str) -> None:
    words, (draft,), failure = await run(assistant_of(openai_server), brief=replace(PROMPT, kind=kind))
    assert (failure, draft.prompt_local) == (None, words)
    structure = sent(openai_server)["response_format"]["json_schema"]
    assert (structure["strict"], list(structure["schema"]["properties"])) == (True, list(DRAFT))


async def test_words_where_json_was_asked_are_a_draft(openai_server: OpenAIServer) -> None:
    openai_server.script(says("Sure!\n\n", "A cat on the moon, ", "blue light"))
    _, (draft,), _ = await run(assistant_of(openai_server))
    assert draft.prompt == "A cat on the moon, blue light"


async def test_an_answer_at_its_limit_ends_in_an_ellipsis(openai_server: OpenAIServer) -> None:
    openai_server.script(says("Era uma vez", finish="length"))
    assert await run(assistant_of(openai_server), brief=CHAT) == ("Era uma vez…", [], None)


async def test_thinking_that_ate_the_allowance_gets_more_room(openai_server: OpenAIServer) -> None:
    openai_server.script(says(finish="length"), says("Oi"))
    brief = replace(CHAT, sampling=Sampling(max_output_tokens=100))
    assert await run(assistant_of(openai_server), brief=brief) == ("Oi", [], None)
    assert [sent(openai_server, n)["max_completion_tokens"] for n in (0, 1)] == [100, 100 + 8192]


@pytest.mark.parametrize(
    ("pieces", "words"),
    [
        (("<think>a {plan}</think>\n\nOlá",), "Olá"),
        (("<th", "ink>", "hm", "</thi", "nk>", "Olá"), "Olá"),
        (("  ", "\n<think>", "</think>Olá <think>"), "Olá <think>"),
        (("<", "b>Olá"), "<b>Olá"),
        (("<thin",), "<thin"),
    ],
)
async def test_thoughts_left_in_the_answer_are_taken_away(
    local_server: OpenAIServer, pieces: tuple[str, ...], words: str
) -> None:
    local_server.script(says(*pieces))
    said, _, failure = await run(assistant_of(local_server), brief=Brief(model="gemma4:12b"))
    assert (said, failure) == (words, None)


async def test_a_thought_without_an_end_is_no_answer(local_server: OpenAIServer) -> None:
    local_server.script(says("<think>", "on and on"))
    _, _, failure = await run(assistant_of(local_server), brief=Brief(model="gemma4:12b"))
    assert type(failure) is errors.EmptyAnswer


async def test_a_whole_draft_survives_a_late_break(openai_server: OpenAIServer) -> None:
    text = '{"prompt_local": "Um gato", "prompt": "A cat", "title": "Ga'
    openai_server.script(cuts(text))
    assert await run(assistant_of(openai_server)) == (
        "Um gato",
        [PromptDraft(prompt="A cat", prompt_local="Um gato", title="Ga")],
        None,
    )


# What is sent


async def test_turns_and_the_instruction(openai_server: OpenAIServer) -> None:
    said = (Message("user", "oi"), Message("assistant", "olá"), Message("user", "um gato"))
    await run(assistant_of(openai_server), said, CHAT)
    first, *rest = sent(openai_server)["messages"]
    assert first["role"] == "system"
    assert rest == [{"role": m.role, "content": m.text} for m in said]
    assert "response_format" not in sent(openai_server)
    assert openai_server.requests[-1].headers["authorization"] == f"Bearer {openai_server.key}"


async def test_pictures_go_before_the_words(openai_server: OpenAIServer) -> None:
    await run(assistant_of(openai_server), [Message("user", "isto", (RED,))], CHAT)
    picture, words = sent(openai_server)["messages"][-1]["content"]
    assert base64.b64decode(picture["image_url"]["url"].partition(",")[2]) == RED.data
    assert words == {"type": "text", "text": "isto"}


async def test_only_the_newest_pictures_travel(openai_server: OpenAIServer) -> None:
    said = [Message("user", f"{n}", (RED, RED)) for n in range(4)]
    await run(assistant_of(openai_server), said, CHAT)
    contents = [m["content"] for m in sent(openai_server)["messages"][1:]]
    assert [isinstance(c, list) for c in contents] == [False, False, True, True]


async def test_what_nobody_set_is_not_sent(openai_server: OpenAIServer) -> None:
    await run(assistant_of(openai_server), brief=CHAT)
    assert set(sent(openai_server)) == {"model", "messages", "stream"}


async def test_every_number_that_was_set_is_sent(openai_server: OpenAIServer) -> None:
    chosen = Sampling(temperature=0.4, top_p=0.8, max_output_tokens=300)
    await run(assistant_of(openai_server), brief=Brief(model="gpt-4.1", sampling=chosen))
    told = {k: v for k, v in sent(openai_server).items() if k not in ("model", "messages", "stream")}
    assert told == {"temperature": 0.4, "top_p": 0.8, "max_tokens": 300}


async def test_a_model_that_thinks_is_asked_to_think_little_for_a_prompt(openai_server: OpenAIServer) -> None:
    await run(assistant_of(openai_server))
    assert sent(openai_server)["reasoning_effort"] == "low"


async def test_other_servers_get_top_k(local_server: OpenAIServer) -> None:
    await run(assistant_of(local_server), brief=Brief(model="gemma4:12b", sampling=Sampling(top_k=40)))
    assert sent(local_server)["top_k"] == 40


# What is turned down is left out


async def test_numbers_a_model_refuses_are_left_out_and_remembered(openai_server: OpenAIServer) -> None:
    assistant = assistant_of(openai_server)
    brief = replace(CHAT, sampling=Sampling(temperature=0.4, top_p=0.8))
    for _ in range(2):
        assert [e async for e in assistant.stream(IDEA, brief=brief)]
    await assistant.aclose()
    told = [{"temperature", "top_p"} & set(r.json) for r in openai_server.requests]
    assert told == [{"temperature", "top_p"}, {"top_p"}, set(), set()]


async def test_a_structure_a_server_refuses_is_left_out_once(local_server: OpenAIServer) -> None:
    local_server.refuses = {"response_format"}
    local_server.script()
    assistant = assistant_of(local_server)
    brief = replace(PROMPT, model="gemma4:12b")
    *_, first = [e async for e in assistant.stream(IDEA, brief=brief)]
    *_, second = [e async for e in assistant.stream(IDEA, brief=brief)]
    await assistant.aclose()
    assert first == second
    assert ["response_format" in r.json for r in local_server.requests] == [True, False, False]


async def test_a_refusal_that_names_nothing_is_not_tried_again(openai_server: OpenAIServer) -> None:
    openai_server.script(fails(400, "This model's maximum context length is 10 tokens."))
    _, _, failure = await run(assistant_of(openai_server))
    assert (type(failure), len(openai_server.requests)) == (errors.InvalidRequest, 1)


# Models and servers


async def test_the_list_holds_those_to_talk_to(openai_server: OpenAIServer) -> None:
    assistant = assistant_of(openai_server)
    assert [m.id for m in await assistant.models()] == ["gpt-6-luna", "gpt-5.6-terra", "gpt-4.1"]
    await assistant.aclose()


@pytest.mark.parametrize("kinds", [True, False])
async def test_a_server_of_ones_own_needs_no_key(local_server: OpenAIServer, kinds: bool) -> None:
    local_server.kinds = kinds
    assistant = assistant_of(local_server)
    (unknown,) = assistant.fallback_models()
    assert (unknown.id, unknown.title) == ("", local_server.url.split("/")[2])
    words, _, failure = await run(assistant, brief=Brief())
    assert (words, failure) == ("You said: um gato na lua", None)
    assert sent(local_server)["model"] == "gemma4:12b"
    assert not any("authorization" in r.headers for r in local_server.requests)
    assert [m.id for m in assistant.fallback_models()] == ["gemma4:12b"]


async def test_the_model_that_was_set_is_not_asked_for(local_server: OpenAIServer) -> None:
    await run(assistant_of(local_server, openai_chat_model="tiny:1b"), brief=Brief())
    assert [r.json["model"] for r in local_server.requests] == ["tiny:1b"]


async def test_a_server_without_a_chat_model_is_told(local_server: OpenAIServer) -> None:
    local_server.models = {k: v for k, v in local_server.models.items() if v.kind != "chat"}
    _, _, failure = await run(assistant_of(local_server), brief=Brief())
    assert type(failure) is errors.ModelGone


@pytest.mark.parametrize("address", ["{host}", "{host}/", "{host}/v1", "{host}/v1/"])
async def test_an_address_may_be_written_as_people_write_them(
    local_server: OpenAIServer, address: str
) -> None:
    host = local_server.url.removesuffix("/v1")
    _, _, failure = await run(assistant_of(local_server, openai_base_url=address.format(host=host)))
    assert failure is None or type(failure) is errors.ModelGone
    assert local_server.requests[-1].path == "/v1/chat/completions"


async def test_the_machines_own_keys_do_not_ride_along(
    openai_server: OpenAIServer, local_server: OpenAIServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_ADMIN_KEY", "OPENAI_ORG_ID", "OPENAI_PROJECT_ID"):
        monkeypatch.setenv(name, "sk-machine-0123456789abcdef")
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "Authorization: Bearer sk-machine-0123456789abcdef")
    await run(assistant_of(openai_server))
    await run(assistant_of(local_server), brief=Brief())
    for request in (*openai_server.requests, *local_server.requests):
        assert "sk-machine" not in str(request.headers)


async def test_openai_itself_wants_a_key() -> None:
    assistant = OpenAIAssistant()
    assert assistant.fallback_models() == FALLBACK
    with pytest.raises(errors.MissingSecret):
        await assistant.check()


async def test_stop_hangs_up(openai_server: OpenAIServer) -> None:
    gate = Gate()
    openai_server.script(says("Era", " uma", " vez").held(gate, at=2))
    assistant = assistant_of(openai_server)
    async with aclosing(assistant.stream(IDEA, brief=CHAT)) as events:
        await anext(events)
    assert await asyncio.to_thread(openai_server.requests[-1].disconnected.wait, 10)
    gate.open()
    await assistant.aclose()


async def test_cancelling_before_the_first_word_hangs_up(openai_server: OpenAIServer) -> None:
    gate = Gate()
    openai_server.script(says("Oi").held(gate, at=-1))
    task = asyncio.create_task(run(assistant_of(openai_server), brief=CHAT))
    assert await asyncio.to_thread(gate.reached.wait, 10)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await asyncio.to_thread(openai_server.requests[-1].disconnected.wait, 10)
    gate.open()


# What goes wrong

NO_KEY = Secret("sk-another-0123456789abcdef")
EVERY: list[tuple[Any, type[errors.EngineError], int | None, float | None]] = [
    (fails(401, "Invalid key", code="invalid_api_key"), errors.Unauthorized, 401, None),
    (fails(401, "Your account is deactivated", code="account_deactivated"), errors.Unauthorized, 401, None),
    (fails(403, "No", code="unsupported_country_region_territory"), errors.Forbidden, 403, None),
    (fails(403, "Your organization must be verified"), errors.Forbidden, 403, None),
    (fails(429, "Quota", code="insufficient_quota"), errors.OutOfCredits, 429, None),
    (fails(429, "Quota", kind="insufficient_quota"), errors.OutOfCredits, 429, None),
    (fails(400, "Limit", code="billing_hard_limit_reached"), errors.OutOfCredits, 400, None),
    (fails(400, "Billing hard limit has been reached"), errors.OutOfCredits, 400, None),
    (fails(402, "Insufficient Balance"), errors.OutOfCredits, 402, None),
    (fails(429, "Rate limit", code="rate_limit_exceeded", retry_after="7"), errors.RateLimited, 429, 7.0),
    (fails(429, "Rate limit", retry_after_ms="1500", retry_after="9"), errors.RateLimited, 429, 1.5),
    (fails(429, "Limit 3 / min. Please try again in 20s."), errors.RateLimited, 429, 20.0),
    (fails(429, "Please try again in 1m12s."), errors.RateLimited, 429, 72.0),
    (fails(429, "Please try again in 320ms."), errors.RateLimited, 429, 0.32),
    (fails(404, "The model `x` does not exist", code="model_not_found"), errors.ModelGone, 404, None),
    (fails(404, 'model "x" not found, try pulling it first'), errors.ModelGone, 404, None),
    (fails(400, "Unknown model x"), errors.ModelGone, 400, None),
    (fails(400, "Too many tokens", code="context_length_exceeded"), errors.InvalidRequest, 400, None),
    (fails(400, "The response was filtered", code="content_filter"), errors.ContentRefused, 400, None),
    (fails(400, "Rejected by our safety system"), errors.ContentRefused, 400, None),
    (fails(413, "Too large"), errors.InvalidRequest, 413, None),
    (answers({"detail": [{"loc": ["body"], "msg": "bad"}]}, 422), errors.InvalidRequest, 422, None),
    (fails(408, "slow"), errors.EngineTimedOut, 408, None),
    (fails(409, "conflict"), errors.EngineUnreachable, 409, None),
    (fails(500, "The server had an error"), errors.EngineUnreachable, 500, None),
    (fails(503, "Loading model"), errors.EngineWarmingUp, 503, None),
    (fails(503, "Overloaded"), errors.EngineUnreachable, 503, None),
    (answers(b"<html><h1>Bad gateway</h1></html>", 502, "text/html"), errors.EngineUnreachable, 502, None),
    (answers(b"", 504), errors.EngineTimedOut, 504, None),
    (answers(b"404 page not found", 404, "text/plain"), errors.EngineFailed, 404, None),
    (answers(b"", 302), errors.EngineFailed, 302, None),
    (answers({"error": "only words"}, 418), errors.EngineFailed, 418, None),
    (answers(b"<html>Sign in</html>", 200, "text/html"), errors.EngineUnreachable, None, None),
    (answers(b'data: {"choices": [\n\n', 200, "text/event-stream"), errors.EngineFailed, None, None),
    (cuts("Era"), errors.EngineUnreachable, None, None),
    (says("Era", finish=None), errors.EngineUnreachable, None, None),
    (breaks("Era"), errors.EngineUnreachable, None, None),
    (breaks("Era", message="Quota", code="insufficient_quota"), errors.OutOfCredits, None, None),
    (says("Era", finish="content_filter"), errors.ContentRefused, None, None),
    (says(refusal="I can't help with that."), errors.ContentRefused, None, None),
    (says(), errors.EmptyAnswer, None, None),
]  # fmt: skip


@pytest.mark.parametrize(("reply", "kind", "status", "wait"), EVERY)
async def test_every_failure_has_its_name(
    openai_server: OpenAIServer,
    reply: Any,
    kind: type[errors.EngineError],
    status: int | None,
    wait: float | None,
) -> None:
    openai_server.script(reply)
    _, _, failure = await run(assistant_of(openai_server), brief=CHAT)
    assert isinstance(failure, errors.EngineError)
    assert (type(failure), failure.status, failure.retry_after) == (kind, status, wait)
    assert (failure.engine, failure.model) == ("openai", "gpt-6-luna")
    assert failure.__cause__ is None


async def test_a_wrong_key_is_told_and_never_shown(openai_server: OpenAIServer) -> None:
    _, _, failure = await run(assistant_of(openai_server, secret=NO_KEY))
    assert type(failure) is errors.Unauthorized
    assert NO_KEY.reveal() not in f"{failure} {failure.values} {failure.__cause__}"
    assert "•••" in failure.values["detail"]


async def test_what_can_not_be_a_key_is_not_sent(openai_server: OpenAIServer) -> None:
    _, _, failure = await run(assistant_of(openai_server, secret=Secret("two words")))
    assert (type(failure), openai_server.requests) == (errors.Unauthorized, [])


@pytest.mark.parametrize(
    ("address", "kind"),
    [("http://127.0.0.1:9", errors.EngineUnreachable), ("ftp://127.0.0.1", errors.EngineFailed),
     ("no address", errors.EngineFailed)],
)  # fmt: skip
async def test_addresses_that_lead_nowhere(
    openai_server: OpenAIServer, address: str, kind: type[errors.EngineError]
) -> None:
    _, _, failure = await run(assistant_of(openai_server, openai_base_url=address))
    assert type(failure) is kind


async def test_silence_has_an_end(openai_server: OpenAIServer) -> None:
    gate = Gate()
    openai_server.script(says("Oi").held(gate, at=-1))
    _, _, failure = await run(assistant_of(openai_server, request_timeout=0.2), brief=CHAT)
    assert type(failure) is errors.EngineTimedOut
    gate.open()


async def test_a_picture_a_model_can_not_see_is_told(local_server: OpenAIServer) -> None:
    said = [Message("user", "isto", (RED,))]
    _, _, failure = await run(assistant_of(local_server), said, Brief(model="tiny:1b"))
    assert isinstance(failure, errors.InvalidRequest)
    assert "image" in failure.values["detail"]


async def test_nothing_said_is_nothing_sent(openai_server: OpenAIServer) -> None:
    _, _, failure = await run(assistant_of(openai_server), [Message("assistant", "oi")], CHAT)
    assert (type(failure), openai_server.requests) == (errors.EmptyPrompt, [])
