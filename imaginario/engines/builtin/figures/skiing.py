"""Who skis: a long ski under each foot, a pole in each hand."""

from __future__ import annotations

from dataclasses import replace

from ..spec import Subject
from ..vocabulary import load
from .casting import Dyes, cast
from .ink import Ink, disc, line, num, oval, tone
from .manner import Manner
from .palette import hex_of
from .poses import SOLE

SKIS = "skis"
_POLE, _GRIP, _BASKET = "#c9d0dc", "#3f3c4a", "#e2564a"
_HANDS = ((-118.0, 134.0), (118.0, 134.0))


def draw(ink: Ink, rider: Subject, skis: Subject, seed: int, dyes: Dyes | None, told: Manner) -> str:
    """Somebody on skis, gliding to the right, as SVG around the head's centre."""
    one = cast(ink, load()[rider.id], replace(rider, action="balance"), seed, dyes=dyes, told=told)
    left, right = _HANDS
    pose = replace(one.pose, left=((-92, 140), left), right=((92, 140), right), legs="stand")
    color = hex_of(skis.color) if skis.color else load()[SKIS].main or "#3f8fe0"
    under = _ski(ink, color, 14, SOLE - 2) + _ski(ink, color, -18, SOLE + 12)
    free = ("left",) if one.prop is not None else ("left", "right")
    poles = "".join(_pole(*(left if side == "left" else right)) for side in free)
    return under + poles + one._replace(pose=pose).draw(ink)


def _ski(ink: Ink, color: str, x: float, y: float) -> str:
    """A ski whose tip curls up at the right."""
    d = f"M{num(x - 158)} {num(y)}H{num(x + 122)}C{num(x + 148)} {num(y)} {num(x + 162)} {num(y - 8)} "
    d += f"{num(x + 168)} {num(y - 26)}"
    stripe = line(f"M{num(x - 120)} {num(y - 2)}H{num(x + 100)}", tone(color, 0.5), 3.5, 0.8)
    return line(d, tone(color, -0.3), 16) + line(d, color, 11) + stripe


def _pole(x: float, y: float) -> str:
    """A pole from above the hand down into the snow, leaning backwards."""
    foot = (x - 34, SOLE + 8)
    top = (x + 8, y - 32)
    stick = line(f"M{num(top[0])} {num(top[1])}L{num(foot[0])} {num(foot[1])}", _POLE, 6)
    grip = line(f"M{num(top[0])} {num(top[1])}L{num(x + 1)} {num(y - 4)}", _GRIP, 12)
    basket = oval(foot[0] + 4, foot[1] - 16, 13, 5, _BASKET)
    return stick + grip + basket + disc(foot[0], foot[1], 3, _POLE)
