"""What a column expects, in words for whoever fills it in."""

from __future__ import annotations

from data.workbook.sheets import Column

_ITEM = {
    "date": "2023, 2023-03 or 2023-03-08: as precise as you know it.",
    "day": "A full date such as 2023-03-08.",
    "any-country": "Two capital letters, as in the list of countries in the guide.",
    "integer": "A whole number.",
    "number": "A number such as 12 or 12.5, without separators of thousands.",
    "text": "Text.",
}
_OWN_ID = "Small letters a-z, digits and hyphens, such as tirana-2023."
_SPECIAL = {
    ("support", "amount"): "A number of at least 0 with at most 4 decimals.",
    ("support", "currency"): "Three capital letters of ISO 4217, such as EUR.",
    ("participants", "person"): (
        "A key such as p-00017, the same for the same person. Never a name, an e-mail address or"
        " a telephone number."
    ),
    ("attendance", "count"): "A whole number of at least 0.",
    ("cities", "geonames_id"): "A whole number of at least 1.",
    ("cities", "latitude"): "Degrees from -90 to 90, such as 41.11138.",
    ("cities", "longitude"): "Degrees from -180 to 180, such as 20.08224.",
    ("sources", "url"): "A web address, beginning with https://.",
}


def expected(sheet: str, column: Column) -> str:
    """Say in a sentence what a cell of a column holds."""
    special = _SPECIAL.get((sheet, column.name))
    if special:
        return special
    if column.refers_to and column.many:
        return f"Ids of the sheet {column.refers_to}, separated by ;"
    if column.refers_to:
        return f"An id of the sheet {column.refers_to}."
    if column.choices:
        return f"{'Separated by ;' if column.many else 'One of'}: {', '.join(column.choices)}."
    return _OWN_ID if column.type == "id" else _ITEM[column.type]
