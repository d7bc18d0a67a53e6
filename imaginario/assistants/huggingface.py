"""Hugging Face as a prompt assistant: chat completions at the router, which finds a provider itself."""

from __future__ import annotations

import re
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType
from typing import Any

from imaginario import errors
from imaginario.aio import in_thread
from imaginario.assistants._huggingface_answer import Answer, chunks
from imaginario.assistants._huggingface_request import FORMAT, PICTURES, Ask, Letter, written
from imaginario.assistants._telling import Untaken, chatted, drafted, history
from imaginario.assistants.base import Brief, ChatModel, PromptAssistant
from imaginario.chat import Message
from imaginario.engines._huggingface.borders import Place, guarded, sdk_errors, token_of, translated
from imaginario.engines._huggingface.hub import HUB, PATIENCE, Hub
from imaginario.engines._huggingface.terms import ROUTER
from imaginario.engines._huggingface.wire import Deadline, Wire, sdk
from imaginario.events import Note, PromptReady, TextDelta
from imaginario.secrets import Secret

FALLBACK = (
    ChatModel(id="google/gemma-3-27b-it", title="Gemma 3 27B"),
    ChatModel(id="moonshotai/Kimi-K2.6", title="Kimi K2.6"),
    ChatModel(id="deepseek-ai/DeepSeek-V4-Pro", title="DeepSeek V4 Pro"),
    ChatModel(id="openai/gpt-oss-120b", title="gpt-oss 120B"),
    ChatModel(id="meta-llama/Llama-3.3-70B-Instruct", title="Llama 3.3 70B"),
)
MODEL_ID = re.compile(r"[A-Za-z0-9_-][\w.-]*/[A-Za-z0-9_-][\w.-]*(?::[\w-]+)?", re.ASCII)
"""The Hub's name of a model; behind a colon a provider or a policy, such as "fastest"."""


@dataclass(frozen=True, slots=True)
class Talent:
    """What the router tells of a model: whether it looks at pictures, keeps to a schema; None = unsaid."""

    sees: bool | None = None
    structured: bool | None = None


class HuggingFaceAssistant(PromptAssistant):
    """Talks to open models with the person's or the server's Hugging Face token.

    A structured answer is asked for where it is taken; elsewhere the words of the answer are read instead.
    What a model has refused once it is not asked again. A stream that breaks or fails half-way has delivered
    its words by then; only a written prompt that is already whole is not given up for a late break.
    """

    name = "huggingface"
    title = "Hugging Face"
    secret = "huggingface"  # noqa: S105  # the name of one
    settings = ("hf_hub_url", "hf_router_url", "request_timeout")
    rank = 20

    def __init__(
        self,
        *,
        secret: Secret | None = None,
        hf_hub_url: str = "",
        hf_router_url: str = "",
        request_timeout: float = 120.0,
    ) -> None:
        self._secret = secret
        self._wire = Wire()
        self._hub_url = hf_hub_url or HUB
        self._router = hf_router_url or ROUTER
        self._timeout = request_timeout
        self._talents: Mapping[str, Talent] = MappingProxyType({})
        self._live: tuple[ChatModel, ...] = ()
        self._refused: dict[str, frozenset[str]] = {}
        self._untaken = Untaken()

    async def models(self) -> tuple[ChatModel, ...]:
        """The chat models that a provider serves now, the recommended ones first, then those that see."""
        answer = await self._told("")
        listed = answer.get("data") if isinstance(answer, dict) else None
        found = {m["id"]: _talent(m) for m in listed or () if isinstance(m, dict) and _is_live(m)}
        self._talents = found
        ids = [model.id for model in FALLBACK]
        ranked = sorted(found, key=lambda m: (ids.index(m) if m in ids else len(ids), not found[m].sees))
        titles = {model.id: model.title for model in FALLBACK}
        self._live = tuple(ChatModel(id=m, title=titles.get(m) or m.rpartition("/")[2]) for m in ranked)
        return self._live

    def fallback_models(self) -> tuple[ChatModel, ...]:
        """What was worth recommending when this version was made, without what is known to be gone."""
        return self._live[: len(FALLBACK)] or FALLBACK

    async def check(self) -> None:
        """Ask the Hub whose token it is; raises `Unauthorized`, `MissingSecret`."""
        await Hub(token_of(self._secret), self._hub_url, self._wire).check()

    async def aclose(self) -> None:
        """Free connections."""
        await self._wire.aclose()

    async def stream(
        self, messages: Sequence[Message], *, brief: Brief
    ) -> AsyncGenerator[TextDelta | PromptReady | Note, None]:
        """Answer; see the base class. A chat answer that hit its length limit ends in an ellipsis."""
        ask = await self._prepared(messages, brief)
        answer = Answer(self._place(ask))
        pieces = self._pieces(ask, answer)
        events = drafted(pieces, brief, partial(self._lost, ask)) if brief.drafts else chatted(pieces, answer)
        async with aclosing(events):
            async for event in events:
                yield event

    async def _pieces(self, ask: Ask, answer: Answer) -> AsyncGenerator[str | Note, None]:
        """The words of the answer as they come, then the error if there was one."""
        for note in self._untaken.notes(ask.model, ask.untaken):
            yield note
        again: Ask | None = None
        try:
            async with aclosing(self._chunks(ask)) as stream:
                async for chunk in stream:
                    if piece := answer.close() if chunk is None else answer.read(chunk):
                        yield piece
        except (errors.InvalidRequest, errors.ModelGone) as error:
            again = None if answer.text else await self._otherwise(ask, error)
            if again is None:
                raise
        if again is None and answer.starved and not ask.roomy and ask.brief.sampling.max_output_tokens:
            again = replace(ask, roomy=True)
        if again is not None:
            answer.again()
            async with aclosing(self._pieces(again, answer)) as pieces:
                async for piece in pieces:
                    yield piece
        elif failure := answer.failure():
            raise failure

    async def _otherwise(self, ask: Ask, error: errors.EngineError) -> Ask | None:
        """How a request that was refused can be put once more, or None."""
        if isinstance(error, errors.ModelGone):
            # Nobody chose the default: whatever comes next in line will do.
            if (
                ask.model != FALLBACK[0].id
                or not (models := await self.models())
                or models[0].id == ask.model
            ):
                return None
            return replace(ask, model=models[0].id)
        refused = ask.refused(str(error.values.get("detail", "")))
        if not refused:
            return None
        self._refused[ask.model] = self._refused.get(ask.model, frozenset()) | {refused}
        return replace(ask, without=ask.without | {refused})

    async def _chunks(self, ask: Ask) -> AsyncGenerator[dict[str, Any] | None, None]:
        place = self._place(ask)
        letter = await in_thread(guarded, partial(self._letter, ask), place)
        try:
            way = self._wire.opened(
                letter.url, place=place, silence=self._timeout, headers=letter.headers, content=letter.content
            )
            async with way as response, aclosing(chunks(response)) as stream:
                async for chunk in stream:
                    yield chunk
            return
        except sdk_errors() as error:
            failure = translated(error, place)
        raise failure

    def _lost(self, ask: Ask) -> errors.EngineError:
        return self._place(ask).error(errors.EmptyAnswer, detail="no_prompt")

    def _letter(self, ask: Ask) -> Letter:
        sdk()
        return written(ask, router=self._router, token=token_of(self._secret))

    async def _prepared(self, messages: Sequence[Message], brief: Brief) -> Ask:
        token_of(self._secret)
        model = brief.model.strip() or self.fallback_models()[0].id
        if not MODEL_ID.fullmatch(model):
            raise Place(model=model).error(errors.ModelGone)
        ask = Ask(model, history(messages), brief)
        talent, without = await self._talent(ask), self._refused.get(model, frozenset())
        if talent.sees is False:
            without |= {PICTURES}
        if talent.structured is False:
            without |= {FORMAT}
        return replace(ask, without=without)

    async def _talent(self, ask: Ask) -> Talent:
        """What is known of the model; it is asked for only when there is something to look at."""
        name = ask.model.partition(":")[0]
        if name not in self._talents and ask.has_pictures:
            try:
                told = await self._told(f"/{name}")
            except errors.EngineError:
                return Talent()
            return _talent(told) if isinstance(told, dict) else Talent()
        return self._talents.get(name, Talent())

    async def _told(self, path: str) -> Any:
        """What the router tells of its models, which it tells anybody."""
        url, until = f"{self._router.rstrip('/')}/v1/models{path}", Deadline(PATIENCE)
        # The token is not sent there, but whatever comes back is kept clean of it.
        place = Place(token=self._secret.reveal() if self._secret else "")
        return await self._wire.ask_json(url, place=place, until=until)

    def _place(self, ask: Ask) -> Place:
        return Place(model=ask.model, token=self._secret.reveal() if self._secret else "")


def _is_live(model: Mapping[str, Any]) -> bool:
    return isinstance(model.get("id"), str) and bool(_live_providers(model)) and _writes(model)


def _live_providers(model: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    providers = model.get("providers")
    listed = providers if isinstance(providers, list) else []
    return [p for p in listed if isinstance(p, dict) and p.get("status") == "live"]


def _writes(model: Mapping[str, Any]) -> bool:
    architecture = model.get("architecture")
    given = architecture.get("output_modalities") if isinstance(architecture, dict) else None
    return given is None or "text" in given


def _talent(model: Mapping[str, Any]) -> Talent:
    architecture = model.get("architecture")
    given = architecture.get("input_modalities") if isinstance(architecture, dict) else None
    told = [p.get("supports_structured_output") for p in _live_providers(model)]
    structured = False if told and all(t is False for t in told) else True if True in told else None
    return Talent("image" in given if isinstance(given, list) else None, structured)
