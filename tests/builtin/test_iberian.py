"""Spanish and Portuguese prompts: cafés and coffees, wheelchairs, old places, branches and sailors."""

from __future__ import annotations

import pytest

from imaginario.engines.builtin import words
from tests.builtin.test_words import ids, one


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [
        ("uma girafa num café", "cafe", ["giraffe"]), ("una mujer en un café", "cafe", ["woman"]),
        ("un perro tomando un café", None, ["dog"]), ("creme no café", None, ["coffee"]),
    ],
)  # fmt: skip
def test_a_cafe_is_a_place_and_a_coffee_is_not(text: str, place: str | None, found: list[str]) -> None:
    spec = words.read(text)
    assert (spec.place, [s.id for s in spec.subjects]) == (place, found)


def test_who_plays_in_a_wheelchair_sits_in_it() -> None:
    boy, chair = words.read("um garoto de cadeira de rodas jogando basquete").subjects
    assert (boy.action, boy.held, boy.relation, boy.to, chair.id) == (
        "play",
        "basketball",
        "on",
        1,
        "wheelchair",
    )


@pytest.mark.parametrize("text", ["una librería antigua con un gato", "uma biblioteca antiga com um gato"])
def test_an_old_place_has_no_old_cat_and_is_told(text: str) -> None:
    spec = words.read(text)
    assert [s.id for s in spec.subjects] == ["cat"]
    assert not any(row.get("traits") for row in spec.extra.get("told", ()))
    assert [word.id for word in spec.unseen] == ["ancient"]


def test_a_breed_behind_its_animal_is_drawn() -> None:
    assert ids("mi perra dálmata") == ["dalmatian"]
    assert ids("un oso hormiguero comiendo miel") == ["anteater"]


@pytest.mark.parametrize("text", ["um velho marinheiro no bar", "un viejo marinero en el bar"])
def test_an_old_sailor_is_one_person(text: str) -> None:
    assert ids(text) == ["sailor"]
    assert words.read(text).extra["told"][0]["traits"] == ["old"]


def test_a_branch_in_the_morning_keeps_its_hour() -> None:
    assert words.read("um pássaro no galho de manhã").time == "dawn"


def test_cubs_by_their_own_word_are_small() -> None:
    mother, cubs = words.read("una osa con dos oseznos").subjects
    assert (mother.size, cubs.id, cubs.count, cubs.size) == (1.0, "bear", 2, 0.55)
    assert one("un cervatillo").size == 0.55


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("tres ovejas blancas y una negra", [("sheep", 3, "white"), ("sheep", 1, "black")]),
        ("um gato preto e um branco", [("black-cat", 1, None), ("cat", 1, "white")]),
        ("dos gatos y una rosa", [("cat", 2, None), ("rose", 1, None)]),
    ],
)
def test_a_colour_may_stand_for_one_more(text: str, found: list[tuple[str, int, str | None]]) -> None:
    assert [(s.id, s.count, s.color) for s in words.read(text).subjects] == found


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [
        ("uma menina explorando uma caverna", "cave", ["girl"]),
        ("un mercado con frutas", "market", ["apple"]),
        ("una mesa de madera con un florero", None, ["table", "vase"]),
        ("un soldado con su novia", None, ["person", "woman"]), ("crianças indígenas", None, ["girl", "boy"]),
    ],
)  # fmt: skip
def test_places_and_people_are_what_they_are_there(text: str, place: str | None, found: list[str]) -> None:
    spec = words.read(text)
    assert (spec.place, [s.id for s in spec.subjects]) == (place, found)


def test_a_round_aquarium_has_no_round_fish_and_glasses_are_no_trophies() -> None:
    assert "told" not in words.read("dois peixes num aquário redondo").extra
    assert ids("una copa de oro") == ["trophy"]
    assert ids("una copa de vino") == ["wine"]
    assert one("robot haciendo una tortilla").held in ("bread", "pancake")
    assert ids("una bailarina de salsa con vestido rojo") == ["woman"]


@pytest.mark.parametrize(
    "text",
    [
        "o Gato de Botas na floresta",
        "un gato con botas en el bosque",
        "Puss in Boots in a forest",
        "森林里穿靴子的猫",
    ],
)
def test_puss_wears_boots(text: str) -> None:
    spec = words.read(text)
    assert (ids(text), spec.place, spec.names) == (["cat"], "forest", ())
    assert spec.extra["told"] == [{"subject": 0, "parts": [["boots", ""]]}]
