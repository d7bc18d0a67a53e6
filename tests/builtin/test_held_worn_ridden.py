"""What is worn, held and ridden: hats above eyes, things seen whole in hands, skis for each."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from imaginario.engines.builtin import accounts, figures, naming, plan, words, writer
from imaginario.engines.builtin.figures import cycling, glasses, hat_fit, hats, manner, props, raster
from imaginario.engines.builtin.figures.casting import cast
from imaginario.engines.builtin.figures.heads import look_of
from imaginario.engines.builtin.figures.ink import Ink
from imaginario.engines.builtin.figures.look import Look
from imaginario.engines.builtin.scenery import Streams
from imaginario.engines.builtin.spec import SceneSpec, Subject
from imaginario.engines.builtin.vocabulary import load
from imaginario.engines.builtin.words.lexicon import meaning

EYES = 55
"""How far from the middle the eyes of usual heads reach, in units."""


def drafted(text: str) -> SceneSpec:
    """What the written prompt is read as, which is what is painted."""
    return words.read(writer.write(words.read(text), idea=text).prompt)


def missing(spec: SceneSpec) -> str:
    return naming.listing([*accounts.owed(spec), *spec.unknown])["en"]


def head(ident: str) -> Look:
    entry = load()[ident]
    return look_of(entry.head, entry.main or "#cccccc")


def row(spec: SceneSpec, index: int = 0) -> dict[str, object]:
    return next((r for r in spec.extra.get("told") or () if r.get("subject") == index), {})


@cache
def lowest(hat: str) -> int:
    """How far down a hat reaches over the eyes, in its own units."""
    ink = Ink("f")
    body = hats.draw(ink, hat)
    seen = np.asarray(raster.rasterise(ink.defs() + body, (-EYES, -250, 2 * EYES, 300), 1.0))[..., 3] > 120
    return int(np.where(seen.any(axis=1))[0].max()) - 250


@pytest.mark.sampled(2)
@pytest.mark.parametrize(
    "ident",
    [
        "capybara",
        "hippo",
        "frog",
        "owl",
        "elephant",
        "rabbit",
        "giraffe",
        "axolotl",
        "crocodile",
        "girl",
        "man",
    ],
)
@pytest.mark.parametrize("hat", [h for h in hats.HATS if h != "wig"])
def test_eyes_are_free_under_every_hat(ident: str, hat: str) -> None:
    look = head(ident)
    assert hat_fit.height(look, hat) + look.hat_scale * lowest(hat) <= look.eye_y - look.eye_r


@pytest.mark.parametrize("ident", ["elephant", "girl", "man", "giraffe"])
def test_an_umbrella_is_held_above_the_head(ident: str) -> None:
    bare = figures.measure(Subject(id=ident), height=100)
    under = figures.measure(Subject(id=ident, held="umbrella", action="hold"), height=100)
    assert under.height > 1.2 * bare.height
    assert under.width < 2 * max(bare.width, 100)


@pytest.mark.parametrize("ident", ["elephant", "koala", "mouse", "moose"])
def test_what_is_tall_is_before_wide_ears(ident: str) -> None:
    one = cast(Ink("f"), load()[ident], Subject(id=ident, held="balloon", action="hold"), 0)
    assert props.over_head(one.look, one.pose, one.prop)


@pytest.mark.parametrize("held", ["staff", "spear", "trident", "oar", "lightsaber", "golden-cudgel"])
def test_a_pole_is_about_as_tall_as_its_holder(held: str) -> None:
    prop = cast(Ink("f"), load()["man"], Subject(id="man", held=held), 0).prop
    assert prop is not None
    assert 250 < prop.long * prop.scale <= 375
    assert prop.pole == (held != "lightsaber")


@pytest.mark.parametrize(
    ("text", "trait"),
    [
        ("a wizard with a glowing staff", "glowing"),
        ("um mago com um cajado brilhante", "shiny"),
        ("巫师拿着发光的法杖", "glowing"),
        ("a knight with a rusty sword", "rusty"),
    ],
)
def test_qualities_of_what_is_held_are_drawn(text: str, trait: str) -> None:
    for spec in (words.read(text), drafted(text)):
        assert row(spec)["held_traits"] == [trait]
        assert missing(spec) == ""


@pytest.mark.parametrize(
    ("text", "held", "larger"),
    [
        ("a boy hugging his giant teddy bear", "teddy", True),
        ("um menino abraçando seu ursinho de pelúcia gigante", "teddy", True),
        ("un niño con un paraguas gigante", "umbrella", True),
        ("小男孩抱着巨大的泰迪熊", "teddy", True),
        ("a mouse holding a tiny umbrella", "umbrella", False),
    ],
)
def test_what_is_held_is_as_large_as_told(text: str, held: str, larger: bool) -> None:
    for spec in (words.read(text), drafted(text)):
        one, told = spec.subjects[0], manner.of(row(spec))
        assert one.held == held
        assert (told.held_size > 1) == larger
        assert missing(spec) == ""
        usual = cast(Ink("f"), load()[one.id], one, 0).prop
        asked = cast(Ink("f"), load()[one.id], one, 0, told=told).prop
        assert usual is not None
        assert asked is not None
        assert (asked.scale > usual.scale) == larger


def test_what_handless_ones_hold_keeps_its_colour_and_size() -> None:
    spec = plan.complete(words.read("an octopus holding a giant red balloon"), Streams(1), load())
    assert [(s.id, s.color, s.size) for s in spec.subjects[1:]] == [("balloon", "red", 1.8)]


@pytest.mark.parametrize("mount", ["bicycle", "tricycle", "motorcycle", "scooter"])
@pytest.mark.parametrize("rider", ["girl", "man", "bear", "mouse", "penguin"])
def test_riders_on_wheels_steer_and_pedal(mount: str, rider: str) -> None:
    assert cycling.steers(load()[mount])
    image = figures.render_ride(Subject(id=rider), Subject(id=mount), height=60, pose_seed=1)
    assert 80 < image.height < 220


@pytest.mark.parametrize(
    ("text", "thing", "count"),
    [
        ("三只小企鹅在雪地里滑雪", "skis", 3),
        ("three bears on skis", "skis", 3),
        ("três raposas esquiando", "skis", 3),
        ("dos osos esquiando", "skis", 2),
        ("three kids on skateboards", "skateboard", 3),
        ("dois cachorros surfando", "surfboard", 2),
        ("a family skiing", "skis", 3),
    ],
)
def test_each_rides_skis_and_boards_of_their_own(text: str, thing: str, count: int) -> None:
    spec = plan.complete(drafted(text), Streams(1), load())
    assert sum(s.count for s in spec.subjects if s.id == thing) == count
    assert plan.complete(spec, Streams(1), load()) == spec


@pytest.mark.parametrize(
    ("text", "outfit", "color"),
    [
        ("um jogador de futebol de camisa amarela", "football", "yellow"),
        ("a soccer player in a yellow shirt", "football", "yellow"),
        ("un futbolista con camiseta amarilla", "football", "yellow"),
        ("穿黄色上衣的足球运动员", "football", "yellow"),
        ("a doctor in a blue lab coat", "doctor", "blue"),
        ("um médico de jaleco branco", "doctor", None),
        ("穿白大褂的医生", "doctor", None),
        ("a cat in a white coat", "lab-coat", None),
    ],
)
def test_a_coat_and_a_jersey_are_those_of_the_trade(text: str, outfit: str, color: str | None) -> None:
    spec = words.read(text)
    assert meaning("outfits", str(spec.subjects[0].outfit)) == outfit
    assert row(spec).get("outfit_color") == color
    assert missing(drafted(text)) == ""


@pytest.mark.parametrize("text", ["a doctor in a white coat", "uma doutora de bata branca"])
def test_a_doctor_in_white_is_a_doctor(text: str) -> None:
    assert [(s.id, s.outfit) for s in drafted(text).subjects] == [("doctor", "doctor")]


@pytest.mark.parametrize(
    ("text", "color"),
    [
        ("a cat wearing a red tie", "red"),
        ("um gato de gravata", ""),
        ("un perro con corbata roja", "red"),
        ("打着红色领带的猫", "red"),
        ("打领带的小狗", ""),
        ("a man with a blue necktie", "blue"),
    ],
)
def test_a_tie_is_no_suit(text: str, color: str) -> None:
    for spec in (words.read(text), drafted(text)):
        assert spec.subjects[0].outfit is None
        assert row(spec)["parts"] == [["tie", color]]
        assert missing(spec) == ""
        assert figures.unshown(spec.subjects[0], row(spec)) == []


@pytest.mark.parametrize(
    ("text", "color"),
    [
        ("a boy with his cap backwards", None),
        ("a boy with his red cap worn backwards", "red"),
        ("um menino de boné para trás", None),
        ("menino de boné vermelho pra trás", "red"),
        ("gato con gorra pa atrás", None),
        ("chico con gorra roja al revés", "red"),
        ("男孩帽子反戴", None),
        ("反戴红色棒球帽的男孩", "red"),
    ],
)
def test_a_cap_is_worn_backwards(text: str, color: str | None) -> None:
    for spec in (words.read(text), drafted(text)):
        assert spec.subjects[0].hat == "backwards-cap"
        assert row(spec).get("hat_color") == color
        assert missing(spec) == ""


@pytest.mark.parametrize(
    ("text", "hat"),
    [
        ("a little girl wearing a hat", "straw"),
        ("一个戴帽子的小女孩", "straw"),
        ("una niña con sombrero", "straw"),
        ("um menino de chapéu", "bucket"),
        ("a woman in a hat", "straw"),
        ("a man in a hat", "top-hat"),
        ("戴帽子的厨师", "chef"),
    ],
)
def test_a_plain_hat_suits_its_wearer(text: str, hat: str) -> None:
    for spec in (words.read(text), drafted(text)):
        assert spec.subjects[0].hat == hat


def test_several_who_wear_hats_all_wear_one() -> None:
    assert all(s.hat for s in words.read("a girl and a boy wearing hats").subjects)


@pytest.mark.parametrize(("ident", "pale"), [("black-cat", True), ("cat", False), ("panda", True)])
def test_glasses_are_seen_in_dark_faces(ident: str, pale: bool) -> None:
    look = head(ident)
    for name in ("glasses", "sunglasses"):
        assert ("#e6d9bd" in glasses.draw(Ink("f"), name, look)) == pale
        assert "#e6d9bd" not in glasses.draw(Ink("f"), name, look, "#f5d020")
