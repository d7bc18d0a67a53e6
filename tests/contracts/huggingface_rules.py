"""What Hugging Face and the providers behind it accept, and the words they refuse with."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from tests.contracts.loopback import Exchange

JSON = "application/json"
EDIT = "image-to-image"
ENDPOINT_ACCEPTS = ("image/png", "image/jpeg", "image/webp", "image/tiff", "image/bmp", "image/gif")
PIPELINE = frozenset(
    {"negative_prompt", "height", "width", "num_inference_steps", "guidance_scale", "seed", "scheduler"}
)
COMPATIBLE = frozenset({"prompt", "model", "response_format", "seed", "negative_prompt", "guidance_scale"})
FAL = frozenset({"prompt", "image_size", "num_inference_steps", "guidance_scale", "seed", "negative_prompt"})
REPLICATE = frozenset({"input", "version", "webhook", "webhook_events_filter", "stream"})
WAVESPEED = frozenset(
    {"prompt", "width", "height", "num_inference_steps", "guidance_scale", "seed", "negative_prompt"}
)


class Refused(Exception):
    """The service says no: status, body, headers."""

    def __init__(self, status: int, body: Any, **headers: str) -> None:
        super().__init__(status, body)
        self.status = status
        self.body = body
        self.headers = headers


@dataclass(frozen=True, kw_only=True)
class Served:
    """A model's entry for one provider in the Hub's mapping."""

    provider: str
    id: str
    status: str = "live"
    task: str = "text-to-image"

    def listed(self) -> dict[str, str]:
        """As it stands in a list of models."""
        return {"provider": self.provider, **self.mapped()}

    def mapped(self) -> dict[str, str]:
        """As it stands in one model's own mapping, under the provider's name."""
        return {"status": self.status, "providerId": self.id, "task": self.task}


def serves(**ids: str) -> tuple[Served, ...]:
    """Entries by provider, dashes written as underscores, in this order."""
    return tuple(Served(provider=p.replace("_", "-"), id=i) for p, i in ids.items())


def edits(**ids: str) -> tuple[Served, ...]:
    """The same for changing pictures."""
    return tuple(replace(entry, task=EDIT) for entry in serves(**ids))


@dataclass
class Catalogue:
    """Which models there are, and who serves them."""

    models: dict[str, tuple[Served, ...]] = field(
        default_factory=lambda: {
            "Tongyi-MAI/Z-Image-Turbo": serves(
                fal_ai="fal-ai/z-image/turbo", wavespeed="wavespeed-ai/z-image/turbo"
            ),
            "black-forest-labs/FLUX.1-schnell": serves(
                nscale="black-forest-labs/FLUX.1-schnell", together="black-forest-labs/FLUX.1-schnell"
            ),
            "black-forest-labs/FLUX.1-dev": serves(
                fal_ai="fal-ai/flux/dev", replicate="black-forest-labs/flux-dev"
            ),
            "stabilityai/stable-diffusion-3-medium-diffusers": serves(
                hf_inference="stabilityai/stable-diffusion-3-medium-diffusers"
            ),
            "zai-org/GLM-Image": serves(zai_org="glm-image"),
            "timbrooks/instruct-pix2pix": (),
            "instruction-tuning-sd/cartoonizer": (),
            "Qwen/Qwen-Image-Edit": edits(fal_ai="fal-ai/qwen-image-edit"),
            "black-forest-labs/FLUX.1-Kontext-dev": edits(
                fal_ai="fal-ai/flux-kontext/dev", replicate="black-forest-labs/flux-kontext-dev"
            ),
            "black-forest-labs/FLUX.2-dev": edits(
                wavespeed="wavespeed-ai/flux-2-dev/edit", together="black-forest-labs/FLUX.2-dev"
            ),
        }
    )

    def provider_ids(self, provider: str, task: str = "text-to-image") -> set[str]:
        """The provider's own names of what it serves."""
        entries = [e for m in self.models.values() for e in m]
        return {e.id for e in entries if e.provider == provider and e.task == task}


def check_bearer(headers: Mapping[str, str], token: str, *, needed: bool = True) -> None:
    """401 for a wrong token, and for none where one is needed."""
    given = headers.get("authorization")
    if given is None and not needed:
        return
    if given != f"Bearer {token}":
        raise Refused(401, {"error": "Invalid credentials in Authorization header"})


def an_object(exchange: Exchange) -> dict[str, Any]:
    if exchange.method != "POST":
        raise Refused(405, {"error": "Method Not Allowed"})
    if exchange.headers.get("content-type") != JSON:
        raise Refused(415, {"error": "Unsupported Media Type"})
    try:
        body = json.loads(exchange.body)
    except ValueError:
        raise Refused(400, {"error": "Invalid JSON"}) from None
    if not isinstance(body, dict):
        raise Refused(400, {"error": "An object was expected"})
    return body


def only(fields: Mapping[str, Any], allowed: frozenset[str], what: str) -> None:
    if strangers := set(fields) - allowed:
        raise Refused(400, {"error": {"message": f"Unknown {what}: {', '.join(sorted(strangers))}"}})


def check_cloud(exchange: Exchange, known: bool, model: str) -> dict[str, Any]:
    """hf-inference: `inputs` and `parameters`."""
    body = an_object(exchange)
    if not known:
        raise Refused(404, {"error": f"Model {model} does not exist"})
    _check_inputs(body)
    return {"prompt": body["inputs"], **body.get("parameters", {})}


def check_endpoint(exchange: Exchange) -> dict[str, Any]:
    """The default container of a dedicated endpoint: exact media types, square pictures, known arguments."""
    body = an_object(exchange)
    accept = exchange.headers.get("accept", "")
    if accept not in ("", "*/*", *ENDPOINT_ACCEPTS):
        raise Refused(400, {"error": f"Content type {accept!r} not supported."})
    _check_inputs(body)
    parameters = body.get("parameters", {})
    if parameters.get("width") != parameters.get("height"):
        raise Refused(400, {"error": "height must equal width"})
    return {"prompt": body["inputs"], **parameters}


def _check_inputs(body: dict[str, Any]) -> None:
    if not isinstance(body.get("inputs"), str):
        raise Refused(400, {"error": ["Error in `inputs`: field required"]})
    only(body, frozenset({"inputs", "parameters", "options"}), "field")
    only(body.get("parameters", {}), PIPELINE, "parameter")


def check_compatible(exchange: Exchange, ids: set[str], provider: str) -> dict[str, Any]:
    """together and nscale: nearly OpenAI's form."""
    body = an_object(exchange)
    sizes = frozenset({"size"} if provider == "nscale" else {"width", "height", "steps"})
    only(body, COMPATIBLE | sizes, "field")
    if not isinstance(body.get("prompt"), str):
        raise Refused(400, {"error": {"message": "prompt: Required", "type": "invalid_request_error"}})
    if body.get("model") not in ids:
        raise Refused(404, {"error": {"message": "Unable to access model", "code": "model_not_available"}})
    if body.get("response_format") != {"nscale": "b64_json"}.get(provider, "base64"):
        raise Refused(400, {"error": {"message": "response_format is not what this contract plays"}})
    width, _, height = str(body.get("size", "")).partition("x")
    return body | ({"width": int(width), "height": int(height)} if height else {})


def check_fal(exchange: Exchange, ids: set[str], model: str) -> dict[str, Any]:
    """fal's synchronous route."""
    body = an_object(exchange)
    if model not in ids:
        raise Refused(404, {"detail": "Application not found"})
    if not isinstance(body.get("prompt"), str):
        raise Refused(
            422, {"detail": [{"loc": ["body", "prompt"], "msg": "field required", "type": "missing"}]}
        )
    if strangers := set(body) - FAL:
        details = [{"loc": ["body", s], "msg": "extra fields not permitted"} for s in sorted(strangers)]
        raise Refused(422, {"detail": details})
    return body | body.get("image_size", {})


def check_replicate(exchange: Exchange, ids: set[str], model: str) -> dict[str, Any]:
    """A prediction that is waited for."""
    body = an_object(exchange)
    if model not in ids:
        raise Refused(404, {"title": "Not found", "detail": "The requested resource could not be found."})
    if exchange.headers.get("prefer") != "wait":
        raise Refused(400, {"title": "this contract plays `Prefer: wait` only"})
    if strangers := set(body) - REPLICATE:
        raise Refused(422, {"detail": f"- {min(strangers)} is not allowed", "title": "Invalid request"})
    if not isinstance(body.get("input", {}).get("prompt"), str):
        raise Refused(422, {"detail": "- input: prompt is required", "title": "Input validation failed"})
    return body["input"]


def check_wavespeed(exchange: Exchange, ids: set[str], model: str) -> dict[str, Any]:
    """A job to be asked after."""
    body = an_object(exchange)
    if model not in ids:
        raise Refused(404, {"code": 404, "message": "model not found"})
    if not isinstance(body.get("prompt"), str) or set(body) - WAVESPEED:
        raise Refused(400, {"code": 400, "message": "invalid input"})
    return body


def check_zai(exchange: Exchange, ids: set[str]) -> dict[str, Any]:
    """A task to be asked after."""
    body = an_object(exchange)
    only(body, frozenset({"model", "prompt", "size", "num_inference_steps", "seed"}), "field")
    if body.get("model") not in ids or not isinstance(body.get("prompt"), str):
        raise Refused(
            400, {"error": {"code": "1211", "message": "Unknown Model, please check the model code."}}
        )
    width, _, height = str(body.get("size", "1024x1024")).partition("x")
    return body | {"width": int(width), "height": int(height)}
