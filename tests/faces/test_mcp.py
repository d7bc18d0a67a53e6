"""The MCP tools, called by the official client through a real server."""

from __future__ import annotations

import asyncio
import base64
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx2
import pytest
from mcp.client.client import Client
from mcp.client.streamable_http import streamable_http_client
from mcp_types import ImageContent, TextContent

from imaginario import pngfile
from imaginario.api.tools import LARGEST_RESULT, TOOLS
from imaginario.errors import OutOfCredits
from tests.faces.fakes import FakeHouse, Script, png
from tests.faces.serving import caller, served

TOKEN = "open-sesame-42"
KEY = "AIza" + "SyD4" * 9


@pytest.fixture
def house(tmp_path: Path, script: Script) -> FakeHouse:
    """A private house."""
    return FakeHouse(tmp_path, script)


@asynccontextmanager
async def connected(house: FakeHouse, *, mode: Any = "auto", **headers: str) -> AsyncIterator[Client]:
    """A client of both eras of the protocol."""
    named = {k.replace("_", "-"): v for k, v in headers.items()}
    async with (
        served(house) as address,
        httpx2.AsyncClient(headers=named, timeout=30) as http,
        Client(streamable_http_client(f"{address}/mcp", http_client=http), mode=mode) as client,
    ):
        yield client


@pytest.mark.parametrize("mode", ["auto", "legacy"])
async def test_the_tools_are_listed_with_their_fields(house: FakeHouse, mode: Any) -> None:
    async with connected(house, mode=mode) as client:
        listed = {tool.name: tool for tool in (await client.list_tools()).tools}
    assert set(listed) == {"imagine", "cartoonize", "chat", "recipe", "models"} == set(TOOLS)
    fields = listed["imagine"].input_schema
    assert fields["required"] == ["idea"]
    assert {"style", "seed", "aspect_ratio", "negative_prompt"} <= set(fields["properties"])
    assert all(tool.description for tool in listed.values())


@pytest.mark.parametrize("mode", ["auto", "legacy"])
async def test_imagine_gives_the_picture_its_address_and_its_recipe(house: FakeHouse, mode: Any) -> None:
    async with connected(house, mode=mode) as client:
        result = await client.call_tool("imagine", {"idea": "um gato", "seed": 4})
        picture, text = result.content[:2]
        assert isinstance(picture, ImageContent)
        assert isinstance(text, TextContent)
        address, _, told = text.text.partition("\n")
        async with httpx2.AsyncClient() as http:
            original = (await http.get(address)).content
    assert not result.is_error
    assert base64.b64decode(picture.data).startswith(pngfile.MAGIC)
    assert json.loads(told)["seed"] == 4
    assert pngfile.texts(original)["imaginario"]
    assert result.structured_content["pictures"][0]["recipe"]["idea"] == "um gato"
    assert "image" not in result.structured_content["pictures"][0]


async def test_a_large_picture_is_shown_smaller(house: FakeHouse, script: Script) -> None:
    script.picture = lambda request: png(noise=2 * LARGEST_RESULT)
    async with connected(house) as client:
        result = await client.call_tool("imagine", {"idea": "x"})
    picture = result.content[0]
    assert isinstance(picture, ImageContent)
    assert picture.mime_type == "image/jpeg"
    assert len(picture.data) < 1_000_000


async def test_a_comparison_comes_with_its_sheet_and_is_small_enough_to_be_read(
    house: FakeHouse, script: Script
) -> None:
    script.picture = lambda request: png(noise=LARGEST_RESULT)
    asked = {"idea": "x", "vary": "seed=1,2", "by": "size=64x64,128x64", "sheet": True}
    async with connected(house) as client:
        result = await client.call_tool("imagine", asked)
    pictures = [block for block in result.content if isinstance(block, ImageContent)]
    assert len(pictures) == 5
    assert sum(len(picture.data) for picture in pictures) < 1_500_000
    assert len(result.structured_content["pictures"]) == 4
    assert "sheet" not in result.structured_content


async def test_progress_is_told_on_the_way(house: FakeHouse) -> None:
    told: list[str] = []

    async def listen(progress: float, total: float | None, message: str | None) -> None:
        told.append(message or "")

    async with connected(house, accept_language="pt") as client:
        await client.call_tool("imagine", {"idea": "x"}, progress_callback=listen)
    assert any("está pintando" in line for line in told)
    assert any("1/2" in line for line in told)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({}, "idea (it is missing)"),
        ({"idea": "x", "count": 9}, "count (it has to be 8 or less)"),
        ({"idea": "x", "return": "url"}, "return (there is no such field)"),
        ({"idea": "x", "size": "huge"}, "is not possible"),
    ],
)
async def test_a_wrong_argument_is_a_tool_error_with_a_cure(
    house: FakeHouse, arguments: dict[str, Any], said: str
) -> None:
    async with connected(house) as client:
        result = await client.call_tool("imagine", arguments)
    assert result.is_error
    assert isinstance(result.content[0], TextContent)
    assert said in result.content[0].text
    assert result.structured_content["error"]["cure"] in result.content[0].text


async def test_a_failure_is_a_tool_error_in_the_callers_language(house: FakeHouse, script: Script) -> None:
    script.failures = [OutOfCredits(engine="huggingface")]
    async with connected(house, accept_language="es") as client:
        result = await client.call_tool("imagine", {"idea": "x"})
        unknown = await client.session.call_tool("paint", {})
    assert result.is_error
    assert isinstance(result.content[0], TextContent)
    assert "Hugging Face" in result.content[0].text
    assert result.structured_content["error"]["code"] == "out_of_credits"
    assert unknown.is_error


async def test_chat_recipe_and_models(house: FakeHouse) -> None:
    async with connected(house) as client:
        said = await client.call_tool("chat", {"text": "hi"})
        listed = await client.call_tool("models", {})
        image = base64.b64encode(pngfile.with_texts(png().data, {"parameters": "a cat\nSteps: 3"})).decode()
        read = await client.call_tool("recipe", {"image": image})
        none = await client.call_tool("recipe", {"image": "%"})
    assert said.structured_content["text"] == "Um gato na lua"
    assert listed.structured_content["engines"][0]["name"] == "fake"
    assert read.structured_content["recipe"]["Steps"] == "3"
    assert none.is_error


async def test_a_cancelled_call_stops_the_engine(house: FakeHouse, script: Script) -> None:
    script.hold = True
    async with connected(house) as client:
        asking = asyncio.create_task(client.call_tool("imagine", {"idea": "x"}))
        await asyncio.wait_for(script.holding.wait(), 10)
        asking.cancel()
        await asyncio.wait_for(script.stopped.wait(), 10)


@pytest.mark.parametrize("version", ["2025-06-18", "2025-11-25", None])
async def test_hanging_up_stops_the_engine(house: FakeHouse, script: Script, version: str | None) -> None:
    script.hold = True
    call = {"name": "imagine", "arguments": {"idea": "x"}}
    headers = {"Accept": "application/json, text/event-stream"} | (
        {"MCP-Protocol-Version": version} if version else {}
    )
    async with served(house) as address, httpx2.AsyncClient(base_url=address, headers=headers) as client:
        body = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": call}
        asking = asyncio.create_task(client.post("/mcp", json=body))
        await asyncio.wait_for(script.holding.wait(), 10)
        assert not script.stopped.is_set()
        asking.cancel()
        await asyncio.wait_for(script.stopped.wait(), 10)


async def test_own_keys_ride_along_and_stay_out_of_the_answers(tmp_path: Path, script: Script) -> None:
    house = FakeHouse(tmp_path, script, public=True, api_token=TOKEN)
    async with connected(house, authorization=f"Bearer {TOKEN}", x_gemini_key=KEY) as client:
        result = await client.call_tool("models", {})
    assert house.seen[-1]["gemini"].reveal() == KEY
    assert KEY not in result.model_dump_json()


async def test_the_page_of_another_site_gets_nothing(house: FakeHouse) -> None:
    async with caller(house, origin="http://evil.example") as client:
        answer = await client.post("/mcp", json={"jsonrpc": "2.0", "id": 1, "method": "tools/list"})
    assert answer.status_code == 403


async def test_too_many_calls_at_once_are_told_to_the_model(tmp_path: Path) -> None:
    script = Script(hold=True)
    house = FakeHouse(tmp_path, script, public=True, api_token=TOKEN, visitor_turns=1)
    async with connected(house, authorization=f"Bearer {TOKEN}") as client:
        first = asyncio.create_task(client.call_tool("imagine", {"idea": "um gato"}))
        await script.holding.wait()
        refused = await client.call_tool("chat", {"text": "oi", "language": "pt"})
        assert refused.is_error
        assert "esse é o limite por visitante" in str(refused.content[0])
        assert not (await client.call_tool("models", {})).is_error
        first.cancel()
        await asyncio.gather(first, return_exceptions=True)
        await script.stopped.wait()
