"""The guide map in the image settings: a small upload, seen as soon as it is there."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import quote

import gradio as gr

from imaginario.errors import StudioError
from imaginario.i18n import Translator
from imaginario.web.attached import attached, file_types
from imaginario.web.desk import AT_ONCE, Desk, block
from imaginario.web.easel import escape
from imaginario.web.visitors import Visitor


class GuideMap:
    """One picture whose lines new pictures follow; there only where the model obeys it."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def build(self) -> None:
        """Lay the components out. Called once, inside the page's Blocks."""
        words: Any = self.desk.i18n
        with gr.Row(elem_id="control-guide", visible=False) as self.row:
            self.seen = block("control-guide-seen")
            self.upload = gr.UploadButton(
                words("ui.control_image_open"), file_types=file_types(), size="sm", scale=0, min_width=150,
                elem_id="control-guide-open",
            )  # fmt: skip
            self.drop = gr.Button(
                words("ui.control_image_drop"), size="sm", scale=0, min_width=90, visible=False,
                elem_id="control-guide-drop",
            )  # fmt: skip

    def wire(self) -> None:
        """Connect the handlers."""
        view = [self.seen, self.drop]
        self.upload.upload(self.opened, self.upload, view, **AT_ONCE)
        self.drop.click(self.dropped, None, view, **AT_ONCE)

    async def opened(self, path: str, request: gr.Request) -> tuple[Any, Any]:
        """A picture was chosen; one that can't be read is said and changes nothing."""
        visitor, t = self.desk.visitor(request)
        images, problem = await attached([path])
        if images:
            _keep(visitor, images[0])
        return self.looks(visitor, t, problem)

    async def dropped(self, request: gr.Request) -> tuple[Any, Any]:
        """The guide map is to go."""
        visitor, t = self.desk.visitor(request)
        _keep(visitor, None)
        return self.looks(visitor, t)

    def looks(self, visitor: Visitor, t: Translator, problem: StudioError | None = None) -> tuple[Any, Any]:
        """Updates for the picture and for the button that takes it away."""
        return shown(visitor, t, problem), gr.Button(
            visible=visitor.choices.controls.control_image is not None
        )


def _keep(visitor: Visitor, image: Any) -> None:
    visitor.choose(controls=replace(visitor.choices.controls, control_image=image))


def shown(visitor: Visitor, t: Translator, problem: StudioError | None = None) -> str:
    """What it is for, and the picture that was chosen, small."""
    image = visitor.choices.controls.control_image
    picture = ""
    if image is not None:
        name = next((n for n, laid in visitor.shelf.items() if laid is image), "") or visitor.lay_aside(image)
        alt = escape(t("ui.control_image"), quote=True)
        picture = f'<img src="/shelf/{quote(name)}" alt="{alt}">'
    wrong = escape(t.joined(*t.error(problem))) if problem else ""
    said = f'<p class="bad" role="alert">{wrong}</p>' if wrong else ""
    return (
        f'<div class="guide">{picture}<div><b>{escape(t("ui.control_image"))}</b>'
        f"<p>{escape(t('ui.control_image_info'))}</p>{said}</div></div>"
    )
