"""The addresses for programs: figures and their evidence as JSON, and health."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Flask, Response, jsonify, request

from dashboard.answers import evidence_object, figures_object
from dashboard.settings import Settings
from data.errors import HubError
from data.filters import Filters, require_filters
from data.reference import Reference
from data.repository import Repository


def register_api(server: Flask, repository: Repository, settings: Settings) -> None:
    """Add /api/figures, /api/figures/<id>/records, /healthz and /readyz to the server."""
    api = Blueprint("api", __name__)

    def asked() -> tuple[Reference, Filters]:
        reference = repository.reference()
        query = request.query_string.decode("utf-8", errors="replace")
        return reference, require_filters(query, reference.vocabulary)

    @api.get("/api/figures")
    def figures() -> Response:
        reference, filters = asked()
        profile = request.args.get("profile", settings.profile)
        return _json(figures_object(reference, filters, repository.figures(filters), profile))

    @api.get("/api/figures/<indicator>/records")
    def records(indicator: str) -> Response:
        _, filters = asked()
        return _json(evidence_object(repository.evidence(filters, indicator)))

    @api.get("/healthz")
    def healthz() -> Response:
        return _json({"status": "alive"})

    @api.get("/readyz")
    def readyz() -> Response:
        dataset = repository.ping()
        return _json({"status": "ready", "as_of": dataset.as_of.isoformat()})

    @api.errorhandler(HubError)
    def refused(error: HubError) -> Response:
        answer = _json({"error": error.sentence})
        answer.status_code = error.status
        return answer

    server.register_blueprint(api)


def _json(content: dict[str, Any]) -> Response:
    answer = jsonify(content)
    answer.headers["Cache-Control"] = "no-store"
    return answer
