"""The security headers of every answer, in one function."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Flask, Response, request

_STYLE_HASHES: tuple[str, ...] = ()
"""Hashes of the few <style> elements that dash and plotly insert."""

_STYLE_ATTRIBUTE_HASHES: tuple[str, ...] = ()
"""Hashes of the style attributes that plotly writes as text."""

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
    """Write the policy: nothing but this host, no inline script, no eval."""
    style_attributes = ("'unsafe-hashes'", *_STYLE_ATTRIBUTE_HASHES)
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
        "style-src": ("'self'", *_STYLE_HASHES),
        "style-src-attr": style_attributes if _STYLE_ATTRIBUTE_HASHES else ("'none'",),
    }
    return "; ".join(f"{name} {' '.join(values)}" for name, values in directives.items())
