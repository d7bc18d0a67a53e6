"""The other forms of a word: plurals, feminines, verb endings, by the rules of its language.

The rules are generous: a form that does not exist ("gatoes") harms nobody, a missing one hides a subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_ENGLISH = {
    "man": "men", "woman": "women", "child": "children", "mouse": "mice", "goose": "geese", "wolf": "wolves",
    "leaf": "leaves", "knife": "knives", "person": "people", "fish": "fish", "sheep": "sheep", "deer": "deer",
    "tooth": "teeth", "foot": "feet", "loaf": "loaves", "elf": "elves", "dwarf": "dwarves", "ox": "oxen",
    "cactus": "cacti", "octopus": "octopi", "calf": "calves", "shelf": "shelves", "scarf": "scarves",
    "tomato": "tomatoes", "potato": "potatoes", "mango": "mangoes", "bison": "bison", "axolotl": "axolotls",
    "castanets": "castanets", "binoculars": "binoculars", "scissors": "scissors",
}  # fmt: skip
_LINKS = frozenset({
    "de", "do", "da", "dos", "das", "del", "d", "en", "em", "com", "con", "a", "à", "sem", "sin",
    "para", "o", "la", "el",
})  # fmt: skip
_PT_ENDINGS = {
    "ão": ("ões", "ães", "ãos"), "al": ("ais",), "el": ("éis",), "ol": ("óis",), "ul": ("uis",),
    "il": ("is", "eis"), "m": ("ns",), "r": ("res",), "z": ("zes",), "ês": ("eses",), "s": (), "x": (),
}  # fmt: skip
_ENDINGS_OF_ADJECTIVES = (
    ("oras", "or"), ("ora", "or"), ("esas", "es"), ("esa", "es"), ("as", "o"), ("os", "o"), ("a", "o"),
    ("ais", "al"), ("eis", "el"), ("uis", "ul"), ("ois", "ol"), ("is", "il"), ("ns", "m"), ("ces", "z"),
    ("es", ""), ("s", ""),
)  # fmt: skip
_VERB_ENDINGS = {
    "pt": {
        "ar": ("ando", "a", "am", "ou", "aram", "ava", "avam"),
        "er": ("endo", "e", "em", "eu", "eram", "ia", "iam"),
        "ir": ("indo", "e", "em", "iu", "iram", "ia", "iam"),
    },
    "es": {
        "ar": ("ando", "a", "an", "ó", "aron", "aba", "aban"),
        "er": ("iendo", "e", "en", "ió", "ieron", "ía", "ían"),
        "ir": ("iendo", "e", "en", "ió", "ieron", "ía", "ían"),
    },
}
_SHORT_ENGLISH_VERB = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")
_SMALL = (
    (re.compile(r"(?P<stem>[a-z]{2,}?)(?P<link>qu|gu|z|)inh[oa](?P<many>s?)"), "pt"),
    (re.compile(r"(?P<stem>[a-z]{2,}?)(?P<link>qu|c|gu|)[ií]ssim[oa](?P<many>s?)"), "pt"),
    (re.compile(r"(?P<stem>[a-zñ]{2,}?)(?P<link>qu|gu|ec|c|)it[oa](?P<many>s?)"), "es"),
    (re.compile(r"(?P<stem>[a-zñ]{2,}?)(?P<link>qu|gu|ec|c|)ill[oa](?P<many>s?)"), "es"),
    (re.compile(r"(?P<stem>[a-zñ]{2,}?[tr])(?P<link>)ic[oa](?P<many>s?)"), "es"),
    (re.compile(r"(?P<stem>[a-zñ]{2,}?)(?P<link>qu|c|gu|)[ií]sim[oa](?P<many>s?)"), "es"),
)
_CLINGING = re.compile(
    r"(?P<verb>[a-zñ]+?(?:ndo|[aei]r)|[a-zñ]{4,}?[ae](?=mel|nosl))(?:[mts]e|nos)?(?:l[aoe]s?)?"
)
_HISS = ("s", "x", "z", "ch", "sh")


def plurals(phrase: str, language: str) -> Iterator[str]:
    """The plurals a noun phrase may have; none in Chinese."""
    if language == "en":
        yield _english_phrase(phrase)
    elif language != "zh":
        yield from _romance_phrase(phrase, language)


def masculine(word: str) -> Iterator[str]:
    """Dictionary forms a Portuguese or Spanish adjective may have: "amarelas" gives "amarelo" too."""
    for ending, plain in _ENDINGS_OF_ADJECTIVES:
        if word.endswith(ending):
            yield word[: -len(ending)] + plain


def undiminished(word: str) -> Iterator[tuple[str, bool, str]]:
    """What a diminutive or an "-íssimo" may come from: (word, whether it is a plural, language)."""
    for pattern, language in _SMALL:
        if (match := pattern.fullmatch(word)) is None:
            continue
        stem, link, many = match["stem"], match["link"], bool(match["many"])
        hard = {"qu": "c", "gu": "g", "c": "z"}
        stems = [stem + hard[link]] if link in ("qu", "gu") else [stem, stem + hard.get(link, "")]
        for root in dict.fromkeys(stems):
            for ending in (
                ("", "a", "o", "e") if word.removesuffix("s").endswith("a") else ("", "o", "a", "e")
            ):
                yield root + ending, many, language


def without_clitics(word: str) -> str:
    """The Spanish verb of a folded word that ends in pronouns, "" where there are none: "comiendoselo"."""
    match = _CLINGING.fullmatch(word)
    return match["verb"] if match and match["verb"] != word else ""


def uncompared(word: str) -> Iterator[str]:
    """English adjectives that a comparative or a superlative may come from."""
    for ending in ("iest", "ier", "est", "er"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            yield from (stem + "y",) if ending[0] == "i" else (stem, stem + "e")
            if stem[-1] == stem[-2]:
                yield stem[:-1]


def conjugated(verb: str, language: str) -> Iterator[str]:
    """The regular forms of a verb given as infinitive: the base form, -ing or -ndo, third person."""
    yield verb
    if language == "en":
        yield _with_s(verb)
        yield _with_ing(verb)
    elif endings := _VERB_ENDINGS.get(language, {}).get(verb[-2:]):
        for ending in endings:
            yield verb[:-2] + ending


_CONTRACTED = {
    "pt": {
        "de": ("do", "da", "dos", "das", "dum", "duma"), "do": ("dos",), "da": ("das",),
        "em": ("no", "na", "nos", "nas", "num", "numa"), "no": ("nos",), "na": ("nas",), "num": ("numa",),
        "por": ("pelo", "pela", "pelos", "pelas"), "a": ("ao", "à", "aos", "às"), "ao": ("aos",),
        "à": ("às",),
    },
    "es": {"de": ("del",), "a": ("al",)},
}  # fmt: skip
"""Prepositions at the end of a phrase, with the article behind them."""
_BEFORE_A = ("frente", "junto", "juntinho", "próximo", "defronte", "pegado", "cerca", "próxima", "pegada")


_UNBENT = frozenset({"en medio de"})
"""What means another thing with an article: "en medio del campo" is where somebody is."""


def contracted(phrase: str, language: str) -> Iterator[str]:
    """Other forms of a phrase that ends in a preposition: "atrás de" gives "atrás das"."""
    rest, _, last = phrase.rpartition(" ")
    if not rest or phrase in _UNBENT or (last == "a" and rest.rpartition(" ")[2] not in _BEFORE_A):
        return
    for other in _CONTRACTED.get(language, {}).get(last, ()):
        yield f"{rest} {other}"


_PRESENT = {
    "pt": {"ando": ("a", "am", "ar"), "endo": ("e", "em", "er"), "indo": ("e", "em", "ir")},
    "es": {"ando": ("a", "an", "ar"), "iendo": ("e", "en", "er", "ir"), "yendo": ("e", "en", "er", "ir")},
}
"""What stands instead of a gerund: somebody does it, several do, it is to be done."""
_GERUND = re.compile(r"(?P<stem>\w{2,}?)(?P<ending>[aá]ndo|[iy]?[eé]ndo|indo)(?:[mts]e|les?|nos)?")
_ROOTS = (("", ""), ("ie", "e"), ("ue", "o"))
_STEM = 3
"""Letters of the shortest stem that a gerund is looked for."""


def persons(phrase: str, language: str) -> Iterator[str]:
    """Other forms of a phrase with a gerund in front: "tomando una foto" gives "toma una foto"."""
    first, _, rest = phrase.partition(" ")
    match = _GERUND.fullmatch(first) if rest else None
    if match is None or language not in _PRESENT:
        return
    ending = match["ending"].translate(_PLAIN)
    for other in (ending, *_PRESENT[language].get(ending, ())):
        yield f"{match['stem']}{other} {rest}"


_PLAIN = str.maketrans("áéíóú", "aeiou")
_STRESSED = tuple(vowel + last for vowel in "áéíóú" for last in "ns")
"""Spanish endings whose stress needs no accent in the plural: "halcones"."""


def gerunds(word: str) -> Iterator[str]:
    """Gerunds that a folded word may belong to if it is a verb: "rema", "remar", "piensa"."""
    for endings, said in _OF_ENDINGS:
        end = next((e for e in endings if word.endswith(e) and len(word) - len(e) >= _STEM), "")
        for ending in said if end else ():
            stem = word[: -len(end)]
            yield from (stem.replace(one, other) + ending for one, other in _ROOTS if one in stem)


def english_gerunds(word: str) -> Iterator[str]:
    """Gerunds that an English word may belong to if it tells what somebody does: "pushes", "digs"."""
    if len(word) > _STEM and word.endswith("in"):
        yield word + "g"  # "walkin"
    if len(word) < _STEM or not word.endswith("s") or word.endswith("ss"):
        return
    stem = word[:-1]
    yield stem + "ing"
    yield stem[:-1] + "ing"  # "carves", "pushes"
    yield stem + stem[-1] + "ing"
    if stem.endswith("ie"):
        yield stem[:-2] + "ying"


_IN_E = ("iendo", "endo", "indo")
_OF_ENDINGS = (
    (("ar", "an", "am", "a"), ("ando",)), (("er", "ir", "en", "em", "e"), _IN_E),
    (("ou",), ("ando",)), (("eu",), ("endo",)), (("iu",), ("indo",)),
)  # fmt: skip
"""How verbs end in the present and, in Portuguese, in the past: "caiu", "perdeu"."""


def _english_phrase(phrase: str) -> str:
    head, of, rest = phrase.partition(" of ")
    before, blank, last = head.rpartition(" ")
    return before + blank + _english_word(last) + of + rest


def _english_word(word: str) -> str:
    if irregular := _ENGLISH.get(word):
        return irregular
    for ending in ("man", "fish", "shelf"):
        if word.endswith(ending):
            return word[: -len(ending)] + _ENGLISH[ending]
    return _with_s(word)


def _with_s(word: str) -> str:
    if word.endswith(_HISS):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"


def _with_ing(verb: str) -> str:
    if verb.endswith("e") and not verb.endswith("ee"):
        return verb[:-1] + "ing"
    return verb + (verb[-1] if _SHORT_ENGLISH_VERB.fullmatch(verb) else "") + "ing"


def _romance_phrase(phrase: str, language: str) -> Iterator[str]:
    if phrase.isalpha():
        yield from _romance_word(phrase, language)
        return
    words = phrase.replace("-", " ").split(" ")
    links = (i for i, word in enumerate(words) if word in _LINKS or word.startswith("d'"))
    until = next(links, len(words))
    bent = [_first_plural(word, language) for word in words]
    yield " ".join(bent[:until] + words[until:])
    yield " ".join(bent[:1] + words[1:])
    if "-" in phrase:
        yield " ".join(words[:-1] + bent[-1:])


def _first_plural(word: str, language: str) -> str:
    return next(_romance_word(word, language), word)


def _romance_word(word: str, language: str) -> Iterator[str]:
    return _portuguese(word) if language == "pt" else _spanish(word)


def _portuguese(word: str) -> Iterator[str]:
    for length in (2, 1):
        endings = _PT_ENDINGS.get(word[-length:])
        if endings is not None:
            for ending in endings:
                yield word[:-length] + ending
            return
    yield word + "s"


def _spanish(word: str) -> Iterator[str]:
    if word.endswith("z"):
        yield word[:-1] + "ces"
    elif word.endswith(("a", "e", "i", "o", "u", "á", "é", "ó")):
        yield word + "s"
    elif word.endswith(("s", "x")):
        if word.endswith(_STRESSED):
            yield word[:-2] + word[-2:].translate(_PLAIN) + "es"
    elif word.endswith(_STRESSED):
        yield word[:-2] + word[-2:].translate(_PLAIN) + "es"
    else:
        yield word + "es"
        yield word + "s"  # of words from abroad: "aliens", "chefs"
