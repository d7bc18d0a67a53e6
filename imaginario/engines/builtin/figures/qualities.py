"""Traits of a figure, each a change of its look: skins, hair, feelings, coats, ages, stuffs."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from . import ages
from .ink import mix, tone
from .look import Look, with_fur
from .two_colors import black_and_white

Change = Callable[[Look, int], Look | None]
"""A look and a seed to the changed look, or None if this look can't show the trait."""

# -- feelings ----------------------------------------------------------------------------------------

_FELT = {
    "smiling": {"mood": "grin"},
    "laughing": {"mood": "laugh", "gaze": "happy"},
    "crying": {"mood": "sob", "brow": "worried", "tears": True},
    "angry": {"mood": "cross", "brow": "angry"},
    "wild": {"mood": "cross", "brow": "angry"},
    "surprised": {"mood": "oh", "gaze": "wide", "brow": "raised"},
    "sleepy": {"mood": "yawn", "gaze": "drowsy"},
    "winking": {"gaze": "wink"},
    "sad": {"mood": "sad", "brow": "worried"},
    "evil": {"mood": "grin", "brow": "angry"},
    "lazy": {"gaze": "drowsy"},
    "glad": {"mood": "glad"},
    "happy": {"mood": "glad"},
}
FEELINGS = frozenset(_FELT)
"""Traits that a face shows."""
_STIFF = frozenset(
    {
        "beak",
        "duck",
        "hook",
        "penguin",
        "toucan",
        "raptor",
        "elephant",
        "croc",
        "anteater",
        "crow",
        "platypus",
        "",
    }
)
"""Muzzles whose mouth does not move: with them the eyes do the smiling."""


def feel(look: Look, feeling: str) -> Look | None:
    """The look of one who feels so; None for heads drawn by hand, whose faces are what they are."""
    if look.drawn:
        return None
    change: dict[str, Any] = dict(_FELT[feeling])
    if look.mood in ("grin", "laugh") and "mood" not in change:
        change["mood"] = look.mood
    if feeling == "winking" and look.mood == "calm":
        change["mood"] = "grin"
    if feeling in ("smiling", "happy") and look.muzzle in _STIFF:
        change["gaze"] = "happy"
    return replace(look, **change)


def _feels(feeling: str) -> Change:
    return lambda look, seed: feel(look, feeling)


# -- people ------------------------------------------------------------------------------------------

_SKINS = {
    "black-skinned": ("#6f452e", "#5f3b29", "#7b4e35"),
    "brown-skinned": ("#b97f52", "#a66c45", "#c48a5e"),
    "white-skinned": ("#f7d4b2", "#f5cba8", "#f9dcc0"),
}
_DARK_HAIR = ("#2a1f22", "#1f1a20", "#33242a")
_COILED = {
    "woman": ("afro", "curly", "braids", "bun"),
    "man": ("crop", "curly", "afro", "crop"),
    "girl": ("afro", "braids", "buns", "curly"),
    "boy": ("curly", "afro", "crop"),
}
_KEPT = frozenset({"veil", "bald", "balding", "bun", ""})
_FAIR = ("#f7d3b0", "#f0bd94", "#f5cba6")


def kind(look: Look) -> str:
    """`woman`, `man`, `girl` or `boy`: whose hair it is."""
    if look.age == "adult":
        return "woman" if look.lashes else "man"
    return "girl" if look.lashes else "boy"


def _skinned(trait: str) -> Change:
    def change(look: Look, seed: int) -> Look | None:
        if not look.human:
            return None
        dice = random.Random(seed)  # noqa: S311 - a face, not a secret
        skin = dice.choice(_SKINS[trait])
        if trait == "white-skinned":
            return replace(look, skin=skin)
        hair = look.hair_color if look.old or look.hair == "veil" else dice.choice(_DARK_HAIR)
        style = look.hair
        if trait == "black-skinned" and style not in _KEPT:
            style = dice.choice(_COILED[kind(look)])
        return replace(look, skin=skin, hair_color=hair, hair=style, iris="#3a241c")

    return change


def haired(look: Look, color: str) -> Look:
    """The look with hair of a hex colour, the bald ones with hair at all."""
    style = "short" if look.hair in ("bald", "") and look.human else look.hair
    return replace(look, hair_color=color, hair=style, old=False)


def _fair(color: str) -> Change:
    """Fair or red hair, on a light skin unless another was asked for."""

    def change(look: Look, seed: int) -> Look | None:
        if not look.human or look.hair == "veil":
            return None
        asked = look.skin in {s for skins in _SKINS.values() for s in skins}
        skin = look.skin if asked or look.skin in _FAIR else _FAIR[seed % len(_FAIR)]
        return replace(haired(look, color), skin=skin)

    return change


def _haired(color: str) -> Change:
    return lambda look, seed: haired(look, color) if look.human and look.hair != "veil" else None


_HAIRS = {
    "white": "#efedf2", "black": "#2a2228", "brown": "#6b4329", "pink": "#f184ae", "blue": "#3f7fd6",
    "green": "#4caf63", "purple": "#8a5cc9",
}  # fmt: skip


def _styled(style: str, fur: bool) -> Change:
    """Hair of a cut; animals get fluffy from it, if they can."""

    def change(look: Look, seed: int) -> Look | None:
        if not look.human:
            return _fluffy(look, seed) if fur else None
        return None if look.hair == "veil" else replace(look, hair=style)

    return change


def _freckled(look: Look, seed: int) -> Look | None:
    return replace(look, marks=(*look.marks, "freckles")) if not look.drawn else None


def _old(look: Look, seed: int) -> Look | None:
    if look.drawn:
        return None
    if look.body == "metal":
        return _cracked(look, seed)
    if look.human:
        grey = ("#dcdce4", "#c9c8d2", "#eceaf0")[seed % 3]
        return replace(look, old=True, hair_color=look.hair_color if look.hair == "veil" else grey)
    return replace(look, marks=(*look.marks, "aged"), lids=max(look.lids, 0.24))


def _young(look: Look, seed: int) -> Look | None:
    if look.drawn:
        return None
    if look.human:
        red, green, blue = bytes.fromhex(look.hair_color[1:7])
        grey = min(red, green, blue) > 190  # hair that no young people have
        return replace(look, old=False, hair_color="#5b3a29" if grey else look.hair_color)
    small = replace(look, build=look.build * 0.76, girth=1.14, crown=1.1, neck=look.neck * 0.5)
    return replace(
        small, eye_r=look.eye_r * 1.14, crest=tuple(c for c in look.crest if c not in ("antlers", "palms"))
    )


def _newborn(look: Look, seed: int) -> Look | None:
    return _young(look, seed) if not look.human else replace(look, build=0.74, crown=1.08)


# -- coats -------------------------------------------------------------------------------------------

_STRIPED = frozenset({"tabby", "tiger", "zebra"})
_SPOTTED = frozenset({"spots", "dots", "rosettes", "dalmatian", "giraffe", "cow"})
_GAY = frozenset({"plumes", "peacock", "fan"})
"""Tails of birds that have all colours anyway."""


def _furred(look: Look) -> bool:
    """Whether it is an animal drawn from parts, with a coat to be changed."""
    return not (look.human or look.drawn)


def striped(look: Look, color: str = "") -> Look | None:
    """Stripes on the coat; on people and whoever is drawn by hand, on the clothes."""
    if not _furred(look):
        return replace(look, trim=replace(look.trim, cloth="striped", cloth_color=color))
    if look.body == "metal":
        return None
    if color:
        look = replace(look, dark=color)
    if _STRIPED & set(look.marks):
        return look
    tail = "tiger" if look.tail in ("cat", "dog", "lion", "monkey") else look.tail
    return replace(look, marks=(*look.marks, "stripes"), spots="bands", tail=tail)


def spotted(look: Look, color: str = "") -> Look | None:
    """Spots on the coat; on people, on the clothes."""
    if look.human:
        return replace(look, trim=replace(look.trim, cloth="dotted", cloth_color=color))
    if look.drawn or look.body == "metal":
        return None
    if color:
        look = replace(look, dark=color)
    if _SPOTTED & set(look.marks):
        return look
    return replace(look, marks=(*look.marks, "spotted"), spots="spotted")


def _fluffy(look: Look, seed: int) -> Look | None:
    if look.human or look.drawn or look.body == "metal" or look.skull == "frog":
        return None
    if {"wool", "mane"} & set(look.crest):
        return look
    tail = "bushy" if look.tail in ("cat", "dog", "lion", "mouse", "rope", "monkey", "wolf") else look.tail
    return replace(look, fluffy=True, tail=tail)


def _colorful(look: Look, seed: int) -> Look | None:
    if look.human:
        return replace(look, trim=replace(look.trim, cloth="rainbow"))
    if look.drawn:
        return None
    if look.tail == "plumes":
        return with_fur(look, _PLUMES[seed % len(_PLUMES)])
    if look.tail in _GAY or look.wings == "fire":
        return look
    turned = _BRIGHT[seed % len(_BRIGHT) :] + _BRIGHT[: seed % len(_BRIGHT)]
    fur, limb, mane, dark, inner = turned
    look = replace(look, light="#fff3b8", limb=limb, mane=mane, dark=dark, inner=inner, face="")
    return replace(with_fur(look, fur), marks=(*look.marks, "rainbow"), spots="rainbow")


_PLUMES = ("#4fae4a", "#e2564a", "#2f8fd6", "#f2b632")
"""Of several birds that are gay anyway no two next to each other need be alike."""
_BRIGHT = ("#35b6d8", "#f7b733", "#e2564a", "#8f6fd8", "#f06b9b")


def _thin(look: Look, seed: int) -> Look | None:
    return replace(look, girth=0.84)


def _messy(look: Look, seed: int) -> Look | None:
    """Hair that stands up."""
    if not look.human:
        return _fluffy(look, seed)
    return None if look.hair in ("veil", "bald") else replace(look, hair="spiky")


def _dirty(look: Look, seed: int) -> Look | None:
    """Smudges of mud."""
    if look.drawn:
        return None
    return replace(look, marks=(*look.marks, "mud"), spots=look.spots or "mud")


def _pregnant(look: Look, seed: int) -> Look | None:
    """A round belly; somebody of whom only a trade was told is then a woman."""
    if look.body == "metal":
        return None
    if look.either and not look.lashes:
        woman = ages.preset({"age": look.age, "lashes": True})
        look = replace(look, lashes=True, beard="", hair="wavy", **woman)
    return replace(look, trim=replace(look.trim, belly=True))


def _cracked(look: Look, seed: int) -> Look | None:
    if look.human or look.drawn:
        return None
    return replace(look, marks=(*look.marks, "cracks"), spots=look.spots or "cracks")


def _rusty(look: Look, seed: int) -> Look | None:
    """Patches of rust on what is made of metal."""
    if look.body != "metal":
        return None
    dull: dict[str, Any] = {
        n: mix(getattr(look, n), "#a3683f", 0.2) for n in ("fur", "light", "limb", "dark")
    }
    return replace(look, marks=(*look.marks, "rust"), spots="rust", **dull)


def _abandoned(look: Look, seed: int) -> Look | None:
    """Weeds grow around a robot that stood long in one place; who is alive only feels it."""
    cracked = _cracked(look, seed) if look.body == "metal" else None
    return replace(cracked, aura=(*cracked.aura, "abandoned")) if cracked else None


def _round(look: Look, seed: int) -> Look | None:
    return replace(look, girth=1.17)


# -- stuffs and light --------------------------------------------------------------------------------

_STUFFS = {
    "wooden": ("#b9824c", "grain"),
    "metal": ("#aab6c6", "rivets"),
    "mechanical": ("#b4a48a", "rivets"),
    "clay": ("#c67a52", "cracks"),
    "concrete": ("#a9a8a8", "cracks"),
    "paper": ("#f2ead8", "facets"),
    "stone": ("#a5a2a8", "cracks"),
    "glass": ("#bfe4f2", "facets"),
}


def _made_of(stuff: str) -> Change:
    def change(look: Look, seed: int) -> Look | None:
        if look.human or look.drawn:
            return None
        iron = stuff in ("metal", "mechanical")
        if iron and look.body == "metal":
            return look
        color, mark = _STUFFS[stuff]
        plain = replace(look, light=tone(color, 0.34), dark="", limb="", mane="", face="", blush="")
        nose = tone(color, -0.5)
        look = replace(with_fur(plain, color), marks=(*look.marks, mark), inner=tone(color, -0.2), nose=nose)
        return replace(look, body="metal", paws="metal") if iron else replace(look, spots=mark)

    return change


def _frozen(look: Look, seed: int) -> Look | None:
    if look.drawn:
        return None
    ice = "#a9dcf2"
    if look.human:
        skin, hair = mix(look.skin, "#b4e2f6", 0.78), mix(look.hair_color, "#e6f6fd", 0.72)
        return replace(look, skin=skin, hair_color=hair, aura=(*look.aura, "frozen"))
    cold: dict[str, Any] = {
        n: mix(getattr(look, n), tone(ice, 0.3), 0.72) for n in ("light", "limb", "mane", "inner")
    }
    look = replace(look, fur=mix(look.fur, ice, 0.8), dark=mix(look.dark, "#7fb9dc", 0.75), **cold)
    return replace(look, aura=(*look.aura, "frozen"))


def _shines(light: str) -> Change:
    return lambda look, seed: replace(look, aura=(*look.aura, light))


def _fiery(look: Look, seed: int) -> Look | None:
    """In flames; a dragon breathes them."""
    return replace(look, aura=(*look.aura, "breath" if look.family == "dragon" else "fiery"))


def _as_it_is(look: Look, seed: int) -> Look | None:
    return look


def _futuristic(look: Look, seed: int) -> Look | None:
    return look if look.body == "metal" else None


TRAITS: dict[str, Change] = {
    **{name: _skinned(name) for name in _SKINS},
    "old": _old, "ancient": _old, "young": _young, "baby": _newborn,
    "blonde": _fair("#e3b95a"), "red-haired": _fair("#b9502c"),
    **{f"{name}-haired": _haired(color) for name, color in _HAIRS.items()},
    "curly": _styled("curly", True), "bald": _styled("bald", False),
    "long-haired": _styled("long", True), "freckled": _freckled, "thin": _thin,
    "broken": _cracked, "weathered": _cracked, "messy": _messy, "dirty": _dirty, "pregnant": _pregnant,
    **{name: _made_of(name) for name in _STUFFS},
    "ruined": _cracked, "abandoned": _abandoned, "rusty": _rusty,
    "black-and-white": black_and_white, "colorful": _colorful,
    "striped": lambda look, seed: striped(look), "spotted": lambda look, seed: spotted(look),
    "fluffy": _fluffy, "round": _round, "frozen": _frozen,
    **{name: _shines(name) for name in ("glowing", "shiny", "steaming", "wet")}, "fiery": _fiery,
    "futuristic": _futuristic, "upright": _as_it_is, "twin": _as_it_is,
    **{name: _feels(name) for name in _FELT if name != "glad"},
}  # fmt: skip
"""By id, in the order in which they are applied: what changes everything comes first."""
_ORDER = {name: place for place, name in enumerate(TRAITS)}


def rank(trait: str) -> int:
    """When a trait is applied; those that nobody draws come last."""
    return _ORDER.get(trait, len(_ORDER))
