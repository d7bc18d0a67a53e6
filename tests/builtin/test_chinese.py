"""Chinese prompts: words of letters and signs, words for two at once, compounds, names of animals."""

from __future__ import annotations

import pytest

from imaginario.engines.builtin import words
from imaginario.engines.builtin.words import lexicon
from tests.builtin.test_words import ids, one


@pytest.mark.parametrize(("text", "style"), [("Q版的龙", "comic"), ("8位像素猫", "pixel")])
def test_words_of_letters_and_signs(text: str, style: str) -> None:
    assert words.read(text).style == style
    assert one("穿T恤的猫").outfit == "casual"
    assert [s.count for s in words.read("2只猫和3条狗").subjects] == [2, 3]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("一对父子在钓鱼", ["father", "boy"]), ("母女俩逛街", ["mother", "girl"]),
        ("爸妈", ["father", "mother"]), ("三姐妹跳舞", ["girl"]), ("兄弟俩", ["boy"]),
    ],
)  # fmt: skip
def test_words_for_two_at_once(text: str, found: list[str]) -> None:
    assert ids(text) == found


def test_how_many_brothers_and_sisters() -> None:
    assert one("三姐妹跳舞").count == 3
    assert one("兄弟俩").count == one("姐妹").count == 2


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("孙悟空大闹天宫", ["monkey"]), ("猪八戒吃西瓜", ["pig"]), ("simba on a rock", ["lion", "rock"]),
        ("嫦娥", ["woman"]), ("我的狗叫米奇", ["dog"]),
    ],
)  # fmt: skip
def test_some_names_belong_to_an_animal(text: str, found: list[str]) -> None:
    assert ids(text) == found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("马拉松比赛", "马拉松"),
        ("二维码", "二维码"),
        ("猫粮", "猫粮"),
    ],
)
def test_compounds_that_only_sound_like_a_drawing(text: str, told: str) -> None:
    assert told in words.read(text).unknown
    assert not {"dragon", "horse", "cat"} & set(ids(text))
    assert ids("猕猴桃和火龙果") == ["kiwi-fruit", "dragon-fruit"]


@pytest.mark.parametrize(
    ("text", "count"), [("一行白鹭", 7), ("一列企鹅", 7), ("一笼包子", 1), ("一堆苹果", 7)]
)
def test_measure_words_of_many(text: str, count: int) -> None:
    assert one(text).count == count


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("给幼儿园小班画一只兔子", ["rabbit"]),
        ("帮我给妈妈画一束花", ["flower"]),
        ("奶奶给孙子画风筝", ["grandmother", "boy"]),
    ],
)
def test_whom_a_picture_is_made_for(text: str, found: list[str]) -> None:
    assert ids(text)[: len(found)] == found
    assert words.read(text).place is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("守株待兔", ["farmer", "rabbit"]), ("井底之蛙", ["frog", "well"]), ("鸡飞狗跳", ["rooster", "dog"]),
        ("一幅龙凤呈祥", ["dragon", "phoenix"]), ("万马奔腾", ["horse"]),
    ],
)  # fmt: skip
def test_set_phrases_are_drawn_as_what_they_tell_of(text: str, found: list[str]) -> None:
    assert ids(text) == found


def test_every_set_phrase_is_made_of_known_words() -> None:
    for name, row in lexicon.table("set_phrases").items():
        for phrase, parts in row.items():
            spec = words.read(f"戴着{phrase}的熊猫" if name == "worn" else phrase)
            assert spec.subjects or spec.background, phrase
            assert spec.unknown == (), parts


def test_who_comes_behind_the_place_does_what_stands_between() -> None:
    old, bird, tree = words.read("爷爷在钓鱼，树上停着两只鸟").subjects
    assert (old.relation, bird.relation, bird.to, tree.id) == (None, "on", 2, "tree")
    girl, cat = words.read("一个浇花的女孩，旁边蹲着一只白猫").subjects
    assert (girl.action, cat.action) == ("hold", "sit")


def test_two_trades_side_by_side_are_two_people() -> None:
    assert ids("医生护士") == ["doctor", "nurse"]
    assert one("熊猫医生").outfit == "doctor"
    assert [s.outfit for s in words.read("穿校服的男生女生").subjects] == ["casual", "casual"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("奶奶家的灶台", []),
        ("奶奶家的大黄狗", ["dog"]),
        ("青花瓷风格的鲸鱼", ["whale"]),
        ("玫瑰风格的蛋糕", ["cake"]),
    ],
)
def test_homes_and_manners_are_no_figures(text: str, found: list[str]) -> None:
    assert ids(text) == found


def test_who_sits_keeps_sitting_where_the_thing_in_hand_has_no_drawing() -> None:
    assert one("爷爷坐着举着横幅").action == "sit"


def test_left_and_right_are_told_where_nothing_stands_before_them() -> None:
    assert words.read("左边一只黑猫，右边一只白狗").unknown == ("左边", "右边")
    assert words.read("房子左边有一棵树").subjects[0].relation == "beside"


def test_what_only_stands_beside_somebody_is_not_held() -> None:
    tiger, rabbit, tea = words.read("老虎和兔子在下棋，旁边有一壶茶").subjects
    assert (tiger.held, rabbit.held, tea.id) == (None, None, "tea")


@pytest.mark.parametrize(
    ("text", "who", "outfit"),
    [("我的奶奶是个超级英雄", "grandmother", "hero"), ("我的猫是一名宇航员", "cat", "astronaut")],
)
def test_a_trade_may_be_what_somebody_is(text: str, who: str, outfit: str) -> None:
    assert (one(text).id, one(text).outfit) == (who, outfit)


def test_what_is_painted_on_a_board_is_painted_by_nobody() -> None:
    spec = words.read("黑板上画着太阳，讲台前站着一位女老师")
    teacher = next(s for s in spec.subjects if s.id != "blackboard")
    assert (teacher.held, teacher.action) == (None, None)


def test_who_sits_on_a_thing_without_a_word_for_on() -> None:
    assert words.read("猫坐在沙发").subjects[0].relation == "on"
    cat = one("一只黑猫坐在窗台上看月亮")
    assert (cat.relation, words.read("一只黑猫坐在窗台上看月亮").place) == ("at_window", None)


def test_things_of_all_colours_are_many() -> None:
    assert one("五颜六色的热气球").count == 3
    assert one("五颜六色的鹦鹉").count == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("企鹅一家三口", ["penguin"]), ("卖冰棍的小车", ["car"]), ("朋克女孩", ["punk"]),
        ("一枚火箭，儿童手绘", ["rocket"]), ("卖花的女孩", ["girl"]),
    ],
)  # fmt: skip
def test_what_only_tells_of_another_is_no_figure(text: str, found: list[str]) -> None:
    assert [i for i in ids(text) if i != "flower"] == found


def test_what_is_brought_is_held_and_stands_alone_among_tags() -> None:
    panda, llama = words.read("熊猫给羊驼送灯笼").subjects
    assert (panda.held, llama.held) == ("lantern", None)
    assert ids("兔子，铃铛，森林") == ["rabbit", "bell"]
    assert ids("大象、萤火虫和蜘蛛") == ["elephant", "firefly", "spider"]
    assert one("一只蓝色的画家").id == "painter"


@pytest.mark.parametrize(
    ("text", "who", "on"),
    [("海盗肩膀上站着一只鹦鹉", "parrot", "person"), ("狮子头上站着一只小鸟", "bird", "lion")],
)
def test_heads_and_shoulders_are_stood_on(text: str, who: str, on: str) -> None:
    upper, lower = words.read(text).subjects
    assert (upper.id, upper.relation, upper.to) == (who, "on", 1)
    assert lower.id == on or lower.outfit == "pirate"


def test_what_is_used_is_held_and_what_is_compared_is_not_there() -> None:
    assert one("科学家用锤子敲门").held == "hammer"
    assert ids("比房子还大的猫") == ["cat"]
    assert ids("用乐高搭的城堡") == ["castle"]


def test_a_title_and_its_story_are_about_the_same() -> None:
    assert ids("乌鸦喝水的故事，一只乌鸦站在瓶子旁边") == ["crow", "bottle"]


def test_what_opens_a_clause_is_told_of_the_noun_it_ends_with() -> None:
    tiger, girl = words.read("一只老虎，拿着花的女孩").subjects
    assert (tiger.held, girl.held) == (None, "flower")
    assert ids("机器人厨师和人类厨师") == ["robot", "cook"]


def test_flowers_are_no_vehicles() -> None:
    flower, cactus = words.read("仙人掌上开着一朵粉色的小花").subjects
    assert (flower.relation, cactus.action) == ("on", None)
    assert words.read("老鼠开着一辆玩具车").subjects[0].action == "ride"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("大熊猫和它的宝宝", ["panda", "panda"]), ("母鸡和她的孩子们", ["hen", "hen"]),
        ("妈妈和她的宝宝", ["mother", "baby"]), ("孙悟空三打白骨精", ["monkey", "skeleton"]),
        ("小明和小红，小明在踢球", ["boy", "girl"]),
        ("小兔子和妈妈", ["rabbit", "rabbit"]), ("小鸭子和它的妈妈", ["duckling", "duck"]),
        ("我的狗和妈妈", ["dog", "mother"]),
    ],
)  # fmt: skip
def test_whose_young_they_are_and_names_that_come_again(text: str, found: list[str]) -> None:
    assert ids(text) == found


def test_hands_that_do_something_are_nobody_of_their_own() -> None:
    octopus = one("章鱼用八只手弹钢琴")
    assert (octopus.held, octopus.action, octopus.count) == ("piano", "play", 1)
    assert words.read("猫坐在王座上，表情高冷").style is None


def test_who_is_led_is_not_carried_and_who_is_seen_is_apart() -> None:
    girl, dog = words.read("穿蓝色雨衣的女孩牵着黄色的狗走在街上").subjects
    assert (girl.held, girl.action, dog.color, dog.action) == (None, "run", "yellow", None)
    assert [s.to for s in words.read("小企鹅第一次看到雪人").subjects] == [None, None]
    bicycle, flowers, basket = words.read("白色自行车，篮子里装满鲜花").subjects
    assert (bicycle.to, flowers.relation, flowers.to, basket.id) == (None, "inside", 2, "basket")


def test_dishes_side_by_side_are_two_and_flavours_are_none() -> None:
    assert ids("汉堡薯条") == ["burger", "fries"]
    assert ids("草莓蛋糕") == ["cake"]
