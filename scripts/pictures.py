"""Take the README's pictures: `make pictures`.

The public record is loaded into a database of its own and served on a free port of this machine;
the system's Chromium looks at it.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
SECONDS_TO_START = 30
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass(frozen=True, slots=True)
class View:
    """One picture: its file, the address below the root and the size of the window."""

    file: str
    address: str
    width: int
    height: int


VIEWS = (
    View("overview.png", "", 1280, 720),
    View("evidence.png", "?evidence=mayors-engaged", 1280, 720),
    View("results.png", "results", 1280, 720),
    View("support.png", "support", 1280, 720),
    View("journey.png", "cities/danilovgrad", 1280, 720),
    View("needs.png", "needs", 1280, 720),
    View("attention.png", "attention", 1280, 720),
    View("overview-kosovo.png", "?country=XK", 1280, 720),
    View("overview-phone.png", "", 390, 844),
)


def main() -> None:
    """Load, serve, and take every picture."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="hub-pictures-") as folder:
        url = f"sqlite:///{folder}/reporting.sqlite"
        environment = {**os.environ, "HUB_DATABASE_URL": url}
        _run("load", str(ROOT / "data" / "public_record"), environment=environment)
        with _served(environment) as address, _browser() as browser:
            for view in VIEWS:
                _take(browser, address, view)


def _take(browser: Browser, address: str, view: View) -> None:
    """Open a view and take its picture once everything in it belongs to its address."""
    page = browser.new_page(
        viewport={"width": view.width, "height": view.height}, device_scale_factor=2
    )
    page.goto(f"{address}/{view.address}")
    page.wait_for_selector("#page[data-filter]", timeout=30_000)
    page.evaluate("document.fonts.ready")
    page.screenshot(path=PICTURES / view.file, animations="disabled")
    page.close()
    print(f"Took {view.file}, {view.width} × {view.height}")


def _run(*arguments: str, environment: dict[str, str]) -> None:
    command = [sys.executable, "-m", "dashboard", *arguments]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)


@contextmanager
def _served(environment: dict[str, str]) -> Iterator[str]:
    """Serve the dashboard as long as the block lasts; give its address."""
    port = _free_port()
    command = [sys.executable, "-m", "dashboard", "serve", "--port", str(port), "--workers", "1"]
    quiet = {**environment, "HUB_LOG_LEVEL": "warning"}
    with subprocess.Popen(command, cwd=ROOT, env=quiet, stdout=subprocess.DEVNULL) as server:
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_until_ready(f"{address}/readyz", server)
            yield address
        finally:
            server.terminate()


def _wait_until_ready(address: str, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while server.poll() is None and time.monotonic() < deadline:
        try:
            urllib.request.urlopen(address, timeout=2).close()
        except (urllib.error.URLError, TimeoutError):
            time.sleep(0.1)
        else:
            return
    sys.exit("The dashboard did not start; its own words stand above.")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def _browser() -> Iterator[Browser]:
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        sys.exit("No Chromium: run scripts/bring-test-tools.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()


if __name__ == "__main__":
    main()
