"""The one pipeline from an idea to a saved picture; everything that paints goes through here."""

from __future__ import annotations

import secrets
import time
from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from imaginario import __version__, imaging, styles
from imaginario.aio import in_thread
from imaginario.assistants.base import Brief, PromptAssistant
from imaginario.chat import Choices, Message, PromptDraft, Session
from imaginario.engines.base import ImageEngine
from imaginario.errors import EmptyPrompt, EngineFailed, InvalidOption, MissingSecret
from imaginario.events import Adjusted, Painted, PromptReady, Saved, TextDelta, TurnEvent, Waiting, Working
from imaginario.gallery.schema import GalleryStore
from imaginario.images import Image, ImageRequest, ModelCard, Param
from imaginario.recipe import Recipe
from imaginario.retry import patiently

AUTO = "auto"
SEEDS = 2**31 - 1
PROMPT_TOKENS = 70
"""Length of a written prompt when neither the person nor the model says otherwise: CLIP reads 77."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Services:
    """What a turn works with; the plugs are those this person's keys can reach, best first."""

    assistants: Mapping[str, PromptAssistant]
    engines: Mapping[str, ImageEngine]
    missing: Mapping[str, str] = field(default_factory=dict)
    """Plugs that lack their secret: name -> secret name."""
    gallery: GalleryStore
    wait_budget: float = 300.0
    clock: Callable[[], float] = time.perf_counter

    def assistant(self, name: str) -> PromptAssistant:
        """The assistant asked for, or the best one. Raises `MissingSecret`, `InvalidOption`."""
        return _pick("--assistant", name, self.assistants, self.missing)

    def engine(self, name: str) -> ImageEngine:
        """The engine asked for, or the best one. Raises `MissingSecret`, `InvalidOption`."""
        return _pick("--engine", name, self.engines, self.missing)


def _pick(option: str, name: str, plugs: Mapping[str, Any], missing: Mapping[str, str]) -> Any:
    if name in ("", AUTO):
        return next(iter(plugs.values()))
    if name in plugs:
        return plugs[name]
    if name in missing:
        raise MissingSecret(engine=name, secret=missing[name])
    raise InvalidOption(option=option, value=name, allowed=", ".join((AUTO, *plugs)))


@dataclass(frozen=True, kw_only=True, slots=True)
class Order:
    """One order for a picture: the idea and what was said about how to paint it."""

    idea: str
    raw: bool = False
    """Paint the idea as it stands, without an assistant."""
    draft: PromptDraft | None = None
    """A prompt already written (and perhaps edited): no assistant is asked."""
    style: str = ""
    engine: str = ""
    model: str = ""
    assistant: str = ""
    chat_model: str = ""
    negative_prompt: str = ""
    size: tuple[int, int] | None = None
    ratio: tuple[int, int] | None = None
    seed: int | None = None
    steps: int | None = None
    guidance: float | None = None
    count: int | None = None
    images: tuple[Image, ...] = ()


@dataclass(slots=True)
class _Canvas:
    """What is known so far while one order is carried out."""

    order: Order
    choices: Choices
    engine: ImageEngine
    card: ModelCard
    style: styles.Style | None
    assistant: PromptAssistant | None = None
    assistant_model: str = ""
    draft: PromptDraft = field(default_factory=lambda: PromptDraft(prompt=""))
    request: ImageRequest = field(default_factory=lambda: ImageRequest(prompt=""))
    asked: dict[str, Any] = field(default_factory=dict)
    ignored: tuple[str, ...] = ()
    timings: dict[str, float] = field(default_factory=dict)


async def imagine(services: Services, order: Order, session: Session) -> AsyncGenerator[TurnEvent, None]:
    """Carry out one order: write, adjust, paint, save.

    Raises `UserError`, `SetupError`, `EngineError`, `GalleryError`. Close it to stop everything.
    """
    canvas = _prepared(services, order, session.choices)
    async with aclosing(_write(services, canvas, session)) as writing:
        async for event in writing:
            yield event
    _fill_request(canvas)
    yield Adjusted(canvas.asked, _shown(canvas.request), canvas.ignored)
    async with aclosing(_paint(services, canvas, session)) as strokes:
        async for event in strokes:
            yield event


def _prepared(services: Services, order: Order, choices: Choices) -> _Canvas:
    if not order.idea.strip() and order.draft is None:
        raise EmptyPrompt(command="/imagine")
    engine = services.engine(order.engine or choices.engine)
    wanted = choices.image_model if not order.engine or order.engine == choices.engine else ""
    card = engine.card(order.model or wanted)
    name = order.style or choices.style
    style = styles.get(name) if name else None
    return _Canvas(order=order, choices=choices, engine=engine, card=card, style=style)


async def _write(services: Services, canvas: _Canvas, session: Session) -> AsyncGenerator[TurnEvent, None]:
    order, choices = canvas.order, canvas.choices
    if order.draft is not None or order.raw:
        canvas.draft = order.draft or PromptDraft(prompt=order.idea, prompt_local=order.idea)
        yield PromptReady(canvas.draft)
        return
    assistant = services.assistant(order.assistant or choices.assistant)
    brief = _brief(canvas, order.chat_model or choices.chat_model or _default_model(assistant))
    canvas.assistant, canvas.assistant_model = assistant, brief.model
    yield Working("writing", assistant.name, brief.model)
    start = services.clock()
    messages = (*session.history(), Message("user", order.idea, order.images))
    async with aclosing(_asked(services, assistant, messages, brief)) as answer:
        async for event in answer:
            if isinstance(event, PromptReady):
                canvas.draft = event.draft
            yield event
    canvas.timings["writing"] = round(services.clock() - start, 3)
    if not canvas.draft.prompt.strip():
        raise EngineFailed(engine=assistant.name, model=brief.model, detail="no_prompt")


def _asked(
    services: Services, assistant: PromptAssistant, messages: Sequence[Message], brief: Brief
) -> AsyncGenerator[TextDelta | PromptReady | Waiting, None]:
    """The assistant's answer, asked again while it is only out of breath."""
    return patiently(lambda: assistant.stream(messages, brief=brief), budget=services.wait_budget)


def _brief(canvas: _Canvas, model: str) -> Brief:
    sampling = canvas.choices.sampling
    budget = sampling.max_prompt_tokens or canvas.card.max_prompt_tokens or PROMPT_TOKENS
    words = canvas.style.words if canvas.style else ""
    return Brief(
        kind="prompt", language=canvas.choices.language, model=model, style=words,
        max_prompt_tokens=budget, sampling=sampling,
    )  # fmt: skip


def _default_model(assistant: PromptAssistant) -> str:
    return assistant.fallback_models()[0].id


def _fill_request(canvas: _Canvas) -> None:
    """Turn draft and order into the request, drop what the model can't obey, remember both."""
    order, card = canvas.order, canvas.card
    style = canvas.style
    prompt = style.apply(canvas.draft.prompt) if style and not order.raw else canvas.draft.prompt
    parts = [order.negative_prompt, *(() if order.raw else (canvas.draft.negative_prompt,))]
    parts.append(style.negative if style and not order.raw else "")
    width, height = _size(order, card)
    asked = ImageRequest(
        prompt=prompt,
        model=card.id,
        negative_prompt=", ".join(p.strip(" ,") for p in parts if p.strip(" ,")) or None,
        width=width,
        height=height,
        num_inference_steps=order.steps,
        guidance_scale=order.guidance,
        seed=order.seed,
        num_images_per_prompt=order.count,
    )
    kept, dropped = asked.only(card.supports)
    if kept.seed is None and Param.SEED in card.supports:
        kept = replace(kept, seed=secrets.randbelow(SEEDS))
    canvas.request = kept
    canvas.asked = _asked_for(order, asked)
    canvas.ignored = tuple(p.value for p in dropped if p.value in canvas.asked)


def _asked_for(order: Order, request: ImageRequest) -> dict[str, Any]:
    """The controls the person set; what was filled in for them does not count as asked."""
    asked = {p.value: v for p, v in request.asked().items()}
    if not order.negative_prompt:
        asked.pop(Param.NEGATIVE_PROMPT.value, None)
    else:
        asked[Param.NEGATIVE_PROMPT.value] = order.negative_prompt
    if order.size is not None:
        asked["width"], asked["height"] = order.size
    elif order.ratio is None:
        asked.pop("width", None)
        asked.pop("height", None)
    return asked


def _size(order: Order, card: ModelCard) -> tuple[int | None, int | None]:
    """Sides in pixels that the model can paint: as asked, else the ratio at the model's usual area."""
    if order.size is not None:
        return _snapped(order.size[0], card), _snapped(order.size[1], card)
    if order.ratio is None:
        return None, None
    area = card.default_size[0] * card.default_size[1]
    wide, high = order.ratio
    width = (area * wide / high) ** 0.5
    return _snapped(width, card), _snapped(width * high / wide, card)


def _snapped(side: float, card: ModelCard) -> int:
    grid = card.multiple_of
    return max(card.min_side, min(card.max_side, round(side / grid) * grid))


def _shown(request: ImageRequest) -> dict[str, Any]:
    return {p.value: v for p, v in request.asked().items() if not isinstance(v, Image)}


async def _paint(services: Services, canvas: _Canvas, session: Session) -> AsyncGenerator[TurnEvent, None]:
    yield Working("painting", canvas.engine.name, canvas.card.id)
    start = services.clock()
    attempt = patiently(lambda: canvas.engine.generate(canvas.request), budget=services.wait_budget)
    painted = False
    async with aclosing(attempt) as strokes:
        async for event in strokes:
            if not isinstance(event, Painted):
                yield event
                continue
            painted = True
            canvas.timings["painting"] = round(services.clock() - start, 3)
            yield _got(canvas, event)
            for note in event.notes:
                yield note
            yield await _save(services, canvas, event, session)
    if not painted:
        raise EngineFailed(engine=canvas.engine.name, model=canvas.card.id, detail="no_picture")


def _got(canvas: _Canvas, event: Painted) -> Adjusted:
    """What came of the controls, the provider's own omissions included."""
    got = {"width": event.image.width, "height": event.image.height, "seed": event.seed}
    skipped = tuple(p for p in event.details.get("provider_ignored", ()) if p not in canvas.ignored)
    canvas.ignored += tuple(p for p in skipped if p in canvas.asked)
    known = {k: v for k, v in got.items() if v is not None}
    return Adjusted(canvas.asked, _shown(canvas.request), canvas.ignored, known)


async def _save(services: Services, canvas: _Canvas, event: Painted, session: Session) -> Saved:
    recipe = _recipe(canvas, event)
    image = await in_thread(_with_recipe, event.image, recipe)
    picture = await services.gallery.add(
        session.owner, image, filename=recipe.filename(), recipe=recipe.to_dict()
    )
    return Saved(picture.id, image, picture.recipe, picture.filename)


def _with_recipe(image: Image, recipe: Recipe) -> Image:
    png = imaging.as_png(image)
    return replace(png, data=imaging.with_texts(png.data, recipe.texts()))


def _recipe(canvas: _Canvas, event: Painted) -> Recipe:
    order, draft = canvas.order, canvas.draft
    label = str(event.details.get("label", ""))
    details = {k: v for k, v in event.details.items() if k not in ("label", "provider_ignored")}
    return Recipe(
        idea=order.idea,
        language=canvas.choices.language,
        draft=draft,
        prompt=canvas.request.prompt,
        negative_prompt=canvas.request.negative_prompt or "",
        style=canvas.style.id if canvas.style else "",
        engine=canvas.engine.name,
        model=canvas.card.id,
        provider=event.provider,
        assistant=canvas.assistant.name if canvas.assistant else "",
        assistant_model=canvas.assistant_model,
        seed=event.seed,
        width=event.image.width,
        height=event.image.height,
        asked=canvas.asked,
        sent=_shown(canvas.request),
        ignored=canvas.ignored,
        timings=dict(canvas.timings),
        label=label,
        details=details,
        created=datetime.now(UTC).isoformat(timespec="seconds"),
        version=__version__,
    )
