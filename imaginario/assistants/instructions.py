"""What an assistant is told before the conversation: the text of `brief.md`, filled in for one request."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from string import Template
from types import MappingProxyType
from typing import Any

from imaginario.assistants.base import Brief
from imaginario.chat import Message

LANGUAGES: Mapping[str, str] = MappingProxyType(
    {"en": "English", "pt-BR": "Brazilian Portuguese", "es": "Spanish", "zh-CN": "Simplified Chinese"}
)
"""Names models understand better than a tag; any other language is named by its tag."""

# English words per token of a CLIP-like text encoder, commas included and with some room left.
WORDS_PER_TOKEN = 0.65


def system(brief: Brief, messages: Sequence[Message] = ()) -> str:
    """The system instruction for this brief; `messages` tell whether pictures are attached."""
    limit, kind = budget(brief), brief.kind
    answer = "edit" if kind == "edit" else "prompt"
    wanted = {
        kind: True,
        f"{kind}: pictures": brief.drafts and any(m.images for m in messages),
        f"{kind}: style": brief.drafts and bool(brief.style.strip()),
        "repaint: mask": kind == "repaint" and brief.masked,
        "prompt: budget": brief.drafts and limit is not None,
        f"{answer}: answer in two languages": brief.drafts and bilingual(brief),
        f"{answer}: answer in English": brief.drafts and not bilingual(brief),
    }
    text = "\n\n".join(sections()[title] for title, needed in wanted.items() if needed)
    return Template(text).substitute(
        language=LANGUAGES.get(brief.language, f"the language with the tag {brief.language}"),
        style=" ".join(brief.style.split()),
        budget=limit,
        words=max(5, int((limit or 0) * WORDS_PER_TOKEN)),
    )


def bilingual(brief: Brief) -> bool:
    """Whether the person's language is another one than the image model's English."""
    return brief.language.split("-")[0].lower() != "en"


def budget(brief: Brief) -> int | None:
    """Tokens the English prompt may have: the smaller of what the image model reads and the person chose."""
    limits = [n for n in (brief.max_prompt_tokens, brief.sampling.max_prompt_tokens) if n]
    return min(limits, default=None)


def keys(brief: Brief) -> tuple[str, ...]:
    """Keys of a structured answer in the order they are to be written; the first is shown as it grows."""
    rest = ("prompt", "negative_prompt", "title", "alt_text")
    return ("prompt_local", *rest) if bilingual(brief) else rest


def schema(brief: Brief) -> dict[str, Any]:
    """The JSON schema of a structured answer, strict enough for every provider."""
    names = keys(brief)
    return {
        "type": "object",
        "properties": {name: {"type": "string"} for name in names},
        "required": list(names),
        "additionalProperties": False,
    }


@cache
def sections() -> Mapping[str, str]:
    """The parts of `brief.md` by their second-level heading."""
    text = Path(__file__).with_name("brief.md").read_text("utf-8")
    _, *pieces = re.split(r"^## (.+)$", text, flags=re.MULTILINE)
    return MappingProxyType({t.strip(): b.strip() for t, b in zip(pieces[::2], pieces[1::2], strict=True)})
