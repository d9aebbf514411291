"""Small workbooks that are loaded with a rule for small numbers, and counted naively beside."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from data import schema
from data.counting.withheld_rows import withheld_attendance
from data.database import migrate, open_for_loading, open_for_reading
from data.figures import Count
from data.filters import Filters
from data.repository import Repository
from data.small_numbers import SmallNumbers
from data.workbook.loading import load
from recount import Recount
from small_workbooks import (
    THEMES,
    TOWNS,
    Sheets,
    attendance,
    city,
    dataset,
    indicators,
    write_workbook,
)

THRESHOLD = 5
RULE = SmallNumbers(THRESHOLD)
ALL_TOLD = SmallNumbers(threshold=0)
MAYORS = "mayors-local-leaders"
NewBook = Callable[..., "Book"]


@dataclass
class Book:
    """A small workbook in a database, and its naive count."""

    engine: sa.Engine
    recount: Recount

    def __post_init__(self) -> None:
        self.repositories: dict[SmallNumbers, Repository] = {}

    def repository(self, rule: SmallNumbers = RULE) -> Repository:
        if rule not in self.repositories:
            self.repositories[rule] = Repository(self.engine, small_numbers=rule)
        return self.repositories[rule]

    def count(
        self, filters: Filters, indicator: str = "women-share", rule: SmallNumbers = RULE
    ) -> Count:
        (figure,) = self.repository(rule).figures(filters, [indicator])
        return figure.count

    def withheld_rows(self, rule: SmallNumbers = RULE) -> dict[int, frozenset[str]]:
        with self.engine.connect() as connection:
            ids = connection.scalars(sa.select(schema.activities.c.id)).all()
            return dict(withheld_attendance(connection, ids, rule))

    def rows(self) -> list[sa.RowMapping]:
        """List the rows of attendance as they are stored."""
        with self.engine.connect() as connection:
            return list(connection.execute(sa.select(schema.attendance)).mappings())


def load_book(stack: ExitStack, url: str, folder: Path, sheets: Sheets) -> Book:
    """Replace a database's contents by some sheets; cities, themes and indicators are there."""
    base: Sheets = {
        "dataset": [dataset()],
        "themes": [{"id": id_, "label": id_, "order": 1} for id_ in THEMES],
        "cities": [city(id_) for id_ in TOWNS],
        "indicators": indicators(),
    }
    write_workbook(folder, base | sheets)
    writing = open_for_loading(url)
    migrate(writing)
    load(writing, folder)
    writing.dispose()
    engine = open_for_reading(url)
    stack.callback(engine.dispose)
    return Book(engine, Recount(folder))


def women_and_men(id_: str, women: int, men: int, **changes: object) -> list[dict[str, object]]:
    """Give the two rows of a head-count by gender."""
    return [
        attendance(id_, women, gender="female", **changes),
        attendance(id_, men, gender="male", **changes),
    ]
