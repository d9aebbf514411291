"""Draw docs/data-model.svg from the tables that the program declares.

Run `python -m scripts.draw_data_model` after a change of `data.schema`; a test compares the two.
"""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass
from html import escape
from pathlib import Path

import sqlalchemy as sa

from data import schema
from data.workbook.sheets import SHEETS

OUT = Path(__file__).resolve().parents[1] / "docs" / "data-model.svg"

BOX_WIDTH = 264
GAP = 40
LEFT = 32
WIDTH = 2 * LEFT + 4 * BOX_WIDTH + 3 * GAP
LINE = 16
LONGEST_LINE = 37
HEADING = "The tables of the database; all but the facts are sheets of the workbook"
ASIDE = re.compile(r" \([^)]*`[^)]*\)")

INK, MUTED, HAIRLINE, SURFACE = "#1B2733", "#515E6B", "#D5DCE4", "#F5F7FA"
NAVY, TURQUOISE = "#12436D", "#28A197"

LEGEND = (
    "→ names one record",
    "⇉ names several, in order, through a link table: <sheet>_<column> (record, value, place)",
    "A date is kept as its earliest day, its latest day and its precision.",
    "data/schema.py describes every table, column and fact that load derives.",
)


@dataclass(frozen=True, slots=True)
class Band:
    """One row of the picture: its title, its tables in order, and which of them are joined."""

    title: str
    tables: tuple[str, ...]
    arrows: tuple[tuple[str, str], ...] = ()


BANDS = (
    Band(
        "What happened, and for whom",
        ("participants", "attendance", "activities", "support"),
        (("attendance", "activities"), ("support", "activities"), ("participants", "activities")),
    ),
    Band("What was said, learnt and made", ("needs", "practices", "voices", "outputs")),
    Band(
        "How it is measured",
        ("targets", "indicators", "published_figures", "notes"),
        (("targets", "indicators"), ("published_figures", "indicators")),
    ),
    Band("What records name", ("cities", "themes", "organisations", "sources")),
    Band(
        "What load derives for counting",
        ("activity_facts", "city_facts", "head_count_facts", "person_facts"),
    ),
    Band(
        "What load adds up by month, and finds missing",
        ("activity_months", "support_months", "quality_facts", "quality_months", "source_uses"),
    ),
    Band("What load derives for needs", ("need_answers",)),
    Band("What the workbook is", ("dataset",)),
)


@dataclass(frozen=True, slots=True)
class Box:
    """A table as it is drawn: its texts and where it stands."""

    name: str
    grain: list[str]
    names: list[str]
    x: int
    y: int
    height: int

    @property
    def middle(self) -> int:
        """The height at which arrows meet the box."""
        return self.y + 22

    @property
    def bottom(self) -> int:
        """The lower edge."""
        return self.y + self.height


def draw() -> str:
    """Return the picture as SVG text."""
    drawn = {name for band in BANDS for name in band.tables}
    assert drawn == {sheet.name for sheet in SHEETS} | {table.name for table in schema.FACTS}
    parts: list[str] = []
    top = 76
    for band in BANDS:
        boxes = _boxes(band, top + 28)
        parts.append(_text(LEFT, top + 10, band.title, "band"))
        parts += [_box(box) for box in boxes.values()]
        parts += [_arrow(boxes[start], boxes[end]) for start, end in band.arrows]
        top = max(box.bottom for box in boxes.values()) + 40
    return _picture("\n".join(parts), top)


def _boxes(band: Band, y: int) -> dict[str, Box]:
    texts = {name: (_grain(name), _names(name)) for name in band.tables}
    height = max(44 + LINE * (len(grain) + len(names)) for grain, names in texts.values())
    return {
        name: Box(name, grain, names, LEFT + place * (BOX_WIDTH + GAP), y, height)
        for place, (name, (grain, names)) in enumerate(texts.items())
    }


def _grain(name: str) -> list[str]:
    """The first clause of the table's comment, without asides on columns: what one row is."""
    comment = schema.metadata.tables[name].comment or ""
    clause = ASIDE.sub("", comment.split(";")[0].rstrip(".")).removeprefix("Derived: ")
    return textwrap.wrap(clause[:1].upper() + clause[1:], LONGEST_LINE)


def _names(name: str) -> list[str]:
    """What the table refers to: one record a row, or a list through a link table."""
    table = schema.metadata.tables[name]
    single = [_referred(column) for column in table.columns if column.foreign_keys]
    lists = [
        column if target in (None, column) else f"{column} ({target})"
        for (sheet, column), target in _lists().items()
        if sheet == name
    ]
    known = [text for text in single if text]
    return [*_wrapped("→", known), *_wrapped("⇉", lists)]


def _referred(column: sa.Column[object]) -> str:
    (key,) = column.foreign_keys
    target = key.column.table.name
    # A derived shortcut is no reference of its own.
    if column.name == "only_city":
        return ""
    own_name = column.name in (target, target.removesuffix("s"), target.replace("ies", "y"))
    return column.name if own_name else f"{column.name} ({target})"


def _lists() -> dict[tuple[str, str], str | None]:
    targets = {}
    for key, table in schema.LINKS.items():
        keys = list(table.c.value.foreign_keys)
        targets[key] = keys[0].column.table.name if keys else None
    return targets


def _wrapped(sign: str, items: list[str]) -> list[str]:
    if not items:
        return []
    whole = [item.replace(" ", "\u00a0") for item in items]
    first, *rest = textwrap.wrap(", ".join(whole), LONGEST_LINE - 1)
    return [f"{sign} {first}", *(f"\u2003{line}" for line in rest)]


def _box(box: Box) -> str:
    lines = [
        f'<rect x="{box.x}" y="{box.y}" width="{BOX_WIDTH}" height="{box.height}" rx="4"/>',
        _text(box.x + 14, box.y + 27, box.name, "name"),
    ]
    y = box.y + 48
    for kind, texts in (("grain", box.grain), ("refers", box.names)):
        for text in texts:
            lines.append(_text(box.x + 14, y, text, kind))
            y += LINE
    return "\n".join(lines)


def _arrow(start: Box, end: Box) -> str:
    """Draw from the box that names to the box that is named; under what stands between them."""
    if abs(start.x - end.x) == BOX_WIDTH + GAP:
        forward = start.x < end.x
        begin = start.x + BOX_WIDTH if forward else start.x
        stop = end.x - 2 if forward else end.x + BOX_WIDTH + 2
        return f'<path class="arrow" d="M{begin} {start.middle}H{stop}"/>'
    begin, stop = start.x + BOX_WIDTH // 2, end.x + BOX_WIDTH // 2
    return f'<path class="arrow" d="M{begin} {start.bottom}v14H{stop}V{end.bottom + 2}"/>'


def _text(x: int, y: int, text: str, kind: str) -> str:
    return f'<text x="{x}" y="{y}" class="{kind}">{escape(text)}</text>'


def _legend(y: int) -> str:
    """Say what the signs mean, beside the last box."""
    x = LEFT + BOX_WIDTH + GAP
    lines = [_text(x, y + LINE * place, line, "legend") for place, line in enumerate(LEGEND)]
    return "\n".join(lines)


def _picture(body: str, height: int) -> str:
    title = "The data model: the tables of the database, and what each refers to"
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" \
width="{WIDTH}" height="{height}" role="img" aria-labelledby="title">
<title id="title">{title}</title>
<style>
text {{ font-family: "Source Sans 3", "Segoe UI", Helvetica, Arial, sans-serif; fill: {INK}; }}
.title {{ font-size: 22px; font-weight: 600; }}
.band {{ font-size: 14px; font-weight: 600; fill: {NAVY}; }}
.name {{ font-size: 16px; font-weight: 600; }}
.grain, .refers, .legend {{ font-size: 12px; fill: {MUTED}; }}
.refers {{ fill: {NAVY}; }}
rect {{ fill: {SURFACE}; stroke: {HAIRLINE}; }}
.arrow {{ fill: none; stroke: {TURQUOISE}; stroke-width: 2; marker-end: url(#head); }}
</style>
<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="5" markerHeight="5" \
orient="auto"><path d="M0 0L8 4L0 8z" fill="{TURQUOISE}"/></marker></defs>
<rect width="{WIDTH}" height="{height}" style="fill:#fff;stroke:none"/>
{_text(LEFT, 40, HEADING, "title")}
{body}
{_legend(height - 100)}
</svg>
"""


if __name__ == "__main__":
    OUT.write_text(draw(), "utf-8")
    print(f"Wrote {OUT.name}")
