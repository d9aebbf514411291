"""Write the migration from the newest revision to what data/schema.py says now.

Usage: python -m scripts.new_migration "what changes"
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from alembic import command

from data.database import alembic_config, migrate, open_for_loading


def main(message: str) -> None:
    """Compare a migrated database with the schema and write what is between them."""
    with tempfile.TemporaryDirectory() as folder:
        engine = open_for_loading(f"sqlite:///{folder}/trial.sqlite")
        migrate(engine)
        config = alembic_config()
        with engine.connect() as connection:
            config.attributes["connection"] = connection
            script = command.revision(config, message, autogenerate=True)
    path = Path(script.path)  # type: ignore[union-attr]
    subprocess.run([sys.executable, "-m", "ruff", "check", "--fix", "--quiet", path], check=True)
    subprocess.run([sys.executable, "-m", "ruff", "format", "--quiet", path], check=True)
    print(f"Wrote {path}. Read it: comparison sees no changed checks and no moved contents.")


if __name__ == "__main__":
    main(" ".join(sys.argv[1:]))
