"""Parts of a figure that the words named, each with or without a colour: hair, wings, boots, ribbons."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from .ink import luma
from .look import Look, with_fur
from .palette import hex_of
from .qualities import feel, haired, kind, spotted, striped
from .trims import LINEN
from .two_colors import second

Give = Callable[[Look, str], Look | None]
"""A look and a hex colour (or nothing) to the changed look, or None if this look can't show the part."""

_NATURAL = {
    "red": "#b9502c", "orange": "#cf6f2e", "yellow": "#e3b95a", "gold": "#e3b95a", "brown": "#6b4329",
    "black": "#2a2228", "gray": "#b4b2be", "silver": "#d3d4de", "white": "#efedf2",
}  # fmt: skip


def _hair_tone(color: str) -> str:
    """Hair of a colour name: red hair is copper, blue hair is blue."""
    return {hex_of(name): natural for name, natural in _NATURAL.items()}.get(color, color)


# -- hair and beards ---------------------------------------------------------------------------------

_MANED = frozenset({"mane", "horsemane", "zebramane", "forelock", "cowlick"})
_LENGTHS: Mapping[str, Mapping[str, str]] = {
    "long-hair": {"": "long", "curly": "wavy", "afro": "wavy", "wavy": "wavy", "braids": "braids"},
    "short-hair": {"": "crop", "curly": "curly", "afro": "curly"},
    "curly-hair": {"": "curly", "long": "wavy", "wavy": "wavy", "afro": "afro"},
    "wavy-hair": {"": "wavy"},
    "straight-hair": {"": "bob", "long": "long", "wavy": "long"},
    "bangs": {"": "bob", "long": "long", "ponytail": "ponytail"},
}
"""Style by what was told, and by the style there was."""


def _hair(look: Look, color: str) -> Look | None:
    if look.human:
        if look.hair == "veil":
            return None
        return haired(look, _hair_tone(color)) if color else _with_hair(look)
    if look.drawn or look.body == "metal":
        return None
    crest = look.crest if _MANED & set(look.crest) else (*look.crest, "cowlick")
    return replace(look, mane=color or look.mane, crest=crest)


def _with_hair(look: Look) -> Look:
    return look if look.hair not in ("bald", "") else replace(look, hair="short")


def _styled(told: str) -> Give:
    """Hair of a certain cut."""

    def give(look: Look, color: str) -> Look | None:
        grown = _hair(look, color)
        if grown is None or not grown.human:
            return grown
        styles = _LENGTHS.get(told, {"": told})
        style = styles.get(grown.hair, styles[""])
        if told == "short-hair" and style == "crop" and kind(look) in ("woman", "girl"):
            style = "bob"
        return replace(grown, hair=style)

    return give


def _bearded(shape: str) -> Give:
    def give(look: Look, color: str) -> Look | None:
        if look.drawn or look.body == "metal":
            return None
        if look.muzzle == "goat" and not color:
            return look
        own = look.beard in ("full", "long", "goatee")
        look = replace(look, beard=look.beard if own and shape == "full" else shape)
        if not color:
            return look if look.human else replace(look, beard_color=_pale_or_dark(look.fur))
        dyed = replace(look, beard_color=_hair_tone(color))
        aged = color in (hex_of("white"), hex_of("gray"), hex_of("silver"))
        if aged and look.human and look.hair not in ("veil", "bald", ""):
            return replace(dyed, hair_color=dyed.beard_color)
        return dyed

    return give


def _pale_or_dark(fur: str) -> str:
    return _NATURAL["white"] if luma(fur) < 0.78 else _NATURAL["brown"]


# -- bodies ------------------------------------------------------------------------------------------


def _eyes(look: Look, color: str) -> Look | None:
    if not color:
        return look
    if look.drawn or look.eyes == "alien":
        return None
    return replace(look, iris=color, vivid=True)


def _fur(look: Look, color: str) -> Look | None:
    if look.human or look.drawn:
        return None
    return with_fur(replace(look, limb="", dark="", light=""), color) if color else look


def _winged(shape: str) -> Give:
    def give(look: Look, color: str) -> Look | None:
        if look.body == "bird" and not look.wings:
            return replace(look, wing_color=color) if color else look
        wings = look.wings or shape or ("bat" if look.family == "dragon" else "feathered")
        return replace(look, wings=shape or wings, wing_color=color, winged=True)

    return give


def _tail(look: Look, color: str) -> Look | None:
    if look.human and not look.tail:
        return replace(look, tail="cat", tail_color=color or look.hair_color)
    return replace(look, tail=look.tail or "cat", tail_color=color)


def _ears(look: Look, color: str) -> Look | None:
    if not color:
        return look
    return None if look.human or look.drawn or not look.ears else replace(look, ear_color=color)


def _other_ears(shape: str) -> Give:
    """The ears of another animal; people keep their own, too."""

    def give(look: Look, color: str) -> Look | None:
        if look.drawn:
            return None
        if not look.human:
            return replace(look, ears=shape, ear_color=color)
        return replace(look, extra_ears=shape, ear_color=color or look.hair_color)

    return give


def _horns(shape: str) -> Give:
    def give(look: Look, color: str) -> Look | None:
        if look.drawn:
            return None
        if _HORNED & set(look.crest):
            return replace(look, horn=color) if color else look
        bone = color or ("#a5784a" if shape == "antlers" else "#f3dfb4")
        return replace(look, crest=(*look.crest, shape), horn=bone)

    return give


_HORNED = frozenset(
    {"horns", "cowhorns", "goathorns", "ramhorns", "antlers", "palms", "unicorn", "ossicones", "nosehorn",
     "rhinohorn", "antenna", "feelers"}
)  # fmt: skip
_WHISKERED = frozenset({"cat", "mouse", "beaver", "otter"})


def _whiskers(look: Look, color: str) -> Look | None:
    if look.drawn:
        return None
    if look.muzzle in _WHISKERED and not color:
        return look
    pale = look.human or luma(look.fur) > 0.8
    return replace(look, whiskers=color or ("#6b5048" if pale else "#ffffff"))


def _paws(look: Look, color: str) -> Look | None:
    """Hands and feet of another colour than the limbs."""
    if not color:
        return look
    return replace(look, trim=replace(look.trim, gloves=color, socks=color))


def _face(look: Look, color: str) -> Look | None:
    if not color:
        return look
    return None if look.human or look.drawn else replace(look, face=color)


def _hands(look: Look, color: str) -> Look | None:
    return look if not color else replace(look, trim=replace(look.trim, gloves=color))


def _scales(look: Look, color: str) -> Look | None:
    if look.human or look.drawn:
        return None
    look = with_fur(replace(look, limb=""), color) if color else look
    return replace(look, marks=(*look.marks, "scales"), spots="scales")


def _feathers(look: Look, color: str) -> Look | None:
    return _fur(look, color) if look.body == "bird" or look.wings == "fire" else None


def _freckles(look: Look, color: str) -> Look | None:
    """Freckles on the face of a person; on an animal, spots."""
    if look.human:
        return replace(look, marks=(*look.marks, "freckles"))
    return spotted(look, color)


def _nose(look: Look, color: str) -> Look | None:
    if not color:
        return look
    if look.human:
        return replace(look, trim=replace(look.trim, nose=color))
    return None if look.drawn or look.nose in (look.fur, look.light) else replace(look, nose=color)


# -- what is worn ------------------------------------------------------------------------------------


def _worn(name: str, usual: str) -> Give:
    """A small thing that is worn, in the colour told or its `usual` one."""

    def give(look: Look, color: str | None) -> Look:
        worn: dict[str, Any] = {name: color or usual}
        return replace(look, trim=replace(look.trim, **worn))

    return give


def _bell(look: Look, color: str) -> Look | None:
    trim = replace(look.trim, bell=color or "#f2c33c", collar=look.trim.collar or "#e2483d")
    return replace(look, trim=trim)


def _earrings(look: Look, color: str) -> Look | None:
    return replace(look, trim=replace(look.trim, earrings=color or "#f2c33c")) if look.human else None


def _fanged(look: Look, color: str) -> Look | None:
    return replace(look, fangs=True) if look.human or look.fangs else None


PARTS: dict[str, Give] = {
    "fangs": _fanged,
    "eyes": _eyes, "fur": _fur, "hair": _hair, "wings": _winged(""), "tail": _tail, "ears": _ears,
    "whiskers": _whiskers, "paws": _paws, "beard": _bearded("full"), "horns": _horns("horns"),
    "scales": _scales, "feathers": _feathers, "spots": spotted, "freckles": _freckles, "stripes": striped,
    "second": second,
    "smile": lambda look, color: feel(look, "smiling"), "face": _face, "hands": _hands, "nose": _nose,
    "boots": _worn("boots", "#7a4a2c"), "shoes": _worn("shoes", "#5b4038"),
    "scarf": _worn("scarf", "#d8434a"), "cape": _worn("cape", "#c23b4a"),
    "backpack": _worn("backpack", "#d16a61"), "apron": _worn("apron", LINEN),
    "socks": _worn("socks", "#fdf6ec"), "gloves": _worn("gloves", "#e2483d"),
    "ribbon": _worn("ribbon", "#f06b8b"), "collar": _worn("collar", "#e2483d"), "bell": _bell,
    "bow-tie": _worn("bow", "#d8434a"), "tie": _worn("tie", "#c8434f"),
    "necklace": _worn("necklace", "#fbf4ea"), "earrings": _earrings, "belt": _worn("belt", "#7a4a2c"),
    # variants, which are told by ids of their own
    **{name: _styled(name) for name in _LENGTHS},
    **{name: _styled(name) for name in ("braids", "ponytail", "pigtails", "afro", "bun", "mohawk")},
    "spiky-hair": _styled("spiky"), "white-hair": lambda look, color: _hair(look, hex_of("white")),
    "long-beard": _bearded("long"), "goatee": _bearded("goatee"), "stubble": _bearded("stubble"),
    "antlers": _horns("antlers"), "butterfly-wings": _winged("fairy"), "bat-wings": _winged("batwing"),
    "cat-ears": _other_ears("pointed"), "rabbit-ears": _other_ears("rabbit"),
    "teeth": lambda look, color: None, "tongue": lambda look, color: None,
}  # fmt: skip
