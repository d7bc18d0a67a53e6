"""What a comparison varies: one control, or two that make a grid."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from imaginario.commands.parse import OPTIONS, fold, order
from imaginario.errors import InvalidOption
from imaginario.images import Param

CONTROLS: Mapping[str, Param | None] = {
    "steps": Param.NUM_INFERENCE_STEPS,
    "guidance": Param.GUIDANCE_SCALE,
    "seed": Param.SEED,
    "scheduler": Param.SCHEDULER,
    "no": Param.NEGATIVE_PROMPT,
    "strength": Param.STRENGTH,
    "image-guidance": Param.IMAGE_GUIDANCE_SCALE,
    "ar": Param.WIDTH,
    "size": Param.WIDTH,
    "style": None,
    "model": None,
    "engine": None,
}
"""Options that can be compared, and the control a model must obey for it; None: every model will do."""
EDITING = ("strength", "image-guidance")
MOST = 8
"""Values of one control."""
MOST_PICTURES = 16
"""Pictures of one comparison."""
EXAMPLE = "--vary steps=4,12,30 --by guidance=3,7"
_ONE_THING = (frozenset({"ar", "size"}), frozenset({"engine", "model"}))
"""Controls that overrule each other."""


def told(control: str) -> str:
    """The name of a control in a recipe: that of `Param`, or "style" and the like."""
    param = CONTROLS[control]
    if param is None or param is Param.WIDTH:
        return {"ar": "aspect_ratio"}.get(control, control)
    return param.value


def clash(one: str, other: str) -> bool:
    """Whether two controls can't be compared together."""
    return one == other or {one, other} in _ONE_THING


@dataclass(frozen=True, slots=True)
class Variation:
    """One control, by its option's name, and the values it is to have."""

    control: str
    values: tuple[str, ...]

    @property
    def told(self) -> str:
        """The control's name in a recipe."""
        return told(self.control)


@dataclass(frozen=True, slots=True)
class Grid:
    """The values side by side, and with a second control one row for each of its values."""

    columns: Variation
    rows: Variation | None = None

    @property
    def controls(self) -> tuple[Variation, ...]:
        """The one or two controls."""
        return (self.columns,) if self.rows is None else (self.columns, self.rows)

    @property
    def size(self) -> int:
        """How many pictures it makes."""
        return len(self.columns.values) * (len(self.rows.values) if self.rows else 1)

    def cells(self) -> Iterator[tuple[str, str]]:
        """Column and row value of each picture, row by row; the row is "" where there is one control."""
        for row in self.rows.values if self.rows else ("",):
            for column in self.columns.values:
                yield column, row


def grid(vary: str, by: str = "") -> Grid:
    """`steps=4,12,30` and perhaps `guidance=3,7` taken apart. Raises `InvalidOption`."""
    if by and not vary:
        raise InvalidOption(option="--by", value=by, allowed=EXAMPLE)
    columns = variation(vary)
    if not by:
        return Grid(columns)
    rows = variation(by, "--by")
    if clash(columns.control, rows.control):
        others = (name for name in CONTROLS if not clash(columns.control, name))
        raise InvalidOption(option="--by", value=by, allowed=f"{', '.join(others)} ({EXAMPLE})")
    found = Grid(columns, rows)
    if found.size > MOST_PICTURES:
        across = len(columns.values)
        sides = f"{across} × {MOST_PICTURES // across} ≤ {MOST_PICTURES}"
        raise InvalidOption(option="--by", value=by, allowed=sides)
    return found


def variation(text: str, option: str = "--vary") -> Variation:
    """`steps=4,12,30` taken apart; with a "|" in it, values may hold commas and may be empty.

    Raises `InvalidOption` naming the `option` it was given with.
    """
    name, _, listed = text.partition("=")
    control = OPTIONS.get(fold(name.strip().lstrip("-")), "")
    parts = listed.split("|") if "|" in listed else re.split("[,，]", listed)
    values = tuple(dict.fromkeys(part.strip() for part in parts if part.strip() or "|" in listed))
    if control not in CONTROLS or not 2 <= len(values) <= MOST:
        raise InvalidOption(option=option, value=text, allowed=f"{', '.join(CONTROLS)} (steps=4,12,30)")
    for value in values:
        order("", {control: value} if value else {})
    return Variation(control, values)
