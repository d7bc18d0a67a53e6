"""What the reader makes of Spanish and Portuguese from one country to the next, and of their grammar."""

from __future__ import annotations

import pytest

from imaginario.engines.builtin import vocabulary, words
from imaginario.engines.builtin.words.fold import key
from imaginario.engines.builtin.words.lexicon import listed, table
from tests.builtin.test_words import ids, one

_BOTH = {"viejecita", "viejecillo", "viejecito"}
"""Words for somebody old, who is drawn as a grandparent or not."""


def test_regional_rows_are_of_things_that_can_be_drawn() -> None:
    assert set(table("regional")) <= set(vocabulary.load())


@pytest.mark.parametrize("language", ["pt", "es"])
def test_no_regional_word_names_two_things(language: str) -> None:
    owners: dict[str, str] = {}
    for ident, entry in vocabulary.load().items():
        for name in entry.names.get(language, ()):
            owners.setdefault(key(name), ident)
    clashes = []
    for ident, row in table("regional").items():
        for word in listed(row.get(language, "")):
            owner = owners.setdefault(key(word), ident)
            clashes += [(word, owner, ident)] if owner != ident and word not in _BOTH else []
    assert clashes == []


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("un chancho en el barro", "pig"), ("una piba en la plaza", "girl"), ("un barrilete rojo", "kite"),
        ("una vaquita de San Antonio", "ladybug"), ("un tecolote", "owl"), ("un quirquincho", "armadillo"),
        ("um calango numa pedra", "lizard"), ("uma rapariga", "woman"), ("um autocarro", "bus"),
        ("um jegue", "donkey"), ("um jerimum", "pumpkin"), ("um comboio", "train"),
    ],
)  # fmt: skip
def test_regional_words_are_known(text: str, subject: str) -> None:
    assert ids(text)[0] == subject


@pytest.mark.parametrize(
    "text", ["un barrio", "una botella de montón", "um minuto", "a pressão", "una muleta", "unos lunares"]
)
def test_common_words_are_no_slips_of_the_pen(text: str) -> None:
    assert not {"donkey", "mountain", "monkey", "person", "boat"} & set(ids(text))


@pytest.mark.parametrize(
    ("text", "subject"),
    [("un robot barrendero", "robot"), ("una maloca indígena", "maloca"), ("un monstruo sandía", "monster")],
)
def test_a_noun_behind_another_only_tells_of_it(text: str, subject: str) -> None:
    assert ids(text) == [subject]


def test_a_trade_behind_an_animal_is_its_dress() -> None:
    assert one("un ángel policía").outfit == "police"
    assert one("tres hongos chefs").outfit == "chef"


def test_what_is_told_of_somebody_just_named_is_theirs() -> None:
    spec = words.read("un caballero frente a un dragón dormido")
    assert [s.action for s in spec.subjects] == [None, "sleep"]


def test_two_of_a_kind_stay_two() -> None:
    spec = words.read("Caballo negro y yegua blanca en el prado")
    assert [(s.id, s.color) for s in spec.subjects] == [("horse", "black"), ("horse", "white")]


def test_one_upon_another_upon_a_third() -> None:
    spec = words.read("un mono arriba de un elefante arriba de una tortuga")
    assert [(s.relation, s.to) for s in spec.subjects] == [("on", 1), ("on", 2), (None, None)]


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [("no me pongas árboles, solo un gato", "tree"), ("um gato, não coloque cachorro", "dog")],
)
def test_wishes_of_what_not_to_draw(text: str, unwanted: str) -> None:
    spec = words.read(text)
    assert unwanted in spec.avoid
    assert [s.id for s in spec.subjects] == ["cat"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("una rena en la Avenida Corrientes", "street"), ("un gato en una caverna submarina", "underwater"),
        ("uma tartaruga na prainha", "beach"), ("una nonna en Guanajuato", "city"),
    ],
)  # fmt: skip
def test_places_and_what_they_are_called(text: str, place: str) -> None:
    assert words.read(text).place == place


def test_clothes_of_a_colour_and_a_colour_after_a_comma() -> None:
    assert one("un payaso vestido de verde").outfit == "clown"
    assert one("un coche en la calle, rojo y brillante").color == "red"


def test_a_kite_and_a_comet_are_told_apart() -> None:
    assert ids("una cometa roja en un árbol") == ["kite", "tree"]
    assert ids("el cometa sobre el mar") == []
