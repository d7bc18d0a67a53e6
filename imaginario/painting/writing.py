"""The words of a picture: written by an assistant, or as they were given."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing

from imaginario.assistants.base import Brief, PromptAssistant
from imaginario.chat import Message, PromptDraft, Session
from imaginario.errors import EngineFailed
from imaginario.events import Note, PromptReady, Repaint, TextDelta, TurnEvent, Waiting, Working
from imaginario.painting.easel import Canvas
from imaginario.painting.order import Services
from imaginario.retry import patiently
from imaginario.tokens import count

PROMPT_TOKENS = 70
"""Length of a written prompt when neither the person nor the model says otherwise: CLIP reads 77."""
FEWEST_TOKENS = 16
"""Shorter than this no prompt says anything."""


async def write(services: Services, canvas: Canvas, session: Session) -> AsyncGenerator[TurnEvent, None]:
    """Fill in the draft of a canvas."""
    order = canvas.order
    if order.draft is not None or order.raw or not order.idea.strip():  # new margins need no words
        if order.images and order.image is None and not any(order.written_by):
            yield Note("painting.not_looked_at")
        canvas.draft = _given(canvas) or PromptDraft(prompt=order.idea, prompt_local=order.idea)
        yield PromptReady(canvas.draft)
        return
    assistant, model = _assistant(services, canvas)
    brief = _brief(canvas, model)
    canvas.assistant, canvas.assistant_model = assistant, model
    yield Working("writing", assistant.name, model)
    if order.images and order.image is None and not assistant.sees:
        yield Note("painting.not_looked_at")
    start = services.clock()
    messages = (*session.history(), Message("user", order.idea, _looked_at(canvas)))
    async with aclosing(_asked(services, assistant, messages, brief)) as answer:
        async for event in answer:
            if isinstance(event, PromptReady):
                canvas.draft = event.draft
            yield event
    canvas.timings["writing"] = round(services.clock() - start, 3)
    if not canvas.draft.prompt.strip():
        raise EngineFailed(engine=assistant.name, model=model, detail="no_prompt")


def _given(canvas: Canvas) -> PromptDraft | None:
    """The draft that came with the order, in the words the model wants."""
    order = canvas.order
    return order.scene if order.scene is not None and canvas.card.wants == "scenes" else order.draft


def _assistant(services: Services, canvas: Canvas) -> tuple[PromptAssistant, str]:
    order, choices = canvas.order, canvas.choices
    assistant = services.assistant(order.assistant or choices.assistant)
    wanted = choices.chat_model if order.assistant in ("", choices.assistant) else ""
    return assistant, order.chat_model or wanted or assistant.fallback_models()[0].id


def _looked_at(canvas: Canvas) -> tuple:
    """The pictures that go with the idea: the one to be changed first."""
    order = canvas.order
    return order.images if order.image is None else (order.image, *order.images)


def _asked(
    services: Services, assistant: PromptAssistant, messages: Sequence[Message], brief: Brief
) -> AsyncGenerator[TextDelta | PromptReady | Repaint | Note | Waiting, None]:
    """The assistant's answer, asked again while it is only out of breath."""
    return patiently(lambda: assistant.stream(messages, brief=brief), budget=services.wait_budget)


def _brief(canvas: Canvas, model: str) -> Brief:
    sampling, style = canvas.choices.sampling, canvas.style
    limits = [n for n in (sampling.max_prompt_tokens, canvas.card.max_prompt_tokens) if n]
    # What the style adds around the prompt has to fit as well.
    taken = count(style.apply("x")) - count("x") if style else 0
    budget = max(FEWEST_TOKENS, min(limits, default=PROMPT_TOKENS) - taken)
    words, order = style.words if style else "", canvas.order
    changing = "repaint" if canvas.card.wants == "scenes" else "edit"
    return Brief(
        kind="prompt" if order.image is None else changing, language=canvas.choices.language, model=model,
        masked=order.mask is not None, style=words, max_prompt_tokens=budget, sampling=sampling,
    )  # fmt: skip
