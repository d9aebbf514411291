"""What a page is: its address, its name, its frame, and for a document what it says."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from dash.development.base_component import Component

from callbacks.requests import Request, View
from callbacks.setting import Setting
from data.filters import Ignored
from data.reference import Reference
from data.repository import Repository

_PLACE = re.compile(r"<(\w+)>")


@dataclass(frozen=True, slots=True)
class Asked:
    """One request for a document: all that its content may depend on.

    `names` are the parts of the path: {"sheet": "activities"}. The repository answers from one
    moment of the database.
    """

    repository: Repository
    request: Request
    view: View
    setting: Setting
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Content:
    """What a document says: its parts, its title, and what of the address it did not understand.

    `has_map`: it shows boundaries, so their credit is due.
    """

    parts: list[Component]
    title: str
    ignored: tuple[Ignored, ...] = ()
    has_map: bool = False


Answerer = Callable[[Asked], Content]


@dataclass(frozen=True, slots=True)
class Page:
    """One page: the pattern of its path, its frame, and where it is no overview its content.

    `name` stands in the top line and leads to `target`; a page without one is reached by links.
    `section` is the name in the top line that is marked while the page is open.
    `choices` are the values that a place of the pattern may take; a place without takes any.
    """

    path: str
    frame: Callable[[Reference], Component]
    name: str = ""
    target: str = ""
    section: str = ""
    answer: Answerer | None = None
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def names_in(self, path: str) -> dict[str, str] | None:
        """Read the places of the pattern from a path; None where the path is not this page's."""
        pattern = _PLACE.sub(r"(?P<\1>[^/]+)", self.path)
        found = re.fullmatch(pattern, path)
        if found is None:
            return None
        names = found.groupdict()
        known = all(names[place] in allowed for place, allowed in self.choices.items())
        return names if known else None
