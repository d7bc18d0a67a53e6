"""Scene to prompt: what was asked comes through, in two languages and within the budget."""

from __future__ import annotations

import random
import re
from itertools import pairwise
from typing import Any

import pytest

from imaginario.chat import PromptDraft
from imaginario.engines.builtin import words, writer
from imaginario.engines.builtin.spec import SceneSpec, Subject
from imaginario.engines.builtin.words import index, lexicon
from imaginario.tokens import count
from tests.builtin import audit

LANGUAGES = {"en": "en", "pt": "pt-BR", "es": "es", "zh": "zh-CN"}


def draft(idea: str, **options: Any) -> PromptDraft:
    """The draft of an idea."""
    return writer.write(words.read(idea), idea=idea, **options)


def kept(spec: SceneSpec) -> dict[str, Any]:
    """What a prompt must carry over; what it leaves open the writer may choose."""
    sets = {name: set(getattr(spec, name)) for name in ("weather", "sky", "mood")}
    return {
        "subjects": spec.subjects,
        "place": spec.place,
        "time": spec.time,
        "background": spec.background,
    } | sets


@pytest.mark.parametrize("language", audit.LANGUAGES)
def test_what_was_asked_can_be_read_again(language: str) -> None:
    wrong = {}
    for row in audit.rows(language):
        asked = words.read(row["text"])
        prompt = writer.write(asked, idea=row["text"], budget_tokens=None).prompt
        again = words.read(prompt)
        if kept(again) != kept(asked) or (asked.style and again.style != asked.style):
            wrong[row["text"]] = prompt
    assert wrong == {}


@pytest.mark.parametrize("language", audit.LANGUAGES)
def test_the_usual_budget_holds_and_keeps_the_subjects(language: str) -> None:
    for row in audit.rows(language):
        prompt = draft(row["text"]).prompt
        assert count(prompt) <= 70, prompt
        named = [s.id for s in words.read(row["text"]).subjects]
        assert [s.id for s in words.read(prompt).subjects] == named, prompt


def test_the_least_needed_goes_first() -> None:
    idea = "um gato astronauta na lua, aquarela"
    prompts = [draft(idea, budget_tokens=budget).prompt for budget in range(120, 3, -1)]
    assert all(a.startswith(b) or len(a) > len(b) for a, b in pairwise(prompts))
    assert all(count(p) <= b for p, b in zip(prompts, range(120, 3, -1), strict=True))
    long, short = prompts[0], next(p for p in prompts if "light" not in p and "composition" not in p)
    assert {"cat", "spacesuit", "moon", "composition"} <= set(re.findall(r"\w+", long))
    assert "cat" in short
    assert "moon" in short


def test_a_budget_too_small_for_one_clause_cuts_at_a_word() -> None:
    prompt = draft("a cat dressed as a king holding a red umbrella under a tree", budget_tokens=12).prompt
    assert count(prompt) <= 12
    assert not prompt.endswith((" of", " a", " an", " the", ","))
    assert draft("猫" * 80, budget_tokens=4).prompt


def test_the_same_idea_gives_the_same_prompt_and_another_seed_may_not() -> None:
    idea = "a fox in a forest"
    assert draft(idea) == draft(idea)
    assert len({draft(idea, seed_text=str(n)).prompt for n in range(8)}) > 3


@pytest.mark.parametrize(
    ("idea", "said"),
    [
        ("um gato astronauta na lua, aquarela", "Aquarela delicada de um gato com traje espacial branco"),
        ("duas raposas vermelhas dançando na praia", "de duas raposas vermelhas dançando, numa praia"),
        ("uma coruja velha de óculos lendo", "de uma coruja velha com óculos redondos lendo um livro"),
        ("un gato negro sentado en una silla", "un gato negro sentado sobre una silla"),
        ("dos ranas verdes bajo la lluvia", "de dos ranas verdes, bajo la lluvia"),
        ("una niña con un vestido rojo y un globo azul", "con un vestido rojo sosteniendo un globo azul"),
        ("一只戴着红色帽子的猫坐在沙发上", "一只戴着红色帽子的猫在一张沙发上坐着"),
        ("两只绿色的青蛙在雨中跳舞", "两只绿色青蛙正在跳舞，下着雨"),
        ("a girl named Rose with a red rose", "a girl named Rose holding a rose"),
        ("an old owl and a frog", "an old owl and a frog"),
        ("two black and white cows", "two black and white cows"),
    ],
)  # fmt: skip
def test_the_persons_language_is_spoken(idea: str, said: str) -> None:
    assert said in draft(idea).prompt_local


def test_another_language_than_the_ideas_may_be_asked_for() -> None:
    written = draft("um gato na praia", language="es")
    assert "un gato" in written.prompt_local
    assert writer.tongue("de-DE").code == "en"
    assert draft("um gato na praia", language="en").prompt_local == draft("um gato na praia").prompt


@pytest.mark.parametrize(
    ("idea", "title"),
    [
        ("um gato astronauta na lua", "Gato astronauta · Lua"),
        ("an astronaut cat on the moon", "Astronaut cat · Moon"),
        ("宇航员猫在月球上", "宇航员猫 · 月球"),
        ("pôr do sol na praia", "Praia"),
        ("Maria dançando", "Maria"),
    ],
)
def test_titles(idea: str, title: str) -> None:
    assert draft(idea).title == title


def test_the_alt_text_tells_what_is_there_and_nothing_else() -> None:
    written = draft("um gato astronauta na lua, aquarela")
    assert written.alt_text.startswith("Aquarela delicada de um gato")
    assert written.alt_text.endswith(".")
    assert "composição" in written.prompt_local
    assert "composição" not in written.alt_text


def test_unknown_words_and_names_are_kept_as_written() -> None:
    prompt = draft("um xablau laranja segurando um zgrunf em Quixadá").prompt
    assert all(word in prompt for word in ("xablau", "zgrunf", "Quixadá"))
    assert "orange xablau holding" in prompt
    assert "an apple pie" in draft("an apple pie").prompt
    assert "in Paris" in draft("um gato em Paris").prompt


def test_what_is_painted_as_something_else_is_still_called_by_its_name() -> None:
    prompt = draft("um gato caminhando na favela com um boné, estilo anime", budget_tokens=None).prompt
    assert {"walking", "favela", "cap", "anime"} <= set(re.findall(r"\w+", prompt))
    assert "photograph" in draft("foto de um gato").prompt


def test_a_style_of_the_studio_names_no_second_medium() -> None:
    plain, wrapped = draft("um gato na praia"), draft("um gato na praia", style="oil painting")
    assert plain.prompt.startswith("charming storybook illustration of a cat")
    assert wrapped.prompt.startswith("a cat, on a sandy beach")
    texture = lexicon.choices(lexicon.table("styles")["illustration"]["texture"])
    assert not any(choice in wrapped.prompt for choice in texture)


def test_the_negative_prompt_names_what_to_avoid_in_english() -> None:
    negative = draft("um gato na praia, sem pássaros pretos, sem pessoas nem cachorro").negative_prompt
    assert negative.startswith("bird, black, people, dog")
    assert "watermark" in negative
    assert "3d render" in draft("um gato, aquarela").negative_prompt
    assert "extra limbs" not in draft("a house").negative_prompt


def test_a_spec_without_the_readers_notes_can_be_written() -> None:
    spec = SceneSpec(
        subjects=(
            Subject(id="cat", count=2, action="ride", to=1),
            Subject(id="bicycle"),
            Subject(id="wuggle"),
        ),
        place="beach",
        extra={"told": "not a list"},
    )
    prompt = writer.write(spec, idea="").prompt
    assert "two cats riding a bicycle and a wuggle, on a sandy beach" in prompt


def test_nothing_asked_is_still_a_scene() -> None:
    written = draft("")
    assert "a scene" in written.prompt
    assert written.title


def test_every_phrase_of_the_writer_is_read_over_in_silence() -> None:
    for name, row in lexicon.table("phrases").items():
        assert len({len(lexicon.choices(text)) for text in row.values()}) == 1, name
        for text in row.values():
            for choice in lexicon.choices(text):
                spec = words.read(choice)
                assert spec == SceneSpec(), (name, choice)


@pytest.mark.parametrize("table", ["places", "times", "weathers", "sky", "styles"])
def test_what_the_lexicon_says_is_read_as_what_it_means(table: str) -> None:
    field = {"places": "place", "times": "time", "weathers": "weather", "sky": "sky", "styles": "style"}[
        table
    ]
    for ident in lexicon.table(table):
        meant = lexicon.meaning(table, ident) or None
        for code in index.LANGUAGES:
            if said := lexicon.say(table, ident, code):
                read = getattr(words.read(said), field)
                assert read == meant or meant in (read or ()), (ident, said)


def test_any_scene_can_be_written_in_every_language() -> None:
    rng = random.Random(3)
    pieces = [
        piece for rows in map(audit.rows, audit.LANGUAGES) for row in rows for piece in row["text"].split(" ")
    ]
    for _ in range(60):
        idea = " ".join(rng.choices(pieces, k=12))
        for language in LANGUAGES.values():
            written = draft(idea, language=language)
            assert written.prompt
            assert written.prompt_local
            assert "{" not in written.prompt_local + written.alt_text
