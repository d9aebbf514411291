"""No file names a package registry, and no page makes a browser ask another host."""

import re
from pathlib import Path

from repository_files import ROOT, repository_files

# In pieces, so that this file does not name them itself.
REGISTRIES = (
    "pypi" + ".org",
    "pythonhosted" + ".org",
    "registry." + "npmjs",
    "registry." + "yarnpkg",
    "deb." + "debian",
    "proxy.golang" + ".org",
)
DELIVERY_HOSTS = (
    "jsdelivr" + ".net",
    "unpkg" + ".com",
    "googleapis" + ".com",
    "gstatic" + ".com",
    "cloudflare" + ".com",
    "bootstrapcdn" + ".com",
    "cdn.plot" + ".ly",
)
# What a browser loads by itself: url(…), @import, src= and link href=.
LOADS = re.compile(
    r"""(?:url\(\s*["']?|@import\s+["']|\bsrc\s*=\s*["']|<link[^>]+href\s*=\s*["'])(?:https?:)?//""",
    re.IGNORECASE,
)
# Scripts of others are carried unchanged; that they ask nobody is seen in the browser tests.
CARRIED = re.compile(r"\.min\.js$")


def written_text() -> dict[Path, str]:
    """Give the text of every file that we wrote; files that are no text are left out."""
    texts = {}
    for path in repository_files():
        content = (ROOT / path).read_bytes()
        if b"\0" not in content and not CARRIED.search(path.name) and path.suffix != ".br":
            texts[path] = content.decode("utf-8")
    return texts


def test_no_file_names_a_package_registry() -> None:
    texts = written_text()
    assert texts
    assert [
        (str(p), host) for p, text in texts.items() for host in REGISTRIES if host in text
    ] == []


def test_no_file_of_ours_names_a_delivery_network() -> None:
    found = [(str(p), h) for p, text in written_text().items() for h in DELIVERY_HOSTS if h in text]
    assert found == []


def test_styles_scripts_and_code_load_nothing_from_another_host() -> None:
    kinds = {".css", ".js", ".html", ".svg", ".py"}
    texts = {path: text for path, text in written_text().items() if path.suffix in kinds}
    assert [str(path) for path, text in texts.items() if LOADS.search(text)] == []


def test_the_pattern_finds_what_a_browser_would_load() -> None:
    host = "//" + "a.example"
    for load in (f'url("https:{host}/f")', f"@import '{host}'", f'<img src="http:{host}/i">'):
        assert LOADS.search(load)
    assert not LOADS.search('xmlns="http://www.w3.org/2000/svg" url(fonts/a.woff2)')
    assert not LOADS.search(f'<a href="https:{host}/read">')
