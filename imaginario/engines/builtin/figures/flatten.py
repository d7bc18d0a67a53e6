"""The same drawing without light and shade: every gradient becomes its middle colour, every shine goes."""

from __future__ import annotations

import re

_GRADIENT = re.compile(r'<(?:linear|radial)Gradient id="([^"]+)"[^>]*>(.*?)</(?:linear|radial)Gradient>')
_STOP = re.compile(r'stop-color="(#[0-9a-fA-F]+)"(?: stop-opacity="([0-9.]+)")?')
_FILL = re.compile(r'"url\(#([^)]+)\)"')
_RIM = re.compile(r'<path [^>]*fill="#2c1c54" fill-opacity="(?:0?\.15)" fill-rule="evenodd"/>')


def flattened(body: str) -> str:
    """SVG elements with plain fills, for styles that lay each colour as one sheet."""
    plain = {name: _middle(stops) for name, stops in _GRADIENT.findall(body)}
    body = _RIM.sub("", _GRADIENT.sub("", body))
    return _FILL.sub(lambda m: f'"{plain[m[1]]}"' if m[1] in plain else m[0], body)


def _middle(stops: str) -> str:
    """The colour in the middle of a gradient; spots of white light are not seen, blush is half seen."""
    found = _STOP.findall(stops)
    color, opacity = found[len(found) // 2] if len(found) > 2 else found[0]
    if not opacity:
        return color
    return "none" if color.lower() in ("#fff", "#ffffff") else f"{color}{round(float(opacity) * 200):02x}"
