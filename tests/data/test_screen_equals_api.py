"""What a card shows is what the API answers and what the recount counts, whatever the filter."""

from __future__ import annotations

from typing import Any

import pytest
from dash.development.base_component import Component

from counted_twice import YEARS, Loaded
from dashboard.app import create_app
from dashboard.settings import Settings
from layouts.parts.cards import cards
from random_filters import seeded_filters


def shown(parts: Any) -> dict[str, tuple[str, str]]:
    """Collect what each card among the components shows: value and bound."""
    found: dict[str, tuple[str, str]] = {}
    for part in parts if isinstance(parts, list) else [parts]:
        if not isinstance(part, Component):
            continue
        if "data-bound" in part.to_plotly_json()["props"]:
            indicator = part.id.removeprefix("figure-")
            found[indicator] = (getattr(part, "data-value"), getattr(part, "data-bound"))
        found |= shown(getattr(part, "children", None))
    return found


@pytest.mark.slow
def test_cards_api_and_recount_agree_for_200_filters(synthetic: Loaded) -> None:
    client = create_app(synthetic.repository, Settings()).server.test_client()
    number = 200 if len(synthetic.vocabulary.cities) > 10 else 20
    for filters in seeded_filters(21, number, synthetic.vocabulary, YEARS):
        asked = synthetic.repository.overview(filters)
        drawn = shown(cards(asked.figures, asked.trends, asked.scope, frozenset()))
        answer = client.get(f"/api/figures?{filters.to_query()}").json
        figures = {item["id"]: item for item in answer["figures"]}
        recount = synthetic.recount.figures(filters)
        assert len(drawn) >= 8
        for indicator, (value, bound) in drawn.items():
            told, ours = figures[indicator], recount[indicator]
            words = (filters.to_query(), indicator)
            assert (float(value) if value else None) == told["value"], words
            assert (bound or None) == told["bound"], words
            assert told["value"] == pytest.approx(ours.value), words
            assert told["counted"] == ours.counted, words
            assert told["left_out_reasons"] == dict(ours.left_out), words
            sheet = {"cities": "cities", "support": "support"}.get(told["unit"], "activities")
            if told["id"] == "cities-supported":
                sheet = "support"
            if sheet != "cities":
                candidates = synthetic.recount.candidates(sheet, filters)
                assert told["counted"] + told["left_out"] == len(list(candidates)), words
