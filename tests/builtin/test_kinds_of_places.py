"""Kinds of places that are painted otherwise: a lake with lotuses, mountains under snow."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from imaginario.engines.builtin import words, writer
from imaginario.engines.builtin.accounts import stand_ins
from imaginario.engines.builtin.compose import paint
from imaginario.engines.builtin.scenery.setting import resolve
from imaginario.engines.builtin.scenery.streams import Streams
from imaginario.engines.builtin.spec import SceneSpec

_CALLED = {
    "lotus-pond": (
        "a lotus pond", "a lily pond", "a girl by a lotus pond", "lagoa de vitórias-régias", "荷花池",
        "莲花池", "uma garça numa lagoa de lótus", "estanque de nenúfares", "荷塘边的女孩",
        "一个睡莲池",
    ),
    "snowy-mountains": (
        "snowy mountains", "a snowy mountain", "a bear in the snow-capped mountains", "montanha nevada",
        "uma raposa nas montanhas nevadas", "montañas nevadas", "un oso en la montaña nevada", "雪山",
        "雪山下的狐狸",
    ),
}  # fmt: skip
_MEANT = {"lotus-pond": "lake", "snowy-mountains": "mountains"}


def _scene(kind: str = "", **more: Any) -> SceneSpec:
    place = _MEANT.get(kind) or str(more.pop("place"))
    extra = {"words": {"place": kind}} if kind else {}
    return SceneSpec(place=place, time="day", extra=extra, **more)


def _pixels(spec: SceneSpec, seed: int) -> np.ndarray:
    return np.asarray(paint(spec, width=192, height=192, seed=seed).image.convert("RGB"), np.int16)


def _pink(pixels: np.ndarray) -> float:
    r, g, b = (pixels[60:, :, i] for i in range(3))
    return float(((r > 190) & (r - g > 40) & (b > g)).mean())


@pytest.mark.parametrize(("kind", "text"), [(k, t) for k, texts in _CALLED.items() for t in texts])
def test_it_is_known_by_its_names_and_read_again(kind: str, text: str) -> None:
    spec = words.read(text)
    again = words.read(writer.write(spec, idea=text).prompt)
    for one in (spec, again):
        assert one.place == _MEANT[kind]
        assert resolve(one, Streams(1)).kind == kind
        assert not one.unknown
    assert [s.id for s in again.subjects] == [s.id for s in spec.subjects]


@pytest.mark.parametrize("text", ["a pond", "a lake", "mountains", "池塘", "montanhas", "un estanque"])
def test_others_are_as_they_were(text: str) -> None:
    assert resolve(words.read(text), Streams(1)).kind == ""


@pytest.mark.parametrize("seed", [1, 2, 4])
def test_lotuses_bloom_in_the_water(seed: int) -> None:
    plain, pond = _pixels(_scene(place="lake"), seed), _pixels(_scene("lotus-pond"), seed)
    assert _pink(pond) > _pink(plain) + 0.002
    without = _pixels(_scene("lotus-pond", avoid=("flower",)), seed)
    assert _pink(without) < _pink(pond)


@pytest.mark.parametrize("seed", [1, 2, 4])
def test_snow_lies_to_the_foot_of_snowy_mountains(seed: int) -> None:
    green, white = _pixels(_scene(place="mountains"), seed), _pixels(_scene("snowy-mountains"), seed)
    low = [float((p[130:, :, 1] - p[130:, :, 2]).mean()) for p in (green, white)]
    assert low[0] > 25 > low[1]


@pytest.mark.parametrize("words_of", [None, 3, "lotus-pond", {"place": 7}, {"place": "no-such-row"}])
def test_a_broken_note_is_no_trouble(words_of: object) -> None:
    spec = SceneSpec(place="lake", time="day", extra={"words": words_of})
    assert resolve(spec, Streams(1)).kind == ""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("a dog skating on an ice rink", "ice-rink"), ("un pingüino en una pista de hielo", "ice-rink"),
        ("一只企鹅在冰面上", "ice"), ("a monkey in a hot spring", "hot-spring"),
        ("um casal em águas termais", "hot-spring"), ("两只水豚在泡温泉", "hot-spring"),
    ],
)  # fmt: skip
def test_ice_and_hot_springs_are_painted_as_such(text: str, kind: str) -> None:
    spec = words.read(text)
    assert resolve(spec, Streams(1)).kind == kind
    assert not stand_ins(spec) or kind == "hot-spring"


def test_nobody_gets_wet_on_a_porch() -> None:
    wet, dry = (
        _pixels(SceneSpec(place="garden", time="day", weather=w, extra={"words": {"place": "porch"}}), 5)
        for w in (("rain",), ("clouds",))
    )
    floor = np.abs(wet[176:, 60:130] - dry[176:, 60:130]).max(axis=2)
    assert float((floor > 40).mean()) < 0.02
