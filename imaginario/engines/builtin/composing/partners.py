"""Who does what to whom, by the notes of the reader: chases, hugs, dances with, feeds, writes on."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from ..notes import done_to_others, rows
from ..spec import SceneSpec
from ..vocabulary import is_alive, load
from ..words.lexicon import table
from ..words.settled.paired import together


def chases(spec: SceneSpec) -> Iterator[tuple[int, int]]:
    """The indices of who chases or follows, and of whom, by the notes of the reader."""
    for row, who, whom in done_to_others(spec):
        afoot = row.get("verb") in _AFTER and spec.subjects[who].action == "run"
        if afoot or row.get("chases"):
            yield _mount_or_self(who, spec), _mount_or_self(whom, spec)


FOLLOW = "follow"
_AFTER = frozenset({"chase", FOLLOW})
"""Rows of `lexicon/actions.toml`."""


def follows(spec: SceneSpec) -> Iterator[tuple[int, int]]:
    """The indices of who only walks behind somebody, and of whom."""
    yield from ((who, whom) for row, who, whom in done_to_others(spec) if row.get("verb") == FOLLOW)


def pulls(spec: SceneSpec) -> Iterator[tuple[int, int]]:
    """The indices of who pulls, and of what."""
    there = range(len(spec.subjects))
    for row in rows(spec):
        who, thing = row.get("subject", -1), row.get("pulls", -1)
        if who in there and thing in there:
            yield who, thing


def _mount_or_self(index: int, spec: SceneSpec) -> int:
    """Who runs where somebody rides: the horse."""
    one = spec.subjects[index]
    mounted = one.action == "ride" and one.to in range(len(spec.subjects))
    return one.to if mounted and one.to is not None else index


def hugs(spec: SceneSpec) -> Iterator[tuple[int, int]]:
    """The indices of who hugs, and of whom, where both are alive and nobody is carried."""
    for row, who, whom in done_to_others(spec):
        alive = all(is_alive(spec.subjects[i].id) for i in (who, whom))
        if row.get("verb") == "hug" and spec.subjects[who].held is None and alive:
            yield who, whom
    yield from _one_another(spec)


def embraces(spec: SceneSpec) -> Iterator[tuple[int, int]]:
    """As `hugs`, and couples who kiss, go hand in hand or dance in each other's arms."""
    yield from hugs(spec)
    yield from _also_hugged(spec)
    yield from ((who, whom) for who, whom, _ in together(spec))
    yield from dancers(spec)
    for verb in {str(row.get("verb")) for row in spec.extra.get("told") or () if isinstance(row, dict)}:
        if table("actions").get(verb, {}).get("couple"):
            pair = list(_one_another(spec, verb))
            yield from (pair if all(spec.subjects[i].count <= _PAIR for i, _ in pair) else ())


def dancers(spec: SceneSpec) -> Iterator[tuple[int, int]]:
    """A man and a woman, or a couple, who dance and do nothing else."""
    rows = {row.get("subject"): row for row in spec.extra.get("told") or () if isinstance(row, dict)}
    dance = [i for i, s in enumerate(spec.subjects) if s.action == "dance" and s.held is None]
    if any(spec.subjects[i].relation == "on" or rows.get(i, {}).get("verb") for i in dance):
        return
    if len(dance) == 1 and rows.get(dance[0], {}).get("group") == "couple":
        yield dance[0], dance[0]
    grown = all(_is_grown(spec.subjects[i].id) and spec.subjects[i].count == 1 for i in dance)
    if len(dance) == _PAIR and grown:
        one, other = dance
        yield from ((one, other), (other, one))


def _is_grown(ident: str) -> bool:
    entry = load().get(ident)
    return entry is not None and entry.kind == "person" and entry.head.get("age") == "adult"


def _also_hugged(spec: SceneSpec) -> Iterator[tuple[int, int]]:
    """The indices of those who are told of behind the first one that somebody hugs, and of that somebody."""
    hugger = -1
    for row in spec.extra.get("told") or ():
        at = row.get("subject", -1) if isinstance(row, dict) else -1
        if at not in range(len(spec.subjects)) or not row.get("object"):
            hugger = at if row.get("verb") == "hug" else -1
        elif hugger >= 0 and at > hugger + 1 and is_alive(spec.subjects[at].id):
            yield at, hugger


def _one_another(spec: SceneSpec, verb: str = "hug") -> Iterator[tuple[int, int]]:
    """Two who hug, and nobody is told of whom they do: each other."""
    rows = [row for row in spec.extra.get("told") or () if isinstance(row, dict)]
    free = [
        at
        for row, behind in itertools.zip_longest(rows, rows[1:], fillvalue={})
        if row.get("verb") == verb and not behind.get("object") and not row.get("object")
        if (at := row.get("subject", -1)) in range(len(spec.subjects))
        if spec.subjects[at].held is None and is_alive(spec.subjects[at].id)
    ]
    if len(free) == 1 and spec.subjects[free[0]].count > 1:
        yield free[0], free[0]
    elif len(free) == _PAIR:
        yield from (tuple(free), tuple(free[::-1]))


_PAIR = 2


def aims(spec: SceneSpec) -> Iterator[tuple[int, int]]:
    """The indices of who writes, paints, feeds or leads, and of the board, the easel or the fed.

    All of these turn their right hand that way.
    """
    for index, thing in enumerate(spec.subjects):
        if thing.id == "easel" and thing.to is not None:
            yield thing.to, index
    for row in spec.extra.get("told") or ():
        if row.get("at") == "blackboard" and isinstance(row.get("subject"), int):
            yield row["subject"], next(i for i, s in enumerate(spec.subjects) if s.id == "blackboard")
    for row, who, whom in done_to_others(spec):
        waters = spec.subjects[who].held == WATERING_CAN
        if row.get("serves") or row.get("verb") == "offer" or row.get("pose") == "lead" or waters:
            yield who, whom


WATERING_CAN = "watering-can"
