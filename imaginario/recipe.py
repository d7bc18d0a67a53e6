"""The recipe of a picture: everything needed to understand it and paint it again, never a key."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from imaginario.chat import PromptDraft

JSON_KEY = "imaginario"
"""PNG text key of the JSON recipe."""
PARAMETERS_KEY = "parameters"
"""PNG text key of the text that A1111-style "PNG Info" readers show."""

_FEWEST_PAIRS = 3
_KINDS: Mapping[str, Any] = {
    "PromptDraft": dict,
    "int": int,
    "int | None": int,
    "Mapping[str, Any]": dict,
    "Mapping[str, float]": dict,
    "tuple[str, ...]": list,
}
"""Kinds of the recipe's fields as JSON has them; the rest are strings."""
_INFOTEXT_NAMES = {
    "num_inference_steps": "Steps",
    "scheduler": "Sampler",
    "guidance_scale": "CFG scale",
    "strength": "Denoising strength",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Recipe:
    """One picture's story. Sizes are pixels, times are seconds, `created` is ISO 8601 in UTC."""

    idea: str
    language: str
    draft: PromptDraft
    prompt: str
    """The prompt as it was sent to the engine."""
    negative_prompt: str = ""
    style: str = ""
    engine: str
    model: str = ""
    provider: str = ""
    assistant: str = ""
    assistant_model: str = ""
    seed: int | None = None
    width: int
    height: int
    asked: Mapping[str, Any] = field(default_factory=dict)
    sent: Mapping[str, Any] = field(default_factory=dict)
    ignored: tuple[str, ...] = ()
    timings: Mapping[str, float] = field(default_factory=dict)
    label: str = ""
    """What the picture is, where that must be said, such as "built-in sketch, not AI"."""
    details: Mapping[str, Any] = field(default_factory=dict)
    """What the engine adds, such as the scene spec of the built-in one."""
    created: str = ""
    version: str = ""

    def to_dict(self) -> dict[str, Any]:
        """A JSON-ready dict without empty entries."""
        return {k: v for k, v in asdict(self).items() if v not in ("", None, {}, (), [])}

    def to_json(self) -> str:
        """Compact JSON, any script kept readable."""
        return json.dumps(self.to_dict(), ensure_ascii=False, separators=(",", ":"))

    def parameters(self) -> str:
        """The A1111 "infotext": prompt, negative prompt, then `Name: value` pairs."""
        pairs = {_INFOTEXT_NAMES[k]: v for k, v in self.sent.items() if k in _INFOTEXT_NAMES}
        if self.seed is not None:
            pairs["Seed"] = self.seed
        pairs["Size"] = f"{self.width}x{self.height}"
        pairs["Model"] = _plain(self.model or self.engine)
        pairs["Version"] = f"Imaginario {self.version}"
        if self.label:
            pairs["Note"] = _plain(self.label)
        lines = [" ".join(self.prompt.split())]
        if self.negative_prompt:
            lines.append(f"Negative prompt: {' '.join(self.negative_prompt.split())}")
        lines.append(", ".join(f"{k}: {v}" for k, v in pairs.items()))
        return "\n".join(lines)

    def texts(self) -> dict[str, str]:
        """The PNG text entries that carry this recipe."""
        return {PARAMETERS_KEY: self.parameters(), JSON_KEY: self.to_json()}

    def filename(self, extension: str = "png") -> str:
        """A file name that says what is in the picture, such as `gato-na-lua-7.png`."""
        stem = slug(self.draft.title or self.idea) or "imaginario"
        tail = "" if self.seed is None else f"-{self.seed}"
        return f"{stem}{tail}.{extension}"


def read(texts: Mapping[str, str]) -> dict[str, Any] | None:
    """The recipe among a PNG's texts: ours, else what an A1111-style text tells; None if there is none."""
    if JSON_KEY in texts:
        try:
            found = json.loads(texts[JSON_KEY])
        except ValueError:
            found = None
        if isinstance(found, dict) and (sound := _sound(found)):
            return sound
    return parse_parameters(texts[PARAMETERS_KEY]) if PARAMETERS_KEY in texts else None


def _sound(found: Mapping[str, Any]) -> dict[str, Any]:
    """Without entries of another kind than ours: a file may come from anywhere."""
    kinds = {item.name: _KINDS.get(str(item.type), str) for item in fields(Recipe)}
    kept = {k: v for k, v in found.items() if isinstance(v, kinds.get(k, object)) and not isinstance(v, bool)}
    if any(not isinstance(seconds, int | float) for seconds in kept.get("timings", {}).values()):
        del kept["timings"]
    return kept


def parse_parameters(text: str) -> dict[str, Any]:
    """An A1111-style text as a dict with `prompt`, `negative_prompt` and its `Name: value` pairs."""
    body, _, last = text.strip().rpartition("\n")
    pairs = dict(re.findall(r'([A-Z][\w /-]*): ("[^"]*"|[^,]*)(?:,|$)', last))
    if len(pairs) < _FEWEST_PAIRS and not last.startswith("Steps: "):  # a prompt may hold a colon, too
        body, pairs = text.strip(), {}
    prompt, _, negative = body.partition("Negative prompt:")
    return {"prompt": prompt.strip(), "negative_prompt": negative.strip(), **pairs}


def slug(text: str, longest: int = 60) -> str:
    """Lower-case words joined by hyphens, accents dropped, other scripts kept."""
    text = re.sub(r"(?<=[a-zA-Z])[\u0300-\u036f]", "", unicodedata.normalize("NFD", text))
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text).lower())
    kept = ""
    for word in words:
        joined = f"{kept}-{word}" if kept else word[:longest]
        if len(joined) > longest:
            break
        kept = joined
    return kept


def _plain(text: str) -> str:
    return text.replace(",", " ").replace("\n", " ")
