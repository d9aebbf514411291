"""`template` and `export` on the command line: files whole or not at all, errors in a sentence."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dashboard.command_line import main
from dashboard.commands import export
from dashboard.commands.whole_file import OutNotWritable, whole_file
from loaded import fill
from small_workbooks import activity, dataset, write_workbook


def run(*words: object, url: str = "sqlite:///never.sqlite") -> Result:
    return CliRunner().invoke(main, list(map(str, words)), env={"HUB_DATABASE_URL": url})


@pytest.fixture
def url(tmp_path: Path) -> str:
    """Load two records into a database."""
    made = f"sqlite:///{tmp_path / 'hub.sqlite'}"
    sheets = {"dataset": [dataset()], "activities": [activity("a1", review="draft")]}
    fill(made, write_workbook(tmp_path / "workbook", sheets))
    return made


@pytest.mark.parametrize("form", list(export.FORMATS))
def test_export_and_load_change_nothing(url: str, tmp_path: Path, form: str) -> None:
    out = tmp_path / f"mine{Path(form).suffix}"
    out.write_text("old")
    result = run("export", form, out, url=url)
    assert (result.exit_code, result.output) == (0, f"Wrote 2 rows to {out}\n")
    if out.suffix == ".zip":
        with zipfile.ZipFile(out) as archive:
            archive.extractall(tmp_path / "folder")
        out = tmp_path / "folder"
    assert "held this workbook already" in run("load", out, url=url).stdout


def test_the_template_is_written_and_can_be_checked(tmp_path: Path) -> None:
    out = tmp_path / "mine.xlsx"
    result = run("template", out)
    assert (result.exit_code, result.output) == (0, f"Wrote an empty workbook to {out}\n")
    assert run("check", out).exit_code == 1
    assert [path.name for path in tmp_path.iterdir()] == ["mine.xlsx"]


def assert_refused(result: Result, code: int, sentence: str) -> None:
    assert result.exit_code == code
    assert result.stdout == ""
    assert sentence in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("records.pdf", "a.pdf"), "known are records.xlsx and records.zip."),
        (("record.zip", "a.zip"), "(did you mean 'records.zip'?)"),
        (("records.zip", "none/a.zip"), "none/a.zip cannot be written: its folder is not there."),
        (("records.zip", "."), ". cannot be written: it is a folder."),
        (("records.zip", "a.xlsx"), "a.xlsx cannot be written: its name must end in .zip."),
        (("records.zip", "/dev/null"), "/dev/null cannot be written: it is no plain file."),
        (("records.zip", "a" * 300 + ".zip"), "cannot be written: file name too long."),
        (
            ("records.xlsx", "a.xlsx", "--country", "AL", "--from", "2023"),
            "A workbook is always whole: records.xlsx takes no filter (--country, --from).",
        ),
    ],
)
def test_what_cannot_be_exported(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str], sentence: str
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert_refused(run("export", *words, url=url), 2, sentence)
    assert list(Path().iterdir()) == []


@pytest.mark.parametrize("out", ["a.txt", "none/a.xlsx", ".", "/proc/a.xlsx"])
def test_a_template_that_cannot_be_written(out: str) -> None:
    assert_refused(run("template", out), 2, f"{out} cannot be written: ")


def test_an_export_without_a_database_leaves_no_file(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'none.sqlite'}"
    assert_refused(run("export", "records.zip", tmp_path / "a.zip", url=url), 3, "is not there.")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("error", [KeyboardInterrupt, ZeroDivisionError])
def test_an_interruption_leaves_the_old_file_and_no_other(
    tmp_path: Path, error: type[BaseException]
) -> None:
    out = tmp_path / "a.zip"
    out.write_text("old")

    def interrupted() -> None:
        with whole_file(out, ".zip") as part:
            part.write_text("half")
            raise error

    with pytest.raises(error):
        interrupted()
    assert out.read_text() == "old"
    assert list(tmp_path.iterdir()) == [out]


def test_a_full_disk_is_told_and_nothing_stays(tmp_path: Path) -> None:
    with (
        pytest.raises(OutNotWritable, match=r"cannot be written: no space left on device\.$"),
        whole_file(tmp_path / "a.zip", ".zip"),
        Path("/dev/full").open("w") as full,
    ):
        full.write("a")
    assert list(tmp_path.iterdir()) == []


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "a.zip").symlink_to(tmp_path / "there" / "b.zip")
    with whole_file(tmp_path / "a.zip", ".zip") as part:
        part.write_text("new")
    assert (tmp_path / "there" / "b.zip").read_text() == "new"
    assert (tmp_path / "a.zip").is_symlink()
