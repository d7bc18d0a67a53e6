"""How many tokens a prompt has for a CLIP text encoder, which reads 77 of them, its two marks included.

Counted exactly where a CLIP vocabulary is at hand (a Stable Diffusion model in the Hugging Face cache
brings one), else estimated, rather too high. The encoding is the byte-level BPE of
https://github.com/openai/CLIP: lower case, words apart, each word's bytes merged by rank.
"""

from __future__ import annotations

import math
import os
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType

LIMIT = 77
_MARKS = 2
_PIECE = re.compile(r"[^\W\d_]+|\d|[^\w\s]|_")
_CONTRACTION = re.compile(r"'(?:s|t|re|ve|m|ll|d)")
_MERGES = "*/snapshots/*/tokenizer/merges.txt"
END = "</w>"
LONGEST = 128
"""Signs of one word encoded at a time: joining pairs takes quadratic time, and no word is that long."""


def count(text: str) -> int:
    """Tokens of a text, both marks included."""
    ranks = merges()
    return exact(text, ranks) if ranks else estimate(text)


def estimate(text: str) -> int:
    """About how many tokens there are, without any vocabulary; rather too many."""
    return math.ceil(_MARKS + sum(_weight(piece) for piece in _PIECE.findall(text)))


def exact(text: str, ranks: Mapping[tuple[str, str], int]) -> int:
    """The tokens that these merges make of a text."""
    tidy = " ".join(unicodedata.normalize("NFC", text).lower().split())
    pieces = (word[at : at + LONGEST] for word in words(tidy) for at in range(0, len(word), LONGEST))
    return _MARKS + sum(len(merged(_as_bytes(piece), ranks)) for piece in pieces)


def words(text: str) -> Iterator[str]:
    """What is encoded on its own: contractions, runs of letters, single digits, runs of other signs."""
    at = 0
    while at < len(text):
        found = _CONTRACTION.match(text, at)
        end = found.end() if found else _end_of_run(text, at)
        if not text[at].isspace():
            yield text[at:end]
        at = end


def merged(word: str, ranks: Mapping[tuple[str, str], int]) -> list[str]:
    """The pieces of one word: the pair of the lowest rank is joined again and again."""
    pieces = [*word[:-1], word[-1] + END]
    while len(pieces) > 1:
        pairs = list(pairwise(pieces))
        best = min(pairs, key=lambda pair: ranks.get(pair, len(ranks)))
        if best not in ranks:
            break
        pieces = _joined(pieces, best)
    return pieces


def merges() -> Mapping[tuple[str, str], int]:
    """The merges of a CLIP vocabulary at hand, by rank; empty where there is none."""
    return _read(str(path)) if (path := vocabulary()) else MappingProxyType({})


@lru_cache(maxsize=1)
def vocabulary() -> Path | None:
    """Where a cached Stable Diffusion model keeps the merges of its CLIP tokenizer, if one is cached."""
    home = Path(os.environ.get("HF_HOME") or Path.home() / ".cache" / "huggingface")
    cached = Path(os.environ.get("HF_HUB_CACHE") or home / "hub")
    return next(iter(sorted(cached.glob(f"models--*/{_MERGES.removeprefix('*/')}"))), None)


@lru_cache(maxsize=2)
def _read(path: str) -> Mapping[tuple[str, str], int]:
    try:
        lines = Path(path).read_text("utf-8").splitlines()
    except OSError:
        return MappingProxyType({})
    pairs = (tuple(line.split()) for line in lines if not line.startswith("#version"))
    known = [(pair[0], pair[1]) for pair in pairs if len(pair) == 2]
    return MappingProxyType({pair: rank for rank, pair in enumerate(known)})


def _joined(pieces: list[str], pair: tuple[str, str]) -> list[str]:
    joined: list[str] = []
    at = 0
    while at < len(pieces):
        both = tuple(pieces[at : at + 2]) == pair
        joined.append("".join(pair) if both else pieces[at])
        at += 2 if both else 1
    return joined


def _end_of_run(text: str, at: int) -> int:
    kind = _kind(text[at])
    end = at + 1
    if kind != "N":  # numbers stand alone
        while end < len(text) and _kind(text[end]) == kind:
            end += 1
    return end


def _kind(sign: str) -> str:
    """ "L" for letters, "N" for numbers, " " for blanks, "-" for all else."""
    category = unicodedata.category(sign)[0]
    if category in "LN":
        return category
    return " " if sign.isspace() else "-"


def _as_bytes(word: str) -> str:
    return "".join(_alphabet()[byte] for byte in word.encode("utf-8", "surrogatepass"))


@cache
def _alphabet() -> Mapping[int, str]:
    """A sign that can be seen for each byte: itself where it is one, else one from 256 on."""
    plain = [*range(33, 127), *range(161, 173), *range(174, 256)]
    others = [byte for byte in range(256) if byte not in plain]
    table = {byte: chr(byte) for byte in plain} | {byte: chr(256 + n) for n, byte in enumerate(others)}
    return MappingProxyType(table)


def _weight(piece: str) -> float:
    """Tokens of one run of letters, one digit or one sign, by the habits of CLIP's word pieces."""
    if not piece[0].isalpha():
        return 1 if ord(piece[0]) < 0x2000 else 2
    if any(sign >= "\u2e80" for sign in piece):
        return 1.9 * len(piece)
    accents = sum(not sign.isascii() for sign in piece)
    return 1 + min(0.9, max(0.0, (len(piece) - 6) * 0.12)) + 0.9 * accents
