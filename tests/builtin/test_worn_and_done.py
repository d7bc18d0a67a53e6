"""What figures wear and do is seen: scarves, aprons, singing, writing, painting, feeding, skating."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from imaginario.engines.builtin import figures, vocabulary, words, writer
from imaginario.engines.builtin.compose import Painting, paint
from imaginario.engines.builtin.composing.actors import Actor, Shape, cast
from imaginario.engines.builtin.composing.blocking import block
from imaginario.engines.builtin.composing.camera import frame
from imaginario.engines.builtin.figures import casting, ink
from imaginario.engines.builtin.scenery import Stage, Streams
from imaginario.engines.builtin.spec import SceneSpec, Subject


def read(text: str) -> SceneSpec:
    """As it is read, written in English and read again."""
    return words.read(writer.write(words.read(text), idea=text).prompt)


def painted(text: str, seed: int = 4) -> Painting:
    return paint(replace(read(text), time="day"), width=256, height=256, seed=seed)


def blue(ident: str, told: dict[str, object], **more: Any) -> float:
    """Which part of a drawing is bluer than red."""
    subject, dyes = Subject(id=ident, **more), {"outfit": "blue"}
    image = figures.render(subject, height=160, dyes=dyes, told=figures.manner_of(told))
    pixels = np.asarray(image, int)
    return float((pixels[..., 2] - pixels[..., 0] > 60)[pixels[..., 3] > 200].mean())


SCARF: dict[str, object] = {"subject": 0, "outfit_word": "scarf"}


@pytest.mark.parametrize(
    ("ident", "action"), [("fox", None), ("snowman", None), ("fox", "sleep"), ("girl", "sleep")]
)
def test_a_scarf_is_seen_in_its_colour(ident: str, action: str | None) -> None:
    outfit = "sweater" if ident != "snowman" else None
    with_it = figures.manner_of(SCARF)
    red, green = (
        figures.render(
            Subject(id=ident, outfit=outfit, action=action), height=160, dyes={"outfit": dye}, told=with_it
        )
        for dye in ("red", "green")
    )
    changed = (np.asarray(red, int) != np.asarray(green, int)).any(axis=2).mean()
    assert 0.005 < changed < 0.2


@pytest.mark.parametrize(
    ("ident", "pattern"), [("penguin", "striped"), ("girl", "dotted"), ("snowman", "striped")]
)
def test_a_patterned_scarf_has_its_pattern(ident: str, pattern: str) -> None:
    outfit = None if ident == "snowman" else "sweater"
    plain = blue(ident, SCARF, outfit=outfit)
    assert blue(ident, {**SCARF, "outfit_pattern": pattern}, outfit=outfit) != plain
    assert figures.unshown(Subject(id=ident, outfit=outfit), {**SCARF, "outfit_pattern": pattern}) == []


def test_the_pattern_of_a_scarf_is_not_that_of_other_clothes() -> None:
    told = figures.manner_of({**SCARF, "outfit_pattern": "striped"})
    one = casting.cast(
        ink.Ink(), vocabulary.load()["girl"], Subject(id="girl", outfit="sweater"), 0, told=told
    )
    assert (one.look.trim.knit, one.look.trim.cloth) == ("striped", "")


@pytest.mark.parametrize("text", [
    "a bear in a blue apron", "um urso de avental azul", "un oso con delantal azul", "一只系着蓝色围裙的熊",
])  # fmt: skip
def test_an_apron_is_worn_over_fur(text: str) -> None:
    (subject,) = read(text).subjects
    assert (subject.outfit, subject.color) == ("apron", None)
    one = casting.cast(ink.Ink(), vocabulary.load()["bear"], subject, 0, dyes={"outfit": "blue"})
    assert one.wear.outfit == ""
    assert one.look.trim.apron == figures.hex_of("blue")
    assert painted(text).not_drawn == ()


@pytest.mark.parametrize("text", [
    "a baker in a green apron", "um padeiro de avental verde", "una panadera con delantal verde",
    "系着绿色围裙的国王",
])  # fmt: skip
def test_an_apron_is_worn_over_the_clothes_of_a_trade(text: str) -> None:
    spec = read(text)
    assert spec.subjects[0].outfit in ("chef", "king")
    assert spec.extra["told"][0]["parts"] == [["apron", "green"]]
    assert painted(text).not_drawn == ()


def test_a_drawn_bird_in_an_apron_stands_on_two_legs() -> None:
    image = figures.render(Subject(id="pelican", outfit="apron"), height=300)
    low = np.asarray(image, int)[-20:]
    orange = (low[..., 0] > 200) & (low[..., 2] < 90) & (low[..., 3] > 200)
    assert not orange.any()


@pytest.mark.parametrize("text", [
    "chef con gorro blanco", "戴着白色高帽子的厨师", "um cozinheiro de chapéu branco",
    "a panda chef with a white hat",
    "un oso cocinero con gorro blanco", "厨师戴着白帽子",
])  # fmt: skip
def test_the_hat_of_a_cook_is_the_toque(text: str) -> None:
    spec = read(text)
    assert spec.subjects[0].hat in ("chef", None)  # it comes with the clothes of an animal
    assert spec.extra["told"][0]["hat_color"] == "white"
    assert painted(text).not_drawn == ()


@pytest.mark.parametrize(("text", "hat"), [
    ("a chef in a beanie", "beanie"), ("a chef with a top hat", "top-hat"), ("un niño con gorro", "beanie"),
    ("戴着高帽子的女孩", "top-hat"),
])  # fmt: skip
def test_other_hats_stay_what_they_are(text: str, hat: str) -> None:
    assert read(text).subjects[0].hat == hat


def test_a_toque_takes_a_colour() -> None:
    plain, red = (figures.render(Subject(id="cook"), height=120, dyes=d) for d in (None, {"hat": "red"}))
    assert plain.tobytes() != red.tobytes()


def test_a_long_neck_throws_no_ring_of_shadow_on_the_chest() -> None:
    goose = figures.svg_text(Subject(id="goose"))[0]
    assert "M-45 96C-28 116" not in goose
    assert "M-45 96C-28 116" in figures.svg_text(Subject(id="duck"))[0]


def placed(spec: SceneSpec, seed: int) -> list[Actor]:
    """Where everybody of a complete spec stands."""
    scene = Stage(place=spec.place or "", horizon_y=440, ground_y=660, unit=1)
    shapes = {index: Shape(0.8) for index in range(len(spec.subjects))}
    actors = cast(spec, scene, vocabulary.load(), shapes)
    block(actors, frame(768, 768, scene, Streams(seed), actors))
    return actors


def cast_of(text: str, index: int = 0) -> casting.Cast:
    """The figure of a text as it is painted."""
    spec = painted(text).spec
    row = next(r for r in spec.extra["told"] if r.get("subject") == index)
    subject = spec.subjects[index]
    entry = vocabulary.load()[subject.id]
    return casting.cast(ink.Ink(), entry, subject, 0, told=figures.manner_of(row))


@pytest.mark.parametrize("text", [
    "a red rooster singing on the roof", "a bird singing", "una niña cantando", "um galo cantando",
    "一只猫在唱歌",
])  # fmt: skip
def test_singing_needs_no_microphone_and_is_not_told(text: str) -> None:
    done = painted(text)
    assert done.not_drawn == ()
    assert done.spec.subjects[0].held is None
    assert figures.manner_of(done.spec.extra["told"][0]).deed == "sing"


def test_singers_open_their_mouths_and_have_notes_around() -> None:
    pose = cast_of("a girl singing").pose
    assert (pose.mood, pose.mark) == ("sing", "notes")
    told = figures.manner_of({"subject": 0, "activity": "singing"})
    silent, sung = (
        figures.render(Subject(id="bird"), height=100, told=t) for t in (figures.manner_of({}), told)
    )
    assert sung.width > silent.width  # notes at both sides


def test_a_microphone_is_held_to_the_mouth() -> None:
    one = cast_of("a cat singing into a microphone")
    assert one.pose.hold == "mouth"
    assert one.prop is not None
    assert read("a woman singing and dancing").subjects[0].action == "dance"


@pytest.mark.parametrize("text", [
    "a teacher writing on the blackboard", "uma professora escrevendo na lousa",
    "una maestra escribe en la pizarra",
    "老师在黑板上写字",
])  # fmt: skip
def test_a_teacher_writes_on_the_board_without_a_book(text: str) -> None:
    done = painted(text)
    one = cast_of(text)
    assert (one.pose.tool, one.prop) == ("chalk", None)
    assert done.spec.subjects[0].relation == "beside"
    assert done.spec.place == "classroom"
    assert done.not_drawn == ()


@pytest.mark.parametrize("seed", range(4))
def test_the_chalk_is_at_the_board(seed: int) -> None:
    done = painted("a teacher writing on the blackboard", seed)
    teacher, board = placed(done.spec, seed)
    assert teacher.flip == (board.x < teacher.x)
    assert abs(board.x - teacher.x) < 0.5 * (board.width + teacher.width)


def test_who_writes_has_pencil_and_paper() -> None:
    done = painted("a girl writing a letter")
    assert cast_of("a girl writing a letter").pose.tool == "sheet"
    assert [name for name in done.not_drawn if "writ" in str(name)] == []


def test_skaters_glide_and_run_nowhere() -> None:
    done = painted("three penguins skating on a frozen lake")
    assert cast_of("three penguins skating on a frozen lake").pose.mark == "glide"
    assert done.not_drawn == ()


@pytest.mark.parametrize(("text", "painted_id"), [
    ("a robot painting a picture of a sunflower", "sunflower"), ("a cat painting a sunflower", "sunflower"),
    ("un gato pintando un cuadro de una llama", "llama"), ("um menino pintando um quadro de um gato", "cat"),
    ("女画家在院子里画向日葵", "sunflower"), ("画家画猫", "cat"), ("一只兔子在画胡萝卜", "carrot"),
    ("a robot painting a picture of a red car", "car"),
    ("a woman in a hat painting a sunflower", "sunflower"),
])  # fmt: skip
def test_what_is_painted_is_on_the_canvas(text: str, painted_id: str) -> None:
    done = painted(text)
    (easel,) = [i for i, s in enumerate(done.spec.subjects) if s.id == "easel"]
    (row,) = [r for r in done.spec.extra["told"] if r["subject"] == easel]
    assert row["canvas"]["id"] == painted_id
    assert painted_id not in [s.id for s in done.spec.subjects] + [s.held for s in done.spec.subjects]
    assert done.not_drawn == ()


def test_a_picture_on_an_easel_shows_its_subject() -> None:
    def easel(**canvas: object) -> bytes:
        told = figures.manner_of({"subject": 0, "canvas": canvas} if canvas else {})
        return figures.render(Subject(id="easel"), height=200, told=told).tobytes()

    assert len({easel(), easel(id="cat"), easel(id="cat", color="blue"), easel(id="cat", count=3)}) == 4
    assert easel(id="no such thing") == easel(id=7) == easel()


def test_a_fence_is_painted_without_an_easel() -> None:
    assert [s.id for s in painted("a dog painting a fence").spec.subjects] == ["dog", "fence"]


def test_asking_for_a_picture_in_chinese_is_no_deed() -> None:
    assert words.read("画一只猫").subjects[0].action is None
    assert [s.id for s in words.read("给妈妈画一只猫").subjects] == ["cat"]


@pytest.mark.parametrize("text", [
    "a girl feeding pigeons", "un niño le da de comer a 6 palomas", "uma menina alimentando galinhas",
    "小女孩喂小鸡", "feeding pigeons", "喂小鸡", "dando comida aos patos",
])  # fmt: skip
def test_who_feeds_birds_strews_grain(text: str) -> None:
    done = painted(text)
    one = cast_of(text)
    assert (one.pose.mark, one.pose.hold, done.spec.subjects[0].held) == ("grains", "left", "bowl")
    assert [s.action for s in done.spec.subjects] == ["hold", None]
    assert not {"feeding", "eat", "hold"} & {str(name) for name in done.not_drawn}


def test_a_cat_is_served_from_the_bowl() -> None:
    one = cast_of("a woman feeding a cat")
    assert (one.pose.mark, one.pose.hold) == ("", "right")


@pytest.mark.parametrize("text", [
    "menina dando milho para as galinhas", "a boy giving corn to the hens",
    "una niña dando maíz a las gallinas",
])  # fmt: skip
def test_what_is_given_to_eat_is_held_out(text: str) -> None:
    done = painted(text)
    assert [(s.id, s.held) for s in done.spec.subjects][1:] == [("hen", None)]
    assert done.spec.subjects[0].held == "corn"
    assert done.not_drawn == ()


@pytest.mark.parametrize("seed", range(4))
def test_a_feeder_turns_to_the_fed(seed: int) -> None:
    spec = painted("a woman feeding a cat", seed).spec
    woman, cat = placed(spec, seed)
    assert woman.flip == (cat.x < woman.x)
    assert abs(cat.x - woman.x) < 0.5 * cat.width + 0.6 * woman.width


def test_nobody_comes_in_to_feed_who_is_only_told_of() -> None:
    assert words.read("a cat feeding on fish").subjects[0].id == "cat"
    assert len(words.read("pigeons").subjects) == 1


@pytest.mark.parametrize("text", [
    "a mother pushing a stroller", "mulher empurrando um carrinho de bebê",
    "un señor empujando un carrito de compras", "a girl pushing a swing",
    "a dad pushing his daughter on a swing",
    "一个女孩推着购物车", "a bear pushing a red wagon", "a grandma pushing a wheelchair with a boy",
])  # fmt: skip
def test_who_pushes_has_both_hands_at_the_handle(text: str) -> None:
    done = painted(text)
    pose = cast_of(text).pose
    assert min(pose.left[1][0], pose.right[1][0]) > 100
    assert done.not_drawn == ()


@pytest.mark.parametrize("seed", range(5))
def test_pusher_and_cart_are_seen_whole_and_face_to_face(seed: int) -> None:
    man, cart = placed(painted("a man pushing a shopping cart", seed).spec, seed)
    for actor in (man, cart):
        assert actor.x - 0.5 * actor.width >= 0
        assert actor.x + 0.5 * actor.width <= 768
        assert actor.top >= 0
    assert man.flip == (cart.x < man.x)


@pytest.mark.parametrize(("text", "color"), [
    ("a turtle with a red shell", "red"), ("uma tartaruga com casco verde", "green"),
    ("una tortuga con caparazón azul", "blue"), ("a snail with a pink shell", "pink"),
    ("a turtle with a shell", None),
])  # fmt: skip
def test_a_shell_is_no_seashell_and_gives_its_colour(text: str, color: str | None) -> None:
    (subject,) = read(text).subjects
    assert (subject.color, subject.held, subject.hat, subject.action) == (color, None, None, None)
    assert painted(text).not_drawn == ()


@pytest.mark.parametrize("text", [
    "a samba dancer with colourful feathers", "saci with a pipe", "um saci com cachimbo",
    "an elf with pointed ears", "a cat at a round table", "um elfo com orelhas pontudas",
    "a girl holding a small cat", "a king with a small crown", "a unicorn with a golden horn",
])  # fmt: skip
def test_what_one_has_anyway_is_not_missed(text: str) -> None:
    assert painted(text).not_drawn == ()


@pytest.mark.parametrize(("text", "told"), [
    ("a sea turtle with a green shell", "green"), ("a unicorn with a pink horn", "pink"),
    ("an elf with blue ears", "ears"),
])  # fmt: skip
def test_another_colour_of_it_is_told(text: str, told: str) -> None:
    assert told in [getattr(name, "id", name) for name in painted(text).not_drawn]


def test_others_keep_what_they_hold_and_wear() -> None:
    assert read("a unicorn playing the trumpet").subjects[0].held == "trumpet"
    assert read("a turtle wearing a hard hat").subjects[0].hat == "hardhat"
    assert read("a crab holding a shell").subjects[0].held == "shell"


@pytest.mark.parametrize(("text", "missed"), [
    ("a medieval baker", True), ("um padeiro medieval", True), ("a medieval girl", True),
    ("a medieval king", False), ("uma princesa medieval", False), ("a medieval castle", False),
])  # fmt: skip
def test_clothes_of_another_time_are_told(text: str, missed: bool) -> None:
    assert ("medieval" in painted(text).not_drawn) is missed


def test_women_let_their_hair_down_under_a_crown() -> None:
    entry = vocabulary.load()["woman"]
    queens = [casting.cast(ink.Ink(), entry, Subject(id="woman", outfit="queen"), seed) for seed in range(40)]
    assert {one.look.hair for one in queens} & {"bun"}
    for one in queens:
        crowned = one.draw(ink.Ink())
        loose = one._replace(look=replace(one.look, hair="long")).draw(ink.Ink())
        assert (crowned == loose) is (one.look.hair in ("bun", "long"))


@pytest.mark.parametrize("seed", range(4))
def test_two_at_one_board_do_not_stand_in_each_other(seed: int) -> None:
    first, second, _ = placed(painted("two teachers writing on the blackboard", seed).spec, seed)
    assert abs(first.x - second.x) > 0.5 * first.width
