"""How Spanish and Portuguese ask for a picture: "se me antoja un perro", "… para mi sobrino de 5 años"."""

from __future__ import annotations

from collections.abc import Sequence

from ..fold import key
from ..items import DEEDS, is_told_of, item_at, kind_of
from ..matching import Item


def plain(items: Sequence[Item]) -> list[Item]:
    """The items without what is said to whoever draws."""
    for step in (_opening, _recipients, _styled):
        items = step(items)
    return list(items)


_ASKING = (
    "stop", "filler", "it", "a", "the", "unknown", "like", "undrawn", "with", "be", "comma", "me", "in",
)  # fmt: skip
_OPENING = ("a", "count", "number")
_SWEET = frozenset({"bb", "bebe", "baby"})
"""What somebody who draws may be called, and babies are."""


def _opening(items: Sequence[Item]) -> list[Item]:
    """Without the unknown verbs before the first article: "haceme un perro", "me ayudas con un perro"."""
    found: list[Item] = []
    asking = True
    for at, item in enumerate(items):
        before, after = item_at(items, at - 1), item_at(items, at + 1)
        asking = asking and (item.kind in _ASKING or key(item.raw) in _SWEET)
        sweet = key(item.raw) in _SWEET and "subject" in item.options
        verb = (item.kind == "unknown" or sweet) and item.raw.islower() and _is_no_noun(before)
        helps = item.kind == "with" and before is not None and before.kind == "unknown" and len(found) < at
        linked = verb and after is not None and after.kind in ("with", "unknown", "stop", "filler")
        if not (asking and (verb or helps) and _opens(items, at + 1 + linked)):
            found.append(item)
    return found


def _opens(items: Sequence[Item], at: int) -> bool:
    """Whether the first noun begins here, or "la imagen de" what is asked for."""
    item, noun = item_at(items, at), item_at(items, at + 1)
    return item is not None and (
        item.has(*_OPENING) or (item.has("the") and noun is not None and noun.has("filler"))
    )


def _is_no_noun(before: Item | None) -> bool:
    return before is None or not before.has("a", "the", "count", "number", "with", "in", "of")


_FOR = frozenset({"para", "pa", "pra", "pro", "para mi", "para mis", "pra mi", "pa mi"})
_MINE = frozenset({"mi", "mis", "meu", "minha", "meus", "minhas", "nuestro", "nuestra", "nosso", "nossa"})
_AGES = frozenset({"anos", "ano", "años", "añitos", "anitos", "aninhos", "meses"})


def _recipients(items: Sequence[Item]) -> list[Item]:
    """Without those whom the picture is for, and who are not in it."""
    found = list(items)
    for at in range(len(found) - 1, 0, -1):
        if key(found[at].raw) not in _FOR or _is_made(found, at):
            continue
        end = at + 1
        if (feast := item_at(found, at + 2)) is not None and feast.has("mood") and found[end].has("the"):
            of = item_at(found, at + 3)
            end, start = (at + 4, at + 3) if of is not None and of.has("of") else (0, 0)
        else:
            start = at
        end = _somebody_of_mine(found, end, key(found[at].raw)) if end else 0
        if end:
            del found[start:end]
    return found


def _somebody_of_mine(items: Sequence[Item], at: int, said: str) -> int:
    """Where the phrase for somebody of my own ends, with their age; 0 where none begins at `at`."""
    own = item_at(items, at)
    if own is not None and own.raw.lower() in ("a", "o") and said == "para":
        at, own = at + 1, item_at(items, at + 1)  # "para a minha sobrinha"
    mine = own is not None and key(own.raw) in _MINE
    noun = item_at(items, at + mine)
    if not (mine or " " in said) or noun is None or not (kind_of(noun) == "person" or is_told_of(noun)):
        return 0
    end = at + mine + 1
    of, number, years = (item_at(items, end + n) for n in range(3))
    aged = of is not None and of.has("of") and number is not None and number.has("number", "count")
    return end + 3 if aged and years is not None and key(years.raw) in _AGES else end


def _is_made(items: Sequence[Item], at: int) -> bool:
    """Whether somebody in the picture makes or brings something for them."""
    thing = kind_of(items[at - 1]) in ("food", "thing", "plant")
    return thing and any(item.has(*DEEDS) or key(item.raw) in _MAKING for item in items[:at])


_MAKING = frozenset({"haciendo", "hace", "fazendo", "faz", "trayendo", "trazendo"})


_AFTER = frozenset({"tipo", "onda", "rollo", "como", "en plan", "al estilo", "no estilo"})


def _styled(items: Sequence[Item]) -> list[Item]:
    """Without the "tipo" before the name of a style: "un perro tipo disney"."""
    return [
        item
        for at, item in enumerate(items)
        if not (key(item.raw) in _AFTER and getattr(item_at(items, at + 1), "kind", "") == "style")
    ]
