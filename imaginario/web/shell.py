"""The page: header, tabs, and what belongs to none of them."""

from __future__ import annotations

from html import escape
from typing import Any

import gradio as gr

from imaginario import i18n
from imaginario.i18n import Translator
from imaginario.web.cartoons import CartoonTab
from imaginario.web.chat import ChatTab
from imaginario.web.desk import AT_ONCE, Desk, block
from imaginario.web.lab import LabTab
from imaginario.web.settings_tab import SettingsTab

TIDY_SECONDS, UPLOAD_SECONDS = 600, 3600
"""How often uploads are looked through, and how old they may get: a message takes its pictures with it."""
LOOK_EVERY = 0.02
"""Seconds between two looks into an empty queue: Gradio's own 0.001 keeps a core busy for nobody."""
SHORT = {"en": "EN", "pt-BR": "PT", "es": "ES", "zh-CN": "中文"}


def build(desk: Desk) -> gr.Blocks:
    """The whole page as Blocks, ready to be mounted."""
    look: dict[str, Any] = {"title": "Imaginário", "fill_height": True, "fill_width": True}
    with gr.Blocks(analytics_enabled=False, delete_cache=(TIDY_SECONDS, UPLOAD_SECONDS), **look) as page:
        head = block("head")
        with gr.Tabs(elem_id="tabs") as tabs:
            chat, cartoons, lab, settings = ChatTab(desk), CartoonTab(desk), LabTab(desk), SettingsTab(desk)
            with gr.Tab(desk.i18n("ui.tab_chat"), id="chat", elem_id="tab-chat"):
                chat.build()
            with gr.Tab(desk.i18n("ui.tab_cartoons"), id="cartoons", elem_id="tab-cartoons"):
                cartoons.build()
            with gr.Tab(desk.i18n("ui.tab_lab"), id="lab", elem_id="tab-lab") as lab_tab:
                lab.build()
            with gr.Tab(desk.i18n("ui.tab_settings"), id="settings", elem_id="tab-settings"):
                settings.build()
        chat.wire(page, tabs, settings.fields)
        cartoons.wire(page, chat.image_model)
        lab.wire(page, lab_tab)
        settings.wire(page, [chat.chat_model, chat.image_model], chat.listed)

        async def header_shown(request: gr.Request) -> str:
            _, t = desk.visitor(request)
            return header(t)

        page.load(header_shown, None, head, **AT_ONCE)
    page.max_threads = 256  # before queue(): it also caps how many async events run at once
    page.state_session_capacity = 500
    page.queue(default_concurrency_limit=None, max_size=500, api_open=False)
    _rest(page)
    return page


def _rest(page: gr.Blocks) -> None:
    """Let the queue look for work less often; it is not to be said in another way in Gradio 6.31."""
    page._queue.sleep_when_free = page._queue.progress_update_sleep_when_free = LOOK_EVERY


def header(t: Translator) -> str:
    """Name, one line of what this is, and the four languages."""
    links = "".join(_language_link(code, t) for code in i18n.LANGUAGES)
    return (
        '<header class="head"><img src="/own/logo.svg" alt="" width="40" height="40">'
        f"<div><h1>Imaginário</h1><p>{escape(t('page.tagline'))}</p></div>"
        f'<nav aria-label="{escape(t("page.languages"), quote=True)}">{links}</nav></header>'
    )


def _language_link(code: str, t: Translator) -> str:
    here = ' aria-current="true"' if code == t.language else ""
    full = escape(i18n.LANGUAGES[code], quote=True)
    return f'<a href="/lang/{code}" lang="{code}" title="{full}"{here}>{SHORT[code]}</a>'
