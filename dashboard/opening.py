"""From the settings to a repository: the engine, and the embedded database when it is new."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from dashboard.settings import EMBEDDED_DATABASE, Settings
from data.database import migrate, open_for_loading, open_for_reading
from data.repository import Repository
from data.workbook.loading import load


def open_repository(settings: Settings) -> Repository:
    """Open the reporting database for reading; nothing is asked yet."""
    return Repository(open_for_reading(settings.database_url))


def prepare_embedded_database(settings: Settings) -> bool:
    """Make the embedded database from the public record when there is none; say whether it did."""
    if not settings.uses_embedded_database or EMBEDDED_DATABASE.exists():
        return False
    EMBEDDED_DATABASE.parent.mkdir(parents=True, exist_ok=True)
    engine = open_for_loading(settings.database_url)
    try:
        migrate(engine)
        load(engine, public_record())
    finally:
        engine.dispose()
    return True


def public_record() -> Path:
    """The folder of the shipped workbook."""
    return Path(str(files("data") / "public_record"))
