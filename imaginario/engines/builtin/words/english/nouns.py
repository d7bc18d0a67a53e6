"""English noun phrases made plain before they are read: young ones, compounds, "every", "half … half …"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ... import vocabulary
from ..index import Meaning, build
from ..items import POSSESSIVES, item_at, kind_of, rewritten
from ..matching import Item


def plain(items: Sequence[Item]) -> list[Item]:
    """The items with noun phrases put as the reader knows them."""
    for rule in (_in_brackets, _served, _all_are):
        items = rewritten(items, rule)
    items = rewritten(_every(_shown(_patterned(items))), _halves)
    for step in (_falling, _by_company, _babies, _young, _compounds):
        items = step(items)
    return list(items)


def _in_brackets(items: Sequence[Item], at: int) -> tuple[Sequence[Item], int] | None:
    """ "A red fox" for "fox (red)"."""
    opens, quality, closes = (item_at(items, at + n) for n in (1, 2, 3))
    if opens is None or opens.raw != "(" or quality is None or closes is None or closes.raw != ")":
        return None
    told = quality.has("color", "size", "trait") and items[at].has("subject", "role")
    return ([quality, items[at]], 4) if told else None


_DISHES = frozenset({"bowl", "cup", "mug", "pot", "plate", "glass"})


def _served(items: Sequence[Item], at: int) -> tuple[Sequence[Item], int] | None:
    """Without the bowl of "a bowl of tomato soup", which is drawn in one."""
    of, first, dish = (item_at(items, at + n) for n in (1, 2, 3))
    foods = [i for i in (first, dish) if i is not None and _is_food(i)]
    in_a_dish = items[at].raw.lower() in _DISHES and of is not None and of.raw.lower() == "of"
    return ([], 2) if in_a_dish and len(foods) > 1 else None


def _is_food(item: Item) -> bool:
    meaning = item.options.get("subject")
    return meaning is not None and not meaning.plural and vocabulary.load()[meaning.id].kind == "food"


def _all_are(items: Sequence[Item], at: int) -> tuple[Sequence[Item], int] | None:
    """Many of them for "everyone is a teddy bear"."""
    be, article, noun = (item_at(items, at + n) for n in (1, 2, 3))
    everyone = items[at].raw.lower() in ("everyone", "everybody") and be is not None and be.has("be")
    if not everyone or article is None or not article.has("a") or noun is None or not noun.has("subject"):
        return None
    options = {kind: meaning._replace(plural=True) for kind, meaning in noun.options.items()}
    return [replace(noun, options=options)], 4


_PATTERNED = ("striped", "spotted", "patterned", "printed", "print")


def _patterned(items: Sequence[Item]) -> list[Item]:
    """Without the tiger of "a tiger-striped cat"."""
    return [i for at, i in enumerate(items) if not ("subject" in i.options and _is_pattern(items, at))]


def _is_pattern(items: Sequence[Item], at: int) -> bool:
    after, noun = item_at(items, at + 1), item_at(items, at + 2)
    named = noun is not None and noun.has("subject", "garment", "role", "unknown")
    return (
        after is not None
        and after.raw.lower() in _PATTERNED
        and named
        and not items[at].options["subject"].plural
    )


_LIMBS = frozenset({"hand", "hands", "eye", "foot", "mouth", "arm", "fist"})
"""What may be in a picture without anybody: "a hand holding a rose"."""


def _shown(items: Sequence[Item]) -> list[Item]:
    """With an unknown word for clothes that a picture is only of: "a t-shirt with a sloth on it"."""
    at = next(
        (n for n, i in enumerate(items) if not i.has("a", "the", "color", "size", "trait", "filler", "stop")),
        -1,
    )
    after = item_at(items, at + 1)
    limb = (
        at >= 0 and items[at].raw.lower() in _LIMBS and after is not None and after.has("action", "undrawn")
    )
    if limb and after is not None:
        deed = Item.of("undrawn", after.raw, "en")
        return [*items[:at], replace(items[at], kind="unknown", options={}), deed, *items[at + 2 :]]
    alone = at >= 0 and items[at].has("garment") and not items[at].has("subject", "role")
    if not (alone and after is not None and after.has("with")):
        return list(items)
    return [*items[:at], replace(items[at], kind="unknown", options={}), *items[at + 1 :]]


def _every(items: Sequence[Item]) -> list[Item]:
    """With a plural for "every student" and "every animal"."""
    found: list[Item] = []
    for at, item in enumerate(items):
        before = item_at(items, at - 1)
        if (
            item.raw.lower() == "every"
            and at + 1 < len(items)
            and items[at + 1].has("subject", "role", "scenery")
        ):
            continue
        if before is not None and before.raw.lower() == "every" and item.has("subject", "role", "scenery"):
            options = {kind: meaning._replace(plural=True) for kind, meaning in item.options.items()}
            found.append(
                replace(item, raw=f"all {item.raw}s" if item.has("scenery") else item.raw, options=options)
            )
        else:
            found.append(item)
    return found


def _halves(items: Sequence[Item], at: int) -> tuple[Sequence[Item], int] | None:
    """A horse and the told word "half fish" for "half horse half fish"."""
    noun, before = item_at(items, at + 1), item_at(items, at - 1)
    if items[at].raw.lower() != "half" or noun is None or not noun.has("subject", "role"):
        return None
    again = before is not None and (before.has("subject", "role", "be") or before.raw.lower() == "thats")
    return [replace(noun, kind="unknown", raw=f"half {noun.raw}", options={}) if again else noun], 2


_DRIFTING = frozenset({"petal", "leaf", "confetti"})


def _falling(items: Sequence[Item]) -> list[Item]:
    """Without the "falling" of petals, leaves and snow, which is seen; autumn leaves are both."""
    found: list[Item] = []
    for at, item in enumerate(items):
        if item.raw.lower() in ("falling", "falls") and _drifts(items, at):
            continue
        found.append(item)
        if item.raw.lower() in ("autumn leaves", "fall leaves"):
            found.append(Item.of("scenery", "leaves", "en", "leaf"))
    return found


def _drifts(items: Sequence[Item], at: int) -> bool:
    for near in (item_at(items, at - 1), item_at(items, at + 1)):
        thing = near.options.get("scenery") if near is not None else None
        leaves = near is not None and near.raw.lower() in ("autumn leaves", "fall leaves")
        if leaves or (thing is not None and thing.id in _DRIFTING):
            return True
    before = item_at(items, at - 1)
    return before is not None and before.has("weather")


def _by_company(items: Sequence[Item]) -> list[Item]:
    """With the one meaning that words have beside others: a market with somebody in it is a place and no
    shop, a watch that is owned tells the time, the ring of a boxer is not worn."""
    found = list(items)
    for at, item in enumerate(items):
        word, after = item.raw.lower(), item_at(items, at + 1)
        if word == "pencils" and "subject" in item.options:
            found[at] = replace(item, kind="subject", options={"subject": item.options["subject"]})
        if word in ("conductor", "conductors") and any(i.raw.lower() in _MUSIC for i in items):
            found[at] = replace(item, raw=f"orchestra {word}", options={"subject": _musician(item)})
        owned = at > 0 and items[at - 1].has("the", "a", "color", "size", "trait")
        if word == "watch" and owned and "subject" in item.options:
            found[at] = replace(item, kind="subject", options={"subject": item.options["subject"]})
        if word == "ring" and any(i.raw.lower().startswith(_FIGHTERS) for i in items[:at]):
            found[at] = replace(item, kind="unknown", options={})
        there = after is not None and (after.has("with", "be") or after.raw.lower() in _PEOPLED)
        if word == "market" and there and "place" in item.options:
            found[at] = replace(item, kind="place", options={"place": item.options["place"]})
    return found


def _musician(item: Item) -> Meaning:
    plural = any(m.plural for m in item.options.values())
    known = next(m for m in build().phrases["orchestra conductor"] if m.language == "en")
    return known._replace(plural=plural)


_MUSIC = frozenset({"orchestra", "choir", "symphony", "baton", "music", "band", "opera", "violins"})
_FIGHTERS = ("boxer", "boxing", "wrestler", "wrestling", "sumo")
_PEOPLED = ("full of", "where", "at", "in")


def _babies(items: Sequence[Item]) -> list[Item]:
    """With a quality for the "baby" of a "baby dragon" that is one word, and many for "sheep everywhere"."""
    found: list[Item] = []
    for at, item in enumerate(items):
        meaning, after = item.options.get("subject"), item_at(items, at + 1)
        entry = vocabulary.load()[meaning.id] if meaning is not None else None
        young = entry is not None and entry.alive and entry.id not in _GROWING
        if young and " " in item.raw and item.raw.lower().split()[-1] in _CUBS:
            found.append(Item.of("size", "little", "en", _YOUNGER))
        if young and item.raw.lower().startswith("baby "):
            found.append(Item.of("trait", "baby", "en", "young"))
        all_over = after is not None and after.raw.lower() in _ALL_OVER
        if meaning is not None and all_over and not (at and items[at - 1].has("a", "count", "number")):
            found.append(Item.of("count", "many", "en", "many"))
        if not (item.raw.lower() in _ALL_OVER and at and "subject" in items[at - 1].options):
            found.append(item)
    return found


_CUBS = frozenset({"cub", "cubs", "pup", "pups", "kit", "kits"})
_GROWING = frozenset({"duckling", "chick", "baby"})
_ALL_OVER = frozenset({"everywhere", "all around", "all over"})


_YOUNG = frozenset(
    {"cub", "pup", "calf", "foal", "joey", "hatchling", "fledgling", "whelp", "kit", "youngling"}
)
_OF_BREEDS = frozenset({"puppy", "puppie", "pup", "kitten"})
"""They are young ones of the dog or cat that is named before them: "a husky puppy"."""
_YOUNGER = "55"


def _is_another(item: Item, parent: Item | None) -> bool:
    """Whether two names of animals are of different drawings: a pug and a puppy, but no dog and a puppy."""
    own, other = item.options.get("subject"), parent.options.get("subject") if parent else None
    return own is not None and other is not None and own.id != other.id


def _young(items: Sequence[Item]) -> list[Item]:
    """With small bears for the cubs of "a bear and her cubs", and a small lion for "a lion cub"."""
    found: list[Item] = []
    parent: Item | None = None
    for at, item in enumerate(items):
        one = item.raw.lower().removesuffix("s").replace("calve", "calf")
        if at and kind_of(items[at - 1]) == "animal":
            parent = items[at - 1]
        if _is_its_young(items, at):
            found += [Item.of("size", "little", "en", _YOUNGER), item]
            continue
        next_to = bool(found) and found[-1] is parent
        breed = next_to and one in _OF_BREEDS and _is_another(item, parent)
        calf = (one == "calf" and next_to) or breed
        own = one in ("baby", "babie") and bool(found) and found[-1].raw.lower() in POSSESSIVES
        own = own and not any(_is_a_person(items, n) for n in range(at))
        calf = calf or own
        if not (item.kind == "unknown" or calf) or not (own or one in _YOUNG | _OF_BREEDS) or parent is None:
            found.append(item)
            continue
        meaning = parent.options["subject"]._replace(plural=item.raw.lower() != one)
        size = Item.of("size", "little", "en", _YOUNGER)
        if found[-1] is parent:
            found.pop()
        elif found[-1].raw.lower() in POSSESSIVES:  # "a bear and her cub"
            found[-1:] = [] if meaning.plural else [Item.of("a", "a", "en")]
        found += [size, Item("subject", parent.raw if breed else item.raw, "en", {"subject": meaning})]
    return found


def _is_a_person(items: Sequence[Item], at: int) -> bool:
    """Whether somebody is told of whose baby it may be, and no "mother monkey"."""
    person = items[at].has("role") or kind_of(items[at]) == "person"
    return person and kind_of(item_at(items, at + 1)) != "animal"


_BABES = frozenset({
    "joey", "foal", "fawn", "lamb", "piglet", "kitten", "puppy", "cub", "gosling", "cygnet", "owlet",
})  # fmt: skip


def _is_its_young(items: Sequence[Item], at: int) -> bool:
    """Whether it is the young one of a grown animal told of before: "a cat and her kittens"."""
    word = items[at].raw.lower().removesuffix("s").replace("puppie", "puppy")
    if at and "subject" in items[at - 1].options:
        return False  # "a corgi puppy" is one
    meaning = items[at].options.get("subject")
    before = [
        i.options["subject"].id for i in items[:at] if "subject" in i.options and i.raw.lower() not in _BABES
    ]
    return word in _BABES and meaning is not None and meaning.id in before


_PARTS = frozenset({"food", "plant", "thing", "instrument", "vehicle", "sport", "furniture"})
_VERBAL = ("ing", "ed", "ly", "s")


def _compounds(items: Sequence[Item]) -> list[Item]:
    """With one unknown word for "maple syrup" and "apple strudel", which are neither trees nor apples."""
    found: list[Item] = []
    for at, item in enumerate(items):
        before = found[-1] if found else None
        if before is not None and (_is_small_copy(before, item) or _is_slang(before, item)):
            continue  # "a volcano model" shows no woman
        if before is not None and kind_of(before) == "instrument" and item.raw.lower() in _PLAYERS:
            found[-1:] = [_PLAYERS[item.raw.lower()], Item.of("action", "playing", "en", "play"), before]
            continue
        if before is not None and _is_head(items, at) and _is_first_part(before, item):
            found[-1] = replace(item, raw=f"{before.raw} {item.raw}")
        else:
            found.append(item)
        while len(found) > 1 and found[-1].kind == "unknown" and found[-2].raw.lower() in _STUFFS:
            stuff = found.pop(-2)
            found[-1] = replace(found[-1], raw=f"{stuff.raw} {found[-1].raw}")
    return found


_PLAYERS = {
    "player": Item.of("scenery", "person", "en", "person"),
    "players": Item.of("scenery", "people", "en", "person"),
}
"""Who plays the instrument before them: "a banjo player"."""


def _is_slang(who: Item, item: Item) -> bool:
    """Whether the word behind somebody only says who they are: "a mermaid chick", "a wizard dude"."""
    somebody = who.has("role") or kind_of(who) in ("person", "fantasy")
    return somebody and item.raw.lower() in ("chick", "chicks", "dude", "dudes", "gal", "guy", "guys", "lady")


def _is_small_copy(item: Item, model: Item) -> bool:
    meaning = item.options.get("subject")
    if model.raw.lower() not in ("model", "models") or meaning is None:
        return False
    return not vocabulary.load()[meaning.id].alive


def _is_first_part(item: Item, head: Item) -> bool:
    meaning = item.options.get("subject")
    if meaning is None or meaning.plural or meaning.language != "en":
        return False
    kind = vocabulary.load()[meaning.id].kind
    return kind in _PARTS or (kind == "animal" and head.raw.lower().endswith(_TRADES))


def _is_head(items: Sequence[Item], at: int) -> bool:
    """Whether an unknown word ends a noun phrase."""
    item, after = items[at], item_at(items, at + 1)
    word = item.raw
    if item.kind != "unknown" or len(word) < _SHORTEST_HEAD or not word.islower() or word in _PAST:
        return False
    if word.endswith(_VERBAL) and not word.endswith("ss"):
        return False
    return after is None or not after.has("a", "the", "subject", "unknown", "count", "number", "be")


_SHORTEST_HEAD = 4
_TRADES = ("er", "or", "ist", "ian", "eer", "ster")
_PAST = frozenset({
    "broke", "fell", "flew", "sank", "stood", "went", "came", "took", "gave", "rose", "sang", "swam", "grew",
    "threw", "drew", "blew", "caught", "left", "lost", "built", "hung", "slept", "spoke", "drove", "rode",
    "held", "kept", "told", "ate", "drank", "began", "became", "forgot", "woke", "wore", "shone", "spun",
    "stuck", "crept", "fast", "high", "away", "alone", "asleep", "awake", "adrift", "afloat",
    "ablaze", "upright", "inside",
})  # fmt: skip
"""What stands behind a noun without being one."""


_STUFFS = frozenset({"brick", "clay", "pencil", "crayon", "chalk"})
"""What a thing may be made of or used for: "a brick fire station", "a clay court"."""
