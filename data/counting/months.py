"""The month and the quarter of a day as text, in SQLite's and PostgreSQL's words."""

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


class QuarterOf(FunctionElement[str]):
    """The quarter of a date column (`2023-1`), null for an undated record."""

    type = sa.Text()
    inherit_cache = True
    name = "quarter_of"


@compiles(QuarterOf, "sqlite")
def _sqlite_quarter(element: QuarterOf, compiler: SQLCompiler, **options: Any) -> str:
    day = compiler.process(element.clauses, **options)
    return f"substr({day}, 1, 5) || ((substr({day}, 6, 2) + 2) / 3)"


@compiles(QuarterOf, "postgresql")
def _postgresql_quarter(element: QuarterOf, compiler: SQLCompiler, **options: Any) -> str:
    return f"to_char({compiler.process(element.clauses, **options)}, 'YYYY-Q')"
