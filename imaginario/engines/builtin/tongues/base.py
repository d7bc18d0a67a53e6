"""What every tongue can say; each language fills in its grammar."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from typing import ClassVar

from .. import vocabulary
from ..words.lexicon import listed, say, table
from ..words.reader.telling import EVERYBODYS
from . import objects, order
from .laden import laden, with_other_hand
from .said import Said

WHO = {
    "woman": "f", "girl": "f", "mother": "f", "grandmother": "f",
    "man": "m", "boy": "m", "father": "m", "grandfather": "m",
}  # fmt: skip
"""Whose gender tells which of several words for a trade is said."""


class Tongue(ABC):
    """One language, as it says scenes. Answers are phrases without a capital and without a full stop."""

    code: ClassVar[str]
    """As in the lexicon: en, pt, es, zh."""
    comma: ClassVar[str] = ", "
    blank: ClassVar[str] = " "
    told_of: ClassVar[str] = r"\b()"
    """What stands before a noun that may take a colour, as a regular expression."""
    edge: ClassVar[str] = r"\b"
    conjunction: ClassVar[str] = "and"
    having: ClassVar[str] = "with "
    hint: ClassVar[str] = "hints of {}"
    """How something is named that is to be no figure of its own; the reader knows the English one."""
    role_first: ClassVar[bool] = True
    """Whether a role stands before its noun: "astronaut cat"."""

    @abstractmethod
    def noun(self, figure: Said) -> str:
        """The noun phrase of a figure with its adjectives and what it wears."""

    @abstractmethod
    def deed(self, figure: Said, figures: Sequence[Said]) -> str:
        """What it does and where it stands, to follow the noun; empty when there is nothing to tell."""

    @abstractmethod
    def head(self, figure: Said) -> str:
        """The bare noun, in its number."""

    @abstractmethod
    def medium(self, style: str, subject: str) -> str:
        """The picture's medium with its subject: "oil painting of a cat"."""

    def scene(self, figures: Sequence[Said]) -> str:
        """All figures in one phrase, those that only carry others left to them."""
        groups = order.groups([figures[i] for i in objects.after_doers(order.spoken(figures), figures)])
        phrases: list[str] = []
        acting, last = 0, figures[0] if figures else Said()
        for figure, group in groups:
            nouns = self.listing([self.noun(f) for f in group])
            phrase = self.joined(nouns, self.deed(figure, figures))
            doer = groups[len(phrases) - 1][0] if phrases else figure
            near = figure.relation in ("behind", "in_front_of", "beside")  # "and a cat behind her"
            apart = near and figure.to is not None and figures[figure.to] is doer
            chain = (
                acting == len(phrases) and bool(last.action) and objects.takes_one(last, figure, self.code)
            )
            if phrases and acting == len(phrases) and figure.object and not (apart or chain):
                groups = [*groups[: len(phrases)], *groups[len(phrases) + 1 :]]
                phrases[-1] = self.listing([phrases[-1], phrase])  # "a woman feeding a cat and a dog"
            elif phrases and not apart and (chain or objects.takes_one(doer, figure, self.code)):
                groups = [*groups[: len(phrases)], *groups[len(phrases) + 1 :]]
                doer = last if chain else doer
                phrase = self.besides(phrase, figure, doer)
                phrases[-1] = objects.followed(phrases[-1], doer, figure, phrase, self.code)
                acting, last = len(phrases), figure
            else:
                phrases.append(phrase)
        laden = len(groups) > 1 and (any(map(_laden, groups[-2][1])) or acting == len(groups) - 1)
        busy = [any(figure.deed()) for figure, _ in groups]
        alone = busy[-1:] == [True] and not any(busy[:-1])
        if alone and len(groups) > _PAIR and self.code == "en" and not _refers(phrases[-1]):
            phrases = [phrases[-1], *phrases[:-1]]  # or else it would be read as what they all do
        elif self.code == "en" and len(phrases) > _PAIR and busy[-2:] == [False, True]:
            return self.apart(_busy_first(phrases, busy))
        alone = (alone and len(groups) == _PAIR) or (len(groups) > 1 and groups[-1][0].relation == "between")
        return self.apart(phrases) if laden or alone else self.listing(phrases)

    def besides(self, phrase: str, figure: Said, doer: Said) -> str:
        """What something is done to, where it is called like who does it: "another robot"."""
        return phrase

    def whole(self, text: str) -> str:
        """A text without what is left of a phrase whose end nobody tells."""
        return text

    @abstractmethod
    def definite(self, figure: Said) -> str:
        """A figure that was told of before: "the dog"."""

    def ground(self, stander: Said, figures: Sequence[Said]) -> str:
        """What somebody stands on or beside, as told of for the first time or again."""
        at = stander.to if stander.to is not None else 0
        ground, told = figures[at], order.spoken(figures)
        mine = next((n for n, i in enumerate(told) if figures[i] is stander), len(told))
        earlier = [figures[i] for i in told[:mine]]
        known = any(f is ground or f.to == at for f in earlier)
        return self.definite(ground) if known and not ground.name else self.noun(ground)

    def apart(self, phrases: Sequence[str]) -> str:
        """A list whose last one is nothing that the one before it wears or holds."""
        return self.listing(phrases)

    def stander(self, figure: Said, figures: Sequence[Said]) -> Said:
        """The figure whose place tells where `figure` is: a rider stands where the mount does."""
        riding = figure.action == "ride" and figure.to is not None and not figure.relation
        return figures[figure.to] if riding and figure.to is not None else figure

    def caption(self, figure: Said) -> str:
        """Two or three words for a title: "astronaut cat", "gato astronauta"."""
        role = ""
        if figure.outfit != figure.role and table("outfits").get(figure.outfit, {}).get(self.code):
            role = self.role_of(figure)
        words = [figure.name or self.head(figure), role]
        return self.blank.join(w for w in (reversed(words) if self.role_first else words) if w)

    def role_of(self, figure: Said) -> str:
        """The profession that goes with an outfit."""
        return self.word("outfits", figure.outfit)

    def handling(self, figure: Said, word: str) -> str:
        """The verb before what is held: one plays a guitar, but with a ball."""
        if figure.verb:
            return word
        if figure.action == "play" and (
            self.is_instrument(figure.held) or (figure.held_word and not figure.held_with)
        ):
            return self.row("actions", "make-music")
        return say("actions", figure.action, self.code, "with") or word

    def contained(self, figure: Said, noun: str) -> str:
        """ "bottle of wine", where the bottle was written in this language."""
        if figure.container_of != self.code:
            return noun
        return f"{figure.container} {'of' if self.code == 'en' else 'de'} {noun}"

    def suffix(self, figure: Said) -> str:
        """The unknown word behind a noun, where it was written in this language."""
        return figure.suffix if figure.suffix_of == self.code else ""

    def joined(self, noun: str, deed: str) -> str:
        """A noun and what it does."""
        return f"{noun} {deed}" if deed else noun

    def listing(self, phrases: Sequence[str]) -> str:
        """ "a, b and c"."""
        phrases = [p for p in phrases if p]
        if len(phrases) < 2:
            return "".join(phrases)
        return f"{self.comma.join(phrases[:-1])} {self.conjunction} {phrases[-1]}"

    def at(self, name: str) -> str:
        """Where a landmark is: "in Paris"."""
        return f"in {name}"

    def row(self, name: str, ident: str, kind: str = "say") -> str:
        """How a row of the lexicon is put, or else its first word."""
        return say(name, ident, self.code, kind) or self.word(name, ident)

    def around(self, name: str, ident: str, told: str) -> str:
        """A place or a weather; in English with what is `told` of it."""
        return self.row(name, ident)

    def word(self, name: str, ident: str) -> str:
        """The first word of a row, marks taken off."""
        name = "shades" if name == "colors" and ident in table("shades") else name
        words = listed(str(table(name).get(ident, {}).get(self.code, "")))
        return words[0].lstrip("?").rstrip("!").partition("/")[0] if words else ident.replace("-", " ")

    def is_instrument(self, ident: str) -> bool:
        """Whether a subject is played as music."""
        entry = vocabulary.load().get(ident)
        return entry is not None and entry.kind == "instrument"

    def second(self, figure: Said) -> str:
        """The other colour of a figure that has two; empty for none."""
        return next(
            (self.hue(color) for part, color in figure.parts if part == "second" and figure.color), ""
        )

    def hue(self, color: str) -> str:
        """A colour, or the shade that was said for it; empty for none."""
        return self.word("colors", color) if color else ""

    def is_called(self, figure: Said) -> bool:
        """Whether the noun of a figure is a name, which takes no article: "Batman"."""
        row = table("near").get(figure.near) or table("outfits").get(figure.role) or {}
        return bool(row.get("name")) and figure.count == 1

    def name_of(self, ident: str) -> str:
        """The usual name of a subject, or of what is drawn as something like it."""
        if ident in table("near"):
            return self.word("near", ident)
        entry = vocabulary.load().get(ident)
        return entry.name(self.code) if entry else ident.replace("-", " ")

    def own_name(self, figure: Said) -> str:
        """What a figure with a drawing is called: its own word where the drawing is only something near."""
        if figure.group:
            return self.word("groups", figure.group)
        if figure.near in table("near"):
            return self.near_name(figure)
        return figure.entry.name(self.code) if figure.entry else figure.word

    def near_name(self, figure: Said) -> str:
        """The word of a row of `near.toml` that fits who the figure is: "ladrona" for a woman."""
        words = listed(str(table("near")[figure.near].get(self.code, "")))
        who = WHO.get(figure.entry.id if figure.entry else "", "")
        fitting = [w for w in words if w.endswith(f"/{who}")] if who else []
        return (fitting or words)[0].partition("/")[0]

    @abstractmethod
    def held_phrase(self, figure: Said) -> str:
        """What somebody holds, with its article and colour; empty where there is nothing."""

    @abstractmethod
    def dyed(self, noun: str, color: str) -> str:
        """A bare noun with a colour: "red kite"."""

    @abstractmethod
    def bearing(self, ident: str) -> str:
        """A picture on something, by the subject's id: " with a cat on it"; empty where there is none."""

    def pattern(self, figure: Said) -> str:
        """What the clothes are patterned with: "striped"."""
        return self.word("patterns", figure.outfit_pattern) if figure.outfit_pattern else ""

    def with_deed(self, figure: Said, doing: str) -> str:
        """What somebody is seen doing, and what no pose shows: "sitting, chatting"."""
        return (
            f"{doing}{self.comma}{figure.deed_word}"
            if doing and figure.deed_word
            else doing or figure.deed_word
        )

    def occupation(self, figure: Said) -> str:
        """The word for a deed and its thing, which may have a colour: "flying a red kite"."""
        word, bearing = self.word("activities", figure.activity), self.bearing(figure.held_print)
        if bearing and self.blank:
            return word + bearing
        if not figure.held_color or not figure.entry or not figure.held:
            return word
        for noun in vocabulary.load()[figure.held].names.get(self.code, ()):
            dyed = rf"\1{self.dyed(noun, figure.held_color)}"
            if (said := re.sub(f"{self.told_of}{re.escape(noun)}{self.edge}", dyed, word)) != word:
                return said
            if (said := self.dyed_in(word, noun, figure.held_color)) != word:
                return said
        return f"{word} {self.having}{self.held_phrase(figure)}" if self.blank else word

    def dyed_in(self, word: str, noun: str, color: str) -> str:
        """A deed with the colour of its thing where no article is before that, or the bare deed."""
        return word

    def trade(self, figure: Said) -> str:
        """What a single person is called who does something and of whom no more is known: "violinist"."""
        plain = figure.entry is not None and figure.entry.id == "person" and figure.count == 1
        named = (
            figure.role or figure.near or figure.name or figure.group or figure.held_color or figure.deed_word
        )
        who = say("activities", figure.activity, self.code, "who") if plain and not named else ""
        return who if not (figure.held_print or self.held_adjectives(figure) or figure.held_near) else ""

    def tells_its_mount(self, figure: Said, figures: Sequence[Said]) -> bool:
        """Whether more is to be told of what somebody rides than their deed does: a red bicycle."""
        mount = figures[figure.to] if figure.action == "ride" and figure.to is not None else None
        if mount is None or figure.relation:
            return False
        other = mount.entry is not None and bool(self.rides(figure)) and self._is_another(figure, mount)
        return other or bool(mount.color or mount.near or mount.traits)

    def rides(self, figure: Said) -> str:
        """How a deed is said before what is ridden, where that is not the usual thing: "rowing" a canoe."""
        return say("activities", figure.activity, self.code, "riding") if figure.activity else ""

    def _is_another(self, figure: Said, mount: Said) -> bool:
        usual = str(table("activities").get(figure.activity, {}).get("things", "")).split()[:1]
        return mount.entry is not None and mount.entry.id not in usual

    def _holds_another(self, figure: Said) -> bool:
        """Whether there is something in somebody's hands that their deed does not tell."""
        row = table("activities").get(figure.activity, {})
        another = row.get("action") == "ride" or figure.held not in str(row.get("things", "")).split()
        return bool(figure.held) and another and not figure.held_color

    def in_both_hands(self, phrase: str, figure: Said) -> str:
        """What is held, with what is in it and in the other hand."""
        if figure.held_load:
            bent = self.gender(self.held_name(figure))
            phrase = laden(phrase, figure, self.name_of(figure.held_load), self.code, bent)
        if not figure.other_held:
            return phrase
        return self.listing([phrase, self.held_phrase(with_other_hand(figure))])

    def held_adjectives(self, figure: Said) -> list[str]:
        """The words for the size and the qualities of what a figure holds."""
        size = str(round(figure.held_size * 100))
        sized = [self.word("sizes", size)] if size in table("sizes") else []
        return sized + [self.word("traits", t) for t in figure.held_traits if t in table("traits")]

    def gender(self, noun: str) -> str:
        """The gender of a noun where it bends others."""
        return ""

    def held_name(self, figure: Said) -> str:
        """What the thing in a figure's hands is called; empty where there is none."""
        if figure.held_near in table("near"):
            return self.word("near", figure.held_near)
        return figure.held_word or (self.name_of(figure.held) if figure.held else "")

    def part_words(self, part: str) -> list[str]:
        """What a part is called; what is worn over clothes has the words of clothes."""
        row = table("parts").get(part, {})
        return listed(str((table("outfits")[part]["garment"] if row.get("over") else row).get(self.code, "")))

    def parts(self, figure: Said) -> Iterable[tuple[str, str]]:
        """The parts worth telling, as (id, colour)."""
        told = {ident for kind, ident, _ in figure.qualities if kind == "part" and self.code == "en"}
        known = [(p, c) for p, c in figure.parts if p in table("parts") and p != "second"]
        return [(p, c) for p, c in known if c or p in told or p not in EVERYBODYS]


_PAIR = 2


def _busy_first(phrases: Sequence[str], busy: Sequence[bool]) -> list[str]:
    """Those who do something in front, lest the others be read as doing it too; told as they are where that
    would part them from what they refer to.
    """
    if any(_refers(phrase) or ", " in phrase for phrase in phrases):
        return list(phrases)
    ordered = sorted(zip(phrases, busy, strict=False), key=lambda told: not told[1])
    return [phrase for phrase, _ in ordered]


def _refers(phrase: str) -> bool:
    """Whether an English phrase speaks of what another one has told of; a window is nobody's."""
    return " the " in phrase.replace(" at the window", "")


def _laden(figure: Said) -> bool:
    """Whether it wears, holds or is by something, so that "and" might add to that."""
    by_a_thing = figure.to is not None and bool(figure.relation) and not figure.object
    return bool(order.is_clothed(figure) or figure.held or figure.held_word or by_a_thing)
