"""Mounts, games, cabs and homes: what a plan gives to everybody, and that it is drawn so."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from imaginario.engines.builtin import compose, plan, words
from imaginario.engines.builtin.composing.games import without_ball
from imaginario.engines.builtin.figures import manner_of, render, render_ride
from imaginario.engines.builtin.scenery import Canvas, Streams
from imaginario.engines.builtin.spec import SceneSpec, Subject
from imaginario.engines.builtin.vocabulary import load


def planned(text: str) -> SceneSpec:
    return plan.complete(words.read(text), Streams(1), load())


@pytest.mark.parametrize(
    ("text", "mounts"),
    [
        ("two girls on skateboards", [("skateboard", 2)]),
        ("dos chicas en patineta", [("skateboard", 2)]),
        ("a boy and a girl on skateboards", [("skateboard", 1), ("skateboard", 1)]),
        ("three knights riding horses", [("horse", 3)]),
        ("two girls riding a horse", [("horse", 1)]),
    ],
)
def test_nobody_shares_a_board(text: str, mounts: list[tuple[str, int]]) -> None:
    spec = planned(text)
    assert [(s.id, s.count) for s in spec.subjects if s.id in ("skateboard", "horse")] == mounts
    assert plan.complete(spec, Streams(1), load()) == spec


def test_skates_are_on_the_feet_and_not_below_all_of_somebody() -> None:
    boy, skates = Subject(id="boy", action="ride", to=1), Subject(id="roller-skates")
    pair = render_ride(boy, skates, height=160)
    plain = render(replace(boy, action="wave", to=None), height=200)
    assert pair.height < 1.1 * plain.height
    red, green, blue, seen = np.moveaxis(np.asarray(pair), -1, 0).astype(int)
    pink = (red > 200) & (green < 130) & (blue > 110) & (seen > 200)
    assert 20 < pink.sum() < 0.1 * pair.width * pair.height


@pytest.mark.parametrize(
    ("text", "balls"),
    [
        ("seven children playing soccer", 1), ("quatro pinguins jogando vôlei", 1),
        ("tres perros jugando con una pelota", 1), ("a boy and a girl playing basketball", 1),
        ("two cats playing with balls", 2), ("two girls playing tennis", 2),
    ],
)  # fmt: skip
def test_a_game_has_one_ball(text: str, balls: int) -> None:
    spec = words.read(text)
    rows = {row.get("subject"): row for row in spec.extra.get("told") or ()}
    held = []
    for index, one in enumerate(spec.subjects):
        row = rows.get(index, {})
        for copy in range(one.count):
            wish, told = without_ball(spec, index, copy, one, manner_of(row), row)
            held += [wish.held] if wish.held else []
            assert wish.held or (wish.action in ("run", "wave") and told.deed != "kick")
    assert len(held) == balls


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a mermaid sitting on a rock at sunset", "sea"), ("uma sereia sentada numa pedra", "sea"),
        ("una sirena sobre una roca de noche", "sea"), ("日落时美人鱼坐在岩石上", "sea"),
        ("an octopus on a rock at sunset", "sea"), ("an octopus on a rock", "underwater"),
        ("a mermaid at night", "underwater"), ("a mermaid on a rock under water", "underwater"),
    ],
)  # fmt: skip
def test_who_sits_on_a_rock_under_the_sky_is_at_the_surface_of_the_sea(text: str, place: str) -> None:
    assert planned(text).place == place


def test_where_a_duck_is_does_not_depend_on_its_cup() -> None:
    assert planned("a duck with a cup on its head").place == "lake"


@pytest.mark.parametrize("driven", ["fire-truck", "bus", "car", "truck", "van", "train", "excavator", "taxi"])
@pytest.mark.parametrize("driver", ["giraffe", "cat", "man"])
def test_a_driver_looks_out_of_the_cab(driver: str, driven: str) -> None:
    alone = render(Subject(id=driven), height=200)
    pair = render_ride(Subject(id=driver, action="ride", to=1), Subject(id=driven), height=200)
    assert pair.height < 1.3 * alone.height
    assert pair.width < 1.1 * alone.width


def test_long_hair_of_a_sleeper_ends_on_the_sheet() -> None:
    girl = Subject(id="girl", action="sleep")
    heights = {render(girl, height=200, pose_seed=seed).height for seed in range(1, 30)}
    assert max(heights) - min(heights) < 40


@pytest.mark.parametrize(
    "text",
    [
        "a horse and carriage in front of a palace", "two knights on horses in front of a castle",
        "two birds flying in front of a castle", "a cat on a dog and a bird in front of a house",
        "ducks and a swan swimming in front of a castle",
        "three boys behind a dog behind a fence behind a house",
    ],
)  # fmt: skip
def test_nobody_without_a_place_yet_stops_the_painter(text: str) -> None:
    assert compose.paint(words.read(text), width=128, height=128, seed=1).drawn


def test_a_father_who_is_ridden_stands_on_two_legs() -> None:
    riding = SceneSpec(subjects=(Subject(id="boy", action="ride", to=1), Subject(id="man")), place="meadow")
    shapes = compose._Easel(riding, Canvas(256, 256), Streams(1), None)._shapes()
    assert shapes.keys() == {0, 1}
