"""Who may ask: hosts, tokens, pages of other sites; and the headers of every answer."""

from __future__ import annotations

from dataclasses import replace

import pytest
from flask.testing import FlaskClient
from web_forms import form

from desktop_cvae.core.language import ENGLISH
from desktop_cvae.core.web_address import is_loopback
from desktop_cvae.web.admission import Guard
from desktop_cvae.web.api import Service
from desktop_cvae.web.application import make_app

TOKEN = "a-token-of-the-link-1234"
ORIGIN = "http://localhost"


@pytest.fixture
def shared(service: Service) -> FlaskClient:
    """A program that asks a server of the whole network."""
    guard = Guard("0.0.0.0", 80, TOKEN)
    return make_app(
        replace(service, guard=guard, archive=None), {"en": ENGLISH}, "en"
    ).test_client()


def read(client: FlaskClient, **headers: str) -> int:
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    return client.post("/api/v1/read", data=form(), headers=sent).status_code


def test_another_site_is_refused_and_our_own_page_needs_its_token(client: FlaskClient) -> None:
    assert read(client) == 200
    assert read(client, Origin="http://evil.example") == 403
    assert read(client, Origin="null") == 403
    assert read(client, Sec_Fetch_Site="cross-site") == 403
    assert read(client, Origin=ORIGIN) == 403
    token = client.get("/api/v1/status").json["csrf"]
    assert read(client) == 403, "a browser has a cookie now"
    own = {"Origin": ORIGIN, "Sec_Fetch_Site": "same-origin"}
    assert read(client, X_CSRF_Token=token, **own) == 200
    assert read(client, X_CSRF_Token=token[:-1] + "ü", **own) == 403
    assert client.get("/api/v1/status", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert client.delete("/api/v1/archive/1").status_code == 403


def test_a_session_of_another_server_is_worth_nothing(client: FlaskClient) -> None:
    other = Guard("localhost", 80)
    session = "s" * 43
    client.set_cookie("desktop_cvae_session_80", session)
    assert read(client, X_CSRF_Token=other.csrf_of(session)) == 403


@pytest.mark.parametrize(
    ("bound", "named", "is_known"),
    [
        ("127.0.0.1", "127.0.0.1:8470", True),
        ("127.0.0.1", "localhost:8470", True),
        ("127.0.0.1", "[::1]:8470", True),
        ("127.0.0.1", "localhost:9999", False),
        ("127.0.0.1", "localhost", False),
        ("127.0.0.1", "evil.example:8470", False),
        ("127.0.0.1", "localhost.evil.example:8470", False),
        ("127.0.0.1", "192.168.1.5:8470", False),
        ("127.0.0.1", "", False),
        ("127.0.0.1", "[::1:8470", False),
        ("127.0.0.1", "127.0.0.1:8470:8470", False),
        ("0.0.0.0", "192.168.1.5:8470", True),
        ("0.0.0.0", "evil.example:8470", False),
        ("office.example", "office.example:8470", True),
    ],
)
def test_only_our_own_names_are_known(bound: str, named: str, is_known: bool) -> None:
    assert Guard(bound, 8470)._knows_host(named) is is_known


def test_the_network_needs_the_link(shared: FlaskClient) -> None:
    for path in ("/", "/page.js", "/api/v1/status", "/?token=a-token-of-the-link-1235"):
        answer = shared.get(path)
        assert answer.status_code == 401
        assert "whole link" in answer.text
    assert read(shared, Authorization=f"Bearer {TOKEN}") == 200
    assert read(shared, Authorization="Bearer x") == 401
    opened = shared.get(f"/?token={TOKEN}")
    assert (opened.status_code, opened.headers["Location"]) == (303, "/")
    assert shared.get("/").status_code == 200
    assert read(shared) == 403, "the cookie alone is what another page could use"
    token = shared.get("/api/v1/status").json["csrf"]
    assert read(shared, X_CSRF_Token=token, Origin=ORIGIN) == 200
    assert shared.get("/api/v1/archive").status_code == 404
    assert not shared.get("/api/v1/status").json["has_archive"]


def test_every_answer_has_the_headers_that_scanners_look_for(client: FlaskClient) -> None:
    answers = [
        client.get("/"),
        client.get("/index.html"),
        client.get("/nothing"),
        client.post("/api/v1/read"),
        client.put("/api/v1/read"),
        client.open("/api/v1/read", method="OPTIONS"),
        client.open("/", method="TRACE"),
        client.get("/api/v1/status", headers={"Host": "evil.example"}),
        client.get("/api/v1/status"),
    ]
    for answer in answers:
        headers = answer.headers
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert headers["Permissions-Policy"]
        assert headers["Cache-Control"] in ("no-store", "no-cache")
        assert "charset" in headers["Content-Type"] or "json" in headers["Content-Type"]
        assert not {"Server", "X-Powered-By", "Access-Control-Allow-Origin"} & set(headers.keys())
        for cookie in headers.getlist("Set-Cookie"):
            assert "HttpOnly" in cookie
            assert "SameSite=Strict" in cookie
    assert {answer.status_code for answer in answers[3:7]} == {400, 405}


@pytest.mark.parametrize(
    "path",
    ["/../api.py", "/..%2fapi.py", "/%2e%2e/api.py", "/page", "/page/", "/.",
     "/index.html/", "/index.html%00", "/api", "/api/v1", "/\\..\\api.py"],
)  # fmt: skip
def test_no_path_leads_out_of_the_page(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code in (404, 308), answer.text
    assert "import" not in answer.text


def test_visitors_are_counted_once_each(service: Service, client: FlaskClient) -> None:
    assert service.guard.visitors() == 0
    for _ in range(3):
        client.get("/api/v1/status")
    assert service.guard.visitors() == 2, "a program, then a browser with its cookie"


def test_loopback_is_this_machine_alone() -> None:
    near, far = ("127.0.0.1", "127.8.8.8", "::1", "localhost"), ("0.0.0.0", "::", "192.0.2.1", "a")
    assert [is_loopback(host) for host in (*near, *far)] == [True] * 4 + [False] * 4


def test_on_this_machine_only_the_archive_needs_the_token(service: Service) -> None:
    guard = Guard("localhost", 80, TOKEN, is_private=False)
    client = make_app(replace(service, guard=guard), {"en": ENGLISH}, "en").test_client()
    bearer = {"Authorization": f"Bearer {TOKEN}"}
    assert read(client) == 200
    kept = {"data": form(keep="1"), "headers": bearer}
    assert client.post("/api/v1/read", data=form(keep="1")).status_code == 401
    assert client.post("/api/v1/number", data=form(keep="1")).status_code == 401
    entry = client.post("/api/v1/read", **kept).json["entry"]
    assert client.delete(f"/api/v1/archive/{entry}").status_code == 401
    assert client.delete(f"/api/v1/archive/{entry}", headers=bearer).status_code == 200


def test_a_probe_needs_no_token(shared: FlaskClient, service: Service) -> None:
    assert shared.get("/healthz").json == {"status": "ok"}
    assert shared.get("/api/v1/models").status_code == 401
    service.pool.close()
    assert shared.get("/healthz").status_code == 503
