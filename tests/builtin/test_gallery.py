"""The gallery: one command paints its sheets, and its page shows just what they show."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image

from imaginario import styles
from imaginario.engines.builtin import cards, gallery, looks, photo, sheet, words
from imaginario.engines.builtin._gallery import chosen, layout, lettering
from imaginario.engines.builtin._gallery.sheets import BANNER, SHEETS
from tests.guards.tree import ROOT

PAGE = ROOT / "docs" / "gallery.md"
READMES = (ROOT / "README.md", ROOT / "README-pt-BR.md")
MOST_BYTES = 2_500_000
"""All pictures of the gallery together."""


def inked(text: str, size: float = 40) -> int:
    """How many pixels of a line are dark."""
    return sum(lettering.line(text, size).histogram()[128:])


def test_every_sheet_is_painted_by_one_command(tmp_path: Path) -> None:
    files = gallery.write(tmp_path / "new", gallery.painter(side=256, most=1))
    assert [file.stem for file in files] == list(SHEETS)
    for file in files:
        with Image.open(file) as sheet:
            assert sheet.format == "WEBP"
            assert file.stem == "banner" or sheet.width == layout.WIDTH
            assert len(sheet.convert("RGB").resize((40, 40)).getcolors(1600) or []) > 100


def test_the_command_paints_the_sheets_it_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "seeds.webp").write_bytes(b"old")
    small = gallery.painter(side=256, most=1)
    assert gallery.write(tmp_path, small, ["seeds"]) == [tmp_path / "seeds.webp"]
    assert [file.name for file in tmp_path.iterdir()] == ["seeds.webp"]
    assert gallery.main([str(tmp_path), "seeds", "murals"]) == 2
    said = capsys.readouterr().out
    assert "murals" in said
    assert all(name in said for name in SHEETS)


def test_an_option_is_no_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert gallery.main(["--help"]) == sheet.main(["--help"]) == 2
    assert capsys.readouterr().out.count("usage:") == 2
    assert list(tmp_path.iterdir()) == []


def test_the_page_names_the_command_and_shows_every_sheet() -> None:
    page = PAGE.read_text("utf-8")
    assert "python -m imaginario.engines.builtin.gallery" in page
    assert "not AI" in page
    shown = set(re.findall(r"\]\(images/gallery/([a-z]+)\.webp\)", page))
    assert shown == SHEETS.keys() - {"banner"}
    for readme in READMES:
        assert "docs/images/gallery/banner.webp" in readme.read_text("utf-8")


def test_the_pictures_are_there_and_light() -> None:
    files = [gallery.HOME / f"{name}.webp" for name in SHEETS]
    assert all(file.is_file() for file in files)
    assert sum(file.stat().st_size for file in gallery.HOME.iterdir()) < MOST_BYTES
    assert gallery.PHOTO.stat().st_size < 60_000
    assert "CC0" in PAGE.read_text("utf-8")


def test_the_page_tells_every_prompt_with_its_style_and_seed() -> None:
    page = PAGE.read_text("utf-8")
    rows = {
        tuple(part.strip(" `") for part in row.split("|")[1:4]) for row in re.findall(r"^\|.*\|$", page, re.M)
    }
    for one in (*chosen.PROMPTS, *chosen.WORLD):
        told = f"{one.words} ({one.gloss})" if one.gloss else one.words
        assert (told, one.style or "–", str(one.seed)) in rows
    for one in (chosen.STYLED, chosen.SEEDED, chosen.SERIES, chosen.OWN):
        assert f'imagine "{one.words}"' in page


def test_it_shows_what_was_promised() -> None:
    assert len(chosen.PROMPTS) == 24
    assert {one.language for one in chosen.PROMPTS} == {"en", "pt", "es", "zh"}
    assert len(looks.styles()) >= 16
    assert len(chosen.SEEDS) == 10
    assert len(set(chosen.PHOTO_LOOKS) & photo.LOOKS.keys()) == 8
    assert max(BANNER) < len(chosen.PROMPTS)


@pytest.mark.parametrize(
    "one", [*chosen.PROMPTS, *chosen.WORLD, chosen.STYLED, chosen.SERIES], ids=lambda one: one.words
)
def test_nothing_shown_has_a_word_that_nobody_knows(one: chosen.Prompt) -> None:
    spec = words.read(styles.get(one.style).apply(one.words) if one.style else one.words)
    assert spec.unknown == ()
    assert spec.subjects
    assert (spec.style or "") == one.style


@pytest.mark.parametrize("look", looks.styles())
def test_every_look_has_a_style_to_name_it_by(look: str) -> None:
    assert styles.get(look).id == look


def test_captions_are_in_letters_that_can_be_drawn() -> None:
    for one in (*chosen.PROMPTS, *chosen.WORLD):
        assert inked(one.gloss or one.words, 20) > 10 * len(one.words)
    assert inked("熊猫") == 0


@pytest.mark.parametrize("pair", ["áa", "êe", "ãa", "çc", "üu", "àa", "ñn"])
def test_accents_are_drawn(pair: str) -> None:
    accented, plain = pair
    assert inked(accented) > inked(plain) + 8
    assert lettering.length(accented, 40) == lettering.length(plain, 40)


def test_an_accent_takes_the_place_of_the_dot() -> None:
    ink = lettering.line("í", 60).crop((0, 0, 20, 30)).histogram()
    dotted = lettering.line("i", 60).crop((0, 0, 20, 30)).histogram()
    assert ink != dotted
    assert abs(inked("í", 60) - inked("i", 60)) < 60


def test_lines_break_between_words_and_never_within() -> None:
    text = "una sirena con un pulpo y un cofre del tesoro"
    lines = lettering.wrapped(text, 20, 150)
    assert " ".join(lines) == text
    assert all(lettering.length(line, 20) <= 150 for line in lines)
    assert lettering.wrapped("Wassertretanlage", 20, 10) == ["Wassertretanlage"]


def test_tiles_stand_in_rows_and_side_by_side_they_are_equally_high() -> None:
    small, wide = Image.new("RGB", (60, 40), "red"), Image.new("RGB", (200, 40), "blue")
    one, other = layout.side_by_side(layout.Tile(small, "a"), layout.Tile(wide, "b"))
    widths = [layout.width_of(tile.span, 2) for tile in (one, other)]
    assert abs(widths[0] / 60 - widths[1] / 200) < 0.05
    assert sum(widths) + layout.GAP == pytest.approx(layout.width_of(2, 2), abs=2)
    page = layout.sheet("t", [one, other], 2)
    assert page.height < layout.sheet("t", [one, other, one, other], 2).height
    assert page.size[0] == layout.WIDTH


def test_the_series_has_a_sheet_with_all_five() -> None:
    assert len(cards.LOOKS) == 5
    for name in cards.LOOKS:
        assert f"`{name}`" in PAGE.read_text("utf-8")
