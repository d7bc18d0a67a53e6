"""Changing pictures at Hugging Face: who does it, what is sent, how long work is followed."""

from __future__ import annotations

import asyncio
import base64
import io
import json
from typing import Any

import pytest

from imaginario import errors
from imaginario.events import Progress
from imaginario.i18n import LANGUAGES, Translator
from imaginario.images import Image, Margins
from tests.contracts.huggingface import HuggingFaceServer, Reply, drawn, fails, paints, resets, says
from tests.contracts.huggingface_rules import Served
from tests.contracts.loopback import Gate
from tests.engines.huggingface_kit import (
    CARTOONIZER,
    EDITOR,
    FLUX2,
    INPAINTER,
    KONTEXT,
    PIX2PIX,
    asked,
    engine_of,
    events_of,
    painted,
    photo,
)


@pytest.fixture
def server(huggingface_server: HuggingFaceServer) -> HuggingFaceServer:
    return huggingface_server


def data_uri(image: Image) -> str:
    return f"data:{image.mime};base64,{base64.b64encode(image.data).decode()}"


def told(body: Any) -> Reply:
    return says(json.dumps(body).encode(), "application/json")


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
@pytest.mark.parametrize(
    ("model", "provider"),
    [
        (EDITOR, "fal-ai"),
        (KONTEXT, "fal-ai"),
        (KONTEXT, "replicate"),
        (FLUX2, "wavespeed"),
        (FLUX2, "together"),
    ],
)
async def test_every_provider_is_handed_the_picture(
    server: HuggingFaceServer, model: str, provider: str, kind: str
) -> None:
    engine = engine_of(server, hf_provider=provider)
    result = await painted(engine, asked(model, image=photo(96, 64, kind=kind), num_inference_steps=8))
    assert (result.provider, result.image.width, result.image.height) == (provider, 96, 64)
    assert result.details["provider_ignored"] == []
    assert "prompt" in str(server.to(provider)[0].json)


async def test_what_is_sent_to_fals_queue(server: HuggingFaceServer) -> None:
    image = photo()
    request = asked(EDITOR, image=image, width=640, height=512, seed=3, negative_prompt="blur")
    result = await painted(engine_of(server), request)
    assert (result.image.width, result.image.height, result.seed) == (640, 512, 424242)
    submit, *polls = server.to("fal-ai")
    assert (submit.path, submit.query) == ("/fal-ai/fal-ai/qwen-image-edit", "_subdomain=queue")
    assert submit.json == {
        "image_url": data_uri(image),
        "image_urls": [data_uri(image)],
        "prompt": "a cat on the moon",
        "negative_prompt": "blur",
        "seed": 3,
        "image_size": {"width": 640, "height": 512},
    }
    # The application's address, not the model's; the token goes to the router only.
    paths = ["/fal-ai/fal-ai/any/requests/0/status"] * 2 + ["/fal-ai/fal-ai/any/requests/0"]
    assert [p.path for p in polls] == paths
    assert {p.headers["authorization"] for p in polls} == {f"Bearer {server.token}"}
    assert "authorization" not in server.to("media")[0].headers


async def test_the_queue_is_told(server: HuggingFaceServer) -> None:
    events = await events_of(engine_of(server), asked(EDITOR, image=photo()))
    stages = [e.stage for e in events if isinstance(e, Progress)]
    assert stages == ["fal-ai", "queued", "working"]


async def test_further_pictures_go_along_where_there_is_a_list(server: HuggingFaceServer) -> None:
    first, second, third = photo(), photo(seed=2), photo(seed=3, kind="JPEG")
    request = asked(FLUX2, image=first, reference_images=(second, third))
    result = await painted(engine_of(server, hf_provider="together"), request)
    assert server.to("together")[0].json["reference_images"] == [data_uri(i) for i in (first, second, third)]
    assert result.details["provider_ignored"] == []
    result = await painted(engine_of(server, hf_provider="wavespeed"), request)
    assert result.details["provider_ignored"] == ["reference_images"]


async def test_a_size_for_which_a_provider_has_no_word_is_told(server: HuggingFaceServer) -> None:
    request = asked(FLUX2, image=photo(), width=512, height=512)
    result = await painted(engine_of(server, hf_provider="wavespeed"), request)
    assert result.details["provider_ignored"] == ["height", "width"]
    assert not {"width", "height"} & set(server.to("wavespeed")[0].json)


async def test_what_the_model_can_not_do_is_not_sent(server: HuggingFaceServer) -> None:
    request = asked(
        KONTEXT, image=photo(), negative_prompt="x", strength=0.5, image_guidance_scale=1.5, width=512
    )
    await painted(engine_of(server), request)
    assert set(server.to("fal-ai")[0].json) == {"prompt", "image_url", "image_urls"}


async def test_several_changes_of_one_picture(server: HuggingFaceServer) -> None:
    await events_of(engine_of(server), asked(KONTEXT, image=photo(), seed=5, num_images_per_prompt=2))
    assert [e.json["seed"] for e in server.to("fal-ai") if e.method == "POST"] == [5, 6]


# Nobody serves it


@pytest.mark.parametrize("model", [PIX2PIX, CARTOONIZER])
async def test_a_model_served_by_nobody_names_who_could(server: HuggingFaceServer, model: str) -> None:
    with pytest.raises(errors.NotServed) as caught:
        await events_of(engine_of(server), asked(model, image=photo()))
    assert caught.value.values["others"] == f"{EDITOR}, builtin"
    assert isinstance(caught.value, errors.ModelGone)
    for language in LANGUAGES:
        said, cure = Translator(language).error(caught.value)
        assert model in said
        assert EDITOR in cure


async def test_the_stand_in_is_one_that_is_live(server: HuggingFaceServer) -> None:
    server.serve(EDITOR, Served(provider="fal-ai", id="x", status="error", task="image-to-image"))
    with pytest.raises(errors.NotServed) as caught:
        await events_of(engine_of(server), asked(PIX2PIX, image=photo()))
    assert caught.value.values["others"] == f"{KONTEXT}, builtin"
    for model in (KONTEXT, FLUX2):
        server.serve(model)
    with pytest.raises(errors.NotServed) as caught:
        await events_of(engine_of(server), asked(EDITOR, image=photo()))
    assert caught.value.values["others"] == "builtin"


async def test_a_model_mapped_for_the_other_task_is_not_used(server: HuggingFaceServer) -> None:
    server.serve("a/b", Served(provider="replicate", id="x"))
    with pytest.raises(errors.NotServed):
        await events_of(engine_of(server), asked("a/b", image=photo()))
    assert server.to("replicate") == []


@pytest.mark.parametrize(
    ("options", "what"),
    [({"mask_image": photo()}, "inpainting"), ({"outpaint": Margins(left=8)}, "outpainting")],
)
async def test_masks_are_for_models_that_take_them(
    server: HuggingFaceServer, options: dict[str, Any], what: str
) -> None:
    with pytest.raises(errors.Unsupported) as caught:
        await events_of(engine_of(server), asked(EDITOR, image=photo(), **options))
    assert caught.value.values["what"] == what
    assert server.requests == []


# An endpoint of one's own


@pytest.mark.parametrize("model", [PIX2PIX, CARTOONIZER])
@pytest.mark.parametrize("named", [True, False])
async def test_the_instruct_models_run_at_an_own_endpoint(
    server: HuggingFaceServer, model: str, named: bool
) -> None:
    url = f"{server.url}/endpoint/edit"
    engine = engine_of(server, hf_endpoint_url=f"{url}#{model}" if named else url)
    request = asked(
        model, image=photo(), image_guidance_scale=1.5, guidance_scale=7.5, num_inference_steps=20, seed=4
    )
    result = await painted(engine, request)
    assert (result.image.width, result.image.height, result.provider) == (96, 64, "")
    (sent,) = server.requests
    assert sent.headers["authorization"] == f"Bearer {server.token}"
    assert sent.headers["content-type"] == "application/json"
    assert sent.json == {
        "inputs": base64.b64encode(photo().data).decode(),
        "parameters": {
            "prompt": "a cat on the moon", "image_guidance_scale": 1.5, "guidance_scale": 7.5,
            "num_inference_steps": 20, "seed": 4,
        },
    }  # fmt: skip


async def test_the_default_is_what_the_endpoint_says_it_runs(server: HuggingFaceServer) -> None:
    engine = engine_of(server, secret=None, hf_endpoint_url=f"{server.url}/endpoint/public-edit#{PIX2PIX}")
    assert (await painted(engine, asked("", image=photo()))).image.width == 96
    with pytest.raises(errors.Unsupported):
        await events_of(engine, asked(""))


async def test_another_model_than_the_endpoints_own_is_looked_up(server: HuggingFaceServer) -> None:
    engine = engine_of(server, hf_endpoint_url=f"{server.url}/endpoint/edit#{PIX2PIX}")
    with pytest.raises(errors.NotServed):
        await events_of(engine, asked(CARTOONIZER, image=photo()))
    assert not any(e.path.startswith("/endpoint") for e in server.requests)


async def test_a_mask_goes_to_a_model_that_takes_one(server: HuggingFaceServer) -> None:
    from PIL import Image as pil

    buffer = io.BytesIO()
    pil.new("L", (96, 64), 255).save(buffer, "PNG")
    mask = Image(buffer.getvalue(), "image/png", 96, 64)
    engine = engine_of(server, hf_endpoint_url=f"{server.url}/endpoint/inpaint")
    await painted(engine, asked(INPAINTER, image=photo(), mask_image=mask, strength=0.9))
    sent = server.requests[0].json
    assert base64.b64decode(sent["parameters"]["mask_image"]) == mask.data
    assert sent["parameters"]["strength"] == 0.9


# Work that is followed


async def test_a_provider_that_fails_is_followed_by_the_next(server: HuggingFaceServer) -> None:
    server.script("result", fails(500, {"detail": "worker died"}))
    result = await painted(engine_of(server), asked(KONTEXT, image=photo()))
    assert result.provider == "replicate"


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (fails(422, {"detail": [{"type": "content_policy_violation"}]}), errors.ContentRefused),
        (fails(422, {"detail": [{"msg": "bad image"}]}), errors.InvalidRequest),
        (fails(504, {"detail": "startup timeout"}), errors.EngineUnreachable),
        (fails(500, {"detail": "worker died"}), errors.EngineFailed),
        (told({"images": [{"url": "x"}]}), errors.EngineFailed),
        (told({"images": [{"url": "x"}], "has_nsfw_concepts": [True]}), errors.ContentRefused),
        (told([]), errors.EngineFailed),
        (says(b"<html>"), errors.EngineUnreachable),
    ],
)
async def test_completed_work_may_still_have_failed(
    server: HuggingFaceServer, reply: Reply, kind: type[errors.EngineError]
) -> None:
    server.script("result", reply)
    with pytest.raises(errors.EngineError) as caught:
        await events_of(engine_of(server), asked(EDITOR, image=photo()))
    assert type(caught.value) is kind
    assert (caught.value.model, caught.value.values["provider"]) == (EDITOR, "fal-ai")


@pytest.mark.parametrize(
    "answer",
    [
        {"request_id": "1", "response_url": None},
        {"request_id": "1", "response_url": "not an address"},
        {"request_id": "1", "response_url": "https://queue.fal.run/a/b/requests/1", "status": None},
        {"status": "IN_QUEUE"},
    ],
)
async def test_a_receipt_of_another_shape_is_a_failure(server: HuggingFaceServer, answer: Any) -> None:
    server.script("fal-ai", told(answer))
    with pytest.raises(errors.EngineFailed):
        await events_of(engine_of(server), asked(EDITOR, image=photo()))


@pytest.mark.parametrize("stumble", [fails(502, b"<html>"), fails(429, {}), resets()])
async def test_a_question_that_fails_in_passing_is_asked_again(
    server: HuggingFaceServer, stumble: Reply
) -> None:
    server.script("poll", stumble, told({"status": "COMPLETED"}))
    result = await painted(engine_of(server), asked(EDITOR, image=photo()))
    assert result.provider == "fal-ai"
    assert len([e for e in server.to("fal-ai") if e.method == "POST"]) == 1  # nothing is paid twice


async def test_replicate_is_asked_after_when_it_is_cold(server: HuggingFaceServer) -> None:
    server.script("replicate", paints(output=None, status="starting"))
    engine = engine_of(server, hf_provider="replicate")
    events = await events_of(engine, asked(KONTEXT, image=photo()))
    assert [e.stage for e in events if isinstance(e, Progress)] == ["replicate", "queued", "queued"]
    assert (events[-1].image.width, events[-1].image.height) == (96, 64)
    posts = [e.method for e in server.to("replicate")]
    assert posts == ["POST", "GET", "GET"]
    assert server.to("replicate")[1].path == "/replicate/v1/predictions/0"


@pytest.mark.parametrize(
    ("job", "kind"),
    [
        ({"status": "failed", "error": "NSFW content detected"}, errors.ContentRefused),
        ({"status": "failed", "error": "CUDA error"}, errors.EngineFailed),
        ({"status": "canceled", "error": None}, errors.EngineFailed),
        ({"status": None}, errors.EngineFailed),
        ("starting", errors.EngineFailed),
    ],
)
async def test_predictions_that_end_badly(
    server: HuggingFaceServer, job: Any, kind: type[errors.EngineError]
) -> None:
    server.script("replicate", paints(output=None, status="starting"))
    server.script("poll", told(job))
    with pytest.raises(kind):
        await events_of(engine_of(server, hf_provider="replicate"), asked(KONTEXT, image=photo()))


@pytest.mark.parametrize("status", [401, 403, 404])
@pytest.mark.parametrize(
    ("provider", "kind"), [("fal-ai", errors.EngineFailed), ("replicate", errors.EngineWarmingUp)]
)
async def test_work_that_can_not_be_asked_after_says_nothing_of_token_and_model(
    server: HuggingFaceServer, provider: str, kind: type[errors.EngineError], status: int
) -> None:
    if provider == "replicate":
        server.script("replicate", paints(output=None, status="starting"))
    server.script("poll", fails(status, {"detail": "no"}))
    with pytest.raises(errors.EngineError) as caught:
        await events_of(engine_of(server, hf_provider=provider), asked(KONTEXT, image=photo()))
    assert (type(caught.value), caught.value.status) == (kind, status)


@pytest.mark.parametrize(
    ("provider", "model", "place"),
    [("fal-ai", EDITOR, "fal-ai"), ("fal-ai", EDITOR, "poll"), ("fal-ai", EDITOR, "result"),
     ("together", FLUX2, "together"), ("wavespeed", FLUX2, "poll")],
)  # fmt: skip
async def test_stopping_hangs_up_wherever_the_work_is(
    server: HuggingFaceServer, provider: str, model: str, place: str
) -> None:
    gate = Gate()
    server.script(place, says(b"{}", "application/json").held(gate))
    task = asyncio.create_task(
        events_of(engine_of(server, hf_provider=provider), asked(model, image=photo()))
    )
    assert await asyncio.to_thread(gate.reached.wait, 5)
    task.cancel()
    assert await asyncio.to_thread(server.requests[-1].disconnected.wait, 1)


async def test_work_without_end_ends_with_our_time(server: HuggingFaceServer) -> None:
    server.script("poll", told({"status": "IN_QUEUE", "queue_position": 9}))
    with pytest.raises(errors.EngineTimedOut):
        await events_of(engine_of(server, request_timeout=0.4), asked(EDITOR, image=photo()))


async def test_a_picture_that_is_none_is_refused_by_the_service(server: HuggingFaceServer) -> None:
    nothing = Image(b"GIF89a nothing", "image/png", 8, 8)
    with pytest.raises(errors.InvalidRequest):
        await events_of(engine_of(server), asked(EDITOR, image=nothing))


async def test_a_changed_picture_is_checked_like_any_other(server: HuggingFaceServer) -> None:
    server.script("together", paints(drawn(512, 512)[:-400]))
    with pytest.raises(errors.BrokenImage):
        await events_of(engine_of(server, hf_provider="together"), asked(FLUX2, image=photo()))
