"""The words and seeds of the gallery."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Prompt:
    """One picture's words; `gloss` says them in Latin letters where they have others."""

    language: str
    words: str
    seed: int
    style: str = ""
    gloss: str = ""


PROMPTS = (
    Prompt("pt", "três capivaras na lagoa", 48),
    Prompt("en", "an astronaut cat on the moon", 13),
    Prompt("en", "a fox reading a book under a tree", 11, "watercolor"),
    Prompt("pt", "uma arara e um tucano na selva", 11),
    Prompt("zh", "一条龙在云上飞", 59, gloss="a dragon flying above the clouds"),
    Prompt("en", "a robot playing the guitar in the city at night", 17, "neon"),
    Prompt("es", "una sirena con un pulpo y un cofre del tesoro bajo el mar", 18),
    Prompt("pt", "um cangaceiro e um jumento no sertão ao pôr do sol", 10, "cordel"),
    Prompt("en", "three kittens in a cardboard box", 3),
    Prompt("pt", "o Cristo Redentor ao pôr do sol", 11),
    Prompt("en", "a fox and an owl in the forest at night", 65, "papercut"),
    Prompt("pt", "festa junina com fogueira, bandeirinhas e duas crianças", 40),
    Prompt("en", "a witch riding a broom at night over the village", 1),
    Prompt("zh", "一只熊猫在竹林里吃竹子", 3, gloss="a panda eating bamboo in a bamboo grove"),
    Prompt("es", "un girasol y un molino al atardecer", 67, "oil"),
    Prompt("pt", "uma sambista no carnaval com confete", 9),
    Prompt("en", "a superhero girl flying over the city", 4, "comic"),
    Prompt("pt", "uma jangada no mar ao pôr do sol", 8),
    Prompt("en", "a heron by the lake at dawn", 61, "ukiyoe"),
    Prompt("es", "una niña leyendo en una hamaca en la playa", 57),
    Prompt("en", "a capybara in a chef outfit", 27, "sticker"),
    Prompt("en", "a snail and a mushroom in the forest", 64, "clay"),
    Prompt("pt", "um gato preto num telhado à noite", 5),
    Prompt("en", "a wizard and a black cat in front of a castle at night", 17, "pixel"),
)
WORLD = (
    Prompt("pt", "um gato no Rio de Janeiro", 3),
    Prompt("pt", "uma onça no Pantanal", 1),
    Prompt("pt", "um vaqueiro no sertão ao pôr do sol", 3),
    Prompt("pt", "uma menina com um guarda-sol em Copacabana", 1),
    Prompt("pt", "uma baiana em Salvador", 2),
    Prompt("pt", "uma capivara em São Paulo à noite", 1),
    Prompt("es", "un perro en Buenos Aires", 1),
    Prompt("es", "una llama en Machu Picchu", 3),
    Prompt("zh", "一只熊猫在北京", 3, gloss="a panda in Beijing"),
    Prompt("en", "a girl in India at dawn", 1),
    Prompt("en", "two friends in Paris in the rain", 3),
    Prompt("en", "a kangaroo in Sydney", 1),
)
"""Somewhere in the world."""
STYLED = Prompt("en", "a fox on the beach in front of a lighthouse at sunset", 5)
"""Painted in every style."""
SEEDED = Prompt("en", "a cat with a hat in the city", 0)
"""Painted from ten seeds."""
SEEDS = tuple(range(1, 11))
PHOTO_LOOKS = ("cartoon", "comic", "watercolor", "pencil", "oil", "lineart", "pixel", "cordel")
FADED = "comic"
"""The look whose strengths are shown."""
SERIES = Prompt("en", "sks style, a girl with a red umbrella and a dog in the village", 11)
"""Painted by the five stand-ins for the ModelScope cartoon series."""
OWN = Prompt("en", "a sailboat on the sea at sunset", 8)
"""Painted, then edited."""
