"""A progress bar for long work, on a terminal, once it has taken longer than a second."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import Progress

SECONDS_WITHOUT_A_BAR = 1.0


class LateBar:
    """Told of progress, it draws a bar on the terminal of standard error; else it stays silent."""

    def __init__(self, console: Console | None = None) -> None:
        self._console = console or Console(file=sys.stderr)
        self._bar = Progress(console=self._console, transient=True)
        self._task = self._bar.add_task("", total=None)
        self._start = time.monotonic()
        self._shown = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._shown:
            self._bar.stop()

    def __call__(self, what: str, done: int, total: int) -> None:
        """Say what is being done, and how far it is."""
        late = time.monotonic() - self._start > SECONDS_WITHOUT_A_BAR
        if late and self._console.is_terminal and not self._shown:
            self._bar.start()
            self._shown = True
        self._bar.update(self._task, description=what.capitalize(), completed=done, total=total)
