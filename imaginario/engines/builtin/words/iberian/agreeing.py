"""Spanish and Portuguese qualities in the plural, which several have: "um gato e um cachorro molhados"."""

from __future__ import annotations

from collections.abc import Sequence

from ..fold import key
from ..items import beyond, item_at
from ..matching import Item

_QUALITY = ("trait", "mood", "color", "size")
_NOUNS = ("subject", "role", "scenery")
_FOLK = frozenset({"person", "child", "friend"})
_ALIKE = frozenset({"gris", "lilas", "beis", "simples", "antes", "jeans"})
"""What ends like a plural, and may be told of one."""


def told(items: Sequence[Item]) -> list[Item]:
    """The items with a quality in the plural behind each of those that are one alone."""
    found = list(items)
    for at in range(len(found) - 1, 3, -1):
        if _is_shared(found, at):
            said = found[at]
            for noun in _others(found, at - 1):
                found.insert(noun + 1, said)
    return found


def _is_shared(items: Sequence[Item], at: int) -> bool:
    """Whether a quality in the plural stands behind a single one."""
    word, noun = key(items[at].raw), items[at - 1]
    quality = items[at].has(*_QUALITY) and not items[at].has("subject", "part", "place")
    plural = word.endswith("s") and " " not in word and word not in _ALIKE
    return quality and plural and _is_one(items, at - 1) and _names(noun)


def _is_one(items: Sequence[Item], noun: int) -> bool:
    known = next((m for k in _NOUNS if (m := items[noun].options.get(k))), None)
    before = item_at(items, noun - 1)
    return known is not None and not known.plural and before is not None and before.has("a", "the")


def _names(item: Item) -> bool:
    """Whether it is somebody or something that is drawn; of scenery only people are."""
    folk = item.options.get("scenery")
    return item.has("subject", "role") or (folk is not None and folk.id in _FOLK)


def _others(items: Sequence[Item], noun: int) -> list[int]:
    """Where those stand that are named before the last, from behind: "a, b and c"."""
    found: list[int] = []
    while True:
        link = beyond(items, noun - 1, ("a", "the"), -1)
        joint = item_at(items, link)
        noun = link - 1
        if joint is None or noun < 0 or not joint.has("and", "comma") or not _names(items[noun]):
            return found
        if not found and not joint.has("and"):
            return found
        found.append(noun)
