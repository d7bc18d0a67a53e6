"""Guide maps: what kind a picture is, edges drawn from one that is none, and the model that follows it."""

from __future__ import annotations

import io
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image as pil

from imaginario import errors
from imaginario.engines._diffusers import guides
from imaginario.engines.diffusers import DiffusersEngine
from imaginario.events import Note
from imaginario.images import Image
from tests.local.kit import engine_of, image_of, painted, photo, pixels


def lines(paper: int, ink: int) -> Image:
    """A square drawn in lines."""
    sheet = np.full((64, 64), paper)
    sheet[16:48, 16] = sheet[16:48, 47] = sheet[16, 16:48] = sheet[47, 16:48] = ink
    return image_of(sheet)


def slope() -> Image:
    """Greys from near to far."""
    return image_of(np.tile(np.linspace(20, 235, 64), (64, 1)))


def opened(image: Any) -> Any:
    """A drawn map's pixels."""
    return np.asarray(image)


@pytest.mark.parametrize(
    ("image", "kind"),
    [(lines(0, 255), "canny"), (lines(255, 0), "scribble"), (slope(), "depth"), (photo(), "canny")],
)
def test_the_kind_of_a_map(image: Image, kind: str) -> None:
    assert guides.kind_of(image) == kind


def test_edges_of_a_disc_are_a_thin_closed_ring() -> None:
    y, x = np.mgrid[0:96, 0:96]
    disc = np.where((x - 48) ** 2 + (y - 48) ** 2 < 30**2, 220.0, 30.0)
    found = guides.edges(disc)
    ys, xs = np.nonzero(found)
    distance = np.hypot(xs - 48, ys - 48)
    assert set(np.unique(found)) == {0, 255}
    assert (abs(distance - 30) < 2.5).all()
    angles = set(np.floor(np.arctan2(ys - 48, xs - 48) / np.pi * 18).astype(int))
    assert len(angles) >= 36
    assert len(xs) < 2 * 2 * np.pi * 30


def test_edges_lie_right_on_the_border_too() -> None:
    half = np.zeros((40, 60))
    half[:, 30:] = 200
    ys, xs = np.nonzero(guides.edges(half))
    assert set(ys) == set(range(40))
    assert set(xs) <= {29, 30}


def test_a_plain_sheet_has_no_edges() -> None:
    assert not guides.edges(np.full((32, 32), 127.0)).any()


def test_faint_noise_draws_nothing_beside_a_clear_edge() -> None:
    rng = np.random.default_rng(1)
    sheet = rng.normal(100, 3, (64, 64))
    sheet[:, 32:] += 120
    _, xs = np.nonzero(guides.edges(sheet))
    assert (abs(xs - 31.5) <= 2).all()


def test_edges_of_a_large_picture_are_quick() -> None:
    picture = np.asarray(pil.open(io.BytesIO(photo(768, 768).data)), dtype=float).mean(axis=2)
    began = time.process_time()
    guides.edges(picture)
    assert time.process_time() - began < 3


def test_a_map_stays_as_it_is_and_a_scribble_turns_white_on_black() -> None:
    edge = lines(0, 255)
    assert (
        opened(guides.drawn(edge, "canny", (64, 64)))[..., 0] == opened(pil.open(io.BytesIO(edge.data)))
    ).all()
    assert opened(guides.drawn(lines(255, 0), "scribble", (64, 64))).mean() < 60
    assert opened(guides.drawn(photo(64, 64), "canny", (64, 64))).max() == 255


@pytest.mark.parametrize("image", [lines(0, 255), lines(255, 0), slope()])
async def test_a_map_guides_the_painting(image: Image, engine: DiffusersEngine) -> None:
    with_map = await pixels(engine, control_image=image)
    assert with_map.shape == (64, 64, 3)
    assert (with_map != await pixels(engine)).any()
    assert (with_map == await pixels(engine, control_image=image)).all()


async def test_a_map_guides_a_change_too(engine: DiffusersEngine) -> None:
    both = await pixels(engine, image=photo(64, 64), control_image=slope())
    assert (both != await pixels(engine, image=photo(64, 64))).any()


async def test_edges_drawn_by_us_are_told(engine: DiffusersEngine) -> None:
    assert (await painted(engine, control_image=photo(64, 64))).notes == (
        Note("local.edges", {"kind": "canny"}),
    )
    assert (await painted(engine, control_image=lines(0, 255))).notes == ()


async def test_a_map_whose_model_is_not_here_says_which(shelf_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "tiny").symlink_to(shelf_folder / "tiny")
    with pytest.raises(errors.ModelNotDownloaded) as caught:
        await painted(engine_of(tmp_path), control_image=slope())
    assert caught.value.values == {"model": "lllyasviel/control_v11f1p_sd15_depth", "size": 1.5}
