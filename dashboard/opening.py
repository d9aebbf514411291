"""From the settings to a repository: the engine, and the embedded database when it is new."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from dashboard.settings import EMBEDDED_DATABASE, EMBEDDED_URL, Settings
from data.attention.thresholds import Thresholds
from data.database import open_for_loading, open_for_reading
from data.errors import DatabaseEmpty, DatabaseUnavailable
from data.repository import Repository
from data.small_numbers import SmallNumbers
from data.workbook.loading import load


def open_repository(settings: Settings) -> Repository:
    """Open the reporting database for reading; nothing is asked yet."""
    rule = SmallNumbers(settings.small_numbers, settings.office_holders_exempt)
    thresholds = Thresholds(settings.quiet_months, settings.open_days)
    return Repository(
        open_for_reading(settings.database_url), small_numbers=rule, attention=thresholds
    )


def prepare_embedded_database(settings: Settings) -> bool:
    """Fill the embedded database from the public record where it is empty; say whether it did.

    A first start that was cut short leaves a file without contents: that one is filled as well.
    """
    if not settings.uses_embedded_database or (EMBEDDED_DATABASE.exists() and not _is_empty()):
        return False
    EMBEDDED_DATABASE.parent.mkdir(parents=True, exist_ok=True)
    engine = open_for_loading(settings.database_url)
    try:
        load(engine, public_record())
    finally:
        engine.dispose()
    return True


def _is_empty() -> bool:
    engine = open_for_reading(EMBEDDED_URL)
    try:
        Repository(engine).ping()
    except DatabaseEmpty:
        return True
    except DatabaseUnavailable:
        return False  # damaged or of another version: not ours to overwrite
    finally:
        engine.dispose()
    return False


def public_record() -> Path:
    """The folder of the shipped workbook."""
    return Path(str(files("data") / "public_record"))
