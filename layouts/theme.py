"""The design tokens, once for every drawing: colours, type sizes, line widths, plotly settings.

Lengths are CSS pixels at a root of 16 px; `Canvas.px` scales them to the page's root. The style
sheets carry the same values as CSS variables.
"""

from __future__ import annotations

from typing import Any

from layouts.canvas import Canvas

INK = "#1B2733"
MUTED = "#515E6B"
LABEL_OFF = "#45515D"
WHITE = "#FFFFFF"
SURFACE = "#F5F7FA"

NAVY = "#12436D"
NAVY_OFF = "#5B7690"
NAVY_BAND = "#CFDBE6"
TURQUOISE = "#28A197"
TURQUOISE_BAND = "#E4F3F1"
PLUM = "#801650"
ORANGE = "#F46A25"
CHARCOAL = "#3D3D3D"
LILAC = "#A285D1"
DATA_COLOURS = (NAVY, TURQUOISE, PLUM, ORANGE)

SEA = WHITE
LAND = "#DCE4EB"
LAND_CHOSEN = "#B7C9DA"
LAND_NEIGHBOUR = "#F3F5F8"
BORDER = "#728190"
BORDER_NEIGHBOUR = "#D5DCE4"

HAIRLINE = "#D5DCE4"
BUTTON_LINE = "#7D8894"
BASELINE = "#8995A1"
TRAY = "#FBFCFD"

FONT_FAMILY = '"Source Sans 3", "Source Sans 3 Variable", "Segoe UI", Arial, sans-serif'
REGULAR = 400
SEMIBOLD = 600

LABEL_SIZE = 12.0
BODY_SIZE = 14.0
TITLE_SIZE = 16.0
MESSAGE_SIZE = 20.0
NUMBER_SIZE = 28.0
LEAD_NUMBER_SIZE = 40.0

RING_LINE = 1.5
MARK_LINE = 2.0
BORDER_LINE = 0.75
AS_OF_LINE = 1.5

GRAPH_CONFIG: dict[str, Any] = {
    "displayModeBar": False,
    "showSendToCloud": False,
    "doubleClick": False,
    "scrollZoom": False,
    "responsive": False,
    "editable": False,
    "showTips": False,
    "showAxisDragHandles": False,
    "displaylogo": False,
}
"""The configuration of every graph: nothing to drag, nothing sent elsewhere."""


def base_layout(canvas: Canvas) -> dict[str, Any]:
    """Return the plotly layout that every drawing starts from: size, type, hover label."""
    return {
        "template": "none",
        "width": canvas.width,
        "height": canvas.height,
        "autosize": False,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
        "font": {"family": FONT_FAMILY, "size": canvas.px(LABEL_SIZE), "color": INK},
        "paper_bgcolor": WHITE,
        "plot_bgcolor": WHITE,
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "hoverdistance": 8,
        "hoverlabel": hover_label(canvas),
    }


def hover_label(canvas: Canvas) -> dict[str, Any]:
    """Return the calm hover label: ink on white within a line of ink."""
    return {
        "bgcolor": WHITE,
        "bordercolor": INK,
        "align": "left",
        "namelength": 0,
        "font": {"family": FONT_FAMILY, "size": canvas.px(LABEL_SIZE), "color": INK},
    }
