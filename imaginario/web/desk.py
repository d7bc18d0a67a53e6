"""What the tabs share: the house, the visitors, and who is asking."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import gradio as gr

from imaginario import i18n
from imaginario.i18n import Translator
from imaginario.web.visitors import COOKIE, Visitor, Visitors, language_of
from imaginario.wiring import House

AT_ONCE: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden", "queue": False}
"""How every event that is no stream is wired.

Not through the queue: a page that sends a message in the very moment in which another queued event ends
may never see the answer, because its stream of answers is being closed (Gradio 6.31).
"""


@dataclass(frozen=True, slots=True)
class Desk:
    """Handed to every tab when the page is built."""

    house: House
    visitors: Visitors
    i18n: gr.I18n

    def visitor(self, request: gr.Request) -> tuple[Visitor, Translator]:
        """Who is asking, and in which language to answer.

        Raises `gr.Error` for a request without our cookie: it did not come from the page.
        """
        visitor_id = request.cookies.get(COOKIE, "")
        language = language_of(dict(request.headers), self.house.settings.locale)
        t = Translator(language)
        if len(visitor_id) < 16:
            raise gr.Error(t("page.no_cookie"), title="Imaginário", print_exception=False)
        return self.visitors.get(visitor_id, language=language), t


def page_words() -> gr.I18n:
    """The catalogues for the page's own labels; `pt` and `zh-TW` browsers get theirs too.

    The framework never falls back from `pt` to `pt-BR`, so the near languages are named.
    """
    tables = {
        language: {k: v for k, v in i18n.catalogue(language).items() if k.startswith("ui.")}
        for language in i18n.LANGUAGES
    }
    near = {"pt": "pt-BR", "pt-PT": "pt-BR", "zh": "zh-CN", "zh-TW": "zh-CN", "zh-HK": "zh-CN"}
    return gr.I18n(**tables, **{alias: tables[language] for alias, language in near.items()})


def block(elem_id: str) -> gr.Markdown:
    """A place for HTML that we make ourselves, every text in it escaped, on one line.

    The framework's own HTML component needs `unsafe-eval` in the page's content policy; Markdown does not.
    """
    return gr.Markdown(elem_id=elem_id, sanitize_html=False, latex_delimiters=[], container=False)
