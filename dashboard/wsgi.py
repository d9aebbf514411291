"""The WSGI application that gunicorn serves; made when the worker asks for it."""

from __future__ import annotations

from flask import Flask

from dashboard.app import create_app
from dashboard.opening import open_repository
from dashboard.settings import read_settings


def server() -> Flask:
    """Build the server of one worker, with an engine of its own."""
    settings = read_settings()
    application: Flask = create_app(open_repository(settings), settings).server
    return application
