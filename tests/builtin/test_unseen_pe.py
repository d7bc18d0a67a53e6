"""Portuguese and Spanish prompts that were written without a look at the reader, and their rules."""

from __future__ import annotations

import pytest

from imaginario.engines.builtin import accounts, words, writer
from imaginario.engines.builtin.spec import SceneSpec
from tests.builtin.test_words import ids, one


def told(spec: SceneSpec, index: int) -> dict[str, object]:
    """What only the writer knows of a subject."""
    rows = spec.extra.get("told", ())
    return next((row for row in rows if row.get("subject") == index), {})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("dos gatos, uno negro y otro blanco", [("cat", 1, "black"), ("cat", 1, "white")]),
        ("cinco patos, quatro amarelos e um preto", [("duck", 4, "yellow"), ("duck", 1, "black")]),
        ("dos gatos y un perro blanco", [("cat", 2, None), ("dog", 1, "white")]),
        ("dos amigos: un oso y un zorro", [("bear", 1, None), ("fox", 1, None)]),
    ],
)  # fmt: skip
def test_groups_are_told_one_by_one(text: str, found: list[tuple[str, int, str | None]]) -> None:
    assert [(s.id, s.count, s.color) for s in words.read(text).subjects] == found


def test_each_of_a_group_has_its_own_deed_and_clothes() -> None:
    pigs = words.read("tres cerditos: uno con casco, otro pintando y el último dormido").subjects
    assert [(p.id, p.hat, p.action) for p in pigs] == [
        ("pig", "hardhat", None), ("pig", None, "paint"), ("pig", None, "sleep"),
    ]  # fmt: skip
    snowmen = words.read("quatro bonecos de neve, dois com cartola e dois sem").subjects
    assert [(s.count, s.hat) for s in snowmen] == [(2, "top-hat"), (2, None)]


@pytest.mark.parametrize(
    ("text", "who", "outfit"),
    [
        ("un enfermero", "man", "nurse"), ("uma bombeira", "woman", "firefighter"),
        ("o professor de óculos", "man", "teacher"), ("la futbolista", "woman", "football"),
        ("una astronauta", "woman", "astronaut"), ("a pirata na praia", "woman", "pirate"),
    ],
)  # fmt: skip
def test_the_word_says_who_does_a_trade(text: str, who: str, outfit: str) -> None:
    assert (one(text).id, one(text).outfit) == (who, outfit)
    again = words.read(writer.write(words.read(text), idea=text).prompt).subjects
    assert [(s.id, s.outfit) for s in again] == [(who, outfit)]


@pytest.mark.parametrize(
    ("text", "trade"),
    [("una enfermera", "nurse"), ("um bombeiro", "firefighter"), ("un guitarrista", "musician")],
)  # fmt: skip
def test_who_is_drawn_as_the_word_says_keeps_the_drawing_of_the_trade(text: str, trade: str) -> None:
    assert ids(text) == [trade]


@pytest.mark.parametrize("text", ["um casal de idosos no banco", "una pareja de ancianos en un banco"])
def test_an_old_couple_is_a_grandmother_and_a_grandfather(text: str) -> None:
    assert ids(text) == ["grandfather", "grandmother", "bench"]


@pytest.mark.parametrize("text", ["ni perros ni gatos, un conejo", "nem cachorro nem gato, só um coelho"])
def test_neither_nor_forbids(text: str) -> None:
    spec = words.read(text)
    assert ([s.id for s in spec.subjects], set(spec.avoid)) == (["rabbit"], {"dog", "cat"})


def test_two_things_in_one_pair_of_hands_are_both_drawn() -> None:
    girl, balloon = words.read("una niña con un globo comiendo un helado").subjects
    assert (girl.held, girl.action, balloon.id) == ("ice-cream", "eat", "balloon")
    fox, coffee = words.read("un zorro leyendo el diario mientras toma un café").subjects
    assert (fox.held, fox.action, coffee.id) == ("newspaper", "read", "coffee")
    singer, flower = words.read("menina com uma flor vermelha tocando violão").subjects
    assert (singer.held, singer.action, flower.id, flower.color) == ("guitar", "play", "flower", "red")


def test_what_is_in_the_hand_is_held() -> None:
    wolf = one("lobo-guará vestido de detetive, lupa na mão")
    assert (wolf.id, wolf.outfit, wolf.held) == ("maned-wolf", "detective", "magnifying-glass")


def test_who_rides_with_a_dog_rides_no_dog() -> None:
    man, bicycle, dog = words.read("el cartero en bicicleta con un perro corriendo detrás").subjects
    assert (man.action, man.to, bicycle.id) == ("ride", 1, "bicycle")
    assert (dog.id, dog.action, dog.relation) == ("dog", "run", "behind")


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("um caminhão passando por cima da ponte", "on"), ("una niña en la escalinata", "on"),
        ("uma professora no quadro-negro", "in_front_of"), ("chico en un puesto de tacos", "in_front_of"),
        ("un hada dentro de un tulipán", "on"),
    ],
)  # fmt: skip
def test_where_one_stands_to_bridges_stairs_boards_and_stalls(text: str, relation: str) -> None:
    assert words.read(text).subjects[0].relation == relation


def test_birds_carry_who_is_on_their_back() -> None:
    condor, boy = words.read("un cóndor gigante llevando a un niño en su espalda").subjects
    assert (condor.id, boy.id, boy.action, boy.to) == ("condor", "boy", "ride", 0)


def test_feelings_are_not_those_of_hair_and_things() -> None:
    spec = words.read("menino que perdeu o balão vermelho chorando")
    assert (told(spec, 0)["traits"], spec.subjects[1].color) == (["crying"], "red")
    assert told(words.read("minha vó de bobes no cabelo brava"), 0)["traits"] == ["angry"]


def test_cubs_have_a_mother_of_their_own_kind() -> None:
    cub, mother = words.read("um filhote de leão com a mãe").subjects
    assert (cub.id, mother.id, mother.size) == ("lion", "lion", 1.35)
    assert ids("um gato com a mãe") == ["cat", "mother"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("uma xícara de café com leite", ["coffee"]), ("una taza de chocolate caliente", ["hot-chocolate"]),
        ("uma jangada com a vela colorida", ["jangada"]), ("bolo com velas acesas", ["cake"]),
        ("o rato roeu a roupa do rei", ["mouse", "man"]), ("pilha de louça na pia", []),
    ],
)  # fmt: skip
def test_one_noun_may_only_tell_of_another(text: str, found: list[str]) -> None:
    assert ids(text) == found


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("un gato en el apartamento", "room"), ("tamanduá no cerrado", "savanna"),
        ("una chica en el metro", "station"), ("corales", None), ("un taxi frente a un hotel", None),
        ("una tortuga entre corales", "underwater"), ("un chef en la cocina de un restaurante", "kitchen"),
    ],
)  # fmt: skip
def test_places(text: str, place: str | None) -> None:
    spec = words.read(text)
    assert (spec.place, spec.unknown) == (place, ())


def test_the_kitchen_of_a_restaurant_is_no_restaurant_that_is_missing() -> None:
    assert list(accounts.owed(words.read("un chef en la cocina de un restaurante"))) == []


def test_a_feast_day_is_no_day_and_smoke_no_fire() -> None:
    spec = words.read("velas de Día de Muertos")
    assert (spec.time, spec.mood, told(spec, 0).get("traits")) == (None, ("festive",), None)
    assert list(accounts.owed(words.read("un volcán y humo"))) == []
    assert [u.id for u in accounts.owed(words.read("uma casa e fumaça")) if not isinstance(u, str)] == [
        "smoke"
    ]


def test_words_of_another_language_are_no_slips_of_english_ones() -> None:
    for text, found in (
        ("lobo procurando pegadas", ["wolf"]),
        ("minha vó de bobes no cabelo", ["grandmother"]),
    ):
        assert ids(writer.write(words.read(text), idea=text).prompt) == found


def test_a_band_that_somebody_plays_in_is_told() -> None:
    spec = words.read("um menino tocando cavaquinho numa roda de samba")
    assert ([s.held for s in spec.subjects], spec.unknown) == (["cavaquinho"], ("roda de samba",))


@pytest.mark.parametrize(
    ("text", "held"),
    [("um senhor de bengala", "cane"), ("una vendedora de flores", "flower")],
)  # fmt: skip
def test_people_have_in_hand_what_they_are_told_by(text: str, held: str) -> None:
    assert one(text).held == held


def test_an_unknown_trade_that_acts_is_somebody_and_a_thing_is_not() -> None:
    cook = words.read("taquero preparando tacos")
    assert ([(s.id, s.held) for s in cook.subjects], cook.unknown) == ([("person", "taco")], ("taquero",))
    assert ids("sala com carteiras vazias") == []
    car = words.read("un carro rojo en la pista")
    assert ([s.id for s in car.subjects], car.unknown) == (["car"], ("pista",))


@pytest.mark.parametrize(
    ("text", "found", "unknown"),
    [
        ("um unicórnio que faz cocô", ["unicorn"], ("cocô",)),
        ("un río de chocolate", [], ("chocolate",)),
        ("uma piscina de bolinhas", [], ("piscina de bolinhas",)),
        ("boneco de neve no verão carioca", ["snowman"], ("carioca",)),
    ],
)  # fmt: skip
def test_what_only_looks_like_a_word_is_told(text: str, found: list[str], unknown: tuple[str, ...]) -> None:
    assert (ids(text), words.read(text).unknown) == (found, unknown)


def test_pairs_and_stairs_are_one_thing() -> None:
    boots, door = words.read("unas botas llenas de barro junto a la puerta").subjects
    assert (boots.id, boots.count, boots.relation, door.id) == ("boots", 1, "beside", "door")
    assert one("unas escaleras").count == 1


def test_whose_hair_it_is() -> None:
    mother, girl, mirror = words.read("mãe penteando o cabelo da filha em frente ao espelho").subjects
    assert (mother.id, girl.id, girl.relation, mirror.id) == ("mother", "girl", "in_front_of", "mirror")


@pytest.mark.parametrize(
    "text", ["um cometa passando por cima da cidade", "a comet over the city", "un cometa"]
)
def test_a_comet_is_drawn(text: str) -> None:
    assert ids(text) == ["comet"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("uma piscina de bolinhas com crianças", ["girl", "boy"]),
        ("moto-serra em cima de um toco de árvore", ["tree-stump"]),
        ("dos pingüinos casándose bajo un arco de flores", ["penguin"]),
    ],
)
def test_unknown_words_stay_unknown_in_the_english_prompt_and_are_told(text: str, found: list[str]) -> None:
    again = words.read(writer.write(words.read(text), idea=text).prompt)
    assert [s.id for s in again.subjects] == found
    assert again.unknown
    assert again.place is None


def test_who_carries_a_bird_keeps_clothes_and_map() -> None:
    text = "una pirata con un loro en el hombro y un mapa del tesoro"
    pirate, parrot = words.read(writer.write(words.read(text), idea=text).prompt).subjects
    assert (pirate.id, pirate.outfit, pirate.held) == ("woman", "pirate", "map")
    assert (parrot.id, parrot.outfit, parrot.held, parrot.to) == ("parrot", None, None, 0)


@pytest.mark.parametrize("text", ["uma costureira", "una bailaora de flamenco", "una astronauta"])
def test_a_woman_stays_one_in_the_english_prompt(text: str) -> None:
    assert [s.id for s in words.read(writer.write(words.read(text), idea=text).prompt).subjects] == ["woman"]


def test_what_a_rider_holds_is_told() -> None:
    text = "uma freira andando de bicicleta com uma cesta de flores"
    nun = words.read(writer.write(words.read(text), idea=text).prompt).subjects[0]
    assert (nun.id, nun.action, nun.held) == ("woman", "ride", "flower-basket")


@pytest.mark.parametrize(
    ("text", "avoided"),
    [("nadie en la cancha, una pelota", "person"), ("não tem ninguém na praia", "person")],
)
def test_nobody_is_no_people(text: str, avoided: str) -> None:
    spec = words.read(text)
    assert (avoided in spec.avoid, spec.unknown) == (True, ())


def test_a_bough_of_a_tree_is_the_tree() -> None:
    snake, tree = words.read("una serpiente enrollada en una rama de un árbol").subjects
    assert (snake.relation, snake.to, tree.id) == ("on", 1, "tree")


def test_what_somebody_puts_under_a_thing_lies_there() -> None:
    mouse, coin, pillow = words.read("un ratoncito dejando una moneda bajo la almohada").subjects
    assert (mouse.relation, coin.relation, coin.to, pillow.id) == (None, "under", 2, "pillow")


@pytest.mark.parametrize("text", ["un zombi tomando el bus", "um zumbi pegando o ônibus"])
def test_a_bus_is_no_drink(text: str) -> None:
    zombie, bus = words.read(text).subjects
    assert (zombie.action, zombie.to, bus.id) == ("ride", 1, "bus")


def test_newlyweds_are_bride_and_groom_and_a_pupil_may_be_a_girl() -> None:
    assert ids("una pareja de recién casados saliendo de la iglesia") == ["bride", "groom", "church"]
    assert words.read("unos recién casados saliendo de la iglesia").subjects[0].relation == "in_front_of"
    assert (ids("uma aluna na escola"), ids("um aluno na escola")) == (["girl"], ["student"])


@pytest.mark.parametrize(
    ("text", "place", "time"),
    [
        ("una moto frente a un bar", "street", None), ("avô pescando enquanto o sol se põe", None, "sunset"),
        ("el sol saliendo detrás de las montañas", "mountains", "dawn"),
    ],
)  # fmt: skip
def test_hours_and_places_told_by_a_deed(text: str, place: str | None, time: str | None) -> None:
    spec = words.read(text)
    assert (spec.place, spec.time) == (place, time)


def test_what_a_thing_is_made_of_is_nothing_beside_it() -> None:
    assert ids("una casa con techo de chocolate") == ["house"]
    assert ids("uma menina fazendo bolhas de sabão") == ["girl"]
    assert one("una chef lanzando masa de pizza").held == "pizza"
    assert one("dois amigos comendo pastel").held == "empanada"


def test_cubs_without_a_mother_tongue_are_cubs_of_the_animal_before() -> None:
    mother, cubs = words.read("gambá carregando seis filhotes nas costas").subjects
    assert (mother.id, cubs.id, cubs.count, cubs.relation, cubs.to) == ("opossum", "opossum", 6, "on", 0)


def test_who_is_named_by_kin_and_trade_is_one_person() -> None:
    assert ids("mi tío el mecánico debajo de un carro") == ["builder", "car"]
    assert ids("mi tío y el mecánico") == ["man", "builder"]


def test_a_chair_may_have_an_owner_who_is_not_there() -> None:
    crocodile, chair = words.read("um jacaré na cadeira do dentista").subjects
    assert (crocodile.outfit, crocodile.relation, chair.id) == (None, "on", "chair")


@pytest.mark.parametrize("text", ["un burro y detrás un niño", "un burro con leña y detras un nino"])
def test_who_is_told_behind_somebody_stands_there(text: str) -> None:
    donkey, boy = words.read(text).subjects
    assert (donkey.relation, boy.id, boy.relation, boy.to) == (None, "boy", "behind", 0)


def test_who_comes_along_is_aboard() -> None:
    for text, mount in (
        ("avô pescando com o neto no barquinho", "boat"),
        ("un señor con su perro en bici", "bicycle"),
    ):
        first, second, ridden = words.read(text).subjects
        assert (first.to, second.to, ridden.id) == (2, 2, mount)


@pytest.mark.parametrize(
    ("text", "found", "place"),
    [
        ("una paloma con carta en el pico", ["dove"], None), ("el metro a la hora pico", ["subway"], None),
        ("só estrelinhas amarelas, nada mais", ["star"], None),
        ("a torre de Pisa pintada em aquarela", ["leaning-tower"], None),
        ("turistas na frente da Pedra do Sino", ["person"], None),
    ],
)  # fmt: skip
def test_words_that_are_something_else_elsewhere(text: str, found: list[str], place: str | None) -> None:
    spec = words.read(text)
    assert ([s.id for s in spec.subjects], spec.place) == (found, place)
    assert all(s.action != "swim" for s in spec.subjects)


@pytest.mark.parametrize(
    ("text", "index", "relation"),
    [
        ("un ratoncito dejando una moneda bajo la almohada", 1, "under"),
        ("um casal fazendo piquenique debaixo de uma mangueira", 0, "under"),
    ],
)
def test_where_a_thing_lies_survives_the_english_prompt(text: str, index: int, relation: str) -> None:
    subjects = words.read(writer.write(words.read(text), idea=text).prompt).subjects
    assert subjects[index].relation == relation
    assert subjects[1 - index].relation in (None, "on")  # who has a picnic is on its blanket


def test_two_in_a_boat_share_it_in_the_english_prompt() -> None:
    text = "avô pescando com o neto no barquinho"
    spec = words.read(writer.write(words.read(text), idea=text).prompt)
    assert [(s.id, s.to) for s in spec.subjects] == [("grandfather", 2), ("boy", 2), ("boat", None)]


def test_what_one_feeds_others_with_is_in_ones_own_hands() -> None:
    woman, hens = words.read("uma fazendeira alimentando as galinhas com milho").subjects
    assert (woman.held, hens.id, hens.held) == ("corn", "hen", None)


def test_whose_banana_it_is() -> None:
    monkey, tourist = words.read("um macaco roubando a banana do turista").subjects
    assert (monkey.outfit, monkey.held, tourist.outfit) == (None, "banana", "explorer")


def test_another_one_without_its_noun() -> None:
    sofa, upper, lower = words.read("um sofá com um gato em cima e outro embaixo").subjects
    assert (sofa.id, upper.relation, upper.to, lower.relation, lower.to) == ("sofa", "on", 0, "under", 0)
    assert [s.color for s in words.read("un perro blanco y otro negro").subjects] == ["white", "black"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("flores de hibisco", ["hibiscus"]), ("un perro que quiere ser gato", ["dog"]),
        ("una nave orbitando la Tierra", ["spaceship", "earth"]), ("un patinador sobre hielo", ["man"]),
        ("a noiva fugindo da igreja de moto", ["bride", "church", "motorcycle"]),
    ],
)  # fmt: skip
def test_who_is_there_and_who_is_not(text: str, found: list[str]) -> None:
    assert ids(text) == found


def test_nobody_wears_what_lies_below_or_comes_out() -> None:
    cat = words.read("gato acostado encima de la ropa")
    assert (cat.subjects[0].outfit, cat.unknown) == (None, ("ropa",))
    magician, dove = words.read("un mago sacando una paloma de un sombrero").subjects
    assert (magician.outfit, dove.hat) == ("wizard", None)
