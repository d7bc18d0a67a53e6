"""How the built-in assistant changes the newest picture in ordinary chat: its scene edited, and told so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from imaginario import styles
from imaginario.assistants.base import Brief
from imaginario.assistants.instructions import budget
from imaginario.events import Repaint
from imaginario.i18n import Translator

if TYPE_CHECKING:
    from imaginario.engines.builtin.spec import Edit, SceneSpec
    from imaginario.engines.builtin.tongues import Said, Tongue

PROMPT_TOKENS = 70
LONGEST = 120
"""Characters of what was said that are quoted back."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What to answer, and what to paint if anything."""

    text: str
    repaint: Repaint | None = None


def reply(text: str, brief: Brief) -> Reply | None:
    """The answer to an order to change the newest picture; None when the words are no such order."""
    from imaginario.engines.builtin.words.edits import read_edit
    from imaginario.engines.builtin.words.edits.changing import apply_edit

    edit = read_edit(text)
    if not edit.sure:
        return None
    t, quoted = Translator(brief.language), " ".join(text.split())[:LONGEST]
    if brief.picture is None:
        return Reply(t("builtin.edit.no_picture"))
    if "task" in brief.picture.get("details", {}):
        return Reply(t("builtin.edit.photo", text=quoted))
    before = scene(brief.picture)
    after = apply_edit(before, edit)
    told = _told(before, after, edit, t, quoted)
    if not edit.again and (before == after or _in_vain(before, after, edit)):
        return Reply(told)
    return Reply(told, _repaint(brief, brief.picture, after, edit))


def _in_vain(before: SceneSpec, after: SceneSpec, edit: Edit) -> bool:
    """Whether all that is asked for is about somebody who is not there."""
    from imaginario.engines.builtin.words.edits.changing import missing

    return bool(missing(before, edit)) and replace(after, avoid=before.avoid) == before


def scene(recipe: Mapping[str, Any]) -> SceneSpec:
    """The scene of a picture: as it was painted, or as its prompt is read."""
    from imaginario.engines.builtin import words
    from imaginario.engines.builtin.spec import SceneSpec

    kept = recipe.get("details", {}).get("spec")
    if isinstance(kept, Mapping):
        try:
            return SceneSpec.from_dict(dict(kept))
        except TypeError:  # painted by a version that knew other fields
            pass
    written = str(recipe.get("draft", {}).get("prompt") or recipe.get("prompt") or recipe.get("idea") or "")
    return words.read(written)


def _repaint(brief: Brief, recipe: Mapping[str, Any], spec: SceneSpec, edit: Edit) -> Repaint:
    from imaginario.engines.builtin import writer

    style = str(recipe.get("style", ""))
    if style and spec.style in styles.load() and (edit.look or "style" in edit.said):
        style = spec.style or style
    known = styles.load().get(style)
    draft = writer.write(
        spec,
        idea=str(recipe.get("idea", "")),
        budget_tokens=budget(brief) or PROMPT_TOKENS,
        language=brief.language,
        style=known.words if known else "",
    )
    seed = recipe.get("seed")
    return Repaint(
        draft=draft, seed=seed if isinstance(seed, int) else None, style=style, another_seed=edit.again
    )


def _told(before: SceneSpec, after: SceneSpec, edit: Edit, t: Translator, quoted: str) -> str:
    """One sentence on what changes, and one on what was not understood."""
    from imaginario.engines.builtin.tongues import tongue
    from imaginario.engines.builtin.words.edits.changing import missing

    spoken = tongue(t.language)
    absent = [_name(ident, spoken) for ident in missing(before, edit)]
    changes = [*_figures(before, after, edit, spoken, t), *_around(before, after, spoken, t)]
    if not (changes or absent or edit.replaces) and (kept_out := _kept_out(edit, spoken)):
        changes = [t("builtin.edit.without", things=spoken.listing(kept_out))]
    sentences = []
    if changes:
        sentences.append(t("builtin.edit.done", changes=spoken.comma.join(changes)))
    elif edit.again:
        sentences.append(t("builtin.edit.again"))
    if absent:
        sentences.append(t("builtin.edit.missing", things=spoken.comma.join(dict.fromkeys(absent))))
    if strange := [word for word in edit.unknown if word not in " ".join(edit.add_words)]:
        sentences.append(t("builtin.edit.unknown", words=spoken.comma.join(strange)))
    if set(edit.tone) - {"darker", "brighter"}:
        sentences.append(t("builtin.edit.pixels", text=quoted))
    return ("" if spoken.code == "zh" else " ").join(sentences) or t("builtin.edit.same")


def _figures(before: SceneSpec, after: SceneSpec, edit: Edit, spoken: Tongue, t: Translator) -> Sequence[str]:
    """Who comes, who goes, and who looks different now."""
    old, new = _phrases(before, spoken), _phrases(after, spoken)
    come = list((new - old).elements())
    gone = [spoken.caption(figure) for text, figure in _told_of(before, spoken) if text not in new]
    if edit.replaces and gone and come:
        values = {"new": spoken.listing(come), "old": spoken.listing(gone)}
        return [t("builtin.edit.instead", **values)]
    if gone and come:
        return [t("builtin.edit.now", things=spoken.listing(come))]
    said = {"builtin.edit.with": come, "builtin.edit.without": gone}
    return [t(key, things=spoken.listing(things)) for key, things in said.items() if things]


def _phrases(spec: SceneSpec, spoken: Tongue) -> Counter[str]:
    return Counter(text for text, _ in _told_of(spec, spoken))


def _told_of(spec: SceneSpec, spoken: Tongue) -> list[tuple[str, Said]]:
    """Each figure with its words."""
    from imaginario.engines.builtin.tongues import said

    figures = said(spec)
    return [(spoken.joined(spoken.noun(f), spoken.deed(f, figures)), f) for f in figures]


def _kept_out(edit: Edit, spoken: Tongue) -> list[str]:
    """What the painter may have put in of its own and is to leave out now."""
    from imaginario.engines.builtin.words.lexicon import table

    above = [r for r in edit.remove if r in table("sky") or r in table("weathers")]
    return list(dict.fromkeys(_name(r, spoken) for r in above or edit.remove if r not in edit.unknown))


def _around(before: SceneSpec, after: SceneSpec, spoken: Tongue, t: Translator) -> list[str]:
    """What changes of place, hour, weather, sky, mood and style."""
    from imaginario.engines.builtin.writer import backdrop

    said, words = [], after.extra.get("words", {})
    if after.place and (after.place, words.get("place")) != (before.place, _word(before, "place")):
        said.append(spoken.row("places", str(words.get("place") or after.place)))
    if after.time and after.time != before.time:
        said.append(spoken.row("times", after.time))
    if after.background and after.background != before.background:
        said.append(backdrop(after.background, spoken))
    said += [spoken.row("weathers", w) for w in after.weather if w not in before.weather]
    fresh = [spoken.row("sky", s) for s in after.sky if s not in before.sky]
    lost = [spoken.word("weathers", w) for w in before.weather if w not in after.weather]
    lost += [spoken.word("sky", s) for s in before.sky if s not in after.sky]
    if before.place and after.place is None:
        lost.append(spoken.word("places", before.place))
    said += [t("builtin.edit.with", things=spoken.listing(fresh))] if fresh else []
    said += [t("builtin.edit.without", things=spoken.listing(lost))] if lost else []
    said += [spoken.row("moods", m) for m in after.mood if m not in before.mood]
    style = str(words.get("style") or after.style or "")
    if style and style != str(_word(before, "style") or before.style or ""):
        said.append(t("builtin.edit.look", style=spoken.word("styles", style)))
    return said


def _word(spec: SceneSpec, name: str) -> Any:
    return spec.extra.get("words", {}).get(name)


def _name(ident: str, spoken: Tongue) -> str:
    """What an id of any kind is called; a word nobody knows as it is."""
    from imaginario.engines.builtin import vocabulary
    from imaginario.engines.builtin.words.lexicon import table

    if ident in vocabulary.load() and ident not in table("sky"):
        return spoken.name_of(ident)
    tables = ("sky", "weathers", "places", "times", "colors", "hats", "glasses", "outfits", "styles")
    found = next((name for name in tables if ident in table(name)), None)
    return spoken.word(found, ident) if found else ident
