"""The page Support with three records, with none, and with titles that would break a table."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from data.dates import parse_date
from data.filters import ALL, Filters
from data.support.courses import MOST_COURSES
from data.support.shapes import Support, SupportCourse
from layouts import support_words
from layouts.canvas import Canvas
from layouts.figures.support_courses import dates, support_courses
from layouts.figures.support_months import support_months
from layouts.figures.support_pieces import pieces
from layouts.figures.support_rows import support_rows
from layouts.pages.support import layout
from layouts.support_links import SupportLinks
from loaded import fill, opened
from small_workbooks import Sheets, activity, city, dataset, indicators, support, write_workbook
from spoken import components, spoken

MAIN = Canvas(1232, 720, 16)
AS_OF = date(2024, 12, 21)
THREE: Sheets = {
    "dataset": [dataset()],
    "cities": [city("elbasan"), city("peja")],
    "organisations": [{"id": "a", "name": "Fund A"}, {"id": "b", "name": "Fund B"}],
    "activities": [activity("old", start="2023-03-01"), activity("young", start="2024-12-01")],
    "support": [
        support("one", title="A council", channels=["hub-guidance", "peer-learning"],
                cities="elbasan", providers="peja", started="2023-02-01", completed="2023-06",
                amount="1234.5", currency="EUR", funders=["a", "b"]),
        support("two", title="A plan", status="requested", requested="2023", due="2024-06-30",
                countries="AL", arose_from="old"),
        support("three", title="A course", status="agreed", channels="training"),
    ],
    "indicators": indicators(),
}  # fmt: skip


def read(tmp_path: Path, sheets: Sheets, filters: Filters = ALL) -> Support:
    url = f"sqlite:///{tmp_path / 'hub.sqlite'}"
    fill(url, write_workbook(tmp_path / "workbook", sheets))
    with opened(url) as repository:
        return repository.support(filters)


def page(shown: Support, main: Canvas = MAIN) -> Any:
    return layout(shown, "plain", None, main, 7)


def part(parts: Any, name: str) -> Any:
    return next(item for item in components(parts) if getattr(item, "id", None) == name)


def figures(parts: Any) -> list[Any]:
    return [item.figure for item in components(parts) if hasattr(item, "figure")]


def course(status: str, **spans: str) -> SupportCourse:
    known = dict.fromkeys(("requested", "started", "completed", "due")) | {
        name: parse_date(text) for name, text in spans.items()
    }
    return SupportCourse("one", "One", status, "Somebody", **known)


def test_every_part_says_what_it_shows(tmp_path):
    parts = page(read(tmp_path, THREE))
    said = {
        "board": "A record with several channels stands in each of their rows",
        "over-time": "2 support records are drawn with the dates that are recorded. 1 record has",
        "places": "Albania 1 0 1 elbasan 1 0 0 no city named 0 0 1",
        "exchange": "peja 1",
        "amounts": "EUR 1234.50 1 0 1234.50 1 Not recorded 0 2 2",
        "waiting": "more than 180 days ago 1 1 past due",
        "follow-through": "1 of 1 workshop or roundtable led to a documented follow-up",
    }
    for name, words in said.items():
        assert words in spoken(part(parts, name)), spoken(part(parts, name))
    head = spoken(parts[0])
    assert "3 support records : 1 requested , 1 agreed and 1 delivered ." in head
    assert "2 of them are open: requested, agreed or in progress. 1 city is named." in head
    assert "1 is too recent to say." in spoken(part(parts, "follow-through")).replace("  ", " ")


def test_the_board_names_channels_titles_and_funders(tmp_path):
    words = spoken(part(page(read(tmp_path, THREE)), "board"))
    assert "No record: Technical Support Fund, Expert Pool, Event participation," in words
    assert "Co-funded: Fund A and Fund B" in words
    assert words.count("A council") == 2
    assert "Declined" not in words
    declined = THREE | {"support": [support("no", title="Refused", status="declined")]}
    quiet = spoken(part(page(read(tmp_path / "declined", declined)), "board"))
    assert "Declined" in quiet
    assert "Refused" not in quiet


def test_many_records_are_named_by_their_latest(tmp_path):
    rows = [
        support(f"s{place}", title=f"Title {place}", completed=f"2023-01-{place + 1:02}")
        for place in range(MOST_COURSES + 1)
    ]
    shown = read(tmp_path, THREE | {"support": rows})
    words = spoken(part(page(shown), "board"))
    assert f"Title {MOST_COURSES} and {MOST_COURSES} more" in words
    assert "Title 0" not in words
    (drawn,) = figures(page(shown))
    opened_by = [tuple(data) for data in drawn.data[1].customdata]
    assert opened_by == [("address", "/records/support?part=status.delivered~month.2023-01")]
    (row,) = support_rows(shown, SupportLinks(ALL, None)).rows
    assert row.cells == ("January 2023", "delivered", MOST_COURSES + 1)
    assert row.address == opened_by[0][1]


def test_without_support_it_is_said_and_nothing_is_drawn(tmp_path):
    parts = page(read(tmp_path, {"dataset": [dataset()]}))
    words = spoken(parts)
    assert "No support is recorded in this dataset yet" in words
    assert "the workbook has no indicator with the rule for it" in words
    assert not figures(parts)
    shown = read(tmp_path / "three", THREE, Filters(countries=("RS",)))
    assert "No support belongs to this filter; choose another place" in spoken(page(shown))
    assert support_rows(shown, SupportLinks(ALL, None)).rows == ()


def test_undated_support_is_listed_and_never_drawn(tmp_path):
    sheets = THREE | {"support": [support(f"s{place}", title=f"T{place}") for place in range(7)]}
    parts = page(read(tmp_path, sheets))
    words = spoken(part(parts, "over-time"))
    assert "No support here has a date, so nothing can be drawn." in words
    assert "T4 and 2 more" in words
    assert not figures(parts)


@pytest.mark.parametrize(
    ("given", "drawn"),
    [
        (course("delivered", started="2023-02-01", completed="2023-02-09"),
         [("solid", "2023-02-01", "2023-02-09")]),
        (course("delivered", completed="2023-09"), [("band", "2023-09-01", "2023-09-30")]),
        (course("delivered", started="2023-03", completed="2023-03"),
         [("band", "2023-03-01", "2023-03-31")]),
        (course("delivered", requested="2023-01-10", started="2023-02-01", completed="2023-06"),
         [("band", "2023-06-01", "2023-06-30"), ("hollow", "2023-01-10", "2023-02-01"),
          ("solid", "2023-02-01", "2023-06-01")]),
        (course("requested", requested="2023"),
         [("band-hollow", "2023-01-01", "2023-12-31"), ("hollow", "2023-12-31", "2024-12-21")]),
        (course("requested", requested="2024-12-21"), [("hollow", "2024-12-21", "2024-12-21")]),
        (course("in-progress", requested="2023", started="2023-07-25"),
         [("band-hollow", "2023-01-01", "2023-12-31"), ("half", "2023-07-25", "2023-07-25"),
          ("dashed", "2023-07-25", "2024-12-21")]),
        (course("in-progress", requested="2023-01-10"),
         [("hollow", "2023-01-10", "2023-01-10"), ("dashed", "2023-01-10", "2024-12-21")]),
        (course("agreed", requested="2024-01-01", started="2024-03-01"),
         [("hollow", "2024-01-01", "2024-03-01"), ("hollow", "2024-03-01", "2024-12-21")]),
        (course("delivered"), []),
    ],
)  # fmt: skip
def test_dates_are_drawn_as_precisely_as_they_are(given, drawn):
    found = [(piece.form, str(piece.first), str(piece.last)) for piece in pieces(given, AS_OF)]
    assert found == drawn


def test_a_bar_opens_its_record_and_tells_its_dates():
    late = course("requested", requested="2023", due="2024-06-30")
    drawn = support_courses([late, course("delivered")], AS_OF, MAIN)
    assert {tuple(data) for data in drawn.data[1].customdata} == {("support", "one")}
    assert dates(late) == ["requested 2023", "due 30 June 2024"]
    assert "requested 2023<br>due 30 June 2024" in drawn.data[1].hovertext[0]
    assert list(drawn.data[0].text).count("One") == 1


@pytest.mark.parametrize("width", [300, 358, 976, 1232, 1820])
def test_pictures_fit_their_page_whatever_the_titles(tmp_path, width):
    hostile = "W" * 5000, "<b>\u202eevil</b>\n" * 50, "&" * 200, "x"
    rows = [
        support(f"s{place}", title=title, beneficiary=title, completed="2023-02-08",
                cities="elbasan", providers="peja")
        for place, title in enumerate(hostile)
    ]  # fmt: skip
    shown = read(tmp_path, THREE | {"support": rows})
    (drawn,) = figures(page(shown, Canvas(width, 800, 16)))
    assert drawn.layout.width == width
    names = [text for text in drawn.data[0].text if text.startswith("W")]
    assert len(names) == 1
    assert len(names[0]) < width / 7
    assert max(drawn.data[1].x) <= width
    assert not any("<b>\u202e" in text for text in drawn.data[1].hovertext)


def test_months_without_any_date_draw_no_bar(tmp_path):
    shown = read(tmp_path, THREE)
    drawn = support_months((), shown.as_of, MAIN, SupportLinks(ALL, None))
    assert len(drawn.data[1].x) == 0


def test_pairs_are_drawn_and_said_as_sentences(tmp_path):
    shown = read(tmp_path, THREE)
    there = part(page(shown), "exchange")
    assert "peja shared its practice with elbasan 1" in spoken(there)
    assert there.className == "part part-half"
    none = read(tmp_path / "none", THREE | {"support": [support("one")]})
    words = spoken(part(page(none), "exchange"))
    assert words.endswith("No record here names a city that shared its practice.")


def test_amounts_keep_all_their_decimals():
    assert support_words.amount(Decimal("0.0000")) == "0"
    assert support_words.amount(Decimal("1234.5")) == "1234.50"
    assert support_words.amount(Decimal("12345678901.2345")) == (
        "12\u202f345\u202f678\u202f901.2345"
    )
    assert support_words.amount(Decimal("1E+3")) == "1000"
