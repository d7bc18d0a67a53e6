"""English: "in a boat" and "on a ship", "in a puddle" and not inside it."""

from __future__ import annotations

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
