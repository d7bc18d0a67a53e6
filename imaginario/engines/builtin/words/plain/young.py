"""Little ones that have one word: a kitten is a young cat, "小鸟" a small bird, a "casinha" a small house."""

from __future__ import annotations

from collections.abc import Sequence

from ... import vocabulary
from .. import forms
from ..fold import key
from ..index import Meaning, build
from ..items import item_at
from ..matching import Item

_YOUNG = frozenset({
    "kitten", "kittens", "piglet", "piglets", "gatito", "gatita", "gatitos", "gatitas", "fawn", "fawns",
    "veadinho", "veadinhos", "cervinho", "cervatillo", "cervatillos", "venadito", "venaditos",
})  # fmt: skip


def told(items: Sequence[Item]) -> list[Item]:
    """The items with a quality before each word for a young animal, where no size is told."""
    found: list[Item] = []
    for at, item in enumerate(items):
        near = [i for i in (item_at(items, at - 1), item_at(items, at + 1)) if i is not None]
        named = at and item.language == "en" and items[at - 1].has("subject")  # "a siamese kitten"
        known = item.raw.lower() in _YOUNG and item.has("subject") and not named
        known = known or _is_little(item) or _is_little_in_chinese(item)
        if known and not _is_there(items, at) and not any(i.has(*_TOLD[item.language == "zh"]) for i in near):
            found.append(_quality(item))
        found.append(item)
    return found


_TOLD = (("size", "of"), ("size", "of", "trait", "part"))
"""What tells of it already, in other languages and in Chinese."""
_OF_ANY_SIZE = frozenset({
    "periquito", "periquita", "periquitos", "periquitas", "carrinho", "carrinhos", "carrito", "carritos",
})  # fmt: skip
"""What ends like a little one, and tells of no size: a "carrinho" may have a market on it."""
_LITTLE_KINDS = ("animal", "building", "vehicle")


def _is_little(item: Item) -> bool:
    """Whether a Portuguese or Spanish diminutive tells of what is also called so without it: "casinha"."""
    (word, _, rest), known = key(item.raw).partition(" "), item.options.get("subject")
    if item.language not in ("pt", "es") or known is None or word in _OF_ANY_SIZE:
        return False
    entry = vocabulary.load()[known.id]
    if entry.kind not in _LITTLE_KINDS or (entry.alive and item.language == "pt" and not _grows(entry)):
        return False  # a "ratinho" is a mouse like any other
    if rest and item.raw.lower() in entry.names.get(item.language, ()):
        return False  # a "barquinho de papel" is a paper boat
    roots = (
        f"{plain} {rest}".strip() for plain, _, code in forms.undiminished(word) if code == item.language
    )
    return any(m.kind == "subject" and m.id == known.id for r in roots for m in build().phrases.get(r, ()))


def _is_there(items: Sequence[Item], at: int) -> bool:
    """Whether a Chinese place stands before it that it is in: "树上的小猫"."""
    link, where = item_at(items, at - 1), item_at(items, at - 2)
    return link is not None and where is not None and link.has("of-the") and where.has("relation")


def _is_little_in_chinese(item: Item) -> bool:
    """Whether it has a Chinese "小" before its name, which is no name of another one: "小熊", "小木屋"."""
    animal = item.options.get("subject")
    if animal is None or item.language != "zh" or not item.raw.startswith(_LITTLE):
        return False
    grown = build().phrases.get(item.raw[1:], ())
    entry = vocabulary.load()[animal.id]
    if entry.kind in ("person", "fantasy", "sky", "instrument"):
        return item.raw[1:] in _BEASTS
    if item.raw in entry.names["zh"] and not _grows(entry):
        return False  # a "小鸟" is a bird of any size
    return any(m.id == animal.id and _near(m) == _near(animal) for m in grown)


_LITTLE = "小"
_SMALL = {"zh": _LITTLE, "pt": "pequeno", "es": "pequeño", "en": "small"}
_BEASTS = frozenset({"龙", "恐龙", "独角兽", "怪兽", "怪物", "机器人", "幽灵"})
"""Beings of tales that are young, or small, with such a word."""


def _near(animal: Meaning) -> str:
    return build().near.get((animal.language, animal.spelled), "")


def _quality(item: Item) -> Item:
    """What is said of it: no bird, no snail and no house is young because it is little."""
    entry = vocabulary.load()[item.options["subject"].id]
    if (item.language == "zh" or entry.kind != "animal") and not _grows(entry):
        return Item.of("size", _SMALL[item.language], item.language, "75")
    return Item.of("trait", "young", item.language, "young")


_TALL = 0.8
"""How large the animals are, a cat being 1, whose young ones are told of."""


def _grows(entry: vocabulary.Entry) -> bool:
    return entry.alive and entry.size >= _TALL
