"""Which of its meanings a word has here: "moon" is a place after "on", "orange" a colour before a noun."""

from __future__ import annotations

from ..chinese import grammar as chinese
from ..chinese import outdoors
from ..index import Meaning
from ..items import POSSESSIVES
from ..matching import Item
from . import holding, hues, waking
from .meeting import owns
from .places import after_place_word, in_the_sky_with, is_roofed, place_or_thing
from .reading import Figure, Reading

ADJECTIVES = frozenset({"color", "size", "trait", "mood", "filler", "of-the", "count"})
NOUNS = frozenset({
    "subject", "role", "garment", "hat", "glasses", "part", "scenery", "sink", "background", "place",
    "place?", "sky", "weather", "unknown", "activity", "name", "band",
})  # fmt: skip
_WORTH_DRAWING = frozenset({"tree", "flower", "cherry-blossom", "person", "child"})
"""Small things of a place that are figures all the same."""
_WORN = ("hat", "glasses", "garment", "role")


def choose(r: Reading) -> str:
    """The kind that the item being read has in its place."""
    item = r.item
    if len(item.options) < 2:
        return _alone(r, item)
    before = r.peek(-1)
    described = before is not None and before.has("a", "the", "count", "color", "size", "trait")
    named = bool(r.article) and described
    if "relation" in item.options and not named:
        return "relation"
    for rule in (_silent, _adjective, _action, _worn, _sky, place_or_thing, _style):
        if kind := rule(r, item):
            return kind
    return next(iter(item.options))


def noun_ahead(r: Reading) -> bool:
    """Whether an adjective here finds its noun in front of it: "a big, red and round ball"."""
    at = 1
    while (item := r.peek(at)) is not None:
        if _between_adjectives(r, item, at):
            at += 1
            continue
        if item.raw.partition(" ")[0].lower() in _AT:
            return False  # "an orange in the rain"
        if item.has(*NOUNS):
            return True
        if not item.has(*ADJECTIVES):
            return _before_noun(r, item, at)
        at += 1
    return False


def _between_adjectives(r: Reading, item: Item, at: int) -> bool:
    after = r.peek(at + 1)
    return item.kind in ("comma", "and") and after is not None and after.has("color", "size", "trait")


def _before_noun(r: Reading, item: Item, at: int) -> bool:
    """Participles stand between, too: "a red flying dragon"."""
    after = r.peek(at + 1)
    return item.has("action", "undrawn") and after is not None and after.has("subject")


_SIGNS = {"cartel", "cartaz", "tarjeta", "cartão", "póster", "pôster", "cuadro", "quadro", "poster"}
"""Prints that somebody may have with them."""


def _alone(r: Reading, item: Item) -> str:
    if item.kind == "place?" and (not after_place_word(r) or in_the_sky_with(r, item)):
        return "sink"
    held = r.expect == "held" and bool(r.doers)
    brought = r.preposition == "with" and bool(r.agents) and item.raw.lower() in _SIGNS
    if item.kind == "filler" and r.article == "a" and (held or brought) and not noun_ahead(r):
        return "unknown"  # "segurando um cartaz"
    return item.kind


def _silent(r: Reading, item: Item) -> str:
    """A "creature" met again, an "idea", leaves beside a figure: words that are better read over."""
    if "subject" not in item.options or r.expect in ("held", "seat"):
        return ""
    idle = next((k for k in ("filler", "sink", "unknown") if k in item.options), "")
    if idle and "count" in r.pending:  # "two cubs watch": that is a verb
        return idle if (r.pending["count"] > 1) != item.options["subject"].plural else ""
    if "count" in r.pending:
        return ""
    if (r.relation or _is_owned(r)) and (idle or "scenery" in item.options):
        return "subject"
    if idle:
        opens = r.opens and r.adjectives_follow and (_stands_somewhere(r) or _is_of_something(r))
        named = r.article == "a" and (r.preposition != "in" or item.raw.lower() == "puesto")  # a stall
        return "" if opens or named else idle
    if _lain_on(r) and (item.language == "zh" or not is_roofed(item)):
        return "subject"
    if r.joined and item.language == "zh" and "scenery" in item.options:
        return "subject"  # "猫头鹰和萤火虫"
    if item.language == "en" and any(f.id == item.options["subject"].id for f in r.figures):
        return "subject"  # the fence that was told of before
    small = "scenery" in item.options and item.options["scenery"].id not in _WORTH_DRAWING
    after = r.peek()
    if small and item.language == "zh" and after is not None and after.kind == "action":
        return "subject"  # "萤火虫坐在岸边"
    if small and r.preposition == "on" and (agent := r.agent()) is not None and agent.alive:
        return "subject"  # "a cat on the fence"
    return "scenery" if small and r.figures and r.article != "a" else ""


def _is_owned(r: Reading) -> bool:
    """Whether it is somebody's: "a girl with her camera", "meu lápis"."""
    before, entry = r.peek(-1), r.entries[r.item.options["subject"].id]
    owned = before is not None and before.raw.lower() in _WHOSE and not r.item.options["subject"].plural
    return owned and (entry.anchor in ("hand", "table") or entry.size <= _CARRIED)


_WHOSE = POSSESSIVES | {
    "seu", "sua", "meu", "minha", "nosso", "nossa", "teu", "tua", "su", "mi", "tu", "nuestro", "nuestra",
    "我的", "你的", "他的", "她的", "它的",
}  # fmt: skip
_CARRIED = 0.6


def _is_of_something(r: Reading) -> bool:
    """Whether it is made of something that can be drawn: "paleta de sandía"."""
    link, what = r.peek(), r.peek(2)
    return link is not None and link.has("of") and what is not None and "subject" in what.options


def _stands_somewhere(r: Reading) -> bool:
    """Whether the first word of a text is a thing, for it stands somewhere: "cámara vieja sobre una roca"."""
    for at in (1, 2):
        if (item := r.peek(at)) is None or not item.has("trait", "color", "size", "relation", "with"):
            return False
        if item.has("relation") or (at > 1 and item.kind == "with"):
            return True
    return False


def _lain_on(r: Reading) -> bool:
    """Whether somebody sits or lies on the thing: "sitting on the rocks"."""
    agent, before = r.agent(), r.peek(-1)
    if "part" in r.item.options and before is not None and before.raw.lower() in POSSESSIVES:
        return False  # "shadows on its feathers"
    resting = agent is not None and agent.told.get("action") in ("sit", "sleep")
    after = r.peek()
    there = (
        after is not None and after.language == "zh" and after.has("relation") and not outdoors.is_within(r)
    )
    return (resting and r.preposition in ("in", "on")) or there


def _adjective(r: Reading, item: Item) -> str:
    """Colours, materials and ages that are things as well."""
    kind = next((k for k in ("color", "trait", "size", "mood") if k in item.options), "")
    if kind in ("trait", "mood") and "role" in item.options and _of_a_thing(r):
        return kind
    after = r.peek()
    airy = item.language == "en" and after is not None and after.has("time", "sky", "weather")
    airy = airy and after is not None and after.raw.partition(" ")[0].lower() not in _AT
    if kind == "color" and (airy or hues.in_a_row_of_colors(r) or hues.is_worn(r, item)):
        return kind
    if kind == "trait" and "unknown" in item.options:
        return kind if noun_ahead(r) or (r.adjectives_follow and not r.article) else "unknown"  # "a toy"
    if kind == "trait" and "action" in item.options and holding.has_something(r):
        return "action"  # "gato bebe leche"
    things = ("subject", "scenery", "style", "part", "weather", "sky")
    thing = next((k for k in things if k in item.options), "")
    if not kind or not thing:
        return ""
    if kind == "color" and thing == "subject" and r.relation and not noun_ahead(r):
        return thing  # "em cima da laranja"
    behind = r.adjectives_follow and r.target is not None and not r.article
    told_of = r.target is not None and not r.article and not r.joined
    if kind == "size" and (told_of or len(r.items) == 1):
        return kind  # "gatos gigantes", or an edit
    if kind == "color" and thing == "subject" and (r.preposition == "of" or r.expect == "held"):
        drink = item.options[thing].id == "coffee"
        if drink:
            return thing  # "granos de café"
    if kind == "color" and thing == "subject" and holding.follows_food(r):
        return thing  # "arroz e laranja"
    if kind == "color" and thing == "subject" and hues.follows_a_place(r):
        return kind  # "en el cielo rosa"
    if thing == "scenery" and item.options[thing].id == "person":  # "enamorados" alone are two people
        return kind if behind else thing
    if kind == "color" and behind and not r.joined and (_follows_doer(r) or hues.follows_clothes(r)):
        return kind  # "globos rosas"
    if kind == "trait" and thing == "subject" and holding.of_the(r):
        return thing  # "cuida do bebê"
    watches = r.peek()
    if item.options[thing].plural or (r.expect == "held" and not noun_ahead(r)):
        return thing
    if kind == "trait" and watches is not None and item.language == "en" and holding.is_a_verb(watches):
        return thing  # "the baby watches", "a baby feeding a bear"
    if kind == "mood" and r.article != "a":
        return kind
    after = r.peek()
    if r.adjectives_follow and not (after is not None and after.has("subject", "role")):
        return kind if r.target and not r.article else thing
    return kind if noun_ahead(r) else thing


_AT = ("in", "at", "under", "on", "during", "by")


def _of_a_thing(r: Reading) -> bool:
    """In "balão mágico" the word behind the noun tells how it is, for a thing plays no role."""
    figure = r.figures[r.target[1]] if r.target and r.target[0] == "figure" else None
    return r.adjectives_follow and not r.article and figure is not None and not figure.alive


def _action(r: Reading, item: Item) -> str:
    """Verbs that are nouns as well: "a cat waves", "waves on the sea"."""
    if "action" not in item.options and "activity" not in item.options:
        return ""
    verb = "activity" if "activity" in item.options else "action"
    if item.raw.lower() in _MEDIA_OR_DEEDS and not _makes_a_picture(r):
        taken = r.article and r.expect == "held" and r.doers
        return "unknown" if taken else "filler"  # "stealing a painting"
    if "stop" in item.options and not r.agents:  # "desenha um gato": an order, no deed
        return "stop"
    other = next(
        (k for k in item.options if k not in ("action", "activity", "filler", "undrawn", "stop")), ""
    )
    if other and _is_bare_verb(r, item):
        return other  # "a dog pilot"
    before = r.peek(-1)
    who = before is not None and before.has("subject") and not before.has("trait", "size", "color")
    profession = verb == "activity" and who
    if not other or profession or (verb == "action" and r.agents and not r.article and _follows_doer(r)):
        return verb
    return other


def _is_bare_verb(r: Reading, item: Item) -> bool:
    """Whether an English word would need an "s" to be the verb of the one before it."""
    agent = r.agent()
    single = agent is not None and len(r.agents) == 1 and agent.told.get("count", 1) == 1
    return item.language == "en" and single and not item.raw.lower().endswith(("ing", "s", "ed"))


_DEEDS = frozenset({"action", "activity", "filler", "undrawn", "stop"})
_MEDIA_OR_DEEDS = frozenset({"painting", "drawing", "paints", "draws"})


def _makes_a_picture(r: Reading) -> bool:
    """Whether "painting" is what somebody does: "a cat painting a flower", but not "a painting of a cat"."""
    after, agent = r.peek(), r.agent()
    goes_on = after is not None and not after.has("comma", "stop", "of", "in")
    goes_on = goes_on and after is not None and not (after.has("style") and after.raw.startswith("in "))
    where = r.peek(r.past(("a", "the", "color", "size", "trait"), 2))
    goes_on = goes_on or (after is not None and after.has("in") and where is not None and where.has("place"))
    entry = r.entries.get(agent.id or "") if agent is not None else None
    ends = after is None or after.has("on")  # "a man painting"
    somebody = ends and entry is not None and entry.kind == "person"
    if agent is None or not agent.alive:
        return False
    before = r.peek(-1)
    clad = before is not None and before.has("hat", "garment", "glasses", "color", "place")
    whom = after is not None and after.has("a", "the", "count", "number")
    if clad and whom:
        return True  # "a woman in a hat painting a cat"
    return (goes_on or somebody) and _follows_doer(r)


def _follows_doer(r: Reading) -> bool:
    before, earlier = r.peek(-1), r.peek(-2)
    told = (
        before is not None and before.kind == "unknown" and r.adjectives_follow
    )  # "una abuela oaxaqueña cocina"
    before = earlier if told and earlier is not None and earlier.has("subject") else before
    return before is not None and before.has("subject", "be", "name", "it", "role", "stop")


def _worn(r: Reading, item: Item) -> str:
    """Crowns and bells are worn by somebody, or else they are things."""
    worn = next((k for k in (*_WORN, "part") if k in item.options), "")
    if not worn or "subject" not in item.options:
        return worn if worn in ("hat", "glasses") else ""
    if worn == "role":
        if _after_a_person(r, item):
            return "subject"
        before, after = r.peek(-1), r.peek()
        first = r.adjectives_follow and (before is None or before.has("a", "the", "count"))
        if first and after is not None and after.has("role") and r.expect != "dress":
            return "subject"  # "un ángel policía"
        return "role" if beside_somebody(r) else "subject"
    if worn == "part":
        shod = r.preposition == "with" and item.options["part"].id in ("shoes", "boots")
        shod = shod or _is_belled(r, item)
        named = (r.article == "a" and not shod) or r.expect in ("held", "seat") or "count" in r.pending
        named = named or (r.is_tag and item.options["part"].id not in ("shoes", "boots"))
        named = named or (r.relation in ("inside", "on") and r.adjectives_follow)  # "dentro do sapato"
        named = named or r.relation in _AROUND or _is_stood_on(r)
        worn_next = item.language == "zh" and r.preposition == "with"  # "穿雨靴的鸭子"
        return "part" if (r.agent() or worn_next) and not named else "subject"
    agent = r.agent()
    somebody = _has_a_head(r, agent) or (agent is None and item.language == "zh")
    clad = r.preposition in ("with", "in") or (
        r.preposition == "of" and r.adjectives_follow and agent is not None and agent.alive
    )
    return worn if somebody and clad else "subject"


def _is_belled(r: Reading, item: Item) -> bool:
    """Whether an animal has the bell around its neck: "a cow with a bell"."""
    agent = r.agent()
    entry = r.entries.get(agent.id or "") if agent is not None else None
    beast = entry is not None and entry.kind == "animal"
    return beast and r.preposition == "with" and item.options["part"].id == "bell"


_AROUND = ("beside", "behind", "in_front_of", "under", "over")


def _is_stood_on(r: Reading) -> bool:
    """Whether somebody is on the thing: "a cat on the bell"."""
    return r.preposition == "on" and r.article == "the" and not r.item.options["subject"].plural


def _has_a_head(r: Reading, figure: Figure | None) -> bool:
    """Whether it could wear a crown: a pillow only has one lying on it."""
    entry = r.entries.get(figure.id or "") if figure else None
    return figure is not None and (figure.alive or (entry is not None and entry.face is not None))


def beside_somebody(r: Reading) -> bool:
    """Whether a role stands next to the one who plays it: "astronaut cat", "gato astronauta"."""
    before, after = r.peek(-1), r.peek()
    if r.adjectives_follow and after is not None and after.has("trait", "color", "size"):
        after = None  # "bruja joven": she is young, no youngster
    if r.adjectives_follow and before is not None and before.has("trait") and "traits" in r.pending:
        before = None  # "um velho marinheiro"
    of = r.preposition == "of" and not r.article and bool(r.agents) and not owns(r)
    if r.expect in ("dress", "role") or of:
        return True
    if r.adjectives_follow and not r.article and before is not None and before.has("color", "size"):
        before = r.peek(r.past(("color", "size", "trait"), -2))  # "un ajolote rosa astronauta"
    near = [item for item in (before, after) if item is not None and not chinese.are_two(r, item)]
    found = [item.options.get("subject") for item in near]
    return any(meaning is not None and plays_roles(r, meaning) for meaning in found)


def _after_a_person(r: Reading, item: Item) -> bool:
    """Chinese: "新郎新娘" are two people."""
    before = r.peek(-1)
    found = before.options.get("subject") if before is not None else None
    return item.language == "zh" and found is not None and r.entries[found.id].kind == "person"


_ALMOST_ALIVE = frozenset({"skull", "teddy", "doll", "statue"})


def plays_roles(r: Reading, found: Meaning) -> bool:
    """Whether such a figure can have a profession: animals and people, and skeletons and dolls."""
    return r.entries[found.id].alive or found.id in _ALMOST_ALIVE


def _sky(r: Reading, item: Item) -> str:
    """A moon that wears sunglasses is somebody; any other one is the moon."""
    if "subject" not in item.options or not item.has("sky", "weather"):
        return ""
    toy = r.preposition == "with" and r.agent() and r.entries[item.options["subject"].id].anchor == "hand"
    stood_on = r.relation == "on" and "place?" not in item.options
    if item.options["subject"].id == "kite" and _is_feminine(r):
        return "subject"
    single = r.article == "a" and "count_word" not in r.pending
    counted = r.entries[item.options["subject"].id].alive and (single or bool(r.relation))
    if r.expect in ("held", "seat") or toy or stood_on or counted:
        return "subject"
    if waking.acts_next(r) or waking.is_faced(r):
        return "subject"
    if "place?" in item.options and after_place_word(r):
        return ""
    return "sky" if "sky" in item.options else "weather"


def _is_feminine(r: Reading) -> bool:
    """Spanish: "la cometa" is a kite, "el cometa" flies through space."""
    before = r.peek(-1)
    if before is None or not before.has("a", "the", "count"):
        return True
    return before.raw.lower() not in ("un", "el", "del", "al", "los", "unos", "este", "ese")


def _style(r: Reading, item: Item) -> str:
    """A pencil is held, a drawing is in pencil."""
    if "style" not in item.options or "subject" not in item.options:
        return "style" if "style" in item.options else ""
    named = (r.article == "the" and item.language in ("es", "pt")) or r.relation in _AROUND or _is_stood_on(r)
    named = named or _is_owned(r)
    after = r.peek()
    opens = r.opens and r.adjectives_follow and after is not None and after.has("of", "action", "activity")
    named = named or opens  # "pastel de feira"
    thing = named or r.expect in ("held", "seat") or r.article == "a" or r.preposition == "with"
    return "subject" if thing else "style"
