"""Pictures continued beyond their edges."""

from __future__ import annotations

import itertools
import time
from typing import Any

import numpy as np
import pytest
from PIL import Image

from imaginario.engines.builtin import mending
from imaginario.engines.builtin.compose import paint
from imaginario.engines.builtin.mending.beside import Beside
from imaginario.engines.builtin.mending.noted import Noted
from imaginario.engines.builtin.mending.repainting import Repainting
from imaginario.engines.builtin.pixels import from_image
from imaginario.engines.builtin.scenery.streams import Streams
from imaginario.engines.builtin.spec import SceneSpec, Subject
from imaginario.images import Margins

CAT = (Subject(id="cat"),)


def _photo(width: int, height: int, seed: int = 1) -> Image.Image:
    """Sky over ground with texture, as a photo might be."""
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[0:height, 0:width] / max(width, height)
    land = y > 0.55 + 0.04 * np.sin(9 * x)
    sky = np.stack([110 + 90 * y, 150 + 70 * y, 220 + 0 * y], -1)
    ground = np.stack([90 + 30 * x, 110 - 20 * x, 50 + 0 * x], -1)
    grain = rng.normal(0, 1, (height, width, 1)) * np.where(land, 14, 2)[..., None]
    return Image.fromarray(np.clip(np.where(land[..., None], ground, sky) + grain, 0, 255).astype(np.uint8))


def _inside(after: Image.Image, margins: Margins, size: tuple[int, int]) -> Image.Image:
    return after.crop((margins.left, margins.top, margins.left + size[0], margins.top + size[1]))


@pytest.mark.parametrize("sides", [s for s in itertools.product((0, 1), repeat=4) if any(s)])
def test_all_directions_have_the_exact_size_and_keep_the_inside(sides: tuple[int, int, int, int]) -> None:
    margins = Margins(*(side * wide for side, wide in zip(sides, (13, 21, 30, 7), strict=True)))
    picture = _photo(71, 47)
    recipes: list[dict[str, Any]] = [{}, {"spec": SceneSpec(place="desert", time="day"), "seed": 3}]
    for recipe in recipes:
        after = mending.widen(picture, margins, Streams(2), **recipe)
        assert (after.mode, after.size) == ("RGB", margins.around(71, 47))
        assert _inside(after, margins, picture.size).tobytes() == picture.tobytes()


@pytest.mark.parametrize("size", [(1, 1), (2, 30), (30, 2), (12, 12)])
@pytest.mark.parametrize("margins", [Margins(1, 1, 1, 1), Margins(0, 0, 90, 0), Margins(0, 50, 0, 0)])
def test_the_smallest_pictures_are_continued_too(size: tuple[int, int], margins: Margins) -> None:
    picture = _photo(*size)
    after = mending.widen(picture, margins, Streams(2))
    assert after.size == margins.around(*size)
    assert _inside(after, margins, size).tobytes() == picture.tobytes()


def test_no_margins_change_nothing() -> None:
    picture = _photo(50, 40)
    assert mending.widen(picture, Margins(), Streams(2)).tobytes() == picture.tobytes()


def test_the_same_seed_continues_the_same_way() -> None:
    picture, margins = _photo(120, 90), Margins(40, 10, 30, 20)
    first, again = (mending.widen(picture, margins, Streams(7)) for _ in range(2))
    assert first.tobytes() == again.tobytes()
    own = paint(SceneSpec(subjects=CAT, place="beach"), width=120, height=90, seed=7)
    first, again = (mending.widen(own.image, margins, Streams(7), spec=own.spec, seed=7) for _ in range(2))
    assert first.tobytes() == again.tobytes()


def _steps(a: np.ndarray) -> np.ndarray:
    """The mean step from each column to the next."""
    return np.abs(np.diff(a.astype(float), axis=1)).mean((0, 2))


def _seam_stands_out(after: Image.Image, margins: Margins, size: tuple[int, int]) -> float:
    """The step across the worst seam, in usual steps inside the picture."""
    a = np.asarray(after)
    left, top, (width, height) = margins.left, margins.top, size
    rows, columns = a[top : top + height], a[:, left : left + width].transpose(1, 0, 2)
    worst = 0.0
    for band, start, count, more in (
        (rows, left, width, margins.right),
        (columns, top, height, margins.bottom),
    ):
        steps = _steps(band)
        usual = np.quantile(steps[start : start + count - 1], 0.9) + 1
        seams = ([start - 1] if start else []) + ([start + count - 1] if more else [])
        worst = max([worst, *(float(steps[at] / usual) for at in seams)])
    return worst


def test_a_photo_has_no_visible_seam() -> None:
    picture, margins = _photo(200, 150), Margins(70, 40, 70, 40)
    after = mending.widen(picture, margins, Streams(3))
    assert _seam_stands_out(after, margins, picture.size) < 1.5


@pytest.mark.parametrize("place", ["meadow", "sea", "mountains", "city", "desert", "room", "space"])
def test_a_scene_of_ours_has_no_visible_seam(place: str) -> None:
    margins = Margins(70, 40, 70, 40)
    own = paint(SceneSpec(subjects=CAT, place=place, time="sunset"), width=180, height=150, seed=5)
    after = mending.widen(own.image, margins, Streams(5), spec=own.spec, seed=5)
    assert _seam_stands_out(after, margins, (180, 150)) < 2.2


WHERE = ["meadow", "forest", "sea", "beach", "mountains", "city", "village", "lake", "kitchen", "moon",
         "park", "harbor", "market", "rooftop"]  # fmt: skip


def _stands_out(a: np.ndarray, seam: int) -> float:
    """The step behind a column in steps near it; capped, as a thing may end just there."""
    steps = np.minimum(np.abs(np.diff(a, axis=1)).max(-1), 40).mean(0)
    near = np.r_[seam - 13 : seam - 1, seam + 2 : seam + 14]
    return float(steps[seam] / (steps[near].mean() + 0.5))


def _tones(a: np.ndarray, seam: int) -> float:
    """How much the eight columns up to one differ from the eight behind it, in the middle of all rows."""
    before, after = a[:, seam - 7 : seam + 1], a[:, seam + 1 : seam + 9]
    return float(np.median(np.abs(before.mean(1) - after.mean(1)).max(-1)))


@pytest.mark.parametrize("style", [None, "oil"])
@pytest.mark.parametrize("place", WHERE)
def test_nobody_can_see_where_a_scene_of_ours_ended(place: str, style: str | None) -> None:
    tones = []
    for seed in (1, 4):
        own = paint(SceneSpec(subjects=CAT, place=place, style=style), width=192, height=192, seed=seed)
        wide = mending.widen(own.image, Margins(60, 0, 60, 0), Streams(seed), spec=own.spec, seed=seed)
        a = np.asarray(wide).astype(float)
        for seam in (59, 59 + 192):
            assert _stands_out(a, seam) < 1.8
            usual = np.mean([_tones(a, seam + k) for k in (-29, -23, -17, 17, 23, 29)])
            tones.append(_tones(a, seam) / (usual + 1))
    assert np.mean(tones) < 1.2


@pytest.mark.parametrize("place", WHERE)
def test_what_lies_beside_a_scene_meets_it_before_anything_is_fitted(place: str) -> None:
    """Hills, waves, trees and clouds go on where they were cut; only the grain of the paper is another."""
    for seed in (2, 5):
        own = paint(SceneSpec(subjects=CAT, place=place), width=192, height=192, seed=seed)
        picture = from_image(own.image)
        scene = Repainting.of(picture, Margins(60, 0, 60, 0), own.spec, seed, None)
        assert scene is not None
        a = scene.sideways() * 255
        assert np.abs(a[:, 60:252] - picture * 255).mean() < 6
        a[:, 60:252] = picture * 255
        assert max(_stands_out(a, seam) for seam in (59, 251)) < 2.4


def test_a_figure_that_the_edge_cut_is_drawn_whole() -> None:
    canvas = Noted(100, 80, Margins(left=40))
    canvas.turn("figure")
    canvas.a[:] = 1
    canvas.paint(np.ones((30, 40), np.float32), -20, 10, np.array([1.0, 0.0, 0.0], np.float32))
    with canvas.pen((-30, 50, 30, 70)) as pen:
        pen.rect(-10, 55, 10, 65, (0, 0, 255, 255))
    canvas.close()
    beside = Beside(canvas, "left", bare=False)
    beside.a[:] = 1
    beside.turn("figure")
    beside.close()
    left = beside.a[:, :40][:, ::-1]
    assert np.abs(left[12:38, 22:] - [1, 0, 0]).max() < 0.01
    assert np.abs(left[12:38, :18] - 1).max() < 0.01
    assert np.abs(left[57:63, 32:] - [0, 0, 1]).max() < 0.01
    assert np.abs(left[57:63, :28] - 1).max() < 0.01


def _sharpness(a: np.ndarray) -> float:
    """The mean step from a pixel to the one below and beside it."""
    a = a.astype(float)
    return float(np.abs(np.diff(a, axis=0)).mean() + np.abs(np.diff(a, axis=1)).mean())


def _things(size: int) -> Image.Image:
    """A picture with things all over: no texture, and nothing to be seen twice."""
    rng = np.random.default_rng(4)
    blocks = rng.integers(0, 256, (7, 7, 3), np.uint8)
    grain = rng.normal(0, 12, (size, size, 3))
    large = np.asarray(Image.fromarray(blocks).resize((size, size), Image.Resampling.NEAREST)).astype(float)
    return Image.fromarray(np.clip(large + grain, 0, 255).astype(np.uint8))


@pytest.mark.parametrize("margins", [Margins(90, 0, 90, 0), Margins(0, 90, 0, 90)])
def test_a_texture_goes_on_sharp_and_what_lies_beside_things_grows_soft(margins: Margins) -> None:
    rng = np.random.default_rng(3)
    grass = Image.fromarray(np.clip(rng.normal(110, 30, (300, 300, 3)), 0, 255).astype(np.uint8))
    for picture, least, most in ((grass, 0.6, 1.3), (_things(300), 0.0, 0.35)):
        a = np.asarray(mending.widen(picture, margins, Streams(3)))
        far = a[:, :30] if margins.left else a[:30]
        assert least <= _sharpness(far) / _sharpness(np.asarray(picture)) <= most


def test_sky_stays_above_and_ground_below() -> None:
    picture = _photo(200, 150)
    a = np.asarray(mending.widen(picture, Margins(100, 0, 100, 0), Streams(3))).astype(float)
    for columns in (slice(0, 90), slice(310, 400)):
        assert a[:60, columns, 2].mean() > a[:60, columns, 0].mean() + 40, "blue above"
        assert a[130:, columns, 2].mean() < a[130:, columns, 0].mean(), "earth below"


def test_the_horizon_of_a_scene_goes_on_at_its_height() -> None:
    spec = SceneSpec(subjects=CAT, place="sea", time="day", weather=("clear",), avoid=("cloud", "boat"))
    own = paint(spec, width=256, height=256, seed=4)
    margins = Margins(120, 30, 0, 0)
    after = mending.widen(own.image, margins, Streams(4), spec=own.spec, seed=4)
    a = np.asarray(after).astype(float)[30:].sum(-1)
    steps = np.abs(a[2:] - a[:-2])
    near, far = (int(np.median(steps[90:230, c], 1).argmax()) for c in (slice(130, 370), slice(10, 110)))
    assert abs(near - far) <= 3


def test_nobody_stands_in_the_new_part() -> None:
    spec = SceneSpec(subjects=(Subject(id="robot", color="red"),), place="snow", time="day")
    own = paint(spec, width=128, height=128, seed=2)
    after = np.asarray(
        mending.widen(own.image, Margins(0, 0, 128, 0), Streams(2), spec=own.spec, seed=2)
    ).astype(int)
    red = (after[..., 0] > 170) & (after[..., 1] < 80) & (after[..., 2] < 80)
    assert red[:, :128].sum() > 90
    assert red[:, 128:].sum() < 20


def test_a_field_of_flowers_goes_on() -> None:
    spec = SceneSpec(subjects=(Subject(id="sunflower", count=20),), place="meadow", time="day")
    own = paint(spec, width=128, height=128, seed=2)
    after = np.asarray(
        mending.widen(own.image, Margins(0, 0, 100, 0), Streams(2), spec=own.spec, seed=2)
    ).astype(int)
    yellow = (after[..., 0] > 190) & (after[..., 1] > 130) & (after[..., 2] < 90)
    assert yellow[66:, 134:].sum() > 50


def test_a_picture_that_was_cut_since_is_continued_as_a_photo() -> None:
    own = paint(SceneSpec(subjects=CAT, place="meadow"), width=128, height=128, seed=2)
    cut, margins = own.image.crop((0, 0, 128, 64)), Margins(0, 0, 40, 0)
    known = {"spec": own.spec, "seed": 2, "size": (128, 128)}
    assert (
        mending.widen(cut, margins, Streams(2), **known).tobytes()
        == mending.widen(cut, margins, Streams(2)).tobytes()
    )
    # Made smaller it is still the same scene.
    small = own.image.resize((64, 64))
    assert (
        mending.widen(small, margins, Streams(2), **known).tobytes()
        != mending.widen(small, margins, Streams(2)).tobytes()
    )


def test_paper_goes_on_as_paper() -> None:
    own = paint(SceneSpec(subjects=CAT, place="forest", style="watercolor"), width=256, height=256, seed=2)
    a = np.asarray(
        mending.widen(own.image, Margins(60, 0, 60, 60), Streams(2), spec=own.spec, seed=2)
    ).astype(float)
    for new in (a[:, :60], a[:, 316:], a[256:]):
        assert new.mean() > 200
        assert new.std() < 20


def test_painting_around_nothing_is_painting() -> None:
    spec = SceneSpec(subjects=(Subject(id="daisy", count=20),), place="meadow", weather=("rainbow",))
    plain = paint(spec, width=150, height=110, seed=8)
    whole = paint(spec, width=150, height=110, seed=8, inner=(0, 0, 150, 110))
    assert plain.image.tobytes() == whole.image.tobytes()


@pytest.mark.parametrize("size", [(256, 256), (1024, 512)])
def test_wide_margins_take_little_of_the_processor(size: tuple[int, int]) -> None:
    begun = time.thread_time()
    after = mending.widen(_photo(*size), Margins(1024, 0, 1024, 0), Streams(1))
    assert after.size == (size[0] + 2048, size[1])
    assert time.thread_time() - begun < 8, "under three seconds on a quiet core"
