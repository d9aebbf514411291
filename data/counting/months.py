"""The month of a day, as text and as a number, in SQLite's and PostgreSQL's words."""

from __future__ import annotations

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
