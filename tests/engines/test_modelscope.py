"""The ModelScope engine against the contract server: orders, questions, pictures, and what fails."""

from __future__ import annotations

import asyncio
import time
from contextlib import aclosing
from typing import Any

import pytest

from imaginario import errors
from imaginario.engines.modelscope import ModelScopeEngine
from imaginario.events import Painted, Progress
from imaginario.images import Image, ImageRequest, Param, Task
from imaginario.secrets import Secret
from tests.contracts.gemini import oblong
from tests.contracts.loopback import Gate
from tests.contracts.modelscope import KEY, ModelScopeServer, Refused

QWEN, TURBO, EDIT = "Qwen/Qwen-Image", "Tongyi-MAI/Z-Image-Turbo", "Qwen/Qwen-Image-Edit"
RED = Image(oblong(48, 32, (200, 30, 30)), "image/png", 48, 32)


def engine_of(server: ModelScopeServer, key: str = KEY, **options: Any) -> ModelScopeEngine:
    """An engine for whom this server is the service."""
    return ModelScopeEngine(
        secret=Secret(key), modelscope_url=server.url, **{"request_timeout": 20} | options
    )


async def events_of(engine: ModelScopeEngine, prompt: str = "a cat", **options: Any) -> list[Any]:
    """Everything the engine says."""
    try:
        async with aclosing(engine.generate(ImageRequest(prompt=prompt, **options))) as events:
            return [event async for event in events]
    finally:
        await engine.aclose()


async def failure(engine: ModelScopeEngine, **options: Any) -> errors.EngineError:
    """How it failed."""
    with pytest.raises(errors.EngineError) as caught:
        await events_of(engine, **options)
    assert KEY not in repr(caught.value.values)
    assert caught.value.__cause__ is None
    return caught.value


async def test_a_picture_from_words(modelscope_server: ModelScopeServer) -> None:
    modelscope_server.script({"task_status": "PENDING"}, {"task_status": "RUNNING"})
    *stages, last = await events_of(
        engine_of(modelscope_server), width=1024, height=768, seed=7, negative_prompt="blur",
        num_inference_steps=9, guidance_scale=3.5,
    )  # fmt: skip
    assert [event.stage for event in stages if isinstance(event, Progress)] == ["queued", "queued", "working"]
    assert isinstance(last, Painted)
    assert (last.image.width, last.image.height, last.seed) == (96, 64, 7)
    assert modelscope_server.orders == [
        {"model": QWEN, "prompt": "a cat", "negative_prompt": "blur", "size": "1024x768", "seed": 7,
         "steps": 9, "guidance": 3.5}
    ]  # fmt: skip


async def test_what_nobody_asked_for_is_not_sent(modelscope_server: ModelScopeServer) -> None:
    await events_of(engine_of(modelscope_server), model=TURBO, guidance_scale=7.0, negative_prompt="blur")
    assert modelscope_server.orders == [{"model": TURBO, "prompt": "a cat"}]


async def test_several_pictures_have_seeds_of_their_own(modelscope_server: ModelScopeServer) -> None:
    events = await events_of(engine_of(modelscope_server), seed=2**31 - 1, num_images_per_prompt=2)
    painted = [event for event in events if isinstance(event, Painted)]
    assert [(event.index, event.seed) for event in painted] == [(0, 2**31 - 1), (1, 0)]
    assert [order["seed"] for order in modelscope_server.orders] == [2**31 - 1, 0]
    assert [event.details["sent"] for event in painted] == [{"seed": 2**31 - 1}, {"seed": 0}]


async def test_an_edit_carries_its_pictures(modelscope_server: ModelScopeServer) -> None:
    await events_of(engine_of(modelscope_server), model=EDIT, image=RED, reference_images=(RED,))
    pictures = modelscope_server.orders[0]["image_url"]
    assert len(pictures) == 2
    assert all(picture.startswith("data:image/png;base64,") for picture in pictures)


async def test_the_key_goes_to_the_service_and_not_to_the_picture(
    modelscope_server: ModelScopeServer,
) -> None:
    await events_of(engine_of(modelscope_server))
    kept = {e.path: e.headers.get("authorization") for e in modelscope_server.requests}
    assert kept["/pictures/1-abc.png"] is None
    assert kept["/v1/images/generations"] == f"Bearer {KEY}"


@pytest.mark.parametrize(
    "url", ["http://169.254.169.254/latest", "file:///etc/passwd", "http://127.0.0.1:1/x"]
)
async def test_a_picture_is_not_fetched_from_anywhere(url: str, modelscope_server: ModelScopeServer) -> None:
    modelscope_server.script({"task_status": "SUCCEED", "output_images": [url]})
    assert (await failure(engine_of(modelscope_server))).values["detail"] == "picture_gone"


async def test_stop_while_it_is_asked_after(modelscope_server: ModelScopeServer) -> None:
    modelscope_server.gate = Gate()
    engine = engine_of(modelscope_server)
    events = engine.generate(ImageRequest(prompt="a cat"))
    assert await anext(events) == Progress(0, 1, "queued")
    waiting = asyncio.ensure_future(anext(events))
    await asyncio.to_thread(modelscope_server.gate.reached.wait, 10)
    began = time.monotonic()
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    await events.aclose()
    assert time.monotonic() - began < 1
    assert await asyncio.to_thread(modelscope_server.requests[-1].disconnected.wait, 10)
    await engine.aclose()


async def test_patience_ends(modelscope_server: ModelScopeServer) -> None:
    modelscope_server.script(*[{"task_status": "RUNNING"}] * 20)
    found = await failure(engine_of(modelscope_server, wait_budget=1.0))
    assert isinstance(found, errors.EngineTimedOut)


async def test_patience_ends_with_a_picture_that_does_not_come(modelscope_server: ModelScopeServer) -> None:
    modelscope_server.picture_gate = Gate()
    found = await failure(engine_of(modelscope_server, wait_budget=1.0))
    assert isinstance(found, errors.EngineTimedOut)
    modelscope_server.picture_gate.open()


async def test_a_stumble_while_asking_is_forgiven(modelscope_server: ModelScopeServer) -> None:
    modelscope_server.fails = [None, Refused(503, "busy")]
    assert isinstance((await events_of(engine_of(modelscope_server)))[-1], Painted)
    assert len(modelscope_server.orders) == 1


@pytest.mark.parametrize(
    ("status", "message", "headers", "kind"),
    [
        (400, "Model id: x/y, has no provider supported", {}, errors.ModelGone),
        (400, "Invalid parameter: size", {}, errors.InvalidRequest),
        (400, "Input data may contain inappropriate content.", {}, errors.ContentRefused),
        (401, "Please bind your Alibaba Cloud account before use.", {}, errors.Forbidden),
        (403, "forbidden", {}, errors.Forbidden),
        (404, "page not found", {}, errors.ModelGone),
        (429, "You have exceeded today's quota for this model", {}, errors.OutOfCredits),
        (429, "Too many requests", {"Retry_After": "7"}, errors.RateLimited),
        (429, "Too many requests", {"modelscope_ratelimit_requests_remaining": "0"}, errors.OutOfCredits),
        (500, "internal error", {}, errors.EngineUnreachable),
        (418, "I am a teapot", {}, errors.EngineFailed),
    ],
)
async def test_what_the_service_refuses(
    status: int,
    message: str,
    headers: dict[str, str],
    kind: type[errors.EngineError],
    modelscope_server: ModelScopeServer,
) -> None:
    modelscope_server.fails = [Refused(status, f"{message} (token {KEY})", **headers)]
    found = await failure(engine_of(modelscope_server))
    assert (type(found), found.status) == (kind, status)
    assert found.retry_after == (7.0 if "Retry_After" in headers else None)


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        ({"task_status": "FAILED", "errors": {"message": "nsfw content"}}, errors.ContentRefused),
        ({"task_status": "FAILED", "errors": {"message": "worker died"}}, errors.EngineFailed),
        ({"task_status": "SUCCEED", "output_images": []}, errors.OnlyWords),
        ({"hello": 1}, errors.EngineFailed),
    ],
)
async def test_what_a_task_comes_to(
    answer: dict[str, Any], kind: type[errors.EngineError], modelscope_server: ModelScopeServer
) -> None:
    modelscope_server.script(answer)
    assert type(await failure(engine_of(modelscope_server))) is kind


async def test_a_picture_that_is_none(modelscope_server: ModelScopeServer) -> None:
    modelscope_server.picture = b"<html>gone</html>"
    assert isinstance(await failure(engine_of(modelscope_server)), errors.BrokenImage)


async def test_a_model_that_cannot_is_refused_before_it_is_asked(modelscope_server: ModelScopeServer) -> None:
    found = await failure(engine_of(modelscope_server), model=QWEN, image=RED)
    assert (type(found), modelscope_server.requests) == (errors.Unsupported, [])


async def test_nobody_there() -> None:
    engine = ModelScopeEngine(secret=Secret(KEY), modelscope_url="http://127.0.0.1:1")
    assert isinstance(await failure(engine), errors.EngineUnreachable)


async def test_a_key_is_checked_without_painting(modelscope_server: ModelScopeServer) -> None:
    good, bad = engine_of(modelscope_server), engine_of(modelscope_server, "ms-wrong-key-000000000")
    await good.check()
    with pytest.raises(errors.Unauthorized):
        await bad.check()
    assert modelscope_server.orders == []
    await good.aclose()
    await bad.aclose()


def test_cards() -> None:
    engine = ModelScopeEngine(secret=Secret(KEY))
    assert engine.card("").id == QWEN
    assert Task.IMAGE_TO_IMAGE in engine.card("Qwen/Qwen-Image-Edit-2509").tasks
    assert Param.NEGATIVE_PROMPT not in engine.card(TURBO).supports
    assert KEY not in repr(engine.__dict__)
