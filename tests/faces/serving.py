"""The API as a test calls it: in this process, or through a real server on loopback."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import uvicorn
from fastapi import FastAPI
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from imaginario import api
from tests.faces.fakes import FakeHouse

HERE = "http://127.0.0.1:7860"


def app_of(house: FakeHouse) -> FastAPI:
    """A server like the real one: ours first, then something that catches every other address."""

    @asynccontextmanager
    async def life(app: FastAPI) -> AsyncIterator[None]:
        async with app.state.life:
            yield

    async def page(scope: Scope, receive: Receive, send: Send) -> None:
        await PlainTextResponse("the page")(scope, receive, send)

    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None, lifespan=life)
    app.state.life = api.install(app, house)
    app.mount("/", page)
    return app


def caller(house: FakeHouse, **headers: str) -> httpx.AsyncClient:
    """A client that calls in this process."""
    transport = httpx.ASGITransport(app_of(house), raise_app_exceptions=False)
    return httpx.AsyncClient(
        transport=transport, base_url=HERE, headers={k.replace("_", "-"): v for k, v in headers.items()}
    )


@asynccontextmanager
async def served(house: FakeHouse) -> AsyncIterator[str]:
    """The address of a real server, for as long as the block lasts."""
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen()  # from here on callers are heard; they wait until the server is up
    server = uvicorn.Server(
        uvicorn.Config(app_of(house), log_level="warning", lifespan="on", timeout_graceful_shutdown=2)
    )
    running = asyncio.create_task(server.serve(sockets=[listener]))
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        await running
        listener.close()
