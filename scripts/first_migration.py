"""Write the statements of the first migration anew from data/schema.py.

Only until the first release: a database that is in use needs a migration of its own.

Usage: python -m scripts.first_migration
"""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from data.schema import metadata

FOLDER = Path(__file__).parents[1] / "data/migrations/versions"


def statements(dialect: sa.Dialect) -> list[str]:
    """List what makes the whole schema on one kind of database."""
    written: list[str] = []
    engine = sa.create_mock_engine(
        f"{dialect.name}://",
        lambda ddl, *_, **__: written.append(str(ddl.compile(dialect=dialect))),
    )
    metadata.create_all(engine, checkfirst=False)
    return [_tidy(statement) for statement in written]


def _tidy(statement: str) -> str:
    lines = (line.rstrip().replace("\t", "    ") for line in statement.strip().splitlines())
    return "\n".join(line for line in lines if line)


def main() -> None:
    """Write one file for each kind of database."""
    for dialect in (sqlite.dialect(), postgresql.dialect()):
        path = FOLDER / f"0001_{dialect.name}.sql"
        path.write_text("".join(f"{part};\n\n" for part in statements(dialect)), encoding="utf-8")
        print(f"Wrote {path}")


if __name__ == "__main__":
    main()
