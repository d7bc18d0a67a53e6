"""Chinese clauses that tell what is somewhere: "…，里面插着两枝梅花", "树上有一只松鼠和两只小鸟"."""

from __future__ import annotations

from ..index import Meaning
from ..items import is_told_of
from ..plain import existing
from ..reader.reading import Reading

_DESCRIBING = ("count", "color", "size", "trait", "mood", "filler", "a", "the")
_REACH = 8
"""How many words behind the place the thing may stand."""


def lets_come(r: Reading, where: str) -> None:
    """Let the next noun stand there where a clause opens without one: "一个花瓶，里面插着两枝梅花"."""
    before, earlier = r.peek(-1), r.peek(-2)
    if before is not None and before.has("it", "part", "the"):
        before = earlier
    opens = before is None or before.kind in ("comma", "stop.")
    if not opens or not r.figures or not _something_is_there(r):
        return
    anchor = r.agents[-1] if r.agents else len(r.figures) - 1
    if r.item.options["relation"].id == "between" and anchor > 0 and r.figures[anchor - 1].alive:
        anchor -= 1  # the first of the two
    if "座" in r.item.raw or "车" in r.item.raw:
        ridden = (i for i, f in enumerate(r.figures) if f.id and r.entries[f.id].kind == "vehicle")
        anchor = next(ridden, anchor)  # "…推着自行车，后座上坐着孙子"
    r.coming.told.update(relation=where, to=existing.ground_of(r.figures[anchor], anchor, where))
    r.fresh = True


def _something_is_there(r: Reading) -> bool:
    """Whether a thing is told of behind the place: "…着一只", "有", "是", or its number at once."""
    after, at = r.peek(), 1
    if after is None or after.has("of-the", "comma", "stop."):
        return False
    while (item := r.peek(at)) is not None and at <= _REACH and not item.has("comma", "stop.", "place"):
        if "subject" in item.options or item.has("role") or is_told_of(item):
            return True
        at += 1
    return False


def stand_together(r: Reading, index: int) -> bool:
    """Whether a row stands where its first does, and let all of it: "树上有一只松鼠和两只小鸟"."""
    at = -1
    while (item := r.peek(at)) is not None and item.has(*_DESCRIBING) and item.kind != "and":
        at -= 1
    last = r.peek(at - 1)
    if item is None or last is None or r.item.language != "zh" or "subject" not in last.options:
        return False
    first = r.figures[index - 1]
    if not (item.kind == "and" or item.raw == "、") or first.told.get("to", index) >= index - 1:
        return False
    for name in ("relation", "to", *(("action", "verb") if first.told.get("action") in _RESTS else ())):
        r.figures[index].add(name, first.told.get(name))
    return True


_RESTS = frozenset({"sit", "sleep", "fly", "swim", "dance", "run"})


def is_beside_it(r: Reading, where: str) -> bool:
    """Whether whoever came last stands by the one before: "老板站在他身后"; then they are told so."""
    before, earlier = r.peek(-1), r.peek(-2)
    if before is None or not before.has("it", "the") or earlier is None or earlier.kind in ("comma", "stop."):
        return False
    last = r.agents[-1] if r.agents else -1
    earlier_ones = [i for i in range(last - 1, -1, -1) if r.figures[i].alive and i not in r.agents]
    people = [i for i in earlier_ones if before.raw in _SHE and r.is_person(r.figures[i])]
    anchor = next(iter([*people, *earlier_ones]), None)
    if anchor is None or "to" in r.figures[last].told or r.figures[anchor].told.get("to") == last:
        return False
    for i in r.agents:
        r.figures[i].add("relation", where)
        r.figures[i].add("to", anchor)
    return True


_SHE = frozenset({"她", "他", "她们", "他们"})


def in_short(r: Reading, found: Meaning) -> int | None:
    """The index of a thing that is called by the end of its name now: "野餐垫 … 垫子上"."""
    stem = r.item.raw.removesuffix("子")
    if found.language != "zh" or r.pending.keys() - {"near"} or r.entries[found.id].alive:
        return None
    told = (i for i, f in enumerate(r.figures) if not f.alive and f.called != r.item.raw)
    meant = next((i for i in told if r.figures[i].called.removesuffix("子").endswith(stem)), None)
    if meant is not None:
        r.pending = {}
        r.excuse()
    return meant


def is_gazed_at(r: Reading) -> bool:
    """Whether a place is only looked or thrown at: "抬头看着天空", "扔到空中"."""
    before, earlier = r.peek(-1), r.peek(-2)
    if before is not None and before.raw == "了":
        before = earlier  # "把帽子吹到了天上"
    thrown = earlier is not None and earlier.raw in _THROWN  # "把石头扔向天空": the verb stands first by now
    return thrown or (before is not None and before.raw in _GAZING | _THROWN | _TOWARDS)


_TOWARDS = frozenset({"到", "向", "往", "朝"})
_THROWN = frozenset(
    {
        verb + to
        for verb in ("扔", "抛", "丢", "射", "撒", "洒", "吹", "投", "指", "看", "望", "升")
        for to in "向到上"
    }
)
_GAZING = frozenset(
    {"看", "看着", "望着", "望", "仰望", "仰望着", "仰头看", "凝望", "眺望", "远眺", "指着", "望向"}
)


def owns_place(r: Reading) -> bool:
    """Whether a clause opens with whose place it is and something is there: "外婆的院子里有一口井"."""
    before, place, there = r.peek(-1), r.peek(2), r.peek(3)
    opens = before is None or before.kind in ("comma", "stop.")
    if not opens or place is None or there is None or "place" not in place.options:
        return False
    return there.raw in ("有", "是") or there.raw.endswith(("着", "满")) or there.has("relation")


def has_a_place(r: Reading) -> bool:
    """Whether another place is in this one, and that is where all happens: "海边的悬崖上"."""
    link, other = r.peek(), r.peek(2)
    named = other is not None and other.kind == "place" and other.options["place"].id != "sky"
    return link is not None and link.has("of-the") and named


def is_young_beside(r: Reading, found: Meaning) -> bool:
    """Whether it is a small one of those who are there already: "五只帝企鹅围着一只小企鹅"."""
    small = r.item.raw.startswith("小") and found.language == "zh" and "count" in r.pending
    return (
        small
        and r.entries[found.id].kind == "animal"
        and any(f.id == found.id and not f.called.startswith("小") for f in r.figures)
    )


def is_outside(r: Reading) -> bool:
    """Whether a place is only seen through a window: "窗外是雪景"."""
    near = (r.peek(-1), r.peek(-2))
    return any(i is not None and i.raw.startswith("窗外") for i in near)


def is_worn_next(r: Reading) -> bool:
    """Whether what follows is worn: "围着一条红围巾", but not "围着一台电脑"."""
    at = 1
    told = (*_DESCRIBING, "of-the")
    while (item := r.peek(at)) is not None and item.has(*told) and "subject" not in item.options:
        at += 1
    return item is not None and item.has("garment", "hat", "part", "glasses")


def is_upon_it(r: Reading, where: str) -> bool:
    """Whether those who act are on what was told of before: "一张沙发，…坐在上面"."""
    before = r.peek(-1)
    ends = before is not None and (before.kind == "in" or before.raw.endswith("在"))
    if not ends or r.item.raw not in _BARE or not r.agents:
        return False
    earlier = [i for i in range(min(r.agents) - 1, -1, -1) if r.figures[i].id]
    alive = [i for i in earlier if r.figures[i].alive] if where == "beside" else []
    anchor = next(iter([*alive, *earlier]), None)
    if anchor is None:
        return False
    for i in r.agents:
        if "to" not in r.figures[i].told:
            r.figures[i].told.update(relation=where, to=anchor)
    return True


_BARE = frozenset({"上面", "里面", "下面", "旁边", "前面", "后面", "中间", "底下"})


def is_its_roof(r: Reading, found: Meaning) -> bool:
    """Whether a roof is only that of the house before: "一座老房子，屋顶破了"."""
    house = any(f.id and r.entries[f.id].kind == "building" for f in r.figures)
    stood_on = r.preposition == "in" or r.item.raw.endswith("上")
    return found.language == "zh" and found.id == "rooftop" and house and not stood_on


def is_above_the_rest(r: Reading) -> bool:
    """Whether only who acts now is in the sky, and others are below: "猎豹追着羚羊，秃鹫在天上盘旋"."""
    others = [f for i, f in enumerate(r.figures) if i not in r.agents and f.id]
    below = any(f.alive and r.entries[f.id or ""].anchor != "sky" for f in others)
    return r.item.language == "zh" and r.preposition == "in" and below


def opens_a_clause(r: Reading, called: str) -> bool:
    """Chinese: whether a place opens a clause in which nobody comes: "…，黑板上写着数字"."""
    at = next((n for n, i in enumerate(r.items) if i.raw == called and i.language == "zh"), 0)
    return at > 0 and r.items[at - 1].kind in ("comma", "stop.")
