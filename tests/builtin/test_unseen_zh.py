"""Chinese prompts nobody had seen: groups told one by one, clauses that open with a place, young ones."""

from __future__ import annotations

from typing import Any

import pytest

from imaginario.engines.builtin import words
from imaginario.engines.builtin.spec import SceneSpec, Subject
from tests.builtin.test_words import ids, one


def _stand(spec: SceneSpec, ident: str) -> tuple[str | None, str | None]:
    """How the subject `ident` stands, and to which other one."""
    subject = next(s for s in spec.subjects if s.id == ident)
    return subject.relation, None if subject.to is None else spec.subjects[subject.to].id


def _first(text: str, ident: str) -> Subject:
    return next(s for s in words.read(text).subjects if s.id == ident)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("两只猫，一只黑色，一只白色", [("cat", 1, "black"), ("cat", 1, "white")]),
        ("五只猫，其中一只是黑色的", [("cat", 4, None), ("cat", 1, "black")]),
        ("四个人，其中一个是熊猫", [("person", 3, None), ("panda", 1, None)]),
        ("三只猫，一只黑色，其他的是白色", [("cat", 1, "black"), ("cat", 2, "white")]),
        ("两只猫", [("cat", 2, None)]),
        ("一直黑猫和一只白狗", [("black-cat", 1, None), ("dog", 1, "white")]),
        ("骆驼队", [("camel", 7, None)]),
    ],
)
def test_groups_are_told_one_by_one(text: str, found: list[tuple[str, int, str | None]]) -> None:
    assert [(s.id, s.count, s.color) for s in words.read(text).subjects] == found


def test_each_of_a_group_does_something_else() -> None:
    big, small = words.read("两只猫一大一小，大的在睡觉，小的在玩毛线球").subjects
    assert (big.size > 1, big.action) == (True, "sleep")
    assert (small.size < 1, small.action, small.held) == (True, "play", "yarn")
    one_cow, other = words.read("两个小朋友，一个在看书，一个在画画").subjects
    assert {one_cow.action, other.action} == {"read", "paint"}


@pytest.mark.parametrize(
    ("text", "ident", "stands"),
    [
        ("一个花瓶，里面插着两枝梅花", "flower", ("inside", "vase")),
        ("一张桌子，上面放着一盏台灯和两本书", "book", ("on", "table")),
        ("一座小桥，下面有一条小船", "boat", ("under", "bridge")),
        ("沙漠里的骆驼，背后是金字塔", "pyramid", ("behind", "camel")),
        ("奶奶坐在摇椅上，脚边有一只白猫", "cat", ("beside", "grandmother")),
        ("树上有一只松鼠和两只小鸟", "bird", ("on", "tree")),
        ("树下，爷爷和奶奶在散步", "grandmother", ("under", "tree")),
        ("程序员在敲代码，桌上一杯咖啡", "coffee", ("on", "table")),
        ("爸爸把儿子扛在肩上", "boy", ("on", "father")),
        ("红色的房子里住着一只猫", "cat", ("inside", "house")),
        ("一只橘猫趴在窗台上", "cat", ("at_window", None)),
    ],
)  # fmt: skip
def test_where_things_stand(text: str, ident: str, stands: tuple[str, str | None]) -> None:
    assert _stand(words.read(text), ident) == stands


def test_a_row_does_what_its_first_does() -> None:
    assert [s.action for s in words.read("树下，爷爷和奶奶在跳舞").subjects if s.id != "tree"] == [
        "dance"
    ] * 2


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("凌晨三点，一只猫", {"time": "night"}), ("凌晨五点，一只猫", {"time": "dawn"}),
        ("下午三点半，三个学生", {"time": "day", "unknown": ()}),
        ("刚下过雨的公园", {"place": "park", "weather": ("rain",), "unknown": ()}),
        ("清晨的西湖", {"place": "lake", "time": "dawn", "names": ("西湖",)}),
        ("武汉热干面", {"place": None, "names": ("武汉",)}),
        ("天上飘着风筝，草地上有一只狗", {"place": "meadow"}),
        ("一只猫抬头看着天空", {"place": None}),
    ],
)  # fmt: skip
def test_hours_and_places(text: str, told: dict[str, Any]) -> None:
    spec = words.read(text)
    assert {name: getattr(spec, name) for name in told} == told


def test_a_house_that_is_described_is_a_thing() -> None:
    assert one("红色的房子里").color == "red"
    assert words.read("房子里有一只猫").place == "room"


@pytest.mark.parametrize(
    ("text", "ident", "told"),
    [
        ("二胡手在演奏", "person", {"held": "erhu", "action": "play"}),
        ("大熊猫幼崽", "panda", {"size": 0.55}),
        ("小伙子打手鼓", "boy", {"held": "drum", "action": "play"}),
        ("不是猫是狗，白色的", "dog", {"color": "white"}),
        ("街上挂满红灯笼", "lantern", {"count": 7, "color": "red"}),
        ("帅哥在健身房撸铁", "man", {"held": "barbell"}),
        ("两个宇航员打羽毛球", "person", {"held": "badminton-racket", "count": 2}),
        ("抱着吉他唱歌的女孩", "girl", {"held": "guitar"}),
    ],
)  # fmt: skip
def test_who_has_what(text: str, ident: str, told: dict[str, Any]) -> None:
    subject = _first(text, ident)
    assert {name: getattr(subject, name) for name in told} == told


def test_who_is_not_there() -> None:
    assert ids("不是猫，而是狗") == ["dog"]
    assert ids("大象在喷水，小象在旁边玩耍") == ["elephant", "elephant"]
    assert [s.size for s in words.read("大象在喷水，小象在旁边玩耍").subjects] == [1.0, 0.55]


def test_a_thing_is_met_again_by_the_end_of_its_name() -> None:
    assert ids("一张野餐垫，垫子上有三明治") == ["sandwich", "picnic-blanket"]


@pytest.mark.parametrize(
    ("text", "ident"),
    [
        ("长城", "great-wall"), ("一双筷子", "chopsticks"), ("糖葫芦", "tanghulu"), ("红包", "red-envelope"),
        ("月饼", "mooncake"), ("粽子", "zongzi"), ("火锅", "hotpot"), ("烤串", "skewer"),
        ("烤鸭", "roast-duck"),
        ("舞狮", "lion-dance"), ("鸟居", "torii"), ("天坛", "temple-of-heaven"), ("麻将", "mahjong"),
        ("鞭炮", "firecracker"), ("中国结", "chinese-knot"), ("米饭", "rice"), ("红烧肉", "stir-fry"),
        ("炸鸡", "chicken-leg"), ("东方明珠", "oriental-pearl-tower"), ("a bowl of rice", "rice"),
        ("pollo asado", "roast-duck"), ("frango frito", "chicken-leg"), ("a torii gate", "torii"),
    ],
)  # fmt: skip
def test_things_of_every_day_have_a_drawing(text: str, ident: str) -> None:
    assert ids(text) == [ident]
    assert words.read(text).unknown == ()


def test_a_row_of_notes_for_dishes() -> None:
    told = words.read("圆桌上摆着清蒸鱼、白米饭、红烧肉和一壶茶").extra["told"]
    assert [row.get("near") for row in told] == ["fish-dish", None, None, "red-braised-pork", None]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("奶奶和三只鹅，一黑两白", [("grandmother", 1, None), ("goose", 1, "black"), ("goose", 2, "white")]),
        ("一支驼队", [("camel", 7, None)]),
        ("柳树下有两头牛，一头在吃草，另一头在喝水", [("cow", 1, None), ("tree", 1, None), ("cow", 1, None)]),
        ("麻雀停在树上，一共三只", [("sparrow", 3, None), ("tree", 1, None)]),
        ("外婆的院子里有一口井", [("well", 1, None)]),
        ("医院走廊里有一个护士", [("nurse", 1, None)]),
        ("老板是只兔子", [("rabbit", 1, None)]),
        ("荷叶上有青蛙，池塘里开着粉荷花", [("frog", 1, None), ("lily-pad", 1, None), ("lotus", 1, "pink")]),
    ],
)  # fmt: skip
def test_who_is_there_and_how_many(text: str, found: list[tuple[str, int, str | None]]) -> None:
    assert [(s.id, s.count, s.color) for s in words.read(text).subjects] == found


def test_what_somebody_cant_do_is_told() -> None:
    for text in ("不会游泳的鱼", "a fish, 不会游泳, crisp clear light with soft shadows"):
        spec = words.read(text)
        assert spec.subjects[0].action is None
        assert "不会游泳" in spec.unknown


@pytest.mark.parametrize(
    ("text", "ident", "stands"),
    [
        ("海盗站在船上，一只鹦鹉站在他的肩膀上", "parrot", ("on", "person")),
        ("一个上班族在看报纸，老板站在他身后", "person", ("behind", "person")),
        ("爷爷推着自行车，后座上坐着孙子", "boy", ("on", "bicycle")),
        ("一家人摘苹果，梯子靠在树上", "ladder", ("on", "tree")),
        ("桥上有个撑红伞的姑娘", "girl", ("on", "bridge")),
    ],
)
def test_who_stands_by_whom(text: str, ident: str, stands: tuple[str, str]) -> None:
    found = words.read(text)
    told = [
        (s.relation, found.subjects[s.to].id) for s in found.subjects if s.id == ident and s.to is not None
    ]
    assert stands in told


def test_those_who_are_told_together_do_and_wear_the_same() -> None:
    girl, boy = words.read("孩子们穿着新衣服").subjects
    assert girl.outfit == boy.outfit == "casual"
    assert [s.size for s in words.read("五只企鹅围着一只小企鹅").subjects] == [1.0, 0.55]
    assert ids("骷髅摇滚乐队") == ["skeleton"]
    assert ids("打伞的不是人，是一只狐狸") == ["fox"]
    assert one("打伞的不是人，是一只狐狸").held == "umbrella"


@pytest.mark.parametrize(
    ("text", "ident", "stands"),
    [
        ("小女孩在画画，桌上有蛋糕", "cake", ("on", "table")),
        ("兔子在看书，树上有苹果", "apple", ("on", "tree")),
        ("把沙发搬到海边，一对老夫妻坐在上面", "grandmother", ("on", "sofa")),
        ("爷爷在田里插秧，水牛在旁边吃草", "bull", ("beside", "grandfather")),
        ("一架直升机降落在医院的屋顶上", "helicopter", ("on", "hospital")),
        ("消防车的云梯上站着两个消防员", "firefighter", ("on", "ladder")),
        ("三个同事围着一台电脑讨论", "person", ("beside", "computer")),
    ],
)
def test_what_is_there_is_in_nobodys_hands(text: str, ident: str, stands: tuple[str, str]) -> None:
    spec = words.read(text)
    assert _stand(spec, ident) == stands
    assert not {"cake", "apple", "computer"} & {s.held for s in spec.subjects}


@pytest.mark.parametrize(
    ("text", "ident", "told"),
    [
        ("一个人在雨中等车，没带伞", "person", {"held": None}),
        ("不下雨也打伞的小男孩", "boy", {"held": "umbrella"}),
        ("大灰狼戴着外婆的帽子", "wolf", {"hat": "top-hat"}),
        ("螃蟹举着一面白旗", "crab", {"held": "flag"}),
        ("摄影师在拍一只蝴蝶", "photographer", {"held": "camera"}),
        ("她一手拿着冰淇淋", "girl", {"held": "ice-cream"}),
        ("一对双胞胎女孩", "girl", {"count": 2}),
        ("双胞胎女儿", "girl", {"count": 2}),
        ("游客们在拍照", "person", {"count": 3}),
        ("盲人歌手在弹吉他", "singer", {"held": "guitar", "count": 1}),
    ],
)  # fmt: skip
def test_hands_hats_and_numbers(text: str, ident: str, told: dict[str, Any]) -> None:
    spec = words.read(text)
    subject = next(s for s in spec.subjects if s.id == ident)
    assert {name: getattr(subject, name) for name in told} == told
    assert not spec.weather or "不下雨" not in text


def test_nobody_comes_in_who_is_only_named() -> None:
    assert ids("大灰狼戴着外婆的帽子") == ["wolf"]
    assert ids("店主是一只浣熊") == ["raccoon"]
    assert ids("戴耳环的黑人女孩") == ["girl"]
    assert ids("公园里，老人放风筝，年轻人跑步，小孩吹泡泡") == ["grandfather", "person", "girl"]
    assert ids("我和我的猫一起看星星") == ["person", "cat"]
    assert ids("到处都是猫，有的睡觉，有的打架") == ["cat", "cat", "cat"]
    assert words.read("厨师把披萨扔到空中").place is None
    assert words.read("一个裁缝在做旗袍").subjects[0].outfit is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("爷爷的老花镜放在报纸上", ["newspaper"]),
        ("戴着圣诞帽的企鹅一家", ["penguin"]),
        ("男孩把纸飞机递给女孩", ["boy", "girl"]),
        ("小女孩蹲在地上喂流浪猫", ["girl", "cat"]),
        ("爸爸在给孩子讲故事", ["father", "girl"]),
        ("猫头鹰老师在上课，黑板上写着数字", ["owl", "blackboard"]),
        ("一家三口在看书，爸爸抱着爆米花", ["person", "father"]),
        ("蚂蚁搬家，一只举着叶子，一只扛着苹果", ["ant", "ant"]),
    ],
)
def test_who_is_in_the_picture(text: str, found: list[str]) -> None:
    assert ids(text) == found


def test_what_is_done_belongs_to_who_does_it() -> None:
    told = words.read("没有翅膀的天使坐在秋千上哭").extra["told"]
    assert next(row for row in told if row["subject"] == 0)["traits"] == ["crying"]
    assert "没有翅膀" in words.read("没有翅膀的天使").unknown
    mouse = _first("狮子和老鼠，老鼠坐在狮子头上", "mouse")
    assert (mouse.relation, mouse.to) == ("on", 0)
    assert words.read("猎豹追着羚羊，秃鹫在天上盘旋").place is None
    assert one("一列蒸汽火车").count == 1
    assert one("一列企鹅").count == 7
    assert _first("小男孩举着一个风车", "boy").held == "pinwheel"
