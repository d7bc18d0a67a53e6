"""The image settings: numbers within their ranges, only what the model obeys, nobody else's."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from imaginario.chat import Choices, Controls
from imaginario.gallery.store import MemoryGallery
from imaginario.i18n import LANGUAGES, Translator
from imaginario.images import Param
from imaginario.painting import Services
from imaginario.web.controls import OBEYED, RANGES, ControlsPanel, about, controls_from, obeyed, values_of
from tests.faces.fakes import FakeAssistant, Script
from tests.test_edit_orders import EDITOR, PAINTER, Maker
from tests.web.desk import desk, request, visitor

FULL = Controls(
    ratio=(16, 9), count=3, negative_prompt="fog", seed=0, steps=12, guidance=7.5, scheduler="Euler",
    strength=0.4, image_guidance=1.5,
)  # fmt: skip


def test_what_is_taken_is_what_is_shown_again() -> None:
    for controls in (Controls(), FULL, Controls(size=(640, 480))):
        assert controls_from(values_of(controls)) == controls


@pytest.mark.parametrize("name", RANGES)
def test_what_is_out_of_range_is_named(name: str) -> None:
    known = RANGES[name]
    for wrong in (
        known.low - 1,
        known.high + 1,
        "x",
        float("nan"),
        *([known.low + 0.5] if known.whole else []),
    ):
        with pytest.raises(ValueError, match=name):
            controls_from({name: wrong})
    for right in (known.low, known.high):
        controls_from({name: right})


def test_one_side_alone_makes_a_square_and_a_size_outdoes_a_ratio() -> None:
    assert controls_from({"width": 320}).size == (320, 320)
    assert controls_from({"ratio": "16:9", "width": 320, "height": 200}) == Controls(size=(320, 200))


@pytest.mark.parametrize("ratio", ["1:0", "cat", "", None, "16:9; drop"])
def test_only_the_ratios_of_the_menu_are_taken(ratio: Any) -> None:
    assert controls_from({"ratio": ratio}).ratio is None


def at_hand(*cards: Any) -> Services:
    return Services(
        assistants={"scribe": FakeAssistant(Script())},
        engines={"maker": Maker(*cards)},
        gallery=MemoryGallery(),
    )


def test_only_what_the_model_obeys_is_there() -> None:
    painter = replace(PAINTER, supports=frozenset({Param.SEED, Param.WIDTH}))
    editor = replace(EDITOR, supports=frozenset({Param.STRENGTH}))
    everything = replace(EDITOR, id="all", tasks=PAINTER.tasks | EDITOR.tasks, supports=frozenset(Param))
    assert obeyed(at_hand(painter), Choices()) == {"ratio", "width", "height", "seed"}
    assert obeyed(at_hand(painter, editor), Choices()) == {"ratio", "width", "height", "seed", "strength"}
    assert obeyed(at_hand(painter, everything), Choices(engine="maker", image_model="all")) == set(OBEYED)


async def test_a_field_out_of_range_changes_nothing(tmp_path: Path) -> None:
    here = desk(tmp_path)
    panel = ControlsPanel(here)
    order = ("ratio", *RANGES, "scheduler", "negative_prompt")
    panel.fields = dict.fromkeys(order)
    full = values_of(FULL)
    good = await panel.took(**full, request=request())
    assert visitor(here).choices.controls == FULL
    assert 'role="alert"' not in good
    bad = await panel.took(**{**full, "steps": 999}, request=request())
    assert 'role="alert"' in bad
    assert visitor(here).choices.controls == FULL
    assert here.visitors.get("somebody-else-altogether").choices.controls == Controls()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_chosen_model_is_told_and_who_edits(language: str) -> None:
    t = Translator(language)
    paints = replace(PAINTER, title="<P>", note="models.fast")
    both = replace(PAINTER, id="both", tasks=PAINTER.tasks | EDITOR.tasks)
    one = Choices(engine="maker", image_model="painter")
    assert about(at_hand(paints), one, t) == (
        f'<p class="about"><b>&lt;P&gt;</b> · {t("models.fast")} {t("controls.no_edits")}</p>'
    )
    assert t("controls.edited_by", model="editor") in about(at_hand(paints, EDITOR), one, t)
    assert t("controls.only_edits") in about(at_hand(EDITOR), Choices(), t)
    assert t("controls.edits") in about(at_hand(both), Choices(), t)
    assert about(at_hand(paints), Choices(engine="gone"), t) == ""
