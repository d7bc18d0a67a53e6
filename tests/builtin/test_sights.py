"""Where in the world a picture is shows in it: a sight stands behind."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from imaginario.engines.builtin import accounts, sights, words, writer
from imaginario.engines.builtin.plan import complete
from imaginario.engines.builtin.scenery import Streams
from imaginario.engines.builtin.scenery.setting import KINDS
from imaginario.engines.builtin.spec import PLACES, SceneSpec, Subject
from imaginario.engines.builtin.vocabulary import load
from imaginario.engines.builtin.words import afar
from imaginario.engines.builtin.words.lexicon import listed, table
from tests.builtin.stand import placed

ENTRIES = load()


def drafted(text: str) -> SceneSpec:
    """The reading of the prompt that is written for a text."""
    return words.read(writer.write(words.read(text), idea=text).prompt)


def finished(text: str, seed: int = 1, **more: Any) -> SceneSpec:
    """The complete spec of a text."""
    return complete(replace(drafted(text), **more), Streams(seed), ENTRIES)


@pytest.mark.parametrize("ident", table("sights"))
def test_a_row_names_what_there_is(ident: str) -> None:
    row = table("sights")[ident]
    assert all(afar.is_landmark(name.removeprefix("the ")) for name in listed(row["names"]))
    assert all(name in ENTRIES for name in listed(row.get("stands", "")))
    assert row.get("place", "city") in PLACES
    assert row.get("kind", "lotus-pond") in KINDS
    assert row.get("stands") or row.get("kind")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("o Cristo Redentor ao pôr do sol", "corcovado"),
        ("a girl waving in front of Christ the Redeemer in Rio de Janeiro", "corcovado"),
        ("el Cristo Redentor en la playa", None),
        ("a capybara in the mountains", None),
    ],
)
def test_christ_stands_above_the_bay_unless_he_is_put_elsewhere(text: str, kind: str | None) -> None:
    assert finished(text).extra.get("kind") == kind


@pytest.mark.parametrize(
    ("text", "sight", "place"),
    [
        ("a cat in Paris", {"eiffel-tower", "arc-de-triomphe"}, "city"),
        ("um gato no Rio de Janeiro", {"cristo-redentor", "sugarloaf", "lapa-arches"}, "city"),
        ("uma baiana em Salvador", {"elevador-lacerda", "pelourinho-houses"}, "city"),
        ("un perro en Buenos Aires", {"buenos-aires-obelisk"}, "city"),
        ("una niña en Nueva York", {"statue-of-liberty"}, "city"),
        ("一只猫在上海", {"oriental-pearl-tower"}, "city"),
        ("一个女孩在日本", {"mount-fuji", "torii", "pagoda"}, "garden"),
        ("a girl in India", {"taj-mahal"}, "garden"),
        ("un gato en México", {"chichen-itza"}, "meadow"),
        ("a cat and Mount Fuji", {"mount-fuji"}, "lake"),
    ],
)  # fmt: skip
def test_a_sight_stands_behind(text: str, sight: set[str], place: str) -> None:
    read = drafted(text)
    assert not sight & {one.id for one in read.subjects}  # nobody asked for it
    spec = complete(read, Streams(1), ENTRIES)
    assert spec.place == place
    assert len(sight & {one.id for one in spec.subjects}) == 1
    assert complete(spec, Streams(1), ENTRIES) == spec
    assert not accounts.likenesses(spec)
    assert not accounts.stand_ins(spec)
    assert not accounts.owed(spec)


def test_other_seeds_show_other_sights() -> None:
    seen = {finished("um gato em Brasília", seed).subjects[-1].id for seed in range(12)}
    assert seen == {"national-congress", "brasilia-cathedral"}


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("a woman reading in a cafe in Paris", {}),
        ("a cat in Paris", {"style": "sticker"}),
        ("a cat in Paris", {"avoid": ("eiffel-tower", "arc-de-triomphe")}),
        ("a church in Paris", {}),
        ("five dogs in Paris", {}),
    ],
)
def test_no_sight_where_it_has_no_room(text: str, more: dict[str, Any]) -> None:
    spec = finished(text, **more)
    assert not {"eiffel-tower", "arc-de-triomphe"} & {one.id for one in spec.subjects}
    assert accounts.likenesses(spec) == ["Paris"]


def test_a_country_without_a_sight_is_told() -> None:
    assert accounts.owed(finished("a cat in Norway")) == ["Norway"]


@pytest.mark.parametrize(
    "text", ["a cup of China tea", "uma india na floresta", "un plato de chile", "日本刀"]
)
def test_not_every_name_of_a_country_is_a_place(text: str) -> None:
    assert not any(afar.is_landmark(name) for name in words.read(text).names)


@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize("seed", range(4))
def test_a_building_is_seen_over_the_heads_before_it(count: int, seed: int) -> None:
    *group, tower = placed(Subject(id="boy", count=count), Subject(id="eiffel-tower"), seed=seed)
    assert tower.top < min(one.top for one in group)
    left, right = tower.x - tower.width / 2, tower.x + tower.width / 2
    assert -0.2 * tower.width <= left
    assert right <= 768 + 0.2 * tower.width


def test_names_of_places_are_found_in_any_language() -> None:
    assert sights.of("Londres") == sights.of("伦敦") == sights.of("London")
    assert sights.of("Atlantis") is None


@pytest.mark.parametrize(
    "text", ["three flamingos in a lagoon", "a heron by the lake", "uma cegonha no pântano"]
)
def test_long_legged_birds_stand_in_the_shallows(text: str) -> None:
    spec = finished(text)
    (bird, *_) = placed(*spec.subjects, place=spec.place, water=True, water_y=(500.0, 620.0))
    assert (bird.role, bird.sunk) == ("water", 0.05)
