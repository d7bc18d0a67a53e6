"""Spanish and Portuguese: several told of one by one, both of two colours, words that their company tells."""

from __future__ import annotations

import pytest

from imaginario.engines.builtin import words, writer
from tests.builtin.test_words import ids


def draft(text: str) -> str:
    """The English draft for a text."""
    return writer.write(words.read(text), idea=text).prompt


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "duas amigas num banco do parque no outono, uma de casaco e a outra de gorro roxo",
            ["woman - beanie", "woman sweater -"],
        ),
        ("dos amigos en la playa, uno con gorra y el otro con camiseta", ["man - cap", "man casual -"]),
        (
            "tres cerditos en versión futurista: uno con casco, otro con capa y el tercero que lleve boina",
            ["pig - beret", "pig - hardhat", "pig hero -"],
        ),
        ("quatro crianças na rua, uma delas de camisa verde", ["boy - -", "girl - -", "girl casual -"]),
        ("tres gatos: uno negro, otro gris y el tercero con boina", ["cat - -", "cat - -", "cat - beret"]),
        ("cuatro perros en el parque, uno de ellos con bufanda roja", ["dog - -", "dog sweater -"]),
    ],
)  # fmt: skip
def test_each_of_several_has_what_is_told_of_it(text: str, told: list[str]) -> None:
    living = [s for s in words.read(text).subjects if s.id != "bench"]
    assert sorted(f"{s.id} {s.outfit or '-'} {s.hat or '-'}" for s in living) == told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("un faro rojo y blanco en la costa", "a red and white lighthouse"),
        ("um peixe azul e amarelo", "a blue and yellow fish"),
        ("un gato blanco y naranja", "a white and orange cat"),
        ("a red and white ball", "a red and white ball"),
        ("un vestido azul, una niña con vestido rojo de lunares blancos", "red dress with white spots"),
        ("um menino e uma menina no balanço, os dois rindo", "a laughing boy and a laughing girl on a swing"),
        ("uma avó tricotando, com um gato no colo", "a cat on the lap of the grandmother"),
        ("un gaucho al lado de una fogata, con su caballo detrás", "a horse behind the gaucho"),
        ("minha mãe com um copo de caipirinha na mão", "holding a caipirinha"),
        ("um padeiro de bigode tirando pão do forno", "wearing a moustache beside an oven, taking out bread"),
        ("um samurai de capacete enfrentando um monstro", "confronting a monster"),
        ("um gato de oculos escuro", "wearing sunglasses"),
        ("uma menina correno na praia", "a girl running"),
        ("un perro al que le han puesto un gorro de navidad", "a dog wearing a Santa hat"),
        ("una familia de patos, mamá pata delante y seis patitos detrás", "six ducklings behind a duck"),
        ("una chiva colorida de colombia por la carretera", "colorful chiva bus"),
        ("um jabuti na esteira da academia", "treadmill"),
        ("un caballo alazán", "a brown horse"),
        ("um gato e um cachorro sentados no sofá", "a cat and a dog sitting on a sofa"),
        ("uma menina, um menino e um cachorro molhados", "a wet girl, a wet boy and a wet dog"),
        ("un gato y un perro gris", "a cat and a gray dog"),
        ("um gato e um rato, os dois de gravata", "a cat with a tie, and a mouse with a tie"),
        ("una niña a hombros de su padre", "a girl on the shoulder of a father"),
        ("un niño de la mano de su madre", "a boy holding hands with a mother"),
        ("um cachorro dormindo aos pés da cama", "sleeping beside a bed"),
        ("una tortuga con casco", "a turtle wearing a helmet"),
        ("um barquinho no lago", "a small boat"),
        ("uma casinha de madeira na floresta", "a small log cabin"),
        ("un caballo saltando sobre una valla", "a horse jumping over a fence"),
        ("un perro panza arriba en la alfombra", "a dog lying on its back on a rug"),
        ("un pollito con casco de vikingo", "a chick wearing a viking helmet"),
        ("una oveja con una campanita en el cuello", "a sheep with a neck bell"),
        ("un señor tocando la guitarra y otro cantando", "a man playing guitar, and a man singing"),
        ("um menino com um balão e outro com um sorvete", "and a boy holding an ice cream"),
        ("un perro comiendo y un gato durmiendo", "a dog eating and a cat sleeping"),
        ("a boy petting a cat and a girl reading", "petting a cat, and a girl reading"),
        ("una señora con canasta y un señor vendiendo flores", "holding a basket, and a man selling"),
        ("una llama en el peru", "a llama, in peru"),
        ("una niña que se columpia", "a girl swinging on a swing"),
        ("unos mapaches robando un banco", "robbing a bank"),
        ("una mina rubia con lentes", "a blonde girl"),
        ("el coco asustando a un niño", "a boogeyman scaring a boy"),
        ("un partido de fútbol entre perros y gatos", "dogs and cats playing football"),
        ("una pelea de gallos", "roosters fighting"),
        ("ella lee y él toca la guitarra", "a woman reading a book, and a man playing guitar"),
        ("un oso tomándose una birra", "drinking a beer"),
        ("unos abuelos sentados en una banca", "a grandmother on a bench"),
        ("una boda en la playa", "a bride and a groom"),
        ("un chagra a caballo", "a man riding a horse"),
        ("una tortuga llevando a un ratón en su caparazón", "a mouse on a turtle"),
        ("un tipo re grandote paseando un caniche", "a huge man walking a poodle"),
        ("niño con su perrro", "a boy and a dog"),
        ("dos ositos en el bosque", "two young bears"),
        ("un vaquero con un lazo en el desierto", "holding a lariat"),
        ("dos cuates mariachis en la plaza", "two mariachis"),
        ("um tatu de terno e gravata roxa", "with a purple tie"),
        ("cachorro-quente com mostarda e um copo de refrigerante", "a mustard sauce and a cola"),
        ("una tortuga con casco de buzo", "in a diving suit"),
        ("un cohete despegando hacia la luna", "a rocket flying, with a full moon"),
    ],
)  # fmt: skip
def test_the_draft_says_what_was_meant_in_english(text: str, said: str) -> None:
    assert said in draft(text)


@pytest.mark.parametrize(
    ("text", "no"),
    [
        ("quiero que haya un castillo y que se vea el mar", "haya"),
        ("un carpincho re tranqui en una bañera", "tranqui"),
        ("se me antoja un perro", "antoja"),
        ("un zapatero arreglando botas", "with boots"),
        ("una perrita chihuahua con bolso", "dog"),
        ("un niño en un acuario gigante", "giant"),
        ("un cachorro para a minha sobrinha de 3 anos", "girl"),
        ("un gato con un lazo rojo en el cuello", "cuello"),
        ("un cuarto de niña con peluches", "girl"),
        ("un desayuno con huevos y pan", "desayuno"),
        ("un pueblo a la hora de la siesta", "sleeping"),
        ("una niña tomando una ducha", "drinking"),
        ("uma menina de vestido de chita", "cheetah"),
        ("um cachorro muito fofo mano", "person"),
        ("dos niñas patinando en un lago congelado", "roller"),
        ("uma mulher toda de branco", "fair-skinned"),
    ],
)
def test_nothing_else_is_read_into_it(text: str, no: str) -> None:
    assert no not in draft(text)


def test_a_second_colour_is_painted_and_owed_to_nobody() -> None:
    spec = words.read("una pelota roja y blanca")
    assert spec.extra["told"][0]["parts"] == [["second", "white"]]
    assert not spec.unknown
    assert ids("una pelota roja y blanca") == ["ball"]
