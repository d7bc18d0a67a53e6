"""Several in one vehicle, on one back, around or on one thing: each of them is seen."""

from __future__ import annotations

import itertools

import pytest

from imaginario.engines.builtin import compose, plan, words
from imaginario.engines.builtin.scenery import Streams
from imaginario.engines.builtin.spec import Subject
from imaginario.engines.builtin.vocabulary import load
from tests.builtin.stand import placed


@pytest.mark.parametrize(
    ("vehicle", "count"), [("bus", 3), ("bus", 7), ("car", 3), ("toy-car", 3), ("submarine", 2), ("tram", 5)]
)
def test_several_in_a_vehicle_look_out_of_its_windows_each_apart(vehicle: str, count: int) -> None:
    *those, vessel = placed(
        Subject(id="cat", count=count, action="ride", to=1), Subject(id=vehicle), place="meadow"
    )
    assert all(one.sunk > 0.2 and vessel.top < one.base < vessel.base for one in those)
    apart = [abs(a.x - b.x) for a, b in itertools.combinations(those, 2)]
    assert min(apart) > 0.25 * those[0].width


def test_several_under_a_mushroom_stand_beside_each_other() -> None:
    one, other, _ = placed(Subject(id="hedgehog", count=2, relation="under", to=1), Subject(id="mushroom"))
    assert abs(one.x - other.x) > 0.8 * one.width


def test_two_on_a_seesaw_sit_at_its_ends() -> None:
    one, other, board = placed(Subject(id="girl", count=2, action="ride"), Subject(id="seesaw"))
    assert abs(one.x - other.x) > 0.55 * board.width


@pytest.mark.parametrize(
    ("text", "puller"),
    [("Santa riding a sled, and a reindeer flying", 2), ("two huskies pulling a sled, and a boy", 0)],
)
def test_a_team_goes_before_the_sled_that_somebody_rides(text: str, puller: int) -> None:
    spec = plan.complete(words.read(text), Streams(3), load())
    sled = next(i for i, s in enumerate(spec.subjects) if s.id == "sled")
    rows = {row["subject"]: row for row in spec.extra["told"]}
    assert rows[puller]["pulls"] == sled
    assert [s.action for s in spec.subjects if s.to == sled] == ["ride"]
    assert bool(rows[sled].get("aloft")) is ("flying" in text)


@pytest.mark.parametrize("count", [2, 3, 4])
def test_several_on_one_animal_are_drawn_along_its_back(count: int) -> None:
    spec = words.read(f"{count} monkeys riding an elephant")
    painting = compose.paint(spec, width=96, height=96, seed=2)
    assert painting.drawn == ("monkey", "elephant")
    assert not painting.not_drawn


def test_what_all_are_around_is_in_the_middle_of_them() -> None:
    told = [{"subject": i, "to": 2, "relation": "beside"} for i in range(2)]
    one, other, cake = placed(
        Subject(id="girl", relation="beside", to=2),
        Subject(id="boy", relation="beside", to=2),
        Subject(id="cake"),
        told=told,
    )
    assert min(one.x, other.x) < cake.x < max(one.x, other.x)


@pytest.mark.parametrize(
    ("text", "on_a_table"),
    [("a cook and pancakes, in a kitchen", True), ("two mice and a cheese, in a kitchen", False)],
)
def test_food_of_grown_ones_is_not_on_the_kitchen_floor(text: str, on_a_table: bool) -> None:
    spec = plan.complete(words.read(text), Streams(3), load())
    assert any(s.id == "table" for s in spec.subjects) is on_a_table


@pytest.mark.parametrize(("thing", "low"), [("teacup", 0.1), ("cake", 0.12), ("pumpkin", 0.2)])
def test_who_is_on_a_thing_is_below_its_steam_its_candles_and_its_stem(thing: str, low: float) -> None:
    mouse, under = placed(Subject(id="mouse", relation="on", to=1), Subject(id=thing))
    assert mouse.base > under.top + low * under.height


def test_those_who_share_a_bench_sit_on_it() -> None:
    spec = plan.complete(words.read("a tiger and a rabbit sharing a bench"), Streams(3), load())
    assert [(s.id, s.action, s.relation) for s in spec.subjects[:2]] == [
        ("tiger", "sit", "on"),
        ("rabbit", "sit", "on"),
    ]
