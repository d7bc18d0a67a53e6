"""What is in what: a cup of tea, a basket of apples, a cake of chocolate."""

from __future__ import annotations

from typing import Any

from ...vocabulary import Entry
from ..fold import key
from ..lexicon import table
from ..plain import brimming
from .reading import MAX_FIGURES, Figure, Reading

_VESSELS = frozenset(
    {
        "basket",
        "bowl",
        "box",
        "bucket",
        "cauldron",
        "jar",
        "pot",
        "suitcase",
        "treasure-chest",
        "vase",
        "boat",
        "paper-boat",
        "truck",
        "barrel",
        "wagon",
        "wheelbarrow",
        "tray",
        "hollow-log",
        "bag",
        "shopping-cart",
    }
)
_STOVE = frozenset({"pot", "cauldron"})
"""In what food is cooked: it is drawn rather than the food."""
_SERVING = ("plate", "spoon", "fork")
"""What food lies on: "a plate of cookies" is cookies."""
_GLASSES = frozenset(
    {"copo", "vaso", "copa", "taza", "xicara", "caneca", "taca", "copinho", "vasito", "glass", "cup"}
)
_SOME = 3
_CUBS = ("cachorro", "cachorra", "cachorrit")
_YOUNG = 0.55


def fill(r: Reading, index: int, entry: Entry, language: str) -> None:
    """Let the noun behind "of" tell of the figure at `index`: what it holds, or what it is made of."""
    figure, near = r.figures[index], r.pending.pop("near", None)
    if figure.id in (None, *_SERVING):  # of "botella de vino" only the wine can be drawn
        if key(word := figure.word or figure.called) in _GLASSES and entry.id in _served():
            r.unknown = [told for told in r.unknown if told != word]  # the drink is drawn in one
        else:
            figure.add("container", [word, language])
        figure.id, figure.word, figure.alive = entry.id, "", entry.alive
        figure.add("near", near)
        if r.item.options["subject"].plural and (r.adjectives_follow or language == "en"):
            figure.add("count", _SOME)  # "un rastro de corazones"
    elif figure.called.lower().startswith(_CUBS) and entry.kind == "animal":
        figure.id = entry.id  # "cachorro de lobo"
        figure.add("size", _YOUNG)
        figure.add("near", near)
    elif figure.id in _DRINKS and entry.id in _served() and figure.id != entry.id:
        figure.id = entry.id  # "taza de chocolate"
        r.excused.add(r.at - 2)
        figure.told.pop("near", None)
        figure.add("near", near)
    elif figure.id == entry.id:
        figure.add("near", near)  # a cup of cocoa, a chest of treasure
    elif figure.id in _ANY_PLANT and entry.kind == "plant" and not near:
        figure.id = entry.id  # "flor de hibisco"
    elif figure.id == "skyscraper" and entry.kind == "food":
        figure.id = entry.id
        figure.told.pop("near", None)
        figure.add("near", near)
        figure.add("count", 7)  # "torre de panquecas": many of them
    elif figure.id in _STOVE and entry.id in _served() and language == "en":
        figure.add("suffix", [f"of {r.item.raw.lower()}", language])  # a pot of soup is no bowl
        r.excused.add(r.at - 2)
    elif figure.id in _VESSELS and entry.id in _served():
        if r.entries[figure.id].kind == "vehicle":
            figure.add("modifier", near or entry.id)  # "camión de helados"
        else:
            figure.id = entry.id  # a bowl of soup is drawn as such
            figure.add("near", near)
        r.excused.add(r.at - 2)
    elif figure.id in _VESSELS and (entry.kind in _LOADS or r.item.options["subject"].plural):
        _load(r, index, entry, near)
    elif _is_carried(r, figure, entry, language):
        figure.add("held", entry.id)
        figure.add("held_near", near)
        figure.add("held_many", True if r.item.options["subject"].plural else None)
        r.target = ("held_color", index)
    else:
        figure.add("modifier", near or entry.id)


def _is_carried(r: Reading, figure: Figure, entry: Entry, language: str) -> bool:
    """Spanish, Portuguese: whether people have it in their hands: "señor de bastón"."""
    person = r.entries[figure.id or ""].kind == "person" and language in ("pt", "es")
    free = "held" not in figure.told and entry.kind in ("thing", "plant", "food", "sport", "instrument")
    return person and free and (entry.anchor in ("hand", "table") or entry.size <= _HANDY)


_HANDY = 0.6
_MADE = frozenset({"river", "lake", "sea", "mountains", "city", "road", "street", "beach", "desert", "snow"})


def only_tells(r: Reading, entry: Entry) -> bool:
    """Whether the noun only says what light or land is of, which is told: "río de chocolate"."""
    thing, link = r.peek(-2), r.peek(-1)
    if thing is None or link is None or not link.has("of") or r.article or "count" in r.pending:
        return False
    land = thing.options.get("place") or thing.options.get("place?")
    liquid = r.adjectives_follow or not r.item.options["subject"].plural
    if liquid and entry.kind == "food" and land is not None and land.id in _MADE:
        r.unknown.append(r.item.raw)
        return True
    small = thing.has("scenery") and "subject" not in thing.options
    if r.adjectives_follow and small and entry.kind in ("food", "thing") and link.raw.lower() == "de":
        return True  # "techo de chocolate"
    return thing.has("sink")


def of_the_held(r: Reading, entry: Entry) -> bool:
    """Whether it is in a vessel that is held, or a word nobody knows is, made of it: "masa de pizza"."""
    if brimming.loads_the_held(r, entry):
        return True
    thing, link = r.peek(-2), r.peek(-1)
    if thing is None or link is None or thing.kind != "unknown" or link.raw.lower() != "de" or r.article:
        return False
    doers = [d for d in r.doers if d.told.get("held_word") == thing.raw]
    for doer in doers if entry.kind in ("food", "thing") else ():
        doer.told.pop("held_word")
        doer.add("held", entry.id)
        doer.add("held_near", r.pending.pop("near", None))
    return bool(doers) and entry.kind in ("food", "thing")


def vessel(r: Reading, entry: Entry) -> int | None:
    """The index of the figure that the noun is in: a truck of watermelons, a vase with roses and tulips."""
    if is_poured(r, entry):
        return len(r.figures) - 1
    last = r.figures[-1].told if r.figures else {}
    into = last.get("to") if last.get("relation") == "inside" else None
    loose = r.article != "a" and "count" not in r.pending
    more = r.joined in ("and", "comma") and (loose or entry.kind == "food")
    if into is None or not more or r.figures[into].id not in _VESSELS:
        return None
    goods = entry.kind in _LOADS or r.item.options["subject"].plural
    if r.figures[into].id == "vase" and entry.kind == "food":
        return None  # "un florero con girasoles y pan dulce"
    return into if goods else None


def load_vessel(r: Reading, index: int, entry: Entry | None) -> None:
    """Chinese: put the load that was told before its vessel into it: "装满糖果的篮子"."""
    before = r.figures[index - 1].told if index else {}
    laden = index - 1 in r.trailing and before.get("count_word") == "many" and "to" not in before
    link = r.peek(r.past(("a", "the", "color", "size", "trait", "count")))
    if laden and link is not None and link.has("of-the") and entry is not None and entry.id in _VESSELS:
        before.update(relation="inside", to=index)


def is_poured(r: Reading, entry: Entry) -> bool:
    """Whether the noun is in the figure just named."""
    before = r.peek(-1)
    last = r.figures[-1].id if r.figures else None
    if before is None or last is None:
        return False
    goods = last in _VESSELS and r.preposition == "with" and entry.kind in _LOADS
    goods = goods and not brimming.grows_there(r, entry)
    return goods or ((last in _VESSELS or r.entries[last].kind in _ROOMY) and brimming.is_full_of(r))


_ROOMY = ("vehicle", "building")
"""Kinds of what may be full of things or of animals, seen or not."""


def put_into(r: Reading, figure: Figure) -> None:
    """Put those being read into what is full of them: "a bus full of animals", "a train full of pirates"."""
    link = r.peek(r.past(("color", "size", "trait", "mood", "a", "count")))
    if link is not None and link.raw.lower().startswith(_COVERED) and r.figures:
        known = r.entries.get(r.figures[-1].id or "")
        upon = known is not None and known.kind in ("food", "furniture") and "to" not in r.figures[-1].told
        figure.told.update({"relation": "on", "to": len(r.figures) - 1} if upon else {})
        return
    full = brimming.is_full_of(r)
    at = next((i for i in range(len(r.figures) - 1, -1, -1) if _holds(r, r.figures[i])), None)
    told = into(r, at, alive=figure.alive) if full and at is not None and at >= len(r.figures) - 2 else {}
    for name, value in told.items():
        figure.add(name, value)


def _holds(r: Reading, figure: Figure) -> bool:
    """Whether others are seen in it: a bathtub, a bus."""
    known = r.entries.get(figure.id or "")
    hollow = str(table("relations")["inside"]["hollow"]).split()
    return known is not None and (known.id in hollow or (known.kind == "vehicle" and known.rides))


def into(r: Reading, index: int | None, *, alive: bool) -> dict[str, Any]:
    """What is told of who is in the figure at `index`: in a bus one rides, in a basket one only is."""
    if index is None:
        return {}
    known = r.entries.get(r.figures[index].id or "")
    rides = alive and known is not None and known.rides and known.id not in ("truck", "wagon", "submarine")
    return {"action": "ride", "to": index} if rides else {"relation": "inside", "to": index}


_ANY_PLANT = ("flower", "tree", "houseplant", "bush")
_DRINKS = ("coffee", "teacup")
_STIRRED_IN = ("milk", "honey", "lemon")


def is_stirred_in(r: Reading, entry: Entry) -> bool:
    """Whether the noun is part of the drink before it: "café com leite", "tea with lemon"."""
    with_it = r.preposition == "with" and not r.article and "count" not in r.pending
    before = r.peek(-2)
    direct = before is not None and "subject" in before.options
    return (
        with_it and direct and entry.id in _STIRRED_IN and r.figures[-1].id in _DRINKS if r.figures else False
    )


_COVERED = ("covered in", "covered with", "topped with", "cobert", "cubiert")
_LOADS = ("food", "plant")


def _served() -> frozenset[str]:
    """Subjects that are drawn in a vessel of their own."""
    return frozenset(str(table("relations")["inside"]["served"]).split())


def _load(r: Reading, index: int, entry: Entry, near: str | None) -> None:
    """Put some of them into the vessel."""
    if len(r.figures) < MAX_FIGURES:
        told = {"count": _SOME, "plural": True, "relation": "inside", "to": index}
        told |= {"near": near} if near else {}
        r.figures.append(Figure(entry.id, "", entry.alive, told, r.item.raw))
