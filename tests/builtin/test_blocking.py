"""The plan of a picture: what is filled in, what is avoided, who stands where. Nothing is painted here."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from imaginario.engines.builtin.composing.actors import CROWD, Actor, Shape, cast
from imaginario.engines.builtin.composing.blocking import block
from imaginario.engines.builtin.composing.camera import frame
from imaginario.engines.builtin.composing.fields import scatter
from imaginario.engines.builtin.plan import complete, without_avoided
from imaginario.engines.builtin.scenery import Stage, Streams
from imaginario.engines.builtin.spec import PLACES, TIMES, SceneSpec, Subject
from imaginario.engines.builtin.vocabulary import Entry

ENTRIES = {
    e.id: e
    for e in (
        Entry(id="cat", kind="animal", size=1.0),
        Entry(id="mouse", kind="animal", size=0.5),
        Entry(id="elephant", kind="animal", size=1.4, rides=True),
        Entry(id="penguin", kind="animal", size=0.9, home="snow"),
        Entry(id="girl", kind="person", size=1.1),
        Entry(id="man", kind="person", size=1.2),
        Entry(id="castle", kind="building", size=1.75, home="castle"),
        Entry(id="tree", kind="plant", size=1.6),
        Entry(id="sunflower", kind="plant", size=0.7),
        Entry(id="table", kind="furniture", size=0.9),
        Entry(id="cup", kind="food", size=0.4, anchor="table"),
        Entry(id="boat", kind="vehicle", size=1.2, anchor="water", home="sea"),
        Entry(id="bird", kind="animal", size=0.42, anchor="sky"),
        Entry(id="chest", kind="fantasy", art="svg", size=0.8),
        Entry(id="whale", kind="animal", size=1.5, anchor="underwater"),
    )
}
SIZES = [(768, 768), (1344, 768), (512, 1024), (256, 256)]


def stage(width: int = 768, height: int = 768, **more: object) -> Stage:
    made = Stage(
        place="meadow", horizon_y=0.58 * height, ground_y=0.86 * height, unit=min(width, height) / 768
    )
    for name, value in more.items():
        setattr(made, name, value)
    return made


def blocked(
    *subjects: Subject, seed: int = 1, size: tuple[int, int] = (768, 768), **more: object
) -> list[Actor]:
    width, height = size
    scene = stage(width, height, **more)
    spec = SceneSpec(subjects=subjects)
    actors = cast(
        spec, scene, ENTRIES, {i: Shape(0.8, 1.1) for i, s in enumerate(subjects) if s.id in ENTRIES}
    )
    view = frame(width, height, scene, Streams(seed), actors)
    block(actors, view)
    heroes = [a for a in actors if a.role != "field"]
    return [*heroes, *scatter([a for a in actors if a.role == "field"], view, heroes)]


def of(actors: list[Actor], name: str) -> Actor:
    return next(a for a in actors if a.subject.id == name)


class TestPlan:
    def test_place_and_time_are_chosen_once_and_for_all(self):
        for seed in range(20):
            spec = complete(SceneSpec(subjects=(Subject(id="cat"),)), Streams(seed), ENTRIES)
            assert spec.place in PLACES
            assert spec.time in TIMES
            assert complete(spec, Streams(seed + 999), ENTRIES) == spec

    def test_a_subject_brings_its_home_but_the_words_go_first(self):
        penguin = SceneSpec(subjects=(Subject(id="penguin"),))
        assert complete(penguin, Streams(1), ENTRIES).place == "snow"
        assert complete(replace(penguin, place="beach"), Streams(1), ENTRIES).place == "beach"
        assert complete(replace(penguin, avoid=("snow",)), Streams(1), ENTRIES).place != "snow"

    def test_deeds_and_relations_choose_a_place_too(self):
        def place(**more: Any) -> str | None:
            return complete(
                SceneSpec(subjects=(replace(Subject(id="cat"), **more),)), Streams(2), ENTRIES
            ).place

        assert place(relation="at_window") == "room"
        assert place(action="cook") == "kitchen"
        assert place(outfit="astronaut") == "moon"
        assert place(action="fly") == "sky"

    def test_a_person_becomes_somebody_and_stays_that_person(self):
        spec = SceneSpec(subjects=(Subject(id="person"), Subject(id="person")))
        seen = set()
        for seed in range(30):
            cast_ = complete(spec, Streams(seed), ENTRIES).subjects
            assert {s.id for s in cast_} <= {"girl", "man"}
            seen.add(cast_[0].id)
            rainy = replace(spec, weather=("rain",), style="oil")
            assert complete(rainy, Streams(seed), ENTRIES).subjects == cast_
        assert seen == {"girl", "man"}
        never = replace(spec, avoid=("man",))
        assert all(complete(never, Streams(s), ENTRIES).subjects[0].id == "girl" for s in range(9))

    def test_avoided_things_go_and_relations_follow_the_new_numbers(self):
        spec = SceneSpec(
            subjects=(
                Subject(id="mouse"),
                Subject(id="cat", hat="crown", color="red", relation="on", to=2),
                Subject(id="table"),
            ),
            weather=("rain", "fog"), sky=("moon",), time="night", style="oil",
            avoid=("mouse", "crown", "red", "rain", "night"),
        )  # fmt: skip
        left = without_avoided(spec)
        assert [s.id for s in left.subjects] == ["cat", "table"]
        assert left.subjects[0] == Subject(id="cat", relation="on", to=1)
        assert (left.weather, left.sky, left.time, left.style) == (("fog",), ("moon",), None, "oil")
        lonely = without_avoided(replace(spec, avoid=("table",)))
        assert lonely.subjects[1].to is None
        assert lonely.subjects[1].relation is None

    def test_a_complete_spec_survives_the_recipe(self):
        spec = complete(SceneSpec(subjects=(Subject(id="person", count=3),)), Streams(4), ENTRIES)
        assert SceneSpec.from_dict(spec.to_dict()) == spec


class TestBlocking:
    @pytest.mark.parametrize("size", SIZES)
    @pytest.mark.parametrize("seed", range(8))
    def test_nobody_leaves_the_picture(self, seed: int, size: tuple[int, int]):
        width, height = size
        crowd = (Subject(id="elephant"), Subject(id="cat", count=5), Subject(id="castle"), Subject(id="bird"))
        for actor in blocked(*crowd, seed=seed, size=size):
            assert actor.height > 4
            assert actor.top >= -0.01 * height
            assert actor.base <= height
            assert actor.x - actor.width / 2 >= 0
            assert actor.x + actor.width / 2 <= width

    def test_natural_sizes_show_but_small_things_can_be_seen(self):
        both = blocked(Subject(id="mouse"), Subject(id="elephant"))
        ratio = of(both, "mouse").height / of(both, "elephant").height
        assert 0.3 < ratio < 0.6
        alone = blocked(Subject(id="mouse"))[0].height
        assert alone > 0.25 * 768

    def test_adjectives_of_size_count(self):
        pair = blocked(Subject(id="cat", size=1.6), Subject(id="cat", size=0.5))
        assert pair[0].height > 1.8 * pair[1].height

    @pytest.mark.parametrize("count", [1, 2, 3, 5, 7, 11])
    def test_as_many_as_asked(self, count: int):
        actors = blocked(Subject(id="cat", count=count))
        assert len(actors) == count
        assert len({(round(a.x), round(a.base)) for a in actors}) == count

    def test_more_than_a_crowd_is_scattered_from_far_to_near(self):
        flock = blocked(Subject(id="cat", count=CROWD + 8))
        assert len(flock) == CROWD + 8
        assert {a.role for a in flock} == {"field"}
        far, near = flock[0], flock[-1]
        assert far.base < near.base
        assert far.height < near.height
        assert far.depth > near.depth

    def test_plants_in_plural_become_a_field_around_the_hero(self):
        actors = blocked(Subject(id="girl"), Subject(id="sunflower", count=20))
        field = [a for a in actors if a.role == "field"]
        assert len(field) > 25
        girl = of(actors, "girl")
        covering = [a for a in field if a.base > girl.base and abs(a.x - girl.x) < 0.3 * girl.width]
        assert not covering

    def test_a_castle_stays_behind_the_cat(self):
        actors = blocked(Subject(id="cat"), Subject(id="castle"))
        cat, castle = of(actors, "cat"), of(actors, "castle")
        assert castle.order < cat.order
        assert castle.base < cat.base
        assert castle.depth > cat.depth

    def test_on_under_behind_inside(self):
        on = blocked(Subject(id="cat", relation="on", to=1), Subject(id="table"))
        assert abs(of(on, "cat").base - of(on, "table").top) < 0.25 * of(on, "table").height
        assert of(on, "cat").order > of(on, "table").order
        under = blocked(Subject(id="cat", relation="under", to=1), Subject(id="tree"))
        assert of(under, "cat").height < 0.6 * of(under, "tree").height
        assert of(under, "cat").top > of(under, "tree").top
        behind = blocked(Subject(id="cat", relation="behind", to=1), Subject(id="elephant"))
        assert of(behind, "cat").order < of(behind, "elephant").order
        inside = blocked(Subject(id="mouse", relation="inside", to=1), Subject(id="cup"))
        assert of(inside, "mouse").order < of(inside, "cup").order
        assert of(inside, "mouse").top < of(inside, "cup").top

    def test_a_rider_sits_on_its_mount_and_looks_the_same_way(self):
        actors = blocked(Subject(id="cat", action="ride", to=1), Subject(id="elephant"))
        cat, elephant = of(actors, "cat"), of(actors, "elephant")
        assert cat.role == "rider"
        assert elephant.top < cat.base < elephant.base
        assert abs(cat.x - elephant.x) < 0.3 * elephant.width
        assert cat.order > elephant.order
        assert cat.flip == elephant.flip

    def test_over_is_above(self):
        actors = blocked(Subject(id="elephant", action="fly", relation="over", to=1), Subject(id="castle"))
        assert of(actors, "elephant").base < of(actors, "castle").base - 0.3 * of(actors, "castle").height

    def test_boats_and_whales_go_to_the_water(self):
        sea = {"water": True, "water_y": (440.0, 768.0), "place": "sea"}
        for actor in blocked(Subject(id="boat"), Subject(id="whale"), **sea):
            assert actor.role == "water"
            assert 440 < actor.base < 768
        assert blocked(Subject(id="boat"))[0].role == "ground"

    def test_at_the_window_means_on_its_sill(self):
        room = {"indoor": True, "place": "room", "window": (300, 150, 520, 400)}
        cat = blocked(Subject(id="cat", relation="at_window"), **room)[0]
        assert 300 < cat.x < 520
        assert abs(cat.base - 400) < 20
        assert blocked(Subject(id="cat", relation="at_window"))[0].height > 50

    def test_weightless_ones_float(self):
        adrift = blocked(Subject(id="cat", count=4), floating=True, place="space")
        assert {a.role for a in adrift} == {"float"}
        assert not any(a.shadow for a in adrift)

    def test_rings_of_relations_are_broken(self):
        ring = (Subject(id="cat", relation="on", to=1), Subject(id="mouse", relation="on", to=0))
        assert all(a.height > 0 for a in blocked(*ring))
        itself = blocked(Subject(id="elephant", action="ride", to=0))
        assert itself[0].height > 0
        nowhere = blocked(Subject(id="cat", relation="on", to=7))
        assert nowhere[0].role == "ground"

    def test_a_broom_flies_with_its_rider_and_lies_without(self):
        seat = replace(ENTRIES["cup"], id="broom", kind="thing", rides=True, anchor="hand")
        entries = {**ENTRIES, "broom": seat}
        shapes = {0: Shape(0.8), 1: Shape(0.8)}
        for action, part in (("ride", "air"), (None, "ground")):
            spec = SceneSpec(subjects=(Subject(id="girl", action=action, to=1), Subject(id="broom")))
            broom = next(a for a in cast(spec, stage(), entries, shapes) if a.subject.id == "broom")
            assert broom.role == part

    def test_two_on_one_seat_sit_side_by_side(self):
        rider = {"action": "ride", "to": 2}
        cat, girl, boat = blocked(Subject(id="cat", **rider), Subject(id="girl", **rider), Subject(id="boat"))
        assert abs(cat.x - girl.x) > 0.4 * max(cat.width, girl.width)
        assert cat.width + girl.width < 1.4 * boat.width

    @pytest.mark.parametrize("seed", range(1, 9))
    def test_birds_fly_beside_a_head_and_not_before_it(self, seed: int):
        actors = blocked(Subject(id="man"), Subject(id="bird", count=3), seed=seed)
        man = of(actors, "man")
        for bird in (a for a in actors if a.subject.id == "bird"):
            apart = abs(bird.x - man.x) >= 0.4 * (bird.width + min(man.width, 0.9 * man.height)) - 1
            assert apart or bird.base <= man.top + 1

    def test_faces_of_the_second_row_are_seen(self):
        actors = blocked(Subject(id="girl", count=3), Subject(id="man", count=2))
        front, back = (
            [a for a in actors if a.subject.id == "girl"],
            [a for a in actors if a.subject.id == "man"],
        )
        for actor in back:
            hiding = [a for a in front if abs(a.x - actor.x) < 0.32 * (a.width + actor.width)]
            crown = min((a.base - a.height for a in hiding), default=actor.base)
            assert actor.base - actor.height < crown - 0.3 * actor.height + 1

    def test_what_sinks_lies_on_the_floor_of_the_sea(self):
        actors = blocked(Subject(id="whale"), Subject(id="chest"), place="underwater", floating=True)
        assert (of(actors, "whale").role, of(actors, "chest").role) == ("float", "ground")
        assert of(actors, "chest").height < of(actors, "whale").height

    def test_ten_seeds_are_ten_pictures(self):
        """No two neighbouring seeds have the same place and size, and groups stay inside."""
        spots = [blocked(Subject(id="cat"), seed=s)[0] for s in range(1, 11)]
        assert len({(round(a.x / 12), round(a.height / 12)) for a in spots}) >= 7
        assert all(a.x - a.width / 2 > 0 and a.x + a.width / 2 < 768 for a in spots)

    def test_the_camera_changes_with_the_seed(self):
        places = {
            (round(a.x / 40), round(a.height / 40))
            for s in range(24)
            for a in blocked(Subject(id="cat"), seed=s)
        }
        assert len(places) >= 4

    def test_what_is_not_in_the_vocabulary_leaves_no_actor(self):
        actors = blocked(Subject(id="capybara"), Subject(id="cat"))
        assert [a.subject.id for a in actors] == ["cat"]


class TestSitting:
    def plan(self, **more: object) -> SceneSpec:
        cat = Subject(id="cat", relation="on", to=1, **more)  # type: ignore[arg-type]
        sofa = replace(ENTRIES["table"], id="sofa", seat=(165, 108), home="room")
        entries = {"sofa": sofa, "cat": replace(ENTRIES["cat"], art="head", home="meadow")}
        return complete(SceneSpec(subjects=(cat, Subject(id="sofa"))), Streams(1), entries)

    def test_who_is_on_a_sofa_sits_unless_asleep(self):
        assert self.plan().subjects[0].action == "sit"
        assert self.plan(action="sleep").subjects[0].action == "sleep"

    def test_furniture_says_that_it_is_a_room(self):
        assert self.plan().place == "room"
