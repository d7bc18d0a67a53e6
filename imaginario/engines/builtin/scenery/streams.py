"""Named random streams: every layer of a picture has its own, so taking one away moves nothing else."""

from __future__ import annotations

from hashlib import sha256

import numpy as np


class Streams:
    """Random generators by name; `streams["clouds"]` begins anew at every look-up.

    `text` joins the seed, for callers that want another picture from the same seed and other words.
    """

    def __init__(self, seed: int, text: str = "") -> None:
        self.seed, self.text = seed, text

    def __getitem__(self, name: str) -> np.random.Generator:
        digest = sha256(f"{self.seed}|{self.text}|{name}".encode()).digest()
        return np.random.Generator(np.random.PCG64(np.random.SeedSequence(int.from_bytes(digest))))

    def child(self, name: str) -> Streams:
        """The streams of a picture within the picture (a window, a painting on the wall)."""
        return Streams(self.seed, f"{self.text}|{name}")


def fork(rng: np.random.Generator) -> np.random.Generator:
    """A generator of its own for one thing among many.

    It takes a single draw from `rng`, so that a thing left out, or lit otherwise, does not change the next.
    """
    return np.random.Generator(np.random.PCG64(int(rng.integers(1 << 32))))
