"""What the tests of counting share: a recount of a workbook written in the test."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from recount import Recount
from recount_asking import Make
from small_workbooks import TOWNS, city, dataset, indicators, write_workbook


@pytest.fixture
def recount_of(tmp_path: Path) -> Make:
    """Make a recount of some sheets; four member cities and an indicator per rule are there."""

    def make(**sheets: Sequence[dict[str, Any]]) -> Recount:
        base = {
            "dataset": [dataset()],
            "cities": [city(id_) for id_ in TOWNS],
            "indicators": indicators(),
        }
        return Recount(write_workbook(tmp_path / "workbook", base | sheets))

    return make
