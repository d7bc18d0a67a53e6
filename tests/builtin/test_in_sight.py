"""Who is before, behind, at, under or on something is seen there, and so is the other one."""

from __future__ import annotations

import pytest

from imaginario.engines.builtin import compose, naming, words, writer
from imaginario.engines.builtin.composing.actors import Actor
from imaginario.engines.builtin.spec import Subject
from tests.builtin.stand import SIZE, placed

SEEDS = (1, 2, 3, 5, 8)


def shared(one: Actor, other: Actor) -> float:
    """How much of the width of `one` the other one takes, too."""
    left = max(one.x - 0.5 * one.width, other.x - 0.5 * other.width)
    right = min(one.x + 0.5 * one.width, other.x + 0.5 * other.width)
    return max(0.0, right - left) / one.width


def in_the_picture(actor: Actor) -> bool:
    return (
        -0.05 * actor.width <= actor.x - 0.5 * actor.width
        and actor.x + 0.5 * actor.width <= SIZE + 0.05 * actor.width
    )


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("count", [1, 2, 4])
def test_a_fire_is_seen_beside_those_who_are_in_front_of_it(seed: int, count: int) -> None:
    *girls, fire = placed(
        Subject(id="girl", count=count, relation="in_front_of", to=1), Subject(id="campfire"), seed=seed
    )
    assert all(shared(fire, girl) < 0.3 for girl in girls)
    assert all(in_the_picture(a) for a in (*girls, fire))
    if count > 1:
        assert min(g.x for g in girls) < fire.x < max(g.x for g in girls)


@pytest.mark.parametrize("seed", SEEDS)
def test_who_is_at_a_table_is_in_its_middle_and_twice_as_tall(seed: int) -> None:
    hedgehog, table = placed(
        Subject(id="hedgehog", held="teacup", action="eat", relation="behind", to=1),
        Subject(id="table", size=0.75), seed=seed,
    )  # fmt: skip
    assert abs(hedgehog.x - table.x) < 0.25 * table.width
    assert 0.35 * hedgehog.height < table.height < 0.6 * hedgehog.height
    assert table.top > hedgehog.base - 0.45 * hedgehog.height  # below the chin
    assert hedgehog.order < table.order


@pytest.mark.parametrize("seed", SEEDS)
def test_a_king_and_a_queen_leave_the_castle_in_sight(seed: int) -> None:
    king, queen, castle = placed(
        Subject(id="man", outfit="king", relation="in_front_of", to=2),
        Subject(id="woman", outfit="queen", relation="in_front_of", to=2),
        Subject(id="castle"), seed=seed,
    )  # fmt: skip
    assert shared(castle, king) + shared(castle, queen) < 0.5
    assert min(king.x, queen.x) < castle.x < max(king.x, queen.x)
    assert castle.height > 1.15 * max(king.height, queen.height)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("thing", ["rock", "fence", "sofa"])
def test_who_is_behind_something_low_looks_over_it(seed: int, thing: str) -> None:
    cat, low = placed(Subject(id="cat", relation="behind", to=1), Subject(id=thing, size=1.35), seed=seed)
    assert cat.order < low.order
    assert in_the_picture(cat)
    assert abs(cat.x - low.x) < 0.3 * low.width
    assert 0.5 * cat.height < low.top - (cat.base - cat.height) < 0.6 * cat.height


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("thing", ["tree", "castle", "market-stall"])
def test_who_is_behind_something_tall_looks_around_it(seed: int, thing: str) -> None:
    man, tall = placed(Subject(id="man", relation="behind", to=1), Subject(id=thing), seed=seed)
    assert man.order < tall.order
    assert shared(man, tall) < 0.4
    assert in_the_picture(man)
    assert in_the_picture(tall)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_moon_behind_a_castle_is_in_the_sky(seed: int) -> None:
    moon, castle = placed(Subject(id="moon", relation="behind", to=1), Subject(id="castle"), seed=seed)
    assert moon.base < castle.base - 0.5 * castle.height
    assert 0 <= moon.top < castle.top
    assert shared(moon, castle) > 0.3
    assert moon.order < castle.order
    assert not moon.shadow


@pytest.mark.parametrize(
    "text",
    [
        "two children building a sandcastle", "duas crianças construindo um castelo de areia",
        "dos niños construyendo un castillo de arena", "两个孩子在堆沙堡",
    ],
)  # fmt: skip
def test_who_builds_has_hands_at_it_and_it_is_not_missed(text: str) -> None:
    draft = writer.write(words.read(text), idea=text).prompt
    assert "a sandcastle" in draft
    for spec in (words.read(text), words.read(draft)):
        *builders, castle = spec.extra["told"]
        assert {row.get("pose") for row in builders} == {"build-low"}
        assert castle["built"]
        assert not compose.paint(spec, width=256, height=256, seed=1).not_drawn


def test_a_boat_at_sea_and_many_castles_are_not_seen_to_be_built() -> None:
    for text in ("a man building a boat", "two boys building sandcastles"):
        painting = compose.paint(words.read(text), width=256, height=256, seed=1)
        assert naming.listing(painting.not_drawn)["en"] == "building"


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("count", [1, 2, 5])
def test_what_is_built_is_in_the_middle_and_in_sight(seed: int, count: int) -> None:
    told = [
        {"subject": 0, "deed": "building", "pose": "build-low"},
        {"subject": 1, "object": True, "built": True},
    ]
    *boys, castle = placed(Subject(id="boy", count=count), Subject(id="sandcastle"), seed=seed, told=told)
    assert all(shared(castle, boy) < 0.25 for boy in boys if boy.order > castle.order)
    assert all(boy.flip == (boy.x > castle.x) for boy in boys)
    assert castle.height > 0.5 * max(boy.height for boy in boys)
    if count > 1:
        assert min(b.x for b in boys) < castle.x < max(b.x for b in boys)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("deed", ["swim", None])
def test_ducklings_swim_in_a_line_behind_their_mother_who_is_larger(seed: int, deed: str | None) -> None:
    *young, mother = placed(
        Subject(id="duckling", count=5, action=deed, relation="behind", to=1), Subject(id="duck"),
        seed=seed, water=True, water_y=(400, 700),
    )  # fmt: skip
    assert mother.height > 1.5 * max(a.height for a in young)
    assert all(a.x < mother.x for a in young) != mother.flip
    assert all(a.role == "water" and in_the_picture(a) for a in (*young, mother))
    places = [abs(a.x - mother.x) for a in young]
    assert places == sorted(places)


@pytest.mark.parametrize("seed", SEEDS)
def test_chicks_go_in_a_line_behind_the_hen(seed: int) -> None:
    *young, hen = placed(Subject(id="chick", count=4, relation="behind", to=1), Subject(id="hen"), seed=seed)
    assert hen.height > 1.5 * max(a.height for a in young)
    assert len({a.x < hen.x for a in young}) == 1


def test_who_is_on_what_is_afloat_sits_on_it_and_not_above() -> None:
    mermaid, rock = placed(
        Subject(id="mermaid", action="sit", relation="on", to=1), Subject(id="rock"),
        place="sea", water=True, water_y=(400, 760),
    )  # fmt: skip
    assert rock.sunk > 0
    assert rock.top == rock.base - (1 - rock.sunk) * rock.tall
    assert rock.top < mermaid.base < rock.top + 0.2 * rock.tall


@pytest.mark.parametrize(
    ("text", "pose"),
    [
        ("a sloth hanging from a branch", "hang"), ("um bicho-preguiça pendurado na árvore", "hang"),
        ("un mono colgado de una rama", "hang"), ("一只树懒挂在树枝上", "hang"), ("猴子吊在树上", "hang"),
        ("bats hanging in a cave", "head-first"), ("três morcegos pendurados numa caverna", "head-first"),
        ("murciélagos colgados en una cueva", "head-first"), ("蝙蝠倒挂在山洞里", "head-first"),
        ("a monkey hanging upside down from a branch", "head-first"),
    ],
)  # fmt: skip
def test_who_hangs_is_seen_to_hang(text: str, pose: str) -> None:
    draft = writer.write(words.read(text), idea=text).prompt
    assert "hanging" in draft
    for spec in (words.read(text), words.read(draft)):
        assert spec.extra["told"][0]["pose"] == pose
        assert not compose.paint(spec, width=256, height=256, seed=1).not_drawn


@pytest.mark.parametrize("text", ["a monkey hanging in the jungle", "a bat hanging over a castle"])
def test_hanging_from_nothing_is_told(text: str) -> None:
    painting = compose.paint(words.read(text), width=256, height=256, seed=1)
    assert naming.listing(painting.not_drawn)["en"] == "hanging"


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("above", ["tree-branch", "tree"])
def test_who_hangs_is_below_the_branch_and_above_the_ground(seed: int, above: str) -> None:
    told = [{"subject": 0, "pose": "hang"}, {"subject": 1}]
    *monkeys, branch = placed(
        Subject(id="monkey", count=2, relation="on", to=1), Subject(id=above), seed=seed, told=told
    )
    for monkey in monkeys:
        assert monkey.base < branch.base
        assert monkey.base - monkey.height > branch.top + 0.3 * branch.tall
        assert monkey.order > branch.order
        assert shared(monkey, branch) > 0.9


def test_bats_hang_head_first_from_the_roof() -> None:
    told = [{"subject": 0, "pose": "head-first"}]
    bats = placed(Subject(id="bat", count=3), told=told, place="cave", indoor=True)
    assert all(bat.tilt == 180 and -1 < bat.top < 0.1 * SIZE and bat.base < 0.5 * SIZE for bat in bats)


@pytest.mark.parametrize(
    ("text", "who", "thing"),
    [
        ("a duck with a cup on its head", "duck", "coffee"),
        ("un gato con un libro en la cabeza", "cat", "book"),
        ("um cachorro com uma maçã na cabeça", "dog", "apple"),
        ("一只鸭子头上顶着一个杯子", "duck", "coffee"),
        ("uma mulher carregando um pote na cabeça", "woman", "jar"),
        ("a girl carrying a red basket on her head", "girl", "basket"),
    ],
)  # fmt: skip
def test_what_is_on_a_head_is_not_in_the_hands(text: str, who: str, thing: str) -> None:
    draft = writer.write(words.read(text), idea=text).prompt
    assert "on the head of" in draft
    for spec in (words.read(text), words.read(draft)):
        below = next(i for i, s in enumerate(spec.subjects) if s.id == who)
        above = next(i for i, s in enumerate(spec.subjects) if s.id == thing)
        assert spec.subjects[below].held is spec.subjects[below].action is None
        assert (spec.subjects[above].relation, spec.subjects[above].to) == ("on", below)
        row = next(row for row in spec.extra["told"] if row.get("subject") == above)
        assert row["relation"] == "head"


def test_hats_and_what_is_in_the_hands_stay_where_they_are() -> None:
    assert words.read("a woman with a red hat on her head").subjects[0].hat
    (girl,) = words.read("a girl with a big head holding a cup").subjects
    assert girl.held == "coffee"


@pytest.mark.parametrize(
    "text", ["a seal balancing a ball on its nose", "a panda balancing a book on its head"]
)
def test_what_is_on_head_or_nose_is_seen_to_be_balanced(text: str) -> None:
    draft = writer.write(words.read(text), idea=text).prompt
    assert "balancing" in draft
    for spec in (words.read(text), words.read(draft)):
        assert "balancing" not in spec.unknown


@pytest.mark.parametrize("seed", SEEDS)
def test_a_tiny_bird_sits_on_the_crown_of_a_giant(seed: int) -> None:
    rows = [{"subject": 0, "relation": "head", "to": 1}, {"subject": 1}]
    bird, ox = placed(
        Subject(id="bird", size=0.55, relation="on", to=1), Subject(id="bull", size=1.8), seed=seed, told=rows
    )
    crown = ox.base - ox.height
    assert crown <= bird.base < crown + 0.1 * ox.height
    assert bird.height < 0.2 * ox.height
    assert bird.order > ox.order


@pytest.mark.parametrize("seed", SEEDS)
def test_a_rainbow_spans_the_house_it_is_behind_and_a_ghost_stays_at_its_side(seed: int) -> None:
    bow, house = placed(Subject(id="rainbow", relation="behind", to=1), Subject(id="house"), seed=seed)
    assert bow.width > 1.1 * house.width or bow.width > 0.9 * SIZE
    assert 0 < bow.top < house.top - 0.1 * bow.tall
    ghost, door = placed(Subject(id="ghost", relation="behind", to=1), Subject(id="door"), seed=seed)
    assert ghost.base > door.base - 0.5 * door.height


@pytest.mark.parametrize("seed", SEEDS)
def test_elephants_in_a_line_behind_a_mouse_stay_larger(seed: int) -> None:
    *elephants, mouse = placed(
        Subject(id="elephant", count=3, relation="behind", to=1), Subject(id="mouse"), seed=seed
    )
    assert min(a.height for a in elephants) > 1.3 * mouse.height


def test_who_is_behind_a_bicycle_stands_on_the_ground() -> None:
    cat, bicycle = placed(Subject(id="cat", relation="behind", to=1), Subject(id="bicycle"))
    assert cat.base > bicycle.base - 0.15 * bicycle.height


@pytest.mark.parametrize("seed", SEEDS)
def test_a_sleepers_head_is_at_the_head_of_the_bed(seed: int) -> None:
    girl, bed = placed(Subject(id="girl", action="sleep", relation="on", to=1), Subject(id="bed"), seed=seed)
    assert girl.flip == bed.flip
