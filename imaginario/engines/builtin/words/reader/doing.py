"""Deeds and belongings: actions, hats, glasses, parts of the body, and where one figure stands to another."""

from __future__ import annotations

from ..chinese import grammar as chinese
from ..chinese import there
from ..fold import key
from ..index import Meaning
from ..items import POSSESSIVES
from ..lexicon import meaning as painted
from ..lexicon import table
from ..plain.existing import BARE
from . import (
    abreast,
    deeds,
    holding,
    idioms,
    objects,
    placing,
    trades,
)
from .reading import Figure, Reading
from .wearing import put_on


def action(r: Reading, found: Meaning) -> None:
    """A verb: for those who act, or for the noun that follows ("a sleeping cat")."""
    if chinese.is_pictured(r):
        r.unknown.append(r.item.raw)
        return r.end_of_phrase()
    if (ridden := chinese.mounted(r, found)) is None:
        return r.end_of_phrase()
    found = ridden._replace(id="ride") if holding.takes_a_ride(r, ridden) else ridden
    row = table("actions")[found.id]
    verb = painted("actions", found.id)
    if _is_noun(r) and _owned(r):
        r.unknown.append(r.item.raw)  # "pushing his float"
    if _is_noun(r) or _is_of_a_thing(r, verb) or _names_a_place(r) or _chased_already(r, found):
        return r.end_of_phrase()
    if deeds.is_attribute(r) and deeds.is_before_its_noun(r):
        return deeds.put_before(r, verb, found)
    doers = abreast.doers(r, _doers(r))
    doers = [d for d in doers if not (_only_tells_of_life(r, verb) and _is_vehicle(r, d))]
    doers = [d for d in doers if not idioms.only_glides(r, d)]
    if r.item.language == "zh" and verb in ("sit", "sleep"):
        doers = [d for d in doers if not _is_dead(r, d)]  # "梯子靠在树上"
    deeds.tell(r, doers, verb, found)
    if (together := r.peek()) is not None and together.raw.lower() in ("juntos", "juntas"):
        for figure in r.figures:
            if figure.alive and "to" not in figure.told:
                figure.add("action", verb)
    takes = row.get("takes") or table("actions")[verb].get("takes")
    r.end_of_phrase()
    if verb == "ride" and doers and all(_is_vehicle(r, d) for d in doers) and _sails(r):
        for doer in doers:
            doer.told.pop("action", None)
        r.preposition = "in"  # a boat that sails rides nothing
        return None
    if verb == "ride" and doers and not any(_may_ride(r, d) for d in doers):
        for doer in doers:
            doer.told.pop("action", None)
        r.relation = "on"  # a house on an elephant's back does not ride it
        return None
    r.target = None
    r.doers = doers
    if deeds.is_over_something(r, found.id):
        r.relation = "over"
    r.expect = {"held": "held", "seat": "seat"}.get(str(takes), "")
    objects.await_one(r, doers, bool(takes or row.get("to")), found.id)
    if verb == "sit" and r.item.raw.endswith("在"):
        r.preposition = "in"  # "坐在船头"
    if idioms.plays_there(r):
        r.expect, r.preposition = "", "on"
    return None


def activity(r: Reading, found: Meaning) -> None:
    """A word for an action and its thing: "skateboarding", "tocando violão"."""
    row = table("activities")[found.id]
    earlier = r.peek(-2)
    if r.preposition == "of" and earlier is not None and earlier.has("hat", "garment", "glasses", "part"):
        return r.end_of_phrase()  # "casco de ciclista"
    if r.item.raw.lower().startswith("de ") and _is_part_of_a_thing(r):
        r.unknown.append(r.item.raw)  # "canasta de bicicleta"
        return r.end_of_phrase()
    thing = next((t for t in row["things"].split() if t in r.entries), None)
    doers = deeds.nearest(r, abreast.doers(r, _doers(r)), str(row["action"]))
    if row["action"] == "ride" and all(_is_vehicle(r, doer) for doer in doers):
        return r.end_of_phrase()  # a ship that sails rides no boat
    thing = holding.sung_with(r, doers, thing)
    if (somebody := trades.somebody(r, doers)) is not None:
        doers = [somebody]
    if "place" in row and not any(d.told.get("relation") == "at_window" for d in doers):
        deeds.take_place(r, str(row["place"]))
    if thing and row["action"] != "ride" and all(d.told.get("held", thing) != thing for d in doers):
        holding.lay_down(r, r.entries[thing], False, doers[0])
        doers = [d for d in doers if d.told["held"] == thing]
    for doer in doers:
        if doer.told.get("action", "sit") in ("sit", row["action"]) or row["action"] != "hold":
            doer.add("activity", found.id)
            if doer.told.get("action") == "ride" and row["action"] != "ride" and "to" in doer.told:
                doer.add("relation", "on")  # in a wheelchair
            deeds.seated(doer, row["action"], may=bool(row.get("sits")))
            doer.told["action"] = row["action"]
        doer.add("outfit", row.get("outfit"))
        if row["action"] != "ride":
            doer.add("held", thing)
    came_along = somebody is None and bool(r.agents) and r.figures[r.agents[-1]] in doers
    if row["action"] == "ride" and thing and came_along:
        doers = [
            *(r.figures[i] for i in r.company if r.figures[i].alive),
            *doers,
        ]  # "un señor con su perro en bici"
        for doer in doers:
            doer.told.update(action="ride", activity=found.id)
    if row["action"] == "ride" and thing:
        _mount(r, doers, thing)
    r.end_of_phrase()
    r.doers = doers
    objects.await_one(r, doers, "to" in row)
    r.target = (
        ("held_color", r.figures.index(doers[0])) if thing and doers and doers[0] in r.figures else None
    )
    if row["action"] == "ride" and thing and r.implied:
        r.target = ("figure", r.implied[-1])  # "conduciendo un coche rojo"
    return None


def _is_dead(r: Reading, doer: Figure) -> bool:
    entry = r.entries.get(doer.id or "")
    return entry is not None and not entry.alive and entry.face is None


def _only_tells_of_life(r: Reading, verb: str) -> bool:
    """Whether a vehicle does it without being seen to: it has no legs to sit or to hurry on."""
    return verb == "sit" or r.item.raw.lower().startswith(("em alta", "a toda", "a alta"))


def _is_part_of_a_thing(r: Reading) -> bool:
    before = r.peek(-1)
    entry = r.entries.get(r.figures[-1].id or "") if r.figures else None
    small = entry is not None and entry.kind != "building"  # "fugindo da igreja de moto"
    return before is not None and before.has("subject") and small and not r.figures[-1].alive


def _sails(r: Reading) -> bool:
    return r.item.raw.lower().startswith(("naveg", "sail", "driv", "drove"))


def onto(r: Reading) -> None:
    """Chinese verbs of getting on something: "爬上墙"."""
    r.end_of_phrase()
    r.relation = "on"


def _is_vehicle(r: Reading, doer: Figure) -> bool:
    entry = r.entries.get(doer.id or "")
    return entry is not None and entry.kind == "vehicle"


def hat(r: Reading, found: Meaning) -> None:
    """Something on the head; a hat that one sits on or comes out of can't be drawn."""
    if (r.relation or _comes_out_of(r) or _lies_there(r) or idioms.is_nobodys(r)) and r.expect != "like":
        r.unknown.append(r.item.raw)
        r.pending = {}
        return r.end_of_phrase()
    little = r.pending.get("size", 1) < 1 or r.item.raw.lower() in _LITTLE_HATS
    ident = "beanie" if found.id == "hat" and little else painted("hats", found.id)
    return put_on(r, "hat", ident, found)


def _lies_there(r: Reading) -> bool:
    """Whether nobody wears it yet and it lies on something: "unos lentes sobre un libro"."""
    after = r.peek()
    if r.item.language == "zh":  # "一本书和一副眼镜"
        worn = r.preposition == "with" or any(r.figures[i].alive for i in r.agents)
        return "count" in r.pending and not worn and bool(r.figures)
    there = after is not None and after.has("relation", "in")
    return there and not r.agents and not r.preposition and bool(r.article or r.pending)


def _comes_out_of(r: Reading) -> bool:
    """ "Un conejo del sombrero": the hat is known already, and nobody wears it."""
    said = [i.raw.lower() for i in (r.peek(-1), r.peek(-2)) if i is not None]
    known = said[:1] in (["del"], ["do"], ["da"])
    return len(r.figures) > 1 and (known or (said[1:] == ["de"] and bool(r.article)))


_LITTLE_HATS = frozenset({"chapeuzinho", "sombrerito", "小帽子"})


def glasses(r: Reading, found: Meaning) -> None:
    """Something on the nose."""
    if _lies_there(r) and r.expect != "like":
        r.unknown.append(r.item.raw)
        r.pending = {}
        return r.end_of_phrase()
    return put_on(r, "glasses", found.id, found)


def relation(r: Reading, found: Meaning) -> None:
    """A preposition of place; in Chinese it stands behind its noun, which has asked for it already."""
    if found.language != "zh" and placing.is_of_the_smoke(r):
        return r.end_of_phrase()
    placing.tell_how(r)
    if found.id == "at_window":
        return idioms.stand_at_window(r)
    if found.language == "zh":
        before, where = r.peek(-1), painted("relations", found.id)
        stands = before is not None and before.has("subject", "place", "role", "scenery", "unknown", "of-the")
        if r.item.has("undrawn") and not stands and r.item.raw not in r.unknown:
            r.unknown.append(r.item.raw)  # "左边一只猫，右边一只狗"
        elif not stands and not (there.is_beside_it(r, where) or there.is_upon_it(r, where)):
            there.lets_come(r, where)
        return None
    if key(r.item.raw) in BARE or placing.is_bare(r):
        return placing.tell_of_the_last(r, found.id)
    if placing.is_on_one_of_them(r, found.id) or placing.is_of_the_sky(r):
        return r.end_of_phrase()
    over = found.id == "on" and any(_is_in_the_air(r, r.figures[i]) for i in r.agents)
    where = "beside" if idioms.is_only_about_it(r) else "over" if over else painted("relations", found.id)
    expects = r.expect
    r.end_of_phrase()
    r.expect = expects if expects == "seat" else ""
    r.relation = where
    return None


def _is_in_the_air(r: Reading, figure: Figure) -> bool:
    """Whether somebody flies, or sits in what does: "voando no 14-Bis sobre a torre"."""
    mount = figure.told.get("to") if figure.told.get("action") == "ride" else None
    entry = r.entries.get(r.figures[mount].id or "") if mount is not None else None
    return figure.told.get("action") == "fly" or (entry is not None and entry.anchor == "sky")


def _owned(r: Reading) -> bool:
    """Whether the noun is somebody's: "his float"."""
    before = r.peek(-1)
    return before is not None and before.raw.lower() in POSSESSIVES


def _is_noun(r: Reading) -> bool:
    """ "A walk" and "the dance" are no deeds, "a walking cat" is one."""
    after = r.peek()
    if after is not None and after.has("subject", "role", "color", "size", "trait", "unknown"):
        return False
    return bool(r.article) and r.item.language != "zh"


def _names_a_place(r: Reading) -> bool:
    """In "cosy reading nook" nobody reads yet."""
    after = r.peek()
    strange = after is not None and after.kind in ("unknown", "place")
    return strange and not r.agents and r.item.language == "en" and r.item.raw.lower().endswith("ing")


_IN_THE_WIND = ("flutter", "billow", "flap", "ondea", "ondul", "tremul", "esvoaç", "飘")


def _is_of_a_thing(r: Reading, verb: str) -> bool:
    """In "scarves flying" and "leaves drifting" nobody flies."""
    before, after = r.peek(-1), r.peek()
    alone = before is not None and before.kind == "comma" and (after is None or after.kind == "comma")
    flutters = verb == "fly" and r.item.raw.lower().startswith(_IN_THE_WIND)
    if flutters and before is not None and (alone or before.has("garment", "hat")):
        return True  # "his cape fluttering"
    if verb != "fly" or before is None or not before.has("garment", "hat", "scenery"):
        return False
    if r.item.language == "zh":
        earlier = r.peek(-2)
        alone = earlier is None or earlier.kind in ("comma", "stop")
        if alone:
            r.excuse()  # "彩带飞舞"
        return alone
    return r.item.raw.lower().endswith(("ing", "ndo")) and any(m.plural for m in before.options.values())


def _chased_already(r: Reading, found: Meaning) -> bool:
    """Chinese: in "追着蝴蝶跑" the last verb is still the dog's."""
    runs = r.item.language == "zh" and found.id in ("run", "walk")
    return runs and any(f.told.get("verb") == "chase" for f in r.figures)


def _doers(r: Reading) -> list[Figure]:
    before = r.peek(-1)
    if before is not None and before.kind == "unknown" and r.figures and _stranger_acts(r.figures[-1]):
        return r.figures[-1:]
    if before is not None and before.kind == "unknown" and r.figures and r.figures[-1].id is None:
        opening = r.peek(-2)
        if opening is not None and opening.kind in ("comma", "stop", "with"):
            return r.figures[-1:]  # "a squirrel, nuts floating around"
    own = deeds.is_before_its_noun(r) or chinese.tells_of_next(r) or (_rests(r) and chinese.comes_next(r))
    if r.fresh or not r.agents or own:
        r.stash()
        return [r.coming]
    if (last := _just_named(r) or idioms.mount_that_rides(r)) is not None:
        return [last]
    if (person := chinese.whose_hands(r)) is not None:
        return [person]
    doers = [r.figures[i] for i in r.agents]
    if (ground := _on_the_ground(r, doers)) is not None:
        return [ground]
    known = [d for d in doers if d.alive and d.id] if r.item.language == "en" else []
    return known or [d for d in doers if d.alive] or doers


def _on_the_ground(r: Reading, doers: list[Figure]) -> Figure | None:
    """Who acts where only things have been told of before: "meteoritos sobre dinosaurios corriendo"."""
    before = r.peek(-1)
    last = r.figures[-1] if r.figures and before is not None and "subject" in before.options else None
    if last is None or not last.alive or last in doers:
        return None
    busy = r.adjectives_follow and all("action" in d.told for d in doers)  # "posada en un león durmiendo"
    return last if busy or not any(d.alive for d in doers) else None


def _rests(r: Reading) -> bool:
    """Whether the verb takes no object: who sits or sleeps does nothing to the noun behind it."""
    found = r.item.options.get("action")
    return found is not None and painted("actions", found.id) in ("sit", "sleep", "fly", "swim", "dance")


def _just_named(r: Reading) -> Figure | None:
    """Whom a participle describes: in "frente a un dragón dormido" the dragon sleeps."""
    before = r.peek(-1)
    word = r.item.raw.lower().partition(" ")[0]
    told = word.endswith(("ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas"))
    if not (told and r.adjectives_follow and r.target and r.target[0] == "figure" and before is not None):
        return None
    last = r.figures[r.target[1]]
    several = word.endswith("s") and len(r.agents) > 1 and last.told.get("count", 1) == 1
    if several and r.figures[r.agents[-1]] is last:
        return None  # "um gato e um cachorro sentados"
    return last if last.alive and before.has("subject") else None


def _may_ride(r: Reading, figure: Figure) -> bool:
    return figure.alive or figure.id is None or r.entries[figure.id].kind != "building"


def _stranger_acts(figure: Figure) -> bool:
    """Whether a figure that can't be drawn acts for itself: in "熊猫用筷子吃面条" the chopsticks do not."""
    return figure.id is None and figure.alive


def _mount(r: Reading, doers: list[Figure], thing: str) -> None:
    afoot = [doer for doer in doers if "to" not in doer.told]
    if not afoot:
        return
    r.figures.append(Figure(thing))
    r.implied.append(len(r.figures) - 1)
    for doer in afoot:
        doer.told["to"] = len(r.figures) - 1
    if r.coming in afoot:
        r.fronted.append(len(r.figures) - 1)
