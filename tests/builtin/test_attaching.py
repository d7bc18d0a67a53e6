"""Who is over, under, on or in something, in words and in the plan of the picture."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from imaginario.engines.builtin import accounts, compose, naming, plan, words, writer
from imaginario.engines.builtin.composing.visible import bring_out
from imaginario.engines.builtin.figures import render_filled, svgart
from imaginario.engines.builtin.scenery import Streams
from imaginario.engines.builtin.spec import Subject
from imaginario.engines.builtin.vocabulary import load
from tests.builtin.stand import SIZE, placed


@pytest.mark.parametrize("over", ["puddle", "fence", "log"])
def test_who_leaps_over_something_is_just_above_it(over: str) -> None:
    leaper, below = placed(Subject(id="dog", action="run", relation="over", to=1), Subject(id=over))
    assert leaper.role == "attached"
    assert abs(leaper.x - below.x) < 0.1 * below.width
    assert below.top - 0.1 * SIZE < leaper.base < below.base


def test_a_bird_still_flies_over_it() -> None:
    flier, below = placed(Subject(id="parrot", action="fly", relation="over", to=1), Subject(id="fence"))
    assert flier.role == "air"
    assert flier.base < 0.62 * below.base


@pytest.mark.parametrize("furniture", ["bed", "sofa", "armchair"])
def test_who_is_under_furniture_without_room_is_between_longer_legs(furniture: str) -> None:
    hider, above = placed(Subject(id="dog", relation="under", to=1), Subject(id=furniture))
    assert hider.order < above.order
    assert above.lift > 0.3 * above.height
    assert above.base < hider.base <= above.base + above.lift
    assert hider.base - 0.72 * hider.height > above.base  # the eyes are below the edge


def test_under_a_table_there_is_room_between_its_legs() -> None:
    hider, above = placed(Subject(id="dog", relation="under", to=1), Subject(id="table"))
    assert hider.order < above.order


@pytest.mark.parametrize("count", [2, 3])
def test_wide_ones_on_one_small_thing_shrink(count: int) -> None:
    alone = placed(Subject(id="turtle", action="sleep", relation="on", to=1), Subject(id="rock"))[0]
    turtles = placed(
        Subject(id="turtle", count=count, action="sleep", relation="on", to=1), Subject(id="rock")
    )
    assert all(t.height < alone.height for t in turtles[:count])


MANY = {
    "owls on a branch": [Subject(id="owl", count=4, relation="on", to=1), Subject(id="tree-branch")],
    "frogs on a log": [Subject(id="frog", count=6, relation="on", to=1), Subject(id="log")],
    "children over a log": [
        Subject(id="girl", count=3, action="run", relation="over", to=2),
        Subject(id="boy", count=3, action="run", relation="over", to=2),
        Subject(id="log"),
    ],
}


@pytest.mark.parametrize("seed", [1, 4])
@pytest.mark.parametrize("many", MANY)
def test_many_along_something_long_stand_in_one_row_on_it(many: str, seed: int) -> None:
    *those, perch = placed(*MANY[many], seed=seed)
    row = sorted(those, key=lambda a: a.x)
    assert perch.x - 0.5 * perch.width < row[0].x < row[-1].x < perch.x + 0.5 * perch.width
    assert all(b.x - a.x > 0.7 * min(a.width, b.width) for a, b in itertools.pairwise(row))
    assert max(a.base for a in row) - min(a.base for a in row) < 0.3 * min(a.height for a in row)
    assert len({round(a.height) for a in row}) > 1


def heads_seen(action: str | None) -> float:
    """How much of a basket with three cats is the fur of the cats."""
    image = render_filled(Subject(id="cat", count=3, action=action), Subject(id="basket"), height=220)
    red, green, blue, alpha = (np.asarray(image)[..., i].astype(int) for i in range(4))
    fur = (alpha > 200) & (red > 225) & (green > 120) & (green < 190) & (blue < 110)
    return float(fur.mean())


def test_who_sleeps_in_a_basket_is_seen_as_well_as_who_is_awake() -> None:
    assert heads_seen("sleep") > 0.3 * heads_seen(None) > 0.0


def test_a_bird_asleep_in_a_nest_has_its_eyes_shut() -> None:
    awake, asleep = (
        np.asarray(render_filled(Subject(id="bird", action=action), Subject(id="nest"), height=200))
        for action in (None, "sleep")
    )
    assert awake.shape != asleep.shape or np.any(awake != asleep)


@pytest.mark.parametrize(
    "text",
    [
        "a girl on the bed and a dog under it", "a girl on a bed and a dog under the bed",
        "una niña en la cama y un perro debajo",
    ],
)  # fmt: skip
def test_it_is_what_the_other_one_is_on(text: str) -> None:
    for spec in (words.read(text), words.read(writer.write(words.read(text), idea=text).prompt)):
        girl, bed, dog = spec.subjects
        assert (girl.id, girl.relation, girl.to) == ("girl", "on", 1)
        assert (bed.id, bed.relation) == ("bed", None)
        assert (dog.id, dog.relation, dog.to) == ("dog", "under", 1)


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("an old man making a boat", "boat"), ("una mujer haciendo un jarrón", "vase"),
        ("um homem faz uma cadeira", "chair"), ("一个女孩在做风筝", "kite"),
    ],
)  # fmt: skip
def test_that_something_is_made_is_told(text: str, made: str) -> None:
    draft = writer.write(words.read(text), idea=text).prompt
    assert "crafting" in draft
    for spec in (words.read(text), words.read(draft)):
        assert made in [s.id for s in spec.subjects]
        not_drawn = compose.paint(spec, width=256, height=256, seed=1).not_drawn
        assert "crafting" in naming.listing(not_drawn)["en"]


@pytest.mark.parametrize("text", ["a girl making a snowman", "um menino fazendo um castelo de areia"])
def test_who_stands_by_a_snowman_may_well_have_made_it(text: str) -> None:
    assert not words.read(text).unknown


@pytest.mark.parametrize("text", ["a man paints a fence", "niño pintando una silla"])
def test_what_is_painted_is_not_held_but_an_egg_is(text: str) -> None:
    assert [s.held for s in words.read(text).subjects] == [None, None]
    assert words.read("a girl painting an egg").subjects[0].held == "egg"
    assert "painting an egg" in writer.write(words.read("a girl painting an egg"), idea="").prompt


@pytest.mark.parametrize("text", ["a spy", "una espía en la noche", "um espião com chapéu", "一个间谍"])
def test_a_spy_is_told_of_by_the_draft_as_at_first(text: str) -> None:
    for spec in (words.read(text), words.read(writer.write(words.read(text), idea=text).prompt)):
        assert [s.outfit for s in spec.subjects] == ["suit"]
        assert "spy" in naming.pairs(accounts.stand_ins(spec))["en"]


def test_who_spies_is_no_spy() -> None:
    spec = words.read("um gato espia pela janela")
    assert spec.subjects[0].outfit is None
    assert "espia" in spec.unknown


@pytest.mark.parametrize("over", ["flower", "sunflower", "house"])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_who_flies_over_something_is_above_it_and_not_beside_it(over: str, seed: int) -> None:
    bee, below = placed(Subject(id="bee", action="fly", relation="over", to=1), Subject(id=over), seed=seed)
    assert abs(bee.x - below.x) < 0.5 * (bee.width + below.width)
    assert (bee.top + bee.base) / 2 < below.top + 0.2 * below.tall


@pytest.mark.parametrize("text", ["three owls on a branch", "tres búhos en una rama", "树枝上有一只猫头鹰"])
def test_a_branch_to_sit_on_is_drawn(text: str) -> None:
    for spec in (words.read(text), words.read(writer.write(words.read(text), idea=text).prompt)):
        owls, branch = spec.subjects
        assert (owls.id, owls.relation, owls.to, branch.id) == ("owl", "on", 1, "tree-branch")
        not_drawn = compose.paint(spec, width=256, height=256, seed=1).not_drawn
        assert "branch" not in naming.listing(not_drawn)["en"]


@pytest.mark.parametrize(
    "text",
    ["a bird under cherry branches", "um urso carregando um galho", "un árbol con ramas", "树枝旁有一只鸟"],
)
def test_a_branch_that_nobody_is_on_is_part_of_the_scenery(text: str) -> None:
    spec = words.read(text)
    assert "tree-branch" not in [s.id for s in spec.subjects]
    assert "branch" in spec.extra["scenery"]


@pytest.mark.parametrize(
    "text",
    ["a grandmother sitting in an armchair and knitting", "uma avó sentada numa poltrona tricotando",
     "una abuela sentada en un sillón tejiendo", "奶奶坐在扶手椅上织毛衣"],
)  # fmt: skip
def test_who_knits_has_needles_and_keeps_sitting(text: str) -> None:
    spec = words.read(text)
    grandmother, armchair = spec.subjects
    assert (grandmother.held, grandmother.to, armchair.id) == ("knitting", 1, "armchair")
    assert spec.unknown == ()
    assert "knitting" in writer.write(spec, idea=text).prompt


def test_what_is_knitted_is_not_worn_yet_and_dyes_the_wool() -> None:
    spec = words.read("a bear knitting a blue sweater")
    assert (spec.subjects[0].outfit, spec.extra["told"][0]["held_color"]) == (None, "blue")


@pytest.mark.parametrize(
    ("text", "there"),
    [("um bombeiro segurando uma mangueira", "hose"), ("um gato debaixo de uma mangueira", "orange-tree"),
     ("a cat on a stack of old books", "book-stack"), ("一只猫坐在一摞旧书上", "book-stack"),
     ("una taza de leche", "milk"), ("dos ratones en una taza", "teacup")],
)  # fmt: skip
def test_words_mean_what_their_company_says(text: str, there: str) -> None:
    assert there in [name for s in words.read(text).subjects for name in (s.id, s.held)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("two birds flying over a boat", 2), ("dois pássaros voando sobre um barco", 2),
        ("tres pájaros en el cielo sobre una casa", 3), ("两只飞鸟", 2), ("5 white birds flying", 5),
        ("three seagulls in the sky", 3),
    ],
)  # fmt: skip
def test_birds_that_are_counted_are_no_far_flock(text: str, count: int) -> None:
    for spec in (words.read(text), words.read(writer.write(words.read(text), idea=text).prompt)):
        birds = spec.subjects[0]
        assert birds.id in ("bird", "seagull")
        assert birds.count == count
        assert spec.sky == ()


@pytest.mark.parametrize("text", ["a flock of birds", "beach with birds flying", "pássaros ao longe", "鸟群"])
def test_a_far_flock_stays_one(text: str) -> None:
    spec = words.read(text)
    assert spec.sky == ("birds",) or spec.subjects[0].count > 4


@pytest.mark.parametrize(
    ("text", "count", "thing"),
    [("两面红旗", 2, "flag"), ("三面镜子", 3, "mirror"), ("一面蓝色的旗", 1, "flag")],
)
def test_flags_and_mirrors_are_counted_in_chinese(text: str, count: int, thing: str) -> None:
    assert [(s.id, s.count) for s in words.read(text).subjects] == [(thing, count)]


def test_a_flag_of_another_colour_is_of_no_country() -> None:
    own, red = (load()["brazil-flag"], None), (load()["brazil-flag"], "#d94b44")
    assert "#f9cf3f" in svgart.of(*own).content
    assert "#f9cf3f" not in svgart.of(*red).content


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("una bicicleta roja frente a una panadería", "bakery"), ("una bailaora en un patio", "backyard"),
        ("a dog in the backyard", "backyard"),
    ],
)  # fmt: skip
def test_a_bakery_and_a_backyard_are_told_to_be_something_near(text: str, told: str) -> None:
    spec = words.read(writer.write(words.read(text), idea=text).prompt)
    assert told in naming.pairs(accounts.stand_ins(spec))["en"]


@pytest.mark.parametrize("seed", range(8))
def test_the_sun_that_is_asked_for_stands_in_the_sky_of_day(seed: int) -> None:
    spec = words.read("um vaqueiro no sertão com sol forte")
    assert compose.paint(spec, width=256, height=256, seed=seed).spec.time == "day"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("two birds flying over a boat", "sea"), ("a butterfly flying over a rose", "meadow"),
        ("a bird flying", "sky"), ("two dragons flying", "sky"),
    ],
)  # fmt: skip
def test_who_flies_over_something_is_where_that_is(text: str, place: str) -> None:
    assert compose.paint(words.read(text), width=256, height=256, seed=1).spec.place == place


def test_a_parrot_on_a_shoulder_is_beside_the_head_and_one_on_a_nose_before_it() -> None:
    pair = (Subject(id="fisherman"), Subject(id="parrot", relation="on", to=0))
    man, bird = placed(*pair, told=[{"subject": 1, "relation": "shoulder"}])
    crown = man.base - man.height
    assert crown + 0.3 * man.height < bird.base < crown + 0.6 * man.height
    middle = man.x + (man.shape.middle - 0.5) * man.width * (-1 if man.flip else 1)
    assert abs(bird.x - middle) > 0.15 * man.height
    man, bird = placed(*pair)
    assert bird.base < man.base - 0.9 * man.height
    man, bird = placed(*pair, told=[{"subject": 1, "relation": "nose"}])
    assert (man.order < bird.order, bird.height < 0.2 * man.height) == (True, True)


@pytest.mark.parametrize("sizes", [(1, 1), (2,), (5,)])
def test_who_shares_an_umbrella_stands_side_by_side_under_it(sizes: tuple[int, ...]) -> None:
    ids = ("dog", "cat")[: len(sizes)]
    people = [
        Subject(id=i, count=n, relation="under", to=len(sizes)) for i, n in zip(ids, sizes, strict=True)
    ]
    actors = placed(*people, Subject(id="umbrella"))
    roof, below = actors[-1], sorted(actors[:-1], key=lambda a: a.x)
    assert len({round(a.base) for a in below}) == 1
    assert all(roof.base - roof.height < a.top < a.base for a in below)
    for left, right in itertools.pairwise(below):
        assert right.x - left.x > 0.7 * min(left.width, right.width)
    assert below[0].x - below[0].width / 2 >= 0
    assert below[-1].x + below[-1].width / 2 <= SIZE


def test_a_campfire_is_in_the_midst_of_those_around_it_and_seen() -> None:
    *friends, fire = placed(Subject(id="girl", count=5, relation="beside", to=1), Subject(id="campfire"))
    assert min(a.x for a in friends) < fire.x < max(a.x for a in friends)
    assert fire.order > max(a.order for a in friends)


def test_two_who_stand_behind_somebody_are_seen_at_both_sides() -> None:
    king, left, right = placed(Subject(id="man"), Subject(id="girl", count=2, relation="behind", to=0))
    assert min(left.x, right.x) < king.x < max(left.x, right.x)
    assert max(left.order, right.order) < king.order
    for girl in (left, right):
        assert abs(girl.x - king.x) > 0.4 * king.width
        assert girl.width / 2 <= girl.x <= SIZE - girl.width / 2


@pytest.mark.parametrize("seed", range(6))
def test_who_would_be_hidden_steps_aside(seed: int) -> None:
    rng = np.random.default_rng(seed)
    big, small = placed(Subject(id="man"), Subject(id="mouse"), seed=seed)
    big.x, big.base, big.height = 384.0, 660.0, 500.0
    small.x, small.base, small.height = 384.0 + 40 * float(rng.random() - 0.5), 640.0, 120.0
    bring_out([big, small], SIZE, SIZE)
    assert abs(small.x - big.x) > 0.4 * big.width or small.order > big.order
    assert small.width / 2 <= small.x <= SIZE - small.width / 2


def test_one_between_two_stands_in_the_middle_and_one_beside_a_piano_at_it() -> None:
    trio = (Subject(id="man"), Subject(id="woman"), Subject(id="dog", relation="beside", to=0))
    man, woman, dog = placed(*trio, told=[{"subject": 2, "relation": "between"}])
    assert min(man.x, woman.x) < dog.x < max(man.x, woman.x)
    three = placed(Subject(id="girl"), Subject(id="man"), Subject(id="piano", relation="beside", to=0))
    order = [a.subject.id for a in sorted(three, key=lambda a: a.x)]
    assert abs(order.index("girl") - order.index("piano")) == 1


def test_a_piano_is_in_nobodys_hands() -> None:
    spec = plan.complete(words.read("a girl playing a red piano"), Streams(1), load())
    girl, piano = spec.subjects
    assert (girl.held, piano.id, piano.color, piano.to) == (None, "grand-piano", "red", 0)
    assert spec.place == "room"


@pytest.mark.parametrize("seed", range(1, 6))
def test_a_harp_leans_on_the_shoulder_of_its_player_and_hides_nobody(seed: int) -> None:
    player, rabbit = Subject(id="bear", action="play"), Subject(id="rabbit")
    harp = Subject(id="harp", relation="in_front_of", to=0)
    bear, other, strings = placed(player, rabbit, harp, seed=seed)
    assert strings.x < bear.x < other.x
    assert strings.order > bear.order
    assert strings.x - strings.width / 2 >= 0
    assert other.x + other.width / 2 <= SIZE
    assert 0 < strings.x + strings.width / 2 - (bear.x - bear.width / 2) < 0.4 * bear.width


@pytest.mark.parametrize("who", ["farmer", "girl", "gnome"])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_wheelbarrow_and_who_pushes_it_are_both_in_the_picture(who: str, seed: int) -> None:
    pusher, barrow = placed(Subject(id=who, relation="behind", to=1), Subject(id="wheelbarrow"), seed=seed)
    for actor in (pusher, barrow):
        assert actor.x - actor.width / 2 > -1
        assert actor.x + actor.width / 2 < SIZE + 1
    assert pusher.height > 1.1 * barrow.height
    assert pusher.order < barrow.order


@pytest.mark.parametrize("hunter", ["t-rex", "cat"])
def test_a_hunter_looks_after_whom_it_hunts(hunter: str) -> None:
    chase = [{"subject": 0, "verb": "chase", "to": 1}, {"subject": 1, "object": True}]
    cast = (Subject(id=hunter, action="run"), Subject(id="boy", action="run"))
    first, boy = placed(*cast, told=chase)
    looks = -1 if first.flip != (hunter == "t-rex") else 1
    assert (boy.x - first.x) * looks > 0


def test_leaves_on_the_water_leave_room_around_them() -> None:
    lake = {"place": "lake", "water": True, "water_y": (440.0, 600.0)}
    (leaf,) = placed(Subject(id="lily-pad"), **lake)
    assert leaf.role == "water"
    assert leaf.width < 0.57 * SIZE
