"""What has no drawing is written in the prompt's own language, whichever language it was asked for in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from imaginario.engines.builtin import words, writer
from imaginario.engines.builtin.vocabulary import load
from imaginario.engines.builtin.words.fold import fold, key
from imaginario.engines.builtin.words.index import LANGUAGES
from imaginario.engines.builtin.words.lexicon import listed, table

FILES = {"deeds": "undrawn", "things": "unknown"}
"""The files of rows, and the list of the fillers that holds what stands in no row."""
TOOLS = ("with", "stand")
"""What a deed is done with: a thing in the hand, or one beside who does it."""
SHOWN = ("pose", "together")
"""How it is drawn: the pose of who does it, or of both."""


def words_of(name: str, language: str) -> Iterator[tuple[str, str]]:
    """The words of a file in a language, as they are looked up, with the rows that they stand in."""
    for ident, row in table(name).items():
        for word in listed(row.get(language, "")):
            yield fold(word) if language == "zh" else key(word), ident


@pytest.mark.parametrize("name", FILES)
def test_every_row_has_a_first_word_in_four_languages(name: str) -> None:
    lacking = [
        (i, code) for i, row in table(name).items() for code in LANGUAGES if not listed(row.get(code, ""))
    ]
    assert lacking == []
    others = {i: set(row) - {*LANGUAGES, *TOOLS, *SHOWN} for i, row in table(name).items()}
    assert {i: fields for i, fields in others.items() if fields} == {}
    assert {row[tool] for row in table(name).values() for tool in TOOLS if tool in row} <= set(load())


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_stands_in_two_rows(language: str) -> None:
    found = [word for name in FILES for word, _ in words_of(name, language)]
    assert [word for word, count in Counter(found).items() if count > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_a_row_is_left_in_the_lists_without_rows(language: str) -> None:
    rows = {word for name in FILES for word, _ in words_of(name, language)}
    left = [w for kind in FILES.values() for w in listed(table("filler")[kind].get(language, ""))]
    assert [w for w in left if (fold(w) if language == "zh" else key(w)) in rows] == []


def test_a_row_is_called_like_no_other() -> None:
    assert set(table("deeds")) & set(table("things")) == set()
    assert {name: set(table(name)) & set(table("near")) for name in FILES} == {name: set() for name in FILES}


ASKED = {
    "uma mulher vendendo flores": "woman selling flowers",
    "um menino costurando": "boy sewing",
    "um homem consertando uma bicicleta": "man repairing a bicycle",
    "uma menina fazendo tricô": "girl knitting",
    "um cachorro latindo": "dog barking",
    "uma avó bordando": "grandmother embroidering",
    "um urso plantando árvores": "bear planting trees",
    "um menino espirrando": "boy sneezing",
    "um gato ao lado de um aspirador": "cat beside a vacuum cleaner",
    "um muro de tijolos com flores": "brick wall",
    "una mujer vendiendo flores": "woman selling flowers",
    "una abuela tejiendo": "grandmother knitting",
    "un hombre reparando un coche": "man repairing a car",
    "un niño estornudando": "boy sneezing",
    "una niña haciendo muecas": "girl pulling faces",
    "un perro ladrando": "dog barking",
    "un oso pastando en el bosque": "bear grazing",
    "un gato y una aspiradora": "cat and a vacuum cleaner",
    "un jardín con una pared de ladrillos": "brick wall",
    "dos amigos charlando en un parque": "chatting",
    "两个老人在公园里聊天": "chatting",
    "一个女孩在刷牙": "girl brushing teeth",
    "一个男人在修理自行车": "man repairing a bicycle",
    "一个老奶奶在绣花": "grandmother embroidering",
    "一只狼在嚎叫": "wolf howling",
    "一个男孩在打喷嚏": "boy sneezing",
    "两个人在握手": "two people shaking hands",
    "一只猫和一个降落伞": "cat and a parachute",
    "砖墙前的一只猫": "cat in front of a brick wall",
    "一个宇航员拿着千纸鹤": "holding a paper crane",
}  # fmt: skip


@pytest.mark.parametrize(("text", "english"), ASKED.items(), ids=[*ASKED])
def test_what_has_no_drawing_is_written_in_english(text: str, english: str) -> None:
    assert english in writer.write(words.read(text), idea=text).prompt


@pytest.mark.parametrize(
    ("text", "language", "local"),
    [
        ("a boy sneezing", "pt-BR", "menino espirrando"),
        ("a boy sneezing", "es", "niño estornudando"),
        ("a boy sneezing", "zh", "打喷嚏"),
        ("一个老奶奶在绣花", "pt-BR", "bordando"),
        ("um cachorro latindo", "es", "perro ladrando"),
    ],
)
def test_and_in_the_language_of_the_person(text: str, language: str, local: str) -> None:
    assert local in writer.write(words.read(text), idea=text, language=language).prompt_local


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("uma panela com tampa", "a pot and a lid"),
        ("um homem lendo uma revista", "reading a magazine"),
        ("un hombre con un arma", "a man and a weapon"),
        ("un volcán con lava", "lava"),
        ("una vivienda en el campo", "dwelling"),
        ("a cat on a pole", "a cat on a pole"),
        ("Miranda comiendo pizza", "Miranda eating a pizza"),
    ],
)
def test_a_noun_is_not_taken_for_the_deed_that_it_sounds_like(text: str, english: str) -> None:
    assert english in writer.write(words.read(text), idea=text).prompt


@pytest.mark.parametrize(
    ("text", "subject"), [("一个女孩在撸猫", "cat"), ("一个男孩在抓鱼", "fish"), ("一个人在砍树", "tree")]
)
def test_what_a_chinese_deed_is_done_to_is_seen(text: str, subject: str) -> None:
    assert subject in {s.id for s in words.read(text).subjects}


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("a boy building a sandcastle", "en", "a boy building a sandcastle"),
        ("una mujer tejiendo", "es", "una mujer tejiendo"),
        ("一个老师在讲课", "zh", "讲课"),
    ],
)
def test_a_deed_is_said_in_the_persons_own_word(text: str, code: str, said: str) -> None:
    draft = writer.write(words.read(text), idea=text)
    assert said in (draft.prompt if code == "en" else draft.prompt_local)
