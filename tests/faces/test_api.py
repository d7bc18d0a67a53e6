"""The REST API: answers, streams, who may call, and what is said when it fails."""

from __future__ import annotations

import asyncio
import base64
import json
import logging
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from imaginario import i18n, pngfile, recipe
from imaginario.api.guard import LARGEST, refusal
from imaginario.api.problems import STATUS, as_json, status
from imaginario.api.schema import LONGEST
from imaginario.errors import (
    ContentRefused,
    EmptyAnswer,
    EngineError,
    EngineTimedOut,
    EngineUnreachable,
    EngineWarmingUp,
    Forbidden,
    GalleryError,
    MissingSecret,
    ModelGone,
    NotAllowed,
    OutOfCredits,
    RateLimited,
    StudioError,
    Unauthorized,
    UserError,
)
from imaginario.gallery.store import FolderGallery
from imaginario.i18n import Translator
from imaginario.settings import Settings
from tests.faces.fakes import FakeHouse, Script, png
from tests.faces.serving import caller, served

TOKEN = "open-sesame-42"
KEY = "AIza" + "SyD4" * 9


@pytest.fixture
def house(tmp_path: Path, script: Script) -> FakeHouse:
    """A private house."""
    return FakeHouse(tmp_path, script)


@pytest.fixture
def public_house(tmp_path: Path, script: Script) -> FakeHouse:
    """A house that serves strangers who know the token."""
    return FakeHouse(tmp_path, script, public=True, api_token=TOKEN)


def events_of(text: str) -> list[tuple[str, dict[str, Any]]]:
    """Server-sent events, taken apart as a browser does."""
    found = []
    for block in text.split("\n\n"):
        lines = dict(line.split(": ", 1) for line in block.splitlines() if line and not line.startswith(":"))
        if lines:
            found.append((lines["event"], json.loads(lines["data"])))
    return found


# --- imagine ---


async def test_imagine_answers_with_the_picture_and_its_recipe(house: FakeHouse) -> None:
    async with caller(house) as client:
        answer = await client.post(
            "/api/imagine", json={"idea": "um gato na lua", "seed": 7, "size": "128x64"}
        )
    told = answer.json()
    assert answer.status_code == 200
    (picture,) = told["pictures"]
    data = base64.b64decode(picture["image"], validate=True)
    found = recipe.read(pngfile.texts(data))
    assert found is not None
    assert (found["seed"], found["idea"]) == (7, "um gato na lua")
    assert (picture["filename"], picture["mime"], picture["url"]) == ("gato-na-lua-7.png", "image/png", None)
    assert (picture["width"], picture["height"]) == (128, 64)
    assert told["draft"]["prompt"] == "A cat on the moon"
    assert told["adjusted"]["got"] == {"width": 128, "height": 64, "seed": 7}
    assert [u["name"] for u in told["used"]] == ["scribe", "fake"]
    assert told["error"] is None


async def test_a_prompt_can_be_seen_and_changed_before_it_is_painted(
    house: FakeHouse, script: Script
) -> None:
    async with caller(house) as client:
        shown = (await client.post("/api/imagine", json={"idea": "um gato", "ask": True})).json()
        assert (shown["pictures"], shown["error"], script.requests) == ([], None, [])
        draft = {**shown["draft"], "prompt": "A black cat"}
        told = (await client.post("/api/imagine", json={"idea": "um gato", "draft": draft})).json()
    assert script.requests[0].prompt == "A black cat"
    assert told["pictures"][0]["recipe"]["draft"]["title"] == "Gato na lua"


async def test_one_control_can_be_compared(house: FakeHouse, script: Script) -> None:
    async with caller(house) as client:
        told = (await client.post("/api/imagine", json={"idea": "x", "vary": "seed=1,2"})).json()
        wrong = await client.post("/api/imagine", json={"idea": "x", "vary": "seed=1"})
        alike = await client.post("/api/imagine", json={"idea": "x", "vary": "steps=1,2"})
    assert [one["recipe"]["details"]["compared"] for one in told["pictures"]] == [
        ["seed", "1"],
        ["seed", "2"],
    ]
    assert wrong.status_code == 400
    assert wrong.json()["error"]["message"].startswith("vary seed=1")
    assert alike.json()["error"]["code"] == "no_difference"
    assert len(script.requests) == 2


async def test_two_controls_make_a_grid(house: FakeHouse, script: Script) -> None:
    asked = {"idea": "x", "vary": "seed=1,2", "by": "size=64x64,128x64"}
    async with caller(house) as client:
        told = (await client.post("/api/imagine", json=asked)).json()
        streamed = await client.post("/api/imagine", json=asked, headers={"accept": "text/event-stream"})
        wrong = await client.post("/api/imagine", json={"idea": "x", "vary": "seed=1,2", "by": "seed=3,4"})
    assert [one["recipe"]["details"]["crossed"][1] for one in told["pictures"]] == [
        "64x64", "64x64", "128x64", "128x64",
    ]  # fmt: skip
    assert streamed.text.count("event: comparing") == 4
    assert "sheet" not in {name for name, value in told.items() if value}
    assert wrong.json()["error"]["message"].startswith("by seed=3,4")
    assert len(script.requests) == 8


async def test_a_sheet_of_all_pictures_can_be_asked_for(house: FakeHouse) -> None:
    asked = {"idea": "x", "vary": "seed=1,2", "sheet": True, "return": "url", "language": "pt-BR"}
    async with caller(house) as client:
        told = (await client.post("/api/imagine", json=asked)).json()["sheet"]
        streamed = await client.post("/api/imagine", json=asked, headers={"accept": "text/event-stream"})
        wrong = await client.post("/api/imagine", json={"idea": "x", "sheet": True})
    found = recipe.read(pngfile.texts(base64.b64decode(told["image"])))
    assert found == told["recipe"]
    assert told["recipe"]["details"]["sheet"]["columns"] == ["seed", ["1", "2"]]
    assert told["filename"] == "gato-na-lua-sheet.png"
    assert streamed.text.count("event: sheet") == 1
    assert streamed.text.index("event: sheet") < streamed.text.index("event: done")
    assert wrong.json()["error"]["message"].startswith("sheet true")
    assert len(await house.gallery.page("api")) == 4


async def test_a_picture_in_the_answer_is_kept_nowhere(house: FakeHouse) -> None:
    async with caller(house) as client:
        await client.post("/api/imagine", json={"idea": "x"})
    assert await house.gallery.page("api") == []


async def test_a_picture_by_address_is_kept_for_its_caller_only(tmp_path: Path, script: Script) -> None:
    gallery = FolderGallery(tmp_path / "pictures")
    house = FakeHouse(tmp_path, script, gallery=gallery)
    async with caller(house) as client:
        told = (await client.post("/api/imagine", json={"idea": "x", "return": "url"})).json()
        address = told["pictures"][0]["url"]
        assert told["pictures"][0]["image"] is None
        assert address.startswith("/api/pictures/")
        fetched = await client.get(address)
    strangers = FakeHouse(tmp_path, script, gallery=gallery, public=True, api_token=TOKEN)
    async with caller(strangers, authorization=f"Bearer {TOKEN}") as client:
        refused = await client.get(address)
    gallery.close()
    assert fetched.headers["content-type"] == "image/png"
    assert fetched.content.startswith(pngfile.MAGIC)
    assert (refused.status_code, refused.json()["error"]["code"]) == (404, "picture_not_found")


async def test_a_draft_is_painted_as_it_is(house: FakeHouse, script: Script) -> None:
    body = {"idea": "x", "draft": {"prompt": "A lone tree", "title": "Tree"}, "count": 2}
    async with caller(house) as client:
        told = (await client.post("/api/imagine", json=body)).json()
    assert script.heard == []
    assert script.requests[0].prompt == "A lone tree"
    assert len(told["pictures"]) == 2


async def test_every_field_reaches_the_engine(house: FakeHouse, script: Script) -> None:
    body = {
        "idea": "x", "model": "fake-2", "negative_prompt": "dogs", "aspect_ratio": "4:1", "steps": 3,
        "guidance": 1.5, "style": "oil", "chat_model": "scribe-2", "language": "es",
    }  # fmt: skip
    async with caller(house) as client:
        told = (await client.post("/api/imagine", json=body)).json()
    request = script.requests[0]
    assert request.model == "fake-2"
    assert (request.width, request.height) == (128, 32)
    assert told["adjusted"]["ignored"] == ["negative_prompt", "num_inference_steps", "guidance_scale"]
    assert told["adjusted"]["asked"]["num_inference_steps"] == 3
    brief = script.heard[0][1]
    assert (brief.model, brief.language) == ("scribe-2", "es")


async def test_what_was_painted_before_a_failure_is_delivered(house: FakeHouse, script: Script) -> None:
    script.breaks_after = 1
    async with caller(house) as client:
        answer = await client.post("/api/imagine", json={"idea": "x", "count": 3})
    assert answer.status_code == 200
    assert len(answer.json()["pictures"]) == 1
    assert answer.json()["error"]["code"] == "unexpected"


# --- streams ---


async def test_events_come_one_by_one(house: FakeHouse, script: Script) -> None:
    script.failures = [EngineWarmingUp(engine="fake", model="m", retry_after=0.01)]
    async with caller(house, accept="text/event-stream", accept_language="pt") as client:
        answer = await client.post("/api/imagine", json={"idea": "x", "seed": 1})
    assert answer.headers["content-type"].startswith("text/event-stream")
    events = events_of(answer.text)
    names = list(dict.fromkeys(name for name, _ in events))
    assert names == [
        "working", "text_delta", "prompt_ready", "adjusted", "waiting", "progress", "saved", "done",
    ]  # fmt: skip
    data = dict(events)
    assert data["prompt_ready"]["prompt"] == "A cat on the moon"
    assert data["waiting"]["reason"] == "engine_warming_up"
    assert "acordando" in data["waiting"]["status"]
    assert data["progress"]["preview"]["mime"] == "image/png"
    assert base64.b64decode(data["saved"]["image"]).startswith(pngfile.MAGIC)
    assert data["saved"]["recipe"]["seed"] == 1


async def test_a_failure_ends_a_stream_in_words(house: FakeHouse, script: Script) -> None:
    script.failures = [ContentRefused(engine="huggingface")]
    async with caller(house, accept="text/event-stream") as client:
        answer = await client.post("/api/imagine", json={"idea": "x"})
    events = events_of(answer.text)
    assert [name for name, _ in events][-2:] == ["failed", "done"]
    failure = dict(events)["failed"]["error"]
    assert failure["code"] == "content_refused"
    assert "Hugging Face" in failure["message"]
    assert failure["actions"] == ["edit", "builtin"]


async def test_a_stream_by_address_carries_no_bytes(house: FakeHouse) -> None:
    async with caller(house, accept="text/event-stream") as client:
        answer = await client.post("/api/imagine", json={"idea": "x", "return": "url"})
        saved = dict(events_of(answer.text))["saved"]
        assert "image" not in saved
        assert (await client.get(saved["url"])).status_code == 200


@pytest.mark.parametrize("accept", ["text/event-stream", "application/json"])
async def test_hanging_up_stops_the_engine(house: FakeHouse, script: Script, accept: str) -> None:
    script.hold = True
    async with served(house) as address, httpx.AsyncClient(base_url=address) as client:
        asking = asyncio.create_task(
            client.post("/api/imagine", json={"idea": "x"}, headers={"Accept": accept})
        )
        await asyncio.wait_for(script.holding.wait(), 10)
        assert not script.stopped.is_set()
        asking.cancel()
        await asyncio.wait_for(script.stopped.wait(), 10)


async def test_hanging_up_stops_a_chat(house: FakeHouse, script: Script) -> None:
    script.hold = True
    async with (
        served(house) as address,
        httpx.AsyncClient(base_url=address) as client,
        client.stream("POST", "/api/chat", json={"text": "hi"}, headers={"Accept": "text/event-stream"}) as s,
    ):
        lines = s.aiter_lines()
        while await anext(lines) != 'data: {"text": "na lua"}':
            pass
        await s.aclose()
        await asyncio.wait_for(script.stopped.wait(), 10)


async def test_events_arrive_while_the_work_goes_on(house: FakeHouse, script: Script) -> None:
    script.hold = True
    async with (
        served(house) as address,
        httpx.AsyncClient(base_url=address) as client,
        client.stream(
            "POST", "/api/imagine", json={"idea": "x"}, headers={"Accept": "text/event-stream"}
        ) as stream,
    ):
        async for line in stream.aiter_lines():
            if line == "event: progress":
                break
        else:
            pytest.fail("the stream ended while the engine was still holding")
        assert not script.stopped.is_set()


# --- chat ---


async def test_chat_answers_with_the_conversation_it_was_given(house: FakeHouse, script: Script) -> None:
    body = {
        "text": "and now?", "model": "scribe-2", "temperature": 0.5, "top_k": 3,
        "history": [{"role": "user", "text": "hi"}, {"role": "assistant", "text": "hello"}],
    }  # fmt: skip
    async with caller(house) as client:
        told = (await client.post("/api/chat", json=body)).json()
    messages, brief = script.heard[0]
    assert told["text"] == "Um gato na lua"
    assert [m.text for m in messages] == ["hi", "hello", "and now?"]
    assert (brief.kind, brief.model, brief.sampling.temperature, brief.sampling.top_k) == (
        "chat", "scribe-2", 0.5, 3,
    )  # fmt: skip


async def test_chat_understands_commands(house: FakeHouse) -> None:
    async with caller(house, accept_language="pt-BR") as client:
        helped = (await client.post("/api/chat", json={"text": "/ajuda"})).json()
        painted = (await client.post("/api/chat", json={"text": "/imagine x --seed 3"})).json()
        lost = await client.post("/api/chat", json={"text": "/imagin x"})
    assert "/imagine" in helped["text"]
    assert painted["pictures"][0]["recipe"]["seed"] == 3
    assert (lost.status_code, lost.json()["error"]["code"]) == (400, "unknown_command")
    assert "/imagine" in lost.json()["error"]["cure"]


async def test_chat_streams(house: FakeHouse) -> None:
    async with caller(house, accept="text/event-stream") as client:
        answer = await client.post("/api/chat", json={"text": "hi"})
    words = [data["text"] for name, data in events_of(answer.text) if name == "text_delta"]
    assert words == ["Um gato ", "na lua"]


# --- recipe ---


async def painted(client: httpx.AsyncClient) -> bytes:
    """A picture with a recipe inside."""
    told = (await client.post("/api/imagine", json={"idea": "a cat", "seed": 9})).json()
    return base64.b64decode(told["pictures"][0]["image"])


async def test_recipe_is_read_however_the_picture_comes(house: FakeHouse) -> None:
    async with caller(house) as client:
        data = await painted(client)
        text = base64.b64encode(data).decode()
        answers = [
            await client.post("/api/recipe", content=data, headers={"Content-Type": "image/png"}),
            await client.post("/api/recipe", files={"image": ("cat.png", data, "image/png")}),
            await client.post("/api/recipe", json={"image": text}),
            await client.post("/api/recipe", json={"image": f"data:image/png;base64,{text}"}),
        ]
    assert [a.json()["recipe"]["seed"] for a in answers] == [9, 9, 9, 9]


async def test_a_picture_without_recipe_is_no_error(house: FakeHouse) -> None:
    async with caller(house, accept_language="es") as client:
        answer = await client.post("/api/recipe", content=png().data)
    assert answer.json() == {"recipe": None, "message": "No hay receta en esta imagen."}


@pytest.mark.parametrize(
    "sent",
    [
        {"content": b"GIF89a"},
        {"content": b""},
        {"json": {"image": "%%%"}},
        {"json": {"image": base64.b64encode(b"x").decode()}},
        {"json": {"picture": "x"}},
        {"content": b"{", "headers": {"Content-Type": "application/json"}},
        {"files": {"image": ("a.txt", b"hello")}},
        {"content": b"--x", "headers": {"Content-Type": "multipart/form-data"}},
        {"data": {"image": "text"}, "headers": {"Content-Type": "multipart/form-data; boundary=x"}},
    ],
)
async def test_what_is_no_png_is_refused_in_words(house: FakeHouse, sent: dict[str, Any]) -> None:
    async with caller(house) as client:
        answer = await client.post("/api/recipe", **sent)
    assert answer.status_code == 400
    assert answer.json()["error"]["code"] in ("invalid_body", "user")


# --- models ---


async def test_models_lists_what_the_keys_reach_and_what_others_would(tmp_path: Path, script: Script) -> None:
    house = FakeHouse(tmp_path, script, missing={"huggingface": "huggingface", "gemini": "gemini"})
    async with caller(house) as client:
        told = (await client.get("/api/models")).json()
    ready, closed, *_ = told["engines"]
    assert (ready["name"], ready["available"]) == ("fake", True)
    assert [m["id"] for m in ready["models"]] == ["fake-1", "fake-2"]
    assert "seed" in ready["models"][0]["supports"]
    assert (closed["name"], closed["available"], closed["needs"]) == ("huggingface", False, "X-HF-Token")
    assert {a["name"] for a in told["assistants"]} >= {"scribe", "gemini"}
    assert "watercolor" in told["styles"]


# --- limits and mistakes ---


@pytest.mark.parametrize(
    ("body", "field", "said"),
    [
        ({}, "idea", "missing"),
        ({"idea": "x", "sed": 1}, "sed", "no such field"),
        ({"idea": "x" * (LONGEST + 1)}, "idea", f"at most {LONGEST}"),
        ({"idea": "x", "count": 9}, "count", "8 or less"),
        ({"idea": "x", "count": 0}, "count", "1 or more"),
        ({"idea": "x", "seed": "abc"}, "seed", "not the right kind"),
        ({"idea": "x", "seed": -1}, "seed", "0 or more"),
        ({"idea": "x", "guidance": 51}, "guidance", "50 or less"),
        ({"idea": "x", "return": "file"}, "return", "one of: 'base64', 'url'"),
        ({"idea": "x", "draft": {"prompt": ""}}, "draft.prompt", "at least 1"),
        ([], "JSON", "one JSON object"),
    ],
)
async def test_a_wrong_field_is_named(house: FakeHouse, body: Any, field: str, said: str) -> None:
    async with caller(house) as client:
        answer = await client.post("/api/imagine", json=body)
    error = answer.json()["error"]
    assert (answer.status_code, error["code"]) == (400, "invalid_body")
    assert f"{field} (" in error["message"]
    assert said in error["message"]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"idea": " "}, "empty_prompt"),
        ({"idea": "x", "size": "3x3"}, "invalid_option"),
        ({"idea": "x", "aspect_ratio": "wide"}, "invalid_option"),
        ({"idea": "x", "style": "cubic"}, "invalid_option"),
        ({"idea": "x", "engine": "dali"}, "invalid_option"),
        ({"idea": "x", "assistant": "dali"}, "invalid_option"),
    ],
)
async def test_a_wrong_value_is_explained(house: FakeHouse, body: dict[str, Any], code: str) -> None:
    async with caller(house) as client:
        answer = await client.post("/api/imagine", json=body)
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, code)


async def test_what_is_not_json_is_named(house: FakeHouse) -> None:
    async with caller(house, accept_language="zh") as client:
        answer = await client.post(
            "/api/imagine", content=b"{idea", headers={"Content-Type": "application/json"}
        )
    assert answer.json()["error"]["message"].startswith("无法读取请求")
    assert "不是 JSON" in answer.json()["error"]["message"]


@pytest.mark.parametrize("declared", [True, False])
async def test_too_much_is_refused_before_it_is_read(
    house: FakeHouse, script: Script, declared: bool
) -> None:
    sent = 0

    async def flood() -> AsyncIterator[bytes]:
        nonlocal sent
        for _ in range(80):
            sent += 1024 * 1024
            yield b"x" * 1024 * 1024

    headers = {"Content-Length": str(80 * 1024 * 1024)} if declared else {}
    async with caller(house) as client:
        answer = await client.post("/api/imagine", content=flood(), headers=headers)
    assert (answer.status_code, answer.json()["error"]["code"]) == (413, "too_large")
    assert sent <= LARGEST + 2 * 1024 * 1024
    assert script.heard == []


async def test_an_unknown_address_is_answered_in_the_same_shape(house: FakeHouse) -> None:
    async with caller(house) as client:
        lost = await client.get("/api/nothing")
        wrong = await client.get("/api/imagine")
        other = await client.get("/elsewhere")
    assert (lost.status_code, lost.json()["error"]["code"]) == (404, "no_such_route")
    assert "GET /api/imagine" in wrong.json()["error"]["message"]
    assert other.text == "the page"


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (MissingSecret(engine="gemini", secret="gemini"), 409),
        (Unauthorized(engine="gemini"), 409),
        (Forbidden(engine="gemini"), 409),
        (OutOfCredits(engine="gemini"), 402),
        (ModelGone(engine="gemini", model="m"), 422),
        (ContentRefused(engine="gemini"), 422),
        (EmptyAnswer(engine="gemini"), 502),
        (GalleryError(reason="full"), 500),
        (StudioError(kind="ValueError"), 500),
        (NotAllowed(what="that"), 403),
        (UserError(), 400),
        (RateLimited(engine="gemini"), 429),
        (EngineUnreachable(engine="gemini"), 502),
        (EngineWarmingUp(engine="gemini"), 503),
        (EngineTimedOut(engine="gemini"), 504),
    ],
)
async def test_a_failure_has_a_fitting_status(
    tmp_path: Path, script: Script, error: StudioError, expected: int
) -> None:
    if isinstance(error, EngineError):
        error.retry_after = 7
    script.chat_failures = [error] * 50
    house = FakeHouse(tmp_path, script)
    object.__setattr__(house.settings, "wait_budget", 0.0)
    async with caller(house) as client:
        answer = await client.post("/api/imagine", json={"idea": "x"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (expected, error.code)
    assert answer.headers.get("retry-after") == ("7" if isinstance(error, EngineError) else None)


def test_every_error_has_a_status_and_speaks_every_language() -> None:
    queue: list[type[StudioError]] = [StudioError]
    while queue:
        kind = queue.pop()
        queue += kind.__subclasses__()
        error = kind(engine="gemini") if issubclass(kind, EngineError) else kind()
        assert 400 <= status(error) < 600
        for language in i18n.LANGUAGES:
            told = as_json(error, Translator(language))["error"]
            assert told["message"]
            assert told["cure"]
            assert not told["message"].startswith("errors.")
    assert set(STATUS.values()) >= {400, 401, 403, 409, 429, 502, 503, 504}


# --- who may call ---


@pytest.mark.parametrize("host", ["127.0.0.1:7860", "localhost", "localhost:9", "[::1]:7860"])
async def test_this_machine_may_call(house: FakeHouse, host: str) -> None:
    async with caller(house, host=host, origin=f"http://{host}", sec_fetch_site="same-origin") as client:
        assert (await client.get("/api/models")).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"host": "evil.example"},
        {"host": "127.0.0.1.evil.example:7860"},
        {"host": "evil.example", "origin": "http://evil.example"},
        {"host": "evil@127.0.0.1.nip.io"},
        {"host": "127.0.0.1:99x"},
        {"host": "[::1"},
        {"host": ""},
        {"origin": "http://evil.example"},
        {"origin": "http://127.0.0.1:8000"},
        {"origin": "null"},
        {"sec_fetch_site": "cross-site"},
        {"sec_fetch_site": "same-site"},
    ],
)
@pytest.mark.parametrize("path", ["/api/models", "/api/docs", "/api/nothing", "/mcp"])
async def test_foreign_pages_and_names_are_refused(
    house: FakeHouse, headers: dict[str, str], path: str
) -> None:
    async with caller(house, **headers) as client:
        answer = await client.get(path)
    if headers == {"host": "127.0.0.1:99x"}:
        assert answer.status_code != 403  # the name is this machine's; the port is nobody's business
        return
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "foreign_page")


async def test_a_foreign_form_paints_nothing(house: FakeHouse, script: Script) -> None:
    async with caller(house, origin="http://evil.example") as client:
        answer = await client.post(
            "/api/imagine", content=b'{"idea": "x"}', headers={"Content-Type": "text/plain"}
        )
    assert answer.status_code == 403
    assert script.heard == []


@pytest.mark.parametrize("path", ["/api/imagine", "/api/chat", "/api/recipe", "/mcp", "/mcp/"])
@pytest.mark.parametrize("given", ["", f"Bearer {TOKEN}x", "Bearer ", f"Basic {TOKEN}", TOKEN, "Bearer ñ"])
async def test_a_public_server_wants_the_token(public_house: FakeHouse, path: str, given: str) -> None:
    async with caller(public_house) as client:
        answer = await client.post(
            path, json={"idea": "x", "text": "x"}, headers={b"authorization": given.encode("latin-1")}
        )
    assert (answer.status_code, answer.json()["error"]["code"]) == (401, "token_refused")
    assert answer.headers["www-authenticate"] == "Bearer"
    assert public_house.seen == []


async def test_the_token_opens_it_under_any_name(public_house: FakeHouse) -> None:
    async with caller(public_house, host="art.example", authorization=f"bearer {TOKEN}") as client:
        answer = await client.post("/api/imagine", json={"idea": "x"})
    assert answer.status_code == 200


@pytest.mark.parametrize("given", ["", "Bearer ", "Bearer x"])
async def test_without_a_token_set_a_public_api_is_closed(tmp_path: Path, given: str) -> None:
    house = FakeHouse(tmp_path, public=True)
    async with caller(house, authorization=given) as client:
        answer = await client.get("/api/models")
        page = await client.get("/api/docs")
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "api_closed")
    assert "IMAGINARIO_API_TOKEN" in answer.json()["error"]["cure"]
    assert page.status_code == 200


@pytest.mark.parametrize(
    "settings",
    [{"public": True}, {"auth": "a:b"}, {"share": True}, {"host": "0.0.0.0"}, {"host": "192.168.1.5"}],
)
def test_whatever_lets_strangers_in_closes_the_api(tmp_path: Path, settings: dict[str, Any]) -> None:
    assert refusal({"host": "127.0.0.1"}, Settings(data_dir=tmp_path, **settings)) is not None


def test_only_what_is_open_is_open(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path, public=True, api_token=TOKEN)
    assert refusal({}, settings, open_to_all=True) is None
    assert refusal({}, settings) is not None


async def test_a_picture_called_docs_is_not_open(public_house: FakeHouse) -> None:
    async with caller(public_house) as client:
        assert (await client.get("/api/pictures/docs")).status_code == 401
        assert (await client.get("/mcp/docs")).text == "the page"


# --- keys ---


async def test_callers_bring_own_keys_for_one_call(public_house: FakeHouse) -> None:
    headers = {"authorization": f"Bearer {TOKEN}", "x_gemini_key": f' "{KEY}" ', "x_hf_token": ""}
    async with caller(public_house, **headers) as client:
        await client.post("/api/imagine", json={"idea": "x"})
        first = public_house.seen[-1]
        del client.headers["x-gemini-key"]
        await client.post("/api/imagine", json={"idea": "x"})
    assert {name: secret.reveal() for name, secret in first.items()} == {"gemini": KEY}
    assert public_house.seen[-1] == {}


async def test_strangers_never_spend_the_keys_of_the_house(tmp_path: Path, script: Script) -> None:
    environ = {"GEMINI_API_KEY": KEY}
    house = FakeHouse(tmp_path, script, environ=environ, public=True, api_token=TOKEN)
    async with caller(house, authorization=f"Bearer {TOKEN}") as client:
        await client.post("/api/imagine", json={"idea": "x"})
    assert house.seen == [{}]
    at_home = FakeHouse(tmp_path, script, environ=environ)
    async with caller(at_home) as client:
        await client.post("/api/imagine", json={"idea": "x"})
    assert set(at_home.seen[-1]) == {"gemini"}


async def test_no_key_comes_back_or_into_the_log(
    public_house: FakeHouse, script: Script, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    script.chat_failures = [Unauthorized(engine="gemini", detail="no")]
    headers = {"authorization": f"Bearer {TOKEN}", "x_gemini_key": KEY, "x_hf_token": "hf_" + "a1B2" * 8}
    shown = ""
    async with caller(public_house, **headers) as client:
        for path, body in (("imagine", {"idea": "x"}), ("imagine", {"idea": "x"}), ("chat", {"text": "x"})):
            answer = await client.post(f"/api/{path}", json=body)
            shown += answer.text + str(answer.headers)
        shown += (await client.get("/api/models")).text
        bad = await client.get("/api/models", headers={"X-Gemini-Key": "two words"})
        shown += bad.text
    assert bad.json()["error"]["message"].startswith("The request can't be read: X-Gemini-Key")
    log = caplog.text
    for secret in (KEY, TOKEN, "a1B2a1B2", "two words"):
        assert secret not in shown
        assert secret not in log


async def test_owners_do_not_name_the_token(public_house: FakeHouse) -> None:
    async with caller(public_house, authorization=f"Bearer {TOKEN}") as client:
        await client.post("/api/imagine", json={"idea": "x", "return": "url"})
    (picture,) = [p for p, _ in public_house.gallery._pictures.values()]  # type: ignore[attr-defined]
    assert picture.owner.startswith("api-")
    assert TOKEN not in picture.owner


# --- what it says about itself ---


async def test_openapi_names_every_operation(house: FakeHouse) -> None:
    async with caller(house) as client:
        told = (await client.get("/api/openapi.json")).json()
    assert set(told["paths"]) == {
        *("/imagine", "/cartoonize", "/chat", "/recipe", "/models", "/pictures/{picture_id}")
    }
    assert told["servers"] == [{"url": "/api"}]
    fields = told["components"]["schemas"]["ImagineIn"]["properties"]
    assert fields["idea"]["maxLength"] == LONGEST
    assert "return" in fields


@pytest.mark.parametrize("language", i18n.LANGUAGES)
async def test_the_page_about_it_needs_nothing_from_elsewhere(house: FakeHouse, language: str) -> None:
    async with caller(house, accept_language=language) as client:
        answer = await client.get("/api/docs")
        sheet = await client.get("/api/docs.css")
    t = Translator(language)
    assert f'<html lang="{language}">' in answer.text
    for word in ("POST /api/imagine", "GET /api/models", "/mcp", t("api.op.chat"), "aspect_ratio"):
        assert word in answer.text
    assert "http" not in answer.text.replace("<!doctype html>", "")
    assert "<script" not in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert sheet.headers["content-type"].startswith("text/css")
    assert "api.op" not in answer.text
    assert "api.docs" not in answer.text


async def test_the_language_said_wins_over_the_header(house: FakeHouse) -> None:
    async with caller(house, accept_language="es") as client:
        asked = {"idea": "x", "engine": "dali", "language": "pt"}
        answer = await client.post("/api/imagine", json=asked, headers={"Accept": "text/event-stream"})
        plain = await client.post("/api/imagine", json={"idea": "x", "engine": "dali"})
    assert "não" in dict(events_of(answer.text))["failed"]["error"]["message"]
    assert "no es posible" in plain.json()["error"]["message"]
