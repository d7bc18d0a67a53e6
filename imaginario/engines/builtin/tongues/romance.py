"""Portuguese and Spanish: genders, plurals, adjectives behind their noun."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import ClassVar

from ..words import forms
from ..words.fold import fold
from ..words.lexicon import listed, say, table
from .base import WHO, Tongue
from .said import Said


class _Romance(Tongue):
    articles: ClassVar[Mapping[str, tuple[str, str]]]
    """By gender: singular and (for "several") plural."""
    these: ClassVar[Mapping[str, tuple[str, str]]]
    """By gender: singular and plural."""
    numbers: ClassVar[Sequence[str]]
    feminine_numbers: ClassVar[Mapping[int, str]]
    many: ClassVar[Mapping[str, Mapping[str, str]]]
    feminine_endings: ClassVar[tuple[str, ...]]
    unbent: ClassVar[frozenset[str]]
    """Adjectives with one form for all."""
    of: ClassVar[str]
    short_sizes: ClassVar[Mapping[str, str]] = MappingProxyType({"135": "", "75": ""})
    """Sizes that stand before their noun, and how they are cut before a singular: "gran"."""
    words: ClassVar[Mapping[str, str]]
    """with, holding, dressed, named."""

    def noun(self, figure: Said) -> str:
        """ "dois gatos pretos com óculos redondos"."""
        if figure.name:
            return figure.name + self._clothes(figure)
        noun, gender = self.head(figure), self._head(figure)[1]
        adjectives = self._adjectives(figure, gender)
        of = "" if figure.has_trade else f"{self.of} "
        modifier = f"{of}{self.name_of(figure.modifier)}" if figure.modifier else ""
        named = f"{self.words['named' + gender]} {figure.named}" if figure.named else ""
        words = (
            self._opening(figure, gender),
            self._size(figure, gender),
            noun,
            self._trade(figure.role, gender) if figure.is_beast and figure.role in table("outfits") else "",
            self.suffix(figure),
            modifier,
            adjectives,
            self.row("actions", figure.gait) if figure.gait else "",
            named,
        )
        phrase = " ".join(w for w in words if w)
        return phrase + self.bearing(figure.print) + self._clothes(figure)

    def deed(self, figure: Said, figures: Sequence[Said]) -> str:
        """ "montando uma bicicleta", "dormindo sobre um sofá"."""
        acting, parts = figure, [self._doing(figure, figures)]
        figure = self.stander(figure, figures)
        if figure.relation == "at_window":
            parts.append(self.row("relations", "at_window"))
        elif figure.to is not None and figure.relation:
            parts.append(f"{self.row('relations', figure.relation)} {self.ground(figure, figures)}")
        return self.with_deed(acting, " ".join(p for p in parts if p))

    def head(self, figure: Said) -> str:
        """ "gatos"; the word of a profession for somebody who has no other."""
        noun, _ = self._head(figure)
        return self._plural(noun) if figure.count > 1 else noun

    def definite(self, figure: Said) -> str:
        """ "esse cachorro", "esas gatas"."""
        return f"{self.these[self._head(figure)[1]][figure.count > 1]} {self.head(figure)}"

    def medium(self, style: str, subject: str) -> str:
        """ "aquarela delicada de um gato"."""
        medium = self.row("styles", style or "illustration")
        return f"{medium} de {subject}" if subject else medium

    def gender(self, noun: str) -> str:
        """ "f" or "m", by list and ending."""
        first = noun.replace("-", " ").split(" ")[0]
        for gender in "fm":
            if {fold(noun), fold(first)} & _listed(self.code, gender):
                return gender
        return "f" if first.endswith(self.feminine_endings) else "m"

    def bend(self, adjective: str, gender: str, plural: bool) -> str:
        """An adjective in the form its noun asks for; phrases and participles stay as they are."""
        if adjective in self.unbent | _shades(self.code) or " " in adjective or adjective.endswith("ndo"):
            return adjective
        if gender == "f":
            adjective = self._feminine(adjective)
        return self._plural(adjective) if plural else adjective

    def _feminine(self, adjective: str) -> str:
        if adjective.endswith("o"):
            return adjective[:-1] + "a"
        return adjective + "a" if adjective.endswith("or") and len(adjective) > 5 else adjective

    def _plural(self, noun: str) -> str:
        return next(forms.plurals(noun, self.code), noun)

    def _opening(self, figure: Said, gender: str) -> str:
        if figure.bare or self.is_called(figure):
            return ""
        if figure.count == 1:
            return self._article(self._head(figure)[0], gender)
        if figure.plural:
            return ""
        if figure.count_word:
            return self.many[figure.count_word][gender] if figure.count_word in self.many else ""
        if gender == "f" and figure.count in self.feminine_numbers:
            return self.feminine_numbers[figure.count]
        return self.numbers[min(figure.count, len(self.numbers) - 1)]

    def _article(self, noun: str, gender: str) -> str:
        """ "un", "una"; "unas" for what has no singular, "un" before a stressed a."""
        if noun in _listed(self.code, "plural"):
            return self.articles[gender][1]
        stressed = noun in _listed(self.code, "stressed")
        return self.articles["m" if stressed else gender][0]

    def _head(self, figure: Said) -> tuple[str, str]:
        if figure.role and figure.role in table("outfits") and not figure.is_beast:
            return self._role(figure)
        if figure.entry is None:
            return figure.word, self.gender(figure.word)
        noun = self.contained(figure, self.own_name(figure))
        if figure.container_of == self.code or figure.near or figure.group:
            told = WHO.get(figure.entry.id) if figure.near and not figure.container_of else None
            return noun, told or self.gender(noun)
        gender = figure.entry.grammar.get(self.code) or WHO.get(figure.entry.id) or self.gender(noun)
        return noun, gender

    def role_of(self, figure: Said) -> str:
        """ "professora" for an owl, "professor" for a bear: the form goes with the noun's gender."""
        return self._trade(figure.outfit, self._head(figure)[1])

    def _trade(self, ident: str, gender: str) -> str:
        words = listed(str(table("outfits")[ident].get(self.code, "")))
        fitting = [w for w in words if w.endswith(f"/{gender}") or "/" not in w]
        return (fitting or words)[0].partition("/")[0]

    def _role(self, figure: Said) -> tuple[str, str]:
        words = listed(str(table("outfits")[figure.role].get(self.code, ""))) or [figure.role]
        who = WHO.get(figure.entry.id if figure.entry else "", "")
        fitting = [w for w in words if w.endswith(f"/{who}")] if who else []
        word, _, gender = (fitting or words)[0].partition("/")
        return word, gender or who or "m"

    def _size(self, figure: Said, gender: str) -> str:
        size = str(round(figure.size * 100))
        if size not in table("sizes"):
            return ""
        if size not in self.short_sizes:
            return ""
        short = self.short_sizes[size]
        return (
            short
            if short and figure.count == 1
            else self.bend(self.row("sizes", size), gender, figure.count > 1)
        )

    def _adjectives(self, figure: Said, gender: str) -> str:
        words = [self.hue(figure.color)] if figure.color in {*table("colors"), *table("shades")} else []
        if "black-and-white" in figure.traits:
            words = [self.words["patterned"]]
        traits = [self.word("traits", t) for t in figure.traits if t in table("traits")]
        size = str(round(figure.size * 100))
        if size in table("sizes") and size not in self.short_sizes:
            traits.insert(0, self.row("sizes", size))
        plural = figure.count > 1
        words = [self.listing([self.bend(w, gender, plural) for w in [*words, self.second(figure)] if w])]
        return " ".join([*words, self.listing([self.bend(t, gender, plural) for t in traits])]).strip()

    def _clothes(self, figure: Said) -> str:
        parts = []
        if figure.outfit in table("outfits") and figure.outfit != figure.role:
            parts.append(self._outfit(figure) + self.bearing(figure.outfit_print))
        if figure.disguise:
            parts.append(f"{self.words['dressed']} {self.name_of(figure.disguise)}")
        worn = [
            self._dyed(self.row(name, ident), color)
            for name, ident, color in (
                ("glasses", figure.glasses, figure.glasses_color),
                ("hats", figure.hat, figure.hat_color),
            )
            if ident in table(name)
        ]
        worn += [self._part(p, c) for p, c in self.parts(figure)]
        if worn:
            parts.append(f"{self.words['with']} {self.listing(worn)}")
        return "".join(f" {p}" for p in parts)

    def _outfit(self, figure: Said) -> str:
        text = self.row("outfits", figure.outfit)
        shades = [self.word("colors", figure.outfit_color)] if figure.outfit_color else []
        shades += [self.pattern(figure)] if figure.outfit_pattern else []
        if shades and (dyed := say("outfits", figure.outfit, self.code, "dyed")):
            text = dyed
        before = text.partition("{color}")[0].split()
        garment = next((w for w in before if w not in _LINKS), "")
        color = " ".join(self.bend(shade, self.gender(garment), False) for shade in shades)
        return " ".join(text.replace("{color}", color).split())

    def _dyed(self, text: str, color: str) -> str:
        if not color:
            return text
        article, _, rest = text.partition(" ")
        noun = rest if article in ("um", "uma", "un", "una") else text
        many = noun.split(" ")[0].endswith("s")
        return f"{text} {self.bend(self.word('colors', color), self.gender(noun), many)}"

    def _part(self, part: str, color: str) -> str:
        words = self.part_words(part)
        one = {"over", "single"} & table("parts")[part].keys()
        noun = words[0 if one else min(1, len(words) - 1)] if words else part
        plural = noun.endswith("s")
        if not color:
            return noun
        singular = words[0]
        return f"{noun} {self.bend(self.word('colors', color), self.gender(singular), plural)}"

    def bearing(self, ident: str) -> str:
        """ " com estampa de gato"."""
        return f" {self.having}{self.words['print']} {self.of} {self.name_of(ident)}" if ident else ""

    def dyed(self, noun: str, color: str) -> str:
        """ "pipa vermelha"."""
        return f"{noun} {self.bend(self.word('colors', color), self.gender(noun), False)}"

    def _doing(self, figure: Said, figures: Sequence[Said]) -> str:
        doing = self._does(figure, figures)
        if not figure.sits:
            return doing
        seated = self.bend(self.row("actions", "sit"), self._head(figure)[1], figure.count > 1)
        return " ".join(p for p in (seated, doing) if p)

    def _does(self, figure: Said, figures: Sequence[Said]) -> str:
        if figure.activity in table("activities") and not self.tells_its_mount(figure, figures):
            other = self._holds_another(figure) and self.held_phrase(figure)
            return (f"{self.words['holding']} {other}, " if other else "") + self.occupation(figure)
        verb = figure.verb if figure.verb in table("actions") else figure.action
        held = self.held_phrase(figure)
        if not verb:
            return f"{self.words['holding']} {held}" if held else ""
        word = self.row("actions", verb)
        if word.endswith("ado"):  # "sentado" is no gerund and agrees
            word = self.bend(word, self._head(figure)[1], figure.count > 1)
        if figure.action == "ride" and figure.to is not None:
            word = self.rides(figure) or word
        if figure.action == "ride" and figure.to is not None and held:
            return f"{self.words['holding']} {held}, {word} {self.noun(figures[figure.to])}"
        if figure.action == "ride" and figure.to is not None:
            return f"{word} {self.noun(figures[figure.to])}"
        if not held:
            return word
        if "takes" not in table("actions").get(figure.action, {}) or figure.action == "ride":
            return f"{self.words['holding']} {held}, {word}"
        return f"{self.handling(figure, word)} {held}"

    def held_phrase(self, figure: Said) -> str:
        """ "uma pipa vermelha"."""
        noun = self.held_name(figure)
        if not noun:
            return ""
        gender, many = self.gender(noun), figure.held_many
        color = self.bend(self.word("colors", figure.held_color), gender, many) if figure.held_color else ""
        number = self.feminine_numbers.get(figure.held_count, "") if gender == "f" else ""
        number = number or self.numbers[min(figure.held_count, len(self.numbers) - 1)]
        opening, noun = (number, self._plural(noun)) if many else (self._article(noun, gender), noun)
        traits = self.held_adjectives(figure)
        told = self.listing([self.bend(t, gender, many) for t in traits])
        phrase = " ".join(w for w in (opening, noun, color, told) if w) + self.bearing(figure.held_print)
        return self.in_both_hands(phrase, figure)


class Portuguese(_Romance):
    """Brazilian Portuguese."""

    code = "pt"
    having = "com "
    hint = "toques de {}"
    role_first = False
    conjunction = "e"
    of = "de"
    _WITH_ARTICLE: ClassVar = {
        "no": ("rio", "recife", "egito", "saara", "himalaia", "havaí", "atacama", "pão"),
        "na": ("bahia", "toscana"), "nos": ("andes",),
    }  # fmt: skip

    def at(self, name: str) -> str:
        """ "em Paris", "no Rio de Janeiro"."""
        first = name.split()[0].lower()
        return f"{next((p for p, names in self._WITH_ARTICLE.items() if first in names), 'em')} {name}"

    articles: ClassVar = {"m": ("um", "uns"), "f": ("uma", "umas")}
    these: ClassVar = {"m": ("esse", "esses"), "f": ("essa", "essas")}
    numbers = (
        "", "", "dois", "três", "quatro", "cinco", "seis", "sete", "oito", "nove", "dez", "onze", "doze",
    )  # fmt: skip
    feminine_numbers: ClassVar = {2: "duas"}
    many: ClassVar = {"several": {"m": "alguns", "f": "algumas"}, "many": {"m": "muitos", "f": "muitas"}}
    feminine_endings = ("a", "ã", "dade", "gem", "ção", "são", "tude", "ice", "triz")
    unbent = frozenset({"rosa", "laranja", "cinza", "turquesa", "simples", "steampunk", "sci-fi"})
    words: ClassVar = {
        "print": "estampa",
        "with": "com", "holding": "segurando", "dressed": "vestido de", "namedm": "chamado",
        "namedf": "chamada", "patterned": "em preto e branco",
    }  # fmt: skip


class Spanish(_Romance):
    """Spanish."""

    def at(self, name: str) -> str:
        """ "en París"."""
        return f"en {name}"

    code = "es"
    having = "con "
    hint = "toques de {}"
    role_first = False
    conjunction = "y"
    of = "de"
    articles: ClassVar = {"m": ("un", "unos"), "f": ("una", "unas")}
    these: ClassVar = {"m": ("ese", "esos"), "f": ("esa", "esas")}
    numbers = (
        "", "", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce",
    )  # fmt: skip
    feminine_numbers: ClassVar = {}
    short_sizes: ClassVar = {"135": "gran", "75": ""}
    many: ClassVar = {"several": {"m": "unos", "f": "unas"}, "many": {"m": "muchos", "f": "muchas"}}
    feminine_endings = ("a", "ción", "sión", "dad", "tud", "umbre")
    unbent = frozenset({"rosa", "naranja", "turquesa", "steampunk", "sci-fi"})
    words: ClassVar = {
        "print": "estampado",
        "with": "con", "holding": "sosteniendo", "dressed": "con disfraz de", "namedm": "llamado",
        "namedf": "llamada", "patterned": "en blanco y negro",
    }  # fmt: skip

    def listing(self, phrases: Sequence[str]) -> str:
        """ "y" becomes "e" before another i."""
        text = super().listing(phrases)
        last = phrases[-1] if len(phrases) > 1 else ""
        if last.lower().startswith(("i", "hi")) and not last.lower().startswith("hie"):
            return text.replace(f" y {last}", f" e {last}")
        return text


_LINKS = frozenset({"com", "con", "de", "em", "en", "in", "vestindo", "um", "uma", "un", "una"})


@cache
def _shades(code: str) -> frozenset[str]:
    """Words for shades, which have one form for all: "azul-marinho"."""
    return frozenset(listed(str(row[code]))[0] for row in table("shades").values())


@cache
def _listed(code: str, gender: str) -> frozenset[str]:
    words = listed(str(table("genders")[code].get(gender, "")))
    return frozenset(words) | frozenset(map(fold, words))
