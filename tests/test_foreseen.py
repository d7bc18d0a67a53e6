"""What can't work is refused before an assistant writes, because that may cost something."""

from __future__ import annotations

from dataclasses import replace

import pytest

from imaginario.chat import Session
from imaginario.errors import InvalidOption, StudioError, UnusableImage
from imaginario.events import Note
from imaginario.images import Image, ImageRequest, Margins, ModelCard, Task
from imaginario.painting import Order, imagine
from tests.faces.fakes import Script
from tests.test_edit_orders import EDITOR, MENDER, PAINTER, Maker, carried_out, notes, services
from tests.test_pictures import noise, spot


class Foreseeing(Maker):
    """Knows no schedulers."""

    def foresee(self, request: ImageRequest) -> None:
        if request.scheduler:
            raise InvalidOption(option="--scheduler", value=request.scheduler, allowed="none")


class Noting(Maker):
    """Remembers what it was to foresee."""

    def __init__(self, *cards: ModelCard) -> None:
        super().__init__(*cards)
        self.foreseen: list[ImageRequest] = []

    def foresee(self, request: ImageRequest) -> None:
        self.foreseen.append(request)


@pytest.mark.parametrize(
    ("order", "kind"),
    [
        (Order(idea="snow", image=noise(40, 30), mask=spot(40, 30, (0, 0, 0, 0))), UnusableImage),
        (Order(idea="snow", image=noise(40, 30), outpaint=Margins(right=4080)), UnusableImage),
        (Order(idea="snow", image=noise(1, 1)), UnusableImage),
        (Order(idea="snow", image=noise(1000, 20)), UnusableImage),
        (Order(idea="snow", image=noise(40, 30), scheduler="magic"), InvalidOption),
        (Order(idea="snow", image=noise(40, 30), scheduler="magic", raw=True), InvalidOption),
    ],
)
async def test_nobody_is_paid_for_what_can_not_work(order: Order, kind: type[StudioError]) -> None:
    script, engine = Script(), Foreseeing(MENDER, EDITOR)
    with pytest.raises(kind):
        async for _ in imagine(services(engine, script=script), order, Session(owner="ana")):
            pass
    assert (script.heard, engine.asked) == ([], [])


@pytest.mark.parametrize(
    ("mask", "told"),
    [
        (spot(40, 30, (0, 0, 9, 9)), []),
        (spot(80, 60, (0, 0, 9, 9)), []),
        (spot(30, 40, (0, 0, 9, 9)), ["painting.mask_stretched"]),
    ],
)
async def test_a_mask_of_another_shape_is_told(mask: Image, told: list[str]) -> None:
    order = Order(idea="snow", image=noise(40, 30), mask=mask, raw=True)
    events = await carried_out(order, Maker(MENDER))
    assert notes(events) == told
    for note in (event for event in events if isinstance(event, Note)):
        assert note.values == {"mask": "30x40", "picture": "40x30"}


@pytest.mark.parametrize(
    ("order", "task"),
    [
        (Order(idea="a cat"), Task.TEXT_TO_IMAGE),
        (
            Order(idea="a cat", mask=spot(40, 30, (0, 0, 9, 9)), outpaint=Margins(right=64)),
            Task.TEXT_TO_IMAGE,
        ),
        (Order(idea="snow", image=noise(40, 30), mask=spot(40, 30, (0, 0, 9, 9))), Task.INPAINTING),
        (Order(idea="snow", image=noise(40, 30), outpaint=Margins(right=64)), Task.INPAINTING),
    ],
)
async def test_what_is_foreseen_is_the_task_that_is_asked_for(order: Order, task: Task) -> None:
    engine = Noting(PAINTER, MENDER)
    await carried_out(replace(order, raw=True), engine)
    assert [request.task for request in (*engine.foreseen, *engine.asked)] == [task, task]
