"""One finding of attention: how urgent it is, its sentence, and the first records by name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dash import html

from layouts import attention_words
from layouts.attention_words import Urgency
from layouts.attributes import attributes
from layouts.parts.number_link import number_link
from layouts.parts.section import section
from layouts.parts.sentence import sentence, sentence_parts
from layouts.sentences.sentence import Sentence, derived_said, say


@dataclass(frozen=True, slots=True)
class Line:
    """One record: its name, where it leads to (None = nowhere), and what is said beside it."""

    name: str
    href: str | None
    said: Sentence


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule found; `number` records at `address`, of which `lines` name the first.

    Without an `address` all of them are named.
    """

    name: str
    urgency: Urgency
    title: str
    said: Sentence
    lines: tuple[Line, ...] = ()
    number: int = 0
    address: str | None = None
    reading: Sentence | None = None


def finding_section(finding: Finding) -> html.Section:
    """Draw a finding as a part of the page."""
    return section(
        f"attention-{finding.name}",
        finding.title,
        [*finding_lines(finding), *_reading(finding)],
        said=finding.said,
        beside=[urgency_mark(finding.urgency)],
    )


def urgency_mark(urgency: Urgency, text: str | None = None) -> html.Span:
    """Draw how urgent something is: an icon and a word."""
    icon = html.Span(
        className=f"status-icon attention-{urgency.value}", **attributes({"aria-hidden": "true"})
    )
    return html.Span([icon, text or attention_words.URGENCIES[urgency]], className="status")


def finding_lines(finding: Finding) -> list[html.Ul]:
    """List the first records by name, and lead to the others."""
    if not finding.lines:
        return []
    rest = finding.number - len(finding.lines)
    more = [_more(rest, finding)] if rest > 0 and finding.address else []
    return [html.Ul([*(_line(line) for line in finding.lines), *more], className="attention-lines")]


def _line(line: Line) -> html.Li:
    name: Any = html.A(line.name, href=line.href) if line.href else html.Strong(line.name)
    beside = sentence_parts(line.said)
    return html.Li([name, *([html.Span(beside, className="attention-beside")] if beside else [])])


def _more(rest: int, finding: Finding) -> html.Li:
    said = say("and {n} more", n=derived_said("{n}", "{n}", rest))
    link = number_link(
        finding.number, finding.address or "", f"{said.text}: {finding.title}", content=said.text
    )
    return html.Li(link, className="attention-more")


def _reading(finding: Finding) -> Sequence[html.P]:
    return [sentence(finding.reading, "quiet attention-reading")] if finding.reading else []
