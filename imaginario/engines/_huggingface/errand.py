"""One picture: the request put into a provider's words by the SDK, sent, and its answer read.

`InferenceClient.text_to_image` would look the model up once more, with the machine's token, without a
time-out, and keep the answer for the life of the process; it reads error bodies of unusual shape into
exceptions without a status; and its router's address is one constant for the whole process. So the SDK's
own translators are used directly: they are what knows each provider.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, field
from typing import Any

from imaginario import errors, imaging
from imaginario.engines._huggingface.borders import Place, guarded, refused_inside
from imaginario.engines._huggingface.endpoints import is_url
from imaginario.engines._huggingface.hub import TASK, Route
from imaginario.engines._huggingface.wire import Lease, LeasedHeaders, ask, sdk
from imaginario.images import Image, ImageRequest, Param

ROUTER = "https://router.huggingface.co"
CLOUD = "hf-inference"
"""The provider whose dialect dedicated endpoints speak, too."""
_SMALL = 100_000  # bytes; an answer with the picture inside is larger and has nothing else to tell
_SENT = (
    Param.NEGATIVE_PROMPT, Param.HEIGHT, Param.WIDTH, Param.NUM_INFERENCE_STEPS, Param.GUIDANCE_SCALE,
    Param.SCHEDULER, Param.SEED,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Errand:
    """Everything one call needs; `timeout` is seconds of silence, `token` may be "" for an endpoint."""

    route: Route
    request: ImageRequest
    timeout: float
    router: str = ROUTER
    token: str = field(default="", repr=False)
    lease: Lease = field(default_factory=Lease)

    @property
    def place(self) -> Place:
        """Where this goes, for errors."""
        wakes = self.route.provider == CLOUD
        provider = "" if is_url(self.route.provider_id) else self.route.provider
        return Place(self.route.model, provider, wakes, self.token)


def carry_out(errand: Errand) -> tuple[Image, int | None]:
    """The picture, verified, and the seed the provider tells. Blocks; raises one of our errors."""
    place = errand.place
    helper, params, content = guarded(lambda: _prepared(errand), place)
    body = ask(
        "POST",
        params.url,
        place=place,
        timeout=errand.timeout,
        lease=errand.lease,
        headers=params.headers,
        content=content,
    )
    answer = _told(body)
    if error := refused_inside(answer, place):
        raise error
    data = _picture(answer, errand, lambda: helper.get_response(body, params))
    image = imaging.verified(data, engine="huggingface", model=errand.route.model)
    seed = answer.get("seed")
    return image, seed if type(seed) is int else None


def _prepared(errand: Errand) -> tuple[Any, Any, bytes]:
    """The SDK's translator for the provider, the request it made, and its body."""
    sdk()
    from huggingface_hub.hf_api import InferenceProviderMapping
    from huggingface_hub.inference._providers import get_provider_helper

    route = errand.route
    # The SDK shares its translators: a copy gets our look-up in place of its own.
    helper = copy(get_provider_helper(route.provider, task=TASK, model=route.provider_id))  # type: ignore[arg-type]
    mapping = InferenceProviderMapping(
        provider=route.provider, hf_model_id=route.model, providerId=route.provider_id,
        status="live", task=TASK, adapterWeightsPath=route.adapter_weights_path,
    )  # fmt: skip
    helper._prepare_mapping_info = lambda model: mapping
    params = helper.prepare_request(
        inputs=errand.request.prompt,
        parameters=_parameters(errand.request),
        headers=_headers(errand),
        model=route.model,
        api_key=errand.token or "none",
    )
    if not errand.token:
        params.headers.pop("authorization", None)
    params.url = _moved(params.url, errand.router)
    params.headers = LeasedHeaders(params.headers, errand.lease)
    return helper, params, json.dumps(params.json, allow_nan=False).encode()


def _parameters(request: ImageRequest) -> dict[str, Any]:
    return {p.value: getattr(request, p.value) for p in _SENT} | dict(request.extra_body)


def _headers(errand: Errand) -> dict[str, str]:
    headers = {"accept": "image/png"}  # endpoints answer with base64 text without it
    if is_url(errand.route.provider_id):
        # The proxy holds the request while the endpoint wakes, and answers 503 before we hang up.
        headers["x-scale-up-timeout"] = str(max(1, int(errand.timeout * 0.9)))
    return headers


def _moved(url: str, router: str) -> str:
    return router.rstrip("/") + url.removeprefix(ROUTER) if url.startswith(f"{ROUTER}/") else url


def _told(body: bytes) -> dict[str, Any]:
    """What an answer in JSON tells about the picture; nothing if it is the picture."""
    if len(body) > _SMALL or not body.lstrip().startswith(b"{"):
        return {}
    try:
        return json.loads(body)
    except ValueError:
        return {}


def _picture(answer: dict[str, Any], errand: Errand, read: Callable[[], Any]) -> bytes:
    """The picture's bytes, fetched from where the answer says if it is elsewhere."""
    place, lease = errand.place, errand.lease
    if url := _address(answer):  # fetched here for its status and time-out; it never sees the token
        try:
            return ask("GET", url, place=place, timeout=errand.timeout, lease=lease)
        except (errors.Unauthorized, errors.Forbidden, errors.ModelGone) as error:
            failure = place.error(errors.EngineFailed, status=error.status, detail="picture_gone")
        raise failure
    data = guarded(read, place)
    if not isinstance(data, bytes):
        raise place.error(errors.EngineFailed, detail="no_picture")
    return data


def _address(answer: dict[str, Any]) -> str:
    """Where fal (`images`) and replicate (`output`) say the picture is."""
    output, images = answer.get("output"), answer.get("images")
    first = output[0] if isinstance(output, list) and output else output
    if isinstance(images, list) and images and isinstance(images[0], dict):
        first = images[0].get("url")
    return first if isinstance(first, str) and is_url(first) else ""
