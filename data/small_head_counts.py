"""The rule for small numbers on the rows of one activity: what is withheld of each.

Whoever reads the rows knows their total and the sums that figures give of them, so a small row
alone would be told by the others. `data.small_numbers` says what is small.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from fractions import Fraction
from typing import NamedTuple

from data.small_numbers import OFFICE_HOLDERS, UNSPECIFIED, Guard, SmallNumbers, Split


class HeadCount(NamedTuple):
    """One row of people counted at an activity; it shares nobody with another of its scope."""

    row: int
    group: str
    gender: str
    country: str | None
    people: int


Rows = Sequence[HeadCount]
COUNT = frozenset({"count"})
WHOLE = frozenset({"count", "group", "gender"})
"""What is withheld of a row: its number, or also whom it counts."""


def withheld_cells(
    rows: Rows, rule: SmallNumbers, also: Set[int] = frozenset()
) -> dict[int, frozenset[str]]:
    """Name what is withheld of the rows of one activity and scope, by row; `also` rows anyway.

    Withheld are the small rows, and further ones, the smallest first, until no known sum gives a
    small one away. Where all would not do, or only women or only others have a row (which reads
    as none of the rest), the rows do not say whom they count.
    """
    if rule.off or all(_tells_nothing(one) for one in rows):
        return {}
    if _a_gender_is_missing(rows):
        return dict.fromkeys((one.row for one in rows), WHOLE)
    small, sums = _small(rows, rule) | also, _known_sums(rows, rule)
    withheld = set(small)
    while telling := _telling(sums, small, withheld, rule.threshold):
        further = [one for one in telling if one.row not in withheld]
        if not further:
            return dict.fromkeys((one.row for one in rows), WHOLE)
        withheld.add(min(further, key=lambda one: (_is_exempt(one, rule), one.people, one.row)).row)
    return dict.fromkeys(withheld, COUNT)


def _tells_nothing(one: HeadCount) -> bool:
    return (one.group, one.gender) == (UNSPECIFIED, UNSPECIFIED)


def _small(rows: Rows, rule: SmallNumbers) -> set[int]:
    """Name the rows to protect: the small ones, and the few who are no office holders."""
    small = {one.row for one in rows if rule.is_small(one.group, one.gender, one.people)}
    holders, rest = _office_holders(rows)
    few = [] if rule.office_holders.passes(_split(holders, rest)) else rest
    return small | {one.row for one in few if one.people < rule.threshold}


def _is_exempt(one: HeadCount, rule: SmallNumbers) -> bool:
    return one.group == OFFICE_HOLDERS and not rule.is_small(one.group, one.gender, 0)


def _a_gender_is_missing(rows: Rows) -> bool:
    women = {one.country for one in rows if _side(one) == "women"}
    return women != {one.country for one in rows if _side(one) == "others"}


def _side(one: HeadCount) -> str | None:
    """The side of a row in the share of women, None where its gender is not recorded."""
    if one.gender == UNSPECIFIED:
        return None
    return "women" if one.gender == "female" else "others"


def _known_sums(rows: Rows, rule: SmallNumbers) -> list[Rows]:
    """List the rows whose sums figures tell, of all rows and of those of each country."""
    countries = {name: [one for one in rows if one.country == name]
                 for name in dict.fromkeys(one.country for one in rows)}  # fmt: skip
    joined = rule.genders.inseparable(
        {name or "": _split(*_women(there)) for name, there in countries.items()}
    )
    sums = [rows, *_sums_of(rows), *_if_shown(rule.genders, *_women(rows))]
    sums += _if_shown(rule.office_holders, *_office_holders(rows))
    for name, there in countries.items():
        sums += [there, *_sums_of(there), *_if_shown(rule.office_holders, *_office_holders(there))]
        if (name or "") not in joined:
            sums += _women(there)
    return [some for some in sums if some]


def _sums_of(there: Rows) -> list[Rows]:
    """Give the rows whose gender is recorded, and those whose is not: both numbers are shown."""
    return [
        [one for one in there if _side(one) is not None],
        [one for one in there if _side(one) is None],
    ]


def _women(there: Rows) -> tuple[Rows, Rows]:
    return (
        [one for one in there if _side(one) == "women"],
        [one for one in there if _side(one) == "others"],
    )


def _office_holders(there: Rows) -> tuple[Rows, Rows]:
    return (
        [one for one in there if one.group == OFFICE_HOLDERS],
        [one for one in there if one.group != OFFICE_HOLDERS],
    )


def _split(side: Rows, other: Rows) -> Split:
    return Split(sum(one.people for one in side), sum(one.people for one in other))


def _if_shown(guard: Guard, side: Rows, other: Rows) -> list[Rows]:
    return [side, other] if guard.passes(_split(side, other)) else []


def _telling(sums: Sequence[Rows], small: Set[int], withheld: Set[int], threshold: int) -> Rows:
    """Find rows whose known sum, or all known sums together, give a small row away."""
    for rows in sums:
        hidden = [one for one in rows if one.row in withheld]
        if any(one.row in small for one in hidden) and (
            len(hidden) < 2 or sum(one.people for one in hidden) < threshold
        ):
            return rows
    return sums[0] if _is_solved(sums, small, sorted(withheld)) else ()


def _is_solved(sums: Sequence[Rows], small: Set[int], withheld: Sequence[int]) -> bool:
    """Whether the sums as equations for the withheld rows have one solution for a small row."""
    equations = [[Fraction(row in {one.row for one in rows}) for row in withheld] for rows in sums]
    return any(
        [bool(factor) for factor in equation].count(True) == 1
        and withheld[next(place for place, factor in enumerate(equation) if factor)] in small
        for equation in _reduced(equations)
    )


def _reduced(equations: list[list[Fraction]]) -> list[list[Fraction]]:
    """Bring equations to reduced row echelon form: one that tells a value names it alone."""
    done: list[list[Fraction]] = []
    for column in range(len(equations[0])):
        found = next((each for each in equations if each[column]), None)
        if found is None:
            continue
        equations = [each for each in equations if each is not found]
        pivot = [factor / found[column] for factor in found]
        done = [_without(each, pivot, column) for each in done]
        equations = [_without(each, pivot, column) for each in equations]
        done.append(pivot)
    return done


def _without(equation: list[Fraction], pivot: list[Fraction], column: int) -> list[Fraction]:
    return [
        factor - equation[column] * other for factor, other in zip(equation, pivot, strict=True)
    ]
