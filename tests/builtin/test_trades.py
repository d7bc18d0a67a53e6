"""People named by what they do, and the things of their deeds."""

from __future__ import annotations

import pytest

from imaginario.engines.builtin import figures, naming, plan, words, writer
from imaginario.engines.builtin.figures import drawing
from imaginario.engines.builtin.scenery.streams import Streams
from imaginario.engines.builtin.spec import SceneSpec, Subject
from imaginario.engines.builtin.vocabulary import load


def told(text: str) -> tuple[SceneSpec, SceneSpec]:
    """The scene of a text, and the one that its written prompt is read as."""
    spec = words.read(text)
    return spec, words.read(writer.write(spec, idea=text).prompt)


@pytest.mark.parametrize("text", [
    "a dog and a violinist", "um cachorro e um violinista", "un perro y un violinista",
])  # fmt: skip
def test_somebody_of_a_trade_beside_another_is_somebody(text: str) -> None:
    for spec in told(text):
        dog, player = spec.subjects
        assert (dog.id, dog.held, dog.action) == ("dog", None, None)
        assert (player.id, player.held, player.action) == ("person", "violin", "play")


@pytest.mark.parametrize(("text", "instrument"), [
    ("a cellist in the park", "cello"), ("um violoncelista no parque", "cello"), ("大提琴手", "cello"),
    ("a saxophonist at night", "saxophone"), ("un saxofonista", "saxophone"), ("um sanfoneiro", "accordion"),
])  # fmt: skip
def test_players_have_their_own_instrument(text: str, instrument: str) -> None:
    for spec in told(text):
        assert [s.held for s in spec.subjects] == [instrument]


@pytest.mark.parametrize(("text", "color"), [
    ("a girl flying an orange kite", "orange"), ("um menino soltando pipa verde", "green"),
    ("小女孩放红色的风筝", "red"), ("una niña volando su papalote azul", "blue"),
])  # fmt: skip
def test_a_kite_that_is_flown_keeps_its_colour(text: str, color: str) -> None:
    for spec in told(text):
        assert [(s.held, s.action) for s in spec.subjects] == [("kite", "hold")]
        assert spec.extra["told"][0]["held_color"] == color
        assert spec.extra["told"][0]["activity"] == "kite-flying"


def test_the_ball_of_a_game_is_told_with_its_colour_and_is_one() -> None:
    for spec in told("menino jogando bola amarela"):
        assert [(s.id, s.held) for s in spec.subjects] == [("boy", "ball")]
        assert spec.extra["told"][0]["held_color"] == "yellow"


def test_two_who_play_football_go_on_playing_in_the_prompt() -> None:
    spec, again = told("a cat and a dog playing football")
    assert spec.subjects == again.subjects
    assert [s.action for s in again.subjects] == ["play", "play"]


def test_a_comma_before_and_leaves_the_first_of_two_alone() -> None:
    cat, dog = words.read("a cat, and a dog dancing").subjects
    assert (cat.action, dog.action) == (None, "dance")
    together = words.read("a cat and a dog dancing").subjects
    assert [s.action for s in together] == ["dance", "dance"]


def test_who_flies_in_a_plane_is_above_what_is_below() -> None:
    for spec in told("Santos Dumont voando no 14-Bis sobre a Torre Eiffel"):
        pilot, plane, tower = spec.subjects
        assert (pilot.action, plane.id, plane.relation, tower.id) == (
            "ride",
            "airplane",
            "over",
            "eiffel-tower",
        )


@pytest.mark.parametrize("text", ["一对老夫妻牵手散步", "老两口在公园散步"])
def test_an_old_couple_is_old(text: str) -> None:
    assert {s.id for s in words.read(text).subjects} == {"grandfather", "grandmother"}


def test_strangers_who_act_are_somebody_with_a_name() -> None:
    for spec in told("Zorblat holding a lamp"):
        (somebody,) = spec.subjects
        assert (somebody.id, somebody.held) == ("person", "lamp")
        assert spec.extra["told"][0]["name"] == "Zorblat"
        assert spec.unknown == ()
    assert words.read("a zorblat holding a lamp").unknown == ("zorblat",)


def test_a_chinese_name_stays_somebody_in_the_english_prompt() -> None:
    for spec in told("姚明在篮球场扣篮"):
        (player,) = spec.subjects
        assert (player.id, player.outfit, player.action) == ("person", "basketball", "play")
        assert spec.extra["told"][0]["name"] == "姚明"


def test_a_name_that_is_a_word_as_well_is_one_beside_another_name() -> None:
    for spec in told("Lampião e Maria Bonita andando de bicicleta no sertão"):
        assert [s.id for s in spec.subjects] == ["man", "woman", "bicycle"]
    assert [s.id for s in words.read("lampião na janela").subjects] == ["lantern"]


@pytest.mark.parametrize(("text", "thing", "action"), [
    ("李白在月光下举杯喝酒", "wine", "eat"), ("five children raise their hands", None, "wave"),
    ("一个学生举手", None, "wave"),
])  # fmt: skip
def test_deeds_of_glasses_and_hands(text: str, thing: str | None, action: str) -> None:
    for spec in told(text):
        assert {(s.held, s.action) for s in spec.subjects} == {(thing, action)}


def test_a_red_neckerchief_is_a_red_scarf() -> None:
    spec = words.read("戴红领巾的小学生")
    assert spec.extra["told"][0]["outfit_color"] == "red"


def test_rain_in_pitchers_brings_no_pitchers() -> None:
    spec = words.read("llueve a cántaros sobre la ciudad")
    assert (spec.subjects, spec.place, spec.weather) == ((), "city", ("rain",))


@pytest.mark.parametrize("text", [
    "a postman chased by five dogs", "un cartero perseguido por cinco perros",
    "um carteiro perseguido por cinco cachorros",
])  # fmt: skip
def test_who_is_chased_runs_away_and_the_others_after_him(text: str) -> None:
    for spec in told(text):
        dogs, postman = spec.subjects
        assert (postman.id, dogs.action, dogs.count) == ("man", "run", 5)
        assert [row.get("verb") for row in spec.extra["told"]] == ["chase", None]
        assert spec.unknown == ()


def test_the_net_of_a_fisherman_is_no_hammock() -> None:
    assert "fishing-net" in [s.id for s in words.read("um velho pescador e sua rede no barco").subjects]
    assert "hammock" in [s.id for s in words.read("uma menina deitada na rede").subjects]


@pytest.mark.parametrize(("text", "count"), [
    ("a girl holding three balloons", 3), ("uma menina segurando duas maçãs", 2), ("小女孩拿着四个气球", 4),
    ("un payaso sosteniendo siete globos", 7),
])  # fmt: skip
def test_how_many_are_held_is_told_and_drawn(text: str, count: int) -> None:
    for spec in told(text):
        (subject,) = spec.subjects
        row = spec.extra["told"][0]
        assert row["held_count"] == count
        one = {**row, "held_count": 2 if count > 2 else 5}
        assert svg(subject, row) != svg(subject, one)
        assert len(svg(subject, row)) - len(svg(subject, {})) > 200 * (count - 1)


def svg(subject: Subject, row: dict[str, object]) -> str:
    """A figure as SVG, with what the words said of it."""
    return drawing.svg_text(subject, told=figures.manner_of(row))[0]


def test_what_no_hand_holds_twice_lies_beside() -> None:
    spec = words.read("a boy carrying three boxes")
    boy, others = plan.complete(spec, Streams(2), load()).subjects
    assert (boy.held, others.id, others.count, others.relation) == ("box", "box", 2, "beside")


def test_a_pointed_wizard_hat_is_no_quality_that_is_missed() -> None:
    for spec in told("a cat in a wizard hat"):
        assert spec.unseen == ()


def test_what_has_no_drawing_is_translated_and_stays_together() -> None:
    spec, again = told("una cabaña en la nieve con humo saliendo de la chimenea")
    assert spec.unknown == ("humo saliendo de la chimenea",)
    assert [naming.name(word, "es") for word in again.unknown] == ["humo de la chimenea"]


@pytest.mark.parametrize(("text", "said"), [
    ("uma mulher vendendo flores", "a woman selling flowers"),
    ("奶奶在院子里讲故事", "a grandmother telling a story"),
    ("un niño soplando las velas", "a boy blowing candles"), ("两个小朋友聊天", "a girl and a boy chatting"),
    ("a dog sleeps while a wolf watches", "a wolf watching"),
])  # fmt: skip
def test_deeds_and_things_without_a_drawing_are_said_in_english_and_told_in_ones_own_language(
    text: str, said: str
) -> None:
    spec, again = told(text)
    assert said in writer.write(spec, idea=text).prompt
    assert len(again.unknown) == len(spec.unknown) == 1
    assert [s.id for s in again.subjects] == [s.id for s in spec.subjects]
    code = words.detect_language(text).partition("-")[0]
    assert naming.name(again.unknown[0], code) == naming.name(
        naming.deed(spec.unknown[0], code) or spec.unknown[0], code
    )


def test_an_orange_beside_rice_is_to_be_eaten() -> None:
    for spec in told("feijoada com arroz e laranja numa mesa de madeira"):
        assert [(s.id, s.color) for s in spec.subjects] == [
            ("feijoada", None),
            ("rice", None),
            ("orange", None),
        ]


def test_what_is_known_and_has_no_drawing_is_told_of_the_prompt_too() -> None:
    for spec in told("a bike against a brick wall"):
        assert spec.unknown == ("brick wall",)


def test_a_hero_has_the_cape_that_was_asked_for() -> None:
    for spec in told("a superhero dog with a blue cape"):
        assert spec.extra["told"][0]["outfit_color"] == "blue"
        assert spec.unseen == ()


@pytest.mark.parametrize(("text", "ids"), [
    ("an old lighthouse keeper and his dog", ["man", "dog"]),
    ("a mouse with a wheel of cheese", ["mouse"]),
])  # fmt: skip
def test_words_that_only_contain_a_drawing(text: str, ids: list[str]) -> None:
    for spec in told(text):
        assert [s.id for s in spec.subjects] == ids


@pytest.mark.parametrize(("text", "ids"), [
    ("a person and a girl", ["person", "girl"]),
    ("a family with two kids", ["mother", "father", "girl", "boy"]),
])  # fmt: skip
def test_only_families_have_parents(text: str, ids: list[str]) -> None:
    assert [s.id for s in words.read(text).subjects] == ids


@pytest.mark.parametrize("text", ["a green house with a red roof", "a green house"])
def test_a_green_house_is_a_house(text: str) -> None:
    for spec in told(text):
        assert [(s.id, s.color) for s in spec.subjects] == [("house", "green")]
        assert spec.place is None


def test_a_stack_of_five_is_five_and_pink_corals_dye_no_ship() -> None:
    for spec in told("a stack of five pancakes"):
        assert [(s.id, s.count) for s in spec.subjects] == [("pancake", 5)]
    for spec in told("corales rosados y un barco hundido"):
        assert [(s.id, s.color) for s in spec.subjects] == [("ship", None)]
        assert [word.id for word in spec.unseen] == ["pink"]


def test_what_is_under_an_arm_is_held() -> None:
    for text in ("una anciana con una gallina debajo del brazo", "a girl with a hen under her arm"):
        assert [s.held for s in words.read(text).subjects] == ["hen"]


def test_sisters_of_one_birth_are_girls() -> None:
    for spec in told("dos gemelas pelirrojas"):
        assert [(s.id, s.count) for s in spec.subjects] == [("girl", 2)]
        assert "twin" in spec.extra["told"][0]["traits"]
