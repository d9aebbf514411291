"""The template for translators holds every message that a page says."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from babel.messages.pofile import read_po

from callbacks import PAGES
from crawled import page_parts
from data.filters import ALL
from data.repository import Repository
from layouts import formats, language
from layouts.sentences import overview, sentence
from layouts.sentences.figures import figure_sentence
from scripts import collect_messages

CITIES = ("danilovgrad", "elbasan", "peja")


def test_the_template_is_up_to_date() -> None:
    written = collect_messages.TEMPLATE.read_bytes()
    assert written == collect_messages.template_text(), "Run python -m scripts.collect_messages"


def test_shipped_catalogues_can_be_used() -> None:
    for path in collect_messages.CATALOGUES.glob("*/sentences.po"):
        with path.open("rb") as file:
            assert collect_messages.faults(read_po(file, locale=path.parent.name)) == []


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Collect the messages that are said while a test runs."""
    heard: set[str] = set()

    def listening(function: Callable[..., str], messages: int) -> Callable[..., str]:
        def listen(*arguments: str) -> str:
            heard.update(argument for argument in arguments[:messages] if argument)
            return function(*arguments)

        return listen

    for name, messages in (("translated", 1), ("one_or_many", 2)):
        listener = listening(getattr(language, name), messages)
        for module in (sentence, formats, overview):
            if hasattr(module, name):
                monkeypatch.setattr(module, name, listener)
    return heard


def test_every_message_said_on_a_page_is_in_the_template(
    public_record: Repository, said: set[str]
) -> None:
    for path in _paths():
        page_parts(public_record, path)
    reference = public_record.reference()
    for figure in public_record.figures(ALL):
        figure_sentence(figure, ALL, reference, "plain")
    known = set()
    for one in collect_messages.collected():
        known.update((one.id,) if isinstance(one.id, str) else one.id)
    assert len(said) > 100
    assert said - known == set()


def _paths() -> list[str]:
    """List the addresses of pages that speak, with some cities."""
    patterns = [page.path for page in PAGES if page.answer and "<sheet>" not in page.path]
    return [path.replace("<city>", city) for path in patterns for city in CITIES]
