"""What goes wrong between us and OpenAI, or a server that speaks like it, as errors of our own tree."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from typing import Any

from imaginario import errors
from imaginario.engines._nearby import silent
from imaginario.secrets import redact

ENGINE = "openai"

_BY_CODE: dict[str, type[errors.EngineError]] = {
    "invalid_api_key": errors.Unauthorized,
    "invalid_authentication": errors.Unauthorized,
    "account_deactivated": errors.Unauthorized,
    "insufficient_quota": errors.OutOfCredits,
    "billing_hard_limit_reached": errors.OutOfCredits,
    "billing_limit_user_error": errors.OutOfCredits,
    "billing_not_active": errors.OutOfCredits,
    "insufficient_balance": errors.OutOfCredits,
    "model_not_found": errors.ModelGone,
    "DeploymentNotFound": errors.ModelGone,
    "moderation_blocked": errors.ContentRefused,
    "content_policy_violation": errors.ContentRefused,
    "content_filter": errors.ContentRefused,
    "unsupported_country_region_territory": errors.Forbidden,
    "rate_limit_exceeded": errors.RateLimited,
    "server_error": errors.EngineUnreachable,
}
"""By the error's code, or its type: both outrank the HTTP status, which is 400 for many of them."""
_BY_STATUS: dict[int, type[errors.EngineError]] = {
    400: errors.InvalidRequest,
    401: errors.Unauthorized,
    402: errors.OutOfCredits,
    403: errors.Forbidden,
    408: errors.EngineTimedOut,
    409: errors.EngineUnreachable,
    410: errors.ModelGone,
    413: errors.InvalidRequest,
    415: errors.InvalidRequest,
    422: errors.InvalidRequest,
    429: errors.RateLimited,
    500: errors.EngineUnreachable,
    502: errors.EngineUnreachable,
    503: errors.EngineUnreachable,
    504: errors.EngineTimedOut,
    529: errors.EngineUnreachable,
}
# Other servers tell the same in words of their own, under statuses of their own.
_REFUSED = re.compile(r"safety system|content[ _]policy|moderation|nsfw|flagged", re.IGNORECASE)
_SPENT = re.compile(
    r"billing hard limit|exceeded your current quota|insufficient (?:credit|balance|funds)", re.I
)
_NO_MODEL = re.compile(
    r"model.{0,120}(?:not found|does not exist|not available|unknown|try pulling)"
    r"|(?:no|unknown) (?:such )?model",
    re.I | re.S,
)
_LOADING = re.compile(r"loading model|model is (?:currently )?loading|starting up", re.IGNORECASE)
_WAIT = re.compile(r"try again in (?:(\d+)h)?(?:(\d+)m(?!s))?(?:(\d+(?:\.\d+)?)(ms|s))?")
_TAG = re.compile(r"<[^>]*>")


def sdk_errors() -> tuple[type[Exception], ...]:
    """Everything the SDK lets through; the plain ones stand for bodies that are not as they should be."""
    import httpx2
    from openai import OpenAIError

    return (
        OpenAIError,
        httpx2.HTTPError,
        httpx2.InvalidURL,
        ValueError,
        TypeError,
        LookupError,
        AttributeError,
        OSError,
        RuntimeError,
    )


def translate(error: Exception, *, model: str, key: str) -> errors.EngineError:
    """One of our errors for one of the SDK's; its detail is redacted.

    Raise it `from None`: the SDK's own error holds the request's headers, and the key is among them.
    """
    import openai

    if isinstance(error, errors.EngineError):
        return error
    if isinstance(error, openai.APIStatusError):
        body, status, headers = error.body, error.status_code, error.response.headers
        return _answered(body, status, headers, model, key)
    if type(error) is openai.APIError:  # an error told in the middle of a stream
        return _answered(error.body, None, {}, model, key)
    kind, detail = _unanswered(error)
    return kind(engine=ENGINE, model=model, detail=redact(detail, [key]), address=silent(error))


def named(error: errors.EngineError, options: Iterable[str]) -> str:
    """Which of these request fields a refusal names, or "": servers say so in `param` or in words."""
    param, said = str(error.values.get("param") or ""), str(error.values.get("detail", "")).lower()
    for option in options:
        words = {option, option.replace("_", " "), *_ALSO.get(option, ())}
        if param.partition(".")[0] == option or any(word in said for word in words):
            return option
    return ""


_ALSO = {"response_format": ("json_schema", "structured output", "guided", "grammar")}


def _answered(
    body: object, status: int | None, headers: Mapping[str, str], model: str, key: str
) -> errors.EngineError:
    said = redact(" ".join(words(body).split()), [key])
    told = body if isinstance(body, Mapping) else {}
    return _kind(told, status, said)(
        engine=ENGINE,
        model=model,
        status=status,
        retry_after=_retry_after(headers, said),
        detail=said,
        param=str(told.get("param") or ""),
    )


def _kind(told: Mapping[str, Any], status: int | None, said: str) -> type[errors.EngineError]:
    for name in (told.get("code"), told.get("type")):
        if kind := _BY_CODE.get(str(name)):
            return kind
    if status in (400, 403, 422) and _REFUSED.search(said):
        return errors.ContentRefused
    if status in (400, 403, 429) and _SPENT.search(said):
        return errors.OutOfCredits
    if status in (400, 404, 422) and _NO_MODEL.search(said):
        return errors.ModelGone
    if status == 503 and _LOADING.search(said):
        return errors.EngineWarmingUp
    if status is None:
        return errors.EngineUnreachable
    return _BY_STATUS.get(status, errors.EngineFailed)


def _unanswered(error: Exception) -> tuple[type[errors.EngineError], str]:
    import httpx2
    import openai

    cause = error.__cause__ or error
    if isinstance(error, openai.APITimeoutError | httpx2.TimeoutException | TimeoutError):
        return errors.EngineTimedOut, type(cause).__name__
    if isinstance(cause, httpx2.InvalidURL | httpx2.UnsupportedProtocol):
        return errors.EngineFailed, "unusable_address"
    if isinstance(error, openai.APIConnectionError | httpx2.HTTPError | OSError):
        return errors.EngineUnreachable, type(cause).__name__
    return errors.EngineFailed, "other_shape"


def words(body: object) -> str:
    """What an error's body says, in whatever form."""
    if isinstance(body, str):
        return _TAG.sub(" ", body[:20_000])
    if isinstance(body, list):
        return "; ".join(filter(None, map(words, body)))
    if isinstance(body, Mapping):
        inner = (body.get(key) for key in ("message", "error", "detail", "msg"))
        return next(filter(None, map(words, inner)), "")
    return ""


def _retry_after(headers: Mapping[str, str], said: str) -> float | None:
    """Seconds, from the headers or from words such as "Please try again in 1m20s"."""
    for name, unit in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        try:
            seconds = float(headers.get(name, "")) * unit
        except ValueError:
            continue
        return max(0.0, seconds) if math.isfinite(seconds) else None
    match = _WAIT.search(said)
    if match is None or not any(match.groups()):
        return None
    hours, minutes, seconds, unit = match.groups()
    last = float(seconds or 0) * (0.001 if unit == "ms" else 1.0)
    return int(hours or 0) * 3600 + int(minutes or 0) * 60 + last
