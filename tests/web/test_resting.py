"""A page that nobody uses leaves the processor alone."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from imaginario.web import shell
from tests.web import desk as kit


async def test_an_empty_queue_is_looked_into_at_ease(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Gradio would look a thousand times a second, which costs several per cent of a core for nobody."""
    queue = shell.build(kit.desk(tmp_path))._queue
    naps: list[float] = []

    async def nap(seconds: float) -> None:
        naps.append(seconds)
        queue.stopped = len(naps) > 2

    monkeypatch.setattr(asyncio, "sleep", nap)
    await asyncio.create_task(queue.start_processing())
    queue.stopped = False
    await asyncio.create_task(queue.start_progress_updates())
    assert min(naps) >= 0.02
    assert max(naps) <= 0.05, "whoever sends a message must not wait for it"
