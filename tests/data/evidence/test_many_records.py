"""Among many records the panel looks through the last ones first; it says the same as of few."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pytest

from counted_twice import YEARS, Loaded
from data.evidence import explaining, groups, source_age
from data.evidence.asked import read_figure_key
from data.evidence.explaining import Explanation
from data.filters import ALL, Filters
from random_filters import seeded_filters


def _asked(case: Loaded) -> Iterator[tuple[Filters, str]]:
    drawn = seeded_filters(71, 1, case.vocabulary, YEARS)
    for filters in (ALL, Filters(countries=("AL",), programme="all"), *drawn):
        for indicator in case.repository.reference().indicators:
            yield filters, indicator


def _explained(case: Loaded, filters: Filters, key: str) -> Explanation:
    return case.repository.explain(read_figure_key(key, filters, case.repository.reference()))


def test_the_last_records_of_each_reason_are_shown(synthetic: Loaded):
    for filters, key in _asked(synthetic):
        ids: dict[str | None, list[str]] = defaultdict(list)
        for record in synthetic.repository.evidence(filters, key):
            ids[record.reason].append(record.id)
        shown = _explained(synthetic, filters, key)
        words = (filters.to_query(), key)
        counted = {line.id for line in shown.counted}
        assert counted == set(ids[None][-groups.MOST_COUNTED :]), words
        for group in shown.left_out:
            assert group.number == len(ids[group.reason]), words
            if shown.asked.indicator.rule != "mayors-engaged":
                last = set(ids[group.reason][-groups.MOST_LEFT_OUT :])
                assert {line.id for line in group.records} == last, words


def test_many_records_are_explained_like_few(synthetic: Loaded, monkeypatch: pytest.MonkeyPatch):
    asked = list(_asked(synthetic))
    whole = [_explained(synthetic, *each) for each in asked]
    for module in (groups, explaining):
        monkeypatch.setattr(module, "LATEST", 25)
    monkeypatch.setattr(source_age, "FEW", 0)
    for each, said in zip(asked, whole, strict=True):
        again = _explained(synthetic, *each)
        assert _in_order(again) == _in_order(said), (each[0].to_query(), each[1])
    assert any(said.sources.sources > 1 for said in whole)


def _in_order(said: Explanation) -> list[object]:
    left_out = sorted(said.left_out, key=lambda group: group.reason)
    return [said.figure.count, said.counted, left_out, said.overlap, said.sources]
