"""The keys on the Settings tab: kept, forgotten, and what is said when the file can't be written."""

from __future__ import annotations

from pathlib import Path

import gradio as gr

from imaginario.i18n import Translator
from imaginario.web.desk import Desk
from imaginario.web.settings_tab import KeyRow
from tests.web.conftest import files_below
from tests.web.desk import desk, request, visitor

EN = Translator("en")
KEY = "AIza" + "x" * 30


def row(at: Desk) -> KeyRow:
    """The row of one key, laid out on a page of its own."""
    with gr.Blocks(analytics_enabled=False):
        return KeyRow("gemini", at)


async def test_a_key_is_remembered_and_forgotten(tmp_path: Path) -> None:
    keys = row(desk(tmp_path))
    field, state = await keys.saved(KEY, True, request())
    assert (field, EN("keys.saved") in state) == ("", True)
    assert keys.desk.house.secret_file.read()["gemini"].reveal() == KEY
    assert visitor(keys.desk).secrets == {}
    _, state = await keys.forgotten(request())
    assert EN("keys.forgotten") in state
    assert keys.desk.house.secret_file.read() == {}


async def test_a_file_that_cannot_be_changed_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "keys.json").mkdir()
    keys = row(desk(tmp_path))
    _, state = await keys.saved(KEY, True, request())
    assert EN("keys.not_remembered", reason="IsADirectoryError") in state
    assert visitor(keys.desk).secrets["gemini"].reveal() == KEY
    _, state = await keys.forgotten(request())
    assert EN("keys.not_forgotten", reason="IsADirectoryError") in state
    assert visitor(keys.desk).secrets == {}


async def test_strangers_keys_touch_no_file(tmp_path: Path) -> None:
    keys = row(desk(tmp_path, public=True))
    for remember in (True, False):
        await keys.saved(KEY, remember, request())
        assert visitor(keys.desk).secrets["gemini"].reveal() == KEY
    _, state = await keys.forgotten(request())
    assert EN("keys.forgotten") in state
    assert files_below(tmp_path) == []
