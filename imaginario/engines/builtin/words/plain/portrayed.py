"""What is only seen in a picture on the wall or in a hand: "a mural of a whale", "a photo of her dog"."""

from __future__ import annotations

from collections.abc import Sequence

from ..fold import key
from ..index import build
from ..items import beyond, item_at
from ..matching import Item

_FRAMED = {"en": "framed painting", "pt": "quadro emoldurado", "es": "cuadro enmarcado"}
_PHOTOS = {"en": "framed photo", "pt": "foto emoldurada", "es": "foto enmarcada"}
_MEDIA = {
    "cuadro": _FRAMED, "pintura": _FRAMED, "painting": _FRAMED, "quadro": _FRAMED, "picture": _FRAMED,
    "foto": _PHOTOS, "fotografia": _PHOTOS, "photo": _PHOTOS, "photograph": _PHOTOS, "retrato": _PHOTOS,
    "portrait": _PHOTOS, "mural": {}, "poster": {}, "grafiti": {}, "afiche": {}, "grafite": {},
}  # fmt: skip
"""Words for pictures, and how each is told where it is a thing among others."""
_LIKE = {"en": "made of", "pt": "feito de", "es": "hecho de"}
_SOMEWHERE = ("subject", "role", "place", "place?", "name")
_MAKING = frozenset({"paint", "draw", "sculpt", "photograph"})


def told(items: Sequence[Item]) -> list[Item]:
    """The items with what is in a picture as what the picture is like."""
    found = list(items)
    for at in range(len(found) - 2, 0, -1):
        item, of, before = found[at], found[at + 1], found[at - 1]
        medium = _MEDIA.get(key(item.raw))
        noun = item_at(found, beyond(found, at + 2, ("a", "the", "count", "color", "size", "trait")))
        if medium is None or not of.has("of") or noun is None or not noun.has("subject", "role", "scenery"):
            continue
        ahead = found[: at - 1]
        shown = before.has("a", "the") and any(i.has(*_SOMEWHERE) for i in ahead)
        if shown and not any(_makes(i) for i in ahead):
            language = item.language if item.language in _LIKE else "en"
            found[at : at + 2] = [_as_a_thing(item, medium), Item.of("like", _LIKE[language], language)]
    return found


def _makes(item: Item) -> bool:
    """Whether somebody makes the picture: it is seen on an easel then."""
    deed = item.options.get("action")
    return deed is not None and deed.id in _MAKING


def _as_a_thing(item: Item, medium: dict[str, str]) -> Item:
    words = medium.get(item.language, item.raw)
    known = [m for m in build().meanings(key(words)) if m.kind == "unknown" and m.language == item.language]
    return Item("unknown", words, item.language, {"unknown": known[0]} if known else {})
