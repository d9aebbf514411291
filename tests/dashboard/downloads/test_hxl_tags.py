"""HXL tags: every column is thought of, and every tag is one that HXL 1.1 knows."""

import pytest

from dashboard.downloads.hxl import TAGS, check_tag
from data.workbook.sheets import SHEETS_BY_NAME

HIDDEN = {"participants", "notes"}
TAGGED = [(sheet, column) for sheet, tags in TAGS.items() for column, tag in tags.items() if tag]


def test_every_sheet_that_people_may_see_is_thought_of_and_no_other():
    assert set(TAGS) == set(SHEETS_BY_NAME) - HIDDEN


@pytest.mark.parametrize("sheet", TAGS)
def test_every_column_is_thought_of_in_its_order(sheet):
    assert list(TAGS[sheet]) == [column.name for column in SHEETS_BY_NAME[sheet].columns]


def test_every_tag_is_hxl():
    assert len(TAGGED) > 100
    for sheet, column in TAGGED:
        check_tag(TAGS[sheet][column])


@pytest.mark.parametrize("sheet", TAGS)
def test_no_two_columns_of_a_sheet_have_the_same_tag(sheet):
    tags = [tag for tag in TAGS[sheet].values() if tag]
    assert sorted(tags) == sorted(set(tags))


def test_lists_in_a_cell_say_so():
    for sheet, column in TAGGED:
        many = SHEETS_BY_NAME[sheet].by_name[column].many
        assert TAGS[sheet][column].endswith(" +list") == many, f"{sheet}.{column}"


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("", "not written as HXL"),
        ("activity", "not written as HXL"),
        ("#Activity", "not written as HXL"),
        ("#activity  +code", "not written as HXL"),
        ("#activity +", "not written as HXL"),
        ("#activity code", "not written as HXL"),
        ("#activity +code\n", "not written as HXL"),
        ("#theme", "no hashtag #theme"),
        ("#delivery +code", "no hashtag #delivery"),
        ("#activity +code +colour", r"no attribute \+colour"),
    ],
)
def test_what_is_not_hxl_is_refused(tag, said):
    with pytest.raises(ValueError, match=said):
        check_tag(tag)


@pytest.mark.parametrize("tag", ["#date", "#country+code+v_iso2", "#reached +f +children"])
def test_what_is_hxl_passes(tag):
    check_tag(tag)
