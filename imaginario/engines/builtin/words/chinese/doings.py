"""Chinese verbs of one sign that tell more beside what follows: who looks at the moon, goes into a cave."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType

from ..index import Meaning
from ..items import Rule, by_rules, is_alive, item_at, kind_of
from ..matching import Item
from ..reader.reading import Reading

_ADJECTIVES = ("count", "number", "color", "size", "trait", "mood", "of-the", "a", "the")
_LIVING = ("animal", "person", "fantasy")


def told(items: Sequence[Item]) -> list[Item]:
    """The items with each of these words as the deed that it is here."""
    return by_rules(items, _RULES)


def _noun(items: Sequence[Item], at: int) -> Item | None:
    """The noun that an item is said of or done to: the first one behind it that is no adjective."""
    at += 1
    while (item := item_at(items, at)) is not None and (
        item.raw in _ASPECTS or item.raw in _OUT or _is_adjective(item)
    ):
        at += 1
    return item


_ASPECTS = frozenset({"着", "了", "过"})
_OUT = frozenset({"外面", "窗外", "外边"})


def _is_adjective(item: Item) -> bool:
    return item.has(*_ADJECTIVES) and not item.has("subject")


def _follows_somebody(items: Sequence[Item], at: int) -> bool:
    """Whether somebody who does it stands before, and not another verb of theirs."""
    before = item_at(items, at - 1)
    if before is not None and before.raw in ("在", "正在", "一起", "们"):
        before = item_at(items, at - 2) if before.raw != "们" else before
    named = before is not None and before.has("subject", "role", "scenery", "name", "trait", "relation")
    return named or (before is not None and before.raw in ("们", "在"))


def _watches(items: list[Item], at: int) -> None:
    """ "看月亮" is done, where "看书" is another deed."""
    if items[at].raw != "看" or items[at].kind != "filler" or not _follows_somebody(items, at):
        return
    seen = _noun(items, at)
    if (
        seen is not None
        and seen.has("subject", "sky", "scenery", "weather", "time", "place")
        and not _is_read(seen)
    ):
        items[at] = Item.of("undrawn", "看着", "zh", "watching")


_READ = frozenset({"book", "newspaper", "map", "letter", "notebook", "television", "tv", "phone", "computer"})
"""What is looked into or has somebody in front of it anyway."""


def _is_read(item: Item) -> bool:
    known = item.options.get("subject")
    return known is not None and known.id in _READ


def _builds(items: list[Item], at: int) -> None:
    """ "堆雪人" is building."""
    built = _noun(items, at)
    known = built.options.get("subject") if built is not None else None
    if items[at].raw in _HEAPING and known is not None and known.id in _BUILT:
        items[at] = Item.of("undrawn", "建造", "zh", "building")


_HEAPING = frozenset({"堆", "堆着", "堆起", "盖", "盖着", "建", "搭建", "盖起"})
_BUILT = frozenset({"snowman", "sandcastle", "house", "log-cabin", "castle"})


def _tags_along(items: list[Item], at: int) -> None:
    """ "跟着鸭妈妈" is done to somebody who is there."""
    if items[at].raw in ("跟着", "跟在") and is_somebody(_noun(items, at)):
        behind = items[at].raw == "跟在"
        items[at] = Item.of("action", "跟随着", "zh", "follow")
        where = next((n for n in range(at + 1, min(at + _NEAR, len(items))) if items[n].raw in _BEHIND), 0)
        if behind and where:
            del items[where]


_BEHIND = frozenset({"后面", "身后", "后头", "后边", "背后"})
_NEAR = 6


def is_somebody(item: Item | None) -> bool:
    """Whether an item names an animal or a person, by trade or in general: "孩子", "人"."""
    folk = item.options.get("scenery") if item is not None else None
    general = folk is not None and folk.id in ("child", "person")
    return general or is_alive(item)


def _leads(items: list[Item], at: int) -> None:
    """ "牵着马" is done to a horse that walks along, and "牵着孩子的手" to a child."""
    led = _noun(items, at)
    if led is None or items[at].raw not in _LEADING or not items[at].has("action"):
        return
    if not is_somebody(led):
        return
    end = next(n for n in range(at, len(items)) if items[n] is led)
    hand = items[end + 1 : end + 3]
    if len(hand) > 1 and hand[0].has("of-the") and hand[1].raw in _HANDS:
        del items[end + 1 : end + 3]
    items[at] = Item.of("action", items[at].raw, "zh", "lead-along")


_LEADING = frozenset({"牵着", "牵"})
_HANDS = frozenset({"手", "小手", "大手"})


def _crosses(items: list[Item], at: int) -> None:
    """ "过马路" is going over it, and the place is where they go."""
    way = item_at(items, at + 1)
    if items[at].raw == "过" and way is not None and _is_a_way(way) and _follows_somebody(items, at):
        items[at] = Item.of("undrawn", "横穿过", "zh", "crossing")


def _is_a_way(item: Item) -> bool:
    place, thing = item.options.get("place"), item.options.get("subject")
    return (place is not None and place.id in ("street", "road", "river")) or (
        thing is not None and thing.id == "bridge"
    )


def _goes(items: list[Item], at: int) -> None:
    """Who goes into a place walks, runs or swims there: "走进山洞"."""
    verb = _GOING.get(items[at].raw)
    if verb is not None and items[at].kind == "in" and _follows_somebody(items, at):
        items.insert(at, Item("action", items[at].raw, "zh", {"action": Meaning("action", *verb)}))


_GOING = MappingProxyType({
    word + to: (ident, "zh", word)
    for word, ident in (("走", "walk"), ("跑", "run"), ("游", "swim"), ("飞", "fly"))
    for to in ("进", "到", "入", "向")
})  # fmt: skip


def _puts_on(items: list[Item], at: int) -> None:
    """ "系蝴蝶结" and "裹着头巾" are worn."""
    if items[at].raw not in _WRAPPING or items[at].kind != "unknown":
        return
    last = at + 1
    if (after := item_at(items, last)) is not None and after.raw in ("着", "了"):
        last += 1
    worn = _noun(items, last - 1)
    if worn is not None and worn.has("hat", "garment", "part", "glasses"):
        items[at:last] = [Item.of("wearing", items[at].raw, "zh")]


_WRAPPING = frozenset({"系", "裹", "缠", "套", "包着", "裹着", "系上"})


def _has_braids(items: list[Item], at: int) -> None:
    """ "扎辫子的姑娘" has her hair so, where "妈妈在扎辫子" does it."""
    link = item_at(items, at + 1)
    if items[at].raw in _BRAIDING and link is not None and link.has("of-the"):
        items[at : at + 1] = [Item.of("wearing", "扎着", "zh"), Item.of("part", "辫子", "zh", "braids")]


_BRAIDING = frozenset({"扎辫子", "梳辫子", "编辫子"})


def _is_all_over(items: list[Item], at: int) -> None:
    """ "到处挂着灯笼" are many of them."""
    if items[at].raw not in _EVERYWHERE:
        return
    for n in range(at + 1, min(at + _REACH, len(items))):
        if items[n].has("count", "number", "comma", "stop."):
            return
        if items[n].has("subject", "color", "size", "trait") or is_somebody(items[n]):
            items.insert(n, Item.of("count", "许多", "zh", "many"))
            return


_EVERYWHERE = frozenset(
    {"到处", "处处", "四处", "遍地", "到处都是", "随处", *(verb + "满" for verb in "围站坐停落爬开长铺种撒")}
)
_REACH = 5


def _is_a_bunch(items: list[Item], at: int) -> None:
    """ "一束玫瑰" are several, and "一盆向日葵" stands in a pot."""
    noun = _noun(items, at)
    if noun is None or kind_of(noun) != "plant":
        return
    if items[at].raw in _BUNCHES:
        items[at] = Item.of("count", items[at].raw, "zh", "several")
    elif items[at].raw.endswith("盆") and items[at].has("count"):
        known = noun.options["subject"]
        if known.id not in _POTTED:
            end = next(n for n in range(at, len(items)) if items[n] is noun)
            items.insert(end + 1, Item.of("unknown", "盆子", "zh", "tub"))


_BUNCHES = frozenset({"一束", "一大束", "一捧", "一把"})
_POTTED = frozenset({"cactus", "bonsai", "houseplant"})
"""What is drawn in a pot anyway."""


def _roasts(items: list[Item], at: int) -> None:
    """ "烤棉花糖" is roasted, and "烤面包" is baked."""
    food = _noun(items, at)
    if food is None or kind_of(food) not in ("food", "animal") or items[at].raw not in ("烤", "烤着"):
        return
    if food.options["subject"].id not in _BAKED:
        items[at] = Item.of("action", items[at].raw, "zh", "roast")


_BAKED = frozenset({
    "bread", "cake", "cookie", "pizza", "croissant", "cupcake", "pie", "muffin", "mooncake", "birthday-cake",
    "gingerbread", "pretzel", "donut", "tart", "sweet-bun",
})  # fmt: skip


def _cooks(items: list[Item], at: int) -> None:
    """ "在烤鸡" is done to a chicken, and nobody is inside of it."""
    before = item_at(items, at - 1)
    going_on = before is not None and before.raw in ("在", "正在", "正") and items[at].raw[:1] in _COOKED
    after = item_at(items, at + 1)
    if going_on and kind_of(items[at]) in ("food", "animal") and not (after and after.has("relation")):
        ident = "roast" if items[at].raw[0] == "烤" else "cook"
        items.insert(at, Item.of("action", items[at].raw[0], "zh", ident))


_COOKED = frozenset("烤煎炒炸煮蒸炖")


def _slices(items: list[Item], at: int) -> None:
    """ "切蛋糕" is done to a cake that is there, and is no cooking."""
    food = _noun(items, at)
    known = food.options.get("subject") if food is not None else None
    if items[at].raw in ("切", "切着") and known is not None and known.id in _SLICED:
        items[at] = Item.of("undrawn", "切开", "zh", "slicing-open")


_SLICED = frozenset({
    "cake", "birthday-cake", "bread", "pizza", "pie", "watermelon", "melon", "cheese", "mooncake",
})  # fmt: skip


def _brings_along(items: list[Item], at: int) -> None:
    """Who brings somebody along does what follows with them: "母鸡带着小鸡散步"."""
    if items[at].raw != "带着" or kind_of(_noun(items, at)) not in _LIVING:
        return
    end = next((n for n in range(at, len(items)) if items[n].has("comma", "stop.")), len(items))
    does = any(i.has("action", "activity", "undrawn") or i.raw in ("在", "从") for i in items[at + 2 : end])
    if does and kind_of(item_at(items, at - 1)) in _LIVING:
        items[at] = Item.of("and", "和", "zh")


def _is_by_the_slide(items: list[Item], at: int) -> None:
    """Who is beside a slide goes down none: "滑滑梯旁边"."""
    slide, where = item_at(items, at + 1), item_at(items, at + 2)
    goes_down = items[at].raw == "坐" and slide is not None and slide.raw == "滑梯"
    if goes_down and where is not None and where.has("relation"):
        del items[at]


_RULES: Sequence[Rule] = (
    _watches, _builds, _tags_along, _leads, _crosses, _goes, _puts_on, _has_braids, _is_all_over,
    _is_a_bunch, _roasts, _cooks, _slices, _brings_along, _is_by_the_slide,
)  # fmt: skip


_SET_OUT = frozenset({"在", "都", "正在", "给", "一起", "来", "也", "送来", "为", "围着", "跟着"})


def are_friends_that_act(r: Reading) -> bool:
    """Whether a clause tells of what the friends of somebody do: "…，朋友们在唱歌"."""
    before, after = r.peek(-1), r.peek()
    opens = before is not None and before.kind in ("comma", "stop.") and r.item.raw.endswith("们")
    acts = after is not None and (after.raw in _SET_OUT or after.has("action", "activity", "undrawn"))
    return opens and acts and bool(r.figures)


def is_done_to_something(r: Reading) -> bool:
    """Whether an unknown word behind "在" is a deed, for its object follows: "在挑拣西红柿"."""
    after, at = r.peek(), r.past(_ADJECTIVES, 2)
    noun, where = r.peek(at), r.peek(at + 1)
    strange = after is not None and after.kind == "unknown" and not after.options
    there = where is not None and where.has("relation", "of-the", "place")
    return strange and noun is not None and "subject" in noun.options and not there


def is_anybody_there(r: Reading) -> bool:
    """Whether a person has been told of, and not only animals."""
    return any(r.is_person(figure) for figure in r.figures)
