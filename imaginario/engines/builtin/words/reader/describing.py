"""Adjectives and numbers: whom they describe."""

from __future__ import annotations

from typing import Any

from ...vocabulary import Entry
from ..fold import key
from ..index import Meaning, build
from ..items import is_told_of
from ..lexicon import meaning as painted
from ..lexicon import table
from ..matching import Item
from . import feelings, haircuts, patterns, uniforms
from .choosing import noun_ahead
from .reading import MAX_COUNT, Figure, Reading
from .wearing import wearers

_ALIKE = frozenset({"rosa", "naranja", "laranja", "lila", "violeta", "turquesa", "cinza", "vinho"})
"""Colours that have no plural of their own."""
_PATTERNED = frozenset({"black and white", "preto e branco", "blanco y negro", "黑白"})


def color(r: Reading, found: Meaning) -> None:
    """A colour, for the noun in front of it or behind it."""
    if r.expect == "like":
        return None
    if _is_of_an_unknown(r):
        return r.unknown.append(r.item.raw)
    _shade(r, found)
    if r.agents and (_is_worn(r) or (r.expect == "dress" and _of_clothes(r))):
        for figure in wearers(r, True):
            if uniforms.is_her_gown(figure, "dress", found.id):
                r.excuse()
                continue
            entry = r.entries.get(figure.id or "")
            if entry is not None and uniforms.is_costume(entry.head) and "outfit" not in figure.told:
                r.excuse() if _is_of_its_color(entry, found.id) else r.unknown.append(r.item.raw)
                continue
            figure.add("outfit", (uniforms.own(figure, entry.head) if entry is not None else "") or "casual")
            figure.add("outfit_color", found.id)
        r.target = ("outfit_color", r.agents[-1])
        return None
    if _is_tag(r):
        r.figures[0].add("color", found.id)
        return None
    after = r.peek()
    ends = after is None or after.kind in ("comma", "stop")
    if r.target and r.target[0] == "background" and ends:
        _color_target(r, found.id)
    elif (only := _only_one(r)) is not None:
        only.add("color", found.id)
    elif _comes_before(r):
        r.pending.setdefault("color", found.id)
    elif r.target:
        _color_target(r, found.id)
    return None


def _is_of_its_color(entry: Entry, ident: str) -> bool:
    """Whether who has clothes of their own is in white anyway: a baiana."""
    return ident == "white" and (entry.main or "").startswith("#f")


def second(r: Reading, found: Meaning) -> None:
    """The other colour of a noun: "a red and white ball"."""
    if r.expect == "like":
        return
    if _comes_before(r):
        r.pending.setdefault("parts", []).append(["second", found.id])
    elif (figure := _target_figure(r)) is not None:
        figure.append("parts", ["second", found.id])


def _shade(r: Reading, found: Meaning) -> None:
    """Keep the shade for the writer, where all that has this colour has the same."""
    shades = r.scene.setdefault("shades", {})
    shade = build().shades.get((found.language, found.spelled), found.id)
    shades[found.id] = shade if shades.get(found.id, shade) == shade else found.id


def _only_one(r: Reading) -> Figure | None:
    """Whom a colour after a comma is of, where there is nobody else: "um carro na rua, vermelho"."""
    before, after = r.peek(-1), r.peek()
    ends = after is None or after.has("comma", "stop", "and")
    if not (r.adjectives_follow and ends and before is not None and before.kind == "comma"):
        return None
    drawn = [f for f in r.figures if f.id is not None]
    return drawn[0] if len(drawn) == 1 else None


def _of_clothes(r: Reading) -> bool:
    """Whether a colour says what somebody is dressed in: "vestidos de verde"."""
    before = r.peek(-1)
    return before is not None and before.raw.lower().startswith(
        ("vestid", "con ropa", "com roupa", "dressed")
    )


def _is_of_an_unknown(r: Reading) -> bool:
    """Spanish, Portuguese: whether a thing nobody knows has the colour: "un gaucho de bombacha marrón"."""
    noun, link = r.peek(-1), r.peek(-2)
    unknown = r.adjectives_follow and noun is not None and noun.kind == "unknown"
    named = link is not None and link.has(
        "of", "with", "in", "on", "a", "the", "count", "unknown", "undrawn", "action"
    )
    target = r.figures[r.target[1]] if r.target is not None and r.target[0] == "figure" else None
    return unknown and named and target is not None and target.id is not None


def _is_worn(r: Reading) -> bool:
    """Whether somebody is "in red" or "de negro": the noun that would have the colour does not come."""
    before, who, after = r.peek(-1), r.agent(), r.peek()
    entry = r.entries.get(who.id or "") if who is not None else None
    if before is None or entry is None or not entry.alive or r.article or r.pending or r.relation:
        return False
    if after is not None and after.has(
        "subject", "role", "garment", "hat", "glasses", "part", "of", "color", "trait", "sink", "unknown"
    ):
        return False
    if r.item.language == "en":
        return before.raw.lower() in ("in", "in all", "dressed in", "wearing", "clad in", "dressed all in")
    last = r.peek(-2)
    behind = last is not None and is_told_of(last)
    return r.adjectives_follow and entry.kind == "person" and before.raw.lower() == "de" and behind


def _is_tag(r: Reading) -> bool:
    """Whether it stands between commas and tells of the only figure: "dinosaur, green, cute"."""
    before, after = r.peek(-1), r.peek()
    if after is not None and after.has("of-the"):
        after = r.peek(2)  # "一只狗，白色的，…"
    alone = before is not None and before.kind == "comma" and (after is None or after.kind in _BOUNDS)
    return alone and len(r.figures) == 1 and not r.pending and not noun_ahead(r)


_BOUNDS = ("comma", "stop", "and")


def size(r: Reading, found: Meaning) -> None:
    """A size: its id is the percentage of the natural height."""
    if _is_of_a_place(r):
        return
    told = int(found.id) / 100
    if r.target is not None and r.target[0] == "held_color" and not _comes_before(r):
        r.figures[r.target[1]].add("held_size", told)
        return
    _tell(r, "size", told)


def trait(r: Reading, found: Meaning) -> None:
    """A quality that only the writer tells of; who laughs or cries sets the mood, too."""
    if mood := table("traits")[found.id].get("mood"):
        feelings.of_trait(r, str(mood))
    deed = _is_a_deed(r) or _is_felt_elsewhere(r, found) or _is_done_there(r)
    if deed and (agent := r.agent()) is not None:
        agent.append("traits", found.id)
    elif patterns.of_trait(r, found.id) or _is_of_a_place(r):
        return
    elif _comes_before(r):
        traits = r.pending.setdefault("traits", [])
        if found.id not in traits:
            traits.append(found.id)
    elif (figure := _target_figure(r)) is not None:
        figure.append("traits", found.id)
    elif _is_tag(r):
        r.figures[0].append("traits", found.id)
    elif r.target and r.target[0] == "held_color" and r.adjectives_follow:
        r.figures[r.target[1]].append("held_traits", found.id)
    elif r.target and r.target[0] == "part":
        haircuts.described(r.figures[r.target[1]], found.id)


def _is_of_a_place(r: Reading) -> bool:
    """Spanish, Portuguese: whether a place is so, and not the next thing: "una librería antigua"."""
    before, after = r.peek(-1), r.peek()
    place = before is not None and before.has("place", "place?") and r.scene.get("last") == "place"
    ends = after is None or not after.has("subject", "role", "unknown", "scenery")
    return r.adjectives_follow and place and ends and r.target is None and not r.article


def _is_a_deed(r: Reading) -> bool:
    """Whether it is told of whoever acts: "con una corona y sonriendo"."""
    free = r.target is None or r.target[0].endswith("_color")
    return r.adjectives_follow and free and bool(r.agents) and r.item.raw.lower().endswith(_DOING)


_DOING = ("ando", "endo", "indo")
_FELT = frozenset({"smiling", "laughing", "crying", "angry", "surprised", "sleepy", "sad", "glad", "winking"})


def _is_felt_elsewhere(r: Reading, found: Meaning) -> bool:
    """Whether hair or a thing was told of in between: "menino que perdeu o balão chorando"."""
    agent = r.agent()
    if found.id not in _FELT or not r.adjectives_follow or not r.target or agent is None or not agent.alive:
        return False
    if r.target[0] == "part":
        return True
    figure = r.figures[r.target[1]] if r.target[0] == "figure" else None
    entry = r.entries.get(figure.id or "") if figure is not None else None
    thing = entry is not None and not entry.alive and entry.kind in ("thing", "food", "vehicle", "sport")
    return thing and r.item.raw.lower().endswith("ndo")


def _is_done_there(r: Reading) -> bool:
    """Chinese: whether somebody does it in the place before: "坐在秋千上哭"."""
    before = r.peek(-1)
    there = before is not None and before.language == "zh" and before.kind == "relation"
    return there and not noun_ahead(r)


def patterned(r: Reading) -> bool:
    """Whether a "black and white" here is the coat of an animal and not a style; then it is told so."""
    if r.item.raw.lower() not in _PATTERNED:
        return False
    if _comes_before(r):
        ahead = next((i for at in (1, 2, 3) if (i := r.peek(at)) and i.has("subject")), None)
        if ahead is None or not r.entries[ahead.options["subject"].id].alive:
            return False
        r.pending.update(color="black", traits=[*r.pending.get("traits", []), "black-and-white"])
        return True
    figure = _target_figure(r)
    before = r.peek(-1)
    if figure is None or before is None or not before.has("subject"):
        return False
    figure.add("color", "black")
    figure.append("traits", "black-and-white")
    return True


def count(r: Reading, found: Meaning) -> None:
    """A number word or a measure word; "several" and "many" keep their word for the writer."""
    if _of_age(r):
        return
    number = int(painted("counts", found.id))
    if found.spelled.endswith("满"):
        r.stash()  # "一辆装满西瓜的卡车" is one
    heaped = found.id.isdigit() and "count_word" in r.pending
    if heaped:  # "a stack of five"
        r.pending = {k: v for k, v in r.pending.items() if k not in ("count", "count_word")}
    earlier = r.pending.get("count", 0) if found.id.isdigit() and _continues_number(r) else 0
    r.pending["count"] = min(number + earlier, MAX_COUNT)
    if found.spelled.endswith("field of"):
        r.scene.setdefault("place", (2.0, "meadow"))
        r.preposition = ""
    if not found.id.isdigit():
        r.pending["count_word"] = found.id
    if (heap := next((w for w in found.spelled.split() if w in _HEAPS), "")) and heap not in r.unknown:
        r.unknown.append(heap)  # they are drawn side by side
    begin_phrase(r, "a")


_HEAPS = frozenset({
    "stack", "stacks", "pile", "piles", "heap", "heaps", "pilha", "pilhas", "montón", "pila", "pilas",
})  # fmt: skip


def _continues_number(r: Reading) -> bool:
    """In "thirty-two" and "treinta y dos" the second word is added to the first."""
    before, earlier = r.peek(-1), r.peek(-2)
    if before is not None and before.kind == "and":
        before = earlier
    return before is not None and before.has("count")


def number(r: Reading, item: Item) -> None:
    """Digits: how many, when it is a number of things one can draw."""
    if _of_age(r):
        return
    digits = item.raw.replace(",", "").replace(".", "")
    if digits.isdigit() and len(digits) <= 3 and 0 < int(digits) <= 100:
        r.pending["count"] = min(int(digits), MAX_COUNT)
        begin_phrase(r, "a")


def _of_age(r: Reading) -> bool:
    """Whether the number only tells how old somebody is: "mi hija de 5 años"."""
    after = r.peek()
    return after is not None and key(after.raw) in _YEARS


_YEARS = frozenset(
    map(key, ("años", "año", "anos", "ano", "añitos", "aninhos", "meses", "months", "years", "year"))
)


def begin_phrase(r: Reading, article: str) -> None:
    """An article or a number opens a noun phrase."""
    if r.item.kind == "a" and "count_word" in r.pending:
        r.pending = {k: v for k, v in r.pending.items() if k not in ("count", "count_word")}
    r.article = article
    r.target = None
    if article == "a" and not r.adjectives_follow and r.item.language == "zh":
        r.fresh = True


def _tell(r: Reading, name: str, value: Any) -> None:
    if _comes_before(r):
        r.pending.setdefault(name, value)
    elif (figure := _target_figure(r)) is not None:
        figure.add(name, value)


def _comes_before(r: Reading) -> bool:
    """Whether an adjective here belongs to the noun that follows."""
    if r.adjectives_follow:
        return r.target is None
    return noun_ahead(r) or r.target is None


def _target_figure(r: Reading) -> Figure | None:
    if not (r.target and r.target[0] == "figure"):
        return None
    return r.figures[r.target[1] - 1 if _agrees_with_the_first(r, r.target[1]) else r.target[1]]


_BENT = ("o", "a", "l", "e", "n")


def _agrees_with_the_first(r: Reading, index: int) -> bool:
    """Whether a singular adjective is told of the first of two nouns: "monstruo de las galletas azul"."""
    last, of = r.figures[index], r.peek(-3)
    word = r.item.raw.lower()
    if not (r.adjectives_follow and index and last.told.get("plural") and of is not None and of.has("of")):
        return False
    first = r.figures[index - 1]
    return word.endswith(_BENT) and word not in _ALIKE and first.told.get("count", 1) == 1


def _color_target(r: Reading, ident: str) -> None:
    kind, index = r.target or ("", 0)
    if kind in ("background", "sky"):
        r.scene.setdefault("background", ident)
    elif kind == "part":
        last = r.figures[index].told["parts"][-1]
        last[1] = last[1] or ident
    elif kind == "scenery":
        return
    elif kind == "figure":
        (_target_figure(r) or r.figures[index]).add("color", ident)
    elif kind:
        r.figures[index].add(kind, ident)
