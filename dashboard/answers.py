"""Figures as the JSON object that the API and the command line share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from data.figures import Count, EvidenceRecord, Figure, Published, Target
from data.filters import Filters
from data.reference import Dataset, Reference
from layouts import formats
from layouts.sentences.figures import figure_sentence

Json = dict[str, Any]


def figures_object(
    reference: Reference, filters: Filters, figures: Iterable[Figure], profile: str
) -> Json:
    """Write dataset, filter and figures, each with its sentence, as one object."""
    return {
        "dataset": dataset_object(reference.dataset),
        "filter": filter_object(filters),
        "figures": [
            figure_object(figure)
            | {"sentence": figure_sentence(figure, filters, reference, profile).text}
            for figure in figures
        ],
    }


def dataset_object(dataset: Dataset) -> Json:
    """Write what the dataset is."""
    return {
        "title": dataset.title,
        "kind": dataset.kind,
        "as_of": dataset.as_of.isoformat(),
        "launched": str(dataset.launched) if dataset.launched else None,
        "version": dataset.version,
    }


def filter_object(filters: Filters) -> Json:
    """Write a filter with every part, and the canonical query."""
    lists = ("country", "city", "kind", "theme", "funder", "channel")
    parts: Json = {
        key: (value.split(",") if value else []) if key in lists else value or None
        for key, value in filters.parts()
    }
    return parts | {"programme": filters.programme, "query": filters.to_query()}


def figure_object(figure: Figure) -> Json:
    """Write one figure: counted, published and target side by side."""
    indicator, count = figure.indicator, figure.count
    return {
        "id": indicator.id,
        "title": indicator.title,
        "value": number(count.value),
        "bound": count.bound,
        "unit": indicator.unit,
        "text": formats.count(count, indicator.unit),
        "numerator": count.numerator,
        "denominator": count.denominator,
        "not_recorded": count.unrecorded,
        "counted": count.counted,
        "left_out": sum(count.left_out.values()),
        "left_out_reasons": dict(sorted(count.left_out.items())),
        "published": [_published(item) for item in figure.published],
        "target": _target(figure.target),
        "withheld": count.withheld,
    }


def evidence_object(records: Iterable[EvidenceRecord]) -> Json:
    """Write the records counted, and those left out with the reason of each."""
    evidence = list(records)
    return {
        "counted": [{"sheet": item.sheet, "id": item.id} for item in evidence if not item.reason],
        "left_out": [
            {"sheet": item.sheet, "id": item.id, "reason": item.reason}
            for item in evidence
            if item.reason
        ],
    }


def number(value: float | None) -> float | int | None:
    """Write a whole number without a decimal point."""
    return int(value) if value is not None and value == int(value) else value


def _published(item: Published) -> Json:
    return {
        "id": item.id,
        "value": number(item.value),
        "status": item.status,
        "as_of": str(item.as_of) if item.as_of else None,
        "as_published": item.as_published,
        "country": item.country,
        "note": item.note,
        "sources": list(item.sources),
    }


def _target(target: Target | None) -> Json | None:
    if target is None:
        return None
    return {
        "value": number(target.value),
        "kind": target.kind,
        "start": target.start.isoformat(),
        "end": target.end.isoformat(),
        "country": target.country,
        "funder": target.funder,
        "baseline": number(target.baseline),
        "baseline_date": str(target.baseline_date) if target.baseline_date else None,
        "actual": _actual(target.actual),
    }


def _actual(count: Count | None) -> Json | None:
    if count is None:
        return None
    return {
        "value": number(count.value),
        "bound": count.bound,
        "numerator": count.numerator,
        "denominator": count.denominator,
        "withheld": count.withheld,
    }
