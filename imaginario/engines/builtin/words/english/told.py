"""English turns of phrase put plainly: "the older one", "whose hair is red", "in each hand"."""

from __future__ import annotations

from collections.abc import Sequence

from ..index import build
from ..items import (
    POSSESSIVES,
    beyond,
    by_rules,
    is_alive,
    item_at,
    kind_of,
    number_of,
)
from ..matching import Item
from ..reader.jobs import is_trade

_DESCRIBING = ("color", "size", "trait", "mood")
_NOUNS = ("subject", "part", "hat", "garment", "glasses")


def plain(items: Sequence[Item]) -> list[Item]:
    """The items with each of these turns in words that the reader knows."""
    return by_rules(_each_told(_family(_lacking(items))), _RULES)


def _lacking(items: Sequence[Item]) -> list[Item]:
    """With one word for what the writer could not translate: "a lion, sem juba"."""
    found: list[Item] = []
    for item in items:
        if found and found[-1].kind == "unknown" and found[-1].raw in _KEPT and item.raw.isalpha():
            found[-1] = Item("unknown", f"{found[-1].raw} {item.raw}", "en")
        else:
            found.append(item)
    return found


_KEPT = frozenset({
    "sem", "sin", "dois", "duas", "dos", "três", "tres", "quatro", "cuatro", "cinco", "seis", "sete", "siete",
    "oito", "ocho", "nove", "nueve", "dez", "diez",
})  # fmt: skip


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


def _owned(found: list[Item], at: int) -> None:
    """With "the bike" for "my sister's bike": only the thing is asked for; whose by trade it is, is told."""
    who = item_at(found, at - 1)
    thing = item_at(found, beyond(found, at + 1, _DESCRIBING))
    owned = found[at].raw == "s" and found[at].has("of") and kind_of(thing) not in ("", "person")
    folk = who.options.get("scenery") if who is not None else None
    friend = folk is not None and folk.id in ("friend", "child", "person")
    if not owned or who is None or not (kind_of(who) == "person" or who.kind == "role" or friend):
        return
    if thing is None or thing.has("part", "garment", "hat", "glasses", "place"):
        return
    start = at - 1
    while start and found[start - 1].has(*_DESCRIBING) and "subject" not in found[start - 1].options:
        start -= 1
    if start and found[start - 1].has("a", "the"):
        found[start - 1 : at + 1] = [Item.of("the", "the", "en")]
        if who.has("role") or _works(who):
            found += [Item("comma", ",", "en"), Item("whose", who.raw, "en")]


def _works(item: Item) -> bool:
    """Whether it names somebody by a trade."""
    known = item.options.get("subject")
    return known is not None and (is_trade(known.id) or ("en", known.spelled) in build().near)


_KIN = {"mother": "135", "father": "135", "grandmother": "135", "grandfather": "135", "baby": "55",
        "girl": "75", "boy": "75"}  # fmt: skip
"""How large a panda is drawn that is the mother of a family."""


def _family(items: Sequence[Item]) -> list[Item]:
    """With large and small pandas for "a panda family: a mom, a dad and two babies"."""
    at = next((n for n in range(1, len(items) - 2) if _is_family(items, n)), 0)
    if not at:
        return list(items)
    beast = items[at - 1]
    found = [i for i in items[: at - 1] if not i.has("a", "the", "count")]
    for item in items[at + 2 :]:
        known = item.options.get("subject")
        if known is None or known.id not in _KIN:
            found.append(item)
            continue
        meaning = beast.options["subject"]._replace(plural=known.plural)
        found.append(Item.of("size", item.raw, "en", _KIN[known.id]))
        found.append(Item("subject", beast.raw, "en", {"subject": meaning}))
    return found


def _is_family(items: Sequence[Item], at: int) -> bool:
    """Whether a family of animals is told of here, and then one by one."""
    listed = items[at + 1].raw in (":", ",", "(", "-")
    kin = any((known := i.options.get("subject")) and known.id in _KIN for i in items[at + 2 : at + 6])
    return items[at].raw.lower() == "family" and kind_of(items[at - 1]) == "animal" and listed and kin


def _looking_out(found: list[Item], at: int) -> None:
    """With "full of" for a bus with those in it who look out of its windows."""
    ahead = [i.raw.lower() for i in found[at + 1 : at + 5]]
    said = found[at].raw.lower() in ("looking", "peeking", "waving", "leaning") and "out" in ahead
    if not said:
        return
    end = next((n for n, word in enumerate(ahead, at + 1) if word in ("window", "windows")), 0)
    link = next((n for n in range(at - 1, 0, -1) if found[n].has("with")), 0)
    if end and link and kind_of(found[link - 1]) == "vehicle":
        found[at : end + 1] = []
        found[link] = Item.of("count", "full of", "en", "several")


def _in_the_air(found: list[Item], at: int) -> None:
    """With a told word for hands and legs "in the air", which are in no sky."""
    the, air = item_at(found, at + 1), item_at(found, at + 2)
    raised = at > 0 and found[at - 1].has("part") and found[at].raw.lower() in ("in", "up in")
    if (
        raised
        and the is not None
        and the.raw.lower() == "the"
        and air is not None
        and air.raw.lower() == "air"
    ):
        found[at - 1 : at + 3] = [Item("unknown", f"{found[at - 1].raw} in the air", "en")]


def _on_the_other(found: list[Item], at: int) -> None:
    """With the limb again for "on the other": a parrot on one shoulder and a monkey on the other."""
    if not found[at].has("on"):
        return
    one = next((n for n in range(at - 1, 0, -1) if found[n].raw.lower() == "one"), 0)
    limb = item_at(found, one + 1) if one else None
    the, other, after = (item_at(found, at + n) for n in (1, 2, 3))
    ends = after is None or after.has("comma", "stop.", "and", "in", "on")
    other_one = the is not None and the.raw.lower() == "the" and other is not None
    if limb is None or not limb.has("part") or not other_one or not ends:
        return
    if other is not None and other.raw.lower() == "other" and found[one - 1].has("on"):
        found[at + 2] = limb


def _for_a_nose(found: list[Item], at: int) -> None:
    """Without the carrot that a snowman is drawn with for its nose."""
    if found[at].raw.lower() not in ("for", "as"):
        return
    article, limb = item_at(found, at + 1), item_at(found, at + 2)
    start = beyond(found, at - 2, ("a", *_DESCRIBING), -1)
    said = article is not None and article.has("a", "the", "count")
    snowman = any((known := i.options.get("subject")) and known.id == "snowman" for i in found[:at])
    if said and snowman and limb is not None and limb.raw.lower() in ("nose", "eyes") and start >= 0:
        found[start : at + 3] = [] if found[start].has("with") else found[start : at + 3]


def _covering(found: list[Item], at: int) -> None:
    """With a told deed for who is "covering its eyes"."""
    whose, part = item_at(found, at + 1), item_at(found, at + 2)
    if found[at].raw.lower() not in ("covering", "covers") or part is None or not part.has("part"):
        return
    if whose is not None and whose.raw.lower() in POSSESSIVES:
        said = f"{found[at].raw} {whose.raw} {part.raw}"
        found[at : at + 3] = [Item("unknown", said, "en")]


def _by_trade(found: list[Item], at: int) -> None:
    """With one person for "my brother is a goalkeeper" and "my mom's a doctor"."""
    trade = item_at(found, beyond(found, at + 2, _DESCRIBING))
    article = item_at(found, at + 1)
    known = trade.options.get("subject") if trade is not None else None
    works = trade is not None and (trade.has("role") or (known is not None and is_trade(known.id)))
    is_one = found[at].has("be") or (found[at].raw == "s" and article is not None and article.has("a"))
    if is_one and works and at and is_alive(found[at - 1]) and article is not None and article.has("a"):
        found[at] = Item.of("dressed", "who is", "en")
        del found[at + 1]


def _style_of(found: list[Item], at: int) -> None:
    """With a told word for "in the style of" somebody whose style nobody here knows."""
    whose = item_at(found, at + 1)
    if found[at].raw.lower() == "in the style of" and whose is not None and whose.has("name", "unknown"):
        found[at : at + 2] = [Item("unknown", f"in the style of {whose.raw}", "en")]


_RULES = (
    _by_trade, _style_of,
    _covering,
    _kept_by, _on_the_way, _round_the_neck, _owned, _looking_out, _in_the_air,
    _on_the_other, _for_a_nose,
)  # fmt: skip
