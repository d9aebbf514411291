"""The sentences of the page Voices."""

from __future__ import annotations

from collections.abc import Sequence

from data.records.parts import NONE
from data.reference import Reference
from data.voices.parts import ONE, SEVERAL
from data.voices.shapes import Funding, Lens, Outputs, Quotes, Stage, Voices
from layouts import formats, words
from layouts.sentences.sentence import (
    Said,
    Sentence,
    derived_said,
    figure_said,
    listed,
    records_said,
    say,
    say_many,
    together,
)
from layouts.voices_links import VoicesLinks

_MOST_NAMED = 3


def head_sentence(shown: Voices, links: VoicesLinks) -> Sentence:
    """Say how much of everything is on record."""
    held = [_held(stage, links) for stage in shown.stages if stage.held.number]
    quotes = records_said("{n} quote", "{n} quotes", shown.quotes.number, links.quotes())
    found: list[Said] = [quotes] if shown.quotes.number else []
    found += [_outputs(shown.outputs, links)] if shown.outputs.number else []
    found += [*held, *_organisations(shown, links)]
    if not found:
        return say("Nothing that cities said is on record here, and nobody who made it possible.")
    return together([say("On record: {things}.", things=listed(found)), _planned(shown, links)])


def _planned(shown: Voices, links: VoicesLinks) -> Sentence:
    planned = [
        records_said("{n} national stage", "{n} national stages", *_plan(stage, links))
        if stage.name == "national"
        else records_said("{n} international stage", "{n} international stages",
                          *_plan(stage, links))
        for stage in shown.stages
        if stage.planned.number
    ]  # fmt: skip
    return say("Planned: {stages}.", stages=listed(planned)) if planned else Sentence(())


def _plan(stage: Stage, links: VoicesLinks) -> tuple[int, str]:
    return stage.planned.number, links.stages(stage.name, "planned")


def _held(stage: Stage, links: VoicesLinks) -> Said:
    number, records = stage.held.number, links.stages(stage.name, "held")
    if stage.name == "national":
        return records_said("{n} national stage", "{n} national stages", number, records)
    return records_said("{n} international stage", "{n} international stages", number, records)


def _outputs(outputs: Outputs, links: VoicesLinks) -> Said:
    one, many = "{n} policy output", "{n} policy outputs"
    if outputs.indicator is None or outputs.count is None:
        return records_said(one, many, outputs.number, links.outputs())
    known, count = outputs.indicator, outputs.count
    return figure_said(one, many, count, unit=known.unit, figure=known.id, title=known.title)


def _organisations(shown: Voices, links: VoicesLinks) -> list[Said]:
    funders = sum(part.funds for part in shown.took_part)
    partners = sum(part.partnered > 0 for part in shown.took_part)
    found = [
        records_said("{n} funder", "{n} funders", funders, links.organisations("funder")),
        records_said("{n} partner", "{n} partners", partners, links.organisations("partner")),
    ]
    return [said for said in found if said.value]


def quotes_sentence(quotes: Quotes, links: VoicesLinks) -> Sentence:
    """Say by which consent quotes may be shown."""
    if not quotes.number:
        return say("No quote that may be shown is on record here.")
    published = records_said(
        "{n} published by the speaker or in the press",
        "{n} published by their speakers or in the press",
        quotes.consents.get("published", 0),
        links.quotes("published"),
    )
    granted = records_said(
        "{n} granted to the hub",
        "{n} granted to the hub",
        quotes.consents.get("granted", 0),
        links.quotes("granted"),
    )
    there = [said for said in (published, granted) if said.value]
    shown = derived_said(
        "the latest one is shown", "the latest {n} are shown", len(quotes.shown.first)
    )
    named = listed(there)
    if quotes.number == len(quotes.shown.first):
        return say("Quotes with consent: {listed}.", listed=named)
    return say("Quotes with consent: {listed}; {shown}.", listed=named, shown=shown)


def outputs_sentence(outputs: Outputs, links: VoicesLinks) -> Sentence:
    """Say how many outputs there are of each kind."""
    if not outputs.number:
        return say("No policy output is on record here.")
    kinds = listed([_of_kind(outputs, kind, links) for kind in outputs.kinds])
    undated = say("The latest of each kind are listed, undated ones last.")
    more = undated if any(group.more for group in outputs.kinds.values()) else Sentence(())
    return together(
        [say("{outputs}: {kinds}.", outputs=_outputs(outputs, links), kinds=kinds), more]
    )


def _of_kind(outputs: Outputs, kind: str, links: VoicesLinks) -> Said:
    number, records = outputs.kinds[kind].number, links.outputs(kind)
    match kind:
        case "legal-framework":
            return records_said("{n} legal framework", "{n} legal frameworks", number, records)
        case "declaration":
            return records_said("{n} declaration", "{n} declarations", number, records)
        case "guide":
            return records_said("{n} guide", "{n} guides", number, records)
        case "report":
            return records_said("{n} report", "{n} reports", number, records)
        case _:
            return records_said("{n} strategy", "{n} strategies", number, records)


def stage_sentence(stage: Stage, links: VoicesLinks) -> Sentence:
    """Say at how many stages cities were heard, and how many are planned."""
    held, planned = _held(stage, links), stage.planned.number
    plan = records_said("{n} is planned", "{n} are planned", *_plan(stage, links))
    undated = stage.years.get(None, 0)
    doubt = records_said(
        "for {n} of them no date is recorded",
        "for {n} of them no date is recorded",
        undated,
        links.stages(stage.name, "held", begins=NONE),
    )
    parts: list[Said] = [*([doubt] if undated else []), *([plan] if planned else [])]
    if not stage.held.number:
        nothing = say("No such stage was held.")
        return together([nothing, say("{plan}.", plan=plan)]) if planned else nothing
    if not parts:
        return say("Cities were heard on {held}.", held=held)
    return say("Cities were heard on {held}; {rest}.", held=held, rest=listed(parts))


def split_sentence(item: Funding, links: VoicesLinks) -> Sentence:
    """Say how many records of a sheet name one funder, several or none."""
    pieces = [
        records_said(
            "{n} with one funder",
            "{n} with one funder",
            item.one,
            links.done(item.sheet, funders=ONE),
        ),
        records_said(
            "{n} co-funded",
            "{n} co-funded",
            item.several,
            links.done(item.sheet, funders=SEVERAL),
        ),
        records_said(
            "{n} with no funder recorded",
            "{n} with no funder recorded",
            item.none,
            links.done(item.sheet, funders=NONE),
        ),
    ]
    return say("{all}: {parts}.", all=_all(item, item.number, links), parts=listed(pieces))


def _all(item: Funding, number: int, links: VoicesLinks) -> Said:
    records = links.done(item.sheet)
    if item.sheet == "support":
        return records_said("{n} support record", "{n} support records", number, records)
    return records_said("{n} activity held", "{n} activities held", number, records)


def lens_sentence(item: Funding, lens: Lens, known: Reference, links: VoicesLinks) -> Sentence:
    """Say what the chosen funders made possible, alone and with others, and what others did."""
    alone = records_said("{n} alone", "{n} alone", lens.alone.number, links.alone(item.sheet))
    shared = records_said(
        "{n} co-funded", "{n} co-funded", lens.shared.number, links.shared(item.sheet)
    )
    theirs = say(
        "{all} funded by {funders}: {alone} and {shared}.",
        all=_all(item, lens.number, links),
        funders=funder_names(links.filters.funders, known),
        alone=alone,
        shared=shared,
    )
    return together([theirs, _others(item, lens, links)])


def _others(item: Funding, lens: Lens, links: VoicesLinks) -> Sentence:
    """Say what the chosen funders had no part in, and for how much of it no funder is named."""
    number, unnamed, address = lens.others.number, lens.unnamed, links.others(item.sheet)
    if not number:
        return say("Nothing else is on record for the rest of the filter.")
    if unnamed == number:
        none = records_said("{n} other names", "{n} others name", number, address)
        return say("{others} no funder.", others=none)
    others = records_said(
        "{n} other was made possible by others",
        "{n} others were made possible by others",
        number,
        address,
    )
    if not unnamed:
        return say("{others}.", others=others)
    both = records_said(
        "{n} other was made possible by others or names no funder",
        "{n} others were made possible by others or name no funder",
        number,
        address,
    )
    none = records_said(
        "{n} names none",
        "{n} name none",
        unnamed,
        links.whoever_funded(item.sheet, funders=NONE),
    )
    return say("{others}; of these {unnamed}.", others=both, unnamed=none)


def funder_names(funders: Sequence[str], known: Reference) -> str:
    """Name the chosen funders, the first few of many."""
    names = [words.organisation(known, key) for key in funders]
    if len(names) <= _MOST_NAMED:
        return formats.joined(names)
    return say("the chosen funders").text


def organisations_sentence(shown: Voices, links: VoicesLinks) -> Sentence:
    """Say how many organisations took part, and as what."""
    number = len(shown.took_part)
    if not number:
        return say("No funder or partner is named here.")
    all_of_them = records_said(
        "{n} organisation", "{n} organisations", number, links.organisations()
    )
    roles = listed(_organisations(shown, links))
    return say_many(
        "{all} is named: {roles}.", "{all} are named: {roles}.", number,
        all=all_of_them, roles=roles,
    )  # fmt: skip
