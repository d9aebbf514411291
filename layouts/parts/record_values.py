"""The values of a record in words, with links to the records that it names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from dash import html

from data.dates import DateSpan
from data.geography import country_name, place_country_name
from data.records.record import Names, Record, Value
from data.records.shown import TITLE_COLUMNS
from data.workbook.sheets import SHEETS_BY_NAME, Column
from layouts import formats, records_words
from layouts.parts.co_funding import co_funded
from layouts.records_links import RecordLinks
from layouts.rule_words import RULE_SENTENCES

Parts = list[Any]
LONGEST_TITLE = 160
_WEB = ("https://", "http://")
_OF_THE_REGION = ("targets", "published_figures")
"""Sheets in which no country means the region."""
_PLAIN_NUMBERS = ("latitude", "longitude", "geonames_id", "order")


@dataclass(frozen=True, slots=True)
class RecordWriter:
    """Writes the values of records; `names` are those of the records that they name."""

    names: Names
    links: RecordLinks
    profile: str

    def title(self, record: Record) -> str:
        """The name of a record, cut where it is a whole text."""
        column = SHEETS_BY_NAME[record.sheet].by_name[TITLE_COLUMNS[record.sheet]]
        named = str(record.values[column.name])
        if column.refers_to:
            named = self.names[column.refers_to][named]
            return records_words.record_title(record, named)
        return shortened(named)

    def listed(self, record: Record) -> str:
        """The name of a record among others of its sheet, where that need not be said again."""
        column = SHEETS_BY_NAME[record.sheet].by_name[TITLE_COLUMNS[record.sheet]]
        if column.refers_to:
            return self.names[column.refers_to][str(record.values[column.name])]
        return self.title(record)

    def value(self, record: Record, name: str, most: int | None = None) -> Parts | None:
        """The value of a column; None when it is not recorded. `most` shortens long lists."""
        if name in record.withheld:
            return [html.Span(formats.WITHHELD, className="muted")]
        value = record.values[name]
        if value is None and name == "country" and record.sheet in _OF_THE_REGION:
            return [records_words.REGION]
        if value is None or value == ():
            return None
        if name == "amount":
            return [f"{formats.number(float(str(value)))} {record.values['currency']}"]
        return self._recorded(record.sheet, SHEETS_BY_NAME[record.sheet].by_name[name], value, most)

    def _recorded(self, sheet: str, column: Column, value: Value, most: int | None) -> Parts:
        if isinstance(value, tuple):
            return self._list(sheet, column, value, most)
        if column.refers_to:
            return [self._link(column.refers_to, str(value))]
        return [self._single(sheet, column, value)]

    def _list(self, sheet: str, column: Column, values: Sequence[str], most: int | None) -> Parts:
        written: Parts = []
        for value in values[:most]:
            if column.refers_to:
                part: Any = self._link(column.refers_to, value)
            else:
                part = self._single(sheet, column, value)
            written += [", ", part] if written else [part]
        if column.name == "funders" and len(values) > 1:
            written = co_funded(written)
        more = len(values) - len(values[:most])
        return [*written, f" and {more} more"] if more else written

    def _link(self, sheet: str, key: str) -> html.A:
        return html.A(shortened(self.names[sheet][key]), href=self.links.record(sheet, key))

    def _single(self, sheet: str, column: Column, value: Value) -> Any:
        match value:
            case bool():
                return "yes" if value else "no"
            case DateSpan():
                return formats.date_span(value)
            case date():
                return formats.day(value)
            case int() | float() | Decimal():
                return _number(column, value)
            case _:
                return self._text(sheet, column, str(value))

    def _text(self, sheet: str, column: Column, value: str) -> Any:
        if column.type == "country":
            return country_name(value, self.profile)
        if column.type == "any-country":
            return place_country_name(value, self.profile)
        if column.name == "rule":
            return RULE_SENTENCES[value]
        if column.name == "url":
            return outbound(value, value)
        if column.choices:
            return records_words.value_in_words(sheet, column.name, value)
        return value


def shortened(text: str) -> str:
    """Cut a long text at a word, for a line that leads to the whole of it."""
    if len(text) <= LONGEST_TITLE:
        return text
    return f"{text[:LONGEST_TITLE].rsplit(' ', 1)[0]} …"


def outbound(text: str, address: str | None) -> Any:
    """Link to another site, in a page of its own; what is no web address stays text."""
    if not address or not address.startswith(_WEB):
        return text
    return html.A(text, href=address, target="_blank", rel="noopener noreferrer")


def _number(column: Column, value: Value) -> str:
    assert isinstance(value, int | float | Decimal)
    if column.name in _PLAIN_NUMBERS:
        return f"{value:.5f}".rstrip("0").rstrip(".")
    return formats.number(float(value))
