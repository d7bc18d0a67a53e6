"""Chinese prompts: words of letters and signs, words for two at once, compounds, names of animals."""

from __future__ import annotations

import pytest

from imaginario.engines.builtin import words
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
        ("火龙果", "火龙果"),
        ("猕猴桃", "猕猴桃"),
        ("马拉松比赛", "马拉松"),
        ("二维码", "二维码"),
        ("猫粮", "猫粮"),
    ],
)
def test_compounds_that_only_sound_like_a_drawing(text: str, told: str) -> None:
    assert told in words.read(text).unknown
    assert not {"dragon", "monkey", "horse", "cat"} & set(ids(text))


@pytest.mark.parametrize(
    ("text", "count"), [("一行白鹭", 7), ("一列企鹅", 7), ("一笼包子", 1), ("一筐苹果", 7)]
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
