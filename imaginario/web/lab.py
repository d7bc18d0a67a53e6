"""The lab: one prompt and one seed painted for several values of one control or two, side by side."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import gradio as gr

from imaginario.aio import stop
from imaginario.chat import Session
from imaginario.commands.base import Invocation
from imaginario.commands.compare import Grid, grid, orders
from imaginario.commands.parse import order, split_options
from imaginario.errors import GalleryError, StudioError
from imaginario.events import Failed, TurnEvent
from imaginario.gallery.schema import Picture
from imaginario.i18n import Translator
from imaginario.painting import Order, Services
from imaginario.painting.easel import chosen
from imaginario.web import lab_menu, lab_view
from imaginario.web.attached import attached, file_types
from imaginario.web.desk import AT_ONCE, Desk, block
from imaginario.web.lab_view import Bench, alert
from imaginario.web.play import HEARTBEAT
from imaginario.web.visitors import Lab, Visitor

LOOK = 0.2
"""Seconds between looks at the work."""


@dataclass(frozen=True, slots=True)
class Source:
    """The picture that edits start from: its address, and its size in pixels."""

    address: str
    width: int
    height: int


NONE = Source("", 1, 1)


class LabTab:
    """Components and handlers of the tab; everything personal is looked up by the visitor's cookie."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def build(self) -> None:
        """Lay the components out. Called once, inside the page's Blocks."""
        words: Any = self.desk.i18n
        with gr.Row(elem_id="lab"):
            with gr.Column(scale=3, min_width=280, elem_id="lab-side"):
                gr.Markdown(words("ui.lab_intro"))
                self._build_words(words)
                self._build_controls(words)
                self.told = block("lab-told")
                with gr.Row(elem_id="lab-end"):
                    self.go = gr.Button(words("ui.lab_go"), variant="primary", elem_id="lab-go")
                    self.halt = gr.Button(words("ui.lab_stop"), elem_id="lab-stop", interactive=False)
            with gr.Column(scale=7, elem_id="lab-main"):
                self.progress = block("lab-progress")
                self.results = block("lab-results")

    def _build_words(self, words: Any) -> None:
        self.idea = gr.Textbox(
            label=words("ui.lab_idea"), placeholder=words("ui.lab_idea_hint"), lines=2, max_lines=8,
            max_length=8000, elem_id="lab-idea",
        )  # fmt: skip
        self.newest = gr.Button(words("ui.lab_newest"), size="sm", elem_id="lab-newest")
        with gr.Row(elem_id="lab-how"):
            self.raw = gr.Checkbox(
                label=words("ui.lab_raw"), container=False, elem_id="lab-raw", interactive=True, min_width=150
            )
            self.seed = gr.Number(
                label=words("ui.seed"), placeholder=words("ui.lab_seed"), precision=0, value=None,
                elem_id="lab-seed", min_width=130,
            )  # fmt: skip

    def _build_controls(self, words: Any) -> None:
        menu: dict[str, Any] = {"choices": lab_menu.every(Translator()), "value": "", "filterable": False}
        self.control = gr.Dropdown(label=words("ui.lab_control"), elem_id="lab-control", **menu)
        self.values = gr.Textbox(
            label=words("ui.lab_values"), info=words("ui.lab_values_info"), elem_id="lab-values",
            max_length=2000,
        )  # fmt: skip
        self.by = gr.Dropdown(label=words("ui.lab_by"), elem_id="lab-by", **menu)
        self.by_values = gr.Textbox(
            label=words("ui.lab_by_values"), elem_id="lab-by-values", max_length=2000, visible=False
        )
        with gr.Column(visible=False, elem_id="lab-start") as self.start:
            self.original = block("lab-original")
            self.upload = gr.UploadButton(
                words("ui.lab_open"), file_types=file_types(), size="sm", elem_id="lab-open"
            )

    def wire(self, page: gr.Blocks, tab: gr.Tab) -> None:
        """Connect the handlers; with the tab, what the other tabs have changed comes into view."""
        texts = [self.idea, self.raw, self.seed]
        menus = [self.control, self.values, self.by, self.by_values, self.start, self.original, self.told]
        fields = [*texts, *menus[:4]]
        view = [self.progress, self.results, self.go, self.halt]
        page.load(self.shown, None, [*texts, *menus, *view], **AT_ONCE)
        tab.select(self.looked, None, [*menus, *view], **AT_ONCE)
        gr.on([self.control.input, self.by.input], self.picked, [self.control, self.by], menus, **AT_ONCE)
        gr.on([self.idea.blur, self.seed.blur, self.raw.input], self.wrote, texts, self.told, **AT_ONCE)
        for box in (self.values, self.by_values):
            gr.on([box.blur, box.submit], self.typed, menus[:4], self.told, **AT_ONCE)
        self.newest.click(self.took, None, [*texts, self.told], **AT_ONCE)
        self.upload.upload(self.opened, self.upload, self.original, **AT_ONCE)
        endless: dict[str, Any] = {**AT_ONCE, "queue": True, "concurrency_limit": None}
        run = self.go.click(self.make, fields, view, **endless)
        run.then(self.settled, None, view, **AT_ONCE)  # after Stop too
        self.halt.click(self.stopped, None, view, cancels=[run], **AT_ONCE)

    async def shown(self, request: gr.Request) -> tuple[Any, ...]:
        """The page was opened: everything as this visitor left it."""
        visitor, t = self.desk.visitor(request)
        lab = visitor.lab
        menus = await self._menus(visitor, t)
        return (lab.idea, lab.raw, lab.seed, *menus, *_view(lab.bench, t))

    async def looked(self, request: gr.Request) -> tuple[Any, ...]:
        """The tab was opened; what stands in the fields of the words stays."""
        visitor, t = self.desk.visitor(request)
        return (*await self._menus(visitor, t), *_view(visitor.lab.bench, t))

    async def picked(self, control: str, by: str, request: gr.Request) -> tuple[Any, ...]:
        """A control was chosen: its values are those typed before, or worth trying."""
        visitor, t = self.desk.visitor(request)
        visitor.lab.control, visitor.lab.by = control or visitor.lab.control, by or ""
        return await self._menus(visitor, t)

    async def wrote(self, idea: str, raw: bool, seed: Any, request: gr.Request) -> str:
        """The words were written: how many pictures they make, or what is wrong with them."""
        visitor, t = self.desk.visitor(request)
        _keep_words(visitor.lab, idea, raw, seed)
        return self._told(visitor, t)

    async def typed(self, control: str, values: str, by: str, by_values: str, request: gr.Request) -> str:
        """Values were typed. Only now do they surely belong to the controls that are sent along: just after
        a control was chosen the box still holds those of the one before."""
        visitor, t = self.desk.visitor(request)
        _keep_values(visitor.lab, control, values, by, by_values)
        return self._told(visitor, t)

    async def took(self, request: gr.Request) -> tuple[Any, ...]:
        """The newest picture's prompt is to be compared, as it was painted."""
        visitor, t = self.desk.visitor(request)
        picture = await self._newest(visitor)
        if picture is None:
            return gr.skip(), gr.skip(), gr.skip(), alert(t("lab.no_picture"))
        lab, recipe = visitor.lab, picture.recipe
        draft = recipe.get("draft") or {}
        lab.idea = str(draft.get("prompt") or recipe.get("prompt") or "")
        seed = recipe.get("seed")
        lab.raw, lab.seed = True, seed if isinstance(seed, int) and seed < 2**32 else None
        return lab.idea, lab.raw, lab.seed, self._told(visitor, t)

    async def opened(self, path: str, request: gr.Request) -> str:
        """A picture to start from was chosen."""
        visitor, t = self.desk.visitor(request)
        images, problem = await attached([path])
        if problem is not None or not images:
            return alert(t.joined(*t.error(problem))) if problem else ""
        visitor.lab.photo = visitor.lay_aside(images[0])
        return lab_view.original(f"/shelf/{quote(visitor.lab.photo)}", t)

    async def make(
        self, idea: str, raw: bool, seed: Any, control: str, values: str, by: str, by_values: str,
        request: gr.Request,
    ) -> AsyncGenerator[tuple[Any, ...], None]:  # fmt: skip
        """Start was pressed; closing this stops the work."""
        visitor, t = self.desk.visitor(request)
        lab = visitor.lab
        _keep_words(lab, idea, raw, seed)
        _keep_values(lab, control, values, by, by_values)
        try:
            wanted, places = self._ordered(lab)
            source = await self._source(visitor) if lab_menu.edits(lab.control, lab.by) else None
            shapes = self._shapes(visitor, wanted, places, source)
        except StudioError as error:
            yield _wrong(t.joined(*t.error(error)))
            return
        missing = "lab.no_idea" if not wanted.text.strip() else "lab.no_original" if source == NONE else ""
        crowded = None if missing else self.desk.house.turns.take(visitor.id)
        if missing or crowded is not None:
            yield _wrong(t.joined(*t.error(crowded)) if crowded else t(missing))
            return
        bench = lab.bench = Bench(places, shapes)
        try:
            events = await self._events(visitor, wanted)
            async with aclosing(_played(bench, events, t)) as looks:
                async for view in looks:
                    yield view
        finally:
            self.desk.house.turns.leave(visitor.id)
            bench.end()
        yield _view(bench, t)

    async def _events(self, visitor: Visitor, wanted: Invocation) -> AsyncGenerator[TurnEvent, None]:
        studio = self.desk.house.studio(self.desk.house.secrets(visitor.secrets))
        newest = await self._newest(visitor)
        session = Session(
            owner=visitor.id,
            choices=visitor.choices,
            last_picture=newest.id if newest else None,
            shelf=dict(visitor.shelf),
        )
        return studio.carry_out(wanted, session)

    async def stopped(self, request: gr.Request) -> tuple[Any, ...]:
        """Stop was pressed: what is finished stays."""
        visitor, t = self.desk.visitor(request)
        if visitor.lab.bench is not None:
            visitor.lab.bench.end()
        return _view(visitor.lab.bench, t)

    async def settled(self, request: gr.Request) -> tuple[Any, ...]:
        """However it ended: Start can be pressed again. What was wrong with the fields stays in sight."""
        visitor, _ = self.desk.visitor(request)
        going = visitor.lab.bench is not None and not visitor.lab.bench.over
        return gr.skip(), gr.skip(), gr.Button(interactive=not going), gr.Button(interactive=going)

    def _services(self, visitor: Visitor) -> Services:
        return self.desk.house.services(self.desk.house.secrets(visitor.secrets))

    async def _menus(self, visitor: Visitor, t: Translator) -> tuple[Any, ...]:
        """The menus with what the chosen model obeys, the values, the picture to start from, what is told."""
        services, choices, lab = self._services(visitor), visitor.choices, visitor.lab
        offered = lab_menu.offer(services, choices)
        lab.control = offered.usual(lab.control)
        lab.by = offered.beside(lab.control, lab.by)
        for name in filter(None, (lab.control, lab.by)):
            if not lab.values.get(name, "").strip():
                lab.values[name] = lab_menu.suggested(name, services, choices, t)
        editing = lab_menu.edits(lab.control, lab.by)
        return (
            gr.Dropdown(choices=lab_menu.menu(offered, t), value=lab.control),
            lab.values[lab.control],
            gr.Dropdown(choices=lab_menu.menu(offered, t, beside=lab.control), value=lab.by),
            gr.Textbox(value=lab.values.get(lab.by, ""), visible=bool(lab.by)),
            gr.Column(visible=editing),
            lab_view.original((await self._source(visitor)).address if editing else "", t),
            self._told(visitor, t),
        )

    def _told(self, visitor: Visitor, t: Translator) -> str:
        services, choices = self._services(visitor), visitor.choices
        said = lab_menu.said(lab_menu.offer(services, choices), services, choices, t)
        try:
            count = f"<p><b>{t('lab.count', count=self._ordered(visitor.lab)[1].size)}</b></p>"
        except StudioError as error:
            count = alert(t.joined(*t.error(error)))
        return said + count

    def _ordered(self, lab: Lab) -> tuple[Invocation, Grid]:
        """The command that the fields stand for. Raises `InvalidOption`."""
        text, options = split_options(lab.idea)
        by = f"{lab.by}={lab.values.get(lab.by, '')}" if lab.by else ""
        options |= {"vary": f"{lab.control}={lab.values.get(lab.control, '')}"} | ({"by": by} if by else {})
        places = grid(options["vary"], by)
        if lab.raw:
            options["raw"] = ""
        if lab.seed is not None:
            options["seed"] = str(lab.seed)
        if lab.photo and lab_menu.edits(lab.control, lab.by):
            options["picture"] = lab.photo
        return Invocation(name="compare", text=text, options=options), places

    def _shapes(
        self, visitor: Visitor, wanted: Invocation, places: Grid, source: Source | None
    ) -> tuple[str, ...]:
        """The shape of the picture that is expected in each place. Raises what choosing a model raises."""
        if source is not None:
            return (f"{source.width}/{source.height}",) * places.size
        given = {k: v for k, v in wanted.options.items() if k not in ("vary", "by", "picture")}
        asked = order(wanted.text, given).with_controls(visitor.choices.controls)
        _, card, _ = chosen(self._services(visitor), asked, visitor.choices)

        def shape(each: Order) -> str:
            width, height = each.size or each.ratio or card.default_size
            return f"{width:g}/{height:g}"

        return tuple(shape(each) for each in orders(asked, places))

    async def _source(self, visitor: Visitor) -> Source:
        """The picture that edits start from."""
        photo = visitor.shelf.get(visitor.lab.photo)
        if photo is not None:
            return Source(f"/shelf/{quote(visitor.lab.photo)}", photo.width, photo.height)
        visitor.lab.photo = ""
        newest = await self._newest(visitor)
        if newest is None:
            return NONE
        return Source(f"/media/{quote(newest.id)}?size=320", newest.width, newest.height)

    async def _newest(self, visitor: Visitor) -> Picture | None:
        """The picture on the easel, else the newest one there is."""
        gallery = self.desk.house.gallery
        try:
            if visitor.looking_at:
                return await gallery.get(visitor.id, visitor.looking_at)
            return next(iter(await gallery.page(visitor.id, limit=1)), None)
        except GalleryError:
            return None


async def _played(
    bench: Bench, events: AsyncGenerator[TurnEvent, None], t: Translator
) -> AsyncGenerator[tuple[Any, ...], None]:
    """Follow the work; the pictures are drawn anew only where something has changed among them."""
    task = asyncio.create_task(_listen(bench, events, t))
    drawn, at = ("", ""), 0.0
    try:
        while not task.done() and not bench.over:
            (status, pictures, *buttons), now = _view(bench, t), time.monotonic()
            if (status, pictures) != drawn or now - at >= HEARTBEAT:
                yield (status, gr.skip() if pictures == drawn[1] else pictures, *buttons)
                drawn, at = (status, pictures), now
            await asyncio.wait({task}, timeout=LOOK)
    finally:
        await stop(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            bench.take(Failed(StudioError(kind=type(error).__name__)), t)


async def _listen(bench: Bench, events: AsyncGenerator[TurnEvent, None], t: Translator) -> None:
    async with aclosing(events) as stream:
        async for event in stream:
            if bench.over:
                return
            bench.take(event, t)


def _keep_words(lab: Lab, idea: str, raw: bool, seed: Any) -> None:
    lab.idea, lab.raw = str(idea or ""), bool(raw)
    lab.seed = int(seed) if isinstance(seed, int | float) else None


def _keep_values(lab: Lab, control: str, values: str, by: str, by_values: str) -> None:
    lab.control, lab.by = control or lab.control, by or ""
    lab.values[lab.control] = str(values or "")
    if lab.by:
        lab.values[lab.by] = str(by_values or "")


def _view(bench: Bench | None, t: Translator) -> tuple[Any, ...]:
    """Updates for progress, results, Start and Stop."""
    going = bench is not None and not bench.over
    buttons = gr.Button(interactive=not going), gr.Button(interactive=going)
    return (lab_view.progress(bench, t), lab_view.results(bench, t), *buttons)


def _wrong(message: str) -> tuple[Any, ...]:
    """Updates for what can't be begun; the pictures of before stay."""
    return alert(message), gr.skip(), gr.skip(), gr.skip()
