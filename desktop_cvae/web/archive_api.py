"""The archive over the API: the same file as the window's, searched, shown, removed, downloaded."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from flask import Blueprint, Response, jsonify, request

from desktop_cvae.core.errors import UsageError
from desktop_cvae.core.language import tr
from desktop_cvae.core.tasks import result_of
from desktop_cvae.library.archive_entries import ArchiveSummary, Query
from desktop_cvae.library.archive_export import entry_json, table_bytes
from desktop_cvae.web.answers import data_url
from desktop_cvae.web.api import PREFIX, Service, archive_of
from desktop_cvae.web.refusals import Refusal
from desktop_cvae.web.wishes import MOST_EXPORTED, ArchiveWish, ExportWish, read_fields

_MIME = {"csv": "text/csv; charset=utf-8", "jsonl": "application/jsonl; charset=utf-8"}


def archive_blueprint(service: Service) -> Blueprint:
    """The archive's routes."""
    api = Blueprint("archive", __name__, url_prefix=f"{PREFIX}/archive")
    for rule, view, method in (
        ("", _search, "GET"),
        ("/export", _export, "GET"),
        ("/<int:number>", _show, "GET"),
        ("/<int:number>", _remove, "DELETE"),
    ):
        api.add_url_rule(
            rule,
            view.__name__.strip("_"),
            partial(view, service),
            methods=[method],
            provide_automatic_options=False,
        )
    return api


def _query(wish: ArchiveWish) -> Query:
    return Query(
        text=wish.text,
        label=wish.label or None,
        verdict=wish.verdict or None,
        starred=wish.starred or None,
        limit=wish.limit,
        offset=wish.offset,
    )


def _search(service: Service) -> Response:
    archive = archive_of(service)
    query = _query(read_fields(ArchiveWish, dict(request.args.lists())))
    entries = [_summary(entry) for entry in archive.search(query)]
    return jsonify({"total": archive.count(query), "entries": entries})


def _summary(entry: ArchiveSummary) -> dict[str, Any]:
    return {
        "id": entry.id,
        "kept_at": entry.kept_at.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "text": entry.text,
        "given_label": entry.given_label,
        "verdict": entry.verdict,
        "probability": round(entry.probability, 6),
        "model": entry.model,
        "source": entry.source,
        "name": entry.name,
        "note": entry.note,
        "is_starred": entry.is_starred,
        "is_number": entry.is_number,
        "image": data_url(entry.image),
    }


def _show(service: Service, number: int) -> Response:
    archive = archive_of(service)
    try:
        entry = archive.get(number)
    except UsageError as error:
        raise Refusal(404, "no_entry", error.sentence) from error
    said = entry_json(entry)
    for name in ("image", "noisy", "reconstruction"):
        pixels = getattr(entry, name)
        said[name] = None if pixels is None else data_url(pixels)
    return jsonify(said)


def _remove(service: Service, number: int) -> Response:
    if not archive_of(service).remove([number]):
        sentence = tr("There is no entry {number} in the archive.", number=number)
        raise Refusal(404, "no_entry", sentence)
    return jsonify({"removed": number})


def _export(service: Service) -> Response:
    """What a search finds as a file, whole, whatever page of it is shown."""
    archive = archive_of(service)
    wish = read_fields(ExportWish, dict(request.args.lists()))
    numbers = archive.ids(replace(_query(wish), limit=MOST_EXPORTED, offset=0))
    data = result_of(table_bytes(archive, numbers, wish.format))
    response = Response(data, content_type=_MIME[wish.format])
    response.headers["Content-Disposition"] = f'attachment; filename="archive.{wish.format}"'
    return response
