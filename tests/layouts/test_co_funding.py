"""The mark of several funders: words beside the icon, and who the others are."""

from __future__ import annotations

import pytest

from crawled import page_parts
from data.evidence.asked import read_figure_key
from data.filters import ALL, require_filters
from data.repository import Repository
from layouts.parts.co_funding import co_funding, co_funding_of
from layouts.parts.detail import detail
from layouts.parts.evidence import evidence
from spoken import components, spoken

THREE = ("european-union", "us-department-of-state", "danish-mfa")


@pytest.mark.parametrize("funders", [(), THREE[:1]])
def test_one_funder_or_none_is_not_marked(public_record: Repository, funders: tuple[str, ...]):
    assert co_funding(funders, public_record.reference()) is None


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        ((), "Co-funded: EU, State Department and Danish MFA"),
        (("australia-dfat",), "Co-funded: EU, State Department and Danish MFA"),
        (THREE[:1], "Co-funded with State Department and Danish MFA"),
        (THREE[:2], "Co-funded with Danish MFA"),
        (THREE, "Co-funded: EU, State Department and Danish MFA"),
    ],
)
def test_several_are_named(public_record: Repository, chosen: tuple[str, ...], said: str):
    mark = co_funding(THREE, public_record.reference(), chosen)
    assert spoken(mark) == said
    assert any("icon-co-funded" in (getattr(part, "className", "") or "")
               for part in components(mark))  # fmt: skip


def test_names_do_where_the_ids_are_not_known():
    assert co_funding_of(["One"]) is None
    assert spoken(co_funding_of(["One", "<b>Two</b>"])) == "Co-funded: One and <b>Two</b>"


def test_details_of_a_record_are_marked(public_record: Repository):
    shown = public_record.overview(ALL, ("activity", "budva-workshop-2023")).detail
    assert shown is not None
    assert "Co-funded: U.S. Department of State and Australian" in spoken(detail(shown, "plain"))
    alone = public_record.overview(ALL, ("activity", "elbasan-workshop-2023")).detail
    assert alone is not None
    assert "Funder: U.S. Department of State" in spoken(detail(alone, "plain"))


def test_a_record_and_its_list_are_marked(public_record: Repository):
    record = spoken(page_parts(public_record, "/records/activities/fourth-global-summit-2023"))
    assert "Funders Co-funded: European Union , U.S. Department of State , Danish" in record
    rows = spoken(page_parts(public_record, "/records/activities"))
    assert "Co-funded: EU , State Department , Danish MFA" in rows
    assert rows.count("Co-funded") == 2


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("", "Co-funded: State Department and DFAT"),
        ("funder=australia-dfat", "Co-funded with State"),
    ],
)
def test_evidence_is_marked(public_record: Repository, query: str, said: str):
    reference = public_record.reference()
    filters = require_filters(query, reference.vocabulary)
    asked = read_figure_key("activities-held", filters, reference)
    panel = evidence(public_record.explain(asked), reference, filters, "plain")
    assert said in spoken(panel)
