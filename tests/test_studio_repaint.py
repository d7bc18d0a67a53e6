"""The studio and a conversation about the newest picture: its recipe goes along, and a wish is painted."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import replace

import pytest

from imaginario import present
from imaginario.assistants.base import Brief, ChatModel, PromptAssistant
from imaginario.assistants.builtin import BuiltinAssistant
from imaginario.chat import Choices, Message, PromptDraft, Session
from imaginario.engines.builtin.engine import BuiltinEngine
from imaginario.errors import RateLimited, StudioError
from imaginario.events import (
    Adjusted,
    Done,
    Failed,
    PromptReady,
    Proposed,
    Repaint,
    Saved,
    TextDelta,
    TurnEvent,
    Working,
)
from imaginario.gallery.store import MemoryGallery
from imaginario.i18n import Translator
from imaginario.painting import Order, Services
from imaginario.studio import Studio
from tests.faces.fakes import FakeEngine, Script

DRAFT = PromptDraft(
    prompt="A small cat", prompt_local="Um gato pequeno", title="Gato", negative_prompt="dogs"
)


class Painterly(PromptAssistant):
    """Says a word and wishes for a picture."""

    name = "painterly"
    title = "Painterly"

    def __init__(self, wish: Repaint | None) -> None:
        self.wish = wish
        self.heard: list[tuple[Sequence[Message], Brief]] = []
        self.failures: list[StudioError] = []

    async def models(self) -> tuple[ChatModel, ...]:
        """The one there is."""
        return self.fallback_models()

    def fallback_models(self) -> tuple[ChatModel, ...]:
        """The one there is."""
        return (ChatModel(id="one"),)

    async def stream(
        self, messages: Sequence[Message], *, brief: Brief
    ) -> AsyncGenerator[TextDelta | PromptReady | Repaint, None]:
        """The word, then the wish."""
        self.heard.append((messages, brief))
        if self.failures:
            raise self.failures.pop()
        yield TextDelta("Gladly: ")
        yield TextDelta("smaller.")
        if self.wish is not None:
            yield self.wish


@pytest.fixture
def script() -> Script:
    """What the engine does and was asked."""
    return Script()


@pytest.fixture
def gallery() -> MemoryGallery:
    """Where pictures go."""
    return MemoryGallery()


def studio(script: Script, gallery: MemoryGallery, assistant: PromptAssistant) -> Studio:
    """A studio with this assistant and the fake engine."""
    engines = {"fake": FakeEngine(script)}
    return Studio(Services(assistants={assistant.name: assistant}, engines=engines, gallery=gallery))


async def gathered(events: AsyncGenerator[TurnEvent, None]) -> list[TurnEvent]:
    """All events of a turn."""
    async with aclosing(events) as stream:
        return [event async for event in stream]


def last(events: Sequence[TurnEvent]) -> Session:
    """The session a turn ends with."""
    assert isinstance(events[-1], Done)
    return events[-1].session


async def painted(house: Studio) -> Session:
    """A conversation with one picture."""
    draft = PromptDraft(prompt="A cat", prompt_local="Um gato")
    order = Order(idea="um gato", draft=draft, style="oil", size=(96, 64), seed=5, negative_prompt="fog")
    start = Session(owner="ana", choices=Choices(language="pt-BR"))
    return last(await gathered(house.paint(order, start)))


async def test_the_recipe_of_the_newest_picture_goes_with_the_brief(
    script: Script, gallery: MemoryGallery
) -> None:
    assistant = Painterly(None)
    house = studio(script, gallery, assistant)
    await gathered(house.turn("hello", Session(owner="ana")))
    session = await painted(house)
    await gathered(house.turn("hello", session))
    await gathered(house.turn("hello", replace(session, owner="eve")))
    await gathered(house.turn("hello", replace(session, last_picture="gone")))
    pictures = [brief.picture for _, brief in assistant.heard]
    assert [p and p["seed"] for p in pictures] == [None, 5, None, None]


async def test_a_wish_waits_where_every_prompt_is_to_be_seen_first(
    script: Script, gallery: MemoryGallery
) -> None:
    house = studio(script, gallery, Painterly(Repaint(draft=DRAFT)))
    session = await painted(house)
    careful = replace(session, choices=replace(session.choices, ask_first=True))
    events = await gathered(house.turn("menor", careful))
    (told,) = [event for event in events if isinstance(event, Proposed)]
    assert (told.order.draft, told.engine) == (DRAFT, "fake")
    assert len(script.requests) == 1
    events = await gathered(house.turn("/paint", last(events)))
    assert "A small cat" in script.requests[-1].prompt
    saved = next(event for event in events if isinstance(event, Saved))
    assert (saved.recipe["assistant"], saved.recipe["assistant_model"]) == ("painterly", "one")


async def test_a_wish_is_painted_like_the_picture_it_is_about(script: Script, gallery: MemoryGallery) -> None:
    house = studio(script, gallery, Painterly(Repaint(draft=DRAFT)))
    session = await painted(house)
    events = await gathered(house.turn("menor", session))
    names = [type(e).__name__ for e in events]
    assert "Repaint" not in names
    assert names[:3] == ["Working", "TextDelta", "TextDelta"]
    assert [e.stage for e in events if isinstance(e, Working)] == ["chatting", "painting"]
    request = script.requests[-1]
    assert (request.seed, request.width, request.height) == (5, 96, 64)
    assert "A small cat" in request.prompt
    assert request.prompt != "A small cat"  # the style is around it
    saved = next(e for e in events if isinstance(e, Saved))
    assert (saved.recipe["style"], saved.recipe["idea"], saved.recipe["seed"]) == ("oil", "um gato", 5)
    asked = next(e for e in events if isinstance(e, Adjusted)).asked
    assert asked["negative_prompt"] == "fog"
    assert last(events).last_picture == saved.picture_id


async def test_what_the_wish_says_comes_first(script: Script, gallery: MemoryGallery) -> None:
    wish = Repaint(draft=DRAFT, seed=9, style="watercolor", negative_prompt="rain")
    house = studio(script, gallery, Painterly(wish))
    events = await gathered(house.turn("aquarela", await painted(house)))
    saved = next(e for e in events if isinstance(e, Saved))
    assert (saved.recipe["style"], saved.recipe["seed"]) == ("watercolor", 9)
    assert saved.recipe["asked"]["negative_prompt"] == "rain"


async def test_another_one_has_another_seed(script: Script, gallery: MemoryGallery) -> None:
    house = studio(script, gallery, Painterly(Repaint(draft=DRAFT, seed=5, another_seed=True)))
    await gathered(house.turn("outra", await painted(house)))
    assert script.requests[-1].seed not in (None, 5)


async def test_a_wish_without_a_picture_is_painted_as_it_comes(
    script: Script, gallery: MemoryGallery
) -> None:
    house = studio(script, gallery, Painterly(Repaint(draft=DRAFT)))
    events = await gathered(house.turn("a small cat", Session(owner="ana")))
    saved = next(e for e in events if isinstance(e, Saved))
    assert saved.recipe["idea"] == "a small cat"


async def test_the_conversation_remembers_the_sentence_and_the_prompt(
    script: Script, gallery: MemoryGallery
) -> None:
    house = studio(script, gallery, Painterly(Repaint(draft=DRAFT)))
    session = last(await gathered(house.turn("menor", await painted(house))))
    asked, answer = session.messages[-2:]
    assert (asked.text, asked.hidden, answer.hidden) == ("menor", False, False)
    assert answer.text == "Gladly: smaller.\n\nUm gato pequeno"


async def test_a_face_shows_the_sentence_with_the_picture(script: Script, gallery: MemoryGallery) -> None:
    house = studio(script, gallery, Painterly(Repaint(draft=DRAFT)))
    shown = present.Transcript()
    for event in await gathered(house.turn("menor", await painted(house))):
        shown = present.reduce(shown, event, Translator("en"))
    assert shown.text == "Gladly: smaller."
    assert shown.draft == DRAFT
    assert len(shown.pictures) == 1


async def test_a_wish_that_cannot_be_painted_fails_like_any_order(
    script: Script, gallery: MemoryGallery
) -> None:
    house = studio(script, gallery, Painterly(Repaint(draft=DRAFT, style="no such style")))
    session = await painted(house)
    events = await gathered(house.turn("menor", session))
    assert isinstance(events[-2], Failed)
    assert last(events).last_picture == session.last_picture
    assert all(m.hidden for m in last(events).messages[-2:])


async def test_an_assistant_out_of_breath_wishes_only_once(script: Script, gallery: MemoryGallery) -> None:
    assistant = Painterly(Repaint(draft=DRAFT))
    house = studio(script, gallery, assistant)
    session = await painted(house)
    assistant.failures.append(RateLimited(engine="painterly", model="one", retry_after=0.01))
    events = await gathered(house.turn("menor", session))
    assert len(assistant.heard) == 2
    assert len([e for e in events if isinstance(e, Saved)]) == 1


async def test_without_any_key_a_small_conversation_changes_the_picture(gallery: MemoryGallery) -> None:
    services = Services(
        assistants={"builtin": BuiltinAssistant()}, engines={"builtin": BuiltinEngine()}, gallery=gallery
    )
    house = Studio(services)
    session = Session(owner="ana", choices=Choices(language="pt-BR"))
    session = last(
        await gathered(house.turn("/imagine um gato vermelho na praia --size 256x256 --seed 7", session))
    )
    scenes = []
    for text in ("à noite", "adicione um cachorro", "tire o gato"):
        events = await gathered(house.turn(text, session))
        assert not any(isinstance(e, Failed) for e in events)
        session = last(events)
        saved = next(e for e in events if isinstance(e, Saved))
        spec = saved.recipe["details"]["spec"]
        scenes.append(([s["id"] for s in spec["subjects"]], spec["place"], spec["time"]))
        assert (saved.recipe["width"], saved.recipe["height"], saved.recipe["seed"]) == (256, 256, 7)
    assert scenes == [
        (["cat"], "beach", "night"), (["cat", "dog"], "beach", "night"), (["dog"], "beach", "night"),
    ]  # fmt: skip
