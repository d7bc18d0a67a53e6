"""On a lap, between two, over a fence, in front, in a puddle: it is read so, said so and seen so."""

from __future__ import annotations

import pytest

from imaginario.engines.builtin import compose, plan, words, writer
from imaginario.engines.builtin.composing.actors import Actor
from imaginario.engines.builtin.scenery import Streams
from imaginario.engines.builtin.spec import SceneSpec
from imaginario.engines.builtin.vocabulary import load
from tests.builtin.stand import SIZE, placed

SEEDS = (1, 2, 3, 5, 8)


def standing(spec: SceneSpec, seed: int) -> list[Actor]:
    return placed(*spec.subjects, seed=seed, told=spec.extra.get("told") or ())


def drafted(text: str) -> SceneSpec:
    """What the written prompt is read as, which is what is painted."""
    return words.read(writer.write(words.read(text), idea=text).prompt)


def shape(spec: SceneSpec) -> list[tuple[str, str | None, str | None]]:
    return [(s.id, s.relation, spec.subjects[s.to].id if s.to is not None else None) for s in spec.subjects]


@pytest.mark.parametrize(
    ("text", "who", "where", "ground"),
    [
        ("a house with a tree in front", "tree", "in_front_of", "house"),
        ("uma casa com um ipê amarelo na frente", "ipe", "in_front_of", "house"),
        ("una casa con un árbol al frente", "tree", "in_front_of", "house"),
        ("on the piano sits a fat ginger cat with a crown", "cat", "on", "piano"),
        ("embaixo da mesa tem dois ratinhos e em cima um gato bravo", "cat", "on", "table"),
        ("Maria e João com um cachorro atrás da Maria", "dog", "behind", "woman"),
        ("uma menina no gol", "girl", "in_front_of", "goal-net"),
        ("三个海盗站在木船上，中间有一个宝箱", "treasure-chest", "on", "boat"),
        ("a cat on the lap of a girl", "cat", "on", "girl"),
    ],
)
def test_where_somebody_is_stays_in_the_draft(text: str, who: str, where: str, ground: str) -> None:
    assert (who, where, ground) in shape(words.read(text))
    assert (who, where, ground) in shape(drafted(text))


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(
    "text", ["a blue hummingbird between two sunflowers", "a butterfly between two tulips"]
)
def test_who_flies_between_two_flowers_hovers_in_the_gap(seed: int, text: str) -> None:
    flier, *flowers = standing(words.read(text), seed)
    left, right = sorted(flowers, key=lambda a: a.x)
    assert left.x < flier.x - 0.3 * flier.width
    assert flier.x + 0.3 * flier.width < right.x
    assert min(a.top for a in flowers) - 0.2 * flier.height < flier.base < max(a.base for a in flowers)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("text", ["a horse jumping over a fence", "four sheep jumping over a fence"])
def test_who_leaps_over_a_fence_is_whole_and_just_above_it(seed: int, text: str) -> None:
    actors = standing(words.read(text), seed)
    (fence,) = (a for a in actors if a.subject.id == "fence")
    for actor in (a for a in actors if a is not fence):
        assert actor.top >= -0.01 * SIZE
        assert actor.base < fence.top + 0.2 * fence.height
        assert not actor.shadow
    assert fence.height < 0.32 * SIZE


@pytest.mark.parametrize("seed", SEEDS)
def test_a_cat_on_a_lap_is_before_the_belly(seed: int) -> None:
    spec = words.read("grandpa sitting in an armchair with a cat on his lap")
    actors = standing(spec, seed)
    cat, grandpa = (next(a for a in actors if a.subject.id == ident) for ident in ("cat", "grandfather"))
    assert grandpa.base - 0.5 * grandpa.height < cat.base <= grandpa.base
    assert cat.order > grandpa.order
    assert cat.top > grandpa.top + 0.3 * grandpa.height


@pytest.mark.parametrize(
    "text", ["a grandma sleeping in a rocking chair", "un abuelo durmiendo en el sillón"]
)
def test_people_asleep_on_a_chair_sit_there(text: str) -> None:
    spec = plan.complete(words.read(text), Streams(1), load())
    assert [row.get("pose") for row in spec.extra["told"] if row.get("subject") == 0] == ["doze"]


def test_who_sleeps_in_a_bed_or_is_no_person_lies() -> None:
    for text in ("a grandma sleeping in a bed", "a cat sleeping on a chair"):
        spec = plan.complete(words.read(text), Streams(1), load())
        assert not [row for row in spec.extra.get("told") or () if row.get("pose")]


def test_a_puddle_is_no_sea() -> None:
    assert plan.complete(words.read("a boy splashing in a puddle"), Streams(1), load()).place != "sea"
    assert plan.complete(words.read("a boy splashing in the sea"), Streams(1), load()).place == "sea"


@pytest.mark.parametrize(
    ("text", "missed"),
    [
        ("a dog leading a blind man", True),
        ("奶奶的草帽飞走了", True),
        ("a stegosaurus in front of a volcano with lava", False),
        ("dois jangadeiros numa jangada de vela branca", False),
        ("uma família fazendo piquenique na praia", False),
        ("Un faro a rayas rojas y blancas", False),
        ("unos chamacos echando una cascarita en el parque", False),
        ("dos pibes remontando barriletes", False),
    ],
)
def test_only_what_is_not_seen_is_told(text: str, missed: bool) -> None:
    painting = compose.paint(drafted(text), width=96, height=96, seed=1)
    assert bool(painting.not_drawn) is missed
