"""Who feels it: of a crying girl and a giraffe only the girl is sad."""

from __future__ import annotations

from ..lexicon import table
from .reading import Figure, Reading

_OWN = {"sad": "sad", "happy": "happy"}
"""Moods that are told of one figure among others, and the quality that shows it on a face."""


def of_trait(r: Reading, mood: str) -> None:
    """Note the mood of a quality that somebody has; whether it is everybody's is settled at the end."""
    r.felt.append((mood, None))


def of_word(r: Reading, mood: str) -> bool:
    """Whether the mood is only said of somebody: "a sad boy", "un niño triste"."""
    if mood not in _OWN:
        return False
    before, after = r.peek(-1), r.peek(r.past(("color", "size", "trait", "mood"), 1))
    if r.adjectives_follow:
        last = len(r.figures) - 1
        if r.item.raw.lower().startswith("solit") and last >= 0 and not r.figures[last].alive:
            return True  # "un ombú solitario" stands alone, and nobody weeps
        told = before is not None and before.has("subject", "role") and last >= 0 and r.figures[last].alive
        return told and _note(r, mood, last)
    noun = after is not None and after.has("subject", "role", "scenery")
    opens = before is None or before.has(
        "a", "the", "count", "color", "size", "trait", "comma", "and", "with"
    )
    return noun and opens and _note(r, mood, len(r.figures))


def _note(r: Reading, mood: str, index: int) -> bool:
    r.felt.append((mood, index))
    return True


def settle(r: Reading) -> None:
    """Make a feeling the mood of the scene where all share it, and else a quality of who has it."""
    alive = [f for f in r.figures if f.alive and f.id]
    for mood, index in r.felt:
        who = r.figures[index] if index is not None and index < len(r.figures) else None
        feeling = [f for f in alive if _feels(f, mood) or f is who]
        if len(feeling) < len(alive) and (who is None or who in alive):
            if who is not None:
                who.append("traits", _OWN[mood])
        else:
            r.note("mood", mood)


def _feels(figure: Figure, mood: str) -> bool:
    return any(table("traits").get(trait, {}).get("mood") == mood for trait in figure.told.get("traits", ()))
