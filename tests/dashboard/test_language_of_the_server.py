"""The setting `HUB_LANGUAGE` decides in which language requests and commands are answered."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from dashboard import opening
from dashboard.app import create_app
from dashboard.command_line import main
from dashboard.settings import Settings
from data.repository import Repository
from layouts import language

CATALOGUE = r"""
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 "
"|| n%100>=20) ? 1 : 2);\n"

msgid "{n} activity"
msgid_plural "{n} activities"
msgstr[0] "{n} aktivnost"
msgstr[1] "{n} aktivnosti"
msgstr[2] "{n} aktivnosti ukupno"

msgid "{held} was held"
msgid_plural "{held} were held"
msgstr[0] "održana je {held}"
msgstr[1] "održane su {held}"
msgstr[2] "održano je {held}"

msgid "{phrases}, {clause}."
msgstr "{clause} ({phrases})."

msgid "for {places}"
msgstr "mesta: {places}"

msgid "North Macedonia"
msgstr "Severna Makedonija"

msgid "Serbia"
msgstr "Srbija"

msgid "from {begin} to {end}"
msgstr "od {begin} do {end}"
"""


@pytest.fixture
def serbian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write a small Serbian catalogue where the program looks for catalogues."""
    (tmp_path / "sr_Latn").mkdir()
    path = tmp_path / "sr_Latn" / "sentences.po"
    path.write_text(CATALOGUE, encoding="utf-8")
    monkeypatch.setattr(language, "CATALOGUES", tmp_path)
    return path


def _held(answer: dict[str, object]) -> str:
    figures = answer["figures"]
    assert isinstance(figures, list)
    (found,) = [item["sentence"] for item in figures if item["id"] == "activities-held"]
    return str(found)


@pytest.mark.usefixtures("serbian")
def test_requests_are_answered_in_the_language_of_the_setting(public_record: Repository) -> None:
    app = create_app(public_record, Settings(language="sr_Latn"))
    query = "country=MK,RS&from=2023-02&to=2023-11"
    said = _held(app.server.test_client().get(f"/api/figures?{query}").json)
    assert said == (
        "Održano je 5 aktivnosti ukupno (od februar 2023. do novembar 2023., mesta: Severna"
        " Makedonija i Srbija). For 1 of them no head-count is recorded."
    )
    other = create_app(public_record, Settings(language="en"))
    english = _held(other.server.test_client().get(f"/api/figures?{query}").json)
    assert english.startswith("From February 2023 to November 2023, for North Macedonia and Serbia")


@pytest.mark.usefixtures("serbian")
def test_commands_answer_in_the_language_of_the_setting(
    public_record: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "open_for_reading", lambda _: public_record._engine)
    monkeypatch.setenv("HUB_LANGUAGE", "sr_Latn")
    answer = CliRunner().invoke(main, ["figures", "--country", "XK"], catch_exceptions=False)
    assert _held(json.loads(answer.output)).startswith("Održane su 3 aktivnosti (mesta: Kosovo).")


@pytest.mark.parametrize("wrong", ["sq", "sr", "../sr_Latn", ""])
@pytest.mark.usefixtures("serbian")
def test_a_language_without_a_catalogue_stops_the_start(
    wrong: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HUB_LANGUAGE", wrong)
    answer = CliRunner().invoke(main, ["figures"], catch_exceptions=False)
    assert answer.exit_code == 2
    sentence = f"HUB_LANGUAGE: there are sentences in en, sr_Latn, but it is {wrong!r}.\n"
    assert answer.output == sentence


def test_a_catalogue_that_cannot_be_read_stops_the_start(
    serbian: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    serbian.write_text(CATALOGUE + "\nthis is no entry\n", encoding="utf-8")
    monkeypatch.setenv("HUB_LANGUAGE", "sr_Latn")
    answer = CliRunner().invoke(main, ["figures"], catch_exceptions=False)
    assert answer.exit_code == 2
    assert answer.output.startswith(f"The catalogue {serbian} cannot be read: ")
    assert answer.output.count("\n") == 1


@pytest.fixture(autouse=True)
def english_afterwards() -> Iterator[None]:
    """Speak English again; a request or command of the test may have left another language."""
    yield
    language.speak("en")
