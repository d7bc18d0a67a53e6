"""What goes wrong between us and Hugging Face, as errors of our own tree."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, TypeVar

from imaginario import errors
from imaginario.engines._nearby import silent
from imaginario.secrets import Secret, redact

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
_NOT_SERVED = re.compile(
    r"not supported by (?:any )?provider|model .{0,120}(?:does not exist|not found|is not a chat model)",
    re.I | re.S,
)
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


def token_of(secret: Secret | None) -> str:
    """The token as it is sent. Raises `MissingSecret`, or `Unauthorized` for a key of somebody else's."""
    if secret is None:
        raise errors.MissingSecret(engine=ENGINE, secret=ENGINE)
    token = secret.reveal()
    # Any other key the SDK would send straight to a provider, which may not be whom it is meant for.
    if not token.startswith("hf_"):
        raise Place(token=token).error(errors.Unauthorized, detail="not a Hugging Face token")
    return token


def guarded(call: Callable[[], T], place: Place) -> T:
    """What `call` returns; whatever the SDK raises instead comes out as one of our errors.

    Ours is raised after the SDK's has been left behind, because that one holds the request's headers.
    """
    try:
        return call()
    except sdk_errors() as error:
        failure = translated(error, place)
    raise failure


async def answered(call: Awaitable[T], place: Place) -> T:
    """The same for a call that is awaited."""
    try:
        return await call
    except sdk_errors() as error:
        failure = translated(error, place)
    raise failure


def sdk_errors() -> tuple[type[Exception], ...]:
    """What comes through from the network, and from helpers that meet another shape than theirs."""
    from huggingface_hub.utils import httpx

    shapes = (ValueError, TypeError, LookupError, AttributeError, RuntimeError, StopIteration)
    return httpx.HTTPError, httpx.InvalidURL, OSError, *shapes


def translated(error: Exception, place: Place) -> errors.EngineError:
    """One of our errors for one of `sdk_errors`."""
    from huggingface_hub.utils import httpx

    detail = f"{type(error).__name__}: {error}"
    if isinstance(error, httpx.TimeoutException | TimeoutError):
        return place.error(errors.EngineTimedOut, detail=detail)
    if isinstance(error, httpx.InvalidURL | httpx.UnsupportedProtocol):
        raised = redact(detail, [place.token])
        return place.error(errors.EngineFailed, detail="unusable_address", raised=raised)
    if isinstance(error, httpx.HTTPError | OSError):
        return place.error(errors.EngineUnreachable, detail=detail, address=silent(error))
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


def refused(text: str, place: Place) -> errors.EngineError:
    """The error of a job that failed with these words."""
    kind = errors.ContentRefused if _REFUSED.search(text) else errors.EngineFailed
    return place.error(kind, detail=text)


def words(answer: Any) -> str:
    """What an answer in JSON says has gone wrong, whatever its form; "" when it says nothing."""
    if isinstance(answer, str):
        return answer
    if isinstance(answer, list):
        return "; ".join(filter(None, map(words, answer)))
    if isinstance(answer, dict):
        inner = (answer.get(key) for key in ("error", "errors", "message", "detail", "loc", "msg", "type"))
        return "; ".join(dict.fromkeys(filter(None, map(words, inner))))
    return ""


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
    return words(answer), answer
