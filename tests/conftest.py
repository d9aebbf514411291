"""Fixtures for every test: databases of both kinds and a browser."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from playwright.sync_api import Browser, sync_playwright

pytest_plugins = ["temporary_postgres", "empty_databases", "loaded"]

# Slow machines must not fail a property; a failure prints what repeats it.
hypothesis.settings.register_profile(
    "house", deadline=None, max_examples=40, print_blob=True, database=None
)
hypothesis.settings.register_profile(
    "thorough", hypothesis.settings.get_profile("house"), max_examples=1000
)
hypothesis.settings.load_profile("house")

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@pytest.fixture(scope="session")
def chromium_path() -> Path:
    """Find the system's Chromium; a missing one fails the test, it is not skipped."""
    wanted = os.environ.get("CHROMIUM")
    found = wanted or next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None or not os.access(found, os.X_OK):
        pytest.fail(f"No Chromium at {wanted or 'the usual names'}: run scripts/bring-test-tools.")
    return Path(found)


@pytest.fixture(scope="session")
def chromium_flags() -> list[str]:
    """Give the flags that keep Chromium from calling its maker and let it run as root."""
    return [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ]


@pytest.fixture(scope="session")
def browser(chromium_path: Path, chromium_flags: list[str]) -> Iterator[Browser]:
    """Start the system's Chromium once."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=str(chromium_path), args=chromium_flags
        )
        yield started
        started.close()
