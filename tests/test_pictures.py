"""Pictures and masks put together: what a mask leaves out stays, bit for bit."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image as pil

from imaginario import pictures
from imaginario.errors import UnusableImage
from imaginario.images import Image, Margins


def noise(width: int, height: int, seed: int = 1, mode: str = "RGB") -> Image:
    """A picture no compression or rounding could pass through unseen."""
    channels = len(mode)
    shape = (height, width, channels) if channels > 1 else (height, width)
    pixels = np.random.default_rng(seed).integers(0, 256, shape, dtype=np.uint8)
    return packed(pil.fromarray(pixels, mode))


def packed(picture: pil.Image, kind: str = "PNG") -> Image:
    data = io.BytesIO()
    picture.save(data, kind)
    return Image(data.getvalue(), f"image/{kind.lower()}", *picture.size)


def pixels(image: Image) -> np.ndarray:
    return np.asarray(pil.open(io.BytesIO(image.data)).convert("RGB"))


def spot(width: int, height: int, box: tuple[int, int, int, int], value: int = 255) -> Image:
    mask = pil.new("L", (width, height), 0)
    mask.paste(value, box)
    return packed(mask)


def test_outside_of_a_mask_every_bit_stays() -> None:
    before, after = noise(61, 47), noise(61, 47, 2)
    done = pixels(pictures.outside_kept(before, after, spot(61, 47, (10, 5, 30, 25))))
    inside = np.zeros((47, 61), bool)
    inside[5:25, 10:30] = True
    assert (done[~inside] == pixels(before)[~inside]).all()
    assert (done[inside] == pixels(after)[inside]).all()


@pytest.mark.parametrize("size", [(30, 23), (122, 94), (64, 64)])
def test_an_answer_of_another_size_is_fitted_in(size: tuple[int, int]) -> None:
    before = noise(61, 47)
    done = pictures.outside_kept(before, noise(*size, 2), spot(61, 47, (0, 0, 20, 47)))
    assert (done.width, done.height) == (61, 47)
    assert (pixels(done)[:, 20:] == pixels(before)[:, 20:]).all()
    assert (pixels(done)[:, :20] != pixels(before)[:, :20]).any()


def test_grey_in_a_mask_blends_and_traces_of_compression_do_not() -> None:
    before, after = packed(pil.new("RGB", (8, 8), (0, 0, 0))), packed(pil.new("RGB", (8, 8), (200, 200, 200)))
    half = pixels(pictures.outside_kept(before, after, spot(8, 8, (0, 0, 8, 8), 128)))
    trace = pixels(pictures.outside_kept(before, after, spot(8, 8, (0, 0, 8, 8), pictures.FAINT)))
    assert 95 <= half.mean() <= 105
    assert trace.max() == 0


def test_a_see_through_mask_counts_where_something_is_drawn() -> None:
    mask = pil.new("RGBA", (20, 20), (0, 0, 0, 0))
    mask.paste((0, 0, 0, 255), (0, 0, 5, 20))
    made = pictures.as_mask(packed(mask), (20, 20))
    grey = np.asarray(pil.open(io.BytesIO(made.data)))
    assert grey[:, :5].min() == 255
    assert grey[:, 5:].max() == 0


def test_an_empty_mask_is_refused_in_words() -> None:
    with pytest.raises(UnusableImage) as caught:
        pictures.as_mask(packed(pil.new("L", (9, 9), 0)), (9, 9))
    assert caught.value.values["reason"] == "empty_mask"


@pytest.mark.parametrize("margins", [Margins(left=9), Margins(7, 5, 3, 11), Margins(bottom=40)])
def test_a_widened_picture_keeps_its_middle(margins: Margins) -> None:
    before = noise(33, 21)
    wide, mask = pictures.padded(before, margins)
    assert (wide.width, wide.height) == margins.around(33, 21) == (mask.width, mask.height)
    middle = np.s_[margins.top : margins.top + 21, margins.left : margins.left + 33]
    white = np.asarray(pil.open(io.BytesIO(mask.data)))
    assert (pixels(wide)[middle] == pixels(before)).all()
    assert white[middle].max() == 0
    assert white.astype(bool).sum() == wide.width * wide.height - 33 * 21
    done = pixels(pictures.inside_kept(before, noise(50, 50, 3), margins))
    assert done.shape[:2] == (wide.height, wide.width)
    assert (done[middle] == pixels(before)).all()


def test_a_picture_is_not_widened_without_end() -> None:
    with pytest.raises(UnusableImage):
        pictures.padded(noise(64, 64), Margins(right=pictures.LARGEST))


def test_what_is_see_through_lies_on_white() -> None:
    clear = packed(pil.new("RGBA", (4, 4), (9, 9, 9, 0)))
    done = pixels(pictures.outside_kept(clear, noise(4, 4), spot(4, 4, (0, 0, 1, 1))))
    assert done[3, 3].tolist() == [255, 255, 255]


def test_small_enough_pictures_keep_their_bytes() -> None:
    image = noise(40, 30)
    assert pictures.at_most(image, 40) is image
    smaller = pictures.at_most(image, 20)
    assert (smaller.width, smaller.height) == (20, 15)
