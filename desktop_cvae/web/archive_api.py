"""Archive over the API: search, show, remove and download entries of the window's own archive.

Tested in tests/web/test_uploads.py.
"""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, Response, jsonify, request

from desktop_cvae.core.errors import UsageError
from desktop_cvae.core.language import tr
from desktop_cvae.core.tasks import result_of
from desktop_cvae.library.archive_entries import ArchiveSummary, Query
from desktop_cvae.library.archive_export import entry_fields, table_bytes
from desktop_cvae.library.reading_archive import Archive
from desktop_cvae.pictures.contact_sheets import data_url
from desktop_cvae.web.api import Service, add_routes, query
from desktop_cvae.web.api_errors import ApiError
from desktop_cvae.web.api_requests import ArchiveRequest, ExportRequest
from desktop_cvae.web.api_responses import EntriesResponse, EntryResponse, EntrySummary
from desktop_cvae.web.limits import MAX_EXPORTED
from desktop_cvae.web.openapi import PREFIX

_MIME = {"csv": "text/csv; charset=utf-8", "jsonl": "application/jsonl; charset=utf-8"}


def archive_blueprint(service: Service) -> Blueprint:
    """Return the archive's routes."""
    api = Blueprint("archive", __name__, url_prefix=f"{PREFIX}/archive")
    add_routes(
        api,
        service,
        ("", _search, "GET"),
        ("/export", _export, "GET"),
        ("/<int:number>", _show, "GET"),
        ("/<int:number>", _remove, "DELETE"),
    )
    return api


def _archive_of(service: Service) -> Archive:
    if service.archive is None:
        raise ApiError(404, "no_archive", tr("The archive is not open on this server."))
    return service.archive


def _search_of(fields: ArchiveRequest) -> Query:
    return Query(
        text=fields.text,
        label=fields.label or None,
        verdict=fields.verdict or None,
        starred=fields.starred or None,
        limit=fields.limit,
        offset=fields.offset,
    )


def _search(service: Service) -> Response:
    archive = _archive_of(service)
    search = _search_of(query(ArchiveRequest))
    entries = [_summary(entry) for entry in archive.search(search)]
    response: EntriesResponse = {"total": archive.count(search), "entries": entries}
    return jsonify(response)


def _summary(entry: ArchiveSummary) -> EntrySummary:
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
    archive = _archive_of(service)
    try:
        entry = archive.get(number)
    except UsageError as error:
        raise ApiError(404, "no_entry", error.sentence) from error
    response: EntryResponse = {
        **entry_fields(entry),
        "image": data_url(entry.image),
        "noisy": None if entry.noisy is None else data_url(entry.noisy),
        "reconstruction": None if entry.reconstruction is None else data_url(entry.reconstruction),
    }
    return jsonify(response)


def _remove(service: Service, number: int) -> Response:
    service.guard.require_token(request)
    if not _archive_of(service).remove([number]):
        sentence = tr("There is no entry {number} in the archive.", number=number)
        raise ApiError(404, "no_entry", sentence)
    return jsonify({"removed": number})


def _export(service: Service) -> Response:
    """Return all that a search finds as a file, whatever page of it is shown."""
    archive, fields = _archive_of(service), query(ExportRequest)
    numbers = archive.ids(replace(_search_of(fields), limit=MAX_EXPORTED, offset=0))
    data = result_of(table_bytes(archive, numbers, fields.format))
    response = Response(data, content_type=_MIME[fields.format])
    response.headers["Content-Disposition"] = f'attachment; filename="archive.{fields.format}"'
    return response
