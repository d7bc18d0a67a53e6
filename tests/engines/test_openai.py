"""The OpenAI engine: the real SDK against the contract server, strict and easy-going."""

from __future__ import annotations

import asyncio
import base64
import io
from typing import Any

import pytest
from PIL import Image as pil

from imaginario import errors
from imaginario.engines.openai import OpenAIEngine
from imaginario.events import Painted, Progress
from imaginario.images import Image, Param, Task
from imaginario.secrets import Secret
from tests.contracts.gemini import oblong, png
from tests.contracts.loopback import Gate
from tests.contracts.openai import OpenAIServer, answers, fails, paints
from tests.engines.openai_kit import (
    BLUE,
    FLARE,
    LOCAL_MODEL,
    MINI,
    RED,
    engine_of,
    events_of,
    failure,
    painted,
)


def mask_of(size: tuple[int, int], hole: tuple[int, int, int, int]) -> Image:
    """A mask of ours: white where to paint."""
    picture = pil.new("L", size, 0)
    picture.paste(255, hole)
    data = io.BytesIO()
    picture.save(data, "PNG")
    return Image(data.getvalue(), "image/png", *size)


# Painting


async def test_a_picture_from_words(openai_server: OpenAIServer) -> None:
    progress, result = await events_of(engine_of(openai_server), model=FLARE, width=1536, height=864)
    assert progress == Progress(0, 1)
    assert isinstance(result, Painted)
    assert (result.image.width, result.image.height, result.seed) == (96, 54, None)
    request = openai_server.requests[-1]
    assert request.json == {"model": FLARE, "prompt": "a cat on the moon", "size": "1536x864"}
    assert request.headers["authorization"] == f"Bearer {openai_server.key}"


async def test_several_pictures_in_one_go(openai_server: OpenAIServer) -> None:
    openai_server.script(paints(png(10), png(20)), paints(png(30), png(40)))
    events = await events_of(engine_of(openai_server), model=FLARE, num_images_per_prompt=3)
    found = [e for e in events if isinstance(e, Painted)]
    assert [(e.index, e.image.width) for e in found] == [(0, 10), (1, 20), (2, 30)]
    assert [r.json.get("n") for r in openai_server.requests] == [3, None]


async def test_several_pictures_elsewhere_are_several_requests(local_server: OpenAIServer) -> None:
    events = await events_of(
        engine_of(local_server), model=LOCAL_MODEL, seed=2**32 - 1, num_images_per_prompt=2
    )
    assert [e.seed for e in events if isinstance(e, Painted)] == [2**32 - 1, 0]
    assert [(r.json["seed"], "n" in r.json) for r in local_server.requests] == [
        (2**32 - 1, False),
        (0, False),
    ]


async def test_other_servers_are_asked_for_the_picture_itself(local_server: OpenAIServer) -> None:
    request = {"width": 512, "height": 768, "seed": 7, "negative_prompt": "blur", "num_inference_steps": 9}
    result = await painted(engine_of(local_server), model=LOCAL_MODEL, guidance_scale=3.5, **request)
    assert local_server.requests[-1].json == {
        "model": LOCAL_MODEL,
        "prompt": "a cat on the moon",
        "size": "512x768",
        "response_format": "b64_json",
        "seed": 7,
        "negative_prompt": "blur",
        "num_inference_steps": 9,
        "guidance_scale": 3.5,
    }
    assert (result.seed, result.details) == (7, {"provider_ignored": []})
    assert "authorization" not in local_server.requests[-1].headers


async def test_what_a_server_refuses_is_left_out_and_told(local_server: OpenAIServer) -> None:
    local_server.refuses = {"seed", "response_format", "negative_prompt"}
    result = await painted(
        engine_of(local_server), model=LOCAL_MODEL, seed=7, negative_prompt="blur", num_inference_steps=4
    )
    assert sorted(result.details["provider_ignored"]) == ["negative_prompt", "seed"]
    assert result.seed is None
    assert local_server.requests[-2].json["num_inference_steps"] == 4
    # Without response_format the picture is at an address, and fetched without a key.
    assert local_server.requests[-1].path == "/generated/1.png"
    assert (result.image.width, result.image.height) == (64, 64)


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/x.png", "file:///etc/passwd", "ftp://x/y"])
async def test_an_answer_does_not_send_us_about_the_local_network(
    local_server: OpenAIServer, address: str
) -> None:
    local_server.script(paints(url=address))
    error = await failure(engine_of(local_server), model=LOCAL_MODEL)
    assert (type(error), error.values["detail"]) == (errors.EngineFailed, "picture_gone")


async def test_a_picture_in_the_address_itself(local_server: OpenAIServer) -> None:
    local_server.script(paints(url="data:image/png;base64," + base64.b64encode(png(9)).decode()))
    assert (await painted(engine_of(local_server), model=LOCAL_MODEL)).image.width == 9


async def test_the_prompt_as_it_was_rewritten_is_kept(openai_server: OpenAIServer) -> None:
    openai_server.script(paints(png(), revised="A tabby"))
    assert (await painted(engine_of(openai_server), model=FLARE)).details["revised_prompt"] == "A tabby"


# Sizes


@pytest.mark.parametrize(
    "asked", [(500, 500), (1920, 1080), (4000, 4000), (100, 3000), (3000, 100), (999, 777)]
)
@pytest.mark.parametrize("model", [FLARE, MINI, "openai/gpt-image-2"])
async def test_every_size_of_a_card_is_taken(
    openai_server: OpenAIServer, model: str, asked: tuple[int, int]
) -> None:
    openai_server.models["openai/gpt-image-2"] = openai_server.models[FLARE]
    engine = engine_of(openai_server)
    width, height = engine.card(model).fitting(*asked)
    await painted(engine, model=model, width=width, height=height)


@pytest.mark.parametrize("ratio", [(1, 1), (16, 9), (9, 16), (21, 9), (1, 8), (8, 1)])
@pytest.mark.parametrize("model", [FLARE, MINI])
async def test_every_shape_of_a_card_is_taken(
    openai_server: OpenAIServer, model: str, ratio: tuple[int, int]
) -> None:
    engine = engine_of(openai_server)
    width, height = engine.card(model).shaped(*ratio)
    await painted(engine, model=model, width=width, height=height)


async def test_the_contract_refuses_other_sizes(openai_server: OpenAIServer) -> None:
    for model in (FLARE, MINI):
        error = await failure(engine_of(openai_server), model=model, width=500, height=500)
        assert (type(error), error.values["param"]) == (errors.InvalidRequest, "size")


# Changing


async def test_an_edit_goes_as_a_form(openai_server: OpenAIServer) -> None:
    await painted(engine_of(openai_server), "make it snow", model=FLARE, image=RED)
    form = openai_server.forms[-1]
    assert form.under("image") == [RED.data]
    assert form.words == {"model": FLARE, "prompt": "make it snow", "size": "1008x672"}


async def test_references_follow(openai_server: OpenAIServer) -> None:
    await painted(engine_of(openai_server), "mix", model=MINI, image=RED, reference_images=(BLUE, BLUE))
    form = openai_server.forms[-1]
    assert form.under("image[]") == [RED.data, BLUE.data, BLUE.data]
    assert "size" not in form.words  # the model chooses the nearest of its three


async def test_too_many_references_are_left_out_and_told(openai_server: OpenAIServer) -> None:
    result = await painted(
        engine_of(openai_server), "mix", model=FLARE, image=RED, reference_images=(BLUE,) * 20
    )
    assert len(openai_server.forms[-1].files) == 16
    assert result.details["provider_ignored"] == ["reference_images"]


async def test_a_mask_is_see_through_where_ours_is_white(openai_server: OpenAIServer) -> None:
    jpeg = io.BytesIO()
    pil.new("RGB", (48, 32), "red").save(jpeg, "JPEG")
    image, mask = Image(jpeg.getvalue(), "image/jpeg", 48, 32), mask_of((48, 32), (10, 5, 20, 15))
    await painted(engine_of(openai_server), "a hat", model=FLARE, image=image, mask_image=mask)
    (sent,) = openai_server.forms[-1].under("mask")
    alpha = pil.open(io.BytesIO(sent)).getchannel("A")
    hole = pil.eval(alpha, lambda value: 255 - value)
    assert hole.getbbox() == (10, 5, 20, 15)
    assert alpha.getcolors() == [(100, 0), (48 * 32 - 100, 255)]


async def test_a_soft_edge_may_change_too(openai_server: OpenAIServer) -> None:
    mask = Image(oblong(48, 32, (40, 40, 40)), "image/png", 48, 32)
    await painted(engine_of(openai_server), "a hat", model=FLARE, image=RED, mask_image=mask)
    (sent,) = openai_server.forms[-1].under("mask")
    assert pil.open(io.BytesIO(sent)).getchannel("A").getextrema() == (0, 0)


async def test_a_picture_of_another_kind_is_sent_as_png(openai_server: OpenAIServer) -> None:
    data = io.BytesIO()
    pil.new("RGB", (12, 12), "teal").save(data, "BMP")
    image = Image(data.getvalue(), "image/bmp", 12, 12)
    await painted(engine_of(openai_server), "bluer", model=FLARE, image=image)
    assert openai_server.forms[-1].files[0][1] == "image/png"


async def test_a_model_of_three_sizes_takes_no_mask(openai_server: OpenAIServer) -> None:
    error = await failure(engine_of(openai_server), model=MINI, image=RED, mask_image=RED)
    assert (type(error), openai_server.requests) == (errors.Unsupported, [])


async def test_a_server_that_only_paints_says_so(local_server: OpenAIServer) -> None:
    local_server.paths -= {"images/edits"}
    error = await failure(engine_of(local_server), model=LOCAL_MODEL, image=RED)
    assert (type(error), error.values["what"]) == (errors.Unsupported, Task.IMAGE_TO_IMAGE)


async def test_a_server_that_only_chats_says_so(local_server: OpenAIServer) -> None:
    local_server.paths -= {"images/generations"}
    error = await failure(engine_of(local_server), model=LOCAL_MODEL)
    assert (type(error), error.values["what"]) == (errors.Unsupported, Task.TEXT_TO_IMAGE)


# Models


async def test_the_list_holds_those_that_paint(openai_server: OpenAIServer) -> None:
    engine = engine_of(openai_server)
    ids = [card.id for card in await engine.models()]
    await engine.aclose()
    assert ids == [FLARE, "gpt-image-2.5-sunburst", MINI]


@pytest.mark.parametrize("kinds", [True, False])
async def test_a_server_paints_once_it_has_listed_a_model(local_server: OpenAIServer, kinds: bool) -> None:
    local_server.kinds = kinds
    engine = engine_of(local_server)
    assert (engine.card("").tasks, engine.fallback_models()) == (frozenset(), ())
    assert [card.id for card in await engine.models()] == [LOCAL_MODEL]
    assert engine.card("").id == LOCAL_MODEL == engine.fallback_models()[0].id
    assert (await painted(engine)).image.width == 64


async def test_the_model_that_was_set_paints_at_once(local_server: OpenAIServer) -> None:
    engine = engine_of(local_server, openai_image_model=LOCAL_MODEL)
    assert engine.card("").id == LOCAL_MODEL
    assert (await painted(engine)).image.width == 64


async def test_without_a_model_nothing_is_asked(local_server: OpenAIServer) -> None:
    error = await failure(engine_of(local_server))
    assert (type(error), local_server.requests) == (errors.Unsupported, [])


def test_openai_itself_has_a_default() -> None:
    engine = OpenAIEngine(secret=Secret("sk-some-0123456789abcdef"))
    assert engine.card("").id == FLARE == engine.fallback_models()[0].id
    assert Param.SEED not in engine.card("").supports


async def test_openai_itself_wants_a_key() -> None:
    with pytest.raises(errors.MissingSecret):
        await events_of(OpenAIEngine())


# What goes wrong

MODERATED = "Your request was rejected by the safety system."
EVERY: list[tuple[Any, type[errors.EngineError], int | None]] = [
    (
        fails(400, MODERATED, code="moderation_blocked", kind="image_generation_user_error"),
        errors.ContentRefused,
        400,
    ),
    (fails(400, "no", code="content_policy_violation"), errors.ContentRefused, 400),
    (
        fails(400, "Billing hard limit has been reached.", kind="billing_limit_user_error"),
        errors.OutOfCredits,
        400,
    ),
    (fails(401, "wrong", code="invalid_api_key"), errors.Unauthorized, 401),
    (fails(403, "Your organization must be verified to use the model"), errors.Forbidden, 403),
    (fails(429, "slow down", code="rate_limit_exceeded", retry_after="12"), errors.RateLimited, 429),
    (fails(404, "The model `x` does not exist", code="model_not_found"), errors.ModelGone, 404),
    (fails(400, "Invalid image file", code="invalid_image_file", param="image"), errors.InvalidRequest, 400),
    (fails(413, "too large"), errors.InvalidRequest, 413),
    (fails(500, "oops"), errors.EngineUnreachable, 500),
    (fails(503, "Loading model"), errors.EngineWarmingUp, 503),
    (answers(b"<html>", 504, "text/html"), errors.EngineTimedOut, 504),
    (answers(b"<html>Sign in</html>", 200, "text/html"), errors.OnlyWords, None),
    (answers({"data": []}), errors.OnlyWords, None),
    (answers({"data": [{"revised_prompt": "x"}]}), errors.OnlyWords, None),
    (answers({"data": "no"}), errors.OnlyWords, None),
    (answers({"data": [{"b64_json": "A"}]}), errors.BrokenImage, None),
    (answers(b'{"data": ['), errors.EngineFailed, None),
    (answers([1, 2]), errors.OnlyWords, None),
    (paints(png()[:-30]), errors.BrokenImage, None),
    (paints(b"no picture"), errors.BrokenImage, None),
    (paints(png(color=(0, 0, 0))), errors.BlackImage, None),
]


@pytest.mark.parametrize("image", [None, RED])
@pytest.mark.parametrize(("reply", "kind", "status"), EVERY)
async def test_every_failure_has_its_name(
    openai_server: OpenAIServer,
    reply: Any,
    kind: type[errors.EngineError],
    status: int | None,
    image: Image | None,
) -> None:
    openai_server.script(reply)
    error = await failure(engine_of(openai_server), model=FLARE, image=image)
    assert (type(error), error.status, error.engine, error.model) == (kind, status, "openai", FLARE)
    assert openai_server.key not in f"{error} {error.values} {error.__cause__}"


async def test_a_wrong_key_is_never_shown(openai_server: OpenAIServer) -> None:
    wrong = Secret("sk-another-0123456789abcdef")
    error = await failure(engine_of(openai_server, secret=wrong), model=FLARE)
    assert (type(error), wrong.reveal() in str(error)) == (errors.Unauthorized, False)


async def test_nobody_there_is_unreachable(openai_server: OpenAIServer) -> None:
    engine = engine_of(openai_server, openai_base_url="http://127.0.0.1:9/v1")
    assert type(await failure(engine, model=FLARE)) is errors.EngineUnreachable


async def test_silence_has_an_end(openai_server: OpenAIServer) -> None:
    gate = Gate()
    openai_server.script(paints(png()).held(gate, at=-1))
    error = await failure(engine_of(openai_server, request_timeout=0.2), model=FLARE)
    assert type(error) is errors.EngineTimedOut
    gate.open()


@pytest.mark.parametrize("image", [None, RED])
async def test_stop_hangs_up(openai_server: OpenAIServer, image: Image | None) -> None:
    gate = Gate()
    openai_server.script(paints(png()).held(gate, at=-1))
    task = asyncio.create_task(events_of(engine_of(openai_server), model=FLARE, image=image))
    assert await asyncio.to_thread(gate.reached.wait, 10)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await asyncio.to_thread(openai_server.requests[-1].disconnected.wait, 10)
    gate.open()
