"""Where pictures are written: whole or not at all, and never over a file nobody named."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from imaginario import reasons
from imaginario.cli.parser import Misused
from imaginario.errors import GalleryError
from imaginario.i18n import Translator

PNG = ".png"
OTHER_KINDS = (".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".tif", ".tiff", ".avif", ".svg", ".pdf")
"""Endings that promise what a PNG is not."""


@dataclass(frozen=True, kw_only=True)
class Place:
    """A folder with the name of a file in it; without a name, each picture's own speaking one is used."""

    folder: Path
    name: str = ""
    numbered: bool = False

    @classmethod
    def of(cls, output: str | None, t: Translator, *, numbered: bool = False) -> Place:
        """What `--output` means. Raises `Misused` before anything is painted that could not be written."""
        path = Path(output or ".").expanduser()
        if path.is_dir() or (output or "").endswith(("/", os.sep)):
            place = cls(folder=path)
        elif path.suffix.lower() in OTHER_KINDS:
            raise Misused(t("cli.output.kind", file=path.name), t("cli.output.png", file=path.stem + PNG))
        else:
            named = path.name if path.suffix.lower() == PNG or path.exists() else path.name + PNG
            place = cls(folder=path.parent, name=named, numbered=numbered)
        if not place.folder.is_dir():
            raise Misused(t("cli.output.no_folder", folder=place.folder))
        if not os.access(place.folder, os.W_OK):
            raise Misused(t("cli.output.read_only", folder=place.folder))
        return place

    def write(self, data: bytes, speaking: str, number: int) -> Path:
        """Write picture `number` (from 1); answers with its path. Raises `GalleryError`."""
        try:
            if not self.name:
                return _write_new(self.folder / speaking, data)
            path = self.folder / self.name
            if self.numbered:
                path = path.with_stem(f"{path.stem}-{number}")
            _write_over(path, data)
            return path
        except OSError as error:
            raise GalleryError(reason=reasons.of_disk(error)) from error


def _write_over(path: Path, data: bytes) -> None:
    target = path.resolve()  # a link keeps leading where it leads
    if target.exists() and not target.is_file():
        target.write_bytes(data)  # a device or a pipe must not be replaced by a file
        return
    fresh = _beside(target, data)
    try:
        os.replace(fresh, target)
    finally:
        fresh.unlink(missing_ok=True)


def _write_new(path: Path, data: bytes) -> Path:
    fresh = _beside(path, data)
    try:
        for number in count(1):
            free = path if number == 1 else path.with_stem(f"{path.stem}-{number}")
            if _claim(fresh, free):
                return free
        raise AssertionError  # never: numbers don't end
    finally:
        fresh.unlink(missing_ok=True)


def _claim(fresh: Path, free: Path) -> bool:
    """Give the file a name that is not taken yet."""
    try:
        os.link(fresh, free)
    except FileExistsError:
        return False
    except OSError:  # a file system without hard links
        if free.exists():
            return False
        os.replace(fresh, free)
    return True


def _beside(path: Path, data: bytes) -> Path:
    """The bytes in a new hidden file of the same folder."""
    fresh = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with open(fresh, "xb") as file:
            file.write(data)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
    return fresh
