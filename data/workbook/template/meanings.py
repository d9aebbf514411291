"""What each sheet and each column of the workbook means, in words for whoever fills it in."""

from __future__ import annotations

SHEETS = {
    "dataset": "What this workbook is. Exactly one row.",
    "sources": "Where facts were published. One row per source.",
    "organisations": "Funders and partners. One row per organisation.",
    "themes": "What the work is about. One row per theme.",
    "cities": "Cities of the six countries. One row per city.",
    "activities": "Workshops, summits, exchanges and other events. One row per activity.",
    "attendance": "How many people came. One row per head-count; rows of one activity and scope"
    " never overlap, so that they can be added up.",
    "participants": "Who came, as keys without names. One row per activity and person from the"
    " region.",
    "support": "Support from request to result. One row per support.",
    "needs": "What cities asked for or worry about. One row per need, concern or barrier.",
    "practices": "What cities do well. One row per practice.",
    "voices": "Quotations that their speaker published or allowed. One row per quotation.",
    "outputs": "Frameworks, declarations, guides, reports and strategies. One row per output.",
    "indicators": "What is counted, and how. One row per indicator.",
    "targets": "What is to be reached. One row per target.",
    "published_figures": "Figures that were published. One row per figure.",
    "notes": "Dated notes of the hub's staff. One row per note.",
}

_EVERYWHERE = {
    "id": "The row's own short name, once only in its sheet. Other sheets name the row by it.",
    "sources": "What the row rests on.",
    "note": "Anything else worth knowing.",
    "title": "The name that people read.",
    "summary": "What it was about, in a few sentences.",
    "programme": "hub: of this hub. earlier: before the hub was launched.",
    "review": "draft: counted nowhere yet. approved: counted.",
    "country": "The country that it concerns.",
    "countries": "Countries that it concerns, beside those of its cities.",
    "city": "The city that it concerns.",
    "cities": "Cities that it concerns.",
    "themes": "What it was about.",
    "theme": "What it is about.",
    "funders": "Who paid for it.",
    "activity": "The activity that it belongs to.",
    "indicator": "The indicator that it belongs to.",
    "group": "Whom the people stand for.",
    "gender": "The people's gender; unspecified where it was not recorded.",
    "order": "Its place among the others; small numbers come first.",
}

_OWN = {
    "dataset": {
        "title": "The title of the data.",
        "kind": "Public facts, the hub's own records, or invented records for trials.",
        "as_of": "The day for which the data stand.",
        "launched": "When the programme began.",
        "publisher": "Who publishes the data.",
        "contact": "Whom readers may write to.",
        "acknowledgement": "Who made the work possible, in the words agreed with them.",
        "copyright": "Who holds the rights.",
    },
    "sources": {
        "publisher": "Who published it.",
        "url": "Where it can be read.",
        "published": "When it was published.",
    },
    "organisations": {
        "name": "The organisation's full name.",
        "short_name": "A short form of the name, for small places.",
    },
    "themes": {
        "label": "The theme's name.",
        "priority": "The hub's stated priority that it belongs to.",
    },
    "cities": {
        "name": "The city's name in English.",
        "local_name": "The city's name in its own language.",
        "country": "The country of the city.",
        "latitude": "North or south (WGS 84). The point must lie in the country.",
        "longitude": "East or west (WGS 84). The point must lie in the country.",
        "geonames_id": "The city's number at geonames.org.",
        "membership": "How the city belongs to the network.",
        "joined": "When it became a member.",
    },
    "activities": {
        "kind": "What sort of activity it was.",
        "start": "The first day.",
        "end": "The last day; empty when it is the first. Not without a start.",
        "reach": "How far it reached.",
        "place": "Where it took place, in words.",
        "place_country": "The country where it took place; any country of the world.",
        "host_city": "The city where it was held.",
        "cities": "Cities that took part; the host too, if it did.",
        "delivery": "Who held it.",
        "status": "Whether it took place.",
        "partners": "Who helped.",
    },
    "attendance": {
        "country": "Where the counted people came from.",
        "count": "How many people; 0 is a real zero.",
        "basis": "How well it was counted.",
        "scope": "region: people from the region. all: people from outside too, never counted in"
        " the hub's figures.",
    },
    "participants": {
        "person": "Stands for one person.",
        "country": "Where the person came from.",
        "city": "The city that the person came from.",
    },
    "support": {
        "channels": "By which ways the support was given.",
        "beneficiary": "Who got the support, in words.",
        "beneficiary_kind": "What sort of beneficiary it is.",
        "cities": "Cities that got the support.",
        "providers": "Cities that shared their practice.",
        "status": "How far it has come.",
        "requested": "When it was asked for.",
        "started": "When it began; not before it was asked for.",
        "completed": "When it was finished; not before it began.",
        "due": "When it is to be finished.",
        "amount": "How much money; needs a currency.",
        "currency": "The currency of the amount.",
        "arose_from": "Activities that prompted it.",
        "activities": "Activities at which it was given.",
        "outcome": "What has changed.",
    },
    "needs": {
        "statement": "What was said, in a sentence.",
        "kind": "Something wanted, a worry, or something in the way.",
        "raised": "When it was said.",
        "activity": "The activity at which it was raised.",
        "status": "How far it has been met.",
    },
    "practices": {
        "city": "The city whose practice it is.",
        "activities": "Activities at which it was shared.",
    },
    "voices": {
        "text": "The very words.",
        "speaker": "Who said it.",
        "role": "The speaker's office.",
        "said": "When it was said.",
        "consent": "published: it was public already. granted: the speaker allowed it.",
    },
    "outputs": {
        "kind": "What sort of output it is.",
        "date": "When it came out.",
        "activities": "Activities that led to it.",
    },
    "indicators": {
        "definition": "What is counted, so that a stranger would count the same.",
        "level": "Where it stands from work done to change made.",
        "unit": "What is counted; each rule gives one unit.",
        "rule": "How it is counted.",
        "kinds": "Only these kinds of activity; for the rules cities-engaged and activities-held.",
        "direction": "Whether more is better or less.",
        "frequency": "How often it is reported.",
        "verification": "By what means it can be verified.",
        "headline": "Whether it has a card on the overview.",
    },
    "targets": {
        "country": "The country that it is for; empty means the region.",
        "start": "The first day that counts.",
        "end": "The last day that counts.",
        "value": "What is to be reached.",
        "kind": "incremental: within these days. cumulative: since the programme began.",
        "baseline": "The value before.",
        "baseline_date": "When the value before was taken.",
        "funder": "The organisation that set the target.",
    },
    "published_figures": {
        "country": "The country that it is for; empty means the region.",
        "as_of": "The day for which the figure stands.",
        "value": "The number; empty when the status is missing, and only then.",
        "status": "How sure the number is; missing: announced without its number.",
        "as_published": "The words in which it was published.",
    },
    "notes": {
        "date": "The day of the note.",
        "text": "The note.",
        "activity": "The activity that it is about.",
        "indicator": "The indicator that it is about.",
    },
}


def meaning(sheet: str, column: str) -> str:
    """Say in a sentence what a column means."""
    return _OWN[sheet].get(column) or _EVERYWHERE[column]
