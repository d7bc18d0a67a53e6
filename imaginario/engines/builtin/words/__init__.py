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
    both_places,
    brimming,
    built,
    coatings,
    couples,
    covers,
    doorways,
    drawing,
    dressing,
    each,
    english,
    existing,
    fearing,
    feeding,
    flights,
    folk,
    gathered,
    handheld,
    handing,
    heaped,
    heights,
    hung,
    hunting,
    iberian,
    index,
    inverted,
    laid,
    language,
    leading,
    lessons,
    likened,
    limbs,
    lined,
    measured,
    owned,
    passives,
    portrayed,
    pronouns,
    pulling,
    pushing,
    raising,
    rivers,
    roofs,
    rugs,
    serving,
    shaped,
    somebody,
    sounding,
    stamped,
    subjunctive,
    voices,
    whom,
    whose,
    wished,
    young,
)
from .fold import tidy
from .matching import Item, Matcher
from .slips import mended
from .tokens import spelled_out, split
from .turning import turned

__all__ = ["detect_language", "read"]


def read(text: str, negative: str | None = None) -> SceneSpec:
    """The scene that `text` asks for; what `negative` names is left out. Never raises, whatever the text."""
    items, code = _items(text)
    unwanted = avoiding.named(_items(negative, code)[0]) if negative else ()
    spec = accounting.read(items, code in ("pt", "es"), tuple(dict.fromkeys(unwanted)))
    spec = borne.placed(pushing.placed(laid.laid(spec, items), text), items)
    spec = serving.served(borne.balanced(limbs.placed(voices.heard(spec), items)))
    spec = heights.seen(lessons.given(pulling.harnessed(hunting.ridden_after(spec))))
    return anyway.settled(lined.lined(hung.hung(raising.raised(spec), items)))


def detect_language(text: str, default: str = "en") -> str:
    """The language of a text as a BCP 47 tag: en, pt-BR, es or zh-CN; `default` decides a draw."""
    codes = {tag: code for code, tag in language.TAGS.items()}
    known, plain = index.build(), mended(tidy(text))
    code, _ = language.guess(plain, split(plain, known), known, codes.get(default, "en"))
    return language.TAGS[code]


def _items(text: str, default: str = "en") -> tuple[list[Item], str]:
    known, plain = index.build(), mended(tidy(text))
    tokens = split(plain, known)
    code, sure = language.guess(plain, tokens, known, default)
    latin = code if code != "zh" else language.guess_latin("", tokens, known)[0]
    tokens = subjunctive.told(spelled_out(tokens, latin), known, latin)
    matched = Matcher(tokens, known, latin, sure and code != "zh").run()
    told_of = likened.plain(measured.told(whose.plain(shaped.plain(owned.plain(passives.plain(matched))))))
    items = portrayed.told(stamped.told(each.plain(dressing.plain(told_of))))
    if code == "zh":
        return somebody.added(_plain(turned(drawing.told(fearing.told(items)))), code), code
    asked = handheld.plain(coatings.plain(wished.plain(folk.unwilling(items))))
    told = apposition.plain(couples.plain(gathered.plain(asked)))
    return somebody.added(_plain(_PLAIN[code](told)), code), code


def _plain(items: list[Item]) -> list[Item]:
    """What is told as several things, and is one, in every language."""
    parted = heights.plain(roofs.plain(brimming.plain(built.parted(rugs.plain(items)))))
    told = inverted.plain(heaped.plain(lessons.plain(rivers.plain(parted))))
    named = pronouns.named(young.told(told))
    done = feeding.offered(hunting.chained(sounding.played(named)))
    placed = both_places.merged(existing.plain(doorways.plain(whom.plain(handing.plain(done)))))
    return leading.led(covers.spread(blooms.worn(flights.counted(placed))))


_PLAIN = {"en": english.plain, "pt": iberian.plain, "es": iberian.plain}
"""What is said in a roundabout way is put as the reader knows it."""
