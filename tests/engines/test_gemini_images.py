"""The Gemini engine: the real SDK against the contract server."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator
from contextlib import aclosing
from typing import Any

import pytest
from PIL import Image as pil

from imaginario import errors
from imaginario.engines.gemini import GeminiEngine
from imaginario.events import Painted, Progress
from imaginario.images import Image, ImageRequest, Param, Task
from imaginario.secrets import Secret
from imaginario.settings import Settings
from imaginario.wiring import House
from tests.contracts.gemini import (
    GeminiServer,
    Reply,
    blocks,
    declines,
    fails,
    nothing,
    oblong,
    page,
    paints,
    png,
    quota,
)
from tests.contracts.gemini_rules import camel, decoded
from tests.contracts.loopback import Gate

BANANA, LITE, PRO = "gemini-nano-banana-2.1", "gemini-3.1-flash-lite-image", "gemini-3-pro-image"
RED = Image(oblong(32, 24, (200, 30, 30)), "image/png", 32, 24)
BLUE = Image(oblong(8, 8, (30, 30, 200)), "image/png", 8, 8)


@pytest.fixture
async def engine(gemini_server: GeminiServer) -> AsyncIterator[GeminiEngine]:
    engine = GeminiEngine(secret=Secret(gemini_server.key), request_timeout=20)
    yield engine
    await engine.aclose()


async def events_of(engine: GeminiEngine, prompt: str = "a cat on the moon", **options: Any) -> list[Any]:
    async with aclosing(engine.generate(ImageRequest(prompt=prompt, **options))) as events:
        return [event async for event in events]


async def failure(engine: GeminiEngine, **options: Any) -> errors.EngineError:
    with pytest.raises(errors.EngineError) as caught:
        await events_of(engine, **options)
    return caught.value


def sent(server: GeminiServer, index: int = -1) -> dict[str, Any]:
    """A request's body, in the service's own spelling."""
    return camel(server.requests[index].json)


def config(server: GeminiServer) -> dict[str, Any]:
    return sent(server)["generationConfig"]


# Painting


async def test_a_picture_from_words(engine: GeminiEngine, gemini_server: GeminiServer) -> None:
    progress, painted = await events_of(engine)
    assert progress == Progress(0, 1)
    assert isinstance(painted, Painted)
    assert (painted.image.mime, painted.image.width, painted.seed) == ("image/png", 64, None)
    assert gemini_server.requests[-1].path == f"/v1/models/{BANANA}:generateContent"
    assert sent(gemini_server)["contents"] == [{"role": "user", "parts": [{"text": "a cat on the moon"}]}]
    assert config(gemini_server) == {"responseModalities": ["IMAGE"]}
    assert sent(gemini_server)["store"] is False


@pytest.mark.parametrize(
    ("model", "size", "shape"),
    [
        (BANANA, (1024, 1024), {"aspectRatio": "1:1"}),
        (BANANA, (1376, 768), {"aspectRatio": "16:9"}),
        (BANANA, (2752, 1536), {"aspectRatio": "16:9", "imageSize": "2K"}),
        (BANANA, (4096, 4096), {"aspectRatio": "1:1", "imageSize": "4K"}),
        (BANANA, (3072, 384), {"aspectRatio": "8:1"}),
        (PRO, (3072, 384), {"aspectRatio": "21:9"}),
        (LITE, (4096, 4096), {"aspectRatio": "1:1"}),
        ("gemini-9-image", (2000, 3000), {"aspectRatio": "2:3"}),
    ],
)
async def test_a_size_in_words_of_its_own(
    engine: GeminiEngine,
    gemini_server: GeminiServer,
    model: str,
    size: tuple[int, int],
    shape: dict[str, str],
) -> None:
    if model not in (BANANA, PRO, LITE):
        await failure(engine, model=model, width=size[0], height=size[1])
    else:
        await events_of(engine, model=model, width=size[0], height=size[1])
    assert config(gemini_server)["imageConfig"] == shape


@pytest.mark.parametrize(
    ("model", "asked", "got"),
    [
        (BANANA, (1920, 1080), (1376, 768)),
        (BANANA, (500, 500), (1024, 1024)),
        (BANANA, (2000, 2000), (2048, 2048)),
        (BANANA, (1000, 4000), (1024, 4096)),
        (LITE, (1000, 4000), (768, 1376)),
        (PRO, (3000, 2000), (2528, 1696)),
    ],
)
def test_the_card_knows_the_sizes_there_are(
    gemini_server: GeminiServer, model: str, asked: tuple[int, int], got: tuple[int, int]
) -> None:
    assert GeminiEngine(secret=Secret("k")).card(model).fitting(*asked) == got


async def test_the_size_that_came_is_told_as_it_is(engine: GeminiEngine, gemini_server: GeminiServer) -> None:
    gemini_server.script(paints(oblong(31, 17)))
    *_, painted = await events_of(engine, width=1376, height=768)
    assert (painted.image.width, painted.image.height) == (31, 17)


async def test_several_pictures_are_several_requests(
    engine: GeminiEngine, gemini_server: GeminiServer
) -> None:
    gemini_server.script(*(paints(png(side)) for side in (10, 20, 30)))
    events = await events_of(engine, num_images_per_prompt=3)
    assert events[::2] == [Progress(0, 3), Progress(1, 3), Progress(2, 3)]
    assert [(e.index, e.image.width) for e in events[1::2]] == [(0, 10), (1, 20), (2, 30)]
    assert len(gemini_server.requests) == 3


async def test_drafts_in_thoughts_are_not_the_picture(
    engine: GeminiEngine, gemini_server: GeminiServer
) -> None:
    gemini_server.script(paints(png(40), drafts=(png(10), png(20)), words="Here it is"))
    *_, painted = await events_of(engine, model=PRO)
    assert painted.image.width == 40


async def test_what_the_bytes_are_counts_and_not_what_they_are_called(
    engine: GeminiEngine, gemini_server: GeminiServer
) -> None:
    data = io.BytesIO()
    pil.new("RGB", (12, 12), "teal").save(data, "JPEG")
    gemini_server.script(paints(data.getvalue()))
    *_, painted = await events_of(engine)
    assert painted.image.mime == "image/jpeg"


# Changing


async def test_an_edit_sends_the_picture_before_the_words(
    engine: GeminiEngine, gemini_server: GeminiServer
) -> None:
    await events_of(engine, "make it snow", image=RED)
    picture, words = sent(gemini_server)["contents"][0]["parts"]
    assert decoded(picture["inlineData"]["data"]) == RED.data
    assert words == {"text": "make it snow"}
    assert "imageConfig" not in config(gemini_server)


@pytest.mark.parametrize(
    ("model", "size", "shape"),
    [
        (BANANA, (1200, 1000), None),
        (BANANA, (2048, 1536), {"imageSize": "2K"}),
        (LITE, (2048, 1536), None),
    ],
)
async def test_a_large_picture_keeps_its_detail(
    engine: GeminiEngine,
    gemini_server: GeminiServer,
    model: str,
    size: tuple[int, int],
    shape: dict[str, str] | None,
) -> None:
    await events_of(engine, "bluer", model=model, image=Image(RED.data, "image/png", *size))
    assert config(gemini_server).get("imageConfig") == shape


async def test_references_follow_and_are_told_apart(
    engine: GeminiEngine, gemini_server: GeminiServer
) -> None:
    await events_of(engine, "in this style", image=RED, reference_images=(BLUE, BLUE))
    parts = sent(gemini_server)["contents"][0]["parts"]
    assert [decoded(p["inlineData"]["data"]) for p in parts[:3]] == [RED.data, BLUE.data, BLUE.data]
    assert "first picture" in parts[3]["text"]
    assert parts[4] == {"text": "in this style"}


async def test_more_references_than_fit_are_left_out_and_told(
    engine: GeminiEngine, gemini_server: GeminiServer
) -> None:
    *_, painted = await events_of(engine, "mix them", image=RED, reference_images=(BLUE,) * 20)
    pictures = [p for p in sent(gemini_server)["contents"][0]["parts"] if "inlineData" in p]
    assert len(pictures) == 14
    assert painted.details["provider_ignored"] == ("reference_images",)


async def test_a_picture_of_another_kind_is_sent_as_png(
    engine: GeminiEngine, gemini_server: GeminiServer
) -> None:
    data = io.BytesIO()
    pil.new("RGB", (12, 12), "teal").save(data, "BMP")
    await events_of(engine, "bluer", image=Image(data.getvalue(), "image/bmp", 12, 12))
    assert sent(gemini_server)["contents"][0]["parts"][0]["inlineData"]["mimeType"] == "image/png"


@pytest.mark.parametrize("model", ["", BANANA, LITE, PRO, "gemini-9-image"])
def test_no_card_takes_a_mask_a_seed_or_a_negative_prompt(gemini_server: GeminiServer, model: str) -> None:
    card = GeminiEngine(secret=Secret("k")).card(model)
    assert card.tasks == {Task.TEXT_TO_IMAGE, Task.IMAGE_TO_IMAGE}
    assert not card.supports & {Param.MASK_IMAGE, Param.SEED, Param.NEGATIVE_PROMPT, Param.STRENGTH}


async def test_a_mask_is_turned_down_before_paying(engine: GeminiEngine, gemini_server: GeminiServer) -> None:
    error = await failure(engine, image=RED, mask_image=RED)
    assert (type(error), gemini_server.requests) == (errors.Unsupported, [])


# Models


async def test_the_list_holds_those_that_paint(engine: GeminiEngine) -> None:
    assert [card.id for card in await engine.models()] == [BANANA, LITE, PRO]


async def test_a_model_nobody_has_described_gets_a_careful_card(
    engine: GeminiEngine, gemini_server: GeminiServer
) -> None:
    listed = {"name": "models/gemini-5-image", "displayName": "Gemini 5 Image"}
    gemini_server.pages = lambda query: {"models": [listed, {"name": "models/imagen-4"}]}
    (card,) = await engine.models()
    assert (card.id, card.title, card.fitting(4096, 4096)) == (
        "gemini-5-image",
        "Gemini 5 Image",
        (1024, 1024),
    )


def test_the_fallback_list_opens_with_the_default(gemini_server: GeminiServer) -> None:
    engine = GeminiEngine(secret=Secret("k"))
    assert [c.id for c in engine.fallback_models()] == [BANANA, LITE, PRO]
    assert engine.card("").id == BANANA


async def test_the_key_is_tried_for_nothing(engine: GeminiEngine, gemini_server: GeminiServer) -> None:
    await engine.check()
    assert [r.method for r in gemini_server.requests] == ["GET"]


def test_the_gemini_key_alone_is_enough() -> None:
    house = House(Settings(), environ={"GEMINI_API_KEY": "AQ.some-key-0123456789"})
    services = house.services(house.secrets())
    assert (services.engine("auto").name, services.assistant("auto").name) == ("gemini", "gemini")


def test_a_hugging_face_token_paints_first() -> None:
    keys = {"GEMINI_API_KEY": "AQ.some-key-0123456789", "HF_TOKEN": "hf_someone0123456789"}
    house = House(Settings(), environ=keys)
    assert list(house.services(house.secrets()).engines)[:2] == ["huggingface", "gemini"]


# What goes wrong

LIMIT_0 = "Quota exceeded for metric: generate_content_free_tier_requests, limit: 0, model: x"
REFUSALS = ("SAFETY", "PROHIBITED_CONTENT", "IMAGE_SAFETY", "IMAGE_PROHIBITED_CONTENT", "IMAGE_RECITATION",
            "RECITATION", "BLOCKLIST", "SPII", "ESCALATION", "LANGUAGE")  # fmt: skip


@pytest.mark.filterwarnings("ignore:SOMETHING_NEW is not a valid")  # the SDK says so, and goes on
@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        *((declines(reason), errors.ContentRefused) for reason in REFUSALS),
        *((blocks(reason), errors.ContentRefused) for reason in ("SAFETY", "PROHIBITED_CONTENT", "OTHER")),
        (declines("NO_IMAGE"), errors.OnlyWords),
        (declines("IMAGE_OTHER"), errors.OnlyWords),
        (declines("STOP", "I can only talk about it."), errors.OnlyWords),
        (declines("MAX_TOKENS"), errors.OnlyWords),
        (declines("MALFORMED_RESPONSE"), errors.EngineFailed),
        (declines("SOMETHING_NEW"), errors.EngineFailed),
        (nothing(), errors.EngineUnreachable),
        (Reply(body=b'{"candidates": null}'), errors.EngineUnreachable),
        (quota("PerDay", message=LIMIT_0), errors.NotInPlan),
        (quota("PerDay", "38s"), errors.OutOfCredits),
        (quota("PerMinute", "38s"), errors.RateLimited),
        (fails(403, "PERMISSION_DENIED", "no right"), errors.Forbidden),
        (fails(400, "FAILED_PRECONDITION", "User location is not supported."), errors.Forbidden),
        (fails(400, "INVALID_ARGUMENT", "Unable to process input image."), errors.InvalidRequest),
        (fails(404, "NOT_FOUND", "This model is no longer available to new users"), errors.ModelGone),
        (fails(500, "INTERNAL", "oops"), errors.EngineUnreachable),
        (fails(503, "UNAVAILABLE", "high demand"), errors.EngineUnreachable),
        (fails(504, "DEADLINE_EXCEEDED", "too slow"), errors.EngineTimedOut),
        (page(502, "<html><title>Bad gateway</title></html>"), errors.EngineUnreachable),
        (page(200, "<html>"), errors.EngineUnreachable),
        (paints(b""), errors.OnlyWords),
        (paints(png()[:-30]), errors.BrokenImage),
        (paints(b"no picture at all"), errors.BrokenImage),
        (paints(png(color=(0, 0, 0))), errors.BlackImage),
    ],
)
async def test_every_failure_has_its_name(
    engine: GeminiEngine, gemini_server: GeminiServer, reply: Reply, kind: type[errors.EngineError]
) -> None:
    gemini_server.script(reply)
    error = await failure(engine)
    assert type(error) is kind
    assert (error.engine, error.model) == ("gemini", BANANA)
    assert gemini_server.key not in f"{error} {error.values} {error.__cause__} {error.__context__ and ''}"


async def test_what_the_model_said_instead_is_told(engine: GeminiEngine, gemini_server: GeminiServer) -> None:
    gemini_server.script(declines("STOP", f"Which cat?  Key {gemini_server.key}"))
    assert (await failure(engine)).values["detail"] == "Which cat? Key •••"


async def test_a_wait_is_believed(engine: GeminiEngine, gemini_server: GeminiServer) -> None:
    gemini_server.script(quota("PerMinute", "38s"))
    assert (await failure(engine)).retry_after == 38.0


async def test_a_wrong_key_is_told(gemini_server: GeminiServer) -> None:
    engine = GeminiEngine(secret=Secret("AQ.another-key-0123456789"))
    assert type(await failure(engine)) is errors.Unauthorized
    await engine.aclose()


@pytest.mark.parametrize("model", ["gemini-9-image", "../files", "a?b"])
async def test_a_model_that_is_not_there(engine: GeminiEngine, model: str) -> None:
    assert type(await failure(engine, model=model)) is errors.ModelGone


async def test_nobody_there_is_unreachable(gemini_server: GeminiServer) -> None:
    gemini_server.stop()
    engine = GeminiEngine(secret=Secret(gemini_server.key), request_timeout=5)
    assert type(await failure(engine)) is errors.EngineUnreachable
    await engine.aclose()


async def test_silence_has_an_end(gemini_server: GeminiServer) -> None:
    gate = Gate()
    gemini_server.script(paints().held(gate, at=-1))
    engine = GeminiEngine(secret=Secret(gemini_server.key), request_timeout=0.2)
    assert type(await failure(engine)) is errors.EngineTimedOut
    gate.open()
    await engine.aclose()


async def test_stop_hangs_up(engine: GeminiEngine, gemini_server: GeminiServer) -> None:
    gate = Gate()
    gemini_server.script(paints().held(gate, at=-1))
    task = asyncio.create_task(events_of(engine))
    assert await asyncio.to_thread(gate.reached.wait, 10)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await asyncio.to_thread(gemini_server.requests[-1].disconnected.wait, 10)
    gate.open()


async def test_pictures_already_painted_are_delivered_before_the_failure(
    engine: GeminiEngine, gemini_server: GeminiServer
) -> None:
    gemini_server.script(paints(), declines("IMAGE_SAFETY"))
    seen: list[Any] = []
    request = ImageRequest(prompt="a cat", num_images_per_prompt=2)

    async def watch() -> None:
        async for event in engine.generate(request):
            seen.append(event)

    with pytest.raises(errors.ContentRefused):
        await watch()
    assert [type(e) for e in seen] == [Progress, Painted, Progress]
