"""What happened when: each lane as single marks, or by month where there are many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
import sqlalchemy as sa

from data import schema
from data.counting import selection as pick
from data.counting.rules import Question
from data.counting.slots import kind_in, month_in
from data.frames import TIMELINE_LANES, TIMELINE_MARKS, TIMELINE_MONTHS, conform
from data.overview.lanes import (
    LANE_KINDS,
    LANE_OF_KIND,
    LANES,
    MOST_MARKS,
    SHOWN_ACTIVITIES,
    SHOWN_SUPPORT,
    SUPPORT_LANE,
)
from data.reference import City

Slot = tuple[str, str | None, str]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The lanes with their marks and months (frames of `data.frames`), and the axis' ends."""

    lanes: pd.DataFrame
    marks: pd.DataFrame
    months: pd.DataFrame
    first: date
    last: date


def read_timeline(question: Question, cities: dict[str, City]) -> Timeline:
    """Read the timeline; the rows read do not grow with the number of records."""
    slots = _slots(question)
    totals = Counter[str]()
    for (lane, _, _), records in slots.items():
        totals[lane] += records
    few = [lane for lane in LANES if 0 < totals[lane] <= MOST_MARKS]
    marks = conform(_marks(question, few, cities), TIMELINE_MARKS)
    months = conform(_months(slots, few), TIMELINE_MONTHS)
    first, last = _axis(question, marks, months)
    return Timeline(_lanes(slots, totals), marks, months, first, last)


def _slots(question: Question) -> dict[Slot, int]:
    """Count the records of each lane, month and status."""
    slots: Counter[Slot] = Counter()
    for activity in question.held:
        slots[LANE_OF_KIND[activity.kind], activity.month, "held"] += activity.records
    for slot, records in question.connection.execute(_planned(question)):
        slots[LANE_OF_KIND[kind_in(slot)], month_in(slot), "planned"] += records
    for support in question.support:
        if support.status in SHOWN_SUPPORT:
            slots[SUPPORT_LANE, support.month, support.status] += support.records
    return slots


def _planned(question: Question) -> sa.Select[Any]:
    slot = schema.activity_facts.c.slot
    query = pick.selected(
        pick.ACTIVITIES, question.filters, slot, sa.func.count(), statuses=("planned",)
    )
    return query.group_by(slot)


def _lanes(slots: dict[Slot, int], totals: Counter[str]) -> pd.DataFrame:
    """The number beside a lane is what was held; support counts all that is shown."""
    counted = Counter[str]()
    for (lane, _, status), records in slots.items():
        counted[lane] += records if status != "planned" else 0
    rows = [
        {"lane": lane, "records": counted[lane], "drawn_as": _drawn_as(totals[lane])}
        for lane in LANES
    ]
    return conform(rows, TIMELINE_LANES)


def _drawn_as(total: int) -> str:
    if not total:
        return "nothing"
    return "marks" if total <= MOST_MARKS else "months"


def _months(slots: dict[Slot, int], few: Sequence[str]) -> list[dict[str, Any]]:
    return [
        {
            "lane": lane,
            "month": f"{month}-01" if month else None,
            "status": status,
            "records": records,
        }
        for (lane, month, status), records in sorted(
            slots.items(), key=lambda item: (LANES.index(item[0][0]), item[0][1] or "", item[0][2])
        )
        if lane not in few
    ]


def _marks(question: Question, few: Sequence[str], cities: dict[str, City]) -> list[dict[str, Any]]:
    kinds = [kind for lane in few if lane in LANE_KINDS for kind in LANE_KINDS[lane]]
    marks = _activity_marks(question, kinds, cities) if kinds else []
    return marks + (_support_marks(question, cities) if SUPPORT_LANE in few else [])


def _activity_marks(
    question: Question, kinds: Sequence[str], cities: dict[str, City]
) -> list[dict[str, Any]]:
    table = schema.activities.c
    chosen = pick.selected(
        pick.ACTIVITIES,
        question.filters,
        schema.activity_facts.c.activity,
        statuses=SHOWN_ACTIVITIES,
        kinds=kinds,
    )
    query = sa.select(schema.activities).where(table.row.in_(chosen))
    order = (table.first_day, table.row)
    return [
        {
            "lane": LANE_OF_KIND[row["kind"]],
            "sheet": "activities",
            "id": row["id"],
            "label": row["place"] or _city_name(cities, row["host_city"]),
            "title": row["title"],
            "kind": row["kind"],
            "status": row["status"],
            "first": row["first_day"],
            "last": row["last_day"],
            "precision": _precision(
                row["first_day"], row["last_day"], row["start_precision"], row["end_precision"]
            ),
        }
        for row in question.connection.execute(query.order_by(*order)).mappings()
    ]


def _support_marks(question: Question, cities: dict[str, City]) -> list[dict[str, Any]]:
    table = schema.support.c
    query = pick.selected(pick.SUPPORT, question.filters, *table, statuses=SHOWN_SUPPORT).order_by(
        table.first_day, table.row
    )
    rows = question.connection.execute(query).mappings().all()
    named = _beneficiary_cities(question, [row["id"] for row in rows])
    return [_support_mark(row, named.get(row["id"], []), cities) for row in rows]


def _support_mark(row: sa.RowMapping, named: list[str], cities: dict[str, City]) -> dict[str, Any]:
    first, last, precisions = _support_interval(row)
    names = [cities[city].name for city in named]
    return {
        "lane": SUPPORT_LANE,
        "sheet": "support",
        "id": row["id"],
        "label": ", ".join(names) if 0 < len(names) <= 2 else row["beneficiary"],
        "title": row["title"],
        "kind": row["beneficiary_kind"],
        "status": row["status"],
        "first": first,
        "last": last,
        "precision": _precision(first, last, *precisions),
    }


def _support_interval(
    row: sa.RowMapping,
) -> tuple[date | None, date | None, tuple[str | None, ...]]:
    """The days drawn: delivered support from its start to its completion, else its own date."""
    if row["status"] == "delivered":
        begun = "started" if row["started_first"] else "completed"
        ended = "completed" if row["completed_first"] else begun
    else:
        order = ("started", "requested", "completed")
        order = order if row["status"] == "in-progress" else ("requested", "completed", "started")
        begun = next((name for name in order if row[f"{name}_first"]), "requested")
        ended = begun
    if row[f"{begun}_first"] is None:
        return row["first_day"], row["last_day"], (row["requested_precision"],)
    return (
        row[f"{begun}_first"],
        row[f"{ended}_last"],
        (row[f"{begun}_precision"], row[f"{ended}_precision"]),
    )


def _beneficiary_cities(question: Question, support: Sequence[str]) -> dict[str, list[str]]:
    links = schema.LINKS["support", "cities"].c
    query = sa.select(links.record, links.value).where(links.record.in_(support))
    named: dict[str, list[str]] = {}
    for record, city in question.connection.execute(query.order_by(links.record, links.place)):
        named.setdefault(record, []).append(city)
    return named


def _precision(first: date | None, last: date | None, *known: str | None) -> str:
    if first is None:
        return "none"
    if any(precision in ("month", "year") for precision in known):
        return "vague"
    return "day" if first == last else "span"


def _city_name(cities: dict[str, City], city: str | None) -> str:
    return cities[city].name if city else ""


def _axis(question: Question, marks: pd.DataFrame, months: pd.DataFrame) -> tuple[date, date]:
    """The period where it is bound, else from the first record to the data's date or beyond."""
    days = pd.concat([marks["first"], marks["last"], months["month"]]).dropna()
    as_of = question.as_of
    earliest = min(days.min().date(), as_of) if len(days) else as_of.replace(month=1, day=1)
    latest = max(days.max().date(), as_of) if len(days) else as_of
    first, last = question.filters.first_day or earliest, question.filters.last_day or latest
    return (first, last) if first <= last else (last, last)
