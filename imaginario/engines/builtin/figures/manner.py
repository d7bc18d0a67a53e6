"""What the words said of one figure beyond its `Subject`: skin, hair, feelings, coats, shoes, ribbons.

All of it becomes a change of the figure's `Look`; what no drawing can show is told instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from . import belongings, coats, qualities
from .look import Look
from .palette import COLORS, hex_of
from .poses import POSES

_FACES = {"sad": "sad", "happy": "glad"}
"""Moods of a whole scene that are seen in the faces of those in it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Manner:
    """Traits (ids of `lexicon/traits.toml`) and parts (ids of `lexicon/parts.toml`, with colour names)."""

    traits: tuple[str, ...] = ()
    parts: tuple[tuple[str, str], ...] = ()
    """Pairs of a part and its colour, which is empty where none was said."""
    glasses: str = ""
    """A colour name for what is worn on the nose."""
    face: str = ""
    """`sad` or `glad`, where the whole scene is and nobody said how this one feels."""

    many: int = 1
    """How many of a thing are in the hands."""
    load: str = ""
    """What lies in the vessel in the hands: the id of a subject."""
    badge: str = ""
    """The subject that is pictured on the clothes."""
    cloth: str = ""
    """A pattern of the clothes: a row of `lexicon/patterns.toml`."""
    scarf: bool = False
    """Whether the only thing put on is a scarf."""
    cape: bool = False
    """Whether the only thing put on is a cape."""
    sits: bool = False
    """Whether it does what it does sitting."""
    bare: bool = False
    """Whether no hat and no helmet is wanted, whatever the clothes bring along."""
    deed: str = ""
    """A name of `poses.POSES`, where what it does has a pose of its own: kicking is more than playing."""

    def __bool__(self) -> bool:
        """Whether anything was said at all of how it looks."""
        return (
            replace(self, deed="", scarf=False, cape=False, bare=False, sits=False, many=1, load="") != PLAIN
        )

    @property
    def frames(self) -> str:
        """The hex colour of the glasses, or nothing."""
        return hex_of(self.glasses) if self.glasses else ""


_MEANT = {"mother-to-be": ("pregnant",)}
"""Traits by the word of `lexicon/near.toml` that has them in it."""
_SPORTS = {
    "soccer": "kick", "basketball": "throw", "volleyball": "throw", "tennis": "throw", "gardening": "water",
}  # fmt: skip
"""How one moves in a game, or with a watering can."""
_WITH_BOTH_HANDS = frozenset({"piano", "grand-piano", "harp", "cajon"})
"""Instruments that stand before or under whoever plays them."""
MOST_HELD = 7
"""Up to so many fit into a hand."""
SOME_HELD = 3
"""How many are held where nobody said how many."""
PLAIN = Manner()
"""Of a figure of whom nothing more was said."""


def of(row: Mapping[str, Any], moods: Iterable[str] = ()) -> Manner:
    """The manner told by a row of `spec.extra["told"]`; whatever in it can't be read is left out.

    `moods` are those of the scene.
    """
    from ..words.lexicon import meaning

    traits = tuple(meaning("traits", t) for t in _listed(row, "traits") if isinstance(t, str))
    traits = tuple(dict.fromkeys((*traits, *_MEANT.get(str(row.get("near")), ()))))
    pairs = (p for p in _listed(row, "parts") if isinstance(p, list | tuple) and len(p) == 2)
    parts = tuple((meaning("parts", str(p[0])), str(p[1]) if p[1] in COLORS else "") for p in pairs)
    glasses = row.get("glasses_color")
    felt = qualities.FEELINGS & set(traits) or ("smile", "") in parts
    face = "" if felt else next((_FACES[m] for m in moods if m in _FACES), "")
    shade = glasses if glasses in COLORS else ""
    return Manner(
        traits=traits, parts=parts, glasses=shade, face=face, deed=_deed(row), scarf=_only(row, "scarf"),
        cape=_only(row, "cape"), bare=bool(row.get("bare")),
        sits=bool(row.get("sits")), cloth=_cloth(row), many=_many(row),
        badge=meaning("near", str(row.get("outfit_print") or "")), load=str(row.get("held_load") or ""),
    )  # fmt: skip


def shared_moods(moods: Iterable[str], others: Iterable[Mapping[str, Any]]) -> list[str]:
    """The moods of a scene but for a sadness that is only that of `others`, as their rows tell."""
    weeping = any(trait in _WEEPING for row in others for trait in _listed(row, "traits"))
    return [mood for mood in moods if not (weeping and mood == "sad")]


_WEEPING = frozenset({"crying"})
"""Traits that make a scene sad, and are the tears of one."""


def _many(row: Mapping[str, Any]) -> int:
    count = row.get("held_count")
    if isinstance(count, int) and count > 1:
        return min(count, MOST_HELD)
    return SOME_HELD if row.get("held_many") else 1


def _cloth(row: Mapping[str, Any]) -> str:
    pattern = row.get("outfit_pattern")
    return pattern if isinstance(pattern, str) and pattern in coats.PRINTS else ""


def _only(row: Mapping[str, Any], word: str) -> bool:
    return row.get("outfit_word") == word


def _deed(row: Mapping[str, Any]) -> str:
    if row.get("at") in _WITH_BOTH_HANDS:
        return "keys"
    deed = str(row.get("verb") or _SPORTS.get(str(row.get("activity"))) or "")
    return deed if deed in POSES else ""


def _listed(row: Mapping[str, Any], name: str) -> Iterable[Any]:
    value = row.get(name)
    return value if isinstance(value, list | tuple) else ()


def shaped(look: Look, manner: Manner, seed: int) -> Look:
    """The look with all of it that can be drawn; `seed` chooses among skins and hair."""
    return _changed(look, manner, seed)[0] if manner else look


def lost(look: Look, manner: Manner) -> list[str]:
    """Ids of the traits and parts that are not seen in a drawing of this look."""
    return _changed(look, manner, 0)[1]


def _changed(look: Look, manner: Manner, seed: int) -> tuple[Look, list[str]]:
    """The changed look, and what could not be drawn in it."""
    gone = []
    if manner.cloth:
        look = replace(look, trim=replace(look.trim, cloth=manner.cloth))
    if manner.face:
        look = qualities.feel(look, manner.face) or look
    for trait in sorted(manner.traits, key=qualities.rank):
        change = qualities.TRAITS.get(trait)
        changed = change(look, seed) if change else None
        if changed is None:
            gone.append(trait)
        else:
            look = changed
    for part, color in manner.parts:
        give = belongings.PARTS.get(part)
        changed = give(look, hex_of(color) if color else "") if give else None
        if changed is None:
            gone.append(part)
        else:
            look = changed
    return look, gone
