"""What figures wear and do is seen: scarves, aprons, singing, writing, painting, feeding, skating."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from imaginario.engines.builtin import figures, vocabulary, words, writer
from imaginario.engines.builtin.compose import Painting, paint
from imaginario.engines.builtin.figures import casting, ink
from imaginario.engines.builtin.spec import SceneSpec, Subject


def read(text: str) -> SceneSpec:
    """As it is read, written in English and read again."""
    return words.read(writer.write(words.read(text), idea=text).prompt)


def painted(text: str, seed: int = 4) -> Painting:
    return paint(replace(read(text), time="day"), width=256, height=256, seed=seed)


def blue(ident: str, told: dict[str, object], **more: object) -> float:
    """Which part of a drawing is bluer than red."""
    subject, dyes = Subject(id=ident, **more), {"outfit": "blue"}  # type: ignore[arg-type]
    image = figures.render(subject, height=160, dyes=dyes, told=figures.manner_of(told))
    pixels = np.asarray(image, int)
    return float((pixels[..., 2] - pixels[..., 0] > 60)[pixels[..., 3] > 200].mean())


SCARF = {"subject": 0, "outfit_word": "scarf"}


@pytest.mark.parametrize(
    ("ident", "action"), [("fox", None), ("snowman", None), ("fox", "sleep"), ("girl", "sleep")]
)
def test_a_scarf_is_seen_in_its_colour(ident: str, action: str | None) -> None:
    outfit = "sweater" if ident != "snowman" else None
    with_it = figures.manner_of(SCARF)
    red, green = (
        figures.render(
            Subject(id=ident, outfit=outfit, action=action), height=160, dyes={"outfit": dye}, told=with_it
        )
        for dye in ("red", "green")
    )
    changed = (np.asarray(red, int) != np.asarray(green, int)).any(axis=2).mean()
    assert 0.005 < changed < 0.2


@pytest.mark.parametrize(
    ("ident", "pattern"), [("penguin", "striped"), ("girl", "dotted"), ("snowman", "striped")]
)
def test_a_patterned_scarf_has_its_pattern(ident: str, pattern: str) -> None:
    outfit = None if ident == "snowman" else "sweater"
    plain = blue(ident, SCARF, outfit=outfit)
    assert blue(ident, {**SCARF, "outfit_pattern": pattern}, outfit=outfit) != plain
    assert figures.unshown(Subject(id=ident, outfit=outfit), {**SCARF, "outfit_pattern": pattern}) == []


def test_the_pattern_of_a_scarf_is_not_that_of_other_clothes() -> None:
    told = figures.manner_of({**SCARF, "outfit_pattern": "striped"})
    one = casting.cast(
        ink.Ink(), vocabulary.load()["girl"], Subject(id="girl", outfit="sweater"), 0, told=told
    )
    assert (one.look.trim.knit, one.look.trim.cloth) == ("striped", "")


@pytest.mark.parametrize("text", [
    "a bear in a blue apron", "um urso de avental azul", "un oso con delantal azul", "一只系着蓝色围裙的熊",
])  # fmt: skip
def test_an_apron_is_worn_over_fur(text: str) -> None:
    (subject,) = read(text).subjects
    assert (subject.outfit, subject.color) == ("apron", None)
    one = casting.cast(ink.Ink(), vocabulary.load()["bear"], subject, 0, dyes={"outfit": "blue"})
    assert one.wear.outfit == ""
    assert one.look.trim.apron == figures.hex_of("blue")
    assert painted(text).not_drawn == ()


@pytest.mark.parametrize("text", [
    "a baker in a green apron", "um padeiro de avental verde", "una panadera con delantal verde", "系着绿色围裙的国王",
])  # fmt: skip
def test_an_apron_is_worn_over_the_clothes_of_a_trade(text: str) -> None:
    spec = read(text)
    assert spec.subjects[0].outfit in ("chef", "king")
    assert spec.extra["told"][0]["parts"] == [["apron", "green"]]
    assert painted(text).not_drawn == ()


def test_a_drawn_bird_in_an_apron_stands_on_two_legs() -> None:
    image = figures.render(Subject(id="pelican", outfit="apron"), height=300)
    low = np.asarray(image, int)[-20:]
    orange = (low[..., 0] > 200) & (low[..., 2] < 90) & (low[..., 3] > 200)
    assert not orange.any()


@pytest.mark.parametrize("text", [
    "chef con gorro blanco", "戴着白色高帽子的厨师", "um cozinheiro de chapéu branco", "a panda chef with a white hat",
    "un oso cocinero con gorro blanco", "厨师戴着白帽子",
])  # fmt: skip
def test_the_hat_of_a_cook_is_the_toque(text: str) -> None:
    spec = read(text)
    assert spec.subjects[0].hat in ("chef", None)  # it comes with the clothes of an animal
    assert spec.extra["told"][0]["hat_color"] == "white"
    assert painted(text).not_drawn == ()


@pytest.mark.parametrize(("text", "hat"), [
    ("a chef in a beanie", "beanie"), ("a chef with a top hat", "top-hat"), ("un niño con gorro", "beanie"),
    ("戴着高帽子的女孩", "top-hat"),
])  # fmt: skip
def test_other_hats_stay_what_they_are(text: str, hat: str) -> None:
    assert read(text).subjects[0].hat == hat


def test_a_toque_takes_a_colour() -> None:
    plain, red = (figures.render(Subject(id="cook"), height=120, dyes=d) for d in (None, {"hat": "red"}))
    assert plain.tobytes() != red.tobytes()


def test_a_long_neck_throws_no_ring_of_shadow_on_the_chest() -> None:
    goose = figures.svg_text(Subject(id="goose"))[0]
    assert "M-45 96C-28 116" not in goose
    assert "M-45 96C-28 116" in figures.svg_text(Subject(id="duck"))[0]
