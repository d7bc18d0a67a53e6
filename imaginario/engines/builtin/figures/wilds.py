"""What birds and wild animals of one kind are known by: crests, masks, bills and tails."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from .curves import ribbon
from .faces import smile, snout
from .ink import Ink, disc, line, mirrored, oval, path, tone
from .look import Look

# -- markings ----------------------------------------------------------------------------------------


def _lemur(ink: Ink, look: Look) -> str:
    """A white face with a dark ring around each eye."""
    face = "M0-52C20-66 66-66 84-34C98-4 84 48 50 72C30 86-30 86-50 72C-84 48-98-4-84-34C-66-66-20-66 0-52Z"
    ring = "M16 8C16-22 44-36 66-24C86-12 84 22 66 36C46 46 20 34 16 8Z"
    return path(face, ink.ball(look.light, 0.14)) + mirrored(path(ring, ink.ball(look.dark, 0.2)))


def _browband(ink: Ink, look: Look) -> str:
    """A pale band over the eyes and down the cheeks, around a dark face: gibbons."""
    ring = "M0-50C20-68 84-62 88-4C88 46 60 84 0 84C-60 84-88 46-88-4C-84-62-20-68 0-50Z"
    face = "M0-30C22-46 66-42 70 0C70 40 48 70 0 70C-48 70-70 40-70 0C-66-42-22-46 0-30Z"
    return path(ring, ink.ball(look.mane, 0.14)) + path(face, ink.ball(look.dark, 0.2))


def _cap(ink: Ink, look: Look) -> str:
    """A cap in the darker colour down to the eyes: sparrows, jays, kingfishers."""
    cap = "M0-98C60-98 100-62 102-6C80-20 50-26 0-26C-50-26-80-20-102-6C-100-62-60-98 0-98Z"
    return path(cap, ink.ball(look.dark, 0.16))


def _sparrow(ink: Ink, look: Look) -> str:
    """A brown cap, pale cheeks with a dark dot, a dark bib."""
    cheek = oval(66, 34, 38, 34, ink.ball("#fff6e6", 0.12)) + disc(80, 38, 11, "#4a3a38", 0.85)
    bib = path("M-26 52C-12 46 12 46 26 52C34 78 22 94 0 94C-22 94-34 78-26 52Z", "#4a3a38", 0.9)
    return _cap(ink, look) + mirrored(cheek) + bib


def _kiskadee(ink: Ink, look: Look) -> str:
    """A white band all around over a black mask."""
    band = "M-108-14C-80-58 80-58 108-14C80-34 50-36 0-34C-50-36-80-34-108-14Z"
    mask = mirrored(path("M10 4C30-20 80-22 106-4C108 14 100 26 84 26C56 26 28 20 10 4Z", look.dark))
    throat = path("M-70 60C-40 40 40 40 70 60C66 84 40 96 0 96C-40 96-66 84-70 60Z", "#fffaf0")
    return path(band, "#fffaf0") + mask + throat


def _black_face(ink: Ink, look: Look) -> str:
    """Black around the bill: a cardinal."""
    mask = "M0 0C22-10 44 4 46 30C48 62 30 82 0 84C-30 82-48 62-46 30C-44 4-22-10 0 0Z"
    return path(mask, look.dark)


def _red_cheeks(ink: Ink, look: Look) -> str:
    """Bare red skin around the eyes: pheasants."""
    return mirrored(
        path("M14-6C30-36 76-34 88-4C94 26 72 46 46 42C26 38 12 18 14-6Z", ink.ball("#e2483d", 0.2))
    )


def _swallow(ink: Ink, look: Look) -> str:
    """A rust brow and throat."""
    brow = oval(0, 6, 30, 16, look.dark)
    return brow + path("M-74 40C-40 30 40 30 74 40C70 74 44 92 0 92C-44 92-70 74-74 40Z", look.dark)


def _magpie(ink: Ink, look: Look) -> str:
    """A white belly under a black bib: what is white begins at the chin."""
    return path("M-62 78C-30 70 30 70 62 78C50 92 26 96 0 96C-26 96-50 92-62 78Z", "#fffaf2")


def _blobs(ink: Ink, look: Look) -> str:
    """Ink spots, each of another size: poison frogs."""
    spots = ((-62, -20, 17, 12), (-18, -44, 15, 10), (28, -34, 19, 12), (72, -14, 13, 11), (0, -8, 9, 7))
    low = ((-90, 24, 12, 10), (92, 26, 13, 10), (-46, 66, 12, 8), (50, 70, 13, 8))
    return "".join(oval(x, y, rx, ry, look.dark) for x, y, rx, ry in spots + low)


def _chipmunk(ink: Ink, look: Look) -> str:
    """Stripes from the brow over the cheeks, a pale one between two dark ones."""
    dark = "M8-92Q30-50 34-24M34-88Q62-56 84-26M36 24Q64 30 92 24"
    pale = "M20-90Q46-52 58-28"
    return mirrored(line(dark, look.dark, 9) + line(pale, look.light, 9) + oval(50, 62, 48, 32, look.light))


MARKS: Mapping[str, Callable[[Ink, Look], str]] = {
    "lemur": _lemur, "browband": _browband, "cap": _cap, "sparrow": _sparrow, "kiskadee": _kiskadee,
    "black-face": _black_face, "red-cheeks": _red_cheeks, "swallow": _swallow, "magpie": _magpie,
    "blobs": _blobs, "chipmunk": _chipmunk,
}  # fmt: skip

# -- muzzles and bills -------------------------------------------------------------------------------


def _probe(ink: Ink, look: Look) -> str:
    """A bill like a long straw, pointing down: kiwis."""
    bill = path(
        ribbon([(0, 16), (-3, 70), (-12, 124), (-26, 160)], (34, 22, 15, 8)), ink.slope(look.nose, 0.3)
    )
    holes = oval(-25, 152, 3, 2, tone(look.nose, -0.5)) + line(
        "M-3 40Q-6 92-18 136", tone(look.nose, -0.3), 3
    )
    return bill + holes


def _dagger(ink: Ink, look: Look) -> str:
    """A long straight bill, dark above: kingfishers, woodpeckers."""
    low = path("M-20 40C-10 62-4 84 0 104C4 84 10 62 20 40Z", tone(look.nose, 0.2))
    top = path(
        "M0 10C16 10 28 22 26 36C16 50 6 78 0 104C-6 78-16 50-26 36C-28 22-16 10 0 10Z",
        ink.ball(look.nose, 0.34),
    )
    return low + top + oval(-9, 24, 6, 5, "#fff", 0.4, turn=-20)


def _forked(ink: Ink, look: Look) -> str:
    """A broad mouth with a forked tongue: monitors."""
    tongue = line("M0 58V86M0 86L-10 102M0 86L10 102", "#e2567a", 6)
    holes = mirrored(oval(14, 22, 4, 5, tone(look.fur, -0.6)))
    pale = path("M-102 40Q0 74 102 40Q84 86 0 86Q-84 86-102 40Z", look.light, 0.6)
    return pale + tongue + holes + line("M-70 36Q0 66 70 36", tone(look.fur, -0.66), 5)


def _lemur_snout(ink: Ink, look: Look) -> str:
    """A short dark snout."""
    pad = oval(0, 46, 28, 24, ink.ball("#5b5766", 0.2))
    return pad + snout(ink, "#2b2833", 0, 34, 13, 10) + smile(look, 54, 11, "#2b2833")


def _gibbon(ink: Ink, look: Look) -> str:
    holes = mirrored(oval(8, 32, 4, 5, tone(look.dark, -0.5)))
    return oval(0, 48, 40, 26, ink.ball(tone(look.dark, 0.16), 0.2)) + holes + smile(look, 52, 18, "#f2d0c0")


MUZZLES: Mapping[str, Callable[[Ink, Look], str]] = {
    "probe": _probe, "dagger": _dagger, "forked": _forked, "lemur": _lemur_snout, "gibbon": _gibbon,
}  # fmt: skip

# -- on the head -------------------------------------------------------------------------------------


def _peak(ink: Ink, look: Look) -> str:
    """A pointed crest that leans back: cardinals, jays, woodpeckers."""
    crest = "M-44-82C-40-118-20-142 26-172C22-148 28-132 44-118C50-104 48-92 42-82C20-94-20-94-44-82Z"
    return path(crest, ink.slope(look.horn, 0.24)) + line(
        "M-22-96Q-8-124 16-146", tone(look.horn, 0.24), 5, 0.6
    )


def _casque(ink: Ink, look: Look) -> str:
    """A helmet of horn: cassowaries."""
    helmet = "M-34-80C-40-126-22-164 2-170C28-162 42-122 36-80C18-92-18-92-34-80Z"
    return path(helmet, ink.slope(look.horn, 0.3)) + line(
        "M-12-96C-16-124-8-148 2-156", tone(look.horn, 0.3), 6, 0.6
    )


def _hoopoe(ink: Ink, look: Look) -> str:
    """A fan of feathers with dark tips."""
    spots = [(-58, -138), (-32, -158), (0, -166), (32, -158), (58, -138)]
    fan = "".join(
        path(ribbon([(x * 0.3, -80), (x * 0.8, -120), (x, y)], (16, 24, 10)), ink.slope(look.horn))
        for x, y in spots
    )
    return fan + "".join(disc(x * 0.97, y + 3, 9, look.dark) for x, y in spots)


CRESTS: Mapping[str, Callable[[Ink, Look], str]] = {"peak": _peak, "casque": _casque, "hoopoe": _hoopoe}

# -- tails -------------------------------------------------------------------------------------------


def _streamers(ink: Ink, look: Look) -> str:
    """Two feathers far longer than the bird: quetzals."""
    outer: list[tuple[float, float]] = [(30, 200), (96, 206), (150, 176), (196, 226), (188, 252)]
    inner: list[tuple[float, float]] = [(30, 206), (84, 224), (126, 206), (154, 240), (146, 252)]
    return path(ribbon(outer, (24, 26, 26, 20, 6)), ink.slope(look.fur)) + path(
        ribbon(inner, (20, 22, 20, 16, 5)), ink.slope(tone(look.fur, -0.16))
    )


def _barred(ink: Ink, look: Look) -> str:
    """A long tail that rises, with bars across: pheasants, magpies if it is plain."""
    spine: list[tuple[float, float]] = [(36, 200), (96, 196), (152, 150), (196, 84)]
    tail = path(ribbon(spine, (34, 34, 26, 5)), ink.slope(look.tail_color or look.dark))
    bars = "M70 182L82 214M96 174L112 204M122 156L140 180M146 134L164 152M166 110L180 122"
    return tail + line(bars, tone(look.fur, -0.5), 5, 0.7)


def _fork(ink: Ink, look: Look) -> str:
    """Two points far apart: swallows."""
    near: list[tuple[float, float]] = [(34, 196), (100, 196), (170, 150)]
    far: list[tuple[float, float]] = [(34, 204), (100, 214), (176, 214)]
    fur = ink.slope(look.fur)
    return path(ribbon(far, (30, 24, 3)), fur) + path(ribbon(near, (30, 24, 3)), fur)


TAILS: Mapping[str, Callable[[Ink, Look], str]] = {"streamers": _streamers, "barred": _barred, "fork": _fork}
