"""What goes wrong between us and Gemini, as errors of our own tree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from imaginario import errors
from imaginario.engines._nearby import silent
from imaginario.secrets import redact

ENGINE = "gemini"

REFUSED = frozenset(
    {"SAFETY", "RECITATION", "LANGUAGE", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII", "ESCALATION"}
    | {"MODEL_ARMOR", "IMAGE_SAFETY", "IMAGE_PROHIBITED_CONTENT", "IMAGE_RECITATION"}
)
"""Finish reasons that are a filter's no."""
PICTURELESS = frozenset({"NO_IMAGE", "IMAGE_OTHER"})
"""Finish reasons of an image model that made no picture and tells no reason."""
CUT_SHORT = frozenset({"MAX_TOKENS", "CONTINUATION"})
"""Finish reasons of an answer that ran into a length limit."""

# Signs of a bad key: Google answers 400, 401 or 403 for them, so the HTTP code alone tells nothing.
_KEY_REASONS = frozenset(
    {"API_KEY_INVALID", "API_KEY_EXPIRED", "ACCESS_TOKEN_TYPE_UNSUPPORTED", "ACCESS_TOKEN_EXPIRED"}
)
_KEY_WORDS = re.compile(
    r"api key (?:not valid|expired|not found)|reported as leaked|unregistered callers", re.IGNORECASE
)
# Free keys are allowed no picture at all, and some models not either: neither waiting nor paying less helps.
_NO_QUOTA = re.compile(r"limit: 0(?![.\d])")
# A quota that waiting a minute won't bring back.
_SPENT = re.compile(r"credits? .{0,40}deplet|spend(?:ing)? (?:cap|limit)", re.IGNORECASE)
_BY_STATUS: dict[int, type[errors.EngineError]] = {
    401: errors.Unauthorized,
    402: errors.OutOfCredits,
    403: errors.Forbidden,
    404: errors.ModelGone,
    408: errors.EngineTimedOut,
    429: errors.RateLimited,
    499: errors.EngineUnreachable,
    500: errors.EngineUnreachable,
    502: errors.EngineUnreachable,
    503: errors.EngineUnreachable,
    504: errors.EngineTimedOut,
}


def sdk_errors() -> tuple[type[Exception], ...]:
    """Everything the SDK lets through; ValueError stands for broken JSON, bad bytes and unknown bodies."""
    import httpx2
    from google.genai import errors as google

    return (
        google.APIError,
        httpx2.HTTPError,
        httpx2.InvalidURL,
        ValueError,
        TypeError,
        OSError,
        RuntimeError,
    )


def translate(error: Exception, *, model: str, key: str) -> errors.EngineError:
    """One of our errors for one of the SDK's; its detail is redacted.

    Raise it `from None`: the SDK's own error holds the request's headers, and the key is among them.
    """
    from google.genai import errors as google

    if isinstance(error, google.APIError):
        return _from_answer(error, model, key)
    kind, detail = _from_transport(error), _readable(error)
    return kind(engine=ENGINE, model=model, detail=redact(detail, [key]), address=silent(error))


def from_finish(reason: str, *, model: str) -> errors.EngineError | None:
    """The error a finish reason stands for; None for the good ones. "" means that the stream broke off."""
    if reason == "STOP" or reason in CUT_SHORT:
        return None
    if reason in REFUSED:
        kind = errors.ContentRefused
    elif reason in ("", "FINISH_REASON_UNSPECIFIED"):
        kind, reason = errors.EngineUnreachable, "the answer broke off"
    elif reason in PICTURELESS:
        kind, reason = errors.OnlyWords, ""
    elif reason == "PUP_LIMITED_DISABLED":
        kind = errors.Forbidden
    else:
        kind = errors.EngineFailed
    return kind(engine=ENGINE, model=model, detail=reason)


def name_of(reason: Any) -> str:
    """A finish or block reason by its name; those the SDK does not know yet are names already."""
    return str(getattr(reason, "value", reason)).upper()


def _from_transport(error: Exception) -> type[errors.EngineError]:
    import httpx2
    from pydantic import ValidationError

    if isinstance(error, httpx2.TimeoutException | TimeoutError):
        return errors.EngineTimedOut
    if isinstance(error, httpx2.LocalProtocolError | httpx2.UnsupportedProtocol | ValidationError):
        return errors.EngineFailed
    # The rest of ValueError is a body that is no JSON, or half of one: something stands in between.
    if isinstance(error, httpx2.TransportError | OSError | ValueError | RuntimeError):
        return errors.EngineUnreachable
    return errors.EngineFailed


def _from_answer(error: Any, model: str, key: str) -> errors.EngineError:
    message = _message(error)
    kind = _kind(error, message)
    return kind(
        engine=ENGINE,
        model=model,
        status=error.code if isinstance(error.code, int) else None,
        retry_after=_retry_after(error, message),
        detail=redact(message, [key]),
    )


def _kind(error: Any, message: str) -> type[errors.EngineError]:
    if _reasons(error) & _KEY_REASONS or (error.code in (400, 403) and _KEY_WORDS.search(message)):
        return errors.Unauthorized
    if error.code == 400:
        return errors.Forbidden if error.status == "FAILED_PRECONDITION" else errors.InvalidRequest
    if error.code == 404 and error.status != "NOT_FOUND":
        return errors.EngineFailed  # a web page: the address is not Gemini's
    if error.code == 429 and _NO_QUOTA.search(message):
        return errors.NotInPlan
    if error.code == 429 and (_SPENT.search(message) or any("PerDay" in q for q in _quotas(error))):
        return errors.OutOfCredits
    if kind := _BY_STATUS.get(error.code):
        return kind
    return errors.InvalidRequest if error.code in (413, 422) else errors.EngineFailed


def _readable(error: Exception) -> str:
    """The error's name and text; a ValueError quotes whole bodies, of which only a page's title is kept."""
    text = _title(str(error)) if isinstance(error, ValueError) else str(error)
    return f"{type(error).__name__}: {text}" if text else type(error).__name__


def _message(error: Any) -> str:
    text = str(error.message or error.status or "")
    if text.lstrip().startswith("<"):
        text = _title(text) or str(error.status or "HTML")
    return " ".join(text.split())


def _title(page: str) -> str:
    match = re.search(r"<title[^>]*>(.*?)</title>", page, re.IGNORECASE | re.DOTALL)
    return " ".join(match[1].split()) if match else ""


def _details(error: Any) -> Iterator[dict[str, Any]]:
    body = error.details if isinstance(error.details, dict) else {}
    inner = body.get("error")
    details = inner.get("details") if isinstance(inner, dict) else None
    yield from (d for d in details or () if isinstance(d, dict))


def _reasons(error: Any) -> set[str]:
    return {str(d.get("reason")) for d in _details(error)}


def _quotas(error: Any) -> list[str]:
    violations = [v for d in _details(error) for v in d.get("violations") or () if isinstance(v, dict)]
    return [str(v.get("quotaId", "")) for v in violations]


def _retry_after(error: Any, message: str) -> float | None:
    """Seconds: Gemini sends no Retry-After header but says "38s" in the body."""
    delays = [str(d["retryDelay"]) for d in _details(error) if "retryDelay" in d]
    match = re.match(r"([\d.]+)s$", delays[0]) if delays else re.search(r"retry in (\d+(?:\.\d+)?)s", message)
    try:
        return float(match[1]) if match else None
    except ValueError:
        return None
