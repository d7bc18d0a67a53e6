"""Music that is played and not danced: "um grupo tocando samba", "a man playing the blues"."""

from __future__ import annotations

from collections.abc import Sequence

from ...vocabulary import load
from ..index import Meaning
from ..items import beyond, item_at
from ..lexicon import table
from ..matching import Item

_PLAYED = frozenset({"make-music", "play"})
_ARTICLES = ("a", "the")
_GROUPS = frozenset({"grupo", "group", "banda", "conjunto", "gente", "galera", "pessoal", "turma", "trio"})


def played(items: Sequence[Item]) -> list[Item]:
    """The items with an instrument, or a band, for each sort of music that is played."""
    found = list(items)
    for at in range(len(found) - 1, -1, -1):
        if _is_a_circle(found, at):
            found[at] = Item.of("count", found[at].raw, found[at].language, "many")
        if at >= len(found) or not _plays(found[at]):
            continue
        end = beyond(found, at + 1, _ARTICLES)
        music = _music(item_at(found, end))
        if not music:
            continue
        start = at if found[at].has("band") else _group(found, at)
        if found[at].has("band"):
            found[at : end + 1] = [_named("band", _band(music), found[at])]
            continue
        counted = any(i.has("count") for i in found[start:at])  # four friends are four
        if (
            start < at
            and not counted
            and (music in table("bands") or found[start].has("band") or found[at - 1].has("band"))
        ):
            found[start : end + 1] = [_named("band", _band(music), found[at])]
        else:
            thing = next((t for t in str(table("actions")[music]["played"]).split() if t in load()), "")
            found[at + 1 : end + 1] = [_named("subject", thing, found[at])] if thing else []
    return found


def _is_a_circle(items: Sequence[Item], at: int) -> bool:
    """Whether several stand in one: "a capoeira circle"."""
    after = item_at(items, at + 1)
    known = after.options.get("subject") if after is not None else None
    there = at < len(items) and items[at].has("a") and known is not None and known.plural
    return there and after is not None and after.raw.lower().endswith(("circle", "roda"))


def _band(music: str) -> str:
    return music if music in table("bands") else _ANY


_ANY = "samba"
"""Cavaquinho, tambourine and drum, where nobody has a band of that music."""


def _plays(item: Item) -> bool:
    deed = item.options.get("action")
    playing = item.has("band") and item.raw.lower().endswith(("playing", "tocando"))
    return playing or (deed is not None and deed.id in _PLAYED)


def _music(item: Item | None) -> str:
    """The dance that is named like the music, where something is known that it is played on."""
    dance = item.options.get("action") if item is not None else None
    return dance.id if dance is not None and "played" in table("actions").get(dance.id, {}) else ""


def _group(items: Sequence[Item], at: int) -> int:
    """Where "a group" begins that plays; that of the verb where it is somebody else who does."""
    before = item_at(items, at - 1)
    folk = before.options.get("scenery") if before is not None else None
    many = folk is not None and (folk.plural or folk.id == "friend")
    if before is None or not (many or before.has("band") or before.raw.lower() in _GROUPS):
        return at
    start = at - 1
    while (item := item_at(items, start - 1)) is not None and item.has(*_ARTICLES, "count"):
        start -= 1
    return start


def _named(kind: str, ident: str, like: Item) -> Item:
    return Item(
        kind, like.raw, like.language, {kind: Meaning(kind, ident, like.language, ident)}, like.begins
    )
