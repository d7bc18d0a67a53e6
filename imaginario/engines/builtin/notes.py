"""The reader's notes on the figures of a scene: who does something to whom."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from typing import Any

from .spec import SceneSpec


def done_to_others(spec: SceneSpec) -> Iterator[tuple[Mapping[str, Any], int, int]]:
    """The note on each who does something to or for the figure told of next, and the indices of both."""
    rows = [row for row in spec.extra.get("told") or () if isinstance(row, dict)]
    there = range(len(spec.subjects))
    for at, (row, behind) in enumerate(itertools.pairwise(rows)):
        who = row.get("subject", -1)
        rides = (
            who in there and spec.subjects[who].action == "ride" and row.get("to") == behind.get("subject")
        )
        seated = row.get("to") == behind.get("subject") and not behind.get("object") and "to" in row
        between = (rides or seated) and at + 2 < len(rows)  # their mount or their seat is told of in between
        behind = rows[at + 2] if between else behind
        whom = behind.get("subject", -1)
        if who in there and whom in there and (behind.get("object") or behind.get("recipient")):
            yield row, who, whom


def rows(spec: SceneSpec) -> list[dict[str, Any]]:
    """The reader's notes on figures; a recipe may hold anything in their place."""
    told = spec.extra.get("told")
    kept = [row for row in told if isinstance(row, dict)] if isinstance(told, list) else []
    return kept if all(isinstance(row.get("subject", 0), int) for row in kept) else []
