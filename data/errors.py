"""What can go wrong, each with a sentence for the reader and the HTTP status it means."""

from __future__ import annotations


class HubError(Exception):
    """A failure that people may read: `sentence` is shown, `status` is the HTTP answer."""

    status = 500

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class InvalidFilter(HubError):
    """The address or the command line asks for something that does not exist."""

    status = 400


class UnknownRecord(HubError):
    """No record, indicator or page of that name."""

    status = 404


class DatabaseUnavailable(HubError):
    """The reporting database does not answer."""

    status = 503


class WrongDatabaseAddress(HubError):
    """The URL of the reporting database names none that the dashboard can open."""


class SchemaOutdated(DatabaseUnavailable):
    """The reporting database answers, but its tables are not those of this version."""


class DatabaseEmpty(DatabaseUnavailable):
    """The reporting database answers and is current, but no workbook has been loaded."""


class WorkbookUnreadable(HubError):
    """The workbook cannot be read at all: not there, not a folder, not an XLSX file."""

    status = 400
