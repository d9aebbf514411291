"""Short names of the reasons for which records are left out, as addresses write them."""

from __future__ import annotations

from data.figures import Reason

_NAMES = {str(reason): reason.name.lower().replace("_", "-") for reason in Reason}
_REASONS = {name: reason for reason, name in _NAMES.items()}


def reason_name(reason: str) -> str:
    """Name a reason in an address; a status (planned, declined, …) names itself."""
    return _NAMES.get(reason, reason)


def reason_of(name: str) -> str:
    """Return the reason that an address names."""
    return _REASONS.get(name, name)
