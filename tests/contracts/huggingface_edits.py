"""What the providers accept when a picture is to be changed, and how far their work has come."""

from __future__ import annotations

import base64
import io
from collections.abc import Mapping
from typing import Any

from tests.contracts.huggingface_rules import Refused, an_object, only
from tests.contracts.loopback import Exchange

COMMON = frozenset({"prompt", "num_inference_steps", "guidance_scale", "seed", "negative_prompt"})
FAL = COMMON | {"image_url", "image_urls", "image_size"}
REPLICATE_PICTURES = ("image", "images", "input_image", "input_images")
TOGETHER = frozenset(
    {"prompt", "model", "response_format", "steps", "seed", "width", "height", "guidance_scale"}
    | {"negative_prompt", "image_url", "reference_images"}
)
HANDLER = COMMON | {"image_guidance_scale", "strength"}
"""What the handler of an own endpoint takes: the arguments of a diffusers pipeline."""


def size_of(data: bytes) -> tuple[int, int]:
    """Width and height of an encoded picture."""
    from PIL import Image

    return Image.open(io.BytesIO(data)).size


def check_fal(exchange: Exchange, ids: set[str], model: str) -> dict[str, Any]:
    """fal's queue."""
    body = an_object(exchange)
    if exchange.query != "_subdomain=queue" or model not in ids:
        raise Refused(404, {"detail": "Application not found"})
    if strangers := set(body) - FAL:
        details = [{"loc": ["body", s], "msg": "extra fields not permitted"} for s in sorted(strangers)]
        raise Refused(422, {"detail": details})
    for name in ("prompt", "image_url", "image_urls"):
        if not body.get(name):
            raise Refused(422, {"detail": [{"loc": ["body", name], "msg": "field required"}]})
    size = body.get("image_size", {})
    if not isinstance(size, dict) or any(type(side) is not int for side in size.values()):
        raise Refused(422, {"detail": [{"loc": ["body", "image_size"], "msg": "not a size"}]})
    pictures = [_decoded(url) for url in body["image_urls"]]
    if _decoded(body["image_url"]) != pictures[0]:
        raise Refused(422, {"detail": "image_url is not the first of image_urls"})
    return _request(body, pictures) | size


def check_replicate(exchange: Exchange, ids: set[str], model: str) -> dict[str, Any]:
    """A prediction with the picture under every name some model may know it by."""
    body = an_object(exchange)
    if model not in ids:
        raise Refused(404, {"title": "Not found", "detail": "The requested resource could not be found."})
    only(body, frozenset({"input", "version"}), "field")
    given = body.get("input", {})
    only(given, COMMON | set(REPLICATE_PICTURES), "input")
    if not isinstance(given.get("prompt"), str):
        raise Refused(422, {"detail": "- input: prompt is required", "title": "Input validation failed"})
    pictures = [_decoded(url) for url in given.get("input_images", ())]
    if not pictures or any(_decoded(given.get(n)) != pictures[0] for n in ("image", "input_image")):
        raise Refused(422, {"detail": "- input: input_image is required", "title": "Input validation failed"})
    return _request(given, pictures)


def check_together(exchange: Exchange, ids: set[str]) -> dict[str, Any]:
    """Kontext takes one picture under one name, every other model several under another."""
    body = an_object(exchange)
    only(body, TOGETHER, "field")
    if body.get("model") not in ids:
        raise Refused(404, {"error": {"message": "Unable to access model", "code": "model_not_available"}})
    if not isinstance(body.get("prompt"), str) or body.get("response_format") != "base64":
        raise Refused(400, {"error": {"message": "prompt: Required", "type": "invalid_request_error"}})
    wanted = "image_url" if "kontext" in body["model"].lower() else "reference_images"
    if {"image_url", "reference_images"} & set(body) != {wanted}:
        raise Refused(400, {"error": {"message": f"{wanted}: Required", "type": "invalid_request_error"}})
    urls = body[wanted] if isinstance(body[wanted], list) else [body[wanted]]
    return _request(body, [_decoded(url) for url in urls])


def check_wavespeed(exchange: Exchange, ids: set[str], model: str) -> dict[str, Any]:
    """A job with one picture."""
    body = an_object(exchange)
    if model not in ids:
        raise Refused(404, {"code": 404, "message": "model not found"})
    if not isinstance(body.get("prompt"), str) or set(body) - COMMON - {"image"}:
        raise Refused(400, {"code": 400, "message": "invalid input"})
    return _request(body, [_decoded(body.get("image"))])


def check_handler(exchange: Exchange, *, masked: bool) -> dict[str, Any]:
    """The handler of an own endpoint: the picture in `inputs`, everything else in `parameters`."""
    body = an_object(exchange)
    only(body, frozenset({"inputs", "parameters"}), "field")
    parameters = body.get("parameters", {})
    only(parameters, HANDLER | ({"mask_image"} if masked else set()), "parameter")
    if not isinstance(parameters.get("prompt"), str):
        raise Refused(400, {"error": "prompt is missing"})
    pictures = [_unpacked(body.get("inputs"))]
    if masked:
        mask = _unpacked(parameters.pop("mask_image", None))
        if size_of(mask) != size_of(pictures[0]):
            raise Refused(400, {"error": "the mask is not as large as the picture"})
    return _request(parameters, pictures)


def _request(fields: Mapping[str, Any], pictures: list[bytes]) -> dict[str, Any]:
    """The request with the size of its first picture, unless another was asked for."""
    width, height = size_of(pictures[0])
    named = {k: v for k, v in fields.items() if not isinstance(v, list)}
    return {"width": width, "height": height, "pictures": pictures, **named}


def _decoded(url: Any) -> bytes:
    """The picture in a data URI whose label has to be true."""
    head, _, data = url.partition(";base64,") if isinstance(url, str) else ("", "", "")
    picture = _unpacked(data)
    from PIL import Image

    kind = Image.open(io.BytesIO(picture)).get_format_mimetype()
    if head != f"data:{kind}":
        raise Refused(422, {"detail": f"{head} is not what this picture is"})
    return picture


def _unpacked(text: Any) -> bytes:
    from PIL import Image

    try:
        data = base64.b64decode(text, validate=True)
        Image.open(io.BytesIO(data)).load()
    except (TypeError, ValueError, OSError) as error:
        raise Refused(422, {"error": "no picture, or not in base64"}) from error
    return data
