"""The lab's comparison as HTML: what goes on, and pictures in their places. Pure; every text is escaped."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import quote

from imaginario.commands.compare import Grid
from imaginario.events import Adjusted, Comparing, Failed, TurnEvent
from imaginario.i18n import Translator
from imaginario.present import Shown, Transcript, axes, controls, params, reduce, valued
from imaginario.web.contact import address
from imaginario.web.easel import alternative, bar, escape, prompts

SMALL = 640
"""Pixels of a picture's longer side in its place."""


@dataclass(slots=True, eq=False)
class Bench:
    """One comparison as it stands: all of it, and each place by itself."""

    grid: Grid
    shapes: tuple[str, ...]
    """Width and height of the picture that is expected in each place, as CSS has it: "16/9"."""
    whole: Transcript = field(default_factory=Transcript)
    cells: list[Transcript] = field(default_factory=list)
    begun: float = field(default_factory=time.monotonic)
    seconds: float = 0.0
    """How long it took, once it is over."""

    def take(self, event: TurnEvent, t: Translator) -> None:
        """One more event."""
        if isinstance(event, Comparing):
            self._close()
            self.cells.append(Transcript())
        if not (self.cells and isinstance(event, Failed)):  # it is told in its place
            self.whole = reduce(self.whole, event, t)
        if self.cells and not isinstance(event, Comparing):
            self.cells[-1] = reduce(self.cells[-1], event, t)

    def end(self) -> None:
        """It is over, by itself or because it was stopped: what is finished stays."""
        if self.seconds:
            return
        self.seconds = max(0.001, time.monotonic() - self.begun)
        stopped = not self.whole.over
        if stopped and self.cells and not self.cells[-1].pictures:
            self.cells[-1] = replace(self.cells[-1], stopped=True)
        self.whole = replace(self.whole, over=True, stopped=stopped, status="", preview=None)
        self._close()

    @property
    def over(self) -> bool:
        """Whether nothing more will come."""
        return bool(self.seconds)

    @property
    def pictures(self) -> list[Shown]:
        """What is finished, in its order."""
        return [picture for cell in self.cells for picture in cell.pictures]

    def _close(self) -> None:
        if self.cells:
            self.cells[-1] = replace(self.cells[-1], over=True, status="", preview=None)


def alert(message: str) -> str:
    """What is wrong, in one line."""
    return f'<p class="bad" role="alert">{escape(message)}</p>'


def progress(bench: Bench | None, t: Translator) -> str:
    """How far it is; when it is over, what came of it, and the contact sheet."""
    if bench is None:
        return ""
    if bench.over:
        return _ended(bench, t)
    clock = escape(t("facts.seconds", seconds=f"{time.monotonic() - bench.begun:.0f}"))
    status = escape(bench.whole.status or t("cartoons.waiting"))
    line = f'<p class="easel-status">{status} <span>{clock}</span></p>'
    return f'<div class="lab-progress">{bar(_far(bench))}{line}</div>'


def _far(bench: Bench) -> Transcript:
    """All pictures together as one piece of work, counted in hundredths of a picture."""
    seen, count = bench.whole, bench.grid.size
    done = max(0, len(bench.cells) - 1) * 100 + (100 * seen.step // seen.steps if seen.steps else 0)
    return replace(seen, step=done, steps=count * 100 if bench.cells else 0)


def _ended(bench: Bench, t: Translator) -> str:
    done = bench.pictures
    told = t("lab.done", done=len(done), count=bench.grid.size, seconds=t.number(bench.seconds, 1))
    parts = [f"<span>{escape(told)}</span>"]
    if bench.whole.stopped:
        parts.insert(0, f"<span>{escape(t('status.stopped'))}</span>")
    seeds = {picture.recipe.get("seed") for picture in done}
    if len(seeds) == 1 and len(done) > 1 and (seed := seeds.pop()) is not None:
        parts.append(f"<span>{escape(valued('seed', str(seed), t))}</span>")
    if len(done) > 1:
        link = address(quote(picture.picture_id) for picture in done)
        parts.append(f'<a class="easel-download" href="{link}" download>{escape(t("easel.sheet"))}</a>')
    if bench.whole.problem is not None and not done:
        return alert(bench.whole.problem.line)
    return f'<div class="lab-ended">{"".join(parts)}</div>'


def _words(bench: Bench, t: Translator) -> str:
    """The prompt that all pictures share, once it is written, and what there was to say."""
    notes = "".join(f"<li>{escape(note)}</li>" for note in dict.fromkeys(bench.whole.notes))
    listed = f'<ul class="lab-notes">{notes}</ul>' if notes else ""
    written = prompts(bench.whole, t) if bench.whole.draft else ""
    return f'<div class="lab-words">{listed}{written}</div>' if listed or written else ""


def results(bench: Bench | None, t: Translator) -> str:
    """The pictures so far, each in its place, and the words they share."""
    if bench is None or (bench.over and not bench.cells):
        return f'<div class="cartoons-empty"><p>{escape(t("lab.empty"))}</p></div>'
    columns, rows = bench.grid.columns, bench.grid.rows
    cells = list(_cells(bench, t))
    names = {name: escape(t(f"lab.{name}"), quote=True) for name in ("close", "previous", "next")}
    told = "".join(f' data-{name}="{word}"' for name, word in names.items())
    told += f' data-download="{escape(t("easel.download"), quote=True)}"'
    if rows is None:
        return f'<div class="lab-row"{told}>{"".join(cells)}</div>{_words(bench, t)}'
    across = len(columns.values)
    both = escape(" × ".join(params([axis.told], t) for axis in (columns, rows)), quote=True)
    heads = "".join(f"<b>{escape(valued(columns.told, value, t))}</b>" for value in columns.values)
    lines = "".join(
        f'<b class="lab-side">{escape(valued(rows.told, value, t))}</b>'
        + "".join(cells[at * across : (at + 1) * across])
        for at, value in enumerate(rows.values)
    )
    told = f'tabindex="0" role="group" aria-label="{both}"{told}'
    body = f'<div class="lab-grid" style="--across:{across}"><i></i>{heads}{lines}</div>'
    return f'<div class="lab-scroll" {told}>{body}</div>{_words(bench, t)}'


def _cells(bench: Bench, t: Translator) -> Iterator[str]:
    columns, rows = bench.grid.columns, bench.grid.rows
    for number, (column, row) in enumerate(bench.grid.cells()):
        name = valued(columns.told, column, t)
        if rows is not None:
            name = f"{name} · {valued(rows.told, row, t)}"
        seen = bench.cells[number] if number < len(bench.cells) else None
        yield _cell(name, seen, bench.shapes[number], bench.over, t)


def _cell(name: str, seen: Transcript | None, shape: str, over: bool, t: Translator) -> str:
    if seen is not None and seen.pictures:
        body, facts = _picture(name, seen, t), _facts(seen, t)
    else:
        body, facts = _blank(seen, shape, over, t), ""
    return f'<figure class="lab-cell">{body}<figcaption><b>{escape(name)}</b>{facts}</figcaption></figure>'


def _blank(seen: Transcript | None, shape: str, over: bool, t: Translator) -> str:
    """A place without a picture: it waits, it is being painted, it failed or was stopped."""
    style = f' style="aspect-ratio:{shape}"'
    if seen is not None and seen.problem is not None:
        return (
            f'<div class="lab-blank bad" role="alert"{style}><span>{escape(seen.problem.line)}</span></div>'
        )
    if seen is not None and seen.stopped:
        return f'<div class="lab-blank"{style}><span>{escape(t("status.stopped"))}</span></div>'
    if over:
        return f'<div class="lab-blank"{style}><span>{escape(t("lab.not_painted"))}</span></div>'
    if seen is None:
        return f'<div class="lab-blank"{style}></div>'
    return f'<div class="lab-blank easel-blank"{style}></div>'


def _picture(name: str, seen: Transcript, t: Translator) -> str:
    picture = seen.pictures[-1]
    source, alt = f"/media/{quote(picture.picture_id)}", alternative(picture.recipe, t)
    width, height = picture.recipe.get("width") or 1, picture.recipe.get("height") or 1
    told = {
        "look": source,
        "name": name,
        "facts": _line(seen, t),
        "file": picture.filename,
    }
    data = "".join(f' data-{key}="{escape(str(value), quote=True)}"' for key, value in told.items())
    label = escape(t("lab.view", what=name), quote=True)
    return (
        f'<button type="button"{data} aria-label="{label}"><img src="{source}?size={SMALL}" '
        f'alt="{escape(f"{name}: {alt}", quote=True)}" width="{width}" height="{height}" '
        f'style="aspect-ratio:{width}/{height}"></button>'
    )


def _line(seen: Transcript, t: Translator) -> str:
    """The honest line: asked, sent, ignored, got."""
    return controls(seen.adjusted, t) if seen.adjusted else ""


def _facts(seen: Transcript, t: Translator) -> str:
    """What became of the controls that are compared; the whole line is in the viewer."""
    recipe = seen.pictures[-1].recipe
    seconds = (recipe.get("timings") or {}).get("painting")
    spent = t("facts.seconds", seconds=t.number(float(seconds), 1)) if seconds else ""
    told = controls(_own(seen.adjusted, recipe), t) if seen.adjusted else ""
    line = " · ".join(filter(None, (told, spent)))
    look = ' class="ignored"' if seen.adjusted and seen.adjusted.ignored else ""
    return f"<small{look}>{escape(line)}</small>" if line else ""


def _own(adjusted: Adjusted, recipe: Mapping[str, Any]) -> Adjusted:
    """Without what all pictures share."""
    found = axes(recipe)
    names = {axis[0] for axis in found or ()}
    sides = {"width", "height"}
    names |= sides if names & {"size", "aspect_ratio"} else set()
    asked, sent = (
        {k: v for k, v in given.items() if k in names} for given in (adjusted.asked, adjusted.sent)
    )
    got = {k: v for k, v in adjusted.got.items() if k in names | sides}
    return replace(adjusted, asked=asked, sent=sent, got=got)


def original(source: str, t: Translator) -> str:
    """The picture that edits start from; "" says that there is none."""
    if not source:
        return f'<p class="folded">{escape(t("lab.no_original"))}</p>'
    said = escape(t("lab.original"))
    return f'<figure class="lab-original"><img src="{source}" alt=""><figcaption>{said}</figcaption></figure>'
