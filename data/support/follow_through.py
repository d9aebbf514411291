"""Whether workshops led to support, and what is too recent to say."""

from __future__ import annotations

from data.counting.answering import count_of
from data.counting.followed import FOLLOWED_KINDS
from data.counting.rules import Question
from data.reference import Reference
from data.support.shapes import FollowThrough

RULE = "follow-through"


def read_follow_through(question: Question, reference: Reference) -> tuple[FollowThrough, ...]:
    """Count every indicator of the rule, with what it leaves out as too recent or undated."""
    indicators = [item for item in reference.indicators.values() if item.rule == RULE]
    if not indicators:
        return ()
    held = [tally for tally in question.held if tally.kind in FOLLOWED_KINDS]
    selected = sum(tally.records for tally in held)
    undated = sum(tally.records for tally in held if tally.month is None)
    counts = [(item, count_of(question, item)) for item in indicators]
    return tuple(
        FollowThrough(item, count, selected - undated - count.counted, undated)
        for item, count in counts
    )
