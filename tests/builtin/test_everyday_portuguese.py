"""Portuguese as it is typed in chats: cut words, plural places, pairs of kin, hands, coatings, sizes."""

from __future__ import annotations

import pytest

from imaginario.engines.builtin import words, writer
from tests.builtin.test_words import ids, one


@pytest.mark.parametrize(
    "text",
    [
        "mano um gato mto fofo pfv", "oi vc pode fazer um gato né tipo assim mt fofinho kkk",
        "cê consegue um gato bem fofucho obg blz", "queria tipo um gato", "tava pensando num gato",
        "será que dá pra fazer um gato daora?", "tem como fazer um gato pq eu amo gato rsrs",
        "un gato porfis wey", "quiero algo como un gato", "something like a cat",
    ],
)  # fmt: skip
def test_what_is_only_talk_is_no_wish(text: str) -> None:
    assert (ids(text), words.read(text).unknown) == (["cat"], ())


def test_words_cut_short_are_spelled_out() -> None:
    cat = one("um gato c/ chapéu")
    assert cat.hat == "top-hat"


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("um gato atrás das folhas", "behind"), ("peixe embaixo das pedras", "under"),
        ("passarinho em frente às casas", "in_front_of"), ("borboleta por cima das flores", "over"),
        ("um coelho dentro das botas", "inside"), ("um gato ao lado dos vasos", "beside"),
        ("um urso escondido nas moitas", "inside"), ("um dragão enrolado em volta de uma torre", "on"),
    ],
)  # fmt: skip
def test_places_are_told_with_every_article(text: str, relation: str) -> None:
    assert words.read(text).subjects[0].relation == relation


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("um menino com os pais", ["boy", "mother", "father"]),
        ("os avós tomando café", ["grandmother", "grandfather"]),
        ("los abuelos bailando", ["grandmother", "grandfather"]), ("dois pais e um bebê", ["father", "baby"]),
        ("uma mãe com os filhos", ["mother", "girl", "boy"]), ("uma leoa com os filhos", ["lion", "lion"]),
        ("la abuela y sus nietos", ["grandmother", "girl", "boy"]), ("um país coberto de neve", []),
        ("eu e minha namorada, ela de vestido branco e eu de bermuda azul", ["person", "woman"]),
        ("time de futebol", ["football-player"]), ("os três reis magos", ["man"]),
        ("dois carecas dançando", ["man"]), ("uma ruiva de vestido verde", ["woman"]),
        ("um gato gordo e um magro", ["cat", "cat"]), ("dos rubias en la playa", ["woman"]),
        ("os recém-casados na praia", ["person"]), ("caxorrinho dormino no tapeti", ["dog", "rug"]),
        ("minino soltano pipa", ["boy"]), ("surfista pegando uma onda", ["surfer", "surfboard"]),
        ("tubarão no aquário", ["shark"]), ("peixinho dourado no aquário", ["goldfish", "fishbowl"]),
        ("jangada à vela no mar", ["jangada"]), ("menino cadeirante na rua", ["boy", "wheelchair"]),
        ("um menino dando banho no cachorro", ["boy", "dog"]), ("lutador de sumô", ["man"]),
    ],
)  # fmt: skip
def test_who_is_there(text: str, found: list[str]) -> None:
    assert ids(text) == found


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("um elefantão roxo", 1.35), ("un perrote", 1.35), ("um limão", 1.0), ("um caminhão", 1.0),
        ("uma formiga maior que um elefante", 1.35), ("um cachorro menor do que um rato", 0.75),
        ("lua cheia enorme atrás de um castelo", 1.0),
    ],
)  # fmt: skip
def test_sizes(text: str, size: float) -> None:
    assert words.read(text).subjects[0].size == size


@pytest.mark.parametrize(
    "text",
    [
        "bolo de três andares coberto de chocolate com morangos em cima", "bolo coberto de morangos",
        "un pastel cubierto de fresas", "a cake topped with strawberries",
    ],
)  # fmt: skip
def test_strawberries_lie_on_the_cake(text: str) -> None:
    cake, berries = words.read(text).subjects
    assert (cake.id, berries.id, berries.relation, berries.to) == ("cake", "strawberry", "on", 0)


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("menina com um pássaro na mão", "bird"), ("um robô com um passarinho na palma da mão", "bird"),
        ("a robot with a bird in the palm of its hand", "bird"),
        ("fantasma com lençol e abóbora na mão", "pumpkin"), ("menina com um balão em cada mão", "balloon"),
    ],
)  # fmt: skip
def test_what_is_in_a_hand_is_held(text: str, held: str) -> None:
    assert words.read(text).subjects[0].held == held


@pytest.mark.parametrize(
    "text", ["bruxa com um gato preto em cada ombro", "una bruja con un gato negro en cada hombro"]
)
def test_one_on_each_shoulder_are_two(text: str) -> None:
    witch, cats = words.read(text).subjects
    assert (witch.outfit, cats.count, cats.relation, cats.to) == ("witch", 2, "on", 0)


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("foca equilibrando uma bola vermelha no nariz", "seal"), ("rato com um queijo nas costas", "mouse"),
        ("a seal with a ball on its nose", "seal"),
    ],
)  # fmt: skip
def test_what_is_on_a_nose_or_a_back_is_there(text: str, ground: str) -> None:
    below, above = words.read(text).subjects
    assert (below.id, below.held, above.relation, above.to) == (ground, None, "on", 0)


@pytest.mark.parametrize(
    "text", ["um sofá com um gato sentado nele", "cavalo marinho com uma sereia montada nele"]
)
def test_who_sits_on_it_sits_there(text: str) -> None:
    _, sitter = words.read(text).subjects
    assert (sitter.relation, sitter.to) == ("on", 0)
    assert not words.read(text).unknown


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("um robô feito de latinhas", {"latinhas"}), ("leão sem juba", {"sem juba"}),
        ("gato dançando em vez de dormir", set()), ("a cat dancing instead of sleeping", set()),
        ("cristo redentor de braços abertos", set()), ("minha gata mimi dormindo", set()),
        ("menino soltando bolhas de sabão", set()), ("um monstro com três olhos", {"três olhos"}),
        ("um mapa do brasil", {"brasil"}), ("canguru com filhote na bolsa", {"bolsa marsupial"}),
    ],
)  # fmt: skip
def test_what_is_told_and_what_is_not(text: str, told: set[str]) -> None:
    assert set(words.read(text).unknown) == told


def test_what_is_not_wanted_instead_is_left_out() -> None:
    assert "fire" in words.read("dragão que solta bolhas em vez de fogo").avoid
    assert words.read("un gato con sombrero en vez de corona").subjects[0].hat == "top-hat"
    assert "crown" in words.read("猫戴帽子而不是皇冠").avoid


@pytest.mark.parametrize(
    "text",
    [
        "duas meninas dançando, uma de vestido azul e a outra de saia rosa",
        "two girls dancing, one in a blue dress and the other in a pink skirt",
    ],
)  # fmt: skip
def test_each_of_those_who_do_the_same_is_told_apart(text: str) -> None:
    spec = words.read(text)
    assert [s.action for s in spec.subjects] == ["dance", "dance"]
    assert [row.get("outfit_color") for row in spec.extra["told"]] == ["blue", "pink"]


def test_shapes_are_told_and_towers_stay_with_their_castle() -> None:
    spec = words.read("um castelo em forma de bolo com torres de sorvete")
    assert [s.id for s in spec.subjects] == ["castle"]
    assert {u.id for u in spec.unseen} == {"cake", "ice-cream"}


def test_wings_are_those_of_the_mount() -> None:
    rows = words.read("princesa montada num leão branco com asas").extra["told"]
    assert [row.get("parts") for row in rows] == [None, [["wings", ""]]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("desenho pra colorir de um dinossauro", ["dinosaur"]), ("prédios cheios de plantas", ["houseplant"]),
        ("gatinho siamês dentro de uma caixa de sapato", ["siamese-cat", "box"]),
        ("garçom com uma bandeja com taças", ["waiter", "wine"]), ("um computador com teclado", ["computer"]),
        ("mesa posta com toalha xadrez", ["tablecloth"]), ("bolo de chocolate com velinhas", ["cake"]),
        ("jangada no mar com vela branca", ["jangada"]), ("mochila com chaveiro", ["backpack", "key"]),
        ("cadeirante jogando tênis", ["person", "wheelchair"]), ("lanterna mágica", ["lantern"]),
        ("menina de patinete rosa", ["girl", "scooter"]), ("pé de feijão gigante com um castelo", ["castle"]),
        ("crianças batendo palma", ["girl", "boy"]),
    ],
)  # fmt: skip
def test_words_in_company_are_what_is_meant(text: str, found: list[str]) -> None:
    assert ids(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "cozinha com fogão, panela, galinha na janela", "bolo coberto de morangos",
        "um astronauta na lua com a terra no fundo", "homem aranha preto",
    ],
)  # fmt: skip
def test_the_draft_is_read_as_what_was_meant(text: str) -> None:
    spec = words.read(text)
    again = words.read(writer.write(spec, idea=text).prompt)
    seen = [sorted((s.id, s.relation or "") for s in each.subjects) for each in (spec, again)]
    assert (seen[0], spec.sky) == (seen[1], again.sky)


def test_what_is_made_of_books_is_told_in_a_storybook() -> None:
    text = "uma árvore feita de livros"
    assert "book," in writer.write(words.read(text), idea=text).prompt
    assert words.read("um prédio em forma de lápis").style is None


def test_an_article_alone_tells_of_several() -> None:
    assert [words.read(t).subjects[0].count for t in ("os menino na rua", "as baiana de branco")] == [3, 3]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("barco com dois pescadores", ("fisherman", "ride", None)),
        ("um chapéu no gato", ("cat", None, "top-hat")),
        ("menino montando um castelo de areia", ("boy", None, None)),
        ("menino olhando a chuva pela janela", ("boy", None, None)),
    ],
)  # fmt: skip
def test_who_does_and_wears_what(text: str, told: tuple[str, str | None, str | None]) -> None:
    who = words.read(text).subjects[0]
    assert (who.id, who.action, who.hat) == told


def test_who_is_on_a_lap_stays_there_whatever_hands_do() -> None:
    cat = words.read("vovó com um gatinho no colo fazendo tricô").subjects[1]
    assert (cat.relation, cat.to) == ("on", 0)
