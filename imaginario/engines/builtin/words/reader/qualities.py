"""Qualities that change nothing in the scene, with the noun each is of: the "long" of long braids."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Any

from ...spec import SceneSpec
from ..items import item_at
from ..matching import Item

_QUALITIES = ("trait", "size", "color", "mood", "unknown")
_WORN = {"garment": ("outfit_word", "outfit"), "hat": ("hat_word", "hat"), "glasses": ("glasses",)}
_MOST = 8


def described(
    items: Sequence[Item], spec: SceneSpec, adjectives_follow: bool, lost: Container[str]
) -> list[list[str]]:
    """For each of the `lost` words that tells of clothes, a part of somebody, the place or the weather:
    the word, the kind and the id of what it tells of.
    """
    found: list[list[str]] = []
    for at, item in enumerate(items):
        doing = item.kind == "unknown" and item.language in ("pt", "es") and item.raw.lower().endswith("ndo")
        if item.raw not in lost or doing or not item.has(*_QUALITIES):
            continue
        step = -1 if adjectives_follow and item.language != "zh" else 1
        noun = None if _is_dyed_already(items, at, step) else _noun(items, at, step)
        of = _there(noun, spec) if noun is not None else []
        if of and len(found) < _MOST:
            found.append([item.raw, *of])
    return found


def _is_dyed_already(items: Sequence[Item], at: int, step: int) -> bool:
    """Whether a colour is the second one of what it tells of: a "yellow blue dress" would be yellow."""
    last = at + step
    while items[at].has("color") or items[at].kind == "unknown":
        between = item_at(items, last)
        if between is None or not (between.has(*_QUALITIES) or between.kind in ("and", "of-the")):
            return False
        if between.has("color") and not between.has("subject"):
            return True
        last += step
    return False


def _noun(items: Sequence[Item], at: int, step: int) -> Item | None:
    end, at = at + step * _REACH, at + step
    while at != end and (item := item_at(items, at)) is not None and item.kind in (*_QUALITIES, "of-the"):
        if item.has("place", "weather", "garment", "hat", "part"):
            break
        at += step
    return item_at(items, at)


_REACH = 60
"""How many items away the noun of a quality may be."""


def _there(noun: Item, spec: SceneSpec) -> list[str]:
    """The kind and the id that a noun has in the scene; empty where it is another thing."""
    words = spec.extra.get("words", {})
    rows = [row for row in spec.extra.get("told", ()) if isinstance(row.get("subject"), int)]
    for kind, meaning in noun.options.items():
        if kind in ("place", "place?") and meaning.id in (words.get("place"), spec.place):
            return ["place", meaning.id]
        if kind == "weather" and meaning.id in (*spec.weather, *words.get("weather_words", {}).values()):
            return ["weather", meaning.id]
        if kind == "part" and any(part[0] == meaning.id for row in rows for part in row.get("parts", ())):
            return ["part", meaning.id]
        if kind in _WORN and meaning.id in _worn(spec, rows, kind):
            return [kind, meaning.id]
    return []


def _worn(spec: SceneSpec, rows: Sequence[dict[str, Any]], kind: str) -> set[str]:
    worn = {str(getattr(subject, _WORN[kind][-1])) for subject in spec.subjects}
    return worn | {str(row.get(name)) for row in rows for name in _WORN[kind]}
