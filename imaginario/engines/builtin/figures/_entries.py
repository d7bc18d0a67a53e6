"""What the subject files say: one frozen entry per subject, read once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

FOLDER = Path(__file__).parent.parent / "subjects"


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One subject file; the fields are those of the TOML."""

    id: str
    kind: str
    art: str
    size: float = 1.0
    anchor: str = "ground"
    home: str | None = None
    face: tuple[float, float, float] | None = None
    rides: bool = False
    seat: tuple[float, float] | None = None
    main: str = "#cccccc"
    head: Mapping[str, Any] = field(default_factory=dict)
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    plurals: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def read_svg(self) -> str:
        """The text of the drawing beside the TOML."""
        return (FOLDER / f"{self.id}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def load() -> Mapping[str, Entry]:
    """All subjects by id, in alphabetical order."""
    return MappingProxyType({path.stem: _read(path) for path in sorted(FOLDER.glob("*.toml"))})


def _read(path: Path) -> Entry:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    for name in ("face", "seat"):
        if name in data:
            data[name] = tuple(data[name])
    for name in ("names", "plurals"):
        data[name] = {lang: tuple(words) for lang, words in data.get(name, {}).items()}
    return Entry(id=path.stem, **data)
