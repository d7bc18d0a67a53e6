"""Spanish, Portuguese: what tells of a thing and is nobody: old shoes, a painted shell, buttons, spots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..fold import key
from ..index import build
from ..items import beyond, item_at, kind_of
from ..matching import Item
from .senses import each, phrase

_NOUNS = ("subject", "role", "garment", "hat", "part", "scenery", "unknown", "place?")
_TELLING = ("color", "size", "trait")


def plain(items: Sequence[Item]) -> list[Item]:
    """The items with what is meant."""
    for step in (_old, _small_ones, _painted, _buttons, _taught, _spots, _counted, _lacking, _goods, _masks):
        items = step(items)
    return list(items)


def _old(items: Sequence[Item]) -> list[Item]:
    """With a quality for the "viejos" behind a noun, who are no grandfathers: "zapatos viejos"."""

    found = list(items)
    for at, item in enumerate(items):
        before = item_at(items, at - 1)
        if key(item.raw) in _AGED and before is not None and before.has(*_NOUNS, *_TELLING):
            aged = phrase(item, "viejo" if item.language == "es" else "velho")
            found[at] = replace(aged, kind="trait", options={"trait": aged.options["trait"]})
    return found


_AGED = frozenset({"viejos", "viejas", "velhos", "velhas"})


def _small_ones(items: Sequence[Item]) -> list[Item]:
    """With a size for the "chico" who stands beside a big one: "el grande negro y el chico blanco"."""

    def small(items: Sequence[Item], at: int) -> str:
        big = any(i.has("the") and items[n + 1].has("size") for n, i in enumerate(items[: at - 1]))
        return "pequeño" if big and at and items[at - 1].has("the") else ""

    return each(items, frozenset({"chico", "chica", "chiquito", "chiquita"}), small)


_PAINTED = frozenset({
    "pintado", "pintada", "pintados", "pintadas", "decorado", "decorada", "decorados", "decoradas",
})  # fmt: skip


def _painted(items: Sequence[Item]) -> list[Item]:
    """With what a thing only looks like for "pintado de flores", and no guinea fowl for "pintada de azul"."""
    found: list[Item] = []
    for at, item in enumerate(items):
        before, of, what = (item_at(items, at + n) for n in (-1, 1, 2))
        told = before is not None and before.has(*_NOUNS, *_TELLING) and of is not None and of.has("of")
        painted = key(item.raw) in _PAINTED and told and what is not None
        if painted and what is not None and what.has("subject") and not what.has("color"):
            found.append(Item.of("like", f"pintado {item.language}", item.language))
        elif painted and item.has("subject"):
            found.append(Item("filler", item.raw, item.language))
        elif not (item.has("of") and found and found[-1].raw.startswith("pintado ")):
            found.append(item)
    return found


def _buttons(items: Sequence[Item]) -> list[Item]:
    """With buttons for the "botones" that are no bellboy: "una camisa con botones"."""
    found = list(items)
    for at, item in enumerate(items):
        before = item_at(items, at - 1)
        one = before is None or before.has("comma") or key(before.raw) in ("un", "el", "del", "al")
        if key(item.raw) == "botones" and item.has("subject") and not one:
            found[at] = phrase(item, "botones de camisa")
    return found


_COURSES = frozenset({"matematicas", "matematica"})
_SCHOOL = frozenset({
    "profe", "profesor", "profesora", "maestro", "maestra", "clase", "libro", "cuaderno", "examen", "tarea",
    "professor", "professora", "aula", "livro", "caderno", "prova", "licao", "profa", "salon", "problema",
})  # fmt: skip


def _taught(items: Sequence[Item]) -> list[Item]:
    """With what is taught for the "matemáticas" of a class, which is nobody who counts."""

    def course(items: Sequence[Item], at: int) -> str:
        of, owner = item_at(items, at - 1), item_at(items, at - 2)
        lesson = owner is not None and bool(_SCHOOL & set(key(owner.raw).split()))
        many = key(items[at].raw).endswith("s")
        if not (many or (lesson and of is not None and of.has("of"))):
            return ""
        return "las matemáticas" if items[at].language == "es" else "a matemática"

    return each(items, _COURSES, course)


def _spots(items: Sequence[Item]) -> list[Item]:
    """With spots of a colour for "con manchas cafés", where no coffee is told of."""
    found: list[Item] = []
    for at, item in enumerate(items):
        after, before = item_at(items, at + 1), item_at(items, at - 1)
        spots = key(item.raw) in ("con manchas", "com manchas") and after is not None and after.has("color")
        woven = _pattern(item) if before is not None and before.has("garment", "color", "hat") else ""
        if woven and after is not None and after.has("color") and _is_of_clothes(found):
            link = "con" if item.language == "es" else "com"
            word = _WORDS[woven][item.language == "es"]
            found += [Item.of("with", link, item.language), Item.of("part", word, item.language, woven)]
        elif spots:
            link, part = item.raw.split()
            found += [Item.of("with", link, item.language), Item.of("part", part, item.language, "spots")]
        elif _is_dye(item, before):
            found.append(replace(item, kind="color", options={"color": item.options["color"]}))
        else:
            found.append(item)
    return found


_WOVEN = {"spotted": "spots", "striped": "stripes"}
_WORDS = {"spots": ("bolinhas", "lunares"), "stripes": ("listras", "rayas")}


def _pattern(item: Item) -> str:
    """The part that a pattern with a colour of its own is: "vestido rojo de lunares blancos"."""
    trait = item.options.get("trait")
    return _WOVEN.get(trait.id, "") if trait is not None else ""


def _is_of_clothes(found: Sequence[Item]) -> bool:
    """Whether clothes and perhaps their own colour stand right before."""
    last = next((i for i in reversed(found) if not i.has("color")), None)
    return last is not None and last.has("garment", "hat")


def _is_dye(item: Item, before: Item | None) -> bool:
    """Whether "cafés" is the colour of the parts or clothes right before it."""
    coffee = item.has("color") and kind_of(item) == "food" and key(item.raw) in ("cafes", "cafe")
    worn = before is not None and (
        before.has("part", "garment", "hat") or key(before.raw) in ("con manchas", "com manchas")
    )
    return coffee and worn


def _counted(items: Sequence[Item]) -> list[Item]:
    """With the parts themselves where a number of them has a colour: "tres ojos verdes"."""
    found: list[Item] = []
    for at, item in enumerate(items):
        before = item_at(items, at - 1)
        number, _, noun = before.raw.partition(" ") if before is not None else ("", "", "")
        parts = [m for m in build().meanings(key(noun)) if m.kind == "part"] if noun and number else []
        if item.has("color") and before is not None and before.has("unknown") and parts:
            found[-1:] = [Item.of("part", noun, item.language, parts[0].id), item, Item("comma", ","), before]
        else:
            found.append(item)
    return found


_INSTEAD = ("en lugar", "en vez", "em vez", "em lugar", "no lugar", "ao inves")


def _lacking(items: Sequence[Item]) -> list[Item]:
    """With "without" for what others stand in for: "botones en lugar de ojos"."""
    found: list[Item] = []
    skip = False
    for at, item in enumerate(items):
        after = item_at(items, at + 1)
        instead = item.has("no") and key(item.raw).startswith(_INSTEAD)
        if not (instead and after is not None and after.has("part", "unknown")) or skip:
            found += [] if skip else [item]
            skip = False
            continue
        words = f"{'sin' if item.language == 'es' else 'sem'} {after.raw}"
        known = [m for m in build().meanings(key(words)) if m.kind == "unknown"]
        found += [
            Item("comma", ","),
            Item("unknown", words, item.language, {"unknown": known[0]} if known else {}),
        ]
        skip = True
    return found


_HANDLING = frozenset({
    "selling", "buying", "looking-for", "repairing", "sewing", "washing", "ironing", "polishing", "measuring",
    "drying", "drying-clothes", "mending", "shoe-shining",
})  # fmt: skip
_CLOTHES = frozenset({"boots", "shoes", "socks", "gloves"})


def _goods(items: Sequence[Item]) -> list[Item]:
    """With things for the clothes that somebody works on and nobody wears: "un zapatero arreglando botas"."""
    found = list(items)
    for at, item in enumerate(items[1:], 1):
        deed = item_at(items, beyond(items, at - 1, ("a", "the", "count", *_TELLING), -1))
        handled = deed is not None and "undrawn" in deed.options and deed.options["undrawn"].id in _HANDLING
        part = item.options.get("part")
        if not handled or not (item.has("hat") or (part is not None and part.id in _CLOTHES)):
            continue
        if (thing := item.options.get("subject")) is not None:
            found[at] = replace(item, kind="subject", options={"subject": thing})
        else:
            found[at] = Item("unknown", item.raw, item.language)
    return found


def _masks(items: Sequence[Item]) -> list[Item]:
    """With a word for what a mask looks like, which is nobody beside who wears it: "máscara de gato"."""
    found = list(items)
    for at, item in enumerate(items[2:], 2):
        mask, of = items[at - 2], items[at - 1]
        if key(mask.raw) in _MASKS and mask.has("glasses") and of.has("of") and item.has("subject"):
            found[at] = Item("unknown", f"{mask.raw} {of.raw} {item.raw}", item.language)
    return found


_MASKS = frozenset({"mascara", "mascaras"})
