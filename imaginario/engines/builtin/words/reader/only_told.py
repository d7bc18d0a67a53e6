"""Names and nouns that are nobody in the picture: artists, styles, sights, and what things are like."""

from __future__ import annotations

from .. import people
from ..fold import key
from ..index import build
from . import bynames
from .reading import Reading

_BY = frozenset({
    "by", "por", "style of", "in the style of", "estilo de", "no estilo de", "ao estilo de", "al estilo de",
    "inspired by",
})  # fmt: skip


def is_artist(r: Reading) -> bool:
    """Whether the word stands where an artist's name does: "sketch by greg someone", "estilo de fulano"."""
    if _tells_a_style(r):
        return True
    at = -1
    while (
        (item := r.peek(at)) is not None and item.kind in ("unknown", "name", "and") and at > -_LONGEST_NAME
    ):
        at -= 1
    if item is not None and item.raw.lower() == "estilo" and r.item.kind == "name":
        return True
    if item is None or item.raw.lower() not in _BY:
        return False
    before = r.peek(at - 1)
    return (
        item.kind == "like"
        or item.raw.lower() == "estilo"
        or before is None
        or before.has("comma", "stop", "filler", "style", "sink")
    )


_LONGEST_NAME = 6


_SHAPED = (
    "made", "built", "shape", "in the shape", "look", "resembl", "that resembl", "feit", "hech", "sabor",
    "con sabor", "com sabor", "com rech", "rech", "con rellen", "rellen", "com cobertura", "con cobertura",
    "con glaseado", "banhad", "bañad", "em form", "no form", "en form", "con form", "parec", "que lembra",
    "que recuerda", "con cabeza", "con cuerpo", "con cara", "con piel", "con la c", "con el c", "com a c",
    "com o c", "com cabeça", "com corpo", "com cara", "com pele", "sueñ", "soñ", "que quier", "quier",
    "sonh", "que quer", "quer", "with the", "with a", "pintad", "形状",
)  # fmt: skip
"""How phrases begin that say what a thing is made of or looks like: that can be missed in a picture."""


def stands_alone(r: Reading) -> bool:
    """Whether a name between commas only belongs to the picture: "a lizard, Australian, at sunset"."""
    before, after = r.peek(-1), r.peek()
    between = before is not None and before.kind == "comma" and (after is None or after.has("comma", "stop"))
    listed = bool(r.figures and r.figures[-1].told.get("name")) or bynames.is_listed(r)
    return between and not listed


def is_a_sight(r: Reading, name: str) -> bool:
    """Spanish, Portuguese: whether a name is that of a thing and nobody's: "a Pedra do Sino"."""
    linked = any(f" {link} " in name for link in ("de", "do", "da", "dos", "das", "del"))
    common = (first := key(name.split()[0])) in build().phrases and not people.is_given(first)
    sight = r.adjectives_follow and (r.article == "the" or bool(r.relation)) and linked and common
    if sight:
        r.end_of_phrase()
    return sight


def is_simile(r: Reading) -> bool:
    """Whether the item is only what something is compared to: "floating like balloons"."""
    if r.expect != "like":
        return False
    back = (r.peek(-n) for n in range(1, r.at + 1))
    said = next((i for i in back if i is not None and i.kind == "like"), None)
    return said is not None and not said.raw.lower().startswith(_SHAPED)


def _tells_a_style(r: Reading) -> bool:
    """Whether a name belongs to a manner: "bob ross style"."""
    at = 1
    while (item := r.peek(at)) is not None and item.kind in ("unknown", "name") and at < _LONGEST_NAME:
        at += 1
    before = r.peek(-1)
    opens = before is None or before.kind in ("comma", "stop", "name", "unknown", "the", "in")
    return opens and item is not None and item.raw.lower() in ("style", "风格")
