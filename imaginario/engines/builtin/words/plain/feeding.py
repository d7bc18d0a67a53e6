"""Who feeds somebody with what is named holds it out: "feeding carrots to a horse", "喂马吃胡萝卜"."""

from __future__ import annotations

from collections.abc import Sequence

from ..items import is_alive, item_at, kind_of
from ..matching import Item

_ADJECTIVES = ("a", "the", "count", "number", "color", "size", "trait", "mood", "of-the")
_TO = frozenset({"to", "para", "pra", "pro", "pras", "pros", "ao", "aos", "à", "às", "a", "al", "给"})
_WITH = frozenset({"with", "com", "con", "on"})
_GIVES = frozenset({"da", "dá", "dão", "dan", "dava"})
_FEEDING, _GIVING, _OFFERING = "feeding", "giving", "offer"
_EATS, _TAKES = frozenset({"吃", "吃着"}), frozenset({"拿", "拿着", "用"})
_EDIBLE = frozenset({"food", "plant"})


def offered(items: Sequence[Item]) -> list[Item]:
    """The items with an offer of the food, and to whom, where both are named behind or around the deed."""
    found = list(items)
    for at in range(len(found) - 1, -1, -1):
        if at >= len(found) or not _is_deed(found, at):
            continue
        start, end, food, fed = _meal(found, at)
        if food and fed:
            verb = Item.of("action", found[at].raw, found[at].language, _OFFERING)
            somebody = [] if any(map(_is_somebody, found[:start])) else [_person(found[at].language)]
            found[start:end] = [*somebody, verb, *food, Item.of("stop", "to", found[at].language), *fed]
    return found


def _is_somebody(item: Item) -> bool:
    folk = item.options.get("scenery")
    return is_alive(item) or item.kind in ("name", "me") or (folk is not None and folk.id in _FOLK)


_FOLK = frozenset({"person", "people", "child", "friend"})


def _person(language: str) -> Item:
    return Item.of("subject", "person", language, "person")


def _is_deed(items: Sequence[Item], at: int) -> bool:
    item, before = items[at], item_at(items, at - 1)
    told = item.options.get("undrawn") or item.options.get("action")
    if told is not None and told.id in (_FEEDING, _GIVING, _OFFERING):
        return True
    somebody = before is not None and before.has("subject", "role", "name", "stop")
    return item.raw.lower() in _GIVES and item.has("of", "unknown", "stop") and somebody


def _meal(items: Sequence[Item], at: int) -> tuple[int, int, Sequence[Item], Sequence[Item]]:
    """From where to where it is told, and the phrases for what is eaten and for who eats."""
    first = _phrase(items, at + 1)
    link = _linked(items, first)
    second = _phrase(items, link)
    one, other = items[at + 1 : first], items[link:second]
    told = items[first].raw.lower() if link > first else ""
    if _is_food(one) and _is_fed(other) and (told in _TO or _opens_with_to(other)):
        return at, second, one, other
    if _is_fed(one) and _is_food(other) and (told in _WITH or told in _EATS or _is_bare(items, at, told)):
        return at, second, other, one
    return _before(items, at, first)


def _is_bare(items: Sequence[Item], at: int, told: str) -> bool:
    """English: whether both follow without a word between: "feeding a horse a carrot"."""
    return not told and items[at].language == "en"


def _opens_with_to(phrase: Sequence[Item]) -> bool:
    return bool(phrase) and phrase[0].raw.lower() in _TO


def _before(items: Sequence[Item], at: int, end: int) -> tuple[int, int, Sequence[Item], Sequence[Item]]:
    """Chinese: the same where one of both stands before the verb: "给马喂胡萝卜", "拿胡萝卜喂马"."""
    none = (at, at, (), ())
    if items[at].language != "zh":
        return none
    start = at - 1
    while start and items[start - 1].has(*_ADJECTIVES) and "subject" not in items[start - 1].options:
        start -= 1
    opens = item_at(items, start - 1)
    if opens is None:
        return none
    before, after = items[start:at], items[at + 1 : end]
    if opens.raw == "给" and _is_fed(before) and _is_food(after):
        return start - 1, end, after, before
    if opens.raw in _TAKES and _is_food(before) and _is_fed(after):
        return start - 1, end, before, after
    return none


def _phrase(items: Sequence[Item], at: int) -> int:
    """Where the noun phrase ends that begins at an index; that index where none does."""
    end = at
    while (
        (item := item_at(items, end)) is not None and item.has(*_ADJECTIVES) and "subject" not in item.options
    ):
        end += 1
    noun = item_at(items, end)
    if noun is None or not noun.has("subject", "role"):
        return at
    while (
        (item := item_at(items, end + 1)) is not None and item.has("color") and noun.language in ("pt", "es")
    ):
        end += 1
    return end + 1


def _linked(items: Sequence[Item], at: int) -> int:
    """Behind the word that links two phrases, if there is one."""
    item = item_at(items, at)
    links = item is not None and item.raw.lower() in _TO | _WITH | _EATS and not item.has("a", "the")
    return at + 1 if links else at


def _noun(phrase: Sequence[Item]) -> Item | None:
    return next((item for item in phrase if item.has("subject", "role")), None)


def _is_food(phrase: Sequence[Item]) -> bool:
    noun = _noun(phrase)
    known = noun.options.get("subject") if noun is not None else None
    return kind_of(noun) in _EDIBLE or (known is not None and known.id == "bone")


def _is_fed(phrase: Sequence[Item]) -> bool:
    return is_alive(_noun(phrase))
