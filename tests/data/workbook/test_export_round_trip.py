"""Loading what was exported gives the same contents, in either format, from either database."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from data.database import open_for_reading
from data.workbook.exporting import stored
from data.workbook.exporting.cell_text import number_text
from data.workbook.loading import load
from data.workbook.synthetic import write_synthetic
from exported import FORMS, assert_round_trip, fill
from small_workbooks import Sheets, activity, city, dataset, indicator, support, workbooks

TEXT = st.text(st.characters(exclude_characters="\0", exclude_categories=("Cs",)), max_size=20)
HOSTILE = (
    "=1+1", "+44", "-1", "@SUM(A1)", "'=1", "\u200b=1", '=HYPERLINK("http://x","y")',
    "007", "1e5", "1,5", "0.10", "2023-03", "1-2", "03/04/2023", "TRUE", "#N/A", "yes", "NULL",
    "a\nb\n\nc", "a\tb", 'say "so", he said', "a;b", ";", ",", '"', '""', "\\", "\\n",
    "a\x01b", "a\x0bb", "a\x1fb", "\ufffe\uffff", "\x7f\x85a", "\ufeffa", "a\u2028b", "\u202eabc",
    "_x0041_", "_x000D_", "_x005F_", "_x005F_x0041_", "_x0041_x0001_", "_x005F\x01", "x005F_",
    "_x000d", "_xFFFE_", "<r>a</r>", "<r><t>a</t></r>", "<b>&amp;</b>", "]]>", "&#10;",
    "https://example.org", "mailto:a", "internal:a!A1", "{=1}", "😀", "Šabac Кочани", "a  b",
)  # fmt: skip


@st.composite
def full_workbooks(draw: st.DrawFn) -> Sheets:
    """Draw a workbook with any text and with numbers of every length."""
    sheets = draw(workbooks())
    amounts = st.none() | st.decimals(0, 10**11 - 1, places=4)
    numbers = st.decimals(-(10**9), 10**9, places=9) | st.integers(-(10**18) + 1, 10**18 - 1)
    for row in sheets["activities"]:
        row["summary"], row["note"] = draw(TEXT), draw(TEXT)
    for row in sheets["support"]:
        row["amount"] = draw(amounts)
        row["currency"] = None if row["amount"] is None else "EUR"
        row["outcome"] = draw(TEXT)
    for row in sheets["targets"]:
        row["baseline"] = f"{Decimal(draw(numbers)):f}"
    return sheets


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=12)
@given(sheets=full_workbooks(), form=st.sampled_from(FORMS))
def test_what_was_exported_loads_to_the_same(
    engines: tuple[sa.Engine, sa.Engine], sheets: Sheets, form: str
) -> None:
    loading, reading = engines
    fill(loading, sheets)
    assert_round_trip(reading, form)


def test_hostile_text_comes_back_sign_by_sign(engines: tuple[sa.Engine, sa.Engine]) -> None:
    loading, reading = engines
    rows = [activity(f"a{n}", title=f"x{t}", summary=t) for n, t in enumerate(HOSTILE)]
    spoken = {"id": "v", "text": "=1", "speaker": "+1", "role": "-1", "consent": "granted"}
    fill(loading, {"dataset": [dataset(title="=A1")], "activities": rows, "voices": [spoken]})
    for form in FORMS:
        assert_round_trip(reading, form)


@pytest.mark.parametrize("form", FORMS)
def test_the_public_record_comes_back(public_record_url: str, form: str) -> None:
    engine = open_for_reading(public_record_url)
    assert_round_trip(engine, form)
    engine.dispose()


def test_a_synthetic_workbook_comes_back_over_many_pages(
    engines: tuple[sa.Engine, sa.Engine], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loading, reading = engines
    write_synthetic(tmp_path, 200, 3)
    load(loading, tmp_path)
    monkeypatch.setattr(stored, "ROWS_AT_ONCE", 37)
    for form in FORMS:
        assert_round_trip(reading, form)


NUMBERS = (
    "0", "0.1", "41.11138", "0.30000000000000004", "123456789012345.67", "-0.000000000000000001",
    "999999999999999999", "-999999999999999999", "100000000000000000", "1.7976931348623157",
)  # fmt: skip


def test_numbers_come_back_without_loss(engines: tuple[sa.Engine, sa.Engine]) -> None:
    loading, reading = engines
    amounts = ("0", "0.0001", "0.1", "1200", "12500.50", "99999999999.9999", "123456.7891")
    targets = [
        {"indicator": "i", "start": f"{2000 + n}-01-01", "end": "2024-01-01", "kind": "cumulative"}
        | {"value": text, "baseline": text}
        for n, text in enumerate(NUMBERS)
    ]
    sheets: Sheets = {
        "dataset": [dataset(as_of="0001-01-01", launched="0999-12")],
        "cities": [city("peja", geonames_id=10**15), city("durres", geonames_id=1)],
        "support": [support(f"s{n}", amount=a, currency="ALL") for n, a in enumerate(amounts)],
        "indicators": [indicator("i", "outputs", order=-(2**31) + 1)],
        "targets": targets,
    }
    fill(loading, sheets)
    for form in FORMS:
        assert_round_trip(reading, form)


@given(number=st.floats(-1e18, 1e18, allow_subnormal=False).filter(lambda x: abs(x) > 1e-3))
@example(number=1e18)
@example(number=-1e18)
def test_a_number_is_written_in_the_workbooks_form(number: float) -> None:
    text = number_text(number)
    assert float(text) == number
    assert len(text.lstrip("-").partition(".")[0]) <= 18
    assert "e" not in text.lower()


def test_amounts_are_written_without_needless_zeros() -> None:
    assert number_text(Decimal("12500.5000")) == "12500.5"
    assert number_text(Decimal("1200.0000")) == "1200"
    assert number_text(0.0) == "0"
