"""The subjects that can be drawn: one TOML file each in `subjects/`, read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import tomli

LANGUAGES = ("en", "pt", "es", "zh")
KINDS = (
    "animal", "person", "vehicle", "building", "food", "plant", "instrument", "furniture", "sport",
    "fantasy", "thing", "sky",
)  # fmt: skip
ANCHORS = ("ground", "sky", "water", "underwater", "space", "hand", "table")

_FOLDER = Path(__file__).with_name("subjects")


def _nothing() -> Mapping[str, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One subject: what it is called, how big it is, where it belongs. Lengths are in viewBox units."""

    id: str
    kind: str = "thing"
    art: str = "svg"
    """"head" is drawn from `head`, "svg" from the file beside the TOML."""
    size: float = 1.0
    """Natural height; a cat is 1."""
    anchor: str = "ground"
    home: str | None = None
    face: tuple[float, float, float] | None = None
    """Centre x, centre y and radius of a face that can wear a hat or glasses."""
    rides: bool = False
    """Whether somebody can ride it."""
    seat: tuple[float, float] | None = None
    main: str | None = None
    """The colour that another colour replaces, as #rrggbb."""
    flavor: str | None = None
    """The name of the colour that it gives to cakes, drinks and sweets made of it."""
    flavored: bool = False
    """Whether it takes such a colour."""
    has: Mapping[str, str] = field(default_factory=_nothing)
    """Ids of what it is drawn with anyway, and how: in its `main` colour, its `own`, or one of that name."""
    head: Mapping[str, Any] = field(default_factory=_nothing)
    names: Mapping[str, tuple[str, ...]] = field(default_factory=_nothing)
    """Lower-case singular names by language (en, pt, es, zh), most usual first."""
    plurals: Mapping[str, tuple[str, ...]] = field(default_factory=_nothing)
    """Plurals that no rule gives."""
    grammar: Mapping[str, str] = field(default_factory=_nothing)
    """Gender ("m" or "f") by language where the ending of the first name misleads."""

    @property
    def alive(self) -> bool:
        """Whether it can act, hold and wear."""
        if self.kind == "fantasy" and self.face is None and self.art != "head":
            return False  # a sword, a cauldron
        return self.kind in ("animal", "person", "fantasy") or self.art == "head"

    def name(self, language: str = "en") -> str:
        """Its most usual name; the id in words where the language has none."""
        names = self.names.get(language, ())
        return names[0] if names else self.id.replace("-", " ")

    def read_svg(self) -> str | None:
        """The drawing as SVG text; None for parametric subjects."""
        path = _FOLDER / f"{self.id}.svg"
        return path.read_text("utf-8") if self.art == "svg" and path.exists() else None


@cache
def load() -> Mapping[str, Entry]:
    """Every subject by id, in alphabetical order. Raises `ValueError` naming a file that is no valid TOML."""
    return MappingProxyType({path.stem: _read(path) for path in sorted(_FOLDER.glob("*.toml"))})


def _read(path: Path) -> Entry:
    try:
        return entry(path.stem, tomli.loads(path.read_text("utf-8")))
    except (ValueError, TypeError, KeyError) as error:
        raise ValueError(f"subjects/{path.name}: {error}") from error


_PLAIN = ("kind", "art", "size", "anchor", "home", "rides", "main", "flavor", "flavored")


def entry(name: str, table: Mapping[str, Any]) -> Entry:
    """An entry from the table of its file; names it does not know are left out."""
    plain = {k: table[k] for k in _PLAIN if k in table}
    for key in ("face", "seat"):
        if key in table:
            plain[key] = tuple(table[key])
    for key in ("names", "plurals"):
        words = {language: tuple(values) for language, values in table.get(key, {}).items()}
        plain[key] = MappingProxyType(words)
    for key in ("head", "grammar", "has"):
        plain[key] = MappingProxyType(dict(table.get(key, {})))
    return Entry(id=name, **plain)


def is_alive(ident: str) -> bool:
    """Whether a subject of that id is somebody; not what has no drawing."""
    entry = load().get(ident)
    return entry is not None and entry.alive
