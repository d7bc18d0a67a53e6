"""The image settings: how pictures are painted where a message does not say it.

Only the controls that the chosen model obeys are shown; the others are named below, with the reason.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from html import escape
from typing import Any

import gradio as gr

from imaginario.chat import Choices, Controls
from imaginario.errors import GalleryError, StudioError
from imaginario.i18n import Translator
from imaginario.images import ModelCard, Param, Task
from imaginario.painting import Services
from imaginario.painting.easel import able, can
from imaginario.web.desk import AT_ONCE, Desk, block
from imaginario.web.guide import GuideMap
from imaginario.web.visitors import Visitor

RATIOS = ("1:1", "4:3", "3:2", "16:9", "21:9", "3:4", "2:3", "9:16")
SIDE = (64, 4096)
"""Pixels a side may be asked to have; models snap it to what they can."""


@dataclass(frozen=True, slots=True)
class Range:
    """Lowest and highest value; whole numbers only where `whole`."""

    low: float
    high: float
    whole: bool = False


RANGES: Mapping[str, Range] = {
    "width": Range(*SIDE, whole=True),
    "height": Range(*SIDE, whole=True),
    "count": Range(1, 8, whole=True),
    "seed": Range(0, 2**32 - 1, whole=True),
    "steps": Range(1, 150, whole=True),
    "guidance": Range(0, 50),
    "strength": Range(0.05, 1),
    "image_guidance": Range(1, 10),
}
OBEYED: Mapping[str, Param] = {
    "ratio": Param.WIDTH,
    "width": Param.WIDTH,
    "height": Param.WIDTH,
    "count": Param.NUM_IMAGES_PER_PROMPT,
    "negative_prompt": Param.NEGATIVE_PROMPT,
    "seed": Param.SEED,
    "steps": Param.NUM_INFERENCE_STEPS,
    "guidance": Param.GUIDANCE_SCALE,
    "scheduler": Param.SCHEDULER,
    "strength": Param.STRENGTH,
    "image_guidance": Param.IMAGE_GUIDANCE_SCALE,
    "control_image": Param.CONTROL_IMAGE,
}
"""Field -> the control it sets."""
EDITING = ("strength", "image_guidance")
"""Fields that only an edit has."""


class ControlsPanel:
    """The fields, folded away until somebody wants them."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.fields: dict[str, Any] = {}
        self.guide = GuideMap(desk)

    def build(self) -> None:
        """Lay the fields out. Called once, inside the page's Blocks."""
        words: Any = self.desk.i18n
        with gr.Accordion(words("ui.controls"), open=False, elem_id="controls"):
            self.model = block("controls-model")
            with gr.Row(elem_id="controls-grid"):
                choices = [(words("ui.leave_to_model"), ""), *((r, r) for r in RATIOS)]
                self.fields["ratio"] = gr.Dropdown(
                    choices=choices, value="", label=words("ui.ratio"), info=words("ui.ratio_info"),
                    elem_id="control-ratio", min_width=170,
                )  # fmt: skip
                for name in RANGES:
                    self._number(name)
                self._text("scheduler")
                self._text("negative_prompt")
            self.guide.build()
            self.told = block("controls-told")
            with gr.Row(elem_id="controls-end"):
                self.same = gr.Button(
                    words("ui.seed_again"), size="sm", scale=0, min_width=170, elem_id="seed-again"
                )
                self.reset = gr.Button(
                    words("ui.controls_reset"), size="sm", scale=0, min_width=170, elem_id="controls-reset"
                )

    def _number(self, name: str) -> None:
        words: Any = self.desk.i18n
        self.fields[name] = gr.Number(
            label=words(f"ui.{name}"), info=words(f"ui.{name}_info"), value=None, elem_id=f"control-{name}",
            placeholder=words("ui.leave_to_model"), min_width=150,
            precision=0 if RANGES[name].whole else None, step=1 if RANGES[name].whole else 0.05,
        )  # fmt: skip

    def _text(self, name: str) -> None:
        words: Any = self.desk.i18n
        self.fields[name] = gr.Textbox(
            label=words(f"ui.{name}"), info=words(f"ui.{name}_info"), elem_id=f"control-{name}", max_lines=3,
            placeholder=words("ui.leave_to_model"), max_length=2000, min_width=150,
        )  # fmt: skip

    @property
    def every(self) -> list[Any]:
        """All components, in the order of `looks`."""
        guide = [self.guide.row, self.guide.seen, self.guide.drop]
        return [*self.fields.values(), self.told, self.model, *guide]

    def wire(self, menu: gr.Dropdown, chosen: Any) -> None:
        """Connect the handlers; another image model, once it is taken (`chosen`), shows other fields.

        The page fills the fields when it opens, with `looks`.
        """
        fields, every = list(self.fields.values()), self.every
        for field in fields:
            event = field.blur if isinstance(field, gr.Number | gr.Textbox) else field.input
            event(self.took, fields, self.told, **AT_ONCE)
            if isinstance(field, gr.Number | gr.Textbox):
                field.submit(self.took, fields, self.told, **AT_ONCE)
        self.guide.wire()
        self.reset.click(self.cleared, None, every, **AT_ONCE)
        self.same.click(self.seed_again, None, every, **AT_ONCE)
        menu.change(self.shown, None, every, **AT_ONCE)
        chosen.then(self.shown, None, every, **AT_ONCE)

    async def took(
        self, ratio: Any, width: Any, height: Any, count: Any, seed: Any, steps: Any, guidance: Any,
        strength: Any, image_guidance: Any, scheduler: Any, negative_prompt: Any, request: gr.Request,
    ) -> str:  # fmt: skip
        """A field was changed; what is out of range is said and not taken over."""
        given = (
            ratio, width, height, count, seed, steps, guidance, strength, image_guidance, scheduler,
            negative_prompt,
        )  # fmt: skip
        visitor, t = self.desk.visitor(request)
        try:
            controls = controls_from(dict(zip(self.fields, given, strict=True)))
        except ValueError as error:
            return _out_of_range(str(error), t)
        visitor.choose(controls=_with_guide(controls, visitor))
        return self._folded(visitor, t)

    async def shown(self, request: gr.Request) -> tuple[Any, ...]:
        """Another model was chosen."""
        visitor, t = self.desk.visitor(request)
        return self.looks(visitor, t)

    async def cleared(self, request: gr.Request) -> tuple[Any, ...]:
        """Leave everything to the model again."""
        visitor, t = self.desk.visitor(request)
        visitor.choose(controls=Controls())
        return self.looks(visitor, t)

    async def seed_again(self, request: gr.Request) -> tuple[Any, ...]:
        """Keep the seed of the picture on the easel."""
        visitor, t = self.desk.visitor(request)
        try:
            picture = await self.desk.house.gallery.get(visitor.id, visitor.looking_at)
            seed = picture.recipe.get("seed")
        except GalleryError:
            seed = None
        if isinstance(seed, int):
            values = {**values_of(visitor.choices.controls), "seed": seed}
            visitor.choose(controls=_with_guide(controls_from(values), visitor))
        return self.looks(visitor, t)

    def carried(self, visitor: Visitor, values: Sequence[Any]) -> None:
        """Take over what the fields show, in their order; where one is out of range, nothing."""
        shown = dict(zip(self.fields, values, strict=True))
        with suppress(ValueError):
            visitor.choose(controls=_with_guide(controls_from(shown), visitor))

    def looks(self, visitor: Visitor, t: Translator) -> tuple[Any, ...]:
        """Updates for all components: the fields that the chosen model obeys, and what is said of it."""
        values = values_of(visitor.choices.controls)
        obeyed = self._obeyed(visitor)
        kinds = {name: type(field) for name, field in self.fields.items()}
        updates = (kinds[name](value=values[name], visible=name in obeyed) for name in self.fields)
        guide = (gr.Row(visible="control_image" in obeyed), *self.guide.looks(visitor, t))
        told = about(self._services(visitor), visitor.choices, t)
        return (*updates, self._folded(visitor, t), told, *guide)

    def _services(self, visitor: Visitor) -> Services:
        return self.desk.house.services(self.desk.house.secrets(visitor.secrets))

    def _obeyed(self, visitor: Visitor) -> frozenset[str]:
        return obeyed(self._services(visitor), visitor.choices)

    def _folded(self, visitor: Visitor, t: Translator) -> str:
        """What the model does not know, in one line."""
        known = self._obeyed(visitor)
        unknown = [name for name in OBEYED if name not in known]
        if not unknown:
            return ""
        names = t.listed(t(f"ui.{name}") for name in unknown)
        return f'<p class="folded">{escape(t("controls.folded", names=names))}</p>'


def obeyed(services: Services, choices: Choices) -> frozenset[str]:
    """Names of the fields that the chosen model, or the one that would edit in its place, obeys."""
    try:
        card, editor = _cards(services, choices)
    except StudioError:
        return frozenset(OBEYED)
    return frozenset(
        name for name, param in OBEYED.items() if _knows(editor if name in EDITING else card, param)
    )


def about(services: Services, choices: Choices, t: Translator) -> str:
    """The chosen model in a sentence, and whether it edits or who does in its place."""
    try:
        card, editor = _cards(services, choices)
    except StudioError:
        return ""
    paints = can(card, Task.TEXT_TO_IMAGE)
    said = [t(card.note)] if card.note and t.has(card.note) else []
    if editor is None:
        found = (able(engine, Task.IMAGE_TO_IMAGE) for engine in services.engines.values())
        editor = next(filter(None, found), None)
    if editor is None:
        said.append(t("controls.no_edits"))
    elif editor is not card:
        said.append(t("controls.edited_by", model=editor.title or editor.id))
    else:
        said.append(t("controls.edits" if paints else "controls.only_edits"))
    title = escape(card.title or card.id)
    return f'<p class="about"><b>{title}</b> · {escape(" ".join(said))}</p>'


def _cards(services: Services, choices: Choices) -> tuple[ModelCard, ModelCard | None]:
    """The chosen model, and the one of its engine that would edit. Raises what `Services.engine` raises."""
    engine = services.engine(choices.engine)
    card = engine.card(choices.image_model)
    return card, card if can(card, Task.IMAGE_TO_IMAGE) else able(engine, Task.IMAGE_TO_IMAGE)


def _with_guide(controls: Controls, visitor: Visitor) -> Controls:
    """The guide map is no field: it stays as it was chosen."""
    return replace(controls, control_image=visitor.choices.controls.control_image)


def _knows(card: ModelCard | None, param: Param) -> bool:
    return card is not None and param in card.supports


def controls_from(values: Mapping[str, Any]) -> Controls:
    """The fields as a value; empty ones leave it to the model. `ValueError` names one out of range."""
    numbers = {name: _number(name, values.get(name)) for name in RANGES}
    width, height = numbers.pop("width"), numbers.pop("height")
    if (width is None) != (height is None):
        # One side alone makes a square, as everywhere.
        width = height = width or height
    size = None if width is None or height is None else (int(width), int(height))
    wide, _, high = str(values.get("ratio") or "").partition(":")
    ratio = (float(wide), float(high)) if f"{wide}:{high}" in RATIOS and size is None else None
    texts: dict[str, Any] = {
        name: str(values.get(name) or "").strip() for name in ("negative_prompt", "scheduler")
    }
    return Controls(size=size, ratio=ratio, **texts, **numbers)


def _number(name: str, value: Any) -> Any:
    if value in (None, ""):
        return None
    known = RANGES[name]
    try:
        number = float(value)
    except (TypeError, ValueError):
        number = math.nan
    if not known.low <= number <= known.high or (known.whole and number != int(number)):
        raise ValueError(name)
    return int(number) if known.whole else number


def values_of(controls: Controls) -> dict[str, Any]:
    """What the fields show."""
    width, height = controls.size or (None, None)
    ratio = f"{controls.ratio[0]:g}:{controls.ratio[1]:g}" if controls.ratio else ""
    apart = ("ratio", "width", "height", "control_image")
    others = {name: getattr(controls, name) for name in OBEYED if name not in apart}
    return {"ratio": ratio, "width": width, "height": height, **others}


def _out_of_range(name: str, t: Translator) -> str:
    known = RANGES[name]
    said = t(
        "settings.out_of_range", name=t(f"ui.{name}"), low=t.number(known.low), high=t.number(known.high)
    )
    return f'<p class="bad" role="alert">{escape(said)}</p>'
