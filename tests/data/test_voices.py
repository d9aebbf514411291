"""The page Voices held against the recount: quotes, outputs, stages, organisations, the lens."""

from __future__ import annotations

from dataclasses import replace

import pytest
import sqlalchemy as sa

from counted_twice import YEARS, Loaded
from data import schema
from data.database import open_for_loading
from data.dates import parse_date
from data.filters import ALL, Filters
from data.records.asked import read_records_asked
from data.repository import Repository
from data.voices.shapes import Funding, Voices
from random_filters import seeded_filters
from recount import Recount
from recount_voices import VoicesRecount
from served import PUBLIC_RECORD
from small_books import Book, NewBook
from small_workbooks import activity, output, support

PUBLIC_FILTERS = (
    ALL,
    Filters(programme="all"),
    Filters(countries=("AL", "XK")),
    Filters(cities=("strumica",), funders=("us-department-of-state",)),
    Filters(funders=("us-department-of-state",)),
    Filters(funders=("european-union", "us-department-of-state", "danish-mfa")),
    Filters(start=parse_date("2023-09"), end=parse_date("2023-12"), programme="all"),
    Filters(kinds=("summit",), funders=("danish-mfa",)),
)
ORGANISATIONS = [{"id": f"org-{place}", "name": f"Org {place}"} for place in range(70)]
"""More of them than have a bit of their own."""
FUNDED = [
    ("org-0",), ("org-0", "org-1"), ("org-0", "org-65"), ("org-65",), ("org-65", "org-66"),
    ("org-1",), (), ("org-0", "org-65", "org-66"), ("org-66",), (),
]  # fmt: skip


def assert_same_voices(shown: Voices, recount: VoicesRecount) -> None:
    filters = shown.filters
    words = filters.to_query()
    quotes = recount.quotes(filters)
    assert shown.quotes.number == len(quotes), words
    assert set(shown.quotes.shown.first) <= {row["id"] for row in quotes}, words
    outputs = {kind: group.number for kind, group in shown.outputs.kinds.items()}
    assert outputs == recount.outputs(filters), words
    for stage in shown.stages:
        for group, status in ((stage.held, "held"), (stage.planned, "planned")):
            rows = recount.stages(filters, stage.name, status)
            assert group.number == len(rows), (words, stage.name)
            assert set(group.first) <= {row["id"] for row in rows}, words
        assert sum(stage.years.values()) == stage.held.number
    assert_same_organisations(shown, recount)
    for funding in shown.funding:
        assert_same_funding(funding, filters, recount)


def assert_same_organisations(shown: Voices, recount: VoicesRecount) -> None:
    found = {
        row.organisation: (
            row.activities, row.activities_shared, row.partnered,
            row.support, row.support_shared, row.targets,
        )
        for row in shown.took_part
    }  # fmt: skip
    ours = {key: recount.part(key, shown.filters) for key in recount.organisations}
    assert found == {key: part for key, part in ours.items() if any(part)}, shown.filters
    totals = [row.total for row in shown.took_part]
    assert totals == sorted(totals, reverse=True)


def assert_same_funding(funding: Funding, filters: Filters, recount: VoicesRecount) -> None:
    """Compare the split and the groups; together they are all of the funder, and all there is."""
    words, sheet = filters.to_query(), funding.sheet
    split = (funding.one, funding.several, funding.none)
    assert split == recount.split(sheet, filters), (words, sheet)
    assert (funding.lens is None) == (not filters.funders)
    if funding.lens is None:
        return
    ours, lens = recount.lens(sheet, filters), funding.lens
    for name, group in (("alone", lens.alone), ("shared", lens.shared), ("others", lens.others)):
        assert group.number == len(ours[name]), (words, sheet, name)
        assert set(group.first) <= ours[name], (words, sheet, name)
        assert len(group.first) == min(group.number, 3)
    assert lens.number == len(recount.records(sheet, filters)), words
    whole = recount.records(sheet, replace(filters, funders=()))
    assert lens.number + lens.others.number == funding.number == len(whole), words
    assert lens.unnamed == funding.none


def test_the_page_equals_its_recount(synthetic: Loaded):
    recount = VoicesRecount(synthetic.recount)
    known = synthetic.repository.reference().funders
    drawn = seeded_filters(61, 4, synthetic.vocabulary, YEARS)
    funded = [Filters(funders=known[:1]), Filters(funders=known[1:3], countries=("AL", "RS"))]
    for filters in (ALL, *drawn, *funded):
        assert_same_voices(synthetic.repository.voices(filters), recount)


def test_the_public_record_equals_its_recount(public_record: Repository):
    recount = VoicesRecount(Recount(PUBLIC_RECORD))
    for filters in PUBLIC_FILTERS:
        assert_same_voices(public_record.voices(filters), recount)


@pytest.fixture
def crowded(book_of: NewBook) -> Book:
    """Give a book with more organisations than have bits, in all ways of funding together."""
    return book_of(
        organisations=ORGANISATIONS,
        activities=[
            activity(f"a{place}", funders=funders, partners="org-69" if place % 2 else "org-2",
                     cities="elbasan" if place % 3 else "", reach="global")
            for place, funders in enumerate(FUNDED)
        ] + [activity("draft", funders="org-0", review="draft"),
             activity("planned", funders="org-0", status="planned")],
        support=[
            *(support(f"s{place}", funders=funders) for place, funders in enumerate(FUNDED)),
            support("declined", funders="org-0", status="declined"),
        ],
        targets=[{"indicator": "activities-held", "start": "2024-01-01", "end": "2024-12-31",
                  "value": 3, "kind": "incremental", "funder": "org-66"}],
    )  # fmt: skip


def test_organisations_without_a_bit_count_like_others(crowded: Book):
    recount = VoicesRecount(crowded.recount)
    chosen = ((), ("org-0",), ("org-65",), ("org-0", "org-65"), ("org-65", "org-66"), ("org-9",))
    for funders in chosen:
        for countries in ((), ("AL",)):
            filters = Filters(funders=funders, countries=countries)
            assert_same_voices(crowded.repository().voices(filters), recount)


def listed(repository: Repository, sheet: str, filters: Filters, part: str) -> set[str]:
    asked, ignored = read_records_asked(sheet, filters, {"part": part}, repository.reference())
    assert not ignored, part
    return {str(record.key) for record in repository.all_records(asked)}


@pytest.mark.parametrize(
    ("sheet", "done"), [("activities", "status.held"), ("support", "stage.live")]
)
@pytest.mark.parametrize("chosen", [("org-0",), ("org-65",), ("org-0", "org-65")])
def test_the_lists_hold_just_the_records_of_a_group(
    crowded: Book, sheet: str, done: str, chosen: tuple[str, ...]
):
    repository, filters = crowded.repository(), Filters(funders=chosen)
    ours = VoicesRecount(crowded.recount).lens(sheet, filters)
    assert listed(repository, sheet, filters, f"{done}~funding.alone") == ours["alone"]
    assert listed(repository, sheet, filters, f"{done}~funding.shared") == ours["shared"]
    without = f"{done}~funded-without.{'_'.join(chosen)}"
    assert listed(repository, sheet, ALL, without) == ours["others"]
    named = listed(repository, sheet, ALL, f"{without}~funders.some")
    none = listed(repository, sheet, ALL, f"{without}~funders.none")
    assert named | none == ours["others"]
    assert not named & none
    assert none == listed(repository, sheet, ALL, f"{done}~funders.none")


def test_without_a_chosen_funder_no_record_is_funded_alone_or_with_others(crowded: Book):
    for value in ("alone", "shared"):
        assert listed(crowded.repository(), "activities", ALL, f"funding.{value}") == set()


def test_stages_are_told_by_reach_and_kind(book_of: NewBook):
    book = book_of(
        activities=[
            activity("abroad", reach="global", start="2023-04"),
            activity("talk", reach="country", kind="roundtable"),
            activity("lesson", reach="country", kind="training"),
            activity("regional", reach="region", kind="summit"),
            activity("next", reach="global", kind="summit", status="planned"),
            activity("off", reach="global", kind="summit", status="cancelled"),
        ]
    )
    shown = book.repository().voices(ALL)
    international, national = shown.stages
    assert list(international.held.first) == ["abroad"]
    assert list(international.planned.first) == ["next"]
    assert international.years == {2023: 1}
    assert list(national.held.first) == ["talk"]
    assert national.years == {None: 1}


def test_lists_are_bounded_and_the_latest_come_first(book_of: NewBook):
    days = [f"2023-{month:02}-01" for month in range(1, 10)]
    book = book_of(
        outputs=[output(f"o{day}", date=day) for day in days] + [output("undated")],
        voices=[voice(f"v{day}", said=day) for day in days] + [voice("undated")],
        activities=[activity(f"a{day}", start=day, reach="global") for day in days],
    )
    shown = book.repository().voices(ALL)
    assert list(shown.outputs.kinds["guide"].first) == [f"o{day}" for day in days[:-4:-1]]
    assert list(shown.quotes.shown.first) == [f"v{day}" for day in days[:-7:-1]]
    assert list(shown.stages[0].held.first) == [f"a{day}" for day in days[:-7:-1]]
    assert shown.outputs.number == shown.quotes.number == 10


def voice(id_: str, **changes: object) -> dict[str, object]:
    """Give a quote that was granted."""
    own = {"id": id_, "text": f"Words of {id_}", "speaker": "Somebody", "role": "Mayor"}
    return own | {"consent": "granted"} | changes


def test_a_quote_without_consent_is_never_shown(book_of: NewBook, one_database: str):
    """The database refuses such a quote; if it held one all the same, the question would not."""
    book = book_of(voices=[voice("granted"), voice("published", consent="published")])
    _smuggle(one_database, {"id": "secret", "row": 9, "text": "Not to be shown", "speaker": "S",
                            "role": "R", "consent": "refused", "country_bits": 0})  # fmt: skip
    repository = book.repository()
    shown = repository.voices(ALL)
    assert shown.quotes.consents == {"published": 1, "granted": 1}
    assert set(shown.quotes.shown.first) == {"granted", "published"}
    assert listed(repository, "voices", ALL, "consent.given") == {"granted", "published"}


def _smuggle(url: str, row: dict[str, object]) -> None:
    engine = open_for_loading(url)
    with engine.begin() as connection:
        if connection.dialect.name == "sqlite":
            connection.execute(sa.text("PRAGMA ignore_check_constraints = ON"))
        else:
            connection.execute(
                sa.text("ALTER TABLE voices DROP CONSTRAINT ck_voices_consent_known")
            )
        connection.execute(schema.voices.insert().values(row))
    engine.dispose()
