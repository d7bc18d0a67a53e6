"""What chats, regions and trades say in their own way is read, and read again from the draft, as meant."""

from __future__ import annotations

import pytest

from imaginario.engines.builtin import naming, words, writer
from imaginario.engines.builtin.accounts import stand_ins
from imaginario.engines.builtin.compose import paint
from imaginario.engines.builtin.spec import SceneSpec


def drafted(text: str) -> SceneSpec:
    """What the written prompt is read as, which is what is painted."""
    return words.read(writer.write(words.read(text), idea=text).prompt)


def listed(spec: SceneSpec) -> list[str]:
    """Ids of the subjects, each with its number, outfit and what it holds and does."""
    return [
        " ".join(part for part in (f"{s.count} {s.id}", s.color, s.outfit, s.held, s.action) if part)
        for s in spec.subjects
    ]


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("an owl teacher in a graduation gown", ["1 owl graduate"]),
        ("una lechuza profesora con toga y birrete", ["1 owl graduate"]),
        ("uma coruja professora de vestido vermelho", ["1 owl dress"]),
        ("a huge green T. rex chasing a tiny yellow bus", ["1 t-rex green run", "1 bus yellow"]),
        ("mi papá q es bombero", ["1 father firefighter"]),
        ("a Alice de 4 anos com um gato", ["1 girl", "1 cat"]),
        ("una señora en una guagua", ["1 woman ride", "1 bus"]),
        ("una chiva llena de gente", ["1 bus"]),
        ("racimos de plátano", ["3 banana"]),
        ("un vaquero", ["1 man cowboy"]),
        ("a cat dressed as a cowboy", ["1 cat cowboy"]),
        ("a pig baking bread", ["1 pig bread cook"]),
        ("戴尖帽子的小女巫拿着魔杖", ["1 girl witch magic-wand hold"]),
        ("狐狸推着一辆装满南瓜的手推车", ["1 fox", "1 wheelbarrow", "7 pumpkin"]),
        ("一只大鹅撵着俩小子", ["1 goose run", "2 boy"]),
        ("a scientist in a white lab coat", ["1 scientist scientist"]),
        ("a girl painting in the park", ["1 girl paint"]),
        ("a bear making soup", ["1 bear soup cook"]),
        ("a cat stirring a pot", ["1 cat cook", "1 pot"]),
        ("um menino mexendo a panela", ["1 boy cook", "1 pot"]),
        ("a boy having a coffee", ["1 boy coffee hold"]),
        ("a girl drinks tea", ["1 girl teacup eat"]),
        ("a woman decorating a cake", ["1 woman", "1 cake"]),
        ("un niño tirando una pelota", ["1 boy ball play"]),
        ("un burro tirando de una carreta", ["1 donkey", "1 horse-carriage"]),
        ("a superhero cat with a red cape", ["1 cat hero"]),
        ("a cat in a red vampire costume", ["1 cat vampire"]),
        ("a magician with a rabbit", ["1 person tuxedo", "1 rabbit"]),
        ("um gato com roupa de kung fu", ["1 cat karate"]),
        ("um homem forte e um cachorro", ["1 man", "1 dog"]),
        ("a cat painting in the style of Van Gogh", ["1 cat"]),
        ("a girl painting a picture of a mountain", ["1 girl paint", "1 mountain"]),
        (
            "um catioro caramelo correndo atras de um motoboy",
            ["1 caramel-dog run", "1 man ride", "1 motorcycle"],
        ),
        ("an actress on a red carpet in the library", ["1 woman", "1 rug red"]),
    ],
)
def test_it_is_meant_so_and_stays_so(text: str, there: list[str]) -> None:
    assert sorted(listed(words.read(text))) == sorted(there)
    assert sorted(listed(drafted(text))) == sorted(there)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("an actress on the red carpet", "stage"),
        ("an old librarian on a red carpet in the library", "library"),
        ("uma atriz no tapete vermelho", "stage"),
        ("um cachorro na rua molhada", "street"),
        ("两只狗满院子跑", "garden"),
    ],
)
def test_the_place_stays(text: str, place: str) -> None:
    assert words.read(text).place == drafted(text).place == place


@pytest.mark.parametrize(
    ("text", "trait"),
    [("霸王龙穿着校服在教室里写作业，好生气", "angry"), ("um lobo bravo", "angry")],
)
def test_a_feeling_told_last_is_felt(text: str, trait: str) -> None:
    for spec in (words.read(text), drafted(text)):
        assert [row.get("traits") for row in spec.extra["told"]] == [[trait]]


@pytest.mark.parametrize("text", ["床底下趴着一条小黑狗，有点委屈", "小男孩开心地拿着蛋糕"])
def test_a_mood_is_read_and_no_dot(text: str) -> None:
    spec = drafted(text)
    assert spec.mood
    assert not spec.unknown


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("una jirafa con una banderita de Colombia", "colombian flag"),
        ("a boy waving a flag of mexico", "mexican flag"),
        ("um gato e um granizo", "hail"),
        ("o mosteiro ao pôr do sol", "monastery"),
    ],
)
def test_a_stand_in_is_told(text: str, said: str) -> None:
    told = naming.pairs(stand_ins(paint(drafted(text), width=96, height=96, seed=1).spec))
    assert said in told["en"]


@pytest.mark.parametrize(
    ("text", "ident"),
    [
        ("a girl waving a flag", "flag"),
        ("uma menina com a bandeira do Brasil", "brazil-flag"),
        ("举着巴西国旗的男孩", "brazil-flag"),
    ],
)
def test_a_flag_is_that_of_a_country_only_where_it_was_asked_for(text: str, ident: str) -> None:
    spec = drafted(text)
    assert ident in {s.held for s in spec.subjects} | {s.id for s in spec.subjects}


@pytest.mark.parametrize(
    "text",
    [
        "a pink birthday cake with candles",
        "a cake with blue candles",
        "uma menina soprando as velinhas do bolo",
        "una torta de cumpleaños con velitas",
        "a girl blowing out the candles on her birthday cake",
        "女孩在吹生日蛋糕上的蜡烛",
    ],
)
def test_the_candles_of_a_cake_are_on_it(text: str) -> None:
    for spec in (words.read(text), drafted(text)):
        assert [s.id for s in spec.subjects if s.id != "girl"] == ["cake"]
        assert [p[0] for row in spec.extra["told"] for p in row.get("parts", ())] == ["candles"]
    assert "candles" not in str(paint(drafted(text), width=96, height=96, seed=1).not_drawn)


@pytest.mark.parametrize("text", ["a cake and candles", "candles on a table", "a cake with five candles"])
def test_other_candles_stand_by_themselves(text: str) -> None:
    assert "candle" in [s.id for s in drafted(text).subjects]
