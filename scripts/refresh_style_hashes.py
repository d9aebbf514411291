"""List anew the hashes of the <style> elements that dash and plotly insert.

They belong to the versions of both and to the parts in use: run this after an update of either,
or when the browser test of the content security policy names a violation.

    python -m scripts.refresh_style_hashes http://127.0.0.1:8050

asks a running dashboard with the system's Chromium, and prints the hashes that it refused; add
them to dashboard/style_hashes.txt, start the dashboard again, and repeat until none is printed.
"""

from __future__ import annotations

import re
import sys
from shutil import which

from playwright.sync_api import sync_playwright

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
PATHS = ("/", "/?city=danilovgrad&show=city:danilovgrad", "/?country=RS&from=2024&to=2024")
HASH = re.compile(r"'(sha256-[A-Za-z0-9+/=]+)'")


def refused(address: str) -> list[str]:
    """Open the dashboard's states and collect what the policy refused."""
    found: dict[str, None] = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=which("chromium"), args=FLAGS)
        page = browser.new_page()
        page.on("console", lambda message: found.update(dict.fromkeys(_hashes(message.text))))
        for path in PATHS:
            page.goto(address + path)
            page.wait_for_selector("#page[data-filter]")
            page.mouse.move(700, 450)
            page.keyboard.press("t")
            page.wait_for_timeout(500)
        browser.close()
    return list(found)


def _hashes(text: str) -> list[str]:
    if "Content Security Policy" not in text:
        return []
    kind = "attribute" if "style-src-attr" in text else "element"
    return [f"{kind} {value}" for value in HASH.findall(text)]


if __name__ == "__main__":
    print("\n".join(refused(sys.argv[1])))
