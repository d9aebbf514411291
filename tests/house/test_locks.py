"""The locks pin everything, by hash, and say nothing of where it comes from."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from repository_files import ROOT

PINNED = re.compile(
    r"^(?P<name>[a-z0-9-]+)==(?P<rest>\S+(?: ; .+?)?) \\\n(?P<body>(?: {4}.*\n)+)", re.MULTILINE
)
LOCKS = ("run", "test")


def text(name: str) -> str:
    return (ROOT / "requirements" / name).read_text("utf-8")


def pins(lock: str) -> dict[str, set[str]]:
    """Give the versions that a lock pins of each package; some differ by Python version."""
    versions: dict[str, set[str]] = {}
    for match in PINNED.finditer(text(f"{lock}.txt")):
        versions.setdefault(match["name"], set()).add(match["rest"])
    return versions


def wanted(lock: str) -> list[Requirement]:
    lines = [line.strip() for line in text(f"{lock}.in").splitlines()]
    return [Requirement(line) for line in lines if line and not line.startswith(("#", "-"))]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_requirement_is_pinned_by_hash(lock: str) -> None:
    bodies = [match["body"] for match in PINNED.finditer(text(f"{lock}.txt"))]
    starts = re.findall(r"^[a-z0-9]", text(f"{lock}.txt"), re.MULTILINE)
    assert len(bodies) == len(starts) > 0
    assert all("--hash=sha256:" in body for body in bodies)


@pytest.mark.parametrize("lock", LOCKS)
def test_the_lock_answers_what_is_wanted(lock: str) -> None:
    pinned = pins(lock)
    assert wanted(lock)
    for requirement in wanted(lock):
        versions = {rest.split(" ;")[0] for rest in pinned[canonicalize_name(requirement.name)]}
        assert all(requirement.specifier.contains(version) for version in versions), requirement


@pytest.mark.parametrize("lock", LOCKS)
def test_the_lock_names_no_index(lock: str) -> None:
    for word in ("index-url", "find-links", "trusted-host", "://"):
        assert word not in text(f"{lock}.txt")


def test_the_tests_run_with_the_versions_that_serve() -> None:
    run, test = pins("run"), pins("test")
    assert {name: test.get(name) for name in run} == run


def test_the_build_backend_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    for requirement in map(Requirement, project["build-system"]["requires"]):
        assert canonicalize_name(requirement.name) in pins("run")
