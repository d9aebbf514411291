"""A wheel of the project carries everything that the program reads."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from repository_files import PACKAGES, ROOT, repository_files

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a wheel from a copy, so that no old build folder adds or hides a file."""
    source = tmp_path_factory.mktemp("source")
    for path in repository_files():
        (source / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / path, source / path)
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", "out"]
    built = subprocess.run(command, cwd=source, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    (made,) = (source / "out").glob("*.whl")
    return made


def contents(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if ".dist-info/" not in name}


def test_the_wheel_holds_the_packages_whole_and_nothing_else(wheel: Path) -> None:
    assert contents(wheel) == {path.as_posix() for path in repository_files(*PACKAGES)}


@pytest.mark.parametrize(
    "kind",
    [
        "data/public_record/*.csv",
        "data/geography/*.geojson",
        "data/migrations/**/*.py",
        "assets/**/*.woff2",
        "assets/**/*.css",
        "assets/**/*.js",
    ],
)
def test_the_wheel_holds_each_kind_of_file(wheel: Path, kind: str) -> None:
    names = contents(wheel)
    expected = {path.relative_to(ROOT).as_posix() for path in ROOT.glob(kind)}
    assert expected
    assert expected <= names


def test_the_program_starts_from_the_wheel(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    command = [sys.executable, "-m", "dashboard", "--help"]
    started = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert started.returncode == 0, started.stderr
    for name in ("serve", "check", "load", "template", "figures", "export", "synthetic"):
        assert name in started.stdout


def test_git_hides_no_file_of_the_packages() -> None:
    command = ["git", "ls-files", "--others", "--ignored", "--exclude-standard", "--", *PACKAGES]
    hidden = subprocess.check_output(command, cwd=ROOT, text=True).splitlines()
    assert [name for name in hidden if "__pycache__/" not in name] == []
