"""The Hugging Face engine against its contract: what is sent, and what comes of it; waiting and stopping."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest

from imaginario import errors
from imaginario.engines.huggingface import HuggingFaceEngine
from imaginario.events import Painted, Progress, Waiting
from imaginario.images import Image
from imaginario.retry import patiently
from tests.contracts.huggingface import HuggingFaceServer, cold, drawn, fails, paints, says
from tests.contracts.loopback import Gate
from tests.engines.huggingface_kit import (
    DEV,
    EDITOR,
    GLM,
    SCHNELL,
    SD3,
    TURBO,
    asked,
    engine_of,
    events_of,
    painted,
)


@pytest.fixture
def server(huggingface_server: HuggingFaceServer) -> HuggingFaceServer:
    return huggingface_server


async def test_a_picture_with_everything_it_was_asked_for(server: HuggingFaceServer) -> None:
    request = asked(width=512, height=768, seed=7, num_inference_steps=4, guidance_scale=5.0)
    progress, result = await events_of(engine_of(server), request)
    assert progress == Progress(0, 1, stage="nscale")
    assert isinstance(result, Painted)
    assert (result.image.width, result.image.height, result.image.mime) == (512, 768, "image/png")
    assert result.image.data == drawn(512, 768, 7)
    assert (result.seed, result.index, result.provider) == (7, 0, "nscale")
    assert result.details == {"provider_model": SCHNELL, "provider_ignored": ["num_inference_steps"]}
    sent = server.to("nscale")[0]
    assert sent.json == {
        "prompt": "a cat on the moon",
        "model": SCHNELL,
        "response_format": "b64_json",
        "size": "512x768",
        "seed": 7,
    }
    assert sent.headers["authorization"] == f"Bearer {server.token}"
    assert sent.headers["accept"] == "image/png"


@pytest.mark.parametrize(
    ("model", "provider", "field"),
    [
        (SCHNELL, "together", "steps"),
        (TURBO, "fal-ai", "num_inference_steps"),
        (TURBO, "wavespeed", "num_inference_steps"),
        (DEV, "replicate", "input"),
        (GLM, "zai-org", "size"),
        (SD3, "hf-inference", "parameters"),
    ],
)
async def test_every_provider_in_its_own_words(
    server: HuggingFaceServer, model: str, provider: str, field: str
) -> None:
    engine = engine_of(server, hf_provider=provider)
    result = await painted(engine, asked(model, width=640, height=512, seed=3, num_inference_steps=4))
    assert (result.provider, result.image.data) == (provider, drawn(640, 512, 3))
    assert result.details["provider_ignored"] == []
    assert field in server.to(provider)[0].json


async def test_the_sdk_itself_is_left_as_it_is(server: HuggingFaceServer) -> None:
    from huggingface_hub import constants
    from huggingface_hub.inference._providers import PROVIDERS

    await painted(engine_of(server), asked())
    assert "_prepare_mapping_info" not in vars(PROVIDERS["nscale"]["text-to-image"])
    assert constants.INFERENCE_PROXY_TEMPLATE == "https://router.huggingface.co/{provider}"


async def test_the_default_model_at_its_own_size(server: HuggingFaceServer) -> None:
    result = await painted(engine_of(server), asked(""))
    assert (result.image.width, result.image.height) == (1024, 1024)
    assert "seed" not in server.to("nscale")[0].json


async def test_a_missing_side_is_filled_in(server: HuggingFaceServer) -> None:
    await painted(engine_of(server), asked(width=512))
    assert server.to("nscale")[0].json["size"] == "512x1024"


async def test_a_model_nobody_described_gets_no_size_it_was_not_asked_for(server: HuggingFaceServer) -> None:
    server.serve("someone/tiny", together="tiny")
    await painted(engine_of(server), asked("someone/tiny", negative_prompt="blur", guidance_scale=3.0))
    sent = server.to("together")[0].json
    assert not {"width", "height"} & set(sent)
    assert (sent["negative_prompt"], sent["guidance_scale"]) == ("blur", 3.0)


async def test_what_the_model_can_not_do_is_not_sent(server: HuggingFaceServer) -> None:
    await painted(engine_of(server, hf_provider="together"), asked(negative_prompt="blur", scheduler="Euler"))
    assert not {"negative_prompt", "scheduler"} & set(server.to("together")[0].json)


async def test_what_a_provider_refuses_by_name_is_left_out_and_told(server: HuggingFaceServer) -> None:
    request = asked(GLM, guidance_scale=5.0, negative_prompt="dog", seed=7)
    *_, last = await events_of(engine_of(server, hf_provider="zai-org"), request)
    assert isinstance(last, Painted)
    assert set(last.details["provider_ignored"]) >= {"guidance_scale", "negative_prompt"}
    first, second = (e.json for e in server.to("zai-org") if e.method == "POST")
    assert second.keys() == first.keys() - {"guidance_scale", "negative_prompt"}


async def test_a_refusal_may_name_a_control_by_its_place(server: HuggingFaceServer) -> None:
    refusal = {"detail": [{"loc": ["body", "guidance_scale"], "msg": "Extra inputs are not permitted"}]}
    server.script("hf-inference", fails(422, refusal))
    last = await painted(engine_of(server), asked(SD3, guidance_scale=5.0, num_inference_steps=9))
    assert last.details["provider_ignored"] == ["guidance_scale"]
    assert "num_inference_steps" in server.to("hf-inference")[1].json["parameters"]


async def test_what_is_refused_without_a_name_is_an_error(server: HuggingFaceServer) -> None:
    server.script("hf-inference", fails(400, {"error": "guidance_scale"}), fails(400, {"error": "something"}))
    with pytest.raises(errors.InvalidRequest):
        await events_of(engine_of(server), asked(SD3, guidance_scale=5.0))
    assert len(server.to("hf-inference")) == 2


async def test_extra_fields_go_along(server: HuggingFaceServer) -> None:
    engine = engine_of(server, hf_provider="replicate")
    await painted(engine, asked(DEV, extra_body={"output_quality": 100}))
    assert server.to("replicate")[0].json["input"]["output_quality"] == 100


async def test_several_pictures_one_after_another(server: HuggingFaceServer) -> None:
    events = await events_of(engine_of(server), asked(seed=10, num_images_per_prompt=3))
    assert [(e.step, e.steps) for e in events if isinstance(e, Progress)] == [(0, 3), (1, 3), (2, 3)]
    assert [(e.index, e.seed) for e in events if isinstance(e, Painted)] == [(0, 10), (1, 11), (2, 12)]
    assert [e.json["seed"] for e in server.to("nscale")] == [10, 11, 12]


async def test_the_look_up_is_made_once(server: HuggingFaceServer) -> None:
    engine = engine_of(server)
    await painted(engine, asked())
    await painted(engine, asked())
    assert len(server.to("models")) == 1
    assert server.to("models")[0].headers["authorization"] == f"Bearer {server.token}"


async def test_the_seed_a_provider_tells_is_kept(server: HuggingFaceServer) -> None:
    assert (await painted(engine_of(server), asked(TURBO))).seed == 424242
    assert (await painted(engine_of(server), asked(TURBO, seed=5))).seed == 5


async def test_a_size_that_was_not_obeyed_is_told(server: HuggingFaceServer) -> None:
    server.script("fal-ai", paints(drawn(64, 512)))
    result = await painted(engine_of(server), asked(TURBO, width=512, height=512))
    assert result.details["provider_ignored"] == ["width"]


@pytest.mark.parametrize("kind", ["JPEG", "WEBP"])
async def test_the_bytes_come_through_untouched(server: HuggingFaceServer, kind: str) -> None:
    data = drawn(64, 64, 5, kind)
    server.script("hf-inference", paints(data))
    result = await painted(engine_of(server), asked(SD3))
    assert (result.image.data, result.image.mime) == (data, f"image/{kind.lower()}")


async def test_a_picture_is_not_for_a_model_that_only_reads(server: HuggingFaceServer) -> None:
    with pytest.raises(errors.Unsupported) as caught:
        await events_of(engine_of(server), asked(image=Image(b"x", "image/png", 1, 1)))
    assert caught.value.values["what"] == "image-to-image"
    assert EDITOR in caught.value.values["others"]
    assert server.requests == []


async def test_a_cold_start_told_by_the_second(server: HuggingFaceServer) -> None:
    server.script("hf-inference", cold(2.0), cold(), paints())
    now = [0.0]

    async def sleep(seconds: float) -> None:
        now[0] += seconds

    engine = engine_of(server)
    stream = patiently(
        lambda: engine.generate(asked(SD3)), clock=lambda: now[0], sleep=sleep, jitter=lambda: 0.0
    )
    events = [event async for event in stream]
    assert [(e.seconds, e.attempt) for e in events if isinstance(e, Waiting)] == [
        (2, 1), (1, 1), (2, 2), (1, 2),
    ]  # fmt: skip
    assert isinstance(events[-1], Painted)


async def test_silence_has_an_end(server: HuggingFaceServer) -> None:
    gate = Gate()
    server.script("nscale", paints().held(gate))
    engine = engine_of(server, request_timeout=0.3)
    with pytest.raises(errors.EngineTimedOut):
        await events_of(engine, asked())
    gate.open()
    assert server.to("together") == []


async def hung_up(server: HuggingFaceServer, engine: HuggingFaceEngine, gate: Gate, **options: Any) -> None:
    """Cancel a request that waits at the gate; its connection has to be dropped within a second."""
    task = asyncio.create_task(events_of(engine, asked(**options)))
    assert await asyncio.to_thread(gate.reached.wait, 5)
    exchange = server.requests[-1]
    assert not exchange.disconnected.is_set()
    task.cancel()
    assert await asyncio.to_thread(exchange.disconnected.wait, 1)
    with pytest.raises(asyncio.CancelledError):
        await task


@pytest.mark.parametrize(
    ("place", "model"), [("nscale", SCHNELL), ("hf-inference", SD3), ("media", TURBO), ("model", SCHNELL)]
)
async def test_stopping_hangs_up_at_once(server: HuggingFaceServer, place: str, model: str) -> None:
    gate = Gate()
    server.script(place, says(b"", "image/png").held(gate))
    await hung_up(server, engine_of(server), gate, model=model)
    await asyncio.to_thread(server.requests[-1].over.wait, 5)
    assert (await painted(engine_of(server), asked())).provider == "nscale"  # and nothing is left behind


async def test_stopping_hangs_up_on_a_job_that_goes_on(server: HuggingFaceServer) -> None:
    gate = Gate()
    running = json.dumps({"data": {"status": "processing"}}).encode()
    server.script("poll", says(running, "application/json").held(gate))
    await hung_up(server, engine_of(server, hf_provider="wavespeed"), gate, model=TURBO)
    before = len(server.requests)
    gate.open()
    await painted(engine_of(server), asked())
    assert not any("predictions" in e.path for e in server.requests[before:])


async def test_a_job_without_end_ends_with_our_time(server: HuggingFaceServer) -> None:
    running = json.dumps({"data": {"status": "processing"}}).encode()
    server.script("poll", says(running, "application/json"))
    engine = engine_of(server, hf_provider="wavespeed", request_timeout=1.0)
    with pytest.raises(errors.EngineTimedOut):
        await events_of(engine, asked(TURBO))
    assert len([e for e in server.requests if "predictions" in e.path]) >= 2


def test_one_engine_may_serve_one_loop_after_another(server: HuggingFaceServer) -> None:
    engine = engine_of(server)

    async def once() -> str:
        return (await painted(engine, asked())).provider

    assert [asyncio.run(once()), asyncio.run(once())] == ["nscale", "nscale"]


async def test_after_closing_it_opens_again(server: HuggingFaceServer) -> None:
    engine = engine_of(server)
    await painted(engine, asked())
    await engine.aclose()
    assert (await painted(engine, asked())).provider == "nscale"


async def test_many_paint_at_once(server: HuggingFaceServer) -> None:
    gates = [Gate() for _ in range(24)]
    server.script("nscale", *(paints().held(gate) for gate in gates))
    engine = engine_of(server)
    await engine.models()
    tasks = [asyncio.create_task(painted(engine, asked(width=64, height=64))) for _ in gates]
    for gate in gates:
        assert await asyncio.to_thread(gate.reached.wait, 10)
    assert not any(task.done() for task in tasks)
    for gate in gates:
        gate.open()
    assert len(await asyncio.gather(*tasks)) == 24
