"""Hugging Face's Hub on loopback, as far as fetching a model goes; refuses what the Hub refuses.

hub = HubServer().start(); hub.repos["org/name"] = folder; hub.gated.add("org/name")
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.contracts.loopback import Exchange, Loopback, Reply

COMMIT = "0123456789abcdef0123456789abcdef01234567"
TOKEN = "hf_contract0123456789abcdef"


class HubServer:
    """`gated` ids want the token; an id that is nowhere is answered like one that is private."""

    def __init__(self) -> None:
        self.repos: dict[str, Path] = {}
        self.gated: set[str] = set()
        self.requests: list[Exchange] = []
        self._loop = Loopback(self._handle)

    @property
    def url(self) -> str:
        """Where it listens."""
        return self._loop.url

    def start(self) -> HubServer:
        """Begin to listen."""
        self._loop.start()
        return self

    def stop(self) -> None:
        """Drop every connection."""
        self._loop.stop()

    async def _handle(self, exchange: Exchange, reply: Reply) -> None:
        self.requests.append(exchange)
        api = re.fullmatch(r"/api/models/([\w.-]+/[\w.-]+)(?:/(revision|tree)/([^/]+))?", exchange.path)
        file = re.fullmatch(r"/([\w.-]+/[\w.-]+)/resolve/([^/]+)/(.+)", exchange.path)
        name = next((found[1] for found in (api, file) if found), "")
        shown = exchange.headers.get("authorization", "")
        if shown and shown != f"Bearer {TOKEN}":
            await _refused(reply, 401, "Invalid username or password.")
        elif name not in self.repos:
            await _refused(reply, 401, "Invalid username or password.", X_Error_Code="RepoNotFound")
        elif name in self.gated and not shown and file:
            await _refused(reply, 401, "Access to it is restricted.", X_Error_Code="GatedRepo")
        elif file:
            await self._file(self.repos[name] / file[3], exchange, reply)
        elif api and api[2] == "tree":
            await _send(reply, _files(self.repos[name]))
        else:
            listed = [{"rfilename": f["path"], "size": f["size"]} for f in _files(self.repos[name])]
            answer = {
                "id": name,
                "modelId": name,
                "sha": COMMIT,
                "siblings": listed,
                "private": False,
                "tags": [],
            }
            await _send(reply, answer)

    async def _file(self, path: Path, exchange: Exchange, reply: Reply) -> None:
        data = await asyncio.to_thread(lambda: path.read_bytes() if path.is_file() else None)
        if data is None:
            await _refused(reply, 404, "Entry not found", X_Error_Code="EntryNotFound")
            return
        told = {"X-Repo-Commit": COMMIT, "ETag": f'"{hashlib.sha256(data).hexdigest()}"'}
        if exchange.method == "HEAD":
            told["X-Linked-Size"] = str(len(data))
        body = b"" if exchange.method == "HEAD" else data
        await reply.send(200, body, "application/octet-stream", **told)


def _files(folder: Path) -> list[dict[str, object]]:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return [
        {"type": "file", "path": p.relative_to(folder).as_posix(), "size": p.stat().st_size, "oid": "0" * 40}
        for p in paths
    ]


async def _send(reply: Reply, value: object) -> None:
    await reply.send(200, json.dumps(value).encode(), "application/json")


async def _refused(reply: Reply, status: int, message: str, **headers: str) -> None:
    told = {name.replace("_", "-"): value for name, value in headers.items()}
    # No body: a HEAD is answered with none, and the Hub's reason stands in the header too.
    await reply.send(status, b"", "application/json", **told, **{"X-Error-Message": message})


@pytest.fixture
def hub_server(monkeypatch: pytest.MonkeyPatch) -> Iterator[HubServer]:
    """A running hub."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,localhost")
    server = HubServer().start()
    yield server
    server.stop()
