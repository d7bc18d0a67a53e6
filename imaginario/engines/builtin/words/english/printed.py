"""English: what is only printed, painted or carved on a thing: "a mug with a cat printed on it"."""

from __future__ import annotations

from collections.abc import Sequence

from ... import vocabulary
from ..items import POSSESSIVES, beyond, by_rules, item_at
from ..matching import Item

_TELLING = ("a", "the", "count", "number", "color", "size", "trait", "mood")
_MADE = frozenset({
    "printed", "painted", "drawn", "embroidered", "stitched", "sewn", "engraved", "etched", "carved",
    "tattooed", "stamped", "scratched", "stenciled", "chalked", "woven", "knitted", "sculpted", "piped",
})  # fmt: skip
_ON = frozenset({"on", "onto", "into", "in", "across"})


def plain(items: Sequence[Item]) -> list[Item]:
    """The items with each picture behind what it is on: "a shield with a dragon printed on it"."""
    return by_rules(items, (_pictured,))


def _pictured(found: list[Item], at: int) -> None:
    link = item_at(found, at + 1)
    said = found[at].raw.lower() in _MADE and link is not None and link.raw.lower() in _ON
    picture = item_at(found, at - 1)
    if not said or picture is None or not _is_shown(found, at - 1):
        return
    start = beyond(found, at - 2, _TELLING, -1) + 1
    noun = beyond(found, at + 2, _TELLING)
    ground, whose = item_at(found, noun), item_at(found, at + 2)
    if ground is None or whose is None:
        return
    had = item_at(found, start - 1)
    if had is not None and had.has("with"):
        _of_what_has_it(found, start, at, noun)
    elif ground.has("subject", "garment", "hat") and not _lives(ground):
        thing = [*found[at + 2 : noun + 1], Item.of("with", "with", "en")]
        found[start : noun + 1] = [*thing, *found[start:at], *_printed()]


def _of_what_has_it(found: list[Item], start: int, at: int, noun: int) -> None:
    """The same behind "with": on it, on its lid, or on somebody's cheek, where it is only told of."""
    ground, whose, host = found[noun], found[at + 2], item_at(found, start - 2)
    if host is not None and _lives(host):
        if whose.raw.lower() in POSSESSIVES and ground.has("part", "unknown"):
            said = " ".join(i.raw for i in found[start:at] if not i.has("a", "the"))
            stuff = "tattoo" if found[at].raw.lower() == "tattooed" else "body paint"
            found[start : noun + 1] = [Item("unknown", f"{said} {stuff}", "en")]
    elif ground.has("it") or whose.has("the", "a") or whose.raw.lower() in POSSESSIVES:
        found[at : noun + 1] = _printed()


def _is_shown(items: Sequence[Item], at: int) -> bool:
    """Whether it is what a picture may be of, and no "face" that somebody has anyway."""
    return items[at].has("subject") or (items[at].has("part") and items[at - 1].has("a", "the", "size"))


def _lives(item: Item) -> bool:
    """Whether it is somebody, who has nothing printed on."""
    known = item.options.get("subject")
    return item.has("role") or (known is not None and vocabulary.load()[known.id].alive)


def _printed() -> list[Item]:
    """What tells a picture from what lies there."""
    return [Item("filler", "printed", "en"), Item.of("on", "on", "en"), Item.of("it", "it", "en")]
