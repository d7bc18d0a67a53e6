"""What somebody wears anyway: a nurse "in a blue uniform" keeps her own, a bride in white her gown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..index import Meaning
from ..lexicon import meaning, table
from .reading import Figure, Reading

_EVERYDAY = frozenset(
    {"casual", "dress", "sweater", "hoodie", "suit", "pajamas", "teacher", "tunic", "swimsuit"}
)
_GOWNS = frozenset({"dress", "wedding-dress", "ball-gown"})


def own(figure: Figure, head: Mapping[str, Any]) -> str:
    """The clothes that a drawing of somebody with a trade has anyway; empty for clothes of every day."""
    outfit = str(head.get("outfit") or "")
    drawn = outfit in table("outfits") and meaning("outfits", outfit) == outfit
    return outfit if drawn and outfit not in _EVERYDAY and not figure.told.get("outfit") else ""


def is_costume(head: Mapping[str, Any]) -> bool:
    """Whether somebody is drawn in clothes that nobody else has: a baiana, a saci."""
    outfit = str(head.get("outfit") or "")
    return head.get("family") == "human" and bool(outfit) and outfit not in table("outfits")


def meant(r: Reading, figure: Figure, found: Meaning) -> Meaning:
    """The clothes that a word means on somebody: their own uniform, or a cape over a gown."""
    cloaked = r.item.raw.lower().endswith(("cloak", "cloaks", "manto", "mantos"))
    if cloaked and found.id == "cloak" and "outfit" in figure.told:
        return found._replace(id="cape")  # "a queen in a purple cloak"
    entry = r.entries.get(figure.id or "")
    uniform = own(figure, entry.head) if entry is not None and found.id == "uniform" else ""
    worn = str(figure.told.get("outfit") or "")
    coat = found.id in _COATS and worn in _IN_COATS
    return found._replace(id=uniform or worn) if uniform or coat else found


_COATS, _IN_COATS = frozenset({"lab-coat"}), frozenset({"doctor", "scientist"})
"""A white coat, and who has one on anyway."""
_SHIRTS, _KITS = frozenset({"shirt", "casual"}), frozenset({"football", "basketball"})
"""Shirts, and the kits of players whose jerseys they are."""


def keep_on(r: Reading, figure: Figure) -> None:
    """Let a shirt be the jersey of a player, and a white coat that of a doctor: it is drawn so."""
    told, entry = figure.told, r.entries.get(figure.id or "")
    garment = told.get("outfit_word", told.get("outfit"))
    kit = str(entry.head.get("outfit") or "") if entry is not None else ""
    if (kit in _KITS and garment in _SHIRTS) or (kit in _IN_COATS and garment in _COATS):
        told.update(outfit=kit, outfit_word=garment)


_TOQUE = "chef"
_PLAIN = frozenset({"hat", "tall-hat"})


def _cooks(r: Reading, figure: Figure) -> bool:
    """Whether a tall white hat goes with the clothes."""
    entry = r.entries.get(figure.id or "")
    own_clothes = entry.head.get("outfit") if entry is not None else ""
    return figure.told.get("outfit", own_clothes) == "chef"


def hat_meant(r: Reading, figure: Figure, found: Meaning) -> Meaning:
    """The hat that a word means on somebody: any plain one, tall one or "gorro" of a cook is the toque."""
    gorro = r.item.raw.lower().startswith("gorro") and found.id in ("beanie", "red-cap")
    if not (found.id in _PLAIN or gorro) or not _cooks(r, figure):
        return found
    if found.id == "red-cap":
        r.pending.setdefault("color", "red")
    tall = (n for n in range(1, 4) if (item := r.peek(-n)) is not None and item.has("size"))
    r.excused |= {r.at - n for n in tall}
    return found._replace(id=_TOQUE)


def plain_hat(r: Reading, figure: Figure, ident: str) -> str:
    """The hat that is drawn for "a hat": children and women have no top hats."""
    entry = r.entries.get(figure.id or "")
    if ident != _GENTLEMANS or entry is None or entry.kind != "person" or figure.told.get("outfit"):
        return ident
    if entry.head.get("lashes") or entry.head.get("hair") in _GIRLISH:
        return _SUN_HAT
    return _BUCKET if entry.head.get("age", "child") == "child" else ident


_GENTLEMANS, _SUN_HAT, _BUCKET = "top-hat", "straw", "bucket"
_GIRLISH = frozenset({"pigtails", "braids", "long", "ponytail", "bob"})


def settle(r: Reading, figure: Figure) -> None:
    """Chinese: let what was said before its wearer suit them: the toque of a cook, a player's jersey."""
    keep_on(r, figure)
    if figure.told.get("hat_word") == "hat":
        figure.told["hat"] = plain_hat(r, figure, str(figure.told.get("hat")))
    if figure.told.get("hat_word") in _PLAIN and _cooks(r, figure):
        figure.told["hat"] = _TOQUE
        del figure.told["hat_word"]


def is_her_gown(figure: Figure, garment: str, color: str | None) -> bool:
    """Whether a bride only wears what she has on anyway: "a bride in white"."""
    plain = garment in _GOWNS and not figure.told.get("outfit")
    return figure.id == "bride" and plain and color in (None, "white")


def color_of(r: Reading) -> str | None:
    """The colour of the clothes being read, before or behind their noun."""
    after = r.peek()
    behind = after.options.get("color") if after is not None and r.adjectives_follow else None
    return behind.id if behind is not None else r.pending.get("color")


def leave_on(r: Reading) -> None:
    """Read over the clothes that somebody has on anyway, with their adjectives."""
    for steps in range(r.past(("color", "trait", "size")) + 1, 1):
        r.excused.add(r.at + steps)
    if r.adjectives_follow:
        r.excused.add(r.at + 1)
    r.pending = {}
    r.end_of_phrase()
    r.target = ("scenery", 0)


def is_of_the_fur(r: Reading, figure: Figure, found: Meaning) -> bool:
    """Whether a colour beside a trade is that of the animal who has it: "a yellow pirate hamster"."""
    told = r.expect in ("dress", "role") or (r.preposition == "of" and not r.article)
    if found.kind != "role" or told:
        return False
    ahead = r.peek()
    noun = ahead.options.get("subject") if ahead is not None and figure is r.coming else None
    entry = r.entries.get(noun.id if noun is not None else figure.id or "")
    return entry is not None and entry.kind in ("animal", "fantasy")
