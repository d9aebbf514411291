"""`check` and `load` on the command line: every fault printed, exit codes, the report, the bar."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rich.console import Console

from dashboard.command_line import main
from dashboard.commands import progress
from dashboard.commands.progress import LateBar
from small_workbooks import activity, dataset, write_workbook

ROOT = Path(__file__).parents[2]
SOUND = {"dataset": [dataset()], "activities": [activity("a1"), activity("a2")]}
FAULTY = {"dataset": [dataset()], "activities": [activity("a1", kind="workshp", cities="ulcinj")]}


def run(*words: object, url: str = "sqlite:///never.sqlite") -> Result:
    return CliRunner().invoke(main, list(map(str, words)), env={"HUB_DATABASE_URL": url})


def test_check_of_a_clean_workbook(tmp_path: Path) -> None:
    result = run("check", write_workbook(tmp_path, SOUND))
    assert (result.exit_code, result.stdout) == (0, "No faults in 3 rows.\n")


def test_check_prints_every_fault(tmp_path: Path) -> None:
    result = run("check", write_workbook(tmp_path, FAULTY))
    assert result.exit_code == 1
    places = [line.split(": ")[0] for line in result.stdout.splitlines()]
    assert places == ["activities:2:kind", "activities:2:cities"]
    assert result.stderr == "2 faults.\n"


@pytest.mark.parametrize("command", ["check", "load"])
def test_what_cannot_be_read_at_all(tmp_path: Path, command: str) -> None:
    url = f"sqlite:///{tmp_path / 'hub.sqlite'}"
    result = run(command, tmp_path / "nowhere", url=url)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.count("\n") == 1
    assert "is not there." in result.stderr
    assert not (tmp_path / "hub.sqlite").exists()


def test_load_tells_rows_and_what_changed(empty_database_url: str, tmp_path: Path) -> None:
    first = run("load", write_workbook(tmp_path / "one", SOUND), url=empty_database_url)
    assert first.exit_code == 0, first.output
    assert ["activities", "0", "2", "2", "0", "0"] in map(str.split, first.stdout.splitlines())
    again = run("load", tmp_path / "one", url=empty_database_url)
    assert again.stdout == "The database held this workbook already; nothing was changed.\n"
    changed = SOUND | {"activities": [activity("a2", note="New"), activity("a3")]}
    second = run("load", write_workbook(tmp_path / "two", changed), url=empty_database_url)
    lines = second.stdout.splitlines()
    assert ["activities", "2", "2", "1", "1", "1"] in map(str.split, lines)
    assert lines[-4:] == [
        "activities, new: a3",
        "activities, gone: a1",
        "activities, changed: a2",
        "Loaded.",
    ]


def test_load_of_a_faulty_workbook(empty_database_url: str, tmp_path: Path) -> None:
    run("load", write_workbook(tmp_path / "one", SOUND), url=empty_database_url)
    result = run("load", write_workbook(tmp_path / "two", FAULTY), url=empty_database_url)
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 2
    again = run("load", tmp_path / "one", url=empty_database_url)
    assert "held this workbook already" in again.stdout


@pytest.mark.parametrize(
    "url", ["mysql://localhost/hub", "postgresql://hub:x@127.0.0.1:1/hub", "sqlite:////proc/x.db"]
)
def test_load_without_a_database(tmp_path: Path, url: str) -> None:
    result = run("load", write_workbook(tmp_path, SOUND), url=url)
    assert result.exit_code == 3
    assert result.stderr.count("\n") == 1
    assert "Traceback" not in result.output


def test_the_bar_stays_away_from_short_work_and_from_files(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for terminal, patience, shown in ((True, 60.0, False), (False, 0.0, False), (True, 0.0, True)):
        monkeypatch.setattr(progress, "SECONDS_WITHOUT_A_BAR", patience)
        console = Console(force_terminal=terminal, record=True, width=80)
        with console.capture() as captured, LateBar(console) as bar:
            bar("writing", 1, 2)
            bar("writing", 2, 2)
        assert ("Writing" in captured.get()) == shown


def test_a_check_on_a_terminal_prints_its_faults_plainly(tmp_path: Path) -> None:
    write_workbook(tmp_path, FAULTY)
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "dashboard", "check", str(tmp_path)]
    ended = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=theirs, check=False)
    os.close(theirs)
    os.close(ours)
    assert ended.returncode == 1
    assert ended.stdout.startswith(b"activities:2:kind: 'workshp' is not in the list;")
