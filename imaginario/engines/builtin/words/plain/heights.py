"""Clouds and rainbows that somebody is on are things to stand on: "a girl on a cloud", "站在彩虹上"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ... import naming, notes
from ...spec import SceneSpec
from ..fold import key
from ..items import beyond, item_at
from ..matching import Item

_CLOUDS = frozenset(map(key, {
    "on a cloud", "on the cloud", "upon a cloud", "on clouds", "numa nuvem", "em uma nuvem", "na nuvem",
    "sobre uma nuvem",
    "en una nube", "sobre una nube", "en la nube", "云上", "云朵上", "云彩上", "白云上", "云端",
}))  # fmt: skip
_ARRIVED = ("在", "到", "着")
_CLOUD, _BOW, _SLIDING = "cloud", "rainbow", "sliding"
_TOLD = ("a", "the", "color", "size", "trait")


def plain(items: Sequence[Item]) -> list[Item]:
    """The items with a thing where somebody is told to be upon a cloud or a rainbow."""
    found: list[Item] = []
    for at, item in enumerate(items):
        if _is_stood_on(items, at):
            found += _upon(item, _CLOUD)
        elif _is_a_bow(items, at):
            found.append(Item.of("subject", item.raw, item.language, _BOW))
        else:
            found.append(item)
            if _slides_down(items, at):
                found.append(Item.of("relation", "on", item.language, "on"))
    return found


def _is_stood_on(items: Sequence[Item], at: int) -> bool:
    item, before = items[at], item_at(items, at - 1)
    if not item.has("place", "place?", "sky") or key(item.raw) not in _CLOUDS:
        return False
    if any(near is not None and _leaves_the_ground(near) for near in (before, item_at(items, at + 1))):
        return False  # "一条龙在云上飞"
    return item.language != "zh" or (before is not None and before.raw.endswith(_ARRIVED))


def _upon(item: Item, ident: str) -> list[Item]:
    thing = Item.of("subject", item.raw, item.language, ident)
    if item.language == "zh":
        return [thing, Item.of("relation", "上", "zh", "on")]
    return [Item.of("relation", "on", item.language, "on"), Item("a", "a", item.language), thing]


def _is_a_bow(items: Sequence[Item], at: int) -> bool:
    """Whether somebody is on the rainbow, or slides down it."""
    said = items[at].options.get("weather")
    if said is None or said.id != _BOW or "subject" in items[at].options:
        return False
    if items[at].language == "zh":
        after = item_at(items, at + 1)
        return after is not None and after.has("relation") and after.options["relation"].id == "on"
    link = beyond(items, at - 1, _TOLD, -1)
    before = item_at(items, link)
    aloft = (deed := item_at(items, link - 1)) is not None and _leaves_the_ground(deed)
    return before is not None and not aloft and (_is_on(before) or _slides(before))


def _leaves_the_ground(item: Item) -> bool:
    """Whether who does it is over the rainbow, and not on it."""
    deed = item.options.get("action")
    return deed is not None and deed.id in _ALOFT


_ALOFT = frozenset({"jump", "fly", "hover", "soar", "leap"})


def _is_on(item: Item) -> bool:
    where = item.options.get("relation")
    return item.has("on") or (where is not None and where.id == "on")


def _slides(item: Item) -> bool:
    deed = item.options.get("undrawn")
    return deed is not None and deed.id == _SLIDING


def _slides_down(items: Sequence[Item], at: int) -> bool:
    """Whether the deed is one on a rainbow that is named right behind it."""
    bow = beyond(items, at + 1, _TOLD)
    return items[at].language != "zh" and _slides(items[at]) and bow < len(items) and _is_a_bow(items, bow)


def seen(spec: SceneSpec) -> SceneSpec:
    """The spec without the word for sliding, where somebody is on a rainbow."""
    rows = notes.rows(spec)
    upon = [i for i, s in enumerate(spec.subjects) if s.to is not None and spec.subjects[s.to].id == _BOW]
    deeds = {str(row.get("deed")) for row in rows if row.get("subject") in upon}
    gone = {deed for deed in deeds if naming.deed_row(deed) == _SLIDING}
    return replace(spec, unknown=tuple(w for w in spec.unknown if w not in gone)) if gone else spec
