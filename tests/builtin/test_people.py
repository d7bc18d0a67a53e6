"""People of every age: grown bodies have grown faces, what they hold and eat is seen, passers-by differ."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from imaginario.engines.builtin import figures, vocabulary
from imaginario.engines.builtin.figures import ages, casting, faces, heads, ink, people, props
from imaginario.engines.builtin.figures.look import Look
from imaginario.engines.builtin.spec import Subject

ENTRIES = vocabulary.load()


@pytest.mark.parametrize("ident", [e.id for e in ENTRIES.values() if e.kind == "person"])
def test_a_grown_body_has_a_grown_face(ident: str):
    look = heads.look_of(ENTRIES[ident].head, "#888888")
    grown = ENTRIES[ident].size >= 1.4
    assert (look.age == "adult") == grown
    assert (look.muzzle in ("man", "woman")) == grown
    assert (ages.stature(look).head < 0.85) == grown


def test_what_the_grown_hold_stays_round():
    for ident in ("man", "woman", "girl"):
        pixels = np.asarray(figures.render(Subject(id=ident, held="tennis-ball"), height=400), np.int16)
        ball = (pixels[..., 3] > 200) & (pixels[..., 1] > 190) & (pixels[..., 2] < 110)
        rows, columns = np.flatnonzero(ball.any(axis=1)), np.flatnonzero(ball.any(axis=0))
        assert np.ptp(rows) == pytest.approx(np.ptp(columns), rel=0.15)


@pytest.mark.parametrize(
    ("ident", "food"),
    [("panda", "bamboo"), ("man", "pizza"), ("rabbit", "carrot"), ("girl", "ice-cream")],
)
def test_what_is_eaten_stays_below_the_eyes(ident: str, food: str):
    one = casting.cast(ink.Ink(), ENTRIES[ident], Subject(id=ident, action="eat", held=food), 0)
    assert one.prop is not None
    hand = props.reaching(one.look, one.pose, one.prop).right[1]
    assert hand[1] - one.prop.rise > one.look.eye_y + one.look.eye_r


def test_passers_by_are_men_and_women_and_babies_grow_no_beard():
    def seen(ident: str) -> list[Look]:
        look = heads.look_of(ENTRIES[ident].head, "#888888")
        return [people.passer_by(look, seed) for seed in range(1, 40)]

    assert {one.lashes for one in seen("person")} == {True, False}
    assert {one.muzzle for one in seen("person")} == {"man", "woman"}
    assert len({one.beard for one in seen("man")}) > 3
    assert {one.beard for one in seen("baby")} == {"pacifier"}


def test_only_grown_men_in_costume_grow_a_white_beard():
    def beard(ident: str, outfit: str) -> str:
        subject = Subject(id=ident, outfit=outfit)
        return casting.cast(ink.Ink(), ENTRIES[ident], subject, 3).look.beard

    assert (beard("man", "wizard"), beard("man", "santa")) == ("long", "full")
    assert beard("woman", "wizard") == beard("boy", "santa") == beard("cat", "wizard") == ""
    assert beard("man", "knight") != "long"


def test_sleepy_lids_hang_over_the_eyes_only_while_they_are_open():
    look = heads.look_of(ENTRIES["capybara"].head, "#c08a56")
    awake, asleep = (faces.eyes(ink.Ink(), replace(look, mood=mood)) for mood in ("calm", "asleep"))
    assert awake != faces.eyes(ink.Ink(), replace(look, lids=0.0))
    assert asleep == faces.eyes(ink.Ink(), replace(look, lids=0.0, mood="asleep"))
