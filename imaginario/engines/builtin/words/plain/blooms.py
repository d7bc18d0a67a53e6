"""Flowers that are worn are a wreath: "flores rojas en el pelo", "corona de cempasúchil", "头上戴着花"."""

from __future__ import annotations

from collections.abc import Sequence

from ...figures.palette import COLORS
from ..index import Meaning
from ..items import item_at
from ..matching import Item

_FLOWERS = frozenset(
    {"flower", "rose", "tulip", "sunflower", "hibiscus", "orchid", "lavender", "lotus", "cherry-blossom"}
)
_ORANGE = ("marigold", "cempas", "calêndula", "caléndula", "cravo-de-defunto", "万寿菊")
"""Beginnings of the names of flowers that have one colour only."""
_CROWNS = frozenset({"crown", "tiara"})
_PUT_ON = ("插着", "别着", "戴着", "簪着", "插了", "别了", "戴了", "有")
_ORNAMENTS = ("头饰", "发饰", "发簪")


def worn(items: Sequence[Item]) -> list[Item]:
    """The items, with a wreath for what is told of as flowers in the hair or a crown of flowers."""
    found: list[Item] = []
    at = 0
    while at < len(items):
        step = _in_the_hair(items, at) or _crown_of(items, at) or _put_on(items, at)
        if step is None:
            found.append(items[at])
            at += 1
        else:
            put, taken = step
            found += put
            at += taken
    return found


def _is_flower(item: Item | None) -> bool:
    meaning = item.options.get("subject") if item is not None else None
    return meaning is not None and meaning.id in _FLOWERS


def _is_hair(item: Item | None) -> bool:
    meaning = item.options.get("part") if item is not None else None
    return meaning is not None and meaning.id in ("hair", "antlers", "horns")


def _wreath(item: Item) -> Item:
    hat = Meaning("hat", "flowers", item.language, item.raw)
    return Item("hat", item.raw, item.language, {"hat": hat}, item.begins)


def _own(flower: Item) -> list[Item]:
    """The colour that a flower has by its name: "marigold", "red rose"."""
    name = flower.raw.lower()
    color = "orange" if name.startswith(_ORANGE) else name.split(" ")[0]
    if color not in COLORS or (" " not in name and color != "orange"):
        return []
    return [Item.of("color", color, flower.language, color)]


def _in_the_hair(items: Sequence[Item], at: int) -> tuple[list[Item], int] | None:
    """ "Flores rojas en el pelo", "a rose in her hair"."""
    if not _is_flower(items[at]):
        return None
    end = at + 1
    while (color := item_at(items, end)) is not None and color.kind == "color":
        end += 1
    colors = list(items[at + 1 : end])
    link = item_at(items, end)
    if link is None or not (link.has("in") or link.raw.lower() == "behind"):
        return None
    article = item_at(items, end + 1)
    end += 2 if article is not None and article.has("the") else 1
    put = [*_own(items[at]), _wreath(items[at]), *colors]
    return (put, end + 1 - at) if _is_hair(item_at(items, end)) else None


def _crown_of(items: Sequence[Item], at: int) -> tuple[list[Item], int] | None:
    """ "Corona de cempasúchil", "a crown of red roses"."""
    crown, of, end = items[at].options.get("hat"), item_at(items, at + 1), at + 2
    if crown is None or crown.id not in _CROWNS or of is None or not of.has("of"):
        return None
    colors = [i for i in items[end : end + 1] if i.kind == "color"]
    end += len(colors)
    flower = item_at(items, end)
    if flower is None or not _is_flower(flower):
        return None
    colors = colors or _own(flower)
    hat = _wreath(items[at])
    return ([*colors, hat] if flower.language == "en" else [hat, *colors]), end + 1 - at


def _put_on(items: Sequence[Item], at: int) -> tuple[list[Item], int] | None:
    """ "头上戴着花", "头发上插着一朵红花"."""
    end = at
    if _is_hair(items[at]) and (on := item_at(items, at + 1)) is not None and on.raw == "上":
        verb = item_at(items, at + 2)
        end = at + 2 if verb is not None and verb.raw.startswith(_PUT_ON) else at
    elif items[at].kind != "wearing" or items[at].language != "zh" or set("胸围") & set(items[at].raw):
        return None
    if _is_hair(items[at]) and end == at:
        return None
    start = end = end + 1
    while (item := item_at(items, end)) is not None and item.has("count", "color", "of-the"):
        end += 1
    flower = item_at(items, end)
    if flower is None or flower.language != "zh" or not _is_flower(flower):
        return None
    wearing = Item.of("wearing", "头上戴着", "zh")
    colors = [i for i in items[start:end] if i.has("color")]
    after = item_at(items, end + 1)
    more = 2 if after is not None and after.raw in _ORNAMENTS else 1
    return [wearing, *colors, _wreath(flower)], end + more - at
