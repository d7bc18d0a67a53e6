"""Somebody in a wheelchair sits in it, seen from the front with a wheel at either side."""

from __future__ import annotations

import numpy as np
import pytest

from imaginario.engines.builtin import figures, plan, vocabulary, words, writer
from imaginario.engines.builtin.composing.actors import Shape, cast
from imaginario.engines.builtin.composing.attaching import HANDLED, attach
from imaginario.engines.builtin.figures import ink, palette
from imaginario.engines.builtin.scenery import Stage, Streams
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


@pytest.mark.parametrize(
    ("text", "who", "rider"),
    [
        ("a grandma pushing a wheelchair with a boy", "grandmother", "boy"),
        ("a nurse pushing an old man in a wheelchair", "nurse", "grandfather"),
        ("uma enfermeira empurrando uma cadeira de rodas com um menino", "nurse", "boy"),
        ("una mujer empujando a un niño en silla de ruedas", "woman", "boy"),
        ("护士推着轮椅上的老人", "nurse", "grandfather"), ("奶奶推着坐轮椅的男孩", "grandmother", "boy"),
        ("a bear pushing a wheelchair", "bear", None), ("a man pushing a shopping cart", "man", None),
    ],
)  # fmt: skip
def test_who_pushes_stands_behind_and_who_came_along_sits(text: str, who: str, rider: str | None) -> None:
    spec = words.read(text)
    prompt = writer.write(spec, idea=text).prompt
    assert " pushing a " in prompt
    for one in (spec, words.read(prompt)):
        behind = [s for s in one.subjects if s.relation == "behind"]
        assert [s.id for s in behind] == [who]
        assert behind[0].to is not None
        assert one.subjects[behind[0].to].id in ("wheelchair", "shopping-cart")
        seated = [s.id for s in one.subjects if (s.action, s.relation) == ("sit", "on")]
        assert seated == ([rider] if rider else [])
        assert not one.unknown


@pytest.mark.parametrize(
    "text", ["a boy pushing a car", "a wheelchair", "una silla de ruedas junto a un banco"]
)
def test_nobody_else_is_moved(text: str) -> None:
    assert all(s.relation in (None, "beside") for s in words.read(text).subjects)


@pytest.mark.parametrize("ident", ["wheelchair", "stroller", "shopping-cart"])
@pytest.mark.parametrize("x", [60.0, 380.0, 700.0])
def test_pusher_and_pushed_are_both_in_sight(ident: str, x: float) -> None:
    entries, shapes = vocabulary.load(), {0: Shape(0.8), 1: Shape(0.9)}
    scene = Stage(place="street", horizon_y=440, ground_y=660, unit=1)
    spec = SceneSpec(subjects=(Subject(id="woman", relation="behind", to=1), Subject(id=ident)))
    woman, wheels = cast(spec, scene, entries, shapes)
    wheels.height, wheels.x, wheels.base = 200, x, 660
    attach([woman], scene, 768, 768)
    for actor in (woman, wheels):
        assert actor.x - actor.width / 2 >= 0
        assert actor.x + actor.width / 2 <= 768
    assert (woman.x - wheels.x) * HANDLED[ident] > 0
