"""A browser on a served dashboard; every page that it opens is watched."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from served import PUBLIC_RECORD, load_workbook, serving

WATCH_POLICY = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) =>
  window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
"""


@dataclass
class Watched:
    """A page with what went over the wire and what the console said."""

    page: Page
    address: str
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self, path: str = "/") -> Page:
        """Open a path and wait until all that is shown belongs to it."""
        self.page.goto(self.address + path)
        self.settled()
        return self.page

    def settled(self) -> None:
        """Wait until everything shown belongs to one filter."""
        self.page.wait_for_selector("#page[data-filter]", timeout=15_000)

    @property
    def filter(self) -> str | None:
        """The canonical query of what is shown."""
        self.settled()
        return self.page.get_attribute("#page", "data-filter")

    def shows(self, query: str) -> None:
        """Wait until the page shows this filter."""
        self.page.wait_for_selector(f'#page[data-filter="{query}"]', timeout=15_000)

    def posts(self) -> list[str]:
        """The questions put to the server so far."""
        return [url for url in self.requests if "_dash-update-component" in url]

    def violations(self) -> list[str]:
        """What the content security policy refused."""
        found: list[str] = self.page.evaluate("window.violations")
        return found


@pytest.fixture(scope="session")
def public_record_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the public record."""
    url = f"sqlite:///{tmp_path_factory.mktemp('served') / 'hub.sqlite'}"
    load_workbook(url, PUBLIC_RECORD)
    with serving(url) as address:
        yield address


@pytest.fixture
def watch(browser: Browser) -> Iterator[Callable[..., Watched]]:
    """Open watched pages; at the end none may have asked elsewhere or complained."""
    opened: list[Watched] = []

    def watched(address: str, width: int = 1280, height: int = 720, **options: Any) -> Watched:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        page = context.new_page()
        page.add_init_script(WATCH_POLICY)
        item = Watched(page, address)
        page.on("request", lambda request: item.requests.append(request.url))
        page.on("console", lambda message: _note(item, message.type, message.text))
        page.on("pageerror", lambda error: item.complaints.append(str(error)))
        opened.append(item)
        return item

    yield watched
    for item in opened:
        foreign = [
            url for url in item.requests if not url.startswith((item.address, "data:", "blob:"))
        ]
        complaints = item.complaints
        item.page.context.close()
        assert foreign == []
        assert complaints == []


def _note(item: Watched, kind: str, text: str) -> None:
    if kind in ("error", "warning"):
        item.complaints.append(f"{kind}: {text}")


@pytest.fixture
def overview(watch: Callable[..., Watched], public_record_address: str) -> Watched:
    """The overview of the public record at 1280 × 720, opened and settled."""
    item = watch(public_record_address)
    item.open("/")
    return item
