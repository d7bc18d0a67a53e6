"""What got a drawing of its own: its words in four languages, its draft, and how it is put into a picture."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from imaginario.engines.builtin import accounts, compose, equipped, figures, vocabulary, words, writer
from imaginario.engines.builtin.composing import attaching, beside
from imaginario.engines.builtin.figures import svgart
from imaginario.engines.builtin.plan import complete
from imaginario.engines.builtin.scenery import Streams
from imaginario.engines.builtin.spec import Subject

ASKED = {
    "teapot": ("a teapot", "um bule", "una tetera", "一把茶壶"),
    "wheelbarrow": ("a wheelbarrow", "um carrinho de mão", "una carretilla", "一辆手推车"),
    "shiba": ("a shiba inu", "um shiba inu", "un shiba inu", "一只柴犬"),
    "pug": ("a pug", "um pug", "un pug", "一只巴哥犬"),
    "dachshund": ("a dachshund", "um cachorro salsicha", "un perro salchicha", "一只腊肠犬"),
    "pigeon": ("a pigeon", "um pombo", "una paloma gris", "一只鸽子"),
    "paper-boat": ("a paper boat", "um barco de papel", "un barco de papel", "一只纸船"),
    "mushroom-house": ("a mushroom house", "uma casa cogumelo", "una casa de hongo", "蘑菇房子"),
    "lily-pad": ("a lily pad", "uma vitória-régia", "una hoja de nenúfar", "一片荷叶"),
    "trident": ("a trident", "um tridente", "un tridente", "一把三叉戟"),
    "t-rex": ("a t-rex", "um tiranossauro", "un tiranosaurio", "一只霸王龙"),
    "dinosaur-skeleton": (
        "a dinosaur skeleton", "um esqueleto de dinossauro", "un esqueleto de dinosaurio", "恐龙骨架",
    ),
    "alpaca": ("an alpaca", "uma alpaca", "una alpaca", "一只羊驼"),
    "pangolin": ("a pangolin", "um pangolim", "un pangolín", "一只穿山甲"),
    "rocking-horse": ("a rocking horse", "um cavalinho de balanço", "un caballito de balancín", "一匹木马"),
    "gramophone": ("a gramophone", "um gramofone", "un gramófono", "一台留声机"),
    "hollow-log": ("a hollow log", "um tronco oco", "un tronco hueco", "空心木头"),
    "oar": ("an oar", "um remo", "un remo", "一支船桨"),
    "whirlwind": ("a whirlwind", "um redemoinho", "un torbellino", "旋风"),
    "cajon": ("a cajón", "um cajón", "un cajón peruano", "一个木箱鼓"),
    "tangerine": ("a tangerine", "uma bergamota", "una mandarina", "一个橘子"),
    "tray": ("a serving tray", "uma bandeja", "una bandeja", "一个托盘"),
    "flower-basket": ("a flower basket", "uma cesta de flores", "una canasta de flores", "一个花篮"),
    "canton-tower": ("the Canton Tower", "a torre de cantão", "la torre de cantón", "广州塔"),
    "golden-cudgel": (
        "a golden cudgel", "um bastão dourado mágico", "un bastón dorado mágico", "一根金箍棒",
    ),
    "ingot": ("a gold ingot", "um lingote de ouro", "un lingote", "一个元宝"),
    "corgi": ("a corgi", "um corgi", "un corgi", "一只柯基"),
    "bernese-mountain-dog": (
        "a bernese mountain dog", "um boiadeiro bernês", "un boyero de berna", "一只伯恩山犬",
    ),
    "scottish-fold": ("a scottish fold", "um scottish fold", "un scottish fold", "一只苏格兰折耳猫"),
    "kiskadee": ("a kiskadee", "um bem-te-vi", "un bienteveo", "一只大食蝇霸鹟"),
    "poison-frog": ("a poison dart frog", "um sapo-flecha", "una rana dardo", "一只箭毒蛙"),
    "clownfish": ("a clownfish", "um peixe-palhaço", "un pez payaso", "一条小丑鱼"),
    "grill": ("a barbecue grill", "uma churrasqueira", "una parrilla", "一个烧烤架"),
    "gazebo": ("a gazebo", "um gazebo", "un cenador", "一座凉亭"),
    "coxinha": ("a coxinha", "uma coxinha", "una coxinha", "鸡肉炸丸"),
    "bento": ("a bento box", "uma caixa de bento", "una caja de bento", "一份便当"),
    "typewriter": ("a typewriter", "uma máquina de escrever", "una máquina de escribir", "一台打字机"),
    "spinning-top": ("a spinning top", "um pião", "un trompo", "一个陀螺"),
    "double-decker-bus": (
        "a double-decker bus", "um ônibus de dois andares", "un autobús de dos pisos", "一辆双层巴士",
    ),
    "ladle": ("a ladle", "uma concha de sopa", "un cucharón", "一把汤勺"),
}  # fmt: skip


@pytest.mark.parametrize("ident", list(ASKED))
def test_it_is_drawn_and_said_again_in_four_languages(ident: str) -> None:
    for text in ASKED[ident]:
        spec = words.read(text)
        again = words.read(writer.write(spec, idea=text).prompt)
        assert [s.id for s in spec.subjects] == [s.id for s in again.subjects] == [ident], text
        assert spec.unknown == ()


@pytest.mark.parametrize(
    ("text", "ident"),
    [
        ("a tea set", "tea"), ("a dove", "dove"), ("uma pomba", "dove"), ("和平鸽", "dove"),
        ("a llama", "llama"), ("美洲驼", "llama"), ("a wagon", "wagon"), ("a lotus", "lotus"),
        ("a dinosaur", "dinosaur"), ("a skeleton", "skeleton"), ("a horse", "horse"),
    ],
)  # fmt: skip
def test_what_it_was_drawn_as_before_keeps_its_words(text: str, ident: str) -> None:
    assert [s.id for s in words.read(text).subjects] == [ident]


@pytest.mark.parametrize(
    "text",
    [
        "a rabbit pushing a wheelbarrow full of carrots",
        "um coelho empurrando um carrinho de mão cheio de cenouras",
        "un conejo empujando una carretilla llena de zanahorias",
    ],
)
def test_a_wheelbarrow_is_pushed_and_filled(text: str) -> None:
    rabbit, barrow, carrots = words.read(text).subjects
    assert (rabbit.relation, rabbit.to, barrow.id) == ("behind", 1, "wheelbarrow")
    assert (carrots.id, carrots.relation, carrots.to) == ("carrot", "inside", 1)
    assert attaching.HANDLED["wheelbarrow"] == -1


@pytest.mark.parametrize(
    ("text", "action", "relation"),
    [
        ("a mouse in a paper boat", "ride", None), ("um ratinho num barco de papel", "ride", None),
        ("a girl on a rocking horse", "ride", None), ("小女孩骑木马", "ride", None),
        ("a frog on a lily pad", None, "on"), ("青蛙坐在荷叶上", "sit", "on"),
        ("a fox in a hollow log", None, "inside"), ("um esquilo dentro de um tronco oco", None, "inside"),
    ],
)  # fmt: skip
def test_it_carries_who_is_in_it_or_on_it(text: str, action: str | None, relation: str | None) -> None:
    who, thing = words.read(text).subjects
    assert (who.action, who.relation, who.to) == (action, relation, 1)
    entry = vocabulary.load()[thing.id]
    assert entry.seat is not None or figures.holds(entry)


@pytest.mark.parametrize(
    "text",
    ["a man playing the cajón", "un hombre tocando el cajón", "um homem tocando cajón", "一个男人在打木箱鼓"],
)
def test_who_plays_a_cajon_sits_on_it(text: str) -> None:
    player, box = complete(words.read(text), Streams(1), vocabulary.load()).subjects
    assert (player.held, player.relation, player.to, box.id) == (None, "on", 1, "cajon")


@pytest.mark.parametrize(
    "text",
    [
        "two cats opening presents",
        "dois gatos abrindo presentes",
        "dos gatos abriendo regalos",
        "两只猫在拆礼物",
    ],
)
def test_who_unwraps_gifts_has_one(text: str) -> None:
    spec = words.read(text)
    assert [(s.id, s.held) for s in spec.subjects] == [("cat", "gift")]
    assert spec.unknown == ()


@pytest.mark.parametrize("text", ["a goalkeeper", "uma goleira", "una arquera", "守门员"])
def test_goalkeepers_wear_gloves(text: str) -> None:
    spec = words.read(text)
    assert [s.outfit for s in spec.subjects] == ["goalkeeper"]
    assert "#ff8a3c" in figures.svg_text(spec.subjects[0])[0]


@pytest.mark.parametrize("ident", ["t-rex", "dachshund", "pangolin"])
def test_what_is_drawn_from_the_side_gets_hands_for_its_deeds(ident: str) -> None:
    entry = vocabulary.load()[ident]
    plain, playing = (
        figures.render(Subject(id=ident, held=held, action=action), height=200)
        for held, action in ((None, None), ("guitar", "play"))
    )
    assert plain.width / plain.height > playing.width / playing.height
    assert figures.unworn(Subject(id=ident, held="guitar", outfit="chef")) == []
    assert len(svgart.head_alone(svgart.of(entry, None)).content) < len(svgart.of(entry, None).content)


@pytest.mark.parametrize(
    ("ident", "left"), [("t-rex", True), ("turtle", False), ("cat", False), ("car", False)]
)
def test_it_is_known_where_a_drawing_looks(ident: str, left: bool) -> None:
    assert svgart.heads_left(vocabulary.load()[ident]) is left
    assert beside.heads_left is svgart.heads_left


def _seen(ident: str, color: str) -> float:
    """The share of a drawing that has about this colour."""
    picture: Image.Image = figures.render(Subject(id=ident), height=200)
    pixels = np.asarray(picture, np.int16)
    near = np.abs(pixels[..., :3] - np.array([int(color[i : i + 2], 16) for i in (1, 3, 5)])).sum(axis=2) < 48
    return float((near & (pixels[..., 3] > 200)).mean())


@pytest.mark.parametrize(
    ("ident", "color", "other"),
    [
        ("shiba", "#fff3de", "dog"), ("pug", "#54434a", "dog"), ("pigeon", "#a06cc4", "dove"),
        ("t-rex", "#f08a3c", "brachiosaurus"), ("teapot", "#6fa8b8", "tea"),
    ],
)  # fmt: skip
def test_it_is_known_by_what_a_child_would_draw_first(ident: str, color: str, other: str) -> None:
    assert _seen(ident, color) > 0.01 + _seen(other, color)


def test_what_is_held_on_a_tray_lies_on_it() -> None:
    spec = words.read("a waiter holding a cake on a red tray")
    (waiter,) = (done := complete(spec, Streams(1), vocabulary.load())).subjects
    assert (waiter.held, waiter.relation, waiter.to) == ("tray", None, None)
    (row,) = done.extra["told"]
    assert (row["held_load"], row["held_color"]) == ("cake", "red")
    bare, laden = (
        figures.render(waiter, height=200, told=m) for m in (figures.Manner(), figures.manner_of(row))
    )
    assert bare.tobytes() != laden.tobytes()


@pytest.mark.parametrize(
    "text", ["a saci in a whirlwind", "um saci no redemoinho", "un saci en un torbellino"]
)
def test_a_saci_looks_out_of_his_whirlwind(text: str) -> None:
    saci, wind = words.read(text).subjects
    assert (saci.relation, saci.to, wind.id) == ("inside", 1, "whirlwind")


@pytest.mark.parametrize(
    ("text", "ident"),
    [
        ("a pug puppy", "pug"), ("a husky puppy", "husky"), ("a siamese kitten", "siamese-cat"),
        ("un cachorro de pug", "pug"),
    ],
)  # fmt: skip
def test_the_young_of_a_breed_are_small_ones_of_it(text: str, ident: str) -> None:
    (young,) = words.read(text).subjects
    assert (young.id, young.size < 1) == (ident, True)
    assert [s.id for s in words.read("a fox and a puppy").subjects] == ["fox", "dog"]


@pytest.mark.parametrize(
    ("text", "ident"),
    [
        ("a hedgehog between two pumpkins", "pumpkin"),
        ("abóboras no dia das bruxas", "jack-o-lantern"),
        ("una calabaza en noche de brujas", "jack-o-lantern"),
        ("一盏南瓜灯", "jack-o-lantern"),
    ],
)
def test_pumpkins_have_a_face_at_halloween_only(text: str, ident: str) -> None:
    spec = complete(words.read(text), Streams(1), vocabulary.load())
    assert {"pumpkin", "jack-o-lantern"} & {one.id for one in spec.subjects} == {ident}


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("a woman combing her hair", "comb"), ("uma menina se penteando", "comb"), ("一个女孩在梳头", "comb"),
        ("a girl brushing her hair", "hairbrush"), ("un niño cepillándose los dientes", "toothbrush"),
    ],
)  # fmt: skip
def test_what_a_deed_is_done_with_is_in_the_hand(text: str, held: str) -> None:
    spec = words.read(text)
    done = complete(spec, Streams(3), vocabulary.load())
    assert [s.held for s in done.subjects] == [held]
    assert equipped.shows(spec.unknown[0], done)


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("a man grilling sausages", "grill"), ("um homem fazendo churrasco", "grill"),
        ("a man ironing", "ironing-board"), ("a robot vacuuming", "vacuum-cleaner"),
    ],
)  # fmt: skip
def test_what_one_works_at_stands_before_them(text: str, stand: str) -> None:
    done = complete(words.read(text), Streams(3), vocabulary.load())
    assert [s.id for s in done.subjects][1:] == [stand]
    assert done.subjects[1].relation == "in_front_of"


def test_who_combs_another_holds_no_comb_to_her_own_hair() -> None:
    done = complete(words.read("a woman combing a dog"), Streams(3), vocabulary.load())
    assert done.subjects[0].held is None


@pytest.mark.parametrize("text", ["a cat in a gazebo", "un gato en un cenador", "um gato num gazebo"])
def test_who_is_in_a_gazebo_is_seen_in_it(text: str) -> None:
    painting = compose.paint(words.read(text), width=96, height=96, seed=2)
    assert painting.spec.subjects[0].relation == "inside"
    assert accounts.stand_ins(painting.spec) == []
