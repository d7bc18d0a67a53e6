"""Who and what is meant without being named: dancers at a carnival, a room behind the window."""

from __future__ import annotations

from .nouns import SOME
from .reading import Figure, Reading

_CARNIVAL = frozenset({"carnaval", "carnival", "mardi gras", "escola de samba", "狂欢节"})


def meant(r: Reading) -> None:
    """Add them to what was read."""
    _carnival(r)
    if not r.best("place") and _looks_out(r):
        r.scene["place"] = (0.5, "room")


def _carnival(r: Reading) -> None:
    """A carnival where nobody was named: samba dancers, and "no rio" is the city."""
    if "samba-dancer" not in r.entries or not any(i.raw.lower() in _CARNIVAL for i in r.items):
        return
    if not r.figures:
        r.figures.append(Figure("samba-dancer", "", True, {"count": SOME, "plural": True}))
    if r.best("place") == "river" and any(i.raw.lower() == "rio" for i in r.items):
        r.scene["place"] = (2.0, "city")


def _looks_out(r: Reading) -> bool:
    """Whether something is said to be outside the window, so that the rest is in a room."""
    for at, item in enumerate(r.items):
        if item.raw.startswith("窗外"):
            return True
        words = [i.raw.lower() for i in r.items[max(0, at - 3) : at]]
        window = item.has("scenery") and item.raw.lower() in ("window", "windows", "janela", "ventana")
        if window and _OUTSIDE.intersection(words):
            return True
    return False


_OUTSIDE = frozenset({"outside", "fora", "fora de", "fora da", "lá fora", "afuera", "fuera", "fuera de"})
