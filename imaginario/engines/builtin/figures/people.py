"""Passers-by: other skins, hair and clothes for people who are nobody in particular."""

from __future__ import annotations

import random
from dataclasses import replace

from . import ages
from .look import Look

_SKINS = ("#f7d3b0", "#f0bd94", "#dfa273", "#c68a5c", "#a46a43", "#7d4f34")
_HAIRS = ("#2f2326", "#4a2f24", "#6b4329", "#96602f", "#d9a94f", "#a8452c", "#1f1a20")
_CLOTHS = ("#3f9ee0", "#f7b733", "#4fae6a", "#8f6fd8", "#e2564a", "#2fa7a0", "#f28a3a", "#f06b8b")
_PLAIN = frozenset({"casual", "dress", "sweater", "hoodie"})
_SHAPES = {"man": ("man", "square", "long", "full"), "woman": ("woman", "woman", "full", "teen")}
_BEARDS = ("full", "full", "stubble", "moustache", "goatee", "")
_WHITE = {"santa": "full", "wizard": "long"}
_CROWNED = frozenset({"queen", "princess"})
"""Who would seem to be a young king with short curls."""
_STYLES = {
    "woman": ("bob", "long", "curly", "afro", "ponytail", "wavy", "bun"),
    "man": ("short", "side", "crop", "curly", "quiff", "balding"),
    "girl": ("pigtails", "bob", "ponytail", "braids", "long", "curly", "afro", "buns"),
    "boy": ("spiky", "short", "side", "curly", "afro"),
}


def cloth(look: Look, main: str, seed: int) -> str:
    """The colour of everyday clothes: a passer-by's own, else the subject's `main` one."""
    if not (look.vary and seed and look.outfit in _PLAIN):
        return main
    return (main, *_CLOTHS)[seed * 5 % (len(_CLOTHS) + 1)]


def in_costume(look: Look, outfit: str | None) -> Look:
    """Men dressed as Santa or as wizards grow the white beard that belongs to it; queens have long hair."""
    if outfit in _CROWNED and look.lashes and look.vary:
        return replace(look, hair="wavy" if look.hair == "curly" else look.hair)
    beard = _WHITE.get(outfit or "")
    if beard is None or not (look.vary or look.old) or look.age != "adult" or look.lashes:
        return look
    hair = "short" if look.hair == "balding" else look.hair
    return replace(look, beard=beard, hair=hair, hair_color="#eceaf0", old=True)


def passer_by(look: Look, seed: int) -> Look:
    """The same kind of person, someone else: skin, hair colour and hair style drawn from `seed`."""
    dice = random.Random(seed)  # noqa: S311 - a face, not a secret
    skin = dice.choice(_SKINS)
    dark = _SKINS.index(skin) > 2
    hair = dice.choice((_HAIRS[0], _HAIRS[1], _HAIRS[6]) if dark else _HAIRS)
    grown = look.age == "adult"
    if look.either and dice.random() < 0.5:
        woman = {k: v for k, v in ages.preset({"age": look.age, "lashes": True}).items() if k != "skull"}
        look = replace(look, lashes=True, **woman)
    kind = ("woman" if look.lashes else "man") if grown else "girl" if look.lashes else "boy"
    styles = _STYLES[kind]
    if grown:
        look = replace(look, skull=dice.choice(_SHAPES[kind]))
    if look.old or look.hair in ("bald", "balding", "veil", "bun"):
        return replace(look, skin=skin)
    if look.beard and not grown:
        return replace(look, skin=skin, hair_color=hair)
    if look.beard:
        look = replace(look, beard=dice.choice(_BEARDS))
    return replace(look, skin=skin, hair_color=hair, hair=dice.choice(styles))
