"""What goes wrong between us and Hugging Face, as errors of our own tree."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, TypeVar

from imaginario import errors
from imaginario.secrets import redact

T = TypeVar("T")

ENGINE = "huggingface"
LONGEST_HINT = 60.0
"""Seconds of a provider's own estimate that are believed: 20.0 is often repeated for minutes."""

_BY_STATUS: dict[int, type[errors.EngineError]] = {
    400: errors.InvalidRequest,
    401: errors.Unauthorized,
    402: errors.OutOfCredits,
    403: errors.Forbidden,
    404: errors.ModelGone,
    408: errors.EngineTimedOut,
    410: errors.ModelGone,
    413: errors.InvalidRequest,
    415: errors.InvalidRequest,
    422: errors.InvalidRequest,
    425: errors.EngineUnreachable,
    429: errors.RateLimited,
    451: errors.Forbidden,
    502: errors.EngineUnreachable,
    503: errors.EngineUnreachable,
    504: errors.EngineUnreachable,
}
# Providers put these under any 4xx, so the words outrank the number.
_REFUSED = re.compile(
    r"content[ _]policy|nsfw|safety (?:filter|checker|system)|moderation|flagged|sensitive content", re.I
)
_SPENT = re.compile(r"included credits|insufficient (?:credits?|balance)|exhausted balance|pay-as-you", re.I)
_NOT_SERVED = re.compile(r"not supported by provider|model .{0,120}(?:does not exist|not found)", re.I | re.S)
_LOADING = re.compile(r"currently loading|is loading|starting up|scal(?:ed|ing) (?:to zero|up)", re.I)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a request goes, for the errors that come back. `wakes`: a 503 there means a cold start."""

    model: str = ""
    provider: str = ""
    wakes: bool = False
    token: str = field(default="", repr=False)

    def error(
        self,
        kind: type[errors.EngineError],
        *,
        status: int | None = None,
        retry_after: float | None = None,
        detail: str = "",
        **values: Any,
    ) -> errors.EngineError:
        """An error that happened here; the token is masked in `detail`."""
        return kind(
            engine=ENGINE,
            model=self.model,
            status=status,
            retry_after=retry_after,
            detail=redact(detail, [self.token]),
            provider=self.provider,
            **values,
        )


def guarded(call: Callable[[], T], place: Place) -> T:
    """What `call` returns; whatever the SDK raises instead comes out as one of our errors.

    Ours is raised after the SDK's has been left behind, because that one holds the request's headers.
    """
    from huggingface_hub.utils import httpx

    try:
        return call()
    except (httpx.HTTPError, httpx.InvalidURL, OSError, *_SHAPES) as error:
        failure = _translated(error, place)
    raise failure


# What helpers raise for an answer of another shape than theirs, or a job that failed.
_SHAPES = (ValueError, TypeError, LookupError, AttributeError, RuntimeError, StopIteration)


def _translated(error: Exception, place: Place) -> errors.EngineError:
    from huggingface_hub.utils import httpx

    response = getattr(error, "response", None)
    if response is not None:  # a poll the SDK made
        return from_answer(response.status_code, response.headers, b"", place)
    detail = f"{type(error).__name__}: {error}"
    if isinstance(error, httpx.TimeoutException | TimeoutError):
        return place.error(errors.EngineTimedOut, detail=detail)
    if isinstance(error, httpx.InvalidURL | httpx.UnsupportedProtocol):
        raised = redact(detail, [place.token])
        return place.error(errors.EngineFailed, detail="unusable_address", raised=raised)
    if isinstance(error, httpx.HTTPError | OSError):
        return place.error(errors.EngineUnreachable, detail=detail)
    if _REFUSED.search(detail):
        return place.error(errors.ContentRefused, detail=detail)
    return place.error(errors.EngineFailed, detail="other_shape", raised=redact(detail, [place.token]))


def from_answer(status: int, headers: Mapping[str, str], body: bytes, place: Place) -> errors.EngineError:
    """The error an answer of 4xx or 5xx stands for."""
    text, answer = _read(body)
    estimate = _number(answer.get("estimated_time")) if isinstance(answer, dict) else None
    kind = _kind(status, text, estimate is not None, place.wakes)
    wait = asked_wait(headers)
    wait = estimate if wait is None else wait
    hint = None if wait is None else min(wait, LONGEST_HINT)
    return place.error(kind, status=status, retry_after=hint, detail=text)


def refused_inside(answer: Mapping[str, Any], place: Place) -> errors.EngineError | None:
    """The error inside an answer of 200 or 201 that holds no (honest) picture, or None."""
    flags = answer.get("has_nsfw_concepts")
    if isinstance(flags, list) and flags and flags[0] is True:  # fal: the picture is black then
        return place.error(errors.ContentRefused, detail="has_nsfw_concepts")
    if "output" not in answer:
        return None
    status, text = answer.get("status"), _words(answer.get("error"))
    if status in ("failed", "canceled", "aborted"):
        return place.error(
            errors.ContentRefused if _REFUSED.search(text) else errors.EngineFailed, detail=text
        )
    if not answer["output"]:  # replicate: still cold after the 60 s that `Prefer: wait` holds
        return place.error(errors.EngineWarmingUp, detail=str(status))
    return None


def asked_wait(headers: Mapping[str, str]) -> float | None:
    """Seconds the `Retry-After` header asks for, as a number or a date by the server's own clock."""
    value = headers.get("retry-after", "").strip()
    if (seconds := _number(value)) is not None:
        return seconds
    try:
        until = parsedate_to_datetime(value)
        now = parsedate_to_datetime(headers["date"]) if "date" in headers else datetime.now(UTC)
        return max(0.0, (until - now).total_seconds())
    except (ValueError, TypeError):  # no date, or one with and one without a time zone
        return None


def _kind(status: int, text: str, estimated: bool, wakes: bool) -> type[errors.EngineError]:
    if status < 500:
        if status in (400, 403, 422, 451) and _REFUSED.search(text):
            return errors.ContentRefused
        if status in (400, 403, 429) and _SPENT.search(text):
            return errors.OutOfCredits
        if status in (400, 422) and _NOT_SERVED.search(text):
            return errors.ModelGone
    if status == 503 and (estimated or _LOADING.search(text) or (wakes and "busy" not in text.lower())):
        return errors.EngineWarmingUp
    return _BY_STATUS.get(status, errors.EngineFailed)


def _number(value: Any) -> float | None:
    try:
        seconds = float(value)
    except (TypeError, ValueError):
        return None
    return max(0.0, seconds) if math.isfinite(seconds) else None


def _read(body: bytes) -> tuple[str, Any]:
    """The message in an error body of whatever form, and the JSON it was, if it was."""
    text = body[:20_000].decode("utf-8", "replace").strip()
    try:
        answer = json.loads(text)
    except ValueError:
        return " ".join(_TAG.sub(" ", text).split()), None
    return _words(answer), answer


def _words(answer: Any) -> str:
    if isinstance(answer, str):
        return answer
    if isinstance(answer, list):
        return "; ".join(filter(None, map(_words, answer)))
    if isinstance(answer, dict):
        inner = (answer.get(key) for key in ("error", "errors", "message", "detail", "msg", "type"))
        return "; ".join(dict.fromkeys(filter(None, map(_words, inner))))
    return ""
