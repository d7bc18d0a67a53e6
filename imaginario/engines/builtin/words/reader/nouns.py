"""Nouns: new figures, old ones met again, and how they stand to the figures before them."""

from __future__ import annotations

from typing import Any

from ...vocabulary import Entry
from ..chinese import compounds
from ..chinese import grammar as chinese
from ..iberian import genders
from ..index import Meaning, build
from . import abreast, filling, holding, idioms, jobs, objects, parents, patterns
from .choosing import beside_somebody
from .meeting import (
    FAMILY,
    SINGLE,
    are_several,
    as_a_net,
    flyer,
    in_apposition,
    is_many,
    is_owner,
    merge,
    met_again,
    met_at_work,
    of_another_game,
    one_more_person,
    one_with_last,
    owns,
    tells_who,
    told_already,
)
from .modifying import modifies_last, modifies_next
from .reading import MAX_FIGURES, Figure, Reading
from .rows import act
from .standing import as_ground
from .wearing import clad, come, dress, say_outfit, say_trade, wearers

SOME = 3
"""How many are drawn where a plural has no number."""
WHO = {"f": ("woman", "girl"), "m": ("man", "boy")}


def subject(r: Reading, found: Meaning) -> None:
    """A thing that can be drawn: new, met again, held, ridden, or only part of another's name."""
    entry = r.entries[(found := as_a_net(r, parents.kin_of_the_last(r, found))).id]
    if (first := compounds.first_part(r.item.raw, found)) is not None:
        holding.bring(r, entry, first)
    if near := build().near.get((found.language, found.spelled)):
        r.pending["near"] = near
    if are_several(r, found) or (entry.alive and not chinese.is_crowd(r) and is_many(r)):
        found = found._replace(plural=True)
    if r.expect == "like" or patterns.is_a_picture(r, found):
        return swallow(r)
    if r.expect == "dress":
        return _disguise(r, entry, found.plural)
    if idioms.only_serves_as(r, entry) or idioms.is_predicate(r, entry):
        return swallow(r)
    if entry.id == "groom" and found.plural and found.language in ("pt", "es"):
        return _wedding(r)
    if entry.id == "kite" and (holder := flyer(r)) is not None:
        holder.told.update(action="hold", activity="kite-flying")
        r.doers, r.expect = [holder], "held"
    if _is_possessive(r, found):
        found = found._replace(plural=False)
    if entry.kind == "vehicle" and entry.anchor == "sky" and (pilot := flyer(r)) is not None:
        holding.board(r, pilot)
    if chinese.looks_into(r, entry):
        holding.read(r)
    if _is_nobody_new(r, found, entry) or _names_its_breed(r, found):
        return None
    if one_with_last(r, found):
        return merge(r, entry)
    if in_apposition(r, entry):
        trade = r.item.options.get("role")
        return dress(r, trade, r.figures[-1]) if trade and r.figures else None
    if one_more_person(r, entry) or chinese.is_joined(r):
        chinese.share_clothes(r)
        r.joined = "and"
    if modifies_next(r, found) or modifies_last(r):
        return _modify(r, entry)
    if filling.is_stirred_in(r, entry):
        return _modify_last(r, entry)
    if holding.being_made(r):
        holding.make(r) if entry.kind == "food" else holding.craft(r, entry)
    if not filling.is_poured(r, entry) and holding.is_held(r, entry, found.plural):
        return holding.hold(r, entry, found.plural)
    return _come_in(r, found, entry)


def _is_nobody_new(r: Reading, found: Meaning, entry: Entry) -> bool:
    """Whether the noun is read over: an owner, what somebody holds already, what a thing is made of."""
    again = r.article != "a" and "count" not in r.pending and holding.in_hand(r, found)
    held = again or told_already(r, found) or holding.dyes_it(r, found)
    if not (owner := entry.kind == "person" and is_owner(r)) and not held and _is_parent(r, found, entry):
        return True
    if owner or held or filling.only_tells(r, entry) or filling.of_the_held(r, entry):
        swallow(r)
        if held and not owner:
            idioms.speak_of_held(r, found)
        return True
    return False


def _names_its_breed(r: Reading, found: Meaning) -> bool:
    """Spanish, Portuguese: whether two nouns are one animal: "perrito chihuahua"."""
    before = r.peek(-1)
    last = before.options.get("subject") if before is not None else None
    same = last is not None and last.id == found.id and r.adjectives_follow and bool(r.figures)
    if not same or r.figures[-1].id != found.id or not r.entries[found.id].alive:
        return False
    r.figures[-1].add("near", r.pending.pop("near", None))
    return True


def _come_in(r: Reading, found: Meaning, entry: Entry) -> None:
    known = _implied(r, entry) or met_again(r, found)
    if known is None and (person := genders.other(r, found, entry)) is not None:
        return enter(r, person, found.plural, r.entries[person.id or ""])
    below = patterns.under_it(r)
    _stand(r, entry, known, found.plural)
    if below is not None and r.figures[-1].id == entry.id:
        r.figures[-1].told.update(relation="on", to=below)
    return None


def role(r: Reading, found: Meaning) -> None:
    """A profession: the outfit of the one beside it, or a person of its own."""
    if r.expect == "like":
        return swallow(r)
    if _of_a_thing(r):
        return None
    if is_owner(r):
        return swallow(r)
    if _is_possessive(r, found):
        found = found._replace(plural=False)
    if r.preposition == "of" and not r.article and (hat := r.peek(-2)) is not None and hat.has("hat"):
        r.excuse()
        return r.end_of_phrase()  # "gorra de enfermera"
    if found.id == "football" and of_another_game(r):
        return enter(r, Figure(_person(r, found), "", True), found.plural)
    after = r.peek()
    if after is not None and after.raw.startswith(_DRESSED_UP):
        r.fresh = True  # "超级英雄打扮的狗"
        return dress(r, found, r.coming)
    neighbour = r.peek(-1)
    after_of = r.preposition == "of" and not r.article and neighbour is not None and neighbour.has("of")
    if r.expect in ("dress", "role") or (after_of and r.agents and not owns(r)) or chinese.is_being(r):
        *others, last = wearers(r, found.plural)
        for figure in others:  # "a cat and a dog dressed as pirates"
            say_outfit(figure, found, r.pending.get("color"))
        return dress(r, found, last)
    if neighbour is not None and neighbour.kind == "role" and r.target and r.target[0] == "figure":
        return _two_roles(r, found)
    if beside_somebody(r):
        if found.plural and neighbour is not None and neighbour.raw.lower() in _SEXES and r.figures:
            r.figures[-1].add("count", SOME)
        clad = r.adjectives_follow and neighbour is not None and neighbour.has("color", "size") and r.target
        before = neighbour is not None and ("subject" in neighbour.options or clad) and r.agents
        return dress(r, found, r.figures[r.agents[-1]] if before else r.coming)
    if (known := met_at_work(r, found)) is not None:
        return _connect(r, known, r.entries.get(r.figures[known].id or ""))
    figure = Figure(_person(r, found), "", True, {"role": found.id})
    say_trade(r, figure, found)
    enter(r, figure, found.plural or is_many(r))
    return None


_SEXES = frozenset({"male", "female"})
_DRESSED_UP = ("打扮", "装扮")


def _wedding(r: Reading) -> None:
    """ "Los novios" and "os noivos" are the two of them."""
    r.pending = {}
    for ident in ("bride", "groom"):
        enter(r, Figure(ident, "", True), False, r.entries[ident])
        r.joined = "and"
    r.end_of_phrase()


def _is_parent(r: Reading, found: Meaning, entry: Entry) -> bool:
    """Whether it is one with the noun before it: "熊妈妈" and "mamãe urso" are bears, no people."""
    before = r.peek(-1)
    last = before.options.get("subject") if before is not None else None
    if last is None or not r.figures or r.figures[-1].id != last.id:
        return False
    if last.id in FAMILY and entry.kind == "animal" and r.adjectives_follow:
        r.figures[-1].id = found.id
        r.figures[-1].add("near", r.pending.pop("near", None))
    elif jobs.has_a_trade(r, last.id, found) and not r.article:
        r.figures[-1].add("modifier", _own(r, entry))  # a cat postman, a woman pilot
    elif not (tells_who(r.item, found) and r.entries[last.id].kind in _BEASTS):
        return False
    r.figures[-1].called = "大"
    r.excused |= {r.at - 1, r.at}
    r.target = ("figure", len(r.figures) - 1)
    return True


_BEASTS = ("animal", "fantasy")


def _is_possessive(r: Reading, found: Meaning) -> bool:
    """ "A pirates shoulder" lacks its apostrophe."""
    return found.plural and found.language == "en" and r.article == "a" and "count" not in r.pending


def _of_a_thing(r: Reading) -> bool:
    """In "a viking ship" and "barco vikingo" nobody else comes in: the role only tells of the thing."""
    thing = r.peek(-1) if r.adjectives_follow else r.peek()
    found = thing.options.get("subject") if thing is not None else None
    told_of = r.figures[r.target[1]] if r.target is not None and r.target[0] == "figure" else None
    described = not r.adjectives_follow or (told_of is not None and not r.article and not told_of.alive)
    return described and found is not None and not r.entries[found.id].alive


def _two_roles(r: Reading, found: Meaning) -> None:
    """ "Pirate queen" and "reina pirata" are one person."""
    figure = r.figures[r.target[1]] if r.target else r.coming
    if figure.id == "person":
        figure.id = _person(r, found)
    r.end_of_phrase()


def swallow(r: Reading) -> None:
    r.pending = {}
    r.target = None
    r.end_of_phrase()


def _disguise(r: Reading, entry: Entry, many: bool) -> None:
    dressed, ident = wearers(r, many), _own(r, entry)
    for figure in dressed if not idioms.turns_into(r, dressed, entry) else ():
        figure.add("disguise", ident)
    swallow(r)
    if dressed and dressed[0] in r.figures:
        r.target = ("outfit_color", r.figures.index(dressed[0]))


def _modify(r: Reading, entry: Entry) -> None:
    before = r.peek(-1)
    if before is not None and before.has("of"):
        if r.target and r.target[0] == "figure":
            filling.fill(r, r.target[1], entry, before.language)
        elif r.target and r.target[0] == "held_color":
            holding.hold_contents(r, r.figures[r.target[1]], entry)
        r.end_of_phrase()
    elif not _is_the_same(r, entry):
        r.pending["modifier"] = _own(r, entry)


def _is_the_same(r: Reading, entry: Entry) -> bool:
    """Whether the noun behind it is drawn as just the same: "青花瓷花瓶"."""
    after = r.peek()
    found = after.options.get("subject") if after is not None else None
    return found is not None and found.id == entry.id and "near" not in r.pending


def _modify_last(r: Reading, entry: Entry) -> None:
    """Let something tell only of what the last figure is: coffee with milk is one cup."""
    r.figures[-1].add("modifier", _own(r, entry))
    r.end_of_phrase()


def _own(r: Reading, entry: Entry) -> str:
    """The id that a noun is told by where it is no figure: its own row where only something near is drawn."""
    return str(r.pending.pop("near", entry.id))


def _implied(r: Reading, entry: Entry) -> int | None:
    """The index of a mount that "rowing" brought in and "in a canoe" names now."""
    near = r.peek(r.past(("a", "the", "color", "size", "trait", "count")))
    near = near if near is not None and "activity" in near.options else None
    direct = near is not None and near.language != "zh" and not (entry.alive or r.preposition or r.joined)
    named = r.preposition in ("in", "on") or (r.preposition == "with" and not entry.alive)
    if not (entry.rides and r.implied and (direct or named)):
        return None  # "en bicicleta con un perro" rides no dog
    if any(f.alive for f in r.figures[r.implied[-1] + 1 :]) and r.item.language == "en":
        return None  # "a turtle skateboarding and a mouse in a car"
    index = r.implied.pop()
    if r.entries[r.figures[index].id or ""].anchor != entry.anchor:
        return None
    r.figures[index].id = entry.id
    r.preposition = ""
    return index


def _stand(r: Reading, entry: Entry, known: int | None, plural: bool) -> None:
    if known is not None:
        if (r.figures[known].id or "").startswith(f"{r.pending.get('color')}-"):
            r.pending.pop("color")  # the black one of two cats
        _describe(r.figures[known], r.pending)
        r.pending = {}
        _connect(r, known, entry)
        return
    into = filling.into(r, filling.vessel(r, entry), alive=entry.alive)
    enter(r, Figure(entry.id, "", entry.alive, into, called=r.item.raw), plural, entry)


def enter(r: Reading, figure: Figure, plural: bool, entry: Entry | None = None) -> None:
    """Let a new figure step in, with all that was said of it beforehand."""
    filling.put_into(r, figure)
    _describe(figure, r.pending)
    if figure.id in SINGLE and figure.told.get("count_word") == "several":
        figure.told = {k: v for k, v in figure.told.items() if k not in ("count", "count_word")}
    if plural and "count" not in figure.told:
        figure.told.update(count=SOME, plural=True)
    r.pending = {}
    if len(r.figures) >= MAX_FIGURES:
        r.end_of_phrase()
        r.target = None
        return
    objects.tell(r, figure)
    r.figures.append(figure)
    _connect(r, len(r.figures) - 1, entry)


def meet(r: Reading, index: int) -> None:
    """Speak again of a figure that was told of before."""
    r.pending = {}
    _connect(r, index, r.entries.get(r.figures[index].id or ""))


def _describe(figure: Figure, adjectives: dict[str, Any]) -> None:
    for name, value in adjectives.items():
        if name == "traits":
            for trait in value:
                figure.append("traits", trait)
        else:
            figure.add(name, value)


def _connect(r: Reading, index: int, entry: Entry | None) -> None:
    """Settle what the new noun is to those before it, and who acts from now on."""
    ground = as_ground(r, index, entry)
    if not ground and entry is not None and chinese.is_told_of_next(r, entry):
        r.trailing.append(index)
        r.target = None
        return r.end_of_phrase()
    filling.load_vessel(r, index, entry)
    if ground:
        abreast.stand(r)
        clad(r, r.figures[index])
    else:
        come(r, r.figures[index])
        act(r, index)
    r.target = ("figure", index)
    r.fresh = False
    return r.end_of_phrase()


def _person(r: Reading, found: Meaning) -> str:
    sex = found.gender or ("f" if genders.by_article(r) == "f" else "")
    who = [ident for ident in WHO.get(sex, ()) if ident in r.entries]
    return who[0] if who else "person"
