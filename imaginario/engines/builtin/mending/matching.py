"""Patches alike: for each small square of an unfinished picture, the square of its known part nearest to it.

Squares are compared by a few numbers each (the principal components of their pixels), to which a source's
place and how unwelcome it is are added as further numbers: one distance then weighs everything.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from ..pixels import Array, F

RADIUS = 2
"""Squares are 5 x 5 pixels."""
NUMBERS = 16
"""Principal components kept of the 75 values of a square."""
PAIRS = 3_000_000
"""Up to so many comparisons every square is compared with every other."""


@dataclass(frozen=True, slots=True)
class Taste:
    """What makes a source better than another as like as it; weights are colours (0..1) for the whole
    height or width of the picture."""

    down: float = 0.9
    across: float = 0.35
    twice: bool = False
    """Whether the picture consists of two of one place, one above the other."""
    cost: Array | None = None
    """How unwelcome each pixel is as a source, `(height, width)` in the same measure."""


class Matcher:
    """One level of a picture: its sources, its targets, and the source found for each target so far."""

    def __init__(self, a: Array, hole: Array, sources: Array, taste: Taste, rng: np.random.Generator) -> None:
        """`sources` (bool) are pixels whose whole square may be copied, `hole` (bool) is to be filled."""
        self.height, self.width = hole.shape
        self.rng, self._taste = rng, taste
        self.valid = sources
        self.targets = np.flatnonzero(spread(hole, RADIUS))
        self.source_list = np.flatnonzero(sources)
        self._place = places(hole.shape, taste)
        rows = squares(a)
        self._mean, self._basis = _components(rows[self._sample(3000)])
        self._known = np.zeros((hole.size, NUMBERS + 3), F)
        self._known[self.source_list] = self._described(rows, self.source_list, taste.cost)
        self.best = np.zeros(len(self.targets), np.intp)
        self.far = np.full(len(self.targets), np.inf, F)
        self._where = np.full(hole.size, -1, np.intp)
        self._where[self.targets] = np.arange(len(self.targets))

    def look(self, a: Array) -> None:
        """Take the picture as it now is: the distances of what was found are measured anew."""
        self._wanted = self._described(squares(a), self.targets, None)
        self.far = self._distance(self.best)

    def all(self) -> None:
        """Compare everything with everything."""
        known = self._known[self.source_list]
        norms = np.einsum("ij,ij->i", known, known)
        step = max(1, PAIRS // max(1, len(known)))
        for start in range(0, len(self.targets), step):
            part = slice(start, start + step)
            far = norms - 2 * (self._wanted[part] @ known.T)
            self.best[part] = self.source_list[far.argmin(1)]
        self.far = self._distance(self.best)

    @property
    def small(self) -> bool:
        """Whether comparing everything is cheap."""
        return len(self.targets) * len(self.source_list) <= 4 * PAIRS

    def start(self, rows: Array, columns: Array) -> None:
        """Begin with these sources (maps of the whole picture); what can't be one is drawn by lot."""
        rows = np.clip(rows.reshape(-1)[self.targets], 0, self.height - 1)
        columns = np.clip(columns.reshape(-1)[self.targets], 0, self.width - 1)
        self.best = self._allowed(rows * self.width + columns)

    def improve(self, steps: Sequence[int], radii: Sequence[float]) -> None:
        """Try the neighbours' finds, `steps` pixels away, then places at random within `radii`."""
        y, x = np.divmod(self.targets, self.width)
        for step in steps:
            for dy, dx in ((0, step), (0, -step), (step, 0), (-step, 0)):
                self._try_neighbour(y + dy, x + dx, dy, dx)
        for radius in radii:
            self._try_near(radius)

    def maps(self) -> tuple[Array, Array]:
        """The row and the column of the source of each pixel; outside the targets, each its own."""
        found = np.arange(self.height * self.width)
        found[self.targets] = self.best
        rows, columns = np.divmod(found.reshape(self.height, self.width), self.width)
        return rows, columns

    def distances(self) -> Array:
        """How unlike each target's source is, `(height, width)`, 0 elsewhere."""
        far = np.zeros(self.height * self.width, F)
        far[self.targets] = self.far
        return far.reshape(self.height, self.width)

    def _try_neighbour(self, y: Array, x: Array, dy: int, dx: int) -> None:
        inside = (y >= 0) & (y < self.height) & (x >= 0) & (x < self.width)
        at = np.where(inside, y * self.width + x, 0)
        where = np.where(inside, self._where[at], -1)
        mine = np.flatnonzero(where >= 0)
        source = self.best[where[mine]]
        rows, columns = np.divmod(source, self.width)
        self._try(mine, rows - dy, columns - dx)

    def _try_near(self, radius: float) -> None:
        rows, columns = np.divmod(self.best, self.width)
        shake = self.rng.integers(-int(radius), int(radius) + 1, (2, len(rows)))
        self._try(np.arange(len(rows)), rows + shake[0], columns + shake[1])

    def _try(self, mine: Array, rows: Array, columns: Array) -> None:
        inside = (rows >= 0) & (rows < self.height) & (columns >= 0) & (columns < self.width)
        source = np.where(inside, rows * self.width + columns, 0)
        keep = inside & self.valid.reshape(-1)[source]
        mine, source = mine[keep], source[keep]
        off = self._known[source] - self._wanted[mine]
        far = np.einsum("ij,ij->i", off, off)
        nearer = far < self.far[mine]
        self.best[mine[nearer]], self.far[mine[nearer]] = source[nearer], far[nearer]

    def _distance(self, source: Array) -> Array:
        off = self._known[source] - self._wanted
        return np.einsum("ij,ij->i", off, off)

    def _allowed(self, source: Array) -> Array:
        bad = ~self.valid.reshape(-1)[source]
        lot = self.rng.integers(0, len(self.source_list), int(bad.sum()))
        out = source.copy()
        out[bad] = self.source_list[lot]
        return out

    def _sample(self, count: int) -> Array:
        if len(self.source_list) <= count:
            return self.source_list
        return self.rng.choice(self.source_list, count, replace=False)

    def _described(self, rows: Array, which: Array, cost: Array | None) -> Array:
        out = np.empty((len(which), NUMBERS + 3), F)
        kept = self._basis.shape[1]
        out[:, kept:NUMBERS] = 0
        out[:, :kept] = (rows[which] - self._mean) @ self._basis
        out[:, NUMBERS : NUMBERS + 2] = self._place[which]
        out[:, -1] = 0 if cost is None else cost.reshape(-1)[which]
        return out


def squares(a: Array) -> Array:
    """The values of the square about each pixel, a row each; edges repeated. Scaled to a mean square."""
    side = 2 * RADIUS + 1
    padded = np.pad(a, ((RADIUS, RADIUS), (RADIUS, RADIUS), (0, 0)), mode="edge")
    view = sliding_window_view(padded, (side, side), (0, 1))
    return view.reshape(a.shape[0] * a.shape[1], -1) * F(1 / side)


def _components(rows: Array) -> tuple[Array, Array]:
    """The mean and the strongest principal components of rows of values."""
    mean = rows.mean(0)
    off = rows - mean
    _, vectors = np.linalg.eigh((off.T @ off).astype(np.float64))
    return mean, vectors[:, ::-1][:, :NUMBERS].astype(F)


def places(shape: tuple[int, int], taste: Taste) -> Array:
    """The place of each pixel as two numbers a row, weighted by taste."""
    y, x = np.indices(shape, F)
    height = shape[0] // 2 if taste.twice else shape[0]
    y %= height
    scale = F(1 / max(height, shape[1]))
    return np.stack([y.ravel() * scale * F(taste.down), x.ravel() * scale * F(taste.across)], 1)


def spread(mask: Array, radius: int) -> Array:
    """A bool mask grown by `radius` pixels to all sides."""
    wide = np.pad(mask, radius)
    side = 2 * radius + 1
    tall = sliding_window_view(wide, side, 0).any(-1)
    return np.asarray(sliding_window_view(tall, side, 1).any(-1))
