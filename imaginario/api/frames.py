"""Events as JSON: one by one for a stream, gathered for a whole answer."""

from __future__ import annotations

import base64
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import aclosing
from dataclasses import asdict, dataclass, field
from typing import Any, TypeAlias

from imaginario import present
from imaginario.api.contact import ContactSheet
from imaginario.api.problems import as_json, told
from imaginario.api.schema import PictureOut, ProblemOut, UsedOut
from imaginario.errors import StudioError
from imaginario.events import (
    Adjusted,
    Comparing,
    Done,
    Failed,
    Note,
    Progress,
    PromptReady,
    Proposed,
    Saved,
    TextDelta,
    TurnEvent,
    Waiting,
    Working,
)
from imaginario.i18n import Translator
from imaginario.images import Image
from imaginario.present import Transcript

Event: TypeAlias = TurnEvent | ContactSheet
Address = Callable[[str], str]
"""Where a picture of this id can be fetched."""


def frame(event: Event, t: Translator, address: Address | None = None) -> tuple[str, dict[str, Any]] | None:
    """Name and data of an event as it is sent, None for one that is not; `status` is for a person to read."""
    match event:
        case TextDelta(text):
            return "text_delta", {"text": text}
        case PromptReady(draft):
            return "prompt_ready", asdict(draft)
        case Proposed():
            return "proposed", {}
        case Working(stage, name, model):
            return "working", {
                "stage": stage,
                "name": name,
                "model": model,
                "status": present.working(event, t),
            }
        case Adjusted():
            return "adjusted", adjusted(event)
        case Comparing(at, of, values):
            return "comparing", {"at": at, "of": of, "values": dict(values)}
        case Waiting(reason, seconds, attempt):
            said = present.waiting(event, t)
            return "waiting", {
                "reason": reason,
                "seconds": round(seconds, 1),
                "attempt": attempt,
                "status": said,
            }
        case Progress():
            return "progress", _progress(event)
        case Note(key, values):
            return "note", {"text": t(key, **values)}
        case Saved():
            return "saved", picture(event, address).model_dump(exclude_none=True)
        case ContactSheet():
            return "sheet", event.out().model_dump(exclude_none=True)
        case Failed(error):
            return "failed", as_json(error, t)
        case Done():
            return "done", {}
    return None  # Painted: the picture follows as Saved, recipe inside


def picture(event: Saved, address: Address | None) -> PictureOut:
    """A picture with its bytes, or with its address where there is one."""
    return PictureOut(
        filename=event.filename,
        mime=event.image.mime,
        width=event.image.width,
        height=event.image.height,
        image=None if address else base64.b64encode(event.image.data).decode(),
        url=address(event.picture_id) if address else None,
        recipe=dict(event.recipe),
    )


def adjusted(event: Adjusted) -> dict[str, Any]:
    """What became of the controls."""
    return {
        "asked": dict(event.asked), "sent": dict(event.sent),
        "ignored": list(event.ignored), "got": dict(event.got),
    }  # fmt: skip


def _progress(event: Progress) -> dict[str, Any]:
    data: dict[str, Any] = {"step": event.step, "steps": event.steps, "stage": event.stage}
    return data | ({"preview": _preview(event.preview)} if event.preview else {})


def _preview(image: Image) -> Mapping[str, str]:
    return {"mime": image.mime, "image": base64.b64encode(image.data).decode()}


@dataclass(slots=True)
class Gathered:
    """All that came of one turn."""

    seen: Transcript = field(default_factory=Transcript)
    saved: list[Saved] = field(default_factory=list)
    sheet: PictureOut | None = None
    failure: StudioError | None = None

    def used(self) -> list[UsedOut]:
        """Who did what."""
        return [UsedOut(stage=w.stage, name=w.name, model=w.model) for w in self.seen.used]

    def problem(self, t: Translator) -> ProblemOut | None:
        """The failure in words. Raises it when nothing was painted: then it is all there is to say."""
        if self.failure is None:
            return None
        if not self.saved:
            raise self.failure
        found = told(self.failure, t)
        return ProblemOut(
            code=found.code, message=found.message, cure=found.cure, actions=list(found.actions)
        )


async def gather(
    events: AsyncGenerator[Event, None], t: Translator, told_on: Callable[[Transcript], Any] | None = None
) -> Gathered:
    """Follow a turn to its end; `told_on` is awaited with the transcript after each event."""
    found = Gathered()
    async with aclosing(events) as stream:
        async for event in stream:
            if isinstance(event, ContactSheet):
                found.sheet = event.out()
                continue
            found.seen = present.reduce(found.seen, event, t)
            if isinstance(event, Saved):
                found.saved.append(event)
            elif isinstance(event, Failed):
                found.failure = event.error
            if told_on is not None:
                await told_on(found.seen)
    return found
