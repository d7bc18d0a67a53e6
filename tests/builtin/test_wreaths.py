"""Flowers in the hair are a wreath, in the colour that was told."""

from __future__ import annotations

import numpy as np
import pytest

from imaginario.engines.builtin import figures, words, writer
from imaginario.engines.builtin.figures import ink, palette
from imaginario.engines.builtin.spec import Subject


@pytest.mark.parametrize(
    ("text", "color"),
    [
        ("a girl with a flower crown", ""), ("a girl with flowers in her hair", ""),
        ("a woman with blue flowers in her hair", "blue"), ("a girl with a red rose in her hair", "red"),
        ("a cat with a crown of red roses", "red"), ("a girl with a crown of marigolds", "orange"),
        ("uma menina com coroa de flores", ""), ("uma mulher com rosas vermelhas nos cabelos", "red"),
        ("uma mulher com uma flor azul no cabelo", "blue"), ("um gato com uma coroa de margaridas", ""),
        ("una niña con corona de cempasúchil", "orange"), ("una mujer con flores rojas en el pelo", "red"),
        ("una niña con una flor amarilla en su cabello", "yellow"), ("戴花环的女孩", ""),
        ("头上戴着花的女孩", ""), ("头发上插着一朵红花的女孩", "red"), ("戴着鲜花头饰的女孩", ""),
    ],
)  # fmt: skip
def test_flowers_in_the_hair_are_a_wreath(text: str, color: str) -> None:
    spec = words.read(text)
    for one in (spec, words.read(writer.write(spec, idea=text).prompt)):
        assert [(s.hat, s.held) for s in one.subjects] == [("flowers", None)]
        assert not one.unknown
        assert [r["hat_color"] for r in one.extra.get("told", ()) if "hat_color" in r] == (
            [color] if color else []
        )


@pytest.mark.parametrize(
    "text",
    [
        "a flower in a vase",
        "una flor roja en el jardín",
        "女孩手里拿着花",
        "a crown of gold",
        "胸前戴着红花的狗",
    ],
)
def test_other_flowers_and_crowns_are_no_wreath(text: str) -> None:
    assert all(s.hat != "flowers" for s in words.read(text).subjects)


@pytest.mark.parametrize("ident", ["girl", "cat", "man"])
def test_a_coloured_wreath_is_of_that_color(ident: str) -> None:
    plain, blue = (
        figures.render(Subject(id=ident, hat="flowers"), height=160, dyes=dyes)
        for dyes in (None, {"hat": "blue"})
    )
    wanted = np.array(ink.rgb(palette.hex_of("blue")))
    near = [int((np.abs(np.asarray(i)[..., :3] - wanted).sum(axis=2) < 70).sum()) for i in (plain, blue)]
    assert near[1] > near[0] + 40
