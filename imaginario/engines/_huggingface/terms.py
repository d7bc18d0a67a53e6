"""A request in a provider's words: the SDK translates, and what it can't say is put in here.

`InferenceClient` would look the model up once more, with the machine's token, without a time-out, and keep
the answer for the life of the process; it reads error bodies of unusual shape into exceptions without a
status; and its router's address is one constant for the whole process. So the SDK's own translators are
used directly: they are what knows each provider.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass, field
from typing import Any

from imaginario.engines._huggingface import facts
from imaginario.engines._huggingface.hub import Route
from imaginario.errors import InvalidRequest
from imaginario.images import Image, ImageRequest, Param, Task

ROUTER = "https://router.huggingface.co"
CLOUD = "hf-inference"
"""The provider whose dialect dedicated endpoints speak, too."""
_SENT = (
    Param.NEGATIVE_PROMPT, Param.HEIGHT, Param.WIDTH, Param.NUM_INFERENCE_STEPS, Param.GUIDANCE_SCALE,
    Param.SCHEDULER, Param.SEED, Param.STRENGTH, Param.IMAGE_GUIDANCE_SCALE,
)  # fmt: skip
_SPARE = (
    Param.NEGATIVE_PROMPT, Param.NUM_INFERENCE_STEPS, Param.GUIDANCE_SCALE, Param.SCHEDULER, Param.SEED,
    Param.STRENGTH, Param.IMAGE_GUIDANCE_SCALE,
)  # fmt: skip
"""Controls without which it is still the same picture."""
_LISTS = ("image_urls", "images", "input_images", "reference_images")
"""Fields in which providers take several pictures."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A request ready to be sent. `ignored` names the controls it has no words for."""

    url: str
    headers: Mapping[str, str] = field(repr=False)
    content: bytes = field(repr=False)
    helper: Any
    params: Any = field(repr=False)
    ignored: tuple[str, ...] = ()


def written(route: Route, request: ImageRequest, *, router: str, token: str) -> Letter:
    """The request as this route wants it; `token` may be "". Blocks: pictures are encoded."""
    ignored = {name for name in facts.ignored_by(route) if getattr(request, name) is not None}
    helper, task = _helper(route)
    params = helper.prepare_request(
        inputs=request.prompt if task is Task.TEXT_TO_IMAGE else _picture(request.image),
        parameters=_parameters(route, request, ignored),
        headers={"accept": "image/png"},  # endpoints answer with base64 text without it
        model=route.model,
        api_key=token or "none",
    )
    if not token:
        params.headers.pop("authorization", None)
    if params.json is not None:
        _relabel(params.json, request)
    _add_references(params.json or {}, request, ignored)
    content = bytes(params.data) if params.json is None else json.dumps(params.json, allow_nan=False).encode()
    url = moved(params.url, router)
    return Letter(url, params.headers, content, helper, params, tuple(sorted(ignored)))


def spare(error: InvalidRequest, request: ImageRequest) -> tuple[str, ...]:
    """The controls of a request that a refusal names and that can be left out."""
    said = str(error.values.get("detail", "")).lower()
    return tuple(p.value for p in _SPARE if p in request.asked() and p.value in said)


def _helper(route: Route) -> tuple[Any, Task]:
    from huggingface_hub.hf_api import InferenceProviderMapping
    from huggingface_hub.inference._providers import get_provider_helper

    task = Task.TEXT_TO_IMAGE if route.task is Task.TEXT_TO_IMAGE else Task.IMAGE_TO_IMAGE
    mapping = InferenceProviderMapping(
        provider=route.provider,  # type: ignore[arg-type]  # the Hub's word, checked when it was looked up
        hf_model_id=route.model, providerId=route.provider_id,
        status="live", task=task.value, adapterWeightsPath=route.adapter_weights_path,
    )  # fmt: skip
    found = get_provider_helper(
        route.provider,  # type: ignore[arg-type]  # as above
        task=task.value,
        model=route.provider_id,
    )
    # The SDK shares its translators: a copy gets our look-up in place of its own.
    helper = copy(found)
    helper._prepare_mapping_info = lambda model: mapping
    return helper, task


def _picture(image: Image | None) -> Any:
    """The bytes with their media type: bare ones are called JPEG whatever they are."""
    from huggingface_hub.inference._common import MimeBytes

    if image is None:
        raise ValueError("nothing to change")
    return MimeBytes(image.data, mime_type=image.mime)


def _parameters(route: Route, request: ImageRequest, ignored: set[str]) -> dict[str, Any]:
    sent: dict[str, Any] = {p.value: getattr(request, p.value) for p in _SENT if p.value not in ignored}
    if request.image is not None:
        sent["prompt"] = request.prompt
        if route.provider == "fal-ai" and sent["width"] and sent["height"]:
            sent["target_size"] = {"width": sent.pop("width"), "height": sent.pop("height")}
        if request.mask_image is not None:
            sent["mask_image"] = base64.b64encode(request.mask_image.data).decode()
    return sent | dict(request.extra_body)


def _relabel(payload: dict[str, Any], request: ImageRequest) -> None:
    """Wavespeed's translator calls every picture a JPEG."""
    label, image = "data:image/jpeg;", payload.get("image")
    if request.image and isinstance(image, str) and image.startswith(label):
        payload["image"] = f"data:{request.image.mime};" + image.removeprefix(label)


def _add_references(payload: dict[str, Any], request: ImageRequest, ignored: set[str]) -> None:
    """The further pictures, wherever the translator has put the first one into a list."""
    if not request.reference_images:
        return
    fields = payload.get("input", payload)
    lists = [fields[name] for name in _LISTS if isinstance(fields.get(name), list)]
    if not lists or Param.REFERENCE_IMAGES in ignored:
        ignored.add(Param.REFERENCE_IMAGES.value)
        return
    more = [f"data:{i.mime};base64,{base64.b64encode(i.data).decode()}" for i in request.reference_images]
    for pictures in lists:
        pictures += more


def moved(url: str, router: str) -> str:
    """An address of the SDK's with another router in place of the real one."""
    return router.rstrip("/") + url.removeprefix(ROUTER) if url.startswith(f"{ROUTER}/") else url
