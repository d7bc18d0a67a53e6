"""The places: each painter lays a place down from far to near and gives its stage."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..scene import Scene
from ..stage import Stage
from .airliner import airplane_cabin
from .alchemy import laboratory
from .arena import stadium
from .backland import sertao
from .backstreet import alley
from .barbers import barbershop
from .bathing import pool
from .bigtop import circus
from .byre import barn
from .carriage import train_carriage
from .cavern import cave
from .chambers import bathroom, bedroom
from .coach import bus_interior
from .cosmos import moon, sky, space
from .country import castle, garden, village
from .court import dungeon, throne_room
from .deep import underwater
from .depot import station, workshop
from .dry import desert
from .dunelakes import lencois
from .farm import farm
from .frozen import ice_rink
from .garret import attic
from .glasshouse import greenhouse
from .graves import graveyard
from .greatriver import amazon_river
from .greylane import hutong
from .groves import orchard, swamp
from .halls import museum
from .heights import cliff
from .hillside import favela, floating_island
from .hilltop import hill
from .inn import tavern
from .kitchen import kitchen
from .lagoon import venice
from .lockup import garage
from .lodge import cabin
from .meadow import meadow
from .nave import church
from .orbit import space_station
from .outings import camp, fairground
from .paddies import rice_terraces
from .parkland import bamboo, park, road, wheat_field
from .passage import hallway
from .peaks import mountains, snow
from .pictures import cinema
from .plains import dunes, steppe
from .playfield import schoolyard
from .plaza import square
from .promenade import copacabana
from .redland import mars
from .roofs import rooftop
from .rooms import library, room, table
from .school import classroom
from .shipboard import ship_deck
from .shops import bakery, cafe
from .shore import beach, sea
from .shrine import temple
from .springs import hot_spring
from .staircase import steps
from .stalls import market
from .store import shop
from .streamside import forest_river
from .street import street
from .summit import summit
from .terminal import airport
from .theatre import stage
from .town import city
from .turret import tower
from .veranda import porch
from .ward import hospital
from .warmlands import oasis, savanna
from .waters import lake, river
from .waterside import harbor
from .watertown import water_town
from .wetland import pantanal
from .woods import forest, jungle
from .works import gym, office

PAINTERS: Mapping[str, Callable[[Scene], Stage]] = {
    painter.__name__.replace("_", "-"): painter
    for painter in (
        meadow, forest, beach, sea, underwater, mountains, desert, snow, city, street, village, room,
        library, kitchen, space, moon, sky, lake, jungle, garden, river, castle, farm, table,
        rooftop, cave, stadium, market, graveyard, classroom, laboratory, stage, museum, bedroom, bathroom,
        pool, harbor, cliff, alley, park, road, wheat_field, bamboo, square, mars, bakery, cafe, greenhouse,
        throne_room, dungeon, tavern, office, gym,
        shop, camp, fairground, space_station,
        savanna, oasis, orchard, swamp, favela, floating_island, workshop, station,
        church, hospital, train_carriage, tower, cabin, barn, temple,
        circus, cinema, airport, hallway, attic, garage, airplane_cabin,
        hill, summit, steps, ship_deck, bus_interior, barbershop,
    )
}  # fmt: skip
OF_A_KIND: Mapping[str, Callable[[Scene], Stage]] = {
    painter.__name__.replace("_", "-"): painter
    for painter in (
        forest_river, sertao, lencois, pantanal, amazon_river, copacabana,
        water_town, venice, hutong, steppe, dunes, rice_terraces, schoolyard, porch, ice_rink,
        hot_spring,
    )
} | {"jiangnan": water_town, "ice": ice_rink}  # fmt: skip
"""Painters of kinds of a place (`setting.KINDS`) that look otherwise than the place they mean."""
