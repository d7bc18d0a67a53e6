"""`imagine` and `chat`: follow a turn, tell what goes on, write what comes."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from imaginario import imaging, present, sheets
from imaginario.aio import in_thread
from imaginario.chat import Choices, Session
from imaginario.cli.call import Call, explained
from imaginario.cli.console import Console
from imaginario.cli.output import Place
from imaginario.commands import parse
from imaginario.commands.compare import Grid, grid
from imaginario.commands.makers import cartoon, makers, picked
from imaginario.errors import InvalidOption, StudioError, UnusableImage
from imaginario.events import (
    Adjusted,
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
from imaginario.i18n import Translator, capital
from imaginario.images import Image
from imaginario.painting import Order
from imaginario.present import Transcript
from imaginario.studio import Studio

OPTIONS = (
    "style", "engine", "model", "assistant", "seed", "size", "ar", "no", "steps", "guidance", "count",
    "strength", "outpaint", "image-guidance", "scheduler",
)  # fmt: skip


async def imagine(call: Call) -> int:
    """Paint an idea, or change a picture, into files."""
    orders = await in_thread(_orders, call)
    places = grid(call.args.vary or "", call.args.by or "") if call.args.vary or call.args.by else None
    several = places is not None or len(orders) > 1 or (orders[0].count or 1) > 1
    place = Place.of(call.args.output, call.t, numbered=several)
    sheet = _sheet_place(call, places)
    turn = _Turn(place, call.console, call.t, quiet=call.args.json)
    studio = _studio(call)
    try:
        for order in orders:
            await turn.follow(studio.paint(order, _session(call), places))
    except StudioError:
        await turn.keep_sheet(sheet)
        raise
    found = await turn.keep_sheet(sheet)
    if call.args.json:
        draft = asdict(turn.seen.draft) if turn.seen.draft else None
        told = {"pictures": turn.pictures, "draft": draft, "notes": list(turn.seen.notes)}
        call.console.json(told | ({"sheet": str(found)} if found else {}))
    return 0


def _sheet_place(call: Call, places: Grid | None) -> Place | None:
    """Where the contact sheet goes, if one is wanted. Raises `InvalidOption` where nothing is compared."""
    wanted = call.args.sheet
    if wanted is None:
        return None
    if places is None:
        raise InvalidOption(option="--sheet", value=wanted, allowed=f"--vary steps=4,12,30 --sheet {wanted}")
    return Place.of(wanted, call.t)


async def chat(call: Call) -> int:
    """Answer on stdout as the words come. A picture that a command paints is written like `imagine`'s."""
    args = call.args
    session = _session(call, assistant=args.assistant or "auto", chat_model=args.model or "")
    turn = _Turn(Place.of(None, call.t), call.console, call.t, quiet=args.json, aloud=not args.json)
    await turn.follow(_studio(call).turn(_text(args), session))
    if args.json:
        used = [{"stage": w.stage, "name": w.name, "model": w.model} for w in turn.seen.used]
        call.console.json({"text": turn.seen.text, "used": used, "pictures": turn.pictures})
    return 0


def _studio(call: Call) -> Studio:
    return call.house.studio(call.house.secrets())


def _session(call: Call, **choices: Any) -> Session:
    return Session(owner="terminal", choices=Choices(language=call.t.language, **choices))


def _text(args: Namespace) -> str:
    """What was said; a lone "-" reads it from stdin."""
    text = _repaired(" ".join(args.text)).strip()
    return _heard().strip() if text == "-" else text


def _heard() -> str:
    """All of standard input; bytes that are no text become marks, not an error."""
    raw = getattr(sys.stdin, "buffer", None)
    return raw.read().decode("utf-8", "replace") if raw is not None else sys.stdin.read()


def _repaired(word: str) -> str:
    """Words whose bytes the terminal's own encoding could not read, read as UTF-8."""
    return word.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _orders(call: Call) -> list[Order]:
    """What is to be painted: several cartoons of one photo are several orders. Raises `InvalidOption`."""
    order = _order(call.args)
    if call.args.command != "cartoonize":
        return [order]
    if not (named := getattr(call.args, "with")):
        return [cartoon(order)]
    orders = [maker.over(order) for maker in picked(named, makers(_studio(call).services))]
    return [orders[0], *(replace(other, notes=()) for other in orders[1:])]


def _order(args: Namespace) -> Order:
    given = {name: getattr(args, name.replace("-", "_")) for name in OPTIONS}
    options: Mapping[str, str] = {n: _repaired(value) for n, value in given.items() if value is not None}
    switches = dict.fromkeys((name for name in parse.SWITCHES if getattr(args, name)), "")
    order = parse.order(_text(args), {**options, **switches})
    image, mask, guide = map(_picture, (args.image, args.mask, args.control_image))
    others = tuple(filter(None, map(_picture, args.reference or ())))
    notes = imaging.shrunk(image, mask, guide, *others)
    return replace(order, image=image, mask=mask, control_image=guide, images=others, notes=notes)


def _picture(path: str | None) -> Image | None:
    """A picture from a file. Raises `UnusableImage`."""
    if path is None:
        return None
    file = Path(path).expanduser()
    try:
        return imaging.opened(file.read_bytes(), file.name)
    except OSError as error:
        raise UnusableImage(name=file.name, reason="unreadable") from error


@dataclass
class _Turn:
    """One turn on its way to the terminal."""

    place: Place
    console: Console
    t: Translator
    quiet: bool = False
    """No results on stdout: they come as JSON in the end."""
    aloud: bool = False
    """The answer's words are the result."""
    seen: Transcript = field(default_factory=Transcript)
    pictures: list[dict[str, Any]] = field(default_factory=list)
    compared: list[sheets.Compared] = field(default_factory=list)
    _ignored: tuple[str, ...] = ()
    _spoke: bool = False

    async def follow(self, events: AsyncGenerator[TurnEvent, None]) -> None:
        """Show the events as they come. Raises the error the turn failed with."""
        failure: StudioError | None = None
        async with aclosing(events) as stream:
            async for event in stream:
                self.seen = present.reduce(self.seen, event, self.t)
                if isinstance(event, Failed):
                    if failure is not None:  # one picture of several: the last one is told in the end
                        self.console.line(explained(failure, self.t).line)
                    failure = event.error
                elif isinstance(event, Saved):
                    await self._keep(event)
                else:
                    self._tell(event)
        self._end_words()
        if failure is not None:
            raise failure

    async def _keep(self, event: Saved) -> None:
        self._end_words()
        self.console.status(self.t("status.saving"))
        path = await in_thread(self.place.write, event.image.data, event.filename, len(self.pictures) + 1)
        self.pictures.append({"file": str(path), "recipe": dict(event.recipe)})
        if present.axes(event.recipe):
            self.compared.append(sheets.Compared(event.image, event.recipe))
        if not self.quiet:
            self.console.result(str(path))

    async def keep_sheet(self, place: Place | None) -> Path | None:
        """Write the contact sheet, if it is wanted and there is anything to compare on it."""
        if place is None or len(self.compared) < 2:
            return None
        image, recipe = await in_thread(sheets.sheet, self.compared, self.t)
        path = await in_thread(place.write, image.data, sheets.filename(recipe), 1)
        if not self.quiet:
            self.console.result(str(path))
        return path

    def _end_words(self) -> None:
        """Whatever follows the answer's words begins on a line of its own."""
        if self._spoke:
            self.console.result("")
            self._spoke = False

    def _tell(self, event: TurnEvent) -> None:
        if not isinstance(event, TextDelta):
            self._end_words()
        match event:
            case Working() | Waiting() | Progress():
                self.console.status(self.seen.status, once=_once(event))
            case TextDelta(text) if self.aloud:
                self._spoke = True
                self.console.result(text, end="")
            case PromptReady(draft):
                for words in dict.fromkeys(filter(None, (draft.prompt_local, draft.prompt))):
                    self.console.line(self.t("cli.prompt", prompt=" ".join(words.split())))
            case Proposed(order, who) if who:
                self.console.line(self.seen.notes[-1])
                if not self.quiet:
                    self.console.result(order.draft.prompt)
            case Note():
                self.console.line(self.seen.notes[-1])
            case Adjusted(asked=asked, got=got) if asked and got:
                self.console.line(capital(present.controls(event, self.t)))
            case Adjusted(ignored=ignored) if ignored != self._ignored:
                self._ignored = ignored
                self.console.line(self.t("controls.ignored", values=present.params(ignored, self.t)))


def _once(event: Working | Waiting | Progress) -> str:
    """What makes a status worth a line of its own where lines stay: an attempt, a quarter of the steps."""
    match event:
        case Waiting():
            return f"{event.reason} {event.attempt}"
        case Progress():
            return f"{event.stage} {4 * event.step // max(1, event.steps)}"
    return ""
