"""Admission of requests (host, token, origin, CSRF token) and security headers of all responses.

A page of another site cannot read our responses, but it could send requests with our cookies or, by
DNS rebinding, make its own name lead to this server. Therefore the name in ``Host`` is checked,
cookies are ``SameSite=Strict``, and requests that change or cost something need a token from our
own page in a header. A client without cookies, ``Origin`` and ``Sec-Fetch-Site`` is a program, not
a browser that another site controls.
"""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import re
import secrets
import socket
import threading
import time
from collections import OrderedDict
from dataclasses import dataclass, field

from werkzeug.wrappers import Request, Response

from desktop_cvae.core.language import tr
from desktop_cvae.core.web_address import is_loopback
from desktop_cvae.web.api_errors import ApiError
from desktop_cvae.web.limits import MAX_VISITORS, VISIT_S

CSRF_HEADER = "X-CSRF-Token"
SAFE_METHODS = ("GET", "HEAD")
API = "/api/"
_COOKIE_AGE_S = 12 * 3600
_HOST = re.compile(r"(?P<name>\[[0-9a-f:.]+\]|[^:\[\]]+)(:(?P<port>[0-9]{1,5}))?")

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
        "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": (
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
        "microphone=(), midi=(), payment=(), usb=()"
    ),
    "Cache-Control": "no-store",
}
"""Headers of every response; the page's own files have another ``Cache-Control``."""


@dataclass
class Guard:
    """Admits requests and counts visitors.

    Attributes:
        host: address that the server is bound to.
        port: port that the server is bound to.
        token: token of the link; "" for none.
        is_private: True if every request must have the token, False if only changes of the archive.
    """

    host: str
    port: int
    token: str = ""
    is_private: bool = True
    _secret: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    _visitors: OrderedDict[str, float] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def session_cookie(self) -> str:
        """Name of the session's cookie; it has the port, as cookies are shared by all ports."""
        return f"desktop_cvae_session_{self.port}"

    @property
    def token_cookie(self) -> str:
        """Name of the cookie that holds the token."""
        return f"desktop_cvae_token_{self.port}"

    def check(self, request: Request) -> None:
        """Admit a request.

        Raises:
            ApiError: 403 for the wrong host or another site's page, 401 without the token.
        """
        if not self._knows_host(request.headers.get("Host", "")):
            raise ApiError(403, "host", tr("Wrong host name; open the server’s own address."))
        is_program = self._bears_token(request)
        if self.is_private:
            self.require_token(request)
        if request.path.startswith(API):
            self._require_own_page(request)
        if request.method not in SAFE_METHODS and not is_program:
            self._require_csrf(request)
        self._count(request)

    def require_token(self, request: Request) -> None:
        """Admit a request that needs the token: other users of this machine do not have it.

        Raises:
            ApiError: 401 without the token.
        """
        if self.token and not self._bears_token(request) and not self._has_token_cookie(request):
            sentence = tr("Open the whole link that the program shows; it ends with a token.")
            raise ApiError(401, "token", sentence)

    def csrf_of(self, session: str) -> str:
        """Return the CSRF token of a session's requests."""
        return hmac.new(self._secret, session.encode(), hashlib.sha256).hexdigest()

    def session_of(self, request: Request) -> str:
        """Return the session of a request; "" without one that could be ours."""
        session = request.cookies.get(self.session_cookie, "")
        # 32 random bytes are 43 characters of Base64.
        return session if len(session) == 43 and session.isascii() else ""

    def open_session(self, response: Response, request: Request) -> str:
        """Give the browser a session, unless it has one; return the session."""
        session = self.session_of(request) or secrets.token_urlsafe(32)
        self._set_cookie(response, self.session_cookie, session)
        return session

    def knows_token(self, token: str) -> bool:
        """Return True for the link's token."""
        # In constant time: the time of a refusal must not tell how much of a guess is right.
        return bool(self.token) and hmac.compare_digest(token.encode(), self.token.encode())

    def remember_token(self, response: Response) -> None:
        """Store the token in a cookie of the browser."""
        self._set_cookie(response, self.token_cookie, self.token)

    def visitors(self) -> int:
        """Return the number of visitors within the last ten minutes."""
        with self._lock:
            self._forget()
            return len(self._visitors)

    def _knows_host(self, named: str) -> bool:
        found = _HOST.fullmatch(named.lower())
        if not found or int(found["port"] or 80) != self.port:
            return False
        name = found["name"].strip("[]").rstrip(".")
        try:
            address = ipaddress.ip_address(name)
        except ValueError:
            return name in self._own_names()
        # DNS rebinding needs a name; an address always leads to itself.
        return address.is_loopback or not is_loopback(self.host)

    def _own_names(self) -> set[str]:
        if is_loopback(self.host):
            return {"localhost"}
        name = socket.gethostname().lower()
        return {"localhost", name, f"{name.partition('.')[0]}.local", self.host.lower()}

    def _bears_token(self, request: Request) -> bool:
        kind, _, token = request.headers.get("Authorization", "").partition(" ")
        return kind.lower() == "bearer" and self.knows_token(token.strip())

    def _has_token_cookie(self, request: Request) -> bool:
        return self.knows_token(request.cookies.get(self.token_cookie, ""))

    def _require_own_page(self, request: Request) -> None:
        origin, site = request.headers.get("Origin"), request.headers.get("Sec-Fetch-Site")
        is_ours = origin is None or origin == f"http://{request.headers.get('Host', '')}"
        if not is_ours or site not in (None, "same-origin", "none"):
            raise ApiError(403, "origin", tr("Requests from pages of other sites are not allowed."))

    def _require_csrf(self, request: Request) -> None:
        # Every browser sends at least one of these with such a request.
        marks = ("Origin", "Sec-Fetch-Site", "Cookie")
        is_private = bool(self.token) and self.is_private
        if not is_private and not any(mark in request.headers for mark in marks):
            return
        session, sent = self.session_of(request), request.headers.get(CSRF_HEADER, "")
        if not session or not hmac.compare_digest(sent.encode(), self.csrf_of(session).encode()):
            sentence = tr("The page is out of date; reload it.")
            raise ApiError(403, "csrf", sentence)

    def _count(self, request: Request) -> None:
        visitor = self.session_of(request) or request.remote_addr or ""
        with self._lock:
            self._visitors[visitor] = time.monotonic()
            self._visitors.move_to_end(visitor)
            self._forget()

    def _forget(self) -> None:
        # Ordered by the last visit: the first one that stays ends the search.
        before = time.monotonic() - VISIT_S
        while self._visitors:
            visitor, seen = next(iter(self._visitors.items()))
            if seen >= before and len(self._visitors) <= MAX_VISITORS:
                break
            del self._visitors[visitor]

    def _set_cookie(self, response: Response, name: str, value: str) -> None:
        # Not “secure”: a browser drops such a cookie of a page that comes by plain HTTP.
        response.set_cookie(
            name, value, max_age=_COOKIE_AGE_S, httponly=True, samesite="Strict", path="/"
        )


def add_headers(response: Response) -> Response:
    """Add :data:`HEADERS` to a response, unless it has its own."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    return response
