"""How a painting looks while it is made: latents as a small picture, without the costly decoder."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

from imaginario.engines._diffusers import sdk
from imaginario.images import Image

SWATCHES, SWATCH = 8, 16
"""Swatches along one side of the test card, and pixels along one side of a swatch."""
LONGEST = 256


@dataclass(frozen=True, slots=True)
class Colours:
    """A straight line from latent channels to red, green and blue, fitted to the model's own encoder."""

    weights: Any
    offset: Any

    def shown(self, latents: Any) -> Image | None:
        """The first of the latents as a small JPEG; None for latents of another shape."""
        import numpy as np
        from PIL import Image as pil

        array = latents[0].detach().float().cpu().numpy()
        if array.ndim != 3 or array.shape[0] != self.weights.shape[0] or not np.isfinite(array).all():
            return None
        # At the first steps there is mostly noise, many times as strong as a picture.
        array = array / max(1.0, float(array.std()))
        rgb = np.tensordot(array, self.weights, axes=(0, 0)) + self.offset
        picture = pil.fromarray(((rgb / 2 + 0.5).clip(0, 1) * 255).astype(np.uint8))
        scale = max(1, LONGEST // max(picture.size))
        picture = picture.resize((picture.width * scale, picture.height * scale), pil.Resampling.BILINEAR)
        data = io.BytesIO()
        picture.save(data, "JPEG", quality=80)
        return Image(data.getvalue(), "image/jpeg", *picture.size)


def fitted(vae: Any) -> Colours | None:
    """The line for a model's VAE, from a card of swatches that it encodes; None when it can't: a painting
    does not fail for want of a preview.

    Takes about a sixteenth of the time of encoding a picture of 512 pixels.
    """
    torch = sdk.torch()
    generator = torch.Generator("cpu").manual_seed(0)
    swatches = torch.rand((1, 3, SWATCHES, SWATCHES), generator=generator) * 2 - 1
    try:
        latents = _encoded(vae, torch.nn.functional.interpolate(swatches, scale_factor=SWATCH))
        if latents is None or latents.ndim != 4 or not torch.isfinite(latents).all():
            return None
        return _line(latents, swatches, vae.config)
    except (RuntimeError, ValueError, TypeError, AttributeError):
        return None


def _encoded(vae: Any, card: Any) -> Any:
    torch, usual = sdk.torch(), vae.dtype
    exact = usual == torch.float16 and getattr(vae.config, "force_upcast", False)
    try:
        if exact:  # in half precision it would overflow
            vae.to(dtype=torch.float32)
        with torch.no_grad():
            made = vae.encode(card.to(vae.device, vae.dtype))
    finally:
        if exact:
            vae.to(dtype=usual)
    return made.latent_dist.mean if hasattr(made, "latent_dist") else getattr(made, "latents", None)


def _line(latents: Any, swatches: Any, config: Any) -> Colours:
    import numpy as np

    torch = sdk.torch()
    shift, factor = (getattr(config, name, None) for name in ("shift_factor", "scaling_factor"))
    latents = (latents.float().cpu() - (shift or 0.0)) * (factor or 1.0)
    seen = torch.nn.functional.adaptive_avg_pool2d(latents, SWATCHES)[0].reshape(latents.shape[1], -1).T
    told = np.concatenate([seen.numpy(), np.ones((seen.shape[0], 1))], axis=1)
    line, *_ = np.linalg.lstsq(told, swatches[0].reshape(3, -1).T.numpy(), rcond=None)
    return Colours(line[:-1], line[-1])
