"""Who serves a model, whom a request goes to, and who sees the token."""

from __future__ import annotations

import asyncio
import logging
import traceback
from contextlib import aclosing
from typing import Any

import pytest

from imaginario import errors
from imaginario.events import Painted, Progress, Waiting
from imaginario.secrets import Secret
from tests.contracts.huggingface import (
    HuggingFaceServer,
    Reply,
    black,
    cold,
    drawn,
    fails,
    paints,
    resets,
    says,
)
from tests.contracts.huggingface_rules import EDIT, Served
from tests.contracts.loopback import Gate
from tests.engines.huggingface_kit import (
    DEV,
    SCHNELL,
    SD3,
    TURBO,
    asked,
    engine_of,
    events_of,
    painted,
    photo,
)


@pytest.fixture
def server(huggingface_server: HuggingFaceServer) -> HuggingFaceServer:
    return huggingface_server


@pytest.mark.parametrize(
    "reply", [fails(500, {"error": "x"}), fails(502, b""), fails(503, b""), fails(404, {}), resets()]
)
async def test_the_next_provider_steps_in(server: HuggingFaceServer, reply: Reply) -> None:
    server.script("nscale", reply)
    events = await events_of(engine_of(server), asked(seed=1))
    assert [e.stage for e in events if isinstance(e, Progress)] == ["nscale", "together"]
    assert events[-1].provider == "together"


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (fails(401, {}), errors.Unauthorized),
        (fails(402, {}), errors.OutOfCredits),
        (fails(403, {}), errors.Forbidden),
        (fails(422, {}), errors.InvalidRequest),
        (fails(429, {}), errors.RateLimited),
        (fails(422, {"error": "flagged by moderation"}), errors.ContentRefused),
        (cold(20.0), errors.EngineWarmingUp),
        (paints(black()), errors.BlackImage),
    ],
)
async def test_nobody_steps_in_where_it_would_not_help(
    server: HuggingFaceServer, reply: Reply, kind: type[errors.EngineError]
) -> None:
    server.script("nscale", reply)
    with pytest.raises(kind):
        await events_of(engine_of(server), asked())
    assert server.to("together") == []


async def test_when_all_fail_the_one_that_may_pass_is_told(server: HuggingFaceServer) -> None:
    server.script("nscale", fails(502, b""))
    server.script("together", fails(404, {}))
    engine = engine_of(server)
    with pytest.raises(errors.EngineUnreachable) as caught:
        await events_of(engine, asked())
    assert caught.value.values["tried"] == "nscale, together"
    await painted(engine, asked())
    assert len(server.to("models")) == 2  # who serves it was asked anew


async def test_what_is_not_live_or_not_ours_is_passed_over(server: HuggingFaceServer) -> None:
    server.serve(
        "a/b",
        Served(provider="fal-ai", id="x", status="staging"),
        Served(provider="nscale", id="x", status="error"),
        Served(provider="replicate", id="x", task="image-to-image"),
        Served(provider="brand-new", id="x"),
        Served(provider="groq", id="x"),
        Served(provider="together", id="b"),
    )
    assert (await painted(engine_of(server), asked("a/b"))).provider == "together"


@pytest.mark.parametrize(
    "answer",
    [
        b"{}",
        b'{"inferenceProviderMapping": {}}',
        b'{"inferenceProviderMapping": {"nscale": {"status": "live"}}}',
        b'{"inferenceProviderMapping": {"nscale": null}}',
        b'{"inferenceProviderMapping": ["nscale"]}',
        b"[]",
        b'"x"',
    ],
)
async def test_a_model_served_by_nobody_is_gone(server: HuggingFaceServer, answer: bytes) -> None:
    server.script("model", says(answer, "application/json"))
    with pytest.raises(errors.ModelGone) as caught:
        await events_of(engine_of(server), asked())
    assert "no provider" in caught.value.values["detail"]


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (fails(401, {"error": "Invalid credentials in Authorization header"}), errors.Unauthorized),
        (fails(404, {"error": "Repository not found"}), errors.ModelGone),
        (fails(500, b""), errors.EngineFailed),
        (says(b"<html>"), errors.EngineUnreachable),
        (resets(), errors.EngineUnreachable),
    ],
)
async def test_a_look_up_that_fails(
    server: HuggingFaceServer, reply: Reply, kind: type[errors.EngineError]
) -> None:
    server.script("model", reply)
    with pytest.raises(kind):
        await events_of(engine_of(server), asked())


@pytest.mark.parametrize(
    "model", ["../whoami-v2", "a/../b", "a/b/c", "a b", "a?x=1", "a/b#c", "ftp://x/y", "é/b"]
)
async def test_what_is_no_model_id_goes_nowhere(server: HuggingFaceServer, model: str) -> None:
    with pytest.raises(errors.ModelGone):
        await events_of(engine_of(server), asked(model))
    assert server.requests == []


async def test_one_provider_only(server: HuggingFaceServer) -> None:
    engine = engine_of(server, hf_provider="together")
    assert (await painted(engine, asked())).provider == "together"
    with pytest.raises(errors.ModelGone) as caught:
        await events_of(engine, asked(SD3))
    assert caught.value.values["provider"] == "together"


async def test_two_engines_with_routers_of_their_own(server: HuggingFaceServer) -> None:
    other = HuggingFaceServer(token="hf_theOtherServersToken").start()
    try:
        mine, theirs = engine_of(server), engine_of(other)
        await asyncio.gather(*(painted(e, asked(m)) for e in (mine, theirs) for m in (SCHNELL, SD3)))
        for each in (server, other):
            assert len(each.to("nscale")) == len(each.to("hf-inference")) == 1
    finally:
        other.stop()


async def test_the_endpoint_that_was_set_paints_without_a_look_up(server: HuggingFaceServer) -> None:
    url = f"{server.url}/endpoint/mine"
    engine = engine_of(server, hf_endpoint_url=url, request_timeout=100)
    assert engine.card("").id == engine.fallback_models()[0].id == url
    result = await painted(engine, asked("", width=512, height=512, seed=4))
    assert (result.image.data, result.provider) == (drawn(512, 512, 4), "")
    (sent,) = server.requests
    assert sent.headers["authorization"] == f"Bearer {server.token}"
    assert "x-scale-up-timeout" not in sent.headers
    assert sent.json == {
        "inputs": "a cat on the moon",
        "parameters": {"width": 512, "height": 512, "seed": 4},
    }


async def test_other_models_still_go_to_the_providers(server: HuggingFaceServer) -> None:
    engine = engine_of(server, hf_endpoint_url=f"{server.url}/endpoint/mine")
    assert (await painted(engine, asked())).provider == "nscale"
    assert (await engine.models())[0].id == f"{server.url}/endpoint/mine"


async def test_an_endpoint_that_does_not_wake_in_time_is_a_cold_start(server: HuggingFaceServer) -> None:
    server.script("endpoint", cold(), cold())
    with pytest.raises(errors.EngineWarmingUp):
        await events_of(engine_of(server, hf_endpoint_url=f"{server.url}/endpoint/mine"), asked(""))
    assert len(server.requests) == 2


async def test_a_sleeping_endpoint_is_woken_and_the_seconds_are_counted(server: HuggingFaceServer) -> None:
    gate = Gate()
    server.script("endpoint", cold(), paints().held(gate))
    engine = engine_of(server, hf_endpoint_url=f"{server.url}/endpoint/mine", request_timeout=100.0)
    told = []
    async with aclosing(engine.generate(asked(""))) as stream:
        async for event in stream:
            told.append(event)
            if isinstance(event, Waiting):
                gate.open()
    assert [type(event) for event in told] == [Progress, Waiting, Painted]
    assert isinstance(told[1], Waiting)
    assert (told[1].reason, told[1].attempt) == ("endpoint_waking", 1)
    assert 89 < told[1].seconds <= 90
    asleep, held = server.requests
    assert "x-scale-up-timeout" not in asleep.headers
    assert held.headers["x-scale-up-timeout"] == "90"
    assert held.json == asleep.json


async def test_stopping_while_an_endpoint_wakes_hangs_up(server: HuggingFaceServer) -> None:
    gate = Gate()
    server.script("endpoint", cold(), paints().held(gate))
    engine = engine_of(server, hf_endpoint_url=f"{server.url}/endpoint/mine")
    async with aclosing(engine.generate(asked(""))) as stream:
        async for event in stream:
            if isinstance(event, Waiting):
                assert await asyncio.to_thread(gate.reached.wait, 5)
                break
    assert await asyncio.to_thread(server.requests[-1].disconnected.wait, 1)


async def test_an_endpoint_needs_no_key_and_gets_none(
    server: HuggingFaceServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_TOKEN", "hf_theMachinesOwnToken")
    url = f"{server.url}/endpoint/public"
    await painted(engine_of(server, secret=None, hf_endpoint_url=url), asked(""))
    assert "authorization" not in server.requests[0].headers


@pytest.mark.parametrize(
    "url",
    [
        "{server}/endpoint/x",
        "http://127.0.0.1:8080/",
        "http://169.254.169.254/latest",
        "https://evil.example/",
        "https://evil.example/.endpoints.huggingface.cloud",
        "https://evil.example#.endpoints.huggingface.cloud",
        "https://evil.example\\.endpoints.huggingface.cloud",
        "https://user@x.endpoints.huggingface.cloud",
        "https://x.endpoints.huggingface.cloud.evil.example",
        "https://x.endpoints.huggingface.cloud@evil.example",
        "http://x.endpoints.huggingface.cloud",
        "https://x.endpoints.huggingface.cloud\n",
    ],
)
async def test_nobody_can_name_any_address_as_a_model(server: HuggingFaceServer, url: str) -> None:
    engine = engine_of(server, hf_endpoint_url=f"{server.url}/endpoint/mine")
    with pytest.raises(errors.InvalidRequest):
        await events_of(engine, asked(url.format(server=server.url)))
    assert server.requests == []


@pytest.mark.parametrize(
    ("url", "source", "seen"),
    [
        ("https://abc.us-east-1.aws.endpoints.huggingface.cloud", "session", True),
        ("https://abc.us-east-1.aws.endpoints.huggingface.cloud/x", "file", True),
        ("https://abc.us-east-1.aws.endpoints.huggingface.cloud", "environment", False),
        ("https://set.example/x", "environment", True),
        ("https://set.example/y", "session", False),
    ],
)
def test_who_sees_the_token(url: str, source: Any, seen: bool) -> None:
    from imaginario.engines._huggingface.endpoints import token_for

    given = token_for(url, "https://set.example/x", Secret("hf_precious12345", source))
    assert given == ("hf_precious12345" if seen else "")


async def test_a_foreign_picture_host_never_sees_the_token(server: HuggingFaceServer) -> None:
    host = HuggingFaceServer().start()
    try:
        server.media_url = host.url
        for provider, model in (("fal-ai", TURBO), ("replicate", DEV), ("wavespeed", TURBO)):
            host.put_picture(drawn())
            await painted(engine_of(server, hf_provider=provider), asked(model))
        assert len(host.requests) == 3
        assert not any(server.token in str(e.headers) + e.query for e in host.requests)
    finally:
        host.stop()


async def test_the_machines_token_stays_out_of_it(
    server: HuggingFaceServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_TOKEN", "hf_theMachinesOwnToken")
    engine = engine_of(server)
    for model, entries in server.catalogue.models.items():
        if entries:
            edited = entries[0].task == EDIT
            await painted(engine, asked(model, image=photo() if edited else None))
    await engine.models()
    await engine.check()
    assert len(server.requests) > 8
    assert not any("hf_theMachinesOwnToken" in str(e.headers) for e in server.requests)


ECHOES = [
    fails(401, {"error": "bad token hf_contractTokenForTests0123"}),
    fails(422, b"<p>hf_contractTokenForTests0123</p>"),
    fails(500, ["hf_contractTokenForTests0123"]),
    cold("hf_contractTokenForTests0123"),
    resets(),
    says(b"hf_contractTokenForTests0123"),
]


@pytest.mark.parametrize("reply", ECHOES)
async def test_the_token_is_in_no_error_and_no_log(
    server: HuggingFaceServer, reply: Reply, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    engine = engine_of(server)
    server.script("hf-inference", reply)
    with pytest.raises(errors.EngineError) as caught:
        await events_of(engine, asked(SD3))
    told = "".join(traceback.format_exception(caught.value)) + repr(caught.value) + str(caught.value.values)
    assert server.token not in told + caplog.text + repr(vars(engine))
    assert caught.value.__cause__ is None  # the SDK's own error holds the request's headers


async def test_a_key_of_somebody_else_is_sent_nowhere(server: HuggingFaceServer) -> None:
    engine = engine_of(server, secret=Secret("AIzaSyNotForHuggingFace0000000"))
    for call in (events_of(engine, asked()), engine.check()):
        with pytest.raises(errors.Unauthorized) as caught:
            await call
        assert "AIza" not in str(caught.value)
    assert server.requests == []


async def test_without_a_key_nothing_is_sent(server: HuggingFaceServer) -> None:
    engine = engine_of(server, secret=None)
    for call in (events_of(engine, asked()), engine.check()):
        with pytest.raises(errors.MissingSecret):
            await call
    assert server.requests == []


async def test_check(server: HuggingFaceServer) -> None:
    await engine_of(server).check()
    assert server.requests[0].path == "/api/whoami-v2"
    with pytest.raises(errors.Unauthorized):
        await engine_of(server, secret=Secret("hf_wrongwrongwrong")).check()
