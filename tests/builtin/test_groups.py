"""Families, bands and heaps, words of two languages, and words that are told instead of being read over."""

from __future__ import annotations

import pytest

from imaginario.engines.builtin import words
from tests.builtin.test_words import ids, one


@pytest.mark.parametrize(
    "text",
    ["a family with a dog", "una familia con un perro", "uma família com um cachorro", "一家人和一只狗"],
)
def test_a_family_has_people_beside_its_dog(text: str) -> None:
    family, dog = words.read(text).subjects
    assert (family.id, family.count, dog.id) == ("person", 3, "dog")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("una familia: papá, mamá y dos hijos", ["father", "mother", "boy"]),
        ("mi familia: mi mamá Ana, mi papá Luis y mi hermano", ["mother", "father", "boy"]),
        ("a família: mãe, pai e um bebê", ["mother", "father", "baby"]),
        ("a family with two kids", ["mother", "father", "girl", "boy"]),
        ("uma família com três filhos", ["mother", "father", "boy"]),
        ("a family of four", ["person"]),
        ("una familia con la abuela", ["person", "grandmother"]),
        ("una familia de osos", ["bear"]),
    ],
)
def test_a_family_is_those_who_are_named(text: str, found: list[str]) -> None:
    assert ids(text) == found


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("uma banda de forró", ["accordion", "drum", "tambourine"]),
        ("a jazz band on a stage", ["trumpet", "piano", "drum-kit"]),
        ("una banda de rock en la playa", ["guitar", "microphone", "drum-kit"]),
        ("摇滚乐队", ["guitar", "microphone", "drum-kit"]),
    ],
)
def test_a_band_is_several_with_their_instruments(text: str, held: list[str]) -> None:
    assert [s.held for s in words.read(text).subjects] == held


@pytest.mark.parametrize(
    ("text", "who", "count"),
    [
        ("banda de rock de gatos", "cat", 3),
        ("a cat rock band", "cat", 3),
        ("un pulpo en una banda de jazz", "octopus", 1),
        ("uma orquestra de corujas", "owl", 7),
    ],
)
def test_a_band_of_animals_has_nobody_else(text: str, who: str, count: int) -> None:
    subject = one(text)
    assert (subject.id, subject.count) == (who, count)


@pytest.mark.parametrize(
    ("text", "found", "count"),
    [
        ("un montón de monedas de oro", "gold-pile", 1),
        ("um monte de moedas", "gold-pile", 1),
        ("una pila de libros", "book-stack", 1),
        ("un montón de gatos", "cat", 7),
    ],
)
def test_a_heap_that_is_a_thing_is_no_number(text: str, found: str, count: int) -> None:
    subject = one(text)
    assert (subject.id, subject.count) == (found, count)


@pytest.mark.parametrize(
    ("text", "tag"),
    [("two piñatas", "en"), ("two jalapeños dancing", "en"), ("un niño", "es"), ("maçã", "pt-BR")],
)
def test_one_letter_does_not_make_a_language(text: str, tag: str) -> None:
    assert words.detect_language(text) == tag


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("un hombre fumando", "fumando"),
        ("una niña buscando su muñeca", "buscando"),
        ("um quadro pendurado com um gato", "pendurado"),
        ("o menino e os brinquedos", "brinquedos"),
        ("um gato mirando a lua e contando segredos", "contando segredos"),
        ("cenoura segurando um cartaz", "cartaz"),
    ],
)
def test_deeds_and_things_without_a_drawing_are_told(text: str, told: str) -> None:
    assert told in words.read(text).unknown


@pytest.mark.parametrize(
    ("text", "trait"),
    [
        ("um homem magro", "thin"), ("una bruja malvada", "evil"), ("um livro aberto", "open"),
        ("una caja vacía", "empty"), ("un tren de juguete", "toy"), ("um lobo mau", "evil"),
    ],
)  # fmt: skip
def test_visible_qualities_are_kept(text: str, trait: str) -> None:
    assert words.read(text).extra["told"][0]["traits"] == [trait]


def test_what_is_stirred_stands_by_itself_and_cars_do_not_run() -> None:
    witch, cauldron = words.read("una bruja revolviendo un caldero verde").subjects
    assert (witch.action, cauldron.id, cauldron.color) == ("cook", "cauldron", "green")
    assert one("un coche a toda velocidad").action is None
    assert one("um guepardo em alta velocidade").action == "run"


@pytest.mark.parametrize("text", ["um gato lindo, obra-prima, 8k", "retrato de un perro mirando a la cámara"])
def test_praise_and_the_camera_stay_silent(text: str) -> None:
    assert words.read(text).unknown == ()


@pytest.mark.parametrize(
    ("text", "found", "names"),
    [
        ("mis hijos Mateo y Ana jugando", ["boy", "girl"], ("Mateo", "Ana")),
        ("mis amigos Luis y Pedro", ["man", "man"], ("Luis", "Pedro")),
        ("mi amiga Ana", ["woman"], ("Ana",)),
        ("mis hijos", ["boy"], ()),
    ],
)
def test_people_are_as_many_as_their_names(text: str, found: list[str], names: tuple[str, ...]) -> None:
    assert ids(text) == found
    assert words.read(text).names == names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("mi hermana y yo", ["girl", "person"]),
        ("eu e meu gato", ["person", "cat"]),
        ("mi perro conmigo en la playa", ["dog", "person"]),
        ("yo de chiquita", ["girl"]),
        ("eu quero um gato", ["cat"]),
        ("yo quisiera ver dos gatos", ["cat"]),
    ],
)
def test_who_speaks_is_there_when_told(text: str, found: list[str]) -> None:
    assert ids(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("o sítio da vovó com galinhas", ["hen"]),
        ("en la cocina de mi abuela hay un gato", ["cat"]),
        ("el arpa de la abuela", ["harp", "grandmother"]),
        ("logo para una panadería con un gato", ["cat"]),
        ("um passarinho na gaiola não, na janela", ["bird"]),
    ],
)
def test_who_only_owns_a_place_and_what_a_picture_is_for_stay_out(text: str, found: list[str]) -> None:
    assert ids(text) == found


def test_a_lap_a_pocket_watch_and_a_baby_without_its_accent() -> None:
    assert one("una abuela con su gato en las piernas").held == "cat"
    girl, rabbit = words.read("una niña leyendo con un conejo en el regazo").subjects
    assert (girl.held, rabbit.relation, rabbit.to) == ("book", "on", 0)
    assert one("un conejo con reloj de bolsillo").held == "clock"
    assert ids("un bebe jugando") == ["baby"]
    assert one("un gato bebe leche").held == "milk"


def test_a_singular_adjective_is_not_the_plural_nouns() -> None:
    monster, cookies = words.read("un monstruo de las galletas azul").subjects
    assert (monster.color, cookies.color) == ("blue", None)


def test_skating_on_ice_needs_no_skateboard() -> None:
    penguin = one("un pingüino patinando sobre hielo")
    assert (penguin.action, words.read("un pingüino patinando sobre hielo").place) == ("run", "snow")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("forest animals dancing", ["rabbit", "bear", "fox"]), ("dois animais na praia", ["crab", "turtle"]),
        ("animales de la granja", ["cow", "sheep", "hen"]), ("a fox and a cat, both animals", ["fox", "cat"]),
        ("一个女孩和小动物", ["girl", "rabbit", "bear", "fox"]),
        ("手拉手的小动物，兔子、小鸭子", ["rabbit", "duckling"]),
        ("a lion and other animals", ["lion", "rabbit", "bear", "fox"]),
        ("a fox, the animal is asleep", ["fox"]), ("没有动物的森林", []),
    ],
)  # fmt: skip
def test_animals_that_nobody_names_are_those_of_the_place(text: str, found: list[str]) -> None:
    assert ids(text) == found


def test_unnamed_animals_share_what_they_do() -> None:
    assert {s.action for s in words.read("forest animals dancing").subjects} == {"dance"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("faz um desenho de carro vermelho", ["car"]),
        ("un dibujo de bicicleta antigua", ["bicycle"]),
        ("desenho de cavalo marinho amarelo", ["seahorse"]),
        ("um menino de bicicleta", ["boy", "bicycle"]),
        ("imagen con Lucía y Mateo", ["woman", "man"]),
        ("un dibujo de escuelita en medio del campo", ["school"]),
    ],
)
def test_what_a_drawing_is_of_is_drawn(text: str, found: list[str]) -> None:
    assert ids(text) == found


@pytest.mark.parametrize(
    ("text", "action", "held"),
    [
        ("un gato toma una siesta", "sleep", None),
        ("una niña toma una foto", "hold", "camera"),
        ("um gato tira foto", "hold", "camera"),
        ("un pato rema", "ride", None),
        ("un avión despega", "fly", None),
        ("un perro atrapa una pelota", "hold", "ball"),
        ("quero um gato que possa voar", "fly", None),
        ("capivara de boia", None, None),
    ],
)
def test_verbs_are_known_in_the_present_too(text: str, action: str | None, held: str | None) -> None:
    first = words.read(text).subjects[0]
    assert (first.action, first.held) == (action, held)


def test_what_is_carried_on_the_body_is_worn() -> None:
    cat = one("un gato lleva un sombrero rojo")
    assert (cat.hat, cat.action) == ("top-hat", None)
    assert one("una niña lleva una canasta").held == "basket"
    assert one("un perro se pone un sombrero").hat == "top-hat"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("a vovo na cozinha", "grandmother"),
        ("o vovo na cozinha", "grandfather"),
        ("un payasito", "man"),
        ("uma bailarina", "ballerina"),
    ],
)
def test_who_is_meant_without_accents_and_in_small_words(text: str, who: str) -> None:
    assert ids(text) == [who]


@pytest.mark.parametrize(
    ("text", "count"),
    [("unas gemelas en la playa", 2), ("las tres mellizas", 3), ("trigêmeos dormindo", 3), ("um casal", 2)],
)
def test_twins_are_two_and_triplets_three(text: str, count: int) -> None:
    assert one(text).count == count


def test_a_word_without_its_tilde_is_still_an_adjective() -> None:
    assert words.read("una silla pequena").subjects[0].size == 0.75


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("el sol y la luna dándose un beso", ["sun", "moon"]),
        ("la luna saliendo sobre el mar", []),
        ("un ladrón gato", ["cat"]),
        ("fotógrafo perro en la playa", ["dog"]),
        ("una niña con un farol", ["girl"]),
        ("vó fazendo crochê na cadeira", ["grandmother", "chair"]),
    ],
)
def test_who_acts_and_who_only_has_a_trade(text: str, found: list[str]) -> None:
    assert ids(text) == found


def test_things_that_rain_down_are_many_and_the_living_run() -> None:
    spec = words.read("lluvia de meteoritos sobre dinosaurios corriendo")
    comets, dinosaurs = spec.subjects
    assert (comets.count, comets.action, comets.relation) == (7, "fly", "over")
    assert (dinosaurs.action, spec.weather) == ("run", ())
    assert words.read("lluvia de verano").weather == ("rain",)


def test_clothes_with_a_costume_in_their_name_and_what_is_in_a_mouth() -> None:
    assert one("un gato con traje de baño").outfit == "swimsuit"
    assert one("una niña con traje de princesa").outfit in ("princess", "queen")
    assert one("um gato com um peixe na boca").held == "fish"


def test_what_something_turns_into_is_no_place_to_be() -> None:
    fairy, pumpkin, carriage = words.read("un hada convirtiendo una calabaza en carroza").subjects
    assert (fairy.action, pumpkin.id, carriage.id) == (None, "pumpkin", "horse-carriage")


@pytest.mark.parametrize(
    ("text", "mood"),
    [("un gato travieso", "funny"), ("um gato empolgado", "happy"), ("un bosque terrorífico", "spooky")],
)
def test_moods_have_many_words(text: str, mood: str) -> None:
    assert mood in words.read(text).mood


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("una leona con sus cachorros", ["lion", "lion"]),
        ("una perra con sus cachorros", ["dog", "dog"]),
        ("unos lentes sobre un libro abierto", ["book"]),
        ("un lobo con piel de oveja", ["wolf"]),
        ("nube triste lloviendo", ["cloud"]),
        ("planeta con anillos y una cara feliz", ["planet"]),
        ("un koala con lentes de sol rosas", ["koala"]),
    ],
)
def test_who_is_drawn_and_who_is_not(text: str, found: list[str]) -> None:
    assert ids(text) == found


def test_a_plush_animal_is_hugged() -> None:
    assert one("un niño abrazado a su dinosaurio de peluche").held == "dinosaur"


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("un cohete con un niño adentro", "inside"),
        ("una casa con un gato encima", "on"),
        ("um cachorro dormindo com um gato em cima", "on"),
        ("un árbol y una banca al lado", "beside"),
        ("un cerezo y una muchacha leyendo abajo", "under"),
    ],
)
def test_an_adverb_tells_where_the_last_one_is(text: str, relation: str) -> None:
    first, last = words.read(text).subjects
    assert (first.relation, last.relation, last.to) == (None, relation, 0)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("cinco patitos detrás de su mamá", ["duckling", "duck"]),
        ("un elefante bebé con su mamá", ["elephant", "elephant"]),
        ("gatinho com sua mãe", ["cat", "cat"]),
        ("una niña con su mamá", ["girl", "mother"]),
        ("mi gato con mi mamá", ["cat", "mother"]),
    ],
)
def test_an_animals_mother_is_of_its_kind(text: str, found: list[str]) -> None:
    assert ids(text) == found


def test_an_age_is_no_number_of_things_and_an_adjective_no_trade() -> None:
    assert one("un dibujo para mi hija de 5 años que ama los unicornios").count == 3
    assert one("un niño de cinco años").count == 1
    assert one("una patinadora artística").outfit is None
    assert ids("un carro deportivo rojo") == ["car"]


def test_a_stranger_who_rides_is_somebody_and_is_told() -> None:
    spec = words.read("dos flurpos en bici")
    assert [(s.id, s.count, s.action) for s in spec.subjects] == [("person", 2, "ride"), ("bicycle", 1, None)]
    assert spec.unknown == ("flurpos",)


def test_toys_pots_and_trails() -> None:
    assert one("una niña jugando con su coche rojo").held == "toy-car"
    frog, pot, carrots = words.read("un sapo dentro de una olla con verduras").subjects
    assert pot.id in ("pot", "cauldron")
    assert (frog.held, carrots.relation, carrots.to) == (None, "inside", 1)
    assert words.read("un avión y un rastro de corazones").subjects[1].count == 3
    assert words.read("un perrito en una canasta de bicicleta").subjects[0].action is None
    assert words.read("su primer día de escuela").time is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("cámara antigua con flores", ["camera", "flower"]),
        ("lápiz corriendo de un gato", ["pencil", "cat"]),
        ("submarino con ojos", ["submarine"]),
        ("paleta de sandía con ojitos", ["popsicle"]),
        ("un hombre, estilo Magritte", ["man"]),
        ("un gato y un perro tocando música", ["cat", "dog"]),
        ("un elefante con la trompa levantada", ["elephant"]),
    ],
)
def test_what_opens_a_text_and_what_only_sounds_like_a_thing(text: str, found: list[str]) -> None:
    assert ids(text) == found


def test_the_sleeping_lion_sleeps_and_the_clown_has_the_balloon() -> None:
    butterfly, lion = words.read("uma borboleta pousada no nariz de um leão dormindo").subjects
    assert (butterfly.action, lion.action) == ("sit", "sleep")
    assert one("un payaso con nariz roja y globo").held == "balloon"


@pytest.mark.parametrize(
    ("text", "color"),
    [
        ("un carro viejo color turquesa", "turquoise"),
        ("un coche de color rojo", "red"),
        ("un gato, color rojo", "red"),
        ("um carro cor de vinho", "red"),
        ("un perro color café", "brown"),
    ],
)
def test_the_word_for_colour_may_stand_before_the_colour(text: str, color: str) -> None:
    assert one(text).color == color


def test_peace_is_no_city_and_a_shower_no_can() -> None:
    assert words.read("el ratón y el gato firmando la paz").place is None
    assert words.read("un dinosaurio en la regadera").place == "bathroom"


def test_who_is_meant_by_que() -> None:
    bird, crocodile = words.read("un pájaro en la cabeza de un cocodrilo que está nadando").subjects
    assert (bird.action, crocodile.action) == (None, "swim")
    dog, horse = words.read("um cachorro em cima de um cavalo que corre").subjects
    assert (dog.action, horse.action) == (None, "run")
    boy, dog = words.read("un niño y un perro que juegan").subjects
    assert (boy.action, dog.action) == ("play", "play")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("tres amigos: un oso, un conejo y un zorro", ["bear", "rabbit", "fox"]),
        ("el gato de mi abuela durmiendo", ["cat"]),
        ("mamá pata y sus patitos", ["duck", "duckling"]),
        ("un gato en el techo", ["cat"]),
    ],
)
def test_friends_that_are_listed_and_owners_of_pets(text: str, found: list[str]) -> None:
    assert ids(text) == found


def test_roofs_baskets_and_a_smile_after_an_and() -> None:
    car, tree = words.read("un carro con un árbol de navidad en el techo").subjects
    assert (car.relation, tree.relation, tree.to) == (None, "on", 0)
    bicycle, flowers, basket = words.read("una bicicleta con flores en la canasta").subjects
    assert (bicycle.relation, flowers.relation, basket.id) == (None, "inside", "basket")
    assert words.read("un león con una corona y sonriendo").extra["told"][0]["traits"] == ["smiling"]
    assert words.read("un gato en el techo").place == "rooftop"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("campamento de niños exploradores", ["boy"]),
        ("un cachorro de lobo", ["wolf"]),
        ("paisaje marino con un velero", ["boat"]),
        ("una araña con botitas de lluvia", ["spider"]),
    ],
)
def test_whose_place_whose_cub_and_what_sea(text: str, found: list[str]) -> None:
    assert ids(text) == found


def test_both_hide_and_seek() -> None:
    dog, cow = words.read("el perro y la vaca jugando a las escondidas").subjects
    assert (dog.action, cow.action) == ("play", "play")


@pytest.mark.parametrize(
    "text",
    [
        "two friends, one in a green shirt and the other in a blue cap, on the beach",
        "dois amigos, um de camisa verde e outro de boné azul, na praia",
        "dois amigos na praia, um de camisa verde e outro de boné azul",
        "dos amigos en la playa, uno con camisa verde y el otro con gorra azul",
    ],
)
def test_friends_are_dressed_one_by_one(text: str) -> None:
    spec = words.read(text)
    first, second = spec.subjects
    assert (first.outfit, first.hat, second.outfit, second.hat) == ("casual", None, None, "cap")
    assert spec.place == "beach"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("três crianças: uma lendo, outra de chapéu e a terceira com uma bola", ["book", None, "ball"]),
        ("three people at a bus stop, one reading, one sleeping and one with an umbrella",
         ["book", None, "umbrella"]),
        ("dos amigos en la plaza, uno lee y el otro toca la guitarra", ["book", "guitar"]),
    ],
)  # fmt: skip
def test_each_of_a_group_does_what_is_told_of_it(text: str, found: list[str | None]) -> None:
    assert [subject.held for subject in words.read(text).subjects] == found


def test_two_at_the_window_and_two_on_a_sofa_have_colours_of_their_own() -> None:
    window = words.read("dois gatos na janela, um preto e um branco").subjects
    assert [(s.color, s.relation) for s in window] == [("black", "at_window"), ("white", "at_window")]
    sofa = words.read("dos gatos en un sofá, uno negro y otro blanco").subjects
    assert [(s.color, s.relation) for s in sofa] == [("black", "on"), ("white", "on"), (None, None)]


def test_the_hat_of_the_second_girl_is_hers_alone() -> None:
    first, second = words.read("uma menina de camisa verde e uma menina de boné azul").subjects
    assert (first.hat, second.hat) == (None, "cap")
    assert one("uma criança de vermelho").outfit == "casual"
