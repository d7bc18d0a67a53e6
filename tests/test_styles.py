"""Styles: found in every language, wrapped once, and understood by the engine that is always there."""

from __future__ import annotations

import pytest

from imaginario import styles
from imaginario.engines.builtin import words
from imaginario.errors import InvalidOption
from imaginario.i18n import LANGUAGES


def test_every_style_has_a_name_in_every_language() -> None:
    assert [s.id for s in styles.load().values() if set(s.names) != set(LANGUAGES)] == []


@pytest.mark.parametrize("style", styles.load().values(), ids=lambda s: s.id)
def test_a_style_is_found_by_any_of_its_names(style: styles.Style) -> None:
    for wanted in (style.id, *style.names.values(), *style.aliases):
        assert styles.get(f" {wanted.upper()} ") == style


@pytest.mark.parametrize("style", styles.load().values(), ids=lambda s: s.id)
def test_the_built_in_engine_reads_the_style_and_nothing_strange(style: styles.Style) -> None:
    scene = words.read(style.apply("a cat on the moon"), style.negative)
    assert scene.style == style.id
    assert scene.unknown == ()
    assert [s.id for s in scene.subjects] == ["cat"]
    assert scene.place == "moon"


def test_a_prompt_that_says_the_style_is_left_alone() -> None:
    style = styles.get("watercolor")
    once = style.apply("a cat.")
    assert once.startswith("watercolor painting of a cat,")
    assert style.apply(once) == once


def test_an_unknown_style_names_the_known_ones() -> None:
    with pytest.raises(InvalidOption) as caught:
        styles.get("cubism")
    assert "watercolor" in caught.value.values["allowed"]
