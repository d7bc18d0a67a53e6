"""The families of heads: the parts and proportions that animals of one kind share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_CAT = {"skull": "cat", "ears": "pointed", "muzzle": "cat", "nose": "#e58a8a", "tail": "cat", "eye_y": 4}
_BIRD = {
    "skull": "drop", "muzzle": "beak", "nose": "#f2a33a", "eyes": "bead", "eye_x": 42, "eye_y": 0,
    "body": "bird", "paws": "claw", "tail": "feathers", "inner": "#f7b3ad",
}  # fmt: skip

FAMILIES: Mapping[str, Mapping[str, Any]] = {
    "cat": _CAT,
    "lion": {**_CAT, "skull": "bear", "ears": "round", "muzzle": "lion", "nose": "#6b3f3a", "tail": "lion", "eye_x": 46},
    "dog": {"skull": "dog", "ears": "dog", "muzzle": "dog", "nose": "#3b2d33", "tail": "dog", "eye_y": 2},
    "bear": {"skull": "bear", "ears": "round", "muzzle": "bear", "nose": "#4a2f2c", "tail": "stub", "eye_x": 46, "eye_y": 4},
    "rabbit": {"skull": "rabbit", "ears": "rabbit", "muzzle": "rabbit", "nose": "#e88b95", "tail": "puff", "eye_y": 4},
    "fox": {"skull": "fox", "ears": "fox", "muzzle": "fox", "marks": ("foxmask",), "light": "#fff6ea",
            "nose": "#3b2d33", "dark": "#4a342f", "tail": "fox", "eye_x": 46, "eye_y": 4, "eye_r": 15},
    "wolf": {"skull": "wolf", "ears": "wolf", "muzzle": "fox", "marks": ("wolfmask",), "light": "#f3f0ee",
             "nose": "#34303c", "tail": "wolf", "iris": "#b98a3a", "eye_x": 45, "eye_y": 4, "eye_r": 15},
    "mouse": {"skull": "mouse", "ears": "mouse", "muzzle": "mouse", "nose": "#ef8f9c", "tail": "mouse", "eye_x": 40, "eye_y": 2},
    "bird": _BIRD,
    "owl": {**_BIRD, "skull": "owl", "muzzle": "hook", "marks": ("owl",), "eyes": "white", "eye_x": 45, "eye_y": 2,
            "eye_r": 20, "iris": "#e9a02c", "spots": "scales", "blush": ""},
    "penguin": {**_BIRD, "skull": "round", "muzzle": "penguin", "marks": ("penguin",), "light": "#fffaf2",
                "eye_x": 40, "eye_y": 4, "paws": "web", "tail": ""},
    "parrot": {**_BIRD, "muzzle": "hook", "nose": "#4a4452", "eyes": "bead", "tail": "plumes"},
    "frog": {"skull": "frog", "muzzle": "frog", "eyes": "white", "eye_x": 62, "eye_y": -60, "eye_r": 21,
             "iris": "#c98a24", "paws": "web", "hat_y": -34, "hat_scale": 0.86},
    "elephant": {"skull": "elephant", "ears": "elephant", "muzzle": "elephant", "tail": "rope", "paws": "nail",
                 "eye_x": 48, "eye_y": -4, "eye_r": 14},
    "pig": {"skull": "bear", "ears": "pig", "muzzle": "pig", "tail": "curl", "paws": "hoof", "eye_x": 48, "eye_y": -2},
    "cow": {"skull": "cow", "ears": "cow", "muzzle": "cow", "tail": "rope", "paws": "hoof", "crest": ("cowhorns",),
            "eye_x": 46, "eye_y": -14, "hat_y": -4},
    "horse": {"skull": "horse", "ears": "horse", "muzzle": "horse", "tail": "horse", "paws": "hoof",
              "crest": ("horsemane", "forelock"), "eye_x": 48, "eye_y": -12, "eye_r": 15, "hat_scale": 0.9},
    "deer": {"skull": "deer", "ears": "deer", "muzzle": "deer", "nose": "#4a2f2c", "tail": "stub", "paws": "hoof",
             "eye_x": 50, "eye_y": 0, "hat_scale": 0.95},
    "monkey": {"skull": "round", "ears": "monkey", "muzzle": "monkey", "light": "#f6d3ab", "inner": "#f2bb94",
               "tail": "monkey", "paws": "hand", "eye_x": 38, "eye_y": 0, "eye_r": 15},
    "dragon": {"skull": "wide", "ears": "fin", "muzzle": "dragon", "eyes": "iris", "crest": ("horns", "spikes"),
               "tail": "dragon", "paws": "claw3", "wings": "bat", "spots": "belly", "eye_y": -10, "iris": "#f3c33c",
               "horn": "#f7dfa6"},
    "robot": {"skull": "robot", "ears": "robot", "muzzle": "robot", "eyes": "screen", "crest": ("antenna",),
              "iris": "#6fe6f2", "horn": "#ff6f61", "dark": "#6d7b92", "light": "#dfe6ef", "eye_x": 40, "eye_y": -6,
              "eye_r": 14, "body": "metal", "paws": "metal", "blush": "", "hat_y": -4},
    "capybara": {"skull": "cow", "ears": "small", "muzzle": "capybara", "nose": "#5b3a34", "eye_x": 58, "eye_y": -8,
                 "eye_r": 13},
    "koala": {"skull": "bear", "ears": "koala", "muzzle": "koala", "nose": "#3f3a46", "eye_x": 50, "eye_y": 4},
    "hippo": {"skull": "hippo", "ears": "hippo", "muzzle": "hippo", "paws": "nail", "eye_x": 42, "eye_y": -24, "eye_r": 15},
    "plain": {"skull": "round", "muzzle": "small"},
    "alien": {"skull": "alien", "muzzle": "small", "eyes": "alien", "crest": ("feelers",), "eye_x": 46, "eye_y": -2,
              "eye_r": 18, "hat_y": -10, "hat_scale": 1.08},
    "human": {"skull": "human", "ears": "human", "muzzle": "human", "eyes": "person", "hair": "short", "eye_x": 37,
              "eye_y": 10, "eye_r": 13, "body": "person", "paws": "hand", "outfit": "casual", "hat_y": -8,
              "hat_scale": 0.98, "blush": "#f0827a"},
}  # fmt: skip
