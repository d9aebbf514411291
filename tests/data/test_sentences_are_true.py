"""Every number in the sentence of a figure is what the figure says, whatever the filter."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from counted_twice import YEARS, Loaded
from crawled import linked_numbers, listed, loose_digits
from data.dates import parse_date
from data.evidence.asked import read_figure_key
from data.figures import Count, Figure
from data.filters import ALL, Filters, require_filters
from data.repository import Repository
from data.values import COUNTRY_CODES
from layouts.parts.evidence import evidence
from layouts.sentences.figures import figure_sentence
from layouts.sentences.sentence import Name, Said, Sentence
from layouts.words import organisation
from loaded import fill, opened
from random_filters import seeded_filters
from served import PUBLIC_RECORD
from small_books import NewBook
from small_groups import small_groups
from small_workbooks import city, indicators
from spoken import components
from temporary_postgres import TemporaryPostgres

_NUMBER = re.compile(r"\d[\d.\u202f]*")
_BESIDE = ("published", "target")
_WHOLE = ("numerator", "denominator", "unrecorded")


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
        "unrecorded": count.unrecorded,
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


def _is_withheld(figure: Figure, said: Said) -> bool:
    """Whether a number of a sentence is the threshold below which its figure is withheld."""
    return figure.count.withheld and said.value == figure.count.withheld_below


def _hold(repository: Repository, filters: Filters) -> int:
    reference, held = repository.reference(), 0
    for figure in repository.figures(filters):
        said = figure_sentence(figure, filters, reference, "plain")
        _hold_unknown(figure, said)
        assert not re.search(r"\d", _own_words(said)), said.text
        for number in said.numbers:
            if not (number.figure or number.records) and _is_withheld(figure, number):
                continue
            true = _true_value(repository, figure, filters, number)
            assert number.value == pytest.approx(true), (said.text, number)
            is_percent = figure.indicator.unit == "percent" and number.of not in _WHOLE
            shown = round(true) if is_percent and number.records is None else round(true, 1)
            assert _digits(number.text) == shown, (said.text, number)
            held += 1
        _hold_bound(figure, said)
    return held


def _hold_unknown(figure: Figure, said: Sentence) -> None:
    """Without a figure no number is said in its place, least of all 0 or what is withheld."""
    if figure.count.value is None:
        of_it = [number for number in said.numbers if number.figure and number.of not in _BESIDE]
        assert not of_it or not figure.count.withheld, said.text
        assert all(number.of == "unrecorded" and number.value for number in of_it), said.text


def _hold_bound(figure: Figure, said: Sentence) -> None:
    values = [number for number in said.numbers if number.figure and number.of == "value"]
    if figure.count.value is None:
        assert values == []
        return
    assert len(values) == 1
    assert values[0].text.lower().startswith("at least") == (figure.count.bound == "at-least")


def test_over_random_filters(synthetic: Loaded) -> None:
    filters = seeded_filters(41, 4, synthetic.vocabulary, YEARS)
    assert sum(_hold(synthetic.repository, one) for one in (ALL, *filters)) > 60


def test_with_the_public_record(public_record: Repository) -> None:
    filters = seeded_filters(42, 5, public_record.vocabulary(), (2016, 2024))
    assert sum(_hold(public_record, one) for one in (ALL, *filters)) > 60


def test_the_public_record_in_words(public_record: Repository) -> None:
    reference = public_record.reference()
    said = {
        figure.indicator.id: figure_sentence(figure, ALL, reference, "plain").text
        for figure in public_record.figures(ALL)
    }
    assert said["activities-held"] == (
        "13 activities were held. Some concern no single country, the others 6 countries."
        " For 7 of them no head-count is recorded."
    )
    assert said["workshops-held"].startswith(
        "5 workshops and roundtables were held. They concern 6 countries."
    )
    assert said["exchanges-held"] == "1 exchange was held. It concerns North Macedonia."
    assert said["mayors-engaged"] == (
        "At least 15 mayors and local leaders from the region took part."
        " No such number is recorded for 12 activities. Published: 23 (2023)."
    )
    assert said["member-cities"].startswith("12 cities are members of the network. Published:")
    assert said["women-share"].startswith(
        "The share of women is not known: no gender is recorded."
        " 204 attendances were counted without it."
    )
    assert said["follow-through"] == (
        "Of 5 workshops and roundtables old enough to say, 1 led to a documented follow-up within"
        " six months (20 %)."
    )


@pytest.mark.parametrize(
    ("query", "beginning"),
    [
        ("from=2023&to=2023", "In 2023, 10 activities"),
        ("from=2023-03-15&to=2023-03-15", "On 15 March 2023, 0 activities"),
        ("from=2023-02&to=2023-06", "From February 2023 to June 2023, "),
        ("to=2022", "Until 2022, "),
        ("programme=earlier", "Before the hub, 11 activities"),
        ("country=AL,XK&city=elbasan", "For Elbasan, within Albania and Kosovo, "),
        ("kind=workshop,summit&country=XK", "For Kosovo, counting workshops and summits only, "),
    ],
)
def test_the_filter_in_words(public_record: Repository, query: str, beginning: str) -> None:
    reference = public_record.reference()
    filters = require_filters(query, reference.vocabulary)
    (figure,) = public_record.figures(filters, ["activities-held"])
    assert figure_sentence(figure, filters, reference, "plain").text.startswith(beginning)


def test_the_funder_and_the_channel_in_words(public_record: Repository) -> None:
    reference = public_record.reference()
    filters = Filters(funders=reference.funders[:1], channels=("grant",))
    (figure,) = public_record.figures(filters, ["support-delivered"])
    name = organisation(reference, reference.funders[0])
    said = figure_sentence(figure, filters, reference, "plain").text
    assert said.startswith(f"Funded by {name}, through the channel Grant, ")


def test_a_stock_of_the_past_says_who_may_have_joined_later(book_of: NewBook) -> None:
    cities = [
        city("elbasan", joined="2017"),
        city("peja", joined=""),
        city("durres", joined="2024"),
    ]
    repository = book_of(cities=cities, indicators=indicators()).repository()
    filters = Filters(end=parse_date("2019"))
    (figure,) = repository.figures(filters, ["member-cities"])
    said = figure_sentence(figure, filters, repository.reference(), "plain")
    assert said.text == (
        "By 31 December 2019, 2 member cities had joined the network."
        " For 1 of them the joining date is not recorded."
    )
    assert _hold(repository, filters)


def test_over_workbooks_with_small_groups(book_of: NewBook) -> None:
    filters, withheld = [ALL, Filters(countries=("AL",)), Filters(countries=("XK",))], 0
    for seed in range(2):
        repository = book_of(**small_groups(Random(seed))).repository()
        assert sum(_hold(repository, one) for one in filters) > 20
        every = [figure for one in filters for figure in repository.figures(one)]
        withheld += sum(figure.count.withheld for figure in every)
    assert withheld > 1


def test_both_databases_say_the_same(tmp_path: Path, postgres_server: TemporaryPostgres) -> None:
    with postgres_server.new_database() as url:
        ours, theirs = (_all_said(one) for one in (f"sqlite:///{tmp_path / 'hub.sqlite'}", url))
    assert len(ours) > 80
    assert ours == theirs


def _all_said(url: str) -> list[Sentence]:
    fill(url, PUBLIC_RECORD)
    with opened(url) as repository:
        reference = repository.reference()
        filters = [ALL, *seeded_filters(43, 5, reference.vocabulary, (2016, 2024))]
        return [
            figure_sentence(figure, one, reference, "plain")
            for one in filters
            for figure in repository.figures(one)
        ]


@pytest.mark.parametrize("key", ["attendances", "activities-held~country.~from.2023~to.2023"])
def test_in_the_evidence_panel_its_numbers_lead_to_the_same_lists_as_below(
    public_record: Repository, key: str
) -> None:
    filters = Filters(countries=("XK",))
    reference = public_record.reference()
    asked = read_figure_key(key, filters, reference)
    panel = evidence(public_record.explain(asked), reference, filters, "plain")
    numbers = set(linked_numbers(panel))
    assert numbers
    for number, address in numbers:
        assert listed(public_record, address) == number
    links = {part.href for part in components(panel) if getattr(part, "href", None)}
    assert any("reason=" in address for _, address in numbers)
    assert {address for _, address in numbers if "reason=" in address} <= links
    assert not loose_digits(panel)


@pytest.mark.parametrize("beside", [False, True])
def test_a_withheld_number_is_never_said(public_record: Repository, *, beside: bool) -> None:
    reference = public_record.reference()
    for figure in public_record.figures(ALL):
        kept_back = Count(None, None, withheld_below=5, withheld_beside=beside)
        said = figure_sentence(replace(figure, count=kept_back), ALL, reference, "plain")
        assert "the figure is withheld" in said.text.lower()
        assert "fewer than 5 people" in said.text
        assert "one side" not in said.text or figure.indicator.unit == "percent"
        assert all(number.of != "value" for number in said.numbers if number.figure)


def test_unknown_is_not_zero(public_record: Repository) -> None:
    kosovo = Filters(countries=("XK",))
    for figure in public_record.figures(kosovo):
        if figure.count.value is None:
            said = figure_sentence(figure, kosovo, public_record.reference(), "plain").text
            assert not re.search(r"\b0\b", said), said
            assert "not recorded" in said or "no " in said, said
