"""Hills, summits, grand steps and decks: who is on one of them is in that place."""

from __future__ import annotations

import pytest

from imaginario.engines.builtin import words
from imaginario.engines.builtin.words import lexicon

PLACES = ("hill", "summit", "steps", "ship-deck")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a wolf howling on top of a hill", "hill"),
        ("a cat on a hill", "hill"),
        ("a cat on a grassy hill", "hill"),
        ("a girl standing on a hilltop", "hill"),
        ("um lobo uivando no alto do morro", "hill"),
        ("um gato numa colina", "hill"),
        ("un lobo en lo alto de una colina", "hill"),
        ("un perro en el cerro", "hill"),
        ("男孩坐在山坡上看星星", "hill"),
        ("一只狗站在小山丘上", "hill"),
        ("an eagle on a mountaintop", "summit"),
        ("a goat on the top of the mountain", "summit"),
        ("um alpinista no topo da montanha", "summit"),
        ("una cabra en la cumbre", "summit"),
        ("山顶上的山羊", "summit"),
        ("a cat sitting on the steps of a museum", "steps"),
        ("a bride on a grand staircase", "steps"),
        ("um gato na escadaria do museu", "steps"),
        ("un gato en la escalinata del museo", "steps"),
        ("一只猫坐在台阶上", "steps"),
        ("a pirate on the deck of a ship", "ship-deck"),
        ("a cat on the deck of a pirate ship", "ship-deck"),
        ("a captain on the deck", "ship-deck"),
        ("um pirata no convés do navio", "ship-deck"),
        ("un pirata en la cubierta de un barco", "ship-deck"),
        ("船长站在甲板上", "ship-deck"),
    ],
)
def test_who_is_on_a_height_is_in_that_place(text: str, place: str) -> None:
    read = words.read(text)
    assert read.place == place
    assert len(read.subjects) == 1


def test_hills_behind_a_field_are_hills_of_the_field() -> None:
    read = words.read("a cow in a field with hills in the background")
    assert read.place == "meadow"
    assert read.extra["scenery"] == ["hill"]


@pytest.mark.parametrize("text", ["a cat on a staircase", "a staircase", "um gato na escadaria", "一座楼梯"])
def test_a_staircase_alone_is_drawn(text: str) -> None:
    read = words.read(text)
    assert read.place is None
    assert "stairs" in [subject.id for subject in read.subjects]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("language", ["en", "pt", "es", "zh"])
def test_what_the_writer_says_of_a_height_is_read_as_that_height(place: str, language: str) -> None:
    read = words.read(lexicon.table("places")[place]["say"][language])
    assert read.place == place
    assert read.subjects == ()
