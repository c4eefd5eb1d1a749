"""JSON API under ``/api/v1``, which the page uses, too."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import PurePosixPath, PureWindowsPath
from typing import TypeVar, cast

from flask import Blueprint, Response, g, jsonify, request
from werkzeug.datastructures import FileStorage

from desktop_cvae import __version__
from desktop_cvae.core.checked_json import printable
from desktop_cvae.core.errors import ArchiveProblem, DamagedArchive
from desktop_cvae.core.language import tr
from desktop_cvae.inference.opened_model import OpenedModel
from desktop_cvae.library.archive_entries import WEB, ArchiveEntry
from desktop_cvae.library.reading_archive import Archive
from desktop_cvae.pictures.file_formats import FORMATS
from desktop_cvae.pictures.noise import KINDS
from desktop_cvae.pictures.picture_files import MAX_PIXELS
from desktop_cvae.web import answers
from desktop_cvae.web.admission import Guard
from desktop_cvae.web.answers import ApiReply, Json, Upload
from desktop_cvae.web.api_errors import ApiError
from desktop_cvae.web.api_requests import (
    BatchRequest,
    DecodeRequest,
    MapRequest,
    NumberRequest,
    ReadRequest,
    SamplesRequest,
    read_fields,
    read_json,
    require,
)
from desktop_cvae.web.api_responses import BatchItem, BatchResponse, ErrorDetail, ReadingResponse
from desktop_cvae.web.engine_pool import EnginePool, Visitor
from desktop_cvae.web.limits import MAX_BATCH, MAX_NAME_LENGTH, MAX_PICTURE_BYTES
from desktop_cvae.web.model_cache import ModelCache
from desktop_cvae.web.openapi import PREFIX, describe_api
from desktop_cvae.web.page_texts import page_texts

T = TypeVar("T")


@dataclass
class Service:
    """State of a server, shared by its requests.

    Attributes:
        pool: the threads that answer.
        models: the models that visitors may choose.
        guard: admission of requests.
        archive: where readings are kept; None if the archive is closed.
        answered: number of answers since the start.
    """

    pool: EnginePool
    models: ModelCache
    guard: Guard
    archive: Archive | None = None
    answered: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def ask(self, name: str, job: Callable[[OpenedModel], T]) -> T:
        """Run a job with the model of that name on a thread of the pool; return its result."""
        answer = self.pool.ask(self.models.find(name), job, self.visitor())
        with self._lock:
            self.answered += 1
        return answer

    def visitor(self) -> Visitor:
        """Return who sent the current request."""
        return Visitor(request.remote_addr or "", self.guard.session_of(request))

    def keep(self, entry: ArchiveEntry | None, replaced: int = 0) -> int | None:
        """Archive an entry, perhaps in place of an earlier one of this page; return its number."""
        if entry is None or self.archive is None:
            return None
        if replaced and self._is_ours(replaced) and self.archive.update(replaced, entry):
            return replaced
        try:
            return self.archive.add(entry)
        except DamagedArchive:
            # The damaged archive was set aside; the entry goes into a new one.
            return self.archive.add(entry)

    def _is_ours(self, number: int) -> bool:
        assert self.archive is not None
        return any(found.source == WEB for found in self.archive.summaries([number]))


def api_blueprint(service: Service) -> Blueprint:
    """Return all routes except the archive's."""
    api = Blueprint("api", __name__, url_prefix=PREFIX)
    add_routes(
        api,
        service,
        ("/status", _status, "GET"),
        ("/models", _models, "GET"),
        ("/read", _read, "POST"),
        ("/read/batch", _read_batch, "POST"),
        ("/number", _number, "POST"),
        ("/samples", _samples, "POST"),
        ("/map", _map, "GET"),
        ("/decode", _decode, "POST"),
    )
    for name, body in (("texts", _texts), ("openapi.json", describe_api)):
        api.add_url_rule(f"/{name}", name.partition(".")[0], body, provide_automatic_options=False)
    return api


def add_routes(
    blueprint: Blueprint, service: Service, *routes: tuple[str, Callable[..., Response], str]
) -> None:
    """Add routes whose views take the service first, each an address, a view and a method."""
    for rule, view, method in routes:
        blueprint.add_url_rule(
            rule,
            view.__name__.strip("_"),
            partial(view, service),
            methods=[method],
            # Flask would answer OPTIONS by itself, past the list of methods that are allowed here.
            provide_automatic_options=False,
        )


def _status(service: Service) -> Response:
    noise = {"least": 0, "most": 1, "default": 0.3}
    body: Json = {
        "version": __version__,
        "models": service.models.describe(),
        "noise": [{"kind": kind.replace(" ", "-"), "title": tr(kind), **noise} for kind in KINDS],
        "kinds": list(FORMATS),
        "limits": {"bytes": MAX_PICTURE_BYTES, "pixels": MAX_PIXELS, "pictures": 1},
        "has_archive": service.archive is not None,
    }
    response = Response(mimetype="application/json")
    session = service.guard.open_session(response, request)
    response.set_data(jsonify({**body, "csrf": service.guard.csrf_of(session)}).get_data())
    return response


def _texts() -> Json:
    return {"language": g.language, "texts": page_texts()}


def _models(service: Service) -> Response:
    return jsonify({"models": service.models.describe()})


def _read(service: Service) -> Response:
    service.pool.require_room(service.visitor())
    fields, upload = _form(ReadRequest), _upload()
    _require_token_to_keep(service, fields)
    reply = service.ask(fields.model, partial(answers.read_digit, upload, fields))
    return _archived(service, reply, fields.entry)


def _read_batch(service: Service) -> Response:
    """Read picture after picture, each a job of its own: other visitors take turns in between."""
    service.pool.require_room(service.visitor())
    fields, uploads = _form(BatchRequest), _uploads(MAX_BATCH)
    wanted = ReadRequest(
        model=fields.model,
        refuse=fields.refuse,
        preparation=fields.preparation,
        pictures=fields.pictures,
    )
    response: BatchResponse = {"readings": [_batch_item(service, one, wanted) for one in uploads]}
    return jsonify(response)


def _batch_item(service: Service, upload: Upload, wanted: ReadRequest) -> BatchItem:
    try:
        reply = service.ask(wanted.model, partial(answers.read_digit, upload, wanted))
    except ApiError as error:
        detail: ErrorDetail = {"kind": error.kind, "message": error.message}
        return {"name": upload.name, "reading": None, "error": detail}
    reading = cast(ReadingResponse, reply.json)
    return {"name": upload.name, "reading": reading, "error": None}


def _number(service: Service) -> Response:
    service.pool.require_room(service.visitor())
    fields, upload = _form(NumberRequest), _upload()
    _require_token_to_keep(service, fields)
    reply = service.ask(fields.model, partial(answers.read_number, upload, fields))
    return _archived(service, reply)


def _require_token_to_keep(service: Service, fields: ReadRequest | NumberRequest) -> None:
    if fields.keep:
        service.guard.require_token(request)


def _archived(service: Service, reply: ApiReply, replaced: int = 0) -> Response:
    """Return an answer, after its entry has been archived if the visitor asked for that."""
    if reply.entry is None:
        return jsonify(reply.json)
    try:
        entry, warning = service.keep(reply.entry, replaced), None
    except ArchiveProblem as problem:
        # The reading is useful without the archive, too.
        entry, warning = None, problem.sentence
    return jsonify({**reply.json, "entry": entry, "archive_warning": warning})


def _samples(service: Service) -> Response:
    fields = read_json(SamplesRequest, _body())
    return jsonify(service.ask(fields.model, partial(answers.generate_samples, fields)))


def _map(service: Service) -> Response:
    return jsonify(service.ask(query(MapRequest).model, answers.latent_map))


def _decode(service: Service) -> Response:
    fields = read_json(DecodeRequest, _body())
    return jsonify(service.ask(fields.model, partial(answers.decode_point, fields)))


def query(cls: type[T]) -> T:
    """Read a request from the address of the current one."""
    return read_fields(cls, dict(request.args.lists()))


def _form(cls: type[T]) -> T:
    require(not request.args, tr("Send the fields in the form, not in the address."))
    return read_fields(cls, dict(request.form.lists()))


def _body() -> bytes:
    if request.mimetype != "application/json":
        sentence = tr("Send the request as JSON (Content-Type: application/json).")
        raise ApiError(415, "not_json", sentence)
    return request.get_data()


def _upload() -> Upload:
    """Return the picture of the form.

    Raises:
        UsageError: there is no picture, or more than one.
        ApiError: the picture is too large.
    """
    files = dict(request.files.lists())
    pictures = files.pop("picture", [])
    require(len(pictures) == 1 and not files, tr("Send one picture, in the field “picture”."))
    return _upload_of(pictures[0])


def _uploads(most: int) -> list[Upload]:
    """Return the pictures of the form, as :func:`_upload` does one."""
    files = dict(request.files.lists())
    pictures = files.pop("picture", [])
    is_fit = 1 <= len(pictures) <= most and not files
    require(is_fit, tr("Send one to {most} pictures, all in the field “picture”.", most=most))
    return [_upload_of(picture) for picture in pictures]


def _upload_of(picture: FileStorage) -> Upload:
    data = picture.read(MAX_PICTURE_BYTES + 1)
    if len(data) > MAX_PICTURE_BYTES:
        raise too_large()
    return Upload(data, _display_name(picture.filename or ""))


def _display_name(name: str) -> str:
    """Return the last part of a visitor's file name, on one line."""
    last = PurePosixPath(PureWindowsPath(name).as_posix()).name
    return "" if last == "blob" else printable(last, MAX_NAME_LENGTH)


def too_large() -> ApiError:
    """Return the error for a request that is too large."""
    limit = MAX_PICTURE_BYTES // 1_000_000
    sentence = tr("A picture may have at most {limit} MB.", limit=limit)
    return ApiError(413, "too_large", sentence)
