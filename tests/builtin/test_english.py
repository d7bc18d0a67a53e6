"""English prompts: words that are no slips of the pen, qualities and walls that are told, who wears what."""

from __future__ import annotations

import pytest

from imaginario.engines.builtin import words, writer
from imaginario.engines.builtin.words import index, lexicon, spelling
from tests.builtin.test_words import ids


@pytest.mark.parametrize(
    "text",
    ["a dragon in a battle", "a strange state", "dinner with supper", "a popular pub", "spice and sauce"],
)
def test_words_that_are_written_right_are_nothing_else(text: str) -> None:
    assert set(ids(text)) <= {"dragon"}


def test_no_word_of_the_list_is_guessed_at() -> None:
    known = index.build()
    for word in lexicon.listed(lexicon.table("no_slips")["words"]["en"]):
        assert spelling.guess(known, word, "en") == (), word


def test_a_wall_of_bricks_is_bricks_and_a_wall() -> None:
    spec = words.read("a wall of bricks")
    assert [s.id for s in spec.subjects] == ["bricks"]
    assert spec.extra["scenery"] == ["wall"]


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("a cat sitting on a wall", "wall"), ("a tiled floor", "floor"), ("a gold border", "border"),
        ("um gato num muro", "wall"), ("una pared roja", "wall"), ("墙边的猫", "wall"),
    ],
)  # fmt: skip
def test_walls_floors_and_borders_are_things(text: str, thing: str) -> None:
    assert thing in words.read(text).extra["scenery"]


@pytest.mark.parametrize(
    ("text", "trait"),
    [
        ("a wet dog", "wet"), ("a muddy pig", "dirty"), ("a lazy cat", "lazy"), ("a leather bag", "leather"),
        ("um cachorro molhado", "wet"), ("un perro sucio", "dirty"), ("湿漉漉的小狗", "wet"),
        ("懒洋洋的猫", "lazy"),
    ],
)  # fmt: skip
def test_qualities_are_heard(text: str, trait: str) -> None:
    assert any(trait in row.get("traits", ()) for row in words.read(text).extra["told"])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a cat hiding in the snow", "hiding"), ("a boy pointing at the moon", "pointing at"),
        ("a cat on the left, a dog on the right", "left"), ("a boat and its reflection", "reflection"),
        ("a cubist horse", "cubist"), ("a girl waiting for the bus", "waiting"),
        ("a card that says hello", "that says"),
    ],
)  # fmt: skip
def test_deeds_and_manners_that_are_not_drawn_are_told(text: str, told: str) -> None:
    assert told in words.read(text).unknown


def test_who_hides_behind_a_tree_stands_behind_it() -> None:
    assert words.read("a cat hiding behind a tree").subjects[0].relation == "behind"


def test_what_all_of_them_do_stands_before_what_all_of_them_wear() -> None:
    both = words.read("an otter and a beaver having a pillow fight in pajamas").subjects
    assert [s.outfit for s in both] == ["pajamas", "pajamas"]


def test_who_is_surrounded_still_holds() -> None:
    keeper, bees = words.read("a beekeeper surrounded by bees holding a jar of honey").subjects
    assert (keeper.held, bees.held) == ("honey", None)


@pytest.mark.parametrize(
    ("text", "color"),
    [
        ("a fox in blue tones", "blue"), ("raposa em tons de rosa", "pink"),
        ("zorro en tonos azules", "blue"), ("深蓝色调的鲸鱼", "blue"),
        ("一只猫，白底", "white"), ("a cat, white bg", "white"),
        ("warm golden light, a fox", None), ("a girl with brown skin tone", None),
    ],
)  # fmt: skip
def test_the_colours_of_a_whole_picture_are_those_of_its_backdrop(text: str, color: str | None) -> None:
    assert words.read(text).background == color


def test_nobody_rides_whom_they_yell_at() -> None:
    assert words.read("a grumpy old cat yelling at a dog").subjects[0].to is None
    hedgehog, tea = words.read("a hedgehog balancing a teacup on its nose").subjects
    assert (hedgehog.to, tea.relation, tea.to) == (None, "on", 0)


def test_who_stands_on_whom() -> None:
    goat, cow, horse = words.read("a goat standing on top of a cow standing on top of a horse").subjects
    assert (goat.relation, goat.to, cow.relation, cow.to, horse.to) == ("on", 1, "on", 2, None)
    blue, flock = words.read("one blue sheep in a flock of white sheep").subjects
    assert (blue.action, blue.relation, flock.count) == (None, "beside", 7)


def test_a_moon_of_cheese_is_the_moon() -> None:
    spec = words.read("an astronaut planting a flag on a cheese moon")
    assert (spec.place, len(spec.subjects)) == ("moon", 1)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("the harp is being played by a badger", "a badger playing a harp"),
        ("a knight riding a white horse toward a castle", "riding a white horse toward a castle"),
        ("a boy leading a donkey by the rope", "leading a donkey on a leash"),
        ("a wizard without a hat", "a wizard in a starry wizard robe,"),
        ("a cake with a unicorn painted on it", "a cake with a unicorn printed on it"),
        ("a heart carved into a tree", "a tree with a heart printed on it"),
        ("two kids, one happy and one sad", "a happy-looking girl and a sad-looking girl"),
        ("a mouse next to her sleeping cat", "a cat sleeping and a mouse beside the cat"),
        ("a man next to his barking dog", "a dog barking and a man beside the dog"),
        ("a heron reading to a mouse", "a heron reading a book to a mouse"),
        ("an absolute unit of a cat", "a big cat"),
        ("my friends as penguins", "people dressed as penguins"),
        ("me riding a unicorn", "a person riding a unicorn"),
        ("the dentist's dog", "a dog, hints of dentist"),
        ("a mother bear and her cub", "a mother bear and a tiny bear"),
        (
            "a bride and groom as skeletons",
            "a bride dressed as a skeleton, and a groom dressed as a skeleton",
        ),
        ("a clown holding a red scarf", "holding a red scarf"),
        ("a dog with a hat in its mouth", "a dog holding a hat, in its mouth"),
        ("a penguin in red mittens and a matching hat", "a red hat with red gloves"),
        ("a cat watching tv on the couch", "a cat on a sofa, watching a television"),
        ("a girl walking with a dog", "a girl walking and a dog"),
        ("a frog conductor leading an orchestra", "a frog orchestra conductor leading"),
        ("a cup of tea by a rainy window", "a teacup at the window, in falling rain"),
        ("a bear with a star on its belly", "hints of star on a bear"),
        ("a dog chewing on a bone", "a dog eating a bone"),
        ("an elephant and her baby", "an elephant and a tiny elephant"),
        ("a mouse standing on the head of an elephant", "a mouse on the head of an elephant"),
        ("a goat standing on the roof of a car", "a goat on a car"),
        ("a murder of crows", "many crows"),
        ("a rabbit racing a turtle", "a rabbit and a turtle running"),
        ("a cat on a pool float", "a cat on a pool float"),
        ("a girl reading by candlelight", "reading a book, by candlelight"),
        ("a man feeding ducks on a park bench", "a man on a bench, feeding ducks"),
        ("a bear juggling balls while riding a unicycle", "riding a unicycle"),
        ("a rabbit peeking out of a magician's hat", "a rabbit in hints of hat, peeking"),
        ("a cat dressed as a roman emperor", "a cat dressed as an emperor"),
        ("a cow jumping over the moon", "a cow jumping over a smiling moon"),
        ("an ostrich running, his tie flapping", "an ostrich with a tie running"),
        ("a kawaii panda", "kawaii pastel illustration of a panda"),
    ],
)
def test_the_draft_says_what_was_meant(text: str, said: str) -> None:
    assert said in writer.write(words.read(text), idea=text).prompt
