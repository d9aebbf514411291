"""What people read about the project is true: commands, links, names, packages, pictures."""

import importlib
import importlib.util
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from data import schema
from data.values import RULES
from data.workbook.sheets import SHEETS
from layouts import words
from repository_files import ROOT, repository_files
from scripts.draw_data_model import OUT, draw

LINK = re.compile(r"\]\(([^)\s]+)\)|\bsrc=\"([^\"]+)\"")
DOTTED = re.compile(r"`((?:assets|callbacks|dashboard|data|layouts)\.[A-Za-z_.]+)`")
PATH = re.compile(
    r"`((?:assets|callbacks|dashboard|data|docs|layouts|requirements|scripts|tests)/[^`\s*]*)`"
)
MODULE = re.compile(r"python -m ([a-z_.]+)")


def documents() -> list[Path]:
    """List the texts for people; what others wrote is left out."""
    return [
        path
        for path in repository_files()
        if path.suffix == ".md" and "vendor" not in path.parts and "data" not in path.parts
    ]


def text(name: str | Path) -> str:
    return (ROOT / name).read_text("utf-8")


def section(document: str, title: str) -> str:
    """Give the text below a heading of the second level."""
    return text(document).split(f"\n## {title}\n")[1].split("\n## ")[0]


def make_targets() -> list[str]:
    return re.findall(r"^([a-z]+):.*## ", text("Makefile"), re.MULTILINE)


def test_the_readme_names_every_make_target_and_no_other() -> None:
    targets = make_targets()
    assert "run" in targets
    named = set(re.findall(r"^\| `make (\w+)` \|", text("README.md"), re.MULTILINE))
    assert named == set(targets)


@pytest.mark.parametrize("document", documents(), ids=str)
def test_only_targets_that_exist_are_named(document: Path) -> None:
    assert set(re.findall(r"`make (\w+)", text(document))) <= set(make_targets())


def test_there_are_documents() -> None:
    assert {Path("README.md"), Path("CONTRIBUTING.md"), Path("CHANGELOG.md")} <= set(documents())


@pytest.mark.parametrize("document", documents(), ids=str)
def test_links_lead_to_files_that_exist(document: Path) -> None:
    links = [one or other for one, other in LINK.findall(text(document))]
    own = [link.partition("#")[0] for link in links if "://" not in link]
    assert [link for link in own if not (ROOT / document.parent / link).exists()] == []


@pytest.mark.parametrize("document", documents(), ids=str)
def test_names_of_code_are_names_in_the_code(document: Path) -> None:
    for name in DOTTED.findall(text(document)):
        assert resolved(name) is not None, name


def resolved(name: str) -> object:
    """Give the module, or what a module or class holds under that name."""
    parts = name.split(".")
    for end in range(len(parts), 0, -1):
        module = ".".join(parts[:end])
        if importlib.util.find_spec(module.split(".")[0]) is None:
            return None
        try:
            found: object = importlib.import_module(module)
        except ModuleNotFoundError:
            continue
        for part in parts[end:]:
            found = getattr(found, part, None)
        return found
    return None


@pytest.mark.parametrize("document", documents(), ids=str)
def test_paths_are_paths_in_the_repository(document: Path) -> None:
    assert [path for path in PATH.findall(text(document)) if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("document", documents(), ids=str)
def test_modules_to_run_exist(document: Path) -> None:
    for name in MODULE.findall(text(document)):
        assert importlib.util.find_spec(name) is not None, name


def test_the_readme_says_of_every_package_what_for_and_why() -> None:
    rows = re.findall(
        r"^\| ([a-z0-9-]+) \| ([^|]+) \| ([^|]+) \|$",
        section("README.md", "What it is made with"),
        re.MULTILINE,
    )
    lines = "\n".join(text(f"requirements/{name}.in") for name in ("run", "test")).splitlines()
    wanted = [Requirement(line).name for line in lines if line and not line.startswith(("#", "-"))]
    assert sorted(name for name, _, _ in rows if name != "package") == sorted(wanted)
    assert all(what.strip() and why.strip() for _, what, why in rows)


def test_the_readme_lists_the_keys_of_the_help() -> None:
    rows = re.findall(
        r"^\| `([^`]+)` \| ([^|]+) \|$", section("README.md", "What you see"), re.MULTILINE
    )
    assert rows == list(words.KEYS)


def test_the_changelog_tells_of_this_version() -> None:
    version = tomllib.loads(text("pyproject.toml"))["project"]["version"]
    newest = re.search(r"^## (\S+)", text("CHANGELOG.md"), re.MULTILINE)
    assert newest is not None
    assert newest[1] == version


def test_decisions_are_numbered_and_have_the_three_parts() -> None:
    decisions = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    assert [path.name[:4] for path in decisions] == [
        f"{n:04d}" for n in range(1, len(decisions) + 1)
    ]
    for path in decisions:
        body = path.read_text("utf-8")
        assert body.startswith(f"# {path.name[:4]}: ")
        assert re.findall(r"^## (.+)$", body, re.MULTILINE) == [
            "Context",
            "Decision",
            "Consequences",
        ]


def test_contributing_lists_every_decision() -> None:
    listed = re.findall(r"\(docs/decisions/([^)]+)\)", section("CONTRIBUTING.md", "Decisions"))
    assert listed == sorted(path.name for path in (ROOT / "docs" / "decisions").glob("*.md"))


def test_the_picture_of_the_data_model_shows_the_tables_as_they_are() -> None:
    picture = OUT.read_text("utf-8")
    assert picture == draw()
    links = {table.name for table in schema.LINKS.values()}
    for name in schema.metadata.tables.keys() - links:
        assert f">{name}</text>" in picture


def test_numbers_in_the_changelog_are_those_of_the_code() -> None:
    assert len(RULES) == 13
    assert "thirteen counting rules" in text("CHANGELOG.md")
    assert len(SHEETS) == 17
    assert "seventeen sheets" in text("CHANGELOG.md")
