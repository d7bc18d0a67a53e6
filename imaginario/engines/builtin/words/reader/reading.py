"""What is known while a text is being read: the figures found so far, and what the next word will mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ... import vocabulary
from ..matching import Item

MAX_FIGURES = 6
MAX_COUNT = 12
LONG = 40
"""Items of a text that a language model has probably written."""
MAX_LIST = 24
"""Names and unknown words that are kept."""


_TALK = frozenset({"filler", "stop", "style", "of", "with", "a", "the"})


@dataclass(slots=True)
class Figure:
    """A subject in the making. `id` is None for what can't be drawn; then `word` says what it is."""

    id: str | None = None
    word: str = ""
    alive: bool = False
    told: dict[str, Any] = field(default_factory=dict)
    """Fields of `Subject`, and what only the writer needs: traits, parts, verb, outfit_word, *_color ..."""
    called: str = ""
    """The word it was told by."""

    def add(self, name: str, value: Any) -> None:
        """Tell `name` for the first time; a second telling is not heard."""
        if value is not None and value != "":
            self.told.setdefault(name, value)

    def append(self, name: str, value: Any) -> None:
        """One more value of a list such as `traits`."""
        values = self.told.setdefault(name, [])
        if value not in values:
            values.append(value)


@dataclass(slots=True)
class Reading:
    """The state that the handlers share; `items[at]` is being read."""

    items: Sequence[Item]
    entries: Mapping[str, vocabulary.Entry]
    adjectives_follow: bool
    at: int = 0
    figures: list[Figure] = field(default_factory=list)
    pending: dict[str, Any] = field(default_factory=dict)
    """Adjectives of the noun to come: color, size, count, count_word, traits."""
    coming: Figure = field(default_factory=Figure)
    """What a figure that is still to come does, wears and holds."""
    doers: list[Figure] = field(default_factory=list)
    """Who holds or rides the noun that `expect` waits for."""
    fresh: bool = False
    """Chinese: a noun phrase has begun; what is said now belongs to its noun, which stands last."""
    agents: list[int] = field(default_factory=list)
    """Figures that act: "a cat and a dog" are two."""
    fronted: list[int] = field(default_factory=list)
    """Figures that stand before the one they are ground for: "under the tree, a cat"."""
    trailing: list[int] = field(default_factory=list)
    """Figures told of somebody who is named right after them: the dog in "遛狗的老奶奶"."""
    acted_on: int = -1
    """The index of the figure that a deed without a pose is done to, if it comes next."""
    undone: int = -1
    """Where the figure stands among the figures that a deed without a pose is done to."""
    done_to: tuple[int, int] | None = None
    """Whom a deed without a pose is done to, and who does it."""
    company: tuple[int, ...] = ()
    """Who acted before somebody came along with them: the grandfather in "el abuelo con su nieto"."""
    moved: int = -1
    """Where the figure stands among the figures that somebody puts somewhere."""
    implied: list[int] = field(default_factory=list)
    """Mounts that a verb brought in ("rowing"); a word for one may still follow ("in a canoe")."""
    target: tuple[str, int] | None = None
    """What a following adjective describes: a field of a figure, or ("figure", index)."""
    expect: str = ""
    """What the next noun will be: held, seat, wear, avoid, like."""
    preposition: str = ""
    """in, on, with or of, until the next noun."""
    relation: str = ""
    distant: bool = False
    """Whether the talk is of the background."""
    article: str = ""
    joined: str = ""
    """What links the next noun to the last one: "and", "comma" or nothing."""
    row: list[int] = field(default_factory=list)
    """Figures listed one after the other; an "and" before the last makes all of them agents."""
    abreast: list[int] = field(default_factory=list)
    """Dressed figures listed one after the other, who do what is told of the last."""
    scene: dict[str, Any] = field(default_factory=dict)
    """place, time, style ... with their strength; weather, sky, mood as lists."""
    avoid: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    loose: list[str] = field(default_factory=list)
    felt: list[tuple[str, int | None]] = field(default_factory=list)
    """Moods that were told of somebody, with the index of the figure where it is known."""
    owing: set[int] = field(default_factory=set)
    """Where the items stand that something else is drawn for: an apron under the jacket of a baker."""
    excused: set[int] = field(default_factory=set)
    """Where the items stand that are read over with good reason: what must not be there, who owns a place."""

    @property
    def item(self) -> Item:
        """The item being read."""
        return self.items[self.at]

    @property
    def opens(self) -> bool:
        """Whether there is only talk of the picture before the item being read: "un dibujo de"."""
        return all(item.has(*_TALK) for item in self.items[: self.at])

    @property
    def is_tag(self) -> bool:
        """Whether the item stands alone behind a comma."""
        before, after = self.peek(-1), self.peek()
        return before is not None and before.kind == "comma" and (after is None or after.kind == "comma")

    def is_person(self, figure: Figure) -> bool:
        """Whether a figure is drawn as a person."""
        entry = self.entries.get(figure.id or "")
        return entry is not None and entry.kind == "person"

    def has_skin(self, figure: Figure) -> bool:
        """Whether a black or brown one of them is told by the skin: mermaids, fairies."""
        entry = self.entries.get(figure.id or "")
        human = entry is not None and entry.head.get("family") == "human"
        return human and figure.told.get("color") in ("black", "brown")

    def has_shoulders(self, figure: Figure) -> bool:
        """Whether a figure is drawn with a body of its own, which can carry a bag."""
        entry = self.entries.get(figure.id or "")
        return figure.id == "person" or (entry is not None and entry.alive and entry.art == "head")

    def peek(self, steps: int = 1) -> Item | None:
        """The item some steps ahead or (negative) behind; None beyond the ends."""
        place = self.at + steps
        return self.items[place] if 0 <= place < len(self.items) else None

    def past(self, kinds: Sequence[str], start: int = -1) -> int:
        """How many steps away the nearest item of none of these kinds is, from `start` on outwards."""
        step, place = (1 if start > 0 else -1), self.at + start
        while 0 <= place < len(self.items) and self.items[place].has(*kinds):
            place += step
        return place - self.at

    def excuse(self) -> None:
        """Nobody is to be told that the item being read is not drawn."""
        self.excused.add(self.at)

    def agent(self) -> Figure | None:
        """The figure that acts, holds and wears; None when nobody has been named yet."""
        acting = [self.figures[i] for i in self.agents]
        return next((f for f in reversed(acting) if f.alive), acting[-1] if acting else None)

    def best(self, name: str) -> str:
        """The strongest telling of something there is only one of; empty when there is none."""
        return str(self.scene.get(name, (0, ""))[1])

    def note(self, name: str, value: str) -> None:
        """One more value of a list in the scene."""
        values = self.scene.setdefault(name, [])
        if value not in values:
            values.append(value)

    def stash(self) -> None:
        """Chinese: the number and the adjectives said so far are the coming figure's, not its hat's."""
        if self.fresh:
            for name, value in self.pending.items():
                self.coming.told.setdefault(name, value)
            self.pending = {}

    def end_of_phrase(self) -> None:
        """Forget what only held until the noun that has just been read."""
        self.expect = self.preposition = self.relation = self.article = ""
        self.joined = ""

    def end_of_clause(self) -> None:
        """A comma or a full stop: adjectives no longer find their noun."""
        self.end_of_phrase()
        self.target = None
        self.acted_on = -1
        self.distant = False
        self.pending = {}
