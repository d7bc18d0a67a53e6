"""Who does what to whom is read, said and seen so: feeding, hugging, stirring, leading, chasing, playing."""

from __future__ import annotations

import pytest

from imaginario.engines.builtin import accounts, compose, naming, plan, words, writer
from imaginario.engines.builtin.composing.actors import Actor
from imaginario.engines.builtin.scenery import Streams
from imaginario.engines.builtin.spec import SceneSpec
from imaginario.engines.builtin.vocabulary import load
from tests.builtin.stand import SIZE, placed

SEEDS = (1, 2, 3, 5)


def drafted(text: str) -> SceneSpec:
    """What the written prompt is read as, which is what is painted."""
    return words.read(writer.write(words.read(text), idea=text).prompt)


def completed(text: str, seed: int = 1) -> SceneSpec:
    return plan.complete(drafted(text), Streams(seed), load())


def standing(text: str, seed: int = 1) -> list[Actor]:
    spec = completed(text, seed)
    return placed(*spec.subjects, seed=seed, told=spec.extra.get("told") or ())


def told(text: str) -> str:
    """What the person is told to be missing, in English."""
    missing = compose.paint(drafted(text), width=128, height=128, seed=1).not_drawn
    return naming.listing(missing)["en"]


def near(text: str, code: str = "en") -> str:
    return naming.pairs(accounts.stand_ins(completed(text)))[code]


@pytest.mark.parametrize(
    ("text", "who", "food", "fed"),
    [
        ("a boy feeding carrots to a white horse on a farm", "boy", "carrot", "horse"),
        ("a boy feeding a horse a carrot", "boy", "carrot", "horse"),
        ("um fazendeiro que da milho pras galinhas", "farmer", "corn", "hen"),
        ("um menino dá cenoura pro cavalo", "boy", "carrot", "horse"),
        ("um menino alimentando um cavalo com cenouras", "boy", "carrot", "horse"),
        ("una niña le da zanahorias al caballo", "girl", "carrot", "horse"),
        ("小女孩喂马吃胡萝卜", "girl", "carrot", "horse"),
        ("小男孩给白马喂胡萝卜", "boy", "carrot", "horse"),
        ("小男孩拿胡萝卜喂兔子", "boy", "carrot", "rabbit"),
    ],
)
def test_who_feeds_holds_the_food_out(text: str, who: str, food: str, fed: str) -> None:
    for spec in (words.read(text), drafted(text)):
        assert [(s.id, s.held) for s in spec.subjects] == [(who, food), (fed, None)]
    assert told(text) == ""
    feeder, other = next(a for a in standing(text) if a.index == 0), standing(text)[1]
    assert feeder.towards == other.index


@pytest.mark.parametrize("seed", SEEDS)
def test_who_feeds_turns_the_food_to_the_fed(seed: int) -> None:
    feeder, horse = standing("a girl feeding a carrot to a horse", seed)
    assert feeder.flip == (horse.x < feeder.x)
    assert horse.flip == (feeder.x < horse.x)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(
    "text",
    [
        "a grandfather hugging his grandson in front of a house", "João e Ana se abraçando", "两个朋友拥抱",
        "dos perros abrazados", "una pareja bailando tango", "a couple dancing a waltz",
    ],
)  # fmt: skip
def test_who_hugs_has_the_other_in_the_arms(seed: int, text: str) -> None:
    left, right = sorted((a for a in standing(text, seed) if a.entry.alive), key=lambda a: a.x)
    assert right.x - left.x < 0.62 * max(left.height, right.height)
    assert (left.flip, right.flip) == (False, True)
    front = max((left, right), key=lambda a: a.order)
    assert front.clasped == [right if front is left else left]
    assert "hold" not in told(text)


def test_whom_nobody_has_arms_for_is_told() -> None:
    assert told("two whales hugging") == "hugging"
    assert told("a mother hugging her two children") == ""


@pytest.mark.parametrize(
    "text",
    [
        "uma bruxa mexendo um caldeirão",
        "a witch stirring a cauldron",
        "女巫搅拌大锅",
        "una bruja removiendo un caldero",
    ],
)
def test_who_stirs_stands_behind_the_cauldron(text: str) -> None:
    spec = completed(text)
    witch, cauldron = spec.subjects
    assert (witch.held, cauldron.relation, cauldron.to) == (None, "in_front_of", 0)
    assert spec.extra["told"][0]["pose"] == "stir"
    stirrer, pot = standing(text)
    assert abs(pot.x - stirrer.x) < 0.2 * stirrer.width
    assert pot.order > stirrer.order
    assert told(text) == ""


@pytest.mark.parametrize("text", ["a purple octopus cooking pancakes", "un cocinero preparando tacos"])
def test_dishes_of_who_cooks_stand_on_a_table(text: str) -> None:
    spec = completed(text)
    dish = spec.subjects[-1]
    assert (dish.relation, spec.subjects[dish.to or 0].id) == ("on", "table")
    assert plan.complete(spec, Streams(1), load()) == spec


@pytest.mark.parametrize(
    "text",
    [
        "a woman walking her dog",
        "uma mulher passeando com o cachorro",
        "un hombre paseando al perro",
        "小女孩遛狗",
    ],
)
def test_a_dog_is_walked_on_a_leash(text: str) -> None:
    walker, dog = standing(text)
    assert dog.led_by == walker.index
    assert walker.flip == (dog.x < walker.x) == dog.flip
    assert dog.subject.action == walker.subject.action == "run"
    assert told(text) == near(text) == ""


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("一只狐狸追着一只母鸡，母鸡追着一条虫", ["fox", "hen", "worm"]),
        ("a dog chasing a cat that chases a mouse", ["dog", "cat", "mouse"]),
        ("un perro persigue a un gato que persigue a un ratón", ["dog", "cat", "mouse"]),
        ("um cachorro persegue um gato e o gato persegue um rato", ["dog", "cat", "mouse"]),
    ],
)
def test_all_of_a_chase_run_in_order(seed: int, text: str, chain: list[str]) -> None:
    assert [s.id for s in drafted(text).subjects] == chain
    row = [a.subject.id for a in sorted(standing(text, seed), key=lambda a: a.x)]
    assert row in (chain, chain[::-1])


@pytest.mark.parametrize(
    ("text", "cast", "verb"),
    [
        ("the mailman running from an angry goose in Venice", ["goose", "man"], "chase"),
        ("a girl in a red dress is being chased by a goose", ["goose", "girl"], "chase"),
        ("um menino fugindo de um dragão", ["dragon", "boy"], "chase"),
        ("una niña que huye de un oso en el bosque", ["bear", "girl"], "chase"),
        ("公园里，穿红裙子的小女孩被鹅追着跑", ["goose", "girl"], "chase"),
        ("a shepherd followed by three sheep", ["sheep", "farmer"], "follow"),
        ("一只小狗跟在女孩后面", ["dog", "girl"], "follow"),
        ("una princesa en brazos del príncipe", ["man", "woman"], "hug"),
    ],
)
def test_a_deed_told_by_who_has_it_done_is_the_same_deed(text: str, cast: list[str], verb: str) -> None:
    spec = drafted(text)
    assert [s.id for s in spec.subjects] == cast
    assert next(row.get("verb") for row in spec.extra["told"]) == verb
    assert told(text) == ""


@pytest.mark.parametrize("text", ["a sled pulled by two huskies", "un trineo tirado por dos huskies",
                                  "雪橇被两只哈士奇拉着"])  # fmt: skip
def test_who_pulls_something_goes_before_it_on_a_rope(text: str) -> None:
    row = sorted(standing(text), key=lambda a: a.x)
    assert [a.subject.id for a in row] in (["sled", "husky", "husky"], ["husky", "husky", "sled"])
    assert {a.pulled_by for a in row if a.subject.id == "sled"} == {0}
    assert told(text) == ""


@pytest.mark.parametrize(
    ("text", "idents"),
    [
        ("a bear with his friend", ["bear", "bear"]), ("um menino com seu amigo", ["boy", "boy"]),
        ("me and my dog at the beach", ["person", "dog"]), ("熊和它的朋友", ["bear", "bear"]),
    ],
)  # fmt: skip
def test_a_friend_is_somebody_of_the_same_kind(text: str, idents: list[str]) -> None:
    assert [s.id for s in drafted(text).subjects] == idents


@pytest.mark.parametrize(
    ("text", "ident", "color"),
    [
        ("a yellow pirate hamster", "hamster", "yellow"), ("um hamster pirata amarelo", "hamster", "yellow"),
        ("紫色的忍者青蛙", "frog", "purple"), ("河上有一艘小红船", "boat", "red"),
    ],
)  # fmt: skip
def test_a_colour_beside_a_trade_is_the_animals(text: str, ident: str, color: str) -> None:
    assert [(s.id, s.color) for s in drafted(text).subjects] == [(ident, color)]


def test_who_rides_after_somebody_is_not_told() -> None:
    for text in ("小男孩骑着自行车追一只蝴蝶", "a boy on a bicycle chasing a butterfly"):
        assert told(text) == ""
    draft = writer.write(words.read("小男孩骑着自行车追一只蝴蝶"), idea="小男孩骑着自行车追一只蝴蝶")
    assert "追赶" in draft.prompt_local
    assert "chasing" not in draft.prompt_local


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("un perro persige a un gato", ("action", "run")),
        ("a cat wereing sunglases", ("glasses", "sunglasses")),
        ("a dog chaseing a cat", ("action", "run")), ("a girl huging a bear", ("action", "hold")),
    ],
)  # fmt: skip
def test_slips_of_verbs_are_mended(text: str, deed: tuple[str, str]) -> None:
    assert getattr(words.read(text).subjects[0], deed[0]) == deed[1]
    assert words.read(text).unknown == ()


def test_a_slip_is_told_in_every_language() -> None:
    assert told("um menino empurando um carrinho") == "pushing"


@pytest.mark.parametrize(
    "text", ["一只小鹿在河边喝水", "a fawn", "um veadinho", "un cervatillo", "um filhote de veado"]
)
def test_a_fawn_has_no_antlers(text: str) -> None:
    assert "young" in drafted(text).extra["told"][0]["traits"]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("una pareja bailando tango", "dancing the tango → dancing"),
        ("a couple dancing a waltz", "waltzing → dancing"),
        ("um casal dançando forró", "dancing forro → dancing"), ("两只猫在跳华尔兹", "waltzing → dancing"),
        ("una pareja bailando un bolero", "dancing bolero → dancing"),
    ],
)  # fmt: skip
def test_the_name_of_a_dance_is_told(text: str, pair: str) -> None:
    assert near(text) == pair


@pytest.mark.parametrize(
    "text",
    [
        "a cat looking out of the window", "uma menina triste na janela olhando a chuva", "女孩望着窗外",
        "tres cuyes miran por la ventana", "一只猫趴在窗台上看外面的雨",
    ],
)  # fmt: skip
def test_looking_out_of_a_window_is_told(text: str) -> None:
    assert "watching" in told(text)


@pytest.mark.parametrize("text", ["一只猫趴在窗台上", "a boy lying on his belly", "um cachorro de bruços"])
def test_who_lies_on_the_belly_is_awake(text: str) -> None:
    assert drafted(text).extra["told"][0]["verb"] == "lie-down"
    assert near(text) == ""


@pytest.mark.parametrize(
    "text", ["a girl chilling on a sofa", "un gato descansando en un sofá", "uma menina descansando no sofá"]
)
def test_who_rests_sits(text: str) -> None:
    assert drafted(text).subjects[0].action == "sit"


def test_who_chills_and_eats_has_it() -> None:
    dude = drafted("a dude chillin on a bean bag eatin pizza").subjects[0]
    assert (dude.action, dude.held) == ("eat", "pizza")


@pytest.mark.parametrize(
    "text",
    [
        "a dog barking",
        "a rooster crowing on a fence",
        "um cachorro latindo",
        "un lobo aullando",
        "一只公鸡在打鸣",
        "a lion roaring",
    ],
)
def test_who_gives_voice_is_seen_to(text: str) -> None:
    assert drafted(text).extra["told"][0]["pose"] == "voice"
    assert told(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "an astronaut planting a flag on the moon",
        "um astronauta fincando uma bandeira vermelha na lua",
        "宇航员在月球上插旗",
    ],
)
def test_a_planted_flag_stands_in_the_ground(text: str) -> None:
    who, flag = standing(text)
    assert (flag.subject.id, flag.built, who.works) == ("flag", True, True)
    assert abs(flag.base - who.base) < 0.05 * SIZE
    assert near(text) == told(text) == ""


@pytest.mark.parametrize(
    "text", ["a boy kicking a ball and breaks the window", "um menino chutando uma bola"]
)
def test_who_kicks_a_ball_is_no_footballer(text: str) -> None:
    assert drafted(text).subjects[0].outfit is None
    assert completed(text).place != "stadium"


@pytest.mark.parametrize(
    "text",
    ["um grupo tocando samba", "amigos tocando samba na praia", "a band playing samba", "roda de samba"],
)
def test_samba_is_played_on_instruments(text: str) -> None:
    assert {s.held for s in drafted(text).subjects} == {"cavaquinho", "tambourine", "drum"}


def test_music_has_one_player_and_circles_have_several() -> None:
    assert [(s.id, s.count, s.held) for s in drafted("a man playing the berimbau").subjects] == [
        ("man", 1, "berimbau")
    ]
    assert drafted("um homem tocando samba").subjects[0].held == "cavaquinho"
    assert drafted("a capoeira circle with drums").subjects[0].count > 2


@pytest.mark.parametrize("text", ["Maria and her brother Tom flying a kite", "duas crianças soltando pipa"])
def test_a_shared_kite_is_one_high_up(text: str) -> None:
    actors = standing(text)
    (kite,) = (a for a in actors if a.subject.id == "kite")
    assert kite.role == "air"
    assert kite.base < max(a.base for a in actors if a is not kite) - 0.3 * SIZE
    assert all(s.held is None for s in completed(text).subjects)


@pytest.mark.parametrize(
    "text",
    [
        "怕打雷的小怪兽",
        "小猫怕打雷",
        "a monster afraid of thunder",
        "un perro asustado",
        "um cachorro com medo de trovão",
    ],
)
def test_who_is_afraid_looks_it(text: str) -> None:
    assert drafted(text).extra["told"][0]["traits"] == ["scared"]
    assert told(text) == ""


@pytest.mark.parametrize("text", ["一家人吃火锅", "a panda eating hotpot"])
def test_hotpot_stands_in_front_of_all_who_eat_it(text: str) -> None:
    spec = completed(text)
    assert [(s.id, s.relation) for s in spec.subjects if s.id == "hotpot"] == [("hotpot", "in_front_of")]
    assert told(text) == ""


def test_a_rower_has_the_paddle() -> None:
    spec = completed("a girl rowing a boat on the lake")
    assert spec.extra["told"][0]["pose"] == "row"


@pytest.mark.parametrize(
    ("text", "bucket"),
    [
        ("一只小鹿在河边喝水", False), ("a deer drinking from the river", False),
        ("un caballo bebiendo agua", True), ("a dog drinking water", True),
    ],
)  # fmt: skip
def test_animals_drink_with_their_heads_down(text: str, bucket: bool) -> None:
    spec = completed(text)
    assert spec.extra["told"][0]["pose"] == "drink-down"
    assert ("bucket" in {s.id for s in spec.subjects}) == bucket
    assert plan.complete(spec, Streams(1), load()) == spec
    assert told(text) == ""


def test_who_drinks_nothing_that_is_seen_is_told() -> None:
    assert "drinking" in told("a lion drinking from a lake")


@pytest.mark.parametrize(
    "text", ["uma moça abraçando o namorado embaixo do ipê", "a woman hugging a man under an oak"]
)
def test_who_hugs_somebody_under_a_tree_is_there_too(text: str) -> None:
    woman, man, tree = completed(text).subjects[:3]
    assert (woman.relation, woman.to) == (man.relation, man.to) == ("under", 2)
    assert load()[tree.id].kind == "plant"
