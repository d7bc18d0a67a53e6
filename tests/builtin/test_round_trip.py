"""What the writer wrote is read as the same scene again: a picture's prompt is all the painter gets."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from functools import cache
from itertools import product
from typing import Any

from imaginario.engines.builtin import vocabulary, words, writer
from imaginario.engines.builtin.spec import ACTIONS, PLACES, SKY_THINGS, TIMES, SceneSpec, Subject
from imaginario.engines.builtin.words.lexicon import meaning, table
from tests.conftest import Some

SCENES = 500
FLOOR = 0.98
"""Share of generated scenes that must come back whole, each part for itself."""
RELATIONS = ("on", "under", "beside", "in_front_of", "behind", "over", "inside")
SKINS = ("black", "white", "brown")
"""On people these are no clothes: the reader only tells of them."""
WEATHERS = ("rain", "storm", "snowfall", "fog", "wind", "rainbow", "clouds")


@cache
def painted(name: str) -> tuple[str, ...]:
    """The rows of a lexicon table that are painted as themselves."""
    return tuple(ident for ident in table(name) if meaning(name, ident) == ident)


@cache
def drawable() -> tuple[str, ...]:
    """Everything a scene may hold."""
    return tuple(ident for ident, entry in vocabulary.load().items() if entry.kind != "sky")


@cache
def handy() -> tuple[str, ...]:
    """What fits in a hand."""
    entries = vocabulary.load()
    return tuple(i for i in drawable() if entries[i].anchor == "hand" and not entries[i].alive)


def subject(rng: random.Random, ident: str, first: bool) -> Subject:
    """A subject with a few attributes; the first one may wear, hold and do something."""
    entry = vocabulary.load()[ident]
    colors = [c for c in table("colors") if entry.kind != "person" or c not in SKINS]
    made = Subject(
        id=ident,
        color=rng.choice(colors) if rng.random() < 0.35 else None,
        count=rng.choice((2, 3, 4, 5)) if rng.random() < 0.25 else 1,
        size=rng.choice((0.55, 0.75, 1.35, 1.8)) if rng.random() < 0.2 else 1.0,
    )
    return clad(rng, made) if entry.alive and first else made


def clad(rng: random.Random, made: Subject) -> Subject:
    """The subject dressed, with something in its hand or something to do."""
    dice = rng.random()
    worn: dict[str, Any] = {"outfit": rng.choice(painted("outfits"))} if dice < 0.3 else {}
    worn |= {"hat": rng.choice(painted("hats"))} if 0.3 <= dice < 0.5 else {}
    worn |= {"glasses": rng.choice(painted("glasses"))} if rng.random() < 0.2 else {}
    made, dice = replace(made, **worn), rng.random()
    if dice < 0.25:
        return replace(made, held=rng.choice(handy()), action="hold")
    if dice < 0.6:
        deed = rng.choice([a for a in ACTIONS if a not in ("ride", "hold")])
        return replace(made, action=deed, held="book" if deed == "read" else None)
    return made


def scene(rng: random.Random) -> SceneSpec:
    """A scene as somebody might ask for it."""
    names = rng.sample(drawable(), rng.choice((1, 1, 1, 2, 2, 3)))
    cast = [subject(rng, name, at == 0) for at, name in enumerate(names)]
    if len(cast) > 1 and rng.random() < 0.5:
        cast[0] = replace(cast[0], relation=rng.choice(RELATIONS), to=1)
        cast[1] = replace(cast[1], color=None)
    place = rng.choice((None, *PLACES))
    return SceneSpec(
        subjects=tuple(cast),
        place=place,
        time=rng.choice((None, *TIMES)),
        weather=tuple(rng.sample(WEATHERS, rng.choice((0, 0, 1)))),
        sky=tuple(rng.sample([s for s in SKY_THINGS if s != place], rng.choice((0, 0, 1)))),
        style=rng.choice(painted("styles")),
    )


def again(spec: SceneSpec) -> SceneSpec:
    """The scene that is read from its prompt."""
    return words.read(writer.write(spec, idea="x", budget_tokens=None).prompt)


def test_scenes_come_back_as_they_were() -> None:
    rng, kept = random.Random(1), Counter[str]()
    parts = ("subjects", "place", "time", "weather", "sky", "style")
    for _ in range(SCENES):
        asked = scene(rng)
        read = again(asked)
        kept.update(name for name in parts if getattr(read, name) == getattr(asked, name))
    assert {name: kept[name] for name in parts if kept[name] < FLOOR * SCENES} == {}


def test_every_subject_comes_back_alone_and_beside_another(some: Some) -> None:
    wrong, tried = [], some(drawable(), 2)
    for ident in tried:
        alone = (Subject(id=ident),)
        both = (Subject(id="fox" if ident != "fox" else "wolf", relation="beside", to=1), Subject(id=ident))
        wrong += [ident for cast in (alone, both) if again(SceneSpec(subjects=cast)).subjects != cast]
    assert len(wrong) <= 0.01 * len(tried), wrong


def test_everything_to_wear_comes_back_with_hands_full() -> None:
    wrong = []
    for name, field in (("outfits", "outfit"), ("hats", "hat"), ("glasses", "glasses")):
        for ident in painted(name):
            clothes: dict[str, Any] = {field: ident}
            dressed = replace(Subject(id="cat", held="balloon", action="hold"), **clothes)
            if again(SceneSpec(subjects=(dressed, Subject(id="apple")))).subjects[:1] != (dressed,):
                wrong.append((name, ident))
    assert wrong == []


def test_places_hours_and_weathers_come_back_together(some: Some) -> None:
    wrong = []
    for number, (place, time) in enumerate(product(PLACES, TIMES)):
        for weather in some((*WEATHERS[number % 3 :], *WEATHERS[: number % 3]), 3):
            asked = SceneSpec(subjects=(Subject(id="fox"),), place=place, time=time, weather=(weather,))
            read = again(asked)
            if (read.place, read.time, read.weather) != (place, time, (weather,)):
                wrong.append((place, time, weather))
    assert wrong == []
