"""What the page Support says of itself: its head, each of its parts and its picture."""

from __future__ import annotations

from data.filters import ALL
from data.support.exchange import MOST_CITIES
from data.support.shapes import Support
from data.values import SUPPORT_STATUSES
from layouts.sentences.sentence import (
    Said,
    Sentence,
    derived_said,
    listed,
    records_said,
    say,
    say_many,
    together,
)
from layouts.support_links import SupportLinks

NOTHING = Sentence(())


def head_said(shown: Support, links: SupportLinks) -> Sentence:
    """Say how many support records there are, by status, and how many cities they name."""
    board = shown.board
    if not board.records:
        return _no_record(shown)
    said = _records(board.records, links.list())
    return together(
        [
            say("{records}: {statuses}.", records=said, statuses=listed(_statuses(shown, links))),
            _open(board.number("requested", "agreed", "in-progress"), links),
            _cities(shown, links),
        ]
    )


def _no_record(shown: Support) -> Sentence:
    if not sum(shown.reference.totals.support.values()):
        return say(
            "No support is recorded in this dataset yet: it stands in the workbook’s sheet of"
            " support."
        )
    if shown.filters == ALL:
        return say("No support of the hub’s programme is recorded; choose all programmes.")
    return say("No support belongs to this filter; choose another place, period or programme.")


def _records(number: int, address: str) -> Said:
    return records_said("{n} support record", "{n} support records", number, address)


def _statuses(shown: Support, links: SupportLinks) -> list[Said]:
    numbers = shown.board.statuses
    return [
        status_said(status, numbers[status], links.list(status=status))
        for status in SUPPORT_STATUSES
        if numbers.get(status)
    ]


def status_said(status: str, number: int, address: str) -> Said:
    """Say a number of support records of one status."""
    match status:
        case "requested":
            return records_said("{n} requested", "{n} requested", number, address)
        case "agreed":
            return records_said("{n} agreed", "{n} agreed", number, address)
        case "in-progress":
            return records_said("{n} in progress", "{n} in progress", number, address)
        case "delivered":
            return records_said("{n} delivered", "{n} delivered", number, address)
        case _:
            return records_said("{n} declined", "{n} declined", number, address)


def _open(number: int, links: SupportLinks) -> Sentence:
    if not number:
        return say("None of them is open.")
    said = records_said("{n} of them", "{n} of them", number, links.list(stage="open"))
    return say_many(
        "{open} is open: requested, agreed or in progress.",
        "{open} are open: requested, agreed or in progress.",
        number,
        open=said,
    )


def _cities(shown: Support, links: SupportLinks) -> Sentence:
    if not shown.cities_named:
        return say("No city is named.")
    said = records_said("{n} city", "{n} cities", shown.cities_named, links.cities_named())
    return say_many(
        "{cities} is named.",
        "{cities} are named.",
        shown.cities_named,
        cities=said,
    )


def board_said(shown: Support) -> Sentence:
    """Say how the board is read, and that a record may stand in several of its rows."""
    standing = sum(cell.number for cell in shown.board.cells.values())
    parts = [say("From left to right: from request to delivery, the latest first.")]
    if standing > shown.board.records:
        several = say(
            "A record with several channels stands in each of their rows;"
            " the last row counts every record once."
        )
        parts.append(several)
    return together(parts)


def timeline_said(shown: Support, links: SupportLinks) -> Sentence:
    """Say what is drawn over time and what cannot be."""
    declined = shown.board.number("declined")
    return together([_drawn(shown), _undated(shown, links), _not_drawn(declined, links)])


def _drawn(shown: Support) -> Sentence:
    timeline = shown.timeline
    if timeline.months:
        return say(
            "Support by the month of its own date: of completion when delivered, of the start"
            " while in progress, else of the request."
        )
    drawn = sum(course.is_dated for course in timeline.courses)
    if not drawn:
        return say("No support here has a date, so nothing can be drawn.")
    return say_many(
        "{drawn} is drawn with the dates that are recorded.",
        "{drawn} are drawn with the dates that are recorded.",
        drawn,
        drawn=derived_said("{n} support record", "{n} support records", drawn),
    )


def _undated(shown: Support, links: SupportLinks) -> Sentence:
    number = sum(shown.timeline.undated.values())
    if not number:
        return NOTHING
    said = records_said("{n} record", "{n} records", number, links.list(stage="live", month="none"))
    return say_many(
        "{records} has no date and is listed below.",
        "{records} have no date and are listed below.",
        number,
        records=said,
    )


def _not_drawn(declined: int, links: SupportLinks) -> Sentence:
    if not declined:
        return NOTHING
    said = records_said("{n} request", "{n} requests", declined, links.list(status="declined"))
    return say_many(
        "{declined} was declined and is not drawn.",
        "{declined} were declined and are not drawn.",
        declined,
        declined=said,
    )


def places_said(shown: Support) -> Sentence:
    """Say how numbers of places are read: every country counts a record once."""
    rows_add_up = all(
        sum(number for row in country.rows for number in row.statuses.values())
        == sum(country.statuses.values())
        for country in shown.places
        if country.rows
    )
    counted = sum(sum(country.statuses.values()) for country in shown.places)
    live = shown.board.records - shown.board.number("declined")
    parts = [say("Each number leads to its records.")]
    if shown.board.number("declined"):
        parts.append(say("Declined requests are left out."))
    if not rows_add_up:
        parts.append(
            say(
                "A record that names several cities stands with each, and its country counts it"
                " once, so cities need not add up to their country."
            )
        )
    if counted > live:
        parts.append(say("A record of several countries stands with each of them."))
    return together(parts)


def exchange_said(shown: Support, links: SupportLinks) -> Sentence:
    """Say how pairs are read, and what names no city that gave or received."""
    exchange, records = shown.exchange, shown.board.records
    if exchange.unnamed == records:
        return say("No record here names a city that shared its practice.")
    return together(
        [
            say("The city of the row shared its practice with the city of the column."),
            _most_active(exchange.other_providers or exchange.other_cities),
            _unnamed(exchange.unnamed, records, links),
            _without_city(exchange.without_city, links),
        ]
    )


def _most_active(others: int) -> Sentence:
    if not others:
        return NOTHING
    most = derived_said("{n} most active", "{n} most active", MOST_CITIES)
    return say("The {most} are named on each side, the others counted together.", most=most)


def _unnamed(number: int, records: int, links: SupportLinks) -> Sentence:
    if not number:
        return NOTHING
    said = records_said("{n} record", "{n} records", number, links.list(provider="none"))
    return say_many(
        "{unnamed} of {all} names no such city.",
        "{unnamed} of {all} name no such city.",
        number,
        unnamed=said,
        all=derived_said("{n}", "{n}", records),
    )


def _without_city(number: int, links: SupportLinks) -> Sentence:
    if not number:
        return NOTHING
    address = links.list(providers="some", named_city="none")
    said = records_said("{n} record", "{n} records", number, address)
    return say_many(
        "{records} names who shared its practice, but no city that received it.",
        "{records} name who shared its practice, but no city that received it.",
        number,
        records=said,
    )
