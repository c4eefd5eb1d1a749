"""The Flask application: the page's files, the API, and an answer in words for every fault."""

from __future__ import annotations

import hashlib
import io
import logging
import mimetypes
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any

from flask import Flask, Request, g, redirect, request
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge
from werkzeug.wrappers import Response

from desktop_cvae.core.errors import DesktopCvaeError
from desktop_cvae.core.language import Speech, mark, speak_here, tr
from desktop_cvae.core.paths import resources_dir
from desktop_cvae.web.api import (
    MOST_PICTURE_BYTES,
    Service,
    api_blueprint,
    json_of,
    too_large,
)
from desktop_cvae.web.archive_api import archive_blueprint
from desktop_cvae.web.guard import API, HEADERS, add_headers
from desktop_cvae.web.refusals import Refusal, error_json, refusal_of

PAGE = Path(__file__).with_name("page")
MOST_REQUEST_BYTES = MOST_PICTURE_BYTES + 100_000
"""A picture and the form around it."""
MOST_PARTS = 20
_TYPES = {".js": "text/javascript", ".mjs": "text/javascript", ".svg": "image/svg+xml"}
_SENTENCES = {
    400: mark("The request makes no sense."),
    404: mark("There is nothing at this address."),
    405: mark("This address cannot be asked that way."),
}
_log = logging.getLogger(__name__)


class _BoundedRequest(Request):
    """Uploads stay in memory: they are bounded, and none ever becomes a file."""

    max_form_parts = MOST_PARTS

    def _get_file_stream(
        self,
        total_content_length: int | None,
        content_type: str | None,
        filename: str | None = None,
        content_length: int | None = None,
    ) -> IO[bytes]:
        return io.BytesIO()


def make_app(service: Service, languages: Mapping[str, Speech], spoken: str) -> Flask:
    """The application.

    Args:
        service: what answers.
        languages: that visitors may wish for, by their codes.
        spoken: the server's own language, a key of ``languages``.
    """
    app = Flask(__name__, static_folder=None, template_folder=None)
    app.request_class = _BoundedRequest
    app.config["MAX_CONTENT_LENGTH"] = MOST_REQUEST_BYTES
    app.url_map.strict_slashes = False
    app.register_blueprint(api_blueprint(service))
    app.register_blueprint(archive_blueprint(service))
    icons = page_files(resources_dir() / "icons")
    files = page_files(PAGE) | {f"icons/{name}": file for name, file in icons.items()}

    @app.before_request
    def _begin() -> Response | None:
        wish = request.accept_languages.best_match(list(languages)) or spoken
        g.language = wish
        speak_here(languages.get(wish))
        token = request.args.get("token", "")
        if request.path == "/" and request.method == "GET" and service.guard.knows_token(token):
            response = redirect("/", 303)
            service.guard.remember_token(response)
            return response
        service.guard.check(request)
        return None

    @app.route("/", defaults={"name": "index.html"}, provide_automatic_options=False)
    @app.route("/<path:name>", provide_automatic_options=False)
    def _file(name: str) -> Response:
        # From a list that was made at the start: no path of a visitor's ever reaches the disk.
        if name not in files:
            raise Refusal(404, "not_found", tr(_SENTENCES[404]))
        return _file_response(files[name])

    # The thread serves others after this one.
    app.teardown_request(lambda _: speak_here(None))
    app.after_request(lambda response: add_headers(HEADERS, response))
    app.register_error_handler(Refusal, _refuse)
    app.register_error_handler(DesktopCvaeError, lambda error: _refuse(refusal_of(error)))
    app.register_error_handler(HTTPException, _refuse_http)
    app.register_error_handler(Exception, _fail)
    return app


def page_files(folder: Path) -> dict[str, Path]:
    """The page's files by their addresses."""
    return {
        file.relative_to(folder).as_posix(): file for file in folder.rglob("*") if file.is_file()
    }


def _file_response(file: Path) -> Response:
    data = file.read_bytes()
    kind = _TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0]
    response = Response(data, mimetype=kind or "application/octet-stream")
    response.headers["Cache-Control"] = "no-cache"
    response.set_etag(hashlib.sha256(data).hexdigest()[:32])
    return response.make_conditional(request)


def _refuse(refusal: Refusal) -> Response:
    if request.path.startswith(API):
        response: Response = json_of(error_json(refusal.kind, refusal.message), refusal.status)
    else:
        text = f"{refusal.message}\n"
        response = Response(text, refusal.status, content_type="text/plain; charset=utf-8")
    response.headers.update(refusal.headers)
    return response


def _refuse_http(error: HTTPException) -> Response:
    if isinstance(error, RequestEntityTooLarge):
        is_long = (request.content_length or 0) > MOST_REQUEST_BYTES
        sentence = tr("The form has too many fields, or too long ones.")
        return _refuse(too_large() if is_long else Refusal(413, "too_large", sentence))
    status = error.code or 500
    kind = {404: "not_found", 405: "method"}.get(status, "bad_request")
    headers: dict[str, str] = {}
    allowed: Any = getattr(error, "valid_methods", None)
    if allowed:
        headers["Allow"] = ", ".join(sorted(allowed))
    known = _SENTENCES.get(status) or _SENTENCES[400]
    return _refuse(Refusal(status, kind, tr(known), headers))


def _fail(error: Exception) -> Response:
    # The visitor reads one sentence, the owner's terminal what happened.
    _log.error("A request failed", exc_info=error)
    sentence = tr("Something went wrong here; please try again.")
    return _refuse(Refusal(500, "internal", sentence))
