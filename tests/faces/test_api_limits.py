"""The API as strangers meet it: so many requests a minute and at once, refused in their language."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from tests.faces.fakes import FakeHouse, Script
from tests.faces.serving import caller

TOKEN = "token-of-the-api"  # a made-up one
PUBLIC: dict[str, Any] = {"public": True, "api_token": TOKEN}
ASK = {"authorization": f"Bearer {TOKEN}", "accept_language": "pt"}


def house(folder: Path, script: Script | None = None, **settings: Any) -> FakeHouse:
    """A public house with these limits."""
    return FakeHouse(folder, script or Script(), **{**PUBLIC, **settings})


async def test_too_many_requests_a_minute(tmp_path: Path) -> None:
    async with caller(house(tmp_path, api_rate=2), **ASK) as client:
        answers = [await client.get("/api/models") for _ in range(3)]
    assert [a.status_code for a in answers] == [200, 200, 429]
    error = answers[-1].json()["error"]
    assert error["code"] == "too_often"
    assert error["message"] == "Pedidos demais: este servidor aceita 2 por minuto de cada cliente."
    assert 1 <= int(answers[-1].headers["retry-after"]) <= 60


async def test_wrong_tokens_are_counted(tmp_path: Path) -> None:
    async with caller(house(tmp_path, api_rate=2), authorization="Bearer guess") as client:
        answers = [await client.get("/api/models") for _ in range(3)]
    assert [a.status_code for a in answers] == [401, 401, 429]


async def test_too_many_requests_at_once(tmp_path: Path) -> None:
    script = Script(hold=True)
    async with caller(house(tmp_path, script, visitor_turns=1), **ASK) as client:
        first = asyncio.create_task(client.post("/api/imagine", json={"idea": "um gato"}))
        await script.holding.wait()
        second = await client.post("/api/imagine", json={"idea": "um gato"})
        assert (second.status_code, second.json()["error"]["code"]) == (429, "too_many")
        assert "{" not in second.json()["error"]["message"]
        assert (await client.get("/api/models")).status_code == 200
        first.cancel()
        await asyncio.gather(first, return_exceptions=True)
        script.hold = False
        third = await client.post("/api/imagine", json={"idea": "um gato"})
    assert third.status_code == 200


async def test_at_home_nobody_counts(tmp_path: Path) -> None:
    at_home = FakeHouse(tmp_path, Script(), api_rate=1, visitor_turns=1)
    async with caller(at_home) as client:
        answers = [await client.get("/api/models") for _ in range(5)]
    assert {a.status_code for a in answers} == {200}


@pytest.mark.parametrize(
    ("route", "body", "said"),
    [
        ("chat", {"text": "/frob", "language": "pt"}, "Não existe o comando /frob."),
        ("imagine", {"idea": "x", "engine": "dali", "language": "es"}, "engine dali no es posible."),
        ("imagine", {"idea": "x", "size": "3x3", "language": "zh"}, "size 3x3 无法使用。"),
        ("imagine", {"idea": "x", "aspect_ratio": "wide"}, "aspect_ratio wide is not possible."),
        ("imagine", {"idea": "x", "sed": 1, "language": "pt"}, "sed (este campo não existe)"),
        ("chat", {"text": "/imagine x --size 3x3"}, "--size 3x3 is not possible."),
    ],
)
async def test_a_failure_is_in_the_language_and_the_names_of_the_request(
    tmp_path: Path, route: str, body: dict[str, str], said: str
) -> None:
    async with caller(FakeHouse(tmp_path, Script())) as client:
        answer = await client.post(f"/api/{route}", json=body)
    assert answer.status_code == 400
    assert said in answer.json()["error"]["message"]


async def test_broken_json_names_no_number(tmp_path: Path) -> None:
    async with caller(FakeHouse(tmp_path, Script())) as client:
        answer = await client.post(
            "/api/imagine", content=b'{"idea":', headers={"content-type": "application/json"}
        )
    assert "JSON (this is not JSON)" in answer.json()["error"]["message"]


async def test_a_limit_is_told_in_megabytes(tmp_path: Path) -> None:
    async with caller(FakeHouse(tmp_path, Script())) as client:
        answer = await client.post("/api/recipe", content=bytes(32 * 2**20 + 1))
    assert (answer.status_code, answer.json()["error"]["cure"]) == (413, "Send at most 32 MB.")
