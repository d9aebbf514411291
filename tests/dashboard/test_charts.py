"""The rows of each chart as files: the same as its table on the page, and strict."""

import csv
import io

import openpyxl
import pytest

from callbacks.charts import CHARTS
from callbacks.requests import read_view
from dashboard.app import create_app
from dashboard.downloads.hxl import check_tag
from dashboard.settings import Settings
from layouts.parts.table import table
from spoken import components, spoken

QUERY = "country=XK,MK&programme=all"


@pytest.fixture
def client(public_record):
    return create_app(public_record, Settings()).server.test_client()


def shown(repository, name, query=QUERY):
    return CHARTS[name](repository, read_view(query, repository.vocabulary(), "plain"))


def content(client, address):
    with client.get(address) as answer:
        assert answer.status_code == 200
        return answer.get_data()


@pytest.mark.parametrize("name", CHARTS)
def test_a_file_holds_the_rows_of_the_table_on_the_page(public_record, client, name):
    chart = shown(public_record, name)
    text = content(client, f"/charts/{name}.csv?{QUERY}").decode("utf-8-sig")
    facts, _, rest = text.partition("\r\n\r\n")
    rows = list(csv.reader(io.StringIO(rest)))
    assert "Kosovo and North Macedonia" in facts
    assert rows[0] == [column.name for column in chart.columns]
    assert len(rows) - 1 == len(chart.rows) > 0
    drawn = [part for part in components(table(chart)) if type(part).__name__ == "Tr"]
    assert len(drawn) - 1 == len(chart.rows)
    assert rows[1][0] == spoken(drawn[1].children[0])
    book = openpyxl.load_workbook(
        io.BytesIO(content(client, f"/charts/{name}.xlsx?{QUERY}")), read_only=True
    )
    sheet = book[book.sheetnames[1]]
    assert sum(1 for row in sheet.iter_rows() if row[0].value is not None) == len(rows)
    book.close()


@pytest.mark.parametrize("name", CHARTS)
def test_tags_are_those_of_the_dictionary(public_record, name):
    for column in shown(public_record, name).columns:
        if column.hxl:
            check_tag(column.hxl)


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/charts/nothing.csv", 404),
        ("/charts/city-map.pdf", 404),
        ("/charts/city-map.csv?country=ZZ", 400),
        ("/charts/timeline.xlsx?colour=red", 400),
    ],
)
def test_what_is_not_understood_is_refused(client, address, status):
    answer = client.get(address)
    assert answer.status_code == status
    assert "Traceback" not in answer.text
