"""The entries of a journey: each record as what happened, and what came of what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import pairwise

from data.cities.journey_order import Happening, Pair, in_order
from data.cities.journey_shapes import Entry, Tie, What
from data.dates import DateSpan
from data.records.record import Record
from data.reference import City

SHORT = timedelta(days=31)
"""Support that ended so soon after its start is told as one step."""
_ORDER: tuple[What, ...] = (
    "joined", "activity", "need", "requested", "started", "delivered", "output", "voice",
    "underway",
)  # fmt: skip
"""What comes first of what has the same days."""
_DATE_OF: Mapping[str, tuple[What, str]] = {
    "needs": ("need", "raised"),
    "voices": ("voice", "said"),
    "outputs": ("output", "date"),
}
_WAITING = ("requested", "agreed")


@dataclass
class _Told:
    """The entries found so far, with what orders and ties them."""

    entries: dict[str, Entry] = field(default_factory=dict)
    causes: list[Pair] = field(default_factory=list)
    likely: list[Pair] = field(default_factory=list)
    beside: dict[str, str] = field(default_factory=dict)
    ties: dict[str, list[Tie]] = field(default_factory=dict)

    def add(self, *entries: Entry) -> None:
        for entry in entries:
            self.entries[entry.key] = entry

    def tie(self, key: str, tie: Tie) -> None:
        self.ties.setdefault(key, []).append(tie)


def tell(
    city: City, city_sources: Sequence[str], records: Iterable[Record], as_of: date,
    *, joined: bool,
) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:  # fmt: skip
    """Order what happened; what has no date and no place in a chain is given apart.

    `joined`: tell when the city joined, where that is known.
    """
    told = _Told()
    if joined and city.joined:
        told.add(Entry("joined", "joined", None, city.joined, sources=tuple(city_sources)))
    groups: dict[str, list[Record]] = {}
    for record in records:
        groups.setdefault(record.sheet, []).append(record)
    for record in groups.get("activities", ()):
        told.add(_activity(record))
    for record in groups.get("support", ()):
        _add_support(told, record, as_of)
    for sheet in _DATE_OF:
        for record in groups.get(sheet, ()):
            _add_other(told, record)
    return _placed(told, as_of)


def activity_key(key: object) -> str:
    """The anchor of an activity."""
    return f"activity-{key}"


def interval_of(entry: Entry, as_of: date) -> tuple[date | None, date | None]:
    """The first and last day of an entry's own dates; what is in progress stands for `as_of`."""
    if entry.what == "underway":
        return as_of, as_of
    start, end = entry.start or entry.end, entry.end or entry.start
    return (start.first, end.last) if start and end else (None, None)


def _placed(told: _Told, as_of: date) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    happenings = [
        Happening(entry.key, *interval_of(entry, as_of), _ORDER.index(entry.what))
        for entry in told.entries.values()
    ]
    ordered = in_order(happenings, told.causes, told.likely, told.beside)
    entries = [
        replace(told.entries[key], day=day, ties=tuple(told.ties.get(key, ())))
        for key, day in ordered
    ]
    return (
        tuple(entry for entry in entries if entry.day is not None),
        tuple(entry for entry in entries if entry.day is None),
    )


def _activity(record: Record) -> Entry:
    return Entry(
        activity_key(record.key), "activity", record, date_of(record, "start"),
        date_of(record, "end"), sources=ids_of(record, "sources"),
    )  # fmt: skip


def _add_other(told: _Told, record: Record) -> None:
    """Add a need, a quote or an output, after the activity that it names.

    A need was raised at its activity; an output may have been made before it was presented there.
    """
    what, column = _DATE_OF[record.sheet]
    entry = Entry(
        f"{what}-{record.key}",
        what,
        record,
        date_of(record, column),
        sources=ids_of(record, "sources"),
    )
    told.add(entry)
    named = str(record.values.get("activity") or "")
    for activity in (*ids_of(record, "activities"), *([named] if named else [])):
        _comes_from(told, entry, activity, certain=what != "output")


def _comes_from(told: _Told, entry: Entry, activity: str, *, certain: bool = True) -> None:
    """Tie an entry to the activity that it names, whether that is told or not.

    It stands after it, where that is not `certain` unless its own date says otherwise.
    """
    assert entry.record is not None
    there = activity_key(activity)
    (told.causes if certain else told.likely).append((there, entry.key))
    known = there if there in told.entries else None
    told.tie(entry.key, Tie("cause", "activities", activity, known))
    told.tie(there, Tie("effect", entry.record.sheet, str(entry.record.key), entry.key))


def _add_support(told: _Told, record: Record, as_of: date) -> None:
    steps = list(_steps(record))
    told.add(*steps)
    told.causes += [(one.key, following.key) for one, following in pairwise(steps)]
    arose = ids_of(record, "arose_from")
    for activity in arose:
        _comes_from(told, steps[0], activity)
    for activity in ids_of(record, "activities"):
        _given_at(told, steps, activity, as_of, arose)


def _steps(record: Record) -> Iterator[Entry]:
    """Tell a support by the steps on record, a request without a date only where it is one."""
    dates = {name: date_of(record, name) for name in ("requested", "started", "completed")}
    status, both = str(record.values["status"]), _is_short(dates["started"], dates["completed"])
    asked = status in _WAITING and not dates["started"] and not dates["completed"]
    if dates["requested"] or asked:
        yield _step(record, "requested", dates["requested"])
    if dates["started"] and not both:
        yield _step(record, "started", dates["started"])
    if both:
        yield _step(record, "delivered", dates["started"], dates["completed"])
    elif dates["completed"] or status == "delivered":
        yield _step(record, "delivered", dates["completed"])
    if status == "in-progress":
        yield _step(record, "underway", None)


def _is_short(started: DateSpan | None, completed: DateSpan | None) -> bool:
    return bool(started and completed and completed.last - started.first <= SHORT)


def _step(record: Record, what: What, start: DateSpan | None, end: DateSpan | None = None) -> Entry:
    key = f"support-{record.key}-{what}"
    return Entry(key, what, record, start, end, sources=ids_of(record, "sources"))


def _given_at(
    told: _Told, steps: Sequence[Entry], activity: str, as_of: date, arose: Sequence[str]
) -> None:
    """Set the steps of a support beside the activity at which it was delivered."""
    there = told.entries.get(activity_key(activity))
    first, last = interval_of(there, as_of) if there else (None, None)
    met = _step_at(steps, first, last, as_of)
    at_it = met or steps[-1]
    told.tie(at_it.key, Tie("place", "activities", activity, there.key if there else None))
    if there is None:
        return
    assert at_it.record is not None
    told.tie(there.key, Tie("place", "support", str(at_it.record.key), at_it.key))
    if activity not in arose:
        told.likely += [(step.key, there.key) for step in steps if step.what == "requested"]
    if first is None:
        told.likely += [(step.key, there.key) for step in steps if step.what == "started"]
    for step in steps:
        if step.what == "delivered" and _may_follow(step, first, as_of):
            told.likely.append((there.key, step.key))
    if met is not None:
        told.likely.append((there.key, met.key))
        told.beside[met.key] = there.key


def _step_at(
    steps: Sequence[Entry], first: date | None, last: date | None, as_of: date
) -> Entry | None:
    """The step whose dates meet those of an activity: the start before the end."""
    for step in steps:
        begins, ends = interval_of(step, as_of)
        if step.what not in ("started", "delivered"):
            continue
        if begins and ends and first and last and begins <= last and ends >= first:
            return step
    return None


def _may_follow(step: Entry, first: date | None, as_of: date) -> bool:
    """Whether a delivery can have come after an activity began, as far as its date tells."""
    ends = interval_of(step, as_of)[1]
    return first is None or ends is None or first <= ends


def date_of(record: Record, column: str) -> DateSpan | None:
    """Read a date of a record."""
    value = record.values.get(column)
    return value if isinstance(value, DateSpan) else None


def ids_of(record: Record, column: str) -> tuple[str, ...]:
    """Read the ids of a list column; none where the sheet has no such column."""
    value = record.values.get(column)
    return value if isinstance(value, tuple) else ()
