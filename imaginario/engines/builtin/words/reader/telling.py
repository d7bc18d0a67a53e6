"""From what was read to the values of the spec: the subjects to draw, and what only the writer tells of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...spec import Subject
from ..lexicon import meaning as painted
from .reading import MAX_LIST, Figure, Reading

DRAWN = ("count", "color", "outfit", "hat", "glasses", "held", "action", "size", "relation", "to")
EVERYBODYS = frozenset({
    "face", "hands", "paws", "tail", "ears", "eyes", "feathers", "scales", "fur", "hair", "nose",
})  # fmt: skip
"""Parts that everybody has: worth a word only with a colour."""
HATS_OF_OUTFITS = {
    "astronaut": ("hardhat", "helm"), "wizard": ("wizard", "witch"), "witch": ("witch", "wizard"),
    "chef": ("chef",),
    "pirate": ("pirate",), "king": ("crown",), "queen": ("crown", "tiara"),
    "princess": ("tiara", "crown"), "prince": ("crown",),
    "santa": ("santa",), "knight": ("helm", "hardhat"), "viking": ("viking",),
    "samurai": ("kabuto",), "cowboy": ("cowboy",), "firefighter": ("firefighter", "hardhat"),
    "builder": ("hardhat",),
    "police": ("police",), "captain": ("captain",), "sailor": ("sailor",), "graduate": ("graduate", "cap"),
    "explorer": ("safari",), "detective": ("detective",), "artist": ("beret",), "nurse": ("nurse",),
    "jester": ("jester",), "angel": ("halo",), "diver": ("hardhat",), "mariachi": ("sombrero", "top-hat"),
}  # fmt: skip


def subjects(r: Reading) -> tuple[Subject, ...]:
    """The figures that can be drawn, the ones that act before what they ride or lie on."""
    kept = _kept(r)
    moved = {old: new for new, old in enumerate(kept)}
    return tuple(_subject(r.figures[i], moved) for i in kept)


def extra(r: Reading) -> dict[str, Any]:
    """What the writer needs beside the spec, JSON-ready.

    Of it the painter takes the colours of worn or held things, what is in `scenery`, and a season in `words`.
    `told` has one row for each figure: {"subject": its index} or {"word": what can't be drawn}, and with
    it traits, parts, verbs, and colours of what is worn and held; "to" counts rows of `told`.
    """
    found: dict[str, Any] = {}
    rows = [i for i in _order(r) if r.figures[i].id not in r.avoid]
    moved, row_of = {old: new for new, old in enumerate(_kept(r))}, {old: new for new, old in enumerate(rows)}
    told = [_told(r.figures[i], moved.get(i), row_of) for i in rows]
    if any(len(t) > 1 or "subject" not in t for t in told):
        found["told"] = told
    if words := _words(r):
        found["words"] = words
    if r.scene.get("scenery"):
        found["scenery"] = list(r.scene["scenery"])
    if r.loose:
        found["loose"] = r.loose[:MAX_LIST]
    return found


def _order(r: Reading) -> list[int]:
    """Indices of the figures; one that was named before its rider comes after it."""
    order = [i for i in range(len(r.figures)) if i not in r.fronted and i not in r.trailing]
    for last in r.trailing:
        order.insert(next((n for n, i in enumerate(order) if i > last), len(order)) + 1, last)
    for ground in r.fronted:
        before = sum(i < ground for i in order) - 1
        place = next((n for n, i in enumerate(order) if r.figures[i].told.get("to") == ground), before)
        order.insert(place + 1, ground)
    return order


def _kept(r: Reading) -> list[int]:
    return [i for i in _order(r) if r.figures[i].id is not None and r.figures[i].id not in r.avoid]


_SKINS = frozenset({"black", "white", "brown"})


_MASKED = frozenset({"spider-man", "batman"})
_WRESTLERS_MASK = ("luchador", "carnival-mask")
"""The outfit with which "a mask" is that of a wrestler."""


def settle_skin(figure: Figure, person: bool) -> None:
    """A "black woman" is no woman in black: on people these colours are only told of."""
    masked = figure.told.get("outfit") == "hero" and figure.told.get("outfit_word") in _MASKED
    if masked and "color" in figure.told:
        figure.told.setdefault("outfit_color", figure.told.pop("color"))  # "homem aranha preto"
    elif person and figure.told.get("color") in _SKINS:
        figure.append("traits", f"{figure.told.pop('color')}-skinned")


def _subject(figure: Figure, moved: Mapping[int, int]) -> Subject:
    told = {name: figure.told[name] for name in DRAWN if name in figure.told}
    told["to"] = moved.get(told.get("to", -1))
    if told["to"] is None and told.get("relation") not in (None, "at_window"):
        del told["relation"]
    if (told.get("outfit"), told.get("glasses")) == _WRESTLERS_MASK:
        told["glasses"] = "luchador"
    if told.get("hat") in HATS_OF_OUTFITS.get(told.get("outfit", ""), ()):
        del told["hat"]
    if told.get("action") == "read" and "held" not in told and "held_word" not in figure.told:
        told["held"] = "book"
    carries = figure.told.get("verb") == "carry" and not figure.alive
    if carries and not figure.told.keys() & {"held", "held_word"} and told.get("action") == "hold":
        del told["action"]  # a door that "lleva al mar" has nothing in hand
    if told.get("held"):
        told.setdefault("action", "hold")
    return Subject(id=figure.id or "", **told)


def _told(figure: Figure, subject: int | None, row_of: Mapping[int, int]) -> dict[str, Any]:
    """One row; a figure that can be drawn leaves out what its subject says already."""
    told = {k: v for k, v in figure.told.items() if k != "to" and (subject is None or k not in DRAWN)}
    to = row_of.get(figure.told.get("to", -1))
    if subject is None:
        return {"word": figure.word} | told | ({} if to is None else {"to": to})
    if to is not None:
        told |= {"to": to} | ({"relation": figure.told["relation"]} if "relation" in figure.told else {})
    return {"subject": subject} | told


def _words(r: Reading) -> dict[str, Any]:
    """Variants: "park" where a meadow is painted."""
    words: dict[str, Any] = {}
    for name, table in (("place", "places"), ("time", "times"), ("style", "styles")):
        if (word := r.best(name)) != painted(table, word):
            words[name] = word
    if shades := {color: shade for color, shade in r.scene.get("shades", {}).items() if shade != color}:
        words["shades"] = shades
    for name in ("weather_words", "sky_words", "mood_words"):
        if name in r.scene:
            words[name] = r.scene[name]
    return words
