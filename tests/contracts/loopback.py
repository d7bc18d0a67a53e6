"""A small HTTP/1.1 server on loopback, in a thread of its own: keeps connections, hides nothing."""

from __future__ import annotations

import asyncio
import contextlib
import json
import threading
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

PHRASES = {
    200: "OK",
    302: "Found",
    400: "Bad Request",
    403: "Forbidden",
    404: "Not Found",
    503: "Unavailable",
}


@dataclass(eq=False)
class Exchange:
    """One request as it came, and what became of it."""

    method: str
    path: str
    query: str
    headers: dict[str, str]
    """Names in lower case."""
    body: bytes
    disconnected: threading.Event = field(default_factory=threading.Event)
    """Set when the client went away before the answer was over."""
    over: threading.Event = field(default_factory=threading.Event)
    """Set when the server is done with it, one way or the other."""

    @property
    def json(self) -> Any:
        """The body, parsed."""
        return json.loads(self.body)


class Gate:
    """A point where an answer stops until a test lets it go on; usable from any thread."""

    def __init__(self) -> None:
        self.reached = threading.Event()
        self._open = threading.Event()
        self._waiting: tuple[asyncio.AbstractEventLoop, asyncio.Event] | None = None

    def open(self) -> None:
        """Let the answer go on."""
        self._open.set()
        if self._waiting is not None:
            loop, event = self._waiting
            with contextlib.suppress(RuntimeError):  # the server has stopped meanwhile
                loop.call_soon_threadsafe(event.set)

    async def wait(self) -> None:
        """Wait, on the server's side, until the gate is open."""
        event = asyncio.Event()
        self._waiting = (asyncio.get_running_loop(), event)
        self.reached.set()
        if not self._open.is_set():
            await event.wait()


class Reply:
    """The server's side of one exchange: a whole answer, or a stream piece by piece."""

    def __init__(self, writer: asyncio.StreamWriter) -> None:
        self._writer = writer
        self.complete = False

    async def send(self, status: int, body: bytes, content_type: str, **headers: str) -> None:
        """Answer at once."""
        self._head(status, content_type, {"Content-Length": str(len(body)), **headers})
        self._writer.write(body)
        self.complete = True
        await self._writer.drain()

    def begin(self, content_type: str) -> None:
        """Begin a chunked stream."""
        self._head(200, content_type, {"Transfer-Encoding": "chunked"})

    async def piece(self, data: bytes) -> None:
        """Send one piece of the stream."""
        self._writer.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
        await self._writer.drain()

    async def end(self) -> None:
        """End the stream as it should end."""
        self.complete = True
        self._writer.write(b"0\r\n\r\n")
        await self._writer.drain()

    def cut(self) -> None:
        """Drop the connection in the middle of the stream."""
        self.complete = True
        self._writer.transport.close()

    def _head(self, status: int, content_type: str, headers: dict[str, str]) -> None:
        lines = [f"HTTP/1.1 {status} {PHRASES.get(status, 'Status')}", f"Content-Type: {content_type}"]
        lines += [f"{name}: {value}" for name, value in headers.items()] + ["", ""]
        self._writer.write("\r\n".join(lines).encode("latin-1"))


class Loopback:
    """Serves `handle(exchange, reply)` on a free port of 127.0.0.1 until stopped."""

    def __init__(self, handle: Callable[[Exchange, Reply], Awaitable[None]]) -> None:
        self._handle = handle
        self._ready = threading.Event()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="loopback", daemon=True)
        self._stopping = asyncio.Event()
        self.port = 0

    @property
    def url(self) -> str:
        """Where it listens, without a slash at the end."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Begin to listen; returns when connections are taken."""
        self._thread.start()
        if not self._ready.wait(10):
            raise RuntimeError("the loopback server did not start")

    def stop(self) -> None:
        """Drop every connection and end the thread."""
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._stopping.set)
            self._thread.join(10)

    def _run(self) -> None:
        with contextlib.closing(self._loop):
            self._loop.run_until_complete(self._serve())

    async def _serve(self) -> None:
        self._connections: set[asyncio.Task[None]] = set()
        server = await asyncio.start_server(self._connected, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        await self._stopping.wait()
        server.close()
        for task in self._connections:
            task.cancel()
        await asyncio.gather(*self._connections, return_exceptions=True)

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        if task is None:  # never: start_server runs this in a task
            return
        self._connections.add(task)
        try:
            # cancelled only when the server stops; Python 3.11 would log that as an error
            with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
                ahead: bytes | None = b""
                while ahead is not None:
                    ahead = await self._serve_one(await _read(reader, ahead), reader, writer)
        finally:
            self._connections.discard(task)
            writer.close()

    async def _serve_one(
        self, exchange: Exchange, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> bytes | None:
        """Answer one request while listening for a hang-up; a byte heard instead begins the next request."""
        reply = Reply(writer)
        work = asyncio.ensure_future(self._handle(exchange, reply))
        heard = asyncio.ensure_future(reader.read(1))
        try:
            await asyncio.wait({work, heard}, return_when=asyncio.FIRST_COMPLETED)
            if not reply.complete and not work.done():
                exchange.disconnected.set()
        finally:
            for task in (work, heard):
                task.cancel()
            await asyncio.gather(work, heard, return_exceptions=True)
            exchange.over.set()
        if not work.cancelled():
            work.result()
        if writer.is_closing() or exchange.disconnected.is_set():
            return None
        return b"" if heard.cancelled() else heard.result() or None


async def _read(reader: asyncio.StreamReader, ahead: bytes) -> Exchange:
    head = (ahead + await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    request, *lines = head.split("\r\n")
    method, target, _ = request.split(" ", 2)
    headers = {n.strip().lower(): v.strip() for n, _, v in (line.partition(":") for line in lines if line)}
    body = await reader.readexactly(int(headers.get("content-length", 0)))
    path, _, query = target.partition("?")
    return Exchange(method, path, query, headers, body)
