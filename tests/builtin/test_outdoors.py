"""Chinese: who is outside, who does what to whom, and words for a few that are no sum."""

from __future__ import annotations

from typing import Any

import pytest

from imaginario.engines.builtin import accounts, compose, figures, naming, words, writer
from imaginario.engines.builtin.composing import blocking
from imaginario.engines.builtin.composing.actors import Actor
from imaginario.engines.builtin.composing.camera import Frame
from imaginario.engines.builtin.spec import SceneSpec, Subject
from tests.builtin.test_words import ids


def _again(text: str) -> SceneSpec:
    """The scene as it is painted: read again from the draft."""
    return words.read(writer.write(words.read(text), idea=text).prompt)


def _first(spec: SceneSpec, ident: str) -> Subject:
    return next(s for s in spec.subjects if s.id in ident.split("|"))


def _stand(spec: SceneSpec, ident: str) -> tuple[str | None, str | None]:
    subject = _first(spec, ident)
    return subject.relation, None if subject.to is None else spec.subjects[subject.to].id


def _told(text: str) -> str:
    return naming.listing(compose.paint(_again(text), width=96, height=96, seed=1).not_drawn)["en"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("外面正下着大雨，一个女孩在窗边看书", ["girl"]),
        ("外面刮着大风，一只猫睡在沙发上", ["cat", "sofa"]),
        ("孩子们在外面玩雪", ["girl", "boy"]),
        ("屋外下着雨，奶奶在织毛衣", ["grandmother"]),
        ("门外下着雪，一只狗", ["dog"]),
        ("消防站外面，一个消防员", ["firefighter"]),
    ],
)
def test_outside_is_nobody(text: str, found: list[str]) -> None:
    assert ids(text) == found


@pytest.mark.parametrize(
    ("text", "ident", "stands"),
    [
        ("房子外面有一只狗", "dog", ("in_front_of", "house")),
        ("屋外有一只鸟", "bird", ("in_front_of", "house")),
        ("门外有一只鸟", "bird", ("in_front_of", "door")),
        ("窗外有一只鸟", "bird", ("at_window", None)),
        ("女孩在看书，窗外有一只鸟", "bird", ("at_window", None)),
        ("校门口有三个学生", "student", ("in_front_of", "school")),
        ("面包店门前，一个女孩在等妈妈", "girl", ("in_front_of", "shop")),
        ("骑士站在城堡塔楼上", "person", ("on", "castle")),
        ("公主和小龙在城堡的塔楼上玩", "dragon", ("on", "castle")),
        ("猫躺在床和窗户之间", "cat", ("beside", "bed")),
        ("小鸟在大树和房子之间飞", "bird", ("beside", "tree")),
        ("博物馆里，学生们围着恐龙骨架", "student", ("beside", "dinosaur-skeleton")),
    ],
)
def test_where_they_are(text: str, ident: str, stands: tuple[str, str | None]) -> None:
    assert _stand(words.read(text), ident) == _stand(_again(text), ident) == stands


@pytest.mark.parametrize(
    ("text", "place", "told"),
    [
        ("书店门口坐着一只猫", "street", "bookshop"),
        ("餐厅门前，一位老人在拉小提琴", "street", "restaurant"),
        ("一个女孩站在咖啡馆的门口", "street", "cafe"),
        ("教室外面，两个男孩在踢足球", "street", "classroom"),
        ("消防站外面，一个消防员", "street", "fire station"),
        ("一只猫在电影院门口跳舞", "street", "cinema"),
        ("机场外面有一只狗", "street", "airport"),
        ("理发店门口坐着一个男孩", "street", "barbershop"),
        ("街角的面包店", "street", ""),
        ("博物馆里有三个学生", "museum", ""),
        ("面包店里有一只猫", "bakery", ""),
        ("幼儿园的操场上，孩子们在跑步", "stadium", "kindergarten"),
        ("火车上，一个女孩坐在窗边喝茶", "train-carriage", ""),
    ],
)
def test_the_place_and_what_is_told_of_it(text: str, place: str, told: str) -> None:
    assert words.read(text).place == _again(text).place == place
    assert _told(text) == told


@pytest.mark.parametrize(
    ("text", "count"),
    [("三四只猫", 4), ("五六只猫", 6), ("七八只猫", 8), ("两三只猫", 3), ("三五只猫", 5), ("三只猫", 3)],
)
def test_a_few_are_no_sum(text: str, count: int) -> None:
    spec = words.read(text)
    assert ([(s.id, s.count) for s in spec.subjects], spec.unknown) == ([("cat", count)], ())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("一个男孩在看月亮", "watching"),
        ("一个男人在建造帆船", "constructing"),
        ("奶奶过马路", "crossing"),
        ("老爷爷在挑选西红柿", "picking out"),
        ("一个裹着毯子的女孩", "wrapped in a blanket"),
        ("大象用鼻子画画", "using its nose"),
        ("一盆向日葵", "planting tub"),
        ("小女孩坐在墙角", "wall corner"),
        ("小猫在晒太阳", "sunbathing"),
    ],
)
def test_deeds_without_a_pose_are_told(text: str, told: str) -> None:
    assert told in _told(text)


def test_who_leads_somebody_is_told_to_hold_only() -> None:
    for text in ("妈妈牵着孩子的手", "骑士牵着一匹白马，肩膀上停着一只蓝色小鸟"):
        near = [asked.id for asked, _ in accounts.stand_ins(_again(text))]
        assert near == ["lead-along"]


def test_who_reads_watches_nothing() -> None:
    assert _told("爷爷在看报纸") == ""


@pytest.mark.parametrize(
    ("text", "ident", "told"),
    [
        ("一个穿绿色短裤的男孩滑滑梯", "boy", {"outfit": "casual", "action": "ride"}),
        ("一个裹着头巾的女人", "woman", {"hat": "turban"}),
        ("穿蓝色连衣裙的女老师", "woman|teacher", {"outfit": "dress"}),
        ("老师穿着西装", "teacher", {"outfit": "suit"}),
        ("女老师在讲课", "woman|teacher", {"outfit": "teacher"}),
        ("探险家走进山洞", "person", {"action": "run"}),
        ("小猫跑到草地上", "cat", {"action": "run"}),
        ("街上到处挂着红灯笼", "lantern", {"count": 7, "color": "red"}),
        ("桌上放着一束向日葵", "sunflower", {"count": 3}),
        ("一个穿黑色西装的男人在跳舞", "man", {"outfit": "suit", "action": "dance"}),
        ("穿黑色西装的爸爸和女儿跳舞", "father", {"outfit": "suit", "action": "dance"}),
        ("骑士牵着一匹白马，肩膀上停着一只小鸟", "bird", {"action": None, "relation": "on"}),
        ("小熊吹蜡烛，朋友们在唱歌", "bear", {"held": None}),
        ("小狗穿着毛衣", "dog", {"outfit": "sweater"}),
    ],
)  # fmt: skip
def test_who_has_and_does_what(text: str, ident: str, told: dict[str, Any]) -> None:
    for spec in (words.read(text), _again(text)):
        subject = _first(spec, ident)
        assert {name: getattr(subject, name) for name in told} == told


def test_clothes_keep_their_colour_in_the_draft() -> None:
    rows = _again("一个穿黑色西装的男人在跳舞").extra["told"]
    assert rows[0]["outfit_color"] == "black"


def test_there_are_two_of_them() -> None:
    assert [s.id for s in _again("机器人在修理另一个机器人").subjects] == ["robot", "robot"]


@pytest.mark.parametrize("text", ["熊猫宝宝趴在妈妈背上", "小熊抱着妈妈", "小猫跟着妈妈", "小兔子和妈妈"])
def test_the_mother_of_a_cub_is_an_animal(text: str) -> None:
    cub, mother = words.read(text).subjects
    assert (cub.id, mother.size > cub.size) == (mother.id, True)


def test_a_mother_of_people_is_a_woman() -> None:
    assert ids("一个女孩和小狗在等妈妈") == ["girl", "dog", "mother"]


def test_who_is_brought_along_comes_by_somebody() -> None:
    spec = words.read("小女孩坐在草地上，母鸡带着小鸡从她面前走过")
    assert _stand(spec, "hen") == _stand(spec, "chick") == ("in_front_of", "girl")


@pytest.mark.parametrize("text", ["扎辫子的姑娘", "系蝴蝶结的猪"])
def test_what_is_tied_is_worn(text: str) -> None:
    spec = _again(text)
    assert spec.extra["told"][0]["parts"][0][0] in ("braids", "ribbon")
    assert _told(text) == ""


def test_friends_of_people_are_people() -> None:
    girl, friends = words.read("女孩在弹琴，朋友们在跳舞").subjects
    assert (girl.action, friends.id, friends.action) == ("play", "person", "dance")


@pytest.mark.parametrize(
    ("text", "time"),
    [("太阳正在落山，一只狗", "sunset"), ("太阳慢慢落山，一只狗", "sunset"), ("雨天，一只狗", None)],
)
def test_the_hour(text: str, time: str | None) -> None:
    assert words.read(text).time == time


def test_the_eve_of_the_new_year_is_a_feast() -> None:
    assert words.read("除夕夜，一家人在吃饺子").extra["words"]["mood_words"]["festive"] == "spring-festival"


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("男孩躺在草地上", "lying down → sleeping"),
        ("马头琴", "morin khuur → violin"),
        ("唱片机", "record player → gramophone"),
        ("旅人走在沙漠里", "tourist → explorer"),
    ],
)
def test_what_stands_in_is_told(text: str, near: str) -> None:
    assert near in naming.pairs(accounts.stand_ins(_again(text)))["en"]


@pytest.mark.parametrize(
    ("text", "ident", "color"),
    [
        ("三个背着书包的小学生在等校车", "student", ""),
        ("一个穿蓝色校服的男孩背着书包", "boy", ""),
        ("a boy with a red backpack", "boy", "red"),
        ("un niño con mochila azul", "boy", "blue"),
    ],
)
def test_people_wear_backpacks_over_their_clothes(text: str, ident: str, color: str) -> None:
    spec = _again(text)
    assert _first(spec, ident).outfit != "explorer"
    assert spec.extra["told"][0]["parts"] == [["backpack", color]]
    assert "backpack" not in _told(text)


def test_a_backpack_is_drawn() -> None:
    told = figures.manner_of({"parts": [["backpack", "red"]]})
    plain, laden = (figures.svg_text(Subject(id="boy"), told=t)[0] for t in (figures.Manner(), told))
    assert figures.hex_of("red") in laden
    assert laden != plain


def test_a_parrot_on_a_rider_is_on_them() -> None:
    placed: dict[str, Actor] = {}

    def block(actors: list[Actor], view: Frame) -> None:
        blocking.block(actors, view)
        placed.update({actor.subject.id: actor for actor in actors})

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(compose, "block", block)
        compose.paint(_again("海盗在船头，肩上站着一只鹦鹉"), width=256, height=256, seed=1)
    parrot, pirate = placed["parrot"], placed["person"]
    assert (parrot.mate, pirate.mate) == (pirate, placed["boat"])
    assert 0 <= parrot.top < parrot.base < pirate.base - 0.4 * pirate.height
    assert abs(parrot.x - pirate.x) < pirate.width


def test_one_who_weeps_is_sad_alone() -> None:
    spec = _again("哭泣的小女孩和长颈鹿")
    girl, giraffe = spec.extra["told"]
    assert (girl["traits"], giraffe.get("traits")) == (["crying"], None)
    assert figures.shared_moods(spec.mood, [girl]) == []
    assert figures.shared_moods(("sad",), [{}]) == ["sad"]


@pytest.mark.parametrize(
    ("text", "ident", "held"),
    [
        ("厨师在烤鸡", "cook", "roast-duck"),
        ("妈妈正在煎蛋", "mother", "fried-egg"),
        ("小男孩在烤棉花糖", "boy", "candy"),
    ],
)
def test_nobody_is_inside_of_what_they_cook(text: str, ident: str, held: str) -> None:
    subject = _first(_again(text), ident)
    assert (subject.action, subject.held, subject.relation) == ("cook", held, None)
