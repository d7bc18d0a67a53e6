"""Who is in a building is in its hall; who is on it, behind it or before it sees it from outside."""

from __future__ import annotations

import pytest

from imaginario.engines.builtin import words
from imaginario.engines.builtin.words import lexicon

HALLS = ("hospital", "church", "temple", "barn", "cabin", "tower", "train-carriage")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a cat in a church", "church"),
        ("a ghost in an abbey", "church"),
        ("a fox at a shrine", "temple"),
        ("a horse in a stable", "barn"),
        ("a moose drinking coffee in a log cabin", "cabin"),
        ("a princess in a tower", "tower"),
        ("a nurse in a clinic", "hospital"),
        ("a fox inside a train", "train-carriage"),
        ("uma vaca no estábulo", "barn"),
        ("um gato dentro do trem", "train-carriage"),
        ("un oso en una cabaña", "cabin"),
        ("un gato en la iglesia", "church"),
        ("一只猫在寺庙里", "temple"),
        ("马厩里有三匹马", "barn"),
    ],
)
def test_who_is_in_a_building_is_in_its_hall(text: str, place: str) -> None:
    read = words.read(text)
    assert read.place == place
    assert len(read.subjects) == 1


@pytest.mark.parametrize(
    ("text", "relation", "building"),
    [
        ("a cat in front of a church", "in_front_of", "church"),
        ("a cat next to a barn", "beside", "barn"),
        ("a rooster on the roof of a barn", "on", "barn"),
        ("a clock on a church", "on", "church"),
        ("a cat outside a hospital", "in_front_of", "hospital"),
        ("灯塔上的猫", "on", "lighthouse"),
    ],
)
def test_who_is_not_in_a_building_sees_it_from_outside(text: str, relation: str, building: str) -> None:
    read = words.read(text)
    assert read.place is None
    assert (read.subjects[0].relation, read.subjects[1].id) == (relation, building)


@pytest.mark.parametrize("text", ["a barn", "a red church", "a tower", "uma igreja", "一座寺庙"])
def test_a_building_alone_is_drawn(text: str) -> None:
    read = words.read(text)
    assert read.place is None
    assert len(read.subjects) == 1


@pytest.mark.parametrize("place", HALLS)
@pytest.mark.parametrize("language", ["en", "pt", "es", "zh"])
def test_what_the_writer_says_of_a_hall_is_read_as_that_hall(place: str, language: str) -> None:
    read = words.read(lexicon.table("places")[place]["say"][language])
    assert read.place == place
    assert read.subjects == ()
