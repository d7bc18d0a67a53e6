"""The Chat tab: conversation on the left, the easel beside it."""

from __future__ import annotations

import secrets
import time
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import replace
from typing import Any

import gradio as gr

from imaginario.chat import Session
from imaginario.commands.parse import plain, without
from imaginario.errors import GalleryError, StudioError
from imaginario.events import Failed, TurnEvent
from imaginario.i18n import Translator
from imaginario.present import reduce
from imaginario.web import bubbles, easel, settings_tab
from imaginario.web.attached import attached, file_types, notes
from imaginario.web.controls import ControlsPanel
from imaginario.web.desk import AT_ONCE, Desk, block
from imaginario.web.models import choose_models, chosen, first_menus, menus, style_menu
from imaginario.web.play import HEARTBEAT, ticks
from imaginario.web.rework import editable
from imaginario.web.visitors import Turn, Visitor

View = tuple[Any, Any, Any]
"""Updates for the conversation, the easel and the message box."""

IDLE: dict[str, Any] = {"submit_btn": True, "stop_btn": False}
RUNNING: dict[str, Any] = {"submit_btn": False, "stop_btn": True}
LEFT_OUT: dict[str, tuple[str, ...]] = {"builtin": ("engine", "model", "assistant"), "new_seed": ("seed",)}
"""Options that must not hold a way out back, when the same words are sent again."""


class ChatTab:
    """Components and handlers of the tab; everything personal is looked up by the visitor's cookie."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.controls = ControlsPanel(desk)

    def build(self) -> None:
        """Lay the components out. Called once, inside the page's Blocks."""
        i18n: Any = self.desk.i18n  # its markers stand where the signatures say str
        with gr.Row(elem_id="menus", equal_height=True):
            common: dict[str, Any] = {"allow_custom_value": True, "filterable": True, "min_width": 160}
            self.chat_model = gr.Dropdown(
                choices=[], label=i18n("ui.chat_model"), elem_id="chat-model", **common
            )
            self.image_model = gr.Dropdown(
                choices=[], label=i18n("ui.image_model"), elem_id="image-model", **common
            )
            # Filled from the start: a page that outlives a restart of the server sends what it knows.
            self.style = gr.Dropdown(
                choices=style_menu(Translator()),
                value="",
                label=i18n("ui.style"),
                elem_id="style",
                min_width=120,
            )
        self.controls.build()
        with gr.Row(elem_id="desk"):
            with gr.Column(scale=6, elem_id="talk"):
                self.chatbot = gr.Chatbot(
                    elem_id="cb", show_label=False, container=False, height="calc(100dvh - 398px)",
                    min_height=280, buttons=["copy"], editable="user", layout="bubble",
                    placeholder=i18n("ui.welcome"), latex_delimiters=[], feedback_options=None,
                    allow_tags=False, label=i18n("ui.conversation"),
                )  # fmt: skip
                self.box = gr.MultimodalTextbox(
                    elem_id="tx", show_label=False, container=False, placeholder=i18n("ui.say"),
                    file_types=file_types(), file_count="multiple", max_plain_text_length=20_000, lines=1,
                    max_lines=8, autofocus=True, sources=["upload"], label=i18n("ui.message"),
                )  # fmt: skip
                with gr.Row(elem_id="under"):
                    gr.Markdown(i18n("ui.hint"), elem_id="hint")
                    self.ask_first = gr.Checkbox(
                        label=i18n("ui.ask_first"), value=False, elem_id="ask-first", container=False,
                        min_width=120, interactive=True,
                    )  # fmt: skip
                    self.clear = gr.Button(
                        i18n("ui.clear"), size="sm", elem_id="clear", min_width=90, scale=0
                    )
            with gr.Column(scale=5, elem_id="easel-side"):
                self.easel = block("easel")
        self.pulse = gr.Timer(HEARTBEAT, active=False)

    def wire(self, page: gr.Blocks, tabs: gr.Tabs, sampling: Sequence[Any]) -> None:
        """Connect the handlers; the fields of `sampling` travel with what is sent. No event is an API."""
        view = [self.chatbot, self.easel, self.box]
        endless: dict[str, Any] = {**AT_ONCE, "queue": True, "concurrency_limit": None}
        menus = [self.chat_model, self.image_model, self.style]
        chosen = [*menus, *self.controls.fields.values(), *sampling]
        running: list[Any] = [
            self.box.submit(self.send, [self.ask_first, self.box, *chosen], view, **endless),
            self.chatbot.retry(self.retry, [self.ask_first, *chosen], view, **endless),
            self.chatbot.edit(self.edit, [self.ask_first, *chosen], view, **endless),
            self.chatbot.option_select(self.chip, [self.ask_first, *chosen], [*view, tabs], **endless),
        ]
        following = [*view, self.pulse]
        for event in running:  # "then" comes after Stop too, once the page may send again
            event.then(self.followed, None, following, **AT_ONCE)
        clear = [self.clear.click, self.chatbot.clear]
        self.box.stop(self.halted, None, following, cancels=running, **AT_ONCE)
        gr.on(clear, self.cleared, None, following, cancels=running, **AT_ONCE)
        picked = gr.on([m.input for m in menus], self.chose, menus, None, **AT_ONCE)
        self.controls.wire(self.image_model, picked)
        self.ask_first.input(self.asks, self.ask_first, None, **AT_ONCE)
        everything = [*following, *menus, self.ask_first, *self.controls.every]
        opened = page.load(self.shown, None, everything, **AT_ONCE)
        opened.then(self.listed, None, menus[:2], **AT_ONCE)
        self.pulse.tick(self.followed, None, following, **AT_ONCE)

    async def send(
        self, first: bool, value: dict[str, Any], request: gr.Request, *page: Any
    ) -> AsyncGenerator[View, None]:
        """A message was sent; `first` is the tick for seeing prompts before they are painted.

        `page` is what is shown: the three menus, then image settings and sampling in their order.
        """
        visitor, t = self._visitor(request, first, page)
        text = str(value.get("text") or "")
        images, problem = await attached(value.get("files") or ())
        turn = visitor.begin(text, images, _tab(request))
        async with aclosing(self._played(visitor, turn, t, problem)) as views:
            async for view in views:
                yield view

    async def retry(
        self, first: bool, event: gr.RetryData, request: gr.Request, *page: Any
    ) -> AsyncGenerator[View, None]:
        """A message is to be answered once more."""
        visitor, t = self._visitor(request, first, page)
        async with aclosing(self._again(visitor, t, _turn_index(event.index), tab=_tab(request))) as views:
            async for view in views:
                yield view

    async def edit(
        self, first: bool, event: gr.EditData, request: gr.Request, *page: Any
    ) -> AsyncGenerator[View, None]:
        """A message was changed: the conversation goes on from there."""
        visitor, t = self._visitor(request, first, page)
        index, text = _turn_index(event.index), str(event.value)
        async with aclosing(self._again(visitor, t, index, text, tab=_tab(request))) as views:
            async for view in views:
                yield view

    async def chip(
        self, first: bool, event: gr.SelectData, request: gr.Request, *page: Any
    ) -> AsyncGenerator[tuple[Any, ...], None]:
        """One of the ways out below the last answer was tapped."""
        visitor, t = self._visitor(request, first, page)
        action = str(event.value)
        if not visitor.turns:
            return
        if action == "settings":
            yield (*_nothing(), gr.Tabs(selected="settings"))
            return
        if action in ("edit", "edit_prompt"):
            yield (gr.skip(), gr.skip(), _filled(self._editable(visitor, action)), gr.skip())
            return
        async with aclosing(self._acted(visitor, t, action, _tab(request))) as views:
            async for view in views:
                yield (*view, gr.skip())

    def _visitor(self, request: gr.Request, first: bool, page: Sequence[Any]) -> tuple[Visitor, Translator]:
        """Who is asking, and in which language to answer.

        What was chosen travels with what is sent: its own event may arrive later, and something else be paid
        for. A page that is still opening shows no tick, and no chat model: then nothing of it counts.
        """
        visitor, t = self.desk.visitor(request)
        if first:
            visitor.choose(ask_first=True)
        if page and page[0]:
            self._choose(visitor, *page[:3])
            sampling = 3 + len(self.controls.fields)
            self.controls.carried(visitor, page[3:sampling])
            settings_tab.carried(visitor, page[sampling:])
        return visitor, t

    def _acted(self, visitor: Visitor, t: Translator, action: str, tab: str) -> AsyncGenerator[View, None]:
        last = visitor.turns[-1]
        if action in ("paint", "rewrite"):
            return self._played(visitor, visitor.begin(f"/{action}", (), tab), t)
        if action == "new_seed" and not last.shown.problem:
            return self._played(visitor, visitor.begin(_another(last), last.images, tab), t)
        return self._again(visitor, t, -1, action=action, tab=tab)

    def _editable(self, visitor: Visitor, action: str) -> str:
        """The text to work on: what was said, or the prompt that was painted as a command of its own."""
        turn = visitor.turns[-1]
        if turn.shown.draft and turn.shown.proposed and action == "edit_prompt":
            return f"/paint {plain(turn.shown.draft.prompt)}"
        if action == "edit" or not turn.shown.pictures:
            return turn.text
        services = self.desk.house.services(self.desk.house.secrets(visitor.secrets))
        return editable(turn.text, turn.shown.pictures[-1].recipe, services, visitor.choices)

    async def _again(
        self,
        visitor: Visitor,
        t: Translator,
        index: int,
        text: str | None = None,
        *,
        action: str = "",
        tab: str = "",
    ) -> AsyncGenerator[View, None]:
        try:
            old = visitor.rewind(index)
        except IndexError:
            yield await self._view(visitor, t, IDLE)
            return
        words, images = (old.text, old.images) if text is None else bubbles.edited(old, text)
        for option in LEFT_OUT.get(action, ()):
            words = without(words, option)
        turn = visitor.begin(words, images, tab)
        async with aclosing(self._played(visitor, turn, t, builtin=action == "builtin")) as views:
            async for view in views:
                yield view

    async def _played(
        self,
        visitor: Visitor,
        turn: Turn,
        t: Translator,
        problem: StudioError | None = None,
        *,
        builtin: bool = False,
    ) -> AsyncGenerator[View, None]:
        """Draw a turn from its first moment to its last; however this ends, the turn ends with it.

        The button to send comes back with `followed`, not here: the page drops in silence what is sent
        before its framework has noted the end of an event.
        """
        for note in notes(turn.images):
            turn.shown = reduce(turn.shown, note, t)
        crowded = self.desk.house.turns.take(visitor.id)
        problem = problem or crowded
        try:
            yield await self._view(visitor, t, {**RUNNING, "value": None}, turn)
            if problem is not None:
                turn.shown = replace(reduce(turn.shown, Failed(problem), t), over=True)
                yield await self._view(visitor, t, {**RUNNING, "value": turn.text})
                return
            stream = self._stream(visitor, turn, builtin=builtin)
            async with aclosing(ticks(visitor, turn, stream, t)) as looks:
                async for _ in looks:
                    if not turn.shown.over:
                        yield await self._view(visitor, t, RUNNING, turn)
        finally:
            visitor.stop(turn)
            if crowded is None:
                self.desk.house.turns.leave(visitor.id)
        yield await self._view(visitor, t, RUNNING)

    def _stream(self, visitor: Visitor, turn: Turn, *, builtin: bool) -> AsyncGenerator[TurnEvent, None]:
        studio = self.desk.house.studio(self.desk.house.secrets(visitor.secrets))
        session = replace(turn.before, choices=visitor.choices, shelf=dict(visitor.shelf))
        return studio.turn(turn.text, _with_builtin(session) if builtin else session, images=turn.images)

    async def halted(self, request: gr.Request) -> tuple[Any, ...]:
        """Stop was pressed: the work begun on this page ends, show what there is."""
        visitor, t = self.desk.visitor(request)
        if turn := visitor.stopped_on(_tab(request)):
            visitor.stop(turn)
        return (*await self._view(visitor, t, RUNNING), gr.Timer(active=True))

    async def cleared(self, request: gr.Request) -> tuple[Any, ...]:
        """The conversation was cleared; pictures stay in the gallery."""
        visitor, t = self.desk.visitor(request)
        visitor.looking_at = ""
        running = _running(visitor) is not None
        visitor.clear()
        box = gr.MultimodalTextbox(value=None, **(RUNNING if running else IDLE))
        return [], easel.empty(t), box, gr.Timer(active=running)

    async def shown(self, request: gr.Request) -> tuple[Any, ...]:
        """The page was opened: everything as this visitor left it."""
        visitor, t = self.desk.visitor(request)
        if not visitor.looking_at and not visitor.turns:
            newest = await self.desk.house.gallery.page(visitor.id, limit=1)
            visitor.looking_at = newest[0].id if newest else ""
        choices = (*self._menus(visitor, t), visitor.choices.ask_first, *self.controls.looks(visitor, t))
        return (*await self._followed(visitor, t), *choices)

    async def followed(self, request: gr.Request) -> tuple[Any, ...]:
        """How the conversation stands: after a turn, or while one runs that another tab has begun."""
        visitor, t = self.desk.visitor(request)
        return await self._followed(visitor, t)

    async def _followed(self, visitor: Visitor, t: Translator) -> tuple[Any, ...]:
        """What there is to see, and whether to look again soon."""
        turn = _running(visitor)
        return (*await self._view(visitor, t, RUNNING if turn else IDLE, turn), gr.Timer(active=bool(turn)))

    async def listed(self, request: gr.Request) -> tuple[Any, ...]:
        """The entries of the model menus once more, now with what the providers say.

        Only the entries: providers take their time, and something else may be chosen by then.
        """
        visitor, t = self.desk.visitor(request)
        house = self.desk.house
        return tuple(
            gr.Dropdown(choices=menu) for menu in await menus(house, house.secrets(visitor.secrets), t)
        )

    async def chose(self, chat: str, image: str, style: str, request: gr.Request) -> None:
        """A menu was used."""
        visitor, _ = self.desk.visitor(request)
        self._choose(visitor, chat, image, style)

    def _choose(self, visitor: Visitor, chat: str, image: str, style: str) -> None:
        services = self.desk.house.services(self.desk.house.secrets(visitor.secrets))
        choose_models(visitor, services, chat, image)
        visitor.choose(style=style or "")

    async def asks(self, first: bool, request: gr.Request) -> None:
        """Whether prompts are to be seen before they are painted."""
        visitor, _ = self.desk.visitor(request)
        visitor.choose(ask_first=bool(first))

    def _menus(self, visitor: Visitor, t: Translator) -> tuple[Any, Any, Any]:
        """The three menus, with what is known of models before any provider was asked."""
        house, c = self.desk.house, visitor.choices
        picked = (c.chat_model, c.image_model)
        chat, image = first_menus(house, house.secrets(visitor.secrets), t, picked)
        return (
            gr.Dropdown(choices=chat, value=chosen(c.assistant, c.chat_model)),
            gr.Dropdown(choices=image, value=chosen(c.engine, c.image_model)),
            gr.Dropdown(choices=style_menu(t), value=c.style),
        )

    async def _view(
        self, visitor: Visitor, t: Translator, box: dict[str, Any], turn: Turn | None = None
    ) -> View:
        """The page as it should look; `turn` is the one that goes on, if one does."""
        painting = turn is not None and (turn.shown.draft is not None or _is_painting(turn))
        if turn is not None and painting:
            canvas = easel.busy(turn.shown, t, time.monotonic() - turn.begun)
        else:
            canvas = await self._easel(visitor, t)
        update = gr.MultimodalTextbox(**box) if box else gr.skip()
        return bubbles.messages(visitor.turns, t), canvas, update

    async def _easel(self, visitor: Visitor, t: Translator) -> str:
        newest = visitor.turns[-1].shown if visitor.turns else None
        if newest is not None and newest.over and newest.proposed and not newest.pictures:
            return easel.proposed(newest, t)
        if not visitor.looking_at:
            return easel.empty(t)
        try:
            return easel.finished(await self.desk.house.gallery.get(visitor.id, visitor.looking_at), t)
        except GalleryError:
            return easel.empty(t)


def _tab(request: gr.Request) -> str:
    return str(getattr(request, "session_hash", None) or "")


def _another(turn: Turn) -> str:
    """What to say for a picture like that of a turn: the same without its seed, be it in a proposed order."""
    text, order = without(turn.text, "seed"), turn.shown.proposed
    return text if order is None or order.seed is None else f"{text} --seed {secrets.randbelow(2**32)}"


def _running(visitor: Visitor) -> Turn | None:
    """The newest turn, if it goes on."""
    return next((turn for turn in visitor.turns[-1:] if not turn.shown.over), None)


def _is_painting(turn: Turn) -> bool:
    return any(w.stage == "painting" for w in turn.shown.used)


def _turn_index(index: Any) -> int:
    """Turn of a message: each turn is two messages."""
    return (index[0] if isinstance(index, list | tuple) else int(index)) // 2


def _with_builtin(session: Session) -> Session:
    plain = replace(session.choices, assistant="builtin", chat_model="", engine="builtin", image_model="")
    return replace(session, choices=plain)


def _nothing() -> View:
    return gr.skip(), gr.skip(), gr.skip()


def _filled(text: str) -> Any:
    return gr.MultimodalTextbox(value={"text": text, "files": []}, **IDLE)
