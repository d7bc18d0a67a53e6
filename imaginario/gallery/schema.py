"""What a stored picture is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from imaginario.images import Image


@dataclass(frozen=True, kw_only=True, slots=True)
class Picture:
    """One stored picture; `path` is None where pictures live in memory only."""

    id: str
    owner: str
    filename: str
    mime: str
    width: int
    height: int
    recipe: Mapping[str, Any] = field(default_factory=dict)
    path: Path | None = None
    lasting: bool = True
    """Whether it outlives the program where that was hoped for."""
    most: int = 0
    """Pictures kept for one owner, where older ones had to make room for this one; 0 = they did not."""


class GalleryStore(Protocol):
    """Pictures by owner. Every method raises `GalleryError`; a foreign id is `PictureNotFound`."""

    async def add(self, owner: str, image: Image, *, filename: str, recipe: Mapping[str, Any]) -> Picture:
        """Keep a picture."""
        ...

    async def get(self, owner: str, picture_id: str) -> Picture:
        """One picture of this owner."""
        ...

    async def data(self, picture: Picture) -> bytes:
        """The stored bytes."""
        ...

    async def page(self, owner: str, *, limit: int = 50, before: str | None = None) -> list[Picture]:
        """The owner's pictures, newest first, older than `before`."""
        ...

    async def delete(self, owner: str, picture_id: str) -> None:
        """Forget one picture, file included."""
        ...
