"""A word of the lexicon that is not what is drawn is told, and stays in the prompt for another painter."""

from __future__ import annotations

import pytest

from imaginario.engines.builtin import accounts, naming, words, writer
from imaginario.engines.builtin.words import edits
from imaginario.engines.builtin.words.lexicon import listed, table


def told(text: str) -> str:
    """What stands in for what, in English: "Batman → superhero"."""
    return naming.pairs(accounts.stand_ins(words.read(text)))["en"]


def prompt(text: str) -> str:
    return writer.write(words.read(text), idea=text).prompt


def local(text: str) -> str:
    return writer.write(words.read(text), idea=text).prompt_local


@pytest.mark.parametrize(
    ("text", "pair", "said"),
    [
        # somebody by name
        ("Batman on a rooftop", "Batman → superhero", "of Batman with a flowing cape"),
        ("um gato vestido de homem-aranha", "Spider-Man → superhero", "a cat dressed as Spider-Man"),
        ("Elsa in a castle", "Elsa → princess", "of Elsa in a gown"),
        ("白雪公主在森林里", "Snow White → princess", "of Snow White in"),
        ("Harry Potter riding a broom", "Harry Potter → wizard", "Harry Potter in a robe riding a broom"),
        ("Pikachu eating an apple", "Pikachu → mouse", "of Pikachu eating an apple"),
        ("孙悟空和猪八戒", "Sun Wukong → monkey, Zhu Bajie → pig", "Sun Wukong and Zhu Bajie"),
        ("爱因斯坦骑自行车", "Albert Einstein → man", "Albert Einstein cycling"),
        ("李白喝酒", "Li Bai → man", "Li Bai drinking"),
        ("bob esponja na praia", "SpongeBob → monster", "of SpongeBob"),
        ("Shrek and a donkey", "Shrek → ogre", "Shrek and a donkey"),
        ("the little mermaid", "the Little Mermaid → mermaid", "of the Little Mermaid"),
        ("la Mona Lisa sonriendo", "Mona Lisa → woman", "Mona Lisa"),
        ("爱丽丝和兔子", "Alice in Wonderland → girl", "Alice in Wonderland and a rabbit"),
        # people
        ("a security guard", "security guard → person", "a security guard"),
        ("uma rendeira", "lacemaker → woman", "a lacemaker"),
        ("un vendedor de globos", "vendor → person", "a salesman holding balloons"),
        ("um índio na floresta", "indigenous person → person", "a male indigenous person"),
        ("a gladiator", "gladiator → knight", "a gladiator in armor"),
        ("un presidente", "president → businessman", "a male president in a suit"),
        ("侠客在竹林里", "wuxia hero → hanfu", "a wuxia hero in robes"),
        # clothes
        ("穿校服的女孩", "school uniform → t-shirt", "a girl in a school uniform"),
        ("a man in red shorts", "shorts → t-shirt", "a man in red shorts"),
        ("a woman in a hooded cloak", "cloak → wizard robe", "a woman in a cloak"),
        ("un perro con chaqueta de cuero", "leather jacket → sweater", "a dog in a leather jacket"),
        ("a girl in high heels", "high heel → shoe", "a girl with high heels"),
        ("a man wearing a fedora", "fedora → top hat", "a man wearing a fedora"),
        ("uma menina de sandálias vermelhas", "sandal → shoe", "a girl with red sandals"),
        # animals and things
        ("a nightingale", "nightingale → bird", "a nightingale"),
        ("um uirapuru", "uirapuru → bird", "an uirapuru"),
        ("九色鹿", "nine-colored deer → deer", "a nine-colored deer"),
        ("a ghost ship", "ghost ship → pirate ship", "a ghost ship"),
        ("an inflatable boat", "inflatable boat → boat", "an inflatable boat"),
        ("土楼", "tulou → house", "a tulou"),
        ("una farmacia", "pharmacy → shop", "a pharmacy"),
        ("a teepee", "tipi → tent", "a tipi"),
        ("彼岸花", "spider lily → flower", "a spider lily"),
        ("a school desk", "school desk → table", "a school desk"),
        ("las cataratas del niágara", "Niagara Falls → waterfall", "Niagara Falls"),
        # places
        ("a cat on a golf course", "golf course → meadow", "on a golf course"),
        ("um gato no porão", "basement → room", "in a basement"),
        ("音乐厅里的猫", "concert hall → stage", "in a concert hall"),
        ("a robot in a factory", "factory → workshop", "in a factory"),
        ("a cat in a maze", "maze → dungeon", "in a maze"),
        ("a cat at a gas station", "gas station → street", "at a gas station"),
        # qualities, weathers, skies and deeds
        ("a jealous woman", "jealous → angry", "a jealous woman"),
        ("un perro preocupado", "worried → surprised", "a worried dog"),
        ("a tornado over a farm", "tornado → storm", "in a tornado"),
        ("台风中的小船", "hurricane → storm", "in a hurricane"),
        ("a blood moon", "blood moon → moon", "a blood moon"),
        ("a woman kneeling", "kneeling → sitting", "a woman kneeling"),
        ("um gato tomando banho", "bathing → swimming", "a cat bathing"),
        ("一只狗叼着骨头", "carrying in its mouth → holding", "carrying in its mouth a bone"),
    ],
)  # fmt: skip
def test_what_is_only_near_is_told_and_kept(text: str, pair: str, said: str) -> None:
    assert pair in told(text)
    assert said in prompt(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a scared cat", "a scared cat"), ("a tired dog", "a tired dog"), ("a marble statue", "marble"),
        ("a girl in red rain boots", "red rain boots"), ("uma nevasca na montanha", "in a blizzard"),
        ("a cat licking an ice cream", "licking"),
        ("女孩穿着比基尼", "in a bikini"), ("a tabby cat", "a tabby cat"),
        ("a birthday cake", "a birthday cake"),
    ],
)  # fmt: skip
def test_what_looks_the_same_is_kept_and_nothing_stands_in(text: str, said: str) -> None:
    assert told(text) == ""
    assert said in prompt(text)


@pytest.mark.parametrize(
    ("text", "pair", "said"),
    [
        ("um casal dançando tango", "dancing the tango → dancing", "dancing the tango"),
        ("a terrier in a kitchen", "terrier → dog", "a terrier"),
        ("夜莺", "nightingale → bird", "a nightingale"),
        ("una farmacia", "pharmacy → shop", "a pharmacy"), ("um pozole", "pozole → soup", "a pozole"),
        ("a bald eagle", "bald eagle → eagle", "a bald eagle"),
        ("a motorcycle in the Alps", "the Alps → mountain", "in the Alps"),
        ("纽约的猫", "纽约 → city", "in New York"), ("um gato em Londres", "Londres → city", "in London"),
        ("un gato en el Himalaia", "Himalaia → mountain", "in the Himalayas"),
        ("西湖边的白鹭", "egret → heron, 西湖 → lake", "in West Lake"),
        ("a witch at Hogwarts", "Hogwarts → castle", "in Hogwarts"),
    ],
)  # fmt: skip
def test_a_kind_and_a_city_are_kept_and_what_is_drawn_for_them_is_told(
    text: str, pair: str, said: str
) -> None:
    assert told(text) == pair
    assert said in prompt(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("uma ladra fantasiada de Cinderela", "Cinderela"), ("un gato con pajarita roja", "pajarita roja"),
        ("una cholita", "una cholita"), ("um gato no Himalaia", "no Himalaia"),
        ("魔法学校里的猫", "在魔法学校里"),
        ("Einstein de bicicleta", "Albert Einstein"),
    ],
)  # fmt: skip
def test_it_is_said_in_the_persons_language(text: str, said: str) -> None:
    assert said in local(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [("my cat Thor", "Thor"), ("minha gata Elsa", "Elsa"), ("a dog called Nemo", "Nemo"),
        ("mi perro Sonic", "Sonic")],
)  # fmt: skip
def test_a_pet_may_be_called_like_somebody_famous(text: str, name: str) -> None:
    spec = words.read(text)
    assert [s.outfit for s in spec.subjects] == [None]
    assert spec.names == (name,)
    assert told(text) == ""


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("a monkey hanging in the jungle", "hanging"), ("a cat curled on a sofa", "curled"),
        ("un bebé gateando", "gateando"),
        ("抬头看月亮的猫", "抬头"), ("a boy with a vr headset", "vr headset"),
    ],
)  # fmt: skip
def test_a_deed_or_thing_that_nothing_shows_is_listed(text: str, word: str) -> None:
    assert word in " ".join(words.read(text).unknown)


def test_what_light_does_is_no_missing_deed() -> None:
    assert words.read("golden light falling on a house").unknown == ()


@pytest.mark.parametrize(
    "text", ["a boy playing golf", "two men playing pool", "打保龄球的女孩", "jogando dominó com o vovô"]
)
def test_a_game_without_what_it_is_played_with_is_told(text: str) -> None:
    assert [thing.kind for thing in accounts.owed(words.read(text)) if not isinstance(thing, str)] == [
        "activity"
    ]


def test_every_shade_keeps_its_word_and_is_painted_as_its_colour() -> None:
    wrong = []
    for ident, row in table("shades").items():
        word = listed(row["en"])[0]
        spec = words.read(f"a {word} car")
        again = words.read(writer.write(spec, idea="x").prompt)
        if [spec.subjects[0].color, again.subjects] != [row["means"], spec.subjects]:
            wrong.append(ident)
        if f"{word} car" not in prompt(f"a {word} car"):
            wrong.append(word)
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "english", "spoken"),
    [
        ("uma casa azul-marinho", "a navy blue house", "uma casa azul-marinho"),
        ("una niña con vestido lila", "a flowing lilac dress", "vestido lila"),
        ("一辆米色的汽车", "a beige car", "米色"),
        ("a cat with a mint green hat", "a mint green hat", "a mint green hat"),
        ("a navy car and a sky blue bird", "a blue car and a blue bird", "blue"),
    ],
)
def test_a_shade_is_said_where_it_is_the_only_one_of_its_colour(text: str, english: str, spoken: str) -> None:
    assert english in prompt(text)
    assert spoken in local(text)


def test_an_edit_ends_what_was_said_of_the_scene_before() -> None:
    spec = words.read("a navy car in a tornado")
    calmer = edits.apply_edit(spec, edits.read_edit("make it snow"))
    assert "tornado" not in naming.pairs(accounts.stand_ins(calmer))["en"]
    assert "navy blue car" in writer.write(calmer, idea="x").prompt
    joined = edits.apply_edit(spec, edits.read_edit("add a blue ball"))
    assert "navy" not in writer.write(joined, idea="x").prompt


def test_an_edit_brings_its_own_word_in() -> None:
    spec = edits.apply_edit(words.read("a cat on a beach"), edits.read_edit("add a tornado"))
    assert naming.pairs(accounts.stand_ins(spec))["en"] == "tornado → storm"
    assert "in a tornado" in writer.write(spec, idea="x").prompt
    spec = edits.apply_edit(words.read("a cat in a tornado"), edits.read_edit("add a storm"))
    assert "tornado" not in writer.write(spec, idea="x").prompt
    spec = edits.apply_edit(words.read("a cat on a beach"), edits.read_edit("make the cat navy blue"))
    assert "a navy blue cat" in writer.write(spec, idea="x").prompt
    spec = edits.apply_edit(words.read("a cat and a blue ball"), edits.read_edit("make the cat navy blue"))
    assert "a blue cat and a blue ball" in writer.write(spec, idea="x").prompt
