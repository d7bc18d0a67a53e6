"""Who "another one" is in Spanish and Portuguese: "un señor tocando la guitarra y otro cantando"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ... import vocabulary
from ..fold import key
from ..items import DEEDS, is_alive, is_told_of, item_at
from ..matching import Item
from . import apart

_ONE = frozenset({"un", "una", "uno", "um", "uma", "otro", "otra", "outro", "outra"})
_OTHER = frozenset({"otro", "otra", "outro", "outra"})
_NOUNS = ("subject", "role", "name")
_TELLING = ("color", "size", "trait", "relation", "in", "with", "of", "wearing", *DEEDS)
_WHO = frozenset({"que", "q"})


def told(items: Sequence[Item]) -> list[Item]:
    """The items with the noun that "y otro debajo" leaves out, and somebody for "ella" where nobody is."""
    return _others(_pronouns(items))


_WHO_ELSE = {
    ("es", "ella"): ("mujer", "woman"), ("es", "él"): ("hombre", "man"), ("pt", "ela"): ("mulher", "woman"),
    ("pt", "ele"): ("homem", "man"),
}  # fmt: skip


def _pronouns(items: Sequence[Item]) -> list[Item]:
    """With a woman or a man for a pronoun that means nobody told of: "ella lee y él toca la guitarra"."""
    found: list[Item] = []
    met: set[str] = set()
    for at, item in enumerate(items):
        word = (item.language, item.raw.lower())
        after = item_at(items, at + 1)
        acts = after is not None and after.has(*DEEDS, "with", "wearing", "be", "of")
        if word in _WHO_ELSE and item.has("it") and acts and "?" not in met and word[1] not in met:
            noun, ident = _WHO_ELSE[word]
            met.add(word[1])
            found += [Item.of("a", "un", item.language), Item.of("subject", noun, item.language, ident)]
            continue
        if (is_told_of(item) and _acts(item)) or item.has("name"):
            met.add("?")
        found.append(item)
    return found


def _others(items: Sequence[Item]) -> list[Item]:
    found: list[Item] = []
    nouns: list[int] = []
    for at, item in enumerate(items):
        found.append(item)
        after = item_at(items, at + 1)
        if not (_is_another(items, at) or (key(item.raw) in _ONE and _is_only_dyed(items, at))):
            if "subject" in item.options or is_told_of(item):
                nouns.append(at)
        elif nouns and after is not None and not after.has(*_NOUNS):
            noun = items[_meant(items, nouns, at)]
            one = apart.in_number(noun, 1)
            found.append(_of_any_coat(one) if after.has("color") else one)
    return found


def _is_another(items: Sequence[Item], at: int) -> bool:
    """Whether one more is told of here, with no noun of their own."""
    before, after = item_at(items, at - 1), item_at(items, at + 1)
    if key(items[at].raw) not in _OTHER or before is None or after is None:
        return False
    who = after.has("be") or key(after.raw) in _WHO
    return before.has("and", "comma") and (after.has(*_TELLING) or who)


def _meant(items: Sequence[Item], nouns: Sequence[int], at: int) -> int:
    """Which noun agrees with "otra" and can do what is told: of a colour is the last one, whatever it is."""
    sex, after = _sex(items[at]), items[at + 1]
    alike = [n for n in nouns if _agrees(items, n, sex)] or list(nouns)
    if after.has("color", "size", "trait") and not after.has(*DEEDS):
        return alike[-1]
    free = [n for n in alike if _opens(items, n)] or alike
    if after.has("in", "relation"):
        return free[-1]
    acting = [n for n in free if _acts(items[n])] or [n for n in alike if _acts(items[n])]
    return (acting or free)[-1]


def _acts(item: Item) -> bool:
    return is_alive(item) or (is_told_of(item) and "subject" not in item.options)


def _opens(items: Sequence[Item], noun: int) -> bool:
    """Whether nothing is done to it, and nobody has it: it is told of for itself."""
    at = noun - 1
    while (item := item_at(items, at)) is not None and item.has("a", "the", "count", "number", "size"):
        if key(item.raw) in ("al", "ao"):
            return False
        at -= 1
    return item is None or not (item.has("with", "of", "in", "relation", *DEEDS) or key(item.raw) == "a")


def _agrees(items: Sequence[Item], noun: int, sex: str) -> bool:
    article = item_at(items, noun - 1)
    said = _sex(article) if article is not None and article.has("a", "the", "count") else ""
    return not sex or (said or _sex(items[noun]) or sex) == sex


def _sex(item: Item) -> str:
    """ "f" or "m" as the word ends or, for an article, is; empty where that does not tell."""
    word = key(item.raw)
    if word in ("un", "el", "al", "del", "um", "ao", "do", "no"):
        return "m"
    return {"a": "f", "o": "m"}.get(word.removesuffix("s")[-1:], "")


def _of_any_coat(item: Item) -> Item:
    """A cat where "gato preto" is one word, so that another one may be white."""
    known = item.options.get("subject")
    family = str(vocabulary.load()[known.id].head.get("family", "")) if known is not None else ""
    if known is None or not family or not known.id.endswith(f"-{family}"):
        return item
    return replace(item, options=item.options | {"subject": known._replace(id=family)})


def _is_only_dyed(items: Sequence[Item], at: int) -> bool:
    """Whether a colour is all that is told of one more: "tres ovejas blancas y una negra"."""
    linked = at > 0 and items[at - 1].has("and") and at + 1 < len(items)
    dyed = linked and items[at + 1].has("color", "size", "trait") and not items[at + 1].has(*_NOUNS)
    behind = items[at + 2] if at + 2 < len(items) else None
    return dyed and (behind is None or behind.has("comma", "and", "in", "with", "relation", "stop.", *DEEDS))
