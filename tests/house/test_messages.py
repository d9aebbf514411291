"""The template for translators holds every message that a page says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from callbacks import PAGES
from crawled import page_parts
from data.filters import ALL, PROFILES
from data.geography import country_name
from data.repository import Repository
from data.values import COUNTRY_CODES
from layouts import language
from layouts.sentences.figures import figure_sentence
from layouts.sentences.places import COUNTRY_NAMES
from random_filters import seeded_filters
from scripts import collect_messages

CITIES = ("danilovgrad", "elbasan", "peja")


def test_the_template_is_up_to_date() -> None:
    written = collect_messages.TEMPLATE.read_bytes()
    assert written == collect_messages.template_text(), "Run python -m scripts.collect_messages"


def test_messages_hold_no_digits_and_the_form_for_one_puts_in_nothing_more() -> None:
    for message in collect_messages.collected():
        one, many = message.id if isinstance(message.id, tuple) else (message.id, message.id)
        assert not re.search(r"\d", one + many), message.id
        names, all_names = language.put_in_by(one), language.put_in_by(many)
        assert names is not None, one
        assert all_names is not None, many
        assert names <= all_names, message.id


def test_every_name_of_a_country_is_in_the_template() -> None:
    named = {country_name(code, profile) for code in COUNTRY_CODES for profile in PROFILES}
    assert named == set(COUNTRY_NAMES)
    assert named <= _known()


def test_shipped_catalogues_can_be_used() -> None:
    for path in language.CATALOGUES.glob("*/sentences.po"):
        assert collect_messages.faults(language.read_catalogue(path)) == []


@pytest.fixture
def catalogues(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep catalogues in a folder of the test's own."""
    monkeypatch.setattr(language, "CATALOGUES", tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("locale", "forms"),
    [
        ("sq", {1: 0, 2: 1, 21: 1}),
        ("mk", {1: 0, 2: 1, 11: 1, 21: 0}),
        ("sr_Latn", {1: 0, 2: 1, 5: 2, 11: 2, 21: 0, 24: 1}),
        ("bs", {1: 0, 3: 1, 5: 2, 101: 0}),
        ("hr", {1: 0, 3: 1, 5: 2, 111: 2}),
    ],
)
def test_a_new_language_begins_with_one_command(
    catalogues: Path, locale: str, forms: dict[int, int]
) -> None:
    collect_messages.main(["--new", locale])
    path = catalogues / locale / "sentences.po"
    for form in range(3):
        text = path.read_text("utf-8")
        path.write_text(_with_form(text, form, "{n} " + "abc"[form]), "utf-8")
    assert language.languages() == ("en", locale)
    with language.speaking(locale):
        said = {n: language.one_or_many("{n} activity", "{n} activities", n) for n in forms}
        assert said == {n: "{n} " + "abc"[form] for n, form in forms.items()}
        assert language.translated("no date") == "no date"


def _with_form(text: str, form: int, translation: str) -> str:
    """Translate a form of the number of activities as a translator would."""
    before, message, after = text.partition('msgid_plural "{n} activities"\n')
    entry, blank, rest = after.partition("\n\n")
    entry = entry.replace(f'msgstr[{form}] ""', f'msgstr[{form}] "{translation}"')
    return f"{before}{message}{entry}{blank}{rest}"


def test_the_check_says_what_cannot_be_used(
    catalogues: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    collect_messages.main(["--new", "sr_Latn"])
    path = catalogues / "sr_Latn" / "sentences.po"
    whole = path.read_text("utf-8")
    collect_messages.main(["--check"])
    assert "messages are said in English" in capsys.readouterr().out
    path.write_text(_with_form(whole, 1, "{m} aktivnosti"), "utf-8")
    with pytest.raises(SystemExit) as stopped:
        collect_messages.main(["--check"])
    said = str(stopped.value)
    assert "'{n} activities' is translated by '{m} aktivnosti', which puts in other things" in said
    assert "'{n} activities' has 1 of the 3 plural forms of the language" in said


def test_collecting_again_keeps_what_is_translated(catalogues: Path) -> None:
    collect_messages.main(["--new", "sq"])
    path = catalogues / "sq" / "sentences.po"
    path.write_text(_with_form(path.read_text("utf-8"), 0, "{n} aktivitet"), "utf-8")
    before = path.read_bytes()
    catalogue = language.read_catalogue(path)
    catalogue.update(collect_messages.collected())
    assert collect_messages.written(catalogue) == before


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Collect the messages that are said while a test runs."""
    heard: set[str] = set()
    fitting = language._fitting

    def listen(said: str, english: tuple[str, ...]) -> str:
        heard.update(english)
        return fitting(said, english)

    monkeypatch.setattr(language, "_fitting", listen)
    return heard


def test_every_message_said_on_a_page_is_in_the_template(
    public_record: Repository, said: set[str]
) -> None:
    for path in _paths():
        page_parts(public_record, path)
    reference = public_record.reference()
    for filters in (ALL, *seeded_filters(44, 6, reference.vocabulary, (2016, 2024))):
        for figure in public_record.figures(filters):
            figure_sentence(figure, filters, reference, "eu")
    assert len(said) > 100
    assert said - _known() == set()


def _known() -> set[str]:
    known: set[str] = set()
    for one in collect_messages.collected():
        known.update((one.id,) if isinstance(one.id, str) else one.id)
    return known


def _paths() -> list[str]:
    """List the addresses of pages that speak, with some cities."""
    patterns = [page.path for page in PAGES if page.answer and "<sheet>" not in page.path]
    return [path.replace("<city>", city) for path in patterns for city in CITIES]
