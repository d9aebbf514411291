"""Another language follows from its catalogue alone: plurals, order, dates, numbers, lists."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from data.dates import parse_date
from layouts import formats
from layouts.language import (
    UnreadableCatalogue,
    languages,
    one_or_many,
    puts_in_the_same,
    require_catalogue,
    speaking,
    spoken,
    translated,
)
from layouts.sentences.sentence import records_said, say, say_many

SERBIAN = r"""
msgid ""
msgstr ""
"Language: sr_Latn\n"
"Content-Type: text/plain; charset=utf-8\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 "
"|| n%100>=20) ? 1 : 2);\n"

msgid "{n} activity"
msgid_plural "{n} activities"
msgstr[0] "{n} aktivnost"
msgstr[1] "{n} aktivnosti"
msgstr[2] "{n} aktivnosti ukupno"

msgid "In {place} there were {activities}."
msgstr "{activities}: toliko ih je bilo u mestu {place}."

msgid "{n} city"
msgid_plural "{n} cities"
msgstr[0] "{n} grad"
msgstr[1] "{m} grada"
msgstr[2] "{n} gradova"

msgid "the latest one"
msgid_plural "the latest {n}"
msgstr[0] "poslednja {n}"
msgstr[1] "poslednje {n}"
msgstr[2] "poslednjih {n}"

msgid "at least {n}"
msgstr "najmanje {n}"
"""

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'


@pytest.fixture
def catalogues(tmp_path: Path) -> Path:
    """Write a small Serbian catalogue where a translator would put it."""
    folder = tmp_path / "sr_Latn"
    folder.mkdir()
    (folder / "sentences.po").write_text(SERBIAN, encoding="utf-8")
    return tmp_path


@pytest.fixture
def serbian(catalogues: Path) -> Iterator[None]:
    """Speak Serbian."""
    with speaking("sr_Latn", catalogues):
        yield


def _activities(number: int) -> str:
    return records_said("{n} activity", "{n} activities", number, "/records/activities").text


def test_a_catalogue_is_a_language(catalogues: Path) -> None:
    assert languages(catalogues) == ("en", "sr_Latn")


def test_english_needs_no_catalogue() -> None:
    assert spoken() == "en"
    assert [_activities(number) for number in (0, 1, 2)] == [
        "0 activities",
        "1 activity",
        "2 activities",
    ]


@pytest.mark.usefixtures("serbian")
def test_plurals_are_those_of_the_language() -> None:
    assert [_activities(number) for number in (1, 2, 5, 11, 21, 24)] == [
        "1 aktivnost",
        "2 aktivnosti",
        "5 aktivnosti ukupno",
        "11 aktivnosti ukupno",
        "21 aktivnost",
        "24 aktivnosti",
    ]


@pytest.mark.usefixtures("serbian")
def test_a_sentence_may_stand_in_another_order() -> None:
    activities = records_said("{n} activity", "{n} activities", 2, "/records/activities")
    said = say("In {place} there were {activities}.", place="Budva", activities=activities)
    assert said.text == "2 aktivnosti: toliko ih je bilo u mestu Budva."
    assert [number.value for number in said.numbers] == [2]


@pytest.mark.usefixtures("serbian")
def test_what_is_not_translated_is_said_in_english() -> None:
    assert translated("no date") == "no date"
    assert say_many("{n} is open", "{n} are open", 2, n="2").text == "2 are open"


@pytest.mark.usefixtures("serbian")
def test_a_translation_that_puts_in_other_things_is_not_used(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.WARNING):
        said = [one_or_many("{n} city", "{n} cities", number) for number in (1, 2, 3, 5)]
    assert said == ["{n} grad", "{n} cities", "{n} cities", "{n} gradova"]
    assert len(caplog.records) == 1


@pytest.mark.parametrize(
    ("translation", "fits"),
    [
        ("{n} grad", True),
        ("grad {n}, {n}", True),
        ("grad", False),
        ("{n} {m}", False),
        ("{n} {", False),
        ("{n} }", False),
        ("{} grad", False),
        ("{0} grad", False),
        ("{n!r} grad", False),
        ("{n:>999999999} grad", False),
        ("{n.__class__} grad", False),
    ],
)
def test_a_translation_puts_in_what_english_does_and_no_more(
    translation: str, *, fits: bool
) -> None:
    assert puts_in_the_same(translation, ("{n} city",)) is fits


@pytest.mark.parametrize("wrong", ["{n} {", "{}", "{n.real}"])
def test_whatever_a_translator_writes_nothing_breaks(tmp_path: Path, wrong: str) -> None:
    (tmp_path / "sq").mkdir()
    entry = f'\nmsgid "{{n}} is open"\nmsgstr "{wrong}"\n'
    (tmp_path / "sq" / "sentences.po").write_text(HEADER + entry, encoding="utf-8")
    with speaking("sq", tmp_path):
        assert say("{n} is open", n="2").text == "2 is open"


@pytest.mark.parametrize(
    "written",
    [
        f"{HEADER}\nthis is no entry\n".encode(),
        f'{HEADER}\nmsgid "no date"\nmsgstr "'.encode() + b'pa dat\xebm"\n',
        HEADER.encode() + b'"Plural-Forms: nplurals=2; plural=whatever;\\n"\n',
    ],
)
def test_a_catalogue_that_cannot_be_read_is_named(tmp_path: Path, written: bytes) -> None:
    (tmp_path / "sq").mkdir()
    path = tmp_path / "sq" / "sentences.po"
    path.write_bytes(written)
    with pytest.raises(UnreadableCatalogue) as refused:
        require_catalogue("sq", tmp_path)
    assert str(path) in refused.value.sentence


@pytest.mark.usefixtures("serbian")
def test_a_form_for_one_may_name_the_number_that_english_leaves_out() -> None:
    one, many = "the latest one", "the latest {n}"
    assert [one_or_many(one, many, number) for number in (1, 21, 5)] == [
        "poslednja {n}",
        "poslednja {n}",
        "poslednjih {n}",
    ]


@pytest.mark.usefixtures("serbian")
def test_dates_numbers_and_lists_follow_the_language() -> None:
    assert formats.number(12345.5) == "12.345,5"
    assert formats.percent(42) == "42%"
    assert formats.date_span(parse_date("2023-02-08")) == "8. februar 2023."
    assert formats.date_span(parse_date("2023-02")) == "februar 2023."
    assert formats.date_span(parse_date("2023")) == "2023"
    assert formats.day(date(2024, 12, 21)) == "21. decembar 2024."
    assert "8" in formats.interval(parse_date("2023-02-08"), parse_date("2023-02-09"))
    assert formats.joined(["Budva", "Peja", "Durrës"]) == "Budva, Peja i Durrës"
    assert formats.at_least("5") == "najmanje 5"


@pytest.mark.usefixtures("serbian")
def test_a_name_with_braces_stays_a_name() -> None:
    assert say("In {place} there were {activities}.", place="{n}", activities="1").text == (
        "1: toliko ih je bilo u mestu {n}."
    )
