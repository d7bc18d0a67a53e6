"""Edits: from an instruction such as "remove the dog, at night" to what it asks to do to a picture."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...spec import Edit
from ..matching import Item
from . import phrases
from .changing import apply_edit
from .clauses import BLANK, Clause, Splitter
from .cues import hear
from .finding import Found
from .removing import remove

__all__ = ["apply_edit", "read_edit"]

_LINKS = {
    "en": ("into", "to", "with", "for", "by", "as"),
    "pt": ("por", "pelo", "pela", "pelos", "pelas", "em", "num", "numa", "para", "pra", "com"),
    "es": ("por", "en", "con", "a", "al", "para"),
    "zh": ("为", "成"),
}
_SKY = ("sky", "céu", "cielo", "天空", "天")
_OPENS = ("with", "action", "activity", "wearing", "in", "on", "relation", "dressed", "be", "as")


def read_edit(text: str, negative: str | None = None) -> Edit:
    """What an instruction asks for; what `negative` names is removed. Never raises, whatever the text."""
    heard = hear(text)
    found = Found(heard.language)
    clauses = Splitter(heard).run()
    for clause in clauses:
        _resolve(found, clause)
    if negative:
        remove(found, negative)
    asked = bool(clauses) and clauses[0].question
    return found.edit(sure=_is_order(found, clauses) and not asked)


def _is_order(found: Found, clauses: Sequence[Clause]) -> bool:
    """Whether it is said to change something: by a cue, or in a few words on nothing but the surroundings."""
    if found.doubtful or found.edit(sure=False).empty:
        return False
    if any(c.values or c.op not in ("", "ba") for c in clauses):
        return True
    lists = found.lists
    return found.told_of or not (found.values["add"] or lists["unknown"] or lists["names"] or found.of)


def _resolve(f: Found, clause: Clause) -> None:
    handlers = {
        "add": _add, "more": _more, "wear": _wear, "remove": _remove, "less": _remove,
        "replace": _replace, "instead": _instead,
    }  # fmt: skip
    if clause.praise and not (clause.op or clause.values):
        return None
    for op, value in clause.values:
        f.value(op, value)
    if ("again", None) in clause.values and _more_of(f, clause):
        return _more(f, clause)
    if clause.text.strip(BLANK) or clause.before.strip():
        handlers.get(clause.op, _plain)(f, clause)
    elif clause.op == "more":
        f.again = True
    return None


def _plain(f: Found, c: Clause) -> None:
    text = c.text or c.before
    pieces = phrases.items(text, f.code)
    if _count(f, pieces):
        return None
    named = phrases.target(pieces)
    figures = [item for item in pieces if phrases.is_figure(item)]
    if any(item.has("background") for item in pieces):
        return f.facts(phrases.scene(text, f.code))
    if named and not _article(pieces):
        f.doubtful |= not (c.op or c.values or _definite(pieces))
        return f.attributes(phrases.joined(named[1], f.code), named[0])
    if not figures or _opens(pieces):
        f.told_of |= _opens(pieces) and not any(phrases.is_figure(i) for i in pieces[4:])
        return f.attributes(text, None)
    if c.op == "make" and c.it:
        return _swap(f, "", text)
    f.doubtful |= c.op in ("", "make", "ba") and not c.values
    return _figures(f, text)


def _figures(f: Found, text: str) -> None:
    """Figures without a word on what to do with them: new ones; of a size, the ones there are."""
    spec = phrases.scene(text, f.code)
    if "size" in f.change and spec.subjects:
        f.of = spec.subjects[0].id
        return
    f.put_in(spec)


def _count(f: Found, pieces: Sequence[Item]) -> bool:
    """ "Two of them", "three"."""
    said = [i for i in pieces if not i.has("comma", "of", "the", "filler", "stop", "it", "and")]
    if len(said) != 1 or not said[0].has("count", "number"):
        return False
    text = phrases.joined(said, f.code)
    spec, who = phrases.with_stand_in(text, f.code, None, dict.fromkeys(phrases.PLAIN, "{1} {0}"))
    subject = phrases.first(spec, who)
    if subject is not None:
        f.change["count"] = subject.count
    return subject is not None


def _article(pieces: Sequence[Item]) -> bool:
    return bool(pieces) and pieces[0].has("a", "count", "number") and not pieces[0].has("the")


def _definite(pieces: Sequence[Item]) -> bool:
    return bool(pieces) and pieces[0].has("the")


def _opens(pieces: Sequence[Item]) -> bool:
    said = next((i for i in pieces if not i.has("comma", "and", "stop", "filler")), None)
    return said is not None and said.has(*_OPENS)


def _add(f: Found, c: Clause) -> None:
    text = c.text
    pieces = phrases.items(text, f.code)
    before = phrases.target(phrases.items(c.before, f.code)) if c.before.strip() else None
    if before:
        return _put(f, text, pieces, before[0])
    named = phrases.target(pieces, definite=True)
    if named and named[1]:
        return _put(f, phrases.joined(named[1], f.code), named[1], named[0])
    worn = next((at for at, i in enumerate(pieces) if phrases.is_worn(i)), None)
    noun = next((at for at, i in enumerate(pieces) if phrases.is_figure(i)), None)
    if worn is not None and (noun is None or worn < noun):
        return _put_on(f, pieces, noun)
    f.put_in(phrases.scene(text, f.code))
    return None


def _put(f: Found, text: str, pieces: Sequence[Item], of: str) -> None:
    """ "Give the cat a hat", "put the cat on the beach"."""
    if pieces and any(phrases.is_worn(i) for i in pieces[:4]):
        return f.wears(text, of)
    f.attributes(text, of)
    return None


def _put_on(f: Found, pieces: Sequence[Item], noun: int | None) -> None:
    """ "A red hat on the cat"."""
    if noun is None:
        return f.wears(phrases.joined(pieces, f.code), None)
    until = noun
    while until > 1 and not phrases.is_worn(pieces[until - 1]) and not pieces[until - 1].has("color"):
        until -= 1
    f.wears(phrases.joined(pieces[:until], f.code), pieces[noun].options["subject"].id)
    return None


def _more(f: Found, c: Clause) -> None:
    pieces = phrases.items(c.text, f.code)
    if any(phrases.is_figure(i) or i.has("sky", "weather") for i in pieces):
        return f.put_in(phrases.scene(c.text, f.code))
    return f.attributes(c.text, None)


def _wear(f: Found, c: Clause) -> None:
    before = phrases.target(phrases.items(c.before, f.code)) if c.before.strip() else None
    pieces = phrases.items(c.text, f.code)
    named = phrases.target(pieces, definite=True)
    if named and named[1]:
        return f.wears(phrases.joined(named[1], f.code), named[0])
    f.wears(c.text, before[0] if before else None)
    return None


def _remove(f: Found, c: Clause) -> None:
    remove(f, c.text if c.text.strip(" ,，、的") else c.before)
    if c.before.strip() and c.text.strip(" ,，、的"):
        f.of = f.of or next(iter(_targets(f, c.before)), None)


def _more_of(f: Found, c: Clause) -> bool:
    """Whether "one more" is said of something: then it is no other picture that is wanted."""
    more = any(phrases.is_figure(item) for item in phrases.items(c.text, f.code))
    f.again &= not more
    return more


def _targets(f: Found, text: str) -> list[str]:
    named = phrases.target(phrases.items(text, f.code))
    return [named[0]] if named else []


def _replace(f: Found, c: Clause) -> None:
    old, new = (c.before, c.text) if c.before.strip() or f.code == "zh" else _parted(c.text, f.code)
    if not new.strip():
        return f.attributes(old, None) if not c.values else f.about(old)
    if c.values and not phrases.items(new, f.code):
        return f.about(old)
    _swap(f, old, new)
    return None


def _parted(text: str, code: str) -> tuple[str, str]:
    """What is replaced and by what."""
    for link in _LINKS[code]:
        match = re.search(rf"(?<![^\W_]){link}(?![^\W_])", text, re.IGNORECASE)
        if match and text[match.end() :].strip():
            return text[: match.start()], text[match.end() :]
    return "", text


def _instead(f: Found, c: Clause) -> None:
    if c.before.strip(BLANK):
        return _swap(f, c.text, c.before)
    old, _, new = c.text.partition(",")  # "instead of the cat, a dog"
    _swap(f, old, new) if new.strip(BLANK) else _plain(f, c)
    return None


def _swap(f: Found, old: str, new: str) -> None:
    """`new` where `old` was."""
    was, now = phrases.items(old, f.code), phrases.items(new, f.code)
    figure = next((i.options["subject"].id for i in was if phrases.is_figure(i)), None)
    if any(i.has("background") or (i.raw.lower() in _SKY and phrases.colors(now)) for i in was):
        return _backdrop(f, new, now)
    if figure is None and (faded := phrases.colors(was)) and (fresh := phrases.colors(now)):
        f.recolor(faded[0], fresh[0])
        return None
    if any(phrases.is_worn(i) for i in was):
        return f.wears(new, figure)
    if any(phrases.is_figure(i) for i in now) and not _opens(now):
        return _exchange(f, old, figure, new)
    if figure is not None:
        return f.attributes(new, figure)
    remove(f, old, known=True)
    return f.attributes(new, None)


def _exchange(f: Found, old: str, figure: str | None, new: str) -> None:
    if figure is not None:
        f.lists["remove"].append(figure)
    else:
        remove(f, old)
    f.replaces = True
    f.put_in(phrases.scene(new, f.code))


def _backdrop(f: Found, text: str, pieces: Sequence[Item]) -> None:
    if fresh := phrases.colors(pieces):
        f.values["background"] = fresh[0]
        return
    f.attributes(text, None)
