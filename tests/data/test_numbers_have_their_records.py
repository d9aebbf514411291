"""Every number on a page is the number of records in the list that it leads to, or its figure."""

from __future__ import annotations

import pytest

from callbacks import PAGES
from counted_twice import YEARS, Loaded
from crawled import figure_value, linked_numbers, listed, loose_digits, page_parts, said_figures
from random_filters import seeded_filters

_FEW = 6
PATHS = [page.path for page in PAGES if page.answer and "<" not in page.path]


def _paths(synthetic: Loaded, pattern: str) -> list[str]:
    return [pattern.replace("<city>", city) for city in synthetic.vocabulary.cities[:2]]


@pytest.mark.parametrize("path", [*PATHS, "/cities/<city>"])
def test_numbers_lead_to_their_records(path: str, synthetic: Loaded) -> None:
    for filters in seeded_filters(31, _FEW, synthetic.vocabulary, YEARS):
        for one in dict.fromkeys(_paths(synthetic, path)):
            parts = page_parts(synthetic.repository, one, filters.to_query())
            for number, address in set(linked_numbers(parts)):
                assert listed(synthetic.repository, address) == number, (one, filters, address)
            for value, key in set(said_figures(parts)):
                told = figure_value(synthetic.repository, key, filters)
                assert (told is None) == (value is None), (one, filters, key)
                assert told == pytest.approx(value), (one, filters, key)
            assert not loose_digits(parts), (one, filters)
