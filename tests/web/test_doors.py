"""The whole app: which addresses answer, and that no other page can read them."""

from __future__ import annotations

from inspect import isasyncgenfunction, iscoroutinefunction

import httpx
import pytest
from fastapi import APIRouter, FastAPI
from starlette.routing import Mount

from imaginario.i18n import LANGUAGES, Translator
from tests.web.conftest import HOME_URL, VISITOR, Build, as_visitor

ANSWERING = {
    "", "/", "/config", "/config/", "/theme.css", "/robots.txt", "/manifest.json", "/pwa_icon",
    "/favicon.ico", "/gradio_api/app_id", "/gradio_api/startup-events", "/gradio_api/theme.css",
}  # fmt: skip
"""Where the framework may answer a GET, addresses with a blank left out; none tells of anybody."""


_NONE = APIRouter()


def framework_paths(app: FastAPI) -> set[str]:
    """Every address of the mounted framework that has no blank to fill in."""
    mounted = next(r.app for r in app.routes if isinstance(r, Mount) and r.path == "")
    found: set[str] = set()
    waiting = list(mounted.routes)  # type: ignore[attr-defined]
    while waiting:
        route = waiting.pop()
        if path := getattr(route, "path", ""):
            found.add(path)
        waiting += getattr(route, "routes", ()) or getattr(route, "original_router", _NONE).routes
    return {path for path in found if "{" not in path}


async def test_the_framework_answers_nowhere_else(app: FastAPI, client: httpx.AsyncClient) -> None:
    paths = framework_paths(app)
    assert {"/config", "/gradio_api/info", "/monitoring"} <= paths
    assert {p for p in paths if (await client.get(p)).status_code not in (404, 405, 422)} <= ANSWERING


@pytest.mark.parametrize(
    "path", ["/", "/config", "/media/x", "/gradio_api/queue/data", "/api/models", "/own/logo.svg"]
)
async def test_no_answer_is_shared_with_other_origins(client: httpx.AsyncClient, path: str) -> None:
    for origin in ("https://evil.example", "null", HOME_URL):
        answer = await client.get(path, headers={"origin": origin})
        assert not [name for name in answer.headers if name.startswith("access-control-allow")]
    asked = {"origin": "https://evil.example", "access-control-request-method": "POST"}
    answer = await client.options(path, headers=asked)
    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_event_without_a_cookie_is_refused_in_words(
    client: httpx.AsyncClient, language: str
) -> None:
    body = {"data": [], "fn_index": 0, "session_hash": "abcdefg"}
    answer = await client.post("/gradio_api/run/predict", json=body, headers={"cookie": f"lang={language}"})
    assert answer.status_code == 403
    assert answer.json()["error"] == answer.json()["detail"] == Translator(language)("page.no_cookie")


def test_every_handler_runs_on_the_loop(app: FastAPI) -> None:
    mounted = next(r.app for r in app.routes if isinstance(r, Mount) and r.path == "")
    handlers = [f.fn for f in mounted.get_blocks().fns.values() if f.fn]  # type: ignore[attr-defined]
    assert len(handlers) > 10
    in_threads = [h for h in handlers if not (iscoroutinefunction(h) or isasyncgenfunction(h))]
    assert in_threads == []


async def test_health(client: httpx.AsyncClient) -> None:
    assert (await client.get("/healthz")).json() == {"ok": True}


async def test_suggestions_come_in_the_language_of_the_page(client: httpx.AsyncClient) -> None:
    said = {}
    for language in ("en", "pt-BR", "es", "zh-CN"):
        answer = await client.get("/own/commands.json", headers={"cookie": f"lang={language}"})
        commands = {c["name"]: c for c in answer.json()}
        assert "画" in commands["imagine"]["words"]
        said[language] = commands["imagine"]["help"]
    assert len(set(said.values())) == 4


@pytest.mark.parametrize(
    "name", ["../server.py", "server.py", "style.css", "%2e%2e%2fserver.py", "imaginario.js/"]
)
async def test_only_the_files_of_the_page_are_given_out(client: httpx.AsyncClient, name: str) -> None:
    assert (await client.get(f"/own/{name}")).status_code in (404, 307)


async def test_the_language_link_sets_a_cookie_and_returns(client: httpx.AsyncClient) -> None:
    answer = await client.get("/lang/pt-BR")
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert answer.headers["set-cookie"].startswith("lang=pt-BR;")
    assert (await client.get("/lang/xx")).status_code == 404


async def test_the_page_and_its_config_hold_no_visitor_and_no_path(build: Build) -> None:
    async with as_visitor(build()) as client:
        page = await client.get("/", headers={"accept": "text/html"})
        config = await client.get("/config")
    assert page.status_code == config.status_code == 200
    for text in (page.text, config.text):
        assert VISITOR not in text
        assert "/data/pictures" not in text
    assert {e["api_visibility"] for e in config.json()["dependencies"]} == {"private"}
