"""Birds in the sky: two of them are two birds that fly, and not the far flock of any sky."""

from __future__ import annotations

from collections.abc import Sequence

from ..index import Meaning
from ..items import number_of
from ..matching import Item

_FLOCKS = ("flock", "bird flock", "bando", "bandada", "revoada", "distant", "远", "鸟群", "群鸟")
_FAR = ("ao longe", "a lo lejos", "in the distance")
_GULLS = ("seagull", "gaivota", "gaviota")
_FLYING = {"en": "flying", "pt": "voando", "es": "volando", "zh": "飞着"}
_BETWEEN = ("color", "size", "trait")


def counted(items: Sequence[Item]) -> list[Item]:
    """With birds that fly for those of the sky that are counted or coloured: "two white birds flying"."""
    found: list[Item] = []
    for at, item in enumerate(items):
        sky = item.options.get("sky")
        pink = at + 1 < len(items) and items[at + 1].has("color")  # "no céu rosa"
        if sky is not None and sky.id == "birds" and not pink and _is_near(item, found):
            found += _flying(item)
        else:
            found.append(item)
    return found


def _is_near(item: Item, before: Sequence[Item]) -> bool:
    raw = item.raw.lower()
    if raw.startswith(_FLOCKS) or raw.endswith(_FAR):
        return False
    at = len(before) - 1
    while at >= 0 and before[at].has(*_BETWEEN):
        at -= 1
    numbered = at >= 0 and number_of(before[at]) > 0
    return numbered or at < len(before) - 1


def _flying(item: Item) -> list[Item]:
    gulls = item.raw.lower().startswith(_GULLS)
    code = item.language if item.language in _FLYING else "en"
    raw = next((word for word in item.raw.split() if word.lower().endswith("s")), item.raw)
    birds = Meaning("subject", "seagull" if gulls else "bird", code, raw, plural=code != "zh")
    return [Item("subject", raw, code, {"subject": birds}), Item.of("action", _FLYING[code], code, "fly")]
