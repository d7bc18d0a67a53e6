"""The places: each painter lays a place down from far to near and gives its stage.

There are some ninety, and a picture has one: a painter's module is imported when its place is painted.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from ..scene import Scene
from ..stage import Stage

_PLACES = {
    "airliner": "airplane_cabin", "alchemy": "laboratory", "arena": "stadium", "backstreet": "alley",
    "barbers": "barbershop", "bathing": "pool", "bigtop": "circus", "byre": "barn",
    "carriage": "train_carriage", "cavern": "cave", "chambers": "bedroom bathroom", "coach": "bus_interior",
    "cosmos": "space moon sky", "country": "village garden castle", "court": "throne_room dungeon",
    "deep": "underwater", "depot": "workshop station", "dry": "desert", "farm": "farm", "garret": "attic",
    "glasshouse": "greenhouse", "graves": "graveyard", "groves": "orchard swamp", "halls": "museum",
    "heights": "cliff", "hillside": "favela floating_island", "hilltop": "hill", "inn": "tavern",
    "kitchen": "kitchen", "lockup": "garage", "lodge": "cabin", "meadow": "meadow", "nave": "church",
    "orbit": "space_station", "outings": "camp fairground", "parkland": "park road wheat_field bamboo",
    "passage": "hallway", "peaks": "mountains snow", "pictures": "cinema", "plaza": "square",
    "redland": "mars", "roofs": "rooftop", "rooms": "room library table", "school": "classroom",
    "shipboard": "ship_deck", "shops": "bakery cafe", "shore": "beach sea", "shrine": "temple",
    "staircase": "steps", "stalls": "market", "store": "shop", "street": "street", "summit": "summit",
    "terminal": "airport", "theatre": "stage", "town": "city", "turret": "tower", "ward": "hospital",
    "warmlands": "savanna oasis", "waters": "lake river", "waterside": "harbor", "woods": "forest jungle",
    "works": "office gym",
}  # fmt: skip
"""The painters of places by their modules; a place is called like its painter, with "-" for "_"."""
_KINDS = {
    "backland": "sertao", "corcovado": "corcovado", "dunelakes": "lencois", "frozen": "ice_rink",
    "greatriver": "amazon_river", "greylane": "hutong", "lagoon": "venice", "paddies": "rice_terraces",
    "plains": "steppe dunes", "playfield": "schoolyard", "promenade": "copacabana", "springs": "hot_spring",
    "streamside": "forest_river", "veranda": "porch", "watertown": "water_town", "wetland": "pantanal",
}  # fmt: skip
"""Painters of kinds of a place (`setting.KINDS`) that look otherwise than the place they mean."""


def _by_name(modules: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    return {
        name.replace("_", "-"): (module, name) for module, names in modules.items() for name in names.split()
    }


PAINTERS: Mapping[str, tuple[str, str]] = _by_name(_PLACES)
"""The module and the function that paint each place."""
OF_A_KIND: Mapping[str, tuple[str, str]] = _by_name(_KINDS) | {
    "jiangnan": ("watertown", "water_town"),
    "ice": ("frozen", "ice_rink"),
}


def painter(place: str, kind: str = "") -> Callable[[Scene], Stage]:
    """The painter of a place, or of the kind of it that is meant."""
    module, name = OF_A_KIND.get(kind) or PAINTERS[place]
    return getattr(import_module(f".{module}", __name__), name)
