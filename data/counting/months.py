"""The month of a day as text (`2023-03`), in SQLite's and PostgreSQL's words."""

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
