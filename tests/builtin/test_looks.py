"""The styles: all found by file, deterministic, each different, each quick enough and true to the mask."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
import pytest

from imaginario.engines.builtin import looks
from imaginario.engines.builtin.scenery.streams import Streams

STYLES = looks.styles()
ASKED = {
    "illustration", "watercolor", "oil", "comic", "flat", "pixel", "lineart", "pencil", "sticker", "papercut",
    "ukiyoe", "cordel", "neon", "vintage", "noir", "pastel", "clay",
}  # fmt: skip


def scene(width: int, height: int) -> tuple[np.ndarray, np.ndarray]:
    """A sky, a green ground, a sun and an orange subject with two eyes; and the map of the subject."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    sky = np.array([0.3, 0.6, 0.95], np.float32) + (y / height)[..., None] * np.array([0.5, 0.3, 0.05])
    a = np.where((y > 0.6 * height)[..., None], np.array([0.35, 0.65, 0.3]), sky)
    a = np.where((np.hypot(x - 0.8 * width, y - 0.2 * height) < 0.08 * height)[..., None], [1, 0.95, 0.7], a)
    body = np.hypot(x - 0.45 * width, y - 0.6 * height) < 0.22 * min(width, height)
    a = np.where(body[..., None], np.array([0.95, 0.6, 0.15]), a)
    for side in (-1, 1):
        eye = np.hypot(x - (0.45 + side * 0.07) * width, y - 0.55 * height) < 0.03 * min(width, height)
        a = np.where(eye[..., None], 0.1, a)
    return np.clip(a, 0, 1).astype(np.float32), body.astype(np.float32)


def painted(
    style: str, *, seed: int = 3, detail: float = 1.0, width: int = 208, height: int = 160
) -> np.ndarray:
    pixels, mask = scene(width, height)
    return looks.apply(pixels, style, Streams(seed), subjects=mask, detail=detail)


def test_every_style_is_found_by_its_file():
    files = {p.stem for p in Path(looks.__file__).parent.glob("*.py") if not p.stem.startswith("_")}
    assert set(STYLES) == files
    assert set(STYLES) >= ASKED


def test_ids_are_forgiving_and_unknown_ones_fall_back():
    assert looks.resolve("Pixel") == looks.resolve("pixel") == "pixel"
    assert looks.resolve("line-art") == looks.resolve("line_art") == "lineart"
    assert looks.resolve("cubism-of-mars") == looks.resolve(None) == looks.DEFAULT
    assert looks.is_plain("sticker")
    assert not looks.is_plain("oil")


@pytest.mark.parametrize("style", STYLES)
def test_same_arguments_same_pixels_and_the_source_is_left_alone(style: str):
    pixels, mask = scene(208, 160)
    before = pixels.copy()
    first = looks.apply(pixels, style, Streams(3), subjects=mask)
    again = looks.apply(pixels, style, Streams(3), subjects=mask)
    assert first.shape == (160, 208, 3)
    assert first.dtype == np.float32
    assert np.array_equal(first, again)
    assert np.array_equal(pixels, before)
    assert np.isfinite(first).all()
    assert first.min() >= 0
    assert first.max() <= 1


@pytest.mark.parametrize("style", STYLES)
def test_the_picture_is_neither_blank_nor_the_source(style: str):
    pixels, _ = scene(208, 160)
    result = painted(style)
    assert result.std() > 0.05
    assert np.abs(result - pixels).mean() > 0.004


def test_no_two_styles_look_alike():
    results = {style: painted(style) for style in STYLES}
    for number, one in enumerate(STYLES):
        for other in STYLES[number + 1 :]:
            assert np.abs(results[one] - results[other]).mean() > 0.01, (one, other)


@pytest.mark.parametrize("style", STYLES)
def test_the_detail_of_the_brush_changes_the_picture(style: str):
    pixels, mask = scene(400, 400)
    dots = np.random.default_rng(1).random((50, 50, 1), np.float32).repeat(8, 0).repeat(8, 1)
    pixels = np.clip(pixels + 0.3 * (dots - 0.5), 0, 1)
    coarse, usual, fine = (
        looks.apply(pixels, style, Streams(1), subjects=mask, detail=d) for d in (0.5, 1, 1.8)
    )
    assert np.abs(coarse - usual).mean() > 0.0003
    assert np.abs(fine - usual).mean() > 0.0003


@pytest.mark.parametrize("style", ["watercolor", "oil", "pastel", "vintage", "noir", "clay", "cordel"])
def test_the_seed_moves_the_hand(style: str):
    assert np.abs(painted(style, seed=1) - painted(style, seed=2)).mean() > 0.002


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("size", [(256, 256), (257, 301), (512, 256)])
def test_any_size_and_no_subjects(style: str, size: tuple[int, int]):
    pixels, _ = scene(*size)
    result = looks.apply(pixels, style, Streams(1))
    assert result.shape == (size[1], size[0], 3)
    assert result.std() > 0.01


def test_eyes_survive_in_the_styles_with_few_colours():
    for style in ("flat", "pixel", "papercut", "comic", "oil", "watercolor"):
        result = painted(style, width=384, height=384)
        eye = result[int(0.55 * 384), int(0.38 * 384)]
        cheek = result[int(0.66 * 384), int(0.45 * 384)]
        assert eye.mean() < cheek.mean() - 0.15, style


def test_the_sticker_keeps_its_subject_and_shows_nothing_of_the_place():
    pixels, mask = scene(384, 384)
    result = looks.apply(pixels, "sticker", Streams(1), subjects=mask)
    inside = mask > 0.5
    assert np.abs(result - pixels)[inside].mean() < 0.12
    corner = result[:40, -60:]
    assert np.abs(corner - pixels[:40, -60:]).mean() > 0.1
    red = looks.apply(
        pixels, "sticker", Streams(1), subjects=mask, ground=np.array([0.9, 0.1, 0.1], np.float32)
    )
    assert red[:40, :40, 0].mean() > red[:40, :40, 1].mean() + 0.4


def test_black_and_white_styles_have_no_colour():
    for style in ("lineart", "noir"):
        result = painted(style)
        assert np.ptp(result, axis=2).max() < 0.06


def test_a_style_costs_less_than_two_seconds_of_processor_at_768():
    pixels, mask = scene(768, 768)
    for style in ("oil", "watercolor"):
        start = time.thread_time()
        looks.apply(pixels, style, Streams(1), subjects=mask)
        assert time.thread_time() - start < 2.0, style
