"""Tables with a cloth, and what stands on them and hangs beside: paellas, cleavers, nets."""

from __future__ import annotations

import numpy as np
import pytest

from imaginario.engines.builtin import figures, words, writer
from imaginario.engines.builtin.figures import ink
from imaginario.engines.builtin.spec import Subject


@pytest.mark.parametrize(
    ("text", "color"),
    [
        ("a tablecloth", None), ("a table with a red tablecloth", "red"),
        ("uma mesa com toalha azul", "blue"),
        ("una mesa con un mantel rojo", "red"), ("铺着红色桌布的桌子", "red"), ("a red tablecloth", "red"),
        ("a table covered with a checkered tablecloth", None), ("uma toalha de mesa verde", "green"),
    ],
)  # fmt: skip
def test_a_table_and_its_cloth_are_one_thing(text: str, color: str | None) -> None:
    spec = words.read(text)
    for one in (spec, words.read(writer.write(spec, idea=text).prompt)):
        assert [(s.id, s.color) for s in one.subjects] == [("tablecloth", color)]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("a cake on a table with a blue tablecloth", "cake"), ("um bolo numa mesa com toalha azul", "cake"),
        ("铺着绿色桌布的桌子上有一个西瓜", "watermelon"), ("un pastel sobre un mantel rojo", "cake"),
    ],
)  # fmt: skip
def test_things_stand_on_the_cloth(text: str, what: str) -> None:
    first, cloth = words.read(text).subjects
    assert (first.id, first.relation, first.to, cloth.id) == (what, "on", 1, "tablecloth")


@pytest.mark.parametrize(
    ("ident", "texts"),
    [
        ("paella", ("a paella", "uma paella", "una paella valenciana", "海鲜饭")),
        ("cleaver", ("a meat cleaver", "um cutelo", "un cuchillo de carnicero", "一把菜刀")),
        (
            "fishing-net",
            ("a fishing net", "uma rede de pesca", "una red de pesca", "一张渔网", "redes de pesca"),
        ),
    ],
)
def test_things_have_names_in_four_languages(ident: str, texts: tuple[str, ...]) -> None:
    assert [[s.id for s in words.read(t).subjects] for t in texts] == [[ident]] * len(texts)


def test_a_chef_holds_a_cleaver() -> None:
    assert [s.held for s in words.read("拿着菜刀的厨师").subjects] == ["cleaver"]


@pytest.mark.parametrize(
    ("ident", "colors"),
    [
        ("paella", ("#f4b93f", "#d83c34", "#5fae4a")),
        ("fishing-net", ("#2f8f86", "#f2703f")),
        ("tablecloth", ("#e2574c", "#fff6ea")),
    ],
)
def test_it_is_seen_by_its_colors(ident: str, colors: tuple[str, ...]) -> None:
    pixels = np.asarray(figures.render(Subject(id=ident), height=200), np.int16)[..., :3]
    for color in colors:
        assert (np.abs(pixels - np.array(ink.rgb(color))).sum(axis=2) < 110).mean() > 0.003
