"""The seal on visitor ids: nobody guesses one, nobody makes one, and a restart changes nothing."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from imaginario.web.seal import FILE, Seal


def test_ids_cannot_be_guessed() -> None:
    seal = Seal(b"k" * 32)
    ids = {seal.opened(seal.issue()) for _ in range(100)}
    assert len(ids) == 100
    assert all(len(i) >= 32 for i in ids)


def test_only_what_was_issued_is_recognised(tmp_path: Path) -> None:
    seal = Seal.kept(tmp_path)
    value = seal.issue()
    visitor_id, _, mark = value.rpartition(".")
    for made_up in ("", ".", visitor_id, mark, f"{visitor_id}.", f".{mark}", f"x{value}", f"{value}0",
                    value[:-1], value.upper(), f"{visitor_id}é.{mark}", f"{visitor_id}.é"):  # fmt: skip
        assert seal.opened(made_up) == ""
    assert Seal(b"another key").opened(value) == ""


def test_a_restart_changes_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    value = Seal.kept(folder).issue()
    assert Seal.kept(folder).opened(value)
    assert [path.name for path in folder.iterdir()] == [FILE]
    assert stat.S_IMODE((folder / FILE).stat().st_mode) == 0o600


def test_a_damaged_key_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"short")
    value = Seal.kept(tmp_path).issue()
    assert Seal.kept(tmp_path).opened(value)


@pytest.mark.parametrize("inside", ["", "deeper"])
def test_without_a_place_it_lasts_for_this_run(tmp_path: Path, inside: str) -> None:
    (tmp_path / "file").write_text("no folder")
    seal = Seal.kept(tmp_path / "file" / inside)
    assert seal.opened(seal.issue())
