"""Who reads, eats or looks out on a train, a plane or a bus is inside of it, and that is the place."""

from __future__ import annotations

from .reading import Figure, Reading

_CARRIAGES = {"train": "train-carriage", "airplane": "airplane-cabin", "bus": "bus-interior"}
_OUTSIDE = frozenset({None, "ride", "run", "fly", "wave", "dance"})
"""Deeds of those who may well be seen upon it."""


def board(r: Reading) -> None:
    """Let the carriage be the place where those on a train do what is done in one, and nobody is outside."""
    for index, figure in enumerate(r.figures):
        carriage = _CARRIAGES.get(figure.id or "")
        if carriage is None or figure.told.keys() & _LOOKS or r.best("place"):
            continue
        aboard = [f for f in r.figures if f.told.get("to") == index and f.told.get("relation") in _WITHIN]
        aboard = aboard or [f for f in r.figures if f.told.get("relation") == "at_window"]
        if not aboard and index == 0 and r.items[0].has("in", "on"):
            aboard = [f for f in r.figures if f.alive]  # "on a train, a fox reads"
        others = [f for f in r.figures if f is not figure and f not in aboard and f.alive]
        if aboard and not others and all(_is_inside(f) for f in aboard):
            r.scene["place"] = (1.5, carriage)
            for passenger in aboard:
                _step_in(passenger)
            _leave_out(r, index)
            return


_WITHIN = (None, "inside", "on", "at_window")
_LOOKS = frozenset({"color", "traits", "relation", "near", "size"})
"""What is told of a train that is to be seen."""


def _is_inside(figure: Figure) -> bool:
    busy = figure.told.get("action") not in _OUTSIDE or figure.told.get("relation") == "at_window"
    busy = busy or "deed" in figure.told
    holds = "held" in figure.told and figure.told.get("action") != "wave"
    return figure.alive and (busy or holds)


def _step_in(figure: Figure) -> None:
    if figure.told.get("action") == "ride":
        figure.told.pop("action")
        figure.told.pop("verb", None)
    figure.told.pop("to", None)
    if figure.told.get("relation") != "at_window":
        figure.told.pop("relation", None)


def _leave_out(r: Reading, index: int) -> None:
    """Take a figure out, with all that points behind it."""
    r.figures.pop(index)
    for figure in r.figures:
        to = figure.told.get("to")
        if to is not None and to > index:
            figure.told["to"] = to - 1
    r.agents = [i - (i > index) for i in r.agents if i != index]
    r.row = [i - (i > index) for i in r.row if i != index]
    r.fronted = [i - (i > index) for i in r.fronted if i != index]
