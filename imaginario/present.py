"""Events become what a person sees: a transcript that grows, and words for each part. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from imaginario import styles
from imaginario.chat import PromptDraft
from imaginario.commands.makers import Maker
from imaginario.errors import StudioError
from imaginario.events import (
    Adjusted,
    Comparing,
    Done,
    Failed,
    Note,
    Painted,
    Progress,
    PromptReady,
    Proposed,
    Saved,
    TextDelta,
    TurnEvent,
    Waiting,
    Working,
)
from imaginario.i18n import Translator, capital
from imaginario.images import Image

ARROWS = {"left": "←", "top": "↑", "right": "→", "bottom": "↓"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Shown:
    """One finished picture as a face shows it."""

    picture_id: str
    filename: str
    recipe: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """A failure in words, with the ways out a face may offer."""

    code: str
    message: str
    cure: str
    actions: tuple[str, ...] = ()

    @property
    def line(self) -> str:
        """Cause and cure in one line."""
        gap = "" if self.message.endswith(("。", "！", "？")) else " "
        return f"{self.message}{gap}{self.cure}".strip()


@dataclass(frozen=True, kw_only=True, slots=True)
class Transcript:
    """All that is known of one turn so far."""

    text: str = ""
    draft: PromptDraft | None = None
    proposed: Any = None
    """The order whose prompt waits for a word, where nothing has been painted yet."""
    status: str = ""
    """What is going on right now, one line; empty when nothing is."""
    step: int = 0
    steps: int = 0
    preview: Image | None = None
    notes: tuple[str, ...] = ()
    pictures: tuple[Shown, ...] = ()
    adjusted: Adjusted | None = None
    problem: Problem | None = None
    stopped: bool = False
    over: bool = False
    used: tuple[Working, ...] = field(default=())
    """Who did what, in order."""
    at: int = 0
    of: int = 0
    """In a comparison: the number of the picture that is being painted (from 1), and how many there are."""
    place: str = ""
    """In a comparison: what that picture stands for."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Offer:
    """One plug in the list of all there are: what it offers, or the secret it lacks."""

    name: str
    title: str
    models: tuple[Any, ...] = ()
    needs: str = ""
    """Name of the secret."""


def offers(
    listed: Mapping[str, Iterable[Any]],
    known: Collection[str],
    missing: Mapping[str, str],
    t: Translator,
    *,
    writes: bool = False,
) -> list[Offer]:
    """What can be used, best first, then what lacks its secret; with `writes`, they are assistants."""
    titles = {plug: name(plug, t, writes=writes) for plug in (*listed, *known)}
    ready = [Offer(name=plug, title=titles[plug], models=tuple(models)) for plug, models in listed.items()]
    lacking = [plug for plug in known if plug in missing and plug not in listed]
    return [*ready, *(Offer(name=plug, title=titles[plug], needs=missing[plug]) for plug in lacking)]


def reduce(so_far: Transcript, event: TurnEvent, t: Translator) -> Transcript:
    """The transcript after one more event; in a comparison its status begins with the picture's number."""
    seen = _reduced(so_far, event, t)
    if seen.at and seen.status and seen.status is not so_far.status:
        return replace(seen, status=f"{seen.at}/{seen.of} · {seen.status}")
    return seen


def _reduced(so_far: Transcript, event: TurnEvent, t: Translator) -> Transcript:
    match event:
        case TextDelta(text):
            return replace(so_far, text=so_far.text + text, status="")
        case PromptReady(draft):
            return replace(so_far, draft=draft, text=_spoken(so_far) or draft.prompt_local or draft.prompt)
        case Proposed():
            return _proposed(so_far, event, t)
        case Working():
            return replace(so_far, status=working(event, t), used=(*so_far.used, event))
        case Waiting():
            return replace(so_far, status=waiting(event, t), step=0, steps=0)
        case Progress():
            return _progressed(so_far, event, t)
        case Adjusted():
            return replace(so_far, adjusted=event)
        case Comparing(at, of, values):
            named = " · ".join(valued(control, value, t) for control, value in values.items())
            return replace(so_far, at=at, of=of, place=named, status="", step=0, steps=0, preview=None)
        case Note(key, values):
            return replace(so_far, notes=(*so_far.notes, t.filled(key, values)))
        case Painted():
            return replace(so_far, status=t("status.saving"))
        case Saved(picture_id=picture_id, recipe=recipe, filename=filename):
            shown = Shown(picture_id=picture_id, recipe=recipe, filename=filename)
            return replace(so_far, pictures=(*so_far.pictures, shown), preview=None)
        case Failed(error):
            return _failed(so_far, error, t)
        case Done():
            return replace(so_far, status="", over=True, preview=None)
    return so_far


def _proposed(so_far: Transcript, event: Proposed, t: Translator) -> Transcript:
    who = capital(f"{name(event.engine, t)} ({event.model})")
    told = (t("present.proposed", who=who),) if event.engine else ()
    return replace(so_far, proposed=event.order, notes=(*so_far.notes, *told))


def _failed(so_far: Transcript, error: StudioError, t: Translator) -> Transcript:
    """The newest failure; in a comparison it says of which picture, and those before it become notes."""
    message, cure = t.error(error)
    if so_far.place:
        message = f"{so_far.place}: {message}"
    found = Problem(code=error.code, message=message, cure=cure, actions=error.actions)
    before = (so_far.problem.line,) if so_far.problem else ()
    return replace(so_far, problem=found, notes=(*so_far.notes, *before), status="", preview=None)


def _spoken(so_far: Transcript) -> str:
    """What was said in ordinary chat before a picture was begun: a prompt does not take its place."""
    return so_far.text if any(w.stage == "chatting" for w in so_far.used) else ""


def _progressed(so_far: Transcript, event: Progress, t: Translator) -> Transcript:
    stage = t(f"stages.{event.stage}") if event.stage and t.has(f"stages.{event.stage}") else ""
    # One step alone is no measure: "0/1" would only puzzle.
    key = "status.painting_step" if event.steps > 1 else "status.painting_on"
    status = t(key, step=event.step, steps=event.steps, stage=stage).strip(" ·")
    preview = event.preview or so_far.preview
    return replace(so_far, status=status, step=event.step, steps=event.steps, preview=preview)


def name(plug: str, t: Translator, *, writes: bool = False) -> str:
    """The name of an engine in words; with `writes`, of an assistant."""
    keys = [f"names.{plug}_writes"] * writes + [f"names.{plug}"]
    return next((t(key) for key in keys if t.has(key)), plug)


def maker_title(maker: Maker, t: Translator) -> str:
    """Who makes a cartoon, and how: "the built-in engine · Comic"."""
    who = name(maker.engine, t)
    if maker.engine == "builtin":
        how = styles.get(maker.look).title(t.language) if maker.look else t("makers.cartoon")
        return f"{how} · {who}"
    return f"{maker.model} · {who}"


def maker_about(maker: Maker, t: Translator) -> str:
    """What it is, plainly: computed here, or an AI model somewhere that somebody pays for."""
    if maker.describes:
        return t("makers.describes", model=maker.model, who=name(maker.engine, t))
    if t.has(f"makers.{maker.engine}"):
        return t(f"makers.{maker.engine}", model=maker.model)
    return t("makers.other", model=maker.model, who=name(maker.engine, t))


def working(event: Working, t: Translator) -> str:
    """Who begins what: "Google Gemini (gemini-3.8-flash) is writing the prompt …"."""
    who = name(event.name, t, writes=event.stage in ("chatting", "writing"))
    if event.model and event.model != event.name:
        who = f"{who} ({event.model})"
    return capital(t(f"status.{event.stage}", who=who))


def waiting(event: Waiting, t: Translator) -> str:
    """Why there is a pause and how long it will be, in whole seconds."""
    seconds = max(0, round(event.seconds))
    return t(f"waiting.{event.reason}", seconds=seconds, attempt=event.attempt)


def facts(recipe: Mapping[str, Any], t: Translator) -> list[tuple[str, str]]:
    """What is worth knowing of a picture as (name, value) pairs, in reading order."""
    timings = recipe.get("timings") or {}
    seconds = t.number(float(sum(timings.values())), 1)
    provider = recipe.get("provider")
    model = " · ".join(str(p) for p in (recipe.get("model") or recipe.get("engine"), provider) if p)
    rows = [
        ("engine", name(str(recipe.get("engine", "")), t)),
        ("model", model if recipe.get("model") else ""),
        ("assistant", _assistant(recipe, t)),
        ("size", f"{recipe['width']}×{recipe['height']}" if {"width", "height"} <= recipe.keys() else ""),
        ("seed", recipe.get("seed")),
        ("style", recipe.get("style")),
        ("time", t("facts.seconds", seconds=seconds) if timings else ""),
        ("ignored", params(recipe.get("ignored") or (), t)),
    ]
    return [(t(f"facts.{key}"), str(value)) for key, value in rows if value not in (None, "")]


def _assistant(recipe: Mapping[str, Any], t: Translator) -> str:
    who = recipe.get("assistant")
    if not who:
        return ""
    model = recipe.get("assistant_model")
    return name(who, t, writes=True) + (f" ({model})" if model and model != who else "")


def controls(adjusted: Adjusted, t: Translator, *, sent: str = "sent") -> str:
    """The honest line: asked · sent · ignored · got. Long texts (negative prompts) are named, not quoted.
    `sent` is the word for what was sent: "going" where that is still to come."""
    told = {
        "asked": _pairs(adjusted.asked, t),
        sent: _pairs(adjusted.sent, t),
        "ignored": params(adjusted.ignored, t),
        "got": _pairs(adjusted.got, t),
    }
    return " · ".join(t(f"controls.{key}", values=values) for key, values in told.items() if values)


def compared(recipe: Mapping[str, Any], t: Translator) -> str:
    """What a picture of a comparison stands for: "steps 12 · guidance 3"; "" for another picture."""
    details = recipe.get("details") or {}
    pairs = [pair for name in ("compared", "crossed") if (pair := _pair(details.get(name)))]
    return " · ".join(valued(control, value, t) for control, value in pairs)


def _pair(found: Any) -> tuple[str, str] | None:
    if not isinstance(found, list | tuple) or len(found) != 2:
        return None
    control, value = map(str, found)
    return control, value


Axis = tuple[str, tuple[str, ...]]
"""A control's name, and the values it has in a comparison."""


def axes(recipe: Mapping[str, Any]) -> tuple[Axis, Axis] | None:
    """The columns and the rows of the comparison a picture stands in; rows are blank for one control."""
    details = recipe.get("details") or {}
    column, row = _pair(details.get("compared")), _pair(details.get("crossed"))
    columns, rows = (tuple(map(str, details.get(key) or ())) for key in ("columns", "rows"))
    if column is None or column[1] not in columns or (row is not None and row[1] not in rows):
        return None
    return (column[0], columns), (row[0], rows) if row else ("", ())


def place(recipe: Mapping[str, Any]) -> tuple[str, str]:
    """Column and row value of a compared picture."""
    details = recipe.get("details") or {}
    column, row = _pair(details.get("compared")), _pair(details.get("crossed"))
    return column[1] if column else "", row[1] if row else ""


def valued(control: str, value: str, t: Translator) -> str:
    """One value of a control in words: "steps 12", "size 512×768"."""
    return f"{_param(control, t)} {_value(value, t) or t('controls.nothing')}"


def params(names: Iterable[str], t: Translator) -> str:
    """Controls by their names in words, as one list."""
    return t.listed(_param(name, t) for name in names)


def _param(name: str, t: Translator) -> str:
    return t(f"params.{name}") if t.has(f"params.{name}") else name


def _pairs(values: Mapping[str, Any], t: Translator) -> str:
    shown = dict(values)
    if {"width", "height"} <= shown.keys():
        shown = {"size": f"{shown.pop('width')}×{shown.pop('height')}", **shown}
    told = {_param(k, t): _value(v, t) for k, v in shown.items()}
    return t.listed(f"{k} {v}" if len(v) < 24 else k for k, v in told.items())


def _value(value: Any, t: Translator) -> str:
    if isinstance(value, Mapping):  # margins: the sides are told by arrows, in whichever language
        return " ".join(f"{ARROWS.get(side, side)}{pixels}" for side, pixels in value.items())
    if isinstance(value, float):
        return t.number(value)
    return re.sub(r"(?<=\d)x(?=\d)", "×", str(value))
