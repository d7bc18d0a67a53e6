"""Patterns of clothes, and pictures on them."""

from __future__ import annotations

import pytest
from PIL import Image, ImageChops

from imaginario.engines.builtin import accounts, compose, words, writer
from imaginario.engines.builtin.figures import coats
from imaginario.engines.builtin.spec import SceneSpec
from imaginario.engines.builtin.words import lexicon


def read(text: str) -> tuple[SceneSpec, SceneSpec]:
    """The scene of a text, and the one that its written prompt is read as."""
    spec = words.read(text)
    return spec, words.read(writer.write(spec, idea=text).prompt)


@pytest.mark.parametrize(("text", "pattern"), [
    ("a giraffe in a striped sweater", "striped"), ("穿条纹毛衣的长颈鹿", "striped"),
    ("un perro con un suéter a rayas", "striped"), ("um gato de camisa listrada", "striped"),
    ("a girl in a polka dot dress", "dotted"), ("menina com vestido de bolinhas", "dotted"),
    ("una niña con vestido de lunares", "dotted"), ("a boy in a plaid shirt", "checkered"),
    ("um menino de camisa xadrez", "checkered"), ("a woman with a flower dress", "floral"),
    ("uma mulher de vestido florido", "floral"), ("穿碎花裙的女孩", "floral"),
    ("a man in pajamas with stars on them", "starry"), ("un niño con camiseta de estrellas", "starry"),
    ("una niña con vestido de corazones", "hearts"),
])  # fmt: skip
def test_clothes_have_the_pattern_that_was_asked_for(text: str, pattern: str) -> None:
    for spec in read(text):
        (row,) = spec.extra["told"]
        assert row["outfit_pattern"] == pattern
        assert "traits" not in row
        assert len(spec.subjects) == 1
        assert spec.sky == ()
        assert accounts.owed(spec) == []


def test_a_coat_and_clothes_have_each_their_own_pattern() -> None:
    for spec in read("a striped elephant in a red polka-dot dress"):
        (row,) = spec.extra["told"]
        assert (row["traits"], row["outfit_pattern"], row["outfit_color"]) == (["striped"], "dotted", "red")


def test_the_prompt_says_the_pattern_in_every_language() -> None:
    def said(text: str, language: str) -> writer.PromptDraft:
        return writer.write(words.read(text), idea=text, language=language)

    draft = said("uma mulher de vestido florido vermelho", "pt-BR")
    assert "floral red dress" in draft.prompt
    assert "vestido vermelho florido" in (draft.prompt_local or "")
    assert "a rayas" in (said("una niña con un suéter a rayas", "es").prompt_local or "")
    assert "条纹毛衣" in (said("穿条纹毛衣的长颈鹿", "zh-CN").prompt_local or "")


@pytest.mark.parametrize(("text", "note", "thing"), [
    ("a girl wearing a red t-shirt with a dinosaur on it", "outfit_print", "dinosaur"),
    ("una niña con una camiseta con un tigre estampado", "outfit_print", "tiger"),
    ("a mug with a heart on it", "print", "heart"),
    ("two astronauts planting a flag with a panda on it", "held_print", "panda"),
])  # fmt: skip
def test_a_picture_on_something_is_nobody_and_is_told_unless_it_is_drawn(
    text: str, note: str, thing: str
) -> None:
    for spec in read(text):
        assert thing not in [s.id for s in spec.subjects]
        assert spec.extra["told"][0][note] == thing
        left = [owed.id for owed in accounts.owed(spec) if not isinstance(owed, str)]
        assert left == ([] if note == "outfit_print" else [thing])


@pytest.mark.parametrize("ident", ["tiger", "rocket", "banana"])
def test_a_picture_on_a_shirt_is_drawn_on_the_shirt(ident: str) -> None:
    first, second = words.read("a girl in a blue shirt"), words.read("a girl in a blue shirt")
    second.extra["told"][0]["outfit_print"] = ident
    plain, printed = paint(first), paint(second)
    box = ImageChops.difference(plain, printed).getbbox()
    assert box is not None
    assert 0.01 < (box[3] - box[1]) * (box[2] - box[0]) / (256 * 256) < 0.1


@pytest.mark.parametrize("text", ["a rug with a cat on it", "a cat on a rug"])
def test_who_is_on_a_rug_lies_there(text: str) -> None:
    for spec in read(text):
        cat = next(s for s in spec.subjects if s.id == "cat")
        assert (cat.relation, spec.subjects[cat.to or 0].id) == ("on", "rug")


def test_every_pattern_is_printed() -> None:
    assert set(lexicon.table("patterns")) <= set(coats.PRINTS)


@pytest.mark.parametrize("pattern", sorted(lexicon.table("patterns")))
def test_a_pattern_changes_the_clothes_and_nothing_else(pattern: str) -> None:
    plain = words.read("a girl in a blue dress")
    row = {**plain.extra["told"][0], "outfit_pattern": pattern}
    printed = words.read("a girl in a blue dress")
    printed.extra["told"][0].update(row)
    first, second = (paint(spec) for spec in (plain, printed))
    box = ImageChops.difference(first, second).getbbox()
    assert box is not None
    assert box[3] - box[1] < 0.6 * first.height
    assert box[2] - box[0] < 0.6 * first.width


def paint(spec: SceneSpec) -> Image.Image:
    """The scene at 256 px."""
    return compose.paint(spec, width=256, height=256, seed=3).image


@pytest.mark.parametrize(("text", "part", "color"), [
    ("a samurai, his red cape fluttering in the wind", "cape", "red"),
    ("un rey con capa roja", "cape", "red"),
    ("a cat in a suit with a green scarf", "scarf", "green"),
    ("um gato de terno e cachecol amarelo", "scarf", "yellow"),
    ("a girl with a red scarf in a blue dress", "scarf", "red"),
    ("穿着红裙子披着蓝色斗篷的女孩", "cape", "blue"),
])  # fmt: skip
def test_scarves_and_capes_are_worn_over_other_clothes(text: str, part: str, color: str) -> None:
    for spec in read(text):
        (subject,) = spec.subjects
        assert subject.outfit not in ("sweater", "hero", None)
        assert spec.extra["told"][0]["parts"] == [[part, color]]
        assert part not in [word.id for word in spec.unseen]


@pytest.mark.parametrize("part", ["scarf", "cape"])
def test_what_is_worn_over_clothes_is_drawn_in_its_colour(part: str) -> None:
    plain, red, blue = (words.read("a girl in a dress") for _ in range(3))
    for spec, parts in ((plain, []), (red, [[part, "red"]]), (blue, [[part, "blue"]])):
        spec.extra["told"] = [{"subject": 0, "parts": parts}]
    pictures = [paint(spec).tobytes() for spec in (plain, red, blue)]
    assert len({*pictures}) == 3
    assert accounts.owed(red) == []


def test_a_helmet_of_an_astronaut_is_no_hard_hat() -> None:
    for spec in read("a kitten wearing an astronaut helmet"):
        assert [(s.outfit, s.hat) for s in spec.subjects] == [("astronaut", None)]
