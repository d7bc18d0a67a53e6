"""What is said of hair and beards: their cut becomes a part of its own, their colour is their owner's."""

from __future__ import annotations

from collections.abc import Sequence

from ..lexicon import table
from .reading import Figure

_CUTS = {
    "hair": {"long": "long-hair", "curly": "curly-hair", "short": "short-hair"},
    "long-hair": {"curly": "curly-hair"},
    "short-hair": {"curly": "curly-hair"},
    "beard": {"long": "long-beard"},
}
"""By a part and a quality of it: the part that is told."""


def told(figure: Figure, part: str, color: str, qualities: Sequence[str]) -> None:
    """Tell a part of a figure, cut as its `qualities` (ids of traits, or "short") say."""
    cuts = _CUTS.get(part, {})
    asked = [cuts[q] for q in ("long", "short", "curly") if q in qualities and q in cuts]
    for name in asked or [part]:
        figure.append("parts", [name, color])
    if _grows(part):
        for quality in qualities:
            if quality not in cuts and _is_of_hair(quality):
                figure.append("traits", quality)


def described(figure: Figure, quality: str) -> None:
    """A quality that follows the part it is of: "cabelo loiro", "barba comprida"."""
    last = figure.told["parts"][-1]
    if (cut := _CUTS.get(last[0], {}).get(quality)) is not None:
        if last[0] in ("hair", "beard"):
            last[0] = cut
        else:
            figure.append("parts", [cut, last[1]])
    elif _grows(last[0]) and _is_of_hair(quality):
        figure.append("traits", quality)


def _grows(part: str) -> bool:
    return table("parts").get(part, {}).get("of") == "hair"


def _is_of_hair(quality: str) -> bool:
    return table("traits").get(quality, {}).get("of") == "hair"
