"""Where the last figure is told to be without a noun behind: "no ombro", "adentro", "on its back"."""

from __future__ import annotations

from ...vocabulary import Entry
from ..fold import key
from ..index import build
from ..lexicon import seen_where
from ..plain.existing import ground_of
from . import idioms
from .reading import Figure, Reading

_ON_IT = ("on it", "on top", "nele", "nela", "montado nele", "montada nele", "montado nela", "montada nela")
_ROOFS = ("roof", "rooftop", "techo", "tejado", "telhado", "teto")
_LAPS = ("piernas", "regazo", "falda", "brazos", "rodillas", "colo", "joelhos", "pernas")


def relative(r: Reading) -> None:
    """Spanish, Portuguese: "que" tells of the noun before it: "un pájaro sobre un cocodrilo que nada"."""
    before, last = r.peek(-1), len(r.figures) - 1
    told = before is not None and before.has("subject", "role", "color", "size", "trait")
    if not (r.adjectives_follow and told and last >= 0 and key(r.item.raw).startswith("que")):
        return
    others = last not in r.agents or not all(r.figures[i].alive for i in r.agents)
    if r.figures[last].alive and others and r.figures[last].told.get("to") is None:
        r.agents = r.row = [last]


def is_bare(r: Reading) -> bool:
    """English: whether nothing is told behind "inside": "an igloo with a penguin inside"."""
    after, before = r.peek(), r.peek(-1)
    ends = after is None or after.has("comma", "stop.", "and")
    named = before is not None and before.has("subject", "scenery", "role")
    return r.item.raw.lower() == "inside" and ends and named


_OF_THEM = frozenset({"delas", "deles", "ellas", "ellos", "them"})


def is_on_one_of_them(r: Reading, where: str) -> bool:
    """Whether the last figure is with those told of before it: "um tucano no ombro de uma delas"."""
    after, last = r.peek(), len(r.figures) - 1
    if after is None or after.raw.lower() not in _OF_THEM or last < 1 or "to" in r.figures[last].told:
        return False
    r.figures[last].told.update(relation=where, to=last - 1)
    r.excused.add(r.at + 1)
    return True


def tell_of_the_last(r: Reading, where: str) -> None:
    """ "Un cohete con un niño adentro": the last figure is where the one before it is."""
    after = r.peek()
    ends = after is None or after.has("comma", "stop", "and", "stop.") or r.item.raw in _ON_IT
    r.end_of_phrase()
    last = len(r.figures) - 1
    drawn = [i for i, figure in enumerate(r.figures) if figure.id is not None]
    if after is not None and after.has("a", "count", "number") and drawn:
        to = ground_of(r.figures[drawn[-1]], drawn[-1], where)
        r.coming.told.update(relation=where, to=to)  # "y detrás un niño"
        r.fresh = True
        return
    if ends and last > 1 and r.figures[last - 2].id in ("swing", "hammock") and where == "on":
        r.figures[last].told.update(relation=where, to=last - 2)  # "a swing on a tree with a girl on it"
        return
    if not ends or last < 1 or "to" in r.figures[last].told or r.figures[last - 1].told.get("to") == last:
        return
    if where in ("behind", "beside") and (owner := _owner_of_the_last(r, last)) >= 0:
        r.figures[last].told.update(
            relation=where, to=owner
        )  # "al lado de una fogata, con su caballo detrás"
        return
    before = r.figures[last - 1]
    among = before.told.get("count", 1) > 1 and r.item.raw in _ON_IT
    if last > 1 and among and r.figures[last - 2].told.get("to") == last - 1:
        r.figures[last].told.update(
            relation=where, to=last - 2
        )  # "a hammock between two palms with a cat in it"
        return
    if last > 1 and r.figures[last - 2].told.get("to") == last - 1 and r.figures[last].id is not None:
        r.figures[last].told.update(relation=where, to=last - 1)  # "a girl on a bed and a dog under it"
        return
    if last > 1 and idioms.are_both_there(r, last):
        before.told.update(relation=where, to=last - 2)
    if r.figures[last].id is not None and before.id is not None:
        to = before.told.get("to", last - 1) if before.id == r.figures[last].id else last - 1
        to = last - 2 if before.told.get("to") == last - 2 and "relation" in before.told else to
        r.figures[last].told.update(relation=where, to=to)  # "un gato encima y otro debajo"


def tell_how(r: Reading) -> None:
    """Tell of what a preposition says beside the place: who "encostado no muro" leans, and stands by it."""
    first, blank, _ = r.item.raw.partition(" ")
    told = blank and key(first) not in _EMPTY
    deed = next((m for m in build().meanings(key(first)) if m.kind == "undrawn"), None) if told else None
    seen = deed is not None and r.item.options["relation"].id in seen_where(deed.id)
    if deed is not None and not seen and r.expect != "like" and first not in r.unknown:
        r.unknown.append(first)


_EMPTY = frozenset({"dando", "da", "montado", "montada"})


_ITS = frozenset({"su", "seu", "sua", "his", "her", "their"})


def _owner_of_the_last(r: Reading, last: int) -> int:
    """The figure whose the last one is, where a thing stands between the two; -1 for none."""
    back = next((n for n in range(1, r.at) if (i := r.peek(-n)) is not None and i.has("subject")), 0)
    whose = r.peek(-back - 1) if back else None
    owned = whose is not None and whose.raw.lower() in _ITS and not r.figures[last - 1].alive
    return next((i for i in range(last - 1, -1, -1) if r.figures[i].alive), -1) if owned else -1


def upon(r: Reading) -> None:
    """ "On its back", "no ombro": the last figure sits on the one before it."""
    roof, lap = r.item.raw.lower().endswith(_ROOFS), r.item.raw.lower().endswith(_LAPS)
    r.end_of_phrase()
    last = len(r.figures) - 1
    fits = _is_building if roof else _is_alive
    carrier = next((i for i in range(last - 1, -1, -1) if fits(r, r.figures[i])), None)
    if carrier is None and r.item.language == "zh":
        carrier = next((i for i in range(last - 1, -1, -1) if r.figures[i].id), None)  # a scarecrow
    if roof and last >= 0 and _is_building(r, r.figures[last]):
        return  # "a cabin with snow on the roof"
    if carrier is None and roof:
        r.scene.setdefault("place", (2.0, "rooftop"))
    if carrier is None or r.figures[carrier].told.get("to") == last or "to" in r.figures[last].told:
        return
    entry = r.entries.get(r.figures[carrier].id or "")
    if lap and entry is not None and entry.kind == "person" and _take(r, carrier, entry):
        return
    if not lap and entry is not None and is_flown(entry) and r.figures[last].alive:
        r.figures[last].told.update(action="ride", to=carrier)
        return
    r.figures[last].told.update(relation="on", to=carrier)
    if r.figures[carrier].alive and not lap:
        r.agents = r.row = [carrier]  # "um pirata com um papagaio no ombro, num barco"


def _take(r: Reading, carrier: int, entry: Entry | None) -> bool:
    """Put the last figure into the arms of the one before, who has it on the lap or in the hand."""
    figure, thing = r.figures[carrier], r.figures[-1]
    free = "held" not in figure.told and figure.told.get("action") in (None, "sit", "sleep")
    alone = set(thing.told) <= {"size", "color", "traits", "named", "near"} and thing.id is not None
    if entry is None or not (free and alone):
        return False
    r.figures.pop()
    figure.told.update(held=thing.id)
    figure.add("held_color", thing.told.get("color"))
    figure.add("held_near", thing.told.get("near"))
    r.agents, r.target = [carrier], ("held_color", carrier)
    return True


def is_flown(entry: Entry) -> bool:
    """Whether who sits on it is carried through the air: an eagle, a condor."""
    return entry.anchor == "sky" and entry.art == "head" and entry.kind in ("animal", "fantasy")


_IN_HAND = ("na", "nas", "en", "à")


def in_hand(r: Reading) -> bool:
    """ "Lupa na mão": the last thing is in the hands of the one before it."""
    before, thing, earlier = r.peek(-1), r.peek(-2), r.peek(-3)
    if before is not None and before.has("the"):
        before, thing, earlier = thing, earlier, r.peek(-4)
    carrier, last = len(r.figures) - 2, len(r.figures) - 1
    if not r.adjectives_follow or carrier < 0 or before is None or before.raw.lower() not in _IN_HAND:
        return False
    named = any(i is not None and i.raw == r.figures[last].called for i in (thing, earlier))
    idle = not r.figures[last].alive and r.figures[carrier].alive
    return named and idle and _take(r, carrier, r.entries.get(r.figures[carrier].id or ""))


def _is_alive(_: Reading, figure: Figure) -> bool:
    return figure.alive


def _is_building(r: Reading, figure: Figure) -> bool:
    entry = r.entries.get(figure.id or "")
    return entry is not None and entry.kind in ("building", "vehicle")


def is_of_the_smoke(r: Reading) -> bool:
    """Whether only smoke or the like is there: "a scientist, green smoke coming out of a flask"."""
    at = r.past(("color", "filler", "undrawn", "stop", "size", "trait"))
    said = r.peek(at)
    if said is None or not said.has("scenery") or not r.figures or r.figures[-1].called == said.raw:
        return False
    if said.options["scenery"].id not in r.scene.get("scenery", ()):
        return False
    before = r.peek(r.past(("a", "the", "color", "size", "trait", "count"), at - 1))
    return before is not None and before.has("comma", "and")


def is_of_the_sky(r: Reading) -> bool:
    """Whether only a rainbow or a moon is there: "a moon over the castle and an owl"."""
    said = r.peek(-1)
    if said is None or not said.has("sky", "weather") or said.raw.partition(" ")[0].lower() in _INTO:
        return False
    before = r.peek(r.past(("a", "the", "color", "size", "trait", "count", "filler"), -2))
    if before is not None and key(before.raw) in _TOWARDS:
        return False  # "uivando pra lua em cima da pedra"
    return before is None or before.has("comma", "and", "with", "stop")


_TOWARDS = frozenset({"pra", "para", "pro", "to"})
_INTO = frozenset({
    "in", "under", "with", "by", "na", "no", "sob", "com", "em", "en", "bajo", "con", "at",
    "debaixo", "debajo",
})  # fmt: skip
