"""What comparisons, "each" and "both", parts of a whole and holders of things come to in the scene."""

from __future__ import annotations

import pytest

from imaginario.engines.builtin import accounts, naming, writer
from imaginario.engines.builtin.spec import SceneSpec
from imaginario.engines.builtin.words import read


def twice(prompt: str) -> tuple[SceneSpec, SceneSpec]:
    """The scene as it is read, and as its written English prompt is read again."""
    spec = read(prompt)
    return spec, read(writer.write(spec, idea=prompt).prompt)


LARGE = {
    "a cat as big as a house sleeping on a street": ("cat", 1.8),
    "a strawberry the size of a car": ("strawberry", 1.8),
    "a girl riding a cat as big as a horse": ("cat", 1.8),
    "a mouse as small as a grain of rice": ("mouse", 0.55),
    "the frog is as big as a bus": ("frog", 1.8),
    "um gato do tamanho de uma casa dormindo": ("cat", 1.8),
    "um gato tão grande quanto uma casa": ("cat", 1.8),
    "un gato tan grande como una casa durmiendo": ("cat", 1.8),
    "un perro tan pequeño como una hormiga": ("dog", 0.55),
    "一只像房子一样大的猫": ("cat", 1.8),
    "一只有房子那么大的猫": ("cat", 1.8),
    "和房子一样大的猫在睡觉": ("cat", 1.8),
}


@pytest.mark.parametrize("prompt", LARGE)
def test_who_is_as_large_as_a_thing_is_drawn_so_and_the_thing_is_not(prompt: str) -> None:
    ident, size = LARGE[prompt]
    for spec in twice(prompt):
        assert [s.size for s in spec.subjects if s.id == ident] == [size]
        assert not {s.id for s in spec.subjects} & {"house", "car", "rice", "bus", "ant"}
        assert not spec.unseen
        assert not spec.unknown


SIMILES = {
    "a pirate as strong as a bear": "strong",
    "um pirata tão forte quanto um urso": "strong",
    "un perro tan fuerte como un toro": "strong",
}


@pytest.mark.parametrize("prompt", SIMILES)
def test_who_is_as_strong_as_a_bear_is_no_bear(prompt: str) -> None:
    for spec in twice(prompt):
        (row,) = spec.extra["told"]
        assert row["traits"] == [SIMILES[prompt]]
        assert "disguise" not in row


EACH = {
    "two cats each holding a flower": "flower",
    "two cats, one black and the other orange, each holding a flower": "flower",
    "a boy and a girl, each with a balloon": "balloon",
    "four children, each one holding a lantern": "lantern",
    "dois gatos, um preto e outro laranja, cada um segurando uma flor": "flower",
    "um menino e uma menina, cada um com um balão": "balloon",
    "dos osos, uno grande y otro pequeño, cada uno con un globo": "balloon",
    "两只猫，一只黑一只白，各拿着一朵花": "flower",
}


@pytest.mark.parametrize("prompt", EACH)
def test_each_of_them_has_it(prompt: str) -> None:
    for spec in twice(prompt):
        assert {s.held for s in spec.subjects} == {EACH[prompt]}


@pytest.mark.parametrize("prompt", ["two houses each with a tree", "a flower on each table"])
def test_nobody_holds_what_is_only_there(prompt: str) -> None:
    assert not any(s.held for s in read(prompt).subjects)


ON_A_PART = {
    "a castle with a flag on top of the tower": ("flag", "on", "castle"),
    "a castle with a dragon on the tower": ("dragon", "on", "castle"),
    "my grandmother's cottage with roses around the door": ("rose", "beside", "house"),
    "a tree with a nest on a branch": ("nest", "on", "tree-branch"),
    "a table with a vase on a tablecloth": ("vase", "on", "tablecloth"),
    "um castelo com um dragão na torre": ("dragon", "on", "castle"),
    "una casa con rosas alrededor de la puerta": ("rose", "beside", "house"),
    "uma casa com um gato na porta": ("cat", "in_front_of", "house"),
}


@pytest.mark.parametrize("prompt", ON_A_PART)
def test_what_comes_with_a_thing_is_on_it_and_not_the_thing(prompt: str) -> None:
    ident, relation, ground = ON_A_PART[prompt]
    for spec in twice(prompt):
        placed = [s for s in spec.subjects if s.to is not None]
        assert [(s.id, s.relation, spec.subjects[s.to or 0].id) for s in placed] == [
            (ident, relation, ground)
        ]


@pytest.mark.parametrize(
    "prompt", ["a house in the forest with a red door", "uma casa na praia com porta azul"]
)
def test_the_door_of_a_house_that_stands_somewhere_is_its_own(prompt: str) -> None:
    assert [s.id for s in read(prompt).subjects] == ["house"]


COUNTED = {
    "a monster with six arms": "six arms",
    "a spider with ten legs": "ten legs",
    "a cat with three tails": "three tails",
    "um monstro com três olhos": "três olhos",
    "un monstruo con seis brazos": "seis brazos",
    "六只手的怪物": "六只手",
}


@pytest.mark.parametrize("prompt", COUNTED)
def test_a_number_of_parts_that_nobody_has_is_told(prompt: str) -> None:
    assert COUNTED[prompt] in read(prompt).unknown


@pytest.mark.parametrize(
    "prompt", ["an octopus with eight arms", "a dog with four legs", "um gato com dois olhos"]
)
def test_a_number_of_parts_that_somebody_has_is_not_told(prompt: str) -> None:
    assert not read(prompt).unknown


@pytest.mark.parametrize(
    "prompt",
    [
        "a scientist in a lab, green smoke coming out of a flask",
        "a wizard in a tower, purple smoke rising from a cauldron",
        "una bruja, humo verde saliendo de un caldero",
        "a cat and fireflies around a lantern",
    ],
)
def test_nobody_is_where_only_smoke_comes_from(prompt: str) -> None:
    assert all(s.to is None for spec in twice(prompt) for s in spec.subjects)


FULL = {
    "a bus full of animals going to school": ("ride", "bus"),
    "a train full of pirates": ("ride", "train"),
    "a red bus packed with happy children": ("ride", "bus"),
    "um ônibus cheio de animais": ("ride", "bus"),
    "a bathtub full of ducks": ("inside", "bathtub"),
    "a basket full of kittens": ("inside", "basket"),
    "un carro lleno de globos": ("inside", "car"),
}


@pytest.mark.parametrize("prompt", FULL)
def test_a_bus_full_of_animals_has_them_in_it(prompt: str) -> None:
    how, ident = FULL[prompt]
    for spec in twice(prompt):
        inside = [s for s in spec.subjects if s.to is not None and spec.subjects[s.to].id == ident]
        assert inside
        assert {s.action or s.relation for s in inside} == {how}


CARRIED = {
    "a hedgehog carrying an apple on its back": ("apple", "hedgehog"),
    "a boy carrying a puppy on his shoulders": ("dog", "boy"),
    "un burro cargando una cesta en la espalda": ("basket", "donkey"),
}


@pytest.mark.parametrize("prompt", CARRIED)
def test_what_is_carried_on_a_back_is_not_in_the_hands(prompt: str) -> None:
    for spec in twice(prompt):
        (thing,) = [s for s in spec.subjects if s.relation == "on"]
        assert (thing.id, spec.subjects[thing.to or 0].id) == CARRIED[prompt]
        assert not any(s.held for s in spec.subjects)


FORMS = ["a star-shaped cookie", "星星形状的饼干", "a rocket-shaped cake", "a boat on a sea of milk",
         "a birthday cake shaped like a rocket with seven candles",
         "a bear wearing a pilgrim hat"]  # fmt: skip


@pytest.mark.parametrize("prompt", FORMS)
def test_a_form_or_a_stuff_without_a_drawing_is_told_and_shows_nothing_else(prompt: str) -> None:
    for spec in twice(prompt):
        assert list(accounts.owed(spec)) or spec.unknown
        assert not spec.sky
        assert not {s.id for s in spec.subjects} & {"milk", "rocket", "person"}


def test_a_little_mermaid_is_small_and_none_of_a_tale() -> None:
    spec = read("a little mermaid on a rock")
    assert (spec.subjects[0].id, spec.subjects[0].size) == ("mermaid", 0.75)
    assert not accounts.stand_ins(spec)


TOLD_PLAINLY = {
    "two brothers, the older one holding a map and the younger one holding a flashlight": [
        ("boy", "map"), ("boy", "flashlight")],
    "two dogs, the big one sleeping and the small one eating a bone": [("dog", None), ("dog", "bone")],
    "a monkey with a banana in each hand": [("monkey", "banana")],
    "a king whose crown is too big for his head": [("man", None)],
    "a goat with a bell around its neck": [("goat", None)],
    "an island that looks like a sleeping turtle": [("island", None)],
    "a dog on the way to the beach": [("dog", None)],
}  # fmt: skip


@pytest.mark.parametrize("prompt", TOLD_PLAINLY)
def test_turns_of_phrase_are_read_as_what_they_say(prompt: str) -> None:
    for spec in twice(prompt):
        assert [(s.id, s.held) for s in spec.subjects] == TOLD_PLAINLY[prompt]


WITHIN = {
    "an igloo with a penguin family inside": ("penguin", "inside", "igloo"),
    "a car with a dog inside": ("dog", "inside", "car"),
    "a gingerbread house covered in candy with a gingerbread man at the door": (
        "gingerbread-man", "in_front_of", "gingerbread-house"),
}  # fmt: skip


@pytest.mark.parametrize("prompt", WITHIN)
def test_who_is_inside_or_at_the_door_is_there(prompt: str) -> None:
    for spec in twice(prompt):
        placed = [s for s in spec.subjects if s.to is not None]
        assert [(s.id, s.relation, spec.subjects[s.to or 0].id) for s in placed] == [WITHIN[prompt]]


@pytest.mark.parametrize("prompt", ["a cup of hot cocoa", "a basketball player dunking with one hand",
                                    "a dog with boots instead of shoes"])  # fmt: skip
def test_what_is_seen_is_not_told_as_lacking(prompt: str) -> None:
    spec = read(prompt)
    assert not spec.unknown
    assert not spec.unseen


OWNED = {
    "my sister's bike": [("bicycle", None)],
    "my sister's blue bike leaning against a white fence": [("bicycle", None), ("fence", None)],
    "my little brother's toy robot with one red eye and one blue eye": [("teddy-robot", None)],
    "a boy riding his sister's bike": [("boy", None), ("bicycle", None)],
    "a girl playing her grandfather's violin": [("girl", "violin")],
    "a mouse eating the farmer's cheese": [("mouse", "cheese")],
    "a pirate's treasure map": [("map", None)],
    "my dog's ball": [("dog", None), ("ball", None)],
}


@pytest.mark.parametrize("prompt", OWNED)
def test_of_somebody_s_thing_only_the_thing_is_drawn(prompt: str) -> None:
    for spec in twice(prompt):
        assert sorted((s.id, s.held or "") for s in spec.subjects) == sorted(
            (ident, held or "") for ident, held in OWNED[prompt]
        )
        assert not any("eye" in word for word in spec.unknown)


def test_a_family_of_animals_that_is_told_one_by_one_is_of_animals() -> None:
    for spec in twice("a panda family: a mom, a dad and two babies eating bamboo"):
        assert [(s.id, s.count, s.held) for s in spec.subjects] == [
            ("panda", 1, "bamboo"), ("panda", 1, "bamboo"), ("panda", 2, "bamboo")]  # fmt: skip


ELSEWHERE = {
    "an old sailor with a parrot on one shoulder and a monkey on the other": [
        ("parrot", "sailor"), ("monkey", "sailor")],
    "a mouse in a tiny red car racing against a turtle on a skateboard": [
        ("mouse", "car"), ("car", "turtle"), ("turtle", "skateboard")],
    "a train with kids looking out the windows": [("girl", "train"), ("boy", "train")],
}  # fmt: skip


@pytest.mark.parametrize("prompt", ELSEWHERE)
def test_each_is_where_the_words_put_them(prompt: str) -> None:
    for spec in twice(prompt):
        placed = [(s.id, spec.subjects[s.to].id) for s in spec.subjects if s.to is not None]
        assert sorted(placed) == sorted(ELSEWHERE[prompt])


def test_the_colour_of_what_nobody_can_draw_goes_to_nothing_else() -> None:
    for spec in twice("a dozen cupcakes with pink frosting on a silver tray"):
        assert all(s.color is None for s in spec.subjects)


def test_a_straw_is_no_hat() -> None:
    assert naming.name("straw", "pt") == "palha"


SAID_ALIKE = {
    "a bicicleta azul da minha irmã": ["bicycle"],
    "una niña tocando el violín de su abuelo": ["girl"],
    "我姐姐的自行车": ["bicycle"],
    "uma ilha que parece uma tartaruga dormindo": ["island"],
    "um macaco com uma banana em cada mão": ["monkey"],
    "una casa cuyo techo es rojo": ["house"],
    "a house whose roof is red": ["house"],
    "uma menina cujo cabelo é verde": ["girl"],
}


@pytest.mark.parametrize("prompt", SAID_ALIKE)
def test_the_same_in_the_other_languages(prompt: str) -> None:
    for spec in twice(prompt):
        assert [s.id for s in spec.subjects] == SAID_ALIKE[prompt]
        assert all(s.color in (None, "blue") and s.action in (None, "play", "hold") for s in spec.subjects)


LISTED = {
    "two owls on a branch, one awake and one asleep": [
        ("owl", None),
        ("owl", "sleep"),
        ("tree-branch", None),
    ],
    "a cat and a running dog": [("cat", None), ("dog", "run")],
    "a black cat and a white cat, the black one sleeping": [("black-cat", "sleep"), ("cat", None)],
}


@pytest.mark.parametrize("prompt", LISTED)
def test_only_the_one_it_is_told_of_does_it(prompt: str) -> None:
    for spec in twice(prompt):
        assert sorted((s.id, s.action or "") for s in spec.subjects) == sorted(
            (ident, action or "") for ident, action in LISTED[prompt]
        )


def test_the_small_one_on_the_big_one_is_met_again() -> None:
    for spec in twice("a big turtle and a small turtle, the small one on top of the big one"):
        assert sorted(s.size for s in spec.subjects) == [0.75, 1.35]


def test_flowers_in_antlers_are_worn() -> None:
    assert [(s.id, s.hat, s.held) for s in read("a deer with flowers in its antlers").subjects] == [
        ("deer", "flowers", None)
    ]


def test_who_is_on_a_swing_that_hangs_from_a_tree_sits_on_the_swing() -> None:
    for spec in twice("a swing hanging from a tree with a girl on it"):
        girl = next(s for s in spec.subjects if s.id == "girl")
        assert spec.subjects[girl.to or 0].id == "swing"
