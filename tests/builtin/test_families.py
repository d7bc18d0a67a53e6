"""Families, couples and crowds: read as people, said in one word, drawn as who they are."""

from __future__ import annotations

import pytest

from imaginario.engines.builtin import plan, vocabulary, words, writer
from imaginario.engines.builtin.scenery.streams import Streams


@pytest.mark.parametrize(
    ("text", "english", "local"),
    [
        ("uma família na praia", "a family", "uma família"),
        ("una familia de cuatro comiendo pizza", "a family of four eating a pizza", "una familia de cuatro"),
        ("一家人在公园里", "a family", "一个家庭"),
        ("um casal na praia", "a couple", "um casal"),
        ("una pareja bailando", "a couple dancing", "una pareja"),
    ],
)
def test_the_writer_says_them_in_one_word(text: str, english: str, local: str) -> None:
    spec = words.read(text)
    draft = writer.write(spec, idea=text)
    assert english in draft.prompt
    assert local in draft.prompt_local.replace("Uma", "uma").replace("Una", "una")
    assert words.read(draft.prompt).subjects == spec.subjects


@pytest.mark.parametrize(
    ("text", "children"), [("a family", 1), ("a family of four", 2), ("a family of five", 3)]
)
def test_a_family_is_two_grown_people_and_children(text: str, children: int) -> None:
    whole = plan.complete(words.read(text), Streams(5), vocabulary.load())
    kin = [s.id for s in whole.subjects]
    assert sorted(kin[:2]) == ["man", "woman"]
    assert len(kin) == 2 + children
    assert set(kin[2:]) <= {"girl", "boy"}
    assert all(s.count == 1 for s in whole.subjects)
    assert plan.complete(whole, Streams(6), vocabulary.load()) == whole


def test_what_a_family_does_all_of_it_does() -> None:
    whole = plan.complete(words.read("a family riding bicycles"), Streams(5), vocabulary.load())
    assert {s.action for s in whole.subjects if s.id != "bicycle"} == {"ride"}


def test_a_penguin_family_are_penguins_and_people_without_a_word_are_people() -> None:
    assert [(s.id, s.count) for s in words.read("a penguin family").subjects] == [("penguin", 3)]
    whole = plan.complete(words.read("three people"), Streams(5), vocabulary.load())
    assert [(s.id, s.count) for s in whole.subjects] == [("person", 3)]


@pytest.mark.parametrize("text", ["um casal de mãos dadas", "una pareja de la mano"])
def test_a_couple_of_is_no_number_where_a_phrase_begins(text: str) -> None:
    spec = words.read(text)
    assert [(s.id, s.count) for s in spec.subjects] == [("person", 2)]
    assert not spec.unknown  # they are drawn so
    again = words.read(writer.write(spec, idea=text).prompt)
    assert again.subjects == spec.subjects
    assert not again.unknown
    assert again.extra["told"][0]["deed"] == "holding hands"


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("un señor mayor leyendo", [("grandfather", 1)]),
        ("dos mujeres mayores bailando", [("grandmother", 2)]),
        ("uma velha senhora", [("grandmother", 1)]),
        ("senhores idosos jogando dominó", [("grandfather", 3)]),
        ("dos personas mayores", [("grandfather", 1), ("grandmother", 1)]),
        ("four old people dancing", [("grandfather", 2), ("grandmother", 2)]),
        ("um homem jovem", [("teenager", 1)]),
        ("um casal de namorados", [("person", 2)]),
        ("una mujer de mediana edad", [("woman", 1)]),
    ],
)
def test_how_old_a_person_is_says_who_it_is(text: str, subjects: list[tuple[str, int]]) -> None:
    spec = words.read(text)
    assert [(s.id, s.count) for s in spec.subjects] == subjects
    assert not spec.unknown
    again = words.read(writer.write(spec, idea=text).prompt)
    assert [(s.id, s.count) for s in again.subjects] == subjects
