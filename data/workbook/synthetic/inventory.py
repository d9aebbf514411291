"""What the records refer to: the dataset itself, sources, organisations and themes."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

from data.workbook.synthetic.chance import Deck
from data.workbook.synthetic.oddities import ODDITIES, odd_text
from data.workbook.synthetic.period import AS_OF, PRECISIONS, written
from data.workbook.synthetic.plan import Plan
from data.workbook.synthetic.writing import Row

TITLE = "Synthetic data for trials: no real activities"
PUBLIC_RECORD = Path(__file__).parents[2] / "public_record"

MEMBERSHIPS = {"member": 6, "participant": 3, "former": 1}
FUNDERS = {f"funder-{letter}": f"Funder {letter.upper()} (synthetic)" for letter in "abcd"}
PARTNERS = {f"partner-{letter}": f"Partner {letter.upper()} (synthetic)" for letter in "abcdef"}


def dataset(plan: Plan) -> Iterator[Row]:
    """Give the one row that says what this workbook is."""
    yield {
        "title": TITLE,
        "kind": "synthetic",
        "as_of": AS_OF.isoformat(),
        "launched": "2022-11",
        "publisher": "Generator of synthetic workbooks",
        "contact": "Nobody: the records are invented.",
        "acknowledgement": f"No funder is real. Made of {plan.activity_count} activities, "
        f"seed {plan.seed}.",
        "copyright": "Towns: GeoNames, CC BY 4.0. Everything else is invented.",
    }


def sources(plan: Plan) -> Iterator[Row]:
    """Give the sources that the records name."""
    stream = plan.chance("sources")
    precisions = Deck(stream, PRECISIONS)
    for place, source in enumerate(plan.sources):
        has_address = stream.often(0.7)
        yield {
            "id": source,
            "title": odd_text(place, f"Report {place + 1} (synthetic)"),
            "publisher": "Publisher (synthetic)" if stream.often(0.8) else "",
            "url": f"https://example.org/synthetic/{place + 1}" if has_address else "",
            "published": written(stream.day(date(2016, 1, 1), AS_OF), precisions.deal()),
            "note": "" if has_address else "No address.",
        }


def organisations() -> Iterator[Row]:
    """Give the invented funders and partners."""
    for key, name in (FUNDERS | PARTNERS).items():
        short_name = key.replace("-", " ").title() if key.startswith("funder") else ""
        yield {"id": key, "name": name, "short_name": short_name, "note": "Invented for trials."}


def themes() -> Iterator[Row]:
    """Give the themes of the public record."""
    yield from public_rows("themes")


def cities(plan: Plan) -> Iterator[Row]:
    """Give the towns of the plan with invented membership."""
    stream = plan.chance("cities")
    memberships, precisions = Deck(stream, MEMBERSHIPS), Deck(stream, PRECISIONS)
    for place, town in enumerate(plan.cities.towns):
        membership, is_odd = memberships.deal(), place % 5 == 4
        joined = stream.day(date(2015, 3, 1), AS_OF)
        yield {
            "id": town.id,
            "name": town.name,
            "local_name": town.local_name,
            "country": town.country,
            "latitude": town.latitude,
            "longitude": town.longitude,
            "geonames_id": town.geonames_id if stream.often(0.9) else None,
            "membership": membership,
            "joined": "" if membership == "participant" else written(joined, precisions.deal()),
            "sources": stream.some(plan.sources, 1),
            "note": ODDITIES[place // 5 % len(ODDITIES)] if is_odd else "Membership is invented.",
        }


@cache
def theme_labels() -> dict[str, str]:
    """Give theme id → label as it reads in the middle of a title."""
    return {row["id"]: row["label"][0].lower() + row["label"][1:] for row in public_rows("themes")}


def public_rows(sheet: str) -> list[dict[str, str]]:
    """Read one sheet of the public record: its themes and definitions hold for trials too."""
    with (PUBLIC_RECORD / f"{sheet}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
