"""English as people write it: one by one, whose mother it is, what is only told of, hours of the clock."""

from __future__ import annotations

import pytest

from imaginario.engines.builtin import words, writer
from imaginario.engines.builtin.words import index, spelling
from tests.builtin.test_words import ids


def drawn(text: str) -> list[tuple[str, int, str | None]]:
    return [(s.id, s.count, s.color) for s in words.read(text).subjects]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two cats, one black and one white", [("cat", 1, "black"), ("cat", 1, "white")]),
        ("two robots, one red and the other blue", [("robot", 1, "red"), ("robot", 1, "blue")]),
        (
            "three balloons: one red, one blue and one yellow",
            [("balloon", 1, "red"), ("balloon", 1, "blue"), ("balloon", 1, "yellow")],
        ),
        ("the first dog is brown, the second dog is white", [("dog", 1, "brown"), ("dog", 1, "white")]),
        ("the first robot is blue, the second one is pink", [("robot", 1, "blue"), ("robot", 1, "pink")]),
        ("one cat and one dog", [("cat", 1, None), ("dog", 1, None)]),
        ("one of three bears is holding honey", [("bear", 3, None)]),
    ],
)
def test_figures_told_of_one_by_one(text: str, expected: list[tuple[str, int, str | None]]) -> None:
    assert drawn(text) == expected


def test_each_of_two_does_something_of_its_own() -> None:
    knight, horse, other, dragon = words.read(
        "two knights, one riding a white horse and the other riding a dragon"
    ).subjects
    assert (knight.action, horse.color, other.outfit, dragon.id) == ("ride", "white", "knight", "dragon")
    hatted, seeing = words.read("two girls, one with a red hat and the other with glasses").subjects
    assert (hatted.hat, hatted.glasses, seeing.hat, seeing.glasses) == ("straw", None, None, "glasses")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("three ducklings following their mother", ["duckling", "duck"]),
        ("a puppy sleeping next to its mom", ["dog", "dog"]),
        ("a bear with her two cubs", ["bear", "bear"]),
        ("an elephant calf and its mother", ["elephant", "elephant"]),
        ("a kangaroo with its baby", ["kangaroo", "kangaroo"]),
        ("a girl and her mother", ["girl", "mother"]),
    ],
)
def test_an_animal_has_its_own_kin(text: str, expected: list[str]) -> None:
    assert ids(text) == expected


@pytest.mark.parametrize(
    ("text", "expected", "there"),
    [
        ("a park with neither dogs nor cats", ["dog", "cat"], []),
        ("neither dogs nor people, just one scarecrow", ["dog", "person"], ["scarecrow"]),
        ("the knight who lost his sword is crying", ["sword"], ["man"]),
        ("instead of a horse, the cowboy rides a cow", ["horse"], ["man", "cow"]),
        ("nothing but a cactus in the desert", [], ["cactus"]),
        ("two men hold the flag", [], ["man"]),
    ],
)
def test_what_is_not_there(text: str, expected: list[str], there: list[str]) -> None:
    spec = words.read(text)
    assert (list(spec.avoid), [s.id for s in spec.subjects]) == (expected, there)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("a ghost in a kitchen at 3am", "night"), ("a man in a park at 7 pm", "sunset"),
        ("breakfast at 6 am", "dawn"), ("a school at 11am", "day"), ("a bar at 10pm", "night"),
    ],
)  # fmt: skip
def test_hours_of_the_clock(text: str, time: str) -> None:
    spec = words.read(text)
    assert spec.time == time
    assert not {"am", "pm"} & set(spec.unknown)


def test_a_hall_is_not_seen_from_outside() -> None:
    spec = words.read("a man waiting outside a cinema")
    assert spec.place == "street"
    assert "cinema" in spec.unknown
    assert words.read("outside a bakery on a rainy day").subjects[0].id == "shop"


def test_a_relative_clause_is_no_disguise() -> None:
    assert ids("a cat that is bigger than the car") == ["cat", "car"]
    assert words.read("a cat that is a pirate").subjects[0].outfit == "pirate"


@pytest.mark.parametrize(
    ("text", "unknown", "there"),
    [
        ("pancakes with maple syrup", "maple syrup", ["pancake"]),
        ("apple strudel with ice cream", "apple strudel", ["ice-cream"]),
        ("the train broke down in the desert", "broke", ["train"]),
        ("a three-headed dog", "three-headed", ["dog"]),
        ("a monster with three eyes", "three eyes", ["monster"]),
        ("a grandmother knitting a blue sweater", "sweater", ["grandmother"]),
        ("a dog groomer washing a poodle", "dog groomer", ["person", "poodle"]),
        ("two cats watching a bird", "watching", ["cat", "bird"]),
        ("a witch reading by candlelight", "by candlelight", ["woman"]),
    ],
)
def test_what_has_no_drawing_is_told_and_is_nothing_else(text: str, unknown: str, there: list[str]) -> None:
    spec = words.read(text)
    assert unknown in spec.unknown
    assert [s.id for s in spec.subjects] == there


def test_more_than_one_thing_lies_in_a_basket() -> None:
    basket, apples, pears = words.read("a basket of red apples and green pears").subjects
    assert (apples.relation, apples.to, pears.relation, pears.to) == ("inside", 0, "inside", 0)
    assert basket.id == "basket"
    assert words.read("a basket of apples and a cat").subjects[2].relation is None


@pytest.mark.parametrize(
    ("text", "relation", "count"),
    [
        ("a moose with a fairy perched on each antler", "on", 2),
        ("a girl with an owl on her arm", "on", 1),
        ("an elephant with a mouse on its trunk", "on", 1),
    ],
)
def test_somebody_sits_on_a_part_of_another(text: str, relation: str, count: int) -> None:
    carrier, rider = words.read(text).subjects
    assert (rider.relation, rider.to, rider.count) == (relation, 0, count)
    assert carrier.relation is None


def test_parts_are_their_owners() -> None:
    spec = words.read("a parrot sitting on a pirate's shoulder")
    assert not any(row.get("parts") for row in spec.extra["told"])
    bird, bear = words.read("a butterfly on a bear's nose").subjects
    assert (bird.relation, bird.to, bear.id) == ("on", 1, "bear")


def test_hats_are_worn_by_who_is_named_last_and_a_chef_has_one() -> None:
    assert words.read("a chef in a tall white hat").subjects[0].hat == "chef"
    parrot, pirate = words.read("a parrot sitting on a pirate with a tricorn hat").subjects
    assert (parrot.hat, pirate.outfit) == (None, "pirate")


def test_arguing_over_a_thing_is_not_above_it() -> None:
    assert words.read("two men arguing over a chessboard").subjects[0].relation == "beside"
    assert words.read("a bird flying over a house").subjects[0].relation == "over"


def test_everyone_but_one() -> None:
    people, cat = words.read("everyone in the office is asleep except the cat").subjects
    assert (people.id, people.action, cat.id, cat.action) == ("person", "sleep", "cat", None)
    spec = words.read("every animal in the zoo is wearing pajamas except the lion")
    assert [s.outfit for s in spec.subjects if s.id != "lion"] == ["pajamas"] * (len(spec.subjects) - 1)
    assert len(spec.subjects) > 2
    assert words.read("every student has a red balloon").subjects[0].count == 3


def test_players_are_named_after_their_band() -> None:
    spec = words.read("a jazz trio: a man on trumpet, a woman on double bass and a boy on drums")
    assert [(s.id, s.held, s.action) for s in spec.subjects] == [
        ("man", "trumpet", "play"), ("woman", "cello", "play"), ("boy", "drum", "play"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "there", "unknown"),
    [
        ("the moon wearing a nightcap, clouds as pillows", ["moon"], "pillows"),
        ("a castle with a chocolate river flowing past it", ["castle"], "chocolate"),
        ("a melon, a glass of lemonade and a straw hat on a rug", ["melon", "juice", "rug"], "straw hat"),
        ("half horse half fish creature", ["horse"], "half fish"),
        ("a snowman melting in the sun", ["snowman"], "melting"),
        ("a red brick fire station with two fire trucks", ["fire-truck"], "brick fire station"),
    ],
)
def test_what_only_serves_as_something_is_told(text: str, there: list[str], unknown: str) -> None:
    spec = words.read(text)
    assert [s.id for s in spec.subjects] == there
    assert unknown in spec.unknown


def test_what_is_told_is_not_read_as_a_figure_again() -> None:
    for text in (
        "the moon wearing a nightcap, clouds as pillows",
        "a grandmother knitting a sweater",
    ):
        spec = words.read(text)
        again = words.read(writer.write(spec, idea=text).prompt)
        assert [(s.id, s.outfit) for s in again.subjects] == [(s.id, s.outfit) for s in spec.subjects]


def test_where_things_lie() -> None:
    _, apple, man = words.read("an archer aiming at an apple on a man's head").subjects
    assert (apple.relation, apple.to, man.id) == ("on", 2, "man")
    _, cats, swing = words.read("old lady w/ 7 cats on a porch swing").subjects
    assert (cats.count, cats.to, swing.id) == (7, 2, "swing")
    zebra = words.read("a zebra standing between two palm trees").subjects[0]
    assert (zebra.relation, zebra.to) == ("beside", 1)
    house = words.read("a turtle swimming and a house on the turtle").subjects[1]
    assert (house.relation, house.to) == ("on", 0)


def test_places_that_tell_of_a_noun_leave_its_phrase_whole() -> None:
    assert words.read("a girl holding a red garden gnome").subjects[0].id == "girl"
    assert words.read("a red city bus").subjects[0].color == "red"
    assert words.read("a medieval market with a juggler").place == "market"
    assert words.read("a butterfly garden").place == "garden"


def test_things_rain_down() -> None:
    donut, people = words.read("it's raining donuts on a village and everyone has umbrellas").subjects
    assert (donut.count, donut.action, people.held) == (7, "fly", "umbrella")
    assert words.read("it's raining donuts").weather == ()
    assert words.read("it's raining cats and dogs").weather == ("rain",)


def test_young_ones_are_small() -> None:
    cat, kittens = words.read("a cat and her kittens").subjects
    assert (cat.size, kittens.size) == (1.0, 0.55)
    assert [s.size for s in words.read("a corgi puppy").subjects] == [0.55]


@pytest.mark.parametrize(
    ("text", "ident"),
    [
        ("a knife and a fork", "knife"), ("a plate of cookies", "cookie"), ("two potatoes", "potato"),
        ("a wagon full of pumpkins", "wagon"), ("a wombat", "wombat"), ("a platypus in a river", "platypus"),
        ("a beaker", "flask"), ("a hand saw", "saw"), ("three grasshoppers", "grasshopper"),
    ],
)  # fmt: skip
def test_everyday_things_are_drawn(text: str, ident: str) -> None:
    assert words.read(text).subjects[0].id == ident


def test_a_man_who_saw_something_has_no_saw() -> None:
    spec = words.read("a man saw a cat")
    assert [s.id for s in spec.subjects] == ["man", "cat"]
    assert "saw" in spec.unknown


@pytest.mark.parametrize(
    ("slip", "meant"),
    [("astronuat", "astronaut"), ("rideing", "riding"), ("runing", "running"), ("swiming", "swimming")],
)
def test_slips_in_roles_and_deeds(slip: str, meant: str) -> None:
    found = spelling.guess(index.build(), slip, "en")
    assert found
    assert found[0].spelled == meant


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("im a teacher, i need an image of a cat", ["cat"]),
        ("the sun sets behind the pyramids as a caravan of camels walks by", ["pyramid", "camel"]),
        ("a horse with no rider and a rider with no horse", ["horse"]),
        ("a family of hedgehogs crossing a road in single file", ["hedgehog"]),
        ("my gf as a mermaid holding a trident", ["mermaid"]),
        ("a robot made out of trash cans and old clocks", ["robot"]),
        ("a black cat and a white one", ["black-cat", "cat"]),
        ("abandoned amusement park, ferris wheel", ["ferris-wheel"]),
    ],
)
def test_nobody_else_comes_in(text: str, expected: list[str]) -> None:
    assert ids(text) == expected


def test_one_stands_for_the_noun_before_it() -> None:
    assert drawn("a red fox and a white one") == [("fox", 1, "red"), ("fox", 1, "white")]
    ana, leo, _ = words.read(
        "Two kids, Ana and Leo, are building a snowman; Ana has a blue coat and Leo has a red one"
    ).subjects
    assert (ana.id, ana.outfit, leo.id, leo.outfit) == ("girl", "sweater", "boy", "sweater")


def test_all_of_them_have_hats() -> None:
    spec = words.read("a cat. a dog. a mouse. all of them wearing party hats")
    assert [s.hat for s in spec.subjects] == ["party"] * 3
    red, blue = words.read("two boxers in a ring, one in red shorts, one in blue shorts").subjects
    assert (red.outfit, blue.outfit) == ("casual", "casual")


@pytest.mark.parametrize(
    ("text", "relation", "held"),
    [
        ("a helicopter landing on the roof of a hospital", "on", None),
        ("a boy leaning against a tree", "beside", None),
        ("a gnome fishing from a mushroom", "on", "fishing-rod"),
        ("a dog looking at a flower through a magnifying glass", None, "magnifying-glass"),
        ("a teacher writing on a blackboard", "beside", None),
    ],
)
def test_where_somebody_is_and_what_they_hold(text: str, relation: str | None, held: str | None) -> None:
    subject = words.read(text).subjects[0]
    assert (subject.relation, subject.held) == (relation, held)


def test_sheep_everywhere_are_many() -> None:
    assert words.read("sheep everywhere").subjects[0].count == 7
    assert "young" in words.read("a baby dragon").extra["told"][0]["traits"]
    assert "cowboy boot" in words.read("a ferret peeking out of a cowboy boot").unknown
    assert "window" in words.read("tea and a croissant next to a book by the window").extra["scenery"]


def test_colours_in_brackets_are_of_the_noun_before_them() -> None:
    assert drawn("fox (red), owl (white), bear (brown) in the woods") == [
        ("fox", 1, "red"), ("owl", 1, "white"), ("bear", 1, "brown"),
    ]  # fmt: skip


def test_what_is_guarded_by_somebody_does_not_wear_their_armour() -> None:
    bears, castle = words.read("a castle guarded by polar bears in armor").subjects
    assert (castle.outfit, bears.outfit, bears.count) == (None, "knight", 3)


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("a surgeon operating on a teddy bear", "beside"),
        ("strawberries on a cake", "on"),
    ],
)
def test_who_works_on_something_stands_by_it(text: str, relation: str) -> None:
    assert words.read(text).subjects[0].relation == relation


def test_more_of_what_people_write() -> None:
    assert words.read("a cake with strawberries on top").subjects[1].relation == "on"
    assert words.read("a boy flying a dragon-shaped kite").subjects[0].held == "kite"
    assert ids("a clock whose numbers are fish") == ["clock"]
    assert ids("a t-shirt with a sleeping sloth on it") == ["sloth"]
    assert words.read("a t-shirt with a sleeping sloth on it").subjects[0].outfit is None
    assert words.read("a dog sleeping. nothing else").unknown == ()
    assert words.read("two people kissing in the rain, paris").names == ("paris",)
    assert words.read("a pengiun in a tuxeedo").subjects[0].outfit == "tuxedo"
    assert "watches" in words.read("a dog sleeps while a wolf watches").unknown


@pytest.mark.parametrize(
    "word", ["better", "butter", "closest", "series", "reach", "roller", "sorts", "soccer"]
)
def test_everyday_words_are_no_slips_of_new_things(word: str) -> None:
    assert spelling.guess(index.build(), word, "en") == ()


def test_one_who_stands_somewhere_is_written_first_so_that_the_others_do_not() -> None:
    text = "three little pigs building a house while a wolf watches from behind a tree"
    again = words.read(writer.write(words.read(text), idea=text).prompt)
    assert {s.id: s.relation for s in again.subjects} == {
        "wolf": "behind", "tree": None, "pig": None, "house": None,
    }  # fmt: skip


def test_who_is_ridden_rides_too_and_stays_so() -> None:
    for text in ("a mouse riding a cat riding a dog", "a cat riding a tiger riding a turtle"):
        spec = words.read(text)
        again = words.read(writer.write(spec, idea=text).prompt)
        for read in (spec, again):
            assert [(s.action, s.to) for s in read.subjects] == [("ride", 1), ("ride", 2), (None, None)]


def test_places_and_turns() -> None:
    assert words.read("an ice cream truck by a playground").place == "park"
    assert ids("a farmer's market stall full of carrots") == ["market-stall", "carrot"]
    fairy, pumpkin, _ = words.read("a fairy godmother turning a pumpkin into a carriage").subjects
    assert (fairy.relation, pumpkin.relation) == (None, None)
    owl = words.read("a snowy owl perched on a broomstick").subjects[0]
    assert (owl.action, owl.relation) == ("sit", "on")
    assert words.read("a lion cub").subjects[0].size == 0.55
    assert ids("an astronot in space") == ["person"]


def test_both_and_the_other_one() -> None:
    black, white, pillow = words.read(
        "the bigger cat is black, the smaller one is white, both asleep on the same pillow"
    ).subjects
    assert (black.color, white.color, pillow.id) == ("black", "white", "pillow")
    assert (black.action, white.action, black.relation, white.relation) == ("sleep", "sleep", "on", "on")


def test_what_is_held_and_what_lies_in_a_bag() -> None:
    rabbit = words.read("a bunny eating a carrot but the carrot is huge").subjects[0]
    assert (rabbit.held, rabbit.size) == ("carrot", 1.0)
    text = "a ghost holding a pumpkin and a bag of candy"
    for spec in (words.read(text), words.read(writer.write(words.read(text), idea=text).prompt)):
        assert {s.id: s.relation for s in spec.subjects} == {"ghost": None, "bag": None, "candy": "inside"}
    assert words.read("a boy holding a cup and a book on a table").subjects[0].relation is None
