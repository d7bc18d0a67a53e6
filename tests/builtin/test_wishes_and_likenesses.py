"""Spanish as it is typed, and the same in the other languages: wishes, what both have, two senses."""

from __future__ import annotations

import pytest

from imaginario.engines.builtin import compose, naming, words, writer
from imaginario.engines.builtin.spec import SceneSpec


def again(text: str) -> SceneSpec:
    """The scene of the prompt that is written for a text."""
    return words.read(writer.write(words.read(text), idea=text).prompt)


def cast(text: str) -> list[str]:
    return [subject.id for subject in again(text).subjects]


def not_drawn(text: str) -> set[str]:
    listed = naming.listing(compose.paint(again(text), width=256, height=256, seed=1).not_drawn)
    return set(listed.get("en", "").split(", ")) - {""}


@pytest.mark.parametrize(
    ("text", "action", "held", "hat"),
    [
        ("quiero un gato que tenga un sombrero y que esté durmiendo", "sleep", None, "top-hat"),
        ("un oso que toque la guitarra", "play", "guitar", None),
        ("un dragoncito re lindo q duerma en una nube", "sleep", None, None),
        ("quero um urso que toque violão", "play", "guitar", None),
        ("um gato que tenha um chapéu e que esteja dormindo", "sleep", None, "top-hat"),
    ],
)
def test_what_is_wished_for_is_so(text: str, action: str, held: str | None, hat: str | None) -> None:
    one = again(text).subjects[0]
    assert (one.action, one.held, one.hat) == (action, held, hat)


@pytest.mark.parametrize(
    "text",
    [
        "un perro y un gato, ambos con sombrero", "un perro y un gato con sombrero los dos",
        "um cachorro e um gato, os dois de chapéu", "a dog and a cat, both wearing hats",
        "mi abuelo con su perro en la banqueta, los dos con sombrero", "一只狗和一只猫都戴着帽子",
    ],
)  # fmt: skip
def test_what_both_have_each_of_them_has(text: str) -> None:
    assert [subject.hat for subject in again(text).subjects] == ["top-hat", "top-hat"]


@pytest.mark.parametrize(
    "text",
    [
        "una bruja buena y una bruja mala, ambas con escoba",
        "a good witch and an evil witch, both with brooms",
    ],
)
def test_both_witches_have_a_broom(text: str) -> None:
    assert [subject.held for subject in again(text).subjects] == ["broom", "broom"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("un castillo hecho de dulces con torres", {"candy"}),
        ("un pastel en forma de corazón cubierto de fresas", {"heart"}),
        ("um bolo em forma de coração coberto de morangos", {"heart"}),
        ("un alebrije con cabeza de gato y alas de mariposa", {"cat"}),
        ("a dragon with the head of a cat", {"cat"}),
        ("una niña que sueña con ser astronauta", {"astronaut"}),
        ("un caracol cuya concha es una casita", {"house"}),
        ("un edificio con un mural de una ballena", {"mural", "whale"}),
        ("a room with a poster of a dinosaur", {"poster", "dinosaur"}),
        ("un caballero con un escudo que tiene un león", {"lion"}),
        ("una muñeca sin ojos", {"eyeless"}),
        ("un monstruo de tres ojos y cuatro brazos", {"three eyes", "four arms"}),
        ("a monster with three green eyes", {"three eyes"}),
    ],
)
def test_what_something_is_only_like_is_told(text: str, told: set[str]) -> None:
    assert told <= not_drawn(text)
    assert len(cast(text)) <= 2


@pytest.mark.parametrize("text", ["un oso en vez de un caballo", "um urso em vez de um cavalo"])
def test_what_another_stands_in_for_is_not_there(text: str) -> None:
    assert cast(text) == ["bear"]


@pytest.mark.parametrize(
    "text",
    ["un niño con un dinosaurio en la playera", "um menino com um dinossauro na camiseta",
     "a boy with a dinosaur on his shirt", "un niño con una playera que tiene un dinosaurio"],
)  # fmt: skip
def test_a_picture_on_a_shirt_is_on_the_shirt(text: str) -> None:
    spec = again(text)
    assert [subject.id for subject in spec.subjects] == ["boy"]
    assert any(row.get("outfit_print") == "dinosaur" for row in spec.extra["told"])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("un partido de futbol de perros contra gatos", ["dog", "cat"]),
        ("un equipo de basquetbol de jirafas", ["giraffe"]),
        ("una cabaña en la que vive un oso con sus tres hijos", ["log-cabin", "bear", "bear"]),
        ("una camisa con botones dorados y un perro", ["dog"]),
        ("el coco debajo de la cama de un niño asustado", ["monster", "bed", "boy"]),
        ("un coco en la playa", ["coconut"]),
        ("célula animal con sus partes", []),
        ("una vaquita marina nadando", ["dolphin"]),
        ("una casa pintada de azul", ["house"]),
        ("un par de zapatos viejos debajo de la cama", ["shoe", "bed"]),
        ("un pesebre con el niño jesus, maria, jose, un buey y una mula",
         ["boy", "woman", "man", "bull", "donkey"]),
        ("a baby holding flowers", ["baby"]),
        ("un viejo lobo de mar con pipa", ["sailor"]),
        ("una falda blanca con flores rojas", ["flower"]),
    ],
)  # fmt: skip
def test_who_is_there_and_who_is_not(text: str, found: list[str]) -> None:
    assert cast(text) == found


def test_each_of_two_sisters_has_her_own_clothes() -> None:
    spec = again("dos hermanas gemelas, la mayor con vestido amarillo y la menor con overol")
    assert [(s.id, s.count, s.outfit) for s in spec.subjects] == [
        ("girl", 1, "dress"),
        ("girl", 1, "overalls"),
    ]


def test_three_kings_ride_three_beasts() -> None:
    spec = again("tres reyes magos, uno en camello, otro en caballo y otro en elefante")
    ridden = [spec.subjects[s.to].id for s in spec.subjects if s.action == "ride" and s.to is not None]
    assert ridden == ["camel", "horse", "elephant"]


@pytest.mark.parametrize("text", ["una pareja de zorros, el macho con bufanda y la hembra con moño"])
def test_male_and_female_are_told_apart(text: str) -> None:
    assert [(s.id, s.outfit, s.hat) for s in again(text).subjects] == [
        ("fox", "sweater", None),
        ("fox", None, "bow"),
    ]


def test_who_alone_hides_is_alone_behind_the_tree() -> None:
    girl, wolf, _ = again("caperucita roja con una canasta y el lobo escondido detrás de un árbol").subjects
    assert (girl.relation, wolf.relation) == (None, "behind")


@pytest.mark.parametrize(
    "text", ["una vaca con manchas cafés y un cencerro", "a cow with brown spots and a bell"]
)
def test_a_cow_has_spots_and_a_bell(text: str) -> None:
    parts = again(text).extra["told"][0]["parts"]
    assert [tuple(part) for part in parts] == [("spots", "brown"), ("bell", "")]


def test_sails_of_a_pirate_ship_are_black() -> None:
    assert not not_drawn("un barco pirata con velas negras")


def test_who_crawls_to_a_ball_is_not_on_it() -> None:
    assert again("un bebe gateando hacia una pelota roja").subjects[0].relation == "beside"


def test_a_red_light_is_no_red_car() -> None:
    assert again("un semáforo en rojo y carros esperando").subjects[1].color is None


@pytest.mark.parametrize("text", ["el profe de matemáticas con una regla", "el coliseo con gladiadores"])
def test_nothing_else_is_told(text: str) -> None:
    assert not_drawn(text) <= {"math"}
    assert len(cast(text)) <= 2
