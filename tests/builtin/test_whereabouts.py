"""Where somebody is by a pronoun, a door or a limb: "behind him", "na porta da escola", "on his shoulder"."""

from __future__ import annotations

from dataclasses import replace

import pytest

from imaginario.engines.builtin import accounts, compose, words, writer
from imaginario.engines.builtin.figures import manner_of, svg_text
from imaginario.engines.builtin.spec import SceneSpec, Subject
from tests.builtin.test_words import ids, one


def painted(text: str) -> SceneSpec:
    """The scene of a text as it is painted: by the draft, which is read again."""
    return words.read(writer.write(words.read(text), idea=text).prompt)


def stands(spec: SceneSpec, ident: str) -> tuple[str | None, str | None]:
    """How the first subject of an id stands, and to whom."""
    subject = next(s for s in spec.subjects if s.id == ident)
    return subject.relation, spec.subjects[subject.to].id if subject.to is not None else None


@pytest.mark.parametrize(
    "text",
    [
        "a dog at the school gate", "a dog outside the school gates", "um cachorro na porta da escola",
        "um cachorro no portão da escola", "un perro en la puerta de la escuela",
    ],
)  # fmt: skip
def test_who_waits_at_its_gate_is_in_front_of_the_school(text: str) -> None:
    for spec in (words.read(text), painted(text)):
        assert [s.id for s in spec.subjects] == ["dog", "school"]
        assert (stands(spec, "dog"), spec.place) == (("in_front_of", "school"), None)


def test_the_gate_of_a_castle_and_a_red_door_stay() -> None:
    assert "door" in ids("a cat beside a red door")
    assert stands(words.read("a dog at the church door"), "dog") == ("in_front_of", "church")
    factory = words.read("a dog at the factory gate")
    assert (factory.place, factory.unknown) == ("street", ("factory",))


@pytest.mark.parametrize(
    ("text", "who", "relation", "whom"),
    [
        ("a king on his throne and two soldiers behind him", "person", "behind", "man"),
        ("a fisherman in a boat with a dog beside him", "dog", "beside", "fisherman"),
        ("um pescador num barco com um cachorro ao lado dele", "dog", "beside", "fisherman"),
        ("un pescador en un bote con un perro a su lado", "dog", "beside", "fisherman"),
        ("una bailarina en el escenario y un violinista detrás de ella", "person", "behind", "ballerina"),
        ("two astronauts on the moon, a robot behind them", "robot", "behind", "person"),
        ("uma bruxa e, ao lado dela, um sapo", "frog", "beside", "woman"),
        ("a man with a dog by his side", "dog", "beside", "man"),
        ("a grandmother with a kitten at her feet", "cat", "in_front_of", "grandmother"),
        ("a tractor with two piglets running behind", "pig", "behind", "tractor"),
    ],
)
def test_a_pronoun_tells_by_whom_somebody_is(text: str, who: str, relation: str, whom: str) -> None:
    read, again = words.read(text), painted(text)
    assert stands(read, who) == stands(again, who) == (relation, whom)
    assert sorted(s.id for s in read.subjects) == sorted(s.id for s in again.subjects)


@pytest.mark.parametrize(
    "text", ["a queen with a guard on each side", "uma rainha com um guarda de cada lado"]
)
def test_one_at_each_side_is_two(text: str) -> None:
    guards = words.read(text).subjects[1]
    assert (guards.count, guards.relation) == (2, "beside")


@pytest.mark.parametrize(
    ("text", "limb"),
    [
        ("a parrot on a pirate's shoulder", "shoulder"),
        ("um pirata com um papagaio no ombro", "shoulder"),
        ("una mujer con un loro en el hombro", "shoulder"),
        ("一只鹦鹉站在海盗的肩膀上", "shoulder"),
        ("a boy with his little sister on his back", "back"),
        ("uma borboleta no nariz de um cachorro", "nose"),
        ("a teddy bear between a baby and a cat", "between"),
        ("un perro entre dos gatos", "between"),
    ],
)
def test_the_limb_is_told_and_kept_in_the_draft(text: str, limb: str) -> None:
    for spec in (words.read(text), painted(text)):
        assert limb in [row.get("relation") for row in spec.extra["told"]]


def test_a_nose_is_told_to_be_no_more_than_on_top() -> None:
    near = [asked.id for asked, _ in accounts.stand_ins(words.read("a butterfly on the nose of a dog"))]
    assert near == ["nose"]
    assert accounts.stand_ins(words.read("a parrot on a pirate's shoulder")) == []


@pytest.mark.parametrize(
    "text",
    [
        "a parrot on the shoulder of a pirate, on a ship",
        "um pirata com um papagaio no ombro, num navio",
    ],
)
def test_the_parrot_leaves_the_ship_to_the_pirate(text: str) -> None:
    spec = words.read(text)
    assert stands(spec, "parrot")[1] == "person"
    assert stands(spec, "person")[1] in ("ship", "boat")


def test_the_parrot_stays_on_the_pirate_on_deck() -> None:
    spec = words.read("un pirata con un loro en el hombro en la cubierta de un barco")
    assert stands(spec, "parrot")[1] == "person"
    assert spec.place == "ship-deck"
    assert len(spec.subjects) == 2


@pytest.mark.parametrize(
    "text",
    [
        "a couple on the beach, he in a white shirt and she in a blue dress",
        "um casal na praia, ele de camisa branca e ela de vestido azul",
        "una pareja en la playa, él con camisa blanca y ella con vestido azul",
    ],
)
def test_he_and_she_of_a_couple_are_told_apart(text: str) -> None:
    for spec in (words.read(text), painted(text)):
        assert [(s.id, s.outfit) for s in spec.subjects] == [("man", "casual"), ("woman", "dress")]
        assert spec.place == "beach"


def test_newlyweds_are_bride_and_groom_in_their_own_colours() -> None:
    spec = words.read("una pareja de novios, ella con vestido blanco y él con traje negro")
    assert [s.id for s in spec.subjects] == ["bride", "groom"]
    assert [
        (s.outfit, row.get("outfit_color")) for s, row in zip(spec.subjects, spec.extra["told"], strict=True)
    ] == [
        (None, None),
        ("suit", "black"),
    ]  # a bride's own gown is white
    assert one("um casal na praia").count == 2


@pytest.mark.parametrize(
    ("text", "place", "held"),
    [
        ("una mujer leyendo en el café", "cafe", "book"),
        ("um homem lendo num café", "cafe", "book"),
        ("dos abuelos en la mesa de un café", "cafe", None),
        ("um homem tomando café", None, "coffee"),
    ],
)
def test_a_cafe_is_a_place_and_a_drink(text: str, place: str | None, held: str | None) -> None:
    spec = words.read(text)
    assert (spec.place, spec.subjects[0].held) == (place, held)


@pytest.mark.parametrize(
    "text",
    [
        "an old lady knitting by the fireplace on a winter night",
        "uma velhinha ao lado da lareira numa noite de inverno",
        "una abuela junto a la chimenea en una noche de invierno",
        "一个老奶奶坐在壁炉旁，冬夜",
    ],
)
def test_who_sits_by_the_hearth_in_winter_is_in_a_room_and_it_snows_outside(text: str) -> None:
    for spec in (words.read(text), painted(text)):
        assert (spec.place, spec.time, spec.weather) == ("room", "night", ("snowfall",))


def test_winter_brings_snow_wherever_it_comes() -> None:
    assert words.read("a fox on a winter morning").place == "snow"
    park = words.read("um gato no parque numa noite de inverno")
    assert (park.place, park.weather) == ("park", ("snowfall",))


@pytest.mark.parametrize(
    ("text", "time", "weather"),
    [
        ("um gato numa manhã chuvosa", "dawn", ("rain",)),
        ("un gato en una tarde lluviosa", "day", ("rain",)),
        ("um gato numa tarde ensolarada", "day", ()),
        ("uma manhã nublada com um gato", "dawn", ("clouds",)),
        ("una niña esperando el tren, anochece", "sunset", ()),
    ],
)
def test_hours_have_feminine_weather(text: str, time: str, weather: tuple[str, ...]) -> None:
    spec = words.read(text)
    assert (spec.time, spec.weather, [w for w in spec.unknown if "uvios" in w]) == (time, weather, [])


@pytest.mark.parametrize(
    "text", ["a dragon inside a cave", "um urso dentro da caverna", "un niño dentro de la cueva"]
)
def test_inside_a_place_is_that_place(text: str) -> None:
    assert words.read(text).place == "cave"
    assert words.read("a bear coming out of a cave").place is None


def test_camping_is_done_at_a_campsite_and_cards_are_told() -> None:
    assert words.read("um grupo de amigos acampando em volta da fogueira").place == "camp"
    assert words.read("una niña en el balcón").place == "rooftop"
    near = [asked.id for asked, _ in accounts.stand_ins(words.read("dos abuelos jugando a las cartas"))]
    assert near == ["card-game"]
    near = [asked.id for asked, _ in accounts.stand_ins(painted("un gato en la terraza"))]
    assert near == ["balcony"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a fox reading a newspaper on a train", "train-carriage"),
        ("um menino no trem olhando pela janela", "train-carriage"),
        ("on a train, a fox reads and a rabbit sleeps", "train-carriage"),
        ("a girl sleeping on a plane", "airplane-cabin"),
        ("un niño leyendo un cómic en el autobús", "bus-interior"),
    ],
)
def test_who_does_something_aboard_is_inside(text: str, place: str) -> None:
    for spec in (words.read(text), painted(text)):
        assert (spec.place, [s.id for s in spec.subjects if s.id in ("train", "airplane", "bus")]) == (
            place,
            [],
        )


def test_a_red_train_and_who_only_rides_one_are_seen_from_outside() -> None:
    assert "train" in ids("a bear riding a red train")
    assert "airplane" in ids("a plane flying over the airport")
    assert words.read("a cat on a train").place is None


@pytest.mark.parametrize(
    "text", ["a cat in a red house", "um gato na casa amarela", "a dog in a haunted house"]
)
def test_who_is_in_a_house_that_is_seen_from_outside_is_told_to_stand_before_it(text: str) -> None:
    spec = painted(text)
    assert spec.subjects[0].relation == "inside"
    assert [asked.id for asked, _ in accounts.stand_ins(spec)] == ["indoors"]


@pytest.mark.parametrize("text", ["a cat in the house", "um gato na casa da vovó", "un gato en la casa"])
def test_who_is_in_the_house_is_in_a_room(text: str) -> None:
    assert words.read(text).place == "room"
    assert words.read("a wolf in grandma's bed").subjects[1].id == "bed"


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("a couple kissing in a church in the rain", ["rain"]),
        ("a cat in a museum under a full moon", ["moon"]),
        ("a cat in a room in the rain", []),
    ],
)
def test_weather_that_no_window_shows_is_told(text: str, lost: list[str]) -> None:
    owed = [str(getattr(thing, "id", thing)) for thing in accounts.owed(words.read(text))]
    assert [name for name in owed if name in ("rain", "moon")] == lost


def test_morning_is_painted_as_dawn_and_small_hours_are_night() -> None:
    spec = painted("uma menina no jardim de manhã")
    assert (spec.time, [asked.id for asked, _ in accounts.stand_ins(spec)]) == ("dawn", [])
    assert words.read("um lobisomem no cemitério de madrugada").time == "night"


@pytest.mark.parametrize(
    "text", ["an astronaut without a helmet", "um pirata sem chapéu", "没戴头盔的宇航员"]
)
def test_an_unwanted_hat_is_off_although_the_clothes_bring_it_along(text: str) -> None:
    draft = writer.write(words.read(text), idea=text)
    spec = words.read(draft.prompt, draft.negative_prompt)
    plain = replace(spec, avoid=())
    off, on = (compose.paint(s, width=256, height=256, seed=2).image for s in (spec, plain))
    assert off.tobytes() != on.tobytes()


@pytest.mark.parametrize(
    ("text", "told"),
    [("a snail without a shell", "shellless"), ("a boy without shoes", "shoeless"),
     ("un elefante sin trompa", "sin trompa")],
)  # fmt: skip
def test_a_part_that_is_drawn_although_it_is_unwanted_is_told(text: str, told: str) -> None:
    assert told in words.read(text).unknown
    assert told in painted(text).unknown


@pytest.mark.parametrize(
    ("text", "local"),
    [
        ("a girl sitting on a bench eating an ice cream", ""),
        ("um urso sentado numa pedra comendo mel", "um urso sentado comendo"),
        ("una niña sentada en un banco leyendo", "una niña sentada leyendo"),
        ("一只猫坐在沙发上看书", "坐着读着书"),
    ],
)
def test_who_does_something_sitting_sits(text: str, local: str) -> None:
    language = {"um": "pt-BR", "un": "es"}.get(text[:2], "zh-CN")
    draft = writer.write(words.read(text), idea=text, language=language)
    for spec in (words.read(text), words.read(draft.prompt)):
        assert [row.get("sits") for row in spec.extra["told"] if row["subject"] == 0] == [True]
    assert local in draft.prompt_local or not local


def test_who_sits_is_drawn_so() -> None:
    reading = Subject(id="fox", action="read", held="book")
    sitting = manner_of({"sits": True})
    assert svg_text(reading, told=sitting)[0] != svg_text(reading)[0]


@pytest.mark.parametrize(
    ("text", "who", "where"),
    [
        ("on a park bench sits a lonely scarecrow", "scarecrow", ("on", "bench")),
        ("on a red sofa sleeps a dog", "dog", ("on", "sofa")),
        ("numa cadeira senta um gato preto", "black-cat", ("on", "chair")),
        ("bajo el árbol duerme un gato", "cat", ("under", "tree")),
    ],
)
def test_a_seat_may_be_told_before_who_sits_there(text: str, who: str, where: tuple[str, str]) -> None:
    assert stands(words.read(text), who) == stands(painted(text), who) == where


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a cat in a dark kitchen", "kitchen"),
        ("um gato numa cozinha escura", "kitchen"),
        ("un gato en una calle oscura", "street"),
        ("一只猫在昏暗的厨房里", "kitchen"),
    ],
)
def test_where_it_is_dark_it_is_night(text: str, place: str) -> None:
    for spec in (words.read(text), painted(text)):
        assert (spec.place, spec.time) == (place, "night")
        assert not spec.unknown


def test_what_else_is_dark_has_no_hour() -> None:
    assert words.read("a boy with dark hair in a forest").time is None
    assert words.read("a dark kitchen at sunset").time == "sunset"


def test_a_magic_kitchen_has_no_magician() -> None:
    spec = painted("uma cozinha mágica com um gato")
    assert ([s.id for s in spec.subjects], spec.mood) == (["cat"], ("magical",))


@pytest.mark.parametrize(
    "text", ["twin girls in red", "meninas gêmeas", "niñas gemelas", "a pair of twin girls"]
)
def test_twins_are_two(text: str) -> None:
    for spec in (words.read(text), painted(text)):
        assert [(s.id, s.count) for s in spec.subjects] == [("girl", 2)]


def test_a_wooden_boat_stays_wooden_in_its_prompt() -> None:
    assert (
        "in a small wooden boat" in writer.write(words.read("a man in a small wooden boat"), idea="x").prompt
    )
