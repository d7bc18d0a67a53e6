"""Clothes: who puts them on, and whose colour they take."""

from __future__ import annotations

from ..index import Meaning
from ..lexicon import listed, say, table
from ..lexicon import meaning as painted
from ..matching import Item
from . import idioms, patterns, uniforms
from .reading import Figure, Reading

_ACCESSORIES = frozenset({"scarf", "cape", "backpack", "apron"})
"""What is worn above other clothes and does not dye them."""


_OWN = {"cape": frozenset({"hero"}), "apron": frozenset({"artist", "blacksmith"})}
"""Who wears a cape or an apron anyway, which may then have a colour of its own."""


OVER = frozenset({"scarf", "cape", "backpack", "apron"})
"""What is drawn over any other clothes."""


def garment(r: Reading, found: Meaning) -> None:
    """Clothes: for whoever acts, or in Chinese for the noun to come."""
    if r.expect == "like":
        r.target = None
        r.pending = {}
        return r.end_of_phrase()
    if r.relation and r.item.language in ("es", "pt"):
        r.unknown.append(r.item.raw)  # "encima de la ropa"
        r.pending = {}
        return r.end_of_phrase()
    if _is_worked_on(r):
        idioms.work_on(r)
        return _knit(r)
    if r.item.raw.startswith("背") and found.id in OVER:
        r.stash()  # "三个背书包的学生" are three
    pattern = patterns.of_pending(r)
    clad = wearers(r, found.plural or _is_of_all(r))
    color = uniforms.color_of(r) if len(clad) > 1 else None
    for figure in clad:
        figure.add("outfit_pattern", pattern)
        r.pending.update({"color": color} if color else {})
        dress(r, found, figure)
    r.pending = {}
    return None


def shared_color(r: Reading, clad: list[Figure]) -> str | None:
    """The colour of what is put on now: before its noun, or behind it where several put it on."""
    return uniforms.color_of(r) if len(clad) > 1 else r.pending.get("color")


def _is_of_all(r: Reading) -> bool:
    """Whether what they all do stands in front: "an otter and a beaver having a pillow fight in pajamas"."""
    at = r.past(("a", "color", "size", "trait", "in", "with", "wearing"))
    item = r.peek(at)
    return at < -1 and item is not None and item.has("undrawn", "action", "activity")


_MADE = frozenset(
    {"做", "在做", "正在做", "缝", "缝制", "织", "买", "卖", "试", "设计", "裁", "绣", "补", "织着", "正在织"}
)
_HUNG = ("晾", "挂着", "叠", "晒", "收着", "放着", "摆着", "铺着", "堆着", "挂满", "晾满", "洗着", "熨")


def _is_worked_on(r: Reading) -> bool:
    """Whether nobody wears the clothes yet: "knitting a sweater"."""
    item = r.peek(r.past(("a", "the", "count", "color", "size", "trait")))
    if _is_knitting(item):
        return bool(r.agents)
    if item is not None and item.language == "zh" and (item.raw.startswith(_HUNG) or item.raw in _MADE):
        return True  # "阳台上晾着衣服", "做旗袍"
    if item is not None and item.raw.lower() in ("fazendo", "haciendo", "making") and r.agents:
        return True
    deed = item is not None and (item.kind == "undrawn" or _is_a_verb(r, item))
    return deed and bool(r.agents)


def _is_knitting(item: Item | None) -> bool:
    deed = item.options.get("activity") if item is not None else None
    return deed is not None and deed.id == "knitting"


def _knit(r: Reading) -> None:
    """What is being knitted gives its colour to the piece on the needles."""
    color, agent = r.pending.get("color"), r.agent()
    r.pending = {}
    r.end_of_phrase()
    if agent is not None and agent in r.figures and agent.told.get("held") == "knitting":
        agent.add("held_color", color)
        r.target = ("held_color", r.figures.index(agent))


def _is_a_verb(r: Reading, item: Item) -> bool:
    """Whether an unknown word right behind somebody tells what is done to the clothes: "roeu a roupa"."""
    before, link = r.peek(-1), item.kind == "unknown" and r.adjectives_follow
    return link and before is not None and before.has("the", "a")


def dress(r: Reading, found: Meaning, figure: Figure) -> None:
    """Put an outfit on a figure, in the colour said before it."""
    found = uniforms.meant(r, figure, found)
    if uniforms.is_her_gown(figure, found.id, uniforms.color_of(r)):
        return uniforms.leave_on(r)
    if _is_swallowed(r, found, figure):
        r.owing.add(r.at)
        if found.id in _HARD:
            r.pending, r.target = {}, ("scenery", -1)
            return r.end_of_phrase()  # "princesa com armadura prateada" keeps her gown's colour
    _tell_of_another_piece(r, found, figure)
    fur = uniforms.is_of_the_fur(r, figure, found)
    say_outfit(figure, found, None if fur else r.pending.pop("color", None))
    uniforms.keep_on(r, figure)
    over = figure.told.get("parts", [[""]])[-1][0] == found.id
    slot = "part" if over else "outfit_color"
    slot = "figure" if fur else slot
    r.target = (slot, r.figures.index(figure)) if figure in r.figures else None
    return r.end_of_phrase()


_HARD = frozenset({"knight", "astronaut", "diver"})
"""What is so unlike other clothes that its colour is not theirs."""
_LEGS = frozenset({"jeans", "trousers", "shorts", "pants"})


def _tell_of_another_piece(r: Reading, found: Meaning, figure: Figure) -> None:
    """Tell of what is drawn like the piece worn already: the shirt is shown, and no trousers of its own."""
    worn = str(figure.told.get("outfit_word") or figure.told.get("outfit") or "")
    alike = bool(worn) and painted("outfits", found.id) == figure.told.get("outfit") and found.id != worn
    if found.kind != "garment" or not alike or found.id in _ACCESSORIES:
        return
    if worn in _LEGS and found.id not in _LEGS and "outfit_color" not in figure.told:
        r.unknown.append(listed(str(table("outfits")[worn]["garment"].get(r.item.language, worn)))[0])
        figure.told = {n: v for n, v in figure.told.items() if not n.startswith("outfit")}
    elif found.id in _LEGS:
        r.unknown.append(r.item.raw)


def wearers(r: Reading, several: bool) -> list[Figure]:
    """Who puts something on: the agents (all of them for a plural), or the figure to come."""
    if r.fresh or not r.agents:
        return [r.coming]
    if (owner := idioms.wearer(r)) is not None:
        return [owner]
    acting = [r.figures[i] for i in r.agents]
    last = r.agent()
    several = several or r.item.language == "zh"  # "孩子们穿着新衣服"
    sorts = {f.id for f in acting}
    alike = len(sorts) == len(acting) > 1 == len({f.called for f in acting})  # "three children in pyjamas"
    dressed = any(name.startswith(_WORN) for figure in acting[:-1] for name in figure.told)
    several = several or (alike and not dressed)  # "uma menina de camisa verde e uma menina de boné azul"
    return [f for f in acting if f.alive] or acting if several or last is None else [last]


def let_go(figure: Figure) -> None:
    """What somebody "carries" and wears is in nobody's hands: "lleva un sombrero"."""
    if figure.told.get("action") == "hold" and not figure.told.keys() & {"held", "held_word"}:
        figure.told.pop("action")
        figure.told.pop("verb", None)


def put_on(r: Reading, slot: str, ident: str, found: Meaning) -> None:
    """Something on the head or the nose of whoever wears it, in the colour said of it."""
    if r.expect != "like":
        clad = wearers(r, found.plural or slot == "glasses")
        if slot == "hat" and (meant := uniforms.hat_meant(r, clad[0], found)) is not found:
            found, ident = meant, meant.id
        color = shared_color(r, clad)
        for figure in clad:
            let_go(figure)
            fit = uniforms.plain_hat(r, figure, ident) if found.id == "hat" else ident
            figure.add(slot, None if idioms.has_its_own_hat(r, figure, found) else fit)
            figure.add(f"{slot}_word", found.id if found.id != fit else _shell(r, figure))
            figure.add(f"{slot}_color", color)
            r.target = (f"{slot}_color", r.figures.index(figure)) if figure in r.figures else None
    r.pending = {}
    r.end_of_phrase()


def _shell(r: Reading, figure: Figure) -> str | None:
    """What "casco" means of a turtle that is told of in Portuguese."""
    entry = r.entries.get(figure.id or "")
    near = (r.peek(-n) for n in range(1, 5))
    shelled = entry is not None and _SHELL in entry.has and any(i and i.language == "pt" for i in near)
    return _SHELL if shelled and r.item.raw.lower() in ("casco", "cascos") else None


_SHELL = "shell"


def _is_swallowed(r: Reading, found: Meaning, figure: Figure) -> bool:
    """Whether the clothes of a trade are drawn in place of a garment that is none of them: an apron."""
    role = str(figure.told.get("role") or "")
    garment = painted("outfits", found.id)
    plain = found.kind != "garment" or found.id in _ACCESSORIES or garment in ("casual", "hero")
    plain = plain or is_plain(str(figure.told.get("outfit")))
    if not role or plain or garment in (role, figure.told.get("outfit")):
        return False
    idents = (role, str(figure.told.get("outfit")))
    worn = (say("outfits", i, r.item.language, kind) for i in idents for kind in ("say", "dyed"))
    word, told = r.item.raw.lower(), " ".join(worn)
    return word not in told and not (found.plural and word.removesuffix("s") in told)


def say_outfit(figure: Figure, found: Meaning, color: str | None) -> None:
    """Tell the outfit of a figure; clothes that go with a role only dye it."""
    let_go(figure)
    worn = str(figure.told.get("outfit_word") or figure.told.get("outfit") or "")
    if worn in _ACCESSORIES and found.id not in _ACCESSORIES and (found.kind == "role" or worn in OVER):
        shade = figure.told.pop("outfit_color", "")
        figure.told = {n: v for n, v in figure.told.items() if n not in ("outfit", "outfit_word")}
        if worn in OVER:
            figure.append("parts", [worn, shade])
    if found.kind == "garment" and found.id not in _ACCESSORIES and is_plain(figure.told.get("outfit", "")):
        figure.add("role", figure.told.get("outfit_word", figure.told["outfit"]))
        figure.told = {n: v for n, v in figure.told.items() if not n.startswith("outfit")}
    if "outfit" in figure.told:
        own = figure.told["outfit"] in _OWN.get(found.id, ())
        if found.id in OVER and not own and worn != found.id:
            figure.append("parts", [found.id, color or ""])
        elif found.kind == "garment" and (own or found.id not in _ACCESSORIES):
            figure.add("outfit_color", color)
        return
    outfit = painted("outfits", found.id)
    figure.add("outfit", outfit)
    figure.add("outfit_word", found.id if found.id != outfit else None)
    figure.add("outfit_color", color)


def shoulder(r: Reading, figure: Figure) -> None:
    """Let somebody who was only told to have a backpack wear it over their usual clothes, or their fur."""
    if figure.told.get("outfit_word") == "backpack" and r.has_shoulders(figure):
        color = figure.told.pop("outfit_color", "")
        figure.told = {n: v for n, v in figure.told.items() if not n.startswith("outfit")}
        figure.append("parts", ["backpack", color])


def say_trade(r: Reading, figure: Figure, found: Meaning) -> None:
    """Tell the clothes of a trade, but for plain ones where others were told of in front: "穿裙子的老师"."""
    outfit = painted("outfits", found.id)
    worn = str(r.coming.told.get("outfit_word") or r.coming.told.get("outfit") or "")
    if worn in OVER and r.item.language == "zh":  # "系着围裙的国王"
        shade = r.coming.told.get("outfit_color", "")
        r.coming.told = {n: v for n, v in r.coming.told.items() if not n.startswith("outfit")}
        figure.append("parts", [worn, shade])
    if not (is_plain(outfit) and r.coming.told.get("outfit", outfit) != outfit):
        say_outfit(figure, found, None)


def is_plain(outfit: str) -> bool:
    """Whether the clothes of a trade tell nothing of it, so that a teacher may wear a dress."""
    return bool(table("outfits").get(outfit, {}).get("plain"))


def clad(r: Reading, figure: Figure) -> None:
    """Chinese: clothes said before a noun are its own: "戴红帽子的雪人旁边有一个女孩"."""
    link = next((i for i in (r.peek(-1), r.peek(-2)) if i is not None and i.has("of-the")), None)
    if link is None or not figure.alive:
        return
    for name in [n for n in r.coming.told if n.startswith(_WORN)]:
        figure.add(name, r.coming.told.pop(name))
    uniforms.settle(r, figure)


def come(r: Reading, figure: Figure) -> None:
    """Let all that was said of the figure to come be of this one."""
    for name, value in r.coming.told.items():
        figure.add(name, value)
    r.coming = Figure()
    uniforms.settle(r, figure)


_WORN = ("outfit", "hat", "glasses")
