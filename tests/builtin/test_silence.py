"""What is easily dropped without a word: formats, deeds that are only held, how a held thing looks."""

from __future__ import annotations

import pytest

from imaginario.engines.builtin import accounts, naming, words, writer
from imaginario.engines.builtin.spec import SceneSpec
from imaginario.engines.builtin.words.lexicon import listed, table
from imaginario.engines.builtin.words.settled.voices import VOICES
from tests.builtin import audit
from tests.conftest import Some


def again(text: str) -> SceneSpec:
    """The scene of the draft that a text becomes, as the painter reads it."""
    return words.read(writer.write(words.read(text), idea=text).prompt)


def missing(spec: SceneSpec) -> set[str]:
    return set(naming.listing([*accounts.owed(spec), *spec.unknown])["en"].split(", "))


def instead(spec: SceneSpec) -> str:
    return naming.pairs(accounts.stand_ins(spec))["en"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "a troll with mossy hair hiding under a stone bridge while three goats in woolly hats"
            " tiptoe across",
            {"on tiptoe"},
        ),
        (
            "feirante gordinho de avental listrado pesando tomates entre pilhas de laranja e abacaxi,"
            " freguesa de sombrinha rosa reclamando do preço",
            {"weighing", "freguesa", "complaining", "preço"},
        ),
        (
            "an elderly woodcarver carving a small owl, shavings on his knees, a spaniel sleeping under the"
            " bench",
            {"carving", "shavings", "woodcarver"},
        ),
    ],
)
def test_a_rich_prompt_keeps_its_notes_when_its_draft_is_read(text: str, told: set[str]) -> None:
    assert told <= missing(again(text))


def test_behind_the_front_of_a_long_prompt_only_nouns_are_told() -> None:
    front = "a cat on a sofa, " + "masterpiece, best quality, " * 20
    assert "gloopy" in words.read(f"a gloopy cat, {front}").unknown
    assert "gloopy" not in words.read(f"{front} gloopy rendering").unknown


@pytest.mark.parametrize(
    ("text", "told", "there"),
    [
        ("a poster of a cat", "poster", "cat"),
        ("cartaz de festa junina com uma fogueira", "poster", "campfire"),
        ("tarjeta de cumpleaños con un oso", "greeting card", "bear"),
        ("生日贺卡，一只小刺猬", "greeting card", "hedgehog"),
        ("a seamless pattern with foxes", "seamless pattern", "fox"),
        ("aerial view of a castle", "aerial view", "castle"),
    ],
)
def test_a_format_is_told_and_survives_the_draft(text: str, told: str, there: str) -> None:
    for spec in (words.read(text), again(text)):
        assert told in missing(spec)
        assert [s.id for s in spec.subjects] == [there]


@pytest.mark.parametrize(
    ("text", "pair", "held"),
    [
        ("a waiter pouring coffee", "pouring → holding", "coffee"),
        ("um garçom despejando chá", "pouring → holding", "teacup"),
        ("外婆往茶杯里倒茶", "pouring → holding", "teacup"),
        ("motoboy entregando pizza", "delivering → holding", "pizza"),
        ("a girl shaking a bell", "shaking → holding", "bell"),
        ("小男孩扛着铲子", "shouldering → holding", "shovel"),
    ],
)
def test_what_is_only_held_is_told_as_what_is_done(text: str, pair: str, held: str) -> None:
    for spec in (words.read(text), again(text)):
        assert pair in instead(spec)
        assert held in [s.held for s in spec.subjects]


@pytest.mark.parametrize(
    ("text", "held", "told", "said", "drawn"),
    [
        ("a girl holding a broken umbrella", "umbrella", "broken", "holding a broken umbrella", True),
        ("uma menina segurando uma espada enferrujada", "sword", "rusty", "holding a rusty sword", True),
        ("an old wizard with a glowing staff", "staff", "glowing", "a glowing", True),
        ("女孩拿着一把破伞", "umbrella", "broken", "holding a broken umbrella", True),
        ("a boy hugging a toy dinosaur", "dinosaur", "toy", "hugging a toy dinosaur", False),
        (
            "un niño que abraza su dinosaurio de peluche",
            "dinosaur",
            "plush",
            "hugging a plush dinosaur",
            False,
        ),
        ("弟弟抱着玩具恐龙睡觉", "dinosaur", "toy", "holding a toy dinosaur", False),
    ],
)
def test_how_a_held_thing_should_look_is_told_or_drawn_and_written(
    text: str, held: str, told: str, said: str, drawn: bool
) -> None:
    assert said in writer.write(words.read(text), idea=text).prompt
    for spec in (words.read(text), again(text)):
        assert (told in missing(spec)) != drawn
        assert spec.subjects[0].held in (held, "wand")


@pytest.mark.parametrize(
    ("text", "color"),
    [
        ("a man in red", "red"),
        ("a goalkeeper in orange diving for the ball", "orange"),
        ("a girl in blue reading a book", "blue"),
        ("um homem de preto tocando violão", "black"),
        ("un guitarrista de negro la mira", "black"),
    ],
)
def test_who_is_in_a_colour_wears_it(text: str, color: str) -> None:
    for spec in (words.read(text), again(text)):
        assert spec.subjects[0].outfit
        assert spec.extra["told"][0]["outfit_color"] == color
        assert not [s for s in spec.subjects if s.id == "orange"]


def test_two_colours_of_a_logo_are_no_fruit() -> None:
    assert [s.id for s in words.read("logo com uma onça, cores verde e laranja").subjects] == ["jaguar"]


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("a mother lighting clay lamps", None),
        ("a potter with clay up to her elbows", None),
        ("a tired waiter, neon reflections on the ground", None),
        ("uma mulher com potes de argila", None),
        ("a clay cat", "clay"),
        ("neon city at night with a cat", "neon"),
    ],
)
def test_what_a_thing_is_made_of_is_no_style(text: str, style: str | None) -> None:
    assert words.read(text).style == style


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("三个穿铠甲的士兵", [("person", 3, "knight", None)]),
        ("桌上放着六个青苹果", [("apple", 6, None, None)]),
        ("女巫飞过南瓜田", [("woman", 1, "witch", None), ("pumpkin", 3, None, None)]),
        ("面包师端出面包", [("person", 1, "chef", "bread")]),
        ("小和尚爬石阶，老和尚扫雪", [
            ("boy", 1, None, None), ("stairs", 1, None, None), ("man", 1, None, "broom"),
        ]),
        ("three children in striped pyjamas", [("girl", 2, "pajamas", None), ("boy", 1, "pajamas", None)]),
        ("um casal de chapéu de palha segurando milho", [("person", 2, None, "corn")]),
        ("un taxista discutiendo con un ciclista", [
            *[("person", 1, None, None)] * 2, ("bicycle", 1, None, None),
        ]),
        ("a toddler feeding porridge to a teddy bear", [("baby", 1, None, None)]),
    ],
)  # fmt: skip
def test_who_is_there(text: str, expected: list[tuple[str, int, str | None, str | None]]) -> None:
    found = [(s.id, s.count, s.outfit, s.held) for s in words.read(text).subjects]
    assert found[: len(expected)] == expected


def test_green_apples_are_green() -> None:
    assert words.read("桌上放着六个青苹果").subjects[0].color == "green"


def test_a_thief_under_a_cart_leaves_the_geese_alone() -> None:
    geese, thief = words.read("a woman selling geese, and a thief hiding under a cart").subjects[1:3]
    assert (geese.id, geese.relation) == ("goose", None)
    assert thief.relation == "under"


@pytest.mark.parametrize(
    "text", ["avô ensinando o neto a andar de bicicleta vermelha", "骑着红色自行车的女孩"]
)
def test_the_colour_of_a_bicycle_survives_the_draft(text: str) -> None:
    assert "riding a red bicycle" in writer.write(words.read(text), idea=text).prompt
    assert "red" in [s.color for s in again(text).subjects if s.id == "bicycle"]


def test_who_carries_a_lantern_on_somebodys_shoulders_keeps_it() -> None:
    boy = again("小男孩骑在爸爸肩上看舞狮，手里提着灯笼").subjects[0]
    assert (boy.id, boy.held, boy.action) == ("boy", "lantern", "ride")


def test_a_cluster_of_those_who_do_nothing_stays_where_it_is() -> None:
    text = "mochileira tirando foto de uma cachoeira, o namorado escorregando numa pedra"
    assert not [s for s in again(text).subjects if s.id == "waterfall" and s.relation]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a cat on a stack of old chairs", "stack"),
        ("a vertical poster of a cat", "vertical"),
        ("竖版海报：两只仓鼠", "vertical"),
        ("a girl pushes a big box", "pushing"),
        ("a man carves a pumpkin", "carving"),
        ("a milkman pushing his float", "float"),
        ("a deer drinking by the river", "drinking"),
        ("a silhouette of a cat", "silhouette"),
        ("una bicicleta apoyada en una pared de ladrillos", "leaning"),
        ("uma menina pendurada no elefante", "hanging"),
        ("a girl playing guitar and holding a tromposaur", "tromposaur"),
        ("um gato à esquerda", "esquerda"),
    ],
)
def test_it_is_told(text: str, told: str) -> None:
    assert told in " ".join(missing(again(text)))


@pytest.mark.parametrize(
    "text", ["a pirate in a red coat", "a king in a purple robe", "a farmer in overalls"]
)
def test_clothes_that_go_with_a_trade_are_not_missed(text: str) -> None:
    assert missing(words.read(text)) <= {""}


@pytest.mark.parametrize(
    "text",
    [
        "窗外下着大雪，小女孩坐在圣诞树旁边",
        "a cat sleeping, rain outside the window",
        "gato, chuva fora da janela",
    ],
)
def test_what_is_outside_the_window_puts_the_rest_in_a_room(text: str) -> None:
    assert words.read(text).place == "room"


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("a boy sitting on a bench holding a balloon", "balloon"),
        ("小女孩抱着一只白兔,坐在椅子上", "rabbit"),
        ("menina sentada segurando um gato", "cat"),
    ],
)
def test_who_sits_may_hold_something(text: str, held: str) -> None:
    for spec in (words.read(text), again(text)):
        assert (spec.subjects[0].action, spec.subjects[0].held) == ("sit", held)


@pytest.mark.parametrize("text", ["avô pescando no lago", "a cat fishing", "爷爷钓鱼", "un niño pescando"])
def test_who_fishes_has_a_rod(text: str) -> None:
    assert words.read(text).subjects[0].held == "fishing-rod"


@pytest.mark.parametrize(
    ("text", "who", "size"),
    [
        ("a giant asleep on a hill", "ogre", 1.0),
        ("gatos gigantes", "cat", 1.8),
        ("un gigante tímido", "ogre", 1.0),
    ],
)
def test_a_giant_is_somebody_and_giant_things_are_big(text: str, who: str, size: float) -> None:
    [found] = words.read(text).subjects
    assert (found.id, found.size) == (who, size)


@pytest.mark.parametrize(
    ("text", "prompt"),
    [("um padeiro", "a male baker"), ("uma padeira", "a female baker"), ("a baker", "a baker")],
)
def test_a_trade_keeps_who_it_is(text: str, prompt: str) -> None:
    assert prompt in writer.write(words.read(text), idea=text).prompt


STRANGE = {"en": "tromposaur", "pt": "trobeleque", "es": "zurriapo", "zh": "锟锪"}
"""Words that nobody knows."""
WHERE = {
    "en": (
        "{text}, a {word}", "{text} with a {word}", "{text} and a {word}", "a {word} and {text}",
        "{text} holding a {word}", "{text} near a {word}", "{text} wearing a {word}", "{text} in a {word}",
        "a {word} behind {text}", "{text} eating a {word}",
    ),
    "pt": (
        "{text}, um {word}", "{text} com um {word}", "{text} e um {word}", "um {word} e {text}",
        "{text} segurando um {word}", "{text} perto de um {word}", "{text} usando um {word}",
        "{text} num {word}", "um {word} atrás de {text}", "{text} comendo um {word}", "{text} de {word}",
    ),
    "es": (
        "{text}, un {word}", "{text} con un {word}", "un {word} y {text}", "{text} sosteniendo un {word}",
        "{text} cerca de un {word}", "{text} usando un {word}", "{text} en un {word}",
        "un {word} detrás de {text}", "{text} comiendo un {word}",
    ),
    "zh": (
        "{text}，一个{word}", "{text}和一个{word}", "一个{word}和{text}", "{text}拿着{word}",
        "{text}在{word}旁边", "{text}戴着{word}", "{text}在{word}里", "{word}后面的{text}", "{text}吃{word}",
    ),
}  # fmt: skip
LONGEST = 160


@pytest.mark.parametrize("code", list(WHERE))
def test_a_word_nobody_knows_is_told_wherever_it_stands(code: str, some: Some) -> None:
    """In every prompt of the audit, by the first reading and by that of the draft."""
    texts = [row["text"].rstrip(".。") for row in audit.rows(code) if len(row["text"]) <= LONGEST]
    silent = []
    for text in some(texts, 3):
        for where in WHERE[code]:
            prompt = where.format(text=text, word=STRANGE[code])
            told = [" ".join([*s.unknown, *s.names]) for s in (words.read(prompt), again(prompt))]
            silent += [prompt] if not all(STRANGE[code] in words_told for words_told in told) else []
    assert len(texts) >= 25
    assert silent == []


PLACED = {
    "things": {"en": "a girl near a {} in the park", "pt": "uma menina perto de {} no parque",
               "es": "una niña cerca de {} en el parque", "zh": "公园里，小女孩和{}"},
    "deeds": {"en": "a girl {} in the park", "pt": "uma menina {} no parque",
              "es": "una niña {} en el parque", "zh": "小女孩在公园里{}"},
    "near": {"en": "a {} in the park", "pt": "{} no parque", "es": "{} en el parque", "zh": "公园里的{}"},
    "formats": {"en": "a {} with a cat", "pt": "{} com um gato", "es": "{} con un gato", "zh": "{}，一只猫"},
}  # fmt: skip
"""A place for the first word of each row that has no drawing of its own."""
STEP = 7
"""Only every seventh row is tried, from another one in each language."""


def plainly(text: str) -> str:
    return text.lower().replace("-", " ").replace("'", " ")


@pytest.mark.parametrize("kind", list(PLACED))
@pytest.mark.parametrize("code", ["en", "pt", "es", "zh"])
def test_what_has_no_drawing_of_its_own_is_told_by_the_draft_too(kind: str, code: str) -> None:
    rows = [(i, row) for i, row in table(kind).items() if not row.get("kind") and row.get(code)]
    drawn = {i for i, row in rows if not {"together", "with", "stand", "pose"}.isdisjoint(row)}
    rows = [(i, row) for i, row in rows if i not in drawn | {"pulled-by", *VOICES}]
    rows = [(i, row) for i, row in rows if not str(row["en"]).endswith((" for", " to", " at", " after"))]
    tried = rows[len(code) + ord(code[0]) % STEP :: 1 if kind == "formats" else STEP]
    silent = []
    for ident, row in tried:
        word, english = (listed(str(row[c]))[0].partition("/")[0] for c in (code, "en"))
        spec = again(PLACED[kind][code].format(word))
        told = plainly(" ".join([*missing(spec), instead(spec)]))
        silent += [ident] if plainly(word) not in told and plainly(english) not in told else []
    assert len(silent) <= max(2, len(tried) // 50), silent
