"""All that is settled once a scene has been read, in its order."""

from __future__ import annotations

from collections.abc import Sequence

from ...spec import SceneSpec
from ..matching import Item
from ..plain import heights, hunting, lessons
from . import (
    anyway,
    borne,
    climbing,
    hung,
    laid,
    limbs,
    lined,
    paired,
    peering,
    picnicking,
    pulling,
    pushing,
    raising,
    rescuing,
    serving,
    voices,
)


def settle(spec: SceneSpec, items: Sequence[Item], text: str) -> SceneSpec:
    """The scene with what its words tell in company: who carries what, who is led, who hangs."""
    spec = borne.placed(pushing.placed(laid.laid(spec, items), text), items)
    spec = limbs.placed(voices.heard(spec), items)
    for step in (
        borne.balanced,
        serving.served,
        hunting.ridden_after,
        pulling.harnessed,
        lessons.given,
        heights.seen,
        paired.seen,
        picnicking.seated,
        rescuing.up_there,
        peering.seen,
    ):
        spec = step(spec)
    spec = hung.hung(raising.raised(climbing.climbed(spec, items)), items)
    return anyway.settled(lined.lined(spec))
