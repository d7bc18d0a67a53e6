"""The scenery: every place paints at every hour and shape, and the seed rules it all."""

from __future__ import annotations

import numpy as np
import pytest

from imaginario.engines.builtin.pixels import Array
from imaginario.engines.builtin.scenery import Canvas, Stage, Streams, finish, paint_place, resolve, sheet
from imaginario.engines.builtin.scenery.aloft import PAINTED
from imaginario.engines.builtin.scenery.layout import choose
from imaginario.engines.builtin.scenery.places import PAINTERS
from imaginario.engines.builtin.scenery.setting import INDOORS
from imaginario.engines.builtin.spec import (
    PAINTED_THINGS,
    PLACES,
    SKY_THINGS,
    TIMES,
    WEATHERS,
    SceneSpec,
    Subject,
)
from imaginario.engines.builtin.words import lexicon

SHAPES = ((96, 96), (256, 64), (64, 256))
OUTDOORS = [p for p in PLACES if p not in INDOORS]


def paint(spec: SceneSpec, seed: int = 1, width: int = 96, height: int = 96, *, whole: bool = True):
    canvas, streams = Canvas(width, height), Streams(seed)
    stage = paint_place(canvas, spec, streams)
    if whole:
        finish(canvas, stage, spec, streams)
    return canvas.a, stage


def changed(a: Array, b: Array) -> Array:
    """Which pixels differ."""
    return np.abs(a - b).max(axis=-1) > 0


def test_every_place_has_a_painter():
    assert set(PAINTERS) == set(PLACES)


@pytest.mark.sampled(3)
@pytest.mark.parametrize("place", PLACES)
def test_every_hour_and_shape_paints_finite_colours(place: str):
    for time in TIMES:
        for width, height in SHAPES:
            a, stage = paint(SceneSpec(place=place, time=time), 3, width, height)
            assert a.shape == (height, width, 3)
            assert a.dtype == np.float32
            assert np.isfinite(a).all()
            assert a.min() >= 0
            assert a.max() <= 1
            assert a.std() > 0.02
            check_stage(stage, place, width, height)


def check_stage(stage: Stage, place: str, width: int, height: int) -> None:
    assert stage.place == place
    assert 0.4 * height < stage.ground_y < height
    assert 0 < stage.horizon_y <= height
    assert stage.light_side in (-1, 1)
    assert stage.floating == (place in ("space", "sky", "underwater"))
    assert stage.indoor == (place in INDOORS)
    assert stage.unit == pytest.approx(min(width, height) / 768)
    for color in (stage.ambient, stage.light_color, stage.fog_color, stage.shadow_color):
        assert color.shape == (3,)
        assert np.isfinite(color).all()


@pytest.mark.sampled(3)
@pytest.mark.parametrize("place", PLACES)
def test_the_same_seed_gives_the_same_pixels_and_another_seed_others(place: str):
    spec = SceneSpec(place=place, time="day")
    first, _ = paint(spec, 5)
    again, _ = paint(spec, 5)
    other, _ = paint(spec, 6)
    assert np.array_equal(first, again)
    assert changed(first, other).mean() > 0.3


def test_neighbouring_seeds_walk_through_all_layouts_and_their_mirrors():
    layouts = [choose(Streams(seed)) for seed in range(10)]
    assert len({(one.name, one.flip) for one in layouts}) == 10
    assert len({round(one.variant, 2) for one in layouts}) == 10


def test_ten_seeds_give_ten_visibly_different_pictures():
    pictures = [paint(SceneSpec(place="meadow", time="day"), seed)[0] for seed in range(10)]
    for i, one in enumerate(pictures):
        for other in pictures[i + 1 :]:
            assert np.abs(one - other).mean() > 0.03


def test_taking_the_clouds_away_moves_nothing_else():
    spec = SceneSpec(place="meadow", time="day")
    with_clouds, stage = paint(spec, 4, 192, 192, whole=False)
    without, _ = paint(SceneSpec(place="meadow", time="day", avoid=("clouds",)), 4, 192, 192, whole=False)
    differs = changed(with_clouds, without)
    ground = int(stage.horizon_y) + 1
    assert differs[:ground].any()
    assert not differs[ground:].any()
    assert differs[:ground].mean() < 0.6


def test_taking_the_stars_away_moves_nothing_else():
    spec = SceneSpec(place="meadow", time="night", avoid=("clouds",))
    with_stars, stage = paint(spec, 4, 192, 192, whole=False)
    bare = SceneSpec(place="meadow", time="night", avoid=("clouds", "stars"))
    without, _ = paint(bare, 4, 192, 192, whole=False)
    differs = changed(with_stars, without)
    assert differs.any()
    assert not differs[int(stage.horizon_y) + 1 :].any()


@pytest.mark.sampled(3)
@pytest.mark.parametrize("place", OUTDOORS)
def test_every_weather_changes_the_picture(place: str):
    plain, _ = paint(SceneSpec(place=place, time="day"))
    for weather in WEATHERS:
        if weather in ("clear", "clouds") and place in ("space", "moon", "mars"):
            continue
        a, _ = paint(SceneSpec(place=place, time="day", weather=(weather,)))
        assert np.isfinite(a).all()
        if place != "underwater" or weather in ("rain", "storm", "fog", "snowfall"):
            assert changed(plain, a).any(), weather


@pytest.mark.parametrize(
    "place",
    [
        "room",
        "library",
        "kitchen",
        "classroom",
        "laboratory",
        "bedroom",
        "bathroom",
        "hospital",
        "cabin",
        "tower",
    ],
)
def test_indoors_the_weather_is_seen_in_the_window(place: str):
    rain, stage = paint(SceneSpec(place=place, time="day", weather=("rain",)), 2, 192, 192, whole=False)
    snow, _ = paint(SceneSpec(place=place, time="day", weather=("snowfall",)), 2, 192, 192, whole=False)
    assert stage.window is not None
    x0, y0, x1, y1 = stage.window
    differs = changed(rain, snow)
    assert differs[y0:y1, x0:x1].mean() > 0.3
    assert not differs[y1 + 12 :].any()


@pytest.mark.parametrize("thing", SKY_THINGS)
def test_every_sky_thing_is_painted_when_asked_for(thing: str):
    time = "day" if thing in ("sun", "clouds", "birds") else "night"
    asked, _ = paint(SceneSpec(place="meadow", time=time, sky=(thing,), weather=("clear",)), 3, 192, 192)
    avoided = SceneSpec(place="meadow", time=time, weather=("clear",), avoid=("moon", "crescent", thing))
    a, _ = paint(avoided, 3, 192, 192)
    assert changed(asked, a).any()


@pytest.mark.parametrize("thing", ["trees", "flowers", "birds", "grass", "moon"])
def test_avoided_things_are_left_out(thing: str):
    spec = SceneSpec(place="meadow", time="night" if thing == "moon" else "day", sky=("birds",))
    plain, _ = paint(spec, 3, 128, 128)
    a, _ = paint(SceneSpec(place=spec.place, time=spec.time, sky=spec.sky, avoid=(thing,)), 3, 128, 128)
    assert changed(plain, a).any()


@pytest.mark.parametrize("place", ["street", "jungle", "river", "desert", "garden", "village"])
@pytest.mark.parametrize("thing", ["flowers", "cactus", "house"])
def test_leaving_small_things_out_moves_nothing_else(place: str, thing: str):
    plain, _ = paint(SceneSpec(place=place, time="day"), 3, 128, 128, whole=False)
    a, _ = paint(SceneSpec(place=place, time="day", avoid=(thing,)), 3, 128, 128, whole=False)
    assert changed(plain, a).mean() < 0.34


@pytest.mark.parametrize(("word", "warmer"), [("autumn", True), ("cherry-blossom", True), ("summer", False)])
def test_the_season_spoken_of_turns_the_trees(word: str, warmer: bool):
    plain, _ = paint(SceneSpec(place="forest", time="day"), 1, 128, 128)
    a, _ = paint(SceneSpec(place="forest", time="day", extra={"scenery": [word]}), 1, 128, 128)
    redder = (a[..., 0] - a[..., 1]).mean() - (plain[..., 0] - plain[..., 1]).mean()
    assert (redder > 0.03) == warmer


def test_fireflies_come_when_spoken_of():
    plain, _ = paint(SceneSpec(place="meadow", time="night"), 1, 128, 128)
    a, _ = paint(SceneSpec(place="meadow", time="night", extra={"scenery": ["firefly"]}), 1, 128, 128)
    assert (a - plain).max() > 0.2


@pytest.mark.parametrize("thing", sorted(PAINTED))
def test_small_things_fly_when_spoken_of_and_move_nothing_else(thing: str):
    spec = SceneSpec(place="room", time="night")
    asked = SceneSpec(place="room", time="night", extra={"scenery": [thing]})
    never = SceneSpec(place="room", time="night", extra={"scenery": [thing]}, avoid=(thing,))
    plain, a, b = (paint(one, 1, 192, 192)[0] for one in (spec, asked, never))
    differs = changed(plain, a)
    assert 0.002 < differs.mean() < 0.5
    assert np.array_equal(plain, b)


def test_what_flies_keeps_out_of_faces():
    spec = SceneSpec(place="meadow", time="day", extra={"scenery": ["confetti", "bubble", "petal", "leaf"]})
    canvas, streams = Canvas(192, 192), Streams(3)
    stage = paint_place(canvas, spec, streams)
    before = canvas.a[70:130, 40:152].copy()
    canvas.a[70:130, 40:152] = 0.5
    finish(canvas, stage, spec, streams)
    assert not np.array_equal(before, canvas.a[70:130, 40:152])
    assert np.abs(canvas.a[70:130, 40:152] - 0.5).max() < 0.12


def test_what_is_told_to_be_painted_anywhere_is():
    assert set(PAINTED) >= PAINTED_THINGS


def test_the_lexicon_says_of_every_place_which_small_things_it_has():
    rows = lexicon.table("places")
    for place in PLACES:
        there = set(lexicon.listed(rows[place].get("holds", "")))
        assert there <= lexicon.table("scenery").keys(), place
        assert "loose" not in rows[place]
        assert "means" not in rows[place]
    assert all("means" in row for row in rows.values() if row.get("loose"))


@pytest.mark.parametrize(
    "place", [p for p in PLACES if "light" in lexicon.table("places")[p].get("holds", "")]
)
def test_lights_hang_wherever_the_lexicon_says(place: str):
    plain, _ = paint(SceneSpec(place=place, time="night"), 1, whole=False)
    a, _ = paint(SceneSpec(place=place, time="night", extra={"scenery": ["light"]}), 1, whole=False)
    assert changed(plain, a)[:48].mean() > 0.1


@pytest.mark.parametrize("place", ["meadow", "street", "park", "city", "square", "graveyard", "road"])
@pytest.mark.parametrize("season", ["autumn", "spring"])
def test_a_season_changes_places_and_moves_nothing(place: str, season: str):
    plain, _ = paint(SceneSpec(place=place, time="day"), 2, 128, 128)
    a, _ = paint(SceneSpec(place=place, time="day", extra={"scenery": [season]}), 2, 128, 128)
    assert changed(plain, a).mean() > 0.008
    edges = [np.abs(np.diff(x.mean(axis=-1), axis=0)) for x in (plain, a)]
    assert np.corrcoef(edges[0].ravel(), edges[1].ravel())[0, 1] > 0.5


@pytest.mark.parametrize(
    ("place", "thing", "colour"),
    [
        ("stadium", "grass", (0.4, 0.65, 0.25)),
        ("mars", "dust", (0.75, 0.42, 0.25)),
        ("pool", "water", (0.3, 0.75, 0.85)),
        ("wheat-field", "wheat", (0.85, 0.68, 0.3)),
        ("bamboo", "canes", (0.45, 0.7, 0.3)),
    ],
)
def test_places_have_the_colour_one_knows_them_by(place: str, thing: str, colour: tuple[float, ...]):
    for seed in range(4):
        a, _ = paint(SceneSpec(place=place, time="day", weather=("clear",)), seed, 128, 128)
        near = np.abs(a - np.array(colour, np.float32)).max(axis=-1) < 0.17
        assert near.mean() > 0.08, thing


@pytest.mark.parametrize("place", ["pool", "harbor"])
def test_there_is_water_before_the_feet_and_ground_under_them(place: str):
    for seed in range(5):
        _, stage = paint(SceneSpec(place=place), seed, 128, 128, whole=False)
        assert stage.water
        assert stage.water_y is not None
        assert stage.water_y[0] < stage.water_y[1] < stage.ground_y


def test_a_cave_is_dry_and_daylight_comes_in_by_its_mouth():
    dry, stage = paint(SceneSpec(place="cave", time="day"), 0, 192, 192, whole=False)
    wet, _ = paint(SceneSpec(place="cave", time="day", weather=("rain",)), 0, 192, 192, whole=False)
    night, _ = paint(SceneSpec(place="cave", time="night"), 0, 192, 192, whole=False)
    assert stage.window is not None
    x0, y0, x1, y1 = stage.window
    inside = (slice(y0, y1), slice(x0, x1))
    assert changed(dry, wet)[inside].mean() > 0.3
    assert dry[inside].mean() > night[inside].mean() + 0.15
    assert dry[inside].mean() > dry.mean() + 0.1


def test_no_other_light_of_its_own_falls_on_a_stage_by_night():
    day, _ = paint(SceneSpec(place="stage", time="day"), 1, 128, 128)
    night, _ = paint(SceneSpec(place="stage", time="night"), 1, 128, 128)
    assert abs(day.mean() - night.mean()) < 0.12


def test_branches_stay_out_of_the_way_of_what_flies():
    spec = SceneSpec(place="meadow", time="day")
    flying = SceneSpec(place="meadow", time="day", subjects=(Subject(id="dragon", action="fly"),))
    framed, _ = paint(spec, 3, 128, 128)
    open_, _ = paint(flying, 3, 128, 128)
    differs = changed(framed, open_)
    assert differs[:30].any()
    assert not differs[60:].any()


def test_avoided_places_times_and_weathers_are_not_chosen():
    for seed in range(12):
        spec = SceneSpec(place="beach", time="night", weather=("rain",), avoid=("beach", "night", "rain"))
        setting = resolve(spec, Streams(seed))
        assert setting.place != "beach"
        assert setting.time != "night"
        assert setting.weather == frozenset()


def test_the_sky_asked_for_suggests_the_hour():
    for seed in range(8):
        assert resolve(SceneSpec(sky=("aurora",)), Streams(seed)).time == "night"
        assert resolve(SceneSpec(sky=("sun",)), Streams(seed)).time != "night"


def test_a_background_colour_tints_the_sky_and_an_unknown_one_is_ignored():
    plain, stage = paint(SceneSpec(place="meadow", time="day"))
    pink, _ = paint(SceneSpec(place="meadow", time="day", background="#ff4fa0"))
    odd, _ = paint(SceneSpec(place="meadow", time="day", background="no such colour"))
    top = slice(0, int(stage.horizon_y * 0.7))
    assert (pink[top, :, 0] - pink[top, :, 2]).mean() > (plain[top, :, 0] - plain[top, :, 2]).mean() + 0.1
    assert np.array_equal(plain, odd)


def test_sizes_of_one_shape_share_a_composition():
    small, _ = paint(SceneSpec(place="mountains", time="day"), 7, 192, 192)
    large, _ = paint(SceneSpec(place="mountains", time="day"), 7, 384, 384)
    halved = large.reshape(192, 2, 192, 2, 3).mean(axis=(1, 3))
    assert np.abs(small - halved).mean() < 0.05


def test_unknown_names_fall_back_instead_of_failing():
    spec = SceneSpec(place="nowhere", time="teatime", weather=("frogs",), sky=("ufo",))
    a, stage = paint(spec)
    assert stage.place in PLACES
    assert np.isfinite(a).all()


def test_streams_are_independent_of_each_other_and_of_the_order_they_are_asked_in():
    one, other = Streams(9), Streams(9)
    other["trees"].random(5)
    assert np.array_equal(one["clouds"].random(4), other["clouds"].random(4))
    assert not np.array_equal(one["clouds"].random(4), one["trees"].random(4))
    assert not np.array_equal(one["clouds"].random(4), one.child("window")["clouds"].random(4))
    assert not np.array_equal(one["clouds"].random(4), Streams(9, "other words")["clouds"].random(4))


def test_sheets_are_written(tmp_path):
    paths = sheet(tmp_path, cell=40, places=("space",), seeds=2)
    assert [p.name for p in paths] == ["times.png", "weathers.png", "seeds.png", "sky.png"]
    assert all(p.stat().st_size > 500 for p in paths)


@pytest.mark.parametrize(
    ("place", "thing"),
    [
        ("bathroom", "bathtub"),
        ("bedroom", "bed"),
        ("hospital", "bed"),
        ("throne-room", "throne"),
        ("camp", "tent"),
        ("harbor", "lighthouse"),
    ],
)
def test_a_place_has_no_second_one_of_what_is_drawn(place: str, thing: str):
    own, _ = paint(SceneSpec(place=place, time="day"), 2, 128, 128, whole=False)
    spec = SceneSpec(place=place, time="day", subjects=(Subject(id=thing),))
    left, _ = paint(spec, 2, 128, 128, whole=False)
    assert 0.005 < changed(own, left).mean() < 0.3
