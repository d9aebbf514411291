"""The one answer to "how many": a rule's count as it may be shown."""

from __future__ import annotations

from dataclasses import replace

from data.counting.rules import RULES, Question
from data.counting.withholding import may_show_office_holders, may_show_women
from data.figures import Count, Indicator

_MAY_SHOW = {"women-share": may_show_women, "mayors-engaged": may_show_office_holders}
"""The rules that part people by gender or group; the others count people whole."""


def count_of(question: Question, indicator: Indicator) -> Count:
    """Count an indicator for a question; whatever shows a figure takes it from here."""
    count = RULES[indicator.rule].count(question, indicator)
    may_show, rule = _MAY_SHOW.get(indicator.rule), question.small_numbers
    if may_show is None or rule.off or count.value is None or may_show(question, count):
        return count
    return replace(
        count,
        value=None,
        bound=None,
        numerator=None,
        denominator=None,
        withheld_below=rule.threshold,
    )
