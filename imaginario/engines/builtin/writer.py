"""The built-in prompt writer: from a scene spec to a prompt in English and in the person's language.

A grammar, not AI. A prompt is a row of slots - medium and subject, place, hour, weather, light, texture,
composition, mood, finish - each with a priority; the least needed go first when the token budget is short.
What the idea leaves open is chosen by a hash of its text, so the same idea gives the same prompt.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from imaginario.chat import PromptDraft
from imaginario.tokens import count

from . import naming, vocabulary
from .scenery.setting import INDOORS
from .spec import SceneSpec
from .tongues import Said, Tongue, qualities, said, tongue
from .tongues.unknown import NAMED, looks_known
from .words import afar, detect_language
from .words.lexicon import choices, meaning, table
from .words.settled import laid

MAX_TITLE = 60
"""Characters."""

_INDOOR = INDOORS - {"cave", "greenhouse"}
"""Rooms that have a light of their own."""
_GLOOMY = frozenset({"rain", "storm", "fog", "snowfall", "clouds"})
_NIGHTLY = frozenset({"moon", "crescent", "stars", "aurora", "fireworks"})
_TABLES = ("places", "times", "sky", "weathers", "colors", "hats", "glasses", "outfits", "scenery")

Pick = Callable[[str], int]
"""A number for the name of a choice, the same one for the same idea."""


@dataclass(frozen=True, slots=True)
class _Slot:
    name: str
    priority: int
    """0 is never left out."""
    text: str


def write(
    spec: SceneSpec,
    *,
    idea: str,
    budget_tokens: int | None = 70,
    seed_text: str = "",
    language: str | None = None,
    style: str = "",
) -> PromptDraft:
    """The draft for a spec that was read from `idea`.

    `language` (BCP 47) is that of `prompt_local`, title and alt text; None finds it out from the idea.
    `style` is what the studio will wrap around the prompt: then no medium and no texture are named.
    """
    spec, local = laid.as_place(spec), tongue(language or detect_language(idea))
    pick = _picker(f"{seed_text}|{idea}")
    english = _slots(spec, tongue("en"), pick, bool(style.strip()))
    kept = {slot.name for slot in _within(english, budget_tokens)}
    prompt = _cut(_joined(s for s in english if s.name in kept), budget_tokens)
    spoken = prompt
    if local.code != "en":
        mine = _slots(spec, local, pick, bool(style.strip()))
        spoken = _sentence((s for s in mine if s.name in kept), local)
    return PromptDraft(
        prompt=prompt,
        prompt_local=spoken,
        negative_prompt=negative(spec),
        title=_title(spec, local),
        alt_text=_sentence((s for s in _slots(spec, local, pick, False) if s.name in _FACTS), local),
    )


def negative(spec: SceneSpec) -> str:
    """What would spoil the picture, in English: what the spec avoids first."""
    words = [_avoided(ident) for ident in spec.avoid]
    if any(f.alive for f in said(spec)):
        words.append(say_phrase("negative-figure", "en", 0))
    words.append(say_phrase("negative", "en", 0))
    words.append(_of_style(_style(spec), "not"))
    return ", ".join(dict.fromkeys(word for text in words for word in text.split(", ") if word))


def say_phrase(name: str, code: str, number: int) -> str:
    """One of the writer's own phrases; `number` picks among the choices."""
    row = table("phrases").get(name, {})
    options = choices(str(row.get(code, "")))
    return options[number % len(options)] if options else ""


_FACTS = frozenset({"subject", "names", "landmark", "place", "time", "weather", "sky", "background"})


def _slots(spec: SceneSpec, t: Tongue, pick: Pick, wrapped: bool) -> list[_Slot]:
    """Every slot in the order it is said; empty ones left out."""
    figures = [_in_words_of(t, figure) for figure in said(spec)]
    scene = t.scene(figures) or say_phrase("scene", t.code, 0)
    words = spec.extra.get("words", {})
    style = _style(spec)
    slots = [
        _Slot("subject", 0, t.whole(scene if wrapped else t.medium(style, scene))),
        _Slot("names", 0, t.whole(t.comma.join(_unsaid(spec, figures, t, scene)))),
        _Slot("landmark", 0, t.comma.join(t.at(w) for w in spec.names if afar.is_landmark(w))),
        _Slot("place", 1, _around(spec, t, "places", str(words.get("place") or spec.place or ""))),
        _Slot("time", 1, t.row("times", hour(spec)) if spec.time else ""),
        _Slot("weather", 1, t.comma.join(_variants(spec, t, "weathers", "weather_words", spec.weather))),
        _Slot("sky", 1, _sky(spec, t)),
        _Slot("background", 2, backdrop(words.get("shades", {}).get(spec.background, spec.background), t)),
        _Slot("mood", 2, t.comma.join(_variants(spec, t, "moods", "mood_words", spec.mood[:2]))),
        _Slot("scenery", 2, _scenery(spec, t)),
    ]
    told = _joined(slots)
    slots.append(_Slot("unseen", 2, t.comma.join(_left_over(spec, t, told))))
    slots.extend(_art(spec, figures, t, pick, "" if wrapped else style))
    return [slot for slot in slots if slot.text]


def _in_words_of(t: Tongue, figure: Said) -> Said:
    """A figure whose words for what has no drawing are those of the language, where it has any."""
    word, held = (naming.translated(text, t.code) for text in (figure.word, figure.held_word))
    return replace(figure, word=word, held_word=held, deed_word=naming.deed(figure.deed_word, t.code))


def _art(spec: SceneSpec, figures: Sequence[Said], t: Tongue, pick: Pick, style: str) -> Iterator[_Slot]:
    """How it is painted: what the writer adds of its own."""
    light = f"light-{_light(spec)}"
    yield _Slot("light", 3, say_phrase(light, t.code, pick("light")))
    if t.code == "en" and style:
        texture = choices(_of_style(style, "texture"))
        yield _Slot("texture", 4, texture[pick("texture") % len(texture)] if texture else "")
    composition = f"composition-{_composition(spec, figures)}"
    yield _Slot("composition", 4, say_phrase(composition, t.code, pick("composition")))
    if not spec.mood:
        yield _Slot("feeling", 6, say_phrase("mood", t.code, pick("mood")))
    yield _Slot("finish", 7, say_phrase("finish", t.code, pick("finish")))


def _style(spec: SceneSpec) -> str:
    """The style as it was said: a variant where the words gave one."""
    return str(spec.extra.get("words", {}).get("style") or spec.style or "illustration")


def _of_style(style: str, field: str) -> str:
    """A field of a style's row; a variant inherits what it leaves out."""
    rows = table("styles")
    row = rows.get(style, {})
    return str(row.get(field, rows.get(meaning("styles", style), {}).get(field, "")))


def _light(spec: SceneSpec) -> str:
    if spec.place in _INDOOR:
        return "indoor"
    if spec.place in ("space", "moon"):
        return "space"
    if spec.place in ("underwater", "cave"):
        return spec.place
    if _GLOOMY & set(spec.weather) and spec.time != "night":
        return "gloomy"
    return spec.time or ("night" if _NIGHTLY & set(spec.sky) else "day")


def _composition(spec: SceneSpec, figures: Sequence[Said]) -> str:
    if not figures:
        return "place"
    alive = [f.count for f in figures if f.alive]
    return {0: "object", 1: "figure"}.get(sum(alive), "group")


def _unsaid(spec: SceneSpec, figures: Sequence[Said], t: Tongue, scene: str) -> list[str]:
    """Names and unknown words that no figure carries into the `scene`, kept as they were written."""
    written = said(spec)
    pairs = list(zip(written, figures, strict=True))
    texts = [
        text
        for f in (*figures, *written)
        for text in (f.word, f.name, f.named, t.suffix(f), t.contained(f, ""))
    ]
    texts += [w.held_word for w, f in pairs if f.held_word in scene]
    deeds = {f.deed_word for f, own in pairs if own.deed_word}
    if t.code == "en":
        texts += [word for *_, word in qualities(spec)]
    carried = {*texts, *(word for text in texts for word in text.split()), *deeds}
    left = [w for w in (*spec.names, *spec.unknown) if w not in carried and not _is_told_as_a_place(spec, w)]
    somewhere = {*spec.names} & {*spec.unknown}
    return [
        t.at(w) if w in somewhere else w if w in spec.names else _hinted(naming.translated(w, t.code), t)
        for w in dict.fromkeys(left)
    ]


def _is_told_as_a_place(spec: SceneSpec, word: str) -> bool:
    """Whether it is the name of a place where all of this is; of "a map of Brazil" nothing else tells."""
    return word in spec.names and afar.is_landmark(word)


def _hinted(word: str, t: Tongue) -> str:
    """A word that is only to be told of, so put that it is not read as a figure of its own."""
    return t.hint.format(word) if t.code != "zh" and looks_known(word, t.code) else word


def _left_over(spec: SceneSpec, t: Tongue, told: str) -> Iterator[str]:
    """Known words that the scene had no place for and nothing has said yet: another painter may draw them."""
    for word in spec.unseen:
        name = naming.name(word, t.code)
        if not _is_said(name.lower(), told.lower()):
            hint = t.hint if word.kind in NAMED else "{}"
            yield hint.format(name)


def _is_said(name: str, told: str) -> bool:
    """Whether a text has a name as a word of its own: there is no "book" in a "storybook"."""
    if not name.isascii():
        return name in told
    return re.search(rf"(?<![a-z]){re.escape(name)}(?:e?s)?(?![a-z])", told) is not None


def _sky(spec: SceneSpec, t: Tongue) -> str:
    things = _variants(spec, t, "sky", "sky_words", spec.sky)
    return t.having + t.listing(things) if things else ""


def _around(spec: SceneSpec, t: Tongue, name: str, ident: str) -> str:
    """A place or a weather as it is put, with what is said of it and has no drawing; empty for none."""
    kind = {"places": "place", "weathers": "weather"}[name]
    told = " ".join(word for of, which, word in qualities(spec) if (of, which) == (kind, ident))
    return t.around(name, ident, told) if ident else ""


def _variants(spec: SceneSpec, t: Tongue, name: str, noted: str, idents: Iterable[str]) -> list[str]:
    """What rows of a table are called, by the words that were said for them: a blizzard for the snow."""
    words = spec.extra.get("words", {}).get(noted, {})
    said_so = [str(words.get(ident, ident)) for ident in idents]
    return [_around(spec, t, name, i) if name == "weathers" else t.row(name, i) for i in said_so]


def hour(spec: SceneSpec) -> str:
    """The row of `lexicon/times.toml` for the hour: "morning" where dawn is painted for it."""
    said = str(spec.extra.get("words", {}).get("time") or "")
    return said if said and meaning("times", said) == spec.time else spec.time or ""


def backdrop(color_name: str | None, t: Tongue) -> str:
    """ "Blue background"; empty where there is no such colour."""
    if not color_name or color_name not in {*table("colors"), *table("shades")}:
        return ""
    color = t.word("colors", color_name)
    said_so = {"pt": f"fundo {color}", "es": f"fondo {color}", "zh": f"{color}背景"}
    return said_so.get(t.code, f"{color} background")


def _scenery(spec: SceneSpec, t: Tongue) -> str:
    names = [t.word("scenery", str(s)) for s in spec.extra.get("scenery", ())[:3]]
    return t.comma.join(names)


def _within(slots: Sequence[_Slot], budget: int | None) -> list[_Slot]:
    """The slots that fit the budget: the least needed are left out first, later ones before earlier ones."""
    kept = list(slots)
    while budget is not None and count(_joined(kept)) > budget:
        least = max(kept, key=lambda s: (s.priority, kept.index(s)))
        if least.priority == 0:
            break
        kept.remove(least)
    return kept


def _joined(slots: Iterable[_Slot]) -> str:
    return ", ".join(slot.text for slot in slots)


def _cut(text: str, budget: int | None) -> str:
    """`text` within the budget, clause by clause and at last word by word, the first word always kept."""
    for mark in (", ", " "):
        while budget is not None and count(text) > budget and mark in text:
            text = text.rpartition(mark)[0]
    return text


def _sentence(slots: Iterable[_Slot], t: Tongue) -> str:
    text = ("，" if t.code == "zh" else ", ").join(slot.text for slot in slots)
    if not text:
        return ""
    return text[0].upper() + text[1:] + ("。" if t.code == "zh" else ".")


def _title(spec: SceneSpec, t: Tongue) -> str:
    figures = said(spec)
    words = spec.extra.get("words", {})
    parts = [t.caption(figures[0])] if figures else []
    if spec.place:
        parts.append(t.word("places", str(words.get("place") or spec.place)))
    elif spec.time:
        parts.append(t.word("times", hour(spec)))
    if not parts:
        parts = list(spec.names[:1]) or [t.word("styles", _style(spec))]
    return " · ".join(p[:1].upper() + p[1:] for p in parts if p)[:MAX_TITLE]


def _avoided(ident: str) -> str:
    if ident == "person":
        return "people"
    if (entry := vocabulary.load().get(ident)) is not None:
        return entry.name()
    english = tongue("en")
    found = (english.word(name, ident) for name in _TABLES if ident in table(name))
    return next(found, ident.replace("-", " "))


def _picker(text: str) -> Pick:
    return lambda name: int.from_bytes(hashlib.sha256(f"{name}|{text}".encode(errors="replace")).digest()[:4])
