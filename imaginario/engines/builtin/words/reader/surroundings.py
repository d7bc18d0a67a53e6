"""What is around the figures: place, time, weather, sky, style, mood, and the small things of a place."""

from __future__ import annotations

from ..afar import ABROAD
from ..chinese import outdoors, there
from ..fold import key
from ..index import Meaning, build
from ..lexicon import meaning as painted
from ..matching import Item
from ..plain.doorways import HALLS
from . import describing, feelings, idioms, materials, nouns, patterns
from .places import after_place_word, as_its_room, comes_from_there
from .reading import Figure, Reading

_TOGETHER = ("time", "weather", "sky")
_GRADES = frozenset({"neon", "vintage", "noir", "pastel"})
_FAR = frozenset({"underwater", "space", "moon", "mars", "sky", "snow", "favela"})
_WORLDS = frozenset({"underwater", "space"})
"""Places that say where other places are: "underwater city"."""
_TRACKS = frozenset({"road"})
"""Places that lead through others: a road in the desert is a desert."""
_SEASONS = frozenset({"winter", "pole", "snowy"})


def _only_says_where(noun: Item) -> bool:
    """Whether a noun is a place and no house that stands in another one: "海边灯塔"."""
    return "subject" not in noun.options and (noun.has("place?") or noun.options.keys() == {"place"})


def place(r: Reading, found: Meaning) -> None:
    """A place: one that a preposition points at counts most, one in the background least."""
    if r.expect == "like":
        return _over(r)
    after = r.peek()
    aloft = there.is_gazed_at(r) or _is_above_others(r) or there.is_above_the_rest(r)
    if painted("places", found.id) == "sky" and aloft:
        r.excuse()
        return _over(r)
    if _on_somebody(r):
        return _as_thing(r, found)
    if there.is_its_roof(r, found):
        r.unknown.append(r.item.raw)
        return _over(r)
    if there.is_outside(r):
        if painted("places", found.id) == "snow":
            r.note("weather", "snowfall")
        return _over(r)
    if there.has_a_place(r) and painted("places", found.id) not in _FAR:
        outdoors.pass_over(r, found)
        return _over(r)
    earlier = r.peek(-2)
    icy = painted("places", found.id) == "snow" and not (earlier is not None and earlier.has("time"))
    if r.preposition == "of" and not r.article and icy:
        return _over(r)  # "castelo de gelo" is made of it
    if r.preposition == "of" and not r.article and earlier is not None and earlier.has("hat", "garment"):
        return _over(r)  # "gorra de baño"
    as_its_room(r)
    alone = after is not None and _only_says_where(after)
    _besides(r)
    track = after is not None and "place" in after.options and after.options["place"].id in _TRACKS
    if alone and not track and not r.adjectives_follow and found.id not in _SEASONS | _WORLDS:
        r.pending = {}
        return None  # "mountain village": the last noun tells
    snowy = found.id == "snowy" and after is not None and after.has("subject", "scenery", "place?")
    if snowy or idioms.tells_of_noun(r):
        r.scene["last"] = "place"
        return _best(r, "place", found.id, 1.5)  # "on a snowy fence", "on a porch swing"
    if "modifier" in r.pending and r.item.language == "en" and (first := r.peek(-1)) is not None:
        r.unknown.append(first.raw)  # "a chocolate river", "a cat cafe"
    strength = _strength(r, found)
    _best(r, "place", _from_outside(r, found), strength)
    if after is not None and after.language == "zh" and after.has("relation"):
        strength += 1
    r.target = None
    r.pending = {}
    r.scene["last"] = "place"
    return r.end_of_phrase()


def _from_outside(r: Reading, found: Meaning) -> str:
    """The place that is painted: the street where somebody waits outside a cinema, which is told."""
    if r.relation in _OUT_THERE and r.item.language != "zh" and painted("places", found.id) in HALLS:
        r.unknown.append(r.item.raw)
        return "street"
    return "throne-room" if found.id == "castle" and r.relation == "inside" else found.id


def _is_above_others(r: Reading) -> bool:
    """Chinese: whether a clause only tells what is in the sky above others: "天上飘着…，一只猫…"."""
    before, after = r.peek(-1), r.peek()
    opens = before is None or before.kind in ("comma", "stop.")
    if r.item.language != "zh" or not opens or after is None or after.has("comma", "of-the"):
        return False
    commas = [n for n in range(r.at, len(r.items)) if r.items[n].kind in ("comma", "stop.")]
    ahead = r.items[commas[0] :] if commas else ()
    return any(f.id for f in r.figures) or any(i.has("subject", "place") for i in ahead)


def _besides(r: Reading) -> None:
    """A word for a place that tells the hour or the weather, too: "夜市", "雨巷"."""
    if hour := r.item.options.get("time"):
        _best(r, "time", hour.id, 1)
    weather = r.item.options.get("weather")
    if weather and weather.id != "snowfall":
        _note_variant(r, "weathers", "weather", weather.id)


_OUT_THERE = frozenset({"in_front_of", "behind"})
_STANDS_FOR = {
    "city": "skyscraper", "village": "house", "forest": "tree", "garden": "flower", "mountains": "mountain",
    "castle": "castle", "beach": "palm", "meadow": "flower", "farm": "barn", "jungle": "palm",
}  # fmt: skip
"""What is drawn of a place that somebody carries."""


def _on_somebody(r: Reading) -> bool:
    """Whether the place is small enough to be carried: "a city on a turtle's back"."""
    after = r.peek()
    if r.preposition in ("in", "on"):
        return False
    if r.coming.told.get("relation") == "on" and r.article == "a":
        return bool(r.fronted) and r.figures[r.fronted[-1]].alive
    if after is None or (not after.has("upon", "on") and after.raw.lower() not in _UPON):
        return False
    if after.has("upon"):
        return True
    ahead = [r.peek(n) for n in (2, 3, 4)]
    return any(i is not None and "subject" in i.options and _alive(r, i) for i in ahead)


_UPON = frozenset({
    "on top of", "atop", "sobre", "em cima de", "em cima", "encima de", "on the back of", "nas costas de",
    "en la espalda de", "a lomos de", "en el lomo de",
})  # fmt: skip


def _alive(r: Reading, item: Item) -> bool:
    return r.entries[item.options["subject"].id].alive


def _as_thing(r: Reading, found: Meaning) -> None:
    """A place that is carried, as something that stands there; what has no drawing is told."""
    ident = _STANDS_FOR.get(painted("places", found.id), "")
    if ident not in r.entries:
        r.unknown.append(r.item.raw)
        return _over(r)
    return nouns.enter(r, Figure(ident), False, r.entries[ident])


def scenic(r: Reading, item: Item) -> None:
    """An hour, a weather or a thing in the sky; "starry night" is two of them."""
    after = r.peek()
    if "sky" in item.options and patterns.is_a_picture(r, item.options["sky"]):
        return _over(r)  # "pajamas with stars on them"
    if "sky" in item.options and item.options["sky"].id == "comet" and r.article == "a" and not r.expect:
        return nouns.enter(r, Figure("comet"), False, r.entries["comet"])
    if not r.adjectives_follow and after is not None and after.has("part", "garment", "hat"):
        return _over(r)  # "rainbow stripes", "snow boots"
    compound = not r.adjectives_follow and after is not None and after.has("unknown", "subject", "sink")
    if r.expect == "like" or (compound and "sky" in item.options and item.raw.isascii()):
        return _over(r)  # "moon dust" is no moon
    if compound and "weather" in item.options and item.options["weather"].id == "rainbow":
        return describing.trait(r, Meaning("trait", "colorful", "en", item.raw))  # "rainbow cake"
    if _rains_down(r, item):
        return None
    _season_of(r, item)
    if feast := item.options.get("mood"):
        _note_variant(r, "moods", "mood", feast.id)
    for kind in _TOGETHER:
        if (found := item.options.get(kind)) is None:
            continue
        if kind == "time" and found.id == "day" and after is not None and after.has("time"):
            r.excuse()  # "a sunny morning"
        elif kind == "time":
            _best(r, "time", found.id, (0.5 if found.id == "day" else 1) + (r.preposition in ("in", "on")))
        else:
            _note_variant(r, "weathers" if kind == "weather" else "sky", kind, found.id)
        r.scene["last"] = "sky" if kind != "time" else r.scene.get("last")
    if "sky" not in item.options and "sky" in item.raw.lower() and "color" in r.pending:
        r.scene.setdefault("background", r.pending["color"])
    r.pending = {}
    r.target = None
    return r.end_of_phrase()


def _rains_down(r: Reading, item: Item) -> bool:
    """Whether things rain down and no water: "lluvia de hamburguesas" are many of them."""
    if idioms.rains_things(r):
        r.pending.update(count=_SHOWER, count_word="many")
        r.coming.add("action", "fly")
        return True
    link, thing = r.peek(), r.peek(2)
    rains = (
        "weather" in item.options and item.options["weather"].id in ("rain", "storm") and r.adjectives_follow
    )
    if (
        not rains
        or link is None
        or not link.has("of")
        or thing is None
        or thing.has("place", "place?", "the")
    ):
        return False
    if not thing.has("subject", "unknown"):
        return False
    _over(r)
    r.pending.update(count=_SHOWER, count_word="many")
    r.coming.add("action", "fly")
    return True


_SHOWER = 7


SEASONAL = {
    "winter": ("winter", "inverno", "invierno", "冬"), "summer": ("summer", "verão", "verano", "夏"),
    "autumn": ("autumn", "outono", "otoño", "秋"), "spring": ("spring", "primavera", "春"),
}  # fmt: skip
"""What an hour says where it tells the season as well."""


def _season_of(r: Reading, item: Item) -> None:
    """The season in "winter night" and "uma noite de verão"."""
    said = item.raw.lower()
    for season, words in SEASONAL.items() if "time" in item.options else ():
        if any(word in said for word in words) and season == "winter":
            _best(r, "place", "winter", 1.5)
        elif any(word in said for word in words):
            r.note("scenery", season)


def mood(r: Reading, item: Item) -> None:
    """A feeling; it may stand before a noun like any adjective."""
    if feelings.of_word(r, item.options["mood"].id):
        return
    _note_variant(r, "moods", "mood", item.options["mood"].id)
    named = item.raw.endswith("节") or any(word[:1].isupper() for word in item.raw.split())
    if item.options["mood"].id == "festive" and named and item.raw not in r.names:
        r.names.append(item.raw)  # which feast it is
    if "time" in item.options:
        _best(r, "time", item.options["time"].id, 1)


def style(r: Reading, item: Item) -> None:
    """A medium; colour schemes such as neon give way to a real one."""
    if describing.patterned(r) or materials.told(r):
        return None
    if r.expect == "held" and r.doers:  # reading comics is no style
        for doer in r.doers:
            doer.add("held_word", item.raw)
        return r.end_of_phrase()
    found = item.options["style"]
    if found.id == "sticker" and r.preposition == "with":
        r.unknown.append(item.raw)  # "una patineta con stickers"
        return r.end_of_phrase()
    grade = painted("styles", found.id) in _GRADES or not painted("styles", found.id)
    _best(r, "style", found.id, 1 if grade or r.preposition == "with" else 2)
    r.pending.pop("color", None)
    r.preposition = r.article = ""
    return None


def named_after_a_place(r: Reading, item: Item) -> bool:
    """Spanish, Portuguese: the place that a name tells in its first word: "Avenida Paulista"."""
    first, _, rest = item.raw.partition(" ")
    meanings = build().phrases.get(key(first), ()) if rest and r.adjectives_follow else ()
    found = next((m for m in meanings if m.kind == "place" and m.language == item.language), None)
    if found is not None:
        _best(r, "place", found.id, 1.6)
        r.end_of_phrase()
    return found is not None


def landmark(r: Reading, item: Item) -> None:
    """A place of the real world: its name is kept, and the place it looks like."""
    if item.raw not in r.names:
        r.names.append(item.raw)
    link, after = r.peek(), r.peek(2)
    its = link is not None and link.has("of-the") and after is not None and after.has("place", "place?")
    there = item.options["landmark"].id
    if not (its or comes_from_there(r, item) or there == ABROAD):  # "里约热内卢的海滩" is a beach
        _best(r, "place", there, 1.6)
    r.end_of_phrase()


def scenery(r: Reading, found: Meaning) -> None:
    """Grass and waves: no figures, but the writer mentions them."""
    if r.expect != "like":
        r.note("scenery", found.id)
    r.pending, r.acted_on = {}, -1  # it was done to that
    after = r.peek()
    theirs = r.adjectives_follow and after is not None and after.has("color", "trait", "size")
    r.target = ("scenery", -1) if theirs else None  # "corales rosados"
    r.end_of_phrase()


def background(r: Reading) -> None:
    """ "Blue background", or what stands far away."""
    if "color" in r.pending:
        r.scene.setdefault("background", r.pending["color"])
    r.pending = {}
    r.target = ("background", 0)
    r.distant = True
    r.end_of_phrase()


_COLOR = frozenset({"color", "cor"})


def sink(r: Reading, item: Item) -> None:
    """Light and shadows swallow their adjectives. The colour of the sky, or of all, is the background."""
    after = r.peek()
    if item.raw.lower() in _COLOR and after is not None and after.has("color"):
        drawn = [i for i, figure in enumerate(r.figures) if figure.id is not None]
        if r.target is None and len(drawn) == 1:
            r.target = ("figure", drawn[0])  # "un gato, color rojo"
        if r.target is not None:
            return  # "un carro viejo color turquesa"
    sky = "place?" in item.options and item.options["place?"].id == "sky"
    sky = sky or item.raw.lower() in _PALETTES
    if sky and "color" in r.pending:
        r.scene.setdefault("background", r.pending["color"])
    r.pending = {}
    r.target = ("sky", 0) if sky else None
    r.end_of_phrase()


_HINTS = frozenset({"hints of", "touches of"})


def is_only_hinted_at(r: Reading) -> bool:
    """Whether there is to be no more than a hint of it, which has no drawing: "hints of butterfly"."""
    item = r.peek(r.past(("unknown", "of", "subject", "color", "place", "hat")))
    between = r.item.kind in ("comma", "stop.", "and")
    return item is not None and item.raw.lower() in _HINTS and not between


def hint(r: Reading) -> None:
    """Read over what there is only a hint of; what nobody knows or can draw is told as it was written."""
    english = any(m.language == "en" for m in build().phrases.get(key(r.item.raw), ()))
    english = english and r.item.kind not in ("unknown", "undrawn")
    before = r.peek(-1)
    goes_on = before is not None and bool(r.unknown) and r.unknown[-1].split()[-1:] == [before.raw]
    if not english and goes_on and r.item.raw[:1].isalpha() and not r.item.raw[:1] > "\u2e80":
        r.excuse()
        r.unknown[-1] += f" {r.item.raw}"  # "humo saliendo de la chimenea"
    elif r.item.has("garment", "hat", "glasses", "size") or (not english and not r.item.has("of")):
        r.excuse()
        if r.item.raw not in r.unknown:
            r.unknown.append(r.item.raw)
    nouns.swallow(r)


_PALETTES = frozenset({
    "tones", "tone", "hues", "hue", "palette", "color palette", "color scheme", "shades of", "in shades of",
    "tons", "tom", "paleta", "paleta de cores", "tonos", "tono", "paleta de colores", "色调", "配色", "色系",
})  # fmt: skip
"""Words for the colours of a whole picture: they are those of its sky or backdrop."""


def _strength(r: Reading, found: Meaning) -> float:
    after = r.peek()
    if r.distant or (after is not None and after.has("background")):
        return 1.0
    if painted("places", found.id) == "underwater" and r.item.raw.lower().startswith("sub"):
        return 4.0  # "caverna submarina"
    if found.id in _TRACKS:
        return 1.6
    if painted("places", found.id) == "sky" or found.id in _SEASONS:
        return 1.5
    return 3.0 if after_place_word(r) or r.relation or " " in found.spelled else 2.0


def _best(r: Reading, name: str, ident: str, strength: float) -> None:
    """Keep the strongest telling of something there is only one of; the first among equals."""
    known = r.scene.get(name)
    if known is None or strength > known[0]:
        r.scene[name] = (strength, ident)
        ident, loser = (known[1] if known else ""), known
    else:
        loser = (strength, ident)
    if name == "place" and loser and ident in _SEASONS:
        r.note("weather", "snowfall")


def _note_variant(r: Reading, table: str, name: str, ident: str) -> None:
    meaning = painted(table, ident)
    r.note(name, meaning)
    if meaning != ident and r.scene.setdefault(f"{name}_words", {}).setdefault(meaning, ident) != ident:
        r.unknown.append(r.item.raw)  # one word is told of each: "a tornado and a hurricane"


def _over(r: Reading) -> None:
    r.pending = {}
    r.end_of_phrase()
