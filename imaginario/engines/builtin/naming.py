"""What things are called in each language: an id of vocabulary or lexicon, or a word as it was written."""

from __future__ import annotations

from collections.abc import Iterable

from . import vocabulary
from .spec import Unseen
from .words import afar
from .words.fold import fold, key
from .words.index import Meaning, build
from .words.language import TAGS
from .words.lexicon import listed, table

TABLES = {
    "role": "outfits", "garment": "outfits", "hat": "hats", "glasses": "glasses", "color": "colors",
    "part": "parts", "trait": "traits", "scenery": "scenery", "place": "places", "place?": "places",
    "time": "times", "weather": "weathers", "sky": "sky", "style": "styles", "action": "actions",
    "activity": "activities", "near": "near", "size": "sizes", "relation": "relations", "mood": "moods",
    "undrawn": "deeds", "unknown": "things", "filler": "formats",
    "pattern": "patterns",
}  # fmt: skip
"""Which file of the lexicon tells of a kind of word; likelier ones first, for ids that come without one."""
_SEPARATORS = {"zh": "、"}


def listing(things: Iterable[str | Unseen]) -> dict[str, str]:
    """A list of things in each language, by its BCP 47 tag: "telhado, tijolo"."""
    things = list(things)
    return {tag: _joined((name(thing, code) for thing in things), code) for code, tag in TAGS.items()}


def pairs(things: Iterable[tuple[str | Unseen, str | Unseen]]) -> dict[str, str]:
    """As `listing`, of things and what stands in for them: "kicking → playing"."""
    things = list(things)
    return {
        tag: _joined((f"{name(asked, code)} → {name(drawn, code)}" for asked, drawn in things), code)
        for code, tag in TAGS.items()
    }


def name(thing: str | Unseen, code: str) -> str:
    """One name in a language (en, pt, es, zh); a word nobody knows stays as it was written."""
    if isinstance(thing, Unseen) and thing.kind == "landmark":
        return afar.called(thing.raw, code)
    if isinstance(thing, Unseen):
        own = thing.language == code or not thing.id
        return thing.raw if own else called(thing.kind, thing.id, code) or thing.raw
    if _is_nobodys(thing):
        return translated(thing, code)
    if afar.is_landmark(thing):
        return afar.called(thing, code)
    kinds = ("subject", *TABLES)
    named = next((found for kind in kinds if (found := called(kind, thing, code))), "")
    return named or translated(thing.replace("-", " "), code)


def _is_nobodys(thing: str) -> bool:
    """Whether a word as it was written only looks like an id: the pole of a fire station is no arctic."""
    row = next((name for name in TABLES.values() if thing in table(name)), "")
    said = build().meanings(key(thing))
    drawn = thing in vocabulary.load() or any(m.kind not in ("unknown", "undrawn") for m in said)
    return bool(row) and "-" not in thing and not drawn  # nor is a straw the hat of that name


def translated(word: str, code: str) -> str:
    """A deed or a thing without a drawing in another language; the word itself where there is no other."""
    meanings = (*build().meanings(key(word)), *build().meanings(fold(word)))
    known = [m for m in meanings if m.kind in ("undrawn", "unknown") and m.id]
    if not known:
        known = [
            m for m in meanings if m.kind in _WORN and m.language in ("pt", "es")
        ]  # "cosiendo una camisa"
    if not known and code != "zh":
        known = [m for m in meanings if m.language == "zh" and m.kind == "place"]  # "书店门口"
    if not known:
        known = [m for m in meanings if m.kind == "action" and m.id]  # "chasing", in the saddle
    if not known or any(m.language == code for m in known):
        return word
    near = build().near.get((known[0].language, known[0].spelled), "")
    return (called("near", near, code) if near else "") or called(known[0].kind, known[0].id, code) or word


_WORN = ("garment", "hat", "color", "subject", "place")
"""Kinds of Spanish and Portuguese words that may be told of where nothing of the sort is drawn."""


def deed(word: str, code: str) -> str:
    """What somebody does that no pose shows, as it is said after who does it; empty where no row has it."""
    meanings = (*build().meanings(key(word)), *build().meanings(fold(word)))
    known = next((m for m in meanings if m.kind == "undrawn" and m.id), None)
    if any(m.kind == "undrawn" and m.language == code and _is_going_on(word, m) for m in meanings):
        return word
    if known is not None:
        return called(known.kind, known.id, code)
    if (action := next((m for m in meanings if m.kind == "action"), None)) is not None:
        return called("action", action.id, code)  # a chase on horseback, which no pose shows
    own = any(m.kind == "undrawn" and m.language == code for m in meanings)
    return word if own or (code == "en" and word.isalpha() and word.endswith("ing")) else ""


def deed_row(word: str) -> str:
    """The row of `deeds.toml` that a deed without a pose is told of in; empty where there is none."""
    meanings = (*build().meanings(key(word)), *build().meanings(fold(word)))
    return next((m.id for m in meanings if m.kind == "undrawn" and m.id), "")


def _is_going_on(word: str, meaning: Meaning) -> bool:
    """Whether a deed is written as it is said after who does it: "tejiendo", "weaving", not "teje"."""
    first = word.partition(" ")[0]
    going_on = meaning.language == "zh" or first.endswith("ing" if meaning.language == "en" else "ndo")
    return going_on and key(meaning.spelled) == key(word)


def called(kind: str, ident: str, code: str) -> str:
    """The most usual word of a language for an id of a kind; empty where there is none."""
    if kind == "subject":
        entry = vocabulary.load().get(ident)
        return entry.name(code) if entry else ""
    row = table(TABLES[kind]).get(ident, {}) if kind in TABLES else {}
    if kind == "garment" or not row.get(code):  # some clothes make no role of who wears them
        row = row.get("garment", row)
    if kind in ("action", "relation") and (said := str(row.get("say", {}).get(code, ""))):
        return said
    words = listed(str(row.get(code, "")))
    return words[0].lstrip("?").rstrip("!").partition("/")[0] if words else ""


def _joined(names: Iterable[str], code: str) -> str:
    return _SEPARATORS.get(code, ", ").join(dict.fromkeys(names))
