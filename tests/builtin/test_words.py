"""Words to scene: the audit in four languages, the rules it rests on, and texts nobody should write."""

from __future__ import annotations

import json
import random
import re
import time
from collections.abc import Callable

import pytest

from imaginario.engines.builtin import figures, looks, vocabulary, words
from imaginario.engines.builtin.spec import (
    ACTIONS,
    PLACES,
    RELATIONS,
    SKY_THINGS,
    TIMES,
    WEATHERS,
    SceneSpec,
    Subject,
)
from imaginario.engines.builtin.words import index, lexicon
from tests.builtin import audit

TAGS = {"en": "en", "pt": "pt-BR", "es": "es", "zh": "zh-CN"}
MORE_IDS = {
    "places": PLACES, "times": TIMES, "weathers": WEATHERS, "sky": SKY_THINGS, "actions": ACTIONS,
    "relations": RELATIONS, "outfits": figures.OUTFITS, "hats": figures.HATS, "glasses": figures.GLASSES,
    "colors": tuple(figures.COLORS), "styles": (*looks.styles(), ""),
}  # fmt: skip


def one(text: str) -> Subject:
    """The only subject of a text."""
    (subject,) = words.read(text).subjects
    return subject


def ids(text: str) -> list[str]:
    """The ids of all subjects of a text."""
    return [s.id for s in words.read(text).subjects]


@pytest.mark.parametrize("language", audit.LANGUAGES)
def test_the_audit_is_read_as_it_should(language: str) -> None:
    rows = [row for row in audit.rows(language) if "known_fault" not in row]
    wrong = {row["text"]: found for row in rows if (found := audit.differences(row, words.read(row["text"])))}
    assert wrong == {}


@pytest.mark.parametrize("language", audit.LANGUAGES)
def test_known_faults_are_few_and_still_faults(language: str) -> None:
    faults = [row for row in audit.rows(language) if "known_fault" in row]
    assert len(faults) <= 2
    assert all(audit.differences(row, words.read(row["text"])) for row in faults)


@pytest.mark.parametrize("language", audit.LANGUAGES)
def test_the_audit_speaks_of_things_that_exist(language: str) -> None:
    rows = audit.rows(language)
    named = {s.id for row in rows for s in audit.subjects(row)} - {"person"}
    assert len(rows) >= 40
    assert named <= vocabulary.load().keys()


@pytest.mark.parametrize("language", audit.LANGUAGES)
def test_the_language_of_every_audit_prompt_is_told(language: str) -> None:
    wrong = {
        row["text"]: found
        for row in audit.rows(language)
        if (found := words.detect_language(row["text"], default=TAGS[language])) != TAGS[language]
    }
    assert wrong == {}


@pytest.mark.parametrize("table", MORE_IDS)
def test_the_lexicon_means_what_the_painter_knows(table: str) -> None:
    meant = {lexicon.meaning(table, ident) for ident in lexicon.table(table)}
    assert meant <= set(MORE_IDS[table])


def test_every_place_hour_and_weather_has_words_in_four_languages() -> None:
    for table in ("places", "times", "weathers", "sky", "actions", "colors", "moods", "relations"):
        for ident, row in lexicon.table(table).items():
            if "means" not in row:
                assert all(row.get(code, "").strip() for code in index.LANGUAGES), f"{table}: {ident}"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("two owls", 2), ("12 owls", 12), ("90 owls", 12), ("many owls", 7), ("owls", 3), ("an owl", 1),
        ("duas corujas", 2), ("corujas", 3), ("várias corujas", 3), ("tres búhos", 3), ("几只猫头鹰", 3),
        ("五只猫头鹰", 5), ("3只猫头鹰", 3),
    ],
)  # fmt: skip
def test_counts(text: str, count: int) -> None:
    assert one(text).count == count


@pytest.mark.parametrize(
    "text",
    ["lions", "leões", "leoes", "leones", "LIONS", "Leões", "a lion's mane", "the lion", "狮子", "小狮子"],
)
def test_plurals_accents_and_capitals_do_not_matter(text: str) -> None:
    assert ids(text) == ["lion"]


def test_a_tilde_over_the_n_matters() -> None:
    assert words.read("un año").subjects == ()
    assert ids("nino") == ids("niño")
    assert ids("el moño") != ids("el mono") == ["monkey"]


@pytest.mark.parametrize(
    "text",
    [
        "a red cat and a blue dog",
        "a cat that is red and a dog that is blue",
        "um gato vermelho e um cachorro azul",
        "un gato rojo y un perro azul",
        "一只红色的猫和一只蓝色的狗",
        "gata vermelha, cachorra azul",
    ],
)
def test_colours_keep_to_their_noun(text: str) -> None:
    assert [(s.id, s.color) for s in words.read(text).subjects] == [("cat", "red"), ("dog", "blue")]


@pytest.mark.parametrize(
    "text",
    [
        "astronaut cat", "cat astronaut", "a cat in a blue spacesuit", "a cat as an astronaut",
        "a cat dressed as an astronaut", "gato astronauta", "gato vestido de astronauta",
        "gato de astronauta", "um gato com traje espacial vermelho", "un astronauta gato",
        "gato disfrazado de astronauta", "宇航员猫", "穿着宇航服的猫", "打扮成宇航员的猫",
    ],
)  # fmt: skip
def test_who_wears_what(text: str) -> None:
    subject = one(text)
    assert (subject.id, subject.outfit, subject.color) == ("cat", "astronaut", None)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("a wizard and his owl", ["man", "owl"]),
        ("a pirate with a parrot on her shoulder", ["woman", "parrot"]),
        ("a firefighter carrying a kitten in her arms", ["woman"]), ("a nurse in his uniform", ["man"]),
        ("a child and his dog", ["boy", "dog"]), ("a lighthouse keeper in her tower", ["woman"]),
        ("a male singer on stage", ["man"]), ("a queen with her guard", ["woman", "person"]),
        ("a doctor and a girl with her teddy bear", ["doctor", "girl"]),
        ("a dog and his bone", ["dog", "bone"]),
        ("two knights and a dragon, his wings spread", ["person", "dragon"]),
        ("a knight saves her from a dragon", ["person", "dragon"]),
    ],
)  # fmt: skip
def test_a_pronoun_tells_who_is_a_woman_or_a_man(text: str, who: list[str]) -> None:
    assert [s.id for s in words.read(text).subjects] == who


def test_a_role_of_its_own_is_a_person_of_its_own() -> None:
    assert [(s.id, s.outfit) for s in words.read("a wizard and an owl").subjects] == [
        ("person", "wizard"),
        ("owl", None),
    ]
    assert [one(text).id for text in ("uma rainha", "un rey", "a wizard")] == ["woman", "man", "person"]


def test_grounds_and_rides_point_at_their_subject() -> None:
    on, ride = words.read("a cat on a chair"), words.read("an owl, a frog riding a bicycle")
    assert (on.subjects[0].relation, on.subjects[on.subjects[0].to or 0].id) == ("on", "chair")
    frog = next(s for s in ride.subjects if s.id == "frog")
    assert (frog.action, frog.to is not None and ride.subjects[frog.to].id) == ("ride", "bicycle")


@pytest.mark.parametrize(
    ("text", "place", "sky"),
    [
        ("a cat on the moon", "moon", ()),
        ("a cat under the moon", None, ("moon",)),
        ("um gato na lua", "moon", ()),
        ("lua cheia sobre a floresta", "forest", ("moon",)),
        ("月亮和猫", None, ("moon",)),
        ("月亮上的猫", "moon", ()),
        ("stars in the sky", None, ("stars",)),
        ("a kite in the sky", "sky", ()),
    ],
)
def test_the_moon_is_a_place_only_to_those_on_it(text: str, place: str | None, sky: tuple[str, ...]) -> None:
    spec = words.read(text)
    assert (spec.place, spec.sky) == (place, sky)


def test_the_first_place_beats_the_background() -> None:
    assert words.read("mountains in the background, a boat on a lake").place == "lake"
    assert words.read("a boat on a lake with mountains far away in the background").place == "lake"


@pytest.mark.parametrize(
    ("text", "avoid"),
    [
        ("a cat, no clouds", "clouds"), ("um gato sem chapéu", "top-hat"), ("un gato, no hay perros", "dog"),
        ("没有狗的花园", "dog"), ("a garden without any red", "red"), ("sin lluvia", "rain"),
    ],
)  # fmt: skip
def test_unwanted_things(text: str, avoid: str) -> None:
    spec = words.read(text)
    assert avoid in spec.avoid
    assert avoid not in (*(s.id for s in spec.subjects), *spec.sky, *spec.weather)


def test_unwanted_lists_end_where_they_should() -> None:
    spec = words.read("a street without cars or people, a dog under a tree")
    assert spec.avoid == ("car", "person")
    assert [s.id for s in spec.subjects] == ["dog", "tree"]
    assert "no" not in words.read("um gato no jardim").avoid


def test_a_negative_prompt_takes_out_what_it_names() -> None:
    spec = words.read("a cat and a dog at night in the rain", "dog, night, stars, blurry, low quality")
    assert [s.id for s in spec.subjects] == ["cat"]
    assert (spec.time, spec.weather) == (None, ("rain",))
    assert {"dog", "night", "stars"} <= set(spec.avoid)


def test_taking_out_a_subject_moves_the_pointers() -> None:
    spec = words.read("a dog, a cat riding a horse", "dog")
    assert [s.id for s in spec.subjects] == ["cat", "horse"]
    assert spec.subjects[0].to == 1
    assert words.read("a cat on a sofa", "sofa").subjects[0].relation is None


def test_names_are_kept_and_are_no_words() -> None:
    assert words.read("um gato passeando em Rio, aquarela").names == ("Rio",)
    assert words.read("um gato no rio").place == "river"
    assert words.read("a girl named Rose").names == ("Rose",)
    assert words.read("Gato Astronauta Na Lua").names == ()
    assert words.read("UM GATO NO RIO").place == "river"


def test_comparisons_bring_nobody_in() -> None:
    assert ids("a cat as light as a feather, glowing like a lantern, in the shape of a heart") == ["cat"]
    assert ids("um gato branco como uma nuvem, parecido com um leão") == ["cat"]
    assert ids("像太阳一样的向日葵") == ["sunflower"]
    assert words.read("a cat in the style of ukiyo-e").style == "ukiyoe"


def test_unknown_words_are_listed_and_praise_is_not() -> None:
    spec = words.read(
        "a cat and a wuggle, masterpiece, best quality, highly detailed, 8k, beautiful composition"
    )
    assert spec.unknown == ("wuggle",)
    assert words.read("um gato lindo e um xablau, obra-prima, alta qualidade").unknown == ("xablau",)
    assert words.read("一只漂亮的猫，杰作，高清，细节丰富").unknown == ()


def test_the_same_thing_said_twice_is_one() -> None:
    assert ids("a cat in a garden. The cat wears a crown. The cat's eyes are green.") == ["cat"]
    assert one("a cat in a garden. The cat wears a crown.").hat == "crown"
    assert ids("a cat and another cat") == ["cat", "cat"]


def test_at_most_six_subjects_the_first_ones() -> None:
    found = ids("a cat, a dog, a cow, a pig, a fox, an owl, a bear and a lion")
    assert found == ["cat", "dog", "cow", "pig", "fox", "owl"]


@pytest.mark.parametrize("text", ["black and white cat", "um gato preto e branco", "un gato blanco y negro"])
def test_black_and_white_is_a_coat_or_a_style(text: str) -> None:
    assert words.read(text).style is None
    assert one(text).id in ("cat", "black-cat")


def test_black_and_white_alone_is_a_style() -> None:
    assert words.read("a portrait of a wolf, black and white").style == "noir"


def test_people_are_not_dyed() -> None:
    assert one("um menino negro").color is None
    assert one("a blue girl").color == "blue"


def test_a_spec_survives_json() -> None:
    spec = words.read("two red foxes in blue sweaters riding a wuggle in Paris on a starry night, pop art")
    assert SceneSpec.from_dict(json.loads(json.dumps(spec.to_dict()))) == spec
    assert spec.extra


def test_reading_is_the_same_every_time() -> None:
    text = "um gato astronauta na lua com um balão vermelho, aquarela"
    assert len({json.dumps(words.read(text).to_dict()) for _ in range(3)}) == 1


@pytest.mark.parametrize(
    ("text", "default", "language"),
    [
        ("", "en", "en"), ("", "zh-CN", "zh-CN"), ("12345", "es", "es"), ("gato azul", "es", "es"),
        ("gato azul", "pt-BR", "pt-BR"), ("o gato", "en", "pt-BR"), ("el gato", "en", "es"),
        ("the cat", "pt-BR", "en"), ("猫 cat", "en", "zh-CN"),
    ],
)  # fmt: skip
def test_a_draw_goes_to_the_default(text: str, default: str, language: str) -> None:
    assert words.detect_language(text, default=default) == language


SMALL_WORDS = re.split(" ", "cat on the a with holding no like and , . under hat 2 in as is red by of")
SMALL_SIGNS = re.split(" ", "猫 在 上 的 和 红色 没有 像 戴着 帽子 ， 两只 骑 里 是")
GARBAGE: dict[str, Callable[[random.Random], str]] = {
    "letters": lambda _: "a" * 100_000,
    "known sign": lambda _: "猫" * 100_000,
    "unknown sign": lambda _: "龘" * 100_000,
    "emoji": lambda _: "😀🐱" * 50_000,
    "control characters": lambda _: "".join(map(chr, range(32))) * 3_000,
    "any character": lambda rng: "".join(chr(rng.randrange(0x110000)) for _ in range(100_000)),
    "half characters": lambda _: "\ud83d" * 10_000,
    "ligatures that grow": lambda _: "ﷺ" * 100_000,
    "accents": lambda _: "a" + "\u0301" * 100_000,
    "joints": lambda _: "a-'_/" * 20_000,
    "stops": lambda _: ".,;:!?()[]" * 10_000,
    "small words": lambda rng: " ".join(rng.choices(SMALL_WORDS, k=20_000)),
    "small signs": lambda rng: "".join(rng.choices(SMALL_SIGNS, k=30_000)),
}


@pytest.mark.parametrize("kind", GARBAGE)
def test_no_text_is_too_strange_or_too_long(kind: str) -> None:
    words.read("warm")  # the index is made once
    text = GARBAGE[kind](random.Random(7))
    begin = time.process_time()  # not the clock on the wall: a busy machine reads as well, only later
    spec = words.read(text, text)
    words.detect_language(text)
    assert time.process_time() - begin < 2.5  # a machine on which other tests run is slower
    assert len(spec.subjects) <= 6
    assert len(spec.unknown) <= 24
    json.dumps(spec.to_dict())


def test_a_long_prompt_is_read_in_no_time() -> None:
    text = next(row["text"] for row in audit.rows("en") if len(row["text"]) > 300)
    words.read(text)
    best = min(_seconds(lambda: words.read(text)) for _ in range(10))
    assert best < 0.025  # half of it where nothing else runs


def _seconds(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


@pytest.mark.parametrize(
    ("subject", "texts"),
    [
        ("catrina", ("a catrina", "uma catrina", "una catrina", "卡特里娜")),
        ("churros", ("churros", "um churro", "unos churros", "吉事果")),
        ("roller-skates", ("roller skates", "patins", "patines", "旱冰鞋")),
        ("fireplace", ("a fireplace", "uma lareira", "una chimenea", "壁炉")),
        ("pinata", ("a piñata", "uma pinhata", "una piñata", "皮纳塔")),
        ("horse-carriage", ("a horse and carriage", "uma carruagem", "un carruaje", "马车")),
        ("shopping-cart", ("a shopping cart", "um carrinho de compras", "un carrito de compras", "购物车")),
        ("chess-board", ("a chess board", "um tabuleiro de xadrez", "un tablero de ajedrez", "国际象棋")),
        ("birdhouse", ("a birdhouse", "uma casa de passarinho", "una casita de pájaros", "鸟屋")),
        ("gold-pile", ("a pile of gold", "um monte de ouro", "un montón de oro", "金币堆")),
    ],
)
def test_one_of_a_kind_in_every_language(subject: str, texts: tuple[str, ...]) -> None:
    read = [words.read(text) for text in texts]
    assert [spec.unknown for spec in read] == [()] * 4
    assert [[(one.id, one.count) for one in spec.subjects] for spec in read] == [
        [(subject, 3 if "unos" in text else 1)] for text in texts
    ]


@pytest.mark.parametrize("text", ["a cat on roller skates", "um gato de patins", "un gato con patines"])
def test_who_is_on_roller_skates_stands_in_them(text: str) -> None:
    cat, skates = words.read(text).subjects
    assert (cat.action, cat.to, skates.id, skates.count) == ("ride", 1, "roller-skates", 1)


def test_those_who_play_chess_bring_no_second_board() -> None:
    assert ids("two cats playing chess") == ["cat"]
