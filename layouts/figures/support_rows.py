"""Support over time as rows, for the table beside the picture and for downloads."""

from __future__ import annotations

from data.dates import DateSpan
from data.support.shapes import Support, SupportCourse
from layouts import formats, support_words, words
from layouts.chart_table import ChartColumn, ChartRow, ChartTable
from layouts.figures.support_courses import ORDER
from layouts.support_links import SupportLinks

NAME, TITLE = "support-timeline", "Support over time"
_COURSES = (
    ChartColumn("Support", "#service +name"),
    ChartColumn("Beneficiary", "#beneficiary +name"),
    ChartColumn("Status", "#status"),
    ChartColumn("Requested"),
    ChartColumn("Started", "#date +start"),
    ChartColumn("Completed", "#date +end"),
    ChartColumn("Due"),
)
_MONTHS = (
    ChartColumn("Month", "#date"),
    ChartColumn("Status", "#status"),
    ChartColumn("Support", "#service +num", "number"),
)


def support_rows(shown: Support, links: SupportLinks) -> ChartTable:
    """List what the picture shows: single support, or months where it is much; undated last."""
    if shown.timeline.months:
        caption = "Support by month and status"
        return ChartTable(NAME, TITLE, caption, _MONTHS, _month_rows(shown, links))
    courses = [
        course for status in ORDER for course in shown.timeline.courses if course.status == status
    ]
    return ChartTable(NAME, TITLE, "Support with its dates", _COURSES, tuple(map(_row, courses)))


def _row(course: SupportCourse) -> ChartRow:
    spans = (course.requested, course.started, course.completed, course.due)
    told = (course.title, course.beneficiary, words.STATUSES[course.status])
    return ChartRow((*told, *map(_day, spans)), show=f"support:{course.id}")


def _day(span: DateSpan | None) -> str | None:
    return formats.date_span(span) if span else None


def _month_rows(shown: Support, links: SupportLinks) -> tuple[ChartRow, ...]:
    ordered = sorted(shown.timeline.months, key=lambda item: (item.month is None, item.month or ""))
    return tuple(
        ChartRow(
            (
                formats.month(item.month) if item.month else support_words.AGES["no-date"],
                words.STATUSES[item.status],
                item.records,
            ),
            address=links.list(status=item.status, month=item.month or "none"),
        )
        for item in ordered
    )
