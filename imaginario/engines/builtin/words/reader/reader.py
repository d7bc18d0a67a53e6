"""The reader: goes through the items once, hands each to its handler, and makes the spec."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ...spec import SceneSpec
from ..chinese import doings, outdoors, there
from ..chinese import grammar as chinese
from ..index import Meaning
from ..items import DEEDS
from ..lexicon import meaning as painted
from ..matching import Item
from ..plain import whom
from . import (
    avoiding,
    bands,
    bodily,
    bynames,
    describing,
    doing,
    families,
    feelings,
    having,
    idioms,
    jobs,
    leftovers,
    nouns,
    only_told,
    placing,
    purpose,
    strangers,
    surroundings,
    wearing,
)
from .choosing import choose
from .meeting import is_owner
from .reading import MAX_LIST, Reading
from .telling import extra, settle_skin, subjects


def read(r: Reading) -> SceneSpec:
    """Read all items; `r` must be new."""
    for at, item in enumerate(r.items):
        r.at = at
        if r.expect in ("avoid", "avoided") and avoiding.step(r):
            r.excuse()
            continue
        if purpose.is_for_whom(r):
            r.excuse()
            nouns.swallow(r)
            continue
        if only_told.is_simile(r) or (item.has("subject", "role", "scenery") and is_owner(r)):
            r.excuse()
        if surroundings.is_only_hinted_at(r):
            surroundings.hint(r)
            continue
        if (handler := _HANDLERS.get(choose(r))) is not None:
            handler(r, item)
    return _spec(r)


def _meaning(kind: str, handle: Callable[[Reading, Any], None]) -> Callable[[Reading, Item], None]:
    return lambda r, item: handle(r, item.options[kind])


def _expect(what: str) -> Callable[[Reading, Item], None]:
    def handle(r: Reading, item: Item) -> None:
        r.end_of_phrase()
        r.expect = what

    return handle


_WITH_ARTICLE = frozenset({"num", "numa", "nuns", "numas"})
"""Portuguese prepositions that hold an article."""


def _preposition(name: str) -> Callable[[Reading, Item], None]:
    def handle(r: Reading, item: Item) -> None:
        if _going_on(r, item):
            return _be(r, item)
        if chinese.only_stands_there(r):
            return r.end_of_phrase()
        if not (r.expect == "held" and (name == "with" or item.raw.lower() == "from")):
            expect = r.expect if r.expect in ("seat", "like") else ""
            r.end_of_phrase()
            r.expect = expect
        if item.language == "zh" and item.raw.endswith("满"):
            r.pending.update(count=_MANY, count_word="many")  # "开满油菜花的田野"
        r.preposition = "" if _taken_from(r, item) else name
        if name != "of":
            r.target = None
        r.article = "a" if item.raw.lower() in _WITH_ARTICLE else r.article
        return None

    return handle


_MANY = 7


def _going_on(r: Reading, item: Item) -> bool:
    """Chinese: whether "在" says that something is being done, and not where: "在给小猫讲故事"."""
    after = r.peek()
    behind = r.peek(2)
    feels = after is not None and after.has("trait") and (behind is None or behind.has("comma", "stop."))
    deed = after is not None and after.kind == "unknown" and len(after.raw) == 1  # "在剥玉米"
    deed = deed or doings.is_done_to_something(r)
    goes_on = after is not None and (deed or after.has("undrawn", "activity") or after.raw in _TO)
    return item.raw == "在" and (feels or goes_on)


_TO = frozenset({"给", "跟", "为", "用", "把", "被", "对", "向"})


def _plays_a_role(r: Reading) -> bool:
    """Whether "como" says what somebody is, and not what they are like: "mi perro como astronauta"."""
    before, after = r.peek(-1), r.peek()
    somebody = before is not None and before.has("subject", "unknown", "name")
    return somebody and after is not None and after.kind == "role"


def _like(r: Reading, item: Item) -> None:
    plays = item.raw.lower() == "como" and _plays_a_role(r)
    _expect("dress" if plays else "like")(r, item)


def _taken_from(r: Reading, item: Item) -> bool:
    """Who takes something from a basket does not sit in it."""
    agent, ahead = r.agent(), [r.peek(n) for n in (1, 2, 3)]
    if r.adjectives_follow and 0 <= r.undone < len(r.figures):
        return True  # "convirtiendo una calabaza en carroza"
    if item.raw == "从" or (item.raw.lower() == "from" and placing.is_of_the_smoke(r)):
        return True  # "从沉船的窗户里游出来"
    if item.raw.lower() != "from" or agent is None:
        return False
    nouns_ahead = [i.options["subject"].id for i in ahead if i is not None and "subject" in i.options]
    aboard = any(r.entries[ident].kind == "vehicle" for ident in nouns_ahead)  # "fishing from a boat"
    return ("held" in agent.told and not aboard) or 0 <= r.undone < len(r.figures)


def _article(name: str) -> Callable[[Reading, Item], None]:
    return lambda r, item: describing.begin_phrase(r, name)


_ENDERS = ("subject", "role", "unknown", "name", "color", "trait", "size", "mood")
"""What may be the last word of a noun phrase in one of our languages."""


def _and(r: Reading, item: Item) -> None:
    before = r.peek(-1)
    if before is not None and before.kind in ("comma", "filler"):
        before = r.peek(-2)
    listed = before is not None and before.has(*_ENDERS) and not _verbal(before)
    target, after = r.target, r.peek()
    r.end_of_phrase()
    if before is not None and before.has(*DEEDS) and after is not None and after.has("a", "count", "number"):
        r.acted_on = -1  # "a dog eating and a cat sleeping"
    r.joined = "and" if listed else ""
    r.target = target
    if target is not None and (target[0].endswith("_color") or target[0] == "part"):
        r.preposition = "with"  # "with a hat and a balloon"
    r.fresh = item.language == "zh"
    if before is not None and before.kind == "upon":
        r.preposition = "with"  # "with a parrot on his shoulder and a sword"


_NEITHER = frozenset({"ni", "nem", "neither", "nor"})


def _or(r: Reading, item: Item) -> None:
    """ "Ni perros ni gatos" are unwanted, all the others are only a choice."""
    _expect("avoid")(r, item) if item.raw.lower() in _NEITHER else _and(r, item)


def _verbal(item: Item) -> bool:
    """Whether it tells what somebody is doing: "a lua sorrindo e as estrelas ..." are no row."""
    return "trait" in item.options and item.raw.lower().endswith(("ndo", "ing"))


def _comma(r: Reading, item: Item) -> None:
    before, after = r.peek(-1), r.peek()
    if item.raw.isspace() and (r.pending or r.expect or r.preposition or r.relation):
        return  # Chinese with a blank between words, and not between phrases
    adjective = after is not None and after.has("color", "size", "trait") and bool(r.pending)
    if adjective:
        return
    avoid = r.expect == "like"
    r.end_of_clause()
    listed = before is not None and before.has(*_ENDERS) and after is not None
    again = listed and after is not None and after.has("a", "count", "subject", "role", "number")
    r.joined = "comma" if again and not avoid else ""


def _stop(r: Reading, item: Item) -> None:
    r.end_of_clause()


def _wearing(r: Reading, item: Item) -> None:
    after = r.peek()
    carried = after is not None and len(after.options) == 1 and after.options.get("subject")
    if item.raw == "背着" and carried and r.entries[carried.id].kind in ("person", "animal"):
        return doing.action(r, Meaning("action", "hold", "zh", item.raw))  # a child, no rucksack
    if item.raw == "围着" and after is not None and not there.is_worn_next(r):
        r.end_of_phrase()
        r.relation = "beside"  # around a fire, not with a scarf on
        return None
    r.end_of_phrase()
    r.fresh = r.fresh or _tells_of_the_next(r)
    r.stash()
    r.preposition = "with"
    r.target = None
    return None


def _tells_of_the_next(r: Reading) -> bool:
    """Chinese: whether clothes are worn by the noun behind them: "花田里穿白裙子的少女"."""
    for at in range(1, 6):
        worn, link, noun = r.peek(at), r.peek(at + 1), r.peek(at + 2)
        if worn is None or link is None or noun is None or worn.language != "zh":
            return False
        if worn.has("garment", "hat", "glasses"):
            return link.has("of-the") and noun.has("subject", "role", "size", "trait", "scenery")
    return False


def _be(r: Reading, item: Item) -> None:
    placing.relative(r)
    target = r.target
    r.end_of_phrase()
    r.target = target or (("figure", r.agents[-1]) if r.agents else None)


def _it(r: Reading, item: Item) -> None:
    r.end_of_phrase()
    r.fresh = False
    idioms.all_of_them(r)
    r.target = ("figure", r.agents[-1]) if r.agents else None


def _name(r: Reading, item: Item) -> None:
    if item.raw not in r.names:
        r.names.append(item.raw)
    if (
        only_told.is_artist(r)
        or surroundings.named_after_a_place(r, item)
        or families.named_in_turn(r, item.raw)
    ):
        return
    before, earlier, after = r.peek(-1), r.peek(-2), r.peek()
    bynames.tell_of_a_place(r, item)
    titled = before is not None and before.has(
        "named", "subject", "role", "of", "in", "on", "place", "place?"
    )
    if titled and before is not None and before.has("of") and earlier is not None:
        titled = not earlier.has("filler", "style")  # "portrait of", "watercolor of"
    given = bynames.is_given(item)
    titled = titled and not (given and before is not None and before.kind == "on")
    if titled and r.agents and before is not None and before.has("named", "subject", "role"):
        (r.agent() or r.coming).add("named", item.raw)
    owned = after is not None and after.has("subject", "place", "place?", "scenery", "role", "style")
    if titled or (owned and not (after is not None and after.raw.startswith("在"))):
        return
    if only_told.stands_alone(r) or only_told.is_a_sight(r, item.raw):
        return
    shared = r.preposition == "with" and (r.joined == "and" or r.opens)
    linked = before is not None and before.kind == "and"
    acts = r.preposition in ("", "of") or shared or linked
    if r.expect in ("dress", "role"):  # "vestido de Thor"
        r.end_of_phrase()
    elif r.expect not in ("like", "held") and (given if r.relation or r.preposition == "on" else acts):
        strangers.somebody_named(r, item.raw)


def _whose(r: Reading, item: Item) -> None:
    """Somebody who is only named for what is theirs: that they are not drawn is told."""
    if item.raw not in r.unknown:
        r.unknown.append(item.raw)


def _scenery(r: Reading, item: Item) -> None:
    found = item.options["scenery"]
    if not (r.expect != "like" and families.somebody(r, found.id)):
        surroundings.scenery(r, found)


_HANDLERS: Mapping[str, Callable[[Reading, Item], None]] = {
    "subject": _meaning("subject", nouns.subject),
    "role": _meaning("role", nouns.role),
    "garment": _meaning("garment", wearing.garment),
    "band": _meaning("band", bands.band),
    "me": families.me,
    "unknown": bodily.unknown,
    "undrawn": strangers.undrawn,
    "hat": _meaning("hat", doing.hat),
    "glasses": _meaning("glasses", doing.glasses),
    "part": _meaning("part", having.part),
    "action": _meaning("action", doing.action),
    "activity": _meaning("activity", doing.activity),
    "relation": _meaning("relation", doing.relation),
    "color": _meaning("color", describing.color),
    "second": _meaning("second", describing.second),
    "size": _meaning("size", describing.size),
    "trait": _meaning("trait", describing.trait),
    "count": _meaning("count", describing.count),
    "number": describing.number,
    "place": _meaning("place", surroundings.place),
    "place?": _meaning("place?", surroundings.place),
    "time": surroundings.scenic,
    "weather": surroundings.scenic,
    "sky": surroundings.scenic,
    "mood": surroundings.mood,
    "style": surroundings.style,
    "landmark": surroundings.landmark,
    "outside": outdoors.stand,
    "scenery": _scenery,
    "background": lambda r, item: surroundings.background(r),
    "sink": surroundings.sink,
    "name": _name,
    "a": _article("a"),
    "the": _article("the"),
    "and": _and,
    "or": _or,
    "comma": _comma,
    "stop.": _stop,
    "stop": lambda r, item: placing.relative(r),
    "with": _preposition("with"),
    "of": _preposition("of"),
    "in": _preposition("in"),
    "on": _preposition("on"),
    "no": _expect("avoid"),
    "like": _like,
    "as": _expect("role"),
    "dressed": _expect("dress"),
    "wearing": _wearing,
    "be": _be,
    "upon": lambda r, item: placing.upon(r),
    "whom": whom.tell,
    "onto": lambda r, item: doing.onto(r),
    "it": _it,
    "whose": _whose,
}


def _spec(r: Reading) -> SceneSpec:
    strangers.step_in(r)
    leftovers.settle(r)
    feelings.settle(r)
    jobs.settle(r)
    for figure in r.figures:
        wearing.shoulder(r, figure)
        settle_skin(figure, figure.id == "person" or r.is_person(figure) or r.has_skin(figure))
    avoid = tuple(r.avoid)
    place = painted("places", r.best("place")) or None
    time = painted("times", r.best("time")) or None
    return SceneSpec(
        subjects=subjects(r),
        place=place if place not in avoid else None,
        time=time if time not in avoid else None,
        weather=tuple(w for w in r.scene.get("weather", ()) if w not in avoid),
        sky=tuple(s for s in r.scene.get("sky", ()) if s not in avoid and s != place),
        style=painted("styles", r.best("style")) or None,
        mood=tuple(r.scene.get("mood", ())),
        background=r.scene.get("background"),
        avoid=avoid,
        names=tuple(r.names[:MAX_LIST]),
        unknown=tuple(leftovers.worth_telling(r)[:MAX_LIST]),
        extra=extra(r),
    )
