"""What the page Support says of amounts, of what waits, and of what followed from workshops."""

from __future__ import annotations

from datetime import date

from data.evidence.asked import figure_key
from data.figures import Reason
from data.support.shapes import FollowThrough, Support
from data.support.stages import ASKED, NO_DATE
from layouts import formats
from layouts.language import one_or_many
from layouts.sentences.sentence import (
    Said,
    Sentence,
    derived_said,
    records_said,
    say,
    say_many,
    together,
)
from layouts.support_links import SupportLinks

NOTHING = Sentence(())


def money_said(shown: Support, links: SupportLinks) -> Sentence:
    """Say how many records carry an amount and how many none."""
    recorded = sum(item.records for item in shown.money if item.currency is not None)
    missing = sum(item.records for item in shown.money if item.currency is None)
    if not recorded:
        return say("No amount is recorded for any support here; that is not zero.")
    carried = records_said(
        "{n} record", "{n} records", recorded, links.list(stage="live", amount="some")
    )
    parts = [
        say_many(
            "{records} carries an amount.", "{records} carry an amount.", recorded, records=carried
        )
    ]
    if missing:
        none = records_said("{n}", "{n}", missing, links.list(stage="live", amount="none"))
        parts.append(
            say_many(
                "For {records} none is recorded, which is not zero.",
                "For {records} none is recorded, which is not zero.",
                missing,
                records=none,
            )
        )
    parts.append(say("Currencies are never added to each other."))
    return together(parts)


def ages_said(shown: Support, links: SupportLinks) -> Sentence:
    """Say what waits since its request, what of it is past due, and what is not known."""
    waiting = shown.board.number(*ASKED)
    if not waiting:
        return say("Nothing here waits: no support is requested or agreed without having begun.")
    said = records_said(
        "{n} support record", "{n} support records", waiting, links.list(stage="asked")
    )
    return together(
        [
            say_many(
                "{records} waits: requested or agreed, and not in progress by {day}.",
                "{records} wait: requested or agreed, and not in progress by {day}.",
                waiting,
                records=said,
                day=formats.day(shown.as_of),
            ),
            _past_due(sum(age.past_due for age in shown.ages), links),
            _vague(sum(age.vague for age in shown.ages), links),
            _no_date(next(age.records for age in shown.ages if age.name == NO_DATE)),
        ]
    )


def _past_due(number: int, links: SupportLinks) -> Sentence:
    if not number:
        return NOTHING
    said = records_said("{n} of them", "{n} of them", number, links.list(stage="asked", due="past"))
    return say_many(
        "{due} is past its due date.", "{due} are past their due dates.", number, due=said
    )


def _vague(number: int, links: SupportLinks) -> Sentence:
    if not number:
        return NOTHING
    address = links.list(stage="asked", request="vague")
    said = records_said("{n} of them", "{n} of them", number, address)
    return say_many(
        "For {vague} only the month or year of the request is known: its age counts from the last"
        " day that it may mean, so it is at least that.",
        "For {vague} only the month or year of the request is known: their age counts from the"
        " last day that it may mean, so it is at least that.",
        number,
        vague=said,
    )


def _no_date(number: int) -> Sentence:
    if not number:
        return NOTHING
    return say("A request without a date is counted as such, not as an old one.")


def followed_said(item: FollowThrough, links: SupportLinks) -> Sentence:
    """Say how many workshops led to support, and how many cannot be judged yet."""
    said = _followed(item)
    figure = figure_key(item.indicator.id)
    parts = [said]
    if item.too_recent:
        address = links.left_out(figure, Reason.TOO_RECENT)
        recent = records_said("{n}", "{n}", item.too_recent, address)
        parts.append(
            say_many(
                "{n} is too recent to say.", "{n} are too recent to say.", item.too_recent, n=recent
            )
        )
    if item.undated:
        address = links.left_out(figure, Reason.UNDATED)
        undated = records_said("{n}", "{n}", item.undated, address)
        parts.append(
            say_many(
                "{n} has no date, so it cannot be said.",
                "{n} have no date, so it cannot be said.",
                item.undated,
                n=undated,
            )
        )
    return together(parts)


def _followed(item: FollowThrough) -> Sentence:
    count = item.count
    whole, part = count.denominator or 0, count.numerator or 0
    text = one_or_many("{part} of {whole}", "{part} of {whole}", whole).format(
        part=formats.number(part), whole=formats.number(whole)
    )
    figure = Said(
        text, count.value, figure=figure_key(item.indicator.id), label=item.indicator.title
    )
    if not whole:
        return say("No workshop or roundtable of this filter is old enough to say.")
    return say_many(
        "{figure} workshop or roundtable led to a documented follow-up within six months.",
        "{figure} workshops and roundtables led to a documented follow-up within six months.",
        whole,
        figure=figure,
    )


def no_follow_through() -> Sentence:
    """Say that the workbook defines no such indicator."""
    return say(
        "Whether workshops led to support cannot be told: the workbook has no indicator with the"
        " rule for it."
    )


def longest_said(requested: date, as_of: date, *, at_least: bool) -> Sentence:
    """Say since how many days a request waits."""
    days = max((as_of - requested).days, 0)
    said = derived_said("{n} day", "{n} days", days)
    return say("at least {days}", days=said) if at_least else Sentence((said,))
