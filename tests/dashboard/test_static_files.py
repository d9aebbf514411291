"""Files go out compressed and for good under their fingerprint; nothing too much goes out."""

import gzip
import re

import brotli
import dash
import dash_bootstrap_components as dbc
import pytest
from dash import html
from flask import Flask, Response
from plotly.offline import get_plotlyjs_version

from dashboard import static_files
from dashboard.browser_files import browser_file, browser_files, drawing_library

FOREVER = "public, max-age=31536000, immutable"
UNPACK = {"br": brotli.decompress, "gzip": gzip.decompress}


def dressed_app():
    app = dash.Dash("dashboard", assets_folder="", index_string=static_files.INDEX_STRING)
    app.layout = html.Div(dbc.Input())
    static_files.use_partial_plotly(app)
    static_files.register_static_files(app.server)
    static_files.compress_responses(app.server)
    return app


@pytest.fixture
def app():
    return dressed_app()


@pytest.fixture
def client(app):
    return app.server.test_client()


def bundle_url(client):
    (url,) = re.findall(r'src="([^"]*dash_renderer_and_components[^"]*)"', client.get("/").text)
    return url


def accepting(encoding):
    return {"Accept-Encoding": encoding}


@pytest.mark.parametrize("encoding", ["br", "gzip"])
def test_every_text_file_comes_compressed_and_unpacks_to_itself(client, encoding):
    texts = [file for file in browser_files().values() if not file.name.endswith(".woff2")]
    assert len(texts) >= 5
    for file in texts:
        answer = client.get(file.url, headers=accepting(f"{encoding}, zstd"))
        assert answer.headers["Content-Encoding"] == encoding
        assert "Accept-Encoding" in answer.headers["Vary"]
        assert UNPACK[encoding](answer.data) == file.content


def test_a_browser_without_compression_gets_the_file_as_it_is(client):
    for file in browser_files().values():
        answer = client.get(file.url, headers=accepting("identity"))
        assert "Content-Encoding" not in answer.headers
        assert answer.data == file.content


@pytest.mark.parametrize("encoding", ["br", "gzip", "identity"])
def test_the_bundle_of_dashs_scripts_is_served_in_every_form(client, encoding):
    url = bundle_url(client)
    answer = client.get(url, headers=accepting(encoding))
    assert answer.headers.get("Content-Encoding", "identity") == encoding
    content = UNPACK.get(encoding, bytes)(answer.data)
    for part in (b"DashRenderer", b"dash_core_components", b"dash_bootstrap_components"):
        assert part in content
    assert b"\n//# sourceMappingURL" not in content
    assert answer.headers["Cache-Control"] == FOREVER


def test_the_bundle_is_found_by_a_worker_that_wrote_no_index(client):
    url = bundle_url(client)
    assert dressed_app().server.test_client().get(url).status_code == 200


def test_two_apps_in_one_process_serve_each_their_own():
    one, other = dressed_app(), dressed_app()
    assert bundle_url(one.server.test_client()) == bundle_url(other.server.test_client())
    for app in (one, other):
        assert app.server.test_client().get("/").status_code == 200


def test_kinds_of_files_are_named(client):
    kinds = {
        "app.css": "text/css",
        "app.js": "text/javascript",
        "countries.geojson": "application/geo+json",
        "favicon.svg": "image/svg+xml",
        "fonts/source-sans-3-latin.woff2": "font/woff2",
    }
    assert {name: client.get(f"/assets/{name}").mimetype for name in kinds} == kinds


def test_a_fingerprinted_file_is_kept_and_another_is_asked_for_again(client):
    file = browser_file("app.css")
    assert client.get(file.url).headers["Cache-Control"] == FOREVER
    older = file.url.replace(file.fingerprint, "0123456789ab")
    for address in ("/assets/app.css", older):
        answer = client.get(address, headers=accepting("br"))
        assert answer.headers["Cache-Control"] == "public, no-cache"
        assert brotli.decompress(answer.data) == file.content
        again = client.get(address, headers={"If-None-Match": answer.headers["ETag"]})
        assert again.status_code == 200  # another encoding is another thing
        same = accepting("br") | {"If-None-Match": answer.headers["ETag"]}
        assert client.get(address, headers=same).status_code == 304


def test_the_small_plotly_is_of_the_version_that_plotly_py_speaks():
    library = drawing_library()
    assert library.name == f"vendor/plotly-geo-{get_plotlyjs_version()}.min.js"
    assert f"plotly.js (geo - minified) v{get_plotlyjs_version()}".encode() in library.content


def test_the_compressed_forms_beside_plotly_are_of_the_same_file():
    library = drawing_library()
    assert brotli.decompress(library.encoded("br")) == library.content
    assert gzip.decompress(library.encoded("gzip")) == library.content
    assert len(library.encoded("br")) < 400_000


def test_the_full_plotly_is_never_sent(client):
    assert "package_data" not in client.get("/").text
    answer = client.get("/_dash-component-suites/plotly/package_data/plotly.min.js")
    assert (answer.status_code, answer.location) == (302, drawing_library().url)


@pytest.mark.parametrize(
    "address",
    [
        "/_dash-component-suites/dash/dcc/dash_core_components.js.map",
        "/_dash-component-suites/dash/dcc/no_such.js",
        "/_dash-component-suites/os/path.py",
        "/assets/settings.py",
        "/assets/../dashboard/settings.py",
        "/assets/css/base.css",
        "/assets/",
    ],
)
def test_what_is_no_file_for_browsers_is_not_found(client, address):
    client.get("/")
    assert client.get(address).status_code == 404


def test_parts_that_dash_loads_later_are_found_beside_the_bundle(client):
    folder = bundle_url(client).rpartition("/")[0]
    answer = client.get(f"{folder}/async-dropdown.js", headers=accepting("br"))
    assert answer.status_code == 200
    assert b"webpackChunk" in brotli.decompress(answer.data)


def test_the_index_names_few_files_and_no_other_host(client):
    index = client.get("/").text
    named = re.findall(r'(?:src|href)="([^"]+)"', index)
    assert len(named) == len(set(named)) == 6
    assert all(address.startswith("/") and not address.startswith("//") for address in named)
    assert "polyfill" not in index
    assert '<html lang="en">' in index


def test_every_file_that_the_index_and_the_styles_name_is_there(client):
    named = re.findall(r'(?:src|href)="([^"]+)"', client.get("/").text)
    named += re.findall(r'url\("(/[^"]+)"\)', browser_file("app.css").content.decode())
    assert len(named) >= 9
    for address in named:
        answer = client.get(address)
        assert (answer.status_code, answer.headers["Cache-Control"]) == (200, FOREVER)


@pytest.fixture
def answering():
    """Give a client of a server that answers with what it is told."""
    server = Flask("answering")
    answers = {
        "long": lambda: Response("{}" * 500, mimetype="application/json"),
        "short": lambda: Response("{}", mimetype="application/json"),
        "picture": lambda: Response(b"\x89PNG" * 500, mimetype="image/png"),
        "stream": lambda: Response((part for part in ["a" * 400] * 3), mimetype="text/csv"),
    }
    server.add_url_rule("/say/<name>", "say", lambda name: answers[name]())
    static_files.compress_responses(server)
    return server.test_client()


@pytest.mark.parametrize("encoding", ["br", "gzip"])
def test_long_answers_are_compressed(answering, encoding):
    answer = answering.get("/say/long", headers=accepting(encoding))
    assert answer.headers["Content-Encoding"] == encoding
    assert int(answer.headers["Content-Length"]) == len(answer.data)
    assert UNPACK[encoding](answer.data) == b"{}" * 500


def test_brotli_that_is_refused_is_not_used(answering):
    answer = answering.get("/say/long", headers=accepting("br;q=0, gzip"))
    assert answer.headers["Content-Encoding"] == "gzip"


def test_an_answer_varies_with_what_is_accepted_even_when_sent_plain(answering):
    answer = answering.get("/say/long", headers=accepting("identity"))
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert answer.data == b"{}" * 500


@pytest.mark.parametrize("name", ["short", "picture", "stream"])
def test_short_answers_pictures_and_streams_are_left_alone(answering, name):
    answer = answering.get(f"/say/{name}", headers=accepting("br"))
    assert answer.status_code == 200
    assert "Content-Encoding" not in answer.headers
    assert answer.data
