"""Answers go out compressed: brotli where the browser takes it, else gzip."""

from __future__ import annotations

import gzip
from typing import Literal

import brotli  # type: ignore[import-untyped]
from flask import Flask, Response, request

Encoding = Literal["br", "gzip"]

_SMALLEST = 500
_LARGE = 400_000
"""From here on the best compression takes longer than the bytes that it saves."""

_TEXTS = frozenset(
    {
        "application/geo+json",
        "application/javascript",
        "application/json",
        "image/svg+xml",
        "text/css",
        "text/csv",
        "text/html",
        "text/javascript",
        "text/plain",
    }
)


def compress_responses(server: Flask) -> None:
    """Compress every dynamic text of 500 bytes or more; streams and files are left alone."""

    @server.after_request
    def compress(response: Response) -> Response:
        if not _is_worth_it(response):
            return response
        response.vary.add("Accept-Encoding")
        encoding = accepted_encoding()
        if encoding:
            response.set_data(compressed(response.get_data(), encoding, thorough=False))
            response.content_encoding = encoding
            tag, _ = response.get_etag()
            if tag:
                response.set_etag(f"{tag}-{encoding}")
        return response


def accepted_encoding() -> Encoding | None:
    """Return the best encoding that the current request accepts, or None."""
    if request.accept_encodings.quality("br") > 0:
        return "br"
    return "gzip" if request.accept_encodings.quality("gzip") > 0 else None


def compressed(content: bytes, encoding: Encoding, *, thorough: bool) -> bytes:
    """Compress once for many readers (thorough) or quickly for one."""
    if encoding == "br":
        quality = 4 if not thorough else 10 if len(content) < _LARGE else 9
        return bytes(brotli.compress(content, mode=brotli.MODE_TEXT, quality=quality))
    return gzip.compress(content, 9 if thorough else 5, mtime=0)


def is_text(mimetype: str | None) -> bool:
    """Say whether files of a kind shrink when they are compressed."""
    return mimetype in _TEXTS


def _is_worth_it(response: Response) -> bool:
    return (
        is_text(response.mimetype)
        and not response.is_streamed
        and not response.direct_passthrough
        and "Content-Encoding" not in response.headers
        and "Content-Range" not in response.headers
        and len(response.get_data()) >= _SMALLEST
    )
