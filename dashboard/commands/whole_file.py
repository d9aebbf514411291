"""A file that a command writes: whole at its place, or not there at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from data.errors import HubError
from data.workbook.faults import quoted_plain


class OutNotWritable(HubError):
    """The file cannot be written where it was asked for."""

    status = 400


@contextmanager
def whole_file(out: Path, ending: str) -> Iterator[Path]:
    """Give a path beside `out` to write to; without an error it becomes `out` in one step.

    An existing file is replaced. OutNotWritable when the name does not end as it should, and when
    the file cannot be written.
    """
    try:
        _require_place(out, ending)
        with _part_of(out.resolve()) as part:
            yield part
    except OSError as error:
        raise _not_written(out, (error.strerror or str(error)).lower()) from error


@contextmanager
def _part_of(goal: Path) -> Iterator[Path]:
    """Give a new file beside the goal; it takes the goal's place, or goes away with an error."""
    part = goal.with_name(f".hub-dashboard-{os.getpid()}.part")
    part.touch()
    try:
        yield part
        part.replace(goal)
    finally:
        part.unlink(missing_ok=True)


def _require_place(out: Path, ending: str) -> None:
    if out.is_dir():
        raise _not_written(out, "it is a folder")
    if out.exists() and not out.is_file():
        raise _not_written(out, "it is no plain file")
    if out.suffix.casefold() != ending:
        raise _not_written(out, f"its name must end in {ending}")
    if not out.absolute().parent.is_dir():
        raise _not_written(out, "its folder is not there")


def _not_written(out: Path, reason: str) -> OutNotWritable:
    return OutNotWritable(f"{quoted_plain(str(out))} cannot be written: {reason}.")
