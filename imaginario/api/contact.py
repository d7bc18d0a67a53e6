"""The contact sheet of a comparison as one more event, where a request asks for it."""

from __future__ import annotations

import base64
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass

from imaginario import present, sheets
from imaginario.aio import in_thread
from imaginario.api.schema import PictureOut
from imaginario.events import Done, Saved, TurnEvent
from imaginario.i18n import Translator
from imaginario.images import Image
from imaginario.recipe import Recipe


@dataclass(frozen=True, slots=True)
class ContactSheet:
    """All pictures of a comparison on one PNG; it is kept nowhere."""

    image: Image
    recipe: Recipe

    def out(self) -> PictureOut:
        """As it is answered: always with its bytes."""
        return PictureOut(
            filename=sheets.filename(self.recipe),
            mime=self.image.mime,
            width=self.image.width,
            height=self.image.height,
            image=base64.b64encode(self.image.data).decode(),
            recipe=self.recipe.to_dict(),
        )


async def with_sheet(
    events: AsyncGenerator[TurnEvent, None], t: Translator
) -> AsyncGenerator[TurnEvent | ContactSheet, None]:
    """The events, and before `Done` the sheet, if there are pictures to compare."""
    found: list[sheets.Compared] = []
    async with aclosing(events) as stream:
        async for event in stream:
            if isinstance(event, Saved) and present.axes(event.recipe):
                found.append(sheets.Compared(event.image, event.recipe))
            if isinstance(event, Done) and len(found) > 1:
                yield ContactSheet(*await in_thread(sheets.sheet, found, t))
            yield event
