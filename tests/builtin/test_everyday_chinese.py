"""Everyday Chinese: what is read, what is told, and where things stand."""

from __future__ import annotations

import pytest

from imaginario.engines.builtin import accounts, compose, naming, words, writer
from imaginario.engines.builtin.spec import SceneSpec
from imaginario.engines.builtin.words import afar


def redrawn(idea: str) -> SceneSpec:
    """The scene of the English prompt that is written for an idea."""
    return words.read(writer.write(words.read(idea), idea=idea).prompt)


def missing(idea: str) -> str:
    """What is told as not drawn, in English."""
    picture = compose.paint(redrawn(idea), width=256, height=256, seed=1)
    return naming.listing(picture.not_drawn)["en"]


@pytest.mark.parametrize(
    "idea",
    [
        "打领带的男孩在教室里",
        "一个男孩在操场上打蓝球",
        "小明在踢足求",
        "雪下得好大，小狗在雪地里跑",
        "雨下得很大，小猫打着伞",
        "太阳很大，小猫在睡觉",
        "猴子在泡温泉",
        "一只小猫泡温泉，一脸淡定",
        "小狗坐在车上兜风",
        "爸爸开车带小狗去兜风",
        "冰雹天，小猫撑伞",
        "小狗怕打雷，躲在床底下",
        "五只小鸭子排成一排",
        "小朋友排成一队走路",
        "小猫和小狗合影",
        "five ducklings lined up in a row",
        "a family posing for a photo",
        "夜晚的城市里，一只猫在屋顶上",
        "公园里，孩子们在湖边放风筝",
        "小熊在森林里的小河边",
        "un ciervo junto a un río en el bosque",
    ],
)
def test_nothing_is_told_as_missing(idea: str) -> None:
    assert missing(idea) == ""


@pytest.mark.parametrize(
    ("idea", "told"),
    [
        ("奶奶别着胸针在唱歌", "brooch"),
        ("清晨的森林里，一只小鹿在河边喝水", ""),
        ("小猫看外面", "watching"),
    ],
)
def test_only_what_is_missing_is_told(idea: str, told: str) -> None:
    assert missing(idea) == told


@pytest.mark.parametrize(
    ("idea", "rows"),
    [
        ("爷爷坐在木船上钓鱼", [("grandfather", "ride", None), ("boat", None, None)]),
        ("爸爸开车带小狗去兜风", [("father", "ride", None), ("dog", "ride", None), ("car", None, None)]),
        ("狗追着猫，猫追着老鼠", [("dog", "run", None), ("cat", "run", None), ("mouse", None, None)]),
        ("屋顶上有一只猫，房子是红色的", [("cat", None, "on"), ("house", None, None)]),
        ("一只猫坐在屋顶上，下面是一座小木屋", [("cat", "sit", "on"), ("log-cabin", None, None)]),
        ("装满糖果的篮子", [("candy", None, "inside"), ("basket", None, None)]),
        ("妈妈把花插在花瓶里", [("mother", None, None), ("flower", None, "inside"), ("vase", None, None)]),
        ("弟弟被狗追得满院子跑", [("dog", "run", None), ("boy", None, None)]),
        ("妈妈给我讲故事，我听着听着就睡着了", [("mother", None, None), ("girl", "sleep", None)]),
        ("爸爸扛着儿子看烟花", [("father", None, None), ("boy", None, "on")]),
        (
            "有的小朋友在滑滑梯，有的小朋友在荡秋千",
            [("girl", "ride", None), ("slide", None, None), ("boy", "ride", None), ("swing", None, None)],
        ),
        ("两只小猫在打架，一只黑的，一只白的", [("black-cat", None, None), ("cat", None, None)]),
        ("姐姐画画，妹妹跳舞", [("girl", "paint", None), ("girl", "dance", None)]),
        ("放风筝", [("person", "hold", None)]),
        ("playing basketball", [("person", "play", None)]),
        ("龟兔赛跑，兔子睡着了", [("turtle", "run", None), ("rabbit", "sleep", None)]),
        ("小女孩抱着比自己还大的泰迪熊", [("girl", "hold", None)]),
        ("小狗趴在主人脚边打盹", [("dog", "sleep", "beside"), ("person", None, None)]),
        (
            "老爷爷拄着拐杖，老奶奶挎着篮子，两个人走在夕阳下",
            [("grandfather", "run", None), ("grandmother", "run", None)],
        ),
        ("河面上漂着一只小纸船", [("paper-boat", None, None)]),
    ],
)
def test_who_does_what_and_where(idea: str, rows: list[tuple[str, str | None, str | None]]) -> None:
    assert [(s.id, s.action, s.relation) for s in redrawn(idea).subjects] == rows


def test_who_is_scared_is_told_so() -> None:
    (row, _) = redrawn("小狗怕打雷，躲在床底下").extra["told"]
    assert row["traits"] == ["scared"]


@pytest.mark.parametrize(
    ("idea", "place", "word"),
    [
        ("清晨的森林里，一只小鹿在河边喝水", "river", "forest-river"),
        ("in a forest at dawn, a deer drinks by the river", "river", "forest-river"),
        ("um veado na beira do rio na floresta", "river", "forest-river"),
        ("公园里，孩子们在湖边放风筝", "lake", "park-lake"),
    ],
)
def test_two_places_may_be_one(idea: str, place: str, word: str) -> None:
    spec = redrawn(idea)
    assert (spec.place, spec.extra["words"]["place"]) == (place, word)


def test_a_row_is_one_row_on_the_ground() -> None:
    for idea in ("五只小鸭子排成一排", "七只小猫排成一排"):
        assert {row.get("pose") for row in redrawn(idea).extra["told"]} == {"in-a-row"}


@pytest.mark.parametrize(
    ("name", "chinese"),
    [("Chongqing", "重庆"), ("the Nile", "尼罗河"), ("Londres", "伦敦"), ("Gotham", "Gotham")],
)
def test_places_of_the_world_have_chinese_names(name: str, chinese: str) -> None:
    assert afar.called(name, "zh") == chinese


def test_notes_in_chinese_have_no_english() -> None:
    near = naming.pairs(accounts.stand_ins(redrawn("孩子们在重庆的街上合影")))
    assert near["zh-CN"] == "重庆 → 街道"
    assert naming.name("chasing", "zh") == "追赶"


@pytest.mark.parametrize(
    ("text", "cast"),
    [
        ("桌上有一瓶向日葵、三个苹果和一把水壶", ["sunflower", "apple", "kettle", "vase"]),
        ("一篮鸡蛋", ["basket", "egg"]),
        ("一桶水和一只鸭子", ["bucket", "duck"]),
        ("女孩提着一篮苹果", ["girl"]),
        ("雪人，鼻子是辣椒不是胡萝卜", ["snowman"]),
        ("帮我话一只兔子，哈哈", ["rabbit"]),
        ("反正就是那种猫，嗖地一下跑过去", ["cat"]),
        ("画个炒鸡可爱的柯基", ["corgi"]),
        ("穿马面裙的女孩", ["girl"]),
        ("护士推着老人，在医院的花园里", ["nurse", "grandfather", "hospital"]),
    ],
)
def test_vessels_slang_and_what_is_no_thing(text: str, cast: list[str]) -> None:
    assert [s.id for s in words.read(text).subjects] == cast


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("机器人在火星上种土豆", ("种",)), ("农夫在收麦子", ("收割",)),
        ("两只狗在抢骨头", ("争抢",)), ("一条蛇盘在树上", ("盘绕",)), ("二楼有一只猫", ("二楼",)),
        ("外面下着哗哗的大雨，小猫趴在窗边", ()), ("汽车轰隆隆地开过大桥", ()),
    ],
)  # fmt: skip
def test_deeds_of_one_sign_are_told_and_sounds_are_not(text: str, told: tuple[str, ...]) -> None:
    assert words.read(text).unknown == told


@pytest.mark.parametrize(
    ("text", "colors"),
    [
        ("两只狗抢一个球，一只白色，一只棕色", ["white", "brown", None]),
        ("两辆车，一辆红的一辆蓝的", ["red", "blue"]),
        ("两只兔子在草地上吃胡萝卜，一只白色，一只棕色", ["white", "brown"]),
    ],
)
def test_one_and_another_have_their_own_colors(text: str, colors: list[str | None]) -> None:
    assert [s.color for s in words.read(text).subjects] == colors


def test_whose_head_and_whose_back_it_is() -> None:
    seal, penguin, ball = words.read("海豹鼻子上顶着球，旁边有一只企鹅").subjects
    assert (seal.id, penguin.to, ball.relation, ball.to) == ("seal", 0, "on", 0)
    *_, yarn, hedgehog = words.read("树懒在树上织毛衣，毛线球滚到了下面刺猬的背上").subjects
    assert (yarn.id, yarn.relation, hedgehog.id) == ("yarn", "on", "hedgehog")
    marmot = words.read("土拨鼠尖叫").extra["told"][0]
    assert (marmot["deed"], marmot["pose"]) == ("尖叫", "voice")


@pytest.mark.parametrize(
    ("idea", "cast"),
    [
        ("一隻貓在窗邊睡覺", ["cat"]),
        ("兩個孩子在公園裡盪鞦韆", ["girl", "boy", "swing"]),
        ("小熊", ["bear"]),
        ("一顶小红帽放在木椅上", ["chair"]),
        ("镜子里的猫", ["cat", "mirror"]),
        ("三胞胎男孩", ["boy"]),
        ("飞挺在天空中", ["zeppelin"]),
        ("大海龟", ["sea-turtle"]),
        ("哪吒踩着风火轮大战龙王", ["boy", "dragon"]),
        ("妹妹把水洒在了爸爸的电脑上", ["girl", "computer"]),
        ("企鹅老板在开会", ["penguin"]),
        ("那个骑单车的邮递员被狗追", ["dog", "person", "bicycle"]),
    ],
)
def test_who_is_there_and_who_only_seems_to_be(idea: str, cast: list[str]) -> None:
    assert [s.id for s in redrawn(idea).subjects] == cast


@pytest.mark.parametrize(
    ("idea", "told"),
    [
        ("一个女孩没有打伞", "没有打伞"),
        ("爸爸把手放在儿子肩膀上", "laying a hand on"),
        ("老鼠偷吃奶酪", "sneaking around"),
        ("情侣吃火锅喝可乐", "also drinking"),
        ("程序员改bug", "fixing bugs in code"),
    ],
)
def test_what_is_done_or_not_is_told(idea: str, told: str) -> None:
    assert told in missing(idea)


def test_little_ones_are_young_or_small() -> None:
    assert "young" in words.read("小熊在钓鱼").extra["told"][0]["traits"]
    assert words.read("小蜗牛在爬").subjects[0].size == 0.75
    assert words.read("小鸟在唱歌").subjects[0].size == words.read("一座小木屋").subjects[0].size == 1
