"""Several pages of one visitor: Stop means the page it was pressed on, and not too much goes on at once."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from pathlib import Path
from typing import Any

import gradio as gr
import pytest

from imaginario.web.cartoons import CartoonTab
from imaginario.web.chat import ChatTab
from imaginario.web.visitors import Visitors
from tests.faces.fakes import png
from tests.web import desk as kit


def page(tab: str) -> gr.Request:
    """A request from one page of the visitor."""
    request = kit.request()
    request.session_hash = tab
    return request


async def begun(chat: ChatTab, tab: str, text: str) -> asyncio.Task[None]:
    """A message sent from a page, on its way until it is stopped."""
    started = asyncio.Event()

    async def follow() -> None:
        async with aclosing(chat.send(False, {"text": text, "files": []}, page(tab))) as views:
            async for _ in views:
                started.set()

    task = asyncio.create_task(follow())
    await started.wait()
    return task


LONG = "/imagine a cat --size 2048x2048 --count 8 --raw --engine builtin"


async def test_stop_ends_the_turn_of_its_own_page(tmp_path: Path) -> None:
    at = kit.desk(tmp_path)
    chat = ChatTab(at)
    older, newer = await begun(chat, "one", LONG), await begun(chat, "two", LONG)
    visitor = kit.visitor(at)
    await chat.halted(page("one"))
    assert [turn.shown.stopped for turn in visitor.turns] == [True, False]
    await chat.halted(page("one"))  # nothing of its own goes on: the one it follows
    assert [turn.shown.stopped for turn in visitor.turns] == [True, True]
    await asyncio.gather(older, newer)


def test_a_page_that_was_loaded_again_stops_what_goes_on() -> None:
    visitor = Visitors().get("somebody")
    assert visitor.stopped_on("new") is None
    first, second = visitor.begin("a", (), "old"), visitor.begin("b", (), "old")
    assert visitor.stopped_on("new") is second
    assert visitor.stopped_on("old") is second
    visitor.stop(second)
    assert visitor.stopped_on("new") is first


async def test_a_stranger_has_so_many_turns_at_once(tmp_path: Path) -> None:
    at = kit.desk(tmp_path, public=True, visitor_turns=1)
    chat = ChatTab(at)
    first = await begun(chat, "one", LONG)
    views: list[Any] = [view async for view in chat.send(False, {"text": "hello", "files": []}, page("two"))]
    visitor = kit.visitor(at)
    problem = visitor.turns[-1].shown.problem
    assert problem is not None
    assert problem.code == "too_many"
    assert not visitor.turns[0].shown.over
    assert any("hello" in str(getattr(box, "value", "")) for _, _, box in views)  # the words are not lost
    await chat.halted(page("one"))
    await first
    _ = [view async for view in chat.send(False, {"text": "hello", "files": []}, page("two"))]
    assert visitor.turns[-1].shown.problem is None


async def test_the_cartoon_desk_counts_too(tmp_path: Path) -> None:
    at = kit.desk(tmp_path, public=True, visitor_turns=1)
    visitor = kit.visitor(at)
    visitor.easel.photo = visitor.lay_aside(png(64, 64))
    tab = CartoonTab(at)
    offered = list(tab._makers(visitor))[:1]
    assert at.house.turns.take(visitor.id) is None
    told = [shown async for shown in tab.make(offered, page("one"))]
    assert len(told) == 1
    assert 'role="alert"' in told[0]
    at.house.turns.leave(visitor.id)
    assert at.house.turns.take(visitor.id) is None


@pytest.mark.parametrize("tab", [None, ""])
async def test_a_page_without_a_name_can_stop_as_well(tmp_path: Path, tab: str | None) -> None:
    at = kit.desk(tmp_path)
    chat = ChatTab(at)
    task = await begun(chat, "one", LONG)
    request = page("")
    request.session_hash = tab
    await chat.halted(request)
    await task
    assert kit.visitor(at).turns[-1].shown.stopped
