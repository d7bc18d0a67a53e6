"""Instructions in everyday words: what they are read as, and what they do to a scene."""

from __future__ import annotations

import random
import tomllib
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from imaginario.engines.builtin import photo, words, writer
from imaginario.engines.builtin.spec import Edit, SceneSpec, Subject
from imaginario.engines.builtin.words.edits import apply_edit, read_edit
from tests.builtin import audit

LANGUAGES = audit.LANGUAGES


@cache
def table() -> dict[str, Any]:
    """The whole of `edits.toml`."""
    return tomllib.loads(Path(__file__).with_name("edits.toml").read_text("utf-8"))


def wanted(row: dict[str, Any]) -> Edit:
    """The edit that a row of the table stands for."""
    fields: dict[str, Any] = {
        k: tuple(v) if isinstance(v, list) else v for k, v in row.items() if k not in ("text", "add")
    }
    return Edit(add=audit.subjects({"subjects": row.get("add", ())}), **fields)


def plain(edit: Edit) -> Edit:
    """An edit as the table can write it: no tuples inside."""
    change = {k: [list(p) for p in v] if k == "parts" else v for k, v in edit.change.items()}
    return replace(edit, change=change)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_is_read_as_it_says(language: str) -> None:
    wrong = {row["text"]: e for row in table()[language] if plain(e := read_edit(row["text"])) != wanted(row)}
    assert wrong == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_orders_are_known_from_talk(language: str) -> None:
    assert [row["text"] for row in table()[language] if not read_edit(row["text"]).sure] == []
    assert [text for text in table()["talk"] if read_edit(text).sure] == []


def test_there_are_enough_examples() -> None:
    assert min(len(table()[language]) for language in LANGUAGES) >= 55


@pytest.mark.parametrize(
    "text", ["", "   ", "?!", "把", "remove", "add", "troque por", "的" * 40, "\ufffd\u0301 no", "a" * 9000]
)
def test_any_text_is_read(text: str) -> None:
    assert isinstance(read_edit(text), Edit)


def test_scrambled_words_never_fail() -> None:
    rng = random.Random(5)
    pieces = [piece for name in LANGUAGES for row in table()[name] for piece in row["text"].split()]
    scene = words.read("a red cat in a hat on a sofa at the beach, with a xablau")
    for _ in range(150):
        text = " ".join(rng.choices(pieces, k=7))
        changed = apply_edit(scene, read_edit(text, negative="dogs, xablau"))
        assert SceneSpec.from_dict(changed.to_dict()) == changed, text
        assert all(s.to is None or s.to < len(changed.subjects) for s in changed.subjects), text


def test_a_negative_prompt_names_what_to_remove() -> None:
    assert read_edit("at night", "a dog, clouds").remove == ("dog", "clouds")


# What an edit does to a scene

SCENE = "a red cat wearing a hat on a sofa and a dog, on the beach, in the rain"


def after(instruction: str, before: str = SCENE) -> SceneSpec:
    """The scene once it is changed."""
    return apply_edit(words.read(before), read_edit(instruction))


def ids(spec: SceneSpec) -> list[str]:
    """Who is in a scene."""
    return [s.id for s in spec.subjects]


def test_the_rest_stays_as_it_was() -> None:
    before = words.read(SCENE)
    assert replace(after("at night"), time=None) == before
    assert replace(after("put them in the forest"), place="beach") == before
    assert after("nothing at all") == before


def test_who_comes_and_goes() -> None:
    assert ids(after("remove the dog")) == ["cat", "sofa"]
    gone = after("remove the sofa").subjects[0]
    assert (gone.relation, gone.to) == (None, None)
    assert ids(after("add two birds")) == ["cat", "sofa", "dog", "bird"]
    assert ids(after("take away the cat and add a fox")) == ["sofa", "dog", "fox"]
    assert ids(after("tire o cachorro", "um cachorro na praia")) == []


def test_a_replacement_takes_over_what_the_old_one_wore_and_did() -> None:
    fox = after("replace the cat with a fox").subjects[0]
    assert fox == Subject(id="fox", hat="top-hat", relation="on", to=1)
    assert after("make it a blue dragon", "a cat").subjects == (Subject(id="dragon", color="blue"),)


def test_one_more_of_the_same_is_counted() -> None:
    assert after("one more dog").subjects[2] == Subject(id="dog", count=2)
    assert ids(after("add a blue dog")) == ["cat", "sofa", "dog", "dog"]
    assert after("two of them", "a cat").subjects[0].count == 2
    assert after("mais um gato", "doze gatos").subjects[0].count == 12


def test_changes_are_for_the_one_that_is_named_or_for_the_first() -> None:
    assert after("give the dog sunglasses").subjects[2].glasses == "sunglasses"
    assert after("blue").subjects[0].color == "blue"
    assert after("put the dog under a tree").subjects[2].relation == "under"
    rider = after("riding a horse").subjects[0]
    assert (rider.action, rider.relation, after("riding a horse").subjects[rider.to or 0].id) == (
        "ride",
        None,
        "horse",
    )
    assert after("make the elephant smaller") == words.read(SCENE)


def test_clothes_come_off() -> None:
    assert after("take the hat off").subjects[0].hat is None
    assert after("remove the crown").subjects[0].hat is None
    assert after("dress it as a pirate").subjects[0] == Subject(
        id="cat", color="red", outfit="pirate", relation="on", to=1
    )


def test_sizes_go_step_by_step_and_no_further() -> None:
    scene, sizes = words.read("a cat"), []
    for _ in range(3):
        scene = apply_edit(scene, read_edit("smaller"))
        sizes.append(scene.subjects[0].size)
    assert sizes == [0.75, 0.55, 0.55]
    assert after("giant", "a cat").subjects[0].size == 1.8


def test_one_colour_for_another_wherever_it_is() -> None:
    spec = after("blue instead of red", "a red cat with a red balloon and a green dog")
    assert [s.color for s in spec.subjects] == ["blue", "green"]
    assert "red" not in writer.write(spec, idea="").prompt.split()


def test_weathers_and_hours_make_room_for_each_other() -> None:
    assert after("make it snow").weather == ("snowfall",)
    assert after("clear sky").weather == ("clear",)
    assert after("at night", "a cat, day, the sun").sky == ()
    assert after("in daylight", "a cat at night, stars and a moon").sky == ()
    assert (after("darker").time, after("darker", "a cat at sunset").time) == ("sunset", "night")
    assert after("brighter", "a cat at night").time == "sunset"


def test_what_was_taken_away_stays_away_until_it_is_wanted_again() -> None:
    bare = after("no clouds", "a cat, clouds")
    assert (bare.sky, bare.avoid) == ((), ("clouds",))
    assert apply_edit(bare, read_edit("add clouds")).avoid == ()


def test_styles_and_places_keep_their_own_names() -> None:
    spec = after("in the style of manga, in a zoo")
    assert (spec.style, spec.place) == ("comic", "park")
    prompt = writer.write(spec, idea="", budget_tokens=None).prompt
    assert "manga" in prompt
    assert "zoo" in prompt
    assert "manga" not in writer.write(apply_edit(spec, read_edit("watercolor")), idea="").prompt


def test_words_nobody_knows_are_put_in_and_taken_out_as_they_were_said() -> None:
    spec = after("add a xablau", "a cat")
    assert "xablau" in writer.write(spec, idea="").prompt
    assert "xablau" not in writer.write(apply_edit(spec, read_edit("remove the xablau")), idea="").prompt


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_changed_scene_can_be_written_and_read_again(language: str) -> None:
    scenes = [words.read(row["text"]) for row in audit.rows("en")[::4]]
    total = wrong = 0
    for at, row in enumerate(table()[language]):
        spec = apply_edit(scenes[at % len(scenes)], read_edit(row["text"]))
        again = words.read(writer.write(spec, idea="x", budget_tokens=None).prompt)
        same = sorted(ids(again)) == sorted(ids(spec)) and (again.place, again.time) == (
            spec.place,
            spec.time,
        )
        total, wrong = total + 1, wrong + (not same)
    assert wrong <= total * 0.04


@pytest.mark.parametrize("text", ["make it autumn", "agora é outono", "ponlo en otoño", "换成秋天"])
def test_a_season_ends_the_one_before_it(text: str) -> None:
    spring = words.read("a cat in the park in spring, bubbles")
    edit = read_edit(text)
    assert edit.scenery == ("autumn",)
    assert apply_edit(spring, edit).extra["scenery"] == ["bubble", "autumn"]
    assert photo.undone(edit) == ("autumn",)


def test_small_things_come_in_and_go() -> None:
    scene = apply_edit(words.read("a cat in the park"), read_edit("add confetti"))
    assert scene.extra["scenery"] == ["confetti"]
    assert "scenery" not in apply_edit(scene, read_edit("remove the confetti")).extra


def test_what_somebody_is_to_look_like_is_told_of_a_photo() -> None:
    assert photo.undone(read_edit("make the cat angry")) == ("angry",)
    assert photo.undone(read_edit("give the girl red hair")) == ("hair",)
