"""Every word is accounted for: drawn, or told of in the person's language."""

from __future__ import annotations

import json
from contextlib import aclosing
from dataclasses import replace

import pytest

from imaginario.engines.builtin import BuiltinEngine, accounts, compose, naming, vocabulary, words, writer
from imaginario.engines.builtin.spec import SceneSpec, Unseen
from imaginario.engines.builtin.words import edits, index
from imaginario.engines.builtin.words.fold import fold, key
from imaginario.engines.builtin.words.lexicon import listed, table
from imaginario.events import Painted
from imaginario.i18n import LANGUAGES, Translator
from imaginario.images import ImageRequest
from tests.conftest import Some


def missed(text: str) -> list[str]:
    return [word.raw for word in words.read(text).unseen]


async def told(prompt: str, language: str) -> list[str]:
    """The notes that a picture of the prompt comes with, in a language."""
    request = ImageRequest(prompt=prompt, model="storybook", width=256, height=256, seed=1)
    t = Translator(language)
    async with aclosing(BuiltinEngine().generate(request)) as events:
        painted = [event async for event in events if isinstance(event, Painted)]
    return [t.filled(note.key, note.values) for note in painted[0].notes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a mouse in a tiny red coat", ["tiny"]),
        ("a bus full of zombies on a jungle highway", ["highway"]),
        ("bode com listras de zebra", ["zebra"]),
        ("una estudiante en silla de ruedas leyendo en la playa", ["leyendo"]),
        ("un vampiro bebiendo jugo de tomate", ["tomate"]),
        ("蓝色的马在紫色的草原上奔跑，油画", ["紫色"]),
        ("五个小矮人住在南瓜屋里", ["南瓜"]),
    ],
)  # fmt: skip
def test_a_known_word_that_does_nothing_is_told(text: str, expected: list[str]) -> None:
    assert missed(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "a cat",
        "a red cat and a red dog",
        "a cat. The cat is sleeping",
        "a witch flying on a broom past the moon",
        "a king with a crown",
        "a princess in a gown",
        "a dragon with no wings",
        "jellyfish floating like balloons",
        "grandma's garden with sunflowers",
        "a logo for a pet shop: a dog in a heart",
        "mother bear with two cubs",
        "desenha um tubarão de terno tocando piano no fundo do mar",
        "um gato na lua",
        "sem nuvens, um gato preto",
        "una mamá osa con dos oseznos en el bosque",
        "la luna llena sobre el mar",
        "北极熊妈妈带着两只小熊",
        "masterpiece, best quality, a fox in the forest, soft light, 85mm, f/1.4",
        "帮我画一只猫",
    ],
)
def test_nothing_is_told_where_nothing_is_missing(text: str) -> None:
    assert missed(text) == []


def test_leaving_out_what_was_told_changes_nothing() -> None:
    whole = words.read("a bus full of zombies on a jungle highway")
    assert whole.unseen != ()
    assert replace(whole, unseen=()) == words.read("a bus full of zombies on a jungle")


def test_a_long_text_is_not_looked_into_word_by_word() -> None:
    text = "a cat in a tiny coat, " * 200
    assert len(words.read(text).unseen) <= 40


def test_unseen_words_survive_the_recipe() -> None:
    spec = words.read("a mouse in a tiny red coat")
    assert SceneSpec.from_dict(json.loads(json.dumps(spec.to_dict()))) == spec
    assert SceneSpec.from_dict({"subjects": ()}).unseen == ()


@pytest.mark.parametrize(
    "told", [7, "x", [1], [{"subject": -9, "verb": "chase"}], [{"subject": 5, "object": True}]]
)
def test_notes_that_do_not_fit_their_scene_are_left_out(told: object) -> None:
    data = words.read("a fox chasing a rabbit").to_dict() | {"extra": {"told": told, "words": {}}}
    spec = SceneSpec.from_dict(data)
    assert spec.extra == {"words": {}}
    assert compose.paint(spec, width=256, height=256, seed=1).drawn == ("fox", "rabbit")


def test_the_writer_says_them_and_the_reader_draws_nobody_for_it() -> None:
    spec = words.read("bode com listras de zebra")
    draft = writer.write(spec, idea="x", language="pt-BR")
    assert "hints of zebra" in draft.prompt
    assert "toques de zebra" in draft.prompt_local
    again = words.read(draft.prompt)
    assert again.subjects == spec.subjects
    assert [word.id for word in again.unseen] == ["zebra"]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "could not draw: robot, grass."), ("pt-BR", "desenhar: robô, grama."),
        ("es", "dibujar: robot, hierba."), ("zh-CN", "画不出：机器人、草。"),
    ],
)  # fmt: skip
async def test_the_person_hears_of_it_in_their_language(language: str, sentence: str) -> None:
    (note,) = await told("a robot dog on the moon with grass", language)
    assert note.endswith(sentence)


async def test_what_stands_in_is_told() -> None:
    (note,) = await told("a soldier in a garden", "pt-BR")
    assert note == "Pintado como algo parecido: soldado → cavaleiro."
    assert await told("a knight in a garden", "pt-BR") == []


@pytest.mark.parametrize(
    ("text", "english", "local"),
    [
        ("um urso bebendo cerveja", "a bear drinking a beer", "um urso bebendo uma cerveja"),
        ("un hacha roja", "a red axe", "un hacha roja"),
        ("um urso bebendo saquê", "a bear drinking a cup of sake", "um urso bebendo um saquê"),
        ("two sakes on a table", "two cups of sake", "two cups of sake"),
    ],
)
def test_the_writer_keeps_the_word_that_has_no_drawing(text: str, english: str, local: str) -> None:
    draft = writer.write(words.read(text), idea=text)
    assert english in draft.prompt
    assert local in draft.prompt_local
    assert words.read(draft.prompt).subjects == words.read(text).subjects


async def test_what_is_drawn_in_its_place_is_told() -> None:
    assert await told("a bear drinking a cup of sake", "zh-CN") == ["用相近的东西代替：清酒 → 葡萄酒。"]


WHO = {"f": "woman", "m": "man"}


def test_every_near_word_is_listed_once() -> None:
    known = index.build()
    for ident, row in table("near").items():
        assert row["means"] in vocabulary.load()
        assert ident not in vocabulary.load()
        for code in ("en", "pt", "es", "zh"):
            assert listed(row[code]) != [], ident
            for word in listed(row[code]):
                word, _, gender = word.partition("/")
                drawn = WHO[gender] if gender and row["means"] == "person" else row["means"]
                meanings = known.phrases[key(word) if code != "zh" else fold(word)]
                subjects = [m for m in meanings if m.kind == "subject" and m.language == code]
                assert [m.id for m in subjects] == [drawn], (ident, word)
                assert known.near[code, subjects[0].spelled] == ident


def test_every_near_row_is_read_again_from_its_english_prompt(some: Some) -> None:
    wrong = []
    for ident in some(list(table("near")), 2):
        spec = words.read(f"a {naming.called('near', ident, 'en')}")
        again = words.read(writer.write(spec, idea="x").prompt)
        read = (len(spec.subjects), stand_ins(spec), again.subjects, stand_ins(again))
        if read != (1, [ident], spec.subjects, [ident]):
            wrong.append(ident)
    assert wrong == []


@pytest.mark.parametrize("language", ["pt", "es", "zh"])
def test_every_near_row_is_understood_in_its_language(language: str) -> None:
    article = {"pt": "desenhe um ", "es": "dibuja un ", "zh": "画一个"}[language]
    wrong = [
        ident
        for ident in table("near")
        if ident not in stand_ins(words.read(article + naming.called("near", ident, language)))
    ]
    assert wrong == []


def stand_ins(spec: SceneSpec) -> list[str]:
    return [str(row["near"]) for row in spec.extra.get("told", ()) if "near" in row]


async def test_a_kind_keeps_its_word_and_what_is_drawn_for_it_is_told() -> None:
    draft = writer.write(words.read("a sheepdog on a beach"), idea="x", language="zh-CN")
    assert "a sheepdog" in draft.prompt
    assert "牧羊犬" in draft.prompt_local
    assert await told("a sheepdog on a beach", "en") == ["Painted as something like it: sheepdog → dog."]
    assert await told("a tabby cat on a beach", "en") == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a cat riding a monorail", "a cat riding a monorail"), ("three partridges", "three quails"),
        ("a robot holding castanets", "a robot holding castanets"), ("a bottle of yogurt", "yogurt"),
        ("a basket of nectarines", "nectarines inside a basket"), ("a bowl of curry", "of curry"),
        ("a cat dressed as a troll", "dressed as a troll"), ("a nectarine cake", "a nectarine cake"),
        ("uma raposa ladrona", "fox thief"), ("un gato cartero", "cat mail carrier"),
    ],
)  # fmt: skip
def test_a_near_word_is_said_wherever_it_stands(text: str, said: str) -> None:
    assert said in writer.write(words.read(text), idea=text).prompt


@pytest.mark.parametrize(
    ("text", "local"),
    [
        ("dos góndolas rojas", "dos góndolas rojas"), ("una ladrona", "una ladrona"),
        ("um faisão dourado", "um faisão dourado"), ("uma atriz", "uma atriz"),
        ("unos prismáticos", "unos prismáticos"), ("三块怀表", "三块怀表"), ("两头水牛", "两头水牛"),
        ("tres halcones", "tres halcones"),
    ],
)  # fmt: skip
def test_a_near_word_has_the_grammar_of_its_own(text: str, local: str) -> None:
    assert local in writer.write(words.read(text), idea=text).prompt_local


async def test_what_only_tells_of_another_is_told_by_its_own_word() -> None:
    (note,) = await told("a cat postman", "es")
    assert note.endswith("dibujar: cartero.")


def test_a_near_thing_is_not_met_again_as_the_thing_it_is_drawn_as() -> None:
    assert [s.id for s in words.read("a train and the monorail").subjects] == ["train", "train"]


def test_names_in_every_language_and_words_as_they_are() -> None:
    red = Unseen(raw="vermelha", kind="color", id="red", language="pt")
    found = naming.listing(["roller-skates", "striped", "wuggle", red])
    assert set(found) == set(LANGUAGES)
    assert found["en"] == "roller skates, striped, wuggle, red"
    assert found["pt-BR"].endswith("listrado, wuggle, vermelha")
    assert found["zh-CN"].endswith("、条纹的、wuggle、红色")


@pytest.mark.parametrize(
    ("order", "ids", "said"),
    [
        ("add a monorail", ["cat", "train"], "a monorail"),
        ("replace the cat with an opera singer and a mongoose", ["singer", "meerkat"], "mongoose"),
        ("make it hold a cup of sake", ["cat"], "holding a cup of sake"),
    ],
)
def test_what_an_edit_puts_in_keeps_its_word(order: str, ids: list[str], said: str) -> None:
    spec = edits.apply_edit(words.read("a cat on a beach"), edits.read_edit(order))
    assert [s.id for s in spec.subjects] == ids
    assert said in writer.write(spec, idea=order).prompt


def test_a_word_goes_with_the_thing_that_it_was_for() -> None:
    spec = edits.apply_edit(
        words.read("a monorail on a beach"), edits.read_edit("replace the train with a dog")
    )
    assert [s.id for s in spec.subjects] == ["dog"]
    assert stand_ins(spec) == []


def test_every_trade_that_wears_anothers_clothes_is_told_and_read_again() -> None:
    wrong = []
    for ident, row in table("outfits").items():
        if not row.get("loose") or not row.get("en") or ident in vocabulary.load():
            continue
        spec = words.read(f"a cat dressed as a {naming.called('role', ident, 'en')}")
        again = words.read(writer.write(spec, idea="x").prompt)
        if [a.id for a, _ in accounts.stand_ins(spec)] != [ident] or again.subjects != spec.subjects:
            wrong.append(ident)
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "local"),
    [
        ("dois copos d'água", "dois copos d'água"), ("dos leones en la sabana", "dos leones"),
        ("um fusca azul", "um fusca azul"), ("una carpa koi", "una carpa koi"),
    ],
)  # fmt: skip
def test_plurals_and_genders_of_the_romance_tongues(text: str, local: str) -> None:
    assert local in writer.write(words.read(text), idea=text).prompt_local
