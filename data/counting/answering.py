"""The one answer to "how many": a rule's count as it may be shown."""

from __future__ import annotations

from dataclasses import replace

from data.counting.rules import RULES, Question
from data.counting.withholding import Withheld, judge_office_holders, judge_women
from data.figures import Count, Indicator

_JUDGES = {"women-share": judge_women, "mayors-engaged": judge_office_holders}
"""The rules that part people by gender or group; the others count people whole."""


def count_of(question: Question, indicator: Indicator) -> Count:
    """Count an indicator for a question; whatever shows a figure takes it from here."""
    count = RULES[indicator.rule].count(question, indicator)
    judge, rule = _JUDGES.get(indicator.rule), question.small_numbers
    verdict = judge(question, count) if judge and count.value is not None and not rule.off else None
    if verdict is None:
        return count
    return replace(
        count,
        value=None,
        bound=None,
        numerator=None,
        denominator=None,
        withheld_below=rule.threshold,
        withheld_beside=verdict is Withheld.BESIDE,
    )
