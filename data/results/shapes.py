"""What the page of results is made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from data.figures import Count, Figure, Indicator, Target
from data.filters import Filters
from data.reference import Reference
from data.results.status import Nature, Standing


@dataclass(frozen=True, slots=True)
class CountryCell:
    """One indicator in one country, with the country's own target where it has one."""

    country: str
    count: Count
    target: Target | None
    standing: Standing


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One indicator: its figure for the filter, how it stands, and each country."""

    figure: Figure
    standing: Standing
    countries: tuple[CountryCell, ...]

    @property
    def indicator(self) -> Indicator:
        """The indicator of the row."""
        return self.figure.indicator


@dataclass(frozen=True, slots=True)
class CoursePoint:
    """A figure counted over the days from `first` (None = from the beginning) to `last`."""

    first: date | None
    last: date
    count: Count


@dataclass(frozen=True, slots=True)
class Stretch:
    """A running total over one period: that of a target, or the time since the launch.

    `begins_at` is the level at which the target's line begins.
    """

    first: date
    target: Target | None
    begins_at: float
    points: tuple[CoursePoint, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """One indicator over time for one place; `country` None = the filter as it is."""

    country: str | None
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """The indicator that is drawn: its course, and that of each country."""

    indicator: Indicator
    nature: Nature
    course: Course
    countries: tuple[Course, ...]


@dataclass(frozen=True, slots=True)
class Results:
    """Every indicator against its target, by country, read at one moment.

    `today` is the day looked at: the earlier of the period's end and the data's date.
    """

    reference: Reference
    filters: Filters
    today: date
    countries: tuple[str, ...]
    rows: tuple[ResultRow, ...]
    chosen: Chosen | None
