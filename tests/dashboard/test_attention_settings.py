"""The thresholds of attention come from the settings and reach the answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.opening import open_repository
from dashboard.settings import WrongSetting, read_settings
from data.attention.thresholds import STANDARD_THRESHOLDS, Thresholds
from data.filters import ALL
from loaded import fill
from small_workbooks import activity, city, dataset, support, write_workbook


def test_thresholds_from_settings_decide_what_is_found(tmp_path: Path, monkeypatch):
    url = f"sqlite:///{tmp_path / 'hub.sqlite'}"
    sheets = {
        "dataset": [dataset(as_of="2024-12-21")],
        "cities": [city("elbasan")],
        "activities": [activity("one", cities="elbasan", start="2024-09-21")],
        "support": [support("two", status="requested", requested="2024-12-01")],
    }
    fill(url, write_workbook(tmp_path / "workbook", sheets))
    monkeypatch.setenv("HUB_DATABASE_URL", url)
    found = open_repository(read_settings()).attention(ALL)
    assert found.thresholds == STANDARD_THRESHOLDS == Thresholds(12, 90)
    assert (found.silent("quiet"), found.requests.numbers["long-open"]) == ((), 0)
    monkeypatch.setenv("HUB_QUIET_MONTHS", "3")
    monkeypatch.setenv("HUB_OPEN_DAYS", "19")
    found = open_repository(read_settings()).attention(ALL)
    assert found.thresholds == Thresholds(3, 19)
    assert [one.months for one in found.silent("quiet")] == [3]
    assert found.requests.numbers["long-open"] == 1


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HUB_QUIET_MONTHS", "0"),
        ("HUB_QUIET_MONTHS", "121"),
        ("HUB_OPEN_DAYS", "0"),
        ("HUB_OPEN_DAYS", "a year"),
    ],
)
def test_a_threshold_out_of_bounds_stops_the_start(monkeypatch, name, value):
    monkeypatch.setenv(name, value)
    with pytest.raises(WrongSetting, match=name):
        read_settings()
