"""Coats of two colours: the black and white of a cow, the brown and white of a dog."""

from __future__ import annotations

from dataclasses import replace

from .ink import luma
from .look import Look, with_fur

_TWO_COLORED = frozenset({"panda", "zebra", "dalmatian", "penguin", "badger", "cow", "tuxedo"})


def black_and_white(look: Look, seed: int) -> Look | None:
    """A black and white coat, on whatever has fur or feathers."""
    if look.human or look.drawn:
        return None
    if _TWO_COLORED & set(look.marks) and "cow" not in look.marks:
        return look
    return _two_colored(look, "#3b3a48", "#f8f4ee")


def _two_colored(look: Look, dark: str, light: str) -> Look:
    """A coat of two hex colours: white paws and chest on a cat, dark patches on a cow or a dog."""
    if "cow" in look.marks:
        return replace(with_fur(replace(look, limb=""), light), dark=dark)
    if look.skull in ("cat", "fox", "wolf", "owl", "drop", "round", "mouse"):
        look = with_fur(replace(look, dark="", light=light, limb="", mane=""), dark)
        return replace(look, marks=("tuxedo",), trim=replace(look.trim, gloves=light, socks=light))
    chest = look.light if look.paws == "hoof" else light
    look = with_fur(replace(look, light=chest, limb="", mane=dark), light)
    return replace(look, dark=dark, marks=("cow",), spots="patches")


def second(look: Look, color: str) -> Look | None:
    """Another hex colour beside that of the coat."""
    if look.human or look.drawn or look.body == "metal" or not color:
        return None
    dark, light = sorted((look.fur, color), key=luma)
    return _two_colored(look, dark, light)
