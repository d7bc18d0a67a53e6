"""From tokens to items: the longest known phrases, with all they may mean in the language of the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from . import afar, forms, people, spelling
from .index import Index, Meaning
from .lexicon import table
from .tokens import Token

_ABROAD = frozenset({
    "subject", "place", "style", "role", "garment", "hat", "glasses", "sky", "weather", "time", "landmark",
    "activity",
})  # fmt: skip
"""Kinds of words that are understood in the middle of another language."""
_NAMEABLE = frozenset({
    "subject", "color", "sky", "place", "place?", "scenery", "time", "weather", "landmark",
})  # fmt: skip
_QUALITIES = frozenset({"color", "size", "trait", "mood", "action", "subject"})
_PET_NAMES = frozenset({"garment", "hat", "glasses", "part"})
"""What "my cat Whiskers" is called after."""
_COUNTABLE = frozenset({"subject", "scenery", "band"})
_WORN = frozenset({"garment", "hat", "glasses", "boots", "shoes"})
"""What tells of somebody and makes no name of a place: "o Gato de Botas"."""
_DEEDS = frozenset({"undrawn", "action", "activity", "wearing"})
"""Kinds of words that are told of as they were written."""
_SHORT = 4
_PART = 3
"""Letters of the shortest part of a word that is written apart."""
_FEMININE = frozenset({"a", "da", "na", "uma", "minha", "sua", "nossa", "tua", "à", "pela", "numa"})
_AND = frozenset({"y", "e", "and"})
_LINKED = 2
_FOREIGN_LINKS = frozenset({"de", "do", "da", "dos", "das", "del"})
_LINKS = frozenset({"de", "da", "do", "dos", "das", "del", "van", "von", "of", "la"})


@dataclass(slots=True)
class Item:
    """A stretch of the text and what it may mean, by kind; kinds such as unknown or comma mean nothing."""

    kind: str
    raw: str
    language: str = ""
    options: dict[str, Meaning] = field(default_factory=dict)
    begins: bool = False

    @classmethod
    def of(cls, kind: str, raw: str, language: str, ident: str = "", *, spelled: str | None = None) -> Item:
        """An item that means one thing, put in place of what was written."""
        meaning = Meaning(kind, ident, language, raw if spelled is None else spelled)
        return cls(kind, raw, language, {kind: meaning})

    def has(self, *kinds: str) -> bool:
        """Whether it may be one of these kinds."""
        return self.kind in kinds or not self.options.keys().isdisjoint(kinds)


class Matcher:
    """Reads tokens into items; `language` is the one the text is in, `sure` whether that is certain."""

    def __init__(self, tokens: Sequence[Token], index: Index, language: str, sure: bool) -> None:
        self.tokens = tokens
        self.index = index
        self.language = language
        self.sure = sure
        self.items: list[Item] = []
        self.telling_case = _case_tells(tokens)

    def run(self) -> list[Item]:
        """All items, in order."""
        at = 0
        while at < len(self.tokens):
            at += self._name(at) or self._known(at) or self._plain(at)
        return self.items

    def _plain(self, at: int) -> int:
        token = self.tokens[at]
        if token.kind == "word" and people.is_given(token.key):
            return self._take_name(at, 1)
        found = spelling.guess(self.index, token.key, self.language) if token.kind == "word" else ()
        spelled = found[0].spelled if found and found[0].kind in _DEEDS else ""
        if took := self._take(at, 1, found, spelled):
            return took
        kind = {"word": "unknown", "han?": "unknown", "han": "unknown"}.get(token.kind, token.kind)
        language = "zh" if token.kind.startswith("han") else self.language
        self.items.append(Item(kind, token.raw[:60], language, begins=token.begins))
        return 1

    def _known(self, at: int) -> int:
        token = self.tokens[at]
        if token.kind == "han":
            return self._take(at, 1, [m for m in self.index.meanings(token.key) if m.language == "zh"])
        if token.kind not in ("word", "number"):
            return 0
        if apart := self._written_apart(at):
            return apart
        longest = max(self.index.longest.get(word, 1) for word in (token.key, *self._plainer(token.key)))
        for size in range(min(longest, len(self.tokens) - at), 0, -1):
            piece = self.tokens[at : at + size]
            if all(t.kind in ("word", "number") for t in piece) and (found := self._meanings(piece)):
                if size > 1 and (
                    self._is_garment(piece[0], found)
                    or self._counts_a_part(at, size, found)
                    or self._ends_in_another(at + size - 1, found)
                    or self._is_pictured(piece[0], found)
                    or self._hides_a_garment(at, size, found)
                    or self._begins_in_another(at, size)
                ):
                    continue
                return self._take(at, size, found)
        return 0

    def _written_apart(self, at: int) -> int:
        """ "Sun flower" and "jelly fish" are one word each."""
        if self.language != "en" or at + 1 >= len(self.tokens) or self.tokens[at + 1].kind != "word":
            return 0
        one, other = self.tokens[at].key, self.tokens[at + 1].key
        if min(len(one), len(other)) < _PART or f"{one} {other}" in self.index.phrases:
            return 0
        told = any(m.kind in ("color", "trait", "size") for m in self.index.phrases.get(one, ()))
        if told and any(m.kind == "subject" for m in self.index.phrases.get(other, ())):
            return 0  # "a green house", "a strong man"
        found = [m for m in self.index.phrases.get(one + other, ()) if m.language == "en"]
        drawn = any(m.kind in ("subject", "place", "time") for m in found)
        return self._take(at, 2, found) if drawn else 0

    def _hides_a_garment(self, at: int, size: int, found: Sequence[Meaning]) -> bool:
        """Whether clothes begin in words for a disguise: "con traje de" in "con traje de baño"."""
        if found[0].kind != "dressed":
            return False
        rest = self.tokens[at + 1 : at + size + 1]
        return any(m.kind == "garment" for n in range(len(rest) - 1) for m in self._meanings(rest[n:]))

    def _is_pictured(self, token: Token, found: Sequence[Meaning]) -> bool:
        """Whether nobody has been named who might do it: "un dibujo de bicicleta" shows a bicycle."""
        if found[0].kind != "activity" or token.key != "de":
            return False
        return not any(item.has("subject", "role", "name", "unknown", "scenery") for item in self.items)

    def _counts_a_part(self, at: int, size: int, found: Sequence[Meaning]) -> bool:
        """Whether a number only begins a thing: "un montón de" in "un montón de monedas"."""
        if found[0].kind != "count":
            return False
        ahead = self.tokens[at + 1 : at + 1 + self.index.longest.get(self.tokens[at + 1].key, 1)]
        for n in range(size, len(ahead) + 1):
            whole, part = self._drawn(ahead[:n]), self._drawn(ahead[size - 1 : n])
            if whole - part:
                return True
        return False

    def _ends_in_another(self, last: int, found: Sequence[Meaning]) -> bool:
        """Whether the "de" of a number begins a phrase of its own: "um casal de mãos dadas"."""
        if found[0].kind not in ("count", "relation") or self.tokens[last].key not in _LINKS:
            return False
        longest = min(self.index.longest.get(self.tokens[last].key, 1), len(self.tokens) - last)
        ahead = (self._meanings(self.tokens[last : last + n]) for n in range(2, longest + 1))
        kinds = ("time",) if found[0].kind == "relation" else ("undrawn", "action", "activity", "trait")
        return any(m.kind in kinds for found in ahead for m in found)

    def _begins_in_another(self, at: int, size: int) -> bool:
        """Whether a longer phrase begins behind the "de" of this one: "de día" in "de Día de Muertos"."""
        if self.tokens[at].key not in _LINKS:
            return False
        longest = min(self.index.longest.get(self.tokens[at + 1].key, 1), len(self.tokens) - at - 1)
        return any(self._meanings(self.tokens[at + 1 : at + 1 + n]) for n in range(size, longest + 1))

    def _drawn(self, piece: Sequence[Token]) -> set[tuple[str, str]]:
        return {(m.kind, m.id) for m in self._meanings(piece) if m.kind in _COUNTABLE}

    def _is_garment(self, token: Token, found: Sequence[Meaning]) -> bool:
        """In "com vestido de bolinhas" there is a dress, nobody is dressed up as something."""
        worn = bool(self.items) and self.items[-1].has("with", "a", "the", "wearing", "and", "comma")
        return (
            worn
            and found[0].kind == "dressed"
            and any(m.kind == "garment" for m in self.index.phrases.get(token.key, ()))
        )

    def _meanings(self, piece: Sequence[Token]) -> list[Meaning]:
        phrase = " ".join(t.key for t in piece)
        found = self.index.meanings(phrase)
        for word in self._plainer(piece[0].key) if len(piece) > 1 and not found else ():
            found = found or self.index.phrases.get(" ".join([word, *(t.key for t in piece[1:])]), ())
        own = [m for m in found if m.language == self.language]
        if found and not own and phrase in self.index.phrases:
            own = [m for m in self.index.unbent(phrase) if m.language == self.language]
        if not own:
            foreign = self.index.phrases.get(phrase, ())
            own = [m for m in foreign if m.language != "zh" and self._understood(m, piece)]
        if len(piece) == 1 and self._is_no_verb(piece[0], own):
            return []
        if len(piece) == 1 and self._is_grandmother(piece[0]):
            own = [m for m in own if m.spelled.endswith("ó")] or own
        if len(piece) == 1 and not piece[0].raw.isascii() and len(own) > 1:
            own = [m for m in own if m.spelled == piece[0].raw.lower()] or own
        elif len(piece) == 1 and own and piece[0].raw[-1:] in "áéíóúâêô":
            own = [m for m in own if m.spelled[-1:] not in "aeou"]  # "cocô" is no coconut
        elif len(piece) == 1 and len(own) > 1 and own[0].language != "en":
            written = [m for m in own if m.spelled == piece[0].key and m.kind != "landmark"]
            own = own if self._noun_is_due(own, written) else written or own
        return own

    def _is_grandmother(self, token: Token) -> bool:
        """Portuguese: whether the article tells of whom "avo" without its accent is said."""
        said = self.items[-1].raw.lower() if self.items else ""
        return token.raw.isascii() and token.key.endswith(("avo", "vovo", "vo")) and said in _FEMININE

    def _is_no_verb(self, token: Token, own: Sequence[Meaning]) -> bool:
        """Whether an unknown noun only looks like the verb of a known gerund: "de boia"."""
        bent = bool(own) and all(m.spelled.endswith("ndo") for m in own) and not token.key.endswith("ndo")
        return bent and bool(self.items) and self.items[-1].has("of", "a", "with", "count")

    def _noun_is_due(self, own: Sequence[Meaning], written: Sequence[Meaning]) -> bool:
        """Whether a noun that lacks its accent is meant rather than the verb it looks like: "un bebe"."""
        verb = bool(written) and all(m.kind == "action" for m in written)
        due = not self.items or self.items[-1].has("a", "the") or any(m.kind == "trait" for m in own)
        return verb and due and any(m.kind == "subject" for m in own)

    def _plainer(self, word: str) -> list[str]:
        """What the first word of a phrase may come from: "diciéndole adiós", "gatita siamesa"."""
        if self.language not in ("es", "pt"):
            return []
        small = [plain for plain, _, code in forms.undiminished(word) if code == self.language]
        verb = forms.without_clitics(word) if self.language == "es" else ""
        return [*small, verb] if verb else small

    def _understood(self, meaning: Meaning, piece: Sequence[Token]) -> bool:
        """Whether a word of another language is what it is there: "país" is no "pais"."""
        if meaning.language == "en" and meaning.kind in ("filler", "undrawn", "sink"):
            return True
        if meaning.kind == "undrawn" and " " in meaning.spelled:
            return True  # what the writer could not translate
        if meaning.language != "en" and self._differs(meaning, piece):
            return False  # a "file" is no "filé"
        if meaning.language == "en" and not all(t.raw.isascii() for t in piece) and meaning.spelled.isascii():
            return False  # "maré" is no mare
        return not self.sure or (meaning.kind in _ABROAD and len(meaning.spelled) >= _SHORT)

    def _differs(self, meaning: Meaning, piece: Sequence[Token]) -> bool:
        raw = " ".join(t.raw for t in piece).lower()
        local = self.language != "en" and meaning.spelled in self.index.local
        return local or meaning.spelled != raw

    def _take(self, at: int, size: int, meanings: Sequence[Meaning], spelled: str = "") -> int:
        options: dict[str, Meaning] = {}
        for meaning in meanings:
            if meaning.kind != "landmark" or self._is_there(at, meaning, meanings):
                options.setdefault(meaning.kind, meaning)
        if not options:
            return 0
        raw = ("" if meanings[0].language == "zh" else " ").join(t.raw for t in self.tokens[at : at + size])
        kind = next(iter(options))
        self.items.append(Item(kind, spelled or raw, options[kind].language, options, self.tokens[at].begins))
        return size

    def _is_there(self, at: int, meaning: Meaning, meanings: Sequence[Meaning]) -> bool:
        before = [item.options.keys() | {item.kind} for item in self.items[-2:]]
        return afar.is_meant(meaning, meanings, before, self.language, capital=self.tokens[at].capital)

    def _name(self, at: int) -> int:
        """How many tokens from here are a proper name; they become one item."""
        token = self.tokens[at]
        if self.items and self.items[-1].has("named"):
            return self._christened(at)
        if self._abroad(at):
            return self._take_name(at, 1)
        if not self._capital(at):
            return 0
        size = 1
        while self._capital(at + size) or (self._link(at + size) and self._capital(at + size + 1)):
            size += 1
        if landmark := self._landmark(at, size):
            return landmark
        known = [self._common(t) for t in self.tokens[at : at + size] if t.capital]
        in_a_row = self._listed_names(at)
        if token.begins and size == 1 and people.may_be_given(token.key) and self._does_something(at + 1):
            return self._take_name(at, 1)
        if (token.begins and (size == 1 or known[0]) and not in_a_row) or self._phrase(at):
            return 0
        christened = size == 1 and self._after_somebody() and self._christenable(at)
        if all(known) and not in_a_row and not christened and not self._titled(at, size):
            return 0
        return self._take_name(at, size)

    def _does_something(self, at: int) -> bool:
        """Whether a verb stands there in the present: "reads", "duerme", and is no noun in itself."""
        found = self._meanings(self.tokens[at : at + 1])
        kinds = ("action", "undrawn") if self.language == "en" else ("action",)  # "luna llena"
        deed = any(m.kind in kinds and m.language == self.language for m in found)
        longest = min(self.index.longest.get(self.tokens[at].key, 1), 3) if at < len(self.tokens) else 0
        phrases = (self._meanings(self.tokens[at : at + n]) for n in range(longest, 1, -1))
        deed = deed or any(m.kind == "activity" for meanings in phrases for m in meanings)
        return deed and (self.language != "en" or self.tokens[at].key.endswith("s"))

    def _titled(self, at: int, size: int) -> bool:
        """Whether known words are a name because both are capitals in a sentence: "a Pedra do Sino"."""
        linked = size > _LINKED and self._link(at + 1)
        before = self.items[-1] if self.items else None
        if self.language == "en" and linked:  # as the writer puts it
            return self.tokens[at + 1].key in _FOREIGN_LINKS and before is not None and before.has("comma")
        last = self._meanings(self.tokens[at + size - 1 : at + size])
        worn = any(m.kind in _WORN or m.id in _WORN for m in last)
        return linked and not worn and before is not None and before.has("the", "in", "of", "relation")

    def _abroad(self, at: int) -> bool:
        """Whether it is a Chinese name in another language, as the writer puts it: "of 姚明 running"."""
        described = bool(self.items) and self.items[-1].has("a", "the", "count", "color", "size", "trait")
        token = self.tokens[at]
        among = any(t.kind == "word" for t in self.tokens[max(0, at - 1) : at + 2])
        strange = token.kind == "han?" and among and self.language != "zh" and not described
        return strange and people.is_chinese(token.raw)

    def _listed_names(self, at: int) -> bool:
        """Whether an unknown first word is a name because another one follows: "Aladino y Yasmín"."""
        tokens = self.tokens[at : at + 3]
        if len(tokens) < 3 or not self._capital(at + 2):
            return False
        word = tokens[0].key
        if self._common(tokens[0]) and not (people.is_given(word) or people.may_be_given(word)):
            return False
        return tokens[1].key in _AND and not self._common(tokens[2])

    def _common(self, token: Token) -> bool:
        """Whether a word is no name in itself: "Ana" only looks like the feminine of "ano"."""
        written = token.key in self.index.phrases
        return any(written or m.kind in _QUALITIES for m in self._meanings([token]))

    def _phrase(self, at: int) -> bool:
        """Whether a known phrase of several words begins here, such as "Van Gogh"."""
        longest = min(self.index.longest.get(self.tokens[at].key, 1), len(self.tokens) - at)
        return any(self._meanings(self.tokens[at : at + n]) for n in range(longest, 1, -1))

    def _capital(self, at: int) -> bool:
        return self.telling_case and at < len(self.tokens) and self.tokens[at].capital

    def _link(self, at: int) -> bool:
        return at < len(self.tokens) and self.tokens[at].key in _LINKS

    def _landmark(self, at: int, size: int) -> int:
        if size == 1 and self._after_somebody() and self.language in ("es", "pt"):
            return 0  # "la abuela Rosario"
        for n in range(size, 0, -1):
            piece = self.tokens[at : at + n]
            meanings = self.index.meanings(" ".join(t.key for t in piece))
            found = [m for m in meanings if m.kind == "landmark" and self._is_there(at, m, meanings)]
            drawn = any(m.kind == "subject" and m.language == self.language for m in meanings)
            plain = n == 1 and piece[0].begins and self._meanings_but_landmark(piece)
            plain = plain or (n == 1 < size and self._has_place(piece))  # "Rio Negro"
            if found and (found[0].id == afar.ABROAD or not drawn) and not plain:
                item = Item("landmark", " ".join(t.raw for t in piece), self.language, {"landmark": found[0]})
                self.items.append(item)
                return n
        return 0

    def _has_place(self, piece: Sequence[Token]) -> bool:
        return any(m.kind == "place" and m.language == self.language for m in self._meanings(piece))

    def _meanings_but_landmark(self, piece: Sequence[Token]) -> bool:
        return any(m.kind != "landmark" for m in self._meanings(piece))

    def _after_somebody(self) -> bool:
        return bool(self.items) and self.items[-1].kind == "subject"

    def _christenable(self, at: int) -> bool:
        """Whether a known word may be somebody's name: "Tigre" may, "Astronauta" tells a role."""
        found = self._meanings(self.tokens[at : at + 1])
        mine = not (len(self.items) > 1 and self.items[-2].has("a", "count"))  # "my cat Thor"
        return all(m.kind in _NAMEABLE or (mine and (m.kind in _PET_NAMES or _is_a_name(m))) for m in found)

    def _christened(self, at: int) -> int:
        size = 0
        while at + size < len(self.tokens) and (
            (size == 0 and self.tokens[at].kind in ("word", "han", "han?"))
            or self._capital(at + size)
            or self.tokens[at + size].kind == "han?"
        ):
            size += 1
        return self._take_name(at, size) if size else 0

    def _take_name(self, at: int, size: int) -> int:
        piece = self.tokens[at : at + size]
        blank = "" if piece[0].kind.startswith("han") else " "
        self.items.append(Item("name", blank.join(t.raw for t in piece)[:60], self.language))
        return size


def _is_a_name(meaning: Meaning) -> bool:
    return meaning.kind == "role" and bool(table("outfits")[meaning.id].get("name"))


def _case_tells(tokens: Sequence[Token]) -> bool:
    """Whether capitals mean something here: not in headlines, not in shouting."""
    words = [t for t in tokens if t.kind == "word" and len(t.raw) > 3]
    capitals = sum(t.capital for t in words if not t.begins)
    shouting = sum(t.raw.isupper() for t in words)
    return capitals <= max(3, 0.6 * len(words)) and shouting <= len(words) / 2
