"""Animals that nobody names: "forest animals having a picnic" are some of those that live there."""

from __future__ import annotations

from ..fold import key
from ..lexicon import meaning as painted
from .nouns import SOME, enter
from .reading import MAX_FIGURES, Figure, Reading

_ANYWHERE = ("rabbit", "bear", "fox", "squirrel", "deer")
_AT_HOME = {
    "forest": _ANYWHERE,
    "jungle": ("monkey", "toucan", "tiger", "snake", "parrot"),
    "savanna": ("lion", "elephant", "giraffe", "zebra", "rhino"),
    "farm": ("cow", "sheep", "hen", "pig", "horse"),
    "underwater": ("fish", "sea-turtle", "octopus", "seahorse", "dolphin"),
    "sea": ("dolphin", "whale", "sea-turtle", "seagull", "fish"),
    "beach": ("crab", "turtle", "seagull", "seal", "pelican"),
    "snow": ("penguin", "seal", "polar-bear", "wolf", "owl"),
    "desert": ("camel", "lizard", "snake", "fox", "coyote"),
    "mountains": ("goat", "bear", "eagle", "wolf", "llama"),
    "sky": ("bird", "eagle", "butterfly", "bat", "owl"),
    "lake": ("duck", "frog", "swan", "beaver", "otter"),
    "river": ("otter", "frog", "beaver", "duck", "fish"),
    "city": ("cat", "dog", "bird", "mouse", "squirrel"),
    "street": ("cat", "dog", "bird", "mouse", "squirrel"),
}
_HERD, _OTHERS = "animals", "other animals"
"""What the figure in the making is called until it is known whether anybody names them."""
_MANY = ("们", "s")
_KNOWN = frozenset({"both", "all", "two", "ambos", "dois", "dos"})
"""Words in front of those that were named already: "both animals"."""


def come(r: Reading) -> None:
    """Let animals come in that may still be named: "small animals: a rabbit, a bear"."""
    besides = any(_is_beast(r, f) for f in r.figures)
    several = key(r.item.raw).endswith(_MANY) or (r.item.language == "zh" and not besides)
    before = r.peek(-1)
    known = before is not None and (before.has("the") or before.raw.lower() in _KNOWN)
    if besides and (known or not several):
        r.pending = {}
        return r.end_of_phrase()  # "a fox, the animal"
    others = besides or r.item.raw.lower().startswith("all ")  # some of them may be named, too
    herd = Figure(None, r.item.raw, True, called=_OTHERS if others else _HERD)
    return enter(r, herd, several and "count" not in r.pending)


def befriend(r: Reading) -> None:
    """Let the friends of an animal come in, who are other animals."""
    enter(r, Figure(None, r.item.raw, True, called=_OTHERS), True)


def settle(r: Reading) -> None:
    """Choose who the animals are, where nobody has been named in their stead."""
    named = any(_is_beast(r, f) for f in r.figures if f.id)
    for herd in [f for f in r.figures if f.called in (_HERD, _OTHERS)][:1]:
        if herd.called == _OTHERS or not named:
            _choose(r, herd)


def _is_beast(r: Reading, figure: Figure) -> bool:
    entry = r.entries.get(figure.id or "")
    return figure.called in (_HERD, _OTHERS) or (entry is not None and entry.kind in ("animal", "fantasy"))


def _choose(r: Reading, herd: Figure) -> None:
    home = r.best("place")
    local = _AT_HOME.get(home) or _AT_HOME.get(painted("places", home), _ANYWHERE)
    there = {figure.id for figure in r.figures}
    sorts = [ident for ident in local if ident in r.entries and ident not in there]
    count = int(herd.told.pop("count", 1))
    herd.told.pop("plural", None)
    herd.told.pop("count_word", None)
    room = MAX_FIGURES - len(r.figures)
    acting = [i for i in r.agents if r.figures[i] is not herd]
    one, *more = sorts[: max(1, min(count, SOME + 2, room + 1))]
    herd.id, herd.word = one, ""
    at = r.figures.index(herd)
    for ident in more:
        r.figures.append(Figure(ident, "", True, dict(herd.told)))
    r.agents = acting or [at, *range(len(r.figures) - len(more), len(r.figures))]
