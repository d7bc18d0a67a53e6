"""English deeds with their things: where they go in, who faces whom, who is one more, what nobody wears."""

from __future__ import annotations

import pytest

from imaginario.engines.builtin import accounts, compose, naming, words, writer
from imaginario.engines.builtin.spec import SceneSpec
from tests.builtin.test_words import ids


def drawn(text: str) -> SceneSpec:
    """The scene of the draft for a text."""
    return words.read(writer.write(words.read(text), idea=text).prompt)


def missed(spec: SceneSpec) -> str:
    """What a person is told that a picture of the scene lacks."""
    return naming.listing(compose.paint(spec, width=96, height=96, seed=1).not_drawn)["en"]


@pytest.mark.parametrize(
    "text",
    [
        "a wizard pouring a green potion into a cauldron", "a chef pouring soup into a bowl",
        "a girl pouring milk into a cup", "a witch pouring a potion into a big black cauldron",
    ],
)  # fmt: skip
def test_who_pours_something_into_a_thing_stands_beside_it(text: str) -> None:
    one = words.read(text).subjects[0]
    assert (one.relation, one.to) == ("beside", 1)
    assert one.held


@pytest.mark.parametrize(
    "text",
    [
        "a wizard beside a cauldron, an owl on his shoulder",
        "a pirate in front of a treasure chest, a parrot on his shoulder",
    ],
)
def test_lifeless_things_have_no_shoulders(text: str) -> None:
    spec = words.read(text)
    bird = next(s for s in spec.subjects if s.id in ("owl", "parrot"))
    assert (bird.relation, bird.to) == ("on", 0)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("three rabbits in red scarves and one in a yellow scarf", [3, 1]),
        ("two dogs and one with a hat", [2, 1]), ("four cats sleeping and one playing the drum", [4, 1]),
        ("two penguins getting married, one in a veil", [2]),
        ("two cats, one black and one white", [1, 1]), ("two boys, one in a hat and one in a scarf", [1, 1]),
    ],
)  # fmt: skip
def test_one_more_of_them_is_one_more(text: str, counts: list[int]) -> None:
    assert [s.count for s in words.read(text).subjects] == counts


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a samurai facing a ninja", "facing"), ("a cowgirl facing a bull", "facing"),
        ("a man looks in from the street", "looks in"), ("a girl peering in", "peering in"),
        ("a boy blowing soap bubbles", "blowing bubbles"), ("a sheriff with a golden star", "star"),
        ("a boy wearing a silver star", "star"), ("a fox on a cold autumn evening", "cold weather"),
        ("a cat on a hot summer night", "hot weather"), ("a lion getting a haircut", "getting a haircut"),
        ("a woman shopping for a red dress", "dress"), ("a boy looking for his blue hat", "hat"),
        ("a tailor measuring a king for a purple coat", "purple"), ("a boy leaning on a fence", "leaning"),
        ("a cat in striped pajamas sleeping", "striped"), ("a cowboy, a horse tied behind them", "tied"),
    ],
)  # fmt: skip
def test_what_no_drawing_shows_is_told_of_the_draft_as_well(text: str, told: str) -> None:
    assert told in missed(words.read(text))
    assert told in missed(drawn(text))


def test_what_nobody_wears_yet_dyes_nobody() -> None:
    spec = words.read("a tailor measuring a king for a new purple coat")
    assert not any(row.get("outfit_color") for row in spec.extra["told"])
    assert words.read("a boy looking for his blue hat").subjects[0].hat is None


def test_a_star_is_in_the_sky_where_nobody_has_it_on() -> None:
    assert not words.read("a sheriff with a golden star").sky
    assert words.read("a fairy with a big star in the sky").sky == ("stars",)
    assert words.read("a camel under a star").sky == ("stars",)


def test_bubbles_fly_where_they_are_blown() -> None:
    for text in ("a girl blowing bubbles", "two twins blowing soap bubbles in the backyard"):
        assert drawn(text).extra["scenery"] == ["bubble"]


@pytest.mark.parametrize(
    "text", ["a pair of twins dancing", "two old twins in red hats", "identical twins in a boat"]
)
def test_twins_are_two_who_look_alike(text: str) -> None:
    spec = drawn(text)
    assert (spec.subjects[0].id, spec.subjects[0].count) == ("person", 2)
    assert "twin" in spec.extra["told"][0]["traits"]


def test_who_leans_on_a_fence_stands_by_it() -> None:
    spec = drawn("a sheriff and a cowgirl leaning on the fence outside the saloon")
    assert ids("a boy leaning on a fence") == ["boy", "fence"]
    assert [s.relation for s in spec.subjects].count("beside") == 2


@pytest.mark.parametrize(
    "text",
    [
        "two foxes in blue sweaters and a badger in a brown vest roasting chestnuts",
        "a cat in a hat and a dog in a scarf eating apples",
    ],
)
def test_all_of_a_row_have_some_of_what_there_are_several_of(text: str) -> None:
    assert len({s.action for s in drawn(text).subjects}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "a girl on the steps of the museum", "uma menina na escadaria do museu",
        "um rei sentado na escada do palácio",
    ],
)  # fmt: skip
def test_the_steps_of_a_grand_building_are_a_place(text: str) -> None:
    spec = drawn(text)
    assert (len(spec.subjects), spec.place) == (1, "steps")


def test_the_steps_of_a_church_are_in_front_of_it() -> None:
    spec = drawn("a cat sitting on the steps of an old church")
    stairs = next(s for s in spec.subjects if s.id == "stairs")
    assert stairs.relation == "in_front_of"
    assert any(s.relation == "on" for s in spec.subjects)
    assert spec.place is None


@pytest.mark.parametrize(
    "text",
    [
        "a couple on a bench, a dog in front of the couple", "a family on a beach, a dog beside the family",
        "um casal na praça, um cachorro ao lado do casal",
    ],
)  # fmt: skip
def test_people_who_were_told_of_are_not_told_of_twice(text: str) -> None:
    assert sum(s.id == "person" for s in drawn(text).subjects) == 1


def test_what_others_stand_under_is_there_once() -> None:
    spec = drawn("a couple under a red umbrella on the steps of the museum, a musician beside the couple")
    assert sum(s.id == "umbrella" for s in spec.subjects) == 1
    assert sum(s.id == "person" for s in spec.subjects) == 1


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("rabbits on Christmas Eve", "christmas"), ("um gato na noite de natal", "christmas"),
        ("un gato en la noche de navidad", "christmas"), ("平安夜一只猫", "christmas"),
        ("a dog on new year's eve", "new-year"), ("um gato na véspera de ano novo", "new-year"),
    ],
)  # fmt: skip
def test_the_eve_of_a_feast_is_a_festive_night(text: str, mood: str) -> None:
    spec = words.read(text)
    assert spec.time == "night"
    assert spec.extra["words"]["mood_words"] == {"festive": mood}


def test_seasons_are_painted_under_the_open_sky() -> None:
    for place in ("beach", "rooftop", "desert"):
        assert "spring" not in missed(SceneSpec(place=place, extra={"scenery": ["spring"]}))
    assert "spring" in missed(SceneSpec(place="bedroom", extra={"scenery": ["spring"]}))


def test_gates_are_where_the_others_are() -> None:
    cow = compose.paint(words.read("a cow at the farm gate"), width=96, height=96, seed=1).spec
    alone = compose.paint(words.read("an open gate"), width=96, height=96, seed=1).spec
    assert (cow.place, alone.place) == ("farm", "castle")


def test_several_baskets_are_several() -> None:
    spec = compose.paint(words.read("a donkey carrying baskets"), width=96, height=96, seed=1).spec
    again = compose.paint(spec, width=96, height=96, seed=1).spec
    assert [(s.id, s.count) for s in spec.subjects] == [("donkey", 1), ("basket", 2)]
    assert again == spec


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a woman playing a red guitar", "playing a red guitar"),
        ("a girl with an open blue umbrella", "holding an open blue umbrella"),
        ("a boy fishing from a wooden dock", "on a wooden pier"),
        ("un vaquero montado en un caballo persiguiendo a un bandido", "riding a horse, chasing"),
        ("a badger roasting chestnuts", "roasting chestnuts"),
        ("a vet examining a dog, a cat beside the dog", "examining a dog"),
        ("a pirate with a wooden leg and a hook arguing with an octopus", "arguing with an octopus"),
    ],
)  # fmt: skip
def test_the_draft_says_it_in_good_english(text: str, said: str) -> None:
    assert said in writer.write(words.read(text), idea=text).prompt


def test_robes_are_no_cloaks() -> None:
    spec = words.read("an apprentice in a blue robe")
    assert spec.subjects[0].outfit == "tunic"
    assert accounts.stand_ins(spec) == []
