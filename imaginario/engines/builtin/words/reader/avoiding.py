"""What must not be there: after "no", "sem", "sin", "没有", and in a negative prompt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..fold import key
from ..index import build
from ..lexicon import meaning as painted
from ..matching import Item
from .reading import Reading

_TABLES = {
    "place": "places", "place?": "places", "time": "times", "weather": "weathers", "sky": "sky",
    "color": "colors", "hat": "hats", "glasses": "glasses", "garment": "outfits", "role": "outfits",
    "scenery": "scenery",
}  # fmt: skip
_SKIPPED = frozenset({
    "a", "the", "filler", "sink", "size", "trait", "mood", "of-the", "count", "of", "no", "style", "part",
})  # fmt: skip
_FACED = frozenset({"cloud", "planet"})
"""Subjects only where they have a face; without one they are things of the sky."""
_ANYBODY = frozenset({"tourist"})
"""Roles of people who are in the way whoever they are."""
_NEVER_THERE = {"autumn", "spring", "summer", "animal"}
"""Small things of a place that come in only where they are asked for."""


def named(items: Iterable[Item]) -> Iterator[str]:
    """The ids of all that a negative prompt names."""
    for item in items:
        yield from ids(item)


def ids(item: Item) -> Iterator[str]:
    """The ids an unwanted word stands for: a subject above all, else everything it may be."""
    subject = item.options.get("subject")
    if subject is not None and "color" not in item.options and subject.id not in _FACED:
        yield subject.id
        if not item.has("sky", "weather", "place?"):
            return
    if "role" in item.options and item.options["role"].id in _ANYBODY:
        yield "person"
    for kind, table in _TABLES.items():
        if kind == "place?" and "sky" in item.options:
            continue
        if kind in item.options and not (kind == "scenery" and item.options[kind].id in _NEVER_THERE):
            yield painted(table, item.options[kind].id)


def step(r: Reading) -> bool:
    """Read one item as unwanted; False when the unwanted part is over and the item is read as usual."""
    item = r.item
    if r.expect == "avoided":
        return _after(r, item)
    before = r.peek(-1)
    _tell_of_a_part(r, item)
    if item.kind == "of-the" and before is not None and before.has("part"):
        lacking = r.peek(-2)
        if lacking is not None and lacking.kind == "no":
            r.unknown.append(lacking.raw + before.raw)
        return _end(r)  # "没有翅膀的龙" is a dragon
    if _is_another_deed(item, before):
        r.excuse()
        return True
    found = list(ids(item))
    ahead = r.peek()
    if found and ahead is not None and ahead.kind == "part" and item.language == "en":
        return True
    if found:
        _note(r, found)
        if item.kind == "color" and _noun_follows(r):
            return True
        r.expect = "avoid" if _goes_on(r) else "avoided"
        return True
    if item.kind == "unknown":
        r.expect = "avoided"
        return True
    if item.kind == "comma" and (_said_enough(r) or _said_behind(r)):
        return _end(r)
    if item.kind in ("and", "or", "comma"):
        return True
    return item.has(*_SKIPPED) or item.raw.lower() in _DRAWN or _end(r)


_RATHER = ("em vez", "em lugar", "no lugar", "ao inves", "en vez", "en lugar", "instead", "rather", "而不是")


def _is_another_deed(item: Item, before: Item | None) -> bool:
    """Whether it is what somebody might do and does not: "dançando em vez de dormir"."""
    rather = before is not None and before.kind == "no" and key(before.raw).startswith(_RATHER)
    return rather and item.has("action", "activity", "undrawn") and "subject" not in item.options


def _tell_of_a_part(r: Reading, item: Item) -> None:
    """Tell that a part which somebody is to lack is drawn all the same: "un elefante sin trompa"."""
    part = "part" in item.options or (item.kind == "unknown" and item.raw.isalpha())
    shell = "subject" in item.options and item.options["subject"].id in _GROWN
    ahead = r.peek()
    if "subject" in item.options and ahead is not None and ahead.kind == "part" and item.language == "en":
        return  # "a snowman without a carrot nose"
    lacks = r.peek(r.past(("a", "the", "color", "size", "subject")))
    lacks = lacks if lacks is not None and lacks.kind == "no" else None
    known = item.options.get("part")
    if lacks is not None and key(lacks.raw) in _FOR and known is not None and known.id in _WORN:
        return
    if (part or shell) and lacks is not None and r.figures and item.language != "zh":
        word = f"{item.raw.removesuffix('s')}less" if item.language == "en" else f"{lacks.raw} {item.raw}"
        r.unknown.append(word)  # "shoeless": in one word, for the draft is read again


_FOR = frozenset({"instead of", "rather than", "em vez de", "ao inves de", "en vez de", "en lugar de"})
_WORN = frozenset({"shoes", "boots", "socks", "gloves"})
"""Who has another of these on in its stead does not lack it."""
_GROWN = frozenset({"shell", "shoe", "leaf"})
"""Things that somebody may have grown or put on."""
_DRAWN = frozenset({
    "draw", "paint", "include", "add", "put", "show", "use", "desenhe", "desenha", "desenhar", "inclua",
    "coloque", "coloca", "ponha", "mostre", "dibujes", "dibujar", "pongas", "poner", "agregues",
    "incluyas", "画", "加", "放",
})  # fmt: skip
"""What must not be done to the thing: "não desenhe gato"."""


def _said_enough(r: Reading) -> bool:
    """Whether a word stands before this comma that has no drawing: "without animals, with fog"."""
    before = r.peek(-1)
    return before is not None and before.has("filler", "sink", "style", "part") and not _list_ahead(r)


def _said_behind(r: Reading) -> bool:
    """Whether the "no" stands behind what it forbids: "na gaiola não, na janela"."""
    before, thing = r.peek(-1), r.peek(-2)
    if not r.adjectives_follow or before is None or before.kind != "no":
        return False
    if thing is not None and "subject" in thing.options and r.figures and not r.figures[-1].alive:
        _note(r, [thing.options["subject"].id])
    return True


def _after(r: Reading, item: Item) -> bool:
    """ "No clouds in the sky" is still about clouds, "no red flowers" about flowers."""
    after = r.peek()
    if r.adjectives_follow and item.kind in ("color", "size", "trait"):
        _note(r, ids(item))
        return True
    if item.kind == "in" or (item.kind in ("the", "a") and after is not None and _sky(after)):
        ahead = [i for i in (after, r.peek(2)) if i is not None]
        if any(_sky(i) for i in ahead):
            return True
    if _sky(item):
        r.end_of_phrase()
        return True
    if item.language == "zh" and item.has("action") and (after is None or after.kind in ("comma", "stop.")):
        return True  # "没水喝"
    return _end(r)


def _sky(item: Item) -> bool:
    return "place?" in item.options and item.options["place?"].id == "sky"


def _note(r: Reading, found: Iterable[str]) -> None:
    for ident in found:
        if ident not in r.avoid and not _is_there(r, ident):
            r.avoid.append(ident)


def _is_there(r: Reading, ident: str) -> bool:
    """English: whether it has been told of, and another lacks it: "a horse, and a rider with no horse"."""
    told = any(figure.id == ident for figure in r.figures)
    meaning = r.item.options.get("subject")
    near = meaning is not None and (meaning.language, meaning.spelled) in build().near  # no porcupine
    return told and r.item.language == "en" and (near or len(r.figures) > 1)


def _noun_follows(r: Reading) -> bool:
    after = r.peek()
    return after is not None and any(True for _ in ids(after))


def _goes_on(r: Reading) -> bool:
    """Whether "or", "and" or "nor" (or a comma with one of them later) adds another unwanted thing."""
    after = r.peek()
    if after is None:
        return False
    if after.kind in ("or", "and") or after.kind == "no":
        following = r.peek(2)
        if following is None or (after.kind == "and" and following.has("a", "count")):
            return False
        return bool(list(ids(following))) or following.has(*_SKIPPED, "unknown")
    return after.kind == "comma" and _list_ahead(r)


def _list_ahead(r: Reading) -> bool:
    at = 2
    while (item := r.peek(at)) is not None and at < 8:
        if item.kind == "or":
            return True
        if not (list(ids(item)) or item.kind == "comma" or item.has(*_SKIPPED)):
            return False
        at += 1
    return False


def _end(r: Reading) -> bool:
    r.end_of_phrase()
    return False
