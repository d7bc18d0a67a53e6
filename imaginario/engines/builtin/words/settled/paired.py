"""What two do together: kissing, holding hands. They are drawn so, and nobody is told that it is missing."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ... import naming
from ...notes import done_to_others
from ...spec import SceneSpec
from ...vocabulary import is_alive, load
from ..lexicon import table


def seen(spec: SceneSpec) -> SceneSpec:
    """The spec without the words of such deeds among what nobody can draw."""
    pairs = list(together(spec))
    arms = all(load()[spec.subjects[i].id].art == "head" for who, whom, _ in pairs for i in (who, whom))
    if not pairs or not arms:
        return spec
    rows = [row for row in spec.extra.get("told") or () if isinstance(row, dict)]
    drawn = {
        row.get("deed")
        for row in rows
        if _way(row) and row.get("subject") in {i for p in pairs for i in p[:2]}
    }
    return replace(spec, unknown=tuple(word for word in spec.unknown if word not in drawn))


def together(spec: SceneSpec) -> Iterator[tuple[int, int, str]]:
    """The indices of two who kiss or hold each other's hands, and the `together` of that in `deeds.toml`."""
    rows = [row for row in spec.extra.get("told") or () if isinstance(row, dict)]
    ways = {str(row.get("deed")): _way(row) for row in rows}
    for row, who, whom in done_to_others(spec):
        if (way := _way(row)) and _free(spec, who) and _free(spec, whom):
            yield who, whom, way
    for deed in (deed for deed, way in ways.items() if way):
        at = [
            int(row["subject"]) for row in rows if row.get("deed") == deed and _free(spec, row.get("subject"))
        ]
        many = len(at) == 1 and spec.subjects[at[0]].count > 1
        pair = at * 2 if many else at
        if len(pair) == len("ab") and not (len(at) == 1 and _has_object(rows, at[0])):
            yield from ((pair[0], pair[1], ways[deed]), (pair[1], pair[0], ways[deed]))


def _way(row: Mapping[str, Any]) -> str:
    """How two are drawn who do together what a row tells; empty for what one does alone."""
    deed = str(row.get("deed") or "")
    return str(table("deeds").get(naming.deed_row(deed), {}).get("together", "")) if deed else ""


def _free(spec: SceneSpec, at: object) -> bool:
    """Whether the subject of an index has hands free for another."""
    if not isinstance(at, int) or at not in range(len(spec.subjects)):
        return False
    one = spec.subjects[at]
    return is_alive(one.id) and one.held is None and one.action in (None, "hold", "run", "sit")


def _has_object(rows: Sequence[Mapping[str, Any]], at: int) -> bool:
    pairs = itertools.pairwise(rows)
    return any(row.get("subject") == at and behind.get("object") for row, behind in pairs)
