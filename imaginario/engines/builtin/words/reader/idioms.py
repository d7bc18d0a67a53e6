"""What English leaves to its reader: what "over" means, who "its mother" is, which hat is meant."""

from __future__ import annotations

from ...vocabulary import Entry
from ..index import Meaning
from ..items import is_alive
from ..lexicon import meaning as painted
from ..matching import Item
from ..plain import built
from . import looking, mounts
from .reading import Figure, Reading
from .telling import HATS_OF_OUTFITS

_LEAPS = frozenset({"leaping", "leaps", "hopping", "hovering", "vaulting", "bounding", "crossing", "arching"})


def is_only_about_it(r: Reading) -> bool:
    """Whether nobody is over the thing: "arguing over a chessboard", "bent over a puddle"."""
    before = r.peek(-1)
    if before is None or before.language != "en" or r.item.raw.lower() != "over":
        return False
    return before.has("unknown", "undrawn") and before.raw.lower() not in _LEAPS


def has_its_own_hat(r: Reading, figure: Figure, found: Meaning) -> bool:
    """Whether a plain "hat" is the one that goes with the clothes: a chef in a white hat."""
    entry = r.entries.get(figure.id or "")
    clad = entry is not None and (entry.head.get("hat") or entry.head.get("outfit") in HATS_OF_OUTFITS)
    outfit = figure.told.get("outfit")
    cap = found.id == "beanie" and r.adjectives_follow and outfit in ("witch", "wizard")  # "bruja con gorro"
    plain = (found.id == "hat" and r.item.language != "zh") or cap
    return plain and bool(clad or outfit in HATS_OF_OUTFITS)


_PARENTS, _THEIRS = frozenset({"mother", "father"}), frozenset({"its", "their", "her", "his"})
_CUB, _GROWN = 0.55, 1.35
_GROWN_UP = {"duckling": "duck", "chick": "hen"}


def kin(r: Reading, found: Meaning) -> Meaning | None:
    """Who "its mother" and "her baby" are where an animal has been told of; None for anybody else."""
    before, last = r.peek(-1), _beast(r)
    if r.item.language != "en" or before is None or before.raw.lower() not in _THEIRS or last is None:
        return None
    if found.id in _PARENTS:
        grown = _GROWN_UP.get(last.id, last.id)
        r.pending.update({"size": _GROWN} if grown == last.id else {})
        r.article = "a"
        return found._replace(id=grown)
    if found.id == "baby":
        r.pending.setdefault("size", _CUB)
        r.article = "a"
        return found._replace(id=last.id)
    return None


def _beast(r: Reading) -> Entry | None:
    """The animal told of last, where no person has been told of."""
    entries = [r.entries.get(f.id or "") for f in r.figures]
    if not entries or any(e is not None and e.kind == "person" for e in entries):
        return None
    last = entries[-1]
    return last if last is not None and last.kind in ("animal", "fantasy") else None


_TRADES = (
    "er", "or", "ist", "ian", "eer", "ster", "ers", "ors", "ists", "ians", "eers", "man", "men", "woman",
    "women",
)  # fmt: skip


def is_trade(r: Reading) -> bool:
    """Whether an unknown word is somebody's trade, for they do something: "a plumber fixing a sink"."""
    item, after = r.item, r.peek()
    if item.language != "en" or not item.raw.lower().endswith(_TRADES) or after is None or r.relation:
        return False
    deed = after.has("action", "activity", "undrawn", "wearing") and after.raw.lower().split()[0].endswith(
        "ing"
    )
    return deed or after.raw.lower() == "who"


_PERCHES = (
    "antler", "shoulder", "head", "back", "nose", "hand", "arm", "horn", "wing", "knee", "tail", "ear",
    "finger", "snout", "shell", "belly", "tummy", "lap", "neck", "hump", "hat", "trunk",
)  # fmt: skip
_PAIRED = ("antler", "shoulder", "hand", "arm", "horn", "wing", "knee", "ear")


def owner(r: Reading) -> Figure | None:
    """Whose part it is: "a queen's red hair" is hers; None where nobody is named right before it."""
    mounted = mounts.has_it(r)
    return built.owner(r) or (r.figures[-1] if r.figures and (mounted or _is_somebodys(r)) else None)


def _is_somebodys(r: Reading) -> bool:
    item = r.peek(r.past(("color", "size", "trait")))
    return item is not None and item.raw == "s" and item.language == "en"


def is_where(r: Reading) -> bool:
    """Whether the part is only where somebody sits: "a fairy on each antler", "on a pirate's shoulder"."""
    word = r.item.raw.lower().removesuffix("s")
    if r.item.language != "en" or word not in _PERCHES or not r.figures or r.pending.get("color"):
        return False
    if _is_somebodys(r):
        return any(f.told.get("to") == len(r.figures) - 1 for f in r.figures)
    if "on" not in (r.preposition, r.relation) or len(r.figures) < 2:
        return False
    last = r.figures[-1]
    free = (i for i in range(len(r.figures) - 2, -1, -1) if r.figures[i].told.get("relation") != "on")
    carrier = next((i for i in free if r.figures[i].alive), None)
    if carrier is None or last.told.get("to") is not None or len(r.figures) - 1 == carrier:
        return False
    last.told.update(relation="on", to=carrier)
    before = r.peek(-1)
    if before is not None and before.raw.lower() == "each" and word in _PAIRED:
        last.add("count", 2)
    return True


def is_on_a_part(r: Reading) -> bool:
    """Whether the noun only owns what somebody sits on: "a butterfly on a bear's nose"."""
    link, part = r.peek(), r.peek(2)
    return link is not None and link.raw == "s" and part is not None and part.raw.lower() in _PERCHES


def work_on(r: Reading) -> None:
    """Tell of clothes that nobody wears yet: "knitting a sweater"."""
    if r.item.raw not in r.unknown:
        r.unknown.append(r.item.raw)


def wearer(r: Reading) -> Figure | None:
    """Who has something on where a person is named right before it: "on a pirate with a tricorn hat"."""
    at, clad = -1, False
    links = ("with", "wearing", "in", *(("of",) if r.adjectives_follow else ()))
    while (item := r.peek(at)) is not None and item.has("a", "color", "size", "trait", *links):
        clad = clad or item.has(*links)
        at -= 1
    last = r.figures[-1] if r.figures else None
    entry = r.entries.get(last.id or "") if last is not None else None
    named = item is not None and item.language != "zh" and is_alive(item)
    person = last is not None and (last.id == "person" or (entry is not None and entry.kind == "person"))
    if any(m.plural for m in r.item.options.values()) and len(r.agents) > 1:
        link = r.peek(r.past(("a", "color", "size", "trait", "count"), at - 1))
        person = person and not (link is not None and link.has("and"))  # "a girl and a boy wearing hats"
    return last if clad and named and person else None


def is_nobodys(r: Reading) -> bool:
    """Whether a hat is one thing among others: "a melon, a glass and a straw hat on a blanket"."""
    agent = r.agent()
    entry = r.entries.get(agent.id or "") if agent is not None else None
    listed = r.item.language == "en" and r.joined in ("and", "comma") and not r.preposition and not r.expect
    return listed and entry is not None and not entry.alive and entry.face is None


def named_last(r: Reading, index: int) -> list[Figure]:
    """Who is on the thing that is met again: the house in "a turtle swims, and a house on the turtle"."""
    before = next((i for n in (-1, -2, -3) if (i := r.peek(n)) and "subject" in i.options), None)
    last = r.figures[-1] if r.figures else None
    if before is None or before.language != "en" or last is None or index == len(r.figures) - 1:
        return []
    return [last] if last.called == before.raw and "to" not in last.told else []


def only_serves_as(r: Reading, entry: Entry) -> bool:
    """Whether a thing is only what another one is used as: "clouds as pillows"; then it is told."""
    if r.expect != "role" or r.item.language != "en" or (entry.alive and entry.kind != "person"):
        return False
    r.unknown.append(r.item.raw)
    return True


def tells_of_noun(r: Reading) -> bool:
    """Whether a place only tells what sort of thing the noun behind it is: "a porch swing"."""
    after, lead = r.peek(), r.item.raw.lower().split()[0]
    noun = r.item.language == "en" and after is not None and after.kind in ("subject", "role", "unknown")
    if noun and lead in ("on", "in", "at"):
        r.preposition, r.target = "on" if lead == "on" else "in", None
    return noun


_LED_BY = frozenset(
    {"aboard", "among", "at", "beside", "by", "high", "in", "indoors", "inside", "near", "on", "outdoors",
     "outside", "under", "underwater"}
)  # fmt: skip
"""First words of what says all by itself where somebody is: "by a pond", "underwater"."""


def is_made_of(entry: Entry, item: Item) -> bool:
    """Whether an English place is only its name and made of something to eat: "a chocolate river"."""
    place = item.kind == "place" and item.language == "en"
    return place and entry.kind == "food" and item.raw.lower().split()[0] not in _LED_BY


def rains_things(r: Reading) -> bool:
    """Whether things rain down and no water: "it's raining donuts"."""
    after, found, word = r.peek(), None, r.item.raw.lower()
    if word in ("rain", "shower", "a shower") and after is not None and after.has("of"):
        word, after = "rains", r.peek(2)
    if word in ("raining", "rains") and after is not None:
        found = after.options.get("subject")
    return found is not None and found.plural and found.language == "en"


def laid_on(r: Reading, index: int) -> Figure | None:
    """What is named right before the thing it lies on: the apple in "aiming at an apple on a man's head"."""
    before = next(
        (i for n in (-1, -2, -3) if (i := r.peek(n)) and not i.has("a", "the", "on", "relation")), None
    )
    last = r.figures[index - 1] if index else None
    if before is None or before.language != "en" or last is None or index != len(r.figures) - 1:
        return None
    return last if last.id and last.called == before.raw and last.told.get("to") is None else None


def is_predicate(r: Reading, entry: Entry) -> bool:
    """Whether things are said to be others: "the cars are pencils"; that they look so is told."""
    at = r.past(("a", "color", "size", "trait"))
    item = r.peek(at)
    thing = r.peek(at - 1)
    said = (
        item is not None and item.kind == "be" and item.language == "en" and item.raw.lower() in ("is", "are")
    )
    if (
        said
        and thing is not None
        and thing.kind == "unknown"
        and any(i.raw.lower() == "whose" for i in r.items[: r.at])
    ):
        r.unknown.append(r.item.raw)  # "a clock whose numbers are fish"
        return True
    known = r.figures[-1] if r.figures else None
    if not said or known is None or known.id is None or known.alive or entry.alive or thing is None:
        return False
    if "subject" not in thing.options or thing.options["subject"].id != known.id:
        return False
    known.add("modifier", entry.id)
    return True


def is_apart(r: Reading) -> bool:
    """Whether boots lie there and nobody has them on: "peeking out of a boot"; then they are told."""
    part = r.item.options.get("part")
    if r.item.language != "en" or r.relation not in ("inside", "under", "behind") or not r.agents:
        return False
    if part is None or part.id not in ("boots", "cowboy-boots", "shoes", "socks", "gloves"):
        return False
    r.unknown.append(r.item.raw)
    r.pending = {}
    return True


def turns_into(r: Reading, figures: list[Figure], entry: Entry) -> bool:
    """Whether a person is to be seen as somebody else: "my girlfriend as a mermaid"."""
    link = next((i for n in (-1, -2, -3) if (i := r.peek(n)) and i.kind == "dressed"), None)
    folk = ("man", "woman", "girl", "boy", "person")
    played = (
        link is not None and link.raw.lower() in ("as a", "as an") and entry.head.get("family") == "human"
    )
    if not played or not figures or any(f.id not in folk or f.told.get("outfit") for f in figures):
        return False
    for figure in figures:
        figure.id = entry.id
    return True


def all_of_them(r: Reading) -> None:
    """Let everybody act whom "they" and "all of them" means."""
    before = r.peek(-1)
    all_told = r.item.raw.lower() == "they" or (before is not None and before.has("of"))
    alive = [i for i, figure in enumerate(r.figures) if figure.alive and figure.id]
    if r.item.language == "en" and r.item.raw.lower() in ("they", "them") and all_told and len(alive) > 1:
        r.agents = r.row = alive
    last = r.figures[r.agents[-1]] if r.agents else None
    opens = before is not None and before.has("comma", "stop.")
    alone = last is not None and last.alive and int(last.told.get("count", 1)) == 1
    if (alone or r.item.raw == "大家") and r.item.raw in _THEY and opens and len(alive) > 1:
        r.agents = r.row = alive  # "老爷爷拄着拐杖，老奶奶挎着篮子，他们走在夕阳下"


_THEY = frozenset({"他们", "她们", "它们", "大家"})


def mount_that_rides(r: Reading) -> Figure | None:
    """Who rides next where somebody rides already: the cat in "a mouse riding a cat riding a dog"."""
    before, deed = r.peek(-1), r.item.options.get("action")
    last = r.figures[-1] if r.figures else None
    if before is None or last is None or deed is None or not last.alive or before.language != "en":
        return None
    ridden = any(f.told.get("action") == "ride" and f.told.get("to") == len(r.figures) - 1 for f in r.figures)
    again = painted("actions", deed.id) == "ride" and "subject" in before.options
    return last if ridden and again else None


def speak_of_held(r: Reading, found: Meaning) -> None:
    """Let what is said next be of the thing in somebody's hands: "... but the carrot is huge"."""
    holder = next((i for i, f in enumerate(r.figures) if f.told.get("held") == found.id), None)
    after = r.peek()
    if holder is not None and r.item.language == "en" and after is not None and after.kind == "be":
        r.target = ("held_color", holder)


def brought_in(r: Reading, index: int) -> Figure | None:
    """The thing behind an "and" that lies there alone: "a ghost with a cup, and candy in a bag"."""
    last = laid_on(r, index)
    if last is None or last.alive or index - 1 in r.agents:
        return None
    at = next(
        (n for n in range(2, _BACK) if (i := r.peek(-n)) and i.has("subject") and i.raw == last.called), 0
    )
    while (
        at
        and (item := r.peek(-at - 1)) is not None
        and item.has("a", "the", "count", "color", "size", "trait")
    ):
        at += 1
    link = r.peek(-at - 1) if at else None
    return last if link is not None and link.kind == "and" else None


_BACK = 5


_SILLS = ("windowsill", "window sill", "window ledge", "parapeito", "peitoril", "alféizar", "窗台上", "窗台")
"""Where one does not stand at the window."""


def stand_at_window(r: Reading) -> None:
    """Put those who act at the window; who stands elsewhere, or has windows, only comes with one."""
    for figure in [r.figures[i] for i in r.agents] or [r.coming]:
        entry = r.entries.get(figure.id or "")
        ground = r.figures[figure.told["to"]] if figure.told.get("to", -1) in range(len(r.figures)) else None
        if figure.told.get("relation") == "inside" and ground is not None and not ground.told.get("relation"):
            ground.add("relation", "at_window")  # roses in a vase at the window
        elif "relation" in figure.told or (entry is not None and entry.kind == "building"):
            r.note("scenery", "window")
        else:
            figure.add("relation", "at_window")
            looking.tell(r, figure)
            if figure.alive and r.item.raw.lower().endswith(_SILLS):
                figure.add("action", "sit")
    r.preposition = ""


def lay_down(r: Reading) -> None:
    """English: let what an unknown thing would hold come in by itself: "shortcake on a plate with a fork"."""
    for figure in [f for f in r.figures if f.id is None and f.told.get("held") and len(r.items) > 1]:
        if any(f.id for f in r.figures) and r.items[0].language == "en":
            told = {"color": figure.told["held_color"]} if figure.told.get("held_color") else {}
            r.figures.append(Figure(figure.told.pop("held"), told=told))
            figure.told.pop("action", None)


def are_both_there(r: Reading, last: int) -> bool:
    """Whether two things lie "on top": "books with a candle and a skull on top"."""
    at = 2
    while (item := r.peek(-at)) is not None and item.has("a", "the", "count", "color", "size", "trait"):
        at += 1
    one = r.peek(-at - 1)
    linked = item is not None and item.kind == "and" and one is not None and r.item.language == "en"
    before = r.figures[last - 1]
    return linked and one is not None and before.called == one.raw and "to" not in before.told


def only_glides(r: Reading, figure: Figure) -> bool:
    """Whether a train or a boat glides along and does not fly."""
    entry = r.entries.get(figure.id or "")
    vehicle = entry is not None and entry.kind == "vehicle" and entry.anchor != "sky"
    return vehicle and r.item.raw.lower().startswith("glid")


def plays_there(r: Reading) -> bool:
    """Whether somebody plays upon what carries them, and not with it: "playing on a castle"."""
    at = 1
    while (item := r.peek(at)) is not None and item.has("a", "the", "color", "size", "trait"):
        at += 1
    found = item.options.get("subject") if item is not None else None
    carries = found is not None and r.entries[found.id].kind in ("building", "furniture", "plant", "vehicle")
    return r.item.raw.lower() == "playing on" and carries
