"""The JSON API under ``/api/v1``, which the page itself uses."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any, TypeVar

from flask import Blueprint, Response, g, jsonify, request

from desktop_cvae import __version__
from desktop_cvae.core.checked_json import printable
from desktop_cvae.core.errors import ArchiveProblem, DamagedArchive
from desktop_cvae.core.language import tr
from desktop_cvae.inference.opened_model import OpenedModel
from desktop_cvae.library.archive import Archive
from desktop_cvae.library.archive_entries import WEB, ArchiveEntry
from desktop_cvae.pictures.noise import KINDS
from desktop_cvae.pictures.picture_files import FORMATS, MAX_PIXELS
from desktop_cvae.web import answers
from desktop_cvae.web.answers import Json, Said, Upload
from desktop_cvae.web.engine_pool import EnginePool
from desktop_cvae.web.guard import Guard
from desktop_cvae.web.models import ModelShelf
from desktop_cvae.web.openapi import describe_api
from desktop_cvae.web.page_texts import page_texts
from desktop_cvae.web.refusals import Refusal
from desktop_cvae.web.wishes import (
    MapWish,
    NumberWish,
    PlaceWish,
    ReadWish,
    SamplesWish,
    read_fields,
    read_json,
    require,
)

PREFIX = "/api/v1"
MOST_PICTURE_BYTES = 20_000_000
MOST_NAME_LETTERS = 120
T = TypeVar("T")


@dataclass
class Service:
    """What answers.

    Attributes:
        pool: of engines.
        shelf: of models.
        guard: says who may ask.
        archive: where readings are kept; None where it is closed.
        languages: that the texts are in, by their codes.
    """

    pool: EnginePool
    shelf: ModelShelf
    guard: Guard
    archive: Archive | None = None
    answered: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def ask(self, name: str, job: Callable[[OpenedModel], T]) -> T:
        """What a job makes of the model of that name."""
        answer = self.pool.ask(self.shelf.find(name), job)
        with self._lock:
            self.answered += 1
        return answer

    def keep(self, entry: ArchiveEntry | None, replaced: int = 0) -> int | None:
        """Keep an entry, or put it in place of an earlier one of this page; its number."""
        if entry is None or self.archive is None:
            return None
        if replaced and self._is_ours(replaced) and self.archive.update(replaced, entry):
            return replaced
        try:
            return self.archive.add(entry)
        except DamagedArchive:
            # It is set aside; a new one takes what comes.
            return self.archive.add(entry)

    def _is_ours(self, number: int) -> bool:
        assert self.archive is not None
        return any(found.source == WEB for found in self.archive.summaries([number]))


def api_blueprint(service: Service) -> Blueprint:
    """All routes but the archive's."""
    api = Blueprint("api", __name__, url_prefix=PREFIX)
    for rule, view, method in (
        ("/status", _status, "GET"),
        ("/models", _models, "GET"),
        ("/read", _read, "POST"),
        ("/number", _number, "POST"),
        ("/samples", _samples, "POST"),
        ("/map", _map, "GET"),
        ("/decode", _decode, "POST"),
    ):
        api.add_url_rule(
            rule,
            view.__name__.strip("_"),
            partial(view, service),
            methods=[method],
            provide_automatic_options=False,
        )
    for name, body in (("texts", _texts), ("openapi.json", describe_api)):
        api.add_url_rule(f"/{name}", name.partition(".")[0], body, provide_automatic_options=False)
    return api


def _status(service: Service) -> Response:
    noise = {"least": 0, "most": 1, "default": 0.3}
    body: Json = {
        "version": __version__,
        "models": service.shelf.describe(),
        "noise": [{"kind": kind.replace(" ", "-"), "title": tr(kind), **noise} for kind in KINDS],
        "kinds": list(FORMATS),
        "limits": {"bytes": MOST_PICTURE_BYTES, "pixels": MAX_PIXELS, "pictures": 1},
        "has_archive": service.archive is not None,
    }
    response = Response(mimetype="application/json")
    session = service.guard.open_session(response, request)
    response.set_data(jsonify({**body, "csrf": service.guard.csrf_of(session)}).get_data())
    return response


def _texts() -> Json:
    return {"language": g.language, "texts": page_texts()}


def _models(service: Service) -> Response:
    return jsonify({"models": service.shelf.describe()})


def _read(service: Service) -> Response:
    service.pool.require_room()
    wish, upload = _form(ReadWish), _upload()
    said = service.ask(wish.model, partial(answers.read_digit, upload, wish))
    return _kept(service, said, wish.entry)


def _number(service: Service) -> Response:
    service.pool.require_room()
    wish, upload = _form(NumberWish), _upload()
    return _kept(service, service.ask(wish.model, partial(answers.read_number, upload, wish)))


def _kept(service: Service, said: Said, replaced: int = 0) -> Response:
    try:
        entry, warning = service.keep(said.entry, replaced), None
    except ArchiveProblem as problem:
        # The picture is read all the same.
        entry, warning = None, problem.sentence
    kept: Json = {} if said.entry is None else {"entry": entry, "archive_warning": warning}
    return jsonify({**said.json, **kept})


def _samples(service: Service) -> Response:
    wish = read_json(SamplesWish, _body())
    return jsonify(service.ask(wish.model, partial(answers.write_samples, wish)))


def _map(service: Service) -> Response:
    wish = _query(MapWish)
    return jsonify(service.ask(wish.model, answers.show_map))


def _decode(service: Service) -> Response:
    wish = read_json(PlaceWish, _body())
    return jsonify(service.ask(wish.model, partial(answers.decode_place, wish)))


def _query(cls: type[T]) -> T:
    return read_fields(cls, dict(request.args.lists()))


def _form(cls: type[T]) -> T:
    require(not request.args, tr("The fields belong into the form, not into the address."))
    return read_fields(cls, dict(request.form.lists()))


def _body() -> bytes:
    if request.mimetype != "application/json":
        sentence = tr("The request should be JSON (Content-Type: application/json).")
        raise Refusal(415, "not_json", sentence)
    return request.get_data()


def _upload() -> Upload:
    """The one picture of a form.

    Raises:
        UsageError: there is none, or more than one.
        Refusal: it is too large.
    """
    files = dict(request.files.lists())
    pictures = files.pop("picture", [])
    require(len(pictures) == 1 and not files, tr("Send one picture, in the field “picture”."))
    data = pictures[0].read(MOST_PICTURE_BYTES + 1)
    if len(data) > MOST_PICTURE_BYTES:
        raise too_large()
    return Upload(data, _shown(pictures[0].filename or ""))


def _shown(name: str) -> str:
    """A visitor's name of a file, to be shown: its last part, on one line."""
    last = PurePosixPath(PureWindowsPath(name).as_posix()).name
    return "" if last == "blob" else printable(last, MOST_NAME_LETTERS)


def too_large() -> Refusal:
    """Of a request that is too long."""
    limit = MOST_PICTURE_BYTES // 1_000_000
    sentence = tr("A picture may have {limit} MB at most.", limit=limit)
    return Refusal(413, "too_large", sentence)


def archive_of(service: Service) -> Archive:
    """The archive.

    Raises:
        Refusal: it is closed.
    """
    if service.archive is None:
        raise Refusal(404, "no_archive", tr("The archive is not open on this server."))
    return service.archive


def json_of(body: Any, status: int = 200) -> Response:
    """A body as JSON."""
    response = jsonify(body)
    response.status_code = status
    return response
