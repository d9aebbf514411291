"""The sentences of the page Results."""

from __future__ import annotations

from datetime import date

from data.figures import Count, Indicator, Published, Target
from data.results.shapes import Course, CoursePoint, Results
from data.results.status import Doubt, RunRate, Standing, Status
from layouts import formats
from layouts.language import message, translated

LEVELS = {"output": "Outputs", "outcome": "Outcomes", "impact": "Impact"}
NO_INDICATOR = "No indicator is defined at this level."
NOTHING_YET = "Nothing to draw: the period has not begun."
NO_TARGETS = "No target belongs to this filter: there is nothing to hold the figures against."
NO_INDICATORS = "The workbook defines no indicator."
UNITS = {
    "people": "people",
    "attendances": "attendances",
    "cities": "cities",
    "activities": "activities",
    "support": "support records",
    "outputs": "outputs",
    "percent": "percent",
}
STATUSES = {
    Status.MET: message("Met"),
    Status.ON_TRACK: message("On track"),
    Status.BEHIND: message("Behind"),
    Status.CANNOT_SAY: message("Cannot say"),
    Status.NOT_DUE: message("Not due"),
    Status.NO_TARGET: message("No target"),
}
DOUBTS = {
    Doubt.NOT_RECORDED: message("the actual is not recorded"),
    Doubt.WITHHELD: message("the actual is withheld"),
    Doubt.LOWER_BOUND: message("the actual is a lower bound"),
    Doubt.PART: message("the filter shows only a part"),
}
RULE_TITLE = "How status is decided"
RULE = {
    "Pace": "A straight line from the beginning of the target’s period to its value at the end, "
    "rounded down to whole records. It begins at 0; for a cumulative target or a stock at the "
    "baseline, and for a stock without one at what there was on the eve.",
    "Met": "A count or a stock has reached the value. A percent, and a target to stay below, is "
    "met only when the period has ended with it.",
    "On track": "Before the end, a count or a stock is at the pace or above it; a percent is at "
    "its value.",
    "Behind": "Surely below that; at the end, surely not reached.",
    "Cannot say": "The actual is not recorded or withheld, or it is a lower bound below what is "
    "needed, or the filter shows only a part of what the target is about. What is not known is "
    "never behind.",
    "Not due": "The target’s period has not begun.",
    "Targets to stay below": "Mirrored: the pace is an allowance, rounded up, and a lower bound "
    "above it is behind.",
    "Never": "The change since the last period plays no role, neither for status nor for colour.",
}
NOT_A_SUM = (
    "Countries do not add up to the region: a record that concerns two countries counts in both, "
    "one that concerns no single country in none, and a person or a city counts once wherever "
    "they came."
)
OWN_PERIOD = (
    "“Counted” follows the filter. What a target has reached is counted over the target’s own "
    "period, cut off at the end of the filter’s."
)


def number(value: float, unit: str) -> str:
    """Write a value that was set, not counted: 40; 47.5 %."""
    text = formats.number(value)
    return translated("{n} %").format(n=text) if unit == "percent" else text


def end_of(day: date) -> str:
    """Write the end of a period shortly: its year, else its month, else its day."""
    if (day.month, day.day) == (12, 31):
        return str(day.year)
    is_last = (day.toordinal() + 1) == _first_of_next_month(day).toordinal()
    return formats.month(day.isoformat()) if is_last else formats.day(day)


def _first_of_next_month(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def target_period(target: Target) -> str:
    """Write over which time a target runs: in 2024; since the launch, by June 2025."""
    if target.kind == "cumulative":
        return translated("in all by {date}").format(date=end_of(target.end))
    year = target.start.year
    if (target.start, target.end) == (date(year, 1, 1), date(year, 12, 31)):
        return translated("in {date}").format(date=year)
    return f"{formats.day(target.start)} – {formats.day(target.end)}"


def baseline(target: Target, unit: str) -> str:
    """Write a baseline with its date; empty where there is none."""
    if target.baseline is None:
        return ""
    when = f", {formats.date_span(target.baseline_date)}" if target.baseline_date else ""
    return f"{number(target.baseline, unit)}{when}"


def published(item: Published, unit: str) -> str:
    """Write a published figure for a row: published 23, 2023; not reported, 2023."""
    when = f", {formats.date_span(item.as_of)}" if item.as_of else ", undated"
    if item.value is None:
        return f"{formats.NOT_REPORTED}{when}"
    text = formats.percent(item.value) if unit == "percent" else formats.number(item.value)
    bound = "at least " if item.status == "at-least" else ""
    return f"published {bound}{text}{when}"


def status(standing: Standing) -> str:
    """Write a status, with why where it cannot be said."""
    word = STATUSES[standing.status]
    return f"{word}: {DOUBTS[standing.doubt]}" if standing.doubt else word


def run_rate(rate: RunRate) -> list[str]:
    """Write what is needed to the target's end, and what was reached so far."""
    span, factor = ("month", 1) if rate.needed >= 1 else ("quarter", 3)
    most = "at most " if rate.is_bound else ""
    until = formats.month(rate.until.isoformat())
    lines = [f"needs {most}{_rate(rate.needed * factor)} a {span} until {until}"]
    if rate.so_far is not None:
        least = "at least " if rate.is_bound else ""
        lines.append(f"so far {least}{_rate(rate.so_far * factor)}")
    return lines


def _rate(value: float) -> str:
    return "below 0.1" if 0 < value < 0.05 else formats.number(value)


def summary(results: Results) -> list[tuple[Status, str]]:
    """Count the indicators of each status, those that are first in the rule first."""
    order = (Status.MET, Status.ON_TRACK, Status.BEHIND, Status.CANNOT_SAY, Status.NOT_DUE)
    numbers = {key: sum(row.standing.status is key for row in results.rows) for key in Status}
    return [
        (key, f"{numbers[key]} {STATUSES[key].lower()}")
        for key in (*order, Status.NO_TARGET)
        if numbers[key]
    ]


def last_point(course: Course) -> CoursePoint | None:
    """The last point that was counted, whether recorded or not."""
    points = [point for stretch in course.stretches for point in stretch.points]
    return points[-1] if points else None


def point_words(point: CoursePoint, indicator: Indicator) -> str:
    """Say what a point of the course counts."""
    since = f"{formats.day(point.first)} – " if point.first else "until "
    reached = formats.count(point.count, indicator.unit)
    return f"{since}{formats.day(point.last)}<br><b>{reached}</b>"


def is_bound(count: Count) -> bool:
    """Whether a count is a lower bound."""
    return count.bound == "at-least"


def without_value(count: Count) -> str:
    """Say why a count has no value: withheld, or not recorded."""
    return formats.count(count, "people")
