"""An opaque key passes; a name, an e-mail address or a telephone number does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.workbook.persons import looks_like

KEYS = [
    "p-00017", "a3f9", "mk-0042", "17", "00000017", "P17", "Participant-0042", "person-a",
    "deadbeef", "8f14e45f-ceea-467f-9c4b-1d2e3f4a5b6c", "01J9Z3NDEKTSV4RRFFQ69G5FAV", "x", "K7",
    "2023-0001-17", "city/mayor/12", "QmFzZTY0a2V5",
]  # fmt: skip
NAMES = [
    "Ana Petrova", "ana petrova", "Петрова", "Ana", "Petrova", "petrova", "AnaPetrova",
    "Ana-Petrova", "ana-petrova", "ana.petrova", "a.petrova", "ana_petrova", "ana.petrova80",
    "Lejla Čopelj", "Čopelj", "PETROVA", "O’Brien", "Ana Petrova 2", "Ana-Petrova-2",
]  # fmt: skip
TELEPHONES = [
    "+38970123456", "+389 70 123 456", "00389 70 123 456", "070 123 456", "070/123-456",
    "(070) 123 456", "38970123456", "355681234567", "0681234567",
]  # fmt: skip


@pytest.mark.parametrize("key", KEYS)
def test_opaque_keys_pass(key: str) -> None:
    assert looks_like(key) is None


@pytest.mark.parametrize("name", NAMES)
def test_names_are_seen(name: str) -> None:
    assert looks_like(name) == "a name"


@pytest.mark.parametrize("number", TELEPHONES)
def test_telephone_numbers_are_seen(number: str) -> None:
    assert looks_like(number) == "a telephone number"


@pytest.mark.parametrize("address", ["ana.petrova@x.org", "a@b", "@handle"])
def test_addresses_are_seen(address: str) -> None:
    assert looks_like(address) == "an e-mail address"


@given(st.uuids(), st.integers(0, 999_999))
def test_the_usual_kinds_of_keys_pass(uuid: object, number: int) -> None:
    assert looks_like(str(uuid)) is None
    assert looks_like(f"p-{number:06d}") is None
    assert looks_like(f"{number:06d}") is None
