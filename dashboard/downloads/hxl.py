"""HXL 1.1 hashtags for the workbook's columns, so that other tools know what they hold.

A column has no tag where HXL has no word for it; every sheet that people may see is here, those
with keys of persons and the hub's own notes are not. Lists in a cell are divided by `;`.
"""

from __future__ import annotations

import re

from dashboard.downloads.hxl_dictionary import ATTRIBUTES, CONVENTIONS, HASHTAGS, VOCABULARIES

_GRAMMAR = re.compile(r"#[a-z][a-z0-9_]*( ?\+[a-z][a-z0-9_]*)*")
_KNOWN = ATTRIBUTES | VOCABULARIES | CONVENTIONS

_COUNTRY = "#country +code +v_iso2"
_CITY = "#loc +code"
_ACTIVITY = "#activity +code"
_THEME = "#subsector +code"
_FUNDER = "#org +funder +code"
_SOURCES = "#meta +source +code +list"
_NOTE = "#meta +text"

TAGS: dict[str, dict[str, str]] = {
    "dataset": {
        "title": "#meta +name",
        "kind": "#meta +type",
        "as_of": "#date +reported",
        "launched": "#date +start",
        "publisher": "#org +name",
        "contact": "#contact",
        "acknowledgement": "",
        "copyright": "",
    },
    "sources": {
        "id": "#meta +source +code",
        "title": "#meta +source +name",
        "publisher": "#org +name",
        "url": "#meta +source +url",
        "published": "#date +reported",
        "note": _NOTE,
    },
    "organisations": {
        "id": "#org +code",
        "name": "#org +name",
        "short_name": "",
        "note": _NOTE,
    },
    "themes": {
        "id": _THEME,
        "label": "#subsector +name",
        "priority": "#sector +name",
        "order": "",
    },
    "cities": {
        "id": _CITY,
        "name": "#loc +name",
        "local_name": "",
        "country": _COUNTRY,
        "latitude": "#geo +lat",
        "longitude": "#geo +lon",
        "geonames_id": "",
        "membership": "#status +code",
        "joined": "#date +start",
        "sources": _SOURCES,
        "note": _NOTE,
    },
    "activities": {
        "id": _ACTIVITY,
        "title": "#activity +name",
        "kind": "#activity +type",
        "start": "#date +start",
        "end": "#date +end",
        "programme": "#activity +programme +code",
        "reach": "",
        # Where an event took place never counts: a tool must not take it for whom it reached.
        "place": "",
        "place_country": "",
        "host_city": "",
        "cities": f"{_CITY} +list",
        "countries": f"{_COUNTRY} +list",
        "themes": f"{_THEME} +list",
        "delivery": "#modality +code",
        "status": "#status +code",
        "review": "",
        "funders": f"{_FUNDER} +list",
        "partners": "#org +impl +code +list",
        "summary": "#description",
        "sources": _SOURCES,
        "note": _NOTE,
    },
    "attendance": {
        "activity": _ACTIVITY,
        "group": "#beneficiary +code",
        "gender": "",
        "country": _COUNTRY,
        "count": "#reached +ind",
        "basis": "",
        "scope": "",
        "sources": _SOURCES,
        "note": _NOTE,
    },
    "support": {
        "id": "#service +code",
        "title": "#service +name",
        "programme": "#activity +programme +code",
        "channels": "#channel +code +list",
        "beneficiary": "#beneficiary +name",
        "beneficiary_kind": "#beneficiary +type",
        "cities": f"{_CITY} +list",
        "countries": f"{_COUNTRY} +list",
        "providers": "",
        "themes": f"{_THEME} +list",
        "status": "#status +code",
        "requested": "",
        "started": "#date +start",
        "completed": "#date +end",
        "due": "",
        "amount": "#value",
        "currency": "#currency +code +v_currency",
        "arose_from": "",
        "activities": f"{_ACTIVITY} +list",
        "outcome": "#output +text",
        "review": "",
        "funders": f"{_FUNDER} +list",
        "sources": _SOURCES,
        "note": _NOTE,
    },
    "needs": {
        "id": "#need +code",
        "statement": "#need +name",
        "kind": "#need +type",
        "theme": _THEME,
        "city": _CITY,
        "country": _COUNTRY,
        "raised": "#date +reported",
        "activity": _ACTIVITY,
        "status": "#status +code",
        "sources": _SOURCES,
        "note": _NOTE,
    },
    "practices": {
        "id": "#meta +id",
        "title": "#description +name",
        "city": _CITY,
        "themes": f"{_THEME} +list",
        "summary": "#description",
        "activities": f"{_ACTIVITY} +list",
        "sources": _SOURCES,
        "note": _NOTE,
    },
    "voices": {
        "id": "#meta +id",
        "text": "#description +text",
        "speaker": "#respondee +name",
        "role": "#respondee +type",
        "city": _CITY,
        "country": _COUNTRY,
        "said": "#date +occurred",
        "consent": "",
        "sources": _SOURCES,
    },
    "outputs": {
        "id": "#output +code",
        "title": "#output +name",
        "programme": "#activity +programme +code",
        "kind": "#output +type",
        "date": "#date +occurred",
        "country": _COUNTRY,
        "cities": f"{_CITY} +list",
        "activities": f"{_ACTIVITY} +list",
        "summary": "#description",
        "sources": _SOURCES,
        "note": _NOTE,
    },
    "indicators": {
        "id": "#indicator +code",
        "title": "#indicator +name",
        "definition": "#description",
        "level": "#indicator +type",
        "unit": "",
        "rule": "",
        "kinds": "",
        "direction": "",
        "frequency": "#frequency +code",
        "verification": "",
        "order": "",
        "headline": "",
        "sources": _SOURCES,
    },
    "targets": {
        "indicator": "#indicator +code",
        "country": _COUNTRY,
        "start": "#date +start",
        "end": "#date +end",
        "value": "#indicator +num",
        "kind": "",
        "baseline": "",
        "baseline_date": "",
        "funder": _FUNDER,
        "sources": _SOURCES,
    },
    "published_figures": {
        "id": "#meta +id",
        "indicator": "#indicator +code",
        "country": _COUNTRY,
        "as_of": "#date +reported",
        "value": "#indicator +num",
        "status": "#status +code",
        "as_published": "#indicator +text",
        "sources": _SOURCES,
        "note": _NOTE,
    },
}
"""Sheet → column → tag; an empty tag says that HXL has none for the column."""


def check_tag(tag: str) -> None:
    """Raise ValueError when a tag is not HXL 1.1: its grammar, its hashtags, its attributes."""
    if not _GRAMMAR.fullmatch(tag):
        raise ValueError(f"{tag!r} is not written as HXL: #hashtag +attribute +attribute")
    hashtag, *attributes = tag.replace(" ", "").split("+")
    if hashtag not in HASHTAGS:
        raise ValueError(f"{tag!r}: HXL 1.1 has no hashtag {hashtag}")
    if unknown := [name for name in attributes if name not in _KNOWN]:
        raise ValueError(f"{tag!r}: HXL 1.1 has no attribute +{unknown[0]}")
