"""What one cell says: its text read as the type of its column, or what is wrong with it."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from data.dates import DateSpan, parse_date
from data.geography import is_country_code
from data.workbook.currencies import CURRENCIES
from data.workbook.faults import Problem, did_you_mean, quoted
from data.workbook.persons import looks_like
from data.workbook.raw import UNUSABLE
from data.workbook.sheets import Column


class Wrong(Enum):
    """Stands for the value of a cell that cannot be read; its problem is told beside it."""

    WRONG = "wrong"


WRONG = Wrong.WRONG

Value = str | int | float | Decimal | date | DateSpan | tuple[str, ...] | Wrong | None
"""A cell's value; None is *not recorded*, `()` an empty list."""

LONGEST_KEY = 200
"""The most characters of an id or a person: they stand in the database's indexes."""

_LINE_BREAK = re.compile(r"\r\n?")
_ID = re.compile(r"[a-z0-9-]+", re.ASCII)
_INTEGER = re.compile(r"-?[0-9]{1,18}", re.ASCII)
_NUMBER = re.compile(r"-?[0-9]{1,18}(?:\.[0-9]{1,18})?", re.ASCII)
_GROUPED = re.compile(r"-?[0-9]{1,3}(?:[ ,.'’\u00a0\u202f][0-9]{3})+(?:[.,][0-9]+)?")
_DECIMAL_COMMA = re.compile(r"-?[0-9]+,[0-9]+")
_LARGEST_INTEGER = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as read: its value, and the problems that it has."""

    value: Value
    problems: tuple[Problem, ...] = ()


Judge = Callable[[str], Cell]


def _wrong(wrong: str, expected: str) -> Cell:
    return Cell(WRONG, (Problem(wrong, expected),))


def judge_of(sheet: str, column: Column) -> Judge:
    """Return the function that reads the cells of a column, empty ones included."""
    item = _SPECIAL.get((sheet, column.name)) or _ITEM_JUDGES[column.type](column)
    filled = _list_judge(item) if column.many else item
    nothing = Cell(() if column.many else None)

    def judge(text: str) -> Cell:
        if text == UNUSABLE:
            return Cell(WRONG)
        text = _LINE_BREAK.sub("\n", text.strip())
        if not text:
            return _missing(column) if column.required else nothing
        if "\0" in text:
            return _wrong("the cell holds a NUL character", "text without it")
        return filled(text)

    return judge


def _missing(column: Column) -> Cell:
    return _wrong("the cell is empty", f"{_described(column)}, as it is required")


def _described(column: Column) -> str:
    """Say in words what a column holds."""
    if column.refers_to:
        return f"an id of the sheet {column.refers_to}"
    match column.type:
        case "choice" | "country":
            return f"one of {', '.join(column.choices)}"
        case "date":
            return _DATE_WANTED
        case "day":
            return _DAY_WANTED
        case "integer":
            return "a whole number"
        case kind:
            return {"id": _ID_WANTED, "number": "a number"}.get(kind, "a text")


def _list_judge(item: Judge) -> Judge:
    def judge(text: str) -> Cell:
        items = [part.strip() for part in text.split(";")]
        cells = {part: item(part) for part in items if part}
        problems = [problem for cell in cells.values() for problem in cell.problems]
        if "" in items:
            problems.append(Problem("the list has an empty item", "values with one ; between each"))
        problems += [
            Problem(f"the list names {quoted(part)} more than once", "each value once")
            for part, times in Counter(items).items()
            if part and times > 1
        ]
        known = tuple(str(cell.value) for cell in cells.values() if cell.value is not WRONG)
        return Cell(known, tuple(problems))

    return judge


def _text(_column: Column) -> Judge:
    return Cell


_ID_WANTED = "small letters a-z, digits and hyphens only"


def _id(column: Column) -> Judge:
    """Read an id; one of another sheet is judged when all ids are known."""

    def own(text: str) -> Cell:
        problems = []
        if not _ID.fullmatch(text):
            problems.append(Problem(f"{quoted(text)} is no id", _ID_WANTED))
        if len(text) > LONGEST_KEY:
            problems.append(_too_long(text))
        return Cell(text, tuple(problems))

    return Cell if column.refers_to else own


def _too_long(text: str) -> Problem:
    return Problem(f"{quoted(text)} has {len(text)} characters", f"at most {LONGEST_KEY}")


def _choice(column: Column) -> Judge:
    allowed = set(column.choices)

    def judge(text: str) -> Cell:
        if text in allowed:
            return Cell(text)
        wanted = f"one of {', '.join(column.choices)}{did_you_mean(text, column.choices)}"
        return _wrong(f"{quoted(text)} is not in the list", wanted)

    return judge


def _any_country(_column: Column) -> Judge:
    def judge(text: str) -> Cell:
        if is_country_code(text):
            return Cell(text)
        wanted = "two capital letters of ISO 3166-1, or XK"
        return _wrong(f"{quoted(text)} is no country code", wanted)

    return judge


_DATE_WANTED = "a date written 2023, 2023-03 or 2023-03-08"
_DAY_WANTED = "a full date written 2023-03-08"


def _date(_column: Column) -> Judge:
    def judge(text: str) -> Cell:
        try:
            return Cell(parse_date(text))
        except ValueError:
            return _wrong(f"{quoted(text)} is no date", _DATE_WANTED)

    return judge


def _day(_column: Column) -> Judge:
    def judge(text: str) -> Cell:
        try:
            span = parse_date(text)
        except ValueError:
            return _wrong(f"{quoted(text)} is no date", _DAY_WANTED)
        if span.precision != "day":
            return _wrong(f"{quoted(text)} is no full date", _DAY_WANTED)
        return Cell(span.first)

    return judge


def _integer(_column: Column) -> Judge:
    return _whole_number(-_LARGEST_INTEGER, _LARGEST_INTEGER, "a whole number")


def _whole_number(least: int, most: int, wanted: str) -> Judge:
    def judge(text: str) -> Cell:
        if not _INTEGER.fullmatch(text):
            return _wrong(_why_no_number(text), wanted)
        number = int(text)
        if not least <= number <= most:
            return _wrong(f"{text} is out of range", f"{wanted}, from {least} to {most}")
        return Cell(number)

    return judge


def _number(_column: Column) -> Judge:
    return _between(-math.inf, math.inf, "a number such as 12 or 12.5")


def _between(least: float, most: float, wanted: str) -> Judge:
    def judge(text: str) -> Cell:
        if not _NUMBER.fullmatch(text):
            return _wrong(_why_no_number(text), wanted)
        number = float(text) or 0.0
        if not least <= number <= most:
            return _wrong(f"{text} is out of range", wanted)
        return Cell(number)

    return judge


def _why_no_number(text: str) -> str:
    if _GROUPED.fullmatch(text):
        return f"{quoted(text)} has a separator of thousands or a decimal comma"
    if _DECIMAL_COMMA.fullmatch(text):
        return f"{quoted(text)} has a decimal comma"
    return f"{quoted(text)} is no such number"


_AMOUNT_WANTED = "a number of at least 0, with a point and at most 4 decimals, such as 12500.50"


def _amount(text: str) -> Cell:
    if not _NUMBER.fullmatch(text):
        return _wrong(_why_no_number(text), _AMOUNT_WANTED)
    amount = abs(Decimal(text)) if Decimal(text) == 0 else Decimal(text)
    if amount < 0 or amount >= 10**14 or amount != round(amount, 4):
        return _wrong(f"{text} is out of range", _AMOUNT_WANTED)
    return Cell(amount)


def _currency(text: str) -> Cell:
    if text in CURRENCIES:
        return Cell(text)
    wanted = f"a currency of ISO 4217 such as EUR{did_you_mean(text.upper(), CURRENCIES)}"
    return _wrong(f"{quoted(text)} is no currency", wanted)


def _person(text: str) -> Cell:
    likeness = looks_like(text)
    if likeness:
        wanted = "an opaque key such as p-00017, never a name"
        return _wrong(f"the key looks like {likeness}", wanted)
    return Cell(text, (_too_long(text),) if len(text) > LONGEST_KEY else ())


_ITEM_JUDGES: dict[str, Callable[[Column], Judge]] = {
    "id": _id,
    "text": _text,
    "date": _date,
    "day": _day,
    "country": _choice,
    "any-country": _any_country,
    "integer": _integer,
    "number": _number,
    "choice": _choice,
}
_SPECIAL: dict[tuple[str, str], Judge] = {
    ("attendance", "count"): _whole_number(0, _LARGEST_INTEGER, "a whole number of at least 0"),
    ("cities", "geonames_id"): _whole_number(1, 10**15, "a whole number of at least 1"),
    ("cities", "latitude"): _between(-90, 90, "degrees from -90 to 90, such as 41.11138"),
    ("cities", "longitude"): _between(-180, 180, "degrees from -180 to 180, such as 20.08224"),
    ("support", "amount"): _amount,
    ("support", "currency"): _currency,
    ("participants", "person"): _person,
}
