"""What is meant without being named: dancers at a carnival, a room behind the window, snow in winter."""

from __future__ import annotations

from ..matching import Item
from .nouns import SOME
from .reading import Figure, Reading
from .surroundings import SEASONAL

_CARNIVAL = frozenset({"carnaval", "carnival", "mardi gras", "escola de samba", "狂欢节"})


def meant(r: Reading) -> None:
    """Add them to what was read."""
    _carnival(r)
    _winter(r)
    if not r.best("place") and _looks_out(r):
        r.scene["place"] = (0.5, "room")


def _winter(r: Reading) -> None:
    """Who sits by the hearth on a winter night is in a room, and wherever else winter comes there is snow."""
    if r.best("place") == _WINTER and any(_is_of_a_room(r, figure) for figure in r.figures):
        r.scene["place"] = (0.5, "room")
    wintry = any(item.has("time") and _is_wintry(item) for item in r.items)
    if (wintry or _says_winter(r)) and r.best("place") not in ("", _WINTER) and not r.scene.get("weather"):
        r.note("weather", "snowfall")


def _is_wintry(item: Item) -> bool:
    return any(word in item.raw.lower() for word in SEASONAL[_WINTER])


def _says_winter(r: Reading) -> bool:
    places = (item.options.get("place") for item in r.items)
    return any(place is not None and place.id == _WINTER for place in places)


def _is_of_a_room(r: Reading, figure: Figure) -> bool:
    entry = r.entries.get(figure.id or "")
    return entry is not None and entry.kind == "furniture" and entry.home in _ROOMS


_WINTER = "winter"
_ROOMS = frozenset({"room", "bedroom", "kitchen", "library", "bathroom"})


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
