"""Errors on the wire: a code, what happened, the way out, and a fitting HTTP status."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from starlette.responses import JSONResponse

from imaginario import errors
from imaginario.errors import InvalidBody, StudioError
from imaginario.i18n import Translator
from imaginario.present import Problem

STATUS: Mapping[type[StudioError], int] = {
    # 401 and 403 speak of this API's own door only; a provider that refuses a key is a matter of setup.
    errors.UserError: 400,
    errors.TokenRefused: 401,
    errors.OutOfCredits: 402,
    errors.NotAllowed: 403,
    errors.NoSuchRoute: 404,
    errors.TooMany: 429,
    errors.PictureNotFound: 404,
    errors.SetupError: 409,
    errors.Unauthorized: 409,
    errors.Forbidden: 409,
    errors.TooLarge: 413,
    errors.ModelGone: 422,
    errors.InvalidRequest: 422,
    errors.ContentRefused: 422,
    errors.Unsupported: 422,
    errors.RateLimited: 429,
    errors.EngineError: 502,
    errors.EngineWarmingUp: 503,
    errors.EngineTimedOut: 504,
}
"""The nearest ancestor counts; what is not here is our own fault, 500."""
KEY_HEADERS: Mapping[str, str] = {
    "gemini": "X-Gemini-Key",
    "huggingface": "X-HF-Token",
    "openai": "X-OpenAI-Key",
    "modelscope": "X-ModelScope-Token",
}
"""Headers in which callers bring own keys, for that one call."""


def status(error: StudioError) -> int:
    """The HTTP status of an error."""
    return next((STATUS[kind] for kind in type(error).__mro__ if kind in STATUS), 500)


def told(error: StudioError, t: Translator) -> Problem:
    """An error in words; the way out is an API caller's where that differs from the page's."""
    message, cure = t.error(error)
    key = f"api.cure.{error.code}"
    if t.has(key):
        named = str(error.values.get("secret") or error.values.get("engine", ""))
        cure = t(f"api.cure.{error.code}", header=KEY_HEADERS.get(named, ", ".join(KEY_HEADERS.values())))
    return Problem(code=error.code, message=message, cure=cure, actions=error.actions)


def as_json(error: StudioError, t: Translator) -> dict[str, Any]:
    """The body of a failure."""
    problem = told(error, t)
    return {
        "error": {
            "code": problem.code,
            "message": problem.message,
            "cure": problem.cure,
            "actions": list(problem.actions),
        }
    }


def answer(error: StudioError, t: Translator) -> JSONResponse:
    """The whole answer to a request that failed."""
    headers = {"Cache-Control": "no-store"}
    if isinstance(error, errors.TokenRefused):
        headers["WWW-Authenticate"] = "Bearer"
    if isinstance(error, errors.EngineError) and error.retry_after:
        headers["Retry-After"] = str(math.ceil(error.retry_after))
    if isinstance(error, errors.TooOften):
        headers["Retry-After"] = str(error.values["seconds"])
    return JSONResponse(as_json(error, t), status(error), headers)


def invalid(faults: Sequence[Mapping[str, Any]], t: Translator) -> InvalidBody:
    """What pydantic found wrong, as one of ours: only the field and the rule, never the value."""
    fault = faults[0]
    name, ours = fault["type"], ("body", "query", "path")
    # The place of broken JSON is a number of characters: no field.
    parts = [] if name == "json_invalid" else [str(part) for part in fault["loc"] if part not in ours]
    if not parts and name != "json_invalid":
        name = "no_object"
    limits = {k: v for k, v in fault.get("ctx", {}).items() if isinstance(v, str | int | float)}
    if "expected" in limits:  # pydantic lists them in English
        limits["expected"] = str(limits["expected"]).replace(" or ", ", ")
    known = t.has(f"api.reason.{name}")
    reason = t(f"api.reason.{name}", **limits) if known else t("api.reason.other")
    return InvalidBody(field=".".join(parts) or "JSON", reason=reason)
