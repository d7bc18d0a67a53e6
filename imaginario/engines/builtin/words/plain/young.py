"""Young animals that have one word: a kitten is a young cat."""

from __future__ import annotations

from collections.abc import Sequence

from .. import forms
from ..fold import key
from ..index import build
from ..items import item_at, kind_of
from ..matching import Item

_YOUNG = frozenset({
    "kitten", "kittens", "piglet", "piglets", "gatito", "gatita", "gatitos", "gatitas", "fawn", "fawns",
    "veadinho", "veadinhos", "cervinho", "cervatillo", "cervatillos", "venadito", "venaditos", "小鹿",
})  # fmt: skip


def told(items: Sequence[Item]) -> list[Item]:
    """The items with a quality before each word for a young animal, where no size is told."""
    found: list[Item] = []
    for at, item in enumerate(items):
        near = [i for i in (item_at(items, at - 1), item_at(items, at + 1)) if i is not None]
        named = at and item.language == "en" and items[at - 1].has("subject")  # "a siamese kitten"
        known = item.raw.lower() in _YOUNG and item.has("subject") and not named
        known = known or _is_little(item)
        if known and not any(i.has("size", "of") for i in near):
            found.append(Item.of("trait", "young", item.language, "young"))
        found.append(item)
    return found


_PARROTS = frozenset({"periquito", "periquita", "periquitos", "periquitas"})


def _is_little(item: Item) -> bool:
    """Whether a Spanish diminutive tells of an animal that is called so without it: "perrito", "ositos"."""
    word, known = key(item.raw), item.options.get("subject")
    if item.language != "es" or kind_of(item) != "animal" or known is None or word in _PARROTS:
        return False
    roots = (plain for plain, _, code in forms.undiminished(word) if code == "es")
    return any(m.kind == "subject" and m.id == known.id for r in roots for m in build().phrases.get(r, ()))
