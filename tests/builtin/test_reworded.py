"""Chinese phrases that say in a roundabout way who is where, and what is done for whom."""

from __future__ import annotations

import pytest

from imaginario.engines.builtin import accounts, naming, words, writer
from imaginario.engines.builtin.spec import SceneSpec


def _drafted(prompt: str) -> SceneSpec:
    return words.read(writer.write(words.read(prompt), idea=prompt).prompt)


def _cast(spec: SceneSpec) -> list[str]:
    def line(at: int) -> str:
        one = spec.subjects[at]
        to = f" {one.relation or ''}>{spec.subjects[one.to].id}" if one.to is not None else ""
        return f"{one.id}{'+' + one.held if one.held else ''}{to}"

    return [line(at) for at in range(len(spec.subjects))]


@pytest.mark.parametrize(
    ("prompt", "cast"),
    [
        ("爸爸背着女儿走在河边", ["father", "girl on>father"]),
        ("一个背着弟弟的姐姐在田野里走", ["girl", "boy on>girl"]),
        ("老爷爷背着孙子，手里提着灯笼", ["grandfather+lantern", "boy on>grandfather"]),
        ("妈妈背着戴红帽子的宝宝，在厨房做饭", ["mother", "baby on>mother"]),
        ("背着书包的男孩", ["boy"]),
        ("四个工人在工地上，一只麻雀落在其中一个人的头上", ["builder", "sparrow on>builder"]),
        ("四个男孩坐在长椅上，一只鸽子落在其中一个男孩的肩上", ["boy on>bench", "bench", "pigeon on>boy"]),
        ("士兵拥抱着妻子，他们中间放着一个行李箱", ["person", "woman", "suitcase beside>person"]),
        ("小狗坐在两个女孩中间", ["dog beside>girl", "girl"]),
        ("两棵树中间有一座小木屋", ["log-cabin beside>tree", "tree"]),
        ("男孩靠着大树睡觉", ["boy beside>tree", "tree"]),
        ("小猫靠在沙发上", ["cat on>sofa", "sofa"]),
        ("爷爷提着木桶", ["grandfather+bucket"]),
        ("木桶上站着一只公鸡", ["rooster on>barrel", "barrel"]),
        ("妈妈推着婴儿车走过公园", ["mother behind>stroller", "stroller"]),
        ("女孩推着购物车", ["girl behind>shopping-cart", "shopping-cart"]),
    ],
)
def test_who_is_where_in_the_prompt_and_in_its_draft(prompt: str, cast: list[str]) -> None:
    assert _cast(words.read(prompt)) == cast
    assert sorted(_cast(_drafted(prompt))) == sorted(cast)


def test_the_bow_is_that_of_the_raft() -> None:
    spec = words.read("渔翁撑着竹筏，船头站着两只鸬鹚")
    assert _cast(spec) == ["fisherman on>jangada", "jangada", "crow on>jangada"]
    assert [one.id for one in _drafted("渔翁撑着竹筏，船头站着两只鸬鹚").subjects] == [
        "fisherman",
        "jangada",
        "crow",
    ]


@pytest.mark.parametrize(
    ("prompt", "draft"),
    [
        ("空姐给乘客倒果汁", "pouring juice for a passenger"),
        ("妈妈给女儿梳头", "combing hair for a girl"),
        ("a father telling a story for a boy", "telling a story for a boy"),
        ("女孩给小狗喂食", "feeding a young dog"),
        ("三个水手在搬木箱，船长站在他们后面", "three sailors heaving a crate"),
        ("浣熊在巷子里翻垃圾桶", "rummaging through a trash can"),
        ("男孩在邮局寄包裹", "mailing a parcel"),
        ("士兵拥抱着妻子，他们中间放着一个行李箱", "between the soldier and the woman"),
        ("女人靠在柱子旁边", "beside a column, leaning"),
        ("女孩撑着油纸伞", "holding an oil-paper umbrella"),
        ("两只猴子在树上荡来荡去", "swinging to and fro"),
        ("女孩们在摊位前排队", "in front of a market stall, queueing"),
    ],
)
def test_the_draft_says_it(prompt: str, draft: str) -> None:
    text = writer.write(words.read(prompt), idea=prompt).prompt
    assert draft in text
    assert text.isascii()


@pytest.mark.parametrize(
    ("prompt", "pair"),
    [
        ("音乐教室里，女孩在弹钢琴", "music room → classroom"),
        ("舞蹈教室里，女孩在跳舞", "dance studio → gym"),
        ("戴军帽的士兵", "army cap → captain hat"),
        ("大叔在烤玉米", "roasting → cooking"),
        ("阴天的码头上有一只海鸥", "overcast → cloudy"),
        ("一家人坐在院子里", "backyard → garden"),
        ("两只鸬鹚", "cormorant → crow"),
    ],
)
def test_what_stands_in_is_told(prompt: str, pair: str) -> None:
    assert pair in naming.pairs(accounts.stand_ins(_drafted(prompt)))["en"]


def test_a_peacock_shows_its_tail_and_nothing_is_told() -> None:
    spec = words.read("花园里有一只开屏的孔雀")
    assert (_cast(spec), spec.unknown) == (["peacock"], ())


@pytest.mark.parametrize(
    ("prompt", "told"),
    [("一家人围坐在圆桌旁吃月饼", "taking-seats"), ("工人们坐在钢梁上吃盒饭", "taking-seats")],
)
def test_who_sits_and_eats_at_a_table_is_told_to_sit(prompt: str, told: str) -> None:
    spec = words.read(prompt)
    assert all(one.action == "eat" for one in spec.subjects if one.id in ("person", "builder"))
    assert "就座" in spec.unknown, told


@pytest.mark.parametrize(
    ("prompt", "color"), [("穿黄色背心的袋鼠", "yellow"), ("穿蓝色背带裤的小熊", "blue")]
)
def test_a_vest_takes_its_colour(prompt: str, color: str) -> None:
    spec = words.read(prompt)
    assert spec.subjects[0].color is None
    assert spec.extra["told"][0]["outfit_color"] == color


def test_what_is_in_the_arms_is_not_that_of_the_next_one() -> None:
    spec = words.read("一个胖娃娃坐在荷叶上，怀里抱着一条金色的鲤鱼，头顶飞着两只蜻蜓")
    assert _cast(spec) == ["baby+fish on>lily-pad", "lily-pad", "dragonfly over>baby"]
    assert spec.subjects[0].size == 1.3


def test_both_who_are_dressed_up_dance() -> None:
    spec = words.read("打扮成蝙蝠的男孩和打扮成蜜蜂的女孩在吊灯下跳舞")
    assert [one.action for one in spec.subjects if one.id in ("boy", "girl")] == ["dance", "dance"]
