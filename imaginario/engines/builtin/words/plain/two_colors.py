"""The other colour of a thing or an animal: "a red and white ball", "un pez azul y amarillo"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..items import beyond, item_at, kind_of
from ..matching import Item

_BESIDE = ("color", "size", "trait")


def told(items: Sequence[Item]) -> list[Item]:
    """The items with one for the second of two colours that a single noun has."""
    found: list[Item] = []
    at = 0
    while at < len(items):
        other = item_at(items, at + 1)
        linked = items[at].kind == "and" and other is not None and other.has("color")
        if linked and other is not None and found and found[-1].has("color") and _is_of_one(items, at):
            hue = other.options["color"]
            first = found[-1].options["color"]
            found[-1] = replace(found[-1], kind="color", options={"color": first})
            found.append(Item.of("second", other.raw, other.language, hue.id, spelled=hue.spelled))
            at += 2
            continue
        found.append(items[at])
        at += 1
    return found


def _is_of_one(items: Sequence[Item], link: int) -> bool:
    """Whether a single thing or animal has both: it stands behind them in English, or else in front."""
    if items[link].language == "en":
        noun, after = item_at(items, beyond(items, link + 2, _BESIDE)), None
    else:
        noun, after = item_at(items, beyond(items, link - 1, _BESIDE, -1)), item_at(items, link + 2)
    known = noun.options.get("subject") if noun is not None else None
    worn = noun is not None and noun.has("garment", "hat", "glasses", "part", "role")
    more = after is not None and after.has("and") and (last := item_at(items, link + 3)) and last.has("color")
    return known is not None and not known.plural and not worn and not more and kind_of(noun) != "person"
