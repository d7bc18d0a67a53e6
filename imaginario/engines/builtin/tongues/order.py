"""In which order figures are told, and who are told in one breath."""

from __future__ import annotations

from collections.abc import Sequence

from .said import Said


def _handles(figure: Said) -> bool:
    """Whether it does something with a thing or somewhere, so that it would be told of the last one only."""
    return bool(figure.held or figure.held_word or figure.to is not None)


def is_clothed(figure: Said) -> bool:
    return bool(figure.outfit or figure.disguise or figure.hat or figure.glasses or figure.parts)


def spoken(figures: Sequence[Said]) -> list[int]:
    """Indices of the figures that get a phrase of their own, in order.

    What others stand on comes with them, but for those who do something or stand somewhere themselves:
    these are told of first.
    """
    grounds = {f.to for f in figures if f.to is not None}
    ridden = {f.to for f in figures if f.action == "ride" and not f.relation}
    afoot = [i for i in sorted(grounds - ridden) if i < len(figures)]
    done_to = [i for i in afoot if figures[i].object and not _is_told_of_doer(figures, i)]
    busy = [i for i in afoot if i not in done_to and (_busy(figures[i], i) or _is_dressed(figures[i]))]
    lowest_first = sorted(busy, key=lambda i: _depth(figures, busy, i))
    return [*lowest_first, *(i for i in range(len(figures)) if i not in grounds or i in done_to)]


def _is_told_of_doer(figures: Sequence[Said], index: int) -> bool:
    """Whether somebody before stands by the one to whom something is done, who has to be told of first."""
    return any(f.to == index for f in figures[:index])


def _depth(figures: Sequence[Said], busy: Sequence[int], index: int) -> int:
    """On how many of the busy ones, one upon the other, a figure stands."""
    depth, at = 0, figures[index].to
    while at in busy and at is not None and depth < len(busy):
        depth, at = depth + 1, figures[at].to
    return depth


def _is_dressed(figure: Said) -> bool:
    """Whether more is to be told of somebody that the one upon them must not get: a pirate with a parrot."""
    return figure.alive and bool(figure.outfit or figure.hat or figure.glasses or figure.disguise)


def _busy(figure: Said, index: int) -> bool:
    elsewhere = figure.to is not None and figure.to != index
    does = figure.action or figure.activity or figure.deed_word or (figure.object and figure.alive)
    return bool(does or figure.held or figure.held_word or elsewhere)


def groups(figures: Sequence[Said]) -> list[tuple[Said, list[Said]]]:
    """Neighbours that do the same are said in one breath: "a cat and a dog dancing".

    Not where they handle something and one of them is dressed, which would be read as the end of that one.
    """
    groups: list[tuple[Said, list[Said]]] = []
    for figure in figures:
        alike = bool(groups) and any(figure.deed()[:-1]) and groups[-1][0].deed() == figure.deed()
        if alike and not figure.object and not (_handles(figure) and any(map(is_clothed, groups[-1][1]))):
            groups[-1][1].append(figure)
        else:
            groups.append((figure, [figure]))
    return groups
