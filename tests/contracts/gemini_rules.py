"""What the Gemini API v1 refuses, and in which words: the request side of the contract."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

LEVELS_4 = ("low", "medium", "high")
LEVELS_ALL = ("minimal", "low", "medium", "high")


@dataclass(frozen=True, slots=True)
class Model:
    """A model the service lists: the thinking levels it takes, and whether it answers with pictures."""

    title: str
    levels: tuple[str, ...] = ()
    image: bool = False
    sizes: tuple[str, ...] = ("1K", "2K", "4K")
    methods: tuple[str, ...] = ("generateContent", "countTokens")


MODELS: Mapping[str, Model] = {
    "gemini-2.5-flash": Model("Gemini 2.5 Flash"),
    "gemini-2.5-flash-preview-tts": Model("Gemini 2.5 Flash Preview TTS"),
    "gemini-3.5-flash-lite": Model("Gemini 3.5 Flash-Lite", LEVELS_ALL),
    "gemini-3.6-flash": Model("Gemini 3.6 Flash", LEVELS_ALL),
    "gemini-3.8-flash": Model("Gemini 3.8 Flash", LEVELS_4),
    "gemini-4-argon": Model("Gemini 4 Argon", LEVELS_4),
    "gemini-4-hydrogen": Model("Gemini 4 Hydrogen", (*LEVELS_4, "xhigh")),
    "gemini-4-preview-11-2026": Model("Gemini 4 Preview", LEVELS_4),
    "gemini-nano-banana-2.1": Model("Nano Banana 2.1", image=True),
    "gemini-3-pro-image": Model("Gemini 3 Pro Image", image=True),
    "gemini-3.1-flash-lite-image": Model("Gemini 3.1 Flash-Lite Image", image=True, sizes=("1K",)),
    "gemini-embedding-2": Model("Gemini Embedding 2", methods=("embedContent",)),
    "gemini-live-4": Model("Gemini Live 4", methods=("bidiGenerateContent",)),
    "gemma-4-27b-it": Model("Gemma 4 27B"),
}

ROOT = "contents systemInstruction generationConfig safetySettings tools toolConfig cachedContent store model"
CONFIG = (
    "temperature topP topK candidateCount maxOutputTokens stopSequences seed thinkingConfig responseMimeType"
    " responseSchema responseJsonSchema responseModalities imageConfig presencePenalty frequencyPenalty"
    " responseLogprobs logprobs mediaResolution speechConfig"
)
FIELDS: Mapping[str, frozenset[str]] = {
    "": frozenset(ROOT.split()),
    "generation_config": frozenset(CONFIG.split()),
    "contents": frozenset({"role", "parts"}),
    "parts": frozenset({"text", "inlineData", "fileData", "thought", "thoughtSignature"}),
    "thinking_config": frozenset({"thinkingLevel", "thinkingBudget", "includeThoughts"}),
    "image_config": frozenset({"aspectRatio", "imageSize"}),
    "safety_settings": frozenset({"category", "threshold"}),
    "inline_data": frozenset({"mimeType", "data"}),
}
CATEGORIES = {"HARASSMENT", "HATE_SPEECH", "SEXUALLY_EXPLICIT", "DANGEROUS_CONTENT", "CIVIC_INTEGRITY"}
THRESHOLDS = {"OFF", "BLOCK_NONE", "BLOCK_ONLY_HIGH", "BLOCK_MEDIUM_AND_ABOVE", "BLOCK_LOW_AND_ABOVE"}
LONG_RATIOS = set("1:4 4:1 1:8 8:1".split())  # noqa: SIM905
RATIOS = set("1:1 2:3 3:2 3:4 4:3 4:5 5:4 9:16 16:9 21:9 1:4 4:1 1:8 8:1".split())  # noqa: SIM905
IMAGE_TYPES = {"image/png", "image/jpeg", "image/webp", "image/heic", "image/heif"}
MAGIC = {"image/png": b"\x89PNG", "image/jpeg": b"\xff\xd8", "image/webp": b"RIFF"}
MOST_PICTURES = 14
OPEN_RANGES = {
    "temperature": (0.0, 2.0, "temperature must be in the range [0.0, 2.0]."),
    "topP": (0.0, 1.0, "top_p must be in the range [0.0, 1.0]."),
    "topK": (0, 2**31 - 1, "top_k must be >= 0."),
    "maxOutputTokens": (1, 2**31 - 1, "max_output_tokens must be positive."),
}
WHOLE = ("topK", "maxOutputTokens", "seed", "candidateCount")


class Refused(Exception):
    """A request the service would not take; `body` is what it answers."""

    def __init__(self, code: int, status: str, message: str, *details: dict[str, Any]) -> None:
        super().__init__(message)
        self.code = code
        self.body = error_body(code, status, message, *details)


def error_body(code: int, status: str, message: str, *details: dict[str, Any]) -> dict[str, Any]:
    """The JSON of an error answer."""
    inner: dict[str, Any] = {"code": code, "message": message, "status": status}
    return {"error": {**inner, "details": list(details)} if details else inner}


def check_key(given: str | None, key: str) -> None:
    """Refuse a missing or wrong API key."""
    if not given:
        raise Refused(
            403,
            "PERMISSION_DENIED",
            "Method doesn't allow unregistered callers (callers without established identity). Please use "
            "API Key or other form of API consumer identity to call this API.",
        )
    if given != key:
        raise Refused(400, "INVALID_ARGUMENT", "API key not valid. Please pass a valid API key.", *bad_key())


def bad_key() -> tuple[dict[str, Any], ...]:
    """The details that come with a bad key."""
    text = "API key not valid. Please pass a valid API key."
    return (
        {
            "@type": "type.googleapis.com/google.rpc.ErrorInfo",
            "reason": "API_KEY_INVALID",
            "domain": "googleapis.com",
            "metadata": {"service": "generativelanguage.googleapis.com"},
        },
        {"@type": "type.googleapis.com/google.rpc.LocalizedMessage", "locale": "en-US", "message": text},
    )


def check_generate(name: str, body: Any) -> Model:
    """Refuse what `generateContent` refuses; returns the model that may answer."""
    model = MODELS.get(name)
    if model is None or "generateContent" not in model.methods:
        text = f"models/{name} is not found for API version v1, or is not supported for generateContent."
        raise Refused(404, "NOT_FOUND", text)
    _check_fields(body)
    request = camel(body)
    _check_contents(request)
    if model.image:
        _check_pictures(request)
    _check_config(request.get("generationConfig") or {}, model, name)
    _check_safety(request.get("safetySettings") or [])
    return model


def _check_fields(body: dict[str, Any]) -> None:
    for place, table in _tables(body):
        for name in table:
            if _to_camel(name) not in FIELDS[place.rsplit(".", 1)[-1]]:
                at = f" at '{place}'" if place else ""
                text = f'Invalid JSON payload received. Unknown name "{name}"{at}: Cannot find field.'
                violation = {"field": place, "description": text}
                kind = "type.googleapis.com/google.rpc.BadRequest"
                bad = {"@type": kind, "fieldViolations": [violation]}
                raise Refused(400, "INVALID_ARGUMENT", text, bad)


def _tables(body: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object whose field names the service knows, with its place in snake case."""
    request = {_to_camel(k): v for k, v in body.items()}
    yield "", body
    for content in [*(request.get("contents") or []), request.get("systemInstruction") or {}]:
        yield "contents", content
        for part in content.get("parts") or []:
            yield "contents.parts", part
            if inline := part.get("inlineData"):
                yield "contents.parts.inline_data", inline
    config = request.get("generationConfig") or {}
    yield "generation_config", config
    for name, place in (("thinkingConfig", "thinking_config"), ("imageConfig", "image_config")):
        if value := {_to_camel(k): v for k, v in config.items()}.get(name):
            yield f"generation_config.{place}", value
    for setting in request.get("safetySettings") or []:
        yield "safety_settings", setting


def _check_contents(request: dict[str, Any]) -> None:
    contents = request.get("contents") or []
    if not contents:
        _invalid("* GenerateContentRequest.contents: contents is not specified\n")
    for index, content in enumerate(contents):
        if content.get("role", "user") not in ("user", "model"):
            _invalid("Please use a valid role: user, model.")
        if not content.get("parts"):
            _invalid(f"* GenerateContentRequest.contents[{index}].parts: contents.parts must not be empty.\n")
        for part in content["parts"]:
            if (inline := part.get("inlineData")) and inline.get("mimeType") not in IMAGE_TYPES:
                _invalid(f"Unsupported MIME type: {inline.get('mimeType')}")
    if contents[-1].get("role") == "model":
        _invalid("Requests ending with a model turn are not supported.")


def _check_pictures(request: dict[str, Any]) -> None:
    parts = [part for content in request["contents"] for part in content["parts"]]
    pictures = [part["inlineData"] for part in parts if "inlineData" in part]
    if len(pictures) > MOST_PICTURES:
        _invalid(f"The number of input images exceeds the limit of {MOST_PICTURES}.")
    for picture in pictures:
        if not decoded(picture["data"]).startswith(MAGIC.get(picture["mimeType"], b"")):
            _invalid("Unable to process input image. Please retry or report in the developer guide.")
    if not any(part.get("text", "").strip() for part in parts):
        _invalid("* GenerateContentRequest.contents: a text prompt is required.\n")


def _check_config(config: dict[str, Any], model: Model, name: str) -> None:
    for field in WHOLE:
        if (value := config.get(field)) is not None and float(value) != int(value):
            _invalid(
                f"Invalid value at 'generation_config.{_to_snake(field)}' (TYPE_INT32), {value}", field=field
            )
    for field, (low, high, text) in OPEN_RANGES.items():
        if (value := config.get(field)) is not None and not low <= value <= high:
            _invalid(f"* GenerateContentRequest.generation_config.{_to_snake(field)}: {text}\n")
    _check_thinking(config.get("thinkingConfig") or {}, model)
    modalities = {m.upper() for m in config.get("responseModalities") or []}
    if modalities - {"TEXT"} and not model.image:
        asked = ", ".join(sorted(modalities))
        _invalid(f"The requested combination of response modalities ({asked}) is not supported by the model.")
    if config.get("imageConfig"):
        _check_image(config["imageConfig"], model)
    _check_structure(config, model, name)


def _check_thinking(thinking: dict[str, Any], model: Model) -> None:
    level, thinking_budget = thinking.get("thinkingLevel"), thinking.get("thinkingBudget")
    if level is not None and thinking_budget is not None:
        _invalid("You can only set only one of thinking budget and thinking level.")
    if level is not None and not model.levels:
        _invalid("Thinking level is not supported for this model.")
    if level is not None and level.lower() not in model.levels:
        _invalid(f"Thinking level {level.upper()} is not supported for this model.")


def _check_image(image: dict[str, Any], model: Model) -> None:
    if not model.image:
        _invalid("Image config is not supported for this model.")
    known = RATIOS if model.title.startswith("Nano") else RATIOS - LONG_RATIOS
    if image.get("aspectRatio", "1:1") not in known:
        _invalid("* GenerateContentRequest.generation_config.image_config.aspect_ratio: unsupported value\n")
    if image.get("imageSize", "1K") not in model.sizes:
        _invalid("* GenerateContentRequest.generation_config.image_config.image_size: unsupported value\n")


def _check_structure(config: dict[str, Any], model: Model, name: str) -> None:
    mime = config.get("responseMimeType", "text/plain")
    if mime != "text/plain" and model.image:
        _invalid(f"JSON mode is not enabled for models/{name}")
    if ("responseSchema" in config or "responseJsonSchema" in config) and mime != "application/json":
        _invalid("response_mime_type must be application/json when a response schema is set.")


def _check_safety(settings: list[dict[str, Any]]) -> None:
    for setting in settings:
        category, threshold = setting.get("category", ""), setting.get("threshold")
        if category.removeprefix("HARM_CATEGORY_") not in CATEGORIES:
            _invalid(
                "* GenerateContentRequest.safety_settings[0]: element predicate failed: unknown category\n"
            )
        if threshold not in THRESHOLDS:
            _invalid(f"Invalid value at 'safety_settings[0].threshold', \"{threshold}\"")


def _invalid(message: str, field: str = "") -> None:
    violation = {"field": field, "description": message}
    details = [{"@type": "type.googleapis.com/google.rpc.BadRequest", "fieldViolations": [violation]}]
    raise Refused(400, "INVALID_ARGUMENT", message, *(details if field else []))


def decoded(data: str) -> bytes:
    """Base64 in either alphabet, with padding or without: the service takes all of them, the SDK uses two."""
    return base64.urlsafe_b64decode(data.replace("+", "-").replace("/", "_") + "=" * (-len(data) % 4))


def camel(value: Any) -> Any:
    """A request with the names the service prefers; it takes snake case too, and the SDK mixes both."""
    if isinstance(value, dict):
        return {_to_camel(k): v if k.endswith("Schema") else camel(v) for k, v in value.items()}
    return [camel(v) for v in value] if isinstance(value, list) else value


def _to_camel(name: str) -> str:
    return re.sub(r"_([a-z])", lambda m: m[1].upper(), name)


def _to_snake(name: str) -> str:
    return re.sub(r"[A-Z]", lambda m: "_" + m[0].lower(), name)
