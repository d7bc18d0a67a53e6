"""Those without a drawing of their own: unknown words, proper names, people and children of any kind."""

from __future__ import annotations

from .. import people
from ..fold import key
from ..iberian import genders
from ..index import build
from ..lexicon import seen_where
from ..matching import Item
from . import bynames, deeds, idioms, objects, only_told
from .choosing import NOUNS
from .nouns import WHO, enter, meet, swallow
from .reading import LONG, Figure, Reading

_OPENERS = (
    "a", "the", "count", "number", "color", "size", "and", "with", "comma", "stop", "trait", "unknown",
    "mood", "of-the",
)  # fmt: skip
_PLAYERS = ("ista", "istas")
"""How Spanish and Portuguese words for people end, whatever they do."""
_VERBAL = ("ing", "ed", "ously", "ently", "fully")


def unknown(r: Reading, item: Item) -> None:
    """A word nobody knows: kept, and where a noun should be, a figure that can't be drawn."""
    if r.at in r.excused or _is_small(r, item):
        return None
    if only_told.is_artist(r):
        return r.names.append(item.raw) if item.raw not in r.names else None
    if item.raw not in r.unknown and not _is_drawn_with_it(r, item):
        r.unknown.append(item.raw)
    if item.language == "en" and item.raw.lower().endswith("ing") and r.agents:
        r.undone = len(r.figures)
    if key(item.raw) in _PUTTING and r.agents:
        r.moved = len(r.figures)
    if r.expect == "like":
        return swallow(r)
    after = r.peek()
    if r.expect == "dress" and item.language == "en" and after is not None and after.has("role", "subject"):
        return None  # "as a roman emperor"
    if r.expect == "dress":
        return r.end_of_phrase()  # "fantasiada de pierrô beijando um marinheiro"
    if r.expect == "held" and r.doers and not _tells_of_next(r, item):
        return None if _is_a_tune(r) else _held(r, item)
    if r.expect == "held":
        return None
    previous = r.peek(-1)
    if previous is not None and previous.kind == "unknown" and r.figures and r.figures[-1].id is None:
        return None
    if not _noun_place(r, item):
        named = previous is not None and previous.has("subject", "role")
        if named and r.target and r.target[0] == "figure":
            r.figures[r.target[1]].add("suffix", [item.raw, item.language])
        else:
            r.loose.append(item.raw)
            r.pending = {} if item.language == "en" and objects.ends_a_phrase(r) else r.pending
        return None
    if previous is not None and previous.raw.lower() in _MAKING and r.agents:
        r.loose.append(item.raw)  # "fazendo crochê na cadeira"
        return None
    listed = bool(r.figures) and r.figures[-1].id is None and not r.figures[-1].alive
    alive = not r.figures or (bool(r.joined) and r.preposition != "with" and not listed)
    if item.language in ("es", "pt") and _is_somebody(r, item.raw.lower()):
        return person(r, item.raw.lower().endswith("s"))
    if idioms.is_trade(r):
        return person(r, item.raw.lower().endswith("s"))
    enter(r, Figure(None, _whole_word(r, item), alive), False)
    return None


def _is_a_tune(r: Reading) -> bool:
    """Whether it is what is played on an instrument told of before: "un acordeonista tocando tango"."""
    played = all(d.told.get("verb") == "make-music" and "held" in d.told for d in r.doers)
    if played:
        r.end_of_phrase()
    return played


def _held(r: Reading, item: Item) -> None:
    """A word nobody knows for what is in somebody's hands."""
    for doer in r.doers:
        doer.add("held_word", _whole_word(r, item))
        doer.add("held_with", True if objects.is_with(r) else None)
        doer.add("held_color", r.pending.pop("color", None))
    r.pending = {}
    if r.doers[0] in r.figures:
        r.target = ("held_color", r.figures.index(r.doers[0]))  # "despejando líquido roxo"
    r.end_of_phrase()


def _is_somebody(r: Reading, word: str) -> bool:
    """Whether an unknown word is for people and no place: "flautista", "taquero preparando", no "pista"."""
    after = r.peek()
    if r.preposition in ("of", "in") or len(word) < _SHORTEST:
        return False
    acts = after is not None and after.has("action", "activity", "undrawn")
    return word.endswith(_PLAYERS) or (acts and _sells(word))


def _sells(word: str) -> bool:
    """Whether the word is made of the name of a thing: "taquero", "churrera"."""
    one = word.removesuffix("s")
    end = next((e for e in _SELLERS if one.endswith(e)), "")
    stem = one.removesuffix(end)
    stems = [stem, stem[:-1] if stem.endswith("u") else stem]
    hard = [s[:-1] + "c" for s in stems if s.endswith("q")]
    phrases = build().phrases
    wares = (m for s in (*stems, *hard) for v in ("", "a", "o", "e") for m in phrases.get(s + v, ()))
    return bool(end) and any(m.kind == "subject" and m.language in ("es", "pt") for m in wares)


_SHORTEST = 6
_PUTTING = frozenset({
    "dejando", "deixando", "poniendo", "colocando", "pondo", "guardando", "escondiendo", "escondendo",
    "metiendo", "colgando", "pendurando", "plantando", "botando",
})  # fmt: skip
"""What is done to a thing that is somewhere else then: "dejando una moneda bajo la almohada"."""
_SELLERS = ("eiro", "eira", "ero", "era")
_MAKING = frozenset({"fazendo", "faz", "haciendo", "hace", "making", "doing"})


def _tells_of_next(r: Reading, item: Item) -> bool:
    """Chinese: whether it only says what sort of thing is held: "撑着油纸伞"."""
    after = r.peek()
    if item.language != "zh" or after is None:
        return False
    noun = r.peek(2) if after.has("of-the") else None
    return after.kind == "subject" or (noun is not None and noun.has("subject", "color", "size", "trait"))


_LIGHT = (" light", "sunlight", "moonlight", " rays", "sunbeams")


def _is_small(r: Reading, item: Item) -> bool:
    """Whether it only holds foreign words together: the "de la" of "smoke saliendo de la chimney"."""
    before = r.peek(-1)
    foreign = before is not None and before.kind == "unknown" and item.language == "en"
    return foreign and any(m.kind in _SMALL for m in build().phrases.get(key(item.raw), ()))


_SMALL = frozenset({"a", "the", "of", "in", "on", "with", "and", "or", "be", "it"})


def undrawn(r: Reading, item: Item) -> None:
    """A deed that no pose shows: it changes nothing in the scene, but the person is told."""
    before = r.peek(-1)
    if before is not None and (before.kind == "sink" or before.raw.lower().endswith(_LIGHT)):
        return None  # "golden light falling on a house"
    if _is_seen_there(r, item):
        return None
    if item.raw.lower().startswith(_HUNTED) and r.agents and r.expect != "like":
        return _hunt(r)
    r.preposition = "" if item.language == "zh" else r.preposition  # "蹲在地上喂猫"
    deed = item.raw.removesuffix(" a") if item.language == "en" else item.raw
    if deeds.is_attribute(r) and deeds.is_before_its_noun(r):
        r.pending["deed"] = deed  # "next to a barking dog"
    elif r.expect != "like":
        _attribute(r, deed)
    if r.expect != "like" and deed not in r.unknown:
        r.unknown.append(deed)
    if key(item.raw) in _PUTTING and r.agents:
        r.moved = len(r.figures)
    if r.agents and (item.language == "en" or item.raw.lower().startswith(_TURNING)):
        r.undone = len(r.figures)
    return None


def _attribute(r: Reading, deed: str) -> None:
    """Tell who does it, so that the writer may: "a woman selling flowers"."""
    doers = [r.figures[i] for i in r.agents if r.figures[i].alive] if not r.fresh else []
    before = r.peek(-1)
    named = before is not None and before.has("subject", "role") and doers[1:][-1:] == r.figures[-1:]
    if len(doers) > 1 and named and r.item.language != "zh" and doers[0].told.keys() & _BUSY:
        doers = doers[-1:]  # "a woman with a basket and a man selling flowers"
    for figure in doers:
        figure.add("deed", deed)
    r.acted_on = len(r.figures) if doers else -1


_BUSY = frozenset({"held", "held_word", "action", "activity", "deed", "object"})
"""What is told of somebody who does not do what the next one does, too."""


def _is_seen_there(r: Reading, item: Item) -> bool:
    """Whether a deed is seen from where somebody is: at a window one looks out."""
    found = item.options.get("undrawn")
    where = seen_where(found.id) if found is not None else ()
    start, end = r.at - 1, r.at + 1
    while start >= 0 and not r.items[start].has(*_BOUNDS):
        start -= 1
    while end < len(r.items) and not r.items[end].has(*_BOUNDS):
        end += 1
    around = (i.options["relation"].id for i in r.items[start + 1 : end] if "relation" in i.options)
    return any(relation in where for relation in around)


_BOUNDS = ("comma", "and", "stop.")
_HUNTED = ("chased by", "pursued by", "perseguid", "seguido de cerca")


def _hunt(r: Reading) -> None:
    """ "A postman chased by five dogs": he runs away, and they run after him."""
    for figure in (r.figures[i] for i in r.agents):
        figure.add("action", "run")
        figure.add("verb", "flee")
    r.end_of_phrase()
    r.coming.told.update(action="run", verb="chase")


_TURNING = ("convirt", "convert", "transform")
"""How deeds begin that make one thing of another: "convirtiendo una calabaza en carroza"."""


def person(r: Reading, several: bool) -> None:
    """ "A person", "people": somebody, without a word on who."""
    enter(r, Figure("person", "", True), several)


def _called(figure: Figure) -> tuple[object, ...]:
    return figure.told.get("name"), figure.told.get("named")


def _is_drawn_with_it(r: Reading, item: Item) -> bool:
    """Whether it is a part of a drawing: the lava of a volcano."""
    known = item.options.get("unknown")
    mountain = known is not None and known.id == "lava"
    return mountain and any("subject" in i.options and i.options["subject"].id == "volcano" for i in r.items)


def somebody_named(r: Reading, name: str) -> None:
    """A proper name that acts: drawn as a person or as the animal it belongs to, and told by that name."""
    if (again := next((i for i, f in enumerate(r.figures) if name in _called(f)), None)) is not None:
        if r.relation:
            return meet(r, again)  # "a dog behind Maria"
        r.agents, r.target = [again], ("figure", again)
        return r.end_of_phrase()
    known = people.gender(name)
    if known in WHO and bynames.is_a_child(r):
        return enter(r, Figure(WHO[known][1], "", True, {"named": name}), False)
    who = WHO[known][0] if known in WHO else known or "person"
    return enter(r, Figure(who if who in r.entries else "person", "", True, {"name": name}), False)


def step_in(r: Reading) -> None:
    """Let a capitalised word nobody knows be who acts, where nobody else does: "Messi pateando un balón"."""
    first = r.items[0] if r.items else None
    acts = r.coming.told.keys() & {"activity", "action"} and not any(f.alive for f in r.figures)
    if first is not None and first.kind == "unknown" and first.raw[:1].isupper() and acts:
        known = people.gender(first.raw)
        figure = Figure(WHO[known][0] if known in WHO else "person", "", True, dict(r.coming.told))
        figure.add("name", first.raw)
        r.coming = Figure()
        r.figures.append(figure)
        r.unknown[:] = [word for word in r.unknown if word != first.raw]


def christen(r: Reading) -> None:
    """Take strangers who dress, ride or act like somebody with a name for people: "messi de caballero"."""
    mounts = [
        f.told["to"] for f in r.figures if f.id is None and f.told.get("action") == "ride" and "to" in f.told
    ]
    drawn = any(f.id for f in r.figures)
    alive = any(f.id and f.alive for i, f in enumerate(r.figures) if i not in mounts)
    for figure in [f for f in r.figures if f.id is None]:
        dressed = figure.told.get("outfit") and not drawn
        rides = figure.told.get("action") == "ride" and not alive
        acts = not alive and _acts_by_name(r, figure)
        if dressed or rides or acts:
            said = _by_article(r, figure.word) if figure.word.islower() else ""
            known = said or people.gender(figure.word)
            figure.id, figure.alive = WHO[known][0] if known in WHO else "person", True
            if not said:
                figure.told.setdefault("name", figure.word.title() if figure.word.islower() else figure.word)
            r.unknown[:] = [word for word in r.unknown if not acts or word not in figure.word.split()]


def _by_article(r: Reading, word: str) -> str:
    """ "f" or "m" by the Spanish or Portuguese article of an unknown noun: "un taita con poncho"."""
    at = next((n for n, item in enumerate(r.items) if item.raw == word.split()[0]), 0)
    return genders.of_article(r.items[at - 1].raw) if at and r.adjectives_follow else ""


def _acts_by_name(r: Reading, figure: Figure) -> bool:
    """Whether an unknown word is a name that does something: "Cleopatra holding a cobra", "姚明打篮球"."""
    if not figure.told.keys() & {"action", "activity", "held"}:
        return False
    opens = bool(r.items) and r.items[0].kind == "unknown" and figure.word.startswith(r.items[0].raw)
    return (opens and figure.word[:1].isupper()) or people.is_chinese(figure.word)


def children(r: Reading, several: bool) -> None:
    """ "A child" is a girl, "children" are a girl and a boy."""
    count = int(r.pending.pop("count", 2 if several else 1))
    r.pending.pop("count_word", None)
    both = {"girl": (count + 1) // 2, "boy": count // 2}
    adjectives, r.article = dict(r.pending), "a"
    shared, start = dict(r.coming.told), len(r.figures)
    for ident, number in both.items():
        if number and ident in r.entries:
            r.pending = dict(adjectives) | ({"count": number} if number > 1 else {})
            enter(r, Figure(ident, "", True, dict(shared)), False, r.entries[ident])
            r.joined = "and"
    if r.agents and r.agents[-1] == len(r.figures) - 1 and start not in r.agents:
        r.agents = [i for i in range(start, len(r.figures)) if r.figures[i].alive]  # "树上有三个孩子在玩"
    r.end_of_phrase()


def _noun_place(r: Reading, item: Item) -> bool:
    """Whether an unknown word stands where a noun should."""
    before, after = r.peek(-1), r.peek()
    described = before is not None and before.has("subject", "unknown")
    if r.adjectives_follow and r.target is not None and described:
        return False
    if "count" in r.pending and item.raw.endswith("s"):
        return True
    counted = item.language == "zh" and before is not None and before.has("count")
    if counted and after is not None and after.has("activity", "action") and "subject" not in after.options:
        return True  # "一个牧民骑着马"
    adjective = r.adjectives_follow and after is not None and after.has("color", "size", "trait")
    follows = {"unknown", "activity"} if r.adjectives_follow else {"unknown"}  # "un chagra a caballo"
    if after is not None and after.has(*NOUNS - follows) and not adjective:
        return False
    if (
        r.distant
        or (r.preposition == "of" and not r.opens and not _is_the_motif(r))
        or (item.language == "en" and item.raw.endswith(_VERBAL))
    ):
        return False
    if r.relation or r.preposition in ("in", "on") or before is None:
        return True
    drawn = any(f.id is not None for f in r.figures)
    vague = before.kind in ("comma", "stop", "trait", "mood")
    if drawn and vague and len(r.items) > LONG:
        return False
    return before.has(*_OPENERS) and not (drawn and before.has("the"))


def _is_the_motif(r: Reading) -> bool:
    """Whether it is what a picture is of: "illustration of a red trunk"."""
    return r.article == "a" and not r.figures


def _whole_word(r: Reading, item: Item) -> str:
    """The unknown words that stand together, as one."""
    words, at = [item.raw], 1
    while (following := r.peek(at)) is not None and following.kind == "unknown" and at < 4:
        if item.language == "en" and following.raw.endswith(_VERBAL):
            break
        words.append(following.raw)
        at += 1
    return ("" if item.language == "zh" else " ").join(words)
