"""Head-counts that must not be shown, taken out of the records before they are handed on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import sqlalchemy as sa

from data.counting.withheld_rows import withheld_attendance
from data.records.record import Record
from data.small_numbers import SmallNumbers


def without_small_numbers(
    connection: sa.Connection, records: Sequence[Record], rule: SmallNumbers
) -> tuple[Record, ...]:
    """Return records without the cells that tell of too few people."""
    counts = [record for record in records if record.sheet == "attendance"]
    if rule.off or not counts:
        return tuple(records)
    activities = {str(record.values["activity"]) for record in counts}
    withheld = withheld_attendance(connection, activities, rule)
    return tuple(
        _without(record, withheld.get(int(record.key), frozenset()))
        if record.sheet == "attendance"
        else record
        for record in records
    )


def _without(record: Record, columns: frozenset[str]) -> Record:
    kept = {name: None if name in columns else value for name, value in record.values.items()}
    return replace(record, values=kept, withheld=columns)
