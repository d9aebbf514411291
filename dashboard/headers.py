"""The security headers of every answer, in one function."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files

from flask import Flask, Response, request

_PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()"


def secure(server: Flask, script_hashes: Sequence[str]) -> None:
    """Set the headers on each answer; `script_hashes` are those of the inline scripts."""
    policy = content_security_policy(script_hashes)

    @server.after_request
    def add_headers(response: Response) -> Response:
        headers = response.headers
        headers.setdefault("Content-Security-Policy", policy)
        headers.setdefault("X-Content-Type-Options", "nosniff")
        headers.setdefault("X-Frame-Options", "DENY")
        headers.setdefault("Referrer-Policy", "no-referrer")
        headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        headers.setdefault("Permissions-Policy", _PERMISSIONS)
        if request.is_secure:
            headers.setdefault("Strict-Transport-Security", "max-age=31536000")
        return response


def content_security_policy(script_hashes: Sequence[str]) -> str:
    """Write the policy: nothing but this host; inline scripts and styles by hash alone; no eval."""
    attributes = style_hashes("attribute")
    directives = {
        "default-src": ("'none'",),
        "base-uri": ("'none'",),
        "form-action": ("'none'",),
        "frame-ancestors": ("'none'",),
        "connect-src": ("'self'",),
        "font-src": ("'self'",),
        "img-src": ("'self'", "data:", "blob:"),
        "manifest-src": ("'self'",),
        "script-src": ("'self'", *script_hashes),
        "style-src": ("'self'", *style_hashes("element")),
        "style-src-attr": ("'unsafe-hashes'", *attributes) if attributes else ("'none'",),
    }
    return "; ".join(f"{name} {' '.join(values)}" for name, values in directives.items())


def style_hashes(kind: str) -> list[str]:
    """Read the hashes of the styles of one kind that dash and plotly insert.

    `element` is a <style> element, `attribute` a style attribute written as text; the script
    scripts/refresh_style_hashes.py finds them.
    """
    lines = (files("dashboard") / "style_hashes.txt").read_text(encoding="ascii").splitlines()
    found = (line.split() for line in lines if line.strip())
    return [f"'{value}'" for name, value in found if name == kind]
