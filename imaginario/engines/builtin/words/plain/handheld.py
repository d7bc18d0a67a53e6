"""What is in hands or on shoulders: "um passarinho na palma da mão", "a balloon in each hand"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...vocabulary import Entry
from ..fold import key
from ..index import Meaning
from ..items import beyond, is_alive, item_at, kind_of
from ..matching import Item

_LIVING, _DEAD, _BY_WHO_LIFTS = 1.05, 1.2, 1.15
"""Below which size one lifts who is alive, and what is not; and how large who is lifted is by who lifts."""
_GROUNDED = ("building", "vehicle")


def is_lifted(entry: Entry, doers: Sequence[Entry]) -> bool:
    """Whether one has it in one's arms, and does not stand beside it with the arms around it."""
    if not entry.alive:
        return entry.size < _DEAD and entry.kind not in _GROUNDED and entry.id != "wave"
    return entry.size < _LIVING and all(entry.size < _BY_WHO_LIFTS * doer.size for doer in doers)


_HANDS = frozenset({
    "hand", "hands", "mao", "maos", "maozinha", "maozinhas", "mano", "manos", "manita", "manitas", "paw",
    "paws",
    "pata", "patas", "fist", "claw", "garra", "wing",
})  # fmt: skip
_SHOULDERS = frozenset({"ombro", "hombro"})
_EACH = frozenset({"cada", "each", "either"})
_PALM = frozenset({"palma", "palmas", "palm"})
_BEFORE = ("a", "the", "count", "size", "color", "trait", "mood")
_HOLDING = {"en": "holding", "pt": "segurando", "es": "sosteniendo"}
_UPON = {"pt": "nos ombros", "es": "en los hombros"}


def plain(items: Sequence[Item]) -> list[Item]:
    """The items with "segurando dois balões" for "com um balão em cada mão"."""
    found = _poured(_balanced(items))
    for at in range(len(found) - 1, 1, -1):
        if at >= len(found) or found[at].language not in _HOLDING or not found[at].has("part"):
            continue
        word = key(found[at].raw)
        start, each = _where(found, at)
        if start < 1 or not (word in _HANDS or (each and word in _SHOULDERS)):
            continue
        noun = beyond(found, start - 1, ("color", "size", "trait"), -1)
        first = noun
        while first > 0 and found[first - 1].has(*_BEFORE) and not found[first].has("a", "the"):
            first -= 1
        if (
            "subject" not in found[noun].options
            or first < 1
            or not (found[first - 1].has("with", "action", "and") or _tells_of_last(found, first - 1, each))
        ):
            continue
        _put(found, (first, noun, start, at), each)
    return found


def _balanced(items: Sequence[Item]) -> list[Item]:
    """The items with "com" for the "equilibrando" of who has something on the nose or the head."""
    found = list(items)
    for at, item in enumerate(items):
        noun = beyond(items, at + 1, _BEFORE)
        behind = item_at(items, beyond(items, noun + 1, ("color", "size", "trait")))
        balances = item.language in ("pt", "es") and key(item.raw).startswith(_BALANCING)
        if balances and behind is not None and behind.has("upon"):
            found[at] = Item.of("with", _WITH[item.language], item.language)
    return found


_VESSELS = frozenset({
    "copo", "copinho", "copao", "taca", "cuia", "caneca", "xicara", "vaso", "vasito", "copa", "taza", "tarro",
    "jarro", "cup", "glass", "mug",
})  # fmt: skip


_JUGS = frozenset({"jarra", "jarrita", "jarro", "jug", "pitcher", "carafe"})


def _poured(items: Sequence[Item]) -> list[Item]:
    """The items with the drink itself for "um copo de caipirinha", which is drawn in its glass."""
    found: list[Item] = []
    at = 0
    while at < len(items):
        of, drink = item_at(items, at + 1), item_at(items, at + 2)
        if key(items[at].raw) in _JUGS and of is not None and of.has("of") and kind_of(drink) == "food":
            found.append(Item("unknown", items[at].raw, items[at].language))  # the drink is drawn
            at += 1
            continue
        known = drink.options.get("subject") if drink is not None else None
        same = known is not None and known.id in {m.id for m in items[at].options.values()}
        vague = items[at].kind == "unknown" or same
        if (
            key(items[at].raw) in _VESSELS
            and vague
            and of is not None
            and of.has("of")
            and kind_of(drink) == "food"
        ):
            at += 2
            continue
        found.append(items[at])
        at += 1
    return found


def _tells_of_last(items: Sequence[Item], comma: int, each: bool) -> bool:
    """Whether what is in hands comes behind a comma: "um gaúcho de chapéu, cuia na mão"."""
    opens = not items[comma + 1].has("a", "the", "count")
    parted = each or (items[comma].kind == "comma" and opens)  # "a girl, barefoot, a bucket in each hand"
    return parted and any(is_alive(i) for i in items[:comma])


_BY = ("por", "pela", "pelas", "pelo", "by")
"""Who is led "pela mão" is in nobody's hands."""
_BALANCING = ("equilibra", "balanc")
_WITH = {"pt": "com", "es": "con"}


def _where(items: Sequence[Item], at: int) -> tuple[int, bool]:
    """Where "in the palm of the hand" begins, and whether it says "each"; -1 where nothing says "in"."""
    start = at - 1
    link = beyond(items, start, ("the",), -1)
    if (of := item_at(items, link)) is not None and of.has("of") and key(items[link - 1].raw) in _PALM:
        start = link - 2
    each = key(items[start].raw) in _EACH if start >= 0 else False
    while start > 0 and (key(items[start].raw) in _EACH or items[start].has("the", "a")):
        start -= 1
    return (
        (start, each)
        if start > 0 and items[start].has("in", "on") and items[start].raw not in _BY
        else (-1, False)
    )


def _put(found: list[Item], where: tuple[int, int, int, int], each: bool) -> None:
    first, noun, start, end = where
    language, word = found[noun].language, key(found[end].raw)
    behind = [Item.of("upon", _UPON[language], language)] if word in _SHOULDERS and language in _UPON else []
    if word in _SHOULDERS and not behind:
        return  # English knows what "on each shoulder" is
    found[start : end + 1] = behind
    if each:
        options = {kind: m._replace(plural=True) for kind, m in found[noun].options.items()}
        found[noun] = replace(found[noun], options=options)
        two = Item("count", "2", language, {"count": Meaning("count", "2", language, "2")})
        found[first:noun] = [two, *(i for i in found[first:noun] if not i.has("a", "count"))]
    holding = Item.of("action", _HOLDING[language], language, "hold")
    told_of = found[first - 1].has("comma") and found[first - 2].has("trait")  # "barefoot, a bucket in"
    if word in _HANDS and found[first - 1].has("with", "comma") and not told_of:
        found[first - 1] = holding
    elif word in _HANDS and not found[first - 1].has("action"):
        found.insert(first, holding)
