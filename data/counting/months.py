"""The month of a day, as text, number, first and last day, in SQLite's and PostgreSQL's words."""

from __future__ import annotations

from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement


class MonthOf(FunctionElement[str]):
    """The month of a date column, null for an undated record."""

    type = sa.Text()
    inherit_cache = True
    name = "month_of"


@compiles(MonthOf, "sqlite")
def _sqlite(element: MonthOf, compiler: SQLCompiler, **options: Any) -> str:
    return f"substr({compiler.process(element.clauses, **options)}, 1, 7)"


@compiles(MonthOf, "postgresql")
def _postgresql(element: MonthOf, compiler: SQLCompiler, **options: Any) -> str:
    return f"to_char({compiler.process(element.clauses, **options)}, 'YYYY-MM')"


class MonthNumberOf(FunctionElement[int]):
    """The months from year 0 to a date column, null for an undated record."""

    type = sa.Integer()
    inherit_cache = True
    name = "month_number_of"


@compiles(MonthNumberOf, "sqlite")
def _sqlite_number(element: MonthNumberOf, compiler: SQLCompiler, **options: Any) -> str:
    day = compiler.process(element.clauses, **options)
    return f"(substr({day}, 1, 4) * 12 + substr({day}, 6, 2) - 1)"


@compiles(MonthNumberOf, "postgresql")
def _postgresql_number(element: MonthNumberOf, compiler: SQLCompiler, **options: Any) -> str:
    day = compiler.process(element.clauses, **options)
    return f"(extract(year FROM {day})::int * 12 + extract(month FROM {day})::int - 1)"


class MonthStartOf(FunctionElement[date]):
    """The first day of a date column's month, null for an undated record."""

    type = sa.Date()
    inherit_cache = True
    name = "month_start_of"


@compiles(MonthStartOf, "sqlite")
def _sqlite_start(element: MonthStartOf, compiler: SQLCompiler, **options: Any) -> str:
    return f"date({compiler.process(element.clauses, **options)}, 'start of month')"


@compiles(MonthStartOf, "postgresql")
def _postgresql_start(element: MonthStartOf, compiler: SQLCompiler, **options: Any) -> str:
    return f"date_trunc('month', {compiler.process(element.clauses, **options)})::date"


class MonthEndOf(FunctionElement[date]):
    """The last day of a date column's month, null for an undated record."""

    type = sa.Date()
    inherit_cache = True
    name = "month_end_of"


@compiles(MonthEndOf, "sqlite")
def _sqlite_end(element: MonthEndOf, compiler: SQLCompiler, **options: Any) -> str:
    day = compiler.process(element.clauses, **options)
    return f"date({day}, 'start of month', '+1 month', '-1 day')"


@compiles(MonthEndOf, "postgresql")
def _postgresql_end(element: MonthEndOf, compiler: SQLCompiler, **options: Any) -> str:
    day = compiler.process(element.clauses, **options)
    return f"(date_trunc('month', {day}) + interval '1 month - 1 day')::date"
