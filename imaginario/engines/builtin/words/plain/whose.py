"""What somebody has, told with "whose": "a king whose crown is too big", "una casa cuyo techo es rojo"."""

from __future__ import annotations

from collections.abc import Sequence

from ..items import by_rules, item_at
from ..matching import Item

_WHOSE = frozenset({"whose", "cujo", "cuja", "cujos", "cujas", "cuyo", "cuya", "cuyos", "cuyas"})
_VERY = frozenset({
    "too", "very", "so", "really", "all", "super", "way", "muito", "bem", "muy", "demasiado", "tan", "tão",
})  # fmt: skip
_DESCRIBING = ("color", "size", "trait", "mood")
_NOUNS = ("subject", "part", "hat", "garment", "glasses", "unknown", "scenery")


def plain(items: Sequence[Item]) -> list[Item]:
    """The items with "with a big crown" for "whose crown is too big"."""
    return by_rules(items, (_had,))


def _had(found: list[Item], at: int) -> None:
    noun, be = item_at(found, at + 1), item_at(found, at + 2)
    end = at + 3
    while (item := item_at(found, end)) is not None and item.raw.lower() in _VERY:
        end += 1
    quality = item_at(found, end)
    if noun is None or be is None or quality is None or found[at].raw.lower() not in _WHOSE:
        return
    told = be.has("be") and quality.has(*_DESCRIBING) and not quality.has("subject")
    if told and noun.has(*_NOUNS):
        code = noun.language
        article = Item.of("a", {"pt": "um", "es": "un"}.get(code, "a"), code)
        phrase = [article, quality, noun] if code == "en" else [noun, quality]
        found[at : end + 1] = [Item("with", {"pt": "com", "es": "con"}.get(code, "with"), code), *phrase]
