"""The cartoon desk: one photo, several ways to a cartoon, side by side, each with a slider over the photo."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

import gradio as gr

from imaginario import imaging
from imaginario.aio import in_thread, stop
from imaginario.chat import Session
from imaginario.commands.makers import Maker, makers
from imaginario.errors import StudioError, UnusableImage
from imaginario.events import Failed
from imaginario.i18n import Translator
from imaginario.painting import Order
from imaginario.present import Problem, Transcript, maker_about, maker_title, reduce
from imaginario.studio import Studio
from imaginario.web.attached import file_types
from imaginario.web.desk import AT_ONCE, Desk, block
from imaginario.web.easel import compare, escape
from imaginario.web.visitors import Easel, Visitor

LOOK = 0.2
"""Seconds between looks at the work."""
AT_A_TIME = 3
"""Makers that work at the same time."""
USUAL = 3
"""Makers that are ticked when the desk is first seen."""


class CartoonTab:
    """Components and handlers of the tab."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def build(self) -> None:
        """Lay the components out. Called once, inside the page's Blocks."""
        words: Any = self.desk.i18n
        with gr.Row(elem_id="cartoons"):
            with gr.Column(scale=3, min_width=280, elem_id="cartoons-side"):
                gr.Markdown(words("ui.cartoons_intro"))
                self.photo = block("cartoons-photo")
                self.upload = gr.UploadButton(
                    words("ui.cartoons_open"), file_types=file_types(), elem_id="cartoons-open"
                )
                self.choice = gr.CheckboxGroup(
                    choices=[], label=words("ui.cartoons_makers"), elem_id="cartoons-makers"
                )
                with gr.Row(elem_id="cartoons-end"):
                    self.go = gr.Button(words("ui.cartoons_go"), variant="primary", elem_id="cartoons-go")
                    self.halt = gr.Button(words("ui.cartoons_stop"), elem_id="cartoons-stop")
            with gr.Column(scale=7):
                self.results = block("cartoons-results")

    def wire(self, page: gr.Blocks, menu: gr.Dropdown) -> None:
        """Connect the handlers."""
        view = [self.photo, self.choice, self.results]
        page.load(self.shown, None, view, **AT_ONCE)
        menu.change(self.shown, None, view, **AT_ONCE)
        self.upload.upload(self.opened, self.upload, [self.photo, self.results], **AT_ONCE)
        endless: dict[str, Any] = {**AT_ONCE, "queue": True, "concurrency_limit": None}
        run = self.go.click(self.make, self.choice, self.results, **endless)
        self.halt.click(self.stopped, None, self.results, cancels=[run], **AT_ONCE)

    async def shown(self, request: gr.Request) -> tuple[Any, ...]:
        """The page was opened, or other keys and models are there."""
        visitor, t = self.desk.visitor(request)
        offered = self._makers(visitor)
        ticked = [name for name in visitor.easel.ticked if name in offered] or list(offered)[:USUAL]
        choices = [(maker_title(maker, t), name) for name, maker in offered.items()]
        menu = gr.CheckboxGroup(choices=choices, value=ticked)
        return photo(visitor.easel, t), menu, results(visitor.easel, offered, t)

    async def opened(self, path: str, request: gr.Request) -> tuple[str, str]:
        """A photo was chosen; what was made of the one before goes."""
        visitor, t = self.desk.visitor(request)
        try:
            image = await in_thread(_read, str(path))
        except UnusableImage as error:
            return f'<p class="bad" role="alert">{escape(t.joined(*t.error(error)))}</p>', ""
        visitor.easel = Easel(photo=visitor.lay_aside(image), ticked=visitor.easel.ticked)
        return photo(visitor.easel, t), ""

    async def make(self, chosen: list[str], request: gr.Request) -> AsyncGenerator[str, None]:
        """Let the makers that are ticked work; closing this stops them."""
        visitor, t = self.desk.visitor(request)
        easel, offered = visitor.easel, self._makers(visitor)
        picked = {name: offered[name] for name in chosen if name in offered}
        easel.ticked = tuple(picked)
        image = visitor.shelf.get(easel.photo)
        if image is None or not picked:
            missing = "cartoons.no_photo" if image is None else "cartoons.no_maker"
            yield f'<p class="bad" role="alert">{escape(t(missing))}</p>'
            return
        orders = {name: maker.over(Order(idea="", image=image)) for name, maker in picked.items()}
        studio = self.desk.house.studio(self.desk.house.secrets(visitor.secrets))
        # Nothing can be answered here: a prompt that waited would never be painted.
        session = Session(owner=visitor.id, choices=replace(visitor.choices, ask_first=False))
        free = asyncio.Semaphore(AT_A_TIME)
        if (crowded := self.desk.house.turns.take(visitor.id)) is not None:
            yield f'<p class="bad" role="alert">{escape(t.joined(*t.error(crowded)))}</p>'
            return
        easel.made = {name: Transcript() for name in picked}
        tasks = [
            asyncio.create_task(_followed(studio, order, session, easel, name, t, free))
            for name, order in orders.items()
        ]
        try:
            while not all(task.done() for task in tasks):
                yield results(easel, offered, t)
                await asyncio.wait(tasks, timeout=LOOK)
        finally:
            self.desk.house.turns.leave(visitor.id)
            for task in tasks:
                await stop(task)
            easel.made = {name: _ended(seen) for name, seen in easel.made.items()}
        yield results(easel, offered, t)

    async def stopped(self, request: gr.Request) -> str:
        """Stop was pressed: what is finished stays."""
        visitor, t = self.desk.visitor(request)
        easel = visitor.easel
        easel.made = {name: _ended(seen) for name, seen in easel.made.items()}
        return results(easel, self._makers(visitor), t)

    def _makers(self, visitor: Visitor) -> Mapping[str, Maker]:
        return makers(self.desk.house.services(self.desk.house.secrets(visitor.secrets)))


async def _followed(
    studio: Studio, order: Order, session: Session, easel: Easel, name: str, t: Translator,
    free: asyncio.Semaphore,
) -> None:  # fmt: skip
    """Let one maker work and keep its transcript up to date."""
    async with free:
        try:
            async with aclosing(studio.paint(order, session)) as events:
                async for event in events:
                    easel.made[name] = reduce(easel.made[name], event, t)
        except StudioError as error:
            easel.made[name] = reduce(easel.made[name], Failed(error), t)


def _ended(seen: Transcript) -> Transcript:
    return seen if seen.over else replace(seen, over=True, stopped=True, status="")


def _read(path: str) -> Any:
    file = Path(path)
    try:
        return imaging.opened(file.read_bytes(), file.name)
    except OSError as error:
        raise UnusableImage(name=file.name, reason="unreadable") from error


def photo(easel: Easel, t: Translator) -> str:
    """The photo that is being worked on."""
    if not easel.photo:
        return ""
    alt = escape(t("cartoons.photo"), quote=True)
    return f'<img class="cartoons-photo" src="/shelf/{quote(easel.photo)}" alt="{alt}">'


def results(easel: Easel, offered: Mapping[str, Maker], t: Translator) -> str:
    """What the makers have made so far, as cards."""
    cards = [card(offered[n], seen, easel.photo, t) for n, seen in easel.made.items() if n in offered]
    if not cards:
        return f'<div class="cartoons-empty"><p>{escape(t("cartoons.empty"))}</p></div>'
    return f'<div class="cartoons-grid">{"".join(cards)}</div>'


def card(maker: Maker, seen: Transcript, before: str, t: Translator) -> str:
    """One maker's work: a slider over the photo, or how it stands."""
    head = f"<h3>{escape(maker_title(maker, t))}</h3><p>{escape(maker_about(maker, t))}</p>"
    if seen.pictures:
        picture = seen.pictures[-1]
        address = f"/media/{quote(picture.picture_id)}"
        name, which = escape(picture.filename, quote=True), escape(picture.picture_id, quote=True)
        body = compare(f"/shelf/{quote(before)}", f"{address}?size=1024", _ratio(picture.recipe), t)
        foot = (
            f'<div class="cartoons-foot"><a class="easel-button" href="{address}/download" download="{name}">'
            f"{escape(t('easel.download'))}</a>"
            f'<button type="button" class="easel-button" data-edit="{which}">'
            f"{escape(t('easel.edit'))}</button></div>"
        )
        return f'<article class="cartoon">{body}{head}{foot}</article>'
    return f'<article class="cartoon">{_standing(seen, seen.problem, t)}{head}</article>'


def _ratio(recipe: Mapping[str, Any]) -> str:
    return f"{recipe.get('width') or 1}/{recipe.get('height') or 1}"


def _standing(seen: Transcript, problem: Problem | None, t: Translator) -> str:
    if problem is not None:
        return f'<div class="cartoon-blank bad" role="alert">{escape(problem.line)}</div>'
    said = t("status.stopped") if seen.stopped else seen.status or t("cartoons.waiting")
    kind = "cartoon-blank" if seen.over else "cartoon-blank easel-blank"
    return f'<div class="{kind}"><span>{escape(said)}</span></div>'
