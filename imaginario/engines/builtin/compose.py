"""Painting a scene spec from a seed: place, subjects, weather, mood, style. Same arguments, same pixels."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from PIL import Image

from . import accounts, equipped, figures, looks, mounting, scenery, vocabulary
from .composing import extras, fields, games, hulls, moods, props, shading, studio, tethers
from .composing.actors import CARRIERS, CROWD, Actor, Shape, cast, mount_of
from .composing.blocking import block
from .composing.camera import Frame, frame
from .composing.limbs import axis_of
from .pixels import Array, rgb, shrunk, to_image
from .plan import complete
from .scenery import Canvas, Stage, Streams
from .scenery.canvas import Box
from .spec import SITTING, SceneSpec, Subject, Unseen

LAMPS = {"lantern": 0.16, "street-lamp": -0.1, "candle": -0.1, "lamp": -0.1, "torch": -0.16, "oil-lamp": 0.1}
"""What gives light, and how far below the hand that holds it, by the height of who does."""
STEPS = 4
"""Sky, scene, subjects, style."""
USUAL_STEPS = 25
PREVIEW = 224
MEASURE = 72
"""Height in pixels at which a subject is drawn to learn its proportions."""

OnProgress = Callable[[int, int, Image.Image | None], None]
"""Called with (step, steps, preview); whatever it raises stops the painting."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Painting:
    """A finished picture and what became of the words."""

    image: Image.Image
    """RGB, exactly as large as asked."""
    drawn: tuple[str, ...]
    """Ids of the subjects in the picture."""
    not_drawn: tuple[str | Unseen, ...]
    """Ids and words that could not be drawn."""
    spec: SceneSpec
    """The spec with all open choices made; painting it again gives the same picture at any size."""


def paint(
    spec: SceneSpec,
    *,
    width: int,
    height: int,
    seed: int,
    steps: int | None = None,
    guidance: float | None = None,
    on_progress: OnProgress | None = None,
    inner: Box | None = None,
) -> Painting:
    """Paint a spec. `steps` is the fineness of the brush (25 is usual), `guidance` how strictly the spec
    is followed (7.5 is usual; less adds small things of the painter's own).

    `inner` (left, top, right, bottom) is a part of the canvas that holds the picture already: the scene is
    laid out for it and goes on around it, without those who stand in it.
    """
    streams = Streams(seed)
    canvas = Canvas(width, height, inner=inner)
    easel = _Easel(complete(spec, streams, vocabulary.load()), canvas, streams, on_progress)
    easel.goes_on = inner is not None
    stage = easel.place(extras.strict(spec, guidance))
    drawn, lost = easel.subjects(stage, guidance)
    easel.finish(stage, guidance)
    image = easel.style(0.5 + 0.5 * float(np.clip((steps or USUAL_STEPS) / USUAL_STEPS, 0.04, 3.0)))
    unknown = (word for word in accounts.lacking(spec) if not equipped.shows(word, easel.spec))
    missing = dict.fromkeys((*lost, *unknown, *accounts.owed(easel.spec), *easel.unshown()))
    return Painting(image=image, drawn=drawn, not_drawn=tuple(missing), spec=easel.spec)


def unstyled(
    spec: SceneSpec, canvas: Canvas, streams: Streams, *, empty: bool = False
) -> tuple[Array, Array]:
    """The pixels of a scene before its style is applied, and the map of its figures; both are the canvas's.

    In an `empty` scene nobody stands but those of whom there are many, nor on a canvas that lies beside a
    picture (`canvas.beside`).
    """
    easel = _Easel(complete(spec, streams, vocabulary.load()), canvas, streams, None)
    easel.goes_on = canvas.beside or empty
    stage = easel.place(())
    easel.subjects(stage, None)
    easel.finish(stage, None)
    return canvas.a, easel.mask


class _Easel:
    """One picture on its way."""

    def __init__(self, spec: SceneSpec, canvas: Canvas, streams: Streams, on_progress: OnProgress | None):
        self.spec, self.canvas, self.streams = spec, canvas, streams
        self.mask = np.zeros((canvas.height, canvas.width), np.float32)
        # With nobody to stand on it a bare ground would be all there is.
        self.plain = looks.is_plain(spec.style) and bool(spec.subjects)
        self.flat = looks.is_flat(spec.style)
        self.goes_on = False
        """Whether it is the scenery around a picture that holds its subjects."""
        self._on_progress = on_progress
        self._wishes: dict[int, Subject] = {}
        """Subjects as they can be drawn, by index."""
        self._riders: dict[int, int] = {}
        """Who sits on what, mount to rider: both are drawn as one."""
        self._troops: dict[int, list[int]] = {}
        """All who sit on the same animal, by its index."""
        self._contents: dict[int, int] = {}
        """What lies in what, vessel to content: both are drawn as one, too."""

    def place(self, leave_out: Sequence[str]) -> Stage:
        """Paint the place, or a bare ground for styles that want one."""
        self._tell(0)
        if self.plain:
            return studio.bare(self.canvas)
        if self.spec.place is None:
            stage = studio.paint(self.canvas, self._backdrop())
            self._tell(1)
            return stage
        spec = replace(self.spec, avoid=(*self.spec.avoid, *leave_out))
        stage = scenery.paint_place(self.canvas, spec, self.streams)
        self._tell(1)
        return stage

    def subjects(self, stage: Stage, guidance: float | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Draw everyone; returns the ids that were drawn and those that could not be."""
        entries = vocabulary.load()
        shapes = self._shapes()
        actors = cast(self.spec, stage, entries, shapes)
        if self.goes_on:
            actors = [a for a in actors if a.role == "field"]
        view = frame(self.canvas.width, self.canvas.height, stage, self.streams, actors)
        block(actors, view)
        single = [a for a in actors if a.role != "field"]
        field = fields.scatter([a for a in actors if a.role == "field"], view, single)
        free = [] if self.plain or self.goes_on else extras.actors(self.spec, guidance, view, entries, single)
        self._draw([*single, *field, *free], view)
        ids = [s.id for s in self.spec.subjects]
        riders = (i for to in self._riders for i in self._troops[to])
        seen = {*shapes, *riders, *self._contents.values()}
        lost = dict.fromkeys(n for i, n in enumerate(ids) if i not in seen)
        for index, wish in self._wishes.items():
            lost |= dict.fromkeys(_taken_off(self.spec.subjects[index], wish))
        for index in seen:
            lost |= dict.fromkeys(figures.unworn(self.spec.subjects[index]))
        self._tell(2)
        return tuple(dict.fromkeys(n for i, n in enumerate(ids) if i in seen)), tuple(lost)

    def unshown(self) -> list[str]:
        """What the words said of those who were drawn and nobody can see of them; ids."""
        return [name for i, wish in self._wishes.items() for name in figures.unshown(wish, self._row(i))]

    def finish(self, stage: Stage, guidance: float | None) -> None:
        """Near things, weather and mood, over the subjects."""
        if not self.plain and self.spec.place is not None:
            scenery.finish(self.canvas, stage, self.spec, self.streams)
        moods.grade(self.canvas, self.spec.mood, guidance)

    def style(self, detail: float) -> Image.Image:
        """Apply the style; the picture is done."""
        ground = self._backdrop() if self.spec.background else None
        mask, self.mask = [self.mask], np.empty((0, 0), np.float32)
        pixels = looks.apply(
            self.canvas.hand_over(),
            self.spec.style,
            self.streams,
            subjects=mask.pop(),
            detail=detail,
            ground=ground,
        )
        image = to_image(pixels)
        self._tell(3, image)
        return image

    def _backdrop(self) -> Array:
        name = self.spec.background or ""
        return rgb(figures.hex_of(name) if name in figures.COLORS else "#e9e4da")

    def _shapes(self) -> dict[int, Shape]:
        """The proportions of each subject that can be drawn, by index; what it can't wear is taken off."""
        found: dict[int, Shape] = {}
        try:
            for index, subject in enumerate(self.spec.subjects):
                for wish in (
                    subject,
                    replace(subject, outfit=None, hat=None, glasses=None, held=None, color=None),
                ):
                    shape = _measured(wish, self._pose(index, 0), self._told(index))
                    if shape is not None:
                        found[index] = shape
                        self._wishes[index] = wish
                        break
            self._fill(found)
            self._seat(found)
        except figures.NoRenderer:
            return {}
        return found

    def _seat(self, shapes: dict[int, Shape]) -> None:
        """Put riders on mounts of their own: from here on the mount's shape is that of both."""
        for index, rider in enumerate(self.spec.subjects):
            to = mount_of(index, self.spec, vocabulary.load())
            if (
                rider.action != "ride"
                or to not in shapes
                or index not in shapes
                or to in {*self._riders, *self._contents}
            ):
                continue
            troop = [i for i in mounting.together(self.spec, to, vocabulary.load()) if i in shapes]
            alike = rider.count == self.spec.subjects[to].count and rider.count <= CROWD
            if not (alike or troop) or index in self._riders:
                continue
            mount = vocabulary.load()[self.spec.subjects[to].id]
            if mount.art == "svg" and (self._aboard(to) > 1 or self._carries(index)):
                continue
            if mount.kind == "person":
                continue  # a father carries on his shoulders, and does not go on all fours
            self._troops[to] = troop or [index]
            try:
                pair = self._ridden(index, to, MEASURE, False, self._pose(to, 0))
            except (KeyError, ValueError):
                continue
            self._riders[to] = index
            shapes[to] = Shape(pair.width / MEASURE, pair.height / MEASURE)
            for one in self._troops[to]:
                del shapes[one]

    def _ridden(self, index: int, mount: int, height: int, flip: bool, seed: int) -> Image.Image:
        """A rider, and who else is on the same back, with the mount."""
        crowd = [(i, copy) for i in self._troops[mount] for copy in range(self.spec.subjects[i].count)]
        others = [
            figures.Companion(self._wishes[i], self._pose(i, copy), self._dyes(i), self._told(i))
            for i, copy in (crowd[1:] if self.spec.subjects[mount].count == 1 else ())
        ]
        return figures.render_ride(
            self._wishes[index], self._wishes[mount], height=height, flip=flip, pose_seed=seed,
            dyes=self._dyes(index), told=(self._told(index), self._told(mount)), others=others,
            flat=self.flat,
        )  # fmt: skip

    def _fill(self, shapes: dict[int, Shape]) -> None:
        """Put what is inside of a vessel into it: from here on the vessel's shape is that of both."""
        for index, content in enumerate(self.spec.subjects):
            to = content.to if content.relation == "inside" or content.action == "ride" else None
            if to is None or not {index, to} <= shapes.keys() or {index, to} & self._contents.keys():
                continue
            vessel = self.spec.subjects[to]
            stands = vessel.to is None or vessel.relation == "on"
            if vessel.count == 1 and stands and figures.holds(vocabulary.load()[vessel.id]):
                pair = self._filled(index, to, MEASURE, False, self._pose(to, 0))
                self._contents[to] = index
                shapes[to] = Shape(pair.width / MEASURE, pair.height / MEASURE)
                del shapes[index]

    def _filled(self, index: int, to: int, height: int, flip: bool, seed: int) -> Image.Image:
        told = (self._told(index), self._told(to))
        content, vessel = self._wishes[index], self._wishes[to]
        return figures.render_filled(
            content, vessel, height=height, flip=flip, pose_seed=seed, told=told, flat=self.flat
        )

    def _carries(self, index: int) -> bool:
        """Whether somebody is on the subject: the parrot on a pirate's shoulder."""
        return any(s.relation in CARRIERS and s.to == index for s in self.spec.subjects)

    def _aboard(self, mount: int) -> int:
        """How many subjects ride the same thing: two in a boat sit beside each other, each its own actor."""
        entries, subjects = vocabulary.load(), self.spec.subjects
        return sum(
            s.action == "ride" and mount_of(i, self.spec, entries) == mount for i, s in enumerate(subjects)
        )

    def _pose(self, index: int, copy: int) -> int:
        return int(self.streams[f"pose{index}.{copy}"].integers(1, 1000))

    def _render(self, actor: Actor, height: int, flip: bool) -> Image.Image:
        told = self._told(actor.index)
        alike = actor.role == "field" or "twin" in told.traits
        seed = self._pose(actor.index, 0 if alike else actor.copy)
        wish, height = self._wishes.get(actor.index, actor.subject), max(4, height)
        if actor.role != "field" and (content := self._contents.get(actor.index)) is not None:
            return self._filled(content, actor.index, height, flip, seed)
        if actor.role != "field" and (rider := self._riders.get(actor.index)) is not None:
            return self._ridden(rider, actor.index, height, flip, seed)
        dyes = self._dyes(actor.index)
        if not alike:
            row = self._row(actor.index)
            wish, told = games.without_ball(self.spec, actor.index, actor.copy, wish, told, row)
        return figures.render(
            wish, height=height, flip=flip, pose_seed=seed, dyes=dyes, told=told, flat=self.flat
        )

    def _hand(self, actor: Actor) -> tuple[float, float]:
        """Where the right hand of a figure is, in canvas pixels."""
        wish, seed = self._wishes.get(actor.index, actor.subject), self._pose(actor.index, actor.copy)
        x, y = figures.hand(wish, pose_seed=seed, told=self._told(actor.index))
        return axis_of(actor) + x * (-1 if actor.flip else 1) * actor.height, actor.base - y * actor.height

    def _arm(self, actor: Actor) -> Image.Image:
        """The nearer arm of one who has somebody in it."""
        wish, seed = self._wishes.get(actor.index, actor.subject), self._pose(actor.index, actor.copy)
        return figures.render_arm(
            wish, height=max(4, round(actor.height)), flip=actor.flip, pose_seed=seed,
            dyes=self._dyes(actor.index), told=self._told(actor.index), flat=self.flat,
        )  # fmt: skip

    def _dyes(self, index: int) -> dict[str, str]:
        """The colours that the words gave to what a subject wears and holds."""
        row = self._row(index)
        named = {part: row.get(f"{part}_color") for part in ("outfit", "hat", "held")}
        return {part: color for part, color in named.items() if color in figures.COLORS}

    def _told(self, index: int) -> figures.Manner:
        """What else the words said of a subject, and how it feels where the whole scene is sad or happy."""
        others = [self._row(i) for i in range(len(self.spec.subjects)) if i != index]
        return figures.manner_of(self._row(index), figures.shared_moods(self.spec.mood, others))

    def _row(self, index: int) -> Mapping[str, Any]:
        """What the words said of a subject beyond its fields."""
        rows = self.spec.extra.get("told")
        rows = rows if isinstance(rows, list | tuple) else ()
        row = next((r for r in rows if isinstance(r, dict) and r.get("subject") == index), {})
        bare = bool(set(figures.HATS).intersection(self.spec.avoid))
        asked = {"bare": bare, "sits": bool(row.get("sits")) or self._has_a_seat(index)}
        asked["bare_neck"] = "sweater" in self.spec.avoid  # what is worn for a scarf
        return {**row, **{name: True for name, told in asked.items() if told}}

    def _has_a_seat(self, index: int) -> bool:
        """Whether somebody does on a sofa or a chair what one may do sitting."""
        if not 0 <= index < len(self.spec.subjects):
            return False  # what the engine adds of its own
        one = self.spec.subjects[index]
        there = one.to is not None and one.to < len(self.spec.subjects) and one.relation == "on"
        under = vocabulary.load().get(self.spec.subjects[one.to or 0].id) if there else None
        if one.relation == "at_window":
            return one.action in SITTING or one.action == "hold"
        seat = under is not None and under.kind == "furniture" and under.seat is not None
        return seat and (one.action in SITTING or (one.action == "hold" and one.held is not None))

    def _draw(self, actors: Sequence[Actor], view: Frame) -> None:
        """From far to near. Fields share a few renderings."""
        shared = fields.Shared(self._render)
        props.ice(self.canvas, view.stage, actors)
        for actor, side in hulls.in_order(actors):
            if actor.role == "field":
                image = shared.image(actor)
            else:
                image = self._render(actor, round(actor.height), actor.flip)
            if side:
                shading.lay(self.canvas, view.stage, *hulls.side_of(actor, image), self.mask)
                continue
            props.before(self.canvas, view.stage, actor, self.streams)
            shading.lay(self.canvas, view.stage, actor, image, self.mask)
            self._light(actor, view)
            for other in actor.clasped:
                shading.lay_arm(self.canvas, view.stage, other, actor, self._arm(other), self.mask)
        tethers.draw(self.canvas, view.stage, actors, self._hand)

    def _light(self, actor: Actor, view: Frame) -> None:
        """What somebody holds that burns, or stands there and does, is lit where it is dark."""
        held = self._wishes.get(actor.index, actor.subject).held
        if self.spec.time != "night":
            return
        if held in LAMPS and actor.index not in self._riders.values():
            x, y = self._hand(actor)
            props.lamplight(self.canvas, view.stage, (x, y + LAMPS[held] * actor.height), 0.16 * actor.height)
        elif actor.subject.id in LAMPS and actor.role != "field":
            size, share = 0.5 * actor.height, 0.5 if LAMPS[actor.subject.id] > 0 else 0.85
            props.lamplight(self.canvas, view.stage, (actor.x, actor.base - share * actor.height), size)

    def _tell(self, step: int, image: Image.Image | None = None) -> None:
        if self._on_progress is None:
            return
        preview = None
        if step:
            factor = max(1, max(self.canvas.width, self.canvas.height) // PREVIEW)
            preview = image.reduce(factor) if image else shrunk(self.canvas.a, factor)
            preview.thumbnail((PREVIEW, PREVIEW), Image.Resampling.BILINEAR)
        self._on_progress(step + 1, STEPS, preview)


def _measured(subject: Subject, pose: int, told: figures.Manner) -> Shape | None:
    try:
        width, height, middle = figures.measure(subject, height=MEASURE, pose_seed=pose, told=told)
    except (KeyError, ValueError):
        return None
    return Shape(width / MEASURE, height / MEASURE, middle)


def _taken_off(asked: Subject, wish: Subject) -> list[str]:
    names = ("outfit", "hat", "glasses", "held", "color")
    return [getattr(asked, n) for n in names if getattr(asked, n) and not getattr(wish, n)]
