"""The wires of every page that is read like a document: one request in, all of it out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, no_update

from callbacks.evidence import evidence_outputs
from callbacks.pages import Asked, Content, Page
from callbacks.requests import Request, View, read_request, read_view
from callbacks.setting import Setting
from data.errors import DatabaseUnavailable
from data.geography import country_name
from data.repository import Repository
from layouts import words
from layouts.ids import Id
from layouts.parts.active_filters import active_filters
from layouts.parts.footer import credit_lines
from layouts.parts.notice import failure_notice, ignored_notice
from layouts.parts.scope import scope

FindPage = Callable[[str], tuple[Page, dict[str, str]] | None]


def _also(component: Id, prop: str = "children") -> Output:
    """Name a part of the shell, which the overview's wires fill as well."""
    return Output(component, prop, allow_duplicate=True)


OUTPUTS = {
    "scope": _also(Id.SCOPE),
    "notice": _also(Id.NOTICE),
    "active": _also(Id.ACTIVE_FILTERS),
    "period_label": _also(Id.PERIOD_LABEL),
    "more_label": _also(Id.MORE_LABEL),
    "kosovo": _also(Id.KOSOVO_NAME),
    "credits": _also(Id.CREDITS),
    "evidence": _also(Id.EVIDENCE),
    "no_evidence": _also(Id.EVIDENCE, "hidden"),
    "content": Output(Id.DOCUMENT, "children"),
    "answer": Output(Id.DOCUMENT_ANSWER, "data"),
}


def register(app: Dash, repository: Repository, setting: Setting, find_page: FindPage) -> None:
    """Wire the documents: browser → request → answer → browser."""
    app.clientside_callback(  # type: ignore[no-untyped-call]
        ClientsideFunction("hub", "begin"),
        Output(Id.DOCUMENT_REQUEST, "data"),
        Input(Id.DOCUMENT, "id"),
    )
    app.clientside_callback(  # type: ignore[no-untyped-call]
        ClientsideFunction("hub", "shown"),
        Output(Id.DOCUMENT_SHOWN, "data"),
        Input(Id.DOCUMENT_ANSWER, "data"),
        prevent_initial_call=True,
    )

    @app.callback(
        output=OUTPUTS,
        inputs={"data": Input(Id.DOCUMENT_REQUEST, "data")},
        prevent_initial_call=True,
    )
    def show(data: Any) -> dict[str, Any]:
        request = read_request(data)
        try:
            with repository.one_moment() as moment:
                return _answer(moment, request, setting, find_page)
        except DatabaseUnavailable as error:
            return _failed(error, request)


def _answer(
    repository: Repository, request: Request, setting: Setting, find_page: FindPage
) -> dict[str, Any]:
    view = read_view(request.query, repository.vocabulary(), setting.profile)
    found = find_page(request.path)
    if found is None or found[0].answer is None:
        return dict.fromkeys(OUTPUTS, no_update)
    page, names = found
    assert page.answer is not None
    content = page.answer(Asked(repository, request, view, setting, names))
    evidence = evidence_outputs(repository, view)
    return (
        _around(repository, view, content)
        | {"notice": ignored_notice((*view.ignored, *content.ignored, *evidence.ignored))}
        | {"evidence": evidence.children, "no_evidence": evidence.hidden}
        | {"content": content.parts, "answer": _answered(request, view, content)}
    )


def _around(repository: Repository, view: View, content: Content) -> dict[str, Any]:
    """What stands around a document: the filter in words, labels, credits."""
    filters, reference = view.filters, repository.reference()
    return {
        "scope": scope(repository.scope(filters), filters, reference, view.profile),
        "active": active_filters(filters, reference),
        "period_label": words.period_label(filters),
        "more_label": words.more_label(filters),
        "kosovo": country_name("XK", view.profile),
        "credits": credit_lines(view.profile, has_map=content.has_map),
    }


def _answered(request: Request, view: View, content: Content) -> dict[str, Any]:
    title = f"{content.title} · {words.PRODUCT} dashboard"
    return {"turn": request.turn, "filter": view.query, "title": title}


def _failed(error: DatabaseUnavailable, request: Request) -> dict[str, Any]:
    """Keep what is shown, say what is wrong, and let the browser ask again."""
    kept: dict[str, Any] = dict.fromkeys(OUTPUTS, no_update)
    failed = {"turn": request.turn, "failed": True}
    return kept | {"notice": failure_notice(error.sentence), "answer": failed}
