"""docs/engines.md is what the model cards say, whatever is installed and wherever it is asked."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from imaginario.images import ModelCard, Param, Task
from imaginario.wiring import engine_kinds
from scripts import engine_table
from scripts.engine_table import Row, Section
from tests.guards.tree import ROOT

CARD = ModelCard(id="org/one", title="One", supports=frozenset({Param.SEED, Param.WIDTH}))


def painted(card: ModelCard) -> list[str]:
    """The rows of one model: its tasks, then its controls."""
    section = Section(engine_kinds()["builtin"], (Row(card, "One"),))
    return [line for line in engine_table.rendered((section,)).splitlines() if line.startswith("| One |")]


def cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip("|").split("|")]


def test_the_page_is_what_the_cards_say() -> None:
    assert engine_table.main(["--check"]) == 0, "run scripts/engine_table.py"


def test_the_check_loads_nothing_heavy() -> None:
    code = (
        "import sys; from scripts import engine_table as e; rc = e.main(['--check']);"
        "sys.exit(rc or 3 * bool({'torch', 'diffusers', 'openai', 'google.genai'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_card_that_changes_makes_the_page_old(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page, engines = tmp_path / "engines.md", list(engine_table.sections())
    first = engines[0].rows[0]
    changed = replace(first, card=replace(first.card, supports=first.card.supports ^ {Param.SCHEDULER}))
    engines[0] = replace(engines[0], rows=(changed, *engines[0].rows[1:]))
    page.write_text(engine_table.rendered(engines), "utf-8")
    assert engine_table.main(["--check"], page) == 1
    assert "engine_table.py" in capsys.readouterr().err
    assert engine_table.main([], page) == 0
    assert engine_table.main(["--check"], page) == 0
    assert [p.name for p in tmp_path.iterdir()] == ["engines.md"]


def test_a_page_that_is_not_there_is_old(tmp_path: Path) -> None:
    assert engine_table.main(["--check"], tmp_path / "engines.md") == 1
    assert engine_table.main(["--chekc"], tmp_path / "engines.md") == 2


def test_every_engine_and_every_described_model_is_told() -> None:
    text = engine_table.PAGE.read_text("utf-8")
    assert [k.title for k in engine_kinds().values() if f"\n## {k.title}\n" not in text] == []
    models = [
        row.card.id for section in engine_table.sections() for row in section.rows if "<br>" in row.label
    ]
    assert len(models) > 30
    assert [model for model in models if f"<br>`{model}` |" not in text] == []


def test_every_control_has_a_column() -> None:
    columns = frozenset().union(*(params for params, _, _ in engine_table.CONTROLS.values()))
    assert columns | engine_table.PICTURES == set(Param)
    assert set(engine_table.TASKS) == set(Task)


def test_a_tick_is_for_what_is_supported() -> None:
    _, controls = map(cells, painted(CARD))
    ticked = [name for name, mark in zip(engine_table.CONTROLS, controls[1:], strict=True) if mark]
    assert ticked == ["seed"]  # a width without a height is no size


@pytest.mark.parametrize(
    ("tasks", "marks"),
    [
        ({Task.TEXT_TO_IMAGE}, ["✓", "", "", ""]),
        ({Task.IMAGE_TO_IMAGE, Task.INPAINTING}, ["", "✓", "✓", "by mask"]),
        ({Task.IMAGE_TO_IMAGE, Task.OUTPAINTING}, ["", "✓", "", "✓"]),
    ],
)
def test_margins_by_a_mask_are_told_from_native_ones(tasks: set[Task], marks: list[str]) -> None:
    told, _ = painted(replace(CARD, tasks=frozenset(tasks)))
    assert cells(told)[1:5] == marks
