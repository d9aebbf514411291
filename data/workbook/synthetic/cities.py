"""The cities of a synthetic workbook: real towns, some drawn more often than others."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, chain, zip_longest

from data.errors import HubError
from data.geography import Town, towns
from data.values import COUNTRY_CODES
from data.workbook.synthetic.chance import Chance, chance


class TooManyCities(HubError):
    """More cities are asked for than towns are shipped."""

    status = 400


class Cities:
    """Towns in an order of importance: the first are drawn more often than the last."""

    def __init__(self, chosen: Sequence[Town]) -> None:
        self.towns = tuple(chosen)
        self.country_of = {town.id: town.country for town in chosen}
        self.name_of = {town.id: town.name for town in chosen}
        self.countries = tuple(c for c in COUNTRY_CODES if c in self.country_of.values())
        self._ranked = {country: _Ranked(self._of(country)) for country in self.countries}
        self._all = _Ranked([town.id for town in chosen])

    def draw(self, stream: Chance, count: int, country: str | None = None) -> tuple[str, ...]:
        """Draw up to `count` different cities, of one country where one is named."""
        return (self._ranked[country] if country else self._all).draw(stream, count)

    def _of(self, country: str) -> list[str]:
        return [town.id for town in self.towns if town.country == country]


class _Ranked:
    def __init__(self, ids: Sequence[str]) -> None:
        self._ids = ids
        self._weights = list(accumulate(1 / (rank + 3) for rank in range(len(ids))))

    def draw(self, stream: Chance, count: int) -> tuple[str, ...]:
        if not self._ids:
            return ()
        # Some draws more than asked for make up for cities drawn twice.
        drawn = stream.choices(self._ids, cum_weights=self._weights, k=count * 2)
        return tuple(dict.fromkeys(drawn))[:count]


def choose_cities(count: int, seed: int) -> Cities:
    """Choose so many towns, spread over the six countries in turn."""
    shipped = towns()
    if not 1 <= count <= len(shipped):
        raise TooManyCities(f"{count} cities cannot be had; 1 to {len(shipped)} towns are shipped.")
    stream = chance(seed, "towns")
    by_country = [[t for t in shipped if t.country == code] for code in COUNTRY_CODES]
    for some in by_country:
        stream.shuffle(some)
    in_turn = chain.from_iterable(zip_longest(*by_country))
    return Cities([town for town in in_turn if town is not None][:count])
