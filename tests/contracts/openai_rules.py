"""What OpenAI's API refuses, and in which words, and what its more easy-going likes take."""

from __future__ import annotations

import base64
import email.parser
import email.policy
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from PIL import Image as pil


@dataclass(frozen=True, slots=True)
class Model:
    """A model that is served. `own` ones are OpenAI's and strict; others take nearly anything."""

    kind: str = "chat"
    own: bool = True
    thinks: bool = False
    sees: bool = True
    sizes: tuple[str, ...] = ()
    """The only sizes an image model paints, besides "auto"."""


THREE = ("1024x1024", "1536x1024", "1024x1536")
MODELS: Mapping[str, Model] = {
    "gpt-6-luna": Model(thinks=True),
    "gpt-5.6-terra": Model(thinks=True),
    "gpt-4.1": Model(),
    "gpt-6-codex": Model(thinks=True),
    "text-embedding-3-large": Model("embedding"),
    "whisper-1": Model("audio"),
    "gpt-image-2.5-flare": Model("image"),
    "gpt-image-1-mini": Model("image", sizes=THREE),
    "gpt-image-2.5-sunburst": Model("image"),
}
LOCAL: Mapping[str, Model] = {
    "nomic-embed-text": Model("embedding", own=False),
    "gemma4:12b": Model(own=False),
    "tiny:1b": Model(own=False, sees=False),
    "z-image-turbo": Model("image", own=False),
}
CHAT = (
    "model messages stream stream_options temperature top_p n stop max_tokens max_completion_tokens seed"
    " response_format reasoning_effort verbosity user safety_identifier store metadata tools tool_choice"
    " presence_penalty frequency_penalty logit_bias logprobs modalities service_tier prompt_cache_key"
)
IMAGE = (
    "model prompt n size quality background moderation output_format output_compression user stream"
    " partial_images safety_identifier"
)
CHAT_FIELDS, IMAGE_FIELDS = frozenset(CHAT.split()), frozenset(IMAGE.split())
EDIT_FIELDS = IMAGE_FIELDS - {"moderation"} | {"input_fidelity"}
FILE_FIELDS = frozenset({"image", "image[]", "mask"})
EFFORTS = ("none", "low", "medium", "high", "xhigh", "max")
MOST_PICTURES, MOST_BYTES = 16, 50_000_000


class Refused(Exception):
    """A request the service would not take; `body` is what it answers."""

    def __init__(
        self, status: int, message: str, *, code: str | None = None, param: str | None = None, kind: str = ""
    ) -> None:
        super().__init__(message)
        self.status = status
        self.body = error_body(message, code=code, param=param, kind=kind or "invalid_request_error")


def error_body(
    message: str, *, code: str | None = None, param: str | None = None, kind: str = "invalid_request_error"
) -> dict[str, Any]:
    """The JSON of an error answer."""
    return {"error": {"message": message, "type": kind, "param": param, "code": code}}


def check_key(given: str | None, key: str) -> None:
    """Refuse a missing or wrong key, where one is asked for."""
    if not key:
        return
    if not given:
        raise Refused(
            401, "You didn't provide an API key. You need to provide it in an Authorization header."
        )
    if given != f"Bearer {key}":
        shown = given.removeprefix("Bearer ")
        raise Refused(401, f"Incorrect API key provided: {shown}.", code="invalid_api_key")


def known(name: Any, models: Mapping[str, Model], *kinds: str) -> Model:
    """The model of this name, if it does what is asked."""
    model = models.get(name) if isinstance(name, str) else None
    if model is None or model.kind not in kinds:
        text = f"The model `{name}` does not exist or you do not have access to it."
        raise Refused(404, text, code="model_not_found")
    return model


def check_chat(body: dict[str, Any], models: Mapping[str, Model]) -> Model:
    """Refuse what chat completions refuse."""
    model = known(body.get("model"), models, "chat")
    if not body.get("messages"):
        raise Refused(400, "Missing required parameter: 'messages'.", param="messages")
    for index, message in enumerate(body["messages"]):
        _check_message(message, f"messages[{index}]", model)
    if model.own:
        _unknown(body, CHAT_FIELDS)
        _check_sampling(body, model)
    if (structure := body.get("response_format")) and structure.get("type") == "json_schema":
        _check_schema(structure["json_schema"])
    return model


def _check_message(message: dict[str, Any], place: str, model: Model) -> None:
    if message.get("role") not in ("system", "developer", "user", "assistant"):
        raise Refused(400, f"Invalid value: '{message.get('role')}'.", param=f"{place}.role")
    content = message.get("content")
    if isinstance(content, str) and content:
        return
    if not isinstance(content, list) or not content:
        raise Refused(400, f"Invalid type for '{place}.content'.", param=f"{place}.content")
    for part in content:
        if part.get("type") == "text":
            continue
        if part.get("type") != "image_url" or message["role"] != "user":
            raise Refused(400, f"Invalid value: '{part.get('type')}'.", param=f"{place}.content")
        if not model.sees:
            raise Refused(400, "this model does not take image inputs", param=f"{place}.content")
        match = re.fullmatch(r"data:image/(?:png|jpeg|webp|gif);base64,(.+)", part["image_url"]["url"])
        if match is None or not base64.b64decode(match[1], validate=True):
            raise Refused(400, "Invalid image_url.", code="invalid_image_url", param=f"{place}.content")


def _check_sampling(body: dict[str, Any], model: Model) -> None:
    for name, high in (("temperature", 2), ("top_p", 1)):
        if (value := body.get(name)) is None:
            continue
        if model.thinks and value != 1:
            text = (
                f"Unsupported value: '{name}' does not support {value} with this model. Only the default (1)."
            )
            raise Refused(400, text, code="unsupported_value", param=name)
        if not 0 <= value <= high:
            raise Refused(400, f"Invalid '{name}': decimal above maximum value.", param=name)
    if model.thinks and "max_tokens" in body:
        text = "Unsupported parameter: 'max_tokens' is not supported with this model."
        raise Refused(400, text, code="unsupported_parameter", param="max_tokens")
    if (effort := body.get("reasoning_effort")) and not (model.thinks and effort in EFFORTS):
        text = "Unsupported parameter: 'reasoning_effort' is not supported with this model."
        raise Refused(400, text, code="unsupported_parameter", param="reasoning_effort")


def _check_schema(structure: dict[str, Any]) -> None:
    schema = structure["schema"]
    strict = set(schema["required"]) == set(schema["properties"]) and schema["additionalProperties"] is False
    if structure.get("strict") and not strict:
        raise Refused(400, "Invalid schema for response_format 'draft'.", param="response_format")
    if not re.fullmatch(r"[\w-]{1,64}", structure.get("name", "")):
        raise Refused(400, "Invalid 'response_format.json_schema.name'.", param="response_format")


def check_image(body: Mapping[str, Any], models: Mapping[str, Model], *, edit: bool = False) -> Model:
    """Refuse what image generations refuse, and edits as to their text fields."""
    model = known(body.get("model"), models, "image")
    if not str(body.get("prompt", "")).strip():
        raise Refused(400, "Missing required parameter: 'prompt'.", param="prompt")
    if not 1 <= int(body.get("n", 1)) <= 10:
        raise Refused(400, "Invalid 'n': integer above maximum value.", param="n")
    if "size" in body and body["size"] != "auto":
        _check_size(body["size"], model)
    if model.own:
        _unknown(body, EDIT_FIELDS if edit else IMAGE_FIELDS)
        if len(body["prompt"]) > 32000:
            raise Refused(400, "Invalid 'prompt': string too long.", code="string_above_max_length")
    return model


def _check_size(size: str, model: Model) -> None:
    wide, high = map(int, size.split("x"))
    if model.sizes and size not in model.sizes:
        raise Refused(
            400,
            f"Invalid value: '{size}'. Supported values are: '1024x1024'.",
            code="invalid_value",
            param="size",
        )
    grid = wide % 16 == 0 == high % 16 and max(wide, high) <= 3840 and max(wide, high) <= 3 * min(wide, high)
    if model.own and not model.sizes and not (grid and 655_360 <= wide * high <= 8_294_400):
        raise Refused(400, f"Invalid size '{size}'.", code="invalid_value", param="size")


@dataclass
class Form:
    """A multipart form: its words, and its files by the name of their field."""

    words: dict[str, str] = field(default_factory=dict)
    files: list[tuple[str, str, bytes]] = field(default_factory=list)
    """Field, MIME type, bytes."""

    def under(self, *names: str) -> list[bytes]:
        """The files of these fields."""
        return [data for name, _, data in self.files if name in names]


def read_form(content_type: str, body: bytes) -> Form:
    """A form as it came. Raises `Refused` when it is none."""
    if not content_type.startswith("multipart/form-data"):
        raise Refused(400, "Invalid content type. Use multipart/form-data.")
    head = f"Content-Type: {content_type}\r\n\r\n".encode()
    form = Form()
    for part in email.parser.BytesParser(policy=email.policy.HTTP).parsebytes(head + body).iter_parts():
        name, data = part.get_param("name", header="content-disposition"), part.get_payload(decode=True)
        assert isinstance(data, bytes)
        if part.get_filename():
            form.files.append((str(name), part.get_content_type(), data))
        else:
            form.words[str(name)] = data.decode()
    return form


def check_edit(form: Form, models: Mapping[str, Model]) -> Model:
    """Refuse what image edits refuse."""
    images, masks = form.under("image", "image[]"), form.under("mask")
    if not images:
        raise Refused(
            400, "Missing required parameter: 'image'.", code="missing_required_parameter", param="image"
        )
    model = check_image(form.words, models, edit=True)
    if stray := {name for name, _, _ in form.files} - FILE_FIELDS:
        raise Refused(400, f"Unknown parameter: '{min(stray)}'.", code="unknown_parameter", param=min(stray))
    if len(images) > MOST_PICTURES or len(form.under("image")) > 1 or len(masks) > 1:
        raise Refused(400, "Invalid 'image': too many files.", param="image")
    for name, mime, data in form.files:
        real = {"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp"}.get(
            _opened(data, name).format or ""
        )
        if real is None or real != mime or len(data) > MOST_BYTES:
            raise Refused(400, f"Invalid file '{name}': unsupported mimetype ('{mime}').", param=name)
    if masks:
        _check_mask(_opened(masks[0], "mask"), _opened(images[0], "image"))
    return model


def _check_mask(mask: pil.Image, image: pil.Image) -> None:
    if mask.format != "PNG" or "A" not in mask.getbands():
        raise Refused(400, "Invalid mask image format - mask image missing alpha channel", param="mask")
    if mask.size != image.size or image.format != "PNG":
        raise Refused(400, "Invalid mask image format - mask size does not match image size", param="mask")
    if mask.getchannel("A").getextrema()[0] != 0:
        raise Refused(400, "Invalid mask image - nothing is transparent", param="mask")


def _opened(data: bytes, name: str) -> pil.Image:
    try:
        picture = pil.open(io.BytesIO(data))
        picture.load()
    except (OSError, ValueError):
        raise Refused(400, f"Invalid image file '{name}'.", code="invalid_image_file", param=name) from None
    return picture


def _unknown(body: Mapping[str, Any], fields: frozenset[str]) -> None:
    for name in body:
        if name not in fields:
            text = f"Unknown parameter: '{name}'."
            raise Refused(400, text, code="unknown_parameter", param=name)
