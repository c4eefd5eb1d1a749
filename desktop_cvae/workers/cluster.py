"""Connects to Dask workers: those of this machine, or a scheduler's anywhere.

Dask unpickles what its peers send: who reaches a scheduler runs what he likes as its user. So a
cluster of our own speaks TLS with certificates of its own, which other users of the machine do not
have, and to another machine nothing is sent without TLS.
"""

from __future__ import annotations

import contextlib
import ipaddress
import logging
import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import SplitResult, urlsplit

from desktop_cvae.core.errors import EnvironmentProblem, InputOutputError, UsageError
from desktop_cvae.core.language import tr

if TYPE_CHECKING:
    from distributed import Client, Security

LOCAL = "local"
CERTIFICATES = ("ca.pem", "cert.pem", "key.pem")
"""In the folder of certificates: who is believed, who we are, and the proof of it."""
PATIENCE_S = 15
LEAN = {
    # To return memory after every picture, and to watch each worker, took a third of what it costs
    # to have workers at all.
    "distributed.nanny.pre-spawn-environ.MALLOC_TRIM_THRESHOLD_": None,
    "distributed.worker.profile.enabled": False,
}
"""How Dask's own workers differ from its usual ones."""
RESOURCES = {"TRAIN": 1}
"""What a worker of ours has: one training at a time."""


@contextlib.contextmanager
def connect(
    address: str, certificates: Path | None = None, workers: int | None = None
) -> Iterator[Client]:
    """A client of a cluster, closed at the end, and with it what was started for it.

    Args:
        address: ``"local"`` starts one process a core here; ``"tcp://127.0.0.1:8786"`` and
            ``"tls://host:8786"`` are schedulers that run already.
        certificates: a folder of :data:`CERTIFICATES`; None takes Dask's own configuration.
        workers: processes of ``"local"``; None is one a core.

    Raises:
        UsageError: the address is none, or leaves this machine without TLS.
        EnvironmentProblem: Dask is not installed.
        InputOutputError: nobody answers there, or not with certificates like ours.
    """
    parts = None if address == LOCAL else _checked(address)
    _require_dask()
    with contextlib.ExitStack() as stack:
        if parts is None:
            security, place = _start_here(stack, workers)
        else:
            security, place = _security(parts, certificates), address
        yield stack.enter_context(_client(address, place, security))


def _checked(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
        is_known = parts.scheme in ("tcp", "tls") and bool(parts.hostname and parts.port)
    except ValueError:  # a port that is no number
        is_known = False
    if not is_known:
        raise UsageError(
            tr(
                "“{address}” is no cluster: name “local”, tcp://127.0.0.1:8786 or tls://HOST:8786.",
                address=address,
            )
        )
    if parts.scheme == "tcp" and not _is_loopback(parts.hostname or ""):
        raise UsageError(
            tr(
                "“{address}” would leave this machine unencrypted, and Dask runs what its peers "
                "send: start scheduler and workers with --tls-ca-file, --tls-cert and --tls-key, "
                "and name it tls://{place} with --certificates FOLDER.",
                address=address,
                place=parts.netloc,
            )
        )
    return parts


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _require_dask() -> None:
    try:
        import cryptography  # noqa: F401 - Dask's, for certificates of our own
        import distributed
    except ImportError as error:
        raise EnvironmentProblem(
            tr(
                "A cluster needs Dask, which is not installed: "
                "pip install 'desktop-cvae[cluster]' brings it."
            ),
            str(error),
        ) from error
    # Workers come and go; what that means for the work is said by who gives it to them.
    for name in (distributed.__name__, *logging.root.manager.loggerDict):
        if name.partition(".")[0] == distributed.__name__:
            logging.getLogger(name).setLevel(logging.CRITICAL)


def _start_here(stack: contextlib.ExitStack, workers: int | None) -> tuple[Security, str]:
    import dask
    from distributed import Security

    security = Security.temporary()
    with _deaf_to_ctrl_c(), dask.config.set(LEAN):
        cluster = _local_cluster(workers, security)
    stack.enter_context(cluster)
    return security, cluster.scheduler_address


@contextlib.contextmanager
def _deaf_to_ctrl_c() -> Iterator[None]:
    """Processes that begin in here ignore SIGINT: Ctrl+C is for who gives them work.

    A terminal sends it to them too, and they would die before their work could be called back.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _local_cluster(workers: int | None, security: Security) -> Any:
    from distributed import LocalCluster

    return LocalCluster(
        n_workers=workers or usable_cores(),
        threads_per_worker=1,
        host="127.0.0.1",
        security=security,
        # Web pages are served by scheduler and workers in any case: to this machine only.
        dashboard_address="127.0.0.1:0",
        worker_dashboard_address="127.0.0.1:0",
        silence_logs=logging.CRITICAL,
        resources=RESOURCES,
        # Dask would pause a worker by the memory that all programs left it.
        memory_limit=0,
    )


def usable_cores() -> int:
    """Cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _security(parts: SplitResult, folder: Path | None) -> Security | None:
    from distributed import Security

    if parts.scheme == "tcp":
        return None
    if folder is None:
        security = Security(require_encryption=True)
        if security.tls_ca_file and security.tls_client_cert:
            return security
        raise UsageError(
            tr(
                "tls:// needs certificates: --certificates FOLDER with {files}, or Dask's "
                "configuration distributed.comm.tls.",
                files=", ".join(CERTIFICATES),
            )
        )
    authority, certificate, key = (folder / name for name in CERTIFICATES)
    for path in (authority, certificate, key):
        if not path.is_file():
            raise UsageError(tr("There is no file “{name}”.", name=path))
    return Security(
        tls_ca_file=str(authority),
        tls_client_cert=str(certificate),
        tls_client_key=str(key),
        require_encryption=True,
    )


@contextlib.contextmanager
def _client(address: str, place: str, security: Security | None) -> Iterator[Client]:
    from distributed import Client

    try:
        client: Any = Client(place, security=security, timeout=PATIENCE_S, set_as_default=False)
    except (OSError, ValueError) as error:  # TLS errors are OSErrors
        raise InputOutputError(
            tr(
                "No Dask scheduler answers at “{address}”, or not with these certificates.",
                address=address,
            ),
            str(error),
        ) from error
    try:
        yield client
    finally:
        with contextlib.suppress(OSError, TimeoutError):
            client.close()
