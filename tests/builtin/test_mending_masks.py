"""Taking things out of pictures and putting others in: what the mask hides never changes."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter

from imaginario.engines.builtin import mending
from imaginario.engines.builtin.compose import paint
from imaginario.engines.builtin.scenery.streams import Streams
from imaginario.engines.builtin.spec import SceneSpec, Subject

Draw = Callable[[ImageDraw.ImageDraw, int, int], object]

MASKS: dict[str, Draw] = {
    "one pixel": lambda d, w, h: d.point((w // 2, h // 2), 255),
    "three pixels in a corner": lambda d, w, h: d.rectangle((0, 0, 2, 0), 255),
    "disc": lambda d, w, h: d.ellipse((w // 3, h // 3, 2 * w // 3, 2 * h // 3), 255),
    "left edge": lambda d, w, h: d.rectangle((0, h // 4, w // 4, h // 2), 255),
    "whole bottom": lambda d, w, h: d.rectangle((0, h - h // 4, w, h), 255),
    "line across": lambda d, w, h: d.line((0, 0, w, h), 255, 3),
    "islands": lambda d, w, h: [d.ellipse((x, x, x + 9, x + 9), 255) for x in (4, 40, 80)],
    "greys": lambda d, w, h: [d.rectangle((20 + k, 20 + k, 70 - k, 70 - k), 25 * k) for k in range(1, 10)],
    "all but a line": lambda d, w, h: [d.rectangle((0, 0, w, h), 255), d.line((0, 0, w, 0), 0)],
    "all but a corner": lambda d, w, h: [d.rectangle((0, 0, w, h), 255), d.rectangle((0, 0, 20, 20), 0)],
    "everything": lambda d, w, h: d.rectangle((0, 0, w, h), 255),
}


def _mask(size: tuple[int, int], draw: Draw) -> Image.Image:
    mask = Image.new("L", size, 0)
    draw(ImageDraw.Draw(mask), *size)
    return mask


def _ground(width: int, height: int, seed: int = 3) -> Image.Image:
    """A blue-green gradient with grain: no red in it."""
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[0:height, 0:width]
    a = np.stack([60 + 20 * x / width, 120 + 60 * y / height, 170 - 50 * y / height], -1)
    return Image.fromarray(np.clip(a + rng.normal(0, 6, (height, width, 1)), 0, 255).astype(np.uint8))


def _with_ball(ground: Image.Image, box: tuple[int, int, int, int]) -> Image.Image:
    picture = ground.copy()
    ImageDraw.Draw(picture).ellipse(box, fill=(230, 20, 20))
    return picture


def _same_outside(before: Image.Image, after: Image.Image, mask: Image.Image) -> bool:
    kept = np.asarray(mask) == 0
    return bool((np.asarray(before)[kept] == np.asarray(after)[kept]).all())


@pytest.mark.parametrize("name", MASKS)
def test_what_is_not_masked_stays_bit_for_bit(name: str) -> None:
    picture = _ground(131, 97)
    mask = _mask(picture.size, MASKS[name])
    for after in (
        mending.remove(picture, mask, Streams(1)),
        mending.put(picture, mask, [Subject(id="cat")], Streams(1)),
    ):
        assert (after.mode, after.size) == ("RGB", picture.size)
        assert _same_outside(picture, after, mask)


@pytest.mark.parametrize("size", [(1, 1), (3, 40), (40, 3), (9, 9), (17, 31)])
def test_the_smallest_pictures_are_mended_too(size: tuple[int, int]) -> None:
    picture = _ground(*size)
    mask = _mask(size, lambda d, w, h: d.rectangle((0, 0, w // 2, h // 2), 255))
    assert _same_outside(picture, mending.remove(picture, mask, Streams(1)), mask)
    assert mending.put(picture, mask, [Subject(id="cat")], Streams(1)).size == size


def test_an_empty_mask_changes_nothing() -> None:
    picture = _ground(64, 48)
    mask = Image.new("L", picture.size, 0)
    assert mending.remove(picture, mask, Streams(1)).tobytes() == picture.tobytes()
    assert mending.put(picture, mask, [Subject(id="cat")], Streams(1)).tobytes() == picture.tobytes()


def test_a_removed_ball_leaves_only_ground() -> None:
    picture = _with_ball(_ground(301, 223), (110, 70, 190, 150))
    mask = _mask(picture.size, lambda d, w, h: d.ellipse((104, 64, 196, 156), 255))
    hole = np.asarray(mask) > 0
    after = np.asarray(mending.remove(picture, mask, Streams(5))).astype(float)
    assert after[hole][:, 0].max() < 130
    truth = np.asarray(_ground(301, 223)).astype(float)
    assert np.abs(after[hole].mean(0) - truth[hole].mean(0)).max() < 8
    # Grain and all: neither a smear nor noisier than what is around.
    assert 0.5 < _grain(after)[hole].std() / _grain(truth)[hole].std() < 1.6


def _grain(a: np.ndarray) -> np.ndarray:
    return a[..., 1] - np.roll(a[..., 1], 1, 1)


def test_behind_a_figure_of_ours_is_what_was_painted_there() -> None:
    spec = SceneSpec(subjects=(Subject(id="robot", color="red"),), place="meadow", time="day")
    own = paint(spec, width=192, height=192, seed=3)
    truth = paint(replace(own.spec, subjects=()), width=192, height=192, seed=3)
    differs = np.abs(np.asarray(own.image).astype(int) - np.asarray(truth.image)).max(-1) > 12
    mask = Image.fromarray((differs * 255).astype(np.uint8)).filter(ImageFilter.MaxFilter(9))
    hole = np.asarray(mask) > 0
    after = mending.remove(own.image, mask, Streams(3), spec=own.spec, seed=3)
    assert _same_outside(own.image, after, mask)
    off = np.abs(np.asarray(after).astype(int) - np.asarray(truth.image))[hole].mean()
    patched = np.asarray(mending.remove(own.image, mask, Streams(3)))
    assert off < 3 < 0.5 * np.abs(patched.astype(int) - np.asarray(truth.image))[hole].mean()
    # A picture that was changed since is mended as any other.
    dark = own.image.point([value // 2 for value in range(256)] * 3)
    known = {"spec": own.spec, "seed": 3}
    assert (
        mending.remove(dark, mask, Streams(3), **known).tobytes()
        == mending.remove(dark, mask, Streams(3)).tobytes()
    )


def test_what_ends_at_the_border_of_a_hole_does_not_run_into_it() -> None:
    """The mask takes away the bowl of a white spoon and leaves its handle."""
    picture = Image.new("RGB", (200, 160), (150, 30, 20))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((95, 0, 104, 80), (250, 250, 250))
    draw.ellipse((70, 70, 130, 130), (250, 250, 250))
    mask = _mask(picture.size, lambda d, w, h: d.ellipse((62, 60, 138, 138), 255))
    after = np.asarray(mending.remove(picture, mask, Streams(3))).astype(int)
    assert np.abs(after[85:136] - [150, 30, 20])[np.asarray(mask)[85:136] > 0].mean() < 8


def test_a_pattern_goes_on_through_the_hole() -> None:
    stripes = np.zeros((160, 200, 3), np.uint8)
    stripes[(np.arange(160) // 10) % 2 == 0] = (240, 230, 40)
    stripes[(np.arange(160) // 10) % 2 == 1] = (30, 60, 160)
    picture = Image.fromarray(stripes)
    mask = _mask(picture.size, lambda d, w, h: d.rectangle((80, 50, 125, 105), 255))
    spoilt = picture.copy()
    spoilt.paste((255, 0, 0), mask=mask)
    hole = np.asarray(mask) > 0
    after = np.asarray(mending.remove(spoilt, mask, Streams(2))).astype(float)
    assert np.abs(after - stripes)[hole].mean() < 25


def test_no_island_is_filled_with_another() -> None:
    picture = _with_ball(_with_ball(_ground(240, 160), (20, 50, 80, 110)), (150, 50, 210, 110))
    mask = _mask(picture.size, lambda d, w, h: [d.ellipse((x, 46, x + 70, 116), 255) for x in (15, 145)])
    after = np.asarray(mending.remove(picture, mask, Streams(5)))
    assert after[..., 0].max() < 130


def test_the_same_seed_mends_the_same_way() -> None:
    picture = _with_ball(_ground(150, 120), (50, 40, 100, 90))
    mask = _mask(picture.size, lambda d, w, h: d.ellipse((45, 35, 105, 95), 255))
    first, again = (mending.remove(picture, mask, Streams(9)) for _ in range(2))
    assert first.tobytes() == again.tobytes()
    first, again = (mending.put(picture, mask, [Subject(id="fox")], Streams(9)) for _ in range(2))
    assert first.tobytes() == again.tobytes()


def test_a_subject_stands_in_the_mask() -> None:
    picture = _ground(220, 260)
    mask = _mask(picture.size, lambda d, w, h: d.rectangle((60, 80, 160, 240), 255))
    after = mending.put(picture, mask, [Subject(id="cat", color="red")], Streams(4))
    changed = np.abs(np.asarray(after).astype(int) - np.asarray(picture)).max(-1) > 40
    rows, columns = np.flatnonzero(changed.any(1)), np.flatnonzero(changed.any(0))
    assert changed.sum() > 0.25 * 100 * 160
    assert rows[-1] >= 234, "its feet are on the lower edge"
    assert abs((columns[0] + columns[-1]) / 2 - 110) < 12


def test_subjects_stand_side_by_side() -> None:
    picture = Image.new("RGB", (320, 160), (120, 170, 120))
    mask = _mask(picture.size, lambda d, w, h: d.rectangle((10, 10, 310, 150), 255))
    after = mending.put(picture, mask, [Subject(id="ball", count=3)], Streams(4))
    changed = np.abs(np.asarray(after).astype(int) - np.asarray(picture)).max(-1) > 60
    used = changed.any(0)
    assert all(third.any() for third in (used[:107], used[107:213], used[213:]))


def test_what_stood_in_the_mask_is_gone_when_another_is_put_there() -> None:
    picture = _with_ball(_ground(200, 200), (60, 60, 140, 140))
    mask = _mask(picture.size, lambda d, w, h: d.ellipse((54, 54, 146, 146), 255))
    after = np.asarray(mending.put(picture, mask, [Subject(id="frog")], Streams(4))).astype(int)
    red = (after[..., 0] > 200) & (after[..., 1] < 60) & (after[..., 2] < 60)
    assert red.sum() < 60


def test_figures_are_darker_in_the_dark() -> None:
    subjects, light = [Subject(id="polar-bear")], []
    for shade in (225, 30):
        picture = Image.new("RGB", (160, 160), (shade, shade, shade))
        mask = _mask(picture.size, lambda d, w, h: d.rectangle((20, 10, 140, 150), 255))
        after = np.asarray(mending.put(picture, mask, subjects, Streams(4))).astype(float)
        light.append(after[50:140, 60:100].mean())
    assert light[1] < 0.75 * light[0]


def test_what_cannot_be_drawn_is_told() -> None:
    picture, told = _ground(90, 90), []
    mask = _mask(picture.size, MASKS["disc"])
    after = mending.put(picture, mask, [Subject(id="no-such-thing")], Streams(1), note=told.append)
    assert told == ["no-such-thing"]
    assert after.tobytes() == picture.tobytes()
    told.clear()
    hatted = [Subject(id="cat", hat="no-such-hat"), Subject(id="nor-this")]
    after = mending.put(picture, mask, hatted, Streams(1), note=told.append)
    assert told == ["no-such-hat", "nor-this"]
    assert after.tobytes() != picture.tobytes()


def test_a_figure_can_be_put_in_in_the_style_of_the_picture() -> None:
    picture = _ground(160, 160)
    mask = _mask(picture.size, lambda d, w, h: d.rectangle((20, 10, 140, 150), 255))
    plain = mending.put(picture, mask, [Subject(id="cat")], Streams(4))
    styled = mending.put(picture, mask, [Subject(id="cat")], Streams(4), look="oil")
    assert styled.tobytes() != plain.tobytes()
    assert _same_outside(picture, styled, mask)


def test_removing_takes_little_of_the_processor() -> None:
    picture = _with_ball(_ground(768, 768), (300, 200, 480, 560))
    mask = _mask(picture.size, lambda d, w, h: d.rectangle((290, 190, 490, 570), 255))
    begun = time.thread_time()
    mending.remove(picture, mask, Streams(1))
    assert time.thread_time() - begun < 3, "half a second on a quiet core"
