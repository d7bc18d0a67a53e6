"""Who may call: the token in public mode, this machine's own callers otherwise."""

from __future__ import annotations

import hashlib
import hmac
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from imaginario import i18n
from imaginario.api.problems import KEY_HEADERS, answer
from imaginario.errors import ApiClosed, ForeignPage, InvalidBody, StudioError, TokenRefused, TooLarge
from imaginario.i18n import Translator
from imaginario.secrets import Secret, clean
from imaginario.settings import LOOPBACK, Settings
from imaginario.wiring import House

LARGEST = 32 * 1024 * 1024
"""Bytes a request may have: a large PNG in base64."""
OPEN = ("/docs", "/docs.css", "/openapi.json")
"""What needs no token: it says nothing that is not in the source."""

WORK = ("/imagine", "/cartoonize", "/chat")
"""Requests that are turns for as long as they last; of MCP each call of such a tool is one."""


@dataclass(frozen=True, slots=True)
class Caller:
    """Who calls: whose pictures, with which keys, in which language."""

    owner: str
    secrets: Mapping[str, Secret]
    language: str


def refusal(
    headers: Mapping[str, str], settings: Settings, *, open_to_all: bool = False
) -> StudioError | None:
    """Why a request with these headers (lower-case names) is refused, or None."""
    if not settings.is_public:
        return None if _at_home(headers) else ForeignPage()
    if open_to_all:
        return None
    if not settings.api_token:
        return ApiClosed()
    given = _bearer(headers).encode("utf-8", "surrogateescape")
    return None if hmac.compare_digest(given, settings.api_token.encode()) else TokenRefused()


def caller(headers: Mapping[str, str], house: House) -> Caller:
    """The caller behind these headers. Raises `InvalidBody` for a key that can't be one."""
    own: dict[str, Secret] = {}
    for name, header in KEY_HEADERS.items():
        try:
            value = clean(headers.get(header.lower(), ""))
        except ValueError as error:
            raise InvalidBody(field=header, reason="not_a_key") from error
        if value:
            own[name] = Secret(value)
    return Caller(_owner(headers, house.settings), house.secrets(own), language(headers, house.settings))


def language(headers: Mapping[str, str], settings: Settings, said: str = "") -> str:
    """What was said in the request, then what is accepted, then the server's own language."""
    accepted = headers.get("accept-language", "")
    usual = i18n.negotiate(accepted) if accepted else settings.locale
    return i18n.match(said) or i18n.match(usual) or i18n.DEFAULT


class ApiGuard:
    """ASGI middleware: refuses strangers and requests that are too large, before anything is parsed."""

    def __init__(self, app: ASGIApp, house: House) -> None:
        self.app = app
        self.house = house
        self.settings = house.settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request in, or answer it here."""
        if scope["type"] != "http":
            return
        headers = Headers(scope=scope)
        place = scope["path"].removeprefix(scope.get("root_path", ""))
        client = (scope.get("client") or ("",))[0]
        error = self.house.rate.refusal(client)  # before the token: nobody may guess at it all day
        error = error or refusal(headers, self.settings, open_to_all=place in OPEN)
        body: deque[Message] = deque()
        if error is None and not await _read(headers, receive, body):
            error = TooLarge(limit=LARGEST // 2**20)
        works = error is None and place in WORK
        if works:
            error = self.house.turns.take(client)
        if error is not None:
            t = Translator(language(headers, self.settings))
            await answer(error, t)(scope, receive, send)
            return

        async def replay() -> Message:
            return body.popleft() if body else await receive()

        try:
            await self.app(scope, replay, send)
        finally:
            if works:
                self.house.turns.leave(client)


async def _read(headers: Headers, receive: Receive, body: deque[Message]) -> bool:
    """Take the whole body; False when it is too large."""
    declared = headers.get("content-length", "0")
    if not declared.isdecimal() or int(declared) > LARGEST:
        return False
    size, more = 0, True
    while more and size <= LARGEST:
        message = await receive()
        body.append(message)
        size += len(message.get("body", b""))
        more = message["type"] == "http.request" and message.get("more_body", False)
    return size <= LARGEST


def _at_home(headers: Mapping[str, str]) -> bool:
    """Whether a request came to this machine by its own name, and from no foreign page.

    A page of another site can make a browser call us, and can give its own name our address (DNS
    rebinding); the first shows in `Origin` and `Sec-Fetch-Site`, the second in `Host`.
    """
    host, origin = headers.get("host", ""), headers.get("origin")
    if _name(host) not in LOOPBACK or headers.get("sec-fetch-site") in ("cross-site", "same-site"):
        return False
    return origin is None or origin.partition("://")[2] == host


def _name(host: str) -> str:
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def _bearer(headers: Mapping[str, str]) -> str:
    kind, _, token = headers.get("authorization", "").partition(" ")
    return token.strip() if kind.lower() == "bearer" else ""


def _owner(headers: Mapping[str, str], settings: Settings) -> str:
    """Whose gallery the caller's pictures go to; the token itself is not kept."""
    if not settings.is_public:
        return "api"
    return f"api-{hashlib.sha256(_bearer(headers).encode('utf-8', 'surrogateescape')).hexdigest()[:24]}"
