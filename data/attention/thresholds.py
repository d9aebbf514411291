"""From when on something needs a hand."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The settings of the page Attention: months without contact, days that a request waits."""

    quiet_months: int = 12
    open_days: int = 90


STANDARD_THRESHOLDS = Thresholds()
"""What holds where nothing is set."""
