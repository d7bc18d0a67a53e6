"""Sizes a model can paint: on its grid, within its limits, in the shape that was asked."""

from __future__ import annotations

import pytest

from imaginario.images import ImageRequest, ModelCard, Param

FLUX = ModelCard(id="flux", min_side=256, max_side=1440, multiple_of=32, default_size=(1024, 1024))
SD3 = ModelCard(id="sd3", min_side=256, max_side=1440, multiple_of=64, default_size=(1024, 1024))
FREE = ModelCard(id="free", min_side=256, max_side=2048, multiple_of=1, default_size=(768, 768))


@pytest.mark.parametrize("card", [FLUX, SD3, FREE], ids=lambda c: c.id)
@pytest.mark.parametrize("size", [(64, 64), (1000, 1000), (2000, 2000), (4096, 64), (1440, 1440), (333, 777)])
def test_sides_are_on_the_grid_and_within_limits(card: ModelCard, size: tuple[int, int]) -> None:
    for side in card.fitting(*size):
        assert side % card.multiple_of == 0
        assert card.min_side <= side <= card.max_side


@pytest.mark.parametrize("card", [FLUX, SD3, FREE], ids=lambda c: c.id)
@pytest.mark.parametrize("ratio", [(1, 1), (16, 9), (9, 16), (21, 9), (3, 1), (1, 4)])
def test_a_ratio_is_kept_to_within_the_grid(card: ModelCard, ratio: tuple[int, int]) -> None:
    width, height = card.shaped(*ratio)
    asked = ratio[0] / ratio[1]
    coarse = card.multiple_of / min(width, height)
    assert abs(width / height / asked - 1) <= coarse


def test_a_size_that_can_be_painted_is_left_alone() -> None:
    assert FREE.fitting(1000, 617) == (1000, 617)
    assert FLUX.fitting(1024, 576) == (1024, 576)


def test_only_keeps_what_is_supported_and_names_the_rest() -> None:
    request = ImageRequest(prompt="a cat", seed=0, guidance_scale=7.5, negative_prompt="dogs")
    kept, dropped = request.only(frozenset({Param.SEED}))
    assert (kept.seed, kept.guidance_scale, kept.negative_prompt) == (0, None, None)
    assert dropped == (Param.NEGATIVE_PROMPT, Param.GUIDANCE_SCALE)
