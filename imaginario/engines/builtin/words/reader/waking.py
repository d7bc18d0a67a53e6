"""When a thing of the sky is somebody: a moon that sleeps, a smiling cloud."""

from __future__ import annotations

from ..lexicon import meaning as painted
from ..matching import Item
from .reading import Reading

_FACES = frozenset({"smiling", "laughing", "crying", "angry", "surprised", "sleepy", "winking"})
"""Only somebody with a face does this: "a smiling cloud", "la luna sonriente"."""
_FEELINGS = frozenset({"happy", "sad", "funny", "cute"})
"""What only somebody feels or is: "una nube triste"."""
_FACE = frozenset({"face", "smile", "eyes"})
_NEAR, _FAR = 3, 6
_ENDS = ("comma", "stop", "in", "on")
_RISING = ("sal", "sub", "sa", "aparec", "surg", "asom", "baj", "desc", "ca", "lleg", "cheg", "pas", "entr")
"""How deeds begin that the moon does without a face."""


def is_faced(r: Reading) -> bool:
    """Whether it has been told before that it smiles or cries."""
    return not _FACES.isdisjoint(painted("traits", t) for t in r.pending.get("traits", ()))


def acts_next(r: Reading) -> bool:
    """Whether the words behind tell a deed of it, or of it and another: "el sol y la luna besándose"."""
    linked = False
    for at in range(1, _FAR):
        item, behind = r.peek(at), r.peek(at + 1)
        if item is not None and item.kind == "comma" and behind is not None and behind.has("wearing"):
            return True  # "a cartoon sun, wearing sunglasses"
        if item is None or item.kind in _ENDS or item.has("relation", "role"):
            return False
        if item.kind == "and":
            linked = behind is not None and behind.has("the", "a", "sky")
            if not linked:
                return False
        if (linked or at > _NEAR) and "subject" in item.options and not item.has("sky"):
            return False
        if (told := _deed(r, item, at)) is not None:
            return told
        if at >= _NEAR and not linked:
            return False
    return False


def _deed(r: Reading, item: Item, at: int) -> bool | None:
    """Whether the item is a deed of somebody; None where it is none at all."""
    if item.has("glasses", "hat", "wearing") and not item.has("filler"):
        return True
    if "activity" in item.options or (item.kind == "undrawn" and item.raw.lower().endswith(_GERUNDS)):
        return "activity" in item.options or not item.raw.lower().startswith(_RISING)
    if "action" in item.options and not item.has("filler", "subject"):
        return painted("actions", item.options["action"].id) != "fly"
    if "trait" in item.options and painted("traits", item.options["trait"].id) in _FACES:
        return True
    if "part" in item.options and item.options["part"].id in _FACE:
        return True
    feels = "mood" in item.options and painted("moods", item.options["mood"].id) in _FEELINGS
    return True if at == 1 and (r.article or r.at == 0) and feels else None


_GERUNDS = ("ndo", "ndose", "ing", "beso", "abrazo", "ados", "adas", "idos", "idas")
