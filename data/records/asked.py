"""What is asked of the records of one sheet: filter, narrowing, order, page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from data import values
from data.errors import HubError
from data.evidence.asked import AskedFigure, read_figure_key
from data.evidence.reasons import reason_of
from data.evidence.records import sheet_of
from data.figures import Reason
from data.filters import Filters, Ignored
from data.quality import quality_names
from data.records.part_rules import PART_RULES
from data.records.parts import Part, read_parts
from data.records.sorting import Sort, default_sort, read_sort
from data.reference import Reference

_STATUSES = {
    "activities": values.ACTIVITY_STATUSES,
    "support": values.SUPPORT_STATUSES,
    "cities": values.MEMBERSHIPS,
}
_LONGEST_PAGE = 7


@dataclass(frozen=True, slots=True)
class RecordsAsked:
    """The records of one sheet that are asked for.

    With a `figure` they are those that it counted, or left out for `reason`, and `filters` play
    no part; with a `quality` those in want of something, drafts among them where it asks for
    drafts. `parts` narrow any of these. Without a `sort` they keep the workbook's order.
    """

    sheet: str
    filters: Filters
    figure: AskedFigure | None = None
    reason: str | None = None
    quality: str | None = None
    parts: tuple[Part, ...] = ()
    sort: Sort | None = None
    page: int = 1


def read_records_asked(
    sheet: str, filters: Filters, extras: Mapping[str, str], reference: Reference
) -> tuple[RecordsAsked, tuple[Ignored, ...]]:
    """Read what the view keys of an address ask of a sheet, and what of them is not understood."""
    ignored: list[Ignored] = []
    figure = _figure(sheet, filters, extras, reference, ignored)
    asked = RecordsAsked(
        sheet,
        filters,
        figure=figure,
        reason=_reason(sheet, figure, extras.get("reason"), ignored),
        quality=_quality(sheet, figure, extras.get("quality"), ignored),
        parts=_parts(sheet, extras.get("part"), reference, ignored),
        sort=_sort(sheet, extras.get("sort"), ignored),
        page=_page(extras.get("page"), ignored),
    )
    return asked, tuple(ignored)


def _figure(
    sheet: str,
    filters: Filters,
    extras: Mapping[str, str],
    reference: Reference,
    ignored: list[Ignored],
) -> AskedFigure | None:
    key = extras.get("figure")
    if not key:
        return None
    try:
        figure = read_figure_key(key, filters, reference)
    except HubError:
        ignored.append(Ignored("figure", key, "there is no such figure"))
        return None
    if sheet_of(figure) != sheet:
        ignored.append(Ignored("figure", key, "it counts no records of this sheet"))
        return None
    return figure


def _reason(
    sheet: str, figure: AskedFigure | None, name: str | None, ignored: list[Ignored]
) -> str | None:
    if not name:
        return None
    reason = reason_of(name)
    if figure is None:
        ignored.append(Ignored("reason", name, "it belongs to a figure"))
    elif reason in tuple(Reason) or reason in _STATUSES.get(sheet, ()):
        return reason
    else:
        ignored.append(Ignored("reason", name, "there is no such reason"))
    return None


def _quality(
    sheet: str, figure: AskedFigure | None, name: str | None, ignored: list[Ignored]
) -> str | None:
    if not name:
        return None
    if figure is not None:
        ignored.append(Ignored("quality", name, "the records of a figure are shown"))
    elif name in quality_names(sheet):
        return name
    else:
        ignored.append(Ignored("quality", name, "it is not asked of this sheet"))
    return None


def _parts(
    sheet: str, text: str | None, reference: Reference, ignored: list[Ignored]
) -> tuple[Part, ...]:
    if not text:
        return ()
    parts = read_parts(sheet, text, reference, PART_RULES)
    if parts is None:
        ignored.append(Ignored("part", text, "these records are not told apart so"))
    return parts or ()


def _sort(sheet: str, text: str | None, ignored: list[Ignored]) -> Sort | None:
    if not text:
        return default_sort(sheet)
    sort = read_sort(sheet, text)
    if sort is None:
        ignored.append(Ignored("sort", text, "these records are not sorted by it"))
    return sort or default_sort(sheet)


def _page(text: str | None, ignored: list[Ignored]) -> int:
    if not text:
        return 1
    if text.isascii() and text.isdigit() and len(text) <= _LONGEST_PAGE and int(text) > 0:
        return int(text)
    ignored.append(Ignored("page", text, "it is a number from 1"))
    return 1
