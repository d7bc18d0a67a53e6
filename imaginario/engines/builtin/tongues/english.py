"""English, as image models read it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from ..words import forms
from ..words.afar import in_english
from ..words.lexicon import listed, say, table
from . import aboard, worn
from .base import WHO, Tongue
from .said import Said
from .unknown import looks_known

_NUMBERS = (
    "", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_WORN_SO = {"bun": "hair in a bun", "bell": "neck bell"}
"""Parts whose word alone is another thing."""
_SINGLE_PARTS = frozenset(
    {
        "roof",
        "door",
        "sail",
        "chimney",
        "scarf",
        "cape",
        "backpack",
        "apron",
        "tail",
        "beard",
        "long-beard",
        "smile",
        "ribbon",
        "collar",
        "bell",
        "bow-tie",
        "tie",
        "necklace",
        "belt",
        "gold-chain",
        "pendant",
        "flower-necklace",
        "pixie-cut",
    }
)


class English(Tongue):
    """English."""

    code = "en"
    told_of = r"\b(an? |the )"

    def noun(self, figure: Said) -> str:
        """ "two big black cats in sweaters"."""
        if figure.name:
            return figure.name + self._clothes(figure)
        if figure.entry is None and not figure.role and looks_known(figure.word, "en"):
            return self.hint.format(figure.word)
        words = [*self._adjectives(figure), self.head(figure), self.suffix(figure)]
        phrase = " ".join(w for w in words if w)
        if figure.count > 1:
            many = self._many(figure)
            phrase = f"{many} {phrase}".strip()
        elif (
            not figure.bare
            and phrase not in _mass()
            and not (self.is_called(figure) and phrase == self.head(figure))
        ):
            phrase = with_article(phrase)
        named = f" named {figure.named}" if figure.named else ""
        shown = self.bearing(figure.print).replace(" on it", " printed on it")
        return phrase + named + shown + self._clothes(figure)

    def deed(self, figure: Said, figures: Sequence[Said]) -> str:
        """ "riding a bicycle", "holding a balloon, dancing", "sleeping on a sofa"."""
        acting, parts = figure, [self._doing(figure, figures)]
        mount = figures[figure.to] if figure.action == "ride" and figure.to is not None else None
        if mount is not None and mount.action == "ride" and mount.to is not None and mount is not figure:
            parts.append(self._doing(mount, figures))  # "riding a cat riding a dog"
        figure = self.stander(figure, figures)
        if figure.relation == "at_window":
            parts.append(say("relations", "at_window"))
        elif figure.to is not None and figure.relation:
            parts.append(self._where(figure, figures))
        return self.with_deed(acting, " ".join(p for p in parts if p))

    def besides(self, phrase: str, figure: Said, doer: Said) -> str:
        """ "Another robot", or else it would be read as the one before."""
        article, _, rest = phrase.partition(" ")
        same = figure.entry == doer.entry and self.head(figure) == self.head(doer)
        return f"another {rest}" if same and article in ("a", "an") else phrase

    def _where(self, figure: Said, figures: Sequence[Said]) -> str:
        carrier = figures[figure.to or 0]
        if figure.object and figure.relation in ("on", "back") and carrier.alive and carrier.action == "hold":
            return f"on {_whose(carrier)} back"
        where = aboard.put(figure.relation, carrier)
        other = aboard.other_side(figure, figures)
        beyond = f" and {self.definite(other)}" if other is not None else ""
        window = f" {say('relations', 'at_window')}" if carrier.relation == "at_window" else ""
        return f"{where} {self.ground(figure, figures)}{beyond}{window}"

    def definite(self, figure: Said) -> str:
        """ "the dog"."""
        return self.head(figure) if self.is_called(figure) else f"the {self.head(figure)}"

    def at(self, name: str) -> str:
        """ "in Paris", however the name was written."""
        return f"in {in_english(name)}"

    def medium(self, style: str, subject: str) -> str:
        """ "delicate watercolor painting of a cat"."""
        medium = say("styles", style or "illustration")
        return f"{medium} of {subject}" if subject else medium

    def whole(self, text: str) -> str:
        """ "A dog barking, and a cat" without the "at" of what it barks at, which is not told."""
        return _DANGLING.sub("", text)

    def apart(self, phrases: Sequence[str]) -> str:
        """ "A cat wearing a hat, and a balloon": the balloon is not the cat's."""
        return f"{', '.join(phrases[:-1])}, and {phrases[-1]}"

    def _many(self, figure: Said) -> str:
        if figure.plural:  # "fish" alone would be one
            unseen = figure.entry is not None and self.head(figure) == self.own_name(figure)
            return "several" if unseen else ""
        if figure.count_word:
            return self.row("counts", figure.count_word)
        return _NUMBERS[min(figure.count, len(_NUMBERS) - 1)]

    def _adjectives(self, figure: Said) -> list[str]:
        size = round(figure.size * 100)
        words = [self.word("sizes", str(size)) if str(size) in table("sizes") else ""]
        patterned = "black-and-white" in figure.traits
        grown = figure.entry is not None and figure.entry.id in (
            "woman",
            "man",
        )  # "a young woman" is a teenager
        said = ("youthful" if t == "young" and grown else self.word("traits", t) for t in figure.traits)
        words += [word for t, word in zip(figure.traits, said, strict=True) if t in table("traits")]
        hues = [hue for hue in (self.hue(figure.color), self.second(figure)) if hue]
        words.append("black and white" if patterned else " and ".join(hues))
        words += [self._sex(figure), self.row("actions", figure.gait) if figure.gait else ""]
        return [*words, self.name_of(figure.modifier) if figure.modifier and not figure.has_trade else ""]

    def _sex(self, figure: Said) -> str:
        """What a trade leaves open whose English word is anybody's: "a female astronaut", "a male baker"."""
        row = table("outfits").get(figure.role) or table("near").get(figure.near) or {}
        who = figure.entry.id if figure.entry is not None else ""
        words = listed(str(row.get("en", ""))) if who in _SEXES and row.get("means") != who else []
        mark, word = _SEXES.get(who, ("", ""))
        return word if words and not row.get("name") and not any(w.endswith(mark) for w in words) else ""

    def head(self, figure: Said) -> str:
        """ "cats"; the word of a profession for somebody who has no other."""
        word = self.contained(figure, self.own_name(figure)) if figure.entry else figure.word
        word = self.trade(figure) or word
        if figure.role and figure.role in table("outfits"):
            word = f"{word} {self._role(figure)}" if figure.is_beast else self._role(figure)
        if figure.has_trade:
            word = f"{word} {self.name_of(figure.modifier)}"
        return next(forms.plurals(word, "en")) if figure.count > 1 and figure.entry else word

    def _role(self, figure: Said) -> str:
        """The word of a profession that fits who it is: "king", "queen"."""
        words = [w.strip() for w in str(table("outfits")[figure.role].get("en", "")).split(",")]
        who = WHO.get(figure.entry.id if figure.entry else "", "")
        fitting = [w for w in words if w.endswith(f"/{who}")] if who else []
        return (fitting or words)[0].partition("/")[0]

    def _clothes(self, figure: Said) -> str:
        text = ""
        said = worn.by_many if figure.count > 1 or figure.group else str
        if figure.outfit in table("outfits"):
            clad = worn.with_its_hat(
                self._outfit(figure), "none" if figure.bareheaded else figure.hat, self.hue(figure.hat_color)
            )
            figure = replace(figure, hat="" if clad.hat_told else figure.hat or clad.hat)
            text += said(f" {clad.text}".rstrip()) + self.bearing(figure.outfit_print)
        if figure.disguise:
            text += said(f" dressed as {with_article(self.name_of(figure.disguise))}")
        put_on = [
            self._dyed(_adorned(self.row(name, ident), _told_of(figure, ident)), color)
            for name, ident, color in (
                ("glasses", figure.glasses, figure.glasses_color), ("hats", figure.hat, figure.hat_color),
            )
            if ident in table(name)
        ]  # fmt: skip
        if put_on:
            text += said(f" wearing {self.listing(put_on)}")
        if parts := [self._part(p, c, _told_of(figure, p)) for p, c in self.parts(figure)]:
            text += said(f" with {self.listing(parts)}")
        return text

    def _outfit(self, figure: Said) -> str:
        text = say("outfits", figure.outfit)
        shades = (_told_of(figure, figure.outfit), self.pattern(figure), self.hue(figure.outfit_color))
        shade = " ".join(w for w in shades if w)
        if shade and (dyed := say("outfits", figure.outfit, "en", "dyed")):
            text = dyed
        text = agree(" ".join(text.replace("{color}", shade).split()))
        itself = figure.entry is not None and figure.entry.id == figure.outfit
        if figure.role or itself:  # "a witch dressed as a witch in a robe" says it twice
            text = re.sub(r"^dressed as .*?(?=( in | with |$))", "", text).strip()
        return text

    def _dyed(self, text: str, color: str) -> str:
        color = self.hue(color)
        if not color or f" {color} " in f" {text} ":
            return text
        article, blank, rest = text.partition(" ")
        return agree(f"{article} {color} {rest}") if article in ("a", "an") and blank else f"{color} {text}"

    def _part(self, part: str, color: str, told: str) -> str:
        name = _WORN_SO.get(part) or part.replace("-", " ")
        phrase = " ".join(w for w in (told, self.hue(color), name) if w)
        return with_article(phrase) if part in _SINGLE_PARTS else phrase

    def held_name(self, figure: Said) -> str:
        """What is in the hands; of what is drunk, what is in the cup."""
        drunk = figure.verb in ("drink", "drinking") or figure.action == "eat"
        plain = not (figure.held_near or figure.held_word or figure.held_kind)
        return "cup of tea" if drunk and plain and figure.held == "teacup" else super().held_name(figure)

    def around(self, name: str, ident: str, told: str) -> str:
        """ "In a messy kitchen", "in strong rain": a place or a weather with what is said of it."""
        text = self.row(name, ident)
        if not told:
            return text
        place, article, _ = (*text.split(" ", 2), "", "")[:3]
        phrase = f"{told} {self.word(name, ident)}"
        if article in ("a", "an"):
            return f"{place} {with_article(phrase)}"
        return f"{place} the {phrase}" if article == "the" else f"{place} {phrase}"

    def bearing(self, ident: str) -> str:
        """ " with a cat on it"."""
        name = self.name_of(ident) if ident else ""
        return f" with {name if _is_plural(name) else with_article(name)} on it" if name else ""

    def dyed(self, noun: str, color: str) -> str:
        """ "red kite"."""
        return f"{self.hue(color)} {noun}"

    def dyed_in(self, word: str, noun: str, color: str) -> str:
        """ "Playing a red guitar", "holding an open blue umbrella"."""
        dyed = self.dyed(noun, color)
        described = re.sub(rf"\b(an? \w+ ){re.escape(noun)}\b", rf"\1{dyed}", word)
        return (
            described
            if described != word
            else re.sub(rf" {re.escape(noun)}$", f" {with_article(dyed)}", word)
        )

    def _doing(self, figure: Said, figures: Sequence[Said]) -> str:
        doing = self._does(figure, figures)
        return " and ".join(p for p in ("sitting", doing) if p) if figure.sits else doing

    def _does(self, figure: Said, figures: Sequence[Said]) -> str:
        again = self._rides_along(figure, figures)
        if figure.activity in table("activities") and not (again or self.tells_its_mount(figure, figures)):
            other = self._holds_another(figure) and self.held_phrase(figure)
            doing = "" if self.trade(figure) else self.occupation(figure)
            return agree(f"holding {other}, " if other else "") + agree(doing)
        verb = figure.verb if figure.verb in table("actions") else figure.action
        if not verb:
            return f"holding {self.held_phrase(figure)}" if self.held_phrase(figure) else ""
        word = self.row("actions", verb)
        held = self.held_phrase(figure)
        if figure.action == "ride" and figure.to is not None:
            word = self.rides(figure) or (not held and aboard.preposition(figure, figures[figure.to])) or word
            return (f"holding {held}, " if held else "") + f"{word} {self.ground(figure, figures)}"
        return self._with_object(figure, word)

    def _rides_along(self, figure: Said, figures: Sequence[Said]) -> bool:
        """Whether somebody rides what another was told to ride before."""
        mount = figures[figure.to] if figure.action == "ride" and figure.to is not None else None
        return mount is not None and self.ground(figure, figures) == self.definite(mount)

    def _with_object(self, figure: Said, word: str) -> str:
        held = self.held_phrase(figure)
        if not held:
            return word
        if "takes" not in table("actions").get(figure.action, {}) or figure.action == "ride":
            return f"holding {held}, {word}"
        return f"{self.handling(figure, word)} {held}"

    def held_phrase(self, figure: Said) -> str:
        """ "a red kite"."""
        word = self.held_name(figure)
        if not word:
            return ""
        traits = self.held_adjectives(figure)
        kind = self.name_of(figure.held_kind) if figure.held_kind else ""
        phrase = " ".join(w for w in (*traits, self.hue(figure.held_color), kind, word) if w)
        if figure.held_many:
            number = _NUMBERS[min(figure.held_count, len(_NUMBERS) - 1)]
            return f"{number} {next(forms.plurals(phrase, 'en'))}".lstrip()
        bare = word in _mass() or (word == figure.held_word and _is_plural(word))
        phrase = (phrase if bare else with_article(phrase)) + self.bearing(figure.held_print)
        return self.in_both_hands(phrase, figure)


_DANGLING = re.compile(r"(?<=\w) (?:at|for|to|with|of|by|from|into|against|after|towards?)(?=$|,| and an? )")
"""A preposition that nothing follows."""
_SEXES = {"woman": ("/f", "female"), "man": ("/m", "male")}
"""The mark of a word that tells who somebody is, and the word that tells it of any other."""


@cache
def _mass() -> frozenset[str]:
    """Names of things that are not counted: "bread"."""
    return frozenset(listed(str(table("genders")["en"]["mass"])))


def _is_plural(word: str) -> bool:
    """Whether a word nobody knows looks like several: "chestnuts"."""
    return len(word) > len("bus") and word.endswith("s") and not word.endswith(("ss", "us", "is"))


def _told_of(figure: Said, ident: str) -> str:
    """What is said of something that somebody wears or has, and is not drawn: "dirty"."""
    return " ".join(word for _, of, word in figure.qualities if of == ident)


def _adorned(text: str, told: str) -> str:
    """ "A tall wizard hat": a quality behind the article."""
    article, blank, rest = text.partition(" ")
    if told and blank and article in ("a", "an"):
        return agree(f"a {told} {rest}")
    return f"{told} {text}".strip()


def _whose(figure: Said) -> str:
    """ "his", "her" or "its"."""
    if figure.entry is None or figure.entry.kind != "person":
        return "its"
    return {"m": "his", "f": "her"}.get(WHO.get(figure.entry.id, ""), "its")


def with_article(phrase: str) -> str:
    """ "an owl", "a big owl"."""
    return f"{_article(phrase)} {phrase}"


def agree(text: str) -> str:
    """The right one of "a" and "an" before every word."""
    return re.sub(r"\ban? (?=([\w-]+))", lambda m: f"{_article(m[1])} ", text)


_LIKE_YOU = ("uni", "use", "eu", "one", "ufo", "ukulele")


def _article(phrase: str) -> str:
    word = phrase.lower()
    return "an" if word[:1] in set("aeiou") and not word.startswith(_LIKE_YOU) else "a"
