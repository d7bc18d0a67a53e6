"""The guard around every request: who comes in, what stays shut, what each answer carries."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from starlette.datastructures import Headers

from imaginario.settings import Settings
from imaginario.web.middleware import MAX_EVENT, Guard
from imaginario.web.seal import Seal
from imaginario.web.visitors import COOKIE
from tests.web.conftest import as_visitor, ask

PAGE = b"<html><head><title>x</title></head><body>page</body></html>"
HTML = {"accept": "text/html,application/xhtml+xml"}
AT_HOME = {"host": "127.0.0.1:7860"}
SAYS_HI = "Basic " + base64.b64encode(b"ana:jabuticaba").decode()


async def house(scope: Any, receive: Any, send: Any) -> None:
    """An app that answers everything: a page to whom takes one, in two pieces, plain text to others."""
    html = b"text/html" in dict(scope["headers"]).get(b"accept", b"")
    kind = b"text/html; charset=utf-8" if html else b"text/plain"
    length = str(len(PAGE)).encode()
    headers = [(b"content-type", kind), (b"content-length", length), (b"cache-control", b"max-age=9")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": PAGE[:20], "more_body": True})
    await send({"type": "http.response.body", "body": PAGE[20:]})


async def fetch(method: str = "GET", path: str = "/", scheme: str = "http", **told: Any) -> httpx.Response:
    """One request through the guard; `told` are settings, and `headers`."""
    headers = {**AT_HOME, **told.pop("headers", {})}
    asked: dict[str, Any] = {"content": content} if (content := told.pop("content", None)) is not None else {}
    transport = httpx.ASGITransport(Guard(house, Settings(**told)))  # type: ignore[arg-type]
    async with httpx.AsyncClient(transport=transport, base_url=f"{scheme}://127.0.0.1:7860") as client:
        return await client.request(method, path, headers=headers, **asked)


def known(name: str = "ana", also: str = "") -> dict[str, str]:
    """Headers of somebody with a cookie of this server."""
    return {"cookie": f"{COOKIE}={Seal.kept(Settings().data_dir).sealed(name)}{also}"}


SHUT = (
    "/gradio_api/info", "/gradio_api/info/", "/gradio_api/openapi.json", "/gradio_api/deep_link",
    "/gradio_api/deep_link?session_hash=x", "/gradio_api/call/send", "/gradio_api/run/send",
    "/gradio_api/api/predict", "/gradio_api/proxy=https://example.com/", "/gradio_api/runs",
    "/gradio_api/run-history/records", "/gradio_api/vibe-code/", "/gradio_api/dev/reload",
    "/gradio_api/file=https://example.com/x.png", "/gradio_api/file=http://127.0.0.1/", "/gradio_api/file/x",
    "/gradio_api/component_server", "/gradio_api/process_recording", "/gradio_api/mcp/",
    "/gradio_api/profiling/summary", "/gradio_api/something_new", "/monitoring", "/monitoring/summary",
    "/openapi.json", "/login", "/logout",
)  # fmt: skip
OPEN = (
    "/", "/config", "/assets/x.js", "/theme.css", "/gradio_api/queue/join?", "/gradio_api/queue/data",
    "/gradio_api/run/predict", "/gradio_api/cancel", "/gradio_api/upload", "/gradio_api/upload_progress",
    "/gradio_api/file=/tmp/x.png", "/gradio_api/heartbeat/abc", "/media/abc", "/healthz",
)  # fmt: skip


@pytest.mark.parametrize("path", SHUT)
async def test_what_leaks_is_shut(path: str) -> None:
    assert (await fetch(path=path)).status_code == 404


@pytest.mark.parametrize("path", OPEN)
async def test_what_the_page_needs_is_open(path: str) -> None:
    assert (await fetch(path=path)).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "evil.example:7860", "127.0.0.1.evil.example", "", "[::"])
async def test_a_foreign_name_for_this_machine_is_refused(host: str) -> None:
    assert (await fetch(headers={"host": host})).status_code == 403


@pytest.mark.parametrize("host", ["localhost:7860", "127.0.0.1", "[::1]:7860", "LOCALHOST"])
async def test_this_machine_may_be_called_by_its_own_names(host: str) -> None:
    assert (await fetch(headers={"host": host})).status_code == 200


async def test_in_public_any_name_will_do() -> None:
    assert (await fetch(public=True, headers={"host": "studio.example"})).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site", "origin": "http://127.0.0.1:7860"},
    ],
)
@pytest.mark.parametrize("public", [False, True])
async def test_another_page_can_change_nothing(headers: dict[str, str], public: bool) -> None:
    for path in ("/gradio_api/queue/join", "/gradio_api/run/predict", "/gradio_api/upload"):
        assert (await fetch("POST", path, headers=headers, public=public)).status_code == 403
    assert (await fetch("GET", "/config", headers=headers, public=public)).status_code == 200


async def test_our_own_page_and_programs_may() -> None:
    own = {"origin": "http://127.0.0.1:7860", "sec-fetch-site": "same-origin"}
    for headers in (own, {}):
        answer = await fetch("POST", "/gradio_api/queue/join", headers=headers | known())
        assert answer.status_code == 200


@pytest.mark.parametrize("public", [False, True])
async def test_events_are_taken_only_from_whom_we_gave_a_cookie(public: bool) -> None:
    made_up = {"cookie": f"{COOKIE}={'a' * 32}.{'0' * 32}"}
    for path in ("queue/join", "run/predict", "upload", "cancel", "reset"):
        for headers in ({}, {"cookie": f"{COOKIE}=visitor-with-a-long-cookie"}, made_up):
            answer = await fetch("POST", f"/gradio_api/{path}", headers=headers, public=public)
            assert answer.status_code == 403
        answer = await fetch("POST", f"/gradio_api/{path}", headers=known(), public=public)
        assert answer.status_code == 200


@pytest.mark.parametrize(
    ("path", "size", "status"),
    [
        ("queue/join", MAX_EVENT, 200),
        ("queue/join", MAX_EVENT + 1, 413),
        ("run/predict", MAX_EVENT + 1, 413),
        ("upload", MAX_EVENT + 1, 200),
    ],
)
async def test_an_event_is_short(path: str, size: int, status: int) -> None:
    answer = await fetch("POST", f"/gradio_api/{path}", headers=known(), content=b"x" * size)
    assert answer.status_code == status


async def test_an_event_says_how_long_it_is() -> None:
    async def pieces() -> AsyncIterator[bytes]:
        yield b"{}"

    answer = await fetch("POST", "/gradio_api/queue/join", headers=known(), content=pieces())
    assert answer.status_code == 411


@pytest.mark.parametrize(
    ("given", "inside"),
    [
        ({"cookie": "a=1"}, "a=1"),
        ({"cookie": f"a=1; {COOKIE}=made-up"}, "a=1"),
        ({"cookie": f"{COOKIE} =made-up"}, None),
        ({"cookie": f" {COOKIE}=made-up;{COOKIE} =x;b=2"}, "b=2"),
    ],
)
async def test_inside_there_is_the_plain_id_or_none(given: dict[str, str], inside: str | None) -> None:
    assert await cookies_inside(given) == inside
    mine = known(also=f"; {given['cookie']}")
    assert await cookies_inside(mine) == "; ".join(filter(None, [inside, f"{COOKIE}=ana"]))


async def cookies_inside(headers: dict[str, str]) -> str | None:
    """The cookie header that the app behind the guard sees."""
    seen: list[str | None] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        seen.append(Headers(scope=scope).get("cookie"))
        await house(scope, receive, send)

    transport = httpx.ASGITransport(Guard(app, Settings()))  # type: ignore[arg-type]
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:7860") as client:
        await client.get("/", headers={**AT_HOME, **headers})
    return seen[0]


@pytest.mark.parametrize(
    "header", ["", "Basic", "Basic !!!", "Bearer x", SAYS_HI[:-4], SAYS_HI + "eA==", "Basic YW5hOg=="]
)
async def test_without_the_password_nobody_comes_in(header: str) -> None:
    for path in ("/", "/media/x", "/attached/x/0", "/config", "/gradio_api/queue/data", "/mcpx", "/apix"):
        answer = await fetch(path=path, auth="ana:jabuticaba", headers={"authorization": header})
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"].startswith("Basic ")


async def test_with_the_password_one_does() -> None:
    for told in (SAYS_HI, SAYS_HI.replace("Basic", "basic")):
        assert (await fetch(auth="ana:jabuticaba", headers={"authorization": told})).status_code == 200


async def test_health_needs_no_password_and_the_api_has_its_own_guard() -> None:
    for path in ("/healthz", "/api/imagine", "/mcp", "/mcp/"):
        assert (await fetch(path=path, auth="ana:jabuticaba")).status_code == 200


async def test_every_answer_carries_the_protecting_headers() -> None:
    refused = [await fetch(path="/monitoring"), await fetch(headers={"host": "evil"})]
    for answer in (await fetch(), await fetch(headers=HTML), await fetch("POST"), *refused):
        policy = answer.headers["content-security-policy"]
        assert "default-src 'self'" in policy
        assert "unsafe-eval" not in policy
        assert not re.search(r"https?:|\*", policy)
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "same-origin"


async def test_a_page_gives_a_cookie_that_scripts_cannot_read() -> None:
    given = (await fetch(headers=HTML)).headers["set-cookie"]
    assert re.fullmatch(
        COOKIE + r"=[\w-]{32,}\.[0-9a-f]{32}; Path=/; HttpOnly; SameSite=Lax; Max-Age=\d+", given
    )
    other = (await fetch(headers=HTML)).headers["set-cookie"]
    assert given != other


async def test_the_cookie_is_for_https_only_where_there_is_https() -> None:
    assert "; Secure" in (await fetch(scheme="https", headers=HTML)).headers["set-cookie"]


async def test_who_has_a_cookie_keeps_it_and_programs_get_none() -> None:
    assert "set-cookie" not in (await fetch(headers={**HTML, **known()})).headers
    assert "set-cookie" not in (await fetch()).headers


@pytest.mark.parametrize("value", ["", "abc", "visitor-with-a-long-cookie", "a" * 32 + "." + "0" * 32])
async def test_a_cookie_of_somebody_elses_making_is_replaced(value: str) -> None:
    answer = await fetch(headers={**HTML, "cookie": f"{COOKIE}={value}"})
    assert answer.headers["set-cookie"].startswith(f"{COOKIE}=")


@pytest.mark.parametrize(
    ("cookie", "locale", "accepts", "language"),
    [
        ("", "", "", "en"),
        ("", "", "pt", "pt-BR"),
        ("", "", "zh-TW,zh;q=0.9", "zh-CN"),
        ("", "", "fr;q=0.9,es-MX;q=0.8,en;q=0.7", "es"),
        ("", "es", "pt-BR", "es"),
        ("lang=zh-CN", "es", "pt-BR", "zh-CN"),
        ("lang=klingon", "", "pt-BR", "pt-BR"),
        ("lang=</script>", "", "", "en"),
    ],
)
async def test_the_page_is_told_its_language(cookie: str, locale: str, accepts: str, language: str) -> None:
    answer = await fetch(locale=locale, headers={**HTML, "cookie": cookie, "accept-language": accepts})
    found = re.match(r"<html><head><script>(.*?)</script><title>", answer.text)
    assert found
    assert f"return {json.dumps(language)}" in found[1]
    assert answer.text.endswith("<body>page</body></html>")
    assert answer.headers["content-length"] == str(len(answer.content))
    assert answer.headers["cache-control"] == "no-store"


async def test_what_is_no_page_passes_untouched() -> None:
    answer = await fetch()
    assert answer.content == PAGE
    assert answer.headers["cache-control"] == "max-age=9"


@pytest.mark.parametrize("headers", [{"host": "evil.example"}, {"origin": "http://evil.example"}])
async def test_a_foreign_request_is_told_so_and_not_to_allow_cookies(
    app: FastAPI, headers: dict[str, str]
) -> None:
    async with as_visitor(app) as known, ask(app) as stranger:
        for client in (known, stranger):
            told = {**headers, "accept-language": "pt"}
            answer = await client.post("/gradio_api/queue/join", json={}, headers=told)
            assert answer.status_code == 403
            assert "veio de outro site" in answer.json()["detail"]
            assert "cookie" not in answer.json()["detail"]
