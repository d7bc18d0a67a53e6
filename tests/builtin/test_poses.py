"""Poses that one knows without a caption: running, climbing, skipping, hugging, driving, hanging."""

from __future__ import annotations

import pytest

from imaginario.engines.builtin import accounts, naming, plan, words, writer
from imaginario.engines.builtin.figures import riding
from imaginario.engines.builtin.figures.casting import cast
from imaginario.engines.builtin.figures.ink import Ink
from imaginario.engines.builtin.figures.manner import PLAIN, Manner
from imaginario.engines.builtin.figures.manner import of as manner_of
from imaginario.engines.builtin.figures.poses import FORWARD, GALLOP, LEGS
from imaginario.engines.builtin.scenery import Streams
from imaginario.engines.builtin.spec import SceneSpec, Subject
from imaginario.engines.builtin.vocabulary import load
from tests.builtin.stand import placed


def drafted(text: str) -> SceneSpec:
    """What the written prompt is read as, which is what is painted."""
    return words.read(writer.write(words.read(text), idea=text).prompt)


def legs(subject: Subject, told: Manner = PLAIN) -> str:
    return cast(Ink("f"), load()[subject.id], subject, 1, told=told).pose.legs


def row(spec: SceneSpec, index: int = 0) -> dict[str, object]:
    return next((r for r in spec.extra.get("told") or () if r.get("subject") == index), {})


@pytest.mark.parametrize("ident", ["cat", "horse", "elephant", "rabbit", "unicorn", "giraffe"])
def test_animals_run_on_four_legs_and_in_clothes_on_two(ident: str) -> None:
    assert legs(Subject(id=ident, action="run")) == GALLOP
    assert legs(Subject(id=ident, action="run", outfit="sweater")) in FORWARD
    assert legs(Subject(id=ident, action="run"), manner_of({"parts": [["boots", "red"]]})) in FORWARD


@pytest.mark.parametrize("ident", ["boy", "grandmother", "penguin", "robot", "monkey", "kangaroo"])
def test_people_birds_and_robots_run_on_two_legs(ident: str) -> None:
    assert legs(Subject(id=ident, action="run")) in FORWARD


def test_a_runner_has_a_knee_up_in_front_and_a_heel_behind() -> None:
    (back, (x, y, turn)), (front, (ahead, _, _)) = LEGS["run"]
    assert front[1][1] < front[0][1] < back[1][1]
    assert (x < back[1][0], y < back[1][1], ahead > front[1][0]) == (True, True, True)
    assert 60 < turn < 120  # the toes hang down


def test_a_herd_runs_one_way() -> None:
    for seed in range(1, 5):
        herd = placed(Subject(id="horse", action="run", count=3), Subject(id="boy", action="run"), seed=seed)
        assert len({actor.flip for actor in herd}) == 1


@pytest.mark.parametrize(
    ("text", "under"),
    [
        ("a boy climbing a tree", "tree"), ("a bear climbs up a ladder", "ladder"),
        ("um menino subindo na árvore", "tree"), ("un niño trepando a un árbol", "tree"),
        ("男孩爬树", "tree"), ("一只猫爬上树", "tree"),
    ],
)  # fmt: skip
def test_who_climbs_is_halfway_up(text: str, under: str) -> None:
    spec = plan.complete(drafted(text), Streams(1), load())
    assert (spec.subjects[1].id, row(spec)["pose"], spec.unknown) == (under, "climb", ())
    climber, tree = placed(*spec.subjects, told=spec.extra["told"])
    assert tree.top < climber.base - climber.height
    assert climber.base < tree.base


def test_who_climbs_on_furniture_gets_there() -> None:
    assert row(drafted("a cat climbing on the sofa")).get("pose") is None


@pytest.mark.parametrize("text", ["a girl jumping rope", "menina pulando corda", "女孩跳绳"])
def test_who_skips_has_a_rope(text: str) -> None:
    spec = drafted(text)
    girl = cast(Ink("f"), load()["girl"], spec.subjects[0], 1, told=manner_of(row(spec)))
    assert (girl.pose.tool, girl.pose.legs, accounts.stand_ins(spec)) == ("rope", "jump", [])


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("a girl hugging a cat", "cat"), ("a mouse hugging a cat", None),
        ("a mermaid hugging a dolphin", None), ("una niña abrazando a un lobo", None),
        ("a boy hugging a teddy bear", "teddy"),
    ],
)  # fmt: skip
def test_only_who_is_small_is_hugged_in_arms(text: str, held: str | None) -> None:
    assert drafted(text).subjects[0].held == held


@pytest.mark.parametrize("mount", ["race-car", "ufo"])
def test_whoever_drives_drives_alone(mount: str) -> None:
    body, _ = riding.draw(Ink("f"), Subject(id="girl"), Subject(id=mount), 1)
    assert 'class="driver"' in (load()[mount].read_svg() or "")
    assert 'class="driver"' not in body


def test_a_bat_told_to_hang_head_first_does_so_in_a_cave() -> None:
    spec = drafted("a bat hanging upside down")
    assert (spec.place, row(spec)["pose"], spec.unknown) == ("cave", "head-first", ())


@pytest.mark.parametrize("text", ["a man floating on his back", "uma lontra boiando de costas"])
def test_who_floats_on_the_back_swims_and_that_is_told(text: str) -> None:
    spec = drafted(text)
    assert spec.subjects[0].action == "swim"
    assert naming.pairs(accounts.stand_ins(spec))["en"] == "floating on its back → swimming"


def test_the_grass_is_out_of_doors() -> None:
    assert plan.complete(drafted("a boy lying on the grass"), Streams(1), load()).place == "meadow"
