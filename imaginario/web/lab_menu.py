"""The menus of the lab: which controls the chosen model obeys, and values worth trying for each. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from imaginario import styles
from imaginario.chat import Choices
from imaginario.commands.compare import CONTROLS, EDITING, clash, told
from imaginario.engines.base import ImageEngine
from imaginario.errors import StudioError
from imaginario.i18n import Translator, capital
from imaginario.images import Task
from imaginario.painting import Services
from imaginario.painting.easel import can
from imaginario.present import params
from imaginario.web.controls import about, obeyed
from imaginario.web.models import Menu

FIELDS: Mapping[str, str] = {
    "steps": "steps",
    "guidance": "guidance",
    "seed": "seed",
    "scheduler": "scheduler",
    "no": "negative_prompt",
    "strength": "strength",
    "image-guidance": "image_guidance",
    "ar": "ratio",
    "size": "width",
}
"""Controls that a model must obey -> their fields in the image settings."""
VALUES: Mapping[str, str] = {
    "steps": "4, 12, 30",
    "guidance": "2, 7.5, 15",
    "seed": "1, 2, 3, 4",
    "scheduler": "Euler, EulerAncestral, DPMSolverMultistep",
    "no": "| trees | flowers",
    "strength": "0.2, 0.5, 0.8",
    "image-guidance": "1, 1.5, 3",
    "ar": "1:1, 16:9, 9:16",
    "size": "512x512, 768x512, 512x768",
}
"""Values worth trying, where they need not be looked up."""
LOOKS = ("watercolor", "comic", "oil")
SUGGESTED = 3
"""Models and engines that are suggested."""
USUAL = "steps"


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be compared now."""

    controls: tuple[str, ...]
    ignored: tuple[str, ...] = ()
    """Controls that the model does not obey."""
    lonely: bool = False
    """Whether there is only one engine."""

    def usual(self, chosen: str) -> str:
        """This control, if it is offered, else the first one that is."""
        return next(name for name in (chosen, USUAL, *self.controls) if name in self.controls)

    def beside(self, control: str, chosen: str) -> str:
        """This second control, if it is offered beside the first; "" is none."""
        return chosen if chosen in self.controls and not clash(control, chosen) else ""


def offer(services: Services, choices: Choices) -> Offer:
    """What the chosen model, or the one that would edit in its place, obeys."""
    known = obeyed(services, choices)
    ignored = tuple(name for name, field in FIELDS.items() if field not in known)
    lonely = len(services.engines) < 2
    left = {*ignored, *(["engine"] if lonely else [])}
    return Offer(tuple(name for name in CONTROLS if name not in left), ignored, lonely)


def menu(offered: Offer, t: Translator, *, beside: str = "") -> Menu:
    """The controls by name; those that go `beside` another one come after "none"."""
    first: Menu = [(t("lab.none"), "")] if beside else []
    fitting = (name for name in offered.controls if not beside or not clash(beside, name))
    return first + [(titled(name, t), name) for name in fitting]


def every(t: Translator) -> Menu:
    """All controls there are and "none": a page that outlives a restart of the server sends what it knows."""
    return [(t("lab.none"), ""), *((titled(name, t), name) for name in CONTROLS)]


def titled(control: str, t: Translator) -> str:
    """A control's name in words."""
    return capital(params([told(control)], t))


def suggested(control: str, services: Services, choices: Choices, t: Translator) -> str:
    """Values worth trying, as they are typed; "" where nothing is known."""
    try:
        engine = services.engine(choices.engine)
    except StudioError:
        engine = next(iter(services.engines.values()))
    if control == "no" and engine.name == "builtin":  # other models read English
        return t("lab.suggest_no")
    if control == "style":
        return ", ".join(styles.get(name).title(t.language) for name in LOOKS)
    if control == "engine":
        return ", ".join(list(services.engines)[:SUGGESTED])
    if control == "model":
        return ", ".join(_models(engine, choices)[:SUGGESTED])
    return VALUES.get(control, "")


def _models(engine: ImageEngine, choices: Choices) -> list[str]:
    """Models that paint, the chosen one first."""
    cards = (engine.card(choices.image_model), *engine.fallback_models())
    return list(dict.fromkeys(card.id for card in cards if can(card, Task.TEXT_TO_IMAGE)))


def edits(*controls: str) -> bool:
    """Whether a picture is needed to start from."""
    return any(control in EDITING for control in controls)


def said(offered: Offer, services: Services, choices: Choices, t: Translator) -> str:
    """Who paints, where that is chosen, and what can't be compared."""
    lines = [t("lab.from_chat")]
    if offered.ignored:
        lines.append(t("lab.ignored", names=params(map(told, offered.ignored), t)))
    if offered.lonely:
        lines.append(t("lab.one_engine"))
    return about(services, choices, t) + "".join(f'<p class="folded">{escape(line)}</p>' for line in lines)
