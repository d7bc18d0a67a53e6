"""The sheets of docs/gallery.md, painted anew.

`python -m imaginario.engines.builtin.gallery [OUT]` writes them as WebP into OUT (docs/images/gallery), from
the photo that lies there.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._gallery.pictures import Painter

HOME = Path(__file__).parents[3] / "docs" / "images" / "gallery"
PHOTO = HOME / "coffee.jpg"
QUALITY = 80


def painter(side: int = 768, most: int = 100) -> Painter:
    """The painter of the sheets; `side` is that of its pictures in pixels, `most` the pictures of a sheet."""
    from PIL import Image

    from ._gallery.pictures import Painter

    with Image.open(PHOTO) as photo:
        return Painter(photo.convert("RGB"), side, most)


def write(folder: Path, by: Painter, only: Sequence[str] = ()) -> list[Path]:
    """Write the banner and the sheets (those named, or all); returns the files in that order."""
    from ._gallery.sheets import SHEETS

    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for name, made in SHEETS.items():
        if not only or name in only:
            files.append(folder / f"{name}.webp")
            made(by).save(files[-1], quality=QUALITY, method=6)
    return files


def main(arguments: Sequence[str]) -> int:
    """Write every sheet into the folder named by the first argument, or those named after it only."""
    from ._gallery.sheets import SHEETS

    if any(a.startswith("-") for a in arguments):
        print(f"usage: python -m imaginario.engines.builtin.gallery [OUT_DIR [{'|'.join(SHEETS)} ...]]")
        return 2
    if unknown := set(arguments[1:]) - SHEETS.keys():
        print(f"no such sheet: {', '.join(sorted(unknown))}; there are {', '.join(SHEETS)}")
        return 2
    folder = Path(arguments[0]) if arguments else HOME
    for file in write(folder, painter(), arguments[1:]):
        print(f"{file}  {file.stat().st_size // 1024} KB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
