"""The mark of several funders: words beside the icon, and who the others are."""

from __future__ import annotations

import pytest

from data.repository import Repository
from layouts.parts.co_funding import co_funding, co_funding_of
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
