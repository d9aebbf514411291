"""The timeline's lanes, and which kinds of record each holds."""

from __future__ import annotations

from data import values

SUPPORT_LANE = "support"
LANE_KINDS: dict[str, tuple[str, ...]] = {
    "workshops": ("workshop", "roundtable"),
    "exchanges": ("exchange",),
    "summits": ("summit",),
    "other": ("training", "consultation", "launch", "side-event", "partner-event"),
}
"""Lane → activity kinds; every kind has one lane."""

LANES = (*LANE_KINDS, SUPPORT_LANE)
LANE_OF_KIND = {kind: lane for lane, kinds in LANE_KINDS.items() for kind in kinds}
SHOWN_SUPPORT = tuple(status for status in values.SUPPORT_STATUSES if status != "declined")
SHOWN_ACTIVITIES = ("held", "planned")
MOST_MARKS = 16
"""Above this number of marks a lane is drawn as months."""
