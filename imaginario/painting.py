"""The one pipeline from an idea to a saved picture; everything that paints goes through here."""

from __future__ import annotations

import secrets
import time
from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from typing import Any

from imaginario import __version__, imaging, styles
from imaginario.aio import in_thread
from imaginario.assistants.base import Brief, PromptAssistant
from imaginario.assistants.drafts import estimate_tokens
from imaginario.chat import Choices, Message, PromptDraft, Session
from imaginario.engines.base import ImageEngine
from imaginario.errors import EmptyPrompt, EngineFailed, InvalidOption, MissingSecret, Retryable
from imaginario.events import (
    Adjusted,
    EngineEvent,
    Note,
    Painted,
    PromptReady,
    Saved,
    TextDelta,
    TurnEvent,
    Waiting,
    Working,
)
from imaginario.gallery.schema import GalleryStore
from imaginario.images import Image, ImageRequest, ModelCard, Param
from imaginario.recipe import Recipe
from imaginario.retry import patiently

AUTO = "auto"
SEEDS = 2**31 - 1
MAX_SEED = 2**32
PROMPT_TOKENS = 70
"""Length of a written prompt when neither the person nor the model says otherwise: CLIP reads 77."""


FEWEST_TOKENS = 16
"""Shorter than this no prompt says anything."""


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
    ratio: tuple[float, float] | None = None
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
    style = styles.get(name) if name and not order.raw else None
    return _Canvas(order=order, choices=choices, engine=engine, card=card, style=style)


async def _write(services: Services, canvas: _Canvas, session: Session) -> AsyncGenerator[TurnEvent, None]:
    order, choices = canvas.order, canvas.choices
    if order.draft is not None or order.raw:
        if order.images:
            yield Note("painting.not_looked_at")
        canvas.draft = order.draft or PromptDraft(prompt=order.idea, prompt_local=order.idea)
        yield PromptReady(canvas.draft)
        return
    assistant = services.assistant(order.assistant or choices.assistant)
    wanted = choices.chat_model if order.assistant in ("", choices.assistant) else ""
    brief = _brief(canvas, order.chat_model or wanted or _default_model(assistant))
    canvas.assistant, canvas.assistant_model = assistant, brief.model
    yield Working("writing", assistant.name, brief.model)
    if order.images and not assistant.sees:
        yield Note("painting.not_looked_at")
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
    sampling, style = canvas.choices.sampling, canvas.style
    limits = [n for n in (sampling.max_prompt_tokens, canvas.card.max_prompt_tokens) if n]
    # What the style adds around the prompt has to fit as well.
    taken = estimate_tokens(style.apply("x")) - estimate_tokens("x") if style else 0
    budget = max(FEWEST_TOKENS, min(limits, default=PROMPT_TOKENS) - taken)
    words = style.words if style else ""
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
    prompt = style.apply(canvas.draft.prompt) if style else canvas.draft.prompt
    parts = [order.negative_prompt, canvas.draft.negative_prompt, style.negative if style else ""]
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
    unmet = [p.value for p in dropped]
    if order.style and style is None:
        canvas.asked["style"] = order.style
        unmet.append("style")
    if order.model and order.model != card.id:
        canvas.asked["model"] = order.model
        unmet.append("model")
    if not {"width", "height"}.isdisjoint(unmet):
        unmet.append("aspect_ratio")
    canvas.ignored = tuple(name for name in unmet if name in canvas.asked)


def _asked_for(order: Order, request: ImageRequest) -> dict[str, Any]:
    """The controls the person set; what was filled in for them does not count as asked."""
    asked = {p.value: v for p, v in request.asked().items()}
    if not order.negative_prompt:
        asked.pop(Param.NEGATIVE_PROMPT.value, None)
    else:
        asked[Param.NEGATIVE_PROMPT.value] = order.negative_prompt
    for side in ("width", "height"):
        asked.pop(side, None)
    if order.size is not None:
        asked["width"], asked["height"] = order.size
    elif order.ratio is not None:
        asked["aspect_ratio"] = f"{order.ratio[0]:g}:{order.ratio[1]:g}"
    return asked


def _size(order: Order, card: ModelCard) -> tuple[int | None, int | None]:
    """Sides in pixels that the model can paint: as asked, else the ratio at the model's usual area."""
    if order.size is not None:
        return card.fitting(*order.size)
    if order.ratio is not None:
        return card.shaped(*order.ratio)
    return None, None


def _sent(canvas: _Canvas, event: Painted) -> dict[str, Any]:
    """What was sent for this picture: of several, each has a seed of its own."""
    sent = _shown(canvas.request)
    if "seed" in sent and canvas.request.seed is not None:
        sent["seed"] = (canvas.request.seed + event.index) % MAX_SEED
    return sent


def _shown(request: ImageRequest) -> dict[str, Any]:
    return {p.value: v for p, v in request.asked().items() if not isinstance(v, Image)}


async def _paint(services: Services, canvas: _Canvas, session: Session) -> AsyncGenerator[TurnEvent, None]:
    yield Working("painting", canvas.engine.name, canvas.card.id)
    start, painted = services.clock(), False
    async with aclosing(_strokes(services, canvas)) as strokes:
        async for event in strokes:
            if not isinstance(event, Painted):
                yield event
                continue
            painted = True
            canvas.timings["painting"] = round(services.clock() - start, 3)
            yield _got(canvas, event)
            for note in event.notes:
                yield note
            async for kept in _kept(services, canvas, event, session):
                yield kept
            start = services.clock()
    if not painted:
        raise EngineFailed(engine=canvas.engine.name, model=canvas.card.id, detail="no_picture")


async def _strokes(services: Services, canvas: _Canvas) -> AsyncGenerator[EngineEvent, None]:
    """The engine's events, within one budget; a picture that was delivered is not asked for again."""
    request, end = canvas.request, services.clock() + services.wait_budget
    wanted, done = request.num_images_per_prompt or 1, 0
    while done < wanted:
        left, before = _rest(request, done), done
        patience = max(0.0, end - services.clock())
        try:
            async with aclosing(patiently(partial(canvas.engine.generate, left), budget=patience)) as events:
                async for event in events:
                    if isinstance(event, Painted):
                        event = replace(event, index=done)
                        done += 1
                    yield event
            return
        except Retryable:
            if done == before:
                raise


def _rest(request: ImageRequest, done: int) -> ImageRequest:
    """The request for the pictures still to come; each has its own seed, one after another."""
    if not done:
        return request
    seed = None if request.seed is None else (request.seed + done) % MAX_SEED
    return replace(request, seed=seed, num_images_per_prompt=(request.num_images_per_prompt or 1) - done)


def _got(canvas: _Canvas, event: Painted) -> Adjusted:
    """What came of the controls, the provider's own omissions included."""
    got = {"width": event.image.width, "height": event.image.height, "seed": event.seed}
    skipped = tuple(p for p in event.details.get("provider_ignored", ()) if p not in canvas.ignored)
    canvas.ignored += tuple(p for p in skipped if p in canvas.asked)
    known = {k: v for k, v in got.items() if v is not None}
    return Adjusted(canvas.asked, _sent(canvas, event), canvas.ignored, known)


async def _kept(
    services: Services, canvas: _Canvas, event: Painted, session: Session
) -> AsyncGenerator[TurnEvent, None]:
    recipe = _recipe(canvas, event)
    image = await in_thread(_with_recipe, event.image, recipe)
    picture = await services.gallery.add(
        session.owner, image, filename=recipe.filename(), recipe=recipe.to_dict()
    )
    yield Saved(picture.id, image, picture.recipe, picture.filename)
    if not picture.lasting:
        yield Note("gallery.only_now")


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
        sent=_sent(canvas, event),
        ignored=canvas.ignored,
        timings=dict(canvas.timings),
        label=label,
        details=details,
        created=datetime.now(UTC).isoformat(timespec="seconds"),
        version=__version__,
    )
