"""The timeline: three hand-written rows, none, many, and the edges of time."""

from datetime import date
from itertools import pairwise

import pandas as pd
import pytest

from data.frames import TIMELINE_LANES, TIMELINE_MARKS, TIMELINE_MONTHS, conform
from data.overview.lane_figures import LaneFigures
from data.overview.lanes import LANES
from layouts import theme
from layouts.canvas import Canvas
from layouts.figures.timeline import timeline
from layouts.figures.timeline_axis import TimeAxis, longest_gap, ticks
from layouts.figures.timeline_words import timeline_rows
from layouts.parts.timeline_legend import timeline_legend
from layouts.sentences.overview import timeline_said
from layouts.text_width import text_width

AS_OF = date(2024, 12, 21)
FIRST = date(2022, 11, 1)
LAPTOP = Canvas(744, 235)
PHONE = Canvas(358, 0)


def mark(lane="workshops", first=None, last=None, precision="day", **other):
    support = lane == "support"
    return {
        "lane": lane,
        "sheet": "support" if support else "activities",
        "id": other.pop("id", f"{lane}-{first}"),
        "label": "Elbasan",
        "title": "A meeting",
        "kind": "city" if support else "workshop",
        "status": "delivered" if support else "held",
        "first": first,
        "last": last or first,
        "precision": precision if first else "none",
    } | other


WORKSHOP = mark(first=date(2023, 2, 8), last=date(2023, 2, 9), precision="span", label="Sarajevo")
OPEN = mark("support", date(2023, 7, 25), id="council", status="in-progress", label="Danilovgrad")
UNDATED = mark("summits", id="kristiansand", kind="summit", label="Kristiansand")
THREE = (WORKSHOP, OPEN, UNDATED)


def frames(marks=(), months=()):
    totals = dict.fromkeys(LANES, 0)
    for row in marks:
        totals[row["lane"]] += 1
    for row in months:
        totals[row["lane"]] += row["records"]
    binned = {row["lane"] for row in months}
    lanes = [
        {
            "lane": lane,
            "records": records,
            "drawn_as": "months" if lane in binned else "marks" if records else "nothing",
        }
        for lane, records in totals.items()
    ]
    return (
        conform(lanes, TIMELINE_LANES),
        conform(marks, TIMELINE_MARKS),
        conform(months, TIMELINE_MONTHS),
    )


def drawn(marks=(), months=(), *, first=FIRST, last=AS_OF, canvas=LAPTOP, selected=()):
    return timeline(*frames(marks, months), AS_OF, first, last, canvas, selected)


def labels(figure):
    trace = next(trace for trace in figure.data if trace.name == "labels")
    return dict(zip(trace.text, zip(trace.x, trace.y, strict=True), strict=True))


def records(figure):
    trace = next(trace for trace in figure.data if trace.name == "records")
    return {
        tuple(record): (x, y, told)
        for record, x, y, told in zip(
            trace.customdata, trace.x, trace.y, trace.hovertext, strict=True
        )
    }


def shapes(figure, **wanted):
    found = []
    for shape in figure.layout.shapes:
        paint = {"fill": shape.fillcolor, "line": shape.line.color, "opacity": shape.opacity}
        if all(paint[name] == value for name, value in wanted.items()):
            found.append(shape)
    return found


def labels_overlap(figure):
    trace = next(trace for trace in figure.data if trace.name == "labels")
    boxes = []
    for x, y, text, place, size, weight in zip(
        trace.x, trace.y, trace.text, trace.textposition,
        trace.textfont.size, trace.textfont.weight, strict=True,
    ):  # fmt: skip
        width = text_width(text, size, weight)
        low = x - width if place == "middle left" else x
        boxes.append((low, low + width, y - size * 0.4, y + size * 0.4, text))
    return [
        (one[4], other[4])
        for number, one in enumerate(boxes)
        for other in boxes[number + 1 :]
        if one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3]
    ]


def test_each_record_can_be_pointed_at_and_says_what_it_is():
    told = records(drawn(THREE))
    assert told["activities", WORKSHOP["id"]][2].endswith(
        "8\u20139 February 2023<br>Workshop, Sarajevo, held"
    )
    assert (
        "since 25 July 2023<br>Support, Danilovgrad, in progress" in told["support", "council"][2]
    )
    assert "no date" in told["activities", "kristiansand"][2]


def test_the_undated_stand_in_the_tray_right_of_the_as_of_line():
    figure = drawn(THREE)
    as_of_line = float(shapes(figure, line=theme.INK)[0].path[1:].split(",")[0])
    assert records(figure)["activities", "kristiansand"][0] > labels(figure)["No date"][0]
    assert labels(figure)["No date"][0] > as_of_line
    assert records(figure)["activities", WORKSHOP["id"]][0] < as_of_line


def test_what_is_in_progress_is_dashed_to_the_as_of_line():
    figure = drawn(THREE)
    dashed = next(shape for shape in shapes(figure, line=theme.TURQUOISE) if shape.line.dash)
    as_of_line = shapes(figure, line=theme.INK)[0].path[1:].split(",")[0]
    assert dashed.path.endswith(f"H{as_of_line}")
    assert "Danilovgrad, in progress" in labels(figure)


def test_planned_is_hollow_and_a_known_month_is_a_bracketed_band():
    planned = mark(first=date(2024, 3, 1), status="planned")
    vague = mark("other", date(2023, 3, 1), date(2023, 3, 31), "vague", kind="launch")
    figure = drawn((planned, vague))
    assert [shape.line.color for shape in shapes(figure, fill=theme.WHITE)] == [theme.NAVY]
    assert len(shapes(figure, fill=theme.NAVY_BAND)) == 1
    assert shapes(figure, fill=theme.NAVY) == []


def test_without_records_the_lanes_stay_with_0():
    figure = drawn()
    texts = next(trace for trace in figure.data if trace.name == "labels").text
    assert texts.count("0") == len(LANES)
    assert records(figure) == {}


def test_marks_not_selected_fade_and_nothing_moves():
    plain, chosen = drawn(THREE), drawn(THREE, selected=("council",))
    assert labels(plain) == labels(chosen)
    assert shapes(plain, opacity=0.3) == []
    assert [shape.fillcolor for shape in shapes(chosen, opacity=0.3)] == [theme.NAVY]


def test_the_gap_is_named_from_271_days_on():
    later = mark("summits", date(2024, 12, 3), date(2024, 12, 5), "span")
    assert "No dated activity for 21 months:" in labels(drawn((WORKSHOP, later)))
    assert "10 February 2023 \u2013 2 December 2024" in labels(drawn((WORKSHOP, later)))
    day = date(2024, 1, 1)
    assert longest_gap([(day, day)], date(2024, 9, 27)) is None
    assert longest_gap([(day, day)], date(2024, 9, 28)) == (date(2024, 1, 2), date(2024, 9, 28))


def test_support_alone_names_no_gap():
    assert not any(text.startswith("No dated") for text in labels(drawn((OPEN,))))


MONTHS = [
    {"lane": lane, "month": date(2023, month, 1), "status": status, "records": month}
    for lane in LANES
    for month in range(1, 13)
    for status in (("delivered", "requested") if lane == "support" else ("held",))
]


def test_many_records_are_bars_with_the_number_on_the_highest():
    undated = {"lane": "support", "month": None, "status": "requested", "records": 1234}
    figure = drawn(months=[*MONTHS, undated])
    assert "12 in December 2023" in labels(figure)
    assert "24 in December 2023" in labels(figure)
    assert "1234 requested" in labels(figure)
    assert {*records(figure)} == {("", "")}


def test_bars_and_their_rows_open_the_figure_of_their_months():
    figures = LaneFigures("held", "delivered", kinds=("workshop", "summit"))
    figure = timeline(*frames((), MONTHS), AS_OF, FIRST, AS_OF, LAPTOP, figures=figures)
    opened = {key for what, key in records(figure) if what == "evidence"}
    months = [f"from.2023-{month:02}~to.2023-{month:02}" for month in range(1, 13)]
    assert opened == {
        *(f"held~{month}~kind.workshop" for month in months),
        *(f"held~{month}~kind.summit" for month in months),
        *(f"delivered~{month}" for month in months),
    }
    _, marks, months = frames((), MONTHS)
    rows = timeline_rows(marks, months, figures)
    assert {row.evidence for row in rows} == {*opened, None}


def test_thirty_years_of_months_stay_small():
    months = [
        {"lane": lane, "month": date(year, month, 1), "status": "held", "records": 60}
        for lane in LANES[:4]
        for year in range(1995, 2025)
        for month in range(1, 13)
    ]
    figure = drawn(months=months, first=date(1995, 1, 1))
    assert len(figure.to_json()) < 30_000
    assert "720 in 1995" in labels(figure)


@pytest.mark.parametrize("canvas", [LAPTOP, PHONE, Canvas(600, 235), Canvas(1096, 350, 22.4)])
@pytest.mark.parametrize("count", [3, 8, 25])
def test_labels_never_overlap(canvas, count):
    marks = [
        mark(lane, date(2023, 1 + (7 * n) % 12, 1 + (11 * n) % 28), id=f"{lane}{n}", label=label)
        for lane in LANES
        for n in range(count)
        for label in [("Budva", "Hani i Elezit", "Bosnia and Herzegovina")[n % 3]]
    ]
    assert labels_overlap(drawn(marks, canvas=canvas)) == []


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2024, 12, 3), date(2024, 12, 3)),
        (date(2024, 12, 1), date(2024, 12, 31)),
        (date(1995, 1, 1), date(2024, 12, 21)),
        (date(2024, 1, 1), date(2031, 6, 30)),
    ],
)
def test_any_stretch_of_time_is_drawn_within_the_canvas(first, last):
    marks = [mark(lane, first, last, "vague", id=lane) for lane in LANES]
    marks += [mark(lane, last, id=f"{lane}2") for lane in LANES]
    figure = drawn(marks, first=first, last=last)
    assert len(records(figure)) == len(marks)
    assert all(0 <= x <= LAPTOP.width for x, _, _ in records(figure).values())
    assert labels_overlap(figure) == []


def test_a_record_outside_the_period_is_not_drawn():
    figure = drawn((WORKSHOP,), first=date(2024, 1, 1))
    assert records(figure) == {}


def test_all_undated_are_counted_by_status():
    marks = [mark("support", id=f"s{n}", status="requested") for n in range(3)]
    figure = drawn([*marks, mark(id="a"), mark(id="b")])
    assert "3 requested" in labels(figure)
    assert "2 held" in labels(figure)


def test_the_drawing_fills_its_box_and_a_phone_gets_the_height_it_needs():
    assert drawn(THREE).layout.height == 235
    assert 150 < drawn(THREE, canvas=PHONE).layout.height < 400


def test_markup_in_a_title_is_shown_not_run():
    told = records(drawn((WORKSHOP | {"title": '<a href="x">A</a> & B'},)))
    assert '&lt;a href="x"&gt;A&lt;/a&gt; &amp; B' in told["activities", WORKSHOP["id"]][2]


def test_the_public_records_size_stays_small():
    assert len(drawn(THREE * 8).to_json()) < 15_000


@pytest.mark.parametrize("days", [1, 20, 200, 700, 4000, 12000, 40000])
def test_grid_lines_keep_their_distance(days):
    axis = TimeAxis(
        date(1990, 2, 10), date.fromordinal(date(1990, 2, 10).toordinal() + days), 0, 470
    )
    lines = sorted(tick.x for tick in ticks(axis, 1) if tick.line)
    assert all(after - before >= 10 for before, after in pairwise(lines))


def test_caption_is_one_sentence_with_every_lane():
    lanes, marks, months = frames(THREE)
    assert timeline_said(lanes, marks, months, FIRST, AS_OF).text == (
        "Timeline, November 2022 to December 2024: Workshops and roundtables 1, Exchanges 0, "
        "Summits 1, Other events 0, Support 1; 1 without a date."
    )


def test_rows_are_in_time_with_dates_as_precise_as_known():
    month = mark("other", date(2023, 3, 1), date(2023, 3, 31), "vague", kind="launch")
    year = mark("other", date(2022, 1, 1), date(2022, 12, 31), "vague", kind="training")
    mixed = mark("support", date(2019, 9, 1), date(2021, 12, 31), "vague")
    _, marks, months = frames((UNDATED, month, year, mixed, WORKSHOP, OPEN))
    rows = timeline_rows(marks, months)
    assert [row.when for row in rows] == [
        "September 2019 \u2013 December 2021",
        "2022",
        "8\u20139 February 2023",
        "March 2023",
        "since 25 July 2023",
        "no date",
    ]
    assert rows[2][1:] == (
        "A meeting (Sarajevo)", "Workshop", "held", f"activity:{WORKSHOP['id']}", None
    )  # fmt: skip
    assert rows[4].show == "support:council"


def test_rows_of_months_count():
    _, marks, months = frames(months=MONTHS[:1])
    assert timeline_rows(marks, months) == [
        ("January 2023", "1 record", "Workshops and roundtables", "held", None, None)
    ]
    _, marks, months = frames()
    assert timeline_rows(marks, months) == []


def test_an_empty_answer_keeps_its_columns():
    assert list(frames()[1].columns) == list(TIMELINE_MARKS)
    assert isinstance(frames()[2], pd.DataFrame)


def test_legend_names_every_mark_in_order():
    words = [entry.children[1] for entry in timeline_legend(AS_OF).children]
    assert words == [
        "one day",
        "several days",
        "only month or year known",
        "planned",
        "support delivered",
        "in progress",
        "requested",
        "data as of 21 December 2024",
    ]
    assert len(timeline_legend().children) == 7
