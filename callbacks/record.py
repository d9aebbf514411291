"""What the page of one record says."""

from __future__ import annotations

from callbacks.pages import Asked, Content
from data.errors import UnknownRecord
from layouts import records_words
from layouts.pages.record import layout, no_record
from layouts.parts.record_values import RecordWriter
from layouts.records_links import RecordLinks


def answer(asked: Asked) -> Content:
    """Show the record that the path names, or say that there is none."""
    view, sheet = asked.view, asked.names["sheet"]
    links = RecordLinks(view.filters, view.extras)
    try:
        shown = asked.repository.record(sheet, asked.names["key"])
    except UnknownRecord:
        return Content(no_record(sheet, links), records_words.SHEETS[sheet])
    title = RecordWriter(shown.names, links, view.profile).title(shown.record)
    return Content(layout(shown, view.profile, links), title)
