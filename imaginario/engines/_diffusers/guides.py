"""Guide maps: which kind a picture is, and edges drawn from one that is none. Blocks; run in a thread."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from imaginario.images import Image

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

KINDS = ("canny", "scribble", "depth")
LOW, HIGH = 0.10, 0.25
"""Steepness, as a part of the steepest, at which an edge goes on and at which it begins."""
GREY = 12
"""Difference (0-255) of colours up to which a picture counts as grey."""
LONGEST_LOOK = 512


def kind_of(image: Image) -> str:
    """What a guide map is: thin white lines on black ("canny"), lines on white ("scribble"), soft greys
    ("depth"). Of any other picture the edges will be drawn: "canny" too."""
    import numpy as np

    rgb = _small(image)
    if is_coloured(rgb):
        return "canny"
    grey = rgb.mean(axis=2)
    extreme = float(np.mean((grey < 40) | (grey > 215)))
    if extreme < 0.9:
        return "depth"
    return "scribble" if grey.mean() > 127 else "canny"


def is_plain(image: Image) -> bool:
    """Whether a picture is no guide map but an ordinary one in colours."""
    return is_coloured(_small(image))


def is_coloured(rgb: Any) -> bool:
    """Whether an RGB array (0-255) has colours in more than a few of its pixels."""
    spread = rgb.max(axis=2) - rgb.min(axis=2)
    return float((spread > GREY).mean()) > 0.02


def drawn(image: Image, kind: str, size: tuple[int, int]) -> Picture:
    """The map as its model wants it, in RGB: edges of an ordinary picture, scribbles white on black."""
    import numpy as np
    from PIL import Image as pil

    picture = _open(image).resize(size, pil.Resampling.LANCZOS)
    rgb = np.asarray(picture, dtype=np.float32)
    if is_coloured(rgb):
        return pil.fromarray(edges(rgb.mean(axis=2))).convert("RGB")
    if kind == "scribble" and rgb.mean() > 127:
        return pil.fromarray(255 - np.asarray(picture))
    return picture


def edges(grey: Any) -> Any:
    """Canny's edges of a grey array (0-255): thin, white on black, weak ones only where they go on from
    strong ones. 8 bits, same shape."""
    import numpy as np

    soft = _blurred(np.pad(grey, 2, mode="edge"))
    across = soft[1:-1, 2:] - soft[1:-1, :-2]
    down = soft[2:, 1:-1] - soft[:-2, 1:-1]
    steep = np.hypot(across, down)
    if steep.max() < 1:
        return np.zeros(grey.shape, np.uint8)
    ridge = np.where(_is_ridge(steep, across, down), steep / steep.max(), 0)[1:-1, 1:-1]
    return (_grown(ridge >= HIGH, ridge >= LOW) * 255).astype(np.uint8)


def _blurred(grey: Any) -> Any:
    """Softened by the weights 1 4 6 4 1 both ways, as large as before."""
    import numpy as np

    for axis in (0, 1):
        wide = np.pad(grey, [(2, 2) if a == axis else (0, 0) for a in (0, 1)], mode="edge")
        length = grey.shape[axis]
        parts = [np.take(wide, range(i, i + length), axis) * w for i, w in enumerate((1, 4, 6, 4, 1))]
        grey = np.sum(parts, axis=0) / 16
    return grey


def _is_ridge(steep: Any, across: Any, down: Any) -> Any:
    """Where the steepness is greater than that of both neighbours along the slope."""
    import numpy as np

    wide = np.pad(steep, 1)
    high, long = steep.shape
    turn = (np.round(np.arctan2(down, across) / (np.pi / 4)).astype(int)) % 4
    found = np.zeros(steep.shape, bool)
    for n, (dy, dx) in enumerate(((0, 1), (1, 1), (1, 0), (1, -1))):
        ahead = wide[1 + dy : 1 + dy + high, 1 + dx : 1 + dx + long]
        behind = wide[1 - dy : 1 - dy + high, 1 - dx : 1 - dx + long]
        found |= (turn == n) & (steep >= ahead) & (steep > behind)
    return found


def _grown(strong: Any, weak: Any) -> Any:
    """The weak edges that hang together with strong ones."""
    import numpy as np

    while True:
        wide = np.pad(strong, 1)
        high, long = strong.shape
        near = [wide[y : y + high, x : x + long] for y in range(3) for x in range(3)]
        grown = np.logical_or.reduce(near) & weak
        if (grown == strong).all():
            return strong
        strong = grown | strong


def _small(image: Image) -> Any:
    import numpy as np

    picture = _open(image)
    picture.thumbnail((LONGEST_LOOK, LONGEST_LOOK))
    return np.asarray(picture, dtype=np.float32)


def _open(image: Image) -> Picture:
    from PIL import Image as pil

    with pil.open(io.BytesIO(image.data)) as opened:
        return opened.convert("RGB")
