"""A browser that was here before is a stranger again: what the tests share carries nobody's things."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest_asyncio
from playwright.async_api import Browser, expect

from tests.browser.face import Face
from tests.browser.rooms import KEPT, Rooms
from tests.browser.server import Server

OPTIONS: dict[str, Any] = {"locale": "pt-BR", "reduced_motion": "reduce"}
WRITE = """async () => {
    localStorage.setItem("a", "1");
    document.cookie = "b=2";
    await caches.open("c");
    await new Promise((done) => { indexedDB.open("d").onsuccess = done; });
}"""
READ = """async () => [
    localStorage.length, document.cookie, (await caches.keys()).length, (await indexedDB.databases()).length,
]"""


@pytest_asyncio.fixture(loop_scope="session")
async def rooms(browser: Browser) -> AsyncIterator[Rooms]:
    """Rooms of this test alone: none is free before it begins."""
    own = Rooms(browser)
    yield own
    await own.close()


async def test_the_next_visitor_finds_nothing_of_the_last(rooms: Rooms, plain: Server) -> None:
    first = await rooms.lend(plain.url, **OPTIONS)
    face = await Face(await first.context.new_page(), plain, "pt-BR").open()
    await face.tell("/ajuda")
    await face.page.evaluate(WRITE)
    assert await face.page.evaluate(READ) == [1, "b=2", 1, 1]
    other = await rooms.lend(plain.url, **OPTIONS)
    assert other is not first
    await rooms.take_back(first)
    second = await rooms.lend(plain.url, **OPTIONS)
    assert second is first
    assert await second.context.cookies() == []
    face = await Face(await second.context.new_page(), plain, "pt-BR").open()
    assert await face.page.evaluate(READ) == [0, "", 0, 0]
    await expect(face.answers).to_have_count(0)
    for room in (second, other):
        await rooms.take_back(room)


async def test_a_browser_that_was_never_here_can_be_had(rooms: Rooms, plain: Server) -> None:
    known = await rooms.lend(plain.url, **OPTIONS)
    await rooms.take_back(known)
    fresh = await rooms.lend(plain.url, fresh=True, **OPTIONS)
    assert fresh is not known
    assert fresh.options == known.options
    for room in (fresh, *[await rooms.lend(plain.url, **OPTIONS) for _ in range(KEPT)]):
        await rooms.take_back(room)
    assert len(rooms.free) == KEPT
