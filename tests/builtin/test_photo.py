"""Photos repainted: every look, strength by degrees, light, weather, moods, and things put in."""

from __future__ import annotations

import time
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import skimage
from PIL import Image

from imaginario.engines.builtin import looks, photo
from imaginario.engines.builtin.photo import smoothing, views
from imaginario.engines.builtin.pixels import from_image, luma
from imaginario.engines.builtin.scenery.streams import Streams
from imaginario.engines.builtin.spec import TONES, WEATHERS, Edit, Subject
from tests.builtin.photos import KINDS
from tests.builtin.photos import photo as taken

JND = 2.3
"""The least difference people see between two colours side by side, in CIELAB (Mahy et al. 1994)."""
SEEN = 0.05
"""The share of pixels that must change by more than that for a picture to look another."""
ALL_LOOKS = sorted({*looks.styles(), *photo.LOOKS})


@cache
def pixels(kind: str, width: int = 240, height: int = 180) -> np.ndarray:
    return from_image(taken(kind, width, height))


@cache
def real(name: str, side: int = 256) -> np.ndarray:
    """A real photo that ships with scikit-image."""
    picture = Image.open(Path(skimage.__file__).parent / "data" / name).convert("RGB")
    picture.thumbnail((side, side), Image.Resampling.LANCZOS)
    return from_image(picture)


def done(
    a: np.ndarray,
    edit: Edit,
    strength: float | None = None,
    *,
    steps: int | None = None,
    guidance: float | None = None,
    seed: int = 3,
) -> np.ndarray:
    knobs = photo.dials(strength, steps, guidance)
    return photo.restyle(a, edit, knobs, Streams(seed), lambda step, seen: None).pixels


def apart(a: np.ndarray, b: np.ndarray) -> float:
    """Mean difference, in steps of 255."""
    return float(np.abs(a - b).mean() * 255)


def seen(a: np.ndarray, b: np.ndarray) -> float:
    """The share of pixels whose colours a person could tell apart."""
    return float((np.linalg.norm(lab(a) - lab(b), axis=2) > JND).mean())


def lab(a: np.ndarray) -> np.ndarray:
    """CIELAB under D65, from sRGB in 0..1."""
    linear = np.where(a > 0.04045, ((a + 0.055) / 1.055) ** 2.4, a / 12.92)
    matrix = np.array([[0.4125, 0.3576, 0.1804], [0.2127, 0.7152, 0.0722], [0.0193, 0.1192, 0.9502]])
    xyz = linear @ matrix.T / [0.9505, 1.0, 1.089]
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.stack(
        [116 * f[..., 1] - 16, 500 * (f[..., 0] - f[..., 1]), 200 * (f[..., 1] - f[..., 2])], axis=2
    )


@pytest.mark.parametrize("look", ALL_LOOKS)
def test_every_look_is_another_picture_of_the_same_size_and_the_photo_is_left_alone(look: str):
    a = pixels("still", 176, 132)
    before = a.copy()
    painted = done(a, Edit(look=look))
    assert painted.shape == a.shape
    assert painted.dtype == np.float32
    assert np.array_equal(a, before)
    assert seen(a, painted) > 0.25
    assert painted.std() > 0.05
    assert np.array_equal(painted, done(a, Edit(look=look)))


def test_looks_differ_from_each_other():
    a = pixels("street", 176, 132)
    painted = {look: done(a, Edit(look=look)) for look in ALL_LOOKS}
    for look, other in pairwise(ALL_LOOKS):
        assert seen(painted[look], painted[other]) > 0.2, (look, other)


@pytest.mark.parametrize(
    ("look", "kind"),
    [("cartoon", "portrait"), ("cartoon", "landscape"), ("watercolor", "landscape"), ("pencil", "portrait"),
     ("cordel", "landscape")],
)  # fmt: skip
def test_each_tenth_of_strength_leads_visibly_further_from_the_photo(look: str, kind: str):
    a = pixels(kind)
    grades = [done(a, Edit(look=look), s / 10) for s in range(1, 11)]
    far = [apart(a, one) for one in grades]
    assert all(one < other for one, other in pairwise(far)), far
    steps = [seen(one, other) for one, other in pairwise([a, *grades])]
    assert min(steps) > SEEN, steps
    assert far[0] < 12
    assert far[-1] > 3 * far[0]


@pytest.mark.parametrize("look", ["comic", "oil", "pixel"])
def test_other_looks_come_by_degrees_too(look: str):
    a = pixels("portrait")
    grades = [a, *(done(a, Edit(look=look), s / 10) for s in range(1, 11))]
    assert min(seen(one, other) for one, other in pairwise(grades)) > SEEN


@pytest.mark.parametrize("edit", [Edit(time="night"), Edit(weather=("snowfall",)), Edit(mood=("dreamy",))])
def test_light_and_weather_come_by_degrees(edit: Edit):
    a = pixels("landscape")
    far = [apart(a, done(a, edit, s / 10)) for s in range(1, 11)]
    assert all(one < other for one, other in pairwise(far)), far


def test_the_usual_strength_is_three_quarters():
    a = pixels("still")
    assert np.array_equal(done(a, Edit(look="cartoon")), done(a, Edit(look="cartoon"), 0.75))


def test_steps_are_detail_and_guidance_is_push_and_the_seed_is_texture():
    a, edit = pixels("portrait"), Edit(look="oil")
    usual = done(a, edit)
    assert np.array_equal(usual, done(a, edit, steps=25, guidance=7.5))
    for other in (done(a, edit, steps=5), done(a, edit, steps=60), done(a, edit, seed=4)):
        assert seen(usual, other) > SEEN
    gentle, hard = (done(a, Edit(look="cartoon"), guidance=g) for g in (1.0, 15.0))
    assert apart(a, gentle) < apart(a, done(a, Edit(look="cartoon"))) < apart(a, hard)


def test_flattening_takes_texture_and_keeps_borders():
    rng = np.random.default_rng(1)
    a = np.full((90, 120, 3), 0.3, np.float32)
    a[:, 60:] = 0.8
    noisy = np.clip(a + rng.normal(0, 0.02, a.shape).astype(np.float32), 0, 1)
    flat = smoothing.flattened(noisy, 0.015)
    assert flat[:, 5:55].std() < 0.3 * noisy[:, 5:55].std()
    assert abs(float(flat[:, 61].mean() - flat[:, 58].mean())) > 0.45


@pytest.mark.parametrize("look", ["cartoon", "watercolor", "oil"])
def test_eyes_and_mouth_survive(look: str):
    a = pixels("portrait", 384, 288)
    painted = done(a, Edit(look=look))
    tone = luma(painted)
    # As drawn in tests/builtin/photos.py: pupils at 0.16 either side, white of the eye beside them.
    middle, row, short = 192, round(144 - 0.07 * 144), 144
    for side in (-1, 1):
        column = round(middle + side * 0.16 * short)
        pupil = tone[row - 2 : row + 3, column - 2 : column + 3].mean()
        white = tone[row - 3 : row + 4, column - 12 : column + 13].max()
        assert white - pupil > 0.3, look
    lip = painted[round(144 + 0.27 * short), middle]
    cheek = painted[round(144 + 0.12 * short), round(middle - 0.22 * short)]
    assert luma(cheek[None, None])[0, 0] - luma(lip[None, None])[0, 0] > 0.05
    assert lip[0] > lip[1] + 0.1


def test_line_art_keeps_an_outline_of_equal_lightness():
    a = np.zeros((160, 200, 3), np.float32)
    a[:] = (0.62, 0.40, 0.40)
    a[40:120, 60:140] = (0.40, 0.51, 0.40)
    drawn = luma(done(a, Edit(look="lineart")))
    for place in (drawn[38:43, 90:110], drawn[117:122, 90:110], drawn[70:90, 57:64], drawn[70:90, 137:143]):
        assert place.min() < 0.3
    assert drawn[60:100, 80:120].min() > 0.9


def test_the_cartoon_of_real_photos_is_flatter_livelier_and_inked():
    for name in ("astronaut.png", "chelsea.png", "coffee.png"):
        a = real(name)
        painted = done(a, Edit(look="cartoon"))
        assert np.corrcoef(luma(a).ravel(), luma(painted).ravel())[0, 1] > 0.85
        chroma = [float((p.max(2) - p.min(2)).mean()) for p in (a, painted)]
        assert chroma[1] > chroma[0]
        assert float(np.median(np.abs(np.diff(luma(painted), axis=1)))) < float(
            np.median(np.abs(np.diff(luma(a), axis=1)))
        )


def test_the_sky_of_a_landscape_is_found_and_a_still_life_has_none():
    view = views.look_at(pixels("landscape"))
    assert view.sky[:60].mean() > 0.9
    assert view.sky[130:].mean() < 0.1
    assert 0.4 < view.horizon < 0.75
    assert not views.look_at(pixels("still")).outdoors


def test_night_is_dark_and_blue_and_its_lamps_stay_lit():
    a = pixels("street", 384, 288)
    night = done(a, Edit(time="night"))
    assert luma(night).mean() < 0.6 * luma(a).mean()
    assert night[..., 2].mean() > 1.15 * night[..., 0].mean()
    moon, noon = done(a, Edit(time="night"), 1.0), done(a, Edit(time="day"))
    assert luma(moon).mean() < luma(night).mean() < luma(noon).mean()


def test_sunset_warms_from_the_horizon():
    a = pixels("landscape")
    sunset = done(a, Edit(time="sunset"))
    warmth = (sunset[..., 0] - sunset[..., 2]) - (a[..., 0] - a[..., 2])
    assert warmth[70:95].mean() > warmth[:20].mean() + 0.1
    assert warmth.mean() > 0.05


def test_fog_is_thickest_far_away():
    a = pixels("landscape")
    change = np.abs(done(a, Edit(weather=("fog",))) - a)
    low = np.abs(luma(done(a, Edit(weather=("fog",)))) - luma(a))
    assert change.mean() > 0.05
    assert low[100:115].mean() > low[165:].mean()


def test_snow_is_white_cold_and_lies_on_the_ground():
    a = pixels("landscape")
    snow = done(a, Edit(weather=("snowfall",)))
    ground = snow[120:]
    assert luma(ground).mean() > luma(a[120:]).mean() + 0.05
    assert (ground.max(2) - ground.min(2)).mean() < (a[120:].max(2) - a[120:].min(2)).mean()


@pytest.mark.parametrize("weather", WEATHERS)
def test_every_weather_shows(weather: str):
    a = pixels("landscape")
    assert seen(a, done(a, Edit(weather=(weather,)))) > 0.01


@pytest.mark.parametrize("tone", TONES)
def test_every_tone_shows(tone: str):
    a = pixels("still")
    assert seen(a, done(a, Edit(tone=(tone,)))) > 0.05


def test_a_night_stays_dark_in_any_look():
    a = pixels("landscape")
    for look in ("cartoon", "oil"):
        assert luma(done(a, Edit(look=look, time="night"))).mean() < 0.6 * luma(a).mean()


def test_a_thing_is_put_where_it_is_calm_and_the_whole_picture_goes_a_little_its_way():
    a = pixels("portrait", 320, 240)
    knobs = photo.dials(None, None, None)
    edit = Edit(add=(Subject(id="cat"),))
    with_cat = photo.restyle(a, edit, knobs, Streams(3), lambda step, seen: None)
    assert (with_cat.drawn, with_cat.lost) == (("cat",), ())
    moved = np.abs(with_cat.pixels - a).max(2) > 0.25
    assert moved[60:150, 120:200].mean() < 0.1, "the cat stands before the face"
    columns = moved[120:].mean(0)
    assert max(columns[:110].max(), columns[210:].max()) > 0.3
    far = np.abs(with_cat.pixels[:40] - a[:40]).mean() * 255
    assert far > 2


def test_a_balloon_floats_and_what_cannot_be_drawn_is_said():
    a = pixels("landscape", 320, 240)
    edit = Edit(add=(Subject(id="balloon", color="red"), Subject(id="no-such-thing")))
    put = photo.restyle(a, edit, photo.dials(None, None, None), Streams(1), lambda step, seen: None)
    assert put.lost == ("no-such-thing",)
    red = (put.pixels[..., 0] > 0.6) & (put.pixels[..., 1] < 0.35)
    assert red.sum() > 100
    assert np.argwhere(red)[:, 0].mean() < 150


def test_what_nobody_can_do_to_a_photo_is_listed():
    edit = Edit(look="oil", place="beach", change={"hat": "crown", "count": 3}, unknown=("frobnicate",))
    assert photo.undone(edit) == ("beach", "crown", "count", "frobnicate")
    assert photo.undone(Edit(look="oil", time="night")) == ()


@pytest.mark.parametrize("size", [(1, 1), (7, 300), (33, 20), (500, 18)])
def test_odd_sizes_come_back_as_they_were(size: tuple[int, int]):
    a = from_image(taken("still", 64, 48).resize(size))
    for edit in (Edit(look="cartoon"), Edit(time="sunset", add=(Subject(id="cat"),))):
        assert done(a, edit).shape == a.shape


def test_large_photos_are_worked_on_small_and_keep_their_grain_at_small_strengths():
    small = Image.fromarray((pixels("still") * 255).astype(np.uint8)).resize((1560, 1170))
    noise = np.random.default_rng(2).normal(0, 0.02, (1170, 1560, 1)).astype(np.float32)
    a = np.clip(from_image(small) + noise, 0, 1)
    little = done(a, Edit(mood=("cozy",)), 0.3)
    assert little.shape == a.shape
    grain = [float(np.abs(np.diff(luma(p), axis=1)).mean()) for p in (a, little)]
    assert grain[1] > 0.7 * grain[0]


def test_a_cartoon_takes_about_a_second_of_one_core():
    a = pixels("landscape", 768, 576)
    start = time.process_time()
    done(a, Edit(look="cartoon"))
    assert time.process_time() - start < 2.5


@pytest.mark.parametrize("kind", KINDS)
def test_uniform_and_generated_photos_alike(kind: str):
    assert (
        photo.restyle(
            pixels(kind), Edit(), photo.dials(0.5, None, None), Streams(0), lambda step, seen: None
        ).pixels.max()
        <= 1
    )
    blank = np.zeros((100, 120, 3), np.float32)
    for look in photo.LOOKS:
        assert np.isfinite(done(blank, Edit(look=look, time="night", weather=("storm",)))).all()
