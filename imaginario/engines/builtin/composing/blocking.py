"""Where everyone stands: camera, sizes that fit, rows in depth, the sky, the water and the far ground.

(In a theatre, blocking is the plan of who stands where.) All lengths are canvas pixels.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..scenery.stage import Stage
from ..scenery.streams import Streams
from .actors import Actor, at_sea
from .attaching import attach
from .studio import BARE


@dataclass(frozen=True, slots=True)
class Camera:
    """One of the five layouts: where the group stands and how near it is."""

    name: str
    x: float
    """Middle of the group, as a share of the width."""
    zoom: float
    rise: float
    """How far up from the foreground the feet are, as a share of the ground's height."""


CAMERAS = (
    Camera("centre", 0.5, 1.0, 0.0),
    Camera("left", 0.37, 1.0, 0.0),
    Camera("right", 0.63, 1.0, 0.0),
    Camera("low", 0.5, 1.17, -0.12),
    Camera("far", 0.58, 0.76, 0.22),
)
CHANCES = (0.3, 0.21, 0.21, 0.14, 0.14)


@dataclass(frozen=True, slots=True)
class Frame:
    """The canvas and its stage, with the camera chosen."""

    width: int
    height: int
    stage: Stage
    camera: Camera
    streams: Streams

    @property
    def reach(self) -> float:
        """The length that sizes are taken from: the height, on tall canvases bounded by the width."""
        return min(self.height, 1.35 * self.width)

    def ground(self, rise: float) -> float:
        """The y of feet `rise` of the way from the foreground to the horizon."""
        stage = self.stage
        return stage.ground_y - rise * max(0.0, stage.ground_y - stage.horizon_y)


def frame(width: int, height: int, stage: Stage, streams: Streams, actors: Sequence[Actor]) -> Frame:
    """Choose the camera by the seed; a scene that needs its middle keeps it."""
    rng = streams["camera"]
    camera = CAMERAS[int(rng.choice(len(CAMERAS), p=CHANCES))]
    crowded = sum(a.role in ("ground", "float", "water") for a in actors) > 3
    tied = any(a.mate is not None and a.role == "attached" for a in actors)
    if crowded or tied or stage.indoor or stage.table:
        camera = CAMERAS[0]
    return Frame(width, height, stage, camera, streams)


def block(actors: list[Actor], view: Frame) -> None:
    """Give every actor its place, in place."""
    rng = view.streams["facing"]
    for actor in actors:
        actor.flip = bool(rng.random() < 0.5)
    back = [a for a in actors if a.role == "back"]
    group = [a for a in actors if a.role == "ground"]
    _ground(group, view, bool(back), actors)
    _step_forward(group, view)
    _back(back, view, group, actors)
    _float([a for a in actors if a.role == "float"], view)
    _water([a for a in actors if a.role == "water"], view, bool(group))
    attach([a for a in actors if a.role in ("attached", "rider")], view.stage, view.width, view.height)
    _by_the_window(actors, group)
    _air([a for a in actors if a.role == "air"], view, actors)


def hero_height(actor: Actor, view: Frame, crowd: int) -> float:
    """How tall the tallest of a group is drawn: natural sizes matter, but a lone mouse is no speck."""
    share = (
        (0.74 if view.stage.place == BARE else 0.5)
        * actor.natural**0.32
        * (1.0, 0.95, 0.86, 0.76, 0.7)[min(crowd, 5) - 1]
    )
    height = share * view.reach * view.camera.zoom * min(1.15, max(0.85, view.stage.scale))
    return min(height, 0.86 * view.width / actor.shape.width, 0.86 * view.height / actor.shape.height)


def _ground(group: list[Actor], view: Frame, has_back: bool, actors: list[Actor]) -> None:
    if not group:
        return
    burden = {id(a.mate): a for a in actors if a.mate is not None and a.role in ("attached", "rider")}
    tallest = max(group, key=lambda a: a.visual)
    top = hero_height(tallest, view, len(group)) * (0.9 if has_back else 1.0)
    if burden:
        top *= 0.8 if any(a.role == "rider" or a.subject.relation == "on" for a in burden.values()) else 1.12
    base = view.ground(view.camera.rise)
    top = min(top, (base - 0.04 * view.height) / max(a.shape.height for a in group))
    for actor in group:
        actor.height = top * (actor.visual / tallest.visual)
    rows = _rows(group)
    for number, row in enumerate(rows):
        _row(row, number, view, base)


def _rows(group: list[Actor]) -> list[list[Actor]]:
    """Front row first. The hero stands in front; big ones go behind."""
    count = len(group)
    if count <= 4:
        return [group]
    ranked = sorted(group, key=lambda a: (a.index != group[0].index, a.visual))
    size = -(-count // (2 if count <= 8 else 3))
    return [ranked[i : i + size] for i in range(0, count, size)]


def _row(row: list[Actor], number: int, view: Frame, base: float) -> None:
    """Side by side about the camera's middle, the hero innermost, shrunk until all fit."""
    rng = view.streams[f"row{number}"]
    shrink = 0.8**number
    for actor in row:
        actor.height *= shrink
    row = _hero_inside(row)
    gap = 0.03 * view.width
    room = 0.9 * view.width
    total = sum(a.width for a in row) + gap * (len(row) - 1)
    if total > room:
        fit = max(0.45, room / total)
        for actor in row:
            actor.height *= fit
        total = sum(a.width for a in row)
        gap = min(gap, (room - total) / max(1, len(row) - 1))
        total += gap * (len(row) - 1)
    middle = view.camera.x if len(row) <= 2 else 0.5
    x = (
        min(max(middle * view.width, 0.04 * view.width + total / 2), 0.96 * view.width - total / 2)
        - total / 2
    )
    x += (0.5 * gap + row[0].width * 0.3) * (number % 2)
    level = (
        base - number * 0.3 * max(0.2 * view.height * 0.3, view.stage.ground_y - view.stage.horizon_y) * 0.6
    )
    for actor in row:
        shake = float(rng.random()) - 0.5
        actor.x = x + actor.width / 2
        actor.base = level + (0.022 * view.height * shake if len(row) > 1 else 0.0)
        actor.base += 0.035 * view.height if actor.natural < 0.55 and len(row) > 1 else 0.0
        actor.base = min(actor.base, 0.975 * view.height)
        actor.depth = 0.08 * number + 0.35 * max(0.0, view.camera.rise)
        x += actor.width + gap


def _by_the_window(actors: Sequence[Actor], group: Sequence[Actor]) -> None:
    """The others keep to the measure of the one at the window, and leave it in sight."""
    for sitter in actors:
        if sitter.subject.relation != "at_window" or sitter in group:
            continue
        for other in group:
            most = 1.35 * sitter.height * other.visual / sitter.visual
            other.height = min(other.height, most)
            apart = 0.5 * (other.width + sitter.width)
            if abs(other.x - sitter.x) < apart and other.top < sitter.base:
                other.x = sitter.x + apart * (1 if other.x >= sitter.x else -1)


def _step_forward(group: Sequence[Actor], view: Frame) -> None:
    """Who stands in front of another comes nearer and half covers it."""
    for actor in group:
        behind = actor.mate
        if actor.subject.relation != "in_front_of" or behind is None or behind not in group:
            continue
        side = 1 if actor.x >= behind.x else -1
        gap = max(0.0, abs(actor.x - behind.x) - 0.5 * (behind.width + 0.3 * actor.width))
        actor.x -= side * 0.5 * gap
        behind.x += side * 0.5 * gap
        behind.base -= 0.05 * view.height
        behind.depth += 0.06
        actor.base = min(0.97 * view.height, actor.base + 0.02 * view.height)


def _hero_inside(row: list[Actor]) -> list[Actor]:
    """The first of the row in the middle, the others in turn to its right and left."""
    ordered: list[Actor] = []
    for number, actor in enumerate(row):
        ordered.insert(0 if number % 2 else len(ordered), actor)
    return ordered


def _back(back: list[Actor], view: Frame, group: Sequence[Actor], everyone: Sequence[Actor]) -> None:
    """Buildings and big trees stand far behind, where the group leaves room."""
    rng = view.streams["back"]
    flown_over = {id(a.mate) for a in everyone if a.role == "air"}
    taken = sum(a.x for a in group) / len(group) / view.width if group else 0.5
    sides = (0.24, 0.77, 0.5, 0.1, 0.9) if taken > 0.5 else (0.76, 0.23, 0.5, 0.9, 0.1)
    if 0.45 < taken < 0.55 and rng.random() < 0.5:
        sides = (0.76, 0.23, 0.5, 0.9, 0.1)
    for number, actor in enumerate(back):
        share = 0.46 * (actor.visual / 1.5) ** 0.8 * (1.0 if len(back) < 3 else 0.8)
        actor.height = min(share * view.reach, 0.55 * view.width / actor.shape.width)
        if id(actor) in flown_over:
            actor.height *= 0.8
        rise = 0.62 + 0.08 * (number % 3)
        actor.base = view.ground(rise)
        actor.base = _dry(actor.base, view)
        actor.height = min(actor.height, (actor.base - 0.04 * view.height) / actor.shape.height)
        actor.x = view.width * (sides[number % 5] + 0.05 * (float(rng.random()) - 0.5))
        actor.depth = 0.3 + 0.06 * (number % 3)


def _dry(base: float, view: Frame) -> float:
    """On the shore instead of in the water; where all is water, on a rock in the middle of it."""
    stage = view.stage
    if not stage.water or stage.water_y is None or stage.stream is not None:
        return base
    top, bottom = stage.water_y
    if not at_sea(stage):
        return max(base, bottom + 0.3 * (stage.ground_y - bottom))
    return top + 0.3 * (bottom - top)


def _float(actors: list[Actor], view: Frame) -> None:
    """Weightless ones fill the middle of the picture, a little tilted."""
    if not actors:
        return
    rng = view.streams["floating"]
    count = len(actors)
    tallest = max(actors, key=lambda a: a.visual)
    top = min(hero_height(tallest, view, count) * 1.06, 0.78 * view.height)
    spots = _spots(count, view)
    for actor, (x, y) in zip(actors, spots, strict=True):
        shake = (rng.random(3) - 0.5) * (1.7 if count > 1 else 1.0)
        own = top * actor.visual / tallest.visual * (1.0 if actor.index == actors[0].index else 0.85)
        actor.height = min(own, 0.9 * view.width / actor.shape.width / min(count, 3))
        actor.x = x + 0.05 * view.width * float(shake[0]) * (count > 1)
        actor.base = y + actor.tall / 2 + 0.06 * view.height * float(shake[1])
        actor.tilt = 14 * float(shake[2])
        actor.shadow = False


def _spots(count: int, view: Frame) -> list[tuple[float, float]]:
    """Evenly spread places, the first in the middle of the group."""
    if count == 1:
        return [(view.camera.x * view.width, 0.52 * view.height)]
    columns = min(count, 2 if count <= 2 else 3 if view.width < 1.6 * view.height else 5)
    rows = -(-count // columns)
    found = []
    for number in range(count):
        row, column = divmod(number, columns)
        wide = min(columns, count - row * columns)
        x = 0.5 + (column - (wide - 1) / 2) * 0.78 / columns
        found.append((x * view.width, (0.52 + (row - (rows - 1) / 2) * 0.62 / rows) * view.height))
    return sorted(found, key=lambda p: abs(p[0] - 0.5 * view.width))


def _water(actors: list[Actor], view: Frame, has_ground: bool) -> None:
    """Boats and swimmers, from near to far; with people on the shore they are further out."""
    if not actors:
        return
    rng = view.streams["water"]
    stage = view.stage
    top, bottom = stage.water_y or (stage.horizon_y, stage.ground_y)
    tallest = max(actors, key=lambda a: a.visual)
    high = hero_height(tallest, view, len(actors)) * (0.5 if has_ground else 0.86)
    for number, actor in enumerate(actors):
        shake = rng.random(2) - 0.5
        far = min(0.85, (0.5 if has_ground else 0.3) + 0.16 * number)
        actor.height = high * actor.visual / tallest.visual * (1 - 0.45 * 0.16 * number)
        actor.base = bottom - far * (bottom - top)
        side = (0.0, 0.3, -0.3, 0.16, -0.16)[number % 5]
        x = (1 - view.camera.x if has_ground else view.camera.x) + side + 0.06 * float(shake[0])
        if stage.stream is not None:
            _into_the_stream(actor, number, len(actors), view)
            continue
        half = actor.width / 2 / view.width
        actor.x = view.width * min(max(x, 0.03 + half), 0.97 - half)
        actor.height = min(actor.height, (actor.base - 0.05 * view.height) / actor.shape.height)
        actor.sunk = 0.04 if actor.entry.kind == "vehicle" else 0.3 if actor.entry.alive else 0.1
        actor.depth = 0.1 * number
        actor.shadow = False


def _into_the_stream(actor: Actor, number: int, count: int, view: Frame) -> None:
    """Between the banks of a river, and no wider than it."""
    assert view.stage.stream is not None
    top, middle, half = view.stage.stream
    share = 0.62 - 0.4 * number / max(1, count)
    row = int(share * (min(len(middle), view.height - top) - 1))
    actor.base, actor.x = float(top + row), float(middle[row])
    actor.height = min(actor.height, 1.7 * float(half[row]) / actor.shape.width)
    actor.height = max(actor.height, 0.12 * view.height)
    actor.sunk = 0.3 if actor.entry.alive else 0.06
    actor.shadow = False


def _air(actors: list[Actor], view: Frame, everyone: Sequence[Actor]) -> None:
    """Fliers: over what they fly over, else spread over the sky; a lone one takes the middle."""
    if not actors:
        return
    rng = view.streams["air"]
    alone = all(a.role in ("air", "field", "rider") for a in everyone)
    tallest = max(actors, key=lambda a: a.visual)
    for number, actor in enumerate(actors):
        shake = rng.random(3) - 0.5
        _fly(actor, number, view, alone and len(actors) == 1, tallest, len(actors), shake.tolist())
        actor.tilt = 10 * float(shake[2])
        actor.shadow = alone and not view.stage.floating and not view.stage.water


def _fly(
    actor: Actor, number: int, view: Frame, alone: bool, tallest: Actor, count: int, shake: Sequence[float]
) -> None:
    width, height = view.width, view.height
    size = hero_height(tallest, view, count) * (0.92 if alone else 0.56)
    actor.height = min(size * actor.visual / tallest.visual, 0.6 * width / actor.shape.width)
    if alone:
        actor.x, actor.base = view.camera.x * width, 0.5 * height + actor.tall / 2
        return
    column = (0.27, 0.73, 0.5, 0.13, 0.88, 0.39, 0.62)[number % 7]
    actor.x = width * (column + 0.08 * shake[0])
    level = 0.25 + (0.0, -0.09, 0.1)[number % 3] + 0.09 * shake[1]
    if count > 2:
        actor.height *= 1 + 0.5 * shake[2]
    actor.base = level * height + actor.height / 2
    below = actor.mate
    if below is not None:
        actor.height = min(actor.height, 0.42 * height)
        actor.x = below.x + (-0.1 if below.x > width / 2 else 0.1) * width + number * 0.1 * width
        actor.base = max(below.top + 0.08 * actor.height, actor.tall + 0.03 * height)
    half = actor.width / 2
    actor.x = min(max(actor.x, half * 0.9), width - half * 0.9)
    actor.base = max(actor.base, actor.tall + 0.02 * height)
    actor.layer = height
