"""Words: from what a person wrote, in English, Portuguese, Spanish or Chinese, to a scene spec."""

from __future__ import annotations

from ..spec import SceneSpec
from . import (
    accounting,
    anyway,
    apposition,
    avoiding,
    blooms,
    borne,
    built,
    coatings,
    couples,
    covers,
    doorways,
    drawing,
    english,
    flights,
    folk,
    gathered,
    handheld,
    handing,
    heaped,
    hung,
    iberian,
    index,
    inverted,
    language,
    leading,
    likened,
    limbs,
    pronouns,
    pushing,
    raising,
    rugs,
    serving,
    whom,
    young,
)
from .fold import tidy
from .matching import Item, Matcher
from .tokens import spelled_out, split
from .turning import turned

__all__ = ["detect_language", "read"]


def read(text: str, negative: str | None = None) -> SceneSpec:
    """The scene that `text` asks for; what `negative` names is left out. Never raises, whatever the text."""
    items, code = _items(text)
    unwanted = avoiding.named(_items(negative, code)[0]) if negative else ()
    spec = accounting.read(items, code in ("pt", "es"), tuple(dict.fromkeys(unwanted)))
    spec = borne.placed(pushing.placed(spec, text), items)
    spec = serving.served(borne.balanced(limbs.placed(spec, items)))
    return anyway.settled(hung.hung(raising.raised(spec), items))


def detect_language(text: str, default: str = "en") -> str:
    """The language of a text as a BCP 47 tag: en, pt-BR, es or zh-CN; `default` decides a draw."""
    codes = {tag: code for code, tag in language.TAGS.items()}
    known, plain = index.build(), tidy(text)
    code, _ = language.guess(plain, split(plain, known), known, codes.get(default, "en"))
    return language.TAGS[code]


def _items(text: str, default: str = "en") -> tuple[list[Item], str]:
    known, plain = index.build(), tidy(text)
    tokens = split(plain, known)
    code, sure = language.guess(plain, tokens, known, default)
    latin = code if code != "zh" else language.guess_latin("", tokens, known)[0]
    items = Matcher(spelled_out(tokens, latin), known, latin, sure and code != "zh").run()
    if code == "zh":
        return _plain(turned(drawing.told(items))), code
    asked = handheld.plain(coatings.plain(likened.plain(folk.unwilling(items))))
    told = apposition.plain(couples.plain(gathered.plain(asked)))
    return _plain(_PLAIN[code](told)), code


def _plain(items: list[Item]) -> list[Item]:
    """What is told as several things, and is one, in every language."""
    named = pronouns.named(young.told(inverted.plain(heaped.plain(built.parted(rugs.plain(items))))))
    placed = doorways.plain(whom.plain(handing.plain(named)))
    return leading.led(covers.spread(blooms.worn(flights.counted(placed))))


_PLAIN = {"en": english.plain, "pt": iberian.plain, "es": iberian.plain}
"""What is said in a roundabout way is put as the reader knows it."""
