"""English turns of phrase put plainly: "the older one", "whose hair is red", "in each hand"."""

from __future__ import annotations

from collections.abc import Sequence

from .items import by_rules, is_alive, item_at, number_of
from .matching import Item

_DESCRIBING = ("color", "size", "trait", "mood")
_NOUNS = ("subject", "part", "hat", "garment", "glasses")


def plain(items: Sequence[Item]) -> list[Item]:
    """The items with each of these turns in words that the reader knows."""
    return by_rules(_each_told(items), (_whose, _in_each, _kept_by, _on_the_way, _round_the_neck))


def _each_told(items: Sequence[Item]) -> list[Item]:
    """With "one older" for "the older one" where as many are told of as there are."""
    wanted = next((number_of(i) for i in items if number_of(i) > 1), 0)
    ones = [at for at in range(len(items) - 2) if _is_one(items, at)]
    if wanted != len(ones) or wanted < _TWO:
        return list(items)
    found = list(items)
    for at in ones:
        found[at : at + 3] = [items[at + 2], items[at + 1], Item("filler", "", "en")]
    return [item for item in found if item.raw]


_TWO = 2


def _is_one(items: Sequence[Item], at: int) -> bool:
    quality, one = items[at + 1], items[at + 2]
    return items[at].raw.lower() == "the" and quality.has(*_DESCRIBING) and one.raw.lower() == "one"


def _whose(found: list[Item], at: int) -> None:
    """With "with a big crown" for "whose crown is too big"."""
    noun, be = item_at(found, at + 1), item_at(found, at + 2)
    end = at + 3
    while (item := item_at(found, end)) is not None and item.raw.lower() in _VERY:
        end += 1
    quality = item_at(found, end)
    if noun is None or be is None or quality is None or found[at].raw.lower() != "whose":
        return
    if (
        noun.has(*_NOUNS, "unknown")
        and be.has("be")
        and quality.has(*_DESCRIBING)
        and not quality.has("subject")
    ):
        found[at : end + 1] = [Item("with", "with", "en"), Item.of("a", "a", "en"), quality, noun]


_VERY = frozenset({"too", "very", "so", "really", "all", "super", "way"})


def _in_each(found: list[Item], at: int) -> None:
    """With two bananas for "a banana in each hand"."""
    each, limb = item_at(found, at + 1), item_at(found, at + 2)
    article = next((n for n in range(at - 1, max(-1, at - 5), -1) if found[n].has("a")), -1)
    if each is None or limb is None or article < 0 or not found[at].has("in"):
        return
    if each.raw.lower() in ("each", "either", "both") and limb.raw.lower().removesuffix("s") in _HANDS:
        found[at : at + 3] = []
        found[article] = Item.of("count", "two", "en", "2")
        if article and found[article - 1].has("with"):
            found[article - 1] = Item.of("action", "holding", "en", "hold")


_HANDS = frozenset({"hand", "paw", "claw", "arm", "wing", "fist"})


def _kept_by(found: list[Item], at: int) -> None:
    """With "with" for "run by" behind a shop or a stand."""
    by, before = item_at(found, at + 1), item_at(found, at - 1)
    said = found[at].raw.lower() in ("run", "owned", "kept", "managed", "operated")
    if said and by is not None and by.raw.lower() == "by" and not is_alive(before):
        found[at : at + 2] = [Item("with", "with", "en")]


def _on_the_way(found: list[Item], at: int) -> None:
    """Without the "on his way" of somebody who goes "to school"."""
    way, to = item_at(found, at + 2), item_at(found, at + 3)
    said = found[at].raw.lower() == "on" and way is not None and way.raw.lower() == "way"
    if said and to is not None and to.raw.lower() in ("to", "home"):
        found[at : at + 3] = []


def _round_the_neck(found: list[Item], at: int) -> None:
    """With a part for a bell "around its neck", without the neck."""
    where, neck = item_at(found, at + 1), item_at(found, at + 3)
    part = found[at].options.get("part")
    said = where is not None and where.has("relation", "on", "in")
    if part is not None and said and neck is not None and neck.raw.lower() == "neck":
        found[at : at + 4] = [Item("part", found[at].raw, "en", {"part": part})]
