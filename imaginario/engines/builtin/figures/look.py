"""What one head looks like: the parameters of `heads.draw`, from a family's defaults and a subject's TOML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from .ink import tone


@dataclass(frozen=True, kw_only=True, slots=True)
class Trim:
    """Small things that are worn beside clothes; each a hex colour, or empty where there is none."""

    shoes: str = ""
    boots: str = ""
    skates: str = ""
    """Boots on wheels."""
    socks: str = ""
    gloves: str = ""
    belt: str = ""
    collar: str = ""
    bell: str = ""
    necklace: str = ""
    earrings: str = ""
    ribbon: str = ""
    bow: str = ""
    """A bow tie, under the chin."""
    tie: str = ""
    """A tie with a shirt's collar, on fur as well."""
    scarf: str = ""
    knit: str = ""
    """A pattern of the scarf or the apron: a name of `coats.PRINTS`; no colour."""
    apron: str = ""
    cape: str = ""
    backpack: str = ""
    belly: bool = False
    """Whether somebody small grows in there."""
    nose: str = ""
    """A ball on the nose of a person."""
    badge: str = ""
    """A picture on the clothes, as SVG around its centre, about 60 units wide."""
    cloth: str = ""
    """A pattern printed on the clothes: a name of `coats.PRINTS`; no colour."""
    cloth_color: str = ""
    """The colour of that pattern, where one was told."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """Colours and part names of one head. Parts left empty are not drawn; empty colours follow the fur."""

    family: str = "cat"
    fur: str = "#f2a93b"
    light: str = ""
    """Muzzle, belly, inner patches."""
    dark: str = ""
    """Stripes, tips, masks."""
    limb: str = ""
    """Arms and legs."""
    face: str = ""
    """Skull and ears, where they differ from the body's fur (sheep, eagles)."""
    inner: str = "#f7b3ad"
    """Inside of the ears."""
    nose: str = "#5b3a3a"
    iris: str = "#4a2f24"
    skull: str = "round"
    ears: str = ""
    muzzle: str = "cat"
    eyes: str = "bead"
    eye_x: float = 44
    eye_y: float = 6
    eye_r: float = 16
    marks: tuple[str, ...] = ()
    crest: tuple[str, ...] = ()
    """Horns, manes, combs, tufts."""
    horn: str = "#f3dfb4"
    mane: str = ""
    blush: str = "#f2808a"
    tail: str = ""
    paws: str = "paw"
    body: str = "plain"
    """`plain`, `bird`, `metal` or `person`."""
    wings: str = ""
    spots: str = ""
    """Markings of the body: `stripes`, `spots`, `patches`, `scales`."""
    neck: float = 0
    """How far the head stands above the shoulders (giraffe)."""
    build: float = 1
    """How tall all below the head is, by what is usual at that age: less for babies."""
    age: str = "child"
    """`child`, `teen` or `adult`: proportions and face of a person."""
    hat_y: float = 0
    """How far hats sit below (above, if negative) the usual brow."""
    hat_scale: float = 1.0
    lids: float = 0
    """How far the upper lids hang over the eyes, 0 to 1: calm or sleepy animals."""
    legs: float = 0
    """How much longer than usual the legs are, in units."""
    drawn: str = ""
    """A head that was drawn by hand, as SVG around its face's centre, in place of all its parts."""
    # people
    skin: str = "#f0bd94"
    hair: str = ""
    hair_color: str = "#5a3a28"
    beard: str = ""
    brows: bool = True
    old: bool = False
    lashes: bool = False
    fangs: bool = False
    outfit: str = ""
    hat: str = ""
    glasses: str = ""
    held: str = ""
    vary: bool = False
    """Whether other seeds may change skin and hair (a passer-by rather than someone in particular)."""
    either: bool = False
    """Whether a passer-by may be a woman as well as a man."""
    # what was said of one in particular, see `manner.py`; empty colours follow the rest
    trim: Trim = Trim()
    vivid: bool = False
    """Whether the irises were given a colour, which is then seen around the pupils."""
    beard_color: str = ""
    wing_color: str = ""
    winged: bool = False
    """Whether the wings were asked for, which are then seen of sleepers, too."""
    tail_color: str = ""
    ear_color: str = ""
    extra_ears: str = ""
    """A person's second ears, on top of the head: those of a cat, a rabbit ..."""
    whiskers: str = ""
    fluffy: bool = False
    girth: float = 1.0
    """How wide all below the head is, by what is usual."""
    crown: float = 1.0
    """How large the head is, by what is usual at that age."""
    aura: tuple[str, ...] = ()
    """Light, fire, frost or steam around the whole figure; names of `auras.py`."""
    # the moment
    mood: str = "calm"
    """What the mouth does: `calm`, `glad` (open), `asleep`, or one of `expressions.MOUTHS`."""
    gaze: str = ""
    """What the eyes do: `happy` (shut from smiling), `wide`, `wink` or `drowsy`."""
    brow: str = ""
    """`angry`, `worried` or `raised`: eyebrows that tell of a feeling."""
    tears: bool = False

    @property
    def human(self) -> bool:
        """Whether this is a person (colours then mean clothes)."""
        return self.family == "human"


_NAMES = {f.name for f in fields(Look)}


def build(preset: Mapping[str, Any], given: Mapping[str, Any], main: str) -> Look:
    """A look from a family's defaults and a subject's own parameters.

    Raises `TypeError` for a parameter that does not exist, so that a typing slip in a TOML is found.
    """
    values = {**preset, **given}
    for name in ("marks", "crest"):
        if name in values:
            values[name] = tuple(values[name])
    look = Look(**values)
    return look if look.human else with_fur(look, main)


def with_fur(look: Look, fur: str) -> Look:
    """The same animal in another colour: what the subject left open follows the fur, the rest stays."""
    derived = {
        "light": look.light or tone(fur, 0.72),
        "dark": look.dark or tone(fur, -0.5),
        "limb": look.limb or fur,
        "mane": look.mane or tone(fur, -0.45),
    }
    return replace(look, fur=fur, **derived)
