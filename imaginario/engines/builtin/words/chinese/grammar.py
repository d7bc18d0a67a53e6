"""What only Chinese does: titles behind animals, crowds in one sign, clauses that stand before their noun."""

from __future__ import annotations

from ...vocabulary import Entry
from ..index import Meaning
from ..matching import Item
from ..reader.reading import Figure, Reading

_TITLES = frozenset({
    "先生", "小姐", "太太", "夫人", "叔叔", "阿姨", "姐姐", "哥哥", "弟弟", "妹妹", "大叔", "大哥",
    "大姐", "大婶", "大妈", "伯伯", "姑姑",
    "公公", "婆婆", "大爷", "小子", "大王", "老师", "同学", "小哥",
})  # fmt: skip
_CROWD = 7
_DESCRIBING = ("count", "color", "size", "trait", "mood", "filler", "a", "the")
_SITTING = frozenset({"坐", "坐着", "乘", "搭"})
_STEERING = frozenset({"开", "驾", "开着", "驾着"})
_PULLING = frozenset({"拉", "拉着", "吹着"})
_LOOKING = frozenset({"看", "看着", "在看", "翻", "翻看", "翻着", "looking at"})
_READ = frozenset({"book", "newspaper", "map", "letter", "notebook"})
_FOR_SIZE = {"小": "大老", "大": "小", "老": "小"}


def is_title(item: Item | None) -> bool:
    """Whether a word behind an animal only says who it is: "鳄鱼先生", "兔子姐姐"."""
    return item is not None and item.raw in _TITLES


def is_crowd(r: Reading) -> bool:
    """Whether "群" behind the noun says that there are many of them: "水母群"; their number is told then."""
    after = r.peek()
    if after is None or after.raw not in _HERDS or "count" in r.pending:
        return False
    r.pending.update(count=_CROWD, count_word="many")
    return True


_HERDS = frozenset({"群", "队", "队伍", "大军"})


def is_of_many_colors(r: Reading, found: Meaning) -> bool:
    """Whether a thing that has all colours is many things: "五颜六色的热气球"."""
    back = (r.peek(-1), r.peek(-2))
    many = any(i is not None and i.raw in _MANY_COLORED for i in back)
    return many and found.language == "zh" and "count" not in r.pending and not r.entries[found.id].alive


_MANY_COLORED = frozenset({"五颜六色", "五彩缤纷", "各色", "不同颜色", "各种颜色", "颜色各异", "花花绿绿"})


def is_other_animal(r: Reading, found: Meaning, other: str) -> bool:
    """Whether two nouns are two: signs for animals ("龟兔赛跑"), a tree and an animal ("老树昏鸦")."""
    kinds = (r.entries[found.id].kind, r.entries[other].kind)
    dish = found.id in _DISHES or r.pending.get("near") == "soy-milk"
    if kinds == ("food", "food") and dish and found.language == "zh":
        return True  # "油条豆浆"
    if found.id in _TREES and found.language == "zh" and kinds[1] == "animal" and len(found.spelled) > 1:
        return True
    return (
        kinds == ("animal", "animal")
        and found.language == "zh"
        and found.id != other
        and len(found.spelled) == 1
    )


_DISHES = frozenset({
    "burger", "fries", "pizza", "hot-dog", "dumpling", "noodles", "sushi", "bread", "popcorn", "sandwich",
    "taco", "churros", "croissant", "donut", "salad", "soup", "pancake", "cookie", "sweet-bun",
})  # fmt: skip
"""Food that is no ingredient of other food."""
_TREES = frozenset({"tree", "pine", "palm", "cherry-blossom", "autumn-tree", "bamboo"})


def is_told_of_next(r: Reading, entry: Entry) -> bool:
    """Whether the noun belongs to what is said of somebody behind it: "遛狗的老奶奶", "野餐的一家三口"."""
    link = r.peek()
    if link is None or not link.has("of-the") or link.language != "zh":
        return False
    before = next((i for i in (r.peek(-1), r.peek(-2)) if i is not None and not i.has(*_DESCRIBING)), None)
    deed = before is not None and before.has("undrawn", "action")
    laden = r.peek(-1)
    if laden is not None and laden.raw.endswith("满") and (noun := _next_noun(r, 2)) is not None:
        return "subject" in noun.options  # "装满西瓜的卡车"
    return (deed or not entry.alive) and _is_somebody(r, _next_noun(r, 2))


def _is_somebody(r: Reading, item: Item | None) -> bool:
    if item is None:
        return False
    found = item.options.get("subject")
    crowd = item.options.get("scenery")
    alive = found is not None and r.entries[found.id].alive
    return alive or item.has("role") or (crowd is not None and crowd.id in ("person", "child", "friend"))


def _next_noun(r: Reading, at: int) -> Item | None:
    while (item := r.peek(at)) is not None and item.has(*_DESCRIBING) and "subject" not in item.options:
        at += 1
    return item


def is_stood_on(item: Item) -> bool:
    """Whether a part says where others are: "坐在狮子头上" is on a lion."""
    return item.language == "zh" and item.has("relation")


def is_whose_part(r: Reading) -> bool:
    """Whether a part of somebody is only named to tell of it: "长颈鹿脖子上围着围巾"."""
    part, link = r.peek(), r.peek(2)
    told = part is not None and part.language == "zh" and part.has("part") and not r.agents
    return told and r.preposition != "with" and (link is None or not link.has("of-the"))


def is_joined(r: Reading) -> bool:
    """Whether "和" stands before the clothes of the noun: "穿红裙子的小猪和穿蓝西装的小狗"."""
    at = -1
    while (item := r.peek(at)) is not None and item.language == "zh" and _is_of_clothes(r, at):
        at -= 1
    return at < -1 and item is not None and item.kind == "and" and item.language == "zh"


def _is_of_clothes(r: Reading, at: int) -> bool:
    """Whether a word belongs to what the noun behind it wears, or is dressed up as: "打扮成蜜蜂的女孩"."""
    item, before = r.peek(at), r.peek(at - 1)
    disguise = before is not None and before.kind == "dressed"
    return item is not None and (item.has(*_CLOTHES_OF_NEXT) or disguise)


_CLOTHES_OF_NEXT = (*_DESCRIBING, "of-the", "garment", "hat", "glasses", "wearing", "dressed")


def is_recipient(r: Reading) -> bool:
    """Whether the noun only gets what somebody does: "给小猫撑伞"; who is dressed has it all the same."""
    item = r.peek(r.past((*_DESCRIBING, "of-the")))
    ahead = [r.peek(n) for n in (1, 2, 3)]
    dressed = any(i is not None and i.kind == "wearing" for i in ahead)
    return item is not None and item.raw in _TOWARDS and bool(r.agents) and not dressed


_TOWARDS = frozenset({"帮助", "给", "为", "替", "对", "向", "朝", "牵", "牵着", "牵着走"})


def is_for_whom(r: Reading) -> bool:
    """Whether the noun only says for whom the picture is made: "给幼儿园小班画一张海报"."""
    item = r.item
    if r.figures or not item.has("subject", "place", "role", "unknown", "scenery") or item.language != "zh":
        return False
    found = item.options.get("subject")
    before = [i.raw for i in (r.peek(-1), r.peek(-2), r.peek(-3)) if i is not None]
    if not _FOR.intersection(before) or (found is not None and r.entries[found.id].kind != "person"):
        return False
    for at in range(1, 5):
        ahead = r.peek(at)
        if ahead is None or ahead.kind in ("comma", "stop.", "action", "activity"):
            return False
        if ahead.raw.startswith(_MAKE):
            return True
    return False


_FOR = frozenset({"给", "为", "替", "帮", "给我"})
_MAKE = ("画", "做", "设计", "制作", "生成")


def share_clothes(r: Reading) -> None:
    """Let the second of two people wear what was said of both: "穿校服的男生女生"."""
    before = r.peek(-1)
    if before is None or "subject" not in before.options or not r.figures:
        return
    for name, value in r.figures[-1].told.items():
        if name.startswith(_WORN):
            r.coming.told.setdefault(name, value)


_WORN = ("outfit", "hat", "glasses")


def comes_next(r: Reading) -> bool:
    """Whether a posture is that of the noun behind it: "旁边蹲着一只白猫"."""
    before, at = r.peek(-1), 1
    while (item := r.peek(at)) is not None and item.raw in ("着", "了"):
        at += 1
    opens = before is not None and before.language == "zh" and before.has("relation", "place", "place?")
    opens = opens or (before is not None and before.raw in ("台下", "台上", "地上", "一旁"))
    lasting = r.item.raw.endswith("着") or at > 1
    return r.item.language == "zh" and opens and lasting and item is not None and item.has("count", "number")


def is_where(r: Reading) -> bool:
    """Whether a clause opens with the place of somebody who comes behind: "…，树上停着两只鸟"."""
    back = -1
    skipped = (*_DESCRIBING, "of-the", *(("subject",) if "modifier" in r.pending else ()))
    while (item := r.peek(back)) is not None and (item.has(*skipped) or _is_by_something(r, back)):
        back -= 1
    if item is not None and item.kind not in ("comma", "stop."):
        return False
    verb, at = r.peek(2), 3
    if verb is not None and (verb.raw.endswith("满") or verb.has("count") or verb.raw.startswith("一")):
        return True  # "车篮里装满鲜花", "桌子上一杯咖啡"
    while (item := r.peek(at)) is not None and item.raw in ("着", "了"):
        at += 1
    there = verb is not None and (verb.raw in ("有", "是") or verb.raw.endswith("着") or at > _BEHIND_VERB)
    goods = item is not None and item.has(*_GOODS)
    lies = verb is not None and verb.raw.endswith(("有", "着"))
    shown = verb is not None and (verb.raw == "是" or (lies and goods))
    return there and item is not None and (item.has("count", "number") or shown)


_BEHIND_VERB = 3
_GOODS = ("subject", "color", "size", "trait", "unknown", "filler", "undrawn", "sink")


def _is_by_something(r: Reading, at: int) -> bool:
    """Whether a place itself is told by another: "旁边的架子上", "消防车的云梯上"."""
    item, link = r.peek(at), r.peek(at + 1)
    told = item is not None and (item.kind == "relation" or "subject" in item.options)
    return told and link is not None and link.has("of-the")


def only_stands_there(r: Reading) -> bool:
    """Whether "有" says what is somewhere, and not what somebody has: "旁边有一壶茶", "…，桌上有蛋糕"."""
    before, earlier, after = r.peek(-1), r.peek(-2), r.peek()
    there = before is not None and before.language == "zh" and before.kind == "relation"
    if r.item.raw != "有" or not there or after is None:
        return False
    if r.fronted and r.coming.told.get("to") == r.fronted[-1]:
        return True
    opens = earlier is None or earlier.kind in ("comma", "stop.", "it")
    return opens and after.has("count", "number")


def is_being(r: Reading) -> bool:
    """Whether a trade is what somebody is: "我的奶奶是个超级英雄"."""
    at = -1
    while (item := r.peek(at)) is not None and (item.has(*_DESCRIBING) or item.raw == "个"):
        at -= 1
    before = r.peek(at - 1)
    is_ = item is not None and item.kind == "be" and item.language == "zh" and item.raw == "是"
    return is_ and bool(r.agents) and before is not None and "subject" in before.options


def is_pictured(r: Reading) -> bool:
    """Whether the verb tells of what is painted or written somewhere: "黑板上画着太阳"."""
    before = r.peek(-1)
    return r.item.raw in _PICTURED and before is not None and before.has("relation")


_PICTURED = frozenset({"画着", "画了", "写着", "印着", "绣着", "刻着", "画有", "贴着"})


def of_the_title(r: Reading, found: Meaning) -> int | None:
    """The index of the figure that a title has named already: "乌鸦喝水的故事，一只乌鸦…"."""
    one = found.language == "zh" and int(r.pending.get("count", 1)) <= 1
    if not one or not any(item.raw in ("的故事", "故事") for item in r.items[: r.at]):
        return None
    return next((i for i, figure in enumerate(r.figures) if figure.id == found.id), None)


def tells_of_next(r: Reading) -> bool:
    """Whether a deed at the head of a clause is that of the noun it ends with: "…，撑伞的行人"."""
    before, at = r.peek(-1), 1
    if r.item.language != "zh" or (before is not None and before.kind not in ("comma", "stop.")):
        return False
    while (item := r.peek(at)) is not None and at <= _OBJECT and not item.has("of-the"):
        if not item.has(*_DESCRIBING, "subject"):
            return False
        at += 1
    own = r.peek(at - 1)  # of "抱着一条金色的鲤鱼" the "的" is the colour's
    linked = item is not None and item.has("of-the") and (at == 1 or (own is not None and own.has("subject")))
    return linked and _is_somebody(r, _next_noun(r, at + 1))


_OBJECT = 4
"""Words of the thing that a deed is done to."""


def cub_of(r: Reading) -> str:
    """The id of the animal whose young the noun names: "大熊猫和它的宝宝"; empty where it is nobody's."""
    before = r.peek(-1)
    if not r.figures or before is None or before.raw not in _ITS:
        return ""
    ident = r.figures[-1].id or ""
    return ident if ident in r.entries and r.entries[ident].kind == "animal" else ""


def is_its_parent(r: Reading) -> bool:
    """Whether a mother or father is that of the animal before: "小兔子和妈妈"."""
    before, earlier = r.peek(-1), r.peek(-2)
    if before is None or before.language != "zh" or r.item.language != "zh":
        return False
    last = r.figures[-1]
    young = last.told.get("size", 1) < 1 or last.called.startswith("小") or last.called.endswith(_YOUNG)
    joined = before.kind == "and" and earlier is not None and "subject" in earlier.options
    done = before.has("action", "undrawn", "stop") and not any(r.is_person(f) for f in r.figures)
    return before.raw in _ITS or (young and (joined or done))


_YOUNG = ("宝宝", "宝贝", "幼崽", "崽崽", "幼仔", "崽")
_ITS = frozenset({"它的", "她的", "他的", "自己的", "它们的"})


def leads(r: Reading) -> bool:
    """Whether somebody is led by the hand or on a leash, and not carried: "牵着黄色的狗"."""
    at = 1
    while (item := r.peek(at)) is not None and (
        item.has(*_DESCRIBING, "of-the") and "subject" not in item.options
    ):
        at += 1
    found = item.options.get("subject") if item is not None else None
    return r.item.raw.startswith("牵") and found is not None and r.entries[found.id].alive


def are_two(r: Reading, other: Item) -> bool:
    """Whether two words for what people do are two people: "医生护士"."""
    own, met = r.item.options.get("subject"), other.options.get("subject")
    trades = r.item.language == "zh" and r.item.has("role") and other.has("role")
    people = own is not None and met is not None and r.entries[own.id].kind == "person"
    return trades and people and met is not None and r.entries[met.id].kind == "person"


def is_another(r: Reading, figure: Figure) -> bool:
    """Whether "小象" is another one than the "大象" before it."""
    one, other = figure.called[:1], r.item.raw[:1]
    return r.item.language == "zh" and bool(one) and one in _FOR_SIZE.get(other, "")


def mounted(r: Reading, found: Meaning) -> Meaning | None:
    """ "坐火车" and "开飞机" are rides; nothing where "开" is no deed at all."""
    raw, after = r.item.raw, r.peek()
    if raw == "用" and after is not None and after.has("part") and "subject" not in after.options:
        return None  # "大象用鼻子喷水"
    if raw in _PULLING:
        return _pulled(r, found)
    if raw not in _SITTING | _STEERING:
        return found
    at = 1
    while (
        (noun := r.peek(at)) is not None
        and noun.has(*_DESCRIBING, "of-the")
        and "subject" not in noun.options
    ):
        at += 1
    thing = noun.options.get("subject") if noun is not None else None
    entry = r.entries[thing.id] if thing is not None else None
    if (
        entry is not None
        and not entry.alive
        and (entry.rides or (raw.endswith("着") and entry.kind != "plant"))
    ):
        return found._replace(id="drive" if raw in _STEERING else "ride")
    if raw in _STEERING:
        r.excuse()  # "池塘里开着荷花"
    return found if raw in _SITTING else None


def _pulled(r: Reading, found: Meaning) -> Meaning | None:
    """ "拉着小提琴" is music, "拉着行李箱" is not, and "拉着雪橇" can't be drawn."""
    noun = _next_noun(r, 1)
    thing = noun.options.get("subject") if noun is not None else None
    if thing is None:
        return found._replace(id="hold") if noun is not None and noun.kind == "unknown" else found
    if r.entries[thing.id].kind == "instrument":
        return found
    entry = r.entries[thing.id]
    if not entry.alive and entry.kind != "vehicle" and entry.size < 1:
        return found._replace(id="hold")
    if (agent := r.agent()) is not None and r.item.raw.startswith("拉"):
        agent.add("deed", _DRAWING)
        r.acted_on = len(r.figures)
        r.unknown.append(_DRAWING)
    return None


_DRAWING = "牵拉"
"""A deed of `lexicon/deeds.toml`."""


def looks_into(r: Reading, entry: Entry) -> bool:
    """Whether somebody who looks at it reads it: "看一本书", "looking at a map"."""
    agent, at = r.agent(), -1
    while (item := r.peek(at)) is not None and item.raw.lower() not in _LOOKING:
        if not item.has(*_DESCRIBING, "of-the"):
            return False
        at -= 1
    looked = item is not None
    return looked and entry.id in _READ and agent is not None and agent.alive


_IN_HAND = ("手里", "手中", "手上", "手提", "手拿", "手持", "手捧")


def whose_hands(r: Reading) -> Figure | None:
    """The person whose hands are meant where an animal was told of last: "…看舞狮，手里提着灯笼"."""
    last = r.agent()
    entry = r.entries.get(last.id or "") if last is not None else None
    if not r.item.raw.startswith(_IN_HAND) or entry is None or entry.kind == "person":
        return None
    return next((f for f in r.figures if f.id and r.entries[f.id].kind == "person"), None)
