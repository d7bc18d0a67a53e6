"""What those do whose event it is: "un partido de fútbol entre perros y gatos", "um coro de sapos"."""

from __future__ import annotations

from collections.abc import Sequence

from ..fold import key
from ..items import DEEDS, beyond, is_alive, item_at
from ..matching import Item
from .senses import phrase

_TELLING = ("a", "the", "count", "color", "size", "trait")


def plain(items: Sequence[Item]) -> list[Item]:
    """The items with the deed that the word for an event tells."""
    return _crowds(_contests(items))


_EVENTS = {
    "partido": ("jugando", "jogando"), "partida": ("jugando", "jogando"), "jogo": ("jugando", "jogando"),
    "carrera": ("corriendo", "correndo"), "corrida": ("corriendo", "correndo"),
    "maraton": ("corriendo", "correndo"), "pelea": ("peleando", "lutando"), "lucha": ("peleando", "lutando"),
    "batalla": ("peleando", "lutando"), "guerra": ("peleando", "lutando"), "duelo": ("peleando", "lutando"),
    "combate": ("peleando", "lutando"), "briga": ("peleando", "lutando"), "luta": ("peleando", "lutando"),
    "batalha": ("peleando", "lutando"), "baile": ("bailando", "dançando"),
}  # fmt: skip
_GAMES = {
    "futbol": ("jugando al fútbol", "jogando futebol"), "futebol": ("jugando al fútbol", "jogando futebol"),
    "basquet": ("jugando baloncesto", "jogando basquete"), "tenis": ("jugando al tenis", "jogando tênis"),
    "baloncesto": ("jugando baloncesto", "jogando basquete"), "volei": ("jugando voleibol", "jogando vôlei"),
    "basquete": ("jugando baloncesto", "jogando basquete"), "voleibol": ("jugando voleibol", "jogando vôlei"),
    "ajedrez": ("jugando ajedrez", "jogando xadrez"), "xadrez": ("jugando ajedrez", "jogando xadrez"),
    "cartas": ("jugando a las cartas", "jogando cartas"), "beisbol": ("jugando béisbol", "jogando beisebol"),
}  # fmt: skip
_LONG = 6
_DONE_BY_MANY = {
    "concierto": ("tocando música", "tocando música"), "concerto": ("tocando música", "tocando música"),
    "show": ("tocando música", "tocando música"), "desfile": ("marchando", "marchando"),
    "coro": ("cantando", "cantando"), "orquesta": ("tocando música", "tocando música"),
    "orquestra": ("tocando música", "tocando música"),
}  # fmt: skip


def _crowds(items: Sequence[Item]) -> list[Item]:
    """With what many do where the word for them tells it: "una pelea de gallos", "un coro de ranas"."""
    found: list[Item] = []
    known = _EVENTS | _DONE_BY_MANY
    said: tuple[str, str] | None = None
    for at, item in enumerate(items):
        words, after = key(item.raw).split(), item_at(items, at + 1)
        event = next((known[w] for w in words if w in known), None)
        many = item.has("count") and words[-1] == "de" and is_alive(after)
        bare = item.kind == "unknown" and _are_many(item_at(items, at + 2))
        if event and bare and after is not None and after.has("of"):
            said = event
            del found[len(found) - bool(found and found[-1].has("a", "the")) :]
            continue
        said = event if event and many else said
        if said and item.has("of") and not (found and is_alive(found[-1])):
            continue
        found.append(item)
        told = said and (is_alive(item) or item.has("color", "size", "trait"))
        if said and told and not (after is not None and after.has("color", "size", "trait")):
            found += [] if after is not None and after.has(*DEEDS) else [_done(item, said)]
            said = None
    return found


def _done(item: Item, said: tuple[str, str]) -> Item:
    return phrase(item, said[item.language == "pt"])


def _are_many(item: Item | None) -> bool:
    return is_alive(item) and item is not None and any(m.plural for m in item.options.values())


def _contests(items: Sequence[Item]) -> list[Item]:
    """With what those do between whom it is: "un partido de fútbol entre perros y gatos"."""
    for at in range(len(items)):
        between = next(
            (n for n in range(at + 1, min(at + _LONG, len(items))) if key(items[n].raw) == "entre"), 0
        )
        words = [w for i in items[at:between] for w in key(i.raw).split()]
        if not between or words[0] not in _EVENTS or any(i.has("comma", "stop.") for i in items[at:between]):
            continue
        deeds = next((_GAMES[w] for w in words if w in _GAMES), _EVENTS[words[0]])
        end = _end_of_pair(items, between + 1)
        if not end:
            continue
        start = at - 1 if at and items[at - 1].has("a", "the") else at
        done = _done(items[between + 1], deeds)
        return [*items[:start], *items[between + 1 : end], done, *items[end:]]
    return list(items)


def _end_of_pair(items: Sequence[Item], at: int) -> int:
    """Where two who are linked by "and", or several of one kind, end; 0 where none stand at `at`."""
    end = beyond(items, at, _TELLING)
    if not is_alive(item_at(items, end)):
        return 0
    end = beyond(items, end + 1, ("color", "size", "trait"))
    link = item_at(items, end)
    if link is not None and link.has("and"):
        other = beyond(items, end + 1, _TELLING)
        if is_alive(item_at(items, other)):
            end = beyond(items, other + 1, ("color", "size", "trait"))
    return end
