"""What a picture is for: a noun that only says so is not drawn."""

from __future__ import annotations

from ..chinese import grammar as chinese
from .reading import Reading

_FOR = frozenset({"for", "para", "pra", "pro", "p"})
_PRINTS = frozenset({
    "poster", "banner", "flyer", "card", "cover", "cartaz", "convite", "cartel", "tarjeta", "invitation",
    "anúncio", "anuncio", "panfleto", "letrero", "invitación",
})  # fmt: skip


def is_for_whom(r: Reading) -> bool:
    """Whether the noun only says what the picture is for: "a logo for a pet shop: a dog in a heart"."""
    if chinese.is_for_whom(r):
        return True
    item, after = r.item, r.items[r.at + 1 : r.at + 3]
    if not item.has("subject", "place", "unknown") or any(f.id for f in r.figures):
        return False
    marks = [n for n, i in enumerate(after) if i.raw in (":", ",", "，", ";", "-") or i.has("with")]
    links = _FOR | {"de"} if after and after[0].raw == ":" else _FOR
    start = next((r.at - n for n in (1, 2, 3) if r.at >= n and r.items[r.at - n].raw.lower() in links), None)
    if not marks or start is None:
        return False
    drawn = any("subject" in i.options for i in r.items[r.at + 1 + marks[0] :])
    return drawn and any(i.has("style") or i.raw.lower() in _PRINTS for i in r.items[:start])
