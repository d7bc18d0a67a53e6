"""Everything Hugging Face and its providers can do wrong, by its name."""

from __future__ import annotations

import json
from typing import Any

import pytest

from imaginario import errors
from imaginario.engines._huggingface.wire import MAX_ANSWER
from imaginario.engines.huggingface import HuggingFaceEngine
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
from tests.engines.huggingface_kit import DEV, SD3, TURBO, asked, engine_of, events_of


@pytest.fixture
def server(huggingface_server: HuggingFaceServer) -> HuggingFaceServer:
    return huggingface_server


CREDITS = "You have exceeded your monthly included credits for Inference Providers."
NUMBERED: list[tuple[Reply, type[errors.EngineError], float | None]] = [
    (fails(401, {"error": "Invalid username or password."}), errors.Unauthorized, None),
    (fails(402, {"error": CREDITS}), errors.OutOfCredits, None),
    (fails(403, {"error": "insufficient permissions"}), errors.Forbidden, None),
    (fails(404, {"error": "Model X does not exist"}), errors.ModelGone, None),
    (fails(410, {"error": "no longer supported"}), errors.ModelGone, None),
    (fails(400, {"error": ["Error in `inputs`: field required"]}), errors.InvalidRequest, None),
    (fails(400, {"error": "Model not supported by provider hf-inference"}), errors.ModelGone, None),
    (fails(422, {"detail": [{"loc": ["body"], "msg": "too large"}]}), errors.InvalidRequest, None),
    (fails(422, {"detail": [{"type": "content_policy_violation"}]}), errors.ContentRefused, None),
    (fails(400, {"error": {"message": "NSFW content detected"}}), errors.ContentRefused, None),
    (fails(429, {"error": "slow down"}), errors.RateLimited, None),
    (fails(429, {"error": "slow down"}, retry_after="7"), errors.RateLimited, 7.0),
    (fails(429, {"error": "slow down"}, retry_after="7000"), errors.RateLimited, 60.0),
    (fails(429, {}, retry_after="soon"), errors.RateLimited, None),
    (
        fails(
            429, {}, retry_after="Sat, 21 Nov 2026 10:00:12 GMT", date="Sat, 21 Nov 2026 10:00:00 GMT"
        ),
        errors.RateLimited,
        12.0,
    ),
    (fails(429, {}, retry_after="Fri, 01 Jan 1999 00:00:00 GMT"), errors.RateLimited, 0.0),
    (fails(408), errors.EngineTimedOut, None),
    (fails(500, {"error": "CUDA out of memory"}), errors.EngineFailed, None),
    (fails(502, b"<html><h1>Bad Gateway</h1></html>"), errors.EngineUnreachable, None),
    (fails(504, b"<html>"), errors.EngineUnreachable, None),
    (fails(418, {"error": "?"}), errors.EngineFailed, None),
    (cold(), errors.EngineWarmingUp, None),
    (cold(20.0), errors.EngineWarmingUp, 20.0),
    (cold(900), errors.EngineWarmingUp, 60.0),
    (cold("soon"), errors.EngineWarmingUp, None),
    (cold(float("nan")), errors.EngineWarmingUp, None),
    (cold(-4), errors.EngineWarmingUp, 0.0),
    (fails(503, {"error": "Model too busy, unable to get response"}), errors.EngineUnreachable, None),
    (resets(), errors.EngineUnreachable, None),
]  # fmt: skip


@pytest.mark.parametrize(("reply", "kind", "wait"), NUMBERED)
async def test_every_failure_has_its_name(
    server: HuggingFaceServer, reply: Reply, kind: type[errors.EngineError], wait: float | None
) -> None:
    server.script("hf-inference", reply)
    with pytest.raises(errors.EngineError) as caught:
        await events_of(engine_of(server), asked(SD3))
    assert type(caught.value) is kind
    assert caught.value.retry_after == wait
    assert (caught.value.engine, caught.value.model) == ("huggingface", SD3)
    assert caught.value.values["provider"] == "hf-inference"
    assert caught.value.status == (None if reply.reset else reply.status)


@pytest.mark.parametrize(
    ("body", "detail"),
    [
        (b'["first", "second"]', "first; second"),
        (b'"only words"', "only words"),
        (b'{"errors": {"message": "deep"}}', "deep"),
        (b'{"error": null}', ""),
        (b"12", ""),
        (b"<html><body><h1>Bad</h1> day</body></html>", "Bad day"),
        (b"\xff\xfe\x00garbage", "\ufffd\ufffd\x00garbage"),
        (b"", ""),
        (b"x" * 5000, "x" * 300),
    ],
)
async def test_error_bodies_of_every_form(server: HuggingFaceServer, body: bytes, detail: str) -> None:
    server.script("hf-inference", fails(422, body))
    with pytest.raises(errors.InvalidRequest) as caught:
        await events_of(engine_of(server), asked(SD3))
    assert caught.value.values["detail"] == detail


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (paints(drawn(512, 512)[:-400]), errors.BrokenImage),
        (says(b"<!doctype html><title>Sign in</title>"), errors.BrokenImage),
        (says(b'{"error": "no"}', "application/json"), errors.BrokenImage),
        (says(b"", "image/png"), errors.BrokenImage),
        (paints(black()), errors.BlackImage),
    ],
)
async def test_what_is_no_honest_picture(
    server: HuggingFaceServer, reply: Reply, kind: type[errors.EngineError]
) -> None:
    server.script("hf-inference", reply)
    with pytest.raises(kind):
        await events_of(engine_of(server), asked(SD3))


@pytest.mark.parametrize(
    "answer",
    [b"{}", b'{"images": []}', b'{"images": [{}]}', b'{"images": null}', b"[]", b"null", b"plain words",
     b'{"output": "x", "images": [{"url": "file:///etc/passwd"}]}'],
)  # fmt: skip
async def test_an_answer_of_another_shape_is_a_failure(server: HuggingFaceServer, answer: bytes) -> None:
    server.script("fal-ai", says(answer, "application/json"))
    with pytest.raises((errors.EngineFailed, errors.EngineUnreachable)):
        await events_of(engine_of(server, hf_provider="fal-ai"), asked(TURBO))


async def test_a_filter_that_only_winks_is_seen(server: HuggingFaceServer) -> None:
    server.script("fal-ai", paints(drawn(), has_nsfw_concepts=[True]))
    with pytest.raises(errors.ContentRefused):
        await events_of(engine_of(server), asked(TURBO))


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ({"output": None, "status": "starting", "urls": None}, errors.EngineWarmingUp),
        ({"output": [], "status": "processing", "urls": {}}, errors.EngineWarmingUp),
        ({"output": [], "status": "starting", "urls": {"get": "no address"}}, errors.EngineFailed),
        ({"output": None, "status": "failed", "error": "NSFW content detected"}, errors.ContentRefused),
        ({"output": None, "status": "failed", "error": "CUDA error"}, errors.EngineFailed),
        ({"output": 7, "status": "succeeded"}, errors.EngineFailed),
    ],
)
async def test_predictions_that_bring_nothing(
    server: HuggingFaceServer, told: dict[str, Any], kind: type[errors.EngineError]
) -> None:
    server.script("replicate", paints(**told))
    with pytest.raises(kind):
        await events_of(engine_of(server, hf_provider="replicate"), asked(DEV))


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (fails(404, b"<html>"), errors.EngineFailed),
        (fails(403, b"<html>"), errors.EngineFailed),
        (fails(502, b"<html>"), errors.EngineUnreachable),
        (resets(), errors.EngineUnreachable),
        (says(b"<html>"), errors.BrokenImage),
    ],
)
async def test_a_picture_host_that_fails(
    server: HuggingFaceServer, reply: Reply, kind: type[errors.EngineError]
) -> None:
    server.script("media", reply)
    with pytest.raises(kind):
        await events_of(engine_of(server, hf_provider="fal-ai"), asked(TURBO))


async def test_a_job_that_fails(server: HuggingFaceServer) -> None:
    failed = json.dumps({"data": {"status": "failed", "error": "out of memory"}}).encode()
    server.script("poll", says(failed, "application/json"))
    with pytest.raises(errors.EngineFailed):
        await events_of(engine_of(server, hf_provider="wavespeed"), asked(TURBO))


async def test_a_job_whose_status_can_not_be_asked(server: HuggingFaceServer) -> None:
    server.script("poll", fails(502, b"<html>"))
    with pytest.raises(errors.EngineUnreachable) as caught:
        await events_of(engine_of(server, hf_provider="wavespeed"), asked(TURBO))
    assert caught.value.status == 502


async def test_nobody_listening_is_unreachable() -> None:
    engine = HuggingFaceEngine(secret=Secret("hf_somebody1234"), hf_hub_url="http://127.0.0.1:9")
    with pytest.raises(errors.EngineUnreachable):
        await events_of(engine, asked())


async def test_an_answer_has_a_largest_size(server: HuggingFaceServer) -> None:
    server.script("hf-inference", says(drawn() + bytes(MAX_ANSWER), "image/png"))
    with pytest.raises(errors.EngineFailed) as caught:
        await events_of(engine_of(server), asked(SD3))
    assert "more bytes" in caught.value.values["raised"]
