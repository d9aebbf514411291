"""The one answer to "how many": a rule's count as it may be shown."""

from __future__ import annotations

from data.counting.rules import RULES, Question
from data.figures import Count, Indicator


def count_of(question: Question, indicator: Indicator) -> Count:
    """Count an indicator for a question; whatever shows a figure takes it from here."""
    return RULES[indicator.rule].count(question, indicator)
