"""Somebody in a wheelchair sits in it, seen from the front with a wheel at either side."""

from __future__ import annotations

import numpy as np
import pytest

from imaginario.engines.builtin import figures, plan, vocabulary, words, writer
from imaginario.engines.builtin.figures import ink, palette
from imaginario.engines.builtin.scenery import Streams
from imaginario.engines.builtin.spec import SceneSpec, Subject

CHAIR = Subject(id="wheelchair")


def _sitting(text: str) -> SceneSpec:
    return plan.complete(words.read(text), Streams(1), vocabulary.load())


@pytest.mark.parametrize(
    "text",
    [
        "a boy in a wheelchair", "um menino na cadeira de rodas", "un niño en silla de ruedas",
        "坐轮椅的男孩", "坐在轮椅上的男孩", "a boy sitting in a wheelchair", "a boy on a wheelchair",
        "un niño sentado en una silla de ruedas", "um menino sentado numa cadeira de rodas",
    ],
)  # fmt: skip
def test_who_is_in_it_sits_in_it(text: str) -> None:
    for spec in (_sitting(text), _sitting(writer.write(words.read(text), idea=text).prompt)):
        boy, chair = spec.subjects
        assert (boy.id, boy.action, boy.to, boy.relation) == ("boy", "ride", 1, None)
        assert chair.id == "wheelchair"


def test_one_sits_as_on_a_chair_and_has_no_leg_over_a_wheel() -> None:
    who = Subject(id="boy", action="ride", to=1)
    alone = figures.render(CHAIR, height=200)
    both = figures.render_ride(who, CHAIR, height=200)
    assert both.height > alone.height
    assert both.width <= alone.width
    dark = np.abs(np.asarray(both)[..., :3].astype(int) - ink.rgb("#3d3a56")).sum(axis=2) < 30
    low = dark[both.height - 100 :]
    left, right = low[:, : both.width // 5].sum(), low[:, -(both.width // 5) :].sum()
    assert left > 150
    assert right > 150


def test_it_takes_a_color() -> None:
    red = np.array(ink.rgb(palette.hex_of("red")))
    drawn = (figures.render(Subject(id="wheelchair", color=c), height=160) for c in (None, "red"))
    shares = [(np.abs(np.asarray(i)[..., :3] - red).sum(axis=2) < 90).mean() for i in drawn]
    assert shares[1] > shares[0] + 0.1
