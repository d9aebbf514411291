"""What a figure says is what its downloaded records are, whatever the filter."""

from __future__ import annotations

import csv
from random import Random

import pytest
from flask.testing import FlaskClient

from counted_twice import YEARS, Loaded
from dashboard.app import create_app
from dashboard.settings import Settings
from data.counting.rules import RULES
from random_filters import seeded_filters

NUMBER_OF_RECORDS = ("activities-held", "support-delivered", "support-open", "outputs")
"""Rules whose value is the number of records that they count."""


def ids_in(client: FlaskClient, address: str) -> list[str]:
    """Download a list of records and give its ids."""
    with client.get(address) as answer:
        assert answer.status_code == 200, answer.text
        text = answer.get_data().decode("utf-8-sig")
    rows = list(csv.reader(text.split("\r\n\r\n", 1)[1].splitlines()))
    place = rows[0].index("id")
    return [row[place] for row in rows[1:]]


@pytest.mark.slow
def test_records_of_200_filters_add_up_to_their_figures(synthetic: Loaded) -> None:
    client = create_app(synthetic.repository, Settings()).server.test_client()
    random, indicators = Random(17), synthetic.repository.reference().indicators
    number = 200 if len(synthetic.vocabulary.cities) > 10 else 20
    for filters in seeded_filters(29, number, synthetic.vocabulary, YEARS):
        query = filters.to_query()
        figures = {item["id"]: item for item in client.get(f"/api/figures?{query}").json["figures"]}
        for id_ in random.sample(sorted(indicators), 2):
            rule, words = indicators[id_].rule, (query, id_)
            if rule == "published":
                continue
            joined = f"{query}&figure={id_}" if query else f"figure={id_}"
            listed = ids_in(client, f"/records/{RULES[rule].sheet}.csv?{joined}")
            ours = synthetic.recount.evidence(filters, id_)
            assert sorted(listed) == sorted(id_ for _, id_, reason in ours if not reason), words
            assert len(set(listed)) == len(listed) == figures[id_]["counted"], words
            if rule in NUMBER_OF_RECORDS or rule == "member-cities":
                assert figures[id_]["value"] == len(listed), words
