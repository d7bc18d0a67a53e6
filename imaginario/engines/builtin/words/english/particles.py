"""English prepositions that belong to a deed: "down a ladder", "pointing a sword at", "chess against"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ... import vocabulary
from ..index import build
from ..items import beyond, by_rules, is_alive, item_at, kind_of
from ..matching import Item

_LEADING = ("a", "the", "count", "number", "color", "size", "trait", "mood")
_PRONOUNS = frozenset({"her", "him", "it", "them", "me", "us"})
_ENDS = ("comma", "stop", "stop.", "and", "in", "on", "with")
_SCENERY = ("sky", "weather", "time", "scenery", "sink", "filler", "style", "unknown")


def plain(items: Sequence[Item]) -> list[Item]:
    """The items with these prepositions as the reader knows them."""
    return by_rules(items, _RULES)


def _noun(found: Sequence[Item], at: int) -> int:
    """Where the noun of a phrase is that begins at an index; -1 where none is."""
    end = beyond(found, at, _LEADING)
    item = item_at(found, end)
    return end if item is not None and item.has("subject", "role", "unknown", "scenery", "place") else -1


def _and() -> list[Item]:
    return [Item("comma", ",", "en"), Item.of("and", "and", "en")]


def _backdrop(found: list[Item], at: int) -> None:
    """Without the "behind her" of the sky and the hills, which are behind anybody."""
    item, whom = found[at], item_at(found, at + 1)
    size = 2 if item.raw.lower() == "behind" and whom and whom.raw.lower() in _PRONOUNS else 0
    size = size or int(item.raw.lower() in ("behind them", "behind it"))
    after, before = item_at(found, at + size), found[at - 1] if at else None
    if not size or before is None or not (after is None or after.has(*_ENDS)) or is_alive(before):
        return
    far = "subject" not in before.options and before.has(*_SCENERY, "place", "place?")
    if far or kind_of(before) == "sky":
        found[at : at + size] = []


def _on_the_ladder(found: list[Item], at: int) -> None:
    """With "on" for "down a ladder" of who carries something, who is on it; a house is behind it."""
    if found[at].raw.lower() not in ("up", "down"):
        return
    ladder, link = _noun(found, at + 1), found[at - 1] if at else None
    known = found[ladder].options.get("subject") if ladder > 0 else None
    if known is None or known.id not in _CLIMBED:
        return
    if link is None or link.has("action", "undrawn", "activity"):
        return
    start = beyond(found, at - 2, _LEADING, -1)
    if not (start >= 0 and found[start].has("action", "undrawn")):
        return
    found[at] = Item.of("on", "on", "en")
    away = item_at(found, ladder + 1)
    if away is not None and away.raw.lower() in ("from", "out of"):
        found[ladder + 1 : ladder + 2] = _and()


_CLIMBED = frozenset({"ladder", "stairs", "rope", "tree", "rock"})


def _pointing(found: list[Item], at: int) -> None:
    """With a thing in the hands, and for whom it is meant, for "pointing a sword at a dragon"."""
    word = found[at].raw.lower()
    if word not in _AIMING and word not in _THROWING:
        return
    noun = _noun(found, at + 1)
    known = found[noun].options.get("subject") if noun > at + 1 else None
    if known is None or vocabulary.load()[known.id].alive:
        return
    link, whom = item_at(found, noun + 1), item_at(found, noun + 2)
    aimed = link is not None and link.raw.lower() in ("at", "towards")
    if word in _AIMING and (aimed or link is None or link.has("comma", "and", "stop.")):
        found[at] = Item.of("action", found[at].raw, "en", "aim")
    if aimed:
        found[noun + 1] = Item("stop", "at", "en")
    if aimed and whom is not None and whom.has("it"):
        found[noun + 1 : noun + 3] = []


_THROWING = frozenset({"throwing", "throws", "tossing", "hurling", "hurls", "chucking"})
_AIMING = frozenset({"pointing", "points", "aiming", "aims", "shining", "shines"})


def _worked_on(found: list[Item], at: int) -> None:
    """With "beside" for "on" behind what is worked on there: "hammering a horseshoe on an anvil"."""
    word = found[at].raw.lower().partition(" ")[0]
    if word not in _WORKING and word not in _POURING:
        return
    noun = _noun(found, at + 1)
    link, ground = (item_at(found, noun + 1), _noun(found, noun + 2)) if noun > 0 else (None, -1)
    if link is None or not (link.has("on") or link.raw.lower() in ("over", "onto")) or ground < 0:
        return
    if not is_alive(found[noun]) and (word in _POURING or kind_of(found[ground]) in _BENCHES):
        found[noun + 1] = Item.of("relation", "near", "en", "beside")


_WORKING = frozenset({
    "hammering", "hammers", "forging", "forges", "chopping", "chops", "cutting", "cuts", "slicing", "slices",
    "kneading", "kneads", "ironing", "irons", "carving", "carves", "sharpening", "sharpens", "grinding",
    "sewing", "sews", "rolling", "rolls",
})  # fmt: skip
_POURING = frozenset({
    "pouring", "pours", "spraying", "sprays", "splashing", "sprinkling", "sprinkles", "squirting", "dripping",
    "spreading", "dumping", "drizzling", "spilling", "shaking", "blowing",
})  # fmt: skip
_BENCHES = ("thing", "furniture", "nature")


def _standing_upon(found: list[Item], at: int) -> None:
    """With the limb for "standing on the back of a hippo" and the roof for "on the roof of a car"."""
    the, limb, of = (item_at(found, at + n) for n in (1, 2, 3))
    said = found[at].raw.lower() in ("standing on", "standing atop") and the is not None and the.has("the")
    if not said or limb is None or of is None or of.raw.lower() != "of":
        return
    words = f"on the {limb.raw.lower()} of"
    known = [m for m in build().phrases.get(words, ()) if m.language == "en" and m.kind == "relation"]
    if known:
        found[at : at + 4] = [Item("relation", words, "en", {"relation": known[0]})]
    elif limb.raw.lower() == "back":
        found[at : at + 4] = [Item.of("relation", "on top of", "en", "on")]


def _raced(found: list[Item], at: int) -> None:
    """With both of them racing for "a rabbit racing a turtle"."""
    noun = _noun(found, at + 1)
    if found[at].raw.lower() not in ("racing", "races") or noun <= at + 1 or not at:
        return
    if is_alive(found[noun]) and is_alive(found[at - 1]):
        found[at : noun + 1] = [Item.of("and", "and", "en"), *found[at + 1 : noun + 1], found[at]]


def _while_riding(found: list[Item], at: int) -> None:
    """With the ride first for "juggling torches while riding a unicycle"."""
    ride, noun = item_at(found, at + 1), _noun(found, at + 2)
    if found[at].raw.lower() not in ("while", "whilst") or ride is None or noun < 0:
        return
    start = next((n for n in range(at - 1, max(0, at - _CLAUSE), -1) if _is_deed(found[n])), 0)
    if ride.raw.lower().startswith(_RIDING) and start and is_alive(found[start - 1]):
        found[start : noun + 1] = [*found[at + 1 : noun + 1], *found[start:at]]


_CLAUSE = 7
_RIDING = ("riding", "driving", "sitting", "standing")


def _is_deed(item: Item) -> bool:
    return item.has("action", "activity", "undrawn") and item.raw.lower().endswith("ing")


def _watched(found: list[Item], at: int) -> None:
    """With the seat first for "watching tv on the couch" and "feeding ducks on a bench"."""
    noun, word = _noun(found, at + 1), found[at].raw.lower()
    watches = word.startswith("watch")
    if noun < 0 or not (watches or word.startswith("feed")) or watches == is_alive(found[noun]):
        return
    behind = beyond(found, noun + 1, ("filler", "stop"))
    link, seat = item_at(found, behind), _noun(found, behind + 1)
    seat += seat > 0 and found[seat].has("place") and kind_of(item_at(found, seat + 1)) == "furniture"
    if link is None or seat < 0 or kind_of(found[seat]) != "furniture":
        return  # "on a park bench"
    if link.has("on") or link.raw.lower() in ("from", "in"):
        place = [Item.of("on", "on", "en"), *found[behind + 1 : seat + 1]]
        found[at : seat + 1] = [*place, *found[at : noun + 1]]


def _downhill(found: list[Item], at: int) -> None:
    """With "on" for "down a hill" and "up the mountain" behind a deed."""
    hill = beyond(found, at + 1, _LEADING)
    ground = item_at(found, hill)
    if ground is None or not at or hill == at + 1 or found[at].raw.lower() not in ("up", "down"):
        return
    if ground.raw.lower() in _SLOPES and found[at - 1].raw.lower().endswith(("ing", "s")):
        found[at] = Item.of("on", "on", "en")


_SLOPES = frozenset({"hill", "hillside", "slope", "mountain", "dune", "snowy hill", "grassy hill"})


def _at_the_window(found: list[Item], at: int) -> None:
    """With "at the window" for "by a rainy window", and what it is like behind."""
    end = beyond(found, at + 1, ("a", "the"))
    first, told = end, list[Item]()
    while (item := item_at(found, end)) is not None and item.raw.lower() != "window" and end - first < _TOLD:
        told.append(item)
        end += 1
    said = found[at].raw.lower() in _NEAR and item is not None and item.raw.lower() == "window"
    if not said or not told or not all(i.has("color", "size", "trait", "weather", "unknown") for i in told):
        return
    of = item_at(found, end + 1)
    if of is None or not of.has("of"):
        like = [i if i.has("weather") else Item("whose", i.raw, "en") for i in told]
        found[at : end + 1] = [Item.of("relation", "at the window", "en", "at_window"), *like]


_TOLD = 3
_NEAR = frozenset({"by", "at", "near", "beside", "next to", "by the", "by a", "in front of", "against"})


def _against(found: list[Item], at: int) -> None:
    """With both at the game for "playing chess against a bear"."""
    if found[at].raw.lower() != "against":
        return
    rival, game = _noun(found, at + 1), found[at - 1] if at else None
    if game is None or not is_alive(item_at(found, rival)):
        return
    if game.has("action", "activity") and game.raw.lower().startswith(("play", "having a")):
        end = rival + 1
        if (link := item_at(found, end)) is not None and link.has("in", "wearing", "with"):
            worn = beyond(found, end + 1, _LEADING)
            clad = item_at(found, worn)
            end = worn + 1 if clad is not None and clad.has("garment", "hat", "glasses", "part") else end
        plays = [] if at > 1 and is_alive(found[at - 2]) else [game, Item("comma", ",", "en")]
        found[at - 1 : end] = [*plays, Item.of("and", "and", "en"), *found[at + 1 : end], game]


def _read_to(found: list[Item], at: int) -> None:
    """With the book of "reading to a cat", who is not read."""
    word, noun = found[at].raw.lower(), _noun(found, at + 1)
    if found[at].has("action") and word in _READING and noun > 0 and is_alive(found[noun]):
        book = Item.of("subject", "book", "en", "book")
        found[at : at + 1] = [
            replace(found[at], raw=word.removesuffix(" to")),
            Item.of("a", "a", "en"),
            book,
            Item("stop", "to", "en"),
        ]


_READING = frozenset({"reading to", "reads to", "reading aloud to"})


def _getting_ready(found: list[Item], at: int) -> None:
    """Without the "getting ready to" and "taking forever to" of what somebody does next."""
    words = [i.raw.lower() for i in found[at : at + 4]]
    size = next((len(said) for said in _BEFOREHAND if words[: len(said)] == list(said)), 0)
    deed = item_at(found, at + size)
    if not size or deed is None:
        return
    if deed.kind == "unknown" and (doing := _doing(deed.raw.lower())) is not None:
        found[at + size] = deed = doing
    if deed.has("action", "activity", "undrawn"):
        found[at : at + size] = []


def _doing(word: str) -> Item | None:
    """The deed of a bare verb that is known by its "-ing": "cross"."""
    for gerund in (f"{word}ing", f"{word.removesuffix('e')}ing", f"{word}{word[-1]}ing"):
        meanings = [m for m in build().meanings(gerund) if m.language == "en" and m.kind in _DEEDS]
        if meanings:
            return Item(meanings[0].kind, gerund, "en", {m.kind: m for m in reversed(meanings)})
    return None


_DEEDS = ("action", "activity", "undrawn")


_BEFOREHAND = (
    ("getting", "ready", "to"), ("ready", "to"), ("preparing", "to"), ("taking", "forever", "to"),
    ("starting", "to"), ("going", "to"), ("about", "to"),
)  # fmt: skip
"""What is said before a deed that is drawn all the same."""


def _toward(found: list[Item], at: int) -> None:
    """With ", and" for where somebody goes who is on something: "across a blanket toward a cake"."""
    said = found[at].options.get("relation")
    if said is None or said.id != "toward" or at < _GROUND or "subject" not in found[at - 1].options:
        return
    link = item_at(found, beyond(found, at - 2, _LEADING, -1))
    if link is not None and link.has("in", "on", "relation") and not is_alive(found[at - 1]):
        found[at : at + 1] = _and()


_GROUND = 2


def _as_many(found: list[Item], at: int) -> None:
    """With "dressed as" for the "as" before several: "my friends as penguins"."""
    noun, before = _noun(found, at + 1), found[at - 1] if at else None
    if not found[at].has("as") or before is None or noun < 0 or not is_alive(found[noun]):
        return
    after = item_at(found, noun + 1)
    ends = after is None or after.has(*_ENDS) or after.raw.lower().endswith("ing")
    who = is_alive(before) or before.raw.lower() in ("me", "us") or before.has("scenery")
    if who and ends and _is_many(found[noun]):
        found[at] = Item.of("dressed", "dressed as", "en")


def _sort_of(found: list[Item], at: int) -> None:
    """A big cat for "an absolute unit of a cat", a small frog for "a bean of a frog"."""
    of, article, noun = item_at(found, at + 1), item_at(found, at + 2), _noun(found, at + 2)
    size = _UNITS.get(found[at].raw.lower(), "")
    if not size or of is None or article is None or not (of.has("of") and article.has("a")):
        return
    if noun > 0 and is_alive(found[noun]):
        found[at : at + 3] = [Item.of("size", "big" if int(size) > _USUAL else "little", "en", size)]
        if at and (found[at - 1].has("size") or found[at - 1].raw.lower() in ("absolute", "total", "real")):
            del found[at - 1]


_USUAL = 100
_UNITS = {
    "unit": "135", "giant": "180", "beast": "135", "monster": "135", "mountain": "180", "behemoth": "180",
    "bean": "75", "scrap": "75", "slip": "75", "mite": "55", "speck": "55", "wisp": "75",
}  # fmt: skip
"""What somebody is called for their size: "a giant of a man"."""


def _right(found: list[Item], at: int) -> None:
    """Without the "right" of somebody who talks: "there's this wizard right, and …"."""
    before, after = found[at - 1] if at else None, item_at(found, at + 1)
    said = found[at].raw.lower() == "right" and before is not None and before.has("subject", "role")
    if said and (after is None or after.has("comma", "stop.", "and")):
        found[at] = Item("filler", found[at].raw, "en")


def _told_behind(found: list[Item], at: int) -> None:
    """With the adjectives before their noun for "a cat, plump and ginger, on a barrel"."""
    first, link, second = (item_at(found, at + n) for n in (1, 2, 3))
    end = item_at(found, at + 4)
    told = found[at].has("comma") and first is not None and second is not None and link is not None
    if not (told and at and first and second and link and link.has("and") and found[at - 1].has("subject")):
        return
    plain = all(i.has("color", "size", "trait", "mood") and not i.has("subject") for i in (first, second))
    if plain and (end is None or end.has("comma", "stop.")) and not _is_many(found[at - 1]):
        noun = found[at - 1]
        found[at - 1 : at + 4] = [first, second, noun]


def _is_many(item: Item) -> bool:
    return any(m.plural for m in item.options.values())


def _while(found: list[Item], at: int) -> None:
    """With a clause of its own for what somebody else does meanwhile: "a fox reads while a mouse sleeps"."""
    if found[at].raw.lower() not in ("while", "whilst") or at == 0 or found[at - 1].has("comma", "and"):
        return
    opens, noun = item_at(found, at + 1), _noun(found, at + 1)
    does = item_at(found, noun + 1) if noun > 0 else None
    if opens is not None and opens.has("a", "the", "count") and does is not None:
        found[at : at + 1] = _and() if does.has("action", "activity", "undrawn", "be") else [found[at]]


def _by_a_thing(found: list[Item], at: int) -> None:
    """With "beside" for "by a well" behind somebody, or behind how they sit there."""
    if found[at].raw.lower() != "by":
        return
    noun, before = _noun(found, at + 1), found[at - 1] if at else None
    by = noun > at + 1 and found[at + 1].has("a") and before is not None
    thing = kind_of(found[noun]) in ("building", "furniture", "plant", "thing") if by else False
    if thing and before is not None and (is_alive(before) or before.raw.lower() in _POSTURES):
        found[at] = Item.of("relation", "by", "en", "beside")


_POSTURES = frozenset({"sitting", "sits", "sleeping", "sleeps", "lying", "resting", "waiting", "standing"})


_RULES = (
    _backdrop,
    _while,
    _by_a_thing,
    _on_the_ladder,
    _pointing,
    _worked_on,
    _standing_upon,
    _raced,
    _watched,
    _while_riding,
    _at_the_window,
    _downhill,
    _against,
    _toward,
    _as_many,
    _sort_of,
    _read_to,
    _getting_ready,
    _right,
    _told_behind,
)
