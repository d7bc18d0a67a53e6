"""Chinese words that mean something else beside others: twins, bells, photographs, socks on a line, "她"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType

from ... import vocabulary
from ..index import Meaning, build
from ..items import item_at, kind_of
from ..matching import Item

_BORN_TOGETHER = MappingProxyType(
    {"双胞胎": "2", "孪生": "2", "双生": "2", "三胞胎": "3", "四胞胎": "4", "五胞胎": "5"}
)
_RUNG = frozenset({"敲", "撞", "敲响", "撞响"})
_BELLS = frozenset({"钟", "大钟", "古钟", "铜钟"})
_SHOOTING = frozenset({"拍", "拍着", "拍下"})
_CAMERAS = frozenset({"photographer", "camera", "phone"})
_HANGING = frozenset({"挂着", "放着", "摆着", "晾着", "堆着", "铺着"})
_THEY = MappingProxyType({"她": "女孩", "他": "男孩"})
_BOUNDS = ("comma", "stop.")
_ADJECTIVES = ("color", "size", "trait", "count", "number", "of-the")


def settled(items: Sequence[Item]) -> list[Item]:
    """The items with each of these words as what it means here."""
    return [_meant(items, at) for at in range(len(items))]


_ADDRESSED = frozenset(
    {"叔叔", "阿姨", "大叔", "大妈", "大爷", "师傅", "先生", "女士", "大姐", "大哥", "小哥"}
)


def _is_anybody(item: Item) -> bool:
    """Whether it is somebody of a trade: "保安", "快递员"."""
    found = item.options.get("subject")
    trade = "activity" in item.options and item.raw.endswith(("员", "手", "家", "师"))
    return trade or (found is not None and found.id == "person" and len(item.raw) > 1)


_CARVED = frozenset({"雕", "刻"})


_MOUTHS = "口"


def _folk(items: Sequence[Item], at: int) -> Item | None:
    """A family that is counted, somebody with a title, somebody who carves; None for anything else."""
    item, before, after = items[at], item_at(items, at - 1), item_at(items, at + 1)
    if item.has("count") and item.raw.endswith(_MOUTHS) and before is not None and before.raw in _HOUSEHOLDS:
        return Item.of("scenery", item.raw, "zh", "person")  # "一家七口": the number stands in front then
    if item.raw in _HOUSEHOLDS and after is not None and after.raw.endswith(_MOUTHS):
        return replace(after, raw=item.raw)
    if before is not None and item.raw in _ADDRESSED and _is_anybody(before):
        return Item("filler", item.raw, "zh")  # "保安叔叔" is one
    if item.raw in _CARVED and after is not None and after.has("count"):
        return Item.of("undrawn", "雕刻", "zh", "sculpting")  # "雕一匹小木马"
    return None


_HOUSEHOLDS = frozenset({"一家", "全家"})


def _meant(items: Sequence[Item], at: int) -> Item:
    item, before, after = items[at], item_at(items, at - 1), item_at(items, at + 1)
    if (folk := _folk(items, at)) is not None:
        return folk
    if item.raw in _BORN_TOGETHER and after is not None and after.has("subject"):
        if before is not None and before.has("count"):
            return Item("filler", item.raw, "zh")  # "一对双胞胎女孩"
        return _counting(item.raw, _BORN_TOGETHER[item.raw])
    if item.raw in _BELLS and before is not None and before.raw in _RUNG:
        return _named("铃铛", item.raw) or item
    if item.raw in _SHOOTING and _has_a_camera(items[:at]):
        shot = Meaning("activity", "photographing", "zh", "拍照")
        return Item("activity", item.raw, "zh", {"activity": shot})
    if "part" in item.options and "subject" not in item.options and _hangs(items, at):
        return Item("unknown", item.raw, "zh")
    if (
        item.raw == "人"
        and before is not None
        and before.has("color", "trait")
        and after
        and _is_person(after)
    ):
        return Item("filler", item.raw, "zh")  # "黑人女孩"
    alone_so_far = not any(i.has("subject", "role") for i in items[:at])
    if (left := _left_lying(items, at)) is not None:
        return left
    if item.raw in _FOR_A_CHILD and after is not None and after.has("undrawn", "action") and not alone_so_far:
        return _child(item)
    beast = before is not None and "subject" in before.options and not _is_person(before)
    if item.raw == "一家" and beast and not (after is not None and after.has("subject")):
        return _family(item)
    if item.raw == "一列" and any(kind_of(i) == "vehicle" for i in items[at + 1 : at + 4]):
        return _counting(item.raw, "1")  # a train, and no row
    if item.raw == "风车" and any(set(i.raw) & set("举拿握") for i in items[max(0, at - 4) : at]):
        return _named("纸风车", item.raw) or item
    opens = after is not None and after.kind == "and" and not any(i.has("subject") for i in items[:at])
    with_me = opens or (
        before is not None and before.kind == "and" and not (after is not None and after.has("of-the"))
    )
    if item.raw == "我" and with_me:
        return Item.of("me", item.raw, "zh", spelled="我")
    alone = not any(i.has("subject", "role", "scenery", "name") for i in items[:at])
    if item.raw in _THEY and alone and after is not None and not after.has("of-the", *_BOUNDS):
        return _named(_THEY[item.raw], item.raw) or item
    return item


_FOR_A_CHILD = frozenset({"给孩子", "给宝宝", "给小朋友", "给孩子们"})


def _child(item: Item) -> Item:
    """ "爸爸给孩子讲故事": the child is there; a picture for children has none."""
    found = next((m for m in build().phrases.get("孩子", ()) if m.kind == "scenery"), None)
    return Item("scenery", "孩子", "zh", {"scenery": found}) if found is not None else item


def _family(item: Item) -> Item:
    """ "企鹅一家" are three of them."""
    found = next((m for m in build().phrases.get("一家人", ()) if m.kind == "scenery"), None)
    return Item("scenery", "一家人", "zh", {"scenery": found}) if found is not None else item


def _left_lying(items: Sequence[Item], at: int) -> Item | None:
    """What is somebody's and lies elsewhere is on nobody, and they are not there: "爷爷的眼镜放在报纸上"."""
    for back in (0, 2):
        told = list(items[at - back : at - back + _LEFT] if at >= back else ())
        if len(told) < _LEFT or not told[1].has("of-the") or not _is_person(told[0]):
            continue
        lies = told[3].raw.startswith(("放", "挂", "落", "丢"))
        if lies and told[2].has("glasses", "hat", "garment") and "subject" not in told[2].options:
            return Item("unknown", told[2].raw, "zh") if back else Item("filler", told[0].raw, "zh")
    return None


_LEFT = 4
"""Words of such a phrase: whose it is, "的", what it is, and where it lies."""


def _is_person(item: Item) -> bool:
    found = item.options.get("subject")
    return item.has("role") or (found is not None and vocabulary.load()[found.id].kind == "person")


def _counting(raw: str, number: str) -> Item:
    return Item.of("count", raw, "zh", number)


def _named(word: str, raw: str) -> Item | None:
    """The thing or person that `word` names, as written in `raw`."""
    found = next((m for m in build().phrases.get(word, ()) if m.kind == "subject"), None)
    return Item("subject", raw, "zh", {"subject": found}) if found is not None else None


def _has_a_camera(items: Sequence[Item]) -> bool:
    """Whether somebody with a camera stands before: who takes a picture of something plays with nothing."""
    found = [i.options["subject"].id for i in items if "subject" in i.options]
    return any(ident in _CAMERAS and ident in vocabulary.load() for ident in found)


def _hangs(items: Sequence[Item], at: int) -> bool:
    """Whether it is on nobody: "挂着三只红袜子"."""
    back = at - 1
    while back >= 0 and items[back].has(*_ADJECTIVES):
        back -= 1
    return back >= 0 and items[back].raw in _HANGING and back < at - 1
