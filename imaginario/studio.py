"""The studio: one turn of a conversation as a stream of events. It keeps nothing about anybody."""

from __future__ import annotations

import logging
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing
from dataclasses import replace
from typing import Any

from imaginario import commands
from imaginario.assistants.base import Brief
from imaginario.chat import Message, Session
from imaginario.commands.base import Command, Invocation
from imaginario.commands.compare import Grid, compared
from imaginario.commands.parse import parse, table
from imaginario.errors import EmptyPrompt, EngineUnreachable, GalleryError, StudioError
from imaginario.events import (
    Done,
    Failed,
    PromptReady,
    Proposed,
    Repaint,
    Saved,
    TextDelta,
    TurnEvent,
    Working,
)
from imaginario.images import Image
from imaginario.painting import Order, Services, imagine
from imaginario.registry import find
from imaginario.retry import patiently

log = logging.getLogger(__name__)


class Studio:
    """Turns what a person says into events, with the services their keys can reach."""

    def __init__(self, services: Services) -> None:
        self.services = services
        kinds: dict[str, type[Command]] = find(commands, Command)
        self._commands = {name: kind() for name, kind in kinds.items()}
        self._words = table(self._commands.values())

    @property
    def commands(self) -> Sequence[Command]:
        """All commands, in the order help lists them."""
        return tuple(self._commands.values())

    def turn(
        self, text: str, session: Session, *, images: Sequence[Image] = ()
    ) -> AsyncGenerator[TurnEvent, None]:
        """One turn: what `text` asks for, ending with `Done`.

        Failures arrive as `Failed`, never as exceptions. Closing the stream stops the work.
        """
        said = Message("user", text, tuple(images))
        return self._guarded(self._answer(said, session), said, session)

    def carry_out(self, invocation: Invocation, session: Session) -> AsyncGenerator[TurnEvent, None]:
        """One turn like `turn`, its command given as a value instead of a line of text."""
        said = Message("user", f"/{invocation.name} {invocation.text}".strip(), invocation.images)
        return self._guarded(self._run(invocation, session), said, session)

    def paint(
        self, order: Order, session: Session, grid: Grid | None = None
    ) -> AsyncGenerator[TurnEvent, None]:
        """One order for a picture, or with `grid` for several, given as a value instead of a line of text."""
        said, services = Message("user", f"/imagine {order.idea}", order.images), self.services
        work = compared(services, order, session, grid) if grid else imagine(services, order, session)
        return self._guarded(work, said, session)

    async def _guarded(
        self, work: AsyncGenerator[TurnEvent, None], said: Message, session: Session
    ) -> AsyncGenerator[TurnEvent, None]:
        """`work` with errors turned into events and the session brought up to date."""
        memory = _Memory(said)
        try:
            async with aclosing(work) as events:
                async for event in events:
                    memory.note(event)
                    yield self._told(event) if isinstance(event, Failed) else event
        except StudioError as error:
            memory.failed = True
            yield self._told(Failed(error))
        except Exception as error:
            memory.failed = True
            # Only the kind is logged: the text of an unforeseen error may quote a key.
            log.error("turn failed: %s", _where(error))
            yield Failed(StudioError(kind=type(error).__name__))
        yield Done(memory.applied(session))

    def _told(self, failed: Failed) -> Failed:
        """A failure as it may be told here."""
        error = failed.error
        log.info("turn failed: %s", error.code)
        if self.services.discreet and isinstance(error, EngineUnreachable):
            error.discreet()
        return failed

    async def _answer(self, said: Message, session: Session) -> AsyncGenerator[TurnEvent, None]:
        invocation = parse(said.text, self._words, said.images) if said.text.strip() else None
        if invocation is None:
            invocation = self._meant(said)
        work = self._chat(said, session) if invocation is None else self._run(invocation, session)
        async with aclosing(work) as events:
            async for event in events:
                yield event

    async def _run(self, invocation: Invocation, session: Session) -> AsyncGenerator[TurnEvent, None]:
        """The command's own events; what it raises at once is raised by the stream."""
        command = self._commands[invocation.name]
        async with aclosing(command.run(self.services, invocation, session)) as events:
            async for event in events:
                yield event

    def _meant(self, said: Message) -> Invocation | None:
        """The command that plain words ask for, such as "Cartoonize the following image" with a picture."""
        for name, command in self._commands.items():
            if command.means(said.text, said.images):
                return Invocation(name=name, text=said.text.strip(), images=said.images)
        return None

    async def _chat(self, said: Message, session: Session) -> AsyncGenerator[TurnEvent, None]:
        if not said.text.strip() and not said.images:
            raise EmptyPrompt(command="")
        choices = session.choices
        assistant = self.services.assistant(choices.assistant)
        model = choices.chat_model or assistant.fallback_models()[0].id
        recipe = await self._newest(session)
        brief = Brief(
            kind="chat", language=choices.language, model=model, sampling=choices.sampling, picture=recipe
        )
        yield Working("chatting", assistant.name, model)
        messages, wish = (*session.history(), said), None
        attempt = patiently(lambda: assistant.stream(messages, brief=brief), budget=self.services.wait_budget)
        async with aclosing(attempt) as answer:
            async for event in answer:
                if isinstance(event, Repaint):
                    wish = event
                else:
                    yield event
        if wish is None:
            return
        order = replace(
            _again(wish, recipe or {}, said), ask=choices.ask_first, written_by=(assistant.name, model)
        )
        async with aclosing(imagine(self.services, order, session)) as events:
            async for event in events:
                yield event

    async def _newest(self, session: Session) -> Mapping[str, Any] | None:
        """The recipe of the newest picture; None when there is none any more."""
        if session.last_picture is None:
            return None
        try:
            return (await self.services.gallery.get(session.owner, session.last_picture)).recipe
        except GalleryError:
            return None


def _again(wish: Repaint, recipe: Mapping[str, Any], said: Message) -> Order:
    """The order for a picture like the one of this recipe; what the wish leaves open stays as it was."""
    width, height, seed = (recipe.get(name) for name in ("width", "height", "seed"))
    asked = recipe.get("asked", {})
    return Order(
        idea=str(recipe.get("idea") or said.text),
        draft=wish.draft,
        style=wish.style or str(recipe.get("style", "")),
        negative_prompt=wish.negative_prompt or str(asked.get("negative_prompt", "")),
        size=(width, height) if isinstance(width, int) and isinstance(height, int) else None,
        seed=None if wish.another_seed else seed if wish.seed is None else wish.seed,
    )


class _Memory:
    """Gathers from the events what the conversation should remember of a turn."""

    def __init__(self, said: Message) -> None:
        self.said = said
        self.text = ""
        self.picture: str | None = None
        self.proposed: Any = None
        self.failed = False
        self.worked = self.chatted = False

    def note(self, event: TurnEvent) -> None:
        """Look at one event."""
        if isinstance(event, TextDelta):
            self.text += event.text
        elif isinstance(event, PromptReady):
            prompt = event.draft.prompt_local or event.draft.prompt
            self.text = f"{self.text.strip()}\n\n{prompt}" if self.chatted else prompt
        elif isinstance(event, Working):
            self.worked = True
            self.chatted |= event.stage == "chatting"
        elif isinstance(event, Proposed):
            self.proposed = event.order
        elif isinstance(event, Saved):
            self.picture, self.failed = event.picture_id, False
        elif isinstance(event, Failed):  # one picture of a comparison
            self.failed = self.picture is None

    def applied(self, session: Session) -> Session:
        """The session after the turn. What failed, and what no model took part in (a list of commands),
        is shown but not sent to models."""
        aside = self.failed or not self.worked
        said = replace(self.said, hidden=aside)
        answer = Message("assistant", self.text, hidden=aside)
        return replace(
            session.saying(said, answer),
            last_picture=self.picture or session.last_picture,
            proposed=self.proposed or (None if self.picture else session.proposed),
        )


def _where(error: BaseException) -> str:
    """The kind of an error and the line that raised it, without its text."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f" at {trace.tb_frame.f_code.co_qualname}:{trace.tb_lineno}" if trace else ""
    return f"{type(error).__name__}{place}"
