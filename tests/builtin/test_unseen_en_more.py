"""More English as people write it: lists, halves of sentences, what lies where, and words of chat."""

from __future__ import annotations

import pytest

from imaginario.engines.builtin import words
from tests.builtin.test_words import ids


def test_more_that_is_there_by_itself() -> None:
    assert words.read("a log cabin with snow on the roof").place is None
    cabin = words.read("a log cabin with a warm light in the window")
    assert (cabin.subjects[0].relation, cabin.extra["scenery"]) == (None, ["window"])
    assert ids("draw a hedgehog, not a porcupine, wearing one red sock") == ["hedgehog"]
    assert ids("everyone is a teddy bear") == ["teddy"]
    assert ids("a cat and mice as guests") == ["cat", "mouse"]
    assert ids("strawberry shortcake on a pink plate with a fork") == ["plate", "fork"]
    assert words.read("a waiter in the aisle of a plane").subjects[0].action is None


@pytest.mark.parametrize(
    ("text", "place"), [("cats in spaaaace", "space"), ("sooo many cats at the beeeach", "beach")]
)
def test_words_that_are_drawn_out(text: str, place: str) -> None:
    spec = words.read(text)
    assert (spec.place, spec.unknown) == (place, ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("three generations of women: grandma, mom and baby girl", ["grandmother", "mother", "girl"]),
        ("two friends: a cat and a dog", ["cat", "dog"]),
        ("grandparents dancing to an old radio", ["grandmother", "grandfather", "radio"]),
        ("six cats pretending to be a man", ["cat"]),
        ("a cat burglar on a rooftop", ["person"]),
        ("a horse thats half robot", ["horse"]),
        ("a lighthouse keeper with a lantern", ["person"]),
    ],
)
def test_heads_of_lists_pairs_and_idioms(text: str, expected: list[str]) -> None:
    assert ids(text) == expected


def test_cities_in_small_letters_and_what_lies_on_it() -> None:
    assert words.read("a horse galloping thru neon tokyo").place == "city"
    gulls = words.read("a piano on the beach with seagulls on it").subjects[1]
    assert (gulls.relation, gulls.to) == ("on", 0)
    assert words.read("an abandoned space station").place == "space-station"


def test_who_somebody_was_and_what_somebody_also_is() -> None:
    grandfather, parrot = words.read("my grandfather, who was a sailor, with his parrot").subjects
    assert (grandfather.id, grandfather.outfit, parrot.id) == ("grandfather", "sailor", "parrot")
    assert words.read("a cat that is also a pirate").subjects[0].outfit == "pirate"
    assert ids("an owl that is also a clock") == ["owl"]


def test_two_things_on_top_and_a_rain_of_frogs() -> None:
    _, candle, skull = words.read("a stack of books with a candle and a skull on top").subjects
    assert (candle.relation, candle.to, skull.relation, skull.to) == ("on", 0, "on", 0)
    spec = words.read("rain of frogs over london")
    assert ([(s.id, s.count) for s in spec.subjects], spec.weather) == ([("frog", 7)], ())
    assert words.read("a train gliding through a city").subjects[0].action is None
    assert words.read("a ballet class of hippos").subjects[0].count == 3
    assert words.read("im so hungry draw me a burger").unknown == ()


def test_whom_a_picture_is_for_is_not_in_it() -> None:
    text = "picture for my daughters 5th birthday: a princess, a unicorn, and a cake w/ 5 candles"
    spec = words.read(text)
    assert [(s.id, s.count) for s in spec.subjects] == [
        ("woman", 1),
        ("unicorn", 1),
        ("cake", 1),
        ("candle", 5),
    ]
    assert ("festive" in spec.mood, spec.unknown) == (True, ())


def test_stations_and_hands() -> None:
    spec = words.read("a vintage train at a snowy station at night")
    assert (spec.place, spec.time, spec.weather) == ("station", "night", ("snowfall",))
    assert words.read("a fire station").unknown == ("fire station",)
    assert words.read("the water tower at dusk").subjects == ()
    house = words.read("a giant hand holding a tiny house").subjects
    assert [(s.id, s.action) for s in house] == [("house", None)]


@pytest.mark.parametrize(
    ("text", "at", "relation"),
    [
        ("a boy and a wolf behind him", 1, "behind"),
        ("an apple with a worm in it", 1, "inside"),
        ("a cake with strawberries on it", 1, "on"),
        ("a girl holding a cup, a cat behind her", 1, "behind"),
        ("a castle with dragons flying around it", 1, "beside"),
    ],
)
def test_where_it_and_him_and_her_are(text: str, at: int, relation: str) -> None:
    subject = words.read(text).subjects[at]
    assert (subject.relation, subject.to) == (relation, 0)


def test_things_float_by_themselves() -> None:
    capybara, tub, oranges = words.read("a capybara in a bath with oranges floating around it").subjects
    assert (capybara.action, capybara.held, oranges.action) == (None, None, "fly")
    assert (capybara.relation, tub.id) == ("inside", "bathtub")
    pigs, cows = words.read("3 pigs 2 cows").subjects
    assert (pigs.count, cows.count) == (3, 2)
    assert words.read("a sailing race with ten white boats").unknown == ("sailing race",)
    assert ids("seven dwarfs walking home") == ["gnome"]


def test_words_of_chat_are_read_over() -> None:
    spec = words.read("umm a skelleton drinkin coffe in the mornin")
    assert (spec.unknown, spec.time, spec.subjects[0].held) == ((), "dawn", "coffee")
    assert ids("a bird's nest with three eggs") == ["nest", "egg"]
    assert ids("a tiger-striped cat, not a tiger") == ["cat"]
    assert "ice cream" in words.read("a castle made of ice cream").unknown


def test_a_bowl_of_tomato_soup_is_soup() -> None:
    assert ids("a bowl of tomato soup and a sandwich") == ["soup", "sandwich"]
    assert ids("a bowl of apples") == ["bowl", "apple"]
    assert "books" in words.read("a city made entirely of books").unknown
    assert ids("a koi pond with a red bridge") == ["koi", "bridge"]


def test_a_full_moon_is_in_the_sky_a_park_bench_in_a_park_and_a_model_of_a_thing_no_woman() -> None:
    assert words.read("a fisherman in a green boat under a full moon").sky == ("moon",)
    bench = words.read("a fox reading a newspaper on a park bench")
    assert ([s.id for s in bench.subjects], bench.place) == (["fox", "bench"], "park")
    model = words.read("a teacher showing a volcano model")
    assert [s.id for s in model.subjects] == ["teacher", "volcano"]
    assert [s.id for s in words.read("a fashion model on a runway").subjects] == ["woman"]
