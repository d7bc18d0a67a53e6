"""What the words said of one figure beyond its `Subject`: skin, hair, feelings, coats, shoes, ribbons.

All of it becomes a change of the figure's `Look`; what no drawing can show is told instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ..spec import Subject
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

    held: tuple[str, ...] = ()
    """Traits of what is in the hands."""
    held_size: float = 1
    """How large that is by what is usual."""
    counted: bool = False
    """Whether it was said how many of it there are."""
    at_eyes: str = ""
    """What it looks through: `binoculars` or `spyglass`."""
    no_ball: bool = False
    """Whether it plays something without a ball: dominoes, or in the mud."""
    bared: bool = False
    """Whether what belongs to its drawing is not there: food on a blanket, a kite's own string."""
    shared: float = 0
    """How tall those are who stand under the umbrella in the hand, by its holder's height."""
    other: str = ""
    """What is in the other hand."""
    other_color: str = ""
    many: int = 1
    """How many of a thing are in the hands."""
    canvas: Subject | None = None
    """What is painted on it, where it is an easel."""
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
    bare_neck: bool = False
    """Whether it is to be without the scarf that it is drawn with."""
    deed: str = ""
    """A name of `poses.POSES`, where what it does has a pose of its own: kicking is more than playing."""

    def __bool__(self) -> bool:
        """Whether anything was said at all of how it looks."""
        return (
            replace(
                self,
                deed="",
                scarf=False,
                cape=False,
                bare=False,
                bare_neck=False,
                sits=False,
                many=1,
                shared=0,
                bared=False,
                no_ball=False,
                at_eyes="",
                held=(),
                held_size=1,
                counted=False,
                load="",
                other="",
                other_color="",
            )
            != PLAIN
        )

    @property
    def frames(self) -> str:
        """The hex colour of the glasses, or nothing."""
        return hex_of(self.glasses) if self.glasses else ""


_MEANT = {"mother-to-be": ("pregnant",)}
"""Traits by the word of `lexicon/near.toml` that has them in it."""
_POSED = {
    "soccer": "kick", "basketball": "throw", "volleyball": "throw", "tennis": "throw", "gardening": "water",
    "singing": "sing", "karaoke": "sing", "writing": "write", "ice-skating": "skate", "rope": "skip",
}  # fmt: skip
"""How one moves in a game, over a rope, with a watering can or a pencil, while singing or on ice."""
_AT_A_BOARD = {"write": "chalk"}
"""Poses that are others before a blackboard."""
_WITH_BOTH_HANDS = {
    "piano": "keys", "grand-piano": "keys", "cajon": "keys", "guzheng": "keys", "harp": "strings",
}  # fmt: skip
"""Instruments that stand before or under whoever plays them, and the pose that has both hands on them."""
BOARD = "blackboard"
"""What one writes on with chalk."""
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
        bare_neck=bool(row.get("bare_neck")),
        sits=bool(row.get("sits")), cloth=_cloth(row), many=_many(row),
        canvas=_canvas(row), badge=meaning("near", str(row.get("outfit_print") or "")),
        other=str(row.get("other_held") or ""), other_color=_dye(row.get("other_color")),
        load=str(row.get("held_load") or ""), counted=isinstance(row.get("held_count"), int),
        held=tuple(meaning("traits", t) for t in _listed(row, "held_traits") if isinstance(t, str)),
        held_size=_size(row.get("held_size")), shared=_shared(row.get("shared")),
        at_eyes=str(row.get("at_eyes") or ""),
        no_ball=any(row.get(name) for name in ("activity", "verb", "relation")),
        bared="flown" in row or bool(row.get("near")),
    )  # fmt: skip


def shared_moods(moods: Iterable[str], others: Iterable[Mapping[str, Any]]) -> list[str]:
    """The moods of a scene but for a sadness that is only that of `others`, as their rows tell."""
    weeping = any(trait in _WEEPING for row in others for trait in _listed(row, "traits"))
    return [mood for mood in moods if not (weeping and mood == "sad")]


_WEEPING = frozenset({"crying"})
"""Traits that make a scene sad, and are the tears of one."""


def _dye(value: object) -> str:
    return value if isinstance(value, str) and value in COLORS else ""


def _size(value: object) -> float:
    return min(2.0, max(0.5, float(value))) if isinstance(value, int | float) and value else 1.0


def _shared(value: object) -> float:
    return min(1.3, max(0.3, float(value))) if isinstance(value, int | float) and value else 0.0


def _many(row: Mapping[str, Any]) -> int:
    count = row.get("held_count")
    if isinstance(count, int) and count > 1:
        return min(count, MOST_HELD)
    return SOME_HELD if row.get("held_many") else 1


def _cloth(row: Mapping[str, Any]) -> str:
    pattern = row.get("outfit_pattern")
    return pattern if isinstance(pattern, str) and pattern in coats.PRINTS else ""


def _canvas(row: Mapping[str, Any]) -> Subject | None:
    """What a row says is painted on an easel; None for nothing, and for what a recipe holds in its place."""
    asked = row.get("canvas")
    if not isinstance(asked, Mapping) or not isinstance(asked.get("id"), str):
        return None
    known = {name: asked[name] for name in ("color", "outfit", "hat", "glasses", "action") if name in asked}
    if any(not isinstance(value, str) for value in known.values()):
        return None
    count = asked.get("count", 1)
    return Subject(id=asked["id"], count=count if isinstance(count, int) else 1, **known)


def _only(row: Mapping[str, Any], word: str) -> bool:
    return row.get("outfit_word") == word


def _deed(row: Mapping[str, Any]) -> str:
    if row.get("at") in _WITH_BOTH_HANDS:
        return _WITH_BOTH_HANDS[str(row["at"])]
    if row.get("pushes"):
        return "push"
    if row.get("serves"):
        return "feed" if row["serves"] == "grain" else "serve"
    posed = _POSED.get(str(row.get("activity")))
    deed = str(row.get("pose") or row.get("verb") or posed or "")
    deed = _AT_A_BOARD.get(deed, deed) if row.get("at") == BOARD else deed
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
