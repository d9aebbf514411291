"""Faults between cells: within one row, and between sheets."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from data import geography
from data.dates import DateSpan
from data.values import RULE_UNITS, RULES_WITH_KINDS
from data.workbook.cells import WRONG, Value
from data.workbook.content import Content, SheetContent
from data.workbook.faults import Fault, did_you_mean, quoted
from data.workbook.sheets import Column

MOST_SUGGESTIONS = 200
"""How many unknown ids of one column get a suggestion: each is compared with all known ids."""


def crossing_faults(content: Content) -> Iterator[Fault]:
    """Find every fault across cells; a cell that is wrong by itself is left alone."""
    for sheet in content.sheets.values():
        for column in sheet.sheet.columns:
            if column.refers_to is not None and content[column.refers_to].whole:
                yield from _dangling(sheet, column, content[column.refers_to])
    yield from _reversed_interval(content["activities"])
    yield from _reversed_interval(content["targets"])
    yield from _support_out_of_order(content["support"])
    yield from _outside_country(content["cities"])
    yield from _amount_without_currency(content["support"])
    yield from _unit_and_kinds(content["indicators"])
    yield from _published_value(content["published_figures"])


def _dangling(sheet: SheetContent, column: Column, target: SheetContent) -> Iterator[Fault]:
    """Find ids that their sheet does not have."""
    known = {value for value in target.columns["id"] if isinstance(value, str)}
    named = sheet.columns[column.name]
    unknown = {item for cell in set(named) for item in _items(cell) if item not in known}
    if not unknown:
        return
    guesses = {item: did_you_mean(item, known) for item in sorted(unknown)[:MOST_SUGGESTIONS]}
    for row, cell in zip(sheet.rows, named, strict=True):
        for item in _items(cell):
            if item in unknown:
                wanted = f"an id of the sheet {target.sheet.name}{guesses.get(item, '')}"
                wrong = f"there is no {quoted(item)} in {target.sheet.name}"
                yield Fault(sheet.sheet.name, row, column.name, wrong, wanted)


def _items(cell: Value) -> tuple[str, ...]:
    if isinstance(cell, tuple):
        return cell
    return (cell,) if isinstance(cell, str) else ()


def _rows(sheet: SheetContent, *names: str) -> Iterator[tuple[int, tuple[Value, ...]]]:
    """Give each row's number with the values of the named columns."""
    columns = zip(*(sheet.columns[name] for name in names), strict=True)
    return zip(sheet.rows, columns, strict=True)


def _reversed_interval(sheet: SheetContent) -> Iterator[Fault]:
    name = sheet.sheet.name
    for row, (start, end) in _rows(sheet, "start", "end"):
        if start is None and isinstance(end, DateSpan):
            wrong = f"there is no start, but the end {end}"
            yield Fault(name, row, "end", wrong, "a start too, or no end")
        elif _is_after(start, end):
            wrong = f"the start {start} is after the end {end}"
            yield Fault(name, row, "start", wrong, "a start on or before the end")


def _is_after(earlier: Value, later: Value) -> bool:
    """Tell whether two dates are surely the wrong way round, as far as their precision tells."""
    if isinstance(earlier, DateSpan) and isinstance(later, DateSpan):
        return earlier.first > later.last
    return isinstance(earlier, date) and isinstance(later, date) and earlier > later


_STEPS = (("requested", "started"), ("started", "completed"), ("requested", "completed"))


def _support_out_of_order(sheet: SheetContent) -> Iterator[Fault]:
    names = ("requested", "started", "completed")
    for row, values in _rows(sheet, *names):
        dates = dict(zip(names, values, strict=True))
        wrong = [(a, b) for a, b in _STEPS if _is_after(dates[a], dates[b])]
        # Where a step between is out of order, the outer pair says nothing new.
        for before, after in wrong if len(wrong) == 1 else wrong[:2]:
            told = f"{after} {dates[after]} is before {before} {dates[before]}"
            wanted = "requested, started and completed in this order"
            yield Fault("support", row, after, told, wanted)


def _outside_country(sheet: SheetContent) -> Iterator[Fault]:
    for row, (country, latitude, longitude) in _rows(sheet, "country", "latitude", "longitude"):
        if not (
            isinstance(country, str)
            and isinstance(latitude, float)
            and isinstance(longitude, float)
        ) or geography.is_inside(country, latitude, longitude):
            continue
        wrong = f"the point {latitude}, {longitude} is not in {country}"
        hint = _point_hint(country, latitude, longitude)
        yield Fault("cities", row, "latitude", wrong, f"a point inside its country{hint}")


def _point_hint(country: str, latitude: float, longitude: float) -> str:
    found = geography.country_of(latitude, longitude)
    if found:
        return f" (it is in {found})"
    swapped = abs(longitude) <= 90 and geography.is_inside(country, longitude, latitude)
    return " (are latitude and longitude the wrong way round?)" if swapped else ""


def _amount_without_currency(sheet: SheetContent) -> Iterator[Fault]:
    for row, (amount, currency) in _rows(sheet, "amount", "currency"):
        if isinstance(amount, Decimal) and currency is None:
            wrong = f"there is no currency, but the amount {amount}"
            yield Fault("support", row, "currency", wrong, "a currency of ISO 4217 such as EUR")


def _unit_and_kinds(sheet: SheetContent) -> Iterator[Fault]:
    for row, (rule, unit, kinds) in _rows(sheet, "rule", "unit", "kinds"):
        if not isinstance(rule, str):
            continue
        given = RULE_UNITS[rule]
        if given is not None and unit is not WRONG and unit is not None and unit != given:
            wrong = f"the rule {rule} does not give {unit}"
            yield Fault("indicators", row, "unit", wrong, given)
        if kinds and kinds is not WRONG and rule not in RULES_WITH_KINDS:
            wanted = f"an empty cell (kinds are for {' and '.join(RULES_WITH_KINDS)})"
            yield Fault("indicators", row, "kinds", f"the rule {rule} takes no kinds", wanted)


def _published_value(sheet: SheetContent) -> Iterator[Fault]:
    for row, (value, status) in _rows(sheet, "value", "status"):
        if status is WRONG or value is WRONG:
            continue
        if status == "missing" and value is not None:
            wanted = "an empty cell, or another status"
            yield Fault("published_figures", row, "value", "a missing figure has a value", wanted)
        elif status != "missing" and value is None:
            wrong = f"a figure with the status {status} has no value"
            wanted = "a number (0 is a real zero), or the status missing"
            yield Fault("published_figures", row, "value", wrong, wanted)
