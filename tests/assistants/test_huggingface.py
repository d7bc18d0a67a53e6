"""The Hugging Face assistant against the router's contract: what is sent, and what comes of it."""

from __future__ import annotations

import asyncio
import base64
import json
import subprocess
import sys
from contextlib import aclosing
from dataclasses import replace

import pytest

from imaginario import errors
from imaginario.assistants.base import Brief
from imaginario.chat import Message, PromptDraft, Sampling
from imaginario.events import PromptReady, TextDelta
from imaginario.secrets import Secret
from imaginario.settings import Settings
from imaginario.wiring import House
from tests.assistants.huggingface_kit import (
    CHAT,
    DEEPSEEK,
    EDIT,
    GEMMA,
    GLM,
    IDEA,
    PHOTO,
    PROMPT,
    VISION,
    assistant_of,
    run,
    sent,
)
from tests.contracts.huggingface import HuggingFaceServer
from tests.contracts.huggingface_chat import DRAFT, Model, fails, says, writes
from tests.contracts.loopback import Gate


@pytest.fixture
def server(huggingface_server: HuggingFaceServer) -> HuggingFaceServer:
    return huggingface_server


# What comes back


async def test_chat_streams_the_words(server: HuggingFaceServer) -> None:
    server.chat.script(says("Olá", ", ", "gato\u2028!", thought="hm"))
    events = [e async for e in assistant_of(server).stream(IDEA, brief=CHAT)]
    assert events == [TextDelta("Olá"), TextDelta(", "), TextDelta("gato\u2028!")]


@pytest.mark.parametrize("brief", [PROMPT, EDIT], ids=["prompt", "edit"])
async def test_a_draft_is_shown_while_it_is_written(server: HuggingFaceServer, brief: Brief) -> None:
    events = [e async for e in assistant_of(server).stream(IDEA, brief=brief)]
    *words, last = events
    assert isinstance(last, PromptReady)
    assert last.draft == PromptDraft(**DRAFT)
    assert len(words) > 1
    assert "".join(e.text for e in words if isinstance(e, TextDelta)) == DRAFT["prompt_local"]


async def test_plain_words_where_json_was_asked_are_a_draft(server: HuggingFaceServer) -> None:
    server.chat.script(says("A cat on the moon, ", "blue light"))
    words, drafts, error = await run(assistant_of(server))
    assert (words, error) == ("A cat on the moon, blue light", None)
    assert drafts[0].prompt == "A cat on the moon, blue light"


@pytest.mark.parametrize(
    "pieces",
    [
        ("<think>", "the moon", "</think>", "\n\nOlá", " gato"),
        ("<thi", "nk>a <b> </thi", "nk>Olá gato"),
        ("\n<think>x</think>\n", "Olá gato"),
        ("Olá", " gato"),
    ],
)
async def test_thoughts_are_not_said(server: HuggingFaceServer, pieces: tuple[str, ...]) -> None:
    server.chat.script(says(*pieces))
    assert (await run(assistant_of(server), brief=CHAT))[0] == "Olá gato"


async def test_what_only_looks_like_a_thought_is_said(server: HuggingFaceServer) -> None:
    server.chat.script(says("<th", "e moon>"), says("<"))
    assistant = assistant_of(server)
    assert (await run(assistant, brief=CHAT))[0] == "<the moon>"
    assert (await run(assistant, brief=CHAT))[0] == "<"


async def test_a_provider_that_does_not_stream_is_read_too(server: HuggingFaceServer) -> None:
    body = {"choices": [{"message": {"role": "assistant", "content": "Olá"}, "finish_reason": "stop"}]}
    server.chat.script(replace(fails(200, body), status=200))
    assert await run(assistant_of(server), brief=CHAT) == ("Olá", [], None)


async def test_a_chat_answer_at_its_limit_ends_in_an_ellipsis(server: HuggingFaceServer) -> None:
    server.chat.script(says("Era uma", finish="length"))
    assert (await run(assistant_of(server), brief=CHAT))[0] == "Era uma…"


async def test_an_answer_eaten_by_thinking_is_asked_again_once_with_room(server: HuggingFaceServer) -> None:
    server.chat.script(says(thought="long", finish="length"), says("Olá"), says(finish="length"))
    server.chat.script(says("<think>and on", finish="length"))
    brief = Brief(sampling=Sampling(max_output_tokens=100))
    assistant = assistant_of(server)
    assert await run(assistant, brief=brief) == ("Olá", [], None)
    assert [body["max_tokens"] for body in sent(server)] == [100, 8292]
    assert isinstance((await run(assistant, brief=brief))[2], errors.EmptyAnswer)


# What is sent


async def test_only_what_was_chosen_is_sent(server: HuggingFaceServer) -> None:
    await run(assistant_of(server), brief=CHAT)
    (body,) = sent(server)
    assert next(iter(body)) == "model"  # the router reads no further to find a provider
    assert set(body) == {"model", "messages", "stream"}
    assert body["model"] == GEMMA
    exchange = server.requests[-1]
    assert exchange.headers["authorization"] == f"Bearer {server.token}"
    assert server.token not in exchange.query + exchange.body.decode()


async def test_every_choice_reaches_the_wire(server: HuggingFaceServer) -> None:
    sampling = Sampling(temperature=0.5, top_p=0.9, top_k=40, max_output_tokens=300)
    brief = Brief(kind="prompt", language="pt-BR", model=f"{VISION}:fastest", sampling=sampling)
    await run(assistant_of(server), brief=brief)
    body = sent(server)[0]
    assert (body["temperature"], body["top_p"], body["top_k"], body["max_tokens"]) == (0.5, 0.9, 40, 300)
    assert body["model"] == f"{VISION}:fastest"
    schema = body["response_format"]["json_schema"]
    assert list(schema["schema"]["properties"])[:2] == ["prompt_local", "prompt"]
    assert "Brazilian Portuguese" in body["messages"][0]["content"]


async def test_the_two_sides_take_turns_and_pictures_come_before_words(server: HuggingFaceServer) -> None:
    said = (
        Message("assistant", "welcome"),
        Message("user", "look", (PHOTO,)),
        Message("user", "a cat"),
        Message("assistant", "nice"),
        Message("assistant", "hidden", hidden=True),
        Message("assistant", "more?"),
        Message("user", "yes"),
        Message("assistant", "unanswered"),
    )
    await run(assistant_of(server), said, CHAT)
    _, *turns = sent(server)[0]["messages"]
    url = f"data:image/png;base64,{base64.b64encode(PHOTO.data).decode()}"
    picture = {"type": "image_url", "image_url": {"url": url}}
    words = [{"type": "text", "text": "look"}, {"type": "text", "text": "a cat"}]
    assert turns == [
        {"role": "user", "content": [picture, *words]},
        {"role": "assistant", "content": "nice\n\nmore?"},
        {"role": "user", "content": "yes"},
    ]


async def test_only_the_newest_pictures_travel(server: HuggingFaceServer) -> None:
    said = [Message("user", f"{n}", (PHOTO, PHOTO)) for n in range(3)]
    await run(assistant_of(server), said, CHAT)
    parts = sent(server)[0]["messages"][1]["content"]
    assert [part["type"] for part in parts] == ["text"] + (["image_url"] * 2 + ["text"]) * 2


async def test_a_model_that_can_not_see_is_told_so(server: HuggingFaceServer) -> None:
    said = (Message("user", "what is this?", (PHOTO,)),)
    await run(assistant_of(server), said, Brief(model=DEEPSEEK))
    (body,) = sent(server)
    assert "can't look at pictures" in body["messages"][1]["content"]
    assert "base64" not in json.dumps(body)


async def test_a_model_that_refuses_pictures_is_asked_again_without(server: HuggingFaceServer) -> None:
    server.chat.models[VISION] = Model(sees=True)
    server.chat.script(fails(400, {"error": {"message": "This model does not support image input."}}))
    assistant = assistant_of(server)
    words, _, error = await run(assistant, (Message("user", "?", (PHOTO,)),), Brief(model=VISION))
    assert (words, error) == ("Olá, gato!", None)
    assert ["base64" in json.dumps(body) for body in sent(server)] == [True, False]


async def test_a_refused_schema_is_left_out_and_not_offered_again(server: HuggingFaceServer) -> None:
    server.chat.structured = False
    server.chat.script(writes(), writes())
    assistant = assistant_of(server)
    for _ in range(2):
        _, drafts, error = await run(assistant)
        assert (drafts, error) == ([PromptDraft(**DRAFT)], None)
    assert ["response_format" in body for body in sent(server)] == [True, False, False]


async def test_a_list_that_says_no_saves_the_refusal(server: HuggingFaceServer) -> None:
    assistant = assistant_of(server)
    await assistant.models()
    server.chat.script(writes())
    await run(assistant, brief=replace(PROMPT, model=DEEPSEEK))
    assert ["response_format" in body for body in sent(server)] == [False]


async def test_a_refused_top_k_is_left_out(server: HuggingFaceServer) -> None:
    brief = Brief(model=DEEPSEEK, sampling=Sampling(top_k=40, temperature=1.0))
    words, _, error = await run(assistant_of(server), brief=brief)
    assert (words, error) == ("Olá, gato!", None)
    assert ["top_k" in body for body in sent(server)] == [True, False]
    assert sent(server)[1]["temperature"] == 1.0


async def test_a_value_out_of_range_is_not_swept_under_the_carpet(server: HuggingFaceServer) -> None:
    brief = Brief(sampling=Sampling(temperature=3.0, top_k=40))
    assert isinstance((await run(assistant_of(server), brief=brief))[2], errors.InvalidRequest)
    assert len(sent(server)) == 1


# Models


async def test_models_that_are_served_the_recommended_and_the_seeing_first(server: HuggingFaceServer) -> None:
    models = await assistant_of(server).models()
    assert [m.id for m in models] == [GEMMA, DEEPSEEK, VISION, GLM]
    assert [m.title for m in models[:3]] == ["Gemma 3 27B", "DeepSeek V4 Pro", "Qwen3-VL-30B"]
    assert "authorization" not in server.requests[0].headers


def test_the_built_in_list_begins_with_the_default(server: HuggingFaceServer) -> None:
    models = assistant_of(server).fallback_models()
    assert models[0].id == GEMMA
    assert all(m.title for m in models)


async def test_a_default_that_is_gone_is_followed_by_the_best_that_is_served(
    server: HuggingFaceServer,
) -> None:
    del server.chat.models[GEMMA]
    assistant = assistant_of(server)
    assert await run(assistant, brief=CHAT) == ("Olá, gato!", [], None)
    assert [body["model"] for body in sent(server)] == [GEMMA, DEEPSEEK]
    assert assistant.fallback_models()[0].id == DEEPSEEK


async def test_a_model_somebody_chose_is_not_replaced(server: HuggingFaceServer) -> None:
    _, _, error = await run(assistant_of(server), brief=Brief(model="openai/gpt-oss-120b"))
    assert isinstance(error, errors.ModelGone)
    assert len(sent(server)) == 1


@pytest.mark.parametrize("model", ["gpt", "a/b/c", "a/b c", "http://127.0.0.1/x", "../x", "a/b:c:d"])
async def test_what_is_no_model_is_not_asked_for(server: HuggingFaceServer, model: str) -> None:
    assert isinstance((await run(assistant_of(server), brief=Brief(model=model)))[2], errors.ModelGone)
    assert server.requests == []


async def test_check_asks_whose_token_it_is(server: HuggingFaceServer) -> None:
    await assistant_of(server).check()
    assert server.requests[0].path == "/api/whoami-v2"
    with pytest.raises(errors.Unauthorized):
        await assistant_of(server, secret=Secret("hf_wrongwrongwrong")).check()


# Streams that close, clients that stay


@pytest.mark.parametrize("brief", [CHAT, PROMPT], ids=["chat", "prompt"])
async def test_closing_the_generator_hangs_up(server: HuggingFaceServer, brief: Brief) -> None:
    reply = says("Olá", " mundo") if brief is CHAT else writes()
    server.chat.script(reply.held(Gate(), at=1 if brief is CHAT else 4))
    async with aclosing(assistant_of(server).stream(IDEA, brief=brief)) as stream:
        await anext(stream)
        assert not server.requests[-1].disconnected.is_set()
    assert await asyncio.to_thread(server.requests[-1].disconnected.wait, 1)


async def test_cancelling_hangs_up_before_the_first_byte(server: HuggingFaceServer) -> None:
    gate = Gate()
    server.chat.script(says("x").held(gate, at=-1))
    task = asyncio.create_task(run(assistant_of(server)))
    assert await asyncio.to_thread(gate.reached.wait, 5)
    task.cancel()
    assert await asyncio.to_thread(server.requests[-1].disconnected.wait, 1)
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_many_at_once_share_one_session(server: HuggingFaceServer) -> None:
    gates = [Gate() for _ in range(12)]
    server.chat.script(*(says("a", "b").held(gate) for gate in gates))
    assistant = assistant_of(server)
    tasks = [asyncio.create_task(run(assistant, brief=CHAT)) for _ in gates]
    for gate in gates:
        assert await asyncio.to_thread(gate.reached.wait, 5)
        gate.open()
    assert [await task for task in tasks] == [("ab", [], None)] * 12


def test_one_assistant_may_serve_one_loop_after_another(server: HuggingFaceServer) -> None:
    assistant = assistant_of(server)

    async def once() -> str:
        return (await run(assistant, brief=CHAT))[0]

    assert [asyncio.run(once()), asyncio.run(once())] == ["Olá, gato!"] * 2


def test_importing_the_module_imports_no_sdk() -> None:
    code = (
        "import sys, imaginario.assistants.huggingface\n"
        "print([m for m in sys.modules if m.split('.')[0] in ('huggingface_hub', 'httpx2')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


# Keys: an engine and an assistant of one name


async def test_one_token_opens_the_assistant_and_the_engine() -> None:
    house = House(Settings(), environ={"HF_TOKEN": "hf_oneTokenForBoth123"})
    services = house.services(house.secrets())
    assert next(iter(services.assistants)) == next(iter(services.engines)) == "huggingface"
    await house.aclose()


async def test_an_endpoint_without_a_token_paints_but_does_not_write() -> None:
    house = House(Settings(hf_endpoint_url="http://127.0.0.1:1/mine"), environ={})
    services = house.services(house.secrets())
    assert "huggingface" in services.engines
    assert "huggingface" not in services.assistants
    with pytest.raises(errors.MissingSecret):
        services.assistant("huggingface")
    await house.aclose()
