"""Pieces of an instruction: read as scenes, with their nouns told apart."""

from __future__ import annotations

from collections.abc import Sequence

from ... import vocabulary
from ...spec import SceneSpec, Subject
from ..fold import tidy
from ..index import build
from ..matching import Item, Matcher
from ..reader import accounting
from ..slips import mended
from ..tokens import split

_STAND_INS = ("fox", "bear", "owl")
_BEFORE = frozenset(
    {"the", "of", "in", "to", "stop", "filler", "size", "color", "trait", "mood", "and", "comma"}
)
_WORN_THINGS = frozenset({"crown", "mask"})
_WORN = ("hat", "glasses", "garment")
WEARING = {"en": "{0} wearing {1}", "pt": "{0} usando {1}", "es": "{0} usando {1}", "zh": "戴着{1}的{0}"}
DRESSED = {
    "en": "{0} dressed as {1}", "pt": "{0} vestido de {1}", "es": "{0} vestido de {1}",
    "zh": "打扮成{1}的{0}",
}  # fmt: skip
PLAIN = {"en": "{0} {1}", "pt": "{0} {1}", "es": "{0} {1}", "zh": "{1}的{0}"}


def items(text: str, code: str) -> list[Item]:
    """What the words of a piece may mean."""
    known = build()
    return Matcher(split(mended(tidy(text)), known), known, code if code != "zh" else "en", False).run()


def joined(pieces: Sequence[Item], code: str) -> str:
    """Items as text again."""
    return ("" if code == "zh" else " ").join(item.raw for item in pieces)


def scene(text: str, code: str) -> SceneSpec:
    """A piece read as a scene."""
    return accounting.read(items(text, code), code in ("pt", "es"))


def is_figure(item: Item) -> bool:
    """Whether a word names something to draw that is no part of the sky."""
    if "subject" not in item.options or is_worn(item):
        return False
    return not item.has("sky", "weather", "color", "style", "size")


def is_worn(item: Item) -> bool:
    """Whether a word names something to put on, and is no figure either."""
    return item.has(*_WORN) and ("subject" not in item.options or item.options["subject"].id in _WORN_THINGS)


def target(pieces: Sequence[Item], definite: bool = False) -> tuple[str, list[Item]] | None:
    """The subject that a piece begins with ("the cat ...") and the items behind it.

    With `definite` only one that "the" or a word like it stands before.
    """
    told = False
    for at, item in enumerate(pieces):
        if is_figure(item) and (told or not definite):
            return item.options["subject"].id, list(pieces[at + 1 :])
        if is_figure(item) or not item.has(*_BEFORE):
            return None
        told |= item.has("the")
    return None


def colors(pieces: Sequence[Item]) -> list[str]:
    """The colours a piece names, where it names no thing that has them."""
    if any(is_figure(item) for item in pieces):
        return []
    return [item.options["color"].id for item in pieces if "color" in item.options]


def with_stand_in(text: str, code: str, of: str | None, frame: dict[str, str]) -> tuple[SceneSpec, str]:
    """A piece read as said of the subject `of`, or of a stand-in; with the id of the one it was said of."""
    named = {item.options["subject"].id for item in items(text, code) if "subject" in item.options}
    who = of or next(s for s in (*_STAND_INS, "wolf") if s not in named or s == "wolf")
    entry = vocabulary.load().get(who)
    noun = entry.name(code) if entry else who
    return scene(frame[code].format(noun, text.strip().removesuffix("的")), code), who


def first(spec: SceneSpec, who: str) -> Subject | None:
    """The subject of a reading that was said of `who`."""
    return next((s for s in spec.subjects if s.id == who), None)
