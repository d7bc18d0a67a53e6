"""Open to strangers: no key of the house, none remembered; and a password where one is set."""

from __future__ import annotations

import json

import httpx
from playwright.async_api import Browser, Error, expect

from tests.browser.conftest import Visit
from tests.browser.contracts import Gemini, HuggingFace
from tests.browser.server import Server

PASSWORD = {"username": "ana", "password": "jabuticaba"}


async def test_the_keys_of_the_house_are_for_nobody(
    visit: Visit, public: Server, gemini: Gemini, huggingface: HuggingFace
) -> None:
    face = await visit(public)
    await face.say("/imagine a cat")
    await face.painted()
    await expect(face.easel.locator(".easel-label")).to_have_text(face.words["label.builtin"])
    await face.settings()
    for name in ("gemini", "huggingface"):
        await expect(face.key(name, "state")).to_contain_text(face.words["keys.none"])
        await expect(face.key(name, "remember")).to_have_count(0)
    assert gemini.requests == huggingface.requests == []
    assert gemini.key[-4:] not in await face.text()


async def test_a_strangers_key_lives_in_that_visit_only(visit: Visit, public: Server, gemini: Gemini) -> None:
    ana, bob = await visit(public), await visit(public)
    await ana.settings()
    await ana.key("gemini", "field").fill(gemini.key)
    await ana.key("gemini", "save").click()
    known = ana.words["keys.from_session"].format(hint=f"…{gemini.key[-4:]}")
    await expect(ana.key("gemini", "state")).to_contain_text(known)
    await ana.chat()
    assert await ana.tell("hi") == "You said: hi"
    asked = len(gemini.requests)
    await bob.tell("hi")
    assert len(gemini.requests) == asked
    await bob.settings()
    await expect(bob.key("gemini", "state")).to_contain_text(bob.words["keys.none"])
    assert [path for path in public.files() if gemini.key.encode() in path.read_bytes()] == []


async def test_nobody_can_make_a_public_server_write_a_key(
    visit: Visit, public: Server, gemini: Gemini
) -> None:
    face = await visit(public)
    config = await (await face.page.request.get(f"{public.url}/config")).json()
    texts = {c["id"] for c in config["components"] if c["props"].get("elem_id") == "key-gemini-field"}
    saving = [d["id"] for d in config["dependencies"] if d["inputs"] and d["inputs"][0] in texts]
    assert saving
    for number in saving:
        body = {"data": [gemini.key, True], "fn_index": number, "session_hash": "abcdefgh"}
        answer = await face.page.request.post(
            f"{public.url}/gradio_api/run/predict",
            data=json.dumps(body),
            headers={"content-type": "application/json"},
        )
        assert answer.status == 200
        assert gemini.key not in await answer.text()
    assert not (public.data / "keys.json").exists()


async def test_a_password_stands_before_pages_pictures_and_events(guarded: Server) -> None:
    async with httpx.AsyncClient(base_url=guarded.url) as client:
        for path in (
            "/",
            "/config",
            "/media/x",
            "/attached/x/0",
            "/own/imaginario.js",
            "/gradio_api/queue/data",
        ):
            answer = await client.get(path)
            assert answer.status_code == 401
            assert answer.headers["www-authenticate"].startswith("Basic")
        for path in ("/gradio_api/queue/join", "/gradio_api/run/predict", "/gradio_api/upload"):
            assert (await client.post(path, json={})).status_code == 401
        for auth in (("ana", "wrong"), ("bob", "jabuticaba"), ("", "")):
            assert (await client.get("/", auth=auth)).status_code == 401
        assert (await client.get("/healthz")).status_code == 200
        assert (await client.get("/config", auth=("ana", "jabuticaba"))).status_code == 200


async def test_with_the_password_everything_works(visit: Visit, guarded: Server) -> None:
    face = await visit(guarded, http_credentials=PASSWORD)
    await face.say("/imagine a cat")
    await face.painted()
    assert (await face.download()).suggested_filename.endswith(".png")
    await face.settings()
    await expect(face.key("gemini", "remember")).to_have_count(0)
    assert "jabuticaba" not in await face.page.content() + guarded.log


async def test_without_it_the_browser_shows_nothing(browser: Browser, guarded: Server) -> None:
    context = await browser.new_context()
    page = await context.new_page()
    answers: list[int] = []
    page.on("response", lambda answer: answers.append(answer.status))
    refused = ""
    try:
        await page.goto(guarded.url)
    except Error as error:  # a Chromium with windows shows a page of its own
        refused = str(error)
    assert "ERR_INVALID_AUTH_CREDENTIALS" in refused or answers == [401]
    await expect(page.locator(".head, #tx, #easel, script")).to_have_count(0)
    await context.close()
