"""Tables with something on them, breeds, and words that are written as they are said."""

from __future__ import annotations

import pytest

from imaginario.engines.builtin import words, writer
from imaginario.engines.builtin.spec import SceneSpec


def both(text: str) -> tuple[SceneSpec, SceneSpec]:
    """What a text is read as, and what the prompt that is written for it is."""
    first = words.read(text)
    return first, words.read(writer.write(first, idea=text).prompt)


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("a wooden table with a bowl of strawberries, a teapot and two cups",
         {"bowl", "strawberry", "teapot", "coffee"}),
        ("una mesa con una taza de café, un florero con girasoles y pan dulce",
         {"coffee", "vase", "sunflower", "sweet-bun"}),
        ("uma mesa com um bolo e três xícaras", {"cake", "teacup"}),
    ],
)  # fmt: skip
def test_what_a_table_comes_with_is_on_it(text: str, things: set[str]) -> None:
    first, second = both(text)
    at = [one.id for one in first.subjects].index("table")
    assert {one.id for one in first.subjects} == {"table", *things}
    assert all(one.to is not None and first.subjects[one.to].id in ("table", "bowl", "vase")
               for n, one in enumerate(first.subjects) if n != at)  # fmt: skip
    assert {one.id for one in second.subjects} - {"table"} == things
    assert second.place == "table" or "table" in {one.id for one in second.subjects}
    for spec in (first, second):
        assert not [one for one in spec.subjects if one.id == "sweet-bun" and one.relation == "inside"]
        assert not spec.unknown


def test_a_red_table_is_drawn_with_what_is_on_it() -> None:
    for spec in both("a red table with a cake"):
        assert [(one.id, one.color) for one in spec.subjects if one.id == "table"] == [("table", "red")]
        cake = next(one for one in spec.subjects if one.id == "cake")
        assert cake.relation == "on"


@pytest.mark.parametrize(
    ("text", "scene"),
    [
        ("un perrito chihuahua adentro de una carpa", [("chihuahua", "inside", 1), ("tent", None, None)]),
        ("a sloth on a branch and a crocodile under the branch",
         [("sloth", "on", 1), ("tree-branch", None, None), ("crocodile", "under", 1)]),
        ("menino enpurrando um carinho de mão", [("boy", "behind", 1), ("wheelbarrow", None, None)]),
        ("a gril and her dog", [("girl", None, None), ("dog", None, None)]),
    ],
)  # fmt: skip
def test_who_is_where(text: str, scene: list[tuple[str, str | None, int | None]]) -> None:
    for spec in both(text):
        assert [(one.id, one.relation, one.to) for one in spec.subjects] == scene
        assert not spec.unknown


@pytest.mark.parametrize(
    ("text", "place"),
    [("un abuelito en el parke", "park"), ("水豚头上顶着橘子，贼可爱", None), ("宝宝在喝奶", None)],
)
def test_nothing_is_told_of_words_that_are_said_otherwise(text: str, place: str | None) -> None:
    for spec in both(text):
        assert spec.place == place
        assert not spec.unknown
