"""The assistant that is always there: it writes prompts by a grammar and answers simple questions. Not AI."""

from __future__ import annotations

import random
import re
import textwrap
import tomllib
import unicodedata
from collections.abc import AsyncGenerator, Mapping, Sequence
from functools import cache
from importlib import resources

from imaginario import styles
from imaginario.aio import in_thread
from imaginario.assistants._builtin_edits import Reply, reply
from imaginario.assistants.base import Brief, ChatModel, PromptAssistant
from imaginario.assistants.instructions import budget
from imaginario.chat import Message, PromptDraft
from imaginario.errors import EmptyPrompt
from imaginario.events import PromptReady, Repaint, TextDelta
from imaginario.i18n import Translator

MODEL = ChatModel(id="grammar", title="Grammar")
MAX_TITLE = 60
"""Characters."""
SHOWN = 12
"""Subjects named as examples of what can be drawn."""
ABOUT_ITSELF = ("key", "styles", "who")
"""Topics that are answered even when the question names a thing one could draw: "are you a robot?"."""
TONGUES = {"en": "en", "pt-BR": "pt", "es": "es", "zh-CN": "zh"}


class BuiltinAssistant(PromptAssistant):
    """Needs no key and no network, and answers at once."""

    name = "builtin"
    title = "Built-in"
    rank = 100
    sees = False

    async def models(self) -> tuple[ChatModel, ...]:
        """The one grammar there is."""
        return (MODEL,)

    def fallback_models(self) -> tuple[ChatModel, ...]:
        """The one grammar there is."""
        return (MODEL,)

    async def stream(
        self, messages: Sequence[Message], *, brief: Brief
    ) -> AsyncGenerator[TextDelta | PromptReady | Repaint, None]:
        """A prompt, or an answer. Raises `EmptyPrompt` when there is nothing to go by."""
        said = messages[-1] if messages else Message("user", "")
        if not brief.drafts:
            told = await in_thread(_reply, said, brief)
            for piece in re.findall(r"\S+\s*", told.text):
                yield TextDelta(piece)
            if told.repaint is not None:
                yield told.repaint
            return
        if not said.text.strip():
            raise EmptyPrompt(command="/imagine" if brief.kind == "prompt" else "/edit")
        draft = await in_thread(_draft if brief.kind == "prompt" else _instruction, said.text, brief)
        for piece in re.findall(r"\S+\s*", draft.prompt_local):
            yield TextDelta(piece)
        yield PromptReady(draft)


def _reply(said: Message, brief: Brief) -> Reply:
    """What to say to ordinary chat: an order to change the newest picture is carried out."""
    if said.images or _topic(said.text) == "key":
        return Reply(answer(said, brief.language))
    return reply(said.text, brief) or Reply(answer(said, brief.language))


def _instruction(idea: str, brief: Brief) -> PromptDraft:
    """What is to be changed, as it was said: nothing is invented."""
    words = " ".join(idea.split())
    title = textwrap.shorten(words, MAX_TITLE, placeholder="…")
    return PromptDraft(prompt=words, prompt_local=words, title=title[:1].upper() + title[1:], alt_text=words)


def _draft(idea: str, brief: Brief) -> PromptDraft:
    # Imported here: the vocabulary takes longer to load than a command line that does not need it may.
    from imaginario.engines.builtin import words, writer

    scene = words.read(idea)
    return writer.write(
        scene, idea=idea, budget_tokens=budget(brief), language=brief.language, style=brief.style
    )


def answer(said: Message, language: str) -> str:
    """A helpful answer to ordinary chat, in the person's language."""
    t = Translator(language)
    if said.images:
        return t("builtin.no_eyes")
    if found := _drawable(said.text, t.language):
        return t("builtin.offer", idea=" ".join(said.text.split())[:120], things=", ".join(found))
    topic = _topic(said.text)
    if topic == "can_draw":
        return t("builtin.can_draw", things=", ".join(_examples(t.language)))
    if topic == "styles":
        return t("builtin.styles", styles=", ".join(s.title(t.language) for s in styles.load().values()))
    return t(f"builtin.{topic}")


def _topic(text: str) -> str:
    folded = _fold(text)
    words = set(re.findall(r"\w+", folded))
    for topic, triggers in _topics().items():
        if any(w in words if w.isascii() else w in folded for w in triggers):
            return topic
    return "unsure"


@cache
def _topics() -> Mapping[str, tuple[str, ...]]:
    text = (resources.files("imaginario.assistants") / "builtin_topics.toml").read_text("utf-8")
    return {name: tuple(topic["words"]) for name, topic in tomllib.loads(text).items()}


def _drawable(text: str, language: str) -> list[str]:
    """Names of what could be drawn of a sentence; nothing where it asks for something else."""
    from imaginario.engines.builtin import vocabulary, words

    if _topic(text) in ABOUT_ITSELF:
        return []
    names = vocabulary.load()
    return [_name(names[s.id].names, language) for s in words.read(text).subjects if s.id in names]


def _examples(language: str) -> list[str]:
    from imaginario.engines.builtin import vocabulary

    entries = sorted(vocabulary.load().values(), key=lambda entry: entry.id)
    some = random.sample(entries, min(SHOWN, len(entries)))  # a different dozen each time
    return [_name(entry.names, language) for entry in some]


def _name(names: Mapping[str, Sequence[str]], language: str) -> str:
    return (names.get(TONGUES[language]) or names["en"])[0]


def _fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))
