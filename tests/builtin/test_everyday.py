"""How people really write: to a friend, misspelled, the place first, pets called after their looks."""

from __future__ import annotations

import numpy as np
import pytest

from imaginario.engines.builtin import accounts, compose, naming, words, writer
from imaginario.engines.builtin.composing.partners import hugs
from imaginario.engines.builtin.figures import manner_of, render
from imaginario.engines.builtin.spec import SceneSpec, Subject


def again(text: str) -> SceneSpec:
    """The scene of the English draft of a text: what is painted."""
    return words.read(writer.write(words.read(text), idea=text).prompt)


def not_drawn(text: str) -> str:
    return naming.listing(compose.paint(again(text), width=256, height=256, seed=1).not_drawn).get("en", "")


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("mano desenha uma onça de boné no sofá", ["jaguar", "sofa"]),
        ("parce un perezoso en una hamaca", ["sloth", "hammock"]),
        ("che, dibujame un carpincho", ["capybara"]), ("bro un gato azul", ["cat"]),
        ("el tío come pan", ["man"]), ("una chica y su tío", ["girl", "man"]),
    ],
)  # fmt: skip
def test_the_friend_who_is_asked_is_not_in_the_picture(text: str, ids: list[str]) -> None:
    assert [s.id for s in words.read(text).subjects] == ids


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("una ballena bolando ensima del mar", ("whale", None, "fly")),
        ("un señor con sonbrero amariyo", ("man", "top-hat", None)), ("un siervo", (None, None, None)),
    ],
)  # fmt: skip
def test_what_is_spelled_as_it_is_heard_is_understood(
    text: str, told: tuple[str | None, str | None, str | None]
) -> None:
    found = words.read(text).subjects
    assert (*((s.id, s.hat, s.action) for s in found), (None, None, None))[0] == told


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("a vó tá na sala e o gato tá em baixo da mesa", ["cat"]),
        ("under the tree a boy and a girl read", ["boy", "girl"]),
        ("em cima do sofá um gato e um cachorro dormem", ["cat", "dog"]),
        ("debajo del árbol un niño y una niña leen", ["boy", "girl"]),
        ("debaixo do guarda-chuva amarelo uma capivara e um jacaré se abraçam", ["capybara", "crocodile"]),
        ("on the sofa a cat, a dog and two mice", ["cat", "dog", "mouse"]),
    ],
)
def test_all_who_are_told_of_behind_the_place_are_there(text: str, who: list[str]) -> None:
    assert [s.id for s in again(text).subjects if s.relation in ("on", "under")] == who


@pytest.mark.parametrize(
    "text",
    [
        "a cat and a dog hugging each other", "um gato e um cachorro se abraçando",
        "dos niños se abrazan", "小猫和小狗拥抱",
    ],
)  # fmt: skip
def test_two_who_hug_each_other_do(text: str) -> None:
    spec = again(text)
    assert list(hugs(spec))
    assert not_drawn(text) == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("mi gato Bigotes duerme", "Bigotes"), ("my dog Whiskers", "Whiskers"),
        ("el perro Botas corre", "Botas"),
    ],
)  # fmt: skip
def test_a_pet_is_called_after_what_it_looks_like(text: str, name: str) -> None:
    spec = words.read(text)
    assert spec.extra["told"][0]["named"] == name
    assert spec.subjects[0].glasses is None
    assert "parts" not in spec.extra["told"][0]


@pytest.mark.parametrize(
    "text",
    [
        "a mouse hiding under a bed", "un ratón se esconde debajo de la mesa", "穿山甲躲在大石头后面",
    ],
)  # fmt: skip
def test_a_deed_that_is_seen_from_where_somebody_is_is_not_told(text: str) -> None:
    assert not_drawn(text) == ""


def test_who_only_hides_is_told_of_it() -> None:
    assert not_drawn("a cat hiding in the snow") == "hiding"


@pytest.mark.parametrize(
    ("text", "name"),
    [("a market in Ooty", "Ooty"), ("un mercado en Zafra", "Zafra")],
)
def test_a_place_nobody_knows_is_told(text: str, name: str) -> None:
    assert not_drawn(text) == name


@pytest.mark.parametrize("text", ["成都夜市", "a man at the night market in Chengdu"])
def test_a_city_is_told_beside_another_place(text: str) -> None:
    (pair,) = accounts.stand_ins(again(text))
    assert pair[0].raw.lower() == "chengdu"
    assert pair[1].id == "market"


@pytest.mark.parametrize(
    ("text", "who", "count"),
    [
        ("uma sanfoneira", "woman", 1), ("um sanfoneiro", "man", 1), ("una violinista", "woman", 1),
        ("dos violinistas", "person", 2), ("three old violinists", "person", 3),
    ],
)  # fmt: skip
def test_players_are_as_many_and_who_the_words_tell(text: str, who: str, count: int) -> None:
    assert [(s.id, s.count) for s in words.read(text).subjects] == [(who, count)]


def test_what_is_said_before_a_player_is_of_the_player() -> None:
    assert words.read("an old violinist").extra["told"][0]["traits"] == ["old"]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("um dragão cozinhando feijoada numa panela", ["dragon", "pot"]),
        ("un pescador barbudo", ["fisherman"]),
        ("una pareja en la calle bajo un farol", ["person", "street-lamp"]),
        ("un niño con su viejo", ["boy", "father"]),
    ],
)  # fmt: skip
def test_everyday_words_are_what_they_mean(text: str, ids: list[str]) -> None:
    spec = words.read(text)
    assert [s.id for s in spec.subjects] == ids
    assert "on" not in [s.relation for s in spec.subjects]


@pytest.mark.parametrize("text", ["una maestra lee un cuento", "uma menina lendo uma história"])
def test_who_reads_a_tale_has_a_book(text: str) -> None:
    assert [s.held for s in words.read(text).subjects] == ["book"]
    assert words.read(text).unknown == ()


def test_a_barista_makes_coffee_and_a_king_has_one_crown() -> None:
    assert [(s.held, s.action) for s in again("an axolotl barista making coffee").subjects] == [
        ("coffee", "cook")
    ]
    assert [s.hat for s in again("a frog king wearing a tiny crown").subjects] == ["coronet"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("a house with a red roof", [["roof", "red"]]),
        ("uma casinha de telhado vermelho", [["roof", "red"]]),
        ("una casa con puerta azul y techo verde", [["door", "blue"], ["roof", "green"]]),
        ("红色屋顶的房子", [["roof", "red"]]), ("一座有蓝色大门的白房子", [["door", "blue"]]),
        ("a castle with four tall towers", [["towers", ""]]), ("una casa con chimenea", [["chimney", ""]]),
    ],
)  # fmt: skip
def test_parts_of_a_building_are_parts_of_it(text: str, parts: list[list[str]]) -> None:
    spec = again(text)
    assert [(s.id in ("house", "castle"), s.relation) for s in spec.subjects] == [(True, None)]
    assert spec.place is None
    assert spec.extra["told"][0]["parts"] == parts
    assert not_drawn(text) == ""


def test_a_roof_takes_its_colour_and_nothing_else_does() -> None:
    def painted(color: str) -> np.ndarray:
        told = manner_of({"subject": 0, "parts": [["roof", color]]})
        return np.asarray(render(Subject(id="house"), height=240, told=told)).astype(int)

    changed = np.abs(painted("blue") - painted("yellow")).sum(axis=2) > 30
    rows = np.flatnonzero(changed.any(axis=1))
    assert 0.05 < changed.mean() < 0.35
    assert rows.max() < 0.55 * 240


def test_a_roof_that_a_drawing_has_not_is_told() -> None:
    assert not_drawn("a shop with a red roof") == "roof"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("yi只企鹅", [("penguin", 1, None)]), ("可爱滴小猫", [("cat", 1, None)]),
        ("唐僧骑白马孙悟空走在前面", [("man", 1, "ride"), ("horse", 1, None), ("monkey", 1, "run")]),
        ("小猫躲到床低下", [("cat", 1, None), ("bed", 1, None)]), ("大熊猫抱着竹子", [("panda", 1, "hold")]),
    ],
)  # fmt: skip
def test_chinese_as_it_is_typed(text: str, told: list[tuple[str, int, str | None]]) -> None:
    spec = again(text)
    assert [(s.id, s.count, s.action) for s in spec.subjects] == told
    assert not_drawn(text) == ""


@pytest.mark.parametrize(("text", "place"), [("海边灯塔", "beach"), ("a forest cottage", "forest")])
def test_a_place_before_a_house_is_where_it_stands(text: str, place: str) -> None:
    assert words.read(text).place == place


@pytest.mark.parametrize(
    ("text", "held", "other", "color"),
    [
        ("a knight with a sword and a shield", "sword", "shield", None),
        ("um cavaleiro com uma espada e um escudo vermelho", "sword", "shield", "red"),
        ("骑士拿着剑和盾牌站在城堡门口", "sword", "shield", None),
        ("una niña con un libro y un globo rojo", "book", "balloon", "red"),
    ],
)
def test_there_is_something_in_each_hand(text: str, held: str, other: str, color: str | None) -> None:
    spec = again(text)
    row = next(r for r in spec.extra["told"] if r["subject"] == 0)
    assert (spec.subjects[0].held, row["other_held"], row.get("other_color")) == (held, other, color)
    assert not_drawn(text) == ""


def test_what_is_in_the_other_hand_is_seen() -> None:
    plain, armed = (
        np.asarray(render(Subject(id="girl", held="sword", action="hold"), height=300, told=manner_of(row)))
        for row in ({"other_held": "shield"}, {"other_held": "shield", "other_color": "red"})
    )
    assert plain.shape == armed.shape
    changed = np.abs(plain.astype(int) - armed).sum(axis=2) > 60
    assert 0.02 < changed.mean() < 0.2
    assert np.flatnonzero(changed.any(axis=0)).max() < 0.5 * plain.shape[1]


@pytest.mark.parametrize("text", ["a dog with a bone and a cat", "a boy holding two flags and a lantern"])
def test_more_than_two_hands_hold_lies_beside(text: str) -> None:
    assert len(words.read(text).subjects) == 2


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Sofia and her grandpa", ["girl", "grandfather"]), ("Tom and his mom", ["boy", "mother"]),
        ("Pedro lê enquanto Ana dorme", ["man", "woman"]), ("Tom reads while Anna sleeps", ["man", "woman"]),
        ("o Chico pinta enquanto a Lia, ruiva, toca pandeiro", ["boy", "woman"]),
    ],
)  # fmt: skip
def test_somebody_with_a_name_steps_in(text: str, who: list[str]) -> None:
    spec = words.read(text)
    assert [s.id for s in spec.subjects] == who
    assert not any(s.held == "tambourine" for s in spec.subjects[:1])


def test_a_house_on_a_shell_is_carried() -> None:
    text = "una tortuga lleva una casita sobre el caparazón"
    assert [(s.id, s.relation, s.to) for s in again(text).subjects][1] == ("house", "on", 0)
    assert not_drawn(text) == ""


def test_presents_are_in_the_hands_of_who_opens_them() -> None:
    assert {s.held for s in words.read("kids opening presents under the tree").subjects[:2]} == {"gift"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Tom reads a book", "man"), ("Rose dances", "woman"), ("Luna duerme", "woman"),
        ("Rosa pinta un cuadro", "woman"), ("Roses dance in the wind", "rose"),
    ],
)  # fmt: skip
def test_a_name_that_is_a_word_is_somebody_who_does_something(text: str, who: str) -> None:
    assert [s.id for s in words.read(text).subjects] == [who]


def test_a_full_moon_is_nobody() -> None:
    assert words.read("Luna llena").subjects == ()


@pytest.mark.parametrize(
    ("text", "trait"), [("a Ana loira lê um livro", "blonde"), ("angry Maria dances", "angry")]
)
def test_what_is_said_of_somebody_with_a_name_stays(text: str, trait: str) -> None:
    row = again(text).extra["told"][0]
    assert row["traits"] == [trait]
    assert row["named"] in ("Ana", "Maria")
