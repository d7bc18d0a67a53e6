"""What is left at the end of a text: deeds and clothes that no noun came for, words nobody knows."""

from __future__ import annotations

from ..chinese import there
from . import aboard, herds, idioms, implied, strangers
from .reading import LONG, Figure, Reading


def worth_telling(r: Reading) -> list[str]:
    """Unknown words a person should hear of; behind the front of a long English prompt only nouns."""
    if r.adjectives_follow or len(r.items) < LONG or any(i.language == "zh" for i in r.items[:LONG]):
        return r.unknown
    texts = [f.word for f in r.figures] + [str(f.told.get("held_word", "")) for f in r.figures]
    named = {word for text in texts for word in text.split()}
    behind = {item.raw for item in r.items[LONG:]} - {item.raw for item in r.items[:LONG]}
    return [word for word in r.unknown if word in named or word not in behind]


def settle(r: Reading) -> None:
    """What waited for a noun that never came: the last figure did it after all."""
    aboard.board(r)
    implied.meant(r)
    herds.settle(r)
    if not r.figures:  # clothes that nobody wears
        kinds = ("garment", "hat", "glasses", *(("part",) if "parts" in r.coming.told else ()))
        worn = [i.raw for i in r.items if i.kind in kinds and i.raw not in r.unknown]
        r.unknown.extend(worn if r.coming.told.keys() & {"outfit", "hat", "glasses", "parts"} else [])
    if not r.figures and r.coming.told.get("held"):
        r.figures.append(Figure(r.coming.told.pop("held")))
    strangers.christen(r)
    idioms.lay_down(r)
    for figure in [f for f in r.figures if f.id is None and f.told.get("held")][:1]:
        if not any(f.id for f in r.figures):  # of "a wuggle with a drum" the drum can be drawn
            figure.told.setdefault("to", len(r.figures))
            color = figure.told.get("held_color")
            r.figures.append(Figure(figure.told["held"], told={"color": color} if color else {}))
            r.figures[-1].add("near", figure.told.get("held_near"))
    if not r.coming.told or not r.figures:
        return
    figure = r.agent() or r.figures[0]
    ground, at = int(r.coming.told.get("to", -1)), r.figures.index(figure)
    if ground == at or (ground > at and there.opens_a_clause(r, r.figures[ground].called)):
        r.coming.told = {n: v for n, v in r.coming.told.items() if n not in ("to", "relation")}
    for name, value in r.coming.told.items():
        figure.add(name, value)
