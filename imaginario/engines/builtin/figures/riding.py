"""Riders: someone on the back of an animal, in a boat, on a bicycle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from ..spec import Subject
from ..vocabulary import Entry, load
from . import bodies, cycling, mounts, outfits, overlays, skiing, svgart
from .builds import build_of
from .casting import Cast, Dyes, cast
from .figure import CROWN, SOLE
from .ink import Ink, group, num
from .look import Look
from .manner import PLAIN, Manner
from .palette import hex_of

_HIPS = 196.0
_TALL = SOLE - CROWN
_SAT_IN = frozenset({"hot-air-balloon", "sedan-chair", "wheelchair"})
"""Mounts that are seen from the front, in which one sits as on a chair."""
_ROWED = frozenset({"canoe"})
"""Boats with a paddle of their own, which is in the hands of who rows."""
_STOOD_ON = {"skateboard": 0, "surfboard": 81}
"""Boards, and by how many degrees each is turned to lie under the feet."""
_SKATES = "roller-skates"
"""Worn on the feet of whoever is on them."""
EACH_ONES_OWN = frozenset({*_STOOD_ON, _SKATES, skiing.SKIS, "bicycle", "scooter", "tricycle"})
"""Mounts that nobody shares."""
_BOARD, _DECK, _SHARE = 0.8, 0.36, 0.68
"""The length of a board by its rider's height, how far down its deck lies, and how tall it counts as."""
_SKATED = 0.8
"""How tall skates count as, by who is on them."""
_ROOM = {"hot-air-balloon": 0.5, "sedan-chair": 0.66}
"""How large a rider may be in what leaves little room, as a share of its height."""
_LARGEST = 1.4
"""As what size the largest mounts count: who rides a train is seen."""


class Companion(NamedTuple):
    """One who rides behind another on the same animal."""

    subject: Subject
    seed: int
    dyes: Dyes | None = None
    told: Manner = PLAIN


def draw(
    ink: Ink,
    rider: Subject,
    mount: Subject,
    seed: int,
    dyes: Dyes | None = None,
    told: tuple[Manner, Manner] = (PLAIN, PLAIN),
    others: Sequence[Companion] = (),
) -> tuple[str, float]:
    """Rider and mount as SVG, and how tall the mount is in its units. Raises `KeyError` for unknown ids.

    The `others` sit behind the rider, if the mount is an animal drawn from parts.
    """
    under, over = load()[mount.id], load()[rider.id]
    if mount.id == "wave" and over.art == "head":
        board = replace(mount, id="surfboard", color=None)
        person, _ = _rider(ink, rider, over, seed, dyes, told[0], "balance")
        return _on_wave(ink, _on_board(ink, person, board, load()[board.id], PLAIN)[0], mount, under)
    if mount.id in _STOOD_ON and over.art == "head":
        person, _ = _rider(ink, rider, over, seed, dyes, told[0], "balance")
        return _on_board(ink, person, mount, under, told[1])
    if mount.id == _SKATES and over.art == "head":
        color = hex_of(mount.color) if mount.color else under.main or ""
        return _on_skates(ink, rider, over, color, seed, dyes, told[0]), _SKATED * _TALL
    if mount.id == skiing.SKIS and over.art == "head":
        return skiing.draw(ink, rider, mount, seed, dyes, told[0]), _SKATED * _TALL
    if over.art == "head" and cycling.steers(under):
        return cycling.draw(ink, rider, mount, seed, dyes, told)
    scale = _proportion(over, under)
    pose = "sit" if mount.id in _SAT_IN else "ride"
    rows = told[0].deed == "row" and mount.id in _ROWED and rider.held is None
    told = told if rows or told[0].deed != "row" else (replace(told[0], deed=""), told[1])
    person, leg = _rider(ink, rider, over, seed, dyes, told[0], pose)
    if under.art == "head":
        look = cast(ink, under, mount, 0, told=told[1], props=False).look
        behind = [_rider(ink, o.subject, load()[o.subject.id], o.seed, o.dyes, o.told, pose) for o in others]
        return _on_animal(ink, [(person, leg), *behind], look, scale), _TALL
    return _on_thing(ink, person, leg, mount, under, scale, told[1], rows)


def _proportion(rider: Entry, mount: Entry) -> float:
    """How large the rider is beside its mount (1 = as tall): natural, but neither a speck nor a burden."""
    most = 0.66 if mount.anchor == "water" and mount.art == "svg" else _ROOM.get(mount.id, 0.9)
    return min(most, max(0.5, 0.95 * rider.size / min(_LARGEST, max(mount.size, 0.1))))


def _rider(
    ink: Ink, rider: Subject, entry: Entry, seed: int, dyes: Dyes | None, told: Manner, pose: str
) -> tuple[str, str]:
    """The rider, and its near leg to be drawn over the mount; a drawn thing just stands there."""
    if entry.art != "head":
        color = hex_of(rider.color) if rider.color else ""
        drawing = svgart.of(entry, color or None)
        x, y, w, h = drawing.box
        k = _TALL / h
        seen = overlays.around(ink, drawing, entry, told, color)
        return group(
            seen, f"translate({num(-(x + w / 2) * k)} {num(_HIPS - (y + h) * k)}) scale({k:.3f})"
        ), ""
    action = rider.action if rider.action in ("wave", "read", "play") else pose
    one = cast(ink, entry, replace(rider, action=action), seed, dyes=dyes, told=told)
    one = one._replace(look=replace(one.look, build=1))
    return one.draw(ink), _leg(ink, one) if pose != "sit" else ""


def _leg(ink: Ink, one: Cast) -> str:
    clothes = outfits.dress(ink, one.wear.outfit, one.wear.cloth, one.look) if one.wear.outfit else None
    return build_of(one.look, clothes, one.pose).whole(bodies.near_leg(ink, one.look, clothes))


def _on_animal(ink: Ink, riders: Sequence[tuple[str, str]], look: Look, scale: float) -> str:
    """One in the saddle, or several along the back, the first one nearest to the head."""
    spots = _along_the_back(len(riders))
    scale = min(scale, _CROWDED.get(len(riders), 1.0))
    far = [(person, "", x, up) for (person, _), (x, up) in zip(riders, spots, strict=True) if up]
    near = [(person, leg, x, up) for (person, leg), (x, up) in zip(riders, spots, strict=True) if not up]
    people = legs = ""
    for person, leg, x, up in (*far[::-1], *near[::-1]):
        y = mounts.SEAT[1] - up * _HEAD[1] * scale
        place = f"translate({num(x)} {num(y)}) scale({scale:.3f}) translate(0 {num(-_HIPS)})"
        people, legs = people + group(person, place), legs + (group(leg, place) if leg else "")
    return mounts.behind(ink, look) + people + mounts.before(ink, look) + legs


def _along_the_back(count: int) -> list[tuple[float, float]]:
    """Where each sits and how much higher, in heads: of three or four every second one, at the far side."""
    if count == 1:
        return [(mounts.SEAT[0], 0.0)]
    left, right = _BACK if count <= _ABREAST else _REAR
    near = -(-count // 2) if count > _ABREAST else count
    step = (right - left) / (near - 0.5 if count > near and count % 2 == 0 else near - 1)
    return [(left + n * step, 0.0) for n in range(near)] + [
        (left + (n + 0.5) * step, _HIGHER) for n in range(count - near)
    ]


_BACK, _REAR, _CROWDED = (16.0, 136.0), (44.0, 148.0), {2: 0.7, 3: 0.5, 4: 0.42}
"""From where to where two and more sit on an animal, and how large they are at most, by their number."""
_ABREAST, _HIGHER = 2, 0.84
"""How many have room one behind the other, and how much higher the others sit, in heads."""


def _on_board(ink: Ink, person: str, mount: Subject, under: Entry, told: Manner) -> tuple[str, float]:
    """Standing on a board that is as long as most of its rider is tall."""
    color = hex_of(mount.color) if mount.color else ""
    drawing, turn = svgart.of(under, color or None), _STOOD_ON[mount.id]
    x, y, w, h = drawing.box
    middle, deck = x + w / 2, (y + h / 2 if turn else y + _DECK * h)
    bottom = y + h / 2 + 0.6 * w if turn else y + h
    tall = max(w, h) / _BOARD
    board = overlays.around(ink, drawing, under, told, color)
    if turn:
        board = group(board, f"rotate({num(turn)} {num(middle)} {num(y + h / 2)})")
    stands = f"translate({num(middle)} {num(deck)}) scale({tall / _TALL:.3f}) translate(0 {num(-SOLE)})"
    body = board + group(person, stands)
    return group(body, f"translate({num(-middle)} {num(SOLE - bottom)})"), _SHARE * tall


def _on_skates(
    ink: Ink, rider: Subject, entry: Entry, color: str, seed: int, dyes: Dyes | None, told: Manner
) -> str:
    """Rolling along, arms out, with wheels under both boots."""
    one = cast(ink, entry, replace(rider, action="balance"), seed, dyes=dyes, told=told)
    look = replace(one.look, trim=replace(one.look.trim, skates=color))
    return one._replace(look=look).draw(ink)


def _on_wave(ink: Ink, surfer: str, mount: Subject, under: Entry) -> tuple[str, float]:
    """A surfer on the face of a wave, in front of its curl."""
    drawing = svgart.of(under, hex_of(mount.color) if mount.color else None)
    x, y, w, h = drawing.box
    k = 0.78 * h / _TALL
    place = f"translate({num(x + 0.36 * w)} {num(y + 0.86 * h)}) scale({k:.3f}) translate(0 {num(-SOLE)})"
    body = drawing.content + group(surfer, place)
    return group(body, f"translate({num(-x - w / 2)} {num(SOLE - y - h)})"), h


def _on_thing(
    ink: Ink, person: str, leg: str, mount: Subject, under: Entry, scale: float, told: Manner, rows: bool
) -> tuple[str, float]:
    color = hex_of(mount.color) if mount.color else ""
    drawing = svgart.of(under, color or None)
    drawing = replace(drawing, content=svgart.driverless(drawing.content))
    drawing = replace(drawing, content=svgart.disowned(drawing.content)) if rows else drawing
    x, y, w, h = drawing.box
    sx, sy = under.seat or (x + w / 2, y + h * 0.4)
    unit = max(h, w * 0.6)
    k = scale * unit / _TALL
    seated = f"translate({num(sx)} {num(sy)}) scale({k:.3f}) translate(0 {num(-_HIPS)})"
    under_it = overlays.around(ink, drawing, under, told, color)
    if drawing.window and leg:
        body = under_it + _at_window(ink, person, drawing.window)
        return group(body, f"translate({num(-x - w / 2)} {num(SOLE - y - h)})"), h
    if drawing.turn:
        under_it = group(under_it, f"rotate({num(drawing.turn)} {num(x + w / 2)} {num(y + h / 2)})")
    if _SIDE in under_it and under.anchor == "water":
        back, side = under_it.split(_SIDE, 1)
        low = f"translate({num(sx)} {num(sy)}) scale({k:.3f}) translate(0 {num(-_SUNK)})"
        return group(
            back + group(person, low) + _SIDE + side, f"translate({num(-x - w / 2)} {num(SOLE - y - h)})"
        ), h
    aboard = group(person if drawing.inside else person + leg, seated)
    body = aboard + under_it if drawing.inside else under_it + aboard
    return group(body, f"translate({num(-x - w / 2)} {num(SOLE - y - h)})"), h


_SIDE, _SUNK = '<g class="front">', 176.0
"""The near side of a boat in its drawing, and what of who sits behind it is at its edge, in units."""


def _at_window(ink: Ink, person: str, window: tuple[float, float, float, float]) -> str:
    """Head and shoulders of a driver who looks out of the cab."""
    x, sill, wide, high = window
    k = min(1.2 * wide / _HEAD[0], 1.3 * high / _HEAD[1])
    place = f"translate({num(x)} {num(sill)}) scale({k:.3f}) translate(0 {num(-_CHEST)})"
    above = f"M{num(x - 2 * wide)} {num(sill)}V-600H{num(x + 2 * wide)}V{num(sill)}Z"
    return ink.inside(above, group(person, place))


_HEAD, _CHEST = (200.0, 190.0), 120.0
"""Width and height of a usual head, and what of the body is at the sill, in units."""
