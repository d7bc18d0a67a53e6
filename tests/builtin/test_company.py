"""Who does what with whom: trades, chases, dances, meals; and what stands where it is told to."""

from __future__ import annotations

import pytest

from imaginario.engines.builtin import accounts, compose, naming, vocabulary, words, writer
from imaginario.engines.builtin.plan import complete
from imaginario.engines.builtin.scenery.streams import Streams
from imaginario.engines.builtin.spec import SceneSpec


def again(text: str) -> SceneSpec:
    """The scene of the English draft of a text: what is painted."""
    return words.read(writer.write(words.read(text), idea=text).prompt)


def not_drawn(text: str) -> list[str]:
    return (
        naming.listing(compose.paint(again(text), width=256, height=256, seed=1).not_drawn)
        .get("en", "")
        .split(", ")
    )


@pytest.mark.parametrize(
    ("text", "who", "outfit"),
    [
        ("a koala barista", "koala", "waiter"), ("un koala barista", "koala", "waiter"),
        ("一只考拉咖啡师", "koala", "waiter"), ("a bear lumberjack", "bear", "cowboy"),
        ("a woman pilot", "woman", "captain"), ("uma mulher piloto", "woman", "captain"),
        ("女飞行员", "woman", "captain"), ("um gato piloto", "cat", "captain"),
        ("three fox fishermen", "fox", "fisher"),
    ],
)  # fmt: skip
def test_somebody_is_dressed_for_a_trade_and_stays_who_they_are(text: str, who: str, outfit: str) -> None:
    for spec in (words.read(text), again(text)):
        assert [(s.id, s.outfit) for s in spec.subjects] == [(who, outfit)]
    assert list(accounts.modifiers(again(text))) == []


def test_a_trade_without_clothes_of_its_own_is_told() -> None:
    (tailor,) = accounts.modifiers(again("a cat tailor"))
    assert (tailor.kind, tailor.id) == ("near", "tailor")
    asked = [(one.id, other.id) for one, other in accounts.stand_ins(again("a koala barista"))]
    assert asked == [("barista", "waiter")]


@pytest.mark.parametrize(
    "text", ["a fox chasing a rabbit", "una zorra persigue a un conejo", "uma raposa perseguindo um coelho"]
)
def test_whoever_is_chased_runs_the_same_way(text: str) -> None:
    spec = complete(again(text), Streams(1), vocabulary.load())
    assert [(s.id, s.action) for s in spec.subjects] == [("fox", "run"), ("rabbit", "run")]


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("an astronaut riding a running horse", ("ride", 1, "run")),
        ("a boy beside a sleeping dog", (None, 1, "sleep")), ("a bird on a sleeping cat", (None, 1, "sleep")),
    ],
)  # fmt: skip
def test_a_deed_before_a_noun_is_that_noun_s(text: str, deed: tuple[str | None, int, str]) -> None:
    one, other = words.read(text).subjects
    assert (one.action, one.to, other.action) == deed


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Camila la enfermera empuja una silla de ruedas", "nurse"),
        ("a cat and Lucy the ballerina", "ballerina"),
    ],
)
def test_a_name_and_what_its_bearer_is_are_one(text: str, who: str) -> None:
    assert [s.id for s in words.read(text).subjects].count(who) == 1
    assert "woman" not in [s.id for s in words.read(text).subjects]


@pytest.mark.parametrize(
    "text",
    [
        "a horse jumping a fence",
        "un caballo saltando una cerca",
        "um cavalo pulando uma cerca",
        "一匹马跳过栅栏",
    ],
)
def test_who_jumps_a_fence_is_over_it(text: str) -> None:
    horse, fence = words.read(text).subjects
    assert (horse.id, horse.relation, horse.to, fence.id) == ("horse", "over", 1, "fence")


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("a man lying on a sofa", "on"), ("a goat on the roof of a church", "on"),
        ("una cabra arriba del techo de una iglesia", "on"),
        ("a giraffe at the window of a red train", "inside"),
        ("a tiger in the bath", "inside"), ("a toucan on the head of a capybara", "on"),
    ],
)  # fmt: skip
def test_where_somebody_is(text: str, relation: str) -> None:
    for spec in (words.read(text), again(text)):
        assert (spec.subjects[0].relation, spec.subjects[0].to) == (relation, 1)


def test_what_somebody_lies_on_stands_where_it_was_told() -> None:
    monkey, hammock, palms = words.read("在两棵椰子树之间，一只猴子睡在吊床上").subjects
    assert (monkey.relation, monkey.to, hammock.to, palms.count) == ("on", 1, 2, 2)
    text = "a hammock between two palm trees with a sloth sleeping in it"
    hammock, _, sloth = words.read(text).subjects
    assert hammock.id == "hammock"
    assert (sloth.relation, sloth.to) == ("inside", 0)


@pytest.mark.parametrize(
    "text",
    ["a girl feeding a dog",
     "uma menina alimentando um cachorro", "una niña dandole de comer a un perro",
     "女孩在喂小狗",
     "女孩给小狗喂食"],
)  # fmt: skip
def test_who_feeds_somebody_has_a_bowl(text: str) -> None:
    for spec in (words.read(text), again(text)):
        girl, dog = spec.subjects
        assert (girl.held, dog.id, spec.unknown) == ("bowl", "dog", ())
    assert "feeding a dog" in writer.write(words.read(text), idea=text).prompt.replace("young ", "")


def test_both_of_those_who_dance_together_dance() -> None:
    for text in ("a girl dancing with a bear", "uma menina dançando com um urso"):
        assert [s.action for s in again(text).subjects] == ["dance", "dance"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("an octopus hugging a pirate ship", "hugging"),
        ("a dog pulling a rope", "pulling"),
        ("a girl holding a sleeping cat", "sleeping"), ("a frog is hungry", "hungry"),
    ],
)  # fmt: skip
def test_what_no_pose_shows_is_told(text: str, told: str) -> None:
    assert told in not_drawn(text)


@pytest.mark.parametrize(
    "text", ["a robot painting a picture", "un robot pintando un cuadro", "um homem pintando um quadro"]
)
def test_who_paints_a_picture_has_an_easel(text: str) -> None:
    spec = complete(again(text), Streams(1), vocabulary.load())
    assert [s.id for s in spec.subjects][1:] == ["easel"]
    fence = complete(again("a man painting a fence"), Streams(1), vocabulary.load())
    assert "easel" not in [s.id for s in fence.subjects]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("狗推着购物车，车里面全是西瓜", ["dog", "shopping-cart", "watermelon"]),
        ("一只兔子站在月亮下面", ["rabbit"]), ("给玫瑰浇水的小女孩", ["girl", "rose"]),
        ("tres perros cafés", ["dog"]), ("um barco a vela no mar", ["boat"]),
        ("mina de cabelo azul tocando bateria", ["girl"]),
        ("a shepherd leading his sheep home", ["farmer", "sheep"]),
    ],
)  # fmt: skip
def test_nobody_and_nothing_else_comes_in(text: str, ids: list[str]) -> None:
    assert sorted(s.id for s in words.read(text).subjects) == sorted(ids)


def test_slang_and_dropped_letters_are_read() -> None:
    cat = words.read("a lil cat nomming noodles").subjects[0]
    assert (cat.action, cat.held, round(cat.size * 100) < 100) == ("eat", "noodles", True)
    assert words.read("a dog walkin in the park").subjects[0].action == "run"


def test_a_pirate_has_the_sword_and_the_parrot() -> None:
    for text in (
        "a pirate with a parrot on his shoulder and a sword",
        "un pirata con un loro en el hombro y una espada",
    ):
        pirate, parrot = words.read(text).subjects
        assert (pirate.held, parrot.relation, parrot.to) == ("sword", "on", 0)


def test_a_hug_is_seen_and_not_told() -> None:
    for text in (
        "a doctor hugging a boy",
        "uma médica abraçando um menino",
        "una doctora abrazando a un niño",
    ):
        assert "hugging" not in not_drawn(text)


@pytest.mark.parametrize(
    "text",
    ["on the red chair a cat sleeps", "en la silla roja duerme un gato", "na cadeira vermelha um gato dorme"],
)
def test_a_seat_may_be_told_first(text: str) -> None:
    cat, chair = words.read(text).subjects
    assert (cat.id, cat.action, cat.relation, chair.id, chair.color) == ("cat", "sleep", "on", "chair", "red")


def test_each_thing_is_in_its_own_vessel() -> None:
    subjects = again("a vase of sunflowers and a bowl of oranges on a tablecloth").subjects
    where = {s.id: subjects[s.to].id for s in subjects if s.relation == "inside" and s.to is not None}
    assert where == {"sunflower": "vase", "orange": "bowl"}


@pytest.mark.parametrize(
    ("text", "who", "outfit"),
    [
        ("un ajolote rosa astronauta", "axolotl", "astronaut"),
        ("um gato preto pirata", "black-cat", "pirate"),
        ("princesa guerrera morena", "woman", "princess"),
    ],
)  # fmt: skip
def test_a_trade_behind_a_colour_is_worn(text: str, who: str, outfit: str) -> None:
    assert [(s.id, s.outfit) for s in words.read(text).subjects] == [(who, outfit)]


def test_names_open_texts() -> None:
    (messi, *_) = words.read("Messi pateando un balón en un estadio").subjects
    assert (messi.id, messi.held, messi.action) == ("person", "ball", "play")
    assert [s.id for s in words.read("Emma the elephant painting").subjects] == ["elephant"]


def test_a_mount_runs_and_flies_in_the_draft_too() -> None:
    for text, deed in (
        ("宇航员骑着白马在月球上奔跑", "run"),
        ("uma menina montada num unicórnio voando", "fly"),
    ):
        rider, mount = again(text).subjects
        assert (rider.action, rider.to, mount.action) == ("ride", 1, deed)


def test_flowers_in_a_vase_at_the_window_stay_there() -> None:
    subjects = {s.id: s for s in again("um vaso de girassóis na janela").subjects}
    assert subjects["vase"].relation == "at_window"
    assert subjects["sunflower"].relation == "inside"


@pytest.mark.parametrize(
    "text",
    ["a girl listening to music", "uma menina ouvindo música", "una niña escuchando música", "女孩在听音乐"],
)
def test_who_listens_to_music_wears_headphones(text: str) -> None:
    for spec in (words.read(text), again(text)):
        assert [(s.id, s.hat) for s in spec.subjects] == [("girl", "headphones")]
    assert "music headphones" in writer.write(words.read(text), idea=text).prompt


def test_who_hides_behind_something_is_not_told_to_hide() -> None:
    for text in (
        "uma onça escondida atrás de uma árvore",
        "behind the barn hides a cat",
        "a cat hiding behind a tree",
    ):
        assert words.read(text).unknown == again(text).unknown == ()


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("a woman playing the piano", "grand-piano"), ("um gato tocando piano de cauda", "grand-piano"),
        ("una arpista", "harp"), ("女孩弹竖琴", "harp"), ("女孩弹古筝", "guzheng"),
        ("a drummer playing the drum kit", "drum-kit"),
    ],
)  # fmt: skip
def test_what_stands_before_its_player_is_played_with_both_hands(text: str, drawn: str) -> None:
    spec = complete(again(text), Streams(1), vocabulary.load())
    player, instrument = spec.subjects
    assert (instrument.id, instrument.relation, instrument.to) == (drawn, "in_front_of", 0)
    assert player.held is None


@pytest.mark.parametrize(
    ("text", "held"),
    [("a banjo player", "banjo"), ("two ukulele players", "cavaquinho"), ("a fiddler", "violin")],
)
def test_a_player_plays_what_stands_before_the_word(text: str, held: str) -> None:
    assert [(s.held, s.action) for s in again(text).subjects] == [(held, "play")]
