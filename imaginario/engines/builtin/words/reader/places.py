"""Words for places that are things as well: who is in a church is in a place, who is before it is not."""

from __future__ import annotations

from ..chinese import outdoors
from ..lexicon import meaning as painted
from ..matching import Item
from .reading import Reading


def after_place_word(r: Reading) -> bool:
    """Whether a preposition (or a Chinese word behind) says that this is where something is."""
    if (r.preposition in ("in", "on") and not r.relation) or _within(r):
        return True
    if has_a_part(r):
        return True
    after = r.peek()
    return r.relation == "on" or (after is not None and after.language == "zh" and after.has("relation"))


def place_or_thing(r: Reading, item: Item) -> str:
    """Places that are things as well."""
    if "place?" in item.options:
        return _weak_place(r, item)
    if "place" not in item.options:
        return ""
    if "subject" not in item.options:
        return "place"
    pictured = r.preposition == "of" and not r.figures  # "a drawing of a museum"
    main = r.article == "a" and (not r.preposition or pictured) and not _within(r)
    boarded = r.article == "a" and r.entries[item.options["subject"].id].rides
    alone = r.opens and r.adjectives_follow and _elsewhere(r)  # "escolinha no meio do sertão"
    alone = alone or (r.opens and r.adjectives_follow and item.options["subject"].id == "submarine")
    standing = (r.relation and not _within(r)) or main or boarded or alone or outdoors.is_seen(r)
    return "subject" if r.expect in ("held", "seat") or standing else "place"


def _within(r: Reading) -> bool:
    """Whether somebody is plainly inside of it, and does not come out or look out."""
    item = r.peek(r.past(("a", "the", "size", "color", "trait"), -1))
    return r.relation == "inside" and item is not None and item.raw.lower().startswith(_WITHIN)


_WITHIN = ("inside", "within", "dentro d", "dentro", "adentro d", "no interior", "en el interior")


def _elsewhere(r: Reading) -> bool:
    """Whether another place follows, where the one that is being read stands."""
    return any(
        i.has("in", "on") and any(j.has("place", "place?") for j in r.items[at + 1 : at + 5])
        for at, i in enumerate(r.items[1:6], 1)
    )


_ROOFED = frozenset({"church", "temple", "hospital", "barn", "cabin", "tower", "circus"})
"""Buildings that are a place to who is in them, and a thing to what is on them: "a clock on a church"."""


_STOOD_AT = frozenset({"lighthouse-room", "windmill-room"})


def is_only_near(r: Reading) -> bool:
    """English: whether somebody is "at" it."""
    item = r.peek(r.past(("a", "the", "size", "color", "trait")))
    return item is not None and item.raw.lower() == "at"


def _is_looked_at(r: Reading, item: Item) -> bool:
    """Whether a house is told of as it is seen from outside: "in a red house", "numa casa amarela"."""
    if item.options["place?"].id != "room":
        return False
    after = r.peek()
    behind = r.adjectives_follow and after is not None and after.has("color", "size", "trait")
    return behind or bool(r.pending.keys() & {"color", "size", "traits"})


def has_a_part(r: Reading) -> bool:
    """Whether the place before is a part of this building: "el pasillo del hospital"."""
    return r.preposition == "of" and r.scene.get("last") == "place" and is_roofed(r.item)


def _tell_its_part(r: Reading) -> None:
    """Forget the part of a building for the building, and tell the person of it."""
    part = next((i for i in reversed(r.items[: r.at]) if i.has("place", "place?")), None)
    r.scene.pop("place", None)
    if part is not None:
        r.unknown.append(part.raw)


_ROOMS = frozenset(
    {"kitchen", "bathroom", "bedroom", "office", "stage", "classroom", "library", "laboratory", "square"}
)
"""Places that are part of others: the kitchen of a restaurant."""


def as_its_room(r: Reading) -> None:
    """Whose kitchen or corridor the place before is."""
    if r.preposition == "of" and r.scene.get("last") == "place" and r.best("place") in _ROOMS:
        r.excuse()
    if has_a_part(r):
        _tell_its_part(r)


def _is_a_tag(r: Reading) -> bool:
    """Whether it stands alone between commas after somebody: "a giraffe nurse, hospital"."""
    return r.is_tag and any(figure.alive for figure in r.figures)


def is_roofed(item: Item) -> bool:
    """Whether it may be a building that one can be in."""
    return "place?" in item.options and painted("places", item.options["place?"].id) in _ROOFED


def _has_a_top(item: Item) -> bool:
    """Whether it may be a building that a flag flies on."""
    return is_roofed(item) or item.options["place?"].id in ("castle", "palace", "room")


def _weak_place(r: Reading, item: Item) -> str:
    others = [k for k in item.options if k != "place?"]
    if item.options["place?"].id in _STOOD_AT and is_only_near(r):
        return others[0]
    if _is_looked_at(r, item):
        return others[0]
    if is_roofed(item) and _is_a_tag(r):
        return "place?"
    if in_the_sky_with(r, item) or not after_place_word(r) or _gazed_at(r, item):
        return others[0]
    if "subject" in others and _is_stood_under(r, item):
        return "subject"
    if "subject" in others and "sky" not in others:
        alive = any(r.figures[i].alive for i in r.agents)
        inside = r.preposition == "in" or _within(r) or has_a_part(r)
        inside = inside and item.options["place?"].id != "table"
        upon = r.preposition == "on" or r.relation == "on"
        if upon and item.options["place?"].id == "table" and "color" in r.pending:
            return "subject"  # "a cake on a red table"
        return "place?" if inside or not (alive or (upon and _has_a_top(item))) else "subject"
    return "place?"


def _is_stood_under(r: Reading, item: Item) -> bool:
    """Whether somebody else is told to be under or by the same thing, which so is there to be seen."""
    thing = item.options["subject"].id
    for at in range(r.at + 1, len(r.items)):
        named = r.items[at].options.get("subject")
        near = [j for j in (at - 1, at - 2, at + 1) if r.at < j < len(r.items)]
        where = {r.items[j].options["relation"].id for j in near if "relation" in r.items[j].options}
        if named is not None and named.id == thing and where & _SEEN_FROM:
            return True
    return False


_SEEN_FROM = frozenset({"under", "beside", "behind", "in_front_of"})


def _gazed_at(r: Reading, item: Item) -> bool:
    """Whether it is only looked or howled at: nobody is "at the moon"."""
    near = (r.peek(-1), r.peek(-2))
    return "sky" in item.options and any(i is not None and i.raw.lower() == "at" for i in near)


def in_the_sky_with(r: Reading, item: Item) -> bool:
    """In "stars in the sky" the sky is no place to be."""
    return item.options["place?"].id == "sky" and r.scene.get("last") == "sky"


def comes_from_there(r: Reading, item: Item) -> bool:
    """Chinese: whether a town only tells where a dish is from: "北京烤鸭"."""
    after = r.peek()
    found = after.options.get("subject") if after is not None else None
    return item.language == "zh" and found is not None and r.entries[found.id].kind == "food"
