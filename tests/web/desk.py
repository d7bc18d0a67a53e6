"""A desk with one visitor at it, for tests that call the tabs' handlers as the page does."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import gradio as gr
from starlette.requests import Request

from imaginario.gallery.store import MemoryGallery
from imaginario.settings import Settings
from imaginario.web.desk import Desk, page_words
from imaginario.web.visitors import COOKIE, Visitor, Visitors
from imaginario.wiring import House
from tests.web.conftest import VISITOR


def desk(folder: Path, environ: Mapping[str, str] | None = None, **settings: object) -> Desk:
    """A desk in a house of its own."""
    told = Settings(data_dir=folder, **settings)  # type: ignore[arg-type]
    house = House(told, environ=environ or {}, gallery=MemoryGallery())
    return Desk(house, Visitors(), page_words())


def request() -> gr.Request:
    """A request of the visitor, as it arrives behind the guard."""
    headers = [(b"cookie", f"{COOKIE}={VISITOR}".encode())]
    return gr.Request(Request({"type": "http", "method": "POST", "path": "/", "headers": headers}))


def visitor(at: Desk) -> Visitor:
    """The visitor."""
    return at.visitor(request())[0]
