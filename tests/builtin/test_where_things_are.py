"""Banks and bridges, full vessels, boats, lessons, games, roofs, clouds and puddles: read so and seen so."""

from __future__ import annotations

import numpy as np
import pytest

from imaginario.engines.builtin import compose, plan, vocabulary, words, writer
from imaginario.engines.builtin.composing.actors import Actor, cast
from imaginario.engines.builtin.composing.blocking import block
from imaginario.engines.builtin.composing.camera import frame
from imaginario.engines.builtin.composing.hulls import in_order
from imaginario.engines.builtin.composing.limbs import axis_of
from imaginario.engines.builtin.scenery import Canvas, Streams, paint_place
from imaginario.engines.builtin.spec import SceneSpec

SEEDS = (1, 2, 3, 5)
SIZE = 320


def drafted(text: str) -> SceneSpec:
    """What the written prompt is read as, which is what is painted."""
    return words.read(writer.write(words.read(text), idea=text).prompt)


def stood(text: str, seed: int = 1, width: int = SIZE, height: int = SIZE) -> list[Actor]:
    """The actors of the picture in their places."""
    streams = Streams(seed)
    canvas = Canvas(width, height)
    easel = compose._Easel(plan.complete(drafted(text), streams, vocabulary.load()), canvas, streams, None)
    stage = paint_place(canvas, easel.spec, streams)
    actors = cast(easel.spec, stage, vocabulary.load(), easel._shapes())
    block(actors, frame(width, height, stage, streams, actors))
    return actors


def one(actors: list[Actor], ident: str) -> Actor:
    return next(a for a in actors if a.subject.id == ident)


def shape(spec: SceneSpec) -> list[tuple[str, str | None, str | None]]:
    return [(s.id, s.relation, spec.subjects[s.to].id if s.to is not None else None) for s in spec.subjects]


def missed(text: str) -> list[str]:
    painting = compose.paint(drafted(text), width=96, height=96, seed=1)
    return [str(getattr(m, "id", m)) for m in painting.not_drawn]


@pytest.mark.parametrize(
    ("text", "who", "where", "ground"),
    [
        ("a shopping cart full of bananas", "banana", "inside", "shopping-cart"),
        ("装满西瓜的手推车", "watermelon", "inside", "wheelbarrow"),
        ("一个装满小猫的篮子", "cat", "inside", "basket"),
        ("una cesta llena de manzanas", "apple", "inside", "basket"),
        ("um carrinho de mão cheio de melancias", "watermelon", "inside", "wheelbarrow"),
        ("a basket full of kittens", "cat", "inside", "basket"),
        ("a cart loaded with apples", "apple", "inside", "wagon"),
        ("一个男孩推着装满西瓜的手推车", "watermelon", "inside", "wheelbarrow"),
        ("a boy pushing a wheelbarrow full of pumpkins", "pumpkin", "inside", "wheelbarrow"),
        ("debajo de la mesa un perro duerme y encima hay un florero con rosas", "vase", "on", "table"),
        ("debaixo da mesa um cachorro dorme e em cima tem um vaso com rosas", "vase", "on", "table"),
        ("under the table a dog sleeps and on it there is a vase with roses", "rose", "inside", "vase"),
        ("桌子下面睡着一只狗，上面有一个插着玫瑰的花瓶", "vase", "on", "table"),
        ("a dog sleeping under a table and a vase on the table", "vase", "on", "table"),
        ("beneath the bridge sleeps a giant troll, a lantern beside him", "troll", "under", "bridge"),
        ("桥下睡着一个巨大的巨魔，旁边有一盏灯笼", "troll", "under", "bridge"),
        ("a red car crossing a bridge", "car", "on", "bridge"),
        ("um trem passando por cima da ponte", "train", "on", "bridge"),
        ("una moto cruzando el puente", "motorcycle", "on", "bridge"),
        ("火车开过大桥", "train", "on", "bridge"),
        ("two crows on the roof, a snowman in front of the house", "crow", "on", "house"),
        ("屋顶上站着两只乌鸦，屋前有个雪人", "crow", "on", "house"),
        ("dois corvos no telhado, um boneco de neve na frente da casa", "crow", "on", "house"),
        ("un gallo arriba del techo de la granja", "rooster", "on", "barn"),
        ("um galo em cima do telhado do celeiro", "rooster", "on", "barn"),
        ("孙悟空站在云上", "monkey", "on", "cloud"),
        ("a girl standing on a cloud", "girl", "on", "cloud"),
        ("uma menina em cima de uma nuvem", "girl", "on", "cloud"),
        ("un niño sentado en una nube", "boy", "on", "cloud"),
        ("a unicorn on a rainbow", "unicorn", "on", "rainbow"),
        ("a girl sliding down a rainbow", "girl", "on", "rainbow"),
        ("一只独角兽站在彩虹上", "unicorn", "on", "rainbow"),
        ("a canoe going down the river past some hippos", "canoe", "beside", "hippo"),
        ("a duck in a fountain", "duck", "inside", "fountain"),
        ("uma menina na fonte", "girl", "inside", "fountain"),
        ("un niño en una fuente", "boy", "inside", "fountain"),
        ("um farol num penhasco com gaivotas voando ao redor", "seagull", "beside", "lighthouse"),
        ("悬崖上的灯塔，三只海鸥围着它飞", "seagull", "beside", "lighthouse"),
        ("uma professora escrevendo no quadro para os alunos", "teacher", "in_front_of", "blackboard"),
    ],
)
def test_who_is_where_is_read_and_stays_in_the_draft(text: str, who: str, where: str, ground: str) -> None:
    assert (who, where, ground) in shape(words.read(text))
    assert (who, where, ground) in shape(drafted(text))
    assert not missed(text)


@pytest.mark.parametrize(
    "text",
    [
        "a girl holding a red basket full of apples",
        "uma menina segurando uma cesta cheia de maçãs",
        "una niña con una canasta llena de manzanas",
        "一个女孩提着装满苹果的篮子",
    ],
)
def test_what_is_held_is_full(text: str) -> None:
    for spec in (words.read(text), drafted(text)):
        assert [s.held for s in spec.subjects] == ["basket"]
        assert [row.get("held_load") for row in spec.extra["told"]] == ["apple"]


@pytest.mark.parametrize(
    "text",
    ["un cofre de tesoro en una isla con palmeras", "a treasure chest on an island with palm trees"],
)
def test_palms_grow_on_the_island(text: str) -> None:
    assert [(who, where) for who, where, _ in shape(drafted(text))] == [
        ("treasure-chest", None),
        ("palm", None),
    ]


def test_a_river_bank_is_no_house() -> None:
    assert [s.id for s in words.read("a girl sitting on the bank of a river").subjects] == ["girl"]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_cactus_is_tall_in_the_desert_and_small_in_a_pot(seed: int) -> None:
    rabbit, cactus = stood("a rabbit hiding behind a cactus in the desert", seed)
    assert cactus.subject.id == "saguaro"
    assert rabbit.height < 0.6 * cactus.height
    assert rabbit.order < cactus.order
    assert stood("a cactus on the table", seed)[0].subject.id == "cactus"
    assert stood("a cactus in the living room", seed)[0].subject.id == "cactus"
    assert stood("a cactus wearing a sombrero", seed)[0].subject.id == "cactus"


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("text", ["a boy beside a river", "um menino na beira do rio", "一个男孩在河边"])
def test_who_is_beside_a_river_stands_on_its_bank(seed: int, text: str) -> None:
    streams, canvas = Streams(seed), Canvas(SIZE, SIZE)
    spec = plan.complete(drafted(text), streams, vocabulary.load())
    stage = paint_place(canvas, spec, streams)
    boy = stood(text, seed)[0]
    assert stage.stream is not None
    top, middle, half = stage.stream
    row = int(boy.base) - top
    assert abs(axis_of(boy) - float(middle[row])) > float(half[row])


def test_a_crocodile_in_a_suit_stays_on_land() -> None:
    assert stood("a crocodile in a suit playing the accordion")[0].role == "ground"
    assert stood("a crocodile in a river")[0].role == "water"


@pytest.mark.parametrize("size", [(320, 320), (480, 300), (300, 420)])
@pytest.mark.parametrize(
    "text",
    ["a red car crossing a bridge", "a boy on a bicycle on a bridge", "two children running on a bridge"],
)
def test_a_bridge_spans_the_picture_and_carries(text: str, size: tuple[int, int]) -> None:
    actors = stood(text, 1, *size)
    bridge = one(actors, "bridge")
    assert bridge.width > 0.95 * size[0]
    for actor in (a for a in actors if a is not bridge):
        assert bridge.top < actor.base < bridge.base - 0.3 * bridge.height
        assert actor.height < 0.7 * bridge.height


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(
    "text", ["a girl and a dog in a boat", "一位老渔夫坐在木船上钓鱼", "two fishermen in a boat"]
)
def test_who_is_in_a_boat_sits_behind_its_side(text: str, seed: int) -> None:
    actors = stood(text, seed)
    boat = one(actors, "boat")
    inside = [a for a in actors if a is not boat]
    drawn = [(actor, side) for actor, side in in_order(actors)]
    for actor in inside:
        assert boat.base - 0.24 * boat.tall < actor.base < boat.base
        assert abs(axis_of(actor) - boat.x) < 0.5 * boat.width
        assert drawn.index((boat, False)) < drawn.index((actor, False)) < drawn.index((boat, True))


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(
    "text",
    [
        "a teacher writing on the blackboard in front of five students",
        "女老师站在黑板前给学生们上课",
        "una maestra escribiendo en la pizarra frente a cinco alumnos",
    ],
)
def test_a_class_leaves_teacher_and_board_in_sight(text: str, seed: int) -> None:
    actors = stood(text, seed)
    board = one(actors, "blackboard")
    teacher = next(a for a in actors if a.subject.id == "teacher" or a.subject.outfit == "teacher")
    pupils = [a for a in actors if a.subject.id == "student"]
    assert max(p.height for p in pupils) < 0.75 * teacher.height
    assert min(p.top for p in pupils) > max(
        teacher.top + 0.5 * teacher.height, board.top + 0.6 * board.height
    )
    assert abs(axis_of(teacher) - board.x) > 0.4 * board.width


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(
    "text",
    ["an astronaut playing chess with an alien", "two old men playing chess under a tree", "两只猫下棋"],
)
def test_players_sit_at_both_sides_of_a_small_board(text: str, seed: int) -> None:
    actors = stood(text, seed)
    board = one(actors, "chess-board")
    left, right = sorted((a for a in actors if a.plays), key=axis_of)
    assert axis_of(left) < board.x - 0.4 * board.width
    assert board.x + 0.4 * board.width < axis_of(right)
    assert board.width < min(left.width, right.width)
    assert board.lift > 0


@pytest.mark.parametrize("seed", SEEDS)
def test_crows_on_a_roof_are_smaller_than_a_door(seed: int) -> None:
    actors = stood("two crows on the roof, a snowman in front of the house", seed)
    house = one(actors, "house")
    for crow in (a for a in actors if a.subject.id == "crow"):
        assert crow.height < 0.38 * house.height
        assert crow.base < house.top + 0.3 * house.height


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("text", ["a girl standing on a cloud", "a unicorn on a rainbow"])
def test_a_cloud_or_a_rainbow_is_under_the_feet(text: str, seed: int) -> None:
    upon, under = stood(text, seed)
    assert under.top <= upon.base < under.top + 0.4 * under.tall
    assert upon.top >= -0.01 * SIZE
    assert under.width > 0.5 * SIZE


@pytest.mark.parametrize("size", [(320, 320), (480, 270)])
def test_a_puddle_lies_flat_before_the_feet(size: tuple[int, int]) -> None:
    actors = stood("a child playing in a puddle in the street", 1, *size)
    puddle = one(actors, "puddle")
    child = next(a for a in actors if a is not puddle)
    assert puddle.width < 0.65 * size[0]
    assert puddle.top < child.base <= puddle.base <= size[1]
    assert puddle.order < child.order


@pytest.mark.parametrize("seed", SEEDS)
def test_apples_do_not_hide_behind_the_cake(seed: int) -> None:
    row = sorted(stood("five red apples and a cake on the table", seed), key=lambda a: a.x)
    gaps = np.diff([a.x for a in row])
    assert all(gap > 0.4 * (a.width + b.width) for gap, a, b in zip(gaps, row, row[1:], strict=False))


@pytest.mark.parametrize("seed", SEEDS)
def test_small_gulls_fly_at_both_sides_of_the_lighthouse(seed: int) -> None:
    actors = stood("a lighthouse on a cliff with seagulls flying around it", seed, 480, 270)
    tower = one(actors, "lighthouse")
    gulls = [a for a in actors if a.subject.id == "seagull"]
    assert 0.35 * 480 < tower.x < 0.65 * 480
    assert min(g.x for g in gulls) < tower.x < max(g.x for g in gulls)
    assert all(g.height < 0.3 * tower.height for g in gulls)


def test_who_is_in_a_fountain_sits_in_its_basin() -> None:
    actors = stood("a duck in a fountain")
    duck, fountain = one(actors, "duck"), one(actors, "fountain")
    assert fountain.base - 0.2 * fountain.tall < duck.base < fountain.base
    assert (fountain, True) in list(in_order(actors))
