"""The evidence panel, on whatever page a figure is asked about."""

from __future__ import annotations

from dataclasses import dataclass, field

from dash.development.base_component import Component

from callbacks.requests import View
from data.errors import InvalidFilter, UnknownRecord
from data.evidence.asked import read_figure_key
from data.filters import Ignored
from data.repository import Repository
from layouts.parts.evidence import evidence


@dataclass(frozen=True, slots=True)
class EvidenceOutputs:
    """What the panel shows, whether it is shown, and what of its address was not understood."""

    children: list[Component] = field(default_factory=list)
    hidden: bool = True
    ignored: tuple[Ignored, ...] = ()


def evidence_outputs(repository: Repository, view: View) -> EvidenceOutputs:
    """Answer `evidence=…` of the address; a name that is wrong is ignored with a notice."""
    key = view.extras.get("evidence")
    if not key:
        return EvidenceOutputs()
    reference = repository.reference()
    try:
        asked = read_figure_key(key, view.filters, reference)
    except (UnknownRecord, InvalidFilter):
        return EvidenceOutputs(ignored=(Ignored("evidence", key, "there is no such figure"),))
    explanation = repository.explain(asked)
    panel = evidence(explanation, reference, view.filters, view.profile, view.extras.get("profile"))
    return EvidenceOutputs(panel, hidden=False)
