"""The public record, where it is easiest to count wrongly."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.filters import Filters
from recount import Recount
from recount_asking import asked, value


@pytest.fixture(scope="module")
def public_record() -> Recount:
    return Recount(Path(__file__).parents[2] / "data" / "public_record")


@pytest.mark.parametrize(
    ("filters", "id_", "expected"),
    [
        # 15 + 45 at the launch, 30, 20, 20, 50 and 24; never the 240 of the whole world.
        (asked(), "attendances", (204, "at-least")),
        # The launch alone, its two groups together: no sum over activities.
        (asked(), "individual-stakeholders", (60, "at-least")),
        # The 150 of the mayoral meeting and the 60 of 2024 are people from everywhere.
        (asked(), "mayors-engaged", (15, "at-least")),
        (asked("2023", "2023"), "mayors-engaged", (None, None)),
        (asked(), "member-cities", (12, "exact")),
        (asked(), "activities-held", (13, "exact")),
        (asked(), "cities-engaged", (11, "exact")),
        # "September 2023" lies inside the quarter, "2023" does not.
        (asked("2023-07", "2023-09"), "activities-held", (5, "exact")),
        # Skopje hosts the GPM summit, no city of North Macedonia took part in it.
        (asked(countries=("MK",)), "activities-held", (6, "exact")),
        (asked(countries=("XK",)), "attendances", (None, None)),
        # "ME" is written at 20 heads of Danilovgrad's workshop; of five cities, it has no city.
        (asked(countries=("ME",)), "attendances", (20, "at-least")),
        (asked(cities=("danilovgrad",)), "attendances", (None, None)),
        (asked("2024", "2024", countries=("RS",)), "individual-stakeholders", (0, "exact")),
        (asked(), "women-share", (None, None)),
        # Only Sarajevo's workshop prompted support: one of five.
        (asked(), "follow-through", (20, "exact")),
        (asked(), "cities-supported", (4, "exact")),
        (asked(), "policy-outputs", (4, "exact")),
    ],
)
def test_the_public_record(
    public_record: Recount,
    filters: Filters,
    id_: str,
    expected: tuple[float | None, str | None],
):
    assert value(public_record, id_, filters) == expected


def test_a_published_gap_never_hides_a_real_figure(public_record: Recount):
    assert public_record.published(asked(), "member-cities")[0] == "member-cities-2018"
    year = asked("2023", "2023")
    assert public_record.published(year, "member-cities") == ["member-cities-2023"]
    assert public_record.published(asked(countries=("XK",)), "member-cities") == [
        "member-cities-kosovo"
    ]
