"""Who is in a building is in its hall; who is on it, behind it or before it sees it from outside."""

from __future__ import annotations

import pytest

from imaginario.engines.builtin import words
from imaginario.engines.builtin.words import lexicon

HALLS = (
    "hospital", "church", "temple", "barn", "cabin", "tower", "train-carriage", "circus", "cinema", "airport",
    "hallway", "attic", "garage", "airplane-cabin", "bus-interior", "barbershop",
)  # fmt: skip


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
        ("a lion in a circus", "circus"),
        ("a clown at the circus", "circus"),
        ("a bear inside a circus tent", "circus"),
        ("um leão no circo", "circus"),
        ("un elefante en el circo", "circus"),
        ("马戏团里有一只狮子", "circus"),
        ("a fox in a movie theater", "cinema"),
        ("un gato en el cine", "cinema"),
        ("a bear in the departure lounge", "airport"),
        ("机场里的熊猫", "airport"),
        ("um fantasma no corredor", "hallway"),
        ("a cat in the lobby of a hotel", "hallway"),
        ("a mouse in a loft", "attic"),
        ("阁楼里的老鼠", "attic"),
        ("a red car in the garage", "garage"),
        ("un coche en el garaje", "garage"),
        ("a rabbit on board an airplane", "airplane-cabin"),
        ("um gato dentro do avião", "airplane-cabin"),
        ("飞机里的兔子", "airplane-cabin"),
        ("a cat inside a bus", "bus-interior"),
        ("um gato dentro do ônibus", "bus-interior"),
        ("un perro dentro del autobús", "bus-interior"),
        ("公交车上的小猫", "bus-interior"),
        ("a lion in a barber shop", "barbershop"),
        ("um leão na barbearia", "barbershop"),
        ("un gato en la peluquería", "barbershop"),
        ("理发店里的狮子", "barbershop"),
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
        ("a cat in front of a circus", "in_front_of", "circus-tent"),
        ("a flag on a circus", "on", "circus-tent"),
    ],
)
def test_who_is_not_in_a_building_sees_it_from_outside(text: str, relation: str, building: str) -> None:
    read = words.read(text)
    assert read.place is None
    assert (read.subjects[0].relation, read.subjects[1].id) == (relation, building)


@pytest.mark.parametrize(
    "text",
    ["a barn", "a red church", "a tower", "uma igreja", "一座寺庙", "a circus", "um circo", "一个马戏团"],
)
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
