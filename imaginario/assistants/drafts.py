"""From an assistant's answer to a `PromptDraft`: read while it is written, forgiving, and cut to length."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from imaginario.chat import PromptDraft
from imaginario.tokens import count

KEYS = ("prompt_local", "prompt", "negative_prompt", "title", "alt_text")
MAX_TITLE = 80
MAX_ALT_TEXT = 400
"""Characters."""

# Inside a JSON string: plain characters and whole escapes; an escape cut in half at the end is left out.
_INSIDE = r'(?:[^"\\]|\\u[0-9a-fA-F]{4}|\\[^u])*'
_LABEL = re.compile(
    r"^[\s*_#>-]*(?:image[ _])?(prompt[ _]local|negative[ _]prompt|prompt|title|alt[ _]text)"
    r"[\s*_]*[:：][\s*_]*(.+)$",
    re.IGNORECASE | re.MULTILINE,
)
_CLAUSE_END = re.compile(r"(?<=[,;.!?])\s+|(?<=[，；。！？、])\s*")
_WORD_END = re.compile(r"(?<=\S)(?=\s)|(?<=[\u3040-\u9fff\uac00-\ud7af])")
_LOOSE_END = re.compile(
    r"\s(?:a|an|the|and|or|with|of|in|on|at|by|for|to|from|under|over|near|behind|beside|its)$", re.IGNORECASE
)


class DraftReader:
    """Reads a prompt-writing answer piece by piece and tells what a person may see of it already."""

    def __init__(self, key: str = "prompt_local") -> None:
        self._key = key
        self._text = ""
        self.shown = ""
        """What `feed` has handed out so far."""

    def feed(self, piece: str) -> str:
        """Take the next piece of the answer; returns what it adds to the string under the reader's key.

        An answer that is no JSON shows nothing until it is over: it may open with words about itself.
        """
        self._text += piece
        value, _ = _string_at(self._text, self._key)
        fresh = value[len(self.shown) :]
        self.shown += fresh
        return fresh

    @property
    def whole(self) -> bool:
        """Whether the English prompt has been written to its end, whatever comes after it."""
        return _string_at(self._text, "prompt")[1]

    def draft(self, max_tokens: int | None = None) -> PromptDraft | None:
        """The draft, its prompts cut to `max_tokens`; None when the answer holds nothing to paint."""
        return to_draft(self._text, max_tokens)


def to_draft(text: str, max_tokens: int | None = None) -> PromptDraft | None:
    """A draft from structured, half-structured, cut-off or plain text; None when it holds no prompt."""
    found = read_fields(text)
    prompt = one_line(found.get("prompt", "")) or one_line(found.get("prompt_local", ""))
    if not prompt:
        return None
    prompt = trim(prompt, max_tokens)
    return PromptDraft(
        prompt=prompt,
        prompt_local=found.get("prompt_local", "").strip() or prompt,
        negative_prompt=trim(one_line(found.get("negative_prompt", "")), max_tokens),
        title=one_line(found.get("title", ""))[:MAX_TITLE],
        alt_text=one_line(found.get("alt_text", ""))[:MAX_ALT_TEXT],
    )


def read_fields(text: str) -> dict[str, str]:
    """The fields an answer holds; plain words count as the prompt."""
    return _from_json(text) or _from_broken_json(text) or _from_words(text)


def trim(text: str, max_tokens: int | None) -> str:
    """`text` within `max_tokens`: whole clauses go first, from the end; one clause alone is cut at a word."""
    if not text or max_tokens is None or count(text) <= max_tokens:
        return text
    for cuts in (_CLAUSE_END, _WORD_END):
        for position in reversed([m.start() for m in cuts.finditer(text)]):
            if (kept := tidy_end(text[:position])) and count(kept) <= max_tokens:
                return kept
    return text.split()[0]


def tidy_end(text: str) -> str:
    """`text` without the commas and little words that a cut leaves hanging."""
    before = ""
    while text != before:
        before, text = text, _LOOSE_END.sub("", text.rstrip(" ,;:-–—，；：、"))
    return text


def one_line(text: str) -> str:
    """`text` with every run of blanks and line ends made one blank."""
    return " ".join(text.split())


def _from_json(text: str) -> dict[str, str]:
    decoder = json.JSONDecoder(strict=False)
    for start in [m.start() for m in re.finditer(r"\{", text)][:20]:
        try:
            value, _ = decoder.raw_decode(text, start)
        except (ValueError, RecursionError):
            continue
        if isinstance(value, dict) and (fields := dict(_known(value))):
            return fields
    return {}


def _known(table: dict[str, Any]) -> Iterator[tuple[str, str]]:
    plain = {key.replace("_", ""): key for key in KEYS}
    for name, value in table.items():
        key = plain.get(re.sub(r"[\W_]", "", name).lower())
        if isinstance(value, list):
            value = ", ".join(str(item) for item in value)
        if key and isinstance(value, str) and value.strip():
            yield key, _safe(value)


def _from_broken_json(text: str) -> dict[str, str]:
    fields = {}
    for key in KEYS:
        value, closed = _string_at(text, key)
        if value := value if closed else _finished(value):
            fields[key] = value
    return fields


def _finished(text: str) -> str:
    """`text` that broke off, back to where its last clause ended, or else its last word."""
    for cuts in (_CLAUSE_END, _WORD_END):
        if ends := [m.start() for m in cuts.finditer(text)]:
            return tidy_end(text[: ends[-1]])
    return text


def _string_at(text: str, key: str) -> tuple[str, bool]:
    """The JSON string under `key` as far as it has been written, and whether it is closed."""
    match = re.search(rf'"{key}"\s*:\s*"({_INSIDE})("?)', text)
    if match is None:
        return "", False
    raw, closed = match.group(1), bool(match.group(2))
    try:
        value = json.loads(f'"{raw}"', strict=False)
    except ValueError:  # an escape JSON does not know, such as \' - take the sign itself
        mended = re.sub(r"\\(.)", lambda m: m[0] if m[1] in '"\\/bfnrtu' else m[1], raw, flags=re.DOTALL)
        value = json.loads(f'"{mended}"', strict=False)
    if not closed and value and "\ud800" <= value[-1] <= "\udbff":
        value = value[:-1]  # half of a sign beyond the basic plane: its other half is still to come
    return _safe(value), closed


def _from_words(text: str) -> dict[str, str]:
    text = re.sub(r"^\s*```.*$", "", _safe(text), flags=re.MULTILINE).strip()
    labelled = {m[1].lower().replace(" ", "_"): _unquoted(m[2]) for m in _LABEL.finditer(text)}
    if "prompt" in labelled:
        return labelled
    if text.startswith(("{", "[")):
        return {}
    paragraphs = [p.strip() for p in re.split(r"\n\s*\n", text) if p.strip()]
    return {"prompt": _unquoted(max(paragraphs, key=len))} if paragraphs else {}


def _unquoted(text: str) -> str:
    text = text.strip().strip("*").strip()
    for left, right in ('""', "''", "“”", "«»", "「」", "``"):
        if len(text) > 1 and text[0] == left and text[-1] == right and text.count(left) <= 2:
            return text[1:-1].strip()
    return text


def _safe(text: str) -> str:
    """`text` that can be stored and sent: no lone surrogate halves, no control signs but line ends."""
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) != "Cc")
