"""Tails and wings: what shows behind the body, mostly at the viewer's right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from . import wilds
from .crests import fluff
from .curves import Point, ribbon
from .ink import Ink, disc, group, line, mirrored, oval, path, tone
from .look import Look

_CAT: list[Point] = [(34, 206), (92, 216), (124, 178), (112, 128), (134, 100)]
_BUSHY: list[Point] = [(30, 206), (98, 226), (140, 180), (134, 118), (108, 84)]


def tail(ink: Ink, look: Look) -> str:
    """The tail of a look. Raises `KeyError` for an unknown kind."""
    if look.tail_color:
        look = replace(look, fur=look.tail_color, dark=tone(look.tail_color, -0.45), mane=look.tail_color)
    return _TAILS[look.tail](ink, look) if look.tail else ""


def wings(ink: Ink, look: Look) -> str:
    """The wings of a look, on its back."""
    return mirrored(wing(ink, look))


def wing(ink: Ink, look: Look) -> str:
    """The wing at the viewer's right."""
    return _WINGS[look.wings](ink, look) if look.wings else ""


def _cat(ink: Ink, look: Look) -> str:
    widths = (26, 25, 24, 23, 22)
    body = path(ribbon(_CAT, widths), ink.slope(look.fur))
    if "tabby" in look.marks or "siamese" in look.marks:
        body += path(ribbon(_CAT, widths, start=0.82), look.dark)
    return body


def _bushy(ink: Ink, look: Look) -> str:
    """A tail all fluff."""
    return path(ribbon(_BUSHY, (26, 46, 62, 56, 14)), ink.ball(tone(look.fur, 0.06)))


def _ringed(ink: Ink, look: Look, points: list[tuple[float, float]], widths: tuple[float, ...]) -> str:
    rings = ((0.3, 0.4), (0.52, 0.62), (0.74, 0.84), (0.93, 1.0))
    bands = "".join(path(ribbon(points, widths, start=a, end=b), look.dark) for a, b in rings)
    return path(ribbon(points, widths), ink.slope(look.fur)) + bands


def _tiger(ink: Ink, look: Look) -> str:
    return _ringed(ink, look, _CAT, (26, 25, 24, 23, 22))


def _raccoon(ink: Ink, look: Look) -> str:
    return _ringed(ink, look, _BUSHY, (26, 44, 50, 46, 22))


def _fox(ink: Ink, look: Look) -> str:
    widths = (26, 54, 72, 58, 6)
    return path(ribbon(_BUSHY, widths), ink.slope(look.fur)) + path(
        ribbon(_BUSHY, widths, start=0.7), ink.ball(look.light, 0.16)
    )


def _wolf(ink: Ink, look: Look) -> str:
    widths = (26, 46, 56, 44, 6)
    return path(ribbon(_BUSHY, widths), ink.slope(look.fur)) + path(
        ribbon(_BUSHY, widths, start=0.74), tone(look.fur, -0.4)
    )


def _dog(ink: Ink, look: Look) -> str:
    return path(ribbon([(36, 202), (84, 200), (112, 166), (106, 134)], (28, 26, 22, 14)), ink.slope(look.fur))


def _curled(ink: Ink, look: Look) -> str:
    """A thick tail rolled up over the back, pale inside."""
    spine: list[Point] = [(36, 206), (100, 212), (134, 168), (116, 122), (78, 130), (82, 160)]
    fur = path(ribbon(spine, (30, 40, 44, 42, 36, 14)), ink.slope(look.fur))
    return fur + path(ribbon(spine, (8, 14, 18, 20, 20, 8), start=0.3), ink.ball(look.light, 0.16))


def _lion(ink: Ink, look: Look) -> str:
    rope = path(ribbon(_CAT, (18, 15, 13, 12, 12)), ink.slope(look.fur))
    tuft = look.mane if "mane" in look.crest else tone(look.fur, -0.35)
    return rope + path("M134 118C112 108 114 84 136 66C160 82 158 110 134 118Z", ink.ball(tuft))


def _stub(ink: Ink, look: Look) -> str:
    return disc(60, 196, 19, ink.ball(look.limb if "panda" not in look.marks else look.fur))


def _puff(ink: Ink, look: Look) -> str:
    return path(fluff(68, 192, 17, 17, 8, 1.15), ink.ball(tone(look.fur, 0.5), 0.2))


def _mouse(ink: Ink, look: Look) -> str:
    return path(
        ribbon([(30, 210), (96, 222), (118, 186), (104, 152), (128, 124)], (14, 12, 10, 8, 4)),
        ink.slope(look.nose),
    )


def _rope(ink: Ink, look: Look) -> str:
    rope = path(ribbon([(40, 190), (84, 190), (98, 216)], (14, 11, 9)), ink.slope(look.fur))
    return rope + path("M98 208C110 218 112 232 104 242C92 238 86 224 98 208Z", tone(look.fur, -0.5))


def _curl(ink: Ink, look: Look) -> str:
    return line(
        "M56 190C80 196 90 176 78 170C66 168 66 186 84 188C98 188 102 176 100 168", tone(look.fur, -0.14), 10
    )


def _horse(ink: Ink, look: Look) -> str:
    return path(ribbon([(36, 186), (90, 176), (116, 210), (108, 250)], (22, 44, 52, 8)), ink.slope(look.mane))


def _monkey(ink: Ink, look: Look) -> str:
    spine = [(34, 206), (96, 220), (136, 184), (124, 128), (142, 96), (168, 110), (156, 134)]
    return path(ribbon(spine, (18, 17, 16, 15, 14, 13, 12)), ink.slope(look.fur))


def _dragon(ink: Ink, look: Look) -> str:
    spine = [(20, 204), (84, 226), (134, 206), (146, 160), (166, 136)]
    body = path(ribbon(spine, (60, 50, 34, 20, 12)), ink.slope(look.fur))
    spade = path("M160 148C138 136 146 108 180 96C196 126 188 150 160 148Z", ink.slope(look.horn))
    return body + spade


def _squirrel(ink: Ink, look: Look) -> str:
    spine = [(20, 218), (96, 232), (140, 166), (128, 96), (166, 44), (206, 78)]
    curl = path(ribbon(spine, (44, 78, 100, 96, 84, 40)), ink.ball(look.fur))
    return curl + path(ribbon(spine, (8, 28, 44, 44, 36, 14), start=0.12), tone(look.fur, 0.4), 0.6)


def _camel(ink: Ink, look: Look) -> str:
    """A hump that looks out from behind the shoulder, and a thin tail."""
    hump = "M10 128C26 66 60 34 92 46C130 62 136 138 112 182C96 208 60 212 40 200Z"
    tuft = path("M46 66C62 36 98 34 112 62C116 74 110 80 104 74C86 60 64 62 46 66Z", ink.ball(look.mane))
    return _rope(ink, look) + ink.form(hump, look.fur) + tuft


def _fan(ink: Ink, look: Look) -> str:
    """The open fan of a turkey."""
    plume = "M-20 70C-46-20-44-96 0-126C44-96 46-20 20 70Z"
    out = ""
    for number, turn in enumerate((-96, 96, -72, 72, -48, 48, -24, 24, 0)):
        color = (look.dark, tone(look.fur, 0.12))[number // 2 % 2]
        tip = path("M-36-76C-30-100-18-116 0-126C18-116 30-100 36-76Q0-96-36-76Z", look.light)
        out += group(path(plume, ink.slope(color)) + tip, f"translate(0 96) rotate({turn}) scale(1.62)")
    return out


def _sickle(ink: Ink, look: Look) -> str:
    """The arching tail of a rooster."""
    out = ""
    for number, (reach, high) in enumerate(((150, 40), (176, 78), (178, 120), (160, 156))):
        spine = [(34, 196), (84, high + 6), (reach, high - 8 + number * 4), (reach + 26, high + 56)]
        color = (look.dark, tone(look.dark, 0.22))[number % 2]
        out += path(ribbon(spine, (24, 34, 28, 4)), ink.slope(color, 0.34))
    return out


def _skunk(ink: Ink, look: Look) -> str:
    """A plume that stands over the back, with a white stripe along it."""
    spine = [(20, 218), (96, 230), (146, 164), (138, 84), (172, 30), (206, 44)]
    curl = path(ribbon(spine, (44, 78, 104, 104, 84, 30)), ink.ball(look.fur))
    return curl + path(ribbon(spine, (8, 26, 44, 50, 44, 16), start=0.1), ink.ball(look.dark, 0.16))


def _brush(ink: Ink, look: Look) -> str:
    """The great broom of an anteater's tail."""
    spine = [(24, 210), (100, 226), (160, 180), (188, 96)]
    hairs = line("M112 236Q168 204 196 120M92 214Q142 190 172 110", tone(look.fur, -0.4), 5, 0.6)
    return path(ribbon(spine, (30, 84, 104, 12)), ink.slope(tone(look.fur, -0.14), 0.3)) + hairs


def _beaver(ink: Ink, look: Look) -> str:
    flat = "M36 210C72 168 132 164 148 192C156 222 108 246 60 236Z"
    grid = "M76 190L100 238M104 178L126 230M62 214L140 186M74 232L150 204"
    return ink.form(flat, look.dark, line(grid, tone(look.dark, 0.25), 3, 0.5))


def _feathers(ink: Ink, look: Look) -> str:
    return "".join(
        oval(74 + i * 7, 206 - i * 13, 34, 12, ink.slope(tone(look.fur, -0.12)), turn=-18 - i * 16)
        for i in range(3)
    )


def _plumes(ink: Ink, look: Look) -> str:
    long = ((look.dark, 34), (look.horn, 22), (look.fur, 10))
    return "".join(
        path(ribbon([(36, 190), (90, 214 + d * 0.4), (132, 226 + d)], (22, 20, 5)), ink.slope(c))
        for c, d in long
    )


def _peacock(ink: Ink, look: Look) -> str:
    out = ""
    for turn in (-96, 96, -64, 64, -32, 32, 0, -80, 80, -48, 48, -16, 16):
        far = turn % 32 == 0
        green = tone(look.dark, -0.22 if far else 0.06)
        plume = path("M-10 60C-30-40-34-112 0-150C34-112 30-40 10 60Z", ink.slope(green))
        eye = (
            oval(0, -104, 22, 27, look.horn)
            + oval(0, -100, 14, 17, look.fur)
            + disc(0, -96, 7, tone(look.fur, -0.6))
        )
        out += group(plume + eye, f"translate(0 84) rotate({turn}) scale({1.72 if far else 1.5})")
    return out


def _plain_dragon(ink: Ink, look: Look) -> str:
    return path(ribbon([(20, 204), (84, 228), (134, 208), (160, 160)], (60, 48, 30, 8)), ink.slope(look.fur))


def _croc(ink: Ink, look: Look) -> str:
    spine = [(20, 206), (88, 226), (140, 214), (172, 180)]
    teeth = "M92 206L104 190L114 206ZM118 204L132 186L140 204ZM142 194L156 178L160 194Z"
    return path(teeth, look.dark) + path(ribbon(spine, (60, 48, 30, 6)), ink.slope(look.fur))


def _bat(ink: Ink, look: Look) -> str:
    sail = (
        "M30 130C60 60 120 30 178 34C160 60 166 84 186 106"
        "C160 104 148 116 150 142C128 128 112 134 104 156C84 140 60 148 40 168Z"
    )
    ribs = "M178 34Q110 70 44 140M186 106Q120 112 52 144M150 142Q100 136 52 148"
    return (
        path(sail, ink.slope(look.wing_color or tone(look.horn, -0.06)))
        + line(ribs, look.fur, 7)
        + (line("M30 134C62 66 120 36 178 34", tone(look.fur, -0.2), 10))
    )


def _feathered(ink: Ink, look: Look) -> str:
    long = (
        "M24 120C60 50 140 20 190 44C184 70 176 84 160 94"
        "C168 104 164 118 146 124C150 138 138 148 120 148C116 166 60 172 28 160Z"
    )
    lines = "M150 62Q110 76 74 110M136 92Q106 102 78 124M118 120Q96 128 76 138"
    color = look.wing_color
    shaft = tone(color, -0.3) if color else "#cfc8e4"
    return path(long, ink.slope(color or "#fdfaff", 0.18)) + line(lines, shaft, 5, 0.8)


def _pinions(ink: Ink, look: Look) -> str:
    """Broad wings with fingers, in the colour of the bird."""
    back = (
        "M24 118C56 62 120 30 176 26L166 52L196 50L178 78L204 84L176 104L192 118"
        "C160 132 150 140 118 144C90 156 56 164 28 158Z"
    )
    cover = "M24 118C54 70 104 46 146 46C130 84 96 122 28 146Z"
    fur = look.wing_color or look.fur
    return path(back, ink.slope(tone(fur, -0.24))) + path(cover, ink.slope(tone(fur, 0.06)))


def _fairy(ink: Ink, look: Look) -> str:
    upper = "M20 124C50 30 130-10 176 20C196 70 140 130 40 146Z"
    lower = "M24 140C80 136 150 160 148 204C120 232 60 200 26 160Z"
    veins = "M34 134Q100 90 158 40M34 146Q90 166 132 198"
    color = look.wing_color
    sky, rose = (
        ((tone(color, 0.5), color), (tone(color, 0.7), tone(color, 0.2)))
        if color
        else (("#d8f4ff", "#e6b8ff"), ("#ffe3f5", "#b8d8ff"))
    )
    return (
        path(upper, ink.blend(*sky), 0.9)
        + path(lower, ink.blend(*rose), 0.9)
        + (line(veins, "#ffffff", 3.5, 0.9))
    )


def _batwing(ink: Ink, look: Look) -> str:
    sail = (
        "M30 120C60 70 120 50 178 60C164 78 166 96 176 116"
        "C152 112 138 122 136 146C116 134 100 140 92 160C74 146 52 152 36 168Z"
    )
    fur = look.wing_color or (look.fur if not look.human else "#5a4a66")
    return path(sail, ink.slope(tone(fur, -0.2))) + line("M36 126C70 82 120 62 172 64", tone(fur, -0.4), 8)


def _fire(ink: Ink, look: Look) -> str:
    wing = (
        "M24 120C60 50 140 20 192 20C180 44 178 60 184 82C168 80 160 90 164 112"
        "C146 108 136 120 138 140C116 132 104 142 102 162C80 150 56 158 30 166Z"
    )
    color = look.wing_color
    fire = ink.blend(tone(color, 0.5), tone(color, -0.2), color) if color else ""
    return path(wing, fire or ink.blend("#f9c53c", "#e2402c", "#f28438")) + line(
        "M160 44Q112 66 72 112M150 88Q110 100 80 128", "#ffe9a0", 6, 0.8
    )


_TAILS: dict[str, Callable[[Ink, Look], str]] = {
    "cat": _cat, "tiger": _tiger, "raccoon": _raccoon, "fox": _fox, "wolf": _wolf, "dog": _dog,
    "lion": _lion, "stub": _stub, "puff": _puff, "mouse": _mouse, "rope": _rope, "curl": _curl,
    "horse": _horse, "monkey": _monkey, "dragon": _dragon, "squirrel": _squirrel, "beaver": _beaver,
    "feathers": _feathers, "plumes": _plumes, "peacock": _peacock, "camel": _camel,
    "fan": _fan, "croc": _croc, "sickle": _sickle, "skunk": _skunk, "brush": _brush,
    "dragontail": _plain_dragon, "bushy": _bushy, "curled": _curled, **wilds.TAILS,
}  # fmt: skip
_WINGS: dict[str, Callable[[Ink, Look], str]] = {
    "bat": _bat,
    "feathered": _feathered,
    "fairy": _fairy,
    "pinions": _pinions,
    "batwing": _batwing,
    "fire": _fire,
}
