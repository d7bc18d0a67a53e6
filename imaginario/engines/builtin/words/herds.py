"""Animals that nobody names: "forest animals having a picnic" are some of those that live there."""

from __future__ import annotations

from .fold import key
from .lexicon import meaning as painted
from .nouns import SOME, enter
from .reading import MAX_FIGURES, Figure, Reading

_ANYWHERE = ("rabbit", "bear", "fox", "squirrel", "deer")
_AT_HOME = {
    "forest": _ANYWHERE,
    "jungle": ("monkey", "toucan", "tiger", "snake", "parrot"),
    "savanna": ("lion", "elephant", "giraffe", "zebra", "rhino"),
    "farm": ("cow", "sheep", "hen", "pig", "horse"),
    "underwater": ("fish", "turtle", "octopus", "seahorse", "dolphin"),
    "sea": ("dolphin", "whale", "turtle", "seagull", "fish"),
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
_HERD = "animals"
"""What the figure in the making is called until it is known whether anybody names them."""
_MANY = ("们", "s")


def come(r: Reading) -> None:
    """Let animals come in that may still be named: "small animals: a rabbit, a bear"."""
    several = key(r.item.raw).endswith(_MANY) or r.item.language == "zh"
    if any(_is_beast(r, f) for f in r.figures) and not (r.joined == "and" or "count" in r.pending):
        if several and r.item.raw not in r.unknown:
            r.unknown.append(r.item.raw)
        r.pending = {}
        return r.end_of_phrase()  # "a fox, the animal"
    return enter(r, Figure(None, r.item.raw, True, called=_HERD), several and "count" not in r.pending)


def settle(r: Reading) -> None:
    """Choose who the animals are, where nobody has been named in their stead."""
    named = any(_is_beast(r, f) for f in r.figures if f.id)
    for herd in [f for f in r.figures if f.called == _HERD][:1]:
        if not named:
            _choose(r, herd)


def _is_beast(r: Reading, figure: Figure) -> bool:
    entry = r.entries.get(figure.id or "")
    return figure.called == _HERD or (entry is not None and entry.kind in ("animal", "fantasy"))


def _choose(r: Reading, herd: Figure) -> None:
    home = r.best("place")
    local = _AT_HOME.get(home) or _AT_HOME.get(painted("places", home), _ANYWHERE)
    sorts = [ident for ident in local if ident in r.entries]
    count = int(herd.told.pop("count", 1))
    herd.told.pop("plural", None)
    herd.told.pop("count_word", None)
    room = MAX_FIGURES - len(r.figures)
    one, *more = sorts[: max(1, min(count, SOME + 2, room + 1))]
    herd.id, herd.word = one, ""
    at = r.figures.index(herd)
    for ident in more:
        r.figures.append(Figure(ident, "", True, dict(herd.told)))
    r.agents = [at, *range(len(r.figures) - len(more), len(r.figures))]
