"""The art: every subject draws, anybody wears anything, colours and mirrors do what they say."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageOps

from imaginario.engines.builtin import figures, vocabulary
from imaginario.engines.builtin.figures import casting, families, figure, flatten, ink, skulls, svgart
from imaginario.engines.builtin.sheet import arrange
from imaginario.engines.builtin.spec import ACTIONS, PLACES, Subject

ENTRIES = vocabulary.load()
FOLDER = Path(vocabulary.__file__).with_name("subjects")
HEADS = [e.id for e in ENTRIES.values() if e.art == "head"]
DRAWINGS = [e.id for e in ENTRIES.values() if e.art == "svg"]


def picture(subject: Subject, height: int = 90, **more: object) -> Image.Image:
    return figures.render(subject, height=height, **more)  # type: ignore[arg-type]


def same(one: Image.Image, other: Image.Image) -> bool:
    return one.size == other.size and one.tobytes() == other.tobytes()


def mean_color(image: Image.Image) -> np.ndarray:
    pixels = np.asarray(image, np.float64)
    return pixels[pixels[..., 3] > 200][:, :3].mean(axis=0)


class TestFiles:
    def test_there_are_many(self):
        kinds = [e.kind for e in ENTRIES.values()]
        assert len(ENTRIES) > 200
        assert kinds.count("animal") >= 45
        assert kinds.count("person") >= 30

    def test_entries_say_all_that_others_rely_on(self):
        for ident, entry in ENTRIES.items():
            for language in vocabulary.LANGUAGES:
                names = entry.names[language]
                assert names, ident
                assert all(name and name == name.lower().strip() for name in names), ident
            assert entry.kind in vocabulary.KINDS, ident
            assert entry.anchor in vocabulary.ANCHORS, ident
            assert entry.home is None or entry.home in PLACES, ident
            assert 0.2 <= entry.size <= 3, ident
            assert entry.main is not None, ident
            assert re.fullmatch(r"#[0-9a-f]{6}", entry.main), ident

    def test_no_word_names_two_subjects(self):
        for language in vocabulary.LANGUAGES:
            words = [name for e in ENTRIES.values() for name in e.names[language]]
            assert sorted({w for w in words if words.count(w) > 1}) == []

    def test_every_drawing_has_its_entry(self):
        assert sorted(p.stem for p in FOLDER.glob("*.svg")) == sorted(DRAWINGS)

    def test_drawings_keep_the_house_rules(self):
        for ident in DRAWINGS:
            text = (FOLDER / f"{ident}.svg").read_text("utf-8")
            ids = re.findall(r' id="([^"]+)"', text)
            assert "<text" not in text, ident
            assert "<image" not in text, ident
            assert len(ids) == len(set(ids)), ident
            assert all(name.startswith(f"{ident}-") for name in ids), ident
            assert set(re.findall(r"url\(#([^)]+)\)", text)) <= set(ids), ident

    def test_what_somebody_holds_or_wears_exists(self):
        for ident in HEADS:
            head = ENTRIES[ident].head
            assert head["family"] in families.FAMILIES, ident
            assert head.get("held", "cat") in ENTRIES, ident
            assert head.get("glasses", "glasses") in figures.GLASSES, ident


class TestRendering:
    @pytest.mark.sampled(4)
    @pytest.mark.parametrize("ident", list(ENTRIES))
    def test_every_subject_draws(self, ident: str):
        """Things are as tall as asked, and hats, ears and hair add to that."""
        image = picture(Subject(id=ident), 100)
        alpha = np.asarray(image.getchannel("A"))
        assert image.mode == "RGBA"
        assert image.height >= 95
        assert ident in HEADS or image.height <= 103
        assert image.width <= 600
        assert (alpha > 200).mean() > 0.1
        assert len(image.convert("RGB").getcolors(1 << 20) or ()) > 20

    def test_a_hat_adds_to_a_figure_instead_of_shrinking_it(self):
        bare, hatted = picture(Subject(id="bear"), 200), picture(Subject(id="bear", hat="wizard"), 200)
        assert hatted.height > bare.height + 40

    def test_twice_the_same_is_the_same(self):
        subject = Subject(id="fox", outfit="wizard", held="star", color="blue", action="wave")
        assert same(picture(subject, pose_seed=5), picture(subject, pose_seed=5))

    def test_another_process_draws_the_same_bytes(self):
        code = (
            "import sys, hashlib; from imaginario.engines.builtin import figures; "
            "from imaginario.engines.builtin.spec import Subject; "
            "i = figures.render(Subject(id='owl', outfit='king'), height=90, pose_seed=3); "
            "sys.stdout.write(hashlib.sha256(i.tobytes()).hexdigest())"
        )
        run = [
            subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
            for _ in "ab"
        ]
        assert run[0].stdout == run[1].stdout
        assert len(run[0].stdout) == 64

    def test_flip_mirrors(self):
        subject = Subject(id="cat", held="umbrella")
        assert same(picture(subject, flip=True), ImageOps.mirror(picture(subject)))
        assert not same(picture(subject, flip=True), picture(subject))

    @pytest.mark.parametrize(
        "subject",
        [
            Subject(id="no-such-thing"),
            Subject(id="cat", outfit="no-such-thing"),
            Subject(id="cat", hat="no-such-thing"),
            Subject(id="cat", glasses="no-such-thing"),
            Subject(id="cat", held="no-such-thing"),
            Subject(id="cat", color="no-such-thing"),
        ],
        ids=str,
    )
    def test_what_does_not_exist_is_a_key_error(self, subject: Subject):
        with pytest.raises(KeyError):
            picture(subject)

    def test_without_the_renderer_the_cause_is_told(self):
        code = (
            "import sys; sys.modules['resvg_py'] = None; from imaginario.engines.builtin import figures; "
            "from imaginario.engines.builtin.spec import Subject\n"
            "try: figures.render(Subject(id='cat'), height=50)\n"
            "except figures.NoRenderer as error: print(error)"
        )
        run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert "resvg-py" in run.stdout

    def test_importing_loads_neither_renderer_nor_pillow(self):
        code = "import sys, imaginario.engines.builtin.figures; print({'resvg_py', 'PIL'} & set(sys.modules))"
        run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert run.stdout.strip() == "set()"


class TestWearing:
    @pytest.mark.sampled(3)
    @pytest.mark.parametrize("outfit", figures.OUTFITS)
    def test_anybody_wears_it(self, outfit: str):
        """On one of every family of heads; two renderings show that it is seen."""
        one_of_each = {ENTRIES[i].head["family"]: i for i in HEADS}
        for ident in one_of_each.values():
            body, _ = figures.svg_text(Subject(id=ident, outfit=outfit))
            assert body.count("<path") > 10
        assert not same(picture(Subject(id="cat", outfit=outfit)), picture(Subject(id="cat")))
        assert not same(
            picture(Subject(id="person", outfit=outfit)), picture(Subject(id="alien", outfit=outfit))
        )

    @pytest.mark.sampled(4)
    @pytest.mark.parametrize("ident", HEADS)
    def test_everybody_can_be_an_astronaut(self, ident: str):
        image = picture(Subject(id=ident, outfit="astronaut"))
        assert not same(image, picture(Subject(id=ident)))

    @pytest.mark.parametrize("hat", figures.HATS)
    def test_every_hat_shows(self, hat: str):
        assert not same(picture(Subject(id="dog", hat=hat)), picture(Subject(id="dog")))

    @pytest.mark.parametrize("glasses", figures.GLASSES)
    @pytest.mark.parametrize("ident", ["dog", "star"])
    def test_all_glasses_show(self, ident: str, glasses: str):
        assert not same(picture(Subject(id=ident, glasses=glasses)), picture(Subject(id=ident)))

    def test_who_can_wear(self):
        assert figures.can_wear("cat")
        assert figures.can_wear("whale")
        assert not figures.can_wear("house")
        with pytest.raises(KeyError):
            figures.can_wear("no-such-thing")

    @pytest.mark.parametrize("held", ["book", "guitar", "balloon", "cat", "castle"])
    def test_anything_can_be_held(self, held: str):
        assert not same(picture(Subject(id="girl", held=held)), picture(Subject(id="girl")))

    def test_who_holds_a_book_reads_it(self):
        held, read = Subject(id="cat", held="book"), Subject(id="cat", held="book", action="read")
        assert same(picture(held), picture(read))

    @pytest.mark.parametrize("action", [a for a in ACTIONS if a != "hold"])
    def test_every_action_is_a_pose(self, action: str):
        assert not same(picture(Subject(id="cat", action=action)), picture(Subject(id="cat")))

    def test_other_seeds_stand_otherwise_and_are_other_people(self):
        cats = {picture(Subject(id="cat"), pose_seed=s).tobytes() for s in range(4)}
        girls = {tuple(mean_color(picture(Subject(id="girl"), pose_seed=s)).round()) for s in range(6)}
        assert len(cats) == 4
        assert len(girls) >= 4


class TestColors:
    @pytest.mark.parametrize(
        ("ident", "color"),
        [
            (ident, color)
            for ident in ("cat", "girl", "car", "balloon", "tree", "dragon")
            for color in ("blue", "red", "green")
            if color != {"car": "red", "balloon": "red", "tree": "green", "dragon": "green"}.get(ident)
        ],
    )
    def test_a_color_moves_the_pixels_its_way(self, ident: str, color: str):
        plain, dyed = (
            mean_color(picture(Subject(id=ident))),
            mean_color(picture(Subject(id=ident, color=color))),
        )
        wanted = np.array(ink.rgb(figures.hex_of(color)))
        assert np.abs(dyed - wanted).sum() < np.abs(plain - wanted).sum()

    def test_every_drawing_has_a_part_that_takes_color(self):
        texts = {ident: (FOLDER / f"{ident}.svg").read_text("utf-8") for ident in DRAWINGS}
        assert [ident for ident, text in texts.items() if 'class="main"' not in text] == ["rainbow"]

    @pytest.mark.parametrize("color", figures.COLORS)
    def test_every_color_changes_a_cat_and_a_car(self, color: str):
        changed = [
            i for i in ("cat", "car") if not same(picture(Subject(id=i, color=color)), picture(Subject(id=i)))
        ]
        assert "cat" in changed
        assert changed == ["cat", "car"] or color == "red"

    def test_names_and_values_agree(self):
        table = tomllib.loads(Path(figures.__file__).with_name("colors.toml").read_text("utf-8"))
        assert tuple(table) == figures.COLORS
        with pytest.raises(KeyError):
            figures.hex_of("no-such-thing")

    @pytest.mark.parametrize("part", ["outfit", "hat", "held"])
    def test_dyes_reach_what_is_worn_and_held(self, part: str):
        subject = Subject(id="cat", outfit="sweater", hat="beanie", held="balloon")
        assert not same(picture(subject, dyes={part: "green"}), picture(subject))

    def test_what_an_animal_wears_keeps_its_own_color(self):
        """A red fox in a wizard's robe is a red fox, the robe stays violet."""
        entry = ENTRIES["fox"]
        one = casting.cast(ink.Ink(), entry, Subject(id="fox", color="green", outfit="wizard"), 0)
        assert one.look.fur == figures.hex_of("green")
        assert one.wear.cloth == ""

    @pytest.mark.parametrize("animal", ["snake", "seal", "skeleton", "swan", "octopus"])
    def test_the_body_of_a_drawn_animal_is_behind_its_clothes(self, animal: str):
        body, box = figures.svg_text(Subject(id=animal, outfit="suit"))
        image = figures.raster.rasterise(body, box, 0.5)
        belly = np.asarray(image)[round((176 - box[1]) / 2), round(-box[0] / 2)].astype(int)
        assert sum(belly[:3]) < 330
        assert belly[2] > belly[0] + 20

    def test_a_drawn_animal_in_pajamas_shuts_its_eyes_to_sleep(self):
        def head(action: str | None) -> str:
            subject = Subject(id="seal", outfit="pajamas", action=action)
            return casting.look_of(ink.Ink(), ENTRIES["seal"], subject, 0).drawn

        assert head("sleep") != head("run") == head(None)

    @pytest.mark.parametrize("instrument", ["flute", "saxophone", "trumpet"])
    def test_what_is_blown_into_is_played_at_the_mouth(self, instrument: str):
        def pose(who: str, action: str | None) -> str:
            subject = Subject(id=who, held=instrument, action=action)
            return casting.cast(ink.Ink(), ENTRIES[who], subject, 0).pose.hold

        assert pose("cat", "play") == pose("grandmother", "play") == "lips"
        assert pose("giraffe", "play") == "front"
        assert pose("cat", "run") == "right"

    def test_a_person_is_dressed_in_the_color(self):
        one = casting.cast(ink.Ink(), ENTRIES["boy"], Subject(id="boy", color="green"), 0)
        assert one.wear.cloth == figures.hex_of("green")


class TestRides:
    @pytest.mark.sampled(3)
    @pytest.mark.parametrize("mount", [e.id for e in ENTRIES.values() if e.rides])
    def test_every_mount_carries(self, mount: str):
        rider = Subject(id="rabbit", outfit="knight")
        image = figures.render_ride(rider, Subject(id=mount), height=90)
        assert (np.asarray(image.getchannel("A")) > 200).mean() > 0.1
        alone = picture(Subject(id=mount))
        assert not same(image, alone)
        assert image.height >= 60

    def test_flip_and_unknown(self):
        rider, mount = Subject(id="cat"), Subject(id="horse")
        right = figures.render_ride(rider, mount, height=80, flip=True)
        assert same(right, ImageOps.mirror(figures.render_ride(rider, mount, height=80)))
        with pytest.raises(KeyError):
            figures.render_ride(rider, Subject(id="no-such-thing"), height=80)


class TestPeople:
    def test_a_hat_that_comes_with_clothes_has_their_color(self):
        """A red wizard wears a red hat; one that was asked for by itself keeps its own colour."""
        red, plain = (figures.svg_text(Subject(id="boy", outfit="wizard", color=c))[0] for c in ("red", None))
        assert "#5a45b5" in plain
        assert "#5a45b5" not in red
        assert "#5a45b5" in figures.svg_text(Subject(id="boy", hat="wizard", color="red"))[0]

    def test_hair_lies_down_under_a_hat(self):
        def hair(**more: str) -> str:
            one = casting.cast(ink.Ink(), ENTRIES["boy"], Subject(id="boy", **more), 0)  # type: ignore[arg-type]
            return figure._under_hat(one.look, None, one.wear).hair

        assert (hair(), hair(hat="crown"), hair(hat="halo")) == ("spiky", "short", "spiky")

    def test_grown_people_are_taller_than_children_and_babies_smaller(self):
        man, girl, baby = (
            figures.measure(Subject(id=i, outfit="casual", hat="cap"), height=100)[1]
            for i in ("man", "girl", "baby")
        )
        assert man > girl + 4
        assert girl > baby + 4

    def test_a_deed_brings_its_tool_unless_another_is_held(self):
        def held(**more: str) -> str:
            one = casting.cast(ink.Ink(), ENTRIES["cat"], Subject(id="cat", **more), 0)  # type: ignore[arg-type]
            return one.prop.svg if one.prop else ""

        assert held(action="read") == held(held="book")
        assert held(action="read", held="letter") == held(held="letter") != held(held="book")
        assert held(action="run") == ""


class TestFlat:
    @pytest.mark.parametrize("ident", ["girl", "cat", "boto", "robot"])
    def test_flat_figures_have_the_same_shape_and_far_fewer_colors(self, ident: str):
        round_one, flat = picture(Subject(id=ident)), picture(Subject(id=ident), flat=True)
        assert flat.size == round_one.size
        few, many = (len(i.convert("RGB").getcolors(1 << 20) or ()) for i in (flat, round_one))
        assert few < 0.7 * many

    def test_shine_goes_and_blush_stays(self):
        body = (
            '<defs><radialGradient id="f0"><stop offset="0" stop-color="#ffffff" stop-opacity="0.3"/>'
            '<stop offset="1" stop-color="#ffffff" stop-opacity="0"/></radialGradient></defs>'
            '<path fill="url(#f0)"/><path fill="url(#kept)"/>'
        )
        assert flatten.flattened(body) == '<defs></defs><path fill="none"/><path fill="url(#kept)"/>'


class TestPieces:
    def test_repaint_touches_only_what_is_marked(self):
        text = '<path class="main" fill="#e2483d"/><path fill="#e2483d"/>'
        painted = svgart.repaint(text, "#e2483d", "#3f7fd6")
        assert painted.count("#e2483d") == 1
        assert painted.count("#3f7fd6") == 1

    def test_recolor_keeps_light_and_shade_apart(self):
        main, target = "#e2483d", "#3f7fd6"
        lit, shaded = (
            ink.recolor(ink.tone(main, 0.4), main, target),
            ink.recolor(ink.tone(main, -0.4), main, target),
        )
        assert ink.luma(lit) > ink.luma(target) > ink.luma(shaded)
        assert ink.recolor(main, main, target) == target

    @pytest.mark.parametrize("shade", ["#c26570", "#d0574a", "#8f2730"])
    def test_reds_of_both_sides_become_blues(self, shade: str):
        r, g, b = ink.rgb(ink.recolor(shade, "#e2605c", "#3f7fd0"))
        assert b > g > r

    def test_skulls_are_symmetric(self):
        for name in ("cat", "fox", "human"):
            left, _, right, _ = ink.extent(skulls.outline(name))
            assert left == -right

    def test_a_sheet_holds_all_it_is_given(self):
        tiles = [Image.new("RGBA", (20, 20), (255, 0, 0, 255)) for _ in range(5)]
        page = arrange(tiles, columns=2, cell=(30, 30))
        assert page.size == (60, 90)
        assert (np.asarray(page)[..., 1] == 0).sum() == 5 * 400
