"""ModelScope on loopback: API-Inference, and the hub that models are fetched from; refuses what they refuse.

server = ModelScopeServer().start()          # server.url, key server.key
server.script({"task_status": "RUNNING"})    # what the next question about a task is answered with
server.repos["damo/x"] = folder              # a model to be fetched
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest

from tests.contracts.gemini import oblong
from tests.contracts.loopback import Exchange, Gate, Loopback, Reply

KEY = "ms-contract-0123456789abcdef"
PAINTS = ("Qwen/Qwen-Image", "Tongyi-MAI/Z-Image-Turbo", "black-forest-labs/FLUX.1-Krea-dev")
EDITS = ("Qwen/Qwen-Image-Edit",)
FIELDS: Mapping[str, type | tuple[type, ...]] = {
    "model": str, "prompt": str, "negative_prompt": str, "n": int, "size": str, "seed": int, "steps": int,
    "guidance": (int, float), "image_url": (str, list),
}  # fmt: skip


class Refused(Exception):
    """A request the service would not take."""

    def __init__(self, status: int, message: str, **headers: str) -> None:
        super().__init__(message)
        self.status, self.message, self.headers = status, message, headers


class ModelScopeServer:
    """Scripted by what questions about tasks are answered with; without a script a task is done at once."""

    def __init__(self, key: str = KEY) -> None:
        self.key = key
        self.requests: list[Exchange] = []
        self.orders: list[dict[str, Any]] = []
        self.repos: dict[str, Path] = {}
        self.revisions: list[str] = []
        self.fails: list[Refused | None] = []
        """Taken one after another by the next requests to the API."""
        self.gate: Gate | None = None
        """Holds back every answer about a task."""
        self.picture_gate: Gate | None = None
        """Holds back every picture."""
        self.picture = oblong(96, 64)
        self._script: list[dict[str, Any]] = []
        self._loop = Loopback(self._handle)

    @property
    def url(self) -> str:
        """Where it listens."""
        return self._loop.url

    def start(self) -> ModelScopeServer:
        """Begin to listen."""
        self._loop.start()
        return self

    def stop(self) -> None:
        """Drop every connection."""
        self._loop.stop()

    def script(self, *answers: dict[str, Any]) -> None:
        """What the next questions about a task are answered with."""
        self._script += answers

    def asked(self, path: str) -> list[Exchange]:
        """The requests whose path begins with this."""
        return [exchange for exchange in self.requests if exchange.path.startswith(path)]

    async def _handle(self, exchange: Exchange, reply: Reply) -> None:
        self.requests.append(exchange)
        try:
            if exchange.path.startswith("/api/v1/"):
                await self._hub(exchange, reply)
            elif exchange.path.startswith("/pictures/"):
                if "authorization" in exchange.headers:
                    raise Refused(403, "SignatureDoesNotMatch")
                if self.picture_gate is not None:
                    await self.picture_gate.wait()
                await reply.send(200, self.picture, "image/png")
            else:
                await _send(reply, await self._api(exchange))
        except Refused as refused:
            body = {"errors": {"code": str(refused.status), "message": refused.message}, "request_id": "r1"}
            await _send(reply, body, refused.status, **refused.headers)

    async def _api(self, exchange: Exchange) -> dict[str, Any]:
        if exchange.headers.get("authorization") != f"Bearer {self.key}":
            raise Refused(
                401, "Authentication failed, please make sure that a valid ModelScope token is supplied."
            )
        if self.fails and (failure := self.fails.pop(0)) is not None:
            raise failure
        if (exchange.method, exchange.path) == ("POST", "/v1/images/generations"):
            check_order(exchange)
            self.orders.append(exchange.json)
            return {"task_id": f"{len(self.orders)}-abc", "task_status": "SUCCEED", "request_id": "r1"}
        if exchange.method == "GET" and (found := re.fullmatch(r"/v1/tasks/([\w-]+)", exchange.path)):
            if self.gate is not None:
                await self.gate.wait()
            return self._task(found[1], exchange)
        raise Refused(404, f"404 page not found: {exchange.path}")

    def _task(self, name: str, exchange: Exchange) -> dict[str, Any]:
        known = name in {f"{n}-abc" for n in range(1, len(self.orders) + 1)}
        if exchange.headers.get("x-modelscope-task-type") != "image_generation" or not known:
            return {"task_id": name, "task_status": "FAILED", "errors": {"message": "task not found"}}
        usual = {"task_status": "SUCCEED", "output_images": [f"{self.url}/pictures/{name}.png"]}
        return {"task_id": name, "request_id": "r1", **(self._script.pop(0) if self._script else usual)}

    async def _hub(self, exchange: Exchange, reply: Reply) -> None:
        query = {name: values[0] for name, values in parse_qs(exchange.query).items()}
        found = re.fullmatch(r"/api/v1/models/([\w.-]+/[\w.-]+)/repo(/files)?", exchange.path)
        if exchange.path.endswith("internalAccelerationInfo"):
            await _send(reply, {"Code": 200, "Data": {}, "Success": True})
            return
        if found is None or found[1] not in self.repos:
            body = {"Code": 10010205001, "Message": "Record not found", "Success": False}
            await _send(reply, body, 404)
            return
        folder = self.repos[found[1]]
        self.revisions.append(query.get("Revision", ""))
        if found[2]:
            await _send(reply, {"Code": 200, "Success": True, "Data": {"Files": _listing(folder)}})
        else:
            await _sent_file(folder / query["FilePath"], exchange, reply)


def check_order(exchange: Exchange) -> None:
    """Refuse an order that the service would refuse."""
    if exchange.headers.get("x-modelscope-async-mode") != "true":
        raise Refused(400, "This model does not support synchronous calls.")
    if exchange.headers.get("content-type") != "application/json":
        raise Refused(415, "Unsupported Media Type")
    body = exchange.json
    for name, value in body.items():
        if name not in FIELDS or not isinstance(value, FIELDS[name]) or isinstance(value, bool):
            raise Refused(400, f"Invalid parameter: {name}")
    model = body.get("model", "")
    if model not in (*PAINTS, *EDITS):
        raise Refused(400, f"Model id: {model}, has no provider supported")
    if not body.get("prompt") or len(body["prompt"]) > 2000:
        raise Refused(400, "Invalid parameter: prompt")
    sides = [int(side) for side in re.findall(r"\d+", body.get("size", "512x512"))]
    if not re.fullmatch(r"\d+x\d+", body.get("size", "512x512")) or not all(64 <= s <= 2048 for s in sides):
        raise Refused(400, "Invalid parameter: size")
    if not (0 <= body.get("seed", 0) < 2**31 and 1 <= body.get("steps", 1) <= 100):
        raise Refused(400, "Invalid parameter: seed or steps")
    pictures = body.get("image_url", [])
    pictures = [pictures] if isinstance(pictures, str) else pictures
    if (model in EDITS) != bool(pictures) or not all(
        p.startswith(("https://", "data:image/")) for p in pictures
    ):
        raise Refused(400, "Invalid parameter: image_url")


def _listing(folder: Path) -> list[dict[str, Any]]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return [
        {
            "Path": path.relative_to(folder).as_posix(),
            "Name": path.name,
            "Type": "blob",
            "Size": path.stat().st_size,
        }
        for path in files
    ]


async def _sent_file(path: Path, exchange: Exchange, reply: Reply) -> None:
    data, first = await asyncio.to_thread(path.read_bytes), 0
    if found := re.fullmatch(r"bytes=(\d+)-(\d*)", exchange.headers.get("range", "")):
        first = int(found[1])
        last = int(found[2] or len(data) - 1)
        told = {"Content-Range": f"bytes {first}-{last}/{len(data)}"}
        await reply.send(206, data[first : last + 1], "application/octet-stream", **told)
        return
    await reply.send(200, data, "application/octet-stream")


async def _send(reply: Reply, value: Any, status: int = 200, **headers: str) -> None:
    told = {name.replace("_", "-"): text for name, text in headers.items()}
    await reply.send(status, json.dumps(value).encode(), "application/json", **told)


@pytest.fixture
def modelscope_server(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModelScopeServer]:
    """A running server."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,localhost")
    server = ModelScopeServer().start()
    yield server
    server.stop()
