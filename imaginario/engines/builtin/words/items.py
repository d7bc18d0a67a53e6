"""What the passes that make items plain ask of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from .. import vocabulary
from .index import Meaning
from .matching import Item

POSSESSIVES = frozenset({"his", "her", "its", "my", "your", "their"})
"""English words for whose something is."""


def item_at(items: Sequence[Item], at: int) -> Item | None:
    """The item at an index; None beyond the ends."""
    return items[at] if 0 <= at < len(items) else None


def number_of(item: Item) -> int:
    """The number that a count or digits say; 0 where the item says none."""
    if item.kind == "number":
        return int(item.raw) if item.raw.isdigit() else 0
    said = item.options.get("count")
    return int(said.id) if said is not None and said.id.isdigit() else 0


def kind_of(item: Item | None) -> str:
    """The kind ("animal", "food", "person") of the subject an item may name; empty where it names none."""
    meaning = item.options.get("subject") if item is not None else None
    return vocabulary.load()[meaning.id].kind if meaning is not None else ""


_LIVING = ("animal", "person", "fantasy")


def is_alive(item: Item | None) -> bool:
    """Whether an item names an animal, a person or somebody by their trade."""
    return kind_of(item) in _LIVING or (item is not None and item.has("role"))


def beyond(items: Sequence[Item], at: int, kinds: Sequence[str], step: int = 1) -> int:
    """Where the first item from `at` on is that is none of these kinds, or is a noun as well: "orange".

    It looks no farther than a sentence may reach, so that long texts take no longer than their length.
    """
    end = at + step * _REACH
    while at != end and (item := item_at(items, at)) is not None and item.has(*kinds):
        if "subject" in item.options:
            break
        at += step
    return at


_REACH = 60


Rule = Callable[[list[Item], int], None]
"""Puts the phrase that begins at an index in other words, in place."""


def by_rules(items: Sequence[Item], rules: Sequence[Rule]) -> list[Item]:
    """The items with each rule tried at every one of them, from the last to the first."""
    found = list(items)
    for rule in rules:
        for at in range(len(found) - 1, -1, -1):
            if at < len(found):
                rule(found, at)
    return found


Rewrite = Callable[[Sequence[Item], int], "tuple[Sequence[Item], int] | None"]
"""What stands instead of the phrase that begins at an index, and how many items that one has; None to keep
the item."""


def rewritten(items: Sequence[Item], rule: Rewrite) -> list[Item]:
    """The items with other ones for each phrase that the rule knows, from the first to the last."""
    found: list[Item] = []
    at = 0
    while at < len(items):
        instead, size = rule(items, at) or (items[at : at + 1], 1)
        found += instead
        at += size
    return found


_ANYBODY = {"en": "person", "pt": "pessoa", "es": "persona"}
_ANY_CHILD = {"en": "child", "pt": "criança", "es": "peque"}


def is_told_of(item: Item) -> bool:
    """Whether it names figures of which some may be told apart: animals, trades, friends, children."""
    folk = item.options.get("scenery")
    return item.has("subject", "role") or (folk is not None and folk.id in ("friend", "person", "child"))


def one_of(item: Item) -> Item:
    """The noun for one of them; a child is one of the children, a person one of the friends."""
    folk = item.options.get("scenery")
    if folk is None or folk.id not in ("friend", "person", "child") or item.has("subject", "role"):
        options = {kind: m._replace(plural=False) for kind, m in item.options.items() if kind != "action"}
        return replace(item, options=options)
    word = (_ANY_CHILD if folk.id == "child" else _ANYBODY).get(item.language, item.raw)
    sort = "child" if folk.id == "child" else "person"
    return Item("scenery", word, item.language, {"scenery": Meaning("scenery", sort, item.language, word)})


DEEDS = ("undrawn", "action", "activity")


def done_by_all(items: Sequence[Item], noun_at: int, one_at: int) -> list[Item]:
    """What all of them do, before each is told of: "two girls dancing, one in blue and one in pink"."""
    between = list(items[noun_at + 1 : one_at])
    return between[:-1] if between and between[0].has(*DEEDS) else []
