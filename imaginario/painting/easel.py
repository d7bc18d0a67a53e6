"""Who paints an order: the engine and the model that can do its task, told when it is not who was chosen."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from imaginario import styles
from imaginario.assistants.base import PromptAssistant
from imaginario.chat import Choices, PromptDraft
from imaginario.engines.base import ImageEngine
from imaginario.errors import EmptyPrompt, Unsupported
from imaginario.events import Note
from imaginario.images import ImageRequest, ModelCard, Task
from imaginario.painting.order import AUTO, Order, Services


@dataclass(slots=True)
class Canvas:
    """What is known so far while one order is carried out."""

    order: Order
    choices: Choices
    engine: ImageEngine
    card: ModelCard
    style: styles.Style | None
    notes: tuple[Note, ...] = ()
    assistant: PromptAssistant | None = None
    assistant_model: str = ""
    draft: PromptDraft = field(default_factory=lambda: PromptDraft(prompt=""))
    request: ImageRequest = field(default_factory=lambda: ImageRequest(prompt=""))
    asked: dict[str, Any] = field(default_factory=dict)
    ignored: tuple[str, ...] = ()
    timings: dict[str, float] = field(default_factory=dict)


def prepared(services: Services, order: Order, choices: Choices) -> Canvas:
    """The canvas for an order. Raises `EmptyPrompt`, `MissingSecret`, `InvalidOption`, `Unsupported`."""
    if not order.idea.strip() and order.draft is None and order.image is None:
        raise EmptyPrompt(command="/imagine")
    engine, card, notes = chosen(services, order, choices)
    name = order.style or choices.style
    style = styles.get(name) if name and not order.raw else None
    return Canvas(order=order, choices=choices, engine=engine, card=card, style=style, notes=notes)


def written(canvas: Canvas) -> Order:
    """The order with the prompt that was written for it, to be painted later; its notes have been told."""
    return replace(canvas.order, draft=canvas.draft, written_by=author(canvas), ask=False, notes=())


def author(canvas: Canvas) -> tuple[str, str]:
    """Assistant and chat model that wrote the prompt, now or before; blank where nobody did."""
    if canvas.assistant is None:
        return canvas.order.written_by
    return canvas.assistant.name, canvas.assistant_model


def chosen(
    services: Services, order: Order, choices: Choices
) -> tuple[ImageEngine, ModelCard, tuple[Note, ...]]:
    """Engine and model for an order. What the order names must be able to do it; what only the menus
    say gives way to what can, and that is told. Raises `SetupError` for one that is not set up."""
    name = order.engine or choices.engine
    engine = services.engine(name)
    wanted = choices.image_model if not order.engine or order.engine == choices.engine else ""
    usual = engine.card(order.model or wanted)
    if can(usual, order.task):
        return engine, usual, ()
    if name not in ("", AUTO) and (lacking := engine.needs()):
        raise lacking
    if order.model:
        raise _unable(engine, usual, order.task, services)
    if card := able(engine, order.task):
        # A model that was not chosen needs no excuse for being another one.
        return engine, card, (_instead(usual, engine, card),) if wanted else ()
    if order.engine:
        raise _unable(engine, usual, order.task, services)
    for other in services.engines.values():
        if card := able(other, order.task):
            told = name not in ("", AUTO) or other.name == "builtin"
            return other, card, (_instead(usual, other, card),) if told else ()
    raise _unable(engine, usual, order.task, services)


def can(card: ModelCard, task: Task) -> bool:
    """Whether a model can do a task; a mask is enough to paint new margins."""
    return task in card.tasks or (task is Task.OUTPAINTING and Task.INPAINTING in card.tasks)


def able(engine: ImageEngine, task: Task) -> ModelCard | None:
    """The first model of an engine that can do a task."""
    return next((c for c in (engine.card(""), *engine.fallback_models()) if can(c, task)), None)


def _instead(usual: ModelCard, engine: ImageEngine, card: ModelCard) -> Note:
    return Note("painting.instead", {"model": usual.id, "other": f"{engine.title} · {card.title or card.id}"})


def _unable(engine: ImageEngine, card: ModelCard, task: Task, services: Services) -> Unsupported:
    others = [
        f"{other.name} {found.id}" for other in services.engines.values() if (found := able(other, task))
    ]
    return Unsupported(
        engine=engine.name, model=card.id, what=task.value, others=", ".join(others) or "builtin"
    )
