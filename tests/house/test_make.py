"""The set-up commands that the words promise are there."""

import re
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

from repository_files import ROOT

TARGETS = ("help", "run", "test", "check", "bench", "format", "pictures", "lock", "clean")


def test_make_alone_lists_the_targets() -> None:
    said = subprocess.check_output(["make"], cwd=ROOT, text=True)
    assert tuple(re.findall(r"^  make (\w+)", said, re.MULTILINE)) == TARGETS


@pytest.mark.parametrize("script", [".ci/run", "scripts/bring-test-tools"])
def test_a_script_can_be_run(script: str) -> None:
    assert (ROOT / script).stat().st_mode & stat.S_IXUSR


def test_ci_and_make_are_one_truth() -> None:
    commands = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    assert [line for line in commands if line.startswith("make")] == ["make check", "make test"]


def test_a_missing_browser_is_said_in_one_message(tmp_path: Path) -> None:
    # On this path lies no package manager, nor a browser.
    (tmp_path / "id").symlink_to(shutil.which("id"))
    tried = subprocess.run(
        ["/bin/sh", ROOT / "scripts" / "bring-test-tools"],
        env={"PATH": str(tmp_path), "CHROMIUM": "/nowhere/chromium"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert tried.returncode == 1
    assert "The tests need: chromium" in tried.stderr
    assert tried.stderr.count("\n") == 1


def test_a_missing_python_is_said_in_one_sentence() -> None:
    tried = subprocess.run(
        ["make", "--always-make", "PYTHON=", ".venv/.ready-run"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert tried.returncode != 0
    assert "This needs Python 3.11 or newer" in tried.stderr
