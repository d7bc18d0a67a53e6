"""What two do together, and things in use: one umbrella, a kiss, a picnic, skates, a telescope at the eye."""

from __future__ import annotations

import pytest

from imaginario.engines.builtin import accounts, notes, sharing, vocabulary, words
from imaginario.engines.builtin.composing.actors import Actor, Shape, cast
from imaginario.engines.builtin.composing.blocking import block
from imaginario.engines.builtin.composing.camera import Frame, frame
from imaginario.engines.builtin.plan import complete
from imaginario.engines.builtin.scenery.stage import Stage
from imaginario.engines.builtin.scenery.streams import Streams
from imaginario.engines.builtin.spec import SceneSpec


def planned(text: str) -> SceneSpec:
    """The complete spec of a text."""
    return complete(words.read(text), Streams(3), vocabulary.load())


def placed(text: str) -> list[Actor]:
    """The actors of a text, all as wide as tall, where they stand on a meadow."""
    spec, stage = planned(text), Stage(place="meadow", horizon_y=300.0, ground_y=520.0)
    actors = cast(spec, stage, vocabulary.load(), dict.fromkeys(range(len(spec.subjects)), Shape(0.8)))
    view: Frame = frame(640, 640, stage, Streams(3), actors)
    block(actors, view)
    return actors


@pytest.mark.parametrize(
    "text",
    [
        "a fox and a hedgehog sharing an umbrella", "two cats sharing an umbrella", "狐狸和刺猬共撑一把伞",
        "un elefante y un ratón compartiendo un paraguas", "um elefante e um rato dividindo um guarda-chuva",
        "a girl and her dog under one umbrella", "a girl sharing her umbrella with a cat",
    ],
)  # fmt: skip
def test_those_who_share_an_umbrella_have_one(text: str) -> None:
    cast = planned(text).subjects
    assert [s.held for s in cast].count("umbrella") == 1
    assert all(s.id != "umbrella" for s in cast)
    assert not list(accounts.stand_ins(words.read(text)))


def test_the_taller_holds_it_and_the_other_stands_at_the_stick() -> None:
    rows = notes.rows(planned("a mouse and an elephant sharing an umbrella"))
    by = {row["subject"]: row for row in rows}
    assert by[1]["shared"] < 1
    assert by[0]["relation"] == sharing.SHARED
    mouse, elephant = placed("a mouse and an elephant sharing an umbrella")
    assert mouse.base == pytest.approx(elephant.base, abs=0.03 * elephant.height)
    assert abs(mouse.x - elephant.x) < 0.5 * (mouse.width + elephant.width)


def test_a_beach_umbrella_stands_on_its_own() -> None:
    assert any(s.id == "umbrella" for s in planned("a girl under an umbrella on the beach").subjects)


@pytest.mark.parametrize(
    ("text", "pose"),
    [
        ("a bride and a groom kissing", "kiss"), ("noivo e noiva se beijando", "kiss"),
        ("una pareja besándose", "kiss"), ("新郎新娘亲吻", "kiss"),
        ("a boy and a girl holding hands", "hand-in-hand"),
        ("um casal de mãos dadas", "hand-in-hand"), ("两个小朋友手牵手", "hand-in-hand"),
        ("a man and a woman dancing", "dance-hold"),
    ],
)  # fmt: skip
def test_couples_are_close_and_it_is_not_told_as_missing(text: str, pose: str) -> None:
    assert not words.read(text).unknown
    assert {str(row.get("pose")) for row in notes.rows(planned(text))} == {pose}
    one, other = placed(text)
    assert abs(one.x - other.x) < 0.75 * max(one.height, other.height)


@pytest.mark.parametrize(
    "text", ["a family having a picnic under a tree", "dos osos haciendo un picnic", "两只小熊在野餐"]
)
def test_those_who_picnic_sit_on_the_blanket_which_lies_below_them(text: str) -> None:
    actors = placed(text)
    blanket = next(a for a in actors if a.entry.id == "picnic-blanket")
    guests = [a for a in actors if a.entry.alive]
    assert all(a.subject.action == "sit" and a.mate is blanket for a in guests)
    assert all(blanket.order < a.order and blanket.top < a.base < blanket.base for a in guests)


@pytest.mark.parametrize(
    "text",
    ["a girl skating on a frozen lake", "una niña patinando sobre el hielo", "um gato patinando no gelo"],
)
def test_who_skates_where_there_is_ice_has_blades(text: str) -> None:
    spec = words.read(text)
    assert [s.id for s in spec.subjects if s.id == "roller-skates"] == []
    assert all(a.on_ice for a in placed(text))


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("a pirate looking through a spyglass", "spyglass"),
        ("un pirata mirando por un catalejo", "spyglass"),
        ("a man looking through binoculars", "binoculars"),
    ],
)  # fmt: skip
def test_what_one_looks_through_is_at_the_eye(text: str, seen: str) -> None:
    spec = planned(text)
    assert len(spec.subjects) == 1
    assert notes.rows(spec)[0]["at_eyes"] == seen
    assert not words.read(text).unknown
    assert not accounts.stand_ins(words.read(text))


@pytest.mark.parametrize("text", ["a girl looking through a telescope", "一个女孩用望远镜看星星"])
def test_a_telescope_stands_beside_the_face(text: str) -> None:
    girl, tube = (a for a in placed(text) if a.entry.id in ("girl", "telescope"))
    assert tube.height > girl.height
    assert tube.flip == (tube.x < girl.x)


@pytest.mark.parametrize("text", ["a firefighter rescuing a kitten from a tree", "消防员从树上救下一只小猫"])
def test_who_is_rescued_is_within_the_crown(text: str) -> None:
    cat = next(a for a in placed(text) if a.entry.id == "cat")
    assert cat.mate is not None
    assert cat.mate.entry.id == "tree"
    assert cat.top > cat.mate.top
    assert cat.base < cat.mate.base - 0.4 * cat.mate.height


def test_drops_fall_on_the_flower() -> None:
    robot, flower = placed("a robot watering a sunflower")
    assert flower.height < 0.4 * robot.height
    assert (flower.x < robot.x) == robot.flip


@pytest.mark.parametrize("text", ["an elephant playing in the mud", "a grandfather playing dominoes"])
def test_no_ball_where_something_else_is_played(text: str) -> None:
    from imaginario.engines.builtin import figures

    row = notes.rows(planned(text))[0]
    assert figures.manner_of(row, []).no_ball
