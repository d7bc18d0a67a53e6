"""Photos made flat without losing their borders: L0 gradient minimisation and the guided filter.

L0 smoothing spends a picture's few allowed gradients on its strongest borders, so that skin, sky and cloth
become even areas while outlines stay crisp (Xu, Lu, Xu, Jia 2011, https://doi.org/10.1145/2024156.2024208).
"""

from __future__ import annotations

import numpy as np

from ..pixels import Array, F, box

GROWTH = 4.0
"""How much stiffer the smoothing becomes from one round to the next; smaller is slower and hardly better."""
LAST = 1500.0
MARGIN = 12
"""Mirrored pixels around the picture: the Fourier transform would else join its opposite edges."""


def flattened(a: Array, weight: float) -> Array:
    """The picture with small differences gone; `weight` 0.004 keeps texture, 0.03 leaves a poster."""
    if weight <= 0:
        return a
    planes, (top, left) = _mirrored(a)
    rows, columns = planes.shape[1:]
    across = 2 - 2 * np.cos(2 * np.pi * np.fft.rfftfreq(columns))
    down = 2 - 2 * np.cos(2 * np.pi * np.fft.fftfreq(rows))
    stiffness = (down[:, None] + across[None, :]).astype(F)
    source = [np.fft.rfft2(plane) for plane in planes]
    push = 2.0 * weight
    while push < LAST:
        slopes, hold = _kept_slopes(planes, F(weight / push)), 1 + F(push) * stiffness
        for plane, slope, own in zip(planes, slopes, source, strict=True):
            spectrum = np.fft.rfft2(slope)
            spectrum *= F(push)
            spectrum += own
            spectrum /= hold
            plane[:] = np.fft.irfft2(spectrum, s=(rows, columns))
        push *= GROWTH
    height, width = a.shape[:2]
    inner = planes[:, top : top + height, left : left + width]
    return np.clip(np.ascontiguousarray(inner, F), 0, 1).transpose(1, 2, 0)


def _kept_slopes(planes: Array, least: np.float32) -> Array:
    """The divergence of the gradients that are worth keeping, wrapped around the edges."""
    right = np.empty_like(planes)
    np.subtract(planes[..., 1:], planes[..., :-1], out=right[..., :-1])
    np.subtract(planes[..., :1], planes[..., -1:], out=right[..., -1:])
    below = np.empty_like(planes)
    np.subtract(planes[:, 1:], planes[:, :-1], out=below[:, :-1])
    np.subtract(planes[:, :1], planes[:, -1:], out=below[:, -1:])
    strong = np.einsum("kij,kij->ij", right, right) + np.einsum("kij,kij->ij", below, below) >= least
    right *= strong
    below *= strong
    out = np.negative(right)
    out[..., 1:] += right[..., :-1]
    out[..., :1] += right[..., -1:]
    out -= below
    out[:, 1:] += below[:, :-1]
    out[:, :1] += below[:, -1:]
    return out


def _mirrored(a: Array) -> tuple[Array, tuple[int, int]]:
    """Planes with mirrored margins, their sides products of 2, 3 and 5: others transform slowly."""
    pads = []
    for side in a.shape[:2]:
        whole = side + 2 * min(MARGIN, side - 1)
        while not _smooth(whole):
            whole += 1
        pads.append(((whole - side) // 2, whole - side - (whole - side) // 2))
    planes = np.pad(a.transpose(2, 0, 1).astype(F, copy=False), ((0, 0), *pads), mode="symmetric")
    return planes, (pads[0][0], pads[1][0])


def _smooth(number: int) -> bool:
    for prime in (2, 3, 5):
        while number % prime == 0:
            number //= prime
    return number == 1


def guided(guide: Array, a: Array, reach: int, least: float) -> Array:
    """`a` smoothed over squares of `reach` pixels, but not across borders of the map `guide`.

    Contrasts of the guide below about the root of `least` count as none.
    """
    mean = box(guide, reach)
    spread = box(guide * guide, reach) - mean * mean + F(least)
    planes = a[..., None] if a.ndim == 2 else a
    out = []
    for number in range(planes.shape[2]):
        plane = planes[..., number]
        average = box(plane, reach)
        slope = (box(guide * plane, reach) - mean * average) / spread
        out.append(box(slope, reach) * guide + box(average - slope * mean, reach))
    return out[0] if a.ndim == 2 else np.stack(out).transpose(1, 2, 0)
