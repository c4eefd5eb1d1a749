"""Flask application: the page's files, the API, and one sentence for every error.

Tested in tests/web/test_api.py.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import logging
import mimetypes
import time
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any

from flask import Flask, Request, g, jsonify, redirect, request
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge
from werkzeug.wrappers import Response

from desktop_cvae.core.checked_json import printable
from desktop_cvae.core.errors import DesktopCvaeError
from desktop_cvae.core.language import Speech, mark, speak_here, tr
from desktop_cvae.core.paths import resources_dir
from desktop_cvae.web.admission import API, add_headers
from desktop_cvae.web.api import (
    Service,
    api_blueprint,
    too_large,
)
from desktop_cvae.web.api_errors import ApiError, ErrorKind, api_error_of
from desktop_cvae.web.archive_api import archive_blueprint
from desktop_cvae.web.limits import MAX_LENGTH, MAX_PARTS, MAX_REQUEST_BYTES
from desktop_cvae.web.openapi import PREFIX

PAGE = Path(__file__).with_name("page")
HEALTH = "/healthz"
_TYPES = {
    ".webmanifest": "application/manifest+json",
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".svg": "image/svg+xml",
}
_SHORTEST_PACKED = 1000
"""Bytes of a text below which gzip saves nothing worth its time."""
_NEVER_PACKED = f"{PREFIX}/status"
"""Address of an answer with a secret, whose length must not tell of it (BREACH)."""
_SENTENCES = {
    400: mark("Bad request."),
    404: mark("Page not found."),
    405: mark("Method not allowed."),
}
_log = logging.getLogger(__name__)
access_log = logging.getLogger(f"{__name__}.access")
"""One line for each request, without its query, in which the token may stand."""


class _BoundedRequest(Request):
    """Request whose uploads stay in memory, bounded, and never become files.

    Werkzeug would write those of more than 500 kB to temporary files.
    """

    max_form_parts = MAX_PARTS

    def _get_file_stream(
        self,
        total_content_length: int | None,
        content_type: str | None,
        filename: str | None = None,
        content_length: int | None = None,
    ) -> IO[bytes]:
        return io.BytesIO()


def make_app(service: Service, languages: Mapping[str, Speech], spoken: str) -> Flask:
    """Return the application.

    Args:
        service: the server's state.
        languages: languages that visitors may ask for, by their codes.
        spoken: the server's own language, a key of ``languages``.
    """
    # Flask serves no folder by itself: the page's files are listed below.
    app = Flask(__name__, static_folder=None, template_folder=None)
    app.request_class = _BoundedRequest
    app.config["MAX_CONTENT_LENGTH"] = MAX_REQUEST_BYTES
    # An address with a slash at its end is the same, not a redirection.
    app.url_map.strict_slashes = False
    app.register_blueprint(api_blueprint(service))
    app.register_blueprint(archive_blueprint(service))
    icons = page_files(resources_dir() / "icons")
    files = page_files(PAGE) | {f"icons/{name}": file for name, file in icons.items()}

    @app.before_request
    def _begin() -> Response | None:
        g.begun = time.perf_counter()
        g.language = request.accept_languages.best_match(list(languages)) or spoken
        speak_here(languages.get(g.language))
        if request.path == HEALTH:
            # A probe has no token, and learns nothing but this.
            return None
        token = request.args.get("token", "")
        if request.path == "/" and request.method == "GET" and service.guard.knows_token(token):
            response = redirect("/", 303)
            service.guard.remember_token(response)
            return response
        service.guard.check(request)
        return None

    @app.get(HEALTH, provide_automatic_options=False)
    def _health() -> Response:
        is_well = service.pool.is_alive
        response: Response = jsonify({"status": "ok" if is_well else "failed"})
        response.status_code = 200 if is_well else 503
        return response

    @app.route("/", defaults={"name": "index.html"}, provide_automatic_options=False)
    @app.route("/<path:name>", provide_automatic_options=False)
    def _file(name: str) -> Response:
        # Files are listed when the server starts: no visitor's path ever reaches the disk.
        if name not in files:
            raise ApiError(404, "not_found", tr(_SENTENCES[404]))
        return _file_response(files[name])

    # Waitress' thread serves another visitor next, perhaps in another language.
    app.teardown_request(lambda _: speak_here(None))
    app.after_request(_log_access)
    app.after_request(_pack)
    app.after_request(add_headers)
    app.register_error_handler(ApiError, _error_response)
    app.register_error_handler(DesktopCvaeError, lambda error: _error_response(api_error_of(error)))
    app.register_error_handler(HTTPException, _http_error_response)
    app.register_error_handler(Exception, _fail)
    return app


def page_files(folder: Path) -> dict[str, Path]:
    """Return the page's files by their addresses."""
    return {
        file.relative_to(folder).as_posix(): file for file in folder.rglob("*") if file.is_file()
    }


def _file_response(file: Path) -> Response:
    data = file.read_bytes()
    kind = _TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0]
    response = Response(data, mimetype=kind or "application/octet-stream")
    response.headers["Cache-Control"] = "no-cache"
    # Weak, as it names the packed file, too.
    response.set_etag(hashlib.sha256(data).hexdigest()[:32], weak=True)
    return response.make_conditional(request)


def _pack(response: Response) -> Response:
    """Pack a long text for a browser that can unpack it."""
    kind = response.mimetype or ""
    is_text = kind.startswith("text/") or kind.endswith(("json", "xml", "javascript"))
    if not is_text or response.is_streamed or request.path == _NEVER_PACKED:
        return response
    response.vary.add("Accept-Encoding")
    data = response.get_data()
    if len(data) >= _SHORTEST_PACKED and request.accept_encodings["gzip"] > 0:
        response.set_data(gzip.compress(data, compresslevel=5, mtime=0))
        response.content_encoding = "gzip"
    return response


def _log_access(response: Response) -> Response:
    access_log.info(
        "%s %s %s %d %d B %.0f ms",
        request.remote_addr or "-",
        request.method,
        printable(request.path, MAX_LENGTH),
        response.status_code,
        response.content_length or 0,
        1000 * (time.perf_counter() - g.begun),
    )
    return response


def _error_response(error: ApiError) -> Response:
    if request.path.startswith(API):
        response: Response = jsonify(error.to_json())
        response.status_code = error.status
    else:
        text = f"{error.message}\n"
        response = Response(text, error.status, content_type="text/plain; charset=utf-8")
    response.headers.update(error.headers)
    return response


def _http_error_response(error: HTTPException) -> Response:
    if isinstance(error, RequestEntityTooLarge):
        is_long = (request.content_length or 0) > MAX_REQUEST_BYTES
        sentence = tr("The form has too many fields, or fields that are too long.")
        return _error_response(too_large() if is_long else ApiError(413, "too_large", sentence))
    status = error.code or 500
    kinds: dict[int, ErrorKind] = {404: "not_found", 405: "method"}
    kind = kinds.get(status, "bad_request")
    headers: dict[str, str] = {}
    allowed: Any = getattr(error, "valid_methods", None)
    if allowed:
        headers["Allow"] = ", ".join(sorted(allowed))
    known = _SENTENCES.get(status) or _SENTENCES[400]
    return _error_response(ApiError(status, kind, tr(known), headers))


def _fail(error: Exception) -> Response:
    # The visitor gets one sentence, the server's log the traceback.
    _log.error("A request failed", exc_info=error)
    sentence = tr("Something went wrong on the server; please try again.")
    return _error_response(ApiError(500, "internal", sentence))
