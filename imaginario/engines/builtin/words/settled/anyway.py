"""What somebody is drawn with anyway is neither held nor missed: "a turtle with a green shell"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from ... import naming, notes
from ...spec import SceneSpec, Subject, Unseen
from ...vocabulary import is_alive, load
from ..fold import key
from ..index import build

_MAIN = "main"
"""What `Entry.has` says of a thing that is in the subject's main colour."""


def settled(spec: SceneSpec) -> SceneSpec:
    """The spec without what its subjects have anyway; the colours of those things are their own."""
    if not any(_of(s) for s in spec.subjects):
        return spec
    cast, rows, gone = list(spec.subjects), [dict(row) for row in notes.rows(spec)], set[str]()
    lost: list[Unseen] = []
    for index, subject in enumerate(cast):
        row = next((r for r in rows if r.get("subject") == index), {})
        cast[index] = _bare(subject, row, lost)
        gone |= {word for word in spec.unknown if naming.deed_row(word) in _of(subject)}
        if row.get("deed") in gone:
            row.pop("deed")
    rows = _without_words(spec, cast, rows, gone)
    unknown = tuple(word for word in spec.unknown if word not in gone)
    extra = {**spec.extra, "told": rows} if rows else spec.extra
    return replace(spec, subjects=tuple(cast), unknown=unknown, unseen=(*spec.unseen, *lost), extra=extra)


def goes_without_saying(word: Unseen, cast: Sequence[Subject]) -> bool:
    """Whether it is seen all the same: feathers of a samba dancer, how small a cat in the arms is."""
    small = word.kind == "size" and word.id.isdigit() and int(word.id) < 100
    return any(word.id in _of(s) or (small and is_alive(s.held or "")) for s in cast)


def _of(subject: Subject) -> Mapping[str, str]:
    entry = load().get(subject.id)
    return entry.has if entry is not None else {}


def _bare(subject: Subject, row: dict[str, Any], lost: list[Unseen]) -> Subject:
    """A subject that holds and wears nothing that it has anyway; what is noted of that goes from its row."""
    has = _of(subject)
    if (held := str(row.get("held_near") or subject.held)) in has and subject.action in (None, "hold"):
        subject = _dyed(replace(subject, held=None, action=None), has[held], row, "held", lost)
    if subject.hat and (hat := str(row.get("hat_word") or subject.hat)) in has:
        subject = _dyed(replace(subject, hat=None), has[hat], row, "hat", lost)
    return subject


def _dyed(subject: Subject, how: str, row: dict[str, Any], slot: str, lost: list[Unseen]) -> Subject:
    """The subject in the colour of what it has anyway, if that is its main one; another colour is `lost`."""
    for note in (f"{slot}_near", f"{slot}_word"):
        row.pop(note, None)
    color = row.pop(f"{slot}_color", None)
    if color and how == _MAIN and subject.color is None:
        return replace(subject, color=color)
    if color and color != how:
        lost.append(Unseen(raw=color, kind="color", id=color))
    return subject


def _without_words(
    spec: SceneSpec, cast: list[Subject], rows: list[dict[str, Any]], gone: set[str]
) -> list[dict[str, Any]]:
    """The rows without those of words for what the subject before them has anyway."""
    kept: list[dict[str, Any]] = []
    for row in rows:
        word, at = str(row.get("word") or ""), kept[-1].get("subject") if kept else None
        has = _of(cast[at]) if isinstance(at, int) and word in spec.unknown else {}
        name = next((n for n in (word, *(m.id for m in build().meanings(key(word)))) if n in has), "")
        if not name or any("to" in r for r in rows):
            kept.append(row)
            continue
        gone.add(word)
        if isinstance(at, int) and has[name] == _MAIN and row.get("color") and cast[at].color is None:
            cast[at] = replace(cast[at], color=row["color"])
    return kept
