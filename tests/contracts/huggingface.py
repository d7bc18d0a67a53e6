"""Hugging Face on loopback: the Hub's API, the providers' router, dedicated endpoints, and picture hosts.

    server = HuggingFaceServer().start()             # HF_ENDPOINT, IMAGINARIO_HF_ROUTER_URL: server.url
    server.script("nscale", cold(20.0), paints())    # the next answers of one provider
    server.to("nscale")[-1].json                     # what came in there

Without a script a provider paints something plain of the size asked for. Wrong requests are refused before a
script is looked at, in the services' own words. Places to script: the providers by name, "endpoint",
"model", "models", "whoami-v2", "media", "poll" (how work stands), "result" (what fal's work brought).
"""

from __future__ import annotations

import base64
import io
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import parse_qs

import pytest

from tests.contracts import huggingface_edits as edit_rules
from tests.contracts import huggingface_rules as rules
from tests.contracts.huggingface_chat import Chat
from tests.contracts.huggingface_rules import EDIT, JSON, Catalogue, Refused, Served
from tests.contracts.loopback import Exchange, Gate, Loopback
from tests.contracts.loopback import Reply as Wire


@dataclass(frozen=True, kw_only=True)
class Reply:
    """One scripted answer: `body` as it is, or `picture` in the provider's wrapping."""

    status: int = 200
    body: bytes | None = None
    content_type: str = JSON
    headers: Mapping[str, str] = field(default_factory=dict)
    picture: bytes | None = None
    told: Mapping[str, Any] = field(default_factory=dict)
    """Fields laid over the provider's own answer."""
    reset: bool = False
    gate: Gate | None = None

    def held(self, gate: Gate) -> Reply:
        """The same answer, held back at a gate."""
        return replace(self, gate=gate)


def paints(picture: bytes | None = None, **told: Any) -> Reply:
    """A picture, or the provider's own answer with these fields laid over it."""
    return Reply(picture=picture, told=told)


def cold(estimated_time: Any = None) -> Reply:
    """503 of a model that is being loaded; without an estimate not even a body."""
    if estimated_time is None:
        return Reply(status=503, body=b"", content_type="text/plain")
    return fails(503, {"error": "Model X is currently loading", "estimated_time": estimated_time})


def fails(status: int, body: Any = None, **headers: str) -> Reply:
    """An error; headers' dashes are written as underscores."""
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    kind = "text/html" if isinstance(body, bytes) else JSON
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Reply(status=status, body=data, content_type=kind, headers=named)


def says(body: bytes, content_type: str = "text/html") -> Reply:
    """200 and these bytes."""
    return Reply(body=body, content_type=content_type)


def resets() -> Reply:
    """The connection is dropped without a word."""
    return Reply(reset=True)


def drawn(width: int = 64, height: int = 64, seed: int = 0, kind: str = "PNG") -> bytes:
    """A picture that differs by its seed and is never black."""
    from PIL import Image

    hue = (seed * 47) % 256
    top = Image.linear_gradient("L").resize((width, height))
    bands = (top, Image.new("L", (width, height), hue), top.transpose(Image.Transpose.ROTATE_180))
    buffer = io.BytesIO()
    Image.merge("RGB", bands).save(buffer, kind)
    return buffer.getvalue()


def black() -> bytes:
    """What a safety filter sends without a word."""
    from PIL import Image

    buffer = io.BytesIO()
    Image.new("RGB", (64, 64)).save(buffer, "PNG")
    return buffer.getvalue()


class HuggingFaceServer:
    """The services. `requests` holds every exchange, refused ones too."""

    def __init__(self, token: str = "hf_contractTokenForTests0123") -> None:
        self.token = token
        self.requests: list[Exchange] = []
        self.catalogue = Catalogue()
        self.media_url = ""
        """Where the pictures of fal, replicate and wavespeed are said to be; "" = here."""
        self._scripts: defaultdict[str, list[Reply]] = defaultdict(list)
        self.chat = Chat()
        """What /v1 of the router answers."""
        self._pictures: list[bytes] = []
        self._asked_after: defaultdict[str, int] = defaultdict(int)
        self._loopback = Loopback(self._handle)

    @property
    def url(self) -> str:
        """What HF_ENDPOINT and IMAGINARIO_HF_ROUTER_URL have to be."""
        return self._loopback.url

    def start(self) -> HuggingFaceServer:
        """Begin to listen."""
        self._loopback.start()
        return self

    def stop(self) -> None:
        """Drop every connection."""
        self._loopback.stop()

    def script(self, place: str, *replies: Reply) -> None:
        """Queue answers of one place, one per request; the last one repeats if it is a poll's."""
        self._scripts[place].extend(replies)

    def serve(self, model: str, *entries: Served, **ids: str) -> None:
        """Let these providers serve the model, in this order."""
        self.catalogue.models[model] = (*entries, *rules.serves(**ids))

    def to(self, place: str) -> list[Exchange]:
        """What came to a provider or a path."""
        return [e for e in self.requests if e.path.startswith((f"/{place}/", f"/api/{place}"))]

    def put_picture(self, data: bytes) -> str:
        """The address under which a picture can be fetched from here."""
        self._pictures.append(data)
        return f"{self.media_url or self.url}/media/{len(self._pictures) - 1}.png"

    async def _handle(self, exchange: Exchange, wire: Wire) -> None:
        self.requests.append(exchange)
        try:
            await self._route(exchange, wire)
        except Refused as refusal:
            body = json.dumps(refusal.body).encode()
            await wire.send(refusal.status, body, JSON, **refusal.headers)

    async def _route(self, exchange: Exchange, wire: Wire) -> None:
        first, _, rest = exchange.path.strip("/").partition("/")
        if first == "api":
            await self._hub(exchange, wire, rest)
        elif first == "media":
            await self._media(wire, int(rest.removesuffix(".png")))
        elif first == "endpoint":
            await self._endpoint(exchange, wire)
        elif first == "v1":
            rules.check_bearer(exchange.headers, self.token, needed=rest == "chat/completions")
            await self.chat.answer(rest, exchange, wire)
        else:
            rules.check_bearer(exchange.headers, self.token)
            await self._provider(first, rest, exchange, wire)

    async def _hub(self, exchange: Exchange, wire: Wire, path: str) -> None:
        kind, _, model = path.partition("/")
        place = "model" if model else kind
        if self._scripts[place]:
            await self._play(self._scripts[place].pop(0), wire)
            return
        rules.check_bearer(exchange.headers, self.token, needed=place == "whoami-v2")
        query = {k: v[-1] for k, v in parse_qs(exchange.query).items()}
        await _send_json(wire, self._known(place, model, query))

    def _known(self, place: str, model: str, query: dict[str, str]) -> Any:
        models = self.catalogue.models
        if place == "whoami-v2":
            return {"type": "user", "name": "contract", "auth": {"accessToken": {"role": "fineGrained"}}}
        if place == "models":
            wanted, task = query.get("inference_provider", "all"), query.get("pipeline_tag")
            ids = [
                m
                for m, entries in models.items()
                if any(wanted in ("all", e.provider) and e.task == task for e in entries)
            ]
            return [_info(m, [e.listed() for e in models[m]]) for m in ids[: int(query.get("limit", 1000))]]
        if place == "model" and model in models:
            return _info(model, {e.provider: e.mapped() for e in models[model]})
        raise Refused(404, {"error": "Repository not found"}, **{"X-Error-Code": "RepoNotFound"})

    async def _provider(self, provider: str, path: str, exchange: Exchange, wire: Wire) -> None:
        if exchange.method == "GET":
            await self._poll(provider, path, exchange, wire)
            return
        changed = self._edited(provider, path, exchange)
        request, wrap = changed or self._understood(provider, path, exchange)
        reply = self._scripts[provider].pop(0) if self._scripts[provider] else Reply()
        if reply.body is not None or reply.reset:
            await self._play(reply, wire)
            return
        if reply.gate:
            await reply.gate.wait()
        data = reply.picture or _made_up(request)
        if wrap == "bytes":
            await wire.send(200, data, "image/jpeg", **{"x-compute-type": "gpu"})
        else:
            answer = self._wrapped(wrap, data, request) | dict(reply.told)
            await _send_json(wire, answer, 201 if wrap == "replicate" else 200)

    def _edited(self, provider: str, path: str, exchange: Exchange) -> tuple[dict[str, Any], str] | None:
        """The same for a picture that is to be changed; None if that is not what is asked for."""
        ids = self.catalogue.provider_ids(provider, EDIT)
        if provider == "fal-ai" and (exchange.query or path in ids):
            return edit_rules.check_fal(exchange, ids, path), "queue"
        if provider == "replicate" and (model := path[len("v1/models/") : -len("/predictions")]) in ids:
            return edit_rules.check_replicate(exchange, ids, model), "replicate"
        if provider == "together" and b"data:image/" in exchange.body:
            return edit_rules.check_together(exchange, ids), "base64"
        if provider == "wavespeed" and (model := path.removeprefix("api/v3/")) in ids:
            return edit_rules.check_wavespeed(exchange, ids, model), "wavespeed"
        return None

    def _understood(self, provider: str, path: str, exchange: Exchange) -> tuple[dict[str, Any], str]:
        """The request after the provider's own checks, and how it wraps its pictures."""
        ids = self.catalogue.provider_ids(provider)
        if provider == "hf-inference":
            model = path.removeprefix("models/")
            return rules.check_cloud(exchange, model in ids, model), "bytes"
        if provider in ("together", "nscale") and path == "v1/images/generations":
            return rules.check_compatible(exchange, ids, provider), "base64"
        if provider == "fal-ai":
            return rules.check_fal(exchange, ids, path), "fal"
        if provider == "replicate":
            model = path.removeprefix("v1/models/").removesuffix("/predictions")
            return rules.check_replicate(exchange, ids, model), "replicate"
        if provider == "wavespeed":
            return rules.check_wavespeed(exchange, ids, path.removeprefix("api/v3/")), "wavespeed"
        if provider == "zai-org" and path == "api/paas/v4/async/images/generations":
            return rules.check_zai(exchange, ids), "zai"
        raise Refused(404, {"error": "Not Found"})

    def _wrapped(self, wrap: str, data: bytes, request: dict[str, Any]) -> dict[str, Any]:
        if wrap == "base64":
            return {"created": 1, "data": [{"b64_json": base64.b64encode(data).decode()}]}
        url, number = self.put_picture(data), len(self._pictures) - 1
        if wrap == "fal":
            return _fal_result(url, request)
        if wrap == "queue":  # the application's own address: not the whole of the model's name
            at = f"https://queue.fal.run/fal-ai/any/requests/{number}"
            return {
                "status": "IN_QUEUE", "request_id": str(number), "response_url": at,
                "status_url": f"{at}/status", "cancel_url": f"{at}/cancel", "queue_position": 2,
            }  # fmt: skip
        if wrap == "zai":
            return {"id": str(number), "task_status": "PROCESSING", "request_id": "z", "model": "glm-image"}
        if wrap == "replicate":
            get = f"https://api.replicate.com/v1/predictions/{number}"
            return {
                "id": str(number), "model": "m", "output": [url], "status": "processing", "error": None,
                "urls": {"get": get, "cancel": f"{get}/cancel"},
            }  # fmt: skip
        path = f"/api/v3/predictions/{number}/result"
        job = {"id": "w1", "status": "created", "urls": {"get": f"https://api.wavespeed.ai{path}"}}
        return {"code": 200, "message": "success", "data": job}

    async def _poll(self, provider: str, path: str, exchange: Exchange, wire: Wire) -> None:
        """How the work stands: not done when it is asked after for the first time."""
        if provider == "fal-ai" and exchange.query != "_subdomain=queue":
            raise Refused(404, {"detail": "Not Found"})
        place = "poll" if provider != "fal-ai" or path.endswith("/status") else "result"
        if script := self._scripts[place]:
            await self._play(script[0] if len(script) == 1 else script.pop(0), wire)
            return
        number = int(next(part for part in path.split("/")[::-1] if part.isdecimal()))
        url = f"{self.media_url or self.url}/media/{number}.png"
        self._asked_after[path] += 1
        done = self._asked_after[path] > 1
        if provider == "wavespeed":
            job = {"status": "completed", "outputs": [url]} if done else {"status": "processing"}
            await _send_json(wire, {"code": 200, "data": job})
        elif provider == "replicate":
            job = {"status": "succeeded", "output": url} if done else {"status": "starting", "output": None}
            await _send_json(wire, job)
        elif provider == "zai-org" and path.startswith("api/paas/v4/async-result/"):
            job = (
                {"task_status": "SUCCESS", "image_result": [{"url": url}]}
                if done
                else {"task_status": "PROCESSING"}
            )
            await _send_json(wire, job)
        elif provider != "fal-ai":
            raise Refused(404, {"error": "Not Found"})
        elif place == "result":
            await _send_json(wire, _fal_result(url, {"prompt": "x"}))
        else:
            status = "COMPLETED" if done else "IN_PROGRESS"
            await _send_json(wire, {"status": status, "request_id": str(number)}, 200 if done else 202)

    async def _media(self, wire: Wire, number: int) -> None:
        if self._scripts["media"]:
            await self._play(self._scripts["media"].pop(0), wire)
        elif number < len(self._pictures):
            await wire.send(200, self._pictures[number], "application/octet-stream")
        else:
            await wire.send(404, b"<html>gone</html>", "text/html")

    async def _endpoint(self, exchange: Exchange, wire: Wire) -> None:
        if not exchange.path.startswith("/endpoint/public"):
            rules.check_bearer(exchange.headers, self.token)
        request = _endpoint_request(exchange)
        reply = self._scripts["endpoint"].pop(0) if self._scripts["endpoint"] else Reply()
        if reply.body is not None or reply.reset:
            await self._play(reply, wire)
            return
        if reply.gate:
            await reply.gate.wait()
        data = reply.picture or _made_up(request)
        if exchange.headers.get("accept") in rules.ENDPOINT_ACCEPTS:
            await wire.send(200, data, "image/png")
        else:
            await _send_json(wire, base64.b64encode(data).decode())

    async def _play(self, reply: Reply, wire: Wire) -> None:
        if reply.gate:
            await reply.gate.wait()
        if reply.reset:
            wire.cut()
        else:
            await wire.send(reply.status, reply.body or b"", reply.content_type, **reply.headers)


async def _send_json(wire: Wire, value: Any, status: int = 200) -> None:
    await wire.send(status, json.dumps(value).encode(), JSON)


def _endpoint_request(exchange: Exchange) -> dict[str, Any]:
    """What runs at an endpoint stands in its address; the usual container paints from words only."""
    if "edit" in exchange.path:
        return edit_rules.check_handler(exchange, masked=False)
    if "inpaint" in exchange.path:
        return edit_rules.check_handler(exchange, masked=True)
    return rules.check_endpoint(exchange)


def _fal_result(url: str, request: Mapping[str, Any]) -> dict[str, Any]:
    # the content type is as unreliable as theirs
    image = {"url": url, "width": 64, "height": 64, "content_type": "image/jpeg"}
    return {
        "images": [image], "timings": {}, "seed": request.get("seed", 424242),
        "has_nsfw_concepts": [False], "prompt": request["prompt"],
    }  # fmt: skip


def _info(model: str, mapping: Any) -> dict[str, Any]:
    return {"_id": "1", "id": model, "modelId": model, "inferenceProviderMapping": mapping}


def _made_up(request: Mapping[str, Any]) -> bytes:
    size = (int(request.get("width") or 512), int(request.get("height") or 512))
    return drawn(*size, seed=int(request.get("seed") or 0))


@pytest.fixture
def huggingface_server() -> Iterator[HuggingFaceServer]:
    """A running server; hand its `url` to the engine as hub and router, and its `token` as the secret."""
    server = HuggingFaceServer().start()
    yield server
    server.stop()
