"""Spanish and Portuguese words in company: market stalls, royal guards, stairs, jeans, couples, families."""

from __future__ import annotations

import pytest

from imaginario.engines.builtin import accounts, compose, naming, words, writer
from tests.builtin.test_words import ids


def near(text: str) -> str:
    """What stands in for what, in English."""
    return naming.pairs(accounts.stand_ins(words.read(text)))["en"]


def untold(text: str) -> str:
    """What a person is told is not drawn, of the draft that is painted."""
    draft = writer.write(words.read(text), idea=text).prompt
    image = compose.paint(words.read(draft), width=128, height=128, seed=1)
    return naming.listing(image.not_drawn)["en"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("uma barraca na feira", ["market-stall"]), ("uma barraca de pastel", ["market-stall"]),
        ("duas barracas no acampamento", ["tent"]), ("um menino empurrando um carrinho", ["boy", "toy-car"]),
        ("um sorveteiro com seu carrinho", ["man", "food-cart"]),
        ("un heladero empuja su carrito", ["man", "food-cart"]),
        ("una madre empuja el carrito del bebé", ["mother", "stroller"]), ("um carrinho vermelho", ["car"]),
        ("un niño sentado en la escalera", ["boy", "stairs"]), ("um gato numa escada", ["cat", "ladder"]),
        ("una cartera con uniforme entrega una carta", ["woman"]), ("una cartera roja", ["handbag"]),
    ],
)  # fmt: skip
def test_a_word_means_what_its_company_says(text: str, found: list[str]) -> None:
    assert ids(text) == found


@pytest.mark.parametrize(
    ("text", "outfit"),
    [
        ("um rei e dois guardas", "knight"), ("dos guardias delante del palacio", "knight"),
        ("un guardia en la calle", "police"), ("a diretora no corredor da escola", "teacher"),
        ("una chica con vaqueros", "casual"), ("un vaquero", "cowboy"),
    ],
)  # fmt: skip
def test_who_wears_what_is_told_by_their_company(text: str, outfit: str) -> None:
    worn = [s.outfit or {"police-officer": "police"}.get(s.id) for s in words.read(text).subjects]
    assert outfit in worn


@pytest.mark.parametrize(
    ("text", "who", "color"),
    [
        ("una mujer detrás de un hombre con traje negro", "man", "black"),
        ("um rei entre dois guardas de armadura prateada", "person", "silver"),
        ("uma menina ao lado de um soldado de uniforme verde", "person", "green"),
    ],
)  # fmt: skip
def test_clothes_are_worn_by_the_one_named_right_before_them(text: str, who: str, color: str) -> None:
    spec = words.read(text)
    rows = spec.extra["told"]
    assert [spec.subjects[row["subject"]].id for row in rows if row.get("outfit_color") == color] == [who]


@pytest.mark.parametrize("text", ["quatro crianças de uniforme vermelho", "crianças de boné azul"])
def test_all_children_have_the_colour(text: str) -> None:
    rows = words.read(text).extra["told"]
    assert all(row.get("outfit_color") == "red" or row.get("hat_color") == "blue" for row in rows)
    assert len(rows) > 1


@pytest.mark.parametrize("text", ["un gato bajo el árbol", "um gato na frente da casa"])
def test_an_article_is_no_pronoun(text: str) -> None:
    assert words.read(text).subjects[0].to == 1


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("uma menina, e um cachorro na frente dela", "in_front_of"),
        ("um menino e uma águia voando acima dele", "over"),
        ("una niña y un niño con una pelota entre los dos", "beside"),
    ],
)
def test_who_is_by_them_is_placed(text: str, relation: str) -> None:
    last = words.read(text).subjects[-1]
    assert (last.relation, last.to) == (relation, 0)


@pytest.mark.parametrize(
    "text",
    [
        "um casal de sapos num barco, ele de cartola preta e ela de vestido rosa",
        "una pareja de gatos en un barco, él con sombrero y ella con vestido",
    ],
)
def test_a_couple_of_animals_has_no_people(text: str) -> None:
    assert [s for s in ids(text) if s in ("man", "woman")] == []
    assert ids(text).count("boat") == 1


@pytest.mark.parametrize(
    "text",
    [
        "a família toda no sofá, o pai de azul, a mãe de vestido verde e o bebê no colo dela",
        "la familia en el sofá, el papá con camisa roja y la mamá con vestido azul",
        "the family on the sofa: the father in a blue shirt and the mother in a red dress",
    ],
)
def test_everybody_of_a_family_sits_where_it_does(text: str) -> None:
    spec = words.read(text)
    sofa = [s.id for s in spec.subjects].index("sofa")
    parents = [s for s in spec.subjects if s.id in ("father", "mother")]
    assert [(p.action, p.to) for p in parents] == [("sit", sofa)] * 2


def test_a_full_moon_in_summer_is_at_night() -> None:
    assert words.read("um sapo no lago, lua cheia de verão").time == "night"
    assert words.read("um sapo no lago, tarde de verão com lua cheia").time == "day"


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("um menino na farmácia", "pharmacy → supermarket"), ("una niña en la zapatería", "shoe shop"),
        ("uma costureira no ateliê de costura", "sewing workshop → workshop"),
        ("una costurera", "seamstress → woman"), ("um gato na calçada", "sidewalk → street"),
        ("três freiras na ladeira", "steep street → street"), ("um gato na laje", "flat roof → rooftop"),
        ("uma moça no salão de beleza", "hair salon → barbershop"),
        ("dentro de uma bota", "single boot → boots"),
        ("un perro en la consulta", "doctor's office → hospital"), ("la directora", "director → person"),
    ],
)  # fmt: skip
def test_what_is_only_near_is_told(text: str, pair: str) -> None:
    assert pair in near(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a diretora no corredor da escola", "school"), ("un gato en la piscina del hotel", "hotel"),
        ("una abuela cosiendo una camisa", "shirt"), ("una chica con vaqueros y camiseta blanca", "jeans"),
        ("dos hombres pintando el muro de azul", "blue"), ("un perro oliendo a un gato", "sniffing"),
        ("un domingo de septiembre", "September"),
        ("un camarero atendiendo a una mujer", "attending to"), ("un mago y un conejo del sombrero", "hat"),
        ("una mujer lavando unos pantalones", "trousers"), ("un hombre frente al ayuntamiento", "town hall"),
    ],
)  # fmt: skip
def test_what_is_not_drawn_is_told_in_the_language(text: str, said: str) -> None:
    assert said in untold(text)


@pytest.mark.parametrize("text", ["una niña de pie", "mientras nieva fuera, un gato", "um gato, sol forte"])
def test_nothing_false_is_told(text: str) -> None:
    assert untold(text) == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a woman weighing an octopus, and a white cat behind her", "weighing an octopus, and a white cat"),
        ("um rei sentado na escadaria entre dois soldados", "two soldiers in armor, a staircase between the"),
    ],
)
def test_who_is_stood_by_is_told_once_and_with_the_deed(text: str, said: str) -> None:
    draft = writer.write(words.read(text), idea=text).prompt
    assert said in draft
    assert draft.count("two soldiers") < 2
