"""What the words say of a figure beyond its subject is drawn, and what can't be drawn is told."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageOps

from imaginario.engines.builtin import figures, vocabulary, words
from imaginario.engines.builtin.compose import paint
from imaginario.engines.builtin.figures import (
    belongings,
    casting,
    eyes_drawn,
    ink,
    manner,
    overlays,
    qualities,
    raster,
    svgart,
)
from imaginario.engines.builtin.spec import ACTIONS, SceneSpec, Subject
from imaginario.engines.builtin.words.lexicon import meaning, table

ENTRIES = vocabulary.load()
PEOPLE = ("woman", "man", "girl", "boy")
OF_PEOPLE = frozenset(
    {"black-skinned", "brown-skinned", "white-skinned", "blonde", "bald"}
    | {t for t in qualities.TRAITS if t.endswith("-haired") and t != "long-haired"}
)
OF_METAL = frozenset({"rusty", "abandoned"})
INHERENT = frozenset({"upright", "twin", "futuristic"})
"""Traits that leave those who can show them as they are."""


def row(traits: tuple[str, ...] = (), *parts: tuple[str, str], **more: Any) -> dict[str, Any]:
    return {"subject": 0, "traits": list(traits), "parts": [list(p) for p in parts]} | more


def picture(ident: str, told: dict[str, Any], seed: int = 0, **more: Any) -> Image.Image:
    subject = Subject(id=ident, **more)
    return figures.render(subject, height=120, pose_seed=seed, told=figures.manner_of(told))


def look(ident: str, told: dict[str, Any], seed: int = 0) -> Any:
    entry = ENTRIES[ident]
    return casting.look_of(ink.Ink(), entry, Subject(id=ident), seed, figures.manner_of(told))


def same(one: Image.Image, other: Image.Image) -> bool:
    return one.size == other.size and one.tobytes() == other.tobytes()


def share(image: Image.Image, wanted: str, near: float = 60) -> float:
    """Which part of what is drawn has a colour, or one near it."""
    pixels = np.asarray(image, np.float64)
    seen = pixels[pixels[..., 3] > 200][:, :3]
    return float((np.abs(seen - np.array(ink.rgb(wanted))).sum(axis=1) < near).mean())


class TestTraits:
    @pytest.mark.parametrize("trait", [t for t in qualities.TRAITS if t not in INHERENT])
    def test_every_trait_changes_somebody(self, trait: str):
        ident = "girl" if trait in OF_PEOPLE else "robot" if trait in OF_METAL else "bear"
        told = row((trait,))
        assert not same(picture(ident, told, 3), picture(ident, {}, 3))
        assert figures.unshown(Subject(id=ident), told) == []

    @pytest.mark.sampled(2)
    @pytest.mark.parametrize("trait", sorted(qualities.FEELINGS - {"sad", "glad"}))
    @pytest.mark.parametrize("ident", ["cat", "owl", "robot", "elephant", "frog", "man", "girl", "alien"])
    def test_every_face_shows_every_feeling(self, ident: str, trait: str):
        assert not same(picture(ident, row((trait,))), picture(ident, {}))

    def test_feelings_differ_from_each_other(self):
        faces = {picture("dog", row((t,))).tobytes() for t in qualities.FEELINGS - {"sad", "glad", "wild"}}
        assert len(faces) == len(qualities.FEELINGS) - 3

    def test_who_cries_sheds_tears(self):
        assert share(picture("boy", row(("crying",))), "#9ad6fa") > share(picture("boy", {}), "#9ad6fa")

    def test_who_sleeps_keeps_the_eyes_shut(self):
        told = row(("surprised",))
        assert same(picture("cat", told, action="sleep"), picture("cat", {}, action="sleep"))

    @pytest.mark.parametrize("ident", PEOPLE)
    def test_skins_are_what_was_asked_for(self, ident: str):
        lights = []
        for trait in ("black-skinned", "brown-skinned", "white-skinned"):
            skins = [ink.luma(look(ident, row((trait,)), seed).skin) for seed in range(1, 9)]
            lights.append((min(skins), max(skins)))
        black, brown, white = lights
        assert black[1] < brown[0]
        assert brown[1] < white[0]

    @pytest.mark.parametrize(("trait", "hair"), [("blonde", "#e3b95a"), ("red-haired", "#b9502c")])
    def test_fair_hair_comes_with_fair_skin_unless_another_was_asked_for(self, trait: str, hair: str):
        fair = [look("boy", row((trait,)), seed) for seed in range(1, 9)]
        assert {one.hair_color for one in fair} == {hair}
        assert min(ink.luma(one.skin) for one in fair) > 0.7
        both = look("boy", row((trait, "black-skinned")), 3)
        assert ink.luma(both.skin) < 0.4
        assert both.hair_color == hair

    def test_young_animals_are_small_with_large_heads(self):
        young, grown = picture("elephant", row(("young",))), picture("elephant", {})
        assert young.height < grown.height

    def test_twins_look_the_same(self):
        girls = Subject(id="girl", count=2)
        told = {"told": [row(("twin",))]}
        plain = SceneSpec(subjects=(girls,), style="clipart", background="white")
        twins = paint(replace(plain, extra=told), width=384, height=256, seed=4)
        others = paint(plain, width=384, height=256, seed=4)
        assert twins.not_drawn == ()
        assert twins.image.tobytes() != others.image.tobytes()


class TestParts:
    @pytest.mark.sampled(3)
    @pytest.mark.parametrize("part", [p for p in belongings.PARTS if p not in ("whiskers",)])
    @pytest.mark.parametrize("ident", ["girl", "dog"])
    def test_a_part_with_a_color_changes_its_figure_or_is_told(self, ident: str, part: str):
        told = row((), (part, "purple"))
        changed = not same(picture(ident, told), picture(ident, {}))
        assert changed == (figures.unshown(Subject(id=ident), told) == [])

    @pytest.mark.parametrize(
        ("ident", "part", "color"),
        [
            ("cat", "boots", "red"), ("girl", "boots", "red"), ("cat", "gloves", "blue"),
            ("dog", "socks", "blue"),
            ("cat", "ribbon", "purple"), ("dog", "collar", "blue"), ("woman", "necklace", "blue"),
            ("girl", "wings", "turquoise"), ("unicorn", "wings", "turquoise"), ("girl", "horns", "green"),
            ("lion", "hair", "blue"), ("girl", "hair", "blue"), ("cat", "tail", "purple"),
        ],
    )  # fmt: skip
    def test_a_part_has_the_color_that_was_said(self, ident: str, part: str, color: str):
        wanted = figures.hex_of(color)
        told, plain = picture(ident, row((), (part, color))), picture(ident, {})
        assert share(told, wanted) > share(plain, wanted) + 0.004

    @pytest.mark.parametrize("ident", ["cat", "dog", "girl", "owl", "man"])
    def test_eyes_have_the_color_that_was_said(self, ident: str):
        blue, green = (picture(ident, row((), ("eyes", c))) for c in ("blue", "green"))
        difference = np.abs(np.asarray(blue, np.int16) - np.asarray(green, np.int16)).sum(axis=2)
        high = np.nonzero(difference)[0]
        assert high.max() < 0.55 * blue.height

    def test_wings_that_were_asked_for_are_seen_of_sleepers(self):
        told = row((), ("wings", "turquoise"))
        assert share(picture("unicorn", told, action="sleep"), figures.hex_of("turquoise")) > 0.01

    def test_hair_is_cut_and_coloured_as_told(self):
        cut = {
            part: look("woman", row((), (part, "")), 2).hair
            for part in ("long-hair", "curly-hair", "braids", "afro")
        }
        assert cut == {"long-hair": "wavy", "curly-hair": "curly", "braids": "braids", "afro": "afro"}
        assert look("girl", row((), ("hair", "pink")), 5).hair_color == figures.hex_of("pink")
        assert look("girl", row((), ("hair", "red")), 5).hair_color != figures.hex_of("red")

    def test_a_white_beard_is_white_and_no_stubble(self):
        bearded = [look("man", row((), ("beard", "white")), seed) for seed in range(6)]
        assert {one.beard for one in bearded} <= {"full", "long", "goatee"}
        assert min(ink.luma(one.beard_color) for one in bearded) > 0.9

    def test_glasses_have_their_color(self):
        told = row(glasses_color="red")
        red = figures.hex_of("red")
        colored, plain = picture("dog", told, glasses="glasses"), picture("dog", {}, glasses="glasses")
        assert share(colored, red) > share(plain, red)

    @pytest.mark.parametrize("glasses", figures.GLASSES)
    def test_all_glasses_take_a_color(self, glasses: str):
        told = row(glasses_color="green")
        assert not same(picture("cat", told, glasses=glasses), picture("cat", {}, glasses=glasses))

    @pytest.mark.parametrize("action", ACTIONS)
    def test_boots_are_worn_whatever_one_does(self, action: str):
        told = row((), ("boots", "turquoise"), ("gloves", "turquoise"))
        wanted = figures.hex_of("turquoise")
        assert share(picture("cat", told, action=action), wanted) > 0.004


class TestThings:
    @pytest.mark.sampled(3)
    @pytest.mark.parametrize("trait", sorted({*overlays.PATTERNS, *overlays.LIGHTS}))
    @pytest.mark.parametrize("ident", ["fish", "car"])
    def test_patterns_and_lights_are_laid_over_drawings(self, ident: str, trait: str):
        told = row((trait,))
        assert not same(picture(ident, told), picture(ident, {}))
        assert figures.unshown(Subject(id=ident), told) == []

    @pytest.mark.sampled(3)
    @pytest.mark.parametrize("ident", [e.id for e in ENTRIES.values() if e.art == "svg" and e.face])
    def test_the_eyes_of_every_drawn_face_are_found(self, ident: str):
        entry = ENTRIES[ident]
        eyes = eyes_drawn.found(entry, entry.read_svg() or "")
        assert len(eyes) in (1, 2)
        for told in (row(("angry",)), row(("crying",)), row(("surprised",)), row((), ("eyes", "green"))):
            assert figures.unshown(Subject(id=ident), told) == []
            assert not same(picture(ident, told), picture(ident, {}))

    def test_brows_slant_towards_the_snout(self):
        entry = ENTRIES["bird"]
        (eye,) = eyes_drawn.found(entry, entry.read_svg() or "")
        assert not eye.left
        left, right = eyes_drawn.found(ENTRIES["octopus"], ENTRIES["octopus"].read_svg() or "")
        assert (left.left, right.left) == (left.x < right.x, right.x < left.x)

    def test_drawn_faces_keep_their_feelings_over_clothes(self):
        calm, sad = (
            picture("whale", {}, outfit="raincoat"),
            picture("whale", row(("crying",)), outfit="raincoat"),
        )
        assert not same(calm, sad)

    def test_stripes_stay_where_the_drawing_takes_color(self):
        striped, plain = picture("fish", row(("striped",))), picture("fish", {})
        assert striped.size == plain.size
        alphas = (np.asarray(image, np.float64)[..., 3] for image in (striped, plain))
        assert np.abs(next(alphas) - next(alphas)).mean() < 2

    def test_rust_is_brown_and_weeds_are_green(self):
        for ident in ("robot", "car", "truck"):
            plain, rusty = picture(ident, {}), picture(ident, row(("rusty",)))
            assert share(rusty, "#ad5c2c") > share(plain, "#ad5c2c") + 0.01
        for ident in ("robot", "house", "teddy"):
            plain, wild = picture(ident, {}), picture(ident, row(("abandoned",)))
            assert share(wild, "#6d9a4b") > share(plain, "#6d9a4b") + 0.01

    def test_what_is_afloat_has_no_weeds_at_its_foot(self):
        boat, left = picture("boat", {}), picture("boat", row(("abandoned",)))
        assert left.size == boat.size
        assert not same(left, boat)

    def test_light_and_wings_do_not_shrink_a_thing(self):
        for told in (row(("glowing",)), row((), ("wings", ""))):
            with_it, plain = picture("turtle", told), picture("turtle", {})
            assert with_it.height >= plain.height
            assert with_it.width >= plain.width

    @pytest.mark.parametrize("feeling", sorted(qualities.FEELINGS - {"sad", "glad"}))
    @pytest.mark.parametrize("ident", ["croissant", "house", "flower", "cauldron"])
    def test_anything_can_have_a_face(self, ident: str, feeling: str):
        told = row((feeling,))
        assert figures.unshown(Subject(id=ident), told) == []
        assert not same(picture(ident, told), picture(ident, {}))

    def test_a_face_lies_inside_of_its_thing(self):
        for ident in ("banana", "moon", "tree", "book"):
            told, plain = picture(ident, row((), ("face", ""))), picture(ident, {})
            assert told.size == plain.size

    def test_legs_stand_under_a_thing_and_wear_what_was_told(self):
        legs, plain = picture("watermelon", row((), ("shoes", "blue"))), picture("watermelon", {})
        assert legs.height > plain.height * 1.1
        lowest = legs.crop((0, plain.height, legs.width, legs.height))
        assert share(lowest, figures.hex_of("blue"), 90) > 0.1

    def test_the_roomiest_place_of_a_drawing_is_inside_of_it(self):
        ring = '<path d="M0 0H100V100H0ZM30 30H70V40H30Z" fill="#ff0000" fill-rule="evenodd"/>'
        room = raster.roomiest(ring, (0, 0, 100, 100))
        assert (round(room.x, -1), round(room.y, -1), room.color) == (50, 70, "#ff0000")
        assert 20 < room.radius < 32

    def test_drawn_animals_shut_their_eyes_to_sleep(self):
        dark = "#2a1c28"
        awake, asleep = picture("octopus", {}), picture("octopus", {}, action="sleep")
        assert share(asleep, dark) < share(awake, dark)

    def test_rider_and_mount_each_have_their_own(self):
        rider, mount = Subject(id="girl"), Subject(id="horse")

        def ride(one: dict[str, Any], other: dict[str, Any]) -> bytes:
            pair = (figures.manner_of(one), figures.manner_of(other))
            return figures.render_ride(rider, mount, height=100, told=pair).tobytes()

        pictures = {ride({}, {}), ride(row(("angry",)), {}), ride({}, row(("angry",)))}
        assert len(pictures) == 3


class TestUnshown:
    @pytest.mark.parametrize(
        ("subject", "told", "lost"),
        [
            (Subject(id="house"), row(("angry", "pregnant")), ["pregnant"]),
            (Subject(id="whale"), row(("angry", "laughing")), ["laughing"]),
            (Subject(id="jack-o-lantern"), row(("smiling", "crying"), ("face", "")), ["crying"]),
            (Subject(id="robot"), row(("old",)), []),
            (Subject(id="robot"), row(("rusty", "abandoned", "pregnant")), ["pregnant"]),
            (Subject(id="cat"), row(("rusty", "abandoned")), ["abandoned", "rusty"]),
            (Subject(id="car"), row(("rusty", "abandoned", "ruined")), []),
            (Subject(id="whale", action="sleep"), row(), []),
            (Subject(id="car", action="sleep"), row(), ["sleep"]),
            (Subject(id="cat"), row(("black-skinned", "smiling")), ["black-skinned"]),
            (Subject(id="whale"), row((), ("eyes", "blue")), []),
            (Subject(id="car"), row((), ("eyes", "blue"), ("tail", "red")), ["tail"]),
            (Subject(id="whale"), row((), ("eyes", "")), []),
            (Subject(id="bird"), row((), ("wings", "")), []),
            (Subject(id="muslim-woman"), row((), ("hair", "red")), ["hair"]),
            (Subject(id="dragon"), row((), ("wings", ""), ("tail", ""), ("horns", "")), []),
            (Subject(id="girl"), row((), ("hair", ""), ("face", ""), ("hands", "")), []),
            (Subject(id="tulip"), row(("blooming",)), []),
            (Subject(id="cactus"), row(("blooming",), ("beard", "red")), ["blooming", "beard"]),
            (Subject(id="whale", outfit="raincoat"), row(("winking", "sad"), ("boots", "red")), ["winking"]),
        ],
        ids=str,
    )  # fmt: skip
    def test_what_is_not_seen_is_told(self, subject: Subject, told: dict[str, Any], lost: list[str]):
        assert figures.unshown(subject, told) == lost

    def test_nothing_is_told_twice(self):
        told = row(("twin", "pregnant", "pregnant"), ("beard", "red"), ("beard", "blue"))
        assert figures.unshown(Subject(id="house"), told) == ["pregnant", "beard"]

    @pytest.mark.parametrize("trait", ["brave", "curious", "wise", "proud", "lucky", "shy", "delicious"])
    def test_what_nobody_could_see_is_not_missed(self, trait: str):
        assert figures.unshown(Subject(id="cat"), row((trait,))) == []
        assert figures.unshown(Subject(id="house"), row((trait,))) == []

    def test_every_id_is_one_of_the_lexicon(self):
        own = {"black-and-white"}
        assert set(qualities.TRAITS) - own <= set(table("traits"))
        assert set(belongings.PARTS) <= set(table("parts"))
        variants = {part for part in table("parts") if meaning("parts", part) != part}
        built = {part for part, row in table("parts").items() if row.get("built")}
        assert set(table("parts")) - set(belongings.PARTS) - variants - built == {"stem"}
        drawn = {
            part for entry in vocabulary.load().values() for part in svgart.parts(entry.read_svg() or "")
        }
        assert drawn == built
        assert {meaning("parts", part) for part in variants} <= set(belongings.PARTS)

    @pytest.mark.parametrize(
        "told",
        [
            {}, {"traits": None}, {"traits": [3, None]},
            {"parts": [["hair"], "x", [1, 2, 3], ["eyes", "mauve"]]},
            {"glasses_color": "mauve"}, {"glasses_color": 4}, {"parts": 5},
        ],
    )  # fmt: skip
    def test_a_broken_row_is_no_trouble(self, told: dict[str, Any]):
        assert same(picture("cat", told), picture("cat", {}))

    def test_the_painting_tells_what_is_missing_of_those_it_shows(self):
        spec = words.read("a laughing whale and a smiling cat with red boots")
        painting = paint(spec, width=256, height=256, seed=3)
        assert {"laughing"} == {n for n in painting.not_drawn if n in ("laughing", "smiling", "boots")}
        assert len(painting.not_drawn) == len(set(painting.not_drawn))

    @pytest.mark.parametrize("outfit", [None, "dress", "astronaut", "poncho", "hanfu", "kimono", "doctor"])
    def test_whoever_carries_a_child_shows_it_in_any_clothes(self, outfit: str | None):
        plain, carrying = (picture("woman", row(t), outfit=outfit) for t in ((), ("pregnant",)))
        assert not same(plain, carrying)

    def test_a_mother_to_be_is_a_woman_with_a_round_belly(self):
        assert look("woman", row(near="mother-to-be")).trim.belly
        assert look("person", row(("pregnant",)), 4).lashes

    def test_without_a_manner_nothing_changes(self):
        assert not manner.PLAIN
        assert figures.manner_of({"subject": 2, "outfit_color": "red"}) == manner.PLAIN
        assert figures.manner_of({}, ["calm"]) == manner.PLAIN
        assert figures.manner_of({}, ["sad"]).face == "sad"
        assert figures.manner_of(row(("smiling",)), ["sad"]).face == ""


class TestWords:
    @pytest.mark.parametrize(
        ("text", "traits", "parts"),
        [
            ("a girl with long red hair", [], [["long-hair", "red"]]),
            ("a girl with short blonde hair", ["blonde"], [["short-hair", ""]]),
            ("a man with a long white beard", [], [["long-beard", "white"]]),
            ("a girl with striped socks", [], [["socks", ""]]),
            ("menina de cabelo preto comprido", [], [["long-hair", "black"]]),
            ("uma mulher de cabelo loiro", ["blonde"], [["hair", ""]]),
            ("niña de pelo corto negro", [], [["short-hair", "black"]]),
            ("粉色长发女孩", [], [["long-hair", "pink"]]),
            ("双马尾女孩", [], [["pigtails", ""]]),
            ("金色卷发的女孩", [], [["curly-hair", "gold"]]),
            ("a blue-eyed cat", [], [["eyes", "blue"]]),
            ("a white-bearded old man", [], [["beard", "white"]]),
            ("um homem de barba branca", [], [["beard", "white"]]),
            ("a reindeer with a red nose", [], [["nose", "red"]]),
        ],
    )
    def test_hair_is_told_with_its_cut_and_color(self, text: str, traits: list[str], parts: list[list[str]]):
        told = words.read(text).extra["told"][0]
        assert told.get("traits", []) == traits
        assert told["parts"] == parts


@pytest.mark.parametrize("deed", ["kick", "throw", "jump", "hug", "juggle", "walk", "hide-and-seek"])
@pytest.mark.parametrize("who", ["boy", "cat", "penguin"])
def test_deeds_have_poses_of_their_own(deed: str, who: str) -> None:
    subject = Subject(id=who, action="play", held="ball")
    told = manner.of({"verb": deed})
    assert told.deed == deed
    plain = figures.render(subject, height=120, pose_seed=3)
    assert figures.render(subject, height=120, pose_seed=3, told=told).tobytes() != plain.tobytes()


def test_a_game_has_the_pose_of_its_deed_and_other_words_have_none() -> None:
    assert manner.of({"activity": "soccer"}).deed == "kick"
    assert manner.of({"verb": "buy"}).deed == manner.of({}).deed == ""
    assert not manner.of({"verb": "kick"})  # nothing is said of how it looks


def test_a_number_on_a_shirt_stays_readable() -> None:
    player = Subject(id="cat", outfit="football")
    turned, mirrored = figures.render(player, height=200, flip=True), figures.render(player, height=200)
    assert turned.size == mirrored.size
    assert turned.tobytes() != ImageOps.mirror(mirrored).tobytes()
    plain = Subject(id="cat")
    assert figures.render(plain, height=99, flip=True).tobytes() == (
        ImageOps.mirror(figures.render(plain, height=99)).tobytes()
    )


def test_the_deed_of_what_has_no_body_is_told() -> None:
    assert figures.unshown(Subject(id="sofa", action="sleep"), {}) == ["sleep"]
    assert figures.unshown(Subject(id="sofa", action="dance"), {}) == ["dance"]
    assert figures.unshown(Subject(id="whale", action="dance"), {}) == []  # it sways, with notes around it
    assert figures.unshown(Subject(id="dolphin", action="run"), {"verb": "jump"}) == ["jump"]
    assert figures.unshown(Subject(id="cat", action="sleep"), {}) == []


def test_a_scarf_is_all_that_is_put_on() -> None:
    spec = words.read("a cat with a blue scarf")
    bare, scarved = paint_small("a cat"), paint_small("a cat with a blue scarf")
    assert spec.subjects[0].outfit == "sweater"  # as what it is worn with
    assert scarved.not_drawn == ()
    blue = np.asarray(scarved.image, int)[..., 2] - np.asarray(scarved.image, int)[..., 0]
    plain = np.asarray(bare.image, int)[..., 2] - np.asarray(bare.image, int)[..., 0]
    assert 0.002 < float(((blue - plain) > 40).mean()) < 0.08


def test_a_drawn_thing_gets_no_body_for_a_scarf() -> None:
    assert paint_small("a snowman with a purple scarf").not_drawn == ()
    assert paint_small("a snowman with a scarf").not_drawn == ()
    assert "scarf" in paint_small("a lighthouse wearing a scarf").not_drawn


def paint_small(text: str) -> Any:
    scene = replace(words.read(text), place="meadow", time="day")
    return paint(scene, width=256, height=256, seed=4)
