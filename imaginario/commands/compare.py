"""`/compare IDEA --vary steps=4,12,30`: one prompt and one seed, and several values of one control."""

from __future__ import annotations

import re
import secrets
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from dataclasses import dataclass, replace

from imaginario import painting
from imaginario.chat import PromptDraft, Session
from imaginario.commands._originals import with_original
from imaginario.commands._proposals import changed
from imaginario.commands.base import Command, Invocation
from imaginario.commands.parse import OPTIONS, fold, order
from imaginario.errors import EmptyPrompt, InvalidOption, NoDifference
from imaginario.events import Adjusted, Note, PromptReady, Proposed, TurnEvent
from imaginario.images import Param
from imaginario.painting import Order, Services
from imaginario.painting.easel import chosen, prepared

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
USUAL = "style=illustration,watercolor,comic,oil"
MOST = 8
"""Pictures of one comparison."""


@dataclass(frozen=True, slots=True)
class Variation:
    """One control, by its option's name, and the values it is to have."""

    control: str
    values: tuple[str, ...]


class Compare(Command):
    """What one control does, seen side by side."""

    name = "compare"
    aliases = ("comparar", "compara", "对比", "比较")
    rank = 16
    usage = "/compare IDEA --vary steps=4,12,30"

    async def run(
        self, services: Services, invocation: Invocation, session: Session
    ) -> AsyncGenerator[TurnEvent, None]:
        """Write one prompt, then paint it once for every value. What can't be told apart is refused first."""
        options = {k: v for k, v in invocation.options.items() if k not in ("vary", "ask")}
        vary = variation(invocation.options.get("vary") or USUAL)
        wanted = order(invocation.text, options, invocation.images)
        if vary.control in EDITING:
            wanted = await with_original(services, wanted, session, f"/{self.name}", options)
        elif not wanted.idea:
            raise EmptyPrompt(command=f"/{self.name}")
        async with aclosing(compared(services, wanted, session, vary)) as events:
            async for event in events:
                yield event


def variation(text: str) -> Variation:
    """`steps=4,12,30` taken apart; with a "|" in it, values may hold commas and may be empty.

    Raises `InvalidOption`.
    """
    name, _, listed = text.partition("=")
    control = OPTIONS.get(fold(name.strip().lstrip("-")), "")
    parts = listed.split("|") if "|" in listed else re.split("[,，]", listed)
    values = tuple(dict.fromkeys(part.strip() for part in parts if part.strip() or "|" in listed))
    if control not in CONTROLS or not 2 <= len(values) <= MOST:
        raise InvalidOption(option="--vary", value=text, allowed=f"{', '.join(CONTROLS)} (steps=4,12,30)")
    for value in values:
        order("", {control: value} if value else {})
    return Variation(control, values)


async def compared(
    services: Services, wanted: Order, session: Session, vary: Variation
) -> AsyncGenerator[TurnEvent, None]:
    """One prompt and one seed, painted once for every value. Raises `NoDifference`, and as painting does."""
    choices = session.choices
    alone = replace(choices, ask_first=False, controls=replace(choices.controls, count=None))
    session, wanted = replace(session, choices=alone), replace(wanted, count=None)
    _refuse_what_is_alike(services, wanted, session, vary)
    async with aclosing(_each(services, wanted, session, vary)) as events:
        async for event in events:
            yield event


def _refuse_what_is_alike(services: Services, wanted: Order, session: Session, vary: Variation) -> None:
    for each in _orders(wanted, vary):
        prepared(services, each, session.choices)
    _, card, _ = chosen(services, wanted, session.choices)
    param = CONTROLS[vary.control]
    if param is not None and param not in card.supports:
        able = (name for name, needed in CONTROLS.items() if needed is None or needed in card.supports)
        raise NoDifference(control=vary.control, model=card.title or card.id, others=", ".join(able))


async def _each(
    services: Services, wanted: Order, session: Session, vary: Variation
) -> AsyncGenerator[TurnEvent, None]:
    ready = wanted
    if wanted.raw:
        draft = PromptDraft(prompt=wanted.idea, prompt_local=wanted.idea)
        ready = replace(wanted, draft=draft, raw=False)  # a style may still be put around the words
        yield PromptReady(draft)
    elif wanted.idea.strip() and wanted.draft is None:  # new margins alone need no words
        async with aclosing(painting.imagine(services, replace(wanted, ask=True), session)) as writing:
            async for event in writing:
                if isinstance(event, Proposed):
                    ready = event.order
                elif not isinstance(event, Adjusted):  # told with each picture
                    yield event
    if vary.control != "seed" and ready.seed is None:
        ready = replace(ready, seed=secrets.randbelow(2**32))
        if Param.SEED not in chosen(services, ready, session.choices)[1].supports:
            yield Note("painting.no_seed")
            ready = replace(ready, seed=None)
    for each in _orders(ready, vary):
        async with aclosing(painting.imagine(services, each, session)) as events:
            async for event in events:
                if not isinstance(event, PromptReady):
                    yield event


def _orders(ready: Order, vary: Variation) -> list[Order]:
    """The order once for every value."""
    param = CONTROLS[vary.control]
    shape = param in (None, Param.WIDTH)
    name = {"ar": "aspect_ratio"}.get(vary.control, vary.control) if shape else param.value
    return [
        replace(changed(ready, {vary.control: value} if value else {}), compared=(name, value))
        for value in vary.values
    ]
