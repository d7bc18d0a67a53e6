"""Contexts of the browser that are tidied up after a visit and lent to the next visitor.

A new context reads and compiles the whole page anew, which costs more than most tests do. One that was here
before is like a browser that comes back: it has the page's files, and nothing of a person: no cookie,
nothing stored, no page.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from playwright.async_api import Browser, BrowserContext, Page

KEPT = 6
"""Empty contexts that are kept; each has a process of its own with about 80 MB."""


@dataclass(eq=False)
class Room:
    """A context, the options it was made with, an empty page, and the servers that were visited.

    Where one page stays open the next opens in half the time, and the browser keeps what it has compiled.
    """

    options: str
    context: BrowserContext
    empty: Page
    origins: set[str] = field(default_factory=set)


class Rooms:
    """All contexts of one browser."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self.free: list[Room] = []

    async def lend(self, origin: str, *, fresh: bool = False, **options: Any) -> Room:
        """A context with these options for a visit to `origin`; `fresh`: one that was never anywhere."""
        wanted = json.dumps(options, sort_keys=True)
        found = None if fresh else next((room for room in self.free if room.options == wanted), None)
        if found is None:
            context = await self._browser.new_context(**options)
            found = Room(wanted, context, await context.new_page())
        else:
            self.free.remove(found)
        found.origins.add(origin)
        return found

    async def take_back(self, room: Room) -> None:
        """Tidy a context up, and keep it; the one that has been empty for longest makes room."""
        await tidy(room)
        self.free.append(room)
        await self._close(self.free[:-KEPT])
        self.free = self.free[-KEPT:]

    async def close(self) -> None:
        """Close all that are kept."""
        await self._close(self.free)
        self.free = []

    async def _close(self, rooms: Iterable[Room]) -> None:
        for room in rooms:
            await room.context.close()


async def tidy(room: Room) -> None:
    """Leave nothing of a visitor: pages, cookies, permissions, and whatever pages can store."""
    for page in room.context.pages:
        if page is not room.empty:
            await page.close()
    await room.context.clear_cookies()
    await room.context.clear_permissions()
    session = await room.context.new_cdp_session(room.empty)
    for origin in room.origins:
        await session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
    await session.detach()
