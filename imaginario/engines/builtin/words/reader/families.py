"""People who are not told one by one: families, couples, children, friends, and those who say "and I"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .. import people
from ..chinese import doings
from ..chinese import grammar as chinese
from ..fold import key
from ..matching import Item
from . import herds, strangers
from .meeting import is_owner
from .nouns import SOME, enter, meet, swallow
from .reading import Figure, Reading

_ONE_PERSON = frozenset(map(key, {
    "person", "human", "pessoa", "ser humano", "persona", "humano", "人", "owner", "seller", "vendor",
    "keeper", "shopkeeper", "salesman", "dono", "dona", "vendedor", "vendedora", "dono da loja", "dueño",
    "dueña", "tendero", "tendera", "vendedor ambulante", "主人", "卖家", "小贩", "店主", "老板",
}))  # fmt: skip
_ONE_CHILD = frozenset(
    map(
        key,
        {"child", "kid", "toddler", "criança", "criancinha", "chiquillo", "peque", "孩子", "小孩", "小孩子"},
    )
)
_TWO_PEOPLE = frozenset(map(key, {
    "couple", "casal", "pareja", "情侣", "夫妻", "一对情侣", "lovers", "newlyweds", "namorados",
    "recém-casados", "recem-casados", "noivos", "enamorados", "novios", "recién casados", "新人",
    "一对新人", "恋人", "老夫妻", "小情侣", "夫妇", "一对夫妻", "一对夫妇", "老两口", "小两口",
    "casal de namorados", "um casal de namorados", "casal apaixonado", "casal de amigos",
    "pareja de enamorados", "pareja enamorada", "pareja de amigos", "老夫老妻", "闺蜜",
    "gemelos", "gemelas", "mellizos", "mellizas", "gêmeos", "gêmeas",
}))  # fmt: skip
_OLD_COUPLES = frozenset(map(key, {
    "elderly couple", "old couple", "older couple", "senior couple", "casal de idosos", "casal de velhinhos",
    "casal de velhos", "casal idoso", "casal velhinho", "pareja de ancianos", "pareja de abuelos",
    "pareja de viejitos", "pareja de viejos", "pareja mayor", "matrimonio mayor",
}))  # fmt: skip
_OLD_FOLK = frozenset(map(key, {
    "elderly people", "old people", "older people", "old folks", "senior citizens", "seniors",
    "pessoas idosas", "pessoas velhas", "gente idosa", "pessoas mais velhas", "personas mayores",
    "gente mayor", "personas ancianas",
}))  # fmt: skip
_NEWLY_WED = frozenset(map(key, {
    "newlyweds", "recién casados", "recien casados", "pareja de recién casados", "recém-casados",
    "recem casados", "casal de recém-casados", "casal de noivos", "unos recién casados",
}))  # fmt: skip
_PAIRS = frozenset({"couple", "pair", "duo", "情侣", "夫妻", "夫妇"})
_FAMILIES = {key(word): count for word, count in {
    "family of three": 3, "family of four": 4, "family of five": 5, "família de três": 3,
    "família de quatro": 4, "familia de tres": 3, "familia de cuatro": 4, "familia de cinco": 5,
    "família de cinco": 5, "trillizos": 3, "trillizas": 3, "trigêmeos": 3, "trigêmeas": 3,
    "一家三口": 3, "一家四口": 4, "一家五口": 5,
}.items()}  # fmt: skip
_GIRLS = {key(word): 2 for word in ("gemelas", "gêmeas", "mellizas")} | {
    key("trillizas"): 3,
    key("trigêmeas"): 3,
}
"""Sisters of one birth, and how many."""
_RELATED = frozenset({"family", "families", "家人", "一家人", "全家", "全家人", "一家子"})
_PARENTS = ("mother", "father")
_ELDERS = frozenset({*_PARENTS, "grandmother", "grandfather"})
_RELATIVES = _ELDERS | {"baby", "boy", "girl", "teenager", "teenage-girl"}
_LINKS = ("with", "of", "and", "comma")
_TOLD = ("a", "the", "count", "number", "size", "trait", "color", "mood", "filler")
_FOLK = frozenset({"boy", "girl", "man", "woman", "person"})
_SEXES = {
    "amiga": "woman", "amiguinha": "woman", "amiguita": "woman", "companheira": "woman", "companera": "woman",
    "vizinha": "woman", "vecina": "woman", "comadre": "woman",
}  # fmt: skip
"""Words for a friend that are a woman's."""
_SETS = frozenset({"galera", "turma", "raza", "banda"})
"""Many friends in one word."""
_NAMED = "named in turn"
_CUB = 0.55


def somebody(r: Reading, sort: str) -> bool:
    """Let a "friend", "child", "person" or "animal" of the small things of a place come in as a figure."""
    word = key(r.item.raw)
    after = r.peek()
    if sort == "friend" and after is not None and after.raw in (":", "："):
        r.excuse()
        swallow(r)  # "tres amigos: un oso, un conejo y un zorro"
        return True
    if sort == "friend" and doings.are_friends_that_act(r):
        herds.befriend(r) if not doings.is_anybody_there(r) else strangers.person(r, True)
        return True
    if sort == "friend":
        if beast := _kin_of_friend(r):
            enter(r, Figure(beast, "", True), word.endswith("s") or word in _SETS, r.entries[beast])
            return True
        counted = (
            r.preposition == "with"
            or not r.figures
            or int(r.pending.get("count", 1)) > 1
            or bool(r.joined)
            or _are_named(r)
        )
        if counted and (child := _a_child(r)):
            _play_with(r, child, word.endswith("s"))
        elif counted and (who := _SEXES.get(word.rstrip("s"), "")) and who in r.entries:
            enter(r, Figure(who, "", True), word.endswith("s"), r.entries[who])
        elif counted:
            strangers.person(r, word.endswith("s") or word in _SETS)
        return counted
    if sort == "child" and (after := r.peek()) is not None and after.language == "zh" and after.has("style"):
        swallow(r)  # "儿童手绘"
    elif sort == "child" and (cub := chinese.cub_of(r)):
        r.pending.setdefault("size", _CUB)
        enter(r, Figure(cub, "", True), word.endswith("们"), r.entries[cub])
    elif sort == "child":
        strangers.children(r, word not in _ONE_CHILD)
    elif sort == "person" and (known := _met_again(r, word)) >= 0:
        meet(r, known)
    elif sort == "person":
        _people(r, word)
    elif sort == "animal":
        herds.come(r)
    return sort in ("child", "person", "animal")


def _kin_of_friend(r: Reading) -> str:
    """The animal that has a friend: "a bear and his friend" are two bears."""
    known = [f.id for f in r.figures if f.id is not None and f.alive]
    along = r.preposition == "with" or r.joined == "and"
    beasts = bool(known) and all(r.entries[i].kind == "animal" for i in known)
    return known[-1] if along and beasts and len(set(known)) == 1 else ""


def _a_child(r: Reading) -> str:
    """The child whose friends come in, where nobody has been told of but children."""
    known = [f.id for f in r.figures if f.id is not None and f.id in r.entries]
    people = [ident for ident in known if r.entries[ident].kind == "person"]
    return people[-1] if people and set(people) <= {"girl", "boy"} else ""


def _play_with(r: Reading, child: str, several: bool) -> None:
    if several:
        return strangers.children(r, True)
    return enter(r, Figure(child, "", True), False, r.entries[child])


def _met_again(r: Reading, word: str) -> int:
    """The index of people of whom that word was said before: "beside the couple"; -1 for none."""
    link = r.peek(-1)
    named = r.article == "the" or (link is not None and link.raw.lower().endswith(_OF_THE))
    known = named and "count" not in r.pending and r.item.language != "zh"
    ones = [i for i, f in enumerate(r.figures) if f.id == "person" and key(f.called) == word] if known else []
    return ones[0] if len(ones) == 1 else -1


_OF_THE = (" do", " da", " dos", " das", " del")
"""How Portuguese and Spanish prepositions end that hold an article: "ao lado do"."""


def _people(r: Reading, word: str) -> None:
    strangers_all = r.item.language == "zh" and not set(word) & set("家夫妻情口侣")
    kin = word in _RELATED or word in _FAMILIES or word in _TWO_PEOPLE or "famil" in word
    if (kin or r.item.language == "zh") and not strangers_all and _are_told(r):
        return
    if word in _RELATED and (figure := _whose(r)) is not None:
        figure.add("count", SOME)
    elif word in _PAIRS and r.pending.get("count", 1) == 1 and (figure := _whose(r)) is not None:
        figure.add("count", 2)
    elif word in _FAMILIES and (figure := _whose(r)) is not None:
        figure.add("count", _FAMILIES[word])  # "企鹅一家三口"
    elif is_owner(r):
        swallow(r)
    elif word in _NEWLY_WED:
        _both(r, ("bride", "groom"))
    elif word in _OLD_COUPLES:
        _both(r, ("grandfather", "grandmother"))
    elif word in _OLD_FOLK:
        _both(r, ("grandfather", "grandmother"), int(r.pending.get("count", SOME)))
    elif (girls := _GIRLS.get(word)) is not None:
        if r.pending.pop("count_word", ""):  # "unas gemelas"
            r.pending.pop("count", None)
        r.pending.setdefault("count", girls)
        r.pending.setdefault("traits", []).append("twin")
        enter(r, Figure("girl", "", True), False, r.entries["girl"])
    else:
        if word in _TWO_PEOPLE:
            if r.pending.pop("count_word", ""):  # "unas gemelas"
                r.pending.pop("count", None)
            r.pending.setdefault("count", 2)
        one_apart = r.item.language == "zh" and len(set(_members(r)) & set(_PARENTS)) == 1
        r.pending.update({"count": _FAMILIES[word] - one_apart} if word in _FAMILIES else {})
        before = len(r.figures)
        strangers.person(r, word not in _ONE_PERSON)
        if before < len(r.figures):
            r.figures[-1].called = r.item.raw
            r.figures[-1].add("group", _group(word, int(r.figures[-1].told.get("count", 1))))


def _group(word: str, count: int) -> str:
    """The row of `groups.toml` for people who come together, where that many of them have one."""
    if "famil" in word or word in _RELATED or word.startswith("一家"):
        return {SOME: "family", 4: "family-of-four", 5: "family-of-five"}.get(count, "")
    if word in _COUPLES:
        return "couple" if count == _PAIR else ""
    return "crowd" if word in _CROWDS and count == SOME else ""


_PAIR = 2
_COUPLES = frozenset(map(key, {"couple", "casal", "pareja", "情侣", "一对情侣", "lovers", "恋人", "小情侣"}))
_CROWDS = frozenset(map(key, {
    "crowd", "crowds", "crowd of people", "multidão", "multitud", "人群", "grupo de pessoas",
    "grupo de personas",
}))  # fmt: skip


def _whose(r: Reading) -> Figure | None:
    """Whose family it is: "penguin family" are penguins, no people."""
    before = r.peek(-1)
    return r.figures[-1] if r.figures and before is not None and "subject" in before.options else None


def _are_told(r: Reading) -> bool:
    """Whether the family being read is told by its members; whose children they are comes in then."""
    if _whose(r) is not None:
        return False
    named = set(_members(r))
    if len(named) == 1 and named & set(_PARENTS):
        return False  # "一家三口在看电视，爸爸抱着爆米花"
    if named & set(_PARENTS):
        r.excuse()
        swallow(r)
        return True
    if not named or named & _ELDERS or not {*_PARENTS} <= r.entries.keys():
        return False
    _both(r, _PARENTS)
    return True


def _both(r: Reading, idents: Sequence[str], count: int = 2) -> None:
    """Let two people come in, or as many of the two sorts, each with all that was said of them."""
    for said in ("count", "count_word"):
        r.pending.pop(said, None)
    adjectives = dict(r.pending)
    for n, ident in enumerate(idents):
        share = (count + n) // 2
        r.pending = dict(adjectives) | ({"count": share} if share > 1 else {})
        enter(r, Figure(ident, "", True), False, r.entries[ident])
        r.joined = "and"
    r.end_of_phrase()


def _members(r: Reading) -> Iterator[str]:
    """Who is listed behind: "a family with two kids", "mi familia: mi mamá, mi papá y yo"."""
    linked, at = False, 1
    while (item := r.peek(at)) is not None and item.raw not in (".", "。", "!", "?", "！", "？"):
        found = item.options.get("subject")
        if found is not None and found.id in _RELATIVES and linked:
            yield found.id
        elif linked and "scenery" in item.options and item.options["scenery"].id == "child":
            yield "girl"
        if not item.has(*_TOLD):
            linked = item.has(*_LINKS) or item.raw in (":", "：")
        at += 1


def named_in_turn(r: Reading, name: str) -> bool:
    """Whether several people are told one by one: "mis hijos Mateo y Ana" are a boy and a girl."""
    last, before = r.figures[-1] if r.figures else None, r.peek(-1)
    if last is None or before is None or last.id not in _FOLK:
        return False
    if last.told.get("count", 1) > 1 and before.has("subject", "scenery") and _are_named(r):
        last.told.pop("count")
        last.told.pop("plural", None)
        last.id, last.called = _who(r, last.id, name), _NAMED
        last.add("named", name)
        return True
    if before.has("scenery") and last.id in ("person", "woman") and last.told.get("count", 1) == 1:
        last.id = _who(r, last.id, name)  # "mi amiga Lupe"
        last.add("named", name)
        return True
    if last.called != _NAMED or not before.has("and", "comma"):
        return False
    r.joined = "and"
    who = _who(r, last.id, name)
    enter(r, Figure(who, "", True, {"named": name}, _NAMED), False, r.entries.get(who))
    return True


def _are_named(r: Reading) -> bool:
    """Whether at least two names follow."""
    first = 0 if r.item.kind == "name" else 1
    name, link, other = r.peek(first), r.peek(first + 1), r.peek(first + 2)
    return (
        name is not None
        and name.kind == "name"
        and link is not None
        and link.has("and", "comma")
        and other is not None
        and other.kind == "name"
    )


def _who(r: Reading, ident: str, name: str) -> str:
    sex = people.gender(name)
    pair = ("boy", "girl") if ident in ("boy", "girl") else ("man", "woman")
    who = {"m": pair[0], "f": pair[1]}.get(sex, ident)
    return who if who in r.entries else ident


_ALONG = frozenset({"conmigo", "comigo", "conosco"})


def me(r: Reading, item: Item) -> None:
    """ "Mi hermana y yo", "eu e meu gato", "mi perro conmigo": somebody more."""
    before, after = r.peek(-1), r.peek()
    behind = before is not None and before.kind == "and" and bool(r.figures)
    ahead = after is not None and after.kind in ("and", "comma", "with") and not r.figures
    ahead = ahead or (item.language == "en" and r.at == 0 and not r.figures)  # "me riding a unicorn"
    if (
        after is not None
        and after.has("of")
        and (when := r.peek(2)) is not None
        and when.has("size", "trait")
    ):
        who = "girl" if when.raw.lower().endswith("a") else "boy"  # "yo de chiquita"
        return enter(r, Figure(who, "", True), False, r.entries.get(who))
    if item.raw.lower() in _ALONG and r.figures and not r.expect:
        r.joined = "and"
    elif (known := next((i for i, f in enumerate(r.figures) if f.called == _ME), -1)) >= 0:
        return meet(r, known)  # "... ela de vestido e eu de terno"
    elif not (behind or ahead):
        return None
    strangers.person(r, False)
    r.figures[-1].called = _ME
    return None


_ME = "eu"
