"""What the list of a sheet's records says."""

from __future__ import annotations

from callbacks.pages import Asked, Content
from data.filters import Ignored
from data.records.asked import RecordsAsked, read_records_asked
from data.records.paging import RecordsPage
from layouts import records_words
from layouts.pages.records import layout
from layouts.records_links import RecordLinks


def answer(asked: Asked) -> Content:
    """List the page of records that the address asks for."""
    view, repository = asked.view, asked.repository
    sheet, reference = asked.names["sheet"], repository.reference()
    wanted, ignored = read_records_asked(sheet, view.filters, view.extras, reference)
    page = repository.records(wanted)
    parts = layout(
        page,
        repository.row_numbers(),
        reference,
        view.profile,
        RecordLinks(view.filters, view.extras),
    )
    return Content(parts, records_words.SHEETS[sheet], (*ignored, *_not_there(wanted, page)))


def _not_there(wanted: RecordsAsked, page: RecordsPage) -> list[Ignored]:
    """Say which page or sort is shown instead of the one asked for."""
    found: list[Ignored] = []
    if page.asked.sort != wanted.sort:
        found.append(Ignored("sort", str(wanted.sort), "there are too many records to sort so"))
    if page.page != wanted.page:
        found.append(Ignored("page", str(wanted.page), f"the last page is {page.page}"))
    return found
