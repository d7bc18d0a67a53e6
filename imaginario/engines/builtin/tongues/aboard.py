"""English: "in a boat" and "on a ship", "in a puddle" and not inside it."""

from __future__ import annotations

from collections.abc import Sequence

from ..words.lexicon import say, table
from .said import Said


def preposition(rider: Said, mount: Said) -> str:
    """How it is told that somebody is carried by something that is not ridden; empty for what is."""
    ident = mount.entry.id if mount.entry is not None else ""
    plain = rider.verb in ("", "ride")
    return next((word for word, row in _ABOARD.items() if plain and ident in _listed(row, "aboard")), "")


def put(relation: str, ground: Said) -> str:
    """Where somebody is to a thing, in words: "in" a puddle or a wheelchair, "on" a sofa."""
    ident = ground.entry.id if ground.entry is not None else ""
    here = relation in ("on", "inside") and ident in _listed(relation, "in")
    here = here or (relation == "inside" and ground.entry is None)
    return "in" if here else say("relations", relation)


_ABOARD = {"in": "inside", "on": "on"}
"""By the preposition, the row of `relations.toml` that names the things."""


def _listed(row: str, name: str) -> list[str]:
    return str(table("relations")[row][name]).split()


def other_side(figure: Said, figures: Sequence[Said]) -> Said | None:
    """Who is on the other side of what is between two that were told of before it."""
    at = figure.to if figure.to is not None else -1
    mine = next((n for n, f in enumerate(figures) if f is figure), 0)
    if figure.relation != "between" or figures[at].count > 1:
        return None
    near = (n for n in (at - 1, at + 1) if 0 <= n < mine)
    return next((figures[n] for n in near if figures[n].alive == figures[at].alive), None)
