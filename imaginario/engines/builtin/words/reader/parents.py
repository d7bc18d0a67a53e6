"""Young animals and their parents: "una leona con sus cachorros" has lions, "um pintinho e a mãe" a hen."""

from __future__ import annotations

from ...vocabulary import Entry
from ..chinese import grammar as chinese
from ..chinese import there
from ..fold import key
from ..index import Meaning
from ..matching import Item
from . import idioms, meeting
from .reading import Figure, Reading

_CUBS = ("cachorro", "cachorra", "cría", "cria", "filhot")
_YOUNG = frozenset({"osezno", "lobezno", "ballenato", "cervatillo"})
_CUB, _GROWN = 0.55, 1.35
_PARENTS = frozenset({"mother", "father"})
_GROWN_UP = {"duckling": "duck", "chick": "hen"}
_THEIR = frozenset({"su", "sus", "sua", "seu"})


def kin_of_the_last(r: Reading, found: Meaning) -> Meaning:
    """Spanish, Portuguese: "una leona con sus cachorros" has lions, no dogs, and ducklings follow a duck."""
    if found.id in ("bride", "groom") and found.spelled.startswith("novi") and _is_somebodys(r):
        return found._replace(id="woman" if found.id == "bride" else "man")  # "su novia"
    if found.spelled.removesuffix("s") in _YOUNG:
        r.pending.setdefault("size", _CUB)
    if (relative := idioms.kin(r, found)) is not None:
        return relative
    last, before = r.figures[-1] if r.figures else None, r.peek(-1)
    if there.is_young_beside(r, found):
        r.pending.setdefault("size", _CUB)
    entry = r.entries.get(last.id or "") if last is not None else None
    if found.id == "baby" and (cub := chinese.cub_of(r)):
        r.pending.setdefault("size", _CUB)
        r.article = ""
        return found._replace(id=cub)
    if found.id in _PARENTS and entry is not None and entry.kind == "animal" and chinese.is_its_parent(r):
        r.article = ""
        return _grown(r, found, entry)
    if not r.adjectives_follow or entry is None or entry.kind != "animal" or r.article == "a":
        return meeting.as_a_toy(r, found)
    if found.id in _PARENTS and before is not None and _is_theirs(before, last):
        r.expect = ""  # who clings to its mother does not carry her
        return _grown(r, found, entry)
    if r.item.raw.lower().startswith(_CUBS) and r.preposition == "with" and meeting.family_of(entry) != "dog":
        r.pending.setdefault("size", _CUB)
        return found._replace(id=entry.id)
    return found


def _is_theirs(before: Item, last: Figure | None) -> bool:
    return before.raw.lower() in _THEIR or (_last_word(before) in _OF_THE_CUB and _is_a_cub(last))


def _grown(r: Reading, found: Meaning, young: Entry) -> Meaning:
    """The parent of an animal: of its own kind and larger, or what its kind grows into."""
    grown = _GROWN_UP.get(young.id, young.id)
    r.pending.update({"size": _GROWN} if grown == young.id else {})
    return found._replace(id=grown)


_OF_THE_CUB = frozenset({"a", "o", "la", "el", "na", "no", "da", "do", "del", "ao", "al"})


def _is_somebodys(r: Reading) -> bool:
    before = r.peek(-1)
    return before is not None and before.raw.lower() in ("su", "mi", "tu", "sua", "minha", "seu", "meu")


def _is_a_cub(figure: Figure | None) -> bool:
    """Whether the animal is a young one, so that "a mãe" is its mother."""
    if figure is None:
        return False
    young = "young" in figure.told.get("traits", ()) or figure.told.get("size", 1) < 1
    return young or figure.id in _GROWN_UP or figure.called.lower().startswith(_CUBS)


def _last_word(item: Item) -> str:
    return key(item.raw).rpartition(" ")[2]
