"""A puddle is a thing on the ground: it does not say that it rains."""

from __future__ import annotations

import numpy as np
import pytest

from imaginario.engines.builtin import vocabulary, words, writer
from imaginario.engines.builtin.compose import paint
from imaginario.engines.builtin.composing.actors import Shape, cast
from imaginario.engines.builtin.composing.blocking import block
from imaginario.engines.builtin.composing.camera import frame
from imaginario.engines.builtin.scenery import Stage, Streams
from imaginario.engines.builtin.spec import Relation, SceneSpec, Subject


@pytest.mark.parametrize(
    "text", ["a puddle", "uma poça", "un charco", "一个水坑", "uma poça d'água", "un charco de agua", "水洼"]
)
def test_a_puddle_is_no_rain(text: str) -> None:
    spec = words.read(text)
    assert [s.id for s in spec.subjects] == ["puddle"]
    assert spec.weather == ()
    assert [s.id for s in words.read(writer.write(spec, idea=text).prompt).subjects] == ["puddle"]


@pytest.mark.parametrize("text", ["a puddle in the rain", "uma poça na chuva", "un charco bajo la lluvia"])
def test_rain_is_rain(text: str) -> None:
    assert words.read(text).weather == ("rain",)


@pytest.mark.parametrize("text", ["puddles", "três poças", "tres charcos", "三个水坑"])
def test_there_may_be_several(text: str) -> None:
    assert words.read(text).subjects[0].count == 3


def test_who_drinks_from_it_does_not_lift_it() -> None:
    spec = words.read("a cat drinking from a puddle")
    assert [(s.id, s.held) for s in spec.subjects] == [("cat", None), ("puddle", None)]


def _changed(one: SceneSpec, other: SceneSpec) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of where two pictures differ."""
    a, b = (
        np.asarray(paint(s, width=192, height=192, seed=2).image.convert("RGB"), np.int16)
        for s in (one, other)
    )
    differs = np.abs(a - b).sum(axis=2) > 40
    rows, columns = np.flatnonzero(differs.any(axis=1)), np.flatnonzero(differs.any(axis=0))
    return columns[0], rows[0], columns[-1], rows[-1]


def test_no_shadow_falls_from_it() -> None:
    empty = SceneSpec(place="snow", time="day")
    alone = SceneSpec(subjects=(Subject(id="puddle"),), place="snow", time="day")
    left, top, right, bottom = _changed(alone, empty)
    assert right - left > 3.6 * (bottom - top)


@pytest.mark.parametrize("relation", ["on", "inside"])
def test_who_is_in_it_stands_on_it(relation: Relation) -> None:
    entries, scene = vocabulary.load(), Stage(place="street", horizon_y=440, ground_y=660, unit=1)
    frog = Subject(id="frog", relation=relation, to=1)
    shapes = {0: Shape(0.8), 1: Shape(4.2)}
    actors = cast(SceneSpec(subjects=(frog, Subject(id="puddle"))), scene, entries, shapes)
    block(actors, frame(768, 768, scene, Streams(1), actors))
    who, puddle = actors
    assert puddle.top < who.base < puddle.base
    assert who.order > puddle.order
