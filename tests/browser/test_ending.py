"""The server is ended while people are there: its terminal shows no trace of code."""

from __future__ import annotations

import asyncio
from pathlib import Path

import httpx
from playwright.async_api import expect

from tests.browser.conftest import Visit
from tests.browser.contracts import Gemini, happens
from tests.browser.server import Server
from tests.contracts.gemini import says
from tests.contracts.loopback import Gate


async def test_nothing_is_to_be_read_when_the_server_ends(
    visit: Visit, gemini: Gemini, addresses: dict[str, str], keys: dict[str, str], tmp_path: Path
) -> None:
    server = await asyncio.to_thread(Server(tmp_path, **addresses, **keys).start)
    face, gates = await visit(server, watched=False), (Gate(), Gate())
    gemini.script(says("The moon ", "is far.").held(gates[0]), says("The sea ", "is deep.").held(gates[1]))
    await face.say("the moon?")
    await expect(face.last).to_contain_text("The moon")
    events = {"accept": "text/event-stream"}
    async with httpx.AsyncClient(timeout=30) as client:
        ask = client.build_request("POST", f"{server.url}/api/chat", json={"text": "hi"}, headers=events)
        answer = await client.send(ask, stream=True)
        await happens(gates[1].reached)
        await asyncio.to_thread(server.stop)
        await answer.aclose()
    assert "Traceback" not in server.log
    assert "ERROR" not in server.log
