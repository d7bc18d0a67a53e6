"""The index: every word and phrase the built-in engine knows, and what it may mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from .. import vocabulary
from . import forms, numerals
from .fold import fold, key
from .lexicon import choices, listed, table

LANGUAGES = ("en", "pt", "es", "zh")


class Meaning(NamedTuple):
    """One thing a phrase may mean."""

    kind: str
    id: str
    language: str
    spelled: str
    """In lower case with its accents, to tell "avó" from "avô"."""
    plural: bool = False
    gender: str = ""
    """"f" or "m" where the word says who it is."""


@dataclass(frozen=True, slots=True)
class Index:
    """Phrases by their folded key; see `build`."""

    phrases: Mapping[str, Sequence[Meaning]]
    longest: Mapping[str, int]
    """By the first word of a phrase, how many words the longest one has."""
    han: int
    """Characters of the longest Chinese word."""
    heads: frozenset[str] = frozenset()
    """What Chinese compounds end with, see `compounds`."""
    near: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """Rows of `near.toml` by language and spelling: words for what is drawn as something like it."""
    shades: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """Rows of `shades.toml` by language and spelling."""
    local: frozenset[str] = frozenset()
    """Names of the regions, which are never understood in the middle of another language."""
    bent: dict[str, Sequence[Meaning]] = field(default_factory=dict, repr=False, compare=False)
    """What `unbent` found for the last words that it was asked for."""

    def meanings(self, phrase: str) -> Sequence[Meaning]:
        """What the folded `phrase` may mean, most likely first."""
        return self.phrases.get(phrase) or self.unbent(phrase)

    def unbent(self, phrase: str) -> Sequence[Meaning]:
        """What the phrase may mean as another form of a word: a feminine, a diminutive, a superlative."""
        if " " in phrase or not phrase.isalpha():
            return ()
        if (found := self.bent.get(phrase)) is None:
            if len(self.bent) >= _REMEMBERED:
                self.bent.clear()
            found = self.bent[phrase] = self._unbent(phrase)
        return found

    def _unbent(self, phrase: str) -> Sequence[Meaning]:
        for plain in forms.masculine(phrase):
            found = self.phrases.get(plain, ())
            if bent := tuple(m for m in found if _bends(m) and m.language in ("pt", "es")):
                return bent
        told = self._diminished(phrase) or self._compared(phrase) or self._unclung(phrase)
        return told or self._in_the_present(phrase) or self._told_in_english(phrase)

    def _diminished(self, phrase: str) -> Sequence[Meaning]:
        """ "Coelhinhos" and "nubecita" are small, "lindíssimo" is very much so."""
        for plain, plural, language in forms.undiminished(phrase):
            found = self.phrases.get(plain, ())
            if small := tuple(
                m._replace(plural=plural) if m.kind == "subject" else m
                for m in found
                if m.language == language
                and not (m.kind == "role" and phrase.endswith(_FIELDS))
                and (_bends(m) or m.kind == "subject" or (m.kind in _SHRINKING and len(plain) >= _FIRM))
            ):
                return small
        return ()

    def _unclung(self, phrase: str) -> Sequence[Meaning]:
        """ "Abrazándola" is "abrazando", "dibújamelo" is "dibuja"."""
        plain = forms.without_clitics(phrase)
        found = self.phrases.get(plain, ()) if plain else ()
        return tuple(m for m in found if m.language == "es" and m.kind in _DOING)

    def _in_the_present(self, phrase: str) -> Sequence[Meaning]:
        """ "Rema" and "remar" are what "remando" is."""
        for gerund in forms.gerunds(phrase):
            found = self.phrases.get(gerund, ()) or self.phrases.get(gerund + "se", ())
            if told := tuple(m for m in found if m.kind in _DONE and m.language in ("pt", "es")):
                return told
        return ()

    def _told_in_english(self, phrase: str) -> Sequence[Meaning]:
        """ "Pushes" is what "pushing" is."""
        kinds = _DONE if phrase.endswith("in") else ("undrawn",)
        for gerund in forms.english_gerunds(phrase):
            found = self.phrases.get(gerund, ())
            if told := tuple(m for m in found if m.kind in kinds and m.language == "en"):
                return told
        return ()

    def _compared(self, phrase: str) -> Sequence[Meaning]:
        """ "Cutest" and "bigger" are forms of "cute" and "big"."""
        for plain in forms.uncompared(phrase):
            found = self.phrases.get(plain, ())
            if compared := tuple(m for m in found if m.kind in BENDING and m.language == "en"):
                return compared
        return ()


_REMEMBERED = 4096
BENDING = frozenset({"color", "mood", "trait", "size", "filler", "undrawn", "count"})
"""Kinds of adjectives: their gender and number are undone when they are looked up, see `Index.meanings`."""

_DOING = frozenset({"action", "activity", "undrawn", "stop", "filler"})
_LEADING = _DOING | {"relation"}
_FIELDS = ("ico", "ica", "icos", "icas")
"""How "artístico" ends, which is no small artist."""
_DONE = _DOING | {"trait"}
_FIRM = 4
"""Letters of the shortest word that these come from: "marinha" is no small sea."""
_SHRINKING = frozenset({"place", "hat", "garment", "part", "scenery", "time", "role"})
"""Kinds of nouns that have diminutives, beside subjects."""

_PARTICIPLES = ("ado", "ido", "dor")


def _bends(meaning: Meaning) -> bool:
    return meaning.kind in BENDING or (meaning.kind == "action" and meaning.spelled.endswith(_PARTICIPLES))


# Which lexicon files hold nouns, whose plurals are derived.
_NOUNS = {
    "places": "place", "times": "time", "weathers": "weather", "sky": "sky", "hats": "hat",
    "glasses": "glasses", "parts": "part",
}  # fmt: skip
_PLURALS = frozenset(_NOUNS.values())
_AS_WRITTEN = {
    "colors": "color", "moods": "mood", "traits": "trait", "sizes": "size",
    "styles": "style", "actions": "action", "activities": "activity", "relations": "relation",
    "counts": "count", "scenery": "scenery", "bands": "band",
}  # fmt: skip

_ANYBODY = frozenset({"person", "people", "pessoa", "pessoas", "persona", "personas", "gente", "人", "人们"})
"""Words for people of any kind are nobody's name: who is drawn is chosen later."""

_SAID = frozenset({"place", "time", "weather", "style", "sky"})
"""Kinds whose `say` phrases are words of their own, so that what the writer wrote is read again."""


class _Builder:
    def __init__(self) -> None:
        self.phrases: dict[str, list[Meaning]] = {}
        self.longest: dict[str, int] = {}
        self.near: dict[tuple[str, str], str] = {}
        self.shades: dict[tuple[str, str], str] = {}
        self.in_two_words: list[str] = []
        self.with_tilde: list[str] = []
        self.heads: list[str] = []
        self.han = 1

    def add(self, phrase: str, meaning: Meaning) -> None:
        plain = phrase.isalpha() and phrase.isascii() and phrase.islower()
        folded = phrase if plain else key(phrase) if meaning.language != "zh" else fold(phrase)
        known = self.phrases.get(folded)
        if known is not None:
            if not any(m[:3] == meaning[:3] for m in known):
                known.append(meaning)
        elif folded:
            self.phrases[folded] = [meaning]
            if not plain:
                self._sort(folded)

    def _sort(self, folded: str) -> None:
        """Keep apart what has several words, a tilde, or is Chinese."""
        if " " in folded:
            first, blanks = folded[: folded.index(" ")], folded.count(" ")
            self.longest[first] = max(self.longest.get(first, 1), blanks + 1)
            if blanks == 1:
                self.in_two_words.append(folded)
        if "ñ" in folded:
            self.with_tilde.append(folded)
        elif folded[0] > "\u2e80":
            self.han = max(self.han, len(folded))
        elif folded[0] == "~":
            self.heads.append(folded[1:])

    def done(self) -> Index:
        self._also_without_tilde()
        self._also_in_one_word()
        heads, local = frozenset(self.heads), frozenset(_local())
        return Index(self.phrases, self.longest, self.han, heads, self.near, self.shades, local)

    def _also_in_one_word(self) -> None:
        """Many people write "icecream" and "polarbear"."""
        for phrase in self.in_two_words:
            if (plain := phrase.replace(" ", "")) not in self.phrases and plain.isalpha():
                for meaning in self.phrases[phrase]:
                    if meaning.kind == "subject" and meaning.language == "en":
                        self.add(plain, meaning)

    def _also_without_tilde(self) -> None:
        """Many keyboards have no "ñ": "nino" is read as "niño" unless it is a word of its own."""
        for phrase in tuple(self.with_tilde):
            plain = phrase.replace("ñ", "n")
            if not any(m.language == "es" for m in self.phrases.get(plain, ())):
                for meaning in self.phrases[phrase]:
                    self.add(plain, meaning)


def _local() -> Iterator[str]:
    for row in table("regional").values():
        for language, words in row.items():
            for word in listed(str(words)):
                yield word
                yield from forms.plurals(word, language)


@cache
def build() -> Index:
    """The index of all subjects and the whole lexicon, made once. Earlier additions are likelier meanings."""
    builder = _Builder()
    _add_grammar(builder)
    _add_near(builder)
    _add_subjects(builder, vocabulary.load().values())
    _add_outfits(builder)
    for name, kind in (_NOUNS | _AS_WRITTEN).items():
        _add_rows(builder, name, kind)
    _add_shades(builder)
    _add_landmarks(builder)
    _add_filler(builder)
    _add_chinese_numbers(builder)
    return builder.done()


def _add_near(builder: _Builder) -> None:
    for ident, row in table("near").items():
        for language in LANGUAGES:
            for listed_word in listed(row.get(language, "")):
                word, _, gender = listed_word.partition("/")
                means = _WHO.get(gender, "person") if row["means"] == "person" else str(row["means"])
                for form, plural in ((word, False), *((p, True) for p in forms.plurals(word, language))):
                    builder.add(form, Meaning("subject", means, language, form, plural))
                    builder.near.setdefault((language, form), ident)


def _add_shades(builder: _Builder) -> None:
    for ident, row in table("shades").items():
        for language in LANGUAGES:
            for word in listed(row[language]):
                builder.add(word, Meaning("color", row["means"], language, word))
                builder.shades[language, word] = ident


_WHO = {"f": "woman", "m": "man"}
"""Who is drawn for somebody of a trade, by the gender of its word."""


def _add_subjects(builder: _Builder, entries: Iterable[vocabulary.Entry]) -> None:
    """Names first: a "palomitas" that is listed comes before the plural of "palomita"."""
    entries = list(entries)
    for plural, names in ((False, _names), (True, _plurals)):
        for entry in entries:
            for language in LANGUAGES:
                for name in names(entry, language):
                    if name not in _ANYBODY:
                        builder.add(name, Meaning("subject", entry.id, language, name, plural))


def _names(entry: vocabulary.Entry, language: str) -> Iterable[str]:
    yield from entry.names.get(language, ())
    for rows in ("synonyms", "regional"):
        yield from listed(table(rows).get(entry.id, {}).get(language, ""))


def _plurals(entry: vocabulary.Entry, language: str) -> Iterator[str]:
    yield from entry.plurals.get(language, ())
    for name in _names(entry, language):
        yield from forms.plurals(name, language)


def _add_rows(builder: _Builder, name: str, kind: str) -> None:
    rows = ((ident, row) for ident, row in table(name).items() if not row.get("built"))
    for ident, row in rows:
        for language in LANGUAGES:
            for word in listed(row.get(language, "")):
                weak = word.startswith("?")
                for form, plural in _forms(word.lstrip("?"), kind, language):
                    builder.add(form, Meaning("place?" if weak else kind, ident, language, form, plural))
            if kind in _SAID and (said := row.get("say", {}).get(language)):
                builder.add(said, Meaning(kind, ident, language, said))
            who = row.get("who", {}).get(language, "")
            for many in forms.plurals(who, language) if who else ():
                builder.add(many, Meaning(kind, ident, language, many))  # violinists


def _forms(word: str, kind: str, language: str) -> Iterator[tuple[str, bool]]:
    if kind in _PLURALS:
        yield word, False
        for plural in forms.plurals(word, language):
            yield plural, True
    elif word.endswith("!"):
        for form in forms.conjugated(word[:-1], language):
            yield form, False
    else:
        yield word, False
        for form in forms.persons(word, language) if kind in _DOING else ():
            yield form, False
        for form in forms.contracted(word, language) if kind in _LEADING else ():
            yield form, False


_CLOTHES = {
    "en": (" costume", " outfit", " uniform", " clothes"),
    "zh": ("服", "装", "制服", "服装", "的衣服", "衣服", "套装"),
}  # fmt: skip
"""What makes clothes of somebody who wears them: "clown costume", "水手服"."""


def _add_outfits(builder: _Builder) -> None:
    for ident, row in table("outfits").items():
        for kind, words in (("role", row), ("garment", row.get("garment", {}))):
            for language in LANGUAGES:
                for word in listed(words.get(language, "")):
                    name, _, gender = word.partition("/")
                    builder.add(name, Meaning(kind, ident, language, name, False, gender))
                    for clothes in _CLOTHES.get(language, ()) if kind == "role" else ():
                        said = name + clothes
                        builder.add(said, Meaning("garment", ident, language, said))
                    for plural in forms.plurals(name, language):
                        builder.add(plural, Meaning(kind, ident, language, plural, True, gender))


def _add_grammar(builder: _Builder) -> None:
    for kind, row in table("grammar").items():
        for language in LANGUAGES:
            for word in listed(row.get(language, "")):
                for form in (word, *forms.contracted(word, language)):
                    builder.add(form, Meaning(kind, "", language, form))


def _add_chinese_numbers(builder: _Builder) -> None:
    for phrase, value in numerals.counted():
        builder.add(phrase, Meaning("count", str(value), "zh", phrase))


def _add_landmarks(builder: _Builder) -> None:
    """With the English names of what other languages call otherwise: the draft says them."""
    abroad = {word: str(name) for word, name in table("landmarks")["english"].items()}
    for ident, row in table("landmarks").items():
        for language in LANGUAGES:
            for word in listed(row.get("zh" if language == "zh" else "en", "")):
                builder.add(word, Meaning("landmark", ident, language, word.lower()))
                if translated := abroad.get(word.lower(), "").removeprefix("the "):
                    builder.add(translated, Meaning("landmark", ident, "en", translated.lower()))


_TRANSLATED = {"deeds": "undrawn", "things": "unknown", "formats": "filler"}
"""Files of what has no drawing, and the kind of word that each holds; fillers that have a row are told."""


def _add_filler(builder: _Builder) -> None:
    for name, kind in _TRANSLATED.items():
        _add_rows(builder, name, kind)
    for kind, row in table("filler").items():
        for language in LANGUAGES:
            for word in listed(row.get(language, "")):
                for form, _ in _forms(word, kind, language):
                    builder.add(form, Meaning(kind, "", language, form))
    for row in table("people").values():
        for name in listed(row["zh"]):
            builder.add(name, Meaning("name", "", "zh", name))
    for language, phrase in _writers_own():
        builder.add(phrase, Meaning("filler", "", language, phrase))


def _writers_own() -> Iterator[tuple[str, str]]:
    """The phrases the writer adds of its own, so that they are never taken for something asked for."""
    for row in table("phrases").values():
        for language, text in row.items():
            yield from ((language, piece) for choice in choices(text) for piece in _pieces(choice))
    for row in table("styles").values():
        for choice in choices(row.get("texture", "")):
            yield from (("en", piece) for piece in listed(choice))


def _pieces(phrase: str) -> list[str]:
    return listed(phrase.replace("、", ","))
