"""The page as a person uses it: open, say, look, tap."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from playwright.async_api import Download, Locator, Page, Request, Route, expect

from imaginario.i18n import locales_dir
from tests.browser.server import Server

PREDICT = "**/gradio_api/run/predict*"
"""Where events go that are answered at once."""
PICTURE_MS = 60_000
"""Milliseconds a picture may take before a test gives up."""


class SlowLine:
    """The events of a page that are answered at once, held back until they are let go."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._free = asyncio.Event()
        self.waits = asyncio.Event()
        """Set once the first of them waits."""

    @property
    def free(self) -> bool:
        """Whether they were let go."""
        return self._free.is_set()

    async def __call__(self, route: Route) -> None:
        """What Playwright calls for each of them."""
        self.waits.set()
        await self._free.wait()
        await route.continue_()

    async def let_go(self) -> None:
        """Send on what waits, and end with it: it must not end in another test."""
        self._free.set()
        await self._page.unroute_all(behavior="wait")


class Face:
    """One open tab. Nothing here waits for a fixed time."""

    def __init__(self, page: Page, server: Server, language: str = "en") -> None:
        self.page = page
        self.server = server
        self.words: dict[str, str] = json.loads((locales_dir() / f"{language}.json").read_text("utf-8"))
        self.box = page.locator("#tx textarea")
        self.answers = page.locator('#cb [data-testid="bot"]')
        self.questions = page.locator('#cb [data-testid="user"]')
        self.last = self.answers.last
        self.chips = page.locator("#cb .options button")
        self.easel = page.locator("#easel")
        self.picture = page.locator("#easel figure.easel > a > img")
        self.send = page.get_by_test_id("submit-button")
        self.stop = page.locator("#tx .stop-button")
        self.suggestions = page.locator("#slash [role=option]")

    async def open(self, path: str = "/") -> Face:
        """Load the page; returns when it can be written to and has been filled."""
        await self.page.goto(f"{self.server.url}{path}")
        await self.ready()
        return self

    async def ready(self) -> None:
        """Wait until the page has said who it is: its header comes from the server."""
        await expect(self.page.locator(".head h1")).to_be_visible(timeout=PICTURE_MS)
        await expect(self.easel.locator(".easel")).to_be_visible()
        await expect(self.box).to_be_visible()

    async def say(self, text: str) -> None:
        """Write a message and send it."""
        await self.box.fill(text)
        await self.box.press("Enter")

    async def slow_line(self) -> SlowLine:
        """From now on what the page tells of a menu, a field or a tick does not arrive."""
        line = SlowLine(self.page)
        await self.page.route(PREDICT, line)
        return line

    async def idle(self) -> None:
        """Wait until the turn is over: there is a button to send, and none to stop."""
        await expect(self.stop).to_have_count(0, timeout=PICTURE_MS)
        await expect(self.send).to_be_visible()

    async def tell(self, text: str, *, turn: int = 1) -> str:
        """Say something and wait for the end of the answer, which is the answer number `turn`."""
        await self.say(text)
        await expect(self.answers).to_have_count(turn, timeout=PICTURE_MS)
        await self.idle()
        return await self.last.inner_text()

    async def painted(self) -> str:
        """Wait for a finished picture on the easel that the browser has decoded; answers its gallery id."""
        await expect(self.picture).to_be_visible(timeout=PICTURE_MS)
        await self.idle()
        await expect(self.picture).to_have_js_property("complete", True)
        source = await self.picture.get_attribute("src") or ""
        assert await self.picture.evaluate("i => i.naturalWidth") > 0
        return source.removeprefix("/media/")

    async def chip(self, action: str) -> None:
        """Tap the way out of this name."""
        await self.chip_of(action).click()

    def chip_of(self, action: str) -> Locator:
        """The way out of this name below the last answer."""
        return self.chips.get_by_text(self.words[f"actions.{action}"], exact=True)

    async def listed(self) -> None:
        """Wait until the page has opened with all that it asks for, the providers' lists too."""
        await expect(self.page.locator("#chat-model input")).not_to_have_value("")
        await self.page.wait_for_load_state("networkidle")

    async def pick(self, menu: str, title: str) -> None:
        """Pick an entry of a menu by the beginning or another part of its title."""
        await self.page.locator(f"#{menu} input").click()
        await self.page.get_by_role("option", name=re.compile(re.escape(title))).first.click()

    async def choose(self, menu: str, title: str) -> None:
        """Pick an entry of a menu once the page has opened; waits until it is taken."""
        await self.listed()
        async with self.taken():
            await self.pick(menu, title)

    @asynccontextmanager
    async def taken(self) -> AsyncGenerator[None, None]:
        """Wait at the end for the server's answer to what is done inside, and to nothing begun before."""
        begun: list[Request] = []

        def note(request: Request) -> None:
            if request.url.partition("?")[0].endswith("/run/predict"):
                begun.append(request)

        self.page.on("request", note)
        async with self.page.expect_response(lambda answer: answer.request in begun):
            yield
        self.page.remove_listener("request", note)

    async def download(self) -> Download:
        """Tap Download on the easel."""
        async with self.page.expect_download() as waiting:
            await self.easel.locator(".easel-download").click()
        return await waiting.value

    async def settings(self) -> None:
        """Open the Settings tab."""
        await self.page.get_by_role("tab", name=self.words["ui.tab_settings"]).click()
        await expect(self.page.locator("#key-gemini-field input")).to_be_visible()

    async def chat(self) -> None:
        """Open the Chat tab."""
        await self.page.get_by_role("tab", name=self.words["ui.tab_chat"]).click()
        await expect(self.box).to_be_visible()

    def key(self, name: str, part: str = "state") -> Locator:
        """A part of one key's row: state, field, save, test, forget, remember."""
        inside = {"field": " input", "remember": " input"}.get(part, "")
        return self.page.locator(f"#key-{name}-{part}{inside}")

    async def text(self) -> str:
        """All that can be read on the page."""
        return await self.page.locator("body").inner_text()

    async def stored(self) -> str:
        """Everything the browser keeps for this page: both storages, databases' names, cookies."""
        kept: str = await self.page.evaluate(
            "async () => JSON.stringify([localStorage, sessionStorage, await indexedDB.databases()])"
        )
        return kept + json.dumps(await self.page.context.cookies())

    async def overflow(self) -> int:
        """Pixels by which the page is wider than its window."""
        return await self.page.evaluate("document.documentElement.scrollWidth - innerWidth")


def gallery_file(server: Server, picture_id: str) -> Path:
    """Where the server keeps a picture."""
    return server.data / "pictures" / f"{picture_id}.png"


class Watch:
    """Notes what no page may do: call elsewhere, break its own policy, stumble, show a marker."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.complaints: list[str] = []

    def over(self, page: Page) -> None:
        """Watch this page."""
        page.on("request", lambda request: self._requested(request.url))
        page.on("pageerror", lambda error: self.complaints.append(f"script error: {error}"))
        page.on("console", self._said)

    def _requested(self, url: str) -> None:
        if not url.startswith((f"{self.server.url}/", "data:", "blob:")):
            self.complaints.append(f"called elsewhere: {url}")

    def _said(self, message: Any) -> None:
        closing = "AbortError" in message.text or "errored out" in message.text  # a page that goes, reloading
        away = self.server.has_been_away and "net::ERR_CONNECTION_" in message.text
        excused = closing or away
        if "Content Security Policy" in message.text or (message.type == "error" and not excused):
            self.complaints.append(f"console: {message.text}")
