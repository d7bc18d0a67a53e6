"""`/compare IDEA --vary steps=4,12,30`: one prompt and one seed, several values of one control or of two."""

from __future__ import annotations

import secrets
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import replace
from typing import Any

from imaginario import painting
from imaginario.chat import PromptDraft, Session
from imaginario.commands._grids import CONTROLS, EDITING, Grid, Variation, clash, grid, told, variation
from imaginario.commands._originals import with_original
from imaginario.commands._proposals import changed
from imaginario.commands.base import Command, Invocation
from imaginario.commands.parse import order
from imaginario.errors import (
    BlackImage,
    BrokenImage,
    ContentRefused,
    EmptyPrompt,
    EngineError,
    EngineFailed,
    InvalidRequest,
    NoDifference,
    SetupError,
    StudioError,
    Unsupported,
)
from imaginario.events import Adjusted, Comparing, Failed, Note, PromptReady, Proposed, Saved, TurnEvent
from imaginario.images import Param
from imaginario.painting import Order, Place, Services
from imaginario.painting.easel import chosen, prepared

__all__ = [
    "CONTROLS",
    "EDITING",
    "USUAL",
    "Compare",
    "Grid",
    "Variation",
    "clash",
    "compared",
    "grid",
    "orders",
    "told",
    "variation",
]

USUAL = "style=illustration,watercolor,comic,oil"
OF_ONE_PICTURE = (BlackImage, BrokenImage, ContentRefused, EngineFailed, InvalidRequest, Unsupported)
"""Failures that another value may be spared: the comparison goes on."""
OF_ONE_MODEL = (EngineError, SetupError)
"""The same where models or engines are compared: another one may well do."""
ALIKE = 2
"""Failures of one kind, before any picture, after which the rest is not tried."""


class Compare(Command):
    """What one control does, or two, seen side by side."""

    name = "compare"
    aliases = ("comparar", "compara", "对比", "比较")
    rank = 16
    usage = "/compare IDEA --vary steps=4,12,30 [--by guidance=3,7]"

    async def run(
        self, services: Services, invocation: Invocation, session: Session
    ) -> AsyncGenerator[TurnEvent, None]:
        """Write one prompt, then paint it once for every value. What can't be told apart is refused first."""
        given = invocation.options
        options = {k: v for k, v in given.items() if k not in ("vary", "by", "ask")}
        wanted_grid = grid(given.get("vary") or USUAL, given.get("by", ""))
        wanted = order(invocation.text, options, invocation.images)
        if any(vary.control in EDITING for vary in wanted_grid.controls):
            wanted = await with_original(services, wanted, session, f"/{self.name}", options)
        elif not wanted.idea:
            raise EmptyPrompt(command=f"/{self.name}")
        async with aclosing(compared(services, wanted, session, wanted_grid)) as events:
            async for event in events:
                yield event


async def compared(
    services: Services, wanted: Order, session: Session, places: Grid
) -> AsyncGenerator[TurnEvent, None]:
    """One prompt and one seed, painted once for every place of a grid.

    A picture that fails alone is told as `Failed`, and the next one begins. Raises `NoDifference`, and as
    painting does.
    """
    choices = session.choices
    usual: dict[str, Any] = {"count": None}
    if any(vary.control == "no" for vary in places.controls):
        usual["negative_prompt"] = ""  # "nothing" among the values is to mean nothing
    alone = replace(choices, ask_first=False, controls=replace(choices.controls, **usual))
    session, wanted = replace(session, choices=alone), replace(wanted, **usual)
    _refuse_what_is_alike(services, wanted, session, places)
    async with aclosing(_each(services, wanted, session, places)) as events:
        async for event in events:
            yield event


def _refuse_what_is_alike(services: Services, wanted: Order, session: Session, places: Grid) -> None:
    for each in orders(wanted, places):
        prepared(services, each, session.choices)
    _, card, _ = chosen(services, wanted, session.choices)
    for vary in places.controls:
        param = CONTROLS[vary.control]
        if param is not None and param not in card.supports:
            able = (name for name, needed in CONTROLS.items() if needed is None or needed in card.supports)
            raise NoDifference(control=vary.control, model=card.title or card.id, others=", ".join(able))


async def _each(
    services: Services, wanted: Order, session: Session, places: Grid
) -> AsyncGenerator[TurnEvent, None]:
    ready = wanted
    async with aclosing(_written(services, wanted, session)) as writing:
        async for event in writing:
            if isinstance(event, Proposed):
                ready = event.order
            else:
                yield event
    if ready.seed is None and all(vary.control != "seed" for vary in places.controls):
        ready = replace(ready, seed=secrets.randbelow(2**32))
        if Param.SEED not in chosen(services, ready, session.choices)[1].supports:
            yield Note("painting.no_seed")
            ready = replace(ready, seed=None)
    failures = _Failures(places)
    for number, each in enumerate(orders(ready, places), start=1):
        yield Comparing(number, places.size, each.compared.values if each.compared else {})
        try:
            async with aclosing(painting.imagine(services, each, session)) as events:
                async for event in events:
                    failures.painted |= isinstance(event, Saved)
                    if not isinstance(event, PromptReady):
                        yield event
        except StudioError as error:
            if failures.end_with(error) or number == places.size:
                raise
            yield Failed(error)


async def _written(services: Services, wanted: Order, session: Session) -> AsyncGenerator[TurnEvent, None]:
    """The prompt that all pictures share; `Proposed` brings the order that holds it."""
    if wanted.raw:
        draft = PromptDraft(prompt=wanted.idea, prompt_local=wanted.idea)
        yield PromptReady(draft)
        # a style may still be put around the words
        yield Proposed(replace(wanted, draft=draft, raw=False))
    elif wanted.idea.strip() and wanted.draft is None:  # new margins alone need no words
        async with aclosing(painting.imagine(services, replace(wanted, ask=True), session)) as writing:
            async for event in writing:
                if not isinstance(event, Adjusted):  # told with each picture
                    yield event


class _Failures:
    """Whether a comparison in which pictures fail is worth going on with."""

    def __init__(self, places: Grid) -> None:
        models = any(vary.control in ("engine", "model") for vary in places.controls)
        self._of_one = OF_ONE_MODEL if models else OF_ONE_PICTURE
        self._patience = len(places.columns.values) if models else ALIKE
        self._before: list[str] = []
        self.painted = False

    def end_with(self, error: StudioError) -> bool:
        """Whether the pictures to come would fail like this one."""
        self._before.append(error.code)
        alike = self._before[-self._patience :].count(error.code) >= self._patience
        return not isinstance(error, self._of_one) or (alike and not self.painted)


def orders(ready: Order, places: Grid) -> list[Order]:
    """The order once for every place, row by row. Raises `InvalidOption`."""
    return [_placed(ready, places, column, row) for column, row in places.cells()]


def _placed(ready: Order, places: Grid, column: str, row: str) -> Order:
    columns, rows = places.columns, places.rows
    options = {columns.control: column} | ({rows.control: row} if rows else {})
    ready = changed(ready, {name: value for name, value in options.items() if value})
    place = Place(columns.told, column, columns.values)
    if rows is not None:
        place = replace(place, row=rows.told, row_value=row, row_values=rows.values)
    return replace(ready, compared=place)
