"""Pictures a person attaches: which kinds the page offers to take, and the files as pictures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from imaginario import imaging
from imaginario.aio import in_thread
from imaginario.errors import StudioError, UnusableImage
from imaginario.events import Note
from imaginario.images import Image

AT_MOST = 8
ENDINGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "PNG": (".png",),
        "JPEG": (".jpg", ".jpeg"),
        "WEBP": (".webp",),
        "GIF": (".gif",),
        "BMP": (".bmp",),
        "TIFF": (".tif", ".tiff"),
        "AVIF": (".avif",),
    }
)
"""How files of each format we may decode are called."""


def file_types() -> list[str]:
    """The endings of pictures that can be read here; phones convert what is not on the list."""
    from PIL import features

    lacking = {name for name in ("AVIF", "WEBP") if not features.check(name.lower())}
    return [ending for name in imaging.FORMATS if name not in lacking for ending in ENDINGS[name]]


async def attached(files: Sequence[Any]) -> tuple[tuple[Image, ...], StudioError | None]:
    """The attached files as pictures, or what is wrong with the first that is none."""
    images: list[Image] = []
    try:
        for file in files[:AT_MOST]:
            images.append(await in_thread(_opened, str(file)))
    except StudioError as error:
        return (), error
    return tuple(images), None


def notes(images: Sequence[Image]) -> list[Note]:
    """What there is to tell of these pictures: which were too large and were made smaller."""
    shrunk = [(i, i.shrunk_from) for i in images if isinstance(i, imaging.Opened) and i.shrunk_from]
    return [
        Note("page.shrunk", {"was": f"{was[0]} × {was[1]}", "now": f"{image.width} × {image.height}"})
        for image, was in shrunk
    ]


def _opened(path: str) -> Image:
    file = Path(path)
    try:
        data = file.read_bytes()
    except OSError as error:  # lay there longer than uploads are kept
        raise UnusableImage(name=file.name, reason="unreadable") from error
    return imaging.opened(data, file.name)
