"""What is in what: vessels and what they are full of."""

from __future__ import annotations

import pytest

from imaginario.engines.builtin import words


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("a bowl of soup", "soup"), ("a bowl of ramen", "noodles"),
        ("a bucket of popcorn", "popcorn"),
        ("uma tigela de açaí", "acai"), ("un plato de fideos", "noodles"), ("一碗面条", "noodles"),
    ],
)  # fmt: skip
def test_what_has_a_vessel_of_its_own_is_drawn_as_such(text: str, drawn: str) -> None:
    assert [s.id for s in words.read(text).subjects] == [drawn]


def test_chopsticks_lie_beside_their_bowl() -> None:
    assert [s.id for s in words.read("a bowl of ramen with chopsticks").subjects] == ["noodles", "chopsticks"]


@pytest.mark.parametrize(
    ("text", "vessel", "content"),
    [
        ("a bowl of apples", "bowl", "apple"), ("una canasta de fresas", "basket", "strawberry"),
        ("a box of kittens", "box", "cat"), ("uma cesta cheia de maçãs", "basket", "apple"),
        ("a truck full of watermelons", "truck", "watermelon"),
    ],
)  # fmt: skip
def test_anything_else_lies_in_it(text: str, vessel: str, content: str) -> None:
    one, other = words.read(text).subjects
    assert (one.id, other.id, other.relation, other.to) == (vessel, content, "inside", 0)
    assert other.count > 1


@pytest.mark.parametrize(
    "text", ["a boat of pirates", "a chocolate cake", "bolo de chocolate", "a bus of the city"]
)
def test_nothing_lies_in_what_is_no_vessel(text: str) -> None:
    assert all(s.relation != "inside" for s in words.read(text).subjects)
