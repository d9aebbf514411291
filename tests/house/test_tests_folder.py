"""The tests folder keeps to what its import mode needs."""

from collections import Counter
from pathlib import Path

from repository_files import repository_files


def test_no_package_below_tests() -> None:
    # tests/data as a package would shadow the package `data`.
    assert [str(path) for path in repository_files("tests") if path.name == "__init__.py"] == []


def test_every_test_file_has_a_name_of_its_own() -> None:
    names = Counter(path.name for path in repository_files("tests") if path.match("test_*.py"))
    assert names
    assert [name for name, times in names.items() if times > 1] == []


def test_every_test_file_is_collected() -> None:
    stray = [
        str(path)
        for path in repository_files()
        if path.match("test_*.py") and path.parts[0] != "tests"
    ]
    assert stray == []
    assert Path("tests/house/test_tests_folder.py") in repository_files("tests")
