"""Riders, and those on, under, behind or in something: they follow what they are attached to."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from ..figures.svgart import heads_left
from ..scenery.stage import Stage
from ..sharing import SHARED
from ..spec import SITTING
from . import windows
from .actors import FLUSH, Actor
from .behind import look_out
from .bridging import cross, is_bridge, shelter_below
from .hanging import CLIMB, climb, hang
from .heights import is_bow, spread, stand
from .hulls import embark, is_aboard, make_room
from .limbs import LIMBS, at_both_sides, axis_of, carried, share
from .perches import LAID, MOST_IN_A_ROW, in_the_crown, is_perched, lie_under, perch, take_places, top_of
from .sheltering import shelter, shelters, side_by_side_below

ENCLOSED = frozenset(
    {"car", "bus", "train", "truck", "rocket", "airplane", "plane", "submarine", "ufo", "van", "taxi", "ship"}
    | {"helicopter", "hot-air-balloon", "passenger-train"}
)
"""Ridden from inside: the rider looks out above."""
_BASKET = "hot-air-balloon"
"""Those aboard are small, so that they stand between its basket and what it hangs on."""
HANDLED: Mapping[str, int] = {
    "wheelchair": -1, "stroller": 1, "shopping-cart": -1, "wagon": 1, "swing": -1, "wheelbarrow": -1,
}  # fmt: skip
"""At which side (-1 is the left) what is pushed has its handle."""
_TALLER = {
    "wheelchair": 1.3, "stroller": 1.4, "shopping-cart": 1.6, "wagon": 1.7, "swing": 0.85, "wheelbarrow": 1.8,
}  # fmt: skip
"""How much taller the one is whose hands are at that handle."""
_GRIP = {"swing": 0.24}
"""How far from its middle it is pushed, as a share of its width, where that is not near its edge."""
_REACH = 0.35
"""How far before the axis of a body the hands of who pushes are, as a share of its height."""
_CLOSED = frozenset({"armchair", "bed", "bunk-bed", "coffin", "crib", "sofa", "wardrobe"})
"""Furniture with no room below, unless it is lifted."""


def attach(actors: Sequence[Actor], stage: Stage, width: int, height: int) -> None:
    """Place each actor by its mate, mates first, in place."""
    waiting = list(actors)
    while waiting:
        ready = [a for a in waiting if a.mate not in waiting]
        below = [a for a in ready if a.subject.relation == "under" and a.mate and shelters(a.mate)]
        for mate in {id(a.mate): a.mate for a in below if a.mate is not None}.values():
            shelter([a for a in below if a.mate is mate], mate, width, height)
        hidden = [
            a for a in ready if a.subject.relation == "behind" and a.role == "attached" and _hides(a.mate)
        ]
        for mate in {id(a.mate): a.mate for a in hidden if a.mate is not None}.values():
            look_out([a for a in hidden if a.mate is mate], mate, stage, width, height)
        hung = [a for a in ready if a.hangs and a.mate is not None and a not in hidden]
        for mate in {id(a.mate): a.mate for a in hung if a.mate is not None}.values():
            hang([a for a in hung if a.mate is mate], mate, width, height)
        for actor in sorted(ready, key=lambda a: a.subject.relation != "under"):  # a sofa is lifted first
            if actor not in below and actor not in hidden and actor not in hung:
                _place(actor, stage, width, height)
        waiting = [a for a in waiting if a not in ready]
    side_by_side_below(actors, width)
    _side_by_side(actors)
    at_both_sides(actors)
    perch(actors)
    make_room(actors)
    spread(actors)
    windows.look_out(actors)
    take_places(actors)


def _hides(mate: Actor | None) -> bool:
    """Whether one is behind it to be looked for, and not to push it."""
    return mate is not None and mate.subject.id not in HANDLED


def _side_by_side(actors: Sequence[Actor]) -> None:
    """A boy and a girl on one seesaw: different subjects on the same mate move apart, in place."""
    for mate in {id(a.mate): a.mate for a in actors if a.mate is not None}.values():
        upon = [
            a
            for a in actors
            if a.mate is mate and not a.hangs and (a.role == "rider" or a.subject.relation == "on")
        ]
        if len(upon) < 2 or len({a.index for a in upon}) < 2:
            continue
        if len(upon) > MOST_IN_A_ROW:
            _groups_beside_each_other(upon, mate)
            continue
        fit = min(1.0, 0.9 * mate.width / sum(a.width for a in upon))
        for actor in upon:
            actor.height *= max(0.55, fit)
        middle = sum(a.x for a in upon) / len(upon)
        step = max(0.7 * max(a.width for a in upon), 0.62 * mate.width / len(upon))
        for number, actor in enumerate(upon):
            actor.x = middle + (number - (len(upon) - 1) / 2) * step


def _groups_beside_each_other(upon: Sequence[Actor], mate: Actor) -> None:
    """A fisherman and his many fish in one boat: each sort keeps together, all as wide as the mate."""
    sorts = [[a for a in upon if a.index == index] for index in dict.fromkeys(a.index for a in upon)]
    spans = [max(a.x + a.width / 2 for a in s) - min(a.x - a.width / 2 for a in s) for s in sorts]
    fit = min(1.0, 1.1 * mate.width / sum(spans))
    left = mate.x - fit * sum(spans) / 2
    for actors, span in zip(sorts, spans, strict=True):
        middle = (min(a.x - a.width / 2 for a in actors) + max(a.x + a.width / 2 for a in actors)) / 2
        for actor in actors:
            actor.x = left + fit * (span / 2 + actor.x - middle)
            actor.height *= max(0.6, fit)
        left += fit * span


def _place(actor: Actor, stage: Stage, width: int, height: int) -> None:
    mate = actor.mate
    if mate is None:
        _at_window(actor, stage, width, height)
        return
    # Copies are dealt out among the copies of the mate: two cats on one dog, one on each of two.
    crowd = max(1, min(mate.subject.count, 12))
    actor.depth, actor.shadow, actor.tilt = mate.depth, False, mate.tilt
    if is_aboard(actor):
        embark(actor, mate)
    elif actor.role == "rider":
        _ride(actor, mate)
    else:
        relation = actor.subject.relation or "on"
        relation = "on" if relation == "inside" and mate.subject.id in FLUSH else relation
        there = relation == "on" or actor.limb == SHARED
        own = there and mate.index == actor.subject.to and mate.entry.art == "head"
        limb = LIMBS.get(actor.limb) if own else None
        (limb or PLACES.get(relation, _on))(actor, mate)
        if actor.limb == CLIMB and relation == "on":
            climb(actor, mate, width, height)
    number, count = actor.copy // crowd, -(-actor.subject.count // crowd)
    afloat = mate.entry.anchor == "water" and mate.entry.kind == "vehicle"
    if 1 < count <= MOST_IN_A_ROW and (actor.subject.relation == "on" or afloat):
        actor.height *= min(1.0, max(0.6, 1.5 * mate.width / (count * actor.width)))
    # Two on a bench or a seesaw sit apart, as wide as it allows.
    step = max(0.8 * actor.width, 0.6 * mate.width / count)
    if actor.subject.relation == "inside":
        step = min(step, (mate.width - 0.9 * actor.width) / max(1, count - 1))
    if mate.entry.kind == "building" and actor.subject.relation == "on" and not is_bridge(mate):
        step = min(step, 0.9 * actor.width)  # along the ridge
    if mate.subject.id == _BASKET:
        step = min(step, 0.3 * mate.width / max(1, count - 1))
    most = _MOST_ABOARD if is_aboard(actor) else MOST_IN_A_ROW
    if count > most and actor.subject.relation not in ("behind", "under") and not is_perched(actor):
        _heap(actor, mate, number, min(count, 12))
    else:
        if afloat and count > 1:
            span = (min(count, 12) - 1) * step + actor.width
            room = max(0.0, 0.5 * (0.94 * mate.width - span))
            actor.x = min(max(actor.x, mate.x - room), mate.x + room)
        aside = (number - (min(count, 12) - 1) / 2) * step
        actor.x += aside
        if mate.entry.kind == "building" and actor.subject.relation == "on" and not is_bridge(mate):
            actor.base += _SLOPE * abs(aside)
    if actor.subject.relation == "behind" and mate.subject.id in HANDLED:
        _both_in_sight(actor, mate, width, height)
    actor.height = min(actor.height, (actor.base - 0.02 * height) / actor.shape.height)


_SLOPE = 0.3
"""How much lower a roof is away from its middle."""
_MOST_ABOARD = 6


def _heap(actor: Actor, mate: Actor, number: int, count: int) -> None:
    """One of many on the same mate: two rows that are no wider than it."""
    columns = -(-count // 2)
    column, above = divmod(number, 2)
    actor.height *= min(1.0, max(0.34, 0.95 * mate.width / (0.8 * actor.width * columns)))
    actor.x += (column - (columns - 1) / 2 + 0.45 * above) * 0.8 * actor.width
    actor.base -= 0.5 * above * actor.height
    actor.layer += -0.2 * above + 0.5 * above * actor.height


def _both_in_sight(actor: Actor, mate: Actor, width: int, height: int) -> None:
    """Make who pushes and what is pushed smaller, and move them, where the edge would cut one of them off."""
    span = max(a.x + a.width / 2 for a in (actor, mate)) - min(a.x - a.width / 2 for a in (actor, mate))
    fit = min(1.0, 0.92 * width / span, (actor.base - 0.04 * height) / actor.tall)
    if fit < 1:
        mate.height *= fit
        _push(actor, mate)
    left = min(a.x - a.width / 2 for a in (actor, mate))
    right = max(a.x + a.width / 2 for a in (actor, mate))
    edge = 0.03 * width
    step = max(0.0, edge - left) or min(0.0, width - edge - right)
    actor.x, mate.x = actor.x + step, mate.x + step


def _seat(mate: Actor, otherwise: tuple[float, float]) -> tuple[float, float]:
    """Where one sits on it, as canvas x and y."""
    x, y = mate.seat or otherwise
    if mate.flip:
        x = 1 - x
    return mate.x + (x - 0.5) * mate.width, mate.top + y * mate.height


def _ride(actor: Actor, mate: Actor) -> None:
    if mate.entry.art == "head":
        carried(actor, mate)
        return
    inside = mate.entry.kind == "vehicle" and mate.subject.id in ENCLOSED
    afloat = mate.entry.anchor == "water" and not inside
    actor.height = 0.36 * mate.height if mate.subject.id == _BASKET else share(actor, mate, 0.5, 0.95)
    actor.height = min(actor.height, 0.62 * max(mate.height, 0.6 * mate.width)) if afloat else actor.height
    if inside and mate.entry.anchor == "water":
        actor.height = min(actor.height, 0.44 * mate.height)
    x, y = _seat(mate, (0.5, 0.3 if inside else 0.4))
    actor.flip = mate.flip
    actor.x = x
    actor.base = y + actor.height * (0 if mate.subject.id == _BASKET else 0.3 if inside else 0.22)
    actor.layer = mate.order - actor.base + (-0.5 if inside else 0.5)


def _on(actor: Actor, mate: Actor) -> None:
    if is_bridge(mate):
        cross(actor, mate)
        return
    if is_bow(mate):
        stand(actor, mate)
        return
    if mate.entry.kind == "plant" and mate.seat is not None and mate.entry.size >= _TREE:
        in_the_crown(actor, mate)
        return
    if mate.subject.id in LAID:
        lie_under(actor, mate)
        return
    flat = mate.entry.kind == "furniture"
    # What is flat (a cushion, a blanket) carries what is taller than itself.
    upright = 0.78 if flat and mate.shape.width < 0.8 and mate.seat else 1.1
    if mate.entry.kind == "instrument" and mate.seat:
        upright = 2.2  # it is sat on while it is played
    if mate.entry.kind == "building":
        least, most = _ON_A_ROOF
        actor.height = share(actor, mate, least, most if actor.natural < _LARGE else 1.5 * most)
    else:
        upright = min(
            upright, _ON_A_STALK if mate.entry.kind == "plant" and mate.shape.width < _SLIM else 3.0
        )
        actor.height = share(actor, mate, 0.4, upright * max(1.0, min(2.6, 0.8 * mate.shape.width)))
    x, y = _seat(mate, top_of(mate))
    actor.x, actor.base = x, y + 0.03 * actor.height
    actor.layer = mate.order - actor.base + 0.5
    if mate.subject.id in _PILLOWED and actor.subject.action == "sleep":
        actor.flip = mate.flip


_TREE, _ON_A_STALK, _SLIM = 1.2, 0.5, 0.8
"""From what size on a plant is a tree, and how tall one is on a flower, slimmer than that, by its height."""
_ON_A_ROOF, _LARGE = (0.14, 0.34), 1.45
"""How small and how tall one is on a roof, by the height of the building; dragons are larger."""
_PILLOWED = frozenset({"bed"})
"""Who sleeps here has the head on the pillow, which is drawn at the same side."""


def _leap(actor: Actor, mate: Actor) -> None:
    """Over a puddle or a fence: just above it."""
    flat = mate.subject.id in FLUSH
    if not flat:  # a fence is no wall
        mate.height = min(mate.height, _FENCE * mate.base)
    _on(actor, mate)
    actor.height = max(actor.height, (0.6 if flat else 1.2) * mate.height)
    actor.base -= _LEAP * actor.height
    actor.shadow = flat


_LEAP = 0.14
"""How high one leaps, by one's own height."""
_FENCE = 0.3
"""How tall what is leapt over is at most, by how far down it stands."""


def _under(actor: Actor, mate: Actor) -> None:
    if is_bridge(mate):
        shelter_below(actor, mate)
        return
    if mate.subject.id in _CLOSED:
        _out_from_under(actor, mate)
        return
    furniture = mate.entry.kind == "furniture"
    slim = not furniture and mate.width < 0.6 * mate.height
    actor.height = share(actor, mate, 0.3, 0.4 if slim else 0.55)
    if furniture and mate.seat is not None:  # below the seat, and not behind it
        actor.height = min(actor.height, 0.8 * (1 - mate.seat[1]) * mate.height / actor.shape.height)
    aside = max(0.12 * mate.width, 0.42 * actor.width if slim else 0.0)
    actor.x = mate.x + (0.0 if furniture else aside * (1 if actor.flip else -1))
    actor.base = mate.base + (-0.02 if furniture else 0.05) * mate.height
    actor.layer = mate.order - actor.base + (-0.5 if furniture and mate.seat is None else 0.5)
    actor.shadow = True


def _out_from_under(actor: Actor, mate: Actor) -> None:
    """Between the legs of what reaches down to the floor else: it is lifted on longer ones."""
    if not mate.lift:
        mate.height *= _LIFTED
        mate.lift = _LIFT * mate.height
        mate.base -= mate.lift
        mate.layer, mate.shadow = mate.layer + mate.lift, False
    floor = mate.base + mate.lift
    actor.height = share(actor, mate, 0.9 * _LIFT, 1.2 * _LIFT)
    actor.x, actor.base = mate.x, floor - 0.03 * mate.height
    actor.layer, actor.shadow = mate.order - actor.base - 0.5, True


_LIFT = 0.34
"""How much longer the legs become, by the height of the furniture."""
_LIFTED = 0.88
"""How large furniture on longer legs is, by its usual size."""


def _behind(actor: Actor, mate: Actor) -> None:
    """At the handle of what is pushed, or else at its side."""
    if mate.subject.id in HANDLED:
        _push(actor, mate)
        return
    actor.height = share(actor, mate, 0.55, 1.15)
    actor.x = mate.x + (-1 if mate.flip else 1) * 0.46 * (mate.width / 2 + actor.width / 2)
    actor.base = mate.base - 0.07 * mate.height
    actor.layer = mate.order - actor.base - 0.5
    actor.shadow = True


def _push(actor: Actor, mate: Actor) -> None:
    """Both hands at the handle of what is on wheels, one's face towards it."""
    taller = _TALLER.get(mate.subject.id, 1.4)
    actor.height = min(1.05, max(0.8, actor.visual / mate.visual / 1.2)) * taller * mate.height
    side = HANDLED[mate.subject.id] * (-1 if mate.flip else 1)
    actor.flip = (side > 0) != heads_left(actor.entry)
    grip = _GRIP.get(mate.subject.id, 0.44)
    axis = mate.x + side * (grip * mate.width + _REACH * actor.height)
    actor.x = axis - (axis_of(actor) - actor.x)
    actor.base = mate.base - 0.03 * mate.height
    actor.layer = mate.order - actor.base - 0.5
    actor.shadow = True


def _inside(actor: Actor, mate: Actor) -> None:
    if mate.entry.kind == "building":
        _under(actor, mate)
        return
    if mate.entry.kind == "vehicle" and mate.entry.anchor == "water" and not actor.entry.alive:
        _loaded(actor, mate)
        return
    # Several share the room: a litter in a basket.
    room = 1.5 if actor.subject.count > 1 else 0.8
    fit = room * mate.width / actor.shape.width / min(actor.subject.count, 5)
    actor.height = min(share(actor, mate, 0.7, 1.05), fit)
    actor.x = mate.x
    actor.base = mate.top + 0.12 * mate.height + 0.5 * actor.height
    actor.layer = mate.order - actor.base - 0.5


def _loaded(actor: Actor, mate: Actor) -> None:
    """On the deck of a boat, before its mast."""
    x, y = _seat(mate, (0.5, 0.74))
    actor.height = min(share(actor, mate, 0.12, 0.3), 0.3 * mate.width / actor.shape.width)
    actor.x, actor.base = x, y + 0.12 * actor.height
    actor.layer = mate.order - actor.base + 0.5


def _at_window(actor: Actor, stage: Stage, width: int, height: int) -> None:
    """A small one sits on the sill, a big one stands before the window; without one, just on the ground."""
    sits = actor.subject.action in SITTING or actor.subject.action in ("sit", "hold", "sleep")
    if stage.window is None or actor.natural > (_GROWN if sits else _SMALL):
        actor.role = "ground"
        actor.height = min(0.5 * height, 0.6 * width / actor.shape.width)
        left, _, right, _ = stage.window or (0, 0, width, 0)
        actor.x = (left + right) / 2 + actor.copy * 0.8 * actor.width
        actor.base = stage.ground_y - 0.06 * height
        return
    left, top, right, bottom = stage.window
    actor.height = min(0.86 * (bottom - top), 1.2 * (right - left) / actor.shape.width)
    aside = 0.0 if actor.subject.count > 1 else _ASIDE * (right - left) * (1 if actor.flip else -1)
    actor.x = (left + right) / 2 + aside + actor.copy * 0.7 * actor.width  # what is outside stays in sight
    actor.base = bottom + 4 * stage.unit
    actor.depth, actor.shadow = 0.1, False


_ASIDE = 0.24
_SMALL, _GROWN = 1.15, 1.6
"""Who is no larger than that is on the sill, and so is no larger one who sits."""


PLACES: Mapping[str, Callable[[Actor, Actor], None]] = {
    "on": _on,
    "over": _leap,
    "under": _under,
    "behind": _behind,
    "inside": _inside,
}
