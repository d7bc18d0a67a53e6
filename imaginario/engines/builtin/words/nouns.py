"""Nouns: new figures, old ones met again, and how they stand to the figures before them."""

from __future__ import annotations

from typing import Any

from ..vocabulary import Entry
from .choosing import NOUNS, beside_somebody
from .index import Meaning
from .lexicon import meaning as painted
from .matching import Item
from .reading import MAX_FIGURES, Figure, Reading

SOME = 3
"""How many are drawn where a plural has no number."""
_HANDS = ("hand", "table")
_WHO = {"f": ("woman", "girl"), "m": ("man", "boy")}
_FLAT = frozenset({"furniture"})
_OPEN_AIR = frozenset({"animal", "plant", "person", "fantasy"})


def subject(r: Reading, found: Meaning) -> None:
    """A thing that can be drawn: new, met again, held, ridden, or only part of another's name."""
    entry = r.entries[found.id]
    if r.expect == "like":
        return _swallow(r)
    if r.expect == "dress":
        return _disguise(r, entry)
    if _modifies_next(r, found) or _modifies_last(r):
        return _modify(r, entry)
    if _is_held(r, entry):
        return _hold(r, entry, found.plural)
    return _stand(r, entry, _met_again(r, found), found.plural)


def role(r: Reading, found: Meaning) -> None:
    """A profession: the outfit of the one beside it, or a person of its own."""
    if r.expect == "like":
        return _swallow(r)
    neighbour = r.peek(-1)
    after_of = r.preposition == "of" and not r.article and neighbour is not None and neighbour.has("of")
    if r.expect in ("dress", "role") or (after_of and r.agents):
        return dress(r, found, r.figures[r.agents[-1]] if r.agents and not r.fresh else r.coming)
    if beside_somebody(r):
        before = neighbour is not None and "subject" in neighbour.options and r.agents
        return dress(r, found, r.figures[r.agents[-1]] if before else r.coming)
    figure = Figure(_person(r, found), "", True, {"role": found.id})
    _say_outfit(figure, found, None)
    _place(r, figure, found.plural)
    return None


def garment(r: Reading, found: Meaning) -> None:
    """Clothes: for whoever acts, or in Chinese for the noun to come."""
    if r.expect == "like":
        return _swallow(r)
    for figure in wearers(r, found.plural):
        dress(r, found, figure)
    r.pending = {}
    return None


def dress(r: Reading, found: Meaning, figure: Figure) -> None:
    """Put an outfit on a figure, in the colour said before it."""
    _say_outfit(figure, found, r.pending.pop("color", None))
    r.target = ("outfit_color", r.figures.index(figure)) if figure in r.figures else None
    r.end_of_phrase()


def wearers(r: Reading, several: bool) -> list[Figure]:
    """Who puts something on: the agents (all of them for a plural), or the figure to come."""
    if r.fresh or not r.agents:
        return [r.coming]
    return [r.figures[i] for i in (r.agents if several else r.agents[-1:])]


def unknown(r: Reading, item: Item) -> None:
    """A word nobody knows: kept, and where a noun should be, a figure that can't be drawn."""
    if item.raw not in r.unknown:
        r.unknown.append(item.raw)
    if r.expect == "like":
        return _swallow(r)
    if r.expect == "held" and r.doers:
        for doer in r.doers:
            doer.add("held_word", _whole_word(r, item))
            doer.add("held_color", r.pending.pop("color", None))
        return r.end_of_phrase()
    previous = r.peek(-1)
    if previous is not None and previous.kind == "unknown" and r.figures and r.figures[-1].id is None:
        return None
    if not _noun_place(r, item):
        named = previous is not None and previous.has("subject", "role")
        if named and r.target and r.target[0] == "figure":
            r.figures[r.target[1]].add("suffix", [item.raw, item.language])
        else:
            r.loose.append(item.raw)
        return None
    _place(r, Figure(None, _whole_word(r, item), not (r.figures and not r.joined)), False)
    return None


def person(r: Reading, several: bool) -> None:
    """ "A person", "people": somebody, without a word on who."""
    _place(r, Figure("person", "", True), several)


def somebody_named(r: Reading, name: str) -> None:
    """A proper name that acts: drawn as a person, and told by that name."""
    last = name.split()[0][-1:].lower()
    who = {"a": _WHO["f"][0], "o": _WHO["m"][0]}.get(last, "person")
    _place(r, Figure(who if who in r.entries else "person", "", True, {"name": name}), False)


_OPENERS = (
    "a", "the", "count", "number", "color", "size", "and", "with", "comma", "stop", "trait", "unknown",
    "mood", "of-the",
)  # fmt: skip
_VERBAL = ("ing", "ed", "ly")


def _noun_place(r: Reading, item: Item) -> bool:
    """Whether an unknown word stands where a noun should."""
    before, after = r.peek(-1), r.peek()
    described = before is not None and before.has("subject", "unknown")
    if r.adjectives_follow and r.target is not None and described:
        return False
    if after is not None and after.has(*NOUNS - {"unknown"}):
        return False
    if r.distant or r.preposition == "of" or (item.language == "en" and item.raw.endswith(_VERBAL)):
        return False
    if r.relation or r.preposition in ("in", "on") or before is None:
        return True
    drawn = any(f.id is not None for f in r.figures)
    return before.has(*_OPENERS) and not (drawn and before.has("the"))


def _whole_word(r: Reading, item: Item) -> str:
    """The unknown words that stand together, as one."""
    words, at = [item.raw], 1
    while (following := r.peek(at)) is not None and following.kind == "unknown" and at < 4:
        if item.language == "en" and following.raw.endswith(_VERBAL):
            break
        words.append(following.raw)
        at += 1
    return ("" if item.language == "zh" else " ").join(words)


def _swallow(r: Reading) -> None:
    r.pending = {}
    r.target = None
    r.end_of_phrase()


def _disguise(r: Reading, entry: Entry) -> None:
    for figure in wearers(r, False):
        figure.add("disguise", entry.id)
    _swallow(r)


def _modifies_next(r: Reading, found: Meaning) -> bool:
    """In "apple pie" and "robot dog" the first noun is no figure of its own."""
    after = r.peek()
    if r.adjectives_follow or found.plural or after is None:
        return False
    if "subject" not in after.options:
        return after.has("part", "garment", "hat") and r.entries[found.id].kind != "person"
    return not after.has("color", "count", "sky", "action")


def _modifies_last(r: Reading) -> bool:
    """In "bolo de chocolate" and "cup of tea" the second noun is no figure of its own."""
    before, earlier = r.peek(-1), r.peek(-2)
    if before is None or earlier is None or not before.has("of") or r.article == "a":
        return False
    return (
        earlier.has("subject", "unknown") and r.target is not None and r.target[0] in ("figure", "held_color")
    )


def _modify(r: Reading, entry: Entry) -> None:
    before = r.peek(-1)
    if before is not None and before.has("of"):
        if r.target and r.target[0] == "figure":
            r.figures[r.target[1]].add("modifier", entry.id)
        r.end_of_phrase()
    else:
        r.pending["modifier"] = entry.id


def _met_again(r: Reading, found: Meaning) -> int | None:
    """The index of a figure that this noun may mean again: "the cat" after "a cat"."""
    if r.article == "a" or "count" in r.pending or r.expect in ("held",):
        return None
    color = r.pending.get("color")
    for i, figure in enumerate(r.figures):
        same = figure.id == found.id or (r.article == "the" and _family(r, figure) == found.id)
        if same and (color is None or figure.told.get("color", color) == color):
            return None if found.plural and figure.told.get("count", 1) == 1 else i
    return None


def _family(r: Reading, figure: Figure) -> str:
    """What sort of animal a figure is: a "black cat" is met again as "the cat"."""
    entry = r.entries.get(figure.id or "")
    return str(entry.head.get("family", "")) if entry else ""


def _is_held(r: Reading, entry: Entry) -> bool:
    small = entry.anchor in _HANDS or entry.size <= 0.75
    if r.expect == "held" and r.doers:
        playing = any(d.told.get("action") in ("play", "paint", "run") for d in r.doers)
        fits = entry.size < 1.2 and entry.kind not in ("building", "vehicle")
        return small or (fits and not (entry.alive and playing))
    agent = r.agent()
    if r.preposition != "with" or agent is None or "held" in agent.told or agent is r.coming:
        return False
    return entry.anchor == "hand" and not entry.alive and r.pending.get("count", 1) == 1


def _hold(r: Reading, entry: Entry, plural: bool) -> None:
    agent = r.agent()
    doers = r.doers if r.expect == "held" and r.doers else [agent] if agent else []
    for doer in doers:
        doer.add("held", entry.id)
        doer.add("held_color", r.pending.get("color"))
        doer.add("held_many", True if plural else None)
        doer.add("held_kind", r.pending.get("modifier"))
    first = doers[0] if doers else None
    r.target = ("held_color", r.figures.index(first)) if first in r.figures else None
    r.pending = {}
    r.end_of_phrase()


def _stand(r: Reading, entry: Entry, known: int | None, plural: bool) -> None:
    if known is not None:
        _describe(r.figures[known], r.pending)
        r.pending = {}
        _connect(r, known, entry)
        return
    figure = Figure(entry.id, "", entry.alive)
    _place(r, figure, plural, entry)


def _place(r: Reading, figure: Figure, plural: bool, entry: Entry | None = None) -> None:
    """Let a new figure step in, with all that was said of it beforehand."""
    _describe(figure, r.pending)
    if plural and "count" not in figure.told:
        figure.told.update(count=SOME, plural=True)
    r.pending = {}
    if len(r.figures) >= MAX_FIGURES:
        r.end_of_phrase()
        r.target = None
        return
    r.figures.append(figure)
    _connect(r, len(r.figures) - 1, entry)


def _describe(figure: Figure, adjectives: dict[str, Any]) -> None:
    for name, value in adjectives.items():
        if name == "traits":
            for trait in value:
                figure.append("traits", trait)
        else:
            figure.add(name, value)


def _connect(r: Reading, index: int, entry: Entry | None) -> None:
    """Settle what the new noun is to those before it, and who acts from now on."""
    ground = _as_ground(r, index, entry)
    if not ground:
        figure = r.figures[index]
        for name, value in r.coming.told.items():
            figure.add(name, value)
        r.coming = Figure()
        if figure.alive or not r.agents:
            r.agents = [*r.agents, index] if r.joined and _idle(r, index) else [index]
    r.target = ("figure", index)
    r.fresh = False
    r.end_of_phrase()


def _idle(r: Reading, index: int) -> bool:
    """Whether the agents so far may share what comes: they do nothing yet and stand nowhere."""
    return index not in r.agents and not any(
        "action" in r.figures[i].told or "to" in r.figures[i].told for i in r.agents
    )


def _as_ground(r: Reading, index: int, entry: Entry | None) -> bool:
    """Whether others ride it, stand on it, lie under it; then they are told so."""
    relation = _relation(r, entry)
    if not relation:
        return False
    others = [r.figures[i] for i in r.agents if i != index] if not r.fresh else []
    if r.expect == "seat" and r.doers:
        others = [d for d in r.doers if d is not r.figures[index]]
    if not others and index not in r.fronted:
        r.fronted.append(index)
    for other in others or [r.coming]:
        if relation == "ride":
            other.told.update(action="ride", to=index)
        elif "to" not in other.told:
            other.told.update(relation=relation, to=index)
    return True


def _relation(r: Reading, entry: Entry | None) -> str:
    if r.expect == "seat":
        return "ride"
    if r.relation:
        return r.relation
    behind = _localiser(r)
    if behind:
        return behind
    if not (r.agents and not r.fresh):
        return ""
    if entry is None:
        return {"in": "inside", "on": "on"}.get(r.preposition, "")
    if r.preposition in ("in", "on", "of") and entry.rides and not (r.preposition == "of" and entry.alive):
        return "ride" if r.figures[r.agents[-1]].alive else "on"
    if r.preposition == "on":
        return "on"
    if r.preposition == "in":
        return _in(entry)
    return ""


def _in(entry: Entry) -> str:
    """What "in" (or the wider "em", "en") comes to: in a cup, on a chair, beside a tower."""
    if entry.kind in _FLAT or entry.kind == "plant":
        return "on"
    if entry.kind == "building":
        return "in_front_of"
    return "beside" if entry.kind in _OPEN_AIR else "inside"


def _localiser(r: Reading) -> str:
    """The relation that stands behind a Chinese noun: "桌子" + "上"."""
    after = r.peek()
    if after is None or after.language != "zh" or "relation" not in after.options:
        return ""
    return after.options["relation"].id


def _person(r: Reading, found: Meaning) -> str:
    who = [ident for ident in _WHO.get(found.gender, ()) if ident in r.entries]
    return who[0] if who else "person"


def _say_outfit(figure: Figure, found: Meaning, color: str | None) -> None:
    if "outfit" in figure.told:
        return
    outfit = painted("outfits", found.id)
    figure.add("outfit", outfit)
    figure.add("outfit_word", found.id if found.id != outfit else None)
    figure.add("outfit_color", color)
