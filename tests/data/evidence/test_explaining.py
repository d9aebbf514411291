"""The evidence of a figure: where the public record is easiest to tell wrongly, and by chance."""

import pytest

from counted_twice import YEARS
from data.evidence.asked import read_figure_key
from data.figures import Reason
from data.filters import Filters
from layouts import evidence_words
from layouts.parts.evidence import evidence
from random_filters import seeded_filters
from recount_asking import asked
from spoken import spoken


def explained(repository, key, filters=None):
    figure = read_figure_key(key, filters or Filters(), repository.reference())
    return repository.explain(figure)


def panel(repository, key, filters=None):
    page = filters or Filters()
    parts = evidence(explained(repository, key, page), repository.reference(), page, "plain")
    return spoken(parts)


def test_23_published_and_24_at_one_event_stand_side_by_side(public_record):
    shown = explained(public_record, "mayors-engaged")
    assert shown.figure.count.value == 15
    assert [item.value for item in shown.figure.published] == [23]
    (summit,) = [
        line
        for group in shown.left_out
        for line in group.records
        if line.id == "fourth-global-summit-2023"
    ]
    assert (summit.people, summit.mixed) == (24, True)
    words = panel(public_record, "mayors-engaged")
    assert "at least 15 counted from records 23 published, 2023" in words
    assert "“23 Mayors/Local Leaders Engaged”" in words
    assert "24 people, mayors not told apart" in words


@pytest.mark.parametrize("key", ["individual-stakeholders", "member-cities"])
def test_a_missing_key_figure_reads_not_reported_with_the_reason(public_record, key):
    words = panel(public_record, key, asked("2023", "2023"))
    assert "not reported" in words
    assert "[the number is absent in the source text]" in words


def test_a_date_of_a_year_counts_in_the_year_and_is_left_out_of_a_quarter(public_record):
    year, quarter = (
        asked(start, end, programme="all") for start, end in (("2017",) * 2, ("2017-01", "2017-03"))
    )
    whole = explained(public_record, "activities-held", year)
    part = explained(public_record, "activities-held", quarter)
    of_year = {line.id for line in whole.counted if str(line.start) == "2017"}
    (imprecise,) = [group for group in part.left_out if group.reason == Reason.IMPRECISE]
    assert of_year == {"training-albania-2017", "training-montenegro-2017"}
    assert of_year <= {line.id for line in imprecise.records}
    assert not of_year & {line.id for line in part.counted}
    assert "date too imprecise" in panel(public_record, "activities-held", quarter)


def test_the_oldest_source_and_the_means_of_verification_are_named(public_record):
    words = panel(public_record, "activities-held")
    assert "Means of verification: Activity records with their published sources." in words
    assert "28 sources; the oldest is of 2023: Delivering Impact in Western Balkans." in words


def test_every_reason_has_words():
    for reason in Reason:
        assert evidence_words.reason(reason)


@pytest.mark.slow
def test_evidence_adds_up_for_random_filters(synthetic):
    """Counted and left out are those of the figure, and the listed lines are among them."""
    reference = synthetic.repository.reference()
    for filters in seeded_filters(31, 12, synthetic.vocabulary, YEARS):
        for id_, indicator in reference.indicators.items():
            shown = explained(synthetic.repository, id_, filters)
            records = synthetic.repository.evidence(filters, id_)
            counted = {item.id for item in records if item.reason is None}
            words = (filters.to_query(), id_)
            assert shown.figure.count.counted == len(counted), words
            assert {line.id for line in shown.counted} <= counted, words
            assert len(shown.counted) == min(25, len(counted)), words
            reasons = {group.reason: group.number for group in shown.left_out}
            assert sum(reasons.values()) == len(records) - len(counted), words
            for group in shown.left_out:
                named = {item.id for item in records if item.reason == group.reason}
                assert {line.id for line in group.records} <= named, words
            if indicator.rule in ("activities-held", "support-delivered", "outputs"):
                assert shown.figure.count.value == len(counted), words
