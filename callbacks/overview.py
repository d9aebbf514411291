"""The overview's wires: one request in, everything on the page out."""

from __future__ import annotations

from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, no_update

from callbacks.evidence import evidence_outputs
from callbacks.requests import Request, View, read_request, read_view
from callbacks.setting import Setting
from data.details import CityDetail
from data.errors import DatabaseUnavailable
from data.filters import Ignored
from data.geography import country_name
from data.overview.lane_figures import lane_figures
from data.repository import Overview, Repository
from layouts import words
from layouts.figures import city_map, timeline
from layouts.ids import Id
from layouts.parts.active_filters import active_filters
from layouts.parts.cards import cards
from layouts.parts.detail import detail
from layouts.parts.empty_timeline import empty_timeline
from layouts.parts.footer import credit_lines
from layouts.parts.notice import failure_notice, ignored_notice
from layouts.parts.overview_tables import city_table, timeline_table
from layouts.parts.scope import scope
from layouts.parts.table import table
from layouts.sentences.figures import figure_sentence
from layouts.sentences.overview import map_said, timeline_said

OUTPUTS = {
    "scope": Output(Id.SCOPE, "children"),
    "notice": Output(Id.NOTICE, "children"),
    "active": Output(Id.ACTIVE_FILTERS, "children"),
    "period_label": Output(Id.PERIOD_LABEL, "children"),
    "more_label": Output(Id.MORE_LABEL, "children"),
    "kosovo": Output(Id.KOSOVO_NAME, "children"),
    "credits": Output(Id.CREDITS, "children"),
    "figures": Output(Id.FIGURES, "children"),
    "map": Output(Id.CITY_MAP_GRAPH, "figure"),
    "map_caption": Output(Id.CITY_MAP_CAPTION, "children"),
    "map_table": Output(Id.CITY_MAP_TABLE, "children"),
    "timeline": Output(Id.TIMELINE_GRAPH, "figure"),
    "timeline_caption": Output(Id.TIMELINE_CAPTION, "children"),
    "timeline_table": Output(Id.TIMELINE_TABLE, "children"),
    "empty": Output(Id.TIMELINE_EMPTY, "children"),
    "no_records": Output(Id.TIMELINE_EMPTY, "hidden"),
    "evidence": Output(Id.EVIDENCE, "children"),
    "no_evidence": Output(Id.EVIDENCE, "hidden"),
    "detail": Output(Id.DETAIL, "children"),
    "no_detail": Output(Id.DETAIL, "hidden"),
    "answer": Output(Id.ANSWER, "data"),
}


def register(app: Dash, repository: Repository, setting: Setting) -> None:
    """Wire the overview: browser → request → answer → browser."""
    app.clientside_callback(  # type: ignore[no-untyped-call]
        ClientsideFunction("hub", "begin"), Output(Id.REQUEST, "data"), Input(Id.FIGURES, "id")
    )
    app.clientside_callback(  # type: ignore[no-untyped-call]
        ClientsideFunction("hub", "shown"),
        Output(Id.SHOWN, "data"),
        Input(Id.ANSWER, "data"),
        prevent_initial_call=True,
    )

    @app.callback(
        output=OUTPUTS, inputs={"data": Input(Id.REQUEST, "data")}, prevent_initial_call=True
    )
    def show(data: Any) -> dict[str, Any]:
        request = read_request(data)
        try:
            with repository.one_moment() as moment:
                return _answer(moment, request, setting)
        except DatabaseUnavailable as error:
            return _failed(error, request)


def _answer(repository: Repository, request: Request, setting: Setting) -> dict[str, Any]:
    view = read_view(request.query, repository.vocabulary(), setting.profile)
    asked = repository.overview(view.filters, view.show)
    evidence = evidence_outputs(repository, view)
    return (
        _words(view, asked, evidence.ignored)
        | {"evidence": evidence.children, "no_evidence": evidence.hidden}
        | _pictures(request, view, asked, setting)
        | _answered(request, view, asked)
    )


def _words(view: View, asked: Overview, more: tuple[Ignored, ...]) -> dict[str, Any]:
    """What is read: scope, notices, labels, cards, details."""
    filters, reference = view.filters, asked.reference
    ignored = (*view.ignored, *more)
    if view.show and not asked.detail:
        ignored = (*ignored, Ignored("show", ":".join(view.show), "there is no such record"))
    return {
        "scope": scope(asked.scope, filters, reference, view.profile),
        "notice": ignored_notice(ignored),
        "active": active_filters(filters, reference),
        "period_label": words.period_label(filters),
        "more_label": words.more_label(filters),
        "kosovo": country_name("XK", view.profile),
        "credits": credit_lines(view.profile),
        "figures": _cards(view, asked),
        "detail": detail(asked.detail, view.profile) if asked.detail else [],
        "no_detail": asked.detail is None,
    }


def _cards(view: View, asked: Overview) -> list[Any]:
    said = {
        figure.indicator.id: figure_sentence(
            figure, view.filters, asked.reference, view.profile
        ).text
        for figure in asked.figures
    }
    published = frozenset(asked.reference.published)
    return [*cards(asked.figures, asked.trends, asked.scope, published, said)]


def _pictures(request: Request, view: View, asked: Overview, setting: Setting) -> dict[str, Any]:
    """What is looked at: map and timeline, with their captions and tables."""
    filters, reference, times = view.filters, asked.reference, asked.timeline
    city = asked.detail if isinstance(asked.detail, CityDetail) else None
    stamp, figures = {"turn": request.turn}, lane_figures(reference, filters)
    drawn_map = city_map.city_map(
        asked.city_marks,
        filters.countries,
        request.map,
        setting.boundaries_url,
        profile=view.profile,
        selected=city.id if city else None,
        links=tuple((provider, city.id) for provider in city.providers) if city else (),
    ).update_layout(meta=stamp)
    drawn_timeline = timeline.timeline(
        times.lanes,
        times.marks,
        times.months,
        reference.dataset.as_of,
        times.first,
        times.last,
        request.timeline,
        figures=figures,
    ).update_layout(meta=stamp)
    empty = asked.scope.activities + asked.scope.support == 0 and times.marks.empty
    return {
        "map": drawn_map,
        "map_caption": map_said(asked.city_marks, filters.countries, view.profile).text,
        "map_table": table(city_table(asked.city_marks, view.profile)) if request.tables else [],
        "timeline": drawn_timeline,
        "timeline_caption": timeline_said(
            times.lanes, times.marks, times.months, times.first, times.last
        ).text,
        "timeline_table": table(timeline_table(times.marks, times.months, figures))
        if request.tables
        else [],
        "empty": empty_timeline(filters, reference, view.profile) if empty else [],
        "no_records": not empty,
    }


def _answered(request: Request, view: View, asked: Overview) -> dict[str, Any]:
    """What the browser marks the page with, once everything is drawn."""
    title = words.page_title(view.filters, asked.reference, view.profile)
    return {"answer": {"turn": request.turn, "filter": view.query, "title": title}}


def _failed(error: DatabaseUnavailable, request: Request) -> dict[str, Any]:
    """Keep what is shown, say what is wrong, and let the browser ask again."""
    kept: dict[str, Any] = dict.fromkeys(OUTPUTS, no_update)
    failed = {"turn": request.turn, "failed": True}
    return kept | {"notice": failure_notice(error.sentence), "answer": failed}
