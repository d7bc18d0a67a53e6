"""More of how people write: on the way, in a boat, at a window, sails, boots that are an order, slang."""

from __future__ import annotations

import pytest

from imaginario.engines.builtin import compose, naming, words, writer
from imaginario.engines.builtin.composing.actors import role
from imaginario.engines.builtin.composing.partners import chases
from imaginario.engines.builtin.scenery import Stage
from imaginario.engines.builtin.spec import SceneSpec
from imaginario.engines.builtin.vocabulary import load


def again(text: str) -> SceneSpec:
    """The scene of the English draft of a text: what is painted."""
    return words.read(writer.write(words.read(text), idea=text).prompt)


def not_drawn(text: str) -> str:
    return naming.listing(compose.paint(again(text), width=256, height=256, seed=1).not_drawn).get("en", "")


@pytest.mark.parametrize(
    "text",
    ["a boy riding a bicycle to school", "男孩骑自行车去学校", "um menino de bicicleta para a escola",
     "una niña camina hacia la escuela"],
)  # fmt: skip
def test_who_is_on_the_way_is_not_there_yet(text: str) -> None:
    spec = again(text)
    assert spec.place is None
    assert "school" in [s.id for s in spec.subjects]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("don Ramiro el panadero lleva pan", "man"), ("a mermaid chick with teal hair", "mermaid"),
        ("una caballera con armadura", "woman"), ("un mounstro peludo azul", "monster"),
        ("bota aí uma arara azul", "blue-macaw"),
    ],
)  # fmt: skip
def test_there_is_one_of_them(text: str, who: str) -> None:
    assert [s.id for s in again(text).subjects] == [who]


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("na cadeira da biblioteca senta uma coruja", ("owl", "chair")),
        ("a vovó tá no celular sentada na rede", ("grandmother", "hammock")),
        ("un wey comiendo tacos arriba de su troca", ("boy", "pickup-truck")),
        ("水豚在温泉里泡澡，头上顶着一个橘子", ("tangerine", "capybara")),
    ],
)  # fmt: skip
def test_who_is_on_what(text: str, on: tuple[str, str]) -> None:
    spec = again(text)
    assert on in [
        (s.id, spec.subjects[s.to].id) for s in spec.subjects if s.to is not None and s.relation == "on"
    ]


@pytest.mark.parametrize(
    "text", ["a boat with red sails", "um saveiro de vela vermelha", "un barco con velas rojas"]
)
def test_sails_have_a_colour_of_their_own(text: str) -> None:
    (boat,) = again(text).subjects
    assert (boat.id, boat.color) == ("boat", None)
    assert again(text).extra["told"][0]["parts"] == [["sail", "red"]]
    assert not_drawn(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "um gato na janela enquanto cai a neve", "three ducklings swimming in the morning on a sunny day",
        "había una vez una hormiga y luego salió el arcoíris",
    ],
)  # fmt: skip
def test_what_is_there_anyway_is_not_missed(text: str) -> None:
    assert not_drawn(text) == ""


def test_who_chases_nobody_in_sight_is_told_of() -> None:
    assert not_drawn("a boy rides a bicycle and the dog chases him") == "chasing"
    assert list(chases(again("a fox chasing a boy on a bicycle"))) == [(0, 2)]


@pytest.mark.parametrize("text", ["grandma feeds the hens and a dog is sleeping", "外婆在喂鸡还有小狗在睡觉"])
def test_only_the_last_does_what_is_told_of_one(text: str) -> None:
    assert {s.id: s.action for s in again(text).subjects}["hen"] is None


def test_windy_and_foggy_are_weathers_of_their_place() -> None:
    spec = words.read("a girl on a windy hill")
    assert (spec.place, spec.weather) == ("hill", ("wind",))


@pytest.mark.parametrize(
    ("text", "part"),
    [("mushrooms in the forest", "field"), ("many sunflowers", "field"), ("five mushrooms", "ground")],
)
def test_plants_fill_the_land_where_nobody_says_how_many(text: str, part: str) -> None:
    stage = Stage(place="meadow", horizon_y=400, ground_y=650)
    assert role(0, again(text), stage, load()) == part


@pytest.mark.parametrize("where", ["beside", "under", "behind"])
def test_a_thing_listed_last_is_where_it_is_told_to_be(where: str) -> None:
    spec = again(f"a cat on a chair and a candle {where} the chair")
    candle = next(s for s in spec.subjects if s.id == "candle")
    assert candle.relation == where
    assert candle.to is not None
    assert spec.subjects[candle.to].id == "chair"
