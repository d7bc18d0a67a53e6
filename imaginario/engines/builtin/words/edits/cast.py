"""The figures of a scene one by one, with what only the writer knows of each, so that they can be changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ...spec import SceneSpec, Subject
from ..reader.reading import MAX_FIGURES


@dataclass(slots=True, eq=False)
class Part:
    """One figure. `subject` is None for what can't be drawn; `to` is the figure its relation points at."""

    subject: Subject | None
    told: dict[str, Any] = field(default_factory=dict)
    to: Part | None = None


def unfolded(spec: SceneSpec) -> list[Part]:
    """The figures of a scene; changing them leaves the scene as it is."""
    rows = spec.extra.get("told")
    told = [r.get("subject") for r in rows if "subject" in r] if isinstance(rows, list) else None
    if not isinstance(rows, list) or told != list(range(len(spec.subjects))):
        rows = [{"subject": i} | ({} if s.to is None else {"to": s.to}) for i, s in enumerate(spec.subjects)]
    parts = []
    for row in rows:
        subject = spec.subjects[row["subject"]] if "subject" in row else None
        parts.append(Part(subject, {k: v for k, v in row.items() if k not in ("subject", "to")}))
    for part, row in zip(parts, rows, strict=True):
        to = row.get("to")
        part.to = parts[to] if isinstance(to, int) and 0 <= to < len(parts) else None
    return parts


def fold_in(spec: SceneSpec, parts: Sequence[Part]) -> SceneSpec:
    """The scene with these figures, the first `MAX_FIGURES` of them."""
    parts = parts[:MAX_FIGURES]
    drawn = [p for p in parts if p.subject is not None]
    rows, subjects = [], []
    for part in parts:
        to = part.to if part.to in parts else None
        row = dict(part.told)
        if part.subject is not None:
            row = {"subject": drawn.index(part)} | row
            subjects.append(_linked(part.subject, drawn, to))
        if to is not None:
            row["to"] = parts.index(to)
        else:
            row.pop("relation", None)
        rows.append(row)
    extra = {k: v for k, v in spec.extra.items() if k != "told"}
    if any(len(row) > 1 or "subject" not in row for row in rows):
        extra["told"] = rows
    return replace(spec, subjects=tuple(subjects), extra=extra)


def _linked(subject: Subject, drawn: Sequence[Part], to: Part | None) -> Subject:
    """A subject whose relation points at the right index, or at nothing where its ground is gone."""
    if to is not None and to in drawn:
        return replace(subject, to=drawn.index(to))
    relation = subject.relation if subject.relation == "at_window" else None
    action = None if subject.action == "ride" and subject.to is not None else subject.action
    return replace(subject, to=None, relation=relation, action=action)
