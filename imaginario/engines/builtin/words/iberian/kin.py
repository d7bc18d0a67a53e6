"""Spanish and Portuguese plurals of kin: "os pais" are a mother and a father, "los nietos" girls and boys."""

from __future__ import annotations

from collections.abc import Sequence

from ..fold import key
from ..items import item_at, kind_of, number_of
from ..matching import Item

_BOTH = {
    "father": ("mother", "father"), "mother": ("mother", "father"),
    "grandfather": ("grandmother", "grandfather"), "grandmother": ("grandmother", "grandfather"),
}  # fmt: skip
_WORDS = frozenset({
    "pais", "papais", "avos", "vovos", "padres", "papas", "papis", "abuelos", "abuelitos", "avozinhos",
    "bisavos", "bisabuelos", "viejos",
})  # fmt: skip
"""Without their accents, as `key` leaves them: for both of a pair, though "avós" may be two women."""
_NAMES = {
    "pt": {"mother": "mãe", "father": "pai", "grandmother": "avó", "grandfather": "avô"},
    "es": {"mother": "mamá", "father": "papá", "grandmother": "abuela", "grandfather": "abuelo"},
}
_AND = {"pt": "e", "es": "y"}


_YOUNG = frozenset(
    {"filhos", "filhinhos", "netos", "netinhos", "hijos", "hijitos", "nietos", "nietecitos", "nietitos"}
)
_CHILDREN = {"pt": "crianças", "es": "niños"}
_CUBS = {"pt": "filhotes", "es": "crías"}
_COUNTRIES = ("país", "países")


def plain(items: Sequence[Item]) -> list[Item]:
    """The items with "a mãe e o pai" for "os pais", children for "os filhos", cubs for those of a lioness."""
    found: list[Item] = []
    beast = parents = False
    for at, item in enumerate(items):
        after = item_at(items, at + 1)
        known, names = item.options.get("subject"), _NAMES.get(item.language)
        if kind_of(item) in ("animal", "person"):
            beast = beast if key(item.raw) in _YOUNG else kind_of(item) == "animal"
        parents = parents or (known is not None and known.id in _BOTH)
        counted = bool(found) and number_of(found[-1]) > 0
        if known is None or names is None or (after is not None and after.has("name")):
            found.append(item)
        elif item.raw.lower() in _COUNTRIES:
            found.append(Item("filler", item.raw, item.language))
        elif known.plural and key(item.raw) in _WORDS and known.id in _BOTH and not counted:
            one, other = (Item.of("subject", names[i], item.language, i) for i in _BOTH[known.id])
            del found[len(found) - (bool(found) and found[-1].raw.lower() in ("unos", "uns")) :]
            found += [one, Item.of("and", _AND[item.language], item.language), other]
        elif key(item.raw) in _YOUNG and beast:
            found.append(Item("unknown", _CUBS[item.language], item.language))
        elif key(item.raw) in _YOUNG and parents and not counted:
            found.append(Item.of("scenery", _CHILDREN[item.language], item.language, "child"))
        else:
            found.append(item)
    return found
