"""The guide map of the image settings: chosen, seen, taken away, and handed to the model that obeys it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from imaginario.chat import Controls
from imaginario.i18n import Translator
from imaginario.images import Param
from imaginario.painting import Order
from imaginario.web import guide
from imaginario.web.controls import RANGES, ControlsPanel, values_of
from imaginario.web.guide import GuideMap
from tests.test_edit_orders import PAINTER, Maker, carried_out
from tests.test_pictures import noise
from tests.web.desk import desk, request, visitor
from tests.web.test_easel import Outline

EN = Translator("en")
MAP = noise(24, 16, 3)


async def test_it_is_seen_kept_and_taken_away(tmp_path: Path) -> None:
    file = tmp_path / "edges.png"
    file.write_bytes(MAP.data)
    at = GuideMap(desk(tmp_path))
    seen, drop = await at.opened(str(file), request())
    kept = visitor(at.desk).choices.controls.control_image
    assert kept is not None
    assert (kept.width, kept.height, drop.visible) == (24, 16, True)
    (name,) = re.findall(r'src="/shelf/([\w-]+)"', seen)
    assert visitor(at.desk).shelf[name] is kept
    assert at.looks(visitor(at.desk), EN)[0] == seen  # looked at again, it is not laid aside again
    assert at.desk.visitors.get("somebody-else-altogether").choices.controls.control_image is None
    seen, drop = await at.dropped(request())
    assert visitor(at.desk).choices.controls == Controls()
    assert "<img" not in seen
    assert drop.visible is False


async def test_a_file_that_is_no_picture_is_said_and_changes_nothing(tmp_path: Path) -> None:
    broken = tmp_path / "<b>.png"
    broken.write_bytes(b"\x89PNG nothing")
    at = GuideMap(desk(tmp_path))
    visitor(at.desk).choose(controls=Controls(control_image=MAP))
    seen, _ = await at.opened(str(broken), request())
    assert visitor(at.desk).choices.controls.control_image is MAP
    assert 'role="alert"' in seen
    assert Outline(seen).tags.count("b") == 1


async def test_one_that_fell_off_the_shelf_is_laid_there_again(tmp_path: Path) -> None:
    here = visitor(desk(tmp_path))
    here.choose(controls=Controls(control_image=MAP))
    assert here.shelf == {}
    (name,) = re.findall(r'src="/shelf/([\w-]+)"', guide.shown(here, EN))
    assert here.shelf[name] is MAP


async def test_a_number_that_changes_leaves_it_alone(tmp_path: Path) -> None:
    panel = ControlsPanel(desk(tmp_path))
    known = values_of(Controls(seed=7))
    panel.fields = dict.fromkeys(("ratio", *RANGES, "scheduler", "negative_prompt"))
    visitor(panel.desk).choose(controls=Controls(control_image=MAP))
    await panel.took(**known, request=request())
    assert visitor(panel.desk).choices.controls == Controls(seed=7, control_image=MAP)


async def test_it_reaches_a_model_that_obeys_it_and_is_told_where_none_does() -> None:
    obeys = Maker(replace(PAINTER, supports=PAINTER.supports | {Param.CONTROL_IMAGE}))
    order = Order(idea="a cat", raw=True).with_controls(Controls(control_image=MAP))
    await carried_out(order, obeys)
    assert obeys.asked[0].control_image is MAP
    deaf = Maker(PAINTER)
    await carried_out(order, deaf)
    assert deaf.asked[0].control_image is None
    own = noise(8, 8)
    named = Order(idea="x", control_image=own).with_controls(Controls(control_image=MAP))
    assert named.control_image is own
