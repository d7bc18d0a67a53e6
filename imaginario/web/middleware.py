"""What stands around every request: who may come in, what stays shut, and the headers that protect."""

from __future__ import annotations

import base64
import hmac
import json
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import urlsplit

from imaginario.errors import ForeignPage
from imaginario.i18n import Translator
from imaginario.settings import LOOPBACK, Settings
from imaginario.web.seal import Seal
from imaginario.web.visitors import COOKIE, cookie, language_of

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Message, Receive, Send], Awaitable[None]]

FRAMEWORK = "/gradio_api/"
NEEDED = (
    "queue/join", "queue/data", "run/predict", "cancel", "reset", "upload", "upload_progress", "app_id",
    "startup-events", "theme.css",
)  # fmt: skip
NEEDED_BELOW = ("file=", "heartbeat/")
"""What the page itself asks of its framework. The rest (deep links, API descriptions, proxies, recordings,
calls by name) leaks or reaches out: it stays shut, and so does whatever a later release adds."""
SHUT = ("/gradio_api/file=http", "/monitoring", "/openapi.json", "/login", "/logout")
"""More built-in routes that leak or reach out; a file by its web address would be fetched for anybody."""
OPEN = ("/healthz",)
"""Routes that need no password."""
UPLOAD = "/gradio_api/upload"
MAX_EVENT = 1_000_000
"""Bytes one event of the page may send; pictures go another way, with a limit of their own."""
OWN_GUARD = ("/api", "/mcp")
"""Routes, with all below them, that have a guard of their own (a bearer token in public mode)."""

POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' data: blob:; "
    "worker-src 'self' blob:; media-src 'self' blob:; object-src 'none'; base-uri 'self'; "
    "form-action 'self'; frame-src 'none'; frame-ancestors 'self'"
)
HEADERS = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
)


class Guard:
    """ASGI middleware around the whole app.

    Outside of it a visitor's cookie is sealed; inside it is the plain id, or there is none.
    """

    def __init__(self, app: App, settings: Settings) -> None:
        self.app = app
        self.settings = settings
        self.seal = Seal.kept(settings.data_dir)

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Let the request in, or answer it here."""
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        headers = {k.decode("latin-1").lower(): v.decode("latin-1") for k, v in scope["headers"]}
        visitor = self.seal.opened(cookie(headers.get("cookie", ""), COOKIE))
        status = self.refusal(scope["method"], scope["path"], headers, visitor)
        if status:
            words = self._words(status, headers, visitor)
            return await _answer(send, status, self._why(status), words)
        scope = {**scope, "headers": with_visitor(scope["headers"], visitor)}
        wanted = scope["method"] in ("GET", "HEAD") and "text/html" in headers.get("accept", "")
        page = wanted and not scope["path"].startswith(OWN_GUARD)
        extra = [*HEADERS]
        if page and not visitor:
            extra.append((b"set-cookie", self._cookie(scope).encode()))
        if not page:
            return await self.app(scope, receive, _adding(send, extra))
        boot = boot_script(headers, self.settings.locale)
        kept = [(k, v) for k, v in scope["headers"] if k != b"accept-encoding"]
        return await self.app({**scope, "headers": kept}, receive, _Rewriter(send, extra, boot))

    def refusal(self, method: str, path: str, headers: dict[str, str], visitor: str) -> int:
        """The HTTP status to refuse with, or 0 to let in."""
        if is_shut(path):
            return 404
        if path in OPEN or any(f"{path}/".startswith(f"{own}/") for own in OWN_GUARD):
            return 0
        if self._is_foreign_host(headers):
            return 403
        if method not in ("GET", "HEAD", "OPTIONS") and not same_origin(headers):
            return 403
        if self.settings.auth and not right_password(headers.get("authorization", ""), self.settings.auth):
            return 401
        sends = method not in ("GET", "HEAD", "OPTIONS") and path.startswith(FRAMEWORK)
        return refused_event(path, headers, visitor) if sends else 0

    def _is_foreign_host(self, headers: dict[str, str]) -> bool:
        return not self.settings.is_public and host_name(headers.get("host", "")) not in LOOPBACK

    def _why(self, status: int) -> list[tuple[bytes, bytes]]:
        return [(b"www-authenticate", b'Basic realm="Imaginario", charset="UTF-8"')] if status == 401 else []

    def _words(self, status: int, headers: dict[str, str], visitor: str) -> bytes:
        """What a person reads whose cookie is gone, or whose request came by another name than ours.

        The page's framework reads one name or the other.
        """
        foreign = self._is_foreign_host(headers) or not same_origin(headers)
        if status != 403 or (visitor and not foreign):
            return b""
        t = Translator(language_of(headers, self.settings.locale))
        said = t.joined(*t.error(ForeignPage())) if foreign else t("page.no_cookie")
        return json.dumps({"detail": said, "error": said}).encode()

    def _cookie(self, scope: Message) -> str:
        secure = "; Secure" if scope.get("scheme") == "https" else ""
        return f"{COOKIE}={self.seal.issue()}; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000{secure}"


def is_shut(path: str) -> bool:
    """Whether a path belongs to the framework and is none that the page needs."""
    if path.startswith(SHUT):
        return True
    asked = path.removeprefix(FRAMEWORK)
    return asked != path and asked not in NEEDED and not asked.startswith(NEEDED_BELOW)


def refused_event(path: str, headers: dict[str, str], visitor: str) -> int:
    """The status to refuse an event of the page with, or 0: it needs our cookie, and has to be short."""
    if not visitor:
        return 403
    if path == UPLOAD:
        return 0
    length = headers.get("content-length", "" if "transfer-encoding" in headers else "0")
    if not length.isdecimal() or len(length) > 15:
        return 411
    return 413 if int(length) > MAX_EVENT else 0


def with_visitor(headers: list[tuple[bytes, bytes]], visitor: str) -> list[tuple[bytes, bytes]]:
    """Headers with the visitor's id in place of whatever came under the name of our cookie."""
    parts = [part for name, value in headers if name == b"cookie" for part in value.split(b";")]
    kept = [p.strip() for p in parts if p.partition(b"=")[0].strip() != COOKIE.encode()]
    if visitor:
        kept.append(f"{COOKIE}={visitor}".encode("latin-1"))
    rest = [(name, value) for name, value in headers if name != b"cookie"]
    return [*rest, (b"cookie", b"; ".join(kept))] if kept else rest


def host_name(host: str) -> str:
    """The name in a `Host` header, without its port."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def same_origin(headers: dict[str, str]) -> bool:
    """Whether a request that changes things comes from our own page (or from no page at all)."""
    if headers.get("sec-fetch-site") in ("cross-site", "same-site"):
        return False
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host", "")


def right_password(header: str, auth: str) -> bool:
    """Whether a Basic authorization header carries `name:password`."""
    kind, _, code = header.partition(" ")
    try:
        given = base64.b64decode(code, validate=True) if kind.lower() == "basic" else b""
    except ValueError:
        given = b""
    return hmac.compare_digest(given, auth.encode())


def boot_script(headers: dict[str, str], default: str) -> bytes:
    """A script that gives the page the visitor's language before its framework reads the browser's.

    The framework picks its catalogue from `navigator.language` while it boots and offers no other way.
    """
    language = language_of(headers, default)
    body = "Object.defineProperty(navigator,'language',{configurable:true,get:function(){return %s}});"
    return f"<script>{body % json.dumps(language)}</script>".encode()


def _adding(send: Send, extra: list[tuple[bytes, bytes]]) -> Send:
    async def out(message: Message) -> None:
        if message["type"] == "http.response.start":
            message = {**message, "headers": [*message["headers"], *extra]}
        await send(message)

    return out


class _Rewriter:
    """Holds an HTML answer back until it is whole, to put the boot script at the top of its head."""

    def __init__(self, send: Send, extra: list[tuple[bytes, bytes]], boot: bytes) -> None:
        self._send = _adding(send, extra)
        self._boot = boot
        self._start: Message | None = None
        self._parts: list[bytes] = []

    async def __call__(self, message: Message) -> None:
        """Take one message of the answer."""
        if message["type"] == "http.response.start" and _is_html(message):
            self._start = message
            return
        if self._start is None or message["type"] != "http.response.body":
            await self._send(message)
            return
        self._parts.append(message.get("body", b""))
        if not message.get("more_body"):
            await self._finish(self._start)

    async def _finish(self, start: Message) -> None:
        body = b"".join(self._parts).replace(b"<head>", b"<head>" + self._boot, 1)
        kept = [(k, v) for k, v in start["headers"] if k.lower() not in (b"content-length", b"cache-control")]
        length = (b"content-length", str(len(body)).encode())
        await self._send({**start, "headers": [*kept, length, (b"cache-control", b"no-store")]})
        await self._send({"type": "http.response.body", "body": body})


def _is_html(message: Message) -> bool:
    return any(k.lower() == b"content-type" and v.startswith(b"text/html") for k, v in message["headers"])


async def _answer(send: Send, status: int, headers: list[tuple[bytes, bytes]], body: bytes) -> None:
    kind = [(b"content-type", b"application/json")] if body else []
    await send({"type": "http.response.start", "status": status, "headers": [*kind, *headers, *HEADERS]})
    await send({"type": "http.response.body", "body": body})
