"""The dashboard as a person would run it: a real server on a free port of this machine."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from repository_files import ROOT
from temporary_postgres import free_port

PUBLIC_RECORD = ROOT / "data" / "public_record"


def hub_dashboard(*arguments: str, database_url: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the dashboard on a database."""
    return subprocess.run(
        [sys.executable, "-m", "dashboard", *arguments],
        cwd=ROOT,
        env={**os.environ, "HUB_DATABASE_URL": database_url},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@contextmanager
def serving(database_url: str, **settings: str) -> Iterator[str]:
    """Serve the dashboard; give its address, and stop it at the end."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    environment = {**os.environ, "HUB_DATABASE_URL": database_url, **settings}
    command = [sys.executable, "-m", "dashboard", "serve", "--port", str(port), "--workers", "1"]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as server:
        try:
            _wait_for(f"{address}/healthz", server)
            yield address
        finally:
            server.terminate()
            server.wait(timeout=15)


def _wait_for(url: str, server: subprocess.Popen[bytes], seconds: float = 30) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if server.poll() is not None:
            raise RuntimeError(f"The server ended: {server.stderr and server.stderr.read()!r}")
        try:
            urllib.request.urlopen(url, timeout=2)  # loopback only
        except (urllib.error.URLError, TimeoutError):
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"The server did not answer at {url} within {seconds} s")


def load_workbook(database_url: str, workbook: Path) -> None:
    """Load a workbook by the command that people use."""
    done = hub_dashboard("load", str(workbook), database_url=database_url)
    assert done.returncode == 0, done.stdout + done.stderr
