"""What is held: things in the hands of those who act, things being made, read or flown."""

from __future__ import annotations

from collections.abc import Sequence

from ...vocabulary import Entry
from ..index import Meaning, build
from ..matching import Item
from ..plain import brimming, handheld
from .reading import MAX_FIGURES, Figure, Reading

_HANDS = ("hand", "table")
_HANDY = 0.6
"""Things up to this size are held by whoever is "with" them."""
_POTS = frozenset({"cauldron", "pot"})
"""What one cooks in, and not what is cooked."""
_CARRIED = frozenset({"sport", "thing", "food", "instrument"})
_HANDED = frozenset({"clock", "pillow"})
"""Furniture that is carried like them."""
_ON_THE_GROUND = frozenset({"piano", "grand-piano", "drum-kit", "xylophone", "guzheng"})
_MAKING = {"making", "makes", "fazendo", "faz", "haciendo", "hace", "做", "在做", "正在做", "preparing"}


def in_hand(r: Reading, found: Meaning) -> bool:
    """Whether the thing is one that somebody holds already: "her lantern"."""
    return r.expect != "held" and not found.plural and any(f.told.get("held") == found.id for f in r.figures)


def dyes_it(r: Reading, found: Meaning) -> bool:
    """Whether the thing is the one of the deed, told again: "playing football with a yellow ball"."""
    agent = r.agent()
    if r.preposition != "with" or agent is None or found.plural or not agent.told.get("activity"):
        return False
    if agent.told.get("held") != found.id or "held_color" in agent.told or "count" in r.pending:
        return False
    agent.add("held_color", r.pending.get("color"))
    return True


def follows_food(r: Reading) -> bool:
    """Whether it is listed with something to eat."""
    link, before = r.peek(-1), r.peek(-2)
    found = before.options.get("subject") if before is not None and not before.has("color") else None
    listed = link is not None and link.has("and", "comma")
    return listed and found is not None and r.entries[found.id].kind == "food"


def has_something(r: Reading) -> bool:
    """Whether somebody stands before and what is eaten or drunk behind: "un gato bebe leche"."""
    before, after = r.peek(-1), r.peek()
    found = after.options.get("subject") if after is not None else None
    food = found is not None and r.entries[found.id].kind == "food"
    there = before is not None and before.has("subject", "name", "role")
    return there and (food or (after is not None and after.has("a")))


def of_the(r: Reading) -> bool:
    """Portuguese, Spanish: whether an article is hidden in the word before."""
    before = r.peek(-1)
    return before is not None and before.raw.lower() in ("do", "da", "dos", "das", "del")


def being_made(r: Reading) -> bool:
    """Whether somebody makes it: "fazendo um bolo"."""
    return bool(r.agents) and any(
        item is not None and item.raw.lower() in _MAKING for item in (r.peek(-1), r.peek(-2))
    )


def make(r: Reading) -> None:
    """Let those who act cook the noun to come."""
    r.doers = [r.figures[i] for i in r.agents]
    for doer in r.doers:
        doer.add("action", "cook")
        doer.add("verb", "make-dish")
    r.expect = "held"


_CRAFTING = {"en": "crafting", "pt": "confeccionando", "es": "fabricando", "zh": "亲手制作"}
"""A deed of `lexicon/deeds.toml`, in the language of the words."""
_CRAFTED = frozenset({"thing", "vehicle", "furniture", "instrument"})


def craft(r: Reading, entry: Entry) -> None:
    """Tell that those who act make a thing, which no pose shows: "haciendo un jarrón"."""
    doers = [r.figures[i] for i in r.agents if r.figures[i].alive]
    deed = _CRAFTING.get(r.item.language, "")
    made = entry.kind in _CRAFTED and entry.id != "picnic-blanket"
    if not made or not doers or not deed or r.expect == "like":
        return
    for doer in doers:
        doer.add("deed", deed)
    r.acted_on = len(r.figures)
    if deed not in r.unknown:
        r.unknown.append(deed)


def takes_a_ride(r: Reading, found: Meaning) -> bool:
    """Spanish, Portuguese: whether what is "taken" is no drink: "tomando el bus"."""
    item = r.peek(r.past(("a", "the", "color", "size", "trait", "count"), 1))
    ahead = item.options.get("subject") if item is not None else None
    takes = r.adjectives_follow and found.id in ("drink", "hold") and r.item.raw.lower().startswith(_TAKING)
    return takes and ahead is not None and r.entries[ahead.id].kind == "vehicle" and r.entries[ahead.id].rides


_TAKING = ("tom", "pegando", "pega")


def board(r: Reading, pilot: Figure) -> None:
    """Who flies a plane rides it."""
    if r.relation or r.preposition:
        return
    pilot.told.pop("verb", None)
    pilot.told["action"] = "ride"
    r.doers, r.expect = [pilot], "seat"


def read(r: Reading) -> None:
    """Who looks at a book reads it."""
    r.doers = [f for f in (r.figures[i] for i in r.agents) if f.alive]
    for doer in r.doers:
        doer.add("action", "read")
    r.expect = "held"


def user(r: Reading) -> Figure | None:
    """Who has a thing "with" them: with what somebody feeds the hens, and not the hens."""
    if (owner := _just_named(r)) is not None:
        return owner
    if r.done_to is not None and r.agents == [r.done_to[0]]:
        return r.figures[r.done_to[1]]
    return r.agent()


def _just_named(r: Reading) -> Figure | None:
    """The person right before the "with": in "ao lado de uma senhora com sacolas" the bags are hers."""
    at = r.past(("a", "the", "count", "color", "size", "trait"))
    link, noun = r.peek(at), r.peek(at - 1)
    last = r.figures[-1] if r.figures else None
    entry = r.entries.get(last.id or "") if last is not None else None
    there = link is not None and link.has("with") and noun is not None and noun.has("subject", "role")
    person = entry is not None and entry.kind == "person"
    if not (there and person) or noun is None or r.item.language == "zh":
        return None
    return last if last and last.called in (noun.raw, "") else None


def is_held(r: Reading, entry: Entry, plural: bool) -> bool:
    """Whether a noun is held by those who act: "eating an apple", "a cat with a balloon"."""
    if entry.id == "puddle":
        return False  # who drinks from it stands beside it
    if _is_for_the_other_hand(r, entry, plural):
        return True
    small = entry.anchor in _HANDS or entry.size <= 0.75 or _is_plush(r)
    if r.expect == "held" and r.doers:
        if (
            entry.kind != "food"
            and (entry.size > _HANDY or entry.id in _POTS)
            and any(d.told.get("action") == "cook" for d in r.doers)
        ):
            return False  # who stirs a cauldron does not lift it
        playing = any(d.told.get("action") in ("play", "paint", "run") for d in r.doers)
        before = (r.peek(-1), r.peek(-2))
        mates = any(
            i is not None and (i.has("with") or i.raw.lower().endswith((" com", " con"))) for i in before
        )
        if entry.alive and r.pending.get("count", 1) > 1:
            return False  # six cubs are too many for two hands
        if mates and r.adjectives_follow and (entry.alive or entry.kind == "sky"):
            return False  # "brincando com o sol"
        if entry.anchor not in _HANDS and any(d.told.get("action") == "paint" for d in r.doers):
            return False  # a fence, or a picture of one
        fits = handheld.is_lifted(entry, [r.entries[d.id] for d in r.doers if d.id])
        eaten = entry.kind in ("food", "plant") and any(d.told.get("action") == "eat" for d in r.doers)
        return small or eaten or (fits and not (entry.alive and playing))
    agent = user(r)
    if agent is not None and _carries_in(r, agent) and small and not entry.alive and not plural:
        return True
    if r.preposition != "with" or agent is None or "held" in agent.told or agent is r.coming:
        return False
    toy = (
        agent.told.get("action") != "dance"
        and (entry.kind in _CARRIED or entry.id in _HANDED)
        and (entry.size * r.pending.get("size", 1) <= _HANDY or _is_worn_in_front(entry))
        and agent.alive
        and not plural
    )
    toy = toy or (agent.alive and (_in_mouth(r) or (_is_plush(r) and not plural)))
    hands = agent.alive or agent.id is None or r.entries[agent.id].face is not None
    return hands and (entry.anchor == "hand" or toy) and r.pending.get("count", 1) == 1


def _carries_in(r: Reading, agent: Figure) -> bool:
    """Whether what is carried is in the thing and cannot be drawn: "levando água num jarro"."""
    empty = not agent.told.keys() & {"held", "held_word"}
    return r.preposition == "in" and agent.told.get("verb") == "carry" and empty and agent is not r.coming


_TOYS = frozenset({"toy", "plush"})


def _is_plush(r: Reading) -> bool:
    """Whether an animal is a toy: "a toy dinosaur", "un dinosaurio de peluche"."""
    after = r.peek()
    told = after.options.get("trait") if after is not None and r.adjectives_follow else None
    return not _TOYS.isdisjoint(r.pending.get("traits", ())) or (told is not None and told.id in _TOYS)


def _in_mouth(r: Reading) -> bool:
    """Whether somebody has it in or under a part of the body: "a cat with a fish in its mouth"."""
    link, owner, part = r.peek(1), r.peek(2), r.peek(3)
    if link is None or owner is None:
        return False
    word = link.raw.lower()
    if owner.has("part"):
        return word in ("na", "no", "nas", "nos") or word.startswith(_UNDER)
    there = link.has("in") or word.startswith(_UNDER)
    return there and owner.has("the") and part is not None and part.has("part")


_UNDER = ("under", "debajo", "bajo", "debaixo", "embaixo", "sob")


def hold(r: Reading, entry: Entry, plural: bool) -> None:
    """Put a thing into the hands of those who act."""
    agent = user(r)
    doers = r.doers if r.expect == "held" and r.doers else [agent] if agent else []
    if doers and all(d.told.get("held", entry.id) != entry.id for d in doers):
        return lay_down(r, entry, plural, doers[0])
    if "action" in r.pending and (deed := r.peek(-1)) is not None and deed.raw not in r.unknown:
        r.unknown.append(deed.raw)  # "holding a sleeping cat"
    count = int(r.pending.get("count", 1))
    shared = len(doers) >= count or "count_word" in r.pending
    for doer in doers:
        if doer.told.setdefault("held", entry.id) != entry.id:
            continue
        _eat_up(doer, entry)
        doer.add("held_color", r.pending.get("color"))
        doer.add("held_many", True if plural or count > 1 else None)
        doer.add("held_count", None if shared else count)
        doer.add("held_kind", r.pending.get("modifier"))
        doer.add("held_traits", r.pending.get("traits"))
        doer.add("held_size", r.pending.get("size"))
        doer.add("held_near", r.pending.get("near"))
    first = doers[0] if doers else None
    r.fresh = False  # "抱着一只白兔，坐在…": the phrase is over
    r.target = ("held_color", r.figures.index(first)) if first in r.figures else None
    r.pending = {}
    return r.end_of_phrase()


_NO_DRINKS = frozenset({"ice-cream", "popsicle", "acai", "cake", "bread"})


def _eat_up(doer: Figure, entry: Entry) -> None:
    """Let somebody eat what is no drink: "tomando sorvete"."""
    if doer.told.get("verb") == "drink" and entry.id in _NO_DRINKS:
        doer.told.pop("verb")


def hold_contents(r: Reading, figure: Figure, entry: Entry) -> None:
    """Put what is in the held vessel there; in an unknown one, into the hands: "a tray of bread" is bread."""
    if brimming.load_into(r, figure, entry):
        return
    if "held_word" in figure.told and "held" not in figure.told and entry.kind == "food":
        figure.told.pop("held_word")
        figure.told.update(held=entry.id)
        figure.add("held_near", r.pending.pop("near", None))
        figure.add("held_many", True if r.item.options["subject"].plural else None)


_SAME_INSTRUMENT = ({"drum", "drum-kit"}, {"piano", "grand-piano"})
"""Two drawings of what "a pianist playing a grand piano" has one of."""
_OF_HELD = {
    "held_color": "color", "held_near": "near", "held_many": "plural", "held_traits": "traits",
    "held_size": "size",
}  # fmt: skip
_SOME = 3
"""How many lie there where a plural has no number."""


def lay_down(r: Reading, entry: Entry, plural: bool, doer: Figure) -> None:
    """Two things are too many for one pair of hands: what is eaten or played stays there, one lies beside."""
    held, said = r.entries[doer.told["held"]], dict(r.pending)
    if {held.id, entry.id} in _SAME_INSTRUMENT:
        for name in ("held", "held_near", "activity"):
            doer.told.pop(name, None)
        hold(r, entry, plural)
        return
    if not plural and _has_a_free_hand(r, doer, held, entry):
        doer.told["other_held"] = entry.id
        doer.add("other_color", said.get("color"))
        doer.add("other_near", said.get("near"))
        r.target = ("other_color", r.figures.index(doer)) if doer in r.figures else None
        r.pending = {}
        r.end_of_phrase()
        return
    said.pop("modifier", None)
    said.update({"plural": True} if plural else {})
    if _is_in_use(r, doer, entry, held):
        beside = Figure(entry.id, "", entry.alive, said, r.item.raw)
    else:
        told = {to: doer.told.pop(name) for name, to in _OF_HELD.items() if doer.told.get(name)}
        beside = Figure(held.id, "", held.alive, told)
        doer.told.update(held=entry.id)
        for name, to in _OF_HELD.items():
            doer.add(name, said.get(to))
    beside.told.update({"count": beside.told.get("count", _SOME)} if beside.told.get("plural") else {})
    if len(r.figures) < MAX_FIGURES:
        r.figures.append(beside)
        mine = ("held_color", r.figures.index(doer)) if doer in r.figures else None
        r.target = ("figure", len(r.figures) - 1) if beside.id == entry.id else mine
    r.pending = {}
    r.end_of_phrase()


_ONE_HAND = 1.0
"""Swords and staffs fit into one hand, too."""
_TOOLS = frozenset({"thing", "food", "fantasy", "plant"})


def _has_a_free_hand(r: Reading, doer: Figure, *things: Entry) -> bool:
    """Whether two small things are held, one in each hand: "a knight with a sword and a shield"."""
    small = all(t.id not in _POTS for t in things) and all(
        t.kind in _TOOLS and not t.alive and (t.anchor in _HANDS or t.size <= _ONE_HAND) for t in things
    )
    one_each = doer.told.get("count", 1) == 1 and "other_held" not in doer.told
    free = one_each and doer.told.get("action") in (None, "hold") and "count" not in r.pending
    handed = doer.alive and not doer.told.keys() & {"held_many", "activity", "verb"}
    return small and free and handed and not r.item.has("activity")


def _is_for_the_other_hand(r: Reading, entry: Entry, plural: bool) -> bool:
    """Whether it is listed with what somebody was just told to hold: "una espada y un escudo"."""
    doer, at = r.agent(), -1
    while (item := r.peek(at)) is not None and item.has(*_TELLING):
        at -= 1
    held = r.entries.get(str(doer.told.get("held"))) if doer is not None else None
    if item is None or not item.has("and") or doer is None or held is None or plural or _is_elsewhere(r):
        return False
    while (item := r.peek(at - 1)) is not None and item.has(*_TELLING) and "subject" not in item.options:
        at -= 1
    same = item is not None and "subject" in item.options and item.options["subject"].id == held.id
    return same and _has_a_free_hand(r, doer, held, entry)


_TELLING = ("a", "the", "color", "size", "trait", "of-the")


def _is_elsewhere(r: Reading) -> bool:
    """Whether it holds other things or lies somewhere: "a bag of candy", "a cup and a book on a table"."""
    after = r.peek()
    where = after.options.get("relation") if after is not None else None
    return after is not None and (after.has("of", "on") or (where is not None and where.id == "on"))


def _is_in_use(r: Reading, doer: Figure, entry: Entry, held: Entry) -> bool:
    """Whether somebody does more with what they hold already than with the new thing."""
    if r.item.has("activity"):
        return "activity" in doer.told or doer.told.get("action") not in (None, "hold", "sit", "run", "sleep")
    return not (doer.told.get("action") == "eat" and entry.kind == "food" and held.kind != "food")


def _is_worn_in_front(entry: Entry) -> bool:
    """Whether it is an instrument that its player carries: "ángel con arpa"."""
    return entry.kind == "instrument" and entry.id not in _ON_THE_GROUND


def bring(r: Reading, entry: Entry, first: Meaning) -> None:
    """Tell of somebody what the word for them begins with: "二胡手" has an erhu and plays it."""
    if entry.kind == "person" and r.entries[first.id].kind == "instrument":
        near = build().near.get((first.language, first.spelled))
        r.pending.update(held=first.id, action="play", verb="make-music")
        r.pending.update({"held_near": near} if near else {})
    else:
        r.pending["modifier"] = first.id


def sung_with(r: Reading, doers: Sequence[Figure], thing: str | None) -> str | None:
    """The thing of a deed; no microphone for who plays something ("抱着吉他唱歌") or crows."""
    if thing != "microphone" or not doers:
        return thing
    without = doers[-1].id == "rooster" or any(_has_an_instrument(r, doer) for doer in doers)
    return None if without else thing


def _has_an_instrument(r: Reading, doer: Figure) -> bool:
    held = r.entries.get(doer.told.get("held", ""))
    return held is not None and held.kind == "instrument" and held.id != "microphone"


_TRANSITIVE = frozenset({"hold", "carry", "eat", "drink", "read", "hug"})


def is_a_verb(item: Item) -> bool:
    """Whether somebody named before it does that, and does it to something: "a baby holding flowers"."""
    deed = item.options.get("action")
    return item.has("filler", "undrawn") or (deed is not None and deed.id in _TRANSITIVE)
