"""Turns become chat messages: Markdown with addresses of pictures, chips for the ways out. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from imaginario.i18n import Translator
from imaginario.images import Image
from imaginario.present import Axis, Shown, Transcript, axes, compared, place, valued
from imaginario.web.contact import address
from imaginario.web.easel import alternative
from imaginario.web.visitors import Turn

PREVIEW = 640
ACROSS = 4
"""Pictures that may stand beside each other in a message."""
ATTACHED = re.compile(r"!\[[^\]]*\]\((/attached/[\w-]+/\d+)\)")
"""The place of an attached picture in a message."""
NAMED = re.compile(r"\s--(picture|mask)[ =]([\w-]+)(?=\s+--[^\W\d_]|\s*$)")
"""A picture or a mask that a command names, where nothing of the idea follows it."""
SEEN = re.compile(r"!\[[^\]]*\]\(/shelf/([\w-]+)\?as=(picture|mask)\)")
"""The same as it is seen in a message."""


def messages(turns: Sequence[Turn], t: Translator) -> list[dict[str, Any]]:
    """The whole conversation as the chat component takes it; only the last answer carries chips."""
    shown: list[dict[str, Any]] = []
    for turn in turns:
        shown += [asked(turn, t), answer(turn.shown, t)]
    if turns and turns[-1].shown.over:
        shown[-1]["options"] = chips(turns[-1].shown, t)
    return shown


def asked(turn: Turn, t: Translator) -> dict[str, Any]:
    """What the person said; below it the pictures that are attached, and those that a command names."""
    words, named = _apart(turn.text)
    seen = " ".join(f"![{t(f'page.as_{kind}')}](/shelf/{name}?as={kind})" for kind, name in named)
    pictures = [f"![{t('page.attached')}]({address})" for address in turn.attached()]
    return {"role": "user", "content": "\n\n".join(p for p in [words, seen, *pictures] if p).strip() or "…"}


def _apart(text: str) -> tuple[str, list[tuple[str, str]]]:
    """A command without the pictures it names, and these as (picture or mask, name): ids tell nobody
    anything. What else was said stays as it is."""
    if not text.lstrip().startswith(("/", "／")):
        return text, []
    return NAMED.sub("", text), NAMED.findall(text)


def edited(turn: Turn, text: str) -> tuple[str, tuple[Image, ...]]:
    """A message after it was changed on the page: its words, and the pictures whose places were left in."""
    left = ATTACHED.findall(text)
    pictures = zip(turn.images, turn.attached(), strict=True)
    words = SEEN.sub("", ATTACHED.sub("", text)).strip()
    named = [f"--{kind} {name}" for name, kind in SEEN.findall(text) if words.startswith(("/", "／"))]
    return " ".join([words, *named]), tuple(image for image, address in pictures if address in left)


def answer(shown: Transcript, t: Translator) -> dict[str, Any]:
    """What came back so far."""
    parts = [_words(shown)]
    parts += pictures(shown.pictures, t)
    if shown.over and len(shown.pictures) > 1 and all(axes(one.recipe) for one in shown.pictures):
        link = address(quote(one.picture_id) for one in shown.pictures)
        parts.append(f"[{escape(t('easel.sheet'))}]({link})")
    parts += [f"_{escape(note)}_" for note in dict.fromkeys(shown.notes)]
    if shown.problem:
        parts.append(f"**{escape(shown.problem.message)}**\n\n{escape(shown.problem.cure)}")
    if shown.stopped:
        parts.append(f"_{t('status.stopped')}_")
    if shown.status and not shown.over:
        parts.append(f"_{escape(shown.status)}_")
    return {"role": "assistant", "content": "\n\n".join(p for p in parts if p) or "…"}


def _words(shown: Transcript) -> str:
    if shown.draft is None:
        return shown.text
    return "\n".join(f"> {line}" for line in shown.text.strip().splitlines())


def pictures(shown: Sequence[Shown], t: Translator) -> list[str]:
    """The pictures of an answer; those of a comparison side by side, under what each stands for."""
    names = [compared(one.recipe, t) for one in shown]
    if not shown or not all(names):
        return [picture(one, t) for one in shown]
    if (grid := axes(shown[0].recipe)) and grid[1][0] and len(grid[0][1]) <= ACROSS:
        return [_grid(shown, *grid, t)]
    cells = [(escape(name), _linked(one, t)) for name, one in zip(names, shown, strict=True)]
    cells += [(" ", " ")] * (len(cells) % 2)
    rows = [f"| {left} | {right} |" for pair in batched(cells) for left, right in zip(*pair, strict=True)]
    return ["\n".join([rows[0], "|:-:|:-:|", *rows[1:]])]


def _grid(shown: Sequence[Shown], columns: Axis, rows: Axis, t: Translator) -> str:
    """Two controls: a column for each value of the first, a line for each value of the second."""
    linked = {place(one.recipe): _linked(one, t) for one in shown}
    heads = [escape(valued(columns[0], value, t)) for value in columns[1]]
    lines = [f"| | {' | '.join(heads)} |", "|:-" + "|:-:" * len(heads) + "|"]
    for row in rows[1]:
        cells = [linked.get((column, row), " ") for column in columns[1]]
        lines.append(f"| {escape(valued(rows[0], row, t))} | {' | '.join(cells)} |")
    return "\n".join(lines)


def batched(cells: Sequence[tuple[str, str]]) -> list[Sequence[tuple[str, str]]]:
    """Two by two: as many as fit beside each other on a phone."""
    return [cells[at : at + 2] for at in range(0, len(cells), 2)]


def picture(shown: Shown, t: Translator) -> str:
    """A picture with its alternative text, its title and what it is; it leads to the original."""
    draft = shown.recipe.get("draft") or {}
    lines = [_linked(shown, t)]
    title = escape(str(draft.get("title") or ""))
    label = t("label.builtin") if shown.recipe.get("engine") == "builtin" else ""
    caption = " — ".join(p for p in (f"**{title}**" if title else "", label) if p)
    return "\n\n".join([*lines, caption] if caption else lines)


def _linked(shown: Shown, t: Translator) -> str:
    address = f"/media/{quote(shown.picture_id)}"
    return f"[![{escape(alternative(shown.recipe, t))}]({address}?size={PREVIEW})]({address})"


def chips(shown: Transcript, t: Translator) -> list[dict[str, str]]:
    """What may be tapped after the last answer."""
    if shown.problem:
        names = [a for a in shown.problem.actions if t.has(f"actions.{a}")]
    elif shown.stopped:
        names = ["retry"]
    elif shown.pictures:
        names = ["new_seed", "edit_prompt"]
    elif shown.proposed:
        names = ["paint", "rewrite", "edit_prompt"]
    else:
        names = []
    said = {"new_seed": "other_seed"} if shown.problem else {}  # nothing is there to be like
    return [{"value": name, "label": t(f"actions.{said.get(name, name)}")} for name in names]


def escape(text: str) -> str:
    """Text that Markdown shows as it is."""
    for sign in "\\`*_[]<>#|":
        text = text.replace(sign, f"\\{sign}")
    return " ".join(text.split())
