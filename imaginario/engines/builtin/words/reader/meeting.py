"""Nouns and those before them: whether one is met again, stands beside another, or is several."""

from __future__ import annotations

from ...vocabulary import Entry
from ..chinese import grammar as chinese
from ..chinese import kin, there
from ..index import Meaning, build
from ..lexicon import table
from ..matching import Item
from .reading import Figure, Reading


def is_many(r: Reading) -> bool:
    """Chinese: whether "们" behind the noun says that there are several."""
    after = r.peek()
    return after is not None and after.raw == "们" and "count" not in r.pending


_SEVERAL = frozenset(
    {"los", "las", "unos", "unas", "os", "as", "uns", "umas", "estos", "estas", "mis", "sus"}
)
PAIRS = frozenset({
    "scissors", "skis", "boots", "maracas", "fries", "noodles", "popcorn", "grapes", "shoe", "spaghetti",
})  # fmt: skip
_CUB = 0.55
_MATCHES = ("jogo", "partid", "pelada")
SINGLE = PAIRS | {"stairs"}
"""One thing whose word is a plural: "unas escaleras"."""


def are_several(r: Reading, found: Meaning) -> bool:
    """Spanish, Portuguese: whether the words around one like "paraguas" or "lápis" make it a plural."""
    if chinese.is_of_many_colors(r, found):
        return True
    if found.id == "football-player" and found.spelled.startswith(_MATCHES):
        return True
    alike = found.spelled.endswith("s") and " " not in found.spelled and found.language in ("es", "pt")
    if found.plural or not alike or found.id in PAIRS or "count" in r.pending:
        return False
    before, after = r.peek(-1), r.peek()
    said = after is not None and after.has("color", "size", "trait") and after.raw.lower().endswith("s")
    return said or (before is not None and before.raw.lower() in _SEVERAL)


def as_a_toy(r: Reading, found: Meaning) -> Meaning:
    """What somebody plays with is a toy car."""
    plays = r.expect == "held" and any(d.told.get("action") == "play" for d in r.doers)
    return found._replace(id="toy-car") if plays and found.id == "car" and "toy-car" in r.entries else found


def as_a_net(r: Reading, found: Meaning) -> Meaning:
    """Portuguese: the "rede" of a fisherman is no hammock."""
    fishing = any(f.id in ("fisherman", "fish", "boat", "sailboat", "jangada") for f in r.figures)
    rests = any(f.told.get("action") in ("sleep", "sit") for f in r.figures)
    net = found.id == "hammock" and fishing and not rests and r.item.raw.lower() in ("rede", "redes")
    return found._replace(id="fishing-net") if net and "fishing-net" in r.entries else found


def family_of(entry: Entry) -> str:
    """What an animal is by its head: foxes and wolves are dogs here."""
    return str(entry.head.get("family", "")) or entry.id


def flyer(r: Reading) -> Figure | None:
    """Who flies a kite and does not fly: "volando su papalote"."""
    agent, near = r.agent(), tuple(r.peek(-n) for n in (1, 2, 3, 4))
    flies = any(i is not None and "action" in i.options and i.options["action"].id == "fly" for i in near)
    if agent is None or not agent.alive or agent is r.coming:
        return None
    lifts = any(i is not None and i.has("unknown", "undrawn") and i.raw.endswith("ndo") for i in near)
    lifts = lifts or any(i is not None and i.raw in _LETTING_GO for i in near)
    deed = agent.told.get("action")
    return agent if (flies and deed == "fly") or (lifts and deed is None) else None


_LETTING_GO = frozenset({"放", "放着", "放飞", "在放"})


def one_with_last(r: Reading, found: Meaning) -> bool:
    """Spanish, Portuguese: whether the noun only says what the last one is like: "monstruo sandía"."""
    before, earlier, after = r.peek(-1), r.peek(-2), r.peek()
    apart = r.article or r.joined or r.relation or r.preposition or r.expect or "count" in r.pending
    if apart or not r.adjectives_follow or found.plural or before is None or "subject" not in before.options:
        return False
    listed = any(i is not None and i.kind == "subject" for i in (earlier, after))
    listed = listed or (r.item.raw.endswith("s") and not before.raw.endswith("s"))  # of several
    there = bool(r.figures) and r.figures[-1].id == before.options["subject"].id and r.target is not None
    other = found.id != before.options["subject"].id or "near" in r.pending  # "carro deportivo"
    return there and not listed and other


_ANY_PERSON = frozenset({
    "hombre", "mujer", "niño", "niña", "chico", "chica", "muchacho", "muchacha", "señor", "señora", "joven",
    "persona", "bebé", "homem", "mulher", "menino", "menina", "garoto", "garota", "moço", "moça", "senhor",
    "senhora", "pessoa", "bebê", "rapaz",
})  # fmt: skip


def merge(r: Reading, entry: Entry) -> None:
    """Let the noun tell of the last one; who only had a trade is the animal: "ladrón gato"."""
    last, before = r.figures[-1], r.peek(-1)
    known = r.entries.get(last.id or "")
    trade = known is not None and known.kind == "person" and entry.kind in ("animal", "fantasy")
    if known is not None and known.kind == entry.kind == "animal" and family_of(known) == family_of(entry):
        last.id = entry.id  # "perra dálmata"
        return None
    if known is None or not trade or before is None or before.raw.lower() in _ANY_PERSON:
        return last.add("modifier", r.pending.pop("near", entry.id))
    last.id = entry.id
    last.add("modifier", last.told.pop("near", None))
    for slot in ("outfit", "hat", "held") if known.id not in ("man", "woman", "person") else ():
        last.add(slot, known.head.get(slot))
    return None


def in_apposition(r: Reading, entry: Entry) -> bool:
    """Whether a word for a person only tells of the noun before it: "robot barrendero", "maloca indígena"."""
    before = r.peek(-1)
    apart = r.article or r.joined or r.relation or r.preposition or r.expect or "count" in r.pending
    if before is None or entry.kind != "person" or not r.adjectives_follow or apart:
        return False
    if before.has("place", "place?", "garment", "hat") and "subject" not in before.options:
        return True  # "serra gaúcha", "chaleco salvavidas"
    last, folk = before.options.get("subject"), before.options.get("scenery")
    if folk is not None and folk.id in ("child", "person") and bool(r.figures) and "near" in r.pending:
        return True  # "crianças indígenas"
    there = last is not None and bool(r.figures) and r.figures[-1].id == last.id and r.target is not None
    return there and last is not None and r.entries[last.id].kind != "person"


def told_already(r: Reading, found: Meaning) -> bool:
    """Whether the verb in front has brought the thing in: "pescando salmones"."""
    near = next((i for i in (r.peek(-1), r.peek(-2)) if i is not None and "activity" in i.options), None)
    told = near is not None and any(f.told.get("held") == found.id for f in r.doers)
    return told and not r.joined and not r.preposition


def of_another_game(r: Reading) -> bool:
    """Whether a player plays something else: "un jugador de béisbol"."""
    link, game = r.peek(), r.peek(2)
    return link is not None and link.has("of") and game is not None and game.has("unknown", "subject")


def one_more_person(r: Reading, entry: Entry) -> bool:
    """Chinese: "爷爷奶奶" are two, without any "and" between them."""
    before, earlier = r.peek(-1), r.peek(-2)
    if before is None or before.language != "zh":
        return False
    if before.has("count") and earlier is not None and "subject" in earlier.options:
        return True  # "一只猫一只狗"
    last = before.options.get("subject")
    if last is not None and entry.kind == "animal" and chinese.is_other_animal(r, last, entry.id):
        return True  # "龟兔赛跑"
    return last is not None and entry.kind == "person" and r.entries[last.id].kind == "person"


def met_again(r: Reading, found: Meaning) -> int | None:
    """The index of a figure that this noun may mean again: "the cat" after "a cat"."""
    if (told := chinese.of_the_title(r, found)) is not None:
        return told
    if r.article == "a" or r.pending.keys() & {"count", "held"} or r.expect in ("held",):
        return None
    if (meant := there.in_short(r, found)) is not None:
        return meant
    color, near = r.pending.get("color"), r.pending.get("near")
    for i, figure in enumerate(r.figures):
        if near and figure.told.get("near") != near:
            continue  # the lobster that is drawn as a crab is not the crab
        if found.language == "zh" and ((not near and _is_other_kind(figure)) or _is_listed(r, figure)):
            continue  # "荷叶 … 荷花", "茶壶和茶杯"
        same = figure.id == found.id or (r.article == "the" and _family(r, figure) == found.id)
        same = same or bool(near and found.id == "person" and figure.id in ("man", "woman"))
        size = figure.told.get("size")
        told_apart = r.article != "the" or (size is not None and r.item.language == "en")
        if same and told_apart and r.pending.get("size", size) != size:
            continue  # a small one is another one
        if (
            same
            and found.language == "zh"
            and (_are_of_two_ages(r, figure) or kin.are_two(figure.called, r.item.raw))
        ):
            continue  # "小和尚 … 老和尚"
        other = r.joined == "and" or (r.preposition == "with" and figure.alive)
        if same and other and figure is r.figures[-1] and r.adjectives_follow:
            continue  # "caballo negro y yegua blanca", "yegua con su potrillo"
        if same and (chinese.is_another(r, figure) or _plays_another(r, figure)):
            young = r.item.raw.startswith("小") and r.entries[found.id].kind == "animal"
            r.pending.update({"size": _CUB} if young and "size" not in r.pending else {})
            continue
        if same and (color is None or figure.told.get("color", color) == color):
            return None if found.plural and figure.told.get("count", 1) == 1 else i
    return None


_PARENT_WORDS = frozenset({"妈妈", "爸爸", "妈", "爸", "奶奶", "爷爷"})


def _are_of_two_ages(r: Reading, figure: Figure) -> bool:
    """Whether the one who comes is old, or the parent of the one told of: "小恐龙 … 恐龙妈妈"."""
    after = r.peek()
    parent = after is not None and after.raw in _PARENT_WORDS and figure.called.startswith("小")
    return parent or ("old" in r.pending.get("traits", ()) and "old" not in figure.told.get("traits", ()))


def met_at_work(r: Reading, found: Meaning) -> int | None:
    """The index of those of that trade who were told of before: "the pirate" after "a pirate"."""
    known = r.article == "the" and (r.item.language == "en" or found.plural)
    if not known or r.expect or "count" in r.pending:
        return None
    for i, figure in enumerate(r.figures):
        if (
            found.id in (figure.told.get("role"), figure.told.get("outfit"))
            and (figure.told.get("count", 1) > 1) == found.plural
        ):
            return i
    return None


def _plays_another(r: Reading, figure: Figure) -> bool:
    """Whether a role follows and the figure has one already: "frog king and frog queen"."""
    after = r.peek()
    role = after.options.get("role") if after is not None else None
    return role is not None and figure.told.get("outfit", role.id) != role.id


def _family(r: Reading, figure: Figure) -> str:
    """What sort of animal a figure is: a "black cat" is met again as "the cat"."""
    entry = r.entries.get(figure.id or "")
    return str(entry.head.get("family", "")) if entry else ""


def is_all_around(r: Reading) -> bool:
    """Whether the noun only surrounds the one who acts: "a beekeeper surrounded by bees holding honey"."""
    near = (r.peek(-1), r.peek(-2), r.peek(-3))
    return any(i is not None and i.raw.lower().startswith(_AROUND) for i in near)


_AROUND = ("surround", "rodead", "cercad", "amid", "围绕", "环绕")


def is_owner(r: Reading) -> bool:
    """Whether somebody is only named as the owner of a place: "grandma's garden", "a keeper's cottage"."""
    if _owns_a_place(r):
        return True
    link, at = r.peek(), 2
    placed = r.preposition == "in" or there.owns_place(r)
    chinese_link = link is not None and link.has("of-the") and placed
    hers = link is not None and link.has("of-the") and r.preposition == "with"
    if link is None or not (chinese_link or hers or (link.has("of") and link.raw.lower() == "s")):
        return False
    while (item := r.peek(at)) is not None and item.has("color", "size", "trait", "mood", "filler"):
        at += 1
    found = item.options.get("subject") if item is not None else None
    kinds = ("building", "furniture")
    house = found is not None and r.entries[found.id].kind in kinds
    pet = found is not None and not chinese_link and r.entries[found.id].kind == "animal"
    clad = not chinese_link or hers  # "戴着外婆的帽子"
    worn = item is not None and clad and item.has("hat", "glasses", "garment") and found is None
    return item is not None and (house or pet or worn or (item.has("place") and found is None))


def _owns_a_place(r: Reading) -> bool:
    """The same in Spanish and Portuguese, where the owner stands behind: "o sítio da vovó"."""
    if not r.adjectives_follow or r.preposition != "of" or r.article == "a" or r.joined:
        return False
    at = r.past(("the", "of", "size", "trait"))
    item = r.peek(at)
    link = r.peek(-1)
    named = r.article == "the" or (link is not None and link.raw.lower() in ("da", "do", "del"))
    if item is None or at == -1 or not named:
        return False  # "un campamento de niños" has children
    drawn = bool(r.figures) and r.figures[-1].called == item.raw
    entry = r.entries.get(r.figures[-1].id or "") if drawn else None
    pet = entry is not None and entry.kind == "animal" and r.article == "the"  # "el gato de mi abuela"
    seat = entry is not None and entry.kind in ("furniture", "vehicle") and r.item.has("role")
    own = r.item.options.get("subject")
    seat = seat or (entry is not None and entry.kind in ("furniture", "building") and _is_kin(own))
    return pet or seat or (item.has("place", "place?") and not drawn)  # "a cadeira do dentista"


def _is_kin(own: Meaning | None) -> bool:
    """Whether it is one of a family, whose bed or house it is: "la cama de la abuelita"."""
    return own is not None and own.id in FAMILY


def owns(r: Reading) -> bool:
    """Whether a role stands behind a thing of its own that has no drawing: "roeu a roupa do rei"."""
    thing, agent, link = r.peek(-2), r.agent(), r.peek(-1)
    if thing is None or agent is None or link is None:
        return False
    known = thing.options.get("subject")
    named = link.raw.lower() in ("da", "do", "das", "dos", "del") and known is not None
    if named and known is not None and not r.entries[known.id].alive:
        return True  # "roubando a banana do turista"
    return thing.raw in r.unknown and agent.word != thing.raw


FAMILY = frozenset({"mother", "father", "grandmother", "grandfather", "baby"})
_TRADES = frozenset({"person", "pilot", "surfer", "punk", "photographer", "musician", "singer", "farmer"})


def tells_who(item: Item, found: Meaning) -> bool:
    """Whether a word behind an animal says who it is: its mother, a mister, a postman."""
    if found.id in ("man", "woman") and (found.language, found.spelled) in build().near:
        return True
    return found.id in FAMILY or found.id in _TRADES or chinese.is_title(item)


def is_printed(r: Reading) -> bool:
    """Whether the noun is only printed on clothes or parts of them: "vestido de flores"."""
    earlier = r.peek(-2)
    return (
        r.preposition == "of"
        and r.article != "a"
        and earlier is not None
        and earlier.has("garment", "hat", "glasses", "part")
        and not (earlier.has("subject") and not earlier.has("garment"))
        and not _is_theirs(r, earlier)
    )


def _is_theirs(r: Reading, part: Item) -> bool:
    """Spanish, Portuguese: whether a part belongs to the one who is named: "o cabelo da filha"."""
    link, found = r.peek(-1), r.item.options.get("subject")
    named = link is not None and link.raw.lower() in ("da", "do", "del", "das", "dos")
    return part.has("part") and named and found is not None and r.entries[found.id].kind == "person"


def _is_other_kind(figure: Figure) -> bool:
    """Whether a figure is only drawn as what it is not: a lily pad as a lotus."""
    near = figure.told.get("near")
    return near is not None and not table("near").get(near, {}).get("kind")


def _is_listed(r: Reading, figure: Figure) -> bool:
    """Whether another thing is named beside the last one that is drawn like it."""
    return r.joined == "and" and figure is r.figures[-1] and figure.called != r.item.raw
