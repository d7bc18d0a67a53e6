"""One exchange over the SDK's own connections: status, size and time looked after."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, ItemsView, Mapping
from dataclasses import dataclass, field
from typing import Any

from imaginario import errors
from imaginario.engines._huggingface.borders import Place, from_answer, guarded

MAX_ANSWER = 64 * 1024 * 1024
"""Bytes an answer may have."""


@dataclass(frozen=True, slots=True)
class Lease:
    """Tells the thread that carries out a call whether anybody still waits for it."""

    _over: threading.Event = field(default_factory=threading.Event)

    def end(self) -> None:
        """Nobody waits any more."""
        self._over.set()

    def check(self) -> None:
        """Raise `TimeoutError` if nobody waits any more."""
        if self._over.is_set():
            raise TimeoutError("nobody waits for this any more")


class LeasedHeaders(dict[str, Any]):
    """Request headers that can't be read after the lease is over.

    Some of the SDK's helpers poll for ever, and these headers are all of ours they look at on each round.
    """

    def __init__(self, headers: Mapping[str, Any], lease: Lease) -> None:
        super().__init__(headers)
        self._lease = lease

    def items(self) -> ItemsView[str, Any]:  # type: ignore[override]  # a dict's own view is one
        self._lease.check()
        return super().items()


def sdk() -> None:
    """Import the SDK on its first use, without its habit of reporting which tools run it.

    That report is a blocking request to the Hub before the first real one. The variable is read when the
    SDK is imported, which Gradio may have done already; a person who set it to 0 wants it.
    """
    import os

    from huggingface_hub import constants

    if os.environ.get("HF_HUB_DISABLE_TELEMETRY", "1").lower() not in ("0", "false", "no", "off"):
        constants.HF_HUB_DISABLE_TELEMETRY = True


def ask(
    method: str,
    url: str,
    *,
    place: Place,
    timeout: float,
    lease: Lease,
    headers: Mapping[str, str] | None = None,
    content: bytes | None = None,
    params: Mapping[str, str] | None = None,
) -> bytes:
    """The body of a good answer. Raises one of our errors for any other; `timeout` is seconds of silence."""

    def call() -> tuple[int, Mapping[str, str], bytes]:
        from huggingface_hub.utils import get_session

        lease.check()
        with get_session().stream(
            method, url, headers=headers, content=content, params=params, timeout=timeout
        ) as response:
            return response.status_code, response.headers, _body(response.iter_bytes, lease)

    status, answered, body = guarded(call, place)
    if status >= 400:
        raise from_answer(status, answered, body, place)
    return body


def ask_json(url: str, *, place: Place, timeout: float, lease: Lease, **options: Any) -> Any:
    """The same for a GET that answers JSON."""
    body = ask("GET", url, place=place, timeout=timeout, lease=lease, **options)
    try:
        return json.loads(body)
    except ValueError:
        raise place.error(errors.EngineUnreachable, detail="no JSON") from None


def _body(pieces: Callable[[], Any], lease: Lease) -> bytes:
    gathered = bytearray()
    for piece in pieces():
        lease.check()
        gathered += piece
        if len(gathered) > MAX_ANSWER:
            raise ValueError("more bytes than a picture has")
    return bytes(gathered)
