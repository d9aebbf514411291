"""Workbooks of a few rows: written from dicts, by hand or drawn by Hypothesis."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

from hypothesis import strategies as st

from data import values
from recount_rows import span

Record = Mapping[str, object]
Sheets = dict[str, list[dict[str, object]]]

AS_OF = "2024-12-21"
TOWNS: dict[str, tuple[str, float, float]] = {
    "elbasan": ("AL", 41.11138, 20.08224),
    "durres": ("AL", 41.32355, 19.45469),
    "peja": ("XK", 42.65913, 20.28828),
    "kumanovo": ("MK", 42.13222, 21.71444),
}
THEMES = ("youth", "trust")
FUNDERS = ("fund-a", "fund-b")
COUNTRIES = ("AL", "XK", "MK")
# All three precisions, edges of months and years, and 183 days after the last of March.
DATES = ("2022", "2023", "2023-03", "2023-03-31", "2023-04-01", "2023-09-30", "2023-10-01")
KINDS = ("workshop", "roundtable", "summit")
CHANNELS = values.CHANNELS[:2]
CHOICES = {
    "countries": (*COUNTRIES, "BA"),
    "cities": tuple(TOWNS),
    "kinds": KINDS,
    "themes": THEMES,
    "funders": FUNDERS,
    "channels": CHANNELS,
}
"""What a filter of a small workbook may name."""


def write_workbook(folder: Path, sheets: Mapping[str, Sequence[Record]]) -> Path:
    """Write one CSV per sheet; a sequence becomes a `;` list, None an empty cell."""
    folder.mkdir(parents=True, exist_ok=True)
    for stale in folder.glob("*.csv"):
        stale.unlink()
    for name, records in sheets.items():
        columns = list(dict.fromkeys(column for record in records for column in record))
        if not columns:
            continue
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as lines:
            writer = csv.writer(lines)
            writer.writerow(columns)
            writer.writerows([cell(record.get(column)) for column in columns] for record in records)
    return folder


def cell(value: object) -> str:
    """Write one value as the workbook does."""
    if isinstance(value, (list, tuple)):
        return ";".join(map(str, value))
    return "" if value is None else str(value)


def dataset(**changes: object) -> dict[str, object]:
    """Give the one row of the sheet `dataset`."""
    return {"title": "Trial", "kind": "synthetic", "as_of": AS_OF} | changes


def city(id_: str, **changes: object) -> dict[str, object]:
    """Give a member city, a real town of TOWNS."""
    country, latitude, longitude = TOWNS[id_]
    point = {"latitude": latitude, "longitude": longitude}
    return {"id": id_, "name": id_, "country": country, **point, "membership": "member"} | changes


def activity(id_: str, **changes: object) -> dict[str, object]:
    """Give a held, approved workshop of the hub that concerns no country."""
    own = {"id": id_, "title": id_, "kind": "workshop", "programme": "hub", "reach": "region"}
    return own | {"delivery": "hub", "status": "held", "review": "approved"} | changes


def attendance(activity_id: str, count: int, **changes: object) -> dict[str, object]:
    """Give an exact head-count of people from the region, of no group, gender or country."""
    own = {"activity": activity_id, "group": "unspecified", "gender": "unspecified"}
    return own | {"country": None, "count": count, "basis": "exact", "scope": "region"} | changes


def participant(activity_id: str, person: str, **changes: object) -> dict[str, object]:
    """Give one participant, of no group, gender, country or city."""
    own = {"activity": activity_id, "person": person, "group": "unspecified"}
    return own | {"gender": "unspecified"} | changes


def support(id_: str, **changes: object) -> dict[str, object]:
    """Give delivered, approved support by the hub that concerns no country."""
    own = {"id": id_, "title": id_, "programme": "hub", "channels": "hub-guidance"}
    own |= {"beneficiary": "Somebody", "beneficiary_kind": "city", "status": "delivered"}
    return own | {"review": "approved"} | changes


def output(id_: str, **changes: object) -> dict[str, object]:
    """Give a guide by the hub."""
    return {"id": id_, "title": id_, "programme": "hub", "kind": "guide"} | changes


def indicator(id_: str, rule: str, **changes: object) -> dict[str, object]:
    """Give an indicator of a rule."""
    own = {"id": id_, "title": id_, "definition": id_, "level": "output", "rule": rule}
    own |= {"unit": values.RULE_UNITS[rule] or "people", "direction": "up"}
    return own | {"order": 1, "headline": "no"} | changes


def indicators() -> list[dict[str, object]]:
    """Give an indicator for every rule, named after it, and two that take kinds."""
    plain = [indicator(rule, rule, order=order) for order, rule in enumerate(values.RULES)]
    return [
        *plain,
        indicator("summits-held", "activities-held", kinds="summit", order=90),
        indicator("workshop-cities", "cities-engaged", kinds="workshop;roundtable", order=91),
    ]


def several(choices: Sequence[str], most: int = 2) -> st.SearchStrategy[list[str]]:
    """Draw a list of different values, most often a short one."""
    return st.lists(st.sampled_from(choices), max_size=most, unique=True)


def maybe(choices: Sequence[str]) -> st.SearchStrategy[str | None]:
    """Draw nothing or one of the values."""
    return st.none() | st.sampled_from(choices)


def _follows(earlier: str | None, later: str | None) -> bool:
    first, last = span(earlier or ""), span(later or "")
    return first is None or last is None or (first[0] <= last[0] and first[1] <= last[1])


@st.composite
def _activities(draw: st.DrawFn, number: int) -> dict[str, object]:
    start = draw(maybe(DATES))
    later = [date for date in DATES if start and _follows(start, date)]
    return activity(
        f"a{number}",
        kind=draw(st.sampled_from(KINDS)),
        start=start,
        end=draw(maybe(later)) if later else None,
        programme=draw(st.sampled_from(("hub", "hub", "hub", "earlier"))),
        reach=draw(st.sampled_from(values.REACHES)),
        host_city=draw(maybe(tuple(TOWNS))),
        cities=draw(several(tuple(TOWNS))),
        countries=draw(several(COUNTRIES)),
        themes=draw(several(THEMES)),
        funders=draw(several(FUNDERS)),
        status=draw(st.sampled_from((*["held"] * 6, "planned"))),
        review=draw(st.sampled_from((*["approved"] * 6, "draft"))),
    )


GROUPS = ("mayors-local-leaders", "unspecified", "youth")


@st.composite
def _attendance(draw: st.DrawFn, activity_id: str) -> list[dict[str, object]]:
    unique = st.tuples(
        st.sampled_from(GROUPS),
        st.sampled_from(values.GENDERS),
        maybe(COUNTRIES),
        st.sampled_from(("region", "region", "all")),
    )
    keys = draw(st.lists(unique, max_size=3, unique=True))
    return [
        attendance(
            activity_id,
            draw(st.integers(0, 4)),
            group=group,
            gender=gender,
            country=country,
            scope=scope,
            basis=draw(st.sampled_from(("exact", "exact", "at-least", "estimate"))),
        )
        for group, gender, country, scope in keys
    ]


@st.composite
def _participants(draw: st.DrawFn, activity_id: str) -> list[dict[str, object]]:
    return [
        participant(
            activity_id,
            person,
            group=draw(st.sampled_from(GROUPS)),
            gender=draw(st.sampled_from(values.GENDERS)),
            country=draw(maybe(COUNTRIES)),
            city=draw(maybe(tuple(TOWNS))),
        )
        for person in draw(several(("p-01", "p-02", "p-03"), most=3))
    ]


@st.composite
def _support(draw: st.DrawFn, number: int, activity_ids: list[str]) -> dict[str, object]:
    requested, started, completed = (draw(maybe(DATES)) for _ in range(3))
    if not _follows(requested, started):
        started = None
    if not (_follows(requested, completed) and _follows(started, completed)):
        completed = None
    return support(
        f"s{number}",
        programme=draw(st.sampled_from(("hub", "hub", "hub", "earlier"))),
        channels=draw(st.lists(st.sampled_from(CHANNELS), min_size=1, unique=True)),
        cities=draw(several(tuple(TOWNS))),
        countries=draw(several(COUNTRIES)),
        providers=draw(several(tuple(TOWNS))),
        themes=draw(several(THEMES)),
        funders=draw(several(FUNDERS)),
        status=draw(st.sampled_from(values.SUPPORT_STATUSES)),
        requested=requested,
        started=started,
        completed=completed,
        arose_from=draw(several(activity_ids)) if activity_ids else None,
        review=draw(st.sampled_from((*["approved"] * 6, "draft"))),
    )


@st.composite
def _outputs(draw: st.DrawFn, number: int) -> dict[str, object]:
    return output(
        f"o{number}",
        programme=draw(st.sampled_from(("hub", "earlier"))),
        date=draw(maybe(DATES)),
        country=draw(maybe(COUNTRIES)),
        cities=draw(several(tuple(TOWNS))),
    )


@st.composite
def _published(draw: st.DrawFn, number: int) -> dict[str, object]:
    value = draw(st.none() | st.integers(0, 40))
    return {
        "id": f"f{number}",
        "indicator": draw(st.sampled_from(("published", "member-cities"))),
        "country": draw(maybe(COUNTRIES[:2])),
        "as_of": draw(maybe(DATES)),
        "value": value,
        "status": "missing" if value is None else draw(st.sampled_from(("exact", "at-least"))),
    }


@st.composite
def _targets(draw: st.DrawFn) -> dict[str, object]:
    first, last = sorted(draw(st.tuples(*[st.sampled_from(range(2022, 2025))] * 2)))
    return {
        "indicator": draw(st.sampled_from(("attendances", "support-delivered", "member-cities"))),
        "country": draw(maybe(COUNTRIES[:2])),
        "start": f"{first}-01-01",
        "end": f"{last}-12-31",
        "value": draw(st.integers(0, 40)),
        "kind": draw(st.sampled_from(values.TARGET_KINDS)),
        "funder": draw(maybe(FUNDERS)),
    }


@st.composite
def workbooks(draw: st.DrawFn) -> Sheets:
    """Draw a workbook without faults whose optional cells are empty or filled."""
    activities = [
        draw(_activities(number)) for number in range(draw(st.sampled_from((7, 5, 3, 2, 1, 0))))
    ]
    ids = [str(row["id"]) for row in activities]
    members = st.sampled_from(("member", "member", "participant", "former"))
    keys = ("indicator", "country", "start", "end", "kind", "funder")
    targets = st.lists(_targets(), max_size=3, unique_by=lambda row: tuple(map(row.get, keys)))
    return {
        "dataset": [
            dataset(
                # 183 days and 182 days after the last of March, and late enough for all.
                as_of=draw(st.sampled_from((AS_OF, "2023-09-30", "2023-09-29"))),
                launched=draw(maybe(("2022-11", "2023-03-31"))),
            )
        ],
        "organisations": [{"id": id_, "name": id_} for id_ in FUNDERS],
        "themes": [{"id": id_, "label": id_, "order": 1} for id_ in THEMES],
        "cities": [city(id_, membership=draw(members), joined=draw(maybe(DATES))) for id_ in TOWNS],
        "activities": activities,
        "attendance": [row for id_ in ids for row in draw(_attendance(id_))],
        "participants": [
            row for id_ in ids if draw(st.booleans()) for row in draw(_participants(id_))
        ],
        "support": [draw(_support(number, ids)) for number in range(draw(st.integers(0, 5)))],
        "outputs": [draw(_outputs(number)) for number in range(draw(st.integers(0, 2)))],
        "indicators": indicators(),
        "targets": draw(targets),
        "published_figures": [
            draw(_published(number)) for number in range(draw(st.integers(0, 6)))
        ],
    }
