"""Every number in the sentence of a figure is what the figure says, whatever the filter."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from counted_twice import YEARS, Loaded
from crawled import listed
from data.figures import Count, Figure
from data.filters import ALL, Filters
from data.repository import Repository
from data.values import COUNTRY_CODES
from layouts import formats
from layouts.sentences.figures import figure_sentence
from layouts.sentences.sentence import Name, Said, Sentence
from random_filters import seeded_filters

_NUMBER = re.compile(r"\d[\d.\u202f]*")


def _own_words(said: Sentence) -> str:
    """The words of the messages alone: without names, dates and numbers."""
    pieces = said.pieces
    return "".join(p for p in pieces if isinstance(p, str) and not isinstance(p, Name))


def _digits(text: str) -> float:
    found = _NUMBER.findall(text)
    assert len(found) == 1, text
    return float(found[0].replace("\u202f", "").rstrip("."))


def _true_value(repository: Repository, figure: Figure, filters: Filters, said: Said) -> float:
    """What the number of a sentence has to be, asked again."""
    count = figure.count
    if said.records is not None:
        return listed(repository, said.records)
    if said.figure is None:
        return _countries(repository, figure, filters)
    known = {
        "value": count.value,
        "numerator": count.numerator,
        "denominator": count.denominator,
        "published": figure.published[0].value if figure.published else None,
        "target": figure.target.value if figure.target else None,
    }[said.of]
    assert known is not None, said
    return known


def _countries(repository: Repository, figure: Figure, filters: Filters) -> float:
    """Count the countries for which the figure is not 0."""
    each = [replace(filters, countries=(code,)) for code in COUNTRY_CODES]
    key = figure.indicator.id
    return sum(bool(repository.figures(one, [key])[0].count.value) for one in each)


def _hold(repository: Repository, filters: Filters) -> int:
    reference, held = repository.reference(), 0
    for figure in repository.figures(filters):
        said = figure_sentence(figure, filters, reference, "plain")
        assert not re.search(r"\d", _own_words(said)), said.text
        for number in said.numbers:
            true = _true_value(repository, figure, filters, number)
            assert number.value == pytest.approx(true), (said.text, number)
            is_percent = figure.indicator.unit == "percent" and number.of not in (
                "numerator",
                "denominator",
            )
            shown = round(true) if is_percent and number.records is None else round(true, 1)
            assert _digits(number.text) == shown, (said.text, number)
            held += 1
        _hold_bound(figure, said)
    return held


def _hold_bound(figure: Figure, said: Sentence) -> None:
    values = [number for number in said.numbers if number.figure and number.of == "value"]
    if figure.count.value is None:
        assert values == []
        return
    assert len(values) == 1
    assert values[0].text.lower().startswith("at least") == (figure.count.bound == "at-least")


def test_over_random_filters(synthetic: Loaded) -> None:
    filters = seeded_filters(41, 12, synthetic.vocabulary, YEARS)
    assert sum(_hold(synthetic.repository, one) for one in (ALL, *filters)) > 150


def test_with_the_public_record(public_record: Repository) -> None:
    filters = seeded_filters(42, 10, public_record.vocabulary(), (2016, 2024))
    assert sum(_hold(public_record, one) for one in (ALL, *filters)) > 100


def test_the_public_record_in_words(public_record: Repository) -> None:
    reference = public_record.reference()
    said = {
        figure.indicator.id: figure_sentence(figure, ALL, reference, "plain").text
        for figure in public_record.figures(ALL)
    }
    assert said["activities-held"] == (
        "13 activities were held. They concern 6 countries."
        " For 7 of them no head-count is recorded."
    )
    assert said["mayors-engaged"] == (
        "At least 15 mayors and local leaders took part."
        " For 12 activities no head-count is recorded. Published: 23 (2023)."
    )
    assert said["member-cities"].startswith("12 cities are members of the network. Published:")


@pytest.mark.parametrize("beside", [False, True])
def test_a_withheld_number_is_never_said(public_record: Repository, *, beside: bool) -> None:
    reference = public_record.reference()
    for figure in public_record.figures(ALL):
        kept_back = Count(None, None, withheld_below=5, withheld_beside=beside)
        said = figure_sentence(replace(figure, count=kept_back), ALL, reference, "plain")
        assert "the figure is withheld" in said.text.lower()
        assert "fewer than 5 people" in said.text
        assert all(number.of != "value" for number in said.numbers if number.figure)


def test_unknown_is_not_zero(public_record: Repository) -> None:
    kosovo = Filters(countries=("XK",))
    for figure in public_record.figures(kosovo):
        if figure.count.value is None:
            said = figure_sentence(figure, kosovo, public_record.reference(), "plain").text
            assert not re.search(r"\b0\b", said), said
            assert formats.NOT_RECORDED in said or "no " in said, said
