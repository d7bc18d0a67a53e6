"""The Settings tab: keys, how the chat model chooses its words, language."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from html import escape
from typing import Any

import gradio as gr

from imaginario import i18n
from imaginario.aio import in_thread
from imaginario.chat import Sampling
from imaginario.errors import EngineUnreachable, StudioError
from imaginario.i18n import Translator
from imaginario.present import name
from imaginario.secrets import Secret, clean
from imaginario.web.desk import AT_ONCE, Desk, block
from imaginario.web.visitors import Visitor

KEYS = ("gemini", "huggingface", "openai", "modelscope")
RANGES: dict[str, tuple[float, float | None, float]] = {
    "temperature": (0, 2, 0.1),
    "top_p": (0, 1, 0.05),
    "top_k": (1, None, 1),
    "max_prompt_tokens": (16, 1000, 1),
    "max_output_tokens": (1, 65536, 1),
}
"""Lowest, highest and step of each number; whole numbers step by one."""
SAFETY = ("default", "off", "few", "some", "most")
TEST_SECONDS = 20.0


class SettingsTab:
    """Components and handlers of the tab."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.rows: dict[str, KeyRow] = {}

    def build(self) -> None:
        """Lay the components out. Called once, inside the page's Blocks."""
        words = self.desk.i18n
        with gr.Column(elem_id="settings"):
            gr.Markdown(words("ui.keys_intro"))
            for key in KEYS:
                self.rows[key] = KeyRow(key, self.desk)
            gr.Markdown(words("ui.sampling_intro"))
            with gr.Row(elem_id="sampling"):
                self.numbers = [self._number(field) for field in RANGES]
            self.safety = gr.Dropdown(
                choices=[(words(f"ui.safety_{level}"), level) for level in SAFETY], value=None,
                label=words("ui.safety"), info=words("ui.safety_info"), elem_id="safety",
            )  # fmt: skip
            self.problem = block("settings-problem")
            self.language = block("language")

    def _number(self, field: str) -> gr.Number:
        # No minimum and maximum: the framework would refuse what is outside in English words of its own.
        step = RANGES[field][2]
        return gr.Number(
            label=self.desk.i18n(f"ui.{field}"), info=self.desk.i18n(f"ui.{field}_info"), elem_id=field,
            step=step, value=None, min_width=220,
            placeholder=self.desk.i18n("ui.leave_to_model"), precision=None if step < 1 else 0,
        )  # fmt: skip

    def wire(self, page: gr.Blocks, menus: Sequence[gr.Dropdown], listed: Callable[..., Any]) -> None:
        """Connect the handlers; new keys fill the model menus again."""
        for row in self.rows.values():
            row.wire(page, menus, listed)
        fields = self.fields
        gr.on([field.input for field in fields], self.sampled, fields, self.problem, **AT_ONCE)
        page.load(self.shown, None, [*fields, self.language], **AT_ONCE)

    @property
    def fields(self) -> list[Any]:
        """The numbers and the safety level, in the order of `sampled` and `carried`."""
        return [*self.numbers, self.safety]

    async def shown(self, request: gr.Request) -> tuple[Any, ...]:
        """The page was opened."""
        visitor, t = self.desk.visitor(request)
        sampling = visitor.choices.sampling
        return (*(getattr(sampling, f) for f in RANGES), sampling.safety, _languages(t))

    async def sampled(
        self,
        temperature: Any,
        top_p: Any,
        top_k: Any,
        max_prompt_tokens: Any,
        max_output_tokens: Any,
        safety: Any,
        request: gr.Request,
    ) -> str:
        """A number or the safety level changed; what is out of range is said and not taken over."""
        visitor, t = self.desk.visitor(request)
        try:
            sampling = sampling_from((temperature, top_p, top_k, max_prompt_tokens, max_output_tokens))
        except ValueError as error:
            field = str(error)
            low, high, _ = RANGES[field]
            said = t(
                "settings.out_of_range", name=t(f"ui.{field}"), low=low, high="∞" if high is None else high
            )
            return f'<p class="bad" role="alert">{escape(said)}</p>'
        visitor.choose(sampling=replace(sampling, safety=safety if safety in SAFETY else "default"))
        return ""


class KeyRow:
    """One key: paste, save, test, forget; the key itself never travels back to the page."""

    def __init__(self, key: str, desk: Desk) -> None:
        self.key = key
        self.desk = desk
        words = desk.i18n
        with gr.Column(elem_id=f"key-{key}", elem_classes="key"):
            self.state = block(f"key-{key}-state")
            self.field = gr.Textbox(
                label=words(f"ui.key_{key}"), info=words(f"ui.key_{key}_info"), type="password",
                placeholder=words("ui.key_paste"), elem_id=f"key-{key}-field", max_length=500,
                html_attributes=gr.InputHTMLAttributes(autocomplete="off", spellcheck=False),
            )  # fmt: skip
            with gr.Row():
                self.remember = gr.Checkbox(
                    label=words("ui.remember"), value=False, visible=not desk.house.settings.is_public,
                    elem_id=f"key-{key}-remember", min_width=220,
                )  # fmt: skip
                self.save = gr.Button(
                    words("ui.save"), variant="primary", elem_id=f"key-{key}-save", min_width=90
                )
                self.test = gr.Button(words("ui.test"), elem_id=f"key-{key}-test", min_width=90)
                self.forget = gr.Button(words("ui.forget"), elem_id=f"key-{key}-forget", min_width=90)

    def wire(self, page: gr.Blocks, menus: Sequence[gr.Dropdown], listed: Callable[..., Any]) -> None:
        """Connect the buttons."""
        pasted, both = [self.field, self.remember], [self.field, self.state]
        changed = [
            gr.on([self.save.click, self.field.submit], self.saved, pasted, both, **AT_ONCE),
            self.test.click(self.tested, pasted, both, **AT_ONCE),
            self.forget.click(self.forgotten, None, both, **AT_ONCE),
        ]
        for event in changed:
            event.then(listed, None, list(menus), **AT_ONCE)
        page.load(self.shown, None, self.state, **AT_ONCE)

    async def shown(self, request: gr.Request) -> str:
        """Where the key comes from and its last four characters."""
        visitor, t = self.desk.visitor(request)
        return await self._state(visitor, t)

    async def saved(self, value: str, remember: bool, request: gr.Request) -> tuple[str, str]:
        """Take a pasted key; the field comes back empty."""
        visitor, t = self.desk.visitor(request)
        problem = await self._take(visitor, value, remember, t)
        return "", await self._state(visitor, t, problem or t("keys.saved"), bad=bool(problem))

    async def tested(self, value: str, remember: bool, request: gr.Request) -> tuple[str, str]:
        """Ask the provider whether the key works; one that has just been pasted is taken first."""
        visitor, t = self.desk.visitor(request)
        problem = await self._take(visitor, value, remember, t) if value else ""
        problem = problem or await self._tried(visitor, t)
        return "", await self._state(visitor, t, problem or t("keys.works"), bad=bool(problem))

    async def forgotten(self, request: gr.Request) -> tuple[str, str]:
        """Forget the key of this session, and the remembered one."""
        visitor, t = self.desk.visitor(request)
        visitor.secrets.pop(self.key, None)
        problem = await self._erased(t)
        if not problem and self.key in await self._secrets(visitor):
            problem = t("keys.in_environment")
        return "", await self._state(visitor, t, problem or t("keys.forgotten"), bad=bool(problem))

    async def _erased(self, t: Translator) -> str:
        """Take the key out of the file; answers with what is wrong, if anything is."""
        if self.desk.house.settings.is_public:
            return ""
        try:
            await in_thread(self.desk.house.secret_file.forget, self.key)
        except OSError as error:
            return t("keys.not_forgotten", reason=type(error).__name__)
        return ""

    async def _secrets(self, visitor: Visitor) -> dict[str, Secret]:
        return await in_thread(self.desk.house.secrets, dict(visitor.secrets))

    async def _take(self, visitor: Visitor, value: str, remember: bool, t: Translator) -> str:
        """Keep a pasted key for this visit, or in the file; answers with what is wrong, if anything is."""
        try:
            secret = clean(value or "")
        except ValueError:
            return t("keys.unusable")
        if not secret:
            return t("keys.empty")
        visitor.secrets[self.key] = Secret(secret, "session")
        if remember and not self.desk.house.settings.is_public:
            try:
                await in_thread(self.desk.house.secret_file.put, self.key, secret)
            except OSError as error:
                return t("keys.not_remembered", reason=type(error).__name__)
            visitor.secrets.pop(self.key, None)  # unless it was forgotten meanwhile
        return ""

    async def _tried(self, visitor: Visitor, t: Translator) -> str:
        """What the provider has against the key, if anything."""
        secrets = await self._secrets(visitor)
        plug = self._plug(secrets)
        if plug is None:
            return t("keys.empty")
        try:
            async with asyncio.timeout(TEST_SECONDS):
                await plug.check()
        except StudioError as error:
            if self.desk.house.settings.is_public and isinstance(error, EngineUnreachable):
                error.discreet()
            return t.joined(*t.error(error))
        except TimeoutError:
            return t("keys.no_answer")
        return ""

    def _plug(self, secrets: dict[str, Secret]) -> Any:
        """Whoever takes this key and can be asked: a server of one's own even without one. Else None."""
        services = self.desk.house.services(secrets)
        plugs = (*services.assistants.values(), *services.engines.values())
        return next((plug for plug in plugs if plug.secret == self.key), None)

    async def _state(self, visitor: Visitor, t: Translator, said: str = "", *, bad: bool = False) -> str:
        secret = (await self._secrets(visitor)).get(self.key)
        title = name(self.key, t)
        where = t(f"keys.from_{secret.source}", hint=secret.hint) if secret else t("keys.none")
        kind = "has" if secret else "none"
        extra = f'<p class="{"bad" if bad else "good"}" role="status">{escape(said)}</p>' if said else ""
        return (
            f'<div class="key-state {kind}"><b>{escape(title)}</b> <span>{escape(where)}</span>{extra}</div>'
        )


def carried(visitor: Visitor, values: Sequence[Any]) -> None:
    """Take over what the fields show when something is sent; where one is out of range, nothing.

    A page that is still opening shows no safety level: then nothing of it counts.
    """
    *numbers, safety = values
    if safety not in SAFETY:
        return
    with suppress(ValueError):
        visitor.choose(sampling=replace(sampling_from(numbers), safety=safety))


def sampling_from(values: Sequence[Any]) -> Sampling:
    """The numbers as a value; empty ones leave it to the model. `ValueError` names one out of range."""
    found: dict[str, Any] = {}
    for (field, (low, high, step)), value in zip(RANGES.items(), values, strict=True):
        if value in (None, ""):
            continue
        try:
            number = float(value)
        except ValueError:
            number = math.nan
        if not (math.isfinite(number) and low <= number <= (number if high is None else high)):
            raise ValueError(field)
        found[field] = number if step < 1 else int(number)
    return Sampling(**found)


def _languages(t: Translator) -> str:
    links = "".join(_language(code, title, t) for code, title in i18n.LANGUAGES.items())
    return f'<div class="languages"><b>{escape(t("page.languages"))}</b>{links}</div>'


def _language(code: str, title: str, t: Translator) -> str:
    here = ' aria-current="true"' if code == t.language else ""
    return f'<a href="/lang/{code}" lang="{code}"{here}>{escape(title)}</a>'
