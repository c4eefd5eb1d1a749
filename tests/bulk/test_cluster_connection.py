"""Connecting to Dask workers: what is refused, and that nobody else gets in."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("distributed")
from distributed import Client, LocalCluster, Security

from desktop_cvae.bulk import cluster_connection
from desktop_cvae.bulk.cluster_connection import CERTIFICATES, connect
from desktop_cvae.core.errors import EnvironmentProblem, InputOutputError, UsageError


@pytest.fixture(scope="module")
def security() -> Security:
    return Security.temporary()


@pytest.fixture(scope="module")
def scheduler(security: Security) -> Iterator[str]:
    """The address of a scheduler that speaks TLS."""
    with LocalCluster(
        n_workers=1,
        processes=False,
        protocol="tls",
        security=security,
        dashboard_address="127.0.0.1:0",
    ) as running:
        yield running.scheduler_address


def write_certificates(folder: Path, security: Security) -> Path:
    texts = (security.tls_ca_file, security.tls_client_cert, security.tls_client_key)
    for name, text in zip(CERTIFICATES, texts, strict=True):
        (folder / name).write_text(text)
    return folder


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("tcp://192.0.2.7:8786", "tls://192.0.2.7:8786 with --certificates"),
        ("tcp://127.0.0.1.example.org:8786", "unencrypted"),
        ("tcp://[2001:db8::1]:8786", "unencrypted"),
        ("tls://192.0.2.7:8786", "tls:// needs certificates"),
        ("ws://127.0.0.1:8786", "is not a cluster"),
        ("tcp://127.0.0.1", "is not a cluster"),
        ("tcp://127.0.0.1:port", "is not a cluster"),
        ("everywhere", "is not a cluster"),
    ],
)
def test_what_is_refused_says_what_would_do(address: str, said: str) -> None:
    with pytest.raises(UsageError, match=said), connect(address):
        pytest.fail("connected")


def test_a_certificate_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"ca\.pem"), connect("tls://127.0.0.1:8786", tmp_path):
        pytest.fail("connected")


def test_without_dask_one_sentence_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(EnvironmentProblem, match="pip install"), connect("local"):
        pytest.fail("connected")


def test_a_scheduler_is_reached_with_its_certificates_and_with_no_others(
    scheduler: str, security: Security, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with connect(scheduler, write_certificates(tmp_path, security)) as client:
        assert client.submit(sum, [1, 2]).result() == 3
    monkeypatch.setattr(cluster_connection, "TIMEOUT_S", 1)
    others = write_certificates(tmp_path, Security.temporary())
    with pytest.raises(InputOutputError, match="No Dask scheduler answers"):
        connect(scheduler, others).__enter__()


def test_a_cluster_of_our_own_lets_nobody_else_in() -> None:
    with connect("local", workers=1) as client:
        assert client.submit(sum, [1, 2], resources={"TRAIN": 1}).result() == 3
        address = client.scheduler.address
        assert address.startswith("tls://127.0.0.1:")
        with pytest.raises(OSError, match=r"(?i)timed out|handshake|connect"):
            Client(address.replace("tls:", "tcp:"), timeout=0.5)


def test_a_worker_that_ends_while_the_cluster_starts_is_our_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("Nanny failed to start.")

    monkeypatch.setattr("desktop_cvae.bulk.cluster_connection._local_cluster", fail)
    with pytest.raises(InputOutputError, match="could not be started"), connect("local", None, 1):
        pass
