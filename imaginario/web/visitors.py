"""Who is here: conversations, choices and keys by visitor cookie, in the server's memory only."""

from __future__ import annotations

import secrets
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import quote

from imaginario import i18n
from imaginario.chat import Choices, Message, Session
from imaginario.images import Image
from imaginario.painting import Order
from imaginario.present import Transcript
from imaginario.secrets import Secret

COOKIE = "imaginario_visitor"
LANGUAGE_COOKIE = "lang"
KEPT_SECONDS = 24 * 3600.0
KEPT_VISITORS = 2000
KEPT_TURNS = 200
PICTURED_TURNS = 10
"""Turns, the newest ones, whose attached pictures are kept."""
SHELF, SHELF_BYTES = 24, 64 * 1024 * 1024
"""Pictures and masks laid aside for the editor, and the bytes they may take together."""


@dataclass(slots=True, eq=False)
class Turn:
    """One turn as the page shows it, and the session as it was before it."""

    id: str
    text: str
    images: tuple[Image, ...]
    before: Session
    shown: Transcript = field(default_factory=Transcript)
    added: tuple[Message, ...] = ()
    """What it added to the conversation once it was over."""
    begun: float = field(default_factory=time.monotonic)
    tab: str = ""
    """The page it was begun on, as the page's framework calls it."""

    def forget_pictures(self, waiting: Any = None) -> None:
        """Let go of attached pictures, its own and those that were in the conversation before it.

        The order that is `waiting` keeps those it needs.
        """
        self.images, self.before = (), replace(self.before, messages=(), proposed=None)
        self.added = tuple(replace(message, images=()) for message in self.added)
        order = self.shown.proposed
        if isinstance(order, Order) and order is not waiting and order.has_pictures:
            self.shown = replace(self.shown, proposed=None)

    def attached(self) -> list[str]:
        """Addresses of the attached pictures."""
        return [f"/attached/{quote(self.id)}/{n}" for n in range(len(self.images))]


@dataclass(slots=True, eq=False)
class Easel:
    """The cartoon desk of one visitor: a photo, which makers are ticked, and what they have made."""

    photo: str = ""
    """Name of the photo on the shelf."""
    ticked: tuple[str, ...] = ()
    made: dict[str, Transcript] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class Lab:
    """The lab of one visitor: what is written in its fields, and the comparison that was made last."""

    idea: str = ""
    raw: bool = False
    seed: int | None = None
    control: str = "steps"
    by: str = ""
    """The second control, by its option's name; "" is none."""
    values: dict[str, str] = field(default_factory=dict)
    """What was typed for each control."""
    photo: str = ""
    """Name, on the shelf, of the picture that edits start from; "" is the newest one."""
    bench: Any = None
    """A `lab_view.Bench`."""


@dataclass(slots=True)
class Visitor:
    """One person's things. Only ever reached through that person's cookie."""

    id: str
    session: Session
    secrets: dict[str, Secret] = field(default_factory=dict)
    turns: list[Turn] = field(default_factory=list)
    looking_at: str = ""
    """Gallery id of the picture on the easel."""
    seen: float = 0.0
    shelf: dict[str, Image] = field(default_factory=dict)
    """Pictures and masks of the editor, the newest last."""

    easel: Easel = field(default_factory=Easel)
    lab: Lab = field(default_factory=Lab)

    def lay_aside(self, image: Image) -> str:
        """Keep a picture or a mask for edits to come; answers with its name. The oldest make room."""
        name = secrets.token_urlsafe(6).replace("-", "x").replace("_", "y")
        self.shelf[name] = image
        while len(self.shelf) > SHELF or sum(len(i.data) for i in self.shelf.values()) > SHELF_BYTES:
            if len(self.shelf) == 1:
                break
            del self.shelf[next(iter(self.shelf))]
        return name

    @property
    def choices(self) -> Choices:
        """What this person chose."""
        return self.session.choices

    def choose(self, **changes: object) -> None:
        """Change some choices, for this conversation from now on."""
        self.session = replace(self.session, choices=replace(self.session.choices, **changes))  # type: ignore[arg-type]  # fields of Choices

    def begin(self, text: str, images: tuple[Image, ...], tab: str = "") -> Turn:
        """A new turn at the end of the conversation."""
        del self.turns[: 1 - KEPT_TURNS]
        for old in self.turns[: 1 - PICTURED_TURNS]:
            if old.shown.over:
                old.forget_pictures(self.session.proposed)
        self._remember()
        turn = Turn(secrets.token_urlsafe(8), text, images, self.session, tab=tab)
        self.turns.append(turn)
        return turn

    def rewind(self, index: int) -> Turn:
        """Take turn `index`, and those below it, out of the conversation; answers with that turn.

        Raises `IndexError`.
        """
        turn = self.turns[index]
        self._drop(index)
        self._remember()
        return turn

    def clear(self) -> None:
        """Forget the conversation, keep choices, keys and pictures."""
        self._drop(0)
        self.session = Session(owner=self.id, choices=self.choices)

    def finish(self, turn: Turn, session: Session) -> None:
        """Take over what a turn has added to the conversation, unless it was taken back meanwhile.

        Choices may have changed and other turns may have ended since it began: they stay.
        """
        if turn not in self.turns:
            return
        turn.added = session.messages[len(turn.before.messages) :]
        self._remember()

    def stopped_on(self, tab: str) -> Turn | None:
        """The turn that Stop on this page means: the newest of its own, else the newest that goes on."""
        going = [turn for turn in self.turns if not turn.shown.over]
        own = [turn for turn in going if turn.tab == tab]
        return next(reversed(own or going), None)

    def stop(self, turn: Turn) -> None:
        """End a turn that is still going on; its words stay, and the conversation can go on from there."""
        if turn.shown.over:
            return
        turn.shown = replace(turn.shown, stopped=True, over=True, status="", preview=None)
        text = turn.shown.text
        said = Message("user", turn.text, turn.images, hidden=not text)
        answer = Message("assistant", text, hidden=not text)
        self.finish(turn, turn.before.saying(said, answer))

    def _remember(self) -> None:
        """Let the conversation be what the turns on the page have added, in their order."""
        messages = tuple(message for turn in self.turns for message in turn.added)
        painted = [shown.picture_id for turn in self.turns for shown in turn.shown.pictures]
        last = painted[-1] if painted else None
        self.session = replace(self.session, messages=messages, last_picture=last, proposed=self._proposed())

    def _proposed(self) -> Any:
        """The order whose prompt waits: the newest one, until something else is painted."""
        waiting = None
        for turn in self.turns:
            waiting = turn.shown.proposed or (None if turn.shown.pictures else waiting)
        return waiting

    def _drop(self, index: int) -> None:
        """Take turns out of the conversation; what still runs of them ends."""
        dropped = self.turns[index:]
        del self.turns[index:]
        for turn in dropped:
            self.stop(turn)

    def turn(self, turn_id: str) -> Turn | None:
        """The turn of this id."""
        return next((t for t in self.turns if t.id == turn_id), None)


class Visitors:
    """All visitors of one server; those long unseen are forgotten, keys included."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._known: OrderedDict[str, Visitor] = OrderedDict()

    def get(self, visitor_id: str, *, language: str = "en") -> Visitor:
        """The visitor of this cookie, new if unknown."""
        self._forget()
        visitor = self._known.get(visitor_id)
        if visitor is None:
            self._make_room()
            session = Session(owner=visitor_id, choices=Choices(language=language))
            visitor = self._known[visitor_id] = Visitor(visitor_id, session)
        visitor.seen = self._clock()
        self._known.move_to_end(visitor_id)
        if visitor.choices.language != language:
            visitor.choose(language=language)
        return visitor

    def find(self, visitor_id: str) -> Visitor | None:
        """The visitor of this cookie, if known."""
        return self._known.get(visitor_id)

    def _forget(self) -> None:
        old = self._clock() - KEPT_SECONDS
        while self._known and next(iter(self._known.values())).seen < old:
            self._known.popitem(last=False)

    def _make_room(self) -> None:
        """Where there are too many, the one longest unseen goes, those first who would lose nothing."""
        if len(self._known) >= KEPT_VISITORS:
            idle = (v.id for v in self._known.values() if not v.turns and not v.secrets)
            del self._known[next(idle, next(iter(self._known)))]


def cookie(header: str, name: str) -> str:
    """The value of one cookie in a `Cookie` header, or ""."""
    for part in header.split(";"):
        key, _, value = part.strip().partition("=")
        if key == name:
            return value
    return ""


def language_of(headers: Mapping[str, str], default: str = "") -> str:
    """The language of a request: the cookie, then `default`, then what the browser accepts."""
    chosen = cookie(headers.get("cookie", ""), LANGUAGE_COOKIE) or default
    return i18n.match(chosen) or i18n.negotiate(headers.get("accept-language", ""))
