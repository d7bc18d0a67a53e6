"""Words: from what a person wrote, in English, Portuguese, Spanish or Chinese, to a scene spec."""

from __future__ import annotations

from ..spec import SceneSpec
from . import index, language
from .chinese import drawing, fearing, folk
from .chinese.turning import turned
from .english.passes import plain as english
from .fold import tidy
from .iberian import by_ear, subjunctive, with_articles
from .iberian.passes import plain as iberian
from .matching import Item, Matcher
from .plain import (
    apposition,
    blooms,
    both_places,
    brimming,
    built,
    coatings,
    couples,
    covers,
    darkness,
    doorways,
    dressing,
    each,
    each_of_them,
    existing,
    feeding,
    flights,
    gathered,
    handheld,
    handing,
    heaped,
    heights,
    hunting,
    inverted,
    leading,
    lessons,
    likened,
    measured,
    owned,
    passives,
    portrayed,
    pronouns,
    rivers,
    roofs,
    rugs,
    shaped,
    skating,
    somebody,
    sounding,
    stamped,
    twins,
    two_colors,
    whom,
    whose,
    wished,
    young,
)
from .reader import accounting, avoiding
from .settled import passes as settled
from .slips import mended
from .tokens import spelled_out, split

__all__ = ["detect_language", "read"]


def read(text: str, negative: str | None = None) -> SceneSpec:
    """The scene that `text` asks for; what `negative` names is left out. Never raises, whatever the text."""
    items, code = _items(text)
    unwanted = avoiding.named(_items(negative, code)[0]) if negative else ()
    spec = accounting.read(items, code in ("pt", "es"), tuple(dict.fromkeys(unwanted)))
    return settled.settle(spec, items, text)


def detect_language(text: str, default: str = "en") -> str:
    """The language of a text as a BCP 47 tag: en, pt-BR, es or zh-CN; `default` decides a draw."""
    codes = {tag: code for code, tag in language.TAGS.items()}
    known, plain = index.build(), mended(tidy(text))
    code, _ = language.guess(plain, split(plain, known), known, codes.get(default, "en"))
    return language.TAGS[code]


def _items(text: str, default: str = "en") -> tuple[list[Item], str]:
    """What the text is made of, put as the reader knows it, and the language it is in."""
    known, plain = index.build(), mended(tidy(text))
    tokens = split(plain, known)
    code, sure = language.guess(plain, tokens, known, default)
    latin = code if code != "zh" else language.guess_latin("", tokens, known)[0]
    tokens = by_ear.heard(spelled_out(tokens, latin), known, latin)
    tokens = with_articles.dropped(subjunctive.told(tokens, known, latin), known, latin)
    items = Matcher(tokens, known, latin, sure and code != "zh").run()
    for step in (*_FIRST, *_OF_ONE_LANGUAGE[code], *_LAST):
        items = step(items)
    return somebody.added(items, code), code


_FIRST = (
    passives.plain,
    owned.plain,
    shaped.plain,
    whose.plain,
    measured.told,
    likened.plain,
    each.plain,
    dressing.plain,
    each_of_them.told,
    stamped.told,
    portrayed.told,
    two_colors.told,
)
"""What any language says in a roundabout way, and must be plain before a language has its own say."""
_LATIN = (
    folk.unwilling,
    wished.plain,
    coatings.plain,
    handheld.plain,
    gathered.plain,
    couples.plain,
    apposition.plain,
)
_OF_ONE_LANGUAGE = {
    "en": (*_LATIN, english),
    "pt": (*_LATIN, iberian),
    "es": (*_LATIN, iberian),
    "zh": (fearing.told, drawing.told, turned),
}
"""What one language says in its own way."""
_LAST = (
    darkness.told,
    twins.counted,
    rugs.plain,
    skating.plain,
    built.parted,
    brimming.plain,
    roofs.plain,
    heights.plain,
    rivers.plain,
    lessons.plain,
    heaped.plain,
    inverted.plain,
    young.told,
    pronouns.named,
    sounding.played,
    hunting.chained,
    feeding.offered,
    handing.plain,
    whom.plain,
    doorways.plain,
    existing.plain,
    both_places.merged,
    flights.counted,
    blooms.worn,
    covers.spread,
    leading.led,
)
"""What is told as several things, and is one, in every language."""
