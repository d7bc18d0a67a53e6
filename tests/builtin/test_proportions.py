"""How large things are beside each other, and that all of them are seen: nothing is painted here."""

from __future__ import annotations

import itertools

import pytest

from imaginario.engines.builtin.composing.actors import Actor
from imaginario.engines.builtin.scenery import Streams
from imaginario.engines.builtin.scenery.setting import resolve
from imaginario.engines.builtin.scenery.stage import Mark
from imaginario.engines.builtin.spec import SceneSpec, Subject
from tests.builtin.stand import SIZE, placed


def _of(actors: list[Actor], name: str) -> list[Actor]:
    return [a for a in actors if a.subject.id == name]


@pytest.mark.parametrize(
    ("large", "small", "times"),
    [
        ("bus", "girl", 1.4),
        ("train", "fox", 1.5),
        ("truck", "man", 1.1),
        ("castle", "man", 1.1),
        ("house", "woman", 1.1),
        ("tree", "man", 1.1),
        ("woman", "apple", 4.5),
        ("duck", "duckling", 1.4),
    ],
)
@pytest.mark.parametrize("seed", [1, 3, 4])
def test_what_is_larger_in_life_is_larger(large: str, small: str, times: float, seed: int) -> None:
    actors = placed(Subject(id=small), Subject(id=large), seed=seed)
    assert _of(actors, large)[0].height > times * _of(actors, small)[0].height


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize(
    "subjects",
    [
        (Subject(id="dragon", action="read"), Subject(id="mouse", count=5)),
        (Subject(id="duck", count=3), Subject(id="duckling", count=6)),
        (Subject(id="rabbit", count=7),),
        (Subject(id="girl", count=9),),
    ],
)
def test_every_face_of_a_group_is_seen(subjects: tuple[Subject, ...], seed: int) -> None:
    actors = placed(*subjects, seed=seed)
    for far, near in itertools.permutations(actors, 2):
        if far.order < near.order and abs(far.x - near.x) < 0.3 * min(far.width, near.width):
            assert far.base - 0.75 * far.height < near.base - near.height + 2


def test_who_is_on_foot_is_not_on_the_road() -> None:
    actors = placed(Subject(id="girl"), Subject(id="bus"), road_y=0.74 * SIZE)
    assert _of(actors, "bus")[0].base <= 0.74 * SIZE < _of(actors, "girl")[0].base


@pytest.mark.parametrize("share", [0.45, 0.5, 0.57])
def test_a_far_sail_is_not_upon_a_head(share: float) -> None:
    girl = placed(Subject(id="girl"))[0]
    sail = Mark(girl.x + (share - 0.5) * 0.5 * girl.height, girl.top, 20, girl.top + 20, far=True)
    moved = placed(Subject(id="girl"), marks=[sail])[0]
    assert abs(moved.x - sail.x) >= 0.24 * moved.height + sail.half - 8


def test_a_tree_on_the_near_bank_is_not_before_a_swimmer() -> None:
    water = {"water": True, "water_y": (0.5 * SIZE, 0.7 * SIZE), "place": "lake"}
    one = placed(Subject(id="capybara"), **water)[0]
    tree = Mark(one.x + 0.3 * one.width, 0.7 * SIZE, 40, 0.8 * SIZE)
    moved = placed(Subject(id="capybara"), marks=[tree], **water)[0]
    assert abs(moved.x - tree.x) > abs(one.x - tree.x)


def test_what_one_stands_before_has_landed() -> None:
    actors = placed(Subject(id="girl", relation="in_front_of", to=1), Subject(id="rocket"))
    assert _of(actors, "rocket")[0].role == "ground"


def test_it_is_mostly_day() -> None:
    hours = [resolve(SceneSpec(place="meadow"), Streams(seed)).time for seed in range(1, 41)]
    assert hours[0] == "day"
    assert 28 <= hours.count("day") <= 36
    assert {"sunset", "night"} <= {*hours}


@pytest.mark.parametrize(
    ("asked", "thing", "place", "told", "allowed"),
    [
        ("tree", "tree", "meadow", None, False),
        ("palm", "tree", "beach", "beach", False),
        ("pine", "tree", "forest", None, True),
        ("house", "house", "village", None, False),
        ("house", "house", "village", "village", True),
        ("cat", "tree", "meadow", None, True),
    ],
)
def test_the_scenery_has_no_double_of_what_is_asked(
    asked: str, thing: str, place: str, told: str | None, allowed: bool
) -> None:
    extra = {"words": {"place": told}} if told else {}
    spec = SceneSpec(subjects=(Subject(id=asked),), place=place, extra=extra)
    assert resolve(spec, Streams(1)).allows(thing) is allowed
