"""What the page Needs and practices says in sentences."""

from __future__ import annotations

from data.filters import ALL
from data.needs.shapes import NeedsAndPractices
from layouts import needs_words, words
from layouts.needs_links import NeedsLinks
from layouts.sentences.sentence import (
    Said,
    Sentence,
    derived_said,
    listed,
    records_said,
    say,
    say_many,
    together,
)


def head_sentence(shown: NeedsAndPractices, links: NeedsLinks, profile: str) -> Sentence:
    """Say how many needs there are, how they stand, and how many have no answer."""
    if not shown.total:
        place = words.places(shown.filters, shown.reference, profile)
        if place:
            return say("No needs, concerns or barriers of {place} are selected.", place=place)
        if shown.filters == ALL:
            return say("No needs, concerns or barriers are on record.")
        return say("No needs, concerns or barriers are selected.")
    return together([_on_record(shown, links, profile), *_unanswered(shown, links)])


def priorities_sentence(shown: NeedsAndPractices, links: NeedsLinks) -> Sentence:
    """Say the kinds of what was raised, and how much of it belongs to the hub's priorities."""
    kinds = say("By kind they are {kinds}.", kinds=listed(_kinds(shown, links)))
    stated = [priority for priority in shown.priorities if priority.words]
    if not stated:
        return together([kinds, say("The record states no priorities of the hub.")])
    number = sum(shown.number(theme=theme) for part in stated for theme in part.themes)
    return together(
        [
            kinds,
            say(
                "On the themes of the {priorities} that the hub states: {number}.",
                priorities=derived_said("{n} priority", "{n} priorities", len(stated)),
                number=derived_said("{n}", "{n}", number),
            ),
        ]
    )


def answers_sentence(shown: NeedsAndPractices, links: NeedsLinks) -> Sentence:
    """Say what the picture shows: how many are answered, and which theme lacks most answers."""
    answers = listed(_answers(shown, links))
    answered = say("Answers to {total}: {answers}.", total=_total(shown, links), answers=answers)
    return together([answered, *_most(shown, links)])


def group_sentence(shown: NeedsAndPractices, links: NeedsLinks, answer: str) -> Sentence:
    """Say how many needs are answered in a way, and what that means."""
    number = shown.number(answer=answer)
    said = records_said("{n} of them", "{n} of them", number, links.needs(answer=answer))
    match answer:
        case "none":
            return say(
                "For {number}, nothing on record shares theme and place: no support, no practice,"
                " no later activity.",
                number=said,
            )
        case "possible":
            return say(
                "For {number}, something on record shares theme and place; that it answers the"
                " need is not recorded.",
                number=said,
            )
        case "recorded":
            return say(
                "For {number}, the status says addressed or being addressed, or support arose from"
                " the activity where it was raised.",
                number=said,
            )
        case _:
            return say("For {number}, it is not known what would answer it.", number=said)


def practices_sentence(shown: NeedsAndPractices, links: NeedsLinks) -> Sentence:
    """Say how many practices there are, and how many were never shared at an activity."""
    number, unshared = shown.practice_number, shown.unshared
    if not number:
        if shown.filters == ALL:
            return say("No practices are on record.")
        return say("No practices are selected.")
    practices = records_said("{n} practice", "{n} practices", number, links.practices())
    on_record = say_many(
        "{practices} is on record.", "{practices} are on record.", number, practices=practices
    )
    if not unshared:
        return on_record
    never = records_said("{n} of them", "{n} of them", unshared, links.practices(shared="no"))
    return together(
        [
            on_record,
            say_many(
                "{never} was not shared at an activity on record.",
                "{never} were not shared at an activity on record.",
                unshared,
                never=never,
            ),
        ]
    )


def _on_record(shown: NeedsAndPractices, links: NeedsLinks, profile: str) -> Sentence:
    total = _total(shown, links)
    statuses = listed(_statuses(shown, links))
    place = words.places(shown.filters, shown.reference, profile)
    if place:
        return say_many(
            "{total} of {place} is on record: {statuses}.",
            "{total} of {place} are on record: {statuses}.",
            shown.total,
            total=total,
            place=place,
            statuses=statuses,
        )
    return say_many(
        "{total} is on record: {statuses}.",
        "{total} are on record: {statuses}.",
        shown.total,
        total=total,
        statuses=statuses,
    )


def _total(shown: NeedsAndPractices, links: NeedsLinks) -> Said:
    return records_said(
        "{n} need, concern or barrier",
        "{n} needs, concerns and barriers",
        shown.total,
        links.needs(),
    )


def _statuses(shown: NeedsAndPractices, links: NeedsLinks) -> list[Said]:
    """Say each status that occurs, and `open` also where none is."""
    still_open = records_said("{n} open", "{n} open", *_those(shown, links, status="open"))
    others = (
        records_said(
            "{n} being addressed",
            "{n} being addressed",
            *_those(shown, links, status="being-addressed"),
        ),
        records_said("{n} addressed", "{n} addressed", *_those(shown, links, status="addressed")),
        records_said(
            "{n} whose status is not recorded",
            "{n} whose status is not recorded",
            *_those(shown, links, status="unknown"),
        ),
    )
    return [still_open, *(said for said in others if said.value)]


def _kinds(shown: NeedsAndPractices, links: NeedsLinks) -> list[Said]:
    return [
        records_said("{n} need", "{n} needs", *_those(shown, links, kind="need")),
        records_said("{n} concern", "{n} concerns", *_those(shown, links, kind="concern")),
        records_said("{n} barrier", "{n} barriers", *_those(shown, links, kind="barrier")),
    ]


def _answers(shown: NeedsAndPractices, links: NeedsLinks) -> list[Said]:
    """Say each answer that occurs."""
    answers = (
        records_said(
            "{n} has an answer on record",
            "{n} have an answer on record",
            *_those(shown, links, answer="recorded"),
        ),
        records_said(
            "{n} may have one", "{n} may have one", *_those(shown, links, answer="possible")
        ),
        records_said("{n} has none yet", "{n} have none yet", *_those(shown, links, answer="none")),
        records_said(
            "{n} cannot be matched",
            "{n} cannot be matched",
            *_those(shown, links, answer="no-theme"),
        ),
    )
    return [said for said in answers if said.value]


def _those(shown: NeedsAndPractices, links: NeedsLinks, **part: str) -> tuple[int, str]:
    """The number of needs of a part, and the address of their list."""
    return shown.number(**part), links.needs(**part)


def _unanswered(shown: NeedsAndPractices, links: NeedsLinks) -> list[Sentence]:
    none = shown.number(answer="none")
    unmatched = shown.number(answer="no-theme")
    none_said = records_said("{n} of them", "{n} of them", none, links.needs(answer="none"))
    without = records_said("{n}", "{n}", unmatched, links.needs(answer="no-theme"))
    said = []
    if none:
        said.append(say("For {none}, no answer is on record yet.", none=none_said))
    elif shown.total > unmatched:
        said.append(say("Each that names a theme has an answer on record, or may have one."))
    if unmatched:
        said.append(
            say_many(
                "{without} names no theme, so that nothing can be matched with it.",
                "{without} name no theme, so that nothing can be matched with them.",
                unmatched,
                without=without,
            )
        )
    return said


def _most(shown: NeedsAndPractices, links: NeedsLinks) -> list[Sentence]:
    """Name the theme with most needs without an answer, where it is one alone."""
    numbers: dict[str, int] = {}
    for tally in shown.tallies:
        if tally.answer == "none" and tally.theme:
            numbers[tally.theme] = numbers.get(tally.theme, 0) + tally.records
    ranked = sorted(numbers.items(), key=lambda item: -item[1])
    if len(ranked) < 2 or ranked[0][1] == ranked[1][1]:
        return []
    theme, number = ranked[0]
    return [
        say(
            "The theme with most needs without an answer is {theme}: {number}.",
            theme=needs_words.theme(shown.reference, theme),
            number=records_said("{n}", "{n}", number, links.needs(theme=theme, answer="none")),
        )
    ]
