"""Dressed figures in a row, who all do what is told of the last: "a fox in a hat and a hippo dancing"."""

from __future__ import annotations

from collections.abc import Sequence

from ..lexicon import table
from ..matching import Item
from .reading import Figure, Reading

_TELLING = ("a", "the", "count", "number", "color", "size", "trait", "mood")
_CLOTHES = ("garment", "hat", "glasses", "part", "color", "trait", "size")


def follow(r: Reading, index: int) -> None:
    """Note that a figure which steps in is listed right behind a dressed one that does nothing yet."""
    last = r.figures[index - 1] if index else None
    figure = r.figures[index]
    link = r.past(_TELLING)
    joint, before = r.peek(link), r.peek(link - 1)
    linked = joint is not None and joint.kind == "and" and before is not None and before.has(*_CLOTHES)
    idle = last is not None and last.alive and not last.told.keys() & {"action", "to", "held", "deed"}
    if not (linked and idle and figure.alive) or r.item.language == "zh":
        r.abreast = []
    elif r.abreast[-1:] == [index - 1]:
        r.abreast.append(index)
    else:
        r.abreast = [index - 1, index]


def doers(r: Reading, found: Sequence[Figure]) -> list[Figure]:
    """All of the row where only its last is said to do something that takes no object."""
    row = [r.figures[i] for i in r.abreast]
    if len(found) > 1 and found[0].told.get("object") and (_is_of_one(r) or _is_of_the_last(r, found)):
        found[-1].told.pop("object", None)  # "grandma feeds the hens and a dog is sleeping"
        return list(found[-1:])
    if len(found) > 1 and found[0].told.keys() & {"held", "held_word"} and _names_the_last(r, found):
        return list(found[-1:])  # "a boy with a balloon and a girl dancing"
    after = r.peek()
    ahead = ("a", "the", "count", "subject", "role", "unknown", "name", "it")
    done_to = (after is not None and after.has(*ahead) and not _are_many(after)) or _has_its_thing(r)
    if row and list(found) == row[-1:] and not done_to:
        return row
    return list(found)


def _is_of_one(r: Reading) -> bool:
    """Whether the deed is told of a single one: "is sleeping", "está durmiendo", "在睡觉"."""
    before = r.peek(-1)
    if before is None:
        return False
    return before.raw.lower() in ("is", "está", "esta", "tá", "ta") or (
        before.raw == "在" and r.item.language == "zh"
    )


_SEEING = ("watch", "look", "see", "mirando", "viendo", "observ", "contempl", "olhando", "vendo", "assist")
"""How deeds begin whose objects may all be busy: "watching a cat and a dog playing"."""


def _is_of_the_last(r: Reading, found: Sequence[Figure]) -> bool:
    """Whether one who is named right before it begins a clause: "petting a cat and a girl reading"."""
    index = next((i for i, f in enumerate(r.figures) if f is found[0]), 0)
    if not index or not _names_the_last(r, found):
        return False
    return not str(r.figures[index - 1].told.get("deed", "")).lower().startswith(_SEEING)


def _names_the_last(r: Reading, found: Sequence[Figure]) -> bool:
    """Whether the last of them is named right before the deed, in a language that puts it there."""
    before = r.peek(-1)
    named = before is not None and before.has("subject", "role")
    return named and r.item.language != "zh" and found[-1] is r.figures[-1]


def _are_many(item: Item) -> bool:
    """English: whether each of a row has some of what the deed is done to: "roasting chestnuts"."""
    known = item.options.get("subject")
    some = known.plural if known is not None else item.kind == "unknown" and item.raw.lower().endswith("s")
    return some and item.language == "en"


def _has_its_thing(r: Reading) -> bool:
    """Whether the deed names what it is done with: "drinking tea", "riding a horse"."""
    deed = r.item.options.get("activity")
    things = deed is not None and bool(table("activities")[deed.id]["things"])
    return things and " " in r.item.raw


def stand(r: Reading) -> None:
    """Let all of a row that does the same be where the last is: "sitting on a bench"."""
    row = [r.figures[i] for i in r.abreast]
    if not row or "to" not in row[-1].told or not (r.doers == row or _are_all_dressed(row)):
        return
    for figure in row[:-1]:
        figure.add("to", row[-1].told["to"])
        figure.add("relation", row[-1].told.get("relation"))
        if row[-1].told.get("action") == "ride":
            figure.told["action"] = "ride"


def _are_all_dressed(row: Sequence[Figure]) -> bool:
    """Whether clothes part the last of a row from where it stands, and nobody in it does anything."""
    idle = not any("action" in figure.told for figure in row)
    return idle and bool(row[-1].told.keys() & {"outfit_color", "outfit_word", "hat", "glasses"})
