"""What those who act are told to do, where another deed of theirs does not count more."""

from __future__ import annotations

from collections.abc import Sequence

from ...spec import SITTING
from ..index import Meaning
from ..lexicon import meaning as painted
from ..lexicon import table
from ..matching import Item
from .reading import Figure, Reading


def tell(r: Reading, doers: Sequence[Figure], verb: str, found: Meaning) -> None:
    """Let `doers` do `verb`; `found` is the word it was said by."""
    for doer in (_rider(r, d) for d in doers):
        if doer.told.get("action") == "sit" and verb == "hold":
            continue  # who sits may hold something all the same
        if doer.told.get("action") == "ride" and found.id == _CHASE and "deed" not in doer.told:
            doer.told["deed"] = r.item.raw
            r.unknown.append(r.item.raw)  # no pose of a rider shows it
        if doer.told.get("action", verb) == verb or _gives_way(r, doer, verb):
            if verb == "eat" and doer.told.get("action") == verb and "held" in doer.told:
                continue  # "comendo pastel e tomando suco"
            seated(doer, verb)
            doer.told["action"] = verb
            doer.told.pop("verb", None)
            doer.told.pop("activity", None)
            doer.add("verb", found.id if found.id != verb else None)

        elif verb == "sit" and (doer.told["action"] in SITTING or _is_done_sitting(doer)):
            doer.told["sits"] = True
        elif verb == "read" and doer.told["action"] == "ride" and r.item.raw.endswith(_BOOKS):
            doer.add("held", "book")  # "坐在船上看书"
        elif found.id != _CHASE and verb in _GAITS and (mount := _mount_of(r, doer)) is not None:
            mount.add("action", verb)


def _mount_of(r: Reading, rider: Figure) -> Figure | None:
    """The animal that somebody rides, which runs where its rider does: "骑着白马奔跑"."""
    at = rider.told.get("to") if rider.told.get("action") == "ride" else None
    return r.figures[at] if at is not None and r.figures[at].alive else None


def is_over_something(r: Reading, verb: str) -> bool:
    """Whether one flies over what follows, or jumps it: "sobrevoando", "jumping a fence", "跳过栅栏"."""
    if verb != "jump":
        return r.item.raw.lower().startswith("sobrev")
    noun = r.peek(r.past(("a", "the", "color", "size", "trait", "count"), 1))
    found = noun.options.get("subject") if noun is not None else None
    there = r.item.language != "zh" or r.item.raw.endswith("过")
    return there and found is not None and not r.entries[found.id].alive


def is_attribute(r: Reading) -> bool:
    """Whether a deed may only tell of the noun that is waited for: "riding a running horse"."""
    waiting = bool(r.relation or r.preposition or r.joined == "and") or r.expect in ("seat", "held")
    waiting = waiting or len(r.figures) in (r.acted_on, r.undone)
    waits = bool(r.article) and waiting
    return waits and r.item.language == "en" and r.item.raw.lower().endswith("ing")


def put_before(r: Reading, verb: str, found: Meaning) -> None:
    """Keep a deed for the noun behind it; what stands before it still waits for that noun."""
    r.pending.update({"action": verb} | ({"verb": found.id} if found.id != verb else {}))


def is_before_its_noun(r: Reading) -> bool:
    """In "a sleeping cat" the doer is still to come, in "a cat sleeping" it is not."""
    before, after = r.peek(-1), r.peek()
    if r.item.language == "en" and before is not None and before.has("a", "the"):
        after = r.peek(r.past(("color", "size", "trait"), 1))  # "her sleeping little sister"
    if after is None or before is None or r.adjectives_follow or r.item.raw.endswith("在"):
        return False  # "…，坐在椅子上"
    if not after.has("subject", "role") or after.has("relation"):
        return False
    if before.kind in ("comma", "stop", "and"):
        return not _takes_object(r.item)
    return before.has("a", "the", "count", "color", "size", "trait", "with", "mood")


def _takes_object(item: Item) -> bool:
    found = item.options.get("action")
    return found is not None and "takes" in table("actions")[painted("actions", found.id)]


def seated(doer: Figure, verb: str, *, may: bool = False) -> None:
    """Remember that who does something sits: "sitting on a bench eating an ice cream"."""
    if doer.told.get("action") == "sit" and (may or verb in SITTING):
        doer.told["sits"] = True


def _is_done_sitting(doer: Figure) -> bool:
    """Whether it is an activity that one may do sitting: knitting."""
    return bool(table("activities").get(str(doer.told.get("activity")), {}).get("sits"))


_BOOKS = "书"
_CHASE = "chase"
_GAITS = ("run", "fly", "swim")


def _rider(r: Reading, doer: Figure) -> Figure:
    """Who rides the one that is named last: "a cowboy on a horse chasing a bandit"."""
    if doer not in r.figures:
        return doer
    mount = r.figures.index(doer)
    riders = (f for f in r.figures if f.told.get("action") == "ride" and f.told.get("to") == mount)
    return next(riders, doer)


def _gives_way(r: Reading, doer: Figure, verb: str) -> bool:
    """Whether another deed counts more than theirs: who raced and fell asleep is asleep."""
    if r.item.language == "zh" and verb == "sleep" and doer.told["action"] == "run":
        return True
    return doer.told["action"] in ("sit", "hold") and not _reads(doer)


def _reads(doer: Figure) -> bool:
    """Whether somebody has a newspaper in front of them, whatever else they do."""
    return doer.told.get("activity") == "newspaper" and "held" in doer.told


def take_place(r: Reading, name: str) -> None:
    """Note where a deed takes place if nobody says; there are waves at the sea, whatever city is named."""
    sure = 1.7 if name == "sea" else 1.5
    r.scene["place"] = max(r.scene.get("place", (0.0, "")), (sure, name))


def nearest(r: Reading, doers: list[Figure], action: str) -> list[Figure]:
    """Who is on a skateboard where those who act ride already: "a mouse in a car … a turtle on a bike"."""
    before, last = r.peek(-1), r.figures[-1] if r.figures else None
    busy = bool(doers) and all(d.told.get("action") == "ride" and "to" in d.told for d in doers)
    named = before is not None and "subject" in before.options and last is not None and last.alive
    return [last] if action == "ride" and busy and named and last is not None else doers
