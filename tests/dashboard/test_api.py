"""Figures and evidence as JSON, health, and doors that stay shut."""

import pytest

from dashboard.app import create_app
from dashboard.settings import Settings


@pytest.fixture
def client(public_record):
    return create_app(public_record, Settings()).server.test_client()


def figure(client, indicator, query=""):
    answer = client.get(f"/api/figures?{query}")
    assert answer.status_code == 200
    (found,) = [item for item in answer.json["figures"] if item["id"] == indicator]
    return found


def test_the_object_has_the_parts_of_the_contract(client):
    answer = client.get("/api/figures?country=XK,AL&from=2023&programme=all").json
    assert set(answer) == {"dataset", "filter", "figures"}
    assert answer["dataset"]["kind"] == "public-record"
    assert answer["dataset"]["as_of"] == "2024-12-21"
    assert answer["filter"]["query"] == "country=AL,XK&from=2023&programme=all"
    assert answer["filter"]["country"] == ["AL", "XK"]
    assert len(answer["figures"]) == 15
    for item in answer["figures"]:
        assert {
            "id", "title", "value", "bound", "unit", "text", "numerator", "denominator",
            "counted", "left_out", "published", "target", "withheld",
        } <= set(item)  # fmt: skip
        assert (item["value"] is None) == (item["bound"] is None)


def test_published_and_counted_stand_side_by_side(client):
    mayors = figure(client, "mayors-engaged")
    assert (mayors["value"], mayors["bound"], mayors["text"]) == (15, "at-least", "at least 15")
    assert mayors["published"][0]["value"] == 23
    members = figure(client, "member-cities")
    assert (members["value"], members["bound"]) == (12, "exact")
    assert [item["value"] for item in members["published"]][:2] == [40, 40]


def test_a_figure_missing_in_its_source_is_never_zero(client):
    for indicator in ("individual-stakeholders", "member-cities"):
        published = figure(client, indicator, "from=2023&to=2023")["published"]
        assert [(item["value"], item["status"]) for item in published] == [(None, "missing")]


def test_dates_too_imprecise_for_a_quarter_are_left_out_with_that_reason(client):
    quarter = figure(client, "activities-held", "from=2023-09-06&to=2023-12")
    reason = "date too imprecise or running across the period's edge"
    assert quarter["left_out_reasons"][reason] == 3
    year = figure(client, "activities-held", "from=2023&to=2023")
    assert (year["value"], year["left_out"]) == (10, 3)


@pytest.mark.parametrize("query", ["", "country=XK", "from=2023&to=2023", "city=strumica"])
def test_evidence_lists_what_each_figure_counts_and_leaves_out(client, query):
    for item in client.get(f"/api/figures?{query}").json["figures"]:
        evidence = client.get(f"/api/figures/{item['id']}/records?{query}").json
        assert len(evidence["counted"]) == item["counted"]
        assert len(evidence["left_out"]) == item["left_out"]
        named = [(each["sheet"], each["id"]) for each in evidence["counted"] + evidence["left_out"]]
        assert len(set(named)) == len(named)
        assert all(each["reason"] for each in evidence["left_out"])


@pytest.mark.parametrize(
    "query",
    ["country=DE", "city=paris", "from=2024&to=2023", "colour=red", "kind=", "programme=x",
     "from=2023-99", "theme=%00", "country=AL&country=XX"],
)  # fmt: skip
def test_what_is_not_understood_is_refused_and_named(client, query):
    answer = client.get(f"/api/figures?{query}")
    if query == "kind=":
        assert answer.status_code == 200
    else:
        assert answer.status_code == 400
        assert answer.json["error"].startswith(query.split("=")[0].split("&")[0])
    assert client.get(f"/api/figures/member-cities/records?{query}").status_code == (
        answer.status_code
    )


def test_an_unknown_indicator_is_not_found(client):
    answer = client.get("/api/figures/happiness/records")
    assert (answer.status_code, answer.json) == (404, {"error": "There is no indicator happiness."})


def test_health_tells_process_and_data_apart(client):
    assert client.get("/healthz").json == {"status": "alive"}
    assert client.get("/readyz").json == {"status": "ready", "as_of": "2024-12-21"}


@pytest.mark.parametrize(
    "path",
    [
        "/nowhere",
        "/result",
        "/records/participants",
        "/records/notes",
        "/..%2f",
        "/assets/nothing.css",
        "/%00",
    ],
)
def test_an_unknown_path_is_not_found(client, path):
    assert client.get(path).status_code == 404


def test_every_answer_carries_the_headers(client):
    for path in ("/", "/healthz", "/api/figures", "/nowhere"):
        headers = client.get(path).headers
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe-inline" not in policy
        assert "unsafe-eval" not in policy
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "no-referrer"


def test_trusted_hosts_are_kept(public_record):
    settings = Settings(trusted_hosts="dashboard.example")
    client = create_app(public_record, settings).server.test_client()
    assert client.get("/healthz", headers={"Host": "dashboard.example"}).status_code == 200
    assert client.get("/healthz", headers={"Host": "elsewhere.example"}).status_code == 400


@pytest.mark.parametrize(
    "body",
    [b"", b"[]", b"{", b'{"output": "x"}', b"null", b"NaN", b"\xff\xfe",
     b'{"output": "..scope.children..", "inputs": []}'],
)  # fmt: skip
def test_a_forged_question_gets_no_traceback(client, body):
    answer = client.post(
        "/_dash-update-component", data=body, headers={"Content-Type": "application/json"}
    )
    assert answer.status_code < 600
    assert b"Traceback" not in answer.data


def test_two_dashboards_live_in_one_process(public_record):
    first = create_app(public_record, Settings())
    second = create_app(public_record, Settings(profile="eu"))
    assert first.callback_map.keys() == second.callback_map.keys()
    for app in (first, second):
        assert app.server.test_client().get("/_dash-layout").status_code == 200
