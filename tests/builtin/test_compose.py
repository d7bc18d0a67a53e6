"""Whole paintings: same arguments same pixels, every control counts, what can't be drawn is told."""

from __future__ import annotations

import sys
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from imaginario.engines.builtin import figures, plan, vocabulary, words
from imaginario.engines.builtin.compose import STEPS, Painting, paint
from imaginario.engines.builtin.scenery.streams import Streams
from imaginario.engines.builtin.spec import PLACES, RELATIONS, TIMES, SceneSpec, Subject

CAT = SceneSpec(subjects=(Subject(id="cat"),), place="meadow", time="day")


def painted(
    spec: SceneSpec = CAT, *, width: int = 320, height: int = 320, seed: int = 7, **more: object
) -> Painting:
    return paint(spec, width=width, height=height, seed=seed, **more)  # type: ignore[arg-type]


def pixels(spec: SceneSpec = CAT, **more: object) -> np.ndarray:
    return np.asarray(painted(spec, **more).image, np.int16)  # type: ignore[arg-type]


def apart(one: np.ndarray, other: np.ndarray) -> float:
    """Mean difference of two pictures, in 8-bit steps."""
    return float(np.abs(one - other).mean())


class TestSameAndDifferent:
    def test_same_arguments_same_pixels(self):
        assert np.array_equal(pixels(), pixels())

    @pytest.mark.parametrize(
        "changes",
        [
            {"seed": 8},
            {"steps": 5},
            {"steps": 60},
            {"guidance": 1.0},
            {"guidance": 16.0},
            {"spec": replace(CAT, style="comic")},
            {"spec": replace(CAT, time="night")},
            {"spec": replace(CAT, place="beach")},
            {"spec": replace(CAT, weather=("rain",))},
            {"spec": replace(CAT, mood=("spooky",))},
            {"spec": replace(CAT, sky=("rainbow", "moon"))},
            {"spec": replace(CAT, subjects=(Subject(id="dog"),))},
            {"spec": replace(CAT, subjects=(Subject(id="cat", color="blue"),))},
            {"spec": replace(CAT, subjects=(Subject(id="cat", count=3),))},
            {"spec": replace(CAT, subjects=(Subject(id="cat", hat="top-hat"),))},
            {"spec": replace(CAT, subjects=(Subject(id="cat", size=1.5),))},
            {"spec": replace(CAT, subjects=(*CAT.subjects, Subject(id="castle")))},
        ],
        ids=str,
    )
    def test_every_control_changes_pixels(self, changes: dict[str, object]):
        assert apart(pixels(), pixels(**changes)) > 0.2  # type: ignore[arg-type]

    @pytest.mark.parametrize("size", [(256, 256), (640, 256), (256, 512), (333, 257)])
    def test_sizes_are_exact(self, size: tuple[int, int]):
        image = painted(width=size[0], height=size[1]).image
        assert (image.size, image.mode) == (size, "RGB")

    def test_the_spec_of_a_painting_paints_it_again(self):
        first = painted(SceneSpec(subjects=(Subject(id="person"),)))
        again = painted(SceneSpec.from_dict(first.spec.to_dict()))
        assert np.array_equal(np.asarray(first.image), np.asarray(again.image))


class TestAvoid:
    def test_a_subject_an_avoided_colour_and_a_hat_go(self):
        spec = replace(CAT, subjects=(Subject(id="cat", color="red", hat="crown"), Subject(id="dog")))
        calm = painted(replace(spec, avoid=("dog", "red", "crown")))
        assert calm.drawn == ("cat",)
        assert np.array_equal(np.asarray(calm.image), np.asarray(painted(CAT).image))

    @pytest.mark.parametrize(
        "spec", [CAT, replace(CAT, place="beach"), replace(CAT, place="snow", time="sunset")]
    )
    def test_without_clouds_nothing_else_moves(self, spec: SceneSpec):
        usual, clear = pixels(spec), pixels(replace(spec, avoid=("clouds",)))
        assert apart(usual[:120], clear[:120]) > 0.15
        assert apart(usual[230:], clear[230:]) < 0.6

    def test_without_rain_the_cat_stays_where_it_is(self):
        """The figure is found by its colour against the same scene without it."""

        def box(spec: SceneSpec) -> tuple[int, int, int, int]:
            empty = pixels(replace(spec, subjects=()))
            changed = np.abs(pixels(spec) - empty).sum(2) > 90
            image = Image.fromarray(changed.astype(np.uint8) * 255).crop((0, 0, 320, 320))
            found = image.getbbox()
            assert found
            return found

        wet = replace(CAT, weather=("rain",))
        dry = replace(wet, avoid=("rain",))
        assert np.abs(np.subtract(box(wet), box(dry))).max() < 24


class TestTold:
    def test_drawn_and_not_drawn(self):
        spec = replace(
            CAT,
            subjects=(Subject(id="cat"), Subject(id="no-such-thing"), Subject(id="cat")),
            unknown=("qwrtz",),
        )
        result = painted(spec)
        assert result.drawn == ("cat",)
        assert result.not_drawn == ("no-such-thing", "qwrtz")

    def test_a_hat_it_has_not_is_told_and_the_cat_is_drawn_all_the_same(self):
        result = painted(replace(CAT, subjects=(Subject(id="cat", hat="no-such-hat"),)))
        assert result.drawn == ("cat",)
        assert result.not_drawn == ("no-such-hat",)
        assert np.array_equal(np.asarray(result.image), np.asarray(painted().image))

    def test_without_the_renderer_the_scene_is_painted_and_everybody_is_missing(
        self, monkeypatch: pytest.MonkeyPatch
    ):
        monkeypatch.setitem(sys.modules, "resvg_py", None)
        with pytest.raises(figures.NoRenderer):
            figures.render(Subject(id="cat"), height=50)
        result = painted(replace(CAT, subjects=(Subject(id="cat"), Subject(id="dog"))))
        assert result.drawn == ()
        assert result.not_drawn == ("cat", "dog")
        assert np.asarray(result.image).std() > 20


class TestProgress:
    def test_steps_come_in_order_with_small_previews(self):
        told: list[tuple[int, int, Image.Image | None]] = []
        painted(on_progress=lambda *event: told.append(event), width=512, height=384)
        assert [step for step, _, _ in told] == list(range(1, STEPS + 1))
        assert {steps for _, steps, _ in told} == {STEPS}
        previews = [preview for _, _, preview in told if preview is not None]
        assert len(previews) >= 2
        assert all(max(p.size) <= 256 and p.width > p.height for p in previews)
        # Later previews show more: the subjects came in between.
        assert np.abs(np.asarray(previews[0], np.int16) - np.asarray(previews[1], np.int16)).mean() > 0.5

    @pytest.mark.parametrize("last", range(1, STEPS + 1))
    def test_it_stops_where_it_is_told_to(self, last: int):
        seen = []

        def stop(step: int, steps: int, preview: object) -> None:
            seen.append(step)
            if step == last:
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            painted(on_progress=stop)
        assert seen == list(range(1, last + 1))

    def test_watching_changes_nothing(self):
        assert np.array_equal(pixels(), pixels(on_progress=lambda *_: None))


class TestGuidance:
    def test_loose_guidance_adds_things_where_the_scene_was_bare(self):
        usual, loose = pixels(guidance=7.5), pixels(guidance=1.0)
        # Colours fade evenly; what was added stands out from that.
        faded = np.abs(usual - loose).max(2)
        assert (faded > 60).mean() > 0.002

    def test_the_usual_values_are_the_defaults(self):
        assert np.array_equal(pixels(), pixels(guidance=7.5, steps=25))


@pytest.mark.sampled(3)
@pytest.mark.parametrize("place", PLACES)
def test_every_place_can_be_painted_with_somebody_in_it(place: str):
    for time in TIMES[::2]:
        spec = SceneSpec(subjects=(Subject(id="cat"), Subject(id="boat")), place=place, time=time)
        result = painted(spec, width=256, height=256)
        assert result.drawn == ("cat", "boat")
        assert np.asarray(result.image).std() > 8


@pytest.mark.parametrize("relation", RELATIONS)
def test_every_relation_can_be_painted(relation: str):
    spec = replace(CAT, subjects=(Subject(id="cat", relation=relation, to=1), Subject(id="tree")))  # type: ignore[arg-type]
    assert painted(spec, width=256, height=256).drawn == ("cat", "tree")


def test_a_plain_backdrop_takes_the_colour():
    red = pixels(SceneSpec(subjects=(Subject(id="cat"),), background="red"))
    corner = red[:30, :30].reshape(-1, 3).mean(0)
    assert corner[0] > 1.6 * corner[1]


def test_the_largest_canvas():
    assert painted(width=2048, height=1024).image.size == (2048, 1024)


def test_who_plays_chess_sits_at_a_board():
    painting = painted(words.read("two cats playing chess"), width=256, height=256, seed=3)
    assert painting.drawn == ("cat", "chess-board")
    cats, board = painting.spec.subjects
    assert (cats.action, cats.held, board.relation, board.to) == ("sit", None, "in_front_of", 0)
    assert plan.complete(painting.spec, Streams(3), vocabulary.load()) == painting.spec


def test_a_cake_takes_the_colour_of_what_it_is_made_of():
    brown, pink = (
        painted(words.read(text), width=256, height=256, seed=3)
        for text in ("a chocolate cake", "bolo de morango")
    )
    assert (brown.spec.subjects[0].color, pink.spec.subjects[0].color) == ("brown", "pink")
    assert brown.not_drawn == pink.not_drawn == ()
    told = painted(words.read("an apple pie"), width=256, height=256, seed=3).not_drawn
    assert [getattr(thing, "id", thing) for thing in told] == ["apple"]


def test_where_there_is_a_feast_there_is_confetti():
    whole = plan.complete(words.read("bears at a birthday party"), Streams(3), vocabulary.load())
    assert whole.extra["scenery"] == ["confetti"]
    assert plan.complete(whole, Streams(3), vocabulary.load()) == whole
    none = plan.complete(words.read("a birthday party, no confetti"), Streams(3), vocabulary.load())
    assert "confetti" not in none.extra.get("scenery", ())


def test_what_is_inside_is_drawn_with_its_vessel():
    painting = painted(words.read("three kittens in a box"), width=256, height=256, seed=3)
    assert set(painting.drawn) == {"cat", "box"}
    empty = painted(words.read("a box"), width=256, height=256, seed=3)
    assert painting.image.tobytes() != empty.image.tobytes()


def test_what_those_without_hands_hold_stands_beside_them():
    spec = words.read("an octopus playing the drums and a fox holding a book")
    whole = plan.complete(spec, Streams(3), vocabulary.load())
    assert [(s.id, s.held, s.relation, s.to) for s in whole.subjects] == [
        ("octopus", None, None, None),
        ("fox", "book", None, None),
        ("drum", None, "in_front_of", 0),
    ]
    assert plan.complete(whole, Streams(3), vocabulary.load()) == whole
    painting = painted(spec, width=256, height=256, seed=3)
    assert "drum" in painting.drawn
    assert painting.not_drawn == ()


@pytest.mark.parametrize(
    ("prompt", "missing"),
    [
        ("a butterfly in a raincoat", ()),
        ("a shark in a wizard outfit", ()),
        ("a car in a raincoat", ("raincoat",)),
        ("a tree with a top hat", ("top-hat",)),
        ("an octopus wearing a top hat", ()),
        ("a fox in a raincoat with a top hat", ()),
    ],
)
def test_what_can_not_be_worn_is_told(prompt: str, missing: tuple[str, ...]):
    painting = painted(words.read(prompt), width=256, height=256, seed=3)
    assert painting.not_drawn == missing


@pytest.mark.sampled(4)
@pytest.mark.parametrize("animal", sorted(e.id for e in vocabulary.load().values() if e.kind == "animal"))
def test_any_animal_wears_any_outfit(animal: str):
    plain = figures.render(Subject(id=animal), height=120)
    dressed = figures.render(Subject(id=animal, outfit="raincoat"), height=120)
    assert dressed.getbbox() is not None
    assert plain.size != dressed.size or plain.tobytes() != dressed.tobytes()
    assert figures.unworn(Subject(id=animal, outfit="raincoat", hat="top-hat", glasses="sunglasses")) == []


@pytest.mark.parametrize("mount", ["magic-carpet", "airplane", "helicopter", "hot-air-balloon"])
def test_two_who_fly_on_one_thing_are_seen(mount: str):
    def orange(*subjects: Subject) -> float:
        seen = pixels(SceneSpec(subjects=subjects, place="meadow", time="day"))
        return ((seen[..., 0] > 190) & (abs(seen[..., 1] - 140) < 45) & (seen[..., 2] < 90)).mean()

    cats = Subject(id="cat", count=2, action="ride", to=1)
    assert orange(cats, Subject(id=mount)) > orange(Subject(id=mount)) + 0.004
