"""What goes wrong between us and ModelScope's API-Inference, as errors of our own tree."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from typing import Any

from imaginario import errors
from imaginario.engines._nearby import silent
from imaginario.secrets import redact

ENGINE = "modelscope"

_BY_STATUS: dict[int, type[errors.EngineError]] = {
    400: errors.InvalidRequest,
    401: errors.Unauthorized,
    402: errors.OutOfCredits,
    403: errors.Forbidden,
    404: errors.ModelGone,
    408: errors.EngineTimedOut,
    413: errors.InvalidRequest,
    415: errors.InvalidRequest,
    422: errors.InvalidRequest,
    429: errors.RateLimited,
    500: errors.EngineUnreachable,
    502: errors.EngineUnreachable,
    503: errors.EngineUnreachable,
    504: errors.EngineTimedOut,
}
# The same number stands for several things, so the words outrank it.
_UNBOUND = re.compile(r"bind your|real.?name|实名|绑定", re.I)
_BY_WORDS: tuple[tuple[re.Pattern[str], type[errors.EngineError]], ...] = (
    (
        re.compile(r"inappropriate|data.?inspection|sensitive|nsfw|content policy|moderation", re.I),
        errors.ContentRefused,
    ),
    (
        re.compile(r"quota|exceeded today|insufficient (?:balance|credit)|daily limit", re.I),
        errors.OutOfCredits,
    ),
    (_UNBOUND, errors.Forbidden),
    (
        re.compile(r"no provider supported|model.{0,80}not (?:found|exist|supported)|invalid model", re.I),
        errors.ModelGone,
    ),
)


def from_answer(
    status: int, headers: Mapping[str, str], body: bytes, *, model: str, key: str
) -> errors.EngineError:
    """The error an answer of 4xx or 5xx stands for; its detail is redacted."""
    said = words(body)
    kind = _kind(status, said)
    if status == 429 and headers.get("modelscope-ratelimit-requests-remaining", "").strip() == "0":
        kind = errors.OutOfCredits
    return kind(
        engine=ENGINE, model=model, status=status, retry_after=_wait(headers), detail=redact(said, [key])
    )


def failed(answer: Mapping[str, Any], *, model: str, key: str) -> errors.EngineError:
    """The error of a task that came to nothing."""
    said = _told(answer)
    kind = next((kind for pattern, kind in _BY_WORDS if pattern.search(said)), errors.EngineFailed)
    return kind(engine=ENGINE, model=model, detail=redact(said, [key]))


def unanswered(error: Exception, *, model: str) -> errors.EngineError:
    """The error of a request that got no answer. Raise it `from None`: the request holds the key."""
    import httpx2

    if isinstance(error, httpx2.TimeoutException):
        kind = errors.EngineTimedOut
    elif isinstance(error, httpx2.InvalidURL | httpx2.UnsupportedProtocol):
        return errors.EngineFailed(engine=ENGINE, model=model, detail="unusable_address")
    else:
        kind = errors.EngineUnreachable
    return kind(engine=ENGINE, model=model, detail=type(error).__name__, address=silent(error))


def words(body: bytes) -> str:
    """What an error's body says, in whatever form."""
    text = " ".join(body[:20_000].decode("utf-8", "replace").split())
    try:
        return _told(json.loads(text)) or text
    except ValueError:
        return re.sub(r"<[^>]*>", " ", text)


def _told(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return "; ".join(filter(None, map(_told, value)))
    if isinstance(value, Mapping):
        inner = (value.get(key) for key in ("errors", "error", "message", "detail", "msg"))
        return next(filter(None, map(_told, inner)), "")
    return ""


def _kind(status: int, said: str) -> type[errors.EngineError]:
    if status < 500 and status != 401:
        for pattern, kind in _BY_WORDS:
            if pattern.search(said):
                return kind
    if status == 401 and _UNBOUND.search(said):
        return errors.Forbidden
    return _BY_STATUS.get(status, errors.EngineFailed)


def _wait(headers: Mapping[str, str]) -> float | None:
    try:
        seconds = float(headers.get("retry-after", ""))
    except ValueError:
        return None
    return max(0.0, seconds) if math.isfinite(seconds) else None
