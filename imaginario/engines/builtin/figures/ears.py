"""Ears, one function per kind. Each draws the right ear; `draw` mirrors it."""

from __future__ import annotations

from . import breeds
from .crests import fluff
from .ink import Ink, disc, mirrored, oval, path, tone
from .look import Look
from .shapes import Painter, pricked

IN_FRONT = frozenset({"dog", "pig", "lop", "pompon", "pug"}) | breeds.HANGING
"""Ears that hang over the face and so are drawn after the skull."""


def draw(ink: Ink, look: Look) -> str:
    """Both ears of a look, or nothing if it has none. Raises `KeyError` for an unknown kind."""
    return mirrored(_EARS[look.ears](ink, look)) if look.ears else ""


def _pointed(ink: Ink, look: Look) -> str:
    outer = "M36-70C42-104 60-134 78-143C88-148 96-141 98-130C104-104 106-66 98-30Z"
    inner = "M55-74C60-98 70-116 79-122C84-124 87-120 88-114C91-96 92-72 88-52Z"
    return path(outer, ink.slope(look.fur)) + path(inner, ink.blend(look.inner, tone(look.inner, -0.25)))


def _fox(ink: Ink, look: Look) -> str:
    outer = "M28-66C34-112 56-150 76-162C86-168 94-162 97-150C106-116 110-64 100-26Z"
    tip = "M52-128C60-146 68-156 76-162C86-168 94-162 97-150C99-142 101-132 102-124C88-112 66-114 52-128Z"
    inner = "M52-74C56-100 68-124 79-132C88-118 92-84 88-54Z"
    return path(outer, ink.slope(look.fur)) + path(tip, look.dark) + path(inner, ink.slope(look.light))


def _round(ink: Ink, look: Look, r: float = 36, x: float = 78, y: float = -74) -> str:
    return disc(x, y, r, ink.ball(look.fur)) + disc(x + 1, y + 3, r * 0.58, ink.slope(look.inner))


def _dark_round(ink: Ink, look: Look) -> str:
    return disc(78, -74, 37, ink.ball(look.dark)) + disc(80, -70, 20, tone(look.dark, 0.1))


def _mouse(ink: Ink, look: Look) -> str:
    return _round(ink, look, 54, 92, -78)


def _small(ink: Ink, look: Look) -> str:
    return _round(ink, look, 25, 74, -76)


def _koala(ink: Ink, look: Look) -> str:
    fluff = "M66-80C66-122 108-136 128-116C150-118 164-92 154-72C164-52 154-30 138-24C120-12 96-20 84-34Z"
    return path(fluff, ink.ball(look.fur)) + oval(122, -70, 25, 27, ink.slope(look.inner))


def _rabbit(ink: Ink, look: Look) -> str:
    outer = "M14-70C4-128 14-206 42-214C74-222 86-144 68-62Z"
    inner = "M27-82C20-128 28-184 43-192C60-190 64-132 56-74Z"
    return path(outer, ink.slope(look.fur)) + path(inner, ink.blend(look.inner, tone(look.inner, -0.2)))


def _lop(ink: Ink, look: Look) -> str:
    return path(
        "M48-84C84-104 124-80 134-30C142 14 138 66 116 70C92 72 90 26 86-8C82-44 68-62 48-84Z",
        ink.slope(look.dark if "earmarks" in look.marks else look.fur),
    )


def _dog(ink: Ink, look: Look) -> str:
    ear = "M50-84C86-106 126-82 134-34C140 6 132 44 112 46C90 46 84 14 82-12C80-40 66-62 50-84Z"
    return path(ear, ink.slope(look.dark)) + path(
        "M60-84C88-98 118-78 126-40C118-66 94-82 60-84Z", "#fff", 0.14
    )


_wolf = pricked(
    "M32-68C36-108 52-146 70-156C80-160 88-152 91-140C99-106 104-64 98-28Z",
    "M52-76C55-102 64-124 73-130C83-112 88-80 86-54Z",
)


_cow = pricked(
    "M80-50C96-82 142-94 164-76C172-50 130-22 90-24Z",
    "M96-48C110-66 138-74 152-66C154-52 124-36 98-36Z",
)


_deer = pricked(
    "M74-58C84-100 120-124 150-122C156-92 130-46 90-28Z",
    "M90-58C98-86 120-104 138-106C138-84 118-56 96-44Z",
)


_horse = pricked(
    "M28-78C26-112 40-142 56-150C76-134 84-98 76-60Z",
    "M42-84C42-108 48-126 56-132C66-118 70-94 66-72Z",
)


def _pig(ink: Ink, look: Look) -> str:
    ear = "M34-80C44-118 84-138 110-124C120-102 116-66 100-36C88-34 84-42 80-50C70-62 54-72 34-80Z"
    fold = "M80-50C72-62 54-72 34-80C44-100 58-112 72-118C64-94 70-70 80-50Z"
    return path(ear, ink.slope(tone(look.fur, -0.1))) + path(fold, tone(look.fur, 0.25), 0.55)


_elephant = pricked(
    "M62-74C100-122 176-112 188-50C196 0 176 58 136 62C104 64 88 34 82 2Z",
    "M92-58C118-84 158-78 166-38C172-2 158 36 134 40C110 40 98 16 94-8Z",
)


def _monkey(ink: Ink, look: Look) -> str:
    return disc(106, -2, 36, ink.ball(look.fur)) + disc(108, 0, 22, ink.slope(look.inner))


def _human(ink: Ink, look: Look) -> str:
    return oval(92, 12, 17, 21, ink.ball(look.skin)) + oval(95, 14, 8, 12, tone(look.skin, -0.22), 0.8)


def _elf(ink: Ink, look: Look) -> str:
    return path("M80-8C100-34 132-44 146-42C142-14 118 26 86 30Z", ink.slope(look.fur))


def _robot(ink: Ink, look: Look) -> str:
    return disc(104, 2, 25, ink.ball(look.dark)) + disc(112, 2, 15, ink.ball(look.light))


def _fin(ink: Ink, look: Look) -> str:
    return path(
        "M84-44C116-74 150-70 164-50C154-44 152-38 156-24C142-24 138-14 140-2C118-6 100-4 90 6Z",
        ink.slope(look.dark),
    )


_rhino = pricked(
    "M40-66C40-92 54-114 70-118C88-108 92-78 82-54Z",
    "M52-72C52-88 60-100 70-104C78-94 80-76 76-62Z",
)


def _capybara(ink: Ink, look: Look) -> str:
    """Short, round and set far back."""
    return oval(66, -78, 17, 20, ink.ball(tone(look.fur, -0.08)), turn=24) + oval(
        65, -74, 9, 12, tone(look.fur, -0.5), 0.8, turn=24
    )


def _pug(ink: Ink, look: Look) -> str:
    """Small, dark and folded down like velvet."""
    ear = "M42-84C66-104 102-98 116-74C124-56 120-30 104-22C88-24 74-42 66-60C58-68 50-76 42-84Z"
    return path(ear, ink.slope(look.dark)) + path(
        "M50-84C74-96 100-90 110-68C92-82 70-84 50-84Z", "#fff", 0.16
    )


_alpaca = pricked(
    "M50-74C46-108 62-140 92-152C106-126 104-92 84-62Z",
    "M62-78C60-104 70-124 88-134C94-116 92-92 78-70Z",
)
"""Short spears that lean outwards, out of the fleece."""


def _pompon(ink: Ink, look: Look) -> str:
    """The fleecy ears of a poodle."""
    return path(fluff(104, 6, 34, 52, 10, 1.15), ink.ball(tone(look.fur, -0.06), 0.3))


def _hippo(ink: Ink, look: Look) -> str:
    return _round(ink, look, 21, 70, -80)


def _elf_human(ink: Ink, look: Look) -> str:
    ear = path("M84-8C104-30 126-40 142-40C138-12 120 24 88 32Z", ink.slope(look.skin))
    return ear + path("M92 2C104-12 118-22 130-26C124-6 110 12 94 20Z", tone(look.skin, -0.2), 0.7)


_EARS: dict[str, Painter] = {
    "pointed": _pointed, "fox": _fox, "round": _round, "dark-round": _dark_round, "mouse": _mouse,
    "small": _small, "koala": _koala, "rabbit": _rabbit, "lop": _lop, "dog": _dog, "wolf": _wolf,
    "cow": _cow, "deer": _deer, "horse": _horse, "pig": _pig, "elephant": _elephant, "monkey": _monkey,
    "human": _human, "elf": _elf, "robot": _robot, "fin": _fin, "hippo": _hippo, "rhino": _rhino,
    "capybara": _capybara, "pompon": _pompon, "elfhuman": _elf_human, "pug": _pug, "alpaca": _alpaca,
    **breeds.EARS,
}  # fmt: skip
