"""The model menus while the providers' lists arrive."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from playwright.async_api import Route, expect

from tests.browser.conftest import Visit
from tests.browser.face import PREDICT
from tests.browser.server import Server


class Held:
    """Holds the answer that fills both model menus anew until it is let go."""

    def __init__(self) -> None:
        self.waits = asyncio.Event()
        self.free = asyncio.Event()

    async def __call__(self, route: Route) -> None:
        answer = await route.fetch()
        data: list[Any] = (await answer.json()).get("data") or []
        if len(data) == 2 and all(isinstance(part, dict) and "choices" in part for part in data):
            self.waits.set()
            await self.free.wait()
        await route.fulfill(response=answer)


@pytest.mark.parametrize("menu", ["chat-model", "image-model"])
async def test_a_menu_may_be_open_while_its_list_arrives(visit: Visit, keyed: Server, menu: str) -> None:
    face = await visit(keyed)
    held = Held()
    await face.page.route(PREDICT, held)
    await face.page.reload()
    await asyncio.wait_for(held.waits.wait(), 30)
    field, options = face.page.locator(f"#{menu} input"), face.page.get_by_role("option")
    await expect(field).not_to_have_value("")
    await field.click()
    await expect(options.first).to_be_visible()
    before = await options.count()
    await options.last.hover()
    held.free.set()
    await face.page.unroute_all(behavior="wait")  # what is still on its way must not end in another test
    await expect(options).not_to_have_count(before)
    assert await options.count() > before
    await field.press("ArrowDown")
    await options.last.click()
    await expect(options).to_have_count(0)
    await expect(field).not_to_have_value("")
