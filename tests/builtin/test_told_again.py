"""What the writer wrote is read as the same scene again: deeds, names, numbers and seasons included."""

from __future__ import annotations

import pytest

from imaginario.engines.builtin import accounts, plan, words, writer
from imaginario.engines.builtin.scenery.streams import Streams
from imaginario.engines.builtin.spec import SceneSpec
from imaginario.engines.builtin.vocabulary import load
from imaginario.engines.builtin.words import lexicon


def draft(text: str) -> str:
    return writer.write(words.read(text), idea=text).prompt


def cast(spec: SceneSpec) -> set[tuple[str, str | None, str | None]]:
    return {(s.id, s.action, s.relation) for s in spec.subjects}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a man sleeping and a cat in front of the man", "a cat in front of the man"),
        ("un hombre durmiendo y un gato delante del hombre", "a cat in front of the man"),
        ("two cats behind a house and a dog in front of the house", "a dog in front of the house"),
    ],
)
def test_who_is_stood_beside_keeps_the_deed_and_is_told_of_once(text: str, said: str) -> None:
    assert said in draft(text)
    assert cast(words.read(draft(text))) == cast(words.read(text))


@pytest.mark.parametrize(
    ("text", "local"),
    [
        ("um homem dormindo e um gato na frente do homem", "esse homem"),
        ("un hombre durmiendo y un gato delante del hombre", "ese hombre"),
        ("一个男人在睡觉，男人旁边有一只猫", "男人"),
    ],
)
def test_the_second_mention_is_definite_in_every_language(text: str, local: str) -> None:
    told = writer.write(words.read(text), idea=text).prompt_local
    assert local in told


@pytest.mark.parametrize(
    "text",
    ["a cat beside Frida Kahlo", "a monkey on Frida Kahlo", "a knight in shining armor and Sancho Panza"],
)
def test_somebody_known_by_name_is_there_after_a_relation(text: str) -> None:
    found = words.read(text).subjects
    assert len(found) == 2
    assert {s.id for s in found} & {"woman", "man"}
    assert len(words.read(draft(text)).subjects) == 2


@pytest.mark.parametrize(
    "text", ["an Australian desert with a kangaroo", "a kangaroo, Australian, at sunset"]
)
def test_a_name_that_stands_alone_is_nobody(text: str) -> None:
    assert [s.id for s in words.read(draft(text)).subjects] == ["kangaroo"]
    assert words.read(text).names == ("Australian",)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("a 3-legged dog", [1]), ("2+2=4 on the blackboard, a cat", [1, 1]), ("3 dogs", [3]),
        ("(cat:1.3), 2 dogs", [1, 2]),
    ],
)  # fmt: skip
def test_not_every_number_is_a_count(text: str, counts: list[int]) -> None:
    assert [s.count for s in words.read(text).subjects] == counts


@pytest.mark.parametrize("text", ["a winter night, a fox", "una noche de invierno", "冬夜里的狐狸"])
def test_a_winter_night_is_both(text: str) -> None:
    for spec in (words.read(text), words.read(draft(text))):
        assert (spec.place, spec.time) == ("snow", "night")


def test_a_summer_night_is_both_too() -> None:
    spec = words.read("uma noite de verão")
    assert (spec.time, spec.extra["scenery"]) == ("night", ["summer"])


def test_a_feast_with_a_name_keeps_it() -> None:
    assert "Day of the Dead" in draft("Día de Muertos en el panteón")
    assert "Mid-Autumn Festival" in draft("中秋节的月亮和兔子")
    assert "birthday" in draft("um gato no aniversário")
    assert "Christmas" in draft("um gato no natal")
    assert "Halloween" in draft("a halloween cat")
    assert words.read("a birthday party").names == ()


_WITH_A_DOG = {
    "en": "a dog, {}",
    "pt": "um cachorro no dia da {}",
    "es": "un perro en la {}",
    "zh": "{}的小狗",
}


@pytest.mark.parametrize("ident", [i for i, row in lexicon.table("moods").items() if "air" in row])
def test_every_feast_is_read_again_and_has_its_own_air(ident: str) -> None:
    for language in ("en", "pt", "es", "zh"):
        name = lexicon.listed(str(lexicon.table("moods")[ident][language]))[0]
        spec = words.read(
            {"zh": f"{name}的小狗"}.get(language, f"{name}, a dog" if language == "en" else name)
        )
        assert spec.mood == ("festive",), name
        assert spec.extra["words"]["mood_words"] == {"festive": ident}
        again = words.read(writer.write(spec, idea=name).prompt)
        assert again.extra["words"]["mood_words"] == {"festive": ident}
        assert accounts.owed(plan.complete(spec, Streams(3), load())) == []


def test_the_rope_of_those_who_jump_it_is_drawn() -> None:
    assert accounts.owed(words.read("niñas saltando la cuerda")) == []
