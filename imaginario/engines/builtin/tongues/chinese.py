"""Chinese: measure words, clothes and colours before the noun."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType

from ..vocabulary import load
from ..words.lexicon import listed, say, table
from .base import Tongue
from .said import Said

_NUMBERS = ("", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
_WORN = frozenset({"bow-tie", "tie", "collar", "bell", "necklace", "earrings", "ribbon", "gloves", "belt"})
"""Parts that are put on, and do not grow."""
_GENDERED = MappingProxyType({"woman": "女", "man": "男"})


class Chinese(Tongue):
    """Simplified Chinese."""

    code = "zh"
    told_of, edge = "()", ""
    comma = "、"
    blank = ""
    having = ""
    hint = "带有{}元素"
    conjunction = "和"

    def noun(self, figure: Said) -> str:
        """ "两只戴着圆眼镜的黑色猫"."""
        clothes = self._clothes(figure)
        if figure.name:
            return clothes + figure.name
        noun = self.head(figure)
        named = f"名叫{figure.named}的" if figure.named else ""
        bearing = self.bearing(figure.print)
        return (
            self._opening(figure)
            + named
            + clothes
            + bearing
            + self._adjectives(figure)
            + noun
            + self.suffix(figure)
        )

    def deed(self, figure: Said, figures: Sequence[Said]) -> str:
        """ "骑着一辆自行车", "在一张沙发上睡觉"."""
        where, stander = "", self.stander(figure, figures)
        if stander.relation == "at_window":
            where = say("relations", "at_window", "zh")
        elif stander.to is not None and stander.relation:
            where = f"在{self.ground(stander, figures)}{say('relations', stander.relation, 'zh')}"
        doing = self.with_deed(figure, self._doing(figure, figures))
        return where + ("正在" if doing and not where and "着" not in doing else "") + doing

    def definite(self, figure: Said) -> str:
        """ "那只狗"."""
        return f"那{'些' if figure.count > 1 else self._measure(figure)}{self.head(figure)}"

    def medium(self, style: str, subject: str) -> str:
        """ "细腻的水彩画：一只猫"."""
        medium = say("styles", style or "illustration", "zh")
        return f"{medium}：{subject}" if subject else medium

    def joined(self, noun: str, deed: str) -> str:
        """A noun and what it does."""
        return noun + deed

    def listing(self, phrases: Sequence[str]) -> str:
        """ "甲、乙和丙"."""
        phrases = [p for p in phrases if p]
        if len(phrases) < 2:
            return "".join(phrases)
        return f"{self.comma.join(phrases[:-1])}{self.conjunction}{phrases[-1]}"

    def _opening(self, figure: Said) -> str:
        if figure.plural or figure.bare or self.is_called(figure):
            return ""
        if figure.count_word:
            word = say("counts", figure.count_word, "zh")
            return word + self._measure(figure) if word == "几" else word
        return _NUMBERS[min(figure.count, len(_NUMBERS) - 1)] + self._measure(figure)

    def _measure(self, figure: Said) -> str:
        if figure.entry is None or figure.role:
            return "位" if figure.role else "个"
        if figure.group:
            return str(table("groups")[figure.group].get("measure", "个"))
        if own := table("near").get(figure.near, {}).get("measure"):
            return str(own)
        rows = table("measures")
        return str(rows["ids"].get(figure.entry.id) or rows["kinds"].get(figure.entry.kind, "个"))

    def at(self, name: str) -> str:
        """ "在巴黎"."""
        return f"在{name}"

    def head(self, figure: Said) -> str:
        """ "猫"; the word of a profession for somebody who has no other."""
        if figure.role and figure.role in table("outfits"):
            role = self.word("outfits", figure.role)
            return self.own_name(figure) + role if figure.is_beast else role
        if figure.has_trade:
            who = figure.entry.id if figure.entry is not None else ""
            return _GENDERED.get(who, self.own_name(figure)) + self.name_of(figure.modifier)
        return self.own_name(figure)

    def _adjectives(self, figure: Said) -> str:
        size = str(round(figure.size * 100))
        words = [
            self.word("traits", t).removesuffix("的") + "的" for t in figure.traits if t in table("traits")
        ]
        words += [say("sizes", size, "zh")] if size in table("sizes") else []
        if "black-and-white" in figure.traits:
            words.append("黑白相间的")
        elif figure.color:
            words.append(self._hues(figure))
        words += [f"{say('actions', figure.gait, 'zh')}的"] if figure.gait else []
        tells = figure.modifier and not figure.has_trade
        return "".join(words) + (self.name_of(figure.modifier) if tells else "")

    def _hues(self, figure: Said) -> str:
        """ "红色", or both of two colours: "红白相间的"."""
        hues = [self.word("colors", figure.color), self.second(figure)]
        return "".join(hue.removesuffix("色") for hue in hues) + "相间的" if hues[1] else hues[0]

    def _clothes(self, figure: Said) -> str:
        text = ""
        if figure.outfit in table("outfits") and figure.outfit != figure.role:
            text += self._outfit(figure)
        if figure.disguise:
            text += f"打扮成{self.name_of(figure.disguise)}的"
        worn = [
            (self.word("colors", color) if color else "") + self.row(name, ident)
            for name, ident, color in (
                ("glasses", figure.glasses, figure.glasses_color),
                ("hats", figure.hat, figure.hat_color),
            )
            if ident in table(name)
        ]
        over, own = [], []
        for part, color in self.parts(figure):
            said = (self.word("colors", color) if color else "") + (self.part_words(part) or [part])[0]
            kept = over if table("parts")[part].get("over") else worn if part in _WORN else own
            kept.append(said)
        text += f"戴着{self.listing(worn)}的" if worn else ""
        text += f"{self._carrying(figure)}{self.listing(over)}的" if over else ""
        return text + (f"长着{self.listing(own)}的" if own else "")

    def _carrying(self, figure: Said) -> str:
        """How one wears what is over one's clothes: "披着" a cape, "背着" a bag."""
        verbs = {"backpack": "背着", "apron": "系着"}
        return next((verbs[part] for part, _ in figure.parts if part in verbs), "披着")

    def _outfit(self, figure: Said) -> str:
        text = say("outfits", figure.outfit, "zh")
        color = self.word("colors", figure.outfit_color) if figure.outfit_color else ""
        shade = color + self.pattern(figure)
        if shade and (dyed := say("outfits", figure.outfit, "zh", "dyed")):
            text = dyed
        return text.replace("{color}", self.bearing(figure.outfit_print) + shade)

    def bearing(self, ident: str) -> str:
        """ "印着猫的", before its noun."""
        return f"印着{self.name_of(ident)}的" if ident else ""

    def dyed(self, noun: str, color: str) -> str:
        """ "红色风筝"."""
        return self.word("colors", color) + noun

    def _doing(self, figure: Said, figures: Sequence[Said]) -> str:
        return ("坐着" if figure.sits else "") + self._does(figure, figures)

    def _does(self, figure: Said, figures: Sequence[Said]) -> str:
        if figure.activity in table("activities") and not self.tells_its_mount(figure, figures):
            other = self._holds_another(figure) and self.held_phrase(figure)
            return (f"拿着{other}" if other else "") + self.occupation(figure)
        verb = figure.verb if figure.verb in table("actions") else figure.action
        held = self.held_phrase(figure)
        if not verb:
            return f"拿着{held}" if held else ""
        word = self.row("actions", verb)
        if figure.action == "ride" and figure.to is not None:
            word = self.rides(figure) or _on(figures[figure.to]) or word
        if figure.action == "ride" and figure.to is not None and held:
            return f"拿着{held}{word}{self.noun(figures[figure.to])}"
        if figure.action == "ride" and figure.to is not None:
            return word + self.noun(figures[figure.to])
        if not held:
            return word
        if "takes" not in table("actions").get(figure.action, {}) or figure.action == "ride":
            return f"拿着{held}{word}"
        return self.handling(figure, word) + held

    def held_phrase(self, figure: Said) -> str:
        """ "红色风筝"."""
        noun = self.held_name(figure)
        color = self.word("colors", figure.held_color) if figure.held_color and noun else ""
        many = ""
        if figure.held_count > 1:
            rows = table("measures")
            kind = load()[figure.held].kind if figure.held in load() else ""
            measure = str(rows["ids"].get(figure.held) or rows["kinds"].get(kind, "个"))
            many = _NUMBERS[min(figure.held_count, len(_NUMBERS) - 1)] + measure
        told = "".join(f"{word.removesuffix('的')}的" for word in self.held_adjectives(figure))
        kind = self.name_of(figure.held_kind) if figure.held_kind else ""
        phrase = many + self.bearing(figure.held_print) + told + color + kind + noun if noun else ""
        return self.in_both_hands(phrase, figure)

    def row(self, name: str, ident: str, kind: str = "say") -> str:
        """How a row of the lexicon is put; the first word of its list where it does not tell."""
        words = listed(str(table(name).get(ident, {}).get("zh", "")))
        return say(name, ident, "zh", kind) or (words[0] if words else ident)


def _on(mount: Said) -> str:
    """How one is on a vehicle that nobody sits astride: "坐着一艘船"; empty for any other mount."""
    if mount.entry is None or mount.entry.kind != "vehicle" or mount.entry.id in _ASTRIDE:
        return ""
    return "踩着" if mount.entry.id == "skateboard" else "坐着"


_ASTRIDE = frozenset({"bicycle", "motorcycle", "scooter", "tricycle"})
