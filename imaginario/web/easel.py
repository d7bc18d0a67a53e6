"""The easel: the newest picture, large, with all that is known of it. Pure; every text is escaped."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from html import escape as _escape
from typing import Any
from urllib.parse import quote

from imaginario.chat import PromptDraft
from imaginario.events import Adjusted
from imaginario.gallery.schema import Picture
from imaginario.i18n import Translator
from imaginario.images import Image
from imaginario.present import Transcript, controls, facts
from imaginario.web.starters import starters


def escape(text: str, quote: bool = False) -> str:
    """Text as HTML on one line: a blank line would end the block it stands in."""
    return _escape(" ".join(text.split()), quote=quote)


def empty(t: Translator) -> str:
    """What stands on the easel before the first picture."""
    return (
        f'<div class="easel easel-empty"><p>{escape(t("easel.empty"))}</p>{starters(t)}'
        f'<button type="button" class="easel-button" data-edit="">{escape(t("easel.edit_photo"))}</button>'
        "</div>"
    )


def busy(shown: Transcript, t: Translator, seconds: float) -> str:
    """The picture being painted: preview, progress, and what is going on."""
    inner = _preview(shown.preview) if shown.preview else '<div class="easel-blank"></div>'
    clock = escape(t("facts.seconds", seconds=f"{seconds:.0f}"))
    return (
        f'<div class="easel easel-busy">{inner}{bar(shown)}'
        f'<p class="easel-status">{escape(shown.status)} <span>{clock}</span></p>'
        f"{prompts(shown, t)}</div>"
    )


def bar(shown: Transcript) -> str:
    """How far it is; without a number where nobody knows."""
    told, look = f' aria-label="{escape(shown.status, quote=True)}"', ' class="unknown"'
    if shown.steps:
        percent = round(100 * shown.step / shown.steps)
        told += f' aria-valuenow="{percent}"'
        look = f' style="width:{max(4, percent)}%"'
    return f'<div class="easel-bar" role="progressbar"{told}><i{look}></i></div>'


def finished(picture: Picture, t: Translator) -> str:
    """A finished picture with its prompts, its facts and its download."""
    recipe = picture.recipe
    draft = recipe.get("draft") or {}
    alt = escape(alternative(recipe, t), quote=True)
    source = f"/media/{quote(picture.id)}"
    title = escape(str(draft.get("title") or recipe.get("idea", "")))
    label = (
        f'<p class="easel-label">{escape(t("label.builtin"))}</p>'
        if recipe.get("engine") == "builtin"
        else ""
    )
    ratio = f'style="aspect-ratio:{picture.width}/{picture.height}"'
    return (
        f'<figure class="easel"><a href="{source}" target="_blank" rel="noopener">'
        f'<img src="{source}" alt="{alt}" width="{picture.width}" height="{picture.height}" {ratio}></a>'
        f'<figcaption><div class="easel-head"><h2>{title}</h2>{_actions(picture, t)}</div>{label}'
        f"{_before(picture, t)}{_prompts(_sent(recipe), t)}{_facts(recipe, t)}{_controls(recipe, t)}"
        "</figcaption></figure>"
    )


def proposed(shown: Transcript, t: Translator) -> str:
    """A prompt that waits, in fields where it can be changed; the page's script says what became of it."""
    draft = shown.draft or PromptDraft(prompt="")
    local = draft.prompt_local if t.language != "en" and draft.prompt_local != draft.prompt else ""
    texts = {"local": local, "english": draft.prompt}
    fields = "".join(_words(name, text, t) for name, text in texts.items() if text)
    rewrite = (
        f'<button type="button" class="easel-button" data-proposal="rewrite">{_said("rewrite", t)}</button>'
    )
    paint = f'<button type="button" class="easel-go" data-proposal="paint">{_said("paint", t)}</button>'
    line = controls(shown.adjusted, t, sent="going") if shown.adjusted else ""
    head = f"<h2>{escape(draft.title)}</h2>" if draft.title else ""
    return (
        f'<div class="easel proposal">{head}<p>{_said("proposed_hint", t)}</p>{fields}'
        f"{_prompts({'negative': draft.negative_prompt}, t)}"
        + (f'<p class="easel-controls">{escape(line)}</p>' if line else "")
        + f'<div class="easel-actions">{rewrite if local else ""}{paint}</div></div>'
    )


def _words(name: str, text: str, t: Translator) -> str:
    field = f'<textarea rows="5" data-words="{name}"{_tag(name, t)}>{escape(text)}</textarea>'
    title = "in_english" if name == "english" else name
    return f"<label><span>{_said(title, t)}</span>{field}</label>"


def _said(name: str, t: Translator) -> str:
    return escape(t(f"easel.{name}"))


def alternative(recipe: Mapping[str, Any], t: Translator) -> str:
    """What somebody who can't see the picture is told of it; of an edit only the request is known."""
    draft, details = recipe.get("draft") or {}, recipe.get("details") or {}
    known = str(draft.get("alt_text") or draft.get("title") or recipe.get("idea") or "").strip()
    if known and details.get("task") and not draft.get("alt_text"):
        return t("easel.alt_edited", what=known)
    return known or t("easel.alt_plain")


def compare(before: str, after: str, ratio: str, t: Translator) -> str:
    """Two pictures of one shape, one over the other, with a slider between them."""
    told = {name: escape(t(f"compare.{name}"), quote=True) for name in ("before", "after", "slide")}
    return (
        f'<div class="compare" style="aspect-ratio:{ratio}"><img src="{before}" alt="{told["before"]}">'
        f'<img class="after" src="{after}" alt="{told["after"]}">'
        f'<input type="range" min="0" max="100" value="50" aria-label="{told["slide"]}"></div>'
    )


def _before(picture: Picture, t: Translator) -> str:
    """What an edit started from, where that is kept and has the same shape."""
    details = picture.recipe.get("details") or {}
    source = str(details.get("source") or "")
    if not source or details.get("task") == "outpainting":
        return ""
    before, after = (f"/media/{quote(name)}?size=1024" for name in (source, picture.id))
    slider = compare(before, after, f"{picture.width}/{picture.height}", t)
    return f'<details class="easel-compare"><summary>{escape(t("compare.slide"))}</summary>{slider}</details>'


def _preview(image: Image) -> str:
    data = base64.b64encode(image.data).decode("ascii")
    return f'<img class="easel-preview" alt="" src="data:{escape(image.mime)};base64,{data}">'


def _actions(picture: Picture, t: Translator) -> str:
    """What can be done with it."""
    name = escape(picture.id, quote=True)
    edit = f'<button type="button" class="easel-button" data-edit="{name}">{escape(t("easel.edit"))}</button>'
    return f'<div class="easel-actions">{edit}{_download(picture, t)}</div>'


def _download(picture: Picture, t: Translator) -> str:
    return (
        f'<a class="easel-download" href="/media/{quote(picture.id)}/download" '
        f'download="{escape(picture.filename, quote=True)}">{escape(t("easel.download"))}</a>'
    )


def prompts(shown: Transcript, t: Translator) -> str:
    """The prompt that was written, in both languages; in English only once."""
    return _prompts(_draft(shown), t)


def _draft(shown: Transcript) -> dict[str, str]:
    if shown.draft is None:
        return {"local": shown.text}
    draft = shown.draft
    return {"local": draft.prompt_local, "english": draft.prompt, "negative": draft.negative_prompt}


def _sent(recipe: Mapping[str, Any]) -> dict[str, str]:
    draft = recipe.get("draft") or {}
    return {
        "local": str(draft.get("prompt_local", "")),
        "english": str(recipe.get("prompt", "")),
        "negative": str(recipe.get("negative_prompt", "")),
    }


def _prompts(texts: Mapping[str, str], t: Translator) -> str:
    """The prompt in both languages; in English only once."""
    shown = {k: v for k, v in texts.items() if v}
    if "english" in shown and shown["english"] == shown.get("local"):
        # Painted word for word, in whichever language it was said.
        shown = {"sent": shown["local"], **{k: v for k, v in shown.items() if k == "negative"}}
    elif t.language == "en" and "english" in shown:
        shown.pop("local", None)
    rows = [
        f"<dt>{escape(t(f'easel.{key}'))}</dt><dd{_tag(key, t)}>{escape(text)}</dd>"
        for key, text in shown.items()
    ]
    return f'<dl class="easel-prompts">{"".join(rows)}</dl>' if rows else ""


def _tag(key: str, t: Translator) -> str:
    """The language of a prompt as an attribute, where it is known."""
    return "" if key == "sent" else f' lang="{t.language if key == "local" else "en"}"'


def _facts(recipe: Mapping[str, Any], t: Translator) -> str:
    cells = [f"<div><dt>{escape(k)}</dt><dd>{escape(v)}</dd></div>" for k, v in facts(recipe, t)]
    return f'<dl class="easel-facts">{"".join(cells)}</dl>'


def _controls(recipe: Mapping[str, Any], t: Translator) -> str:
    """The honest line, where anything was asked."""
    if not recipe.get("asked"):
        return ""
    got = {"width": recipe.get("width"), "height": recipe.get("height"), "seed": recipe.get("seed")}
    known = {k: v for k, v in got.items() if v is not None}
    line = controls(
        Adjusted(recipe["asked"], recipe.get("sent") or {}, tuple(recipe.get("ignored") or ()), known), t
    )
    return f'<p class="easel-controls">{escape(line)}</p>'
