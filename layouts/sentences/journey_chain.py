"""The sentence that tells the latest chain of a city: from an activity to what came of it."""

from __future__ import annotations

from collections.abc import Sequence

from data.cities.journey_shapes import Entry, Journey
from data.dates import DateSpan
from layouts import formats
from layouts.parts.record_values import shortened
from layouts.sentences.sentence import Sentence, say, together

NOTHING = Sentence(())


def chain_said(shown: Journey) -> Sentence:
    """Tell the latest support that arose from an activity: from there to how it stands."""
    arose = [entry for entry in shown.entries if _arose_from(entry) and _of_support(entry)]
    if not arose:
        return NOTHING
    first = arose[-1]
    steps = [entry for entry in shown.entries if _of_support(entry) == _of_support(first)]
    return together([_asked(first, shown), _stands(steps, shown)])


def _of_support(entry: Entry) -> str | None:
    record = entry.record
    return str(record.key) if record is not None and record.sheet == "support" else None


def _arose_from(entry: Entry) -> str | None:
    """The anchor of the first activity that something told arose from."""
    return next((tie.entry for tie in entry.ties if tie.way == "cause" and tie.entry), None)


def _asked(first: Entry, shown: Journey) -> Sentence:
    cause = next(entry for entry in shown.entries if entry.key == _arose_from(first))
    when = formats.interval(cause.start, cause.end)
    activity, support = _title(cause), _title(first)
    if first.what != "requested":
        return say(
            "{support} arose from {activity} ({date}).",
            support=support, activity=activity, date=when,
        )  # fmt: skip
    return say(
        "After {activity} ({date}), {city} asked for {support}.",
        support=support, activity=activity, date=when, city=shortened(shown.city.name),
    )  # fmt: skip


def _title(entry: Entry) -> str:
    """The title of an entry's record in marks, cut where it is long."""
    assert entry.record is not None
    return f"“{shortened(str(entry.record.values['title']))}”"


def _stands(steps: Sequence[Entry], shown: Journey) -> Sentence:
    """Say how a support stands, by its last step."""
    last, as_of = steps[-1], formats.day(shown.reference.dataset.as_of)
    if last.what == "underway":
        began = next((step.start for step in steps if step.what == "started"), None)
        return _goes_on(began, as_of)
    if last.what == "delivered":
        return _delivered(last.end or last.start)
    return _waits(last, as_of)


def _goes_on(began: DateSpan | None, as_of: str) -> Sentence:
    if began is None:
        return say("It is in progress as of {date}.", date=as_of)
    start = formats.date_span(began)
    if began.precision == "day":
        return say("It began on {start} and is in progress as of {date}.", start=start, date=as_of)
    return say("It began in {start} and is in progress as of {date}.", start=start, date=as_of)


def _delivered(when: DateSpan | None) -> Sentence:
    if when is None:
        return say("It was delivered; the date is not recorded.")
    if when.precision == "day":
        return say("It was delivered on {date}.", date=formats.date_span(when))
    return say("It was delivered in {date}.", date=formats.date_span(when))


def _waits(last: Entry, as_of: str) -> Sentence:
    assert last.record is not None
    if last.what == "requested" and last.record.values["status"] == "agreed":
        return say("It was agreed; as of {date} no start is on record.", date=as_of)
    if last.what == "requested":
        return say("As of {date} no start is on record.", date=as_of)
    return NOTHING
