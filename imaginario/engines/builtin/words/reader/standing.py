"""Where figures stand to each other: what a noun after "on", "under" or "里" is ground for."""

from __future__ import annotations

from collections.abc import Sequence

from ...vocabulary import Entry
from ..chinese import grammar as chinese
from ..lexicon import meaning as painted
from ..lexicon import table
from . import idioms
from .places import is_only_near
from .placing import is_flown
from .reading import Figure, Reading

_UPON = ("上", "里", "中")
_FLAT = frozenset({"furniture"})
_OPEN_AIR = frozenset({"animal", "plant", "person", "fantasy"})
_FACED = frozenset({"mirror", "blackboard", "market-stall", "food-cart", "goal-net"})
_BLOSSOMS = frozenset({"tulip", "rose", "flower", "sunflower", "lily", "hibiscus", "orchid", "dandelion"})
"""Nobody is seen inside of these."""
_PERCHES = frozenset({"gate", "fence"})
_AT = frozenset({"at", "en", "em", "na", "numa", "à"})


def as_ground(r: Reading, index: int, entry: Entry | None) -> bool:
    """Whether others ride it, stand on it, lie under it; then they are told so."""
    relation = _relation(r, entry, r.figures[index].alive)
    if not relation:
        return False
    if relation == "on" and entry is not None and is_flown(entry) and r.agents and not r.fresh:
        relation = "ride" if all(r.figures[i].alive for i in r.agents) else relation
    apart = r.fresh or _of_the_next(r) or (bool(_localiser(r)) and chinese.is_where(r))
    others = [r.figures[i] for i in r.agents if i != index] if not apart else []
    if relation in ("on", "inside") and (thing := idioms.brought_in(r, index)) is not None:
        others = [thing]
    if r.expect == "seat" and r.doers:
        others = [d for d in r.doers if d is not r.figures[index]]
    if (topping := _topping(r, index, entry)) is not None and others and relation != "ride":
        others = [topping]
    if any(o.alive and not o.told.get("object") for o in others):  # not the house that pigs build
        others = [o for o in others if o.alive or not o.told.get("object")]
    others = others or idioms.named_last(r, index)
    if entry is not None and entry.rides and not entry.alive and relation in ("ride", "on", "inside"):
        others = [_carrier(r, other) for other in others]
        others += [r.figures[i] for i in r.company if r.figures[i].alive and "to" not in r.figures[i].told]
    if (not others or r.coming in others) and index not in r.fronted:
        r.fronted.append(index)
    if (own := _has_its_own(r, index, others)) is not None:
        own.told.update(relation=relation, to=index)
        return True
    for other in others or [r.coming]:
        if relation == "ride":
            _ride(r, other, index)
        elif "to" not in other.told:
            other.told.update(relation=relation, to=index)
        elif _is_carried_on(r, other, index):
            ground = r.figures[index - 1]  # "un mono sobre un elefante sobre una tortuga"
            if "to" not in ground.told and ground is not r.figures[index]:
                ground.told.update(relation=relation, to=index)
        elif relation in ("on", "inside") and _stands_there(r, other, index):
            r.figures[index].told |= {"relation": other.told["relation"], "to": other.told["to"]}
            other.told.update(relation=relation, to=index)
        elif relation == "on" and (last := idioms.laid_on(r, index)) is not None:
            last.told.update(relation=relation, to=index)
        elif other.told.get("action") == "ride" and other.told["to"] != index:
            mount = r.figures[other.told["to"]]  # who rides stands where the mount does
            if "to" not in mount.told and mount is not r.figures[index]:
                mount.told.update(relation=relation, to=index)
    return True


def _has_its_own(r: Reading, index: int, others: Sequence[Figure]) -> Figure | None:
    """Who is in one thing, the one listed before in another: "roses in the vase, pears in the bowl"."""
    last = r.figures[-1 if index < len(r.figures) - 1 else index - 1] if index or len(r.figures) > 1 else None
    at = r.past(("a", "the", "color", "size", "trait"))
    link, noun = r.peek(at), r.peek(at - 1)
    named = noun is not None and link is not None and link.has("relation", "on")
    named = named and noun is not None and "subject" in noun.options
    if last is None or not named or noun is None or r.item.language == "zh":
        return None
    if noun.options["subject"].id != last.id:
        return None
    vessel = last.told.get("to") if last.told.get("relation") == "inside" else None
    if vessel is not None and "to" not in r.figures[vessel].told and vessel != index:
        last = r.figures[vessel]  # "and a vase with roses on the table"
    shared = any(o is not last and o.told.get("to") == last.told.get("to", -1) for o in others)
    again = last is not r.figures[index] and "to" not in last.told  # "a candle beside the chair"
    settled = bool(others) and all(o is not last and "to" in o.told for o in others)
    return last if shared or (again and settled) else None


def _stands_there(r: Reading, other: Figure, index: int) -> bool:
    """Whether what somebody is on stands where they were told to be: "在两棵树之间，猴子睡在吊床上"."""
    at, where = other.told["to"], other.told.get("relation")
    free = r.figures[index].id is not None and r.figures[index].told.get("to", at) == at != index
    return free and at in r.fronted and where in _LINKS and where not in ("on", "inside")


def _is_carried_on(r: Reading, other: Figure, index: int) -> bool:
    """Whether the ground before, on which somebody is, is there itself: "on the steps of the museum"."""
    if r.relation not in _LINKS or r.item.language == "zh":
        return False
    below = r.figures[other.told["to"]]
    return other.told["to"] == index - 1 or below.told.get("to") == index - 1


_LINKS = ("on", "inside", "beside", "behind", "in_front_of", "under")


def _carrier(r: Reading, figure: Figure) -> Figure:
    """Who comes along on somebody's shoulder leaves the ship to them: "a parrot on a pirate, on a ship"."""
    to = figure.told.get("to") if figure.told.get("relation") == "on" else None
    return r.figures[to] if to is not None and r.figures[to].alive else figure


def _ride(r: Reading, rider: Figure, index: int) -> None:
    """Let somebody ride a mount, which stands where the rider did: "在桥上骑自行车"."""
    before, where = rider.told.get("to"), rider.told.pop("relation", None)
    deed = table("activities").get(str(rider.told.get("activity")), {})
    if deed.get("action") not in (None, "ride"):
        rider.told.pop("activity")  # who fishes from a boat is in it
        if rider.told.get("held") in str(deed.get("things")).split():
            rider.told.pop("held")
    rider.told.update(action="ride", to=index)
    drawn = before is not None and before != index and r.figures[before].id is not None
    if where is not None and drawn and "to" not in r.figures[index].told:
        r.figures[index].told.update(relation=where, to=before)


def _topping(r: Reading, index: int, entry: Entry | None) -> Figure | None:
    """What lies there where somebody does something with it: "a fairy leaving a coin under a pillow"."""
    last = r.figures[index - 1] if index else None
    on_food = entry is not None and entry.kind == "food" and index not in r.fronted
    moved = r.undone == index - 1 and r.expect != "seat" and entry is not None and not entry.alive
    moved = moved or (r.moved == index - 1 >= 0 and entry is not None and not entry.alive)
    moved = moved or _is_brought(r, index, entry) or _comes_with_a_thing(r, index)
    return last if (on_food or moved) and last is not None and last.id and not last.alive else None


def _comes_with_a_thing(r: Reading, index: int) -> bool:
    """Whether it came along with a thing, and is there itself: "a tree with a nest on a branch"."""
    noun_at = r.past(("a", "the", "color", "size", "trait", "on", "in", "relation"))
    noun = r.peek(noun_at)
    link = r.peek(r.past(("a", "the", "color", "size", "trait", "count"), noun_at - 1))
    whole = r.figures[index - 2] if index > 1 else None
    direct = noun is not None and noun.raw == r.figures[index - 1].called
    apart = whole is not None and whole.id is not None and not whole.alive and index - 1 not in r.agents
    known = r.entries.get((whole.id if whole is not None else "") or "")
    if known is None or known.kind not in ("building", "nature", "vehicle", "plant", "furniture"):
        return False  # a cup with a spoon beside the stove, a nest with eggs in a tree
    if r.relation in ("beside", "in_front_of", "behind") and known.kind in ("plant", "furniture"):
        return False
    return direct and apart and link is not None and link.has("with") and r.item.language != "zh"


def _is_brought(r: Reading, index: int, entry: Entry | None) -> bool:
    """Whether the thing before came along and lies there: "una bicicleta con flores en la canasta"."""
    link = next((i for i in (r.peek(-2), r.peek(-3)) if i is not None and "subject" in i.options), None)
    direct = link is not None and bool(r.figures) and link.raw == r.figures[index - 1].called
    here = r.preposition == "in" and r.article == "the" and entry is not None and not entry.rides
    return r.adjectives_follow and here and direct and index > 1 and index - 1 not in r.agents


def _of_the_next(r: Reading) -> bool:
    """Chinese: whether it is the noun to come that is there: "树上的猫" after a fireman."""
    link, noun = r.peek(2), r.peek(3)
    there = link is not None and link.has("of-the") and bool(_localiser(r))
    return there and noun is not None and noun.has("subject", "role", "size", "color")


def _relation(r: Reading, entry: Entry | None, alive: bool) -> str:
    if r.expect == "seat":
        return "ride"
    if r.relation:
        on = r.relation == "over" and _is_crossed(r, entry)
        on = on or (r.relation == "inside" and entry is not None and entry.id in _BLOSSOMS)
        if entry is not None and entry.kind == "building" and _comes_out(r):
            return "in_front_of"
        return "on" if on else r.relation
    behind = _localiser(r)
    if behind == "inside" and entry is not None and entry.kind == "building" and _is_left(r):
        return "in_front_of"  # "从房子里救出"
    if behind and not (behind == "at_window" and alive):  # "一只猫趴在窗台上" is no ground
        return "ride" if behind in ("on", "inside") and _is_boarded(r, entry) else behind
    if not (r.agents and not r.fresh):
        return ""
    if entry is None:
        return {"in": "" if alive else "inside", "on": "on"}.get(r.preposition, "")
    if r.preposition == "in" and alive and r.item.language == "en":
        apart = _is_addressed(r) or _comes_from(r)
        return "" if apart else "beside"  # "yelling at a dog", "in a flock of sheep"
    named = r.preposition == "of" and (entry.alive or r.item.language == "en")  # "the aisle of a plane"
    upon = entry.id == "cloud" and r.preposition != "of"
    if r.preposition in ("in", "on", "of") and entry.rides and not (named or upon):
        return "ride" if _mounts(r, entry) and not _perches(r, entry) else "on"
    if r.preposition == "on":
        return "beside" if entry.id == "blackboard" else "on"  # who writes on it stands there
    if r.preposition == "in" and alive and _comes_from(r):
        return ""  # "running from a cheetah"
    if r.preposition == "in":
        if entry.id in _PERCHES and any(r.figures[i].told.get("action") == "sit" for i in r.agents):
            return "on"
        if entry.kind == "building" and entry.id not in _OPEN and not is_only_near(r):
            return "inside"
        return "behind" if _dines(r, entry) else _in(entry, not r.adjectives_follow)
    return ""


def _is_boarded(r: Reading, entry: Entry | None) -> bool:
    """Chinese: whether somebody sits in a vehicle: "坐在木船上"."""
    agent = r.agent() if r.agents and not r.fresh else None
    sits = agent is not None and agent.alive and agent.told.get("action") == "sit"
    return sits and entry is not None and entry.kind == "vehicle" and entry.rides and not _of_the_next(r)


def _is_left(r: Reading) -> bool:
    """Chinese: whether somebody or something comes out of it."""
    return any(i is not None and i.raw == "从" for i in (r.peek(-n) for n in range(1, 5)))


def _is_crossed(r: Reading, entry: Entry | None) -> bool:
    """Whether those who go over it do not fly: "passando por cima da ponte"."""
    doers = [r.figures[i] for i in r.agents]
    aloft = any(d.told.get("action") == "fly" or _is_of_the_sky(r, d) for d in doers)
    return entry is not None and entry.id == "bridge" and bool(doers) and not aloft


def _is_of_the_sky(r: Reading, figure: Figure) -> bool:
    known = r.entries.get(figure.id or "")
    return known is not None and known.anchor == "sky"


def _comes_out(r: Reading) -> bool:
    """Whether somebody comes out of it: "saliendo de la iglesia"."""
    near = (r.peek(-1), r.peek(-2))
    return r.relation == "inside" and any(i is not None and i.raw.lower().startswith(_OUT_OF) for i in near)


_OUT_OF = ("从", "sal", "sai", "coming out", "comes out", "out of", "emerging", "surgindo")


def _comes_from(r: Reading) -> bool:
    near = (r.peek(-1), r.peek(-2), r.peek(-3))
    return any(i is not None and i.raw.lower() == "from" for i in near)


def _is_addressed(r: Reading) -> bool:
    """Whether something is only done at somebody."""
    near = (r.peek(-1), r.peek(-2), r.peek(-3))
    return any(i is not None and i.kind == "in" and i.raw.lower() == "at" for i in near)


def _mounts(r: Reading, entry: Entry) -> bool:
    """Whether somebody on it rides it: on a throne one only sits, and who sleeps on a boat rows no more."""
    agent = r.agent()
    busy = agent is not None and agent.told.get("action") not in (None, "ride", "sit", "run", "fly")
    if idioms.is_on_a_part(r) or (agent is not None and agent.told.get("verb") == "perch"):
        return False
    return agent is not None and agent.alive and not busy and entry.kind not in _FLAT


def _perches(r: Reading, entry: Entry) -> bool:
    """Whether a small animal only stands or lies on a big one, without a saddle: "a bird on an elephant"."""
    doers = [r.entries.get(r.figures[i].id or "") for i in r.agents]
    small = all(d is not None and d.kind == "animal" and d.size <= _SMALL for d in doers)
    return entry.alive and small


_SMALL = 0.85


def _dines(r: Reading, entry: Entry) -> bool:
    """Whether somebody eats or reads at a table, and does not sit on it."""
    agent = r.agent()
    busy = agent is not None and agent.told.get("action") in ("eat", "read", "paint", "cook", "play")
    item = r.peek(r.past(("a", "the", "trait", "size", "color", "unknown")))
    said = item.raw.lower() if item is not None else ""
    return entry.id == "table" and said in (_AT if busy else ("at",))


def _in(entry: Entry, exact: bool) -> str:
    """What "in" (`exact`) or the wider "em", "en" comes to: in a cup, on a chair, before a tower."""
    if entry.id in _FACED:
        return "in_front_of"
    if entry.id in _WORKED_AT:
        return "behind"
    hollow = entry.id in str(table("relations")["inside"]["hollow"]).split()
    if (entry.kind in _FLAT and not hollow) or entry.kind == "plant":
        return "on"
    if entry.kind == "building":
        return {"bridge": "on", "fountain": "inside", "gazebo": "inside"}.get(entry.id, "in_front_of")
    if entry.kind in _OPEN_AIR or entry.id in _STOOD_BY:
        return "beside"
    return "inside" if exact or hollow else "on"


_OPEN = frozenset({
    "bridge", "gate", "door", "fountain", "statue", "cristo-redentor", "eiffel-tower", "great-wall", "torii",
    "waterfall", "volcano", "mountain", "island", "sandcastle", "sugarloaf", "wind-turbine", "carousel",
    "roller-coaster", "ferris-wheel", "pyramid", "statue-of-liberty", "machu-picchu", "chichen-itza",
    "moai", "stonehenge",
})  # fmt: skip
"""Nobody is inside of these."""
_STOOD_BY = frozenset(
    {
        "traffic-light",
        "street-lamp",
        "microscope",
        "telescope",
        "easel",
        "mirror",
        "typewriter",
        "sewing-machine",
    }
)


_WORKED_AT = frozenset({"grill", "ironing-board", "pottery-wheel"})
"""Who is at one of these stands behind it, so that both are seen."""


def _localiser(r: Reading) -> str:
    """The relation that stands behind a Chinese noun: "桌子" + "上"."""
    after = r.peek()
    if after is None or after.language != "zh":
        return ""
    if after.has("part") and after.raw.endswith(_UPON) and r.preposition == "in":
        return "on"  # "趴在主人身上"
    if "relation" not in after.options:
        return ""
    relation = painted("relations", after.options["relation"].id)
    return "on" if relation == "inside" and "wave" in _ids(r) else relation


def _ids(r: Reading) -> set[str]:
    return {meaning.id for meaning in r.item.options.values()}
