"""Patterns and prints: what is on a shirt or a flag, and is nobody beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from ..index import Meaning
from ..lexicon import listed, table
from ..matching import Item
from .meeting import is_printed
from .reading import Figure, Reading

_PRINTED = frozenset({
    "flag", "kite", "coffee", "balloon", "hot-air-balloon", "backpack", "book", "sailboat", "shield",
})  # fmt: skip
"""What may have a picture on it."""


def of_pending(r: Reading) -> str:
    """The pattern said in front of clothes, which is taken away from what their wearer is like."""
    traits = r.pending.get("traits", [])
    for trait in traits:
        if pattern := _known()["traits"].get(trait):
            r.pending["traits"] = [t for t in traits if t != trait]
            return pattern
    thing = r.pending.get("modifier", "")
    if pattern := _known()["things"].get(thing, ""):
        r.pending.pop("modifier")
    return pattern


def of_trait(r: Reading, ident: str) -> bool:
    """Whether a quality tells what the clothes are like that were named before: "camisa listrada"."""
    return _tell(r, _known()["traits"].get(ident, ""))


def of_part(r: Reading, ident: str) -> bool:
    """Whether stripes or spots are those of clothes: "a sweater with stripes", "条纹毛衣"."""
    pattern, after = _known()["parts"].get(ident, ""), r.peek()
    if after is not None and after.has("of-the"):
        after = r.peek(2)
    if pattern and after is not None and after.has("garment") and r.item.language == "zh":
        r.pending.setdefault("traits", []).append(
            next(iter(listed(str(table("patterns")[pattern]["traits"]))))
        )
        return True
    return r.preposition in ("with", "of") and _tell(r, pattern)


def of_thing(r: Reading, idents: Iterable[str]) -> bool:
    """Whether a noun is only printed on clothes: "vestido de flores", "pajamas with stars on them"."""
    return any(_tell(r, _known()["things"].get(ident, "")) for ident in idents)


def is_a_picture(r: Reading, found: Meaning) -> bool:
    """Whether the noun is only seen on something: flowers of a dress, the cat on a shirt."""
    if is_printed(r):
        of_thing(r, [found.id])
        return True
    return is_print(r) and printed(r, found.id)


def is_print(r: Reading) -> bool:
    """Whether the noun is a picture on something: "a t-shirt with a cat on it", "con un tigre estampado"."""
    host = _host(r) if r.preposition == "with" else None
    if host is None:
        return False
    after, thing = r.peek(), host.options.get("subject")
    lifeless = thing is not None and not r.entries[thing.id].alive
    if lifeless and after is not None and after.raw.lower() == "printed":
        return True
    if not (host.has("garment", "hat") or _prints(host)):
        return False
    if thing is not None and thing.id in _BEARING and r.article == "a":
        return True
    last = r.peek(r.past(("a", "count", "color", "size", "trait")))
    if host.has("garment") and last is not None and last.raw.lower() in _BEARS:
        return True
    stamped = after is not None and after.raw.lower().startswith(_STAMPED)
    return bool(_on_it(r)) or stamped


_BEARS = frozenset({"tiene", "tienen", "tem", "têm", "has", "have"})
_BEARING = frozenset({"shield", "flag"})
"""What nobody is beside who is told to be with it: "a shield with a lion"."""


def _on_it(r: Reading) -> list[int]:
    """Where "on it" stands, right behind the noun."""
    near = [i.raw.lower() for i in (r.peek(), r.peek(2)) if i is not None]
    if near[:1] == ["on"] and near[1:] in (["it"], ["them"]):
        return [r.at + 1, r.at + 2]
    return [r.at + 1] if near[:1] in (["on it"], ["on them"], ["nele"], ["nela"]) else []


def printed(r: Reading, ident: str) -> bool:
    """Put a picture on what was named last, if somebody has that; the painter owes it."""
    host = _host(r)
    if host is None:
        return False
    found: tuple[str, Figure] | None = None
    worn = [f for f in r.figures if f.told.get("outfit" if host.has("garment") else "hat")]
    thing, deed = host.options.get("subject"), host.options.get("activity")
    held = [f for f in r.figures if thing is not None and f.told.get("held") == thing.id]
    held += [f for f in r.figures if deed is not None and f.told.get("activity") == deed.id]
    same = [f for f in r.figures if thing is not None and f.id == thing.id]
    for note, figures in (
        ("outfit_print", worn if not (thing or deed) else []),
        ("held_print", held),
        ("print", same),
    ):
        found = found or ((note, figures[-1]) if figures else None)
    if not found:
        return False
    note, figure = found
    pattern = _known()["things"].get(ident, "") if note == "outfit_print" else ""
    figure.add("outfit_pattern" if pattern else note, pattern or r.pending.get("near", ident))
    r.excused |= {*_on_it(r)} or {r.at + 1, r.at + 2, r.at + 3}
    return True


def under_it(r: Reading) -> int | None:
    """The index of the thing that the noun lies on: "a rug with a cat on it"."""
    host = _host(r) if r.preposition == "with" and _on_it(r) else None
    found = host.options.get("subject") if host is not None else None
    if host is not None and host.has("place", "place?") and r.figures and not r.figures[-1].alive:
        r.excused |= {*_on_it(r)}  # "a piano on the beach with seagulls on it"
        return len(r.figures) - 1
    if found is None or not r.figures or r.figures[-1].id != found.id:
        return None
    r.excused |= {*_on_it(r)}
    return len(r.figures) - 1


_STAMPED = ("estampad", "desenhad", "dibujad", "printed", "bordad", "图案", "印花")


def _prints(host: Item) -> bool:
    thing, deed = host.options.get("subject"), host.options.get("activity")
    shown = deed is not None and str(table("activities")[deed.id]["things"]) in _PRINTED
    return shown or (thing is not None and thing.id in _PRINTED)


def _host(r: Reading) -> Item | None:
    """The noun before "with a cat"."""
    return r.peek(r.past(("a", "the", "count", "number", "color", "size", "trait", "with", "stop")))


def _tell(r: Reading, pattern: str) -> bool:
    if not pattern or r.target is None or r.target[0] != "outfit_color":
        return False
    figure: Figure = r.figures[r.target[1]]
    figure.add("outfit_pattern", pattern)
    return True


@cache
def _known() -> Mapping[str, Mapping[str, str]]:
    """The pattern by each word for it, for each of the three sorts of words."""
    rows = table("patterns").items()
    sorts = ("traits", "parts", "things")
    return MappingProxyType(
        {
            sort: {word: ident for ident, row in rows for word in listed(str(row.get(sort, "")))}
            for sort in sorts
        }
    )
