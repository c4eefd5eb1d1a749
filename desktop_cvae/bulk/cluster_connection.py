"""Connections to Dask clusters: workers on this machine, or a running scheduler anywhere.

Dask unpickles what its peers send: whoever reaches a scheduler can run any code as its user. A
cluster of our own therefore uses TLS with temporary certificates, which other users of the machine
do not have, and nothing is sent to another machine without TLS.
"""

from __future__ import annotations

import contextlib
import logging
import signal
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import SplitResult, urlsplit

from desktop_cvae.core.errors import EnvironmentProblem, InputOutputError, UsageError
from desktop_cvae.core.language import tr
from desktop_cvae.core.operating_system import usable_cores
from desktop_cvae.core.web_address import is_loopback

if TYPE_CHECKING:
    from distributed import Client, Security

LOCAL = "local"
CERTIFICATES = ("ca.pem", "cert.pem", "key.pem")
"""Files in the folder of certificates: the authority, our certificate and its private key."""
TIMEOUT_S = 15
"""Longest wait for a scheduler's answer, in seconds."""
LEAN = {
    # Returning memory after every picture and profiling each worker took a third of the overhead of
    # having workers at all.
    "distributed.nanny.pre-spawn-environ.MALLOC_TRIM_THRESHOLD_": None,
    "distributed.worker.profile.enabled": False,
}
"""Dask's configuration for workers on this machine."""
RESOURCES = {"TRAIN": 1}
"""Resources of a worker on this machine: one training at a time."""


@contextlib.contextmanager
def connect(
    address: str, certificates: Path | None = None, workers: int | None = None
) -> Iterator[Client]:
    """Connect to a cluster; on leaving, close the client and the workers started for it.

    Args:
        address: ``"local"`` starts one process a core on this machine; ``"tcp://127.0.0.1:8786"``
            and ``"tls://host:8786"`` are running schedulers.
        certificates: folder of :data:`CERTIFICATES`; None uses Dask's own configuration.
        workers: number of processes of ``"local"``; None is one a core.

    Raises:
        UsageError: the address is invalid, or leaves this machine without TLS.
        EnvironmentProblem: Dask is not installed.
        InputOutputError: no scheduler answers there, or not with these certificates.
    """
    parts = None if address == LOCAL else _checked(address)
    _require_dask()
    with contextlib.ExitStack() as stack:
        if parts is None:
            security, scheduler = _start_here(stack, workers)
        else:
            security, scheduler = _security(parts, certificates), address
        yield stack.enter_context(_client(address, scheduler, security))


def _checked(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
        is_known = parts.scheme in ("tcp", "tls") and bool(parts.hostname and parts.port)
    except ValueError:  # the port is not a number
        is_known = False
    if not is_known:
        raise UsageError(
            tr(
                "“{address}” is not a cluster. Use “local”, tcp://127.0.0.1:8786 or tls://HOST:8786.",
                address=address,
            )
        )
    if parts.scheme == "tcp" and not is_loopback(parts.hostname or ""):
        raise UsageError(
            tr(
                "The connection to “{address}” would leave this machine unencrypted, and Dask runs "
                "any code that its peers send. Start scheduler and workers with --tls-ca-file, "
                "--tls-cert and --tls-key, and use tls://{place} with --certificates FOLDER.",
                address=address,
                place=parts.netloc,
            )
        )
    return parts


def _require_dask() -> None:
    try:
        import cryptography  # noqa: F401 - Dask's, for certificates of our own
        import distributed
    except ImportError as error:
        raise EnvironmentProblem(
            tr(
                "A cluster needs Dask; install it with “pip install '.[cluster]'” in the "
                "program’s source folder."
            ),
            str(error),
        ) from error
    # Workers come and go; whoever submits work reports what that means.
    for name in (distributed.__name__, *logging.root.manager.loggerDict):
        if name.partition(".")[0] == distributed.__name__:
            logging.getLogger(name).setLevel(logging.CRITICAL)


def _start_here(stack: contextlib.ExitStack, workers: int | None) -> tuple[Security, str]:
    import dask
    from distributed import Security

    security = Security.temporary()
    with _ignoring_sigint(), dask.config.set(LEAN):
        try:
            cluster = _local_cluster(workers, security)
        # Dask raises RuntimeError for a worker that ends while the cluster starts.
        except (RuntimeError, OSError) as error:
            raise InputOutputError(
                tr("The cluster on this machine could not be started."), str(error)
            ) from error
    stack.enter_context(cluster)
    return security, cluster.scheduler_address


@contextlib.contextmanager
def _ignoring_sigint() -> Iterator[None]:
    """Let processes that start in this context ignore SIGINT.

    A terminal sends Ctrl+C to them too, and they would die before their work could be cancelled.
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
        # Scheduler and workers always serve web pages; these addresses limit them to this machine.
        dashboard_address="127.0.0.1:0",
        worker_dashboard_address="127.0.0.1:0",
        silence_logs=logging.CRITICAL,
        resources=RESOURCES,
        # No limit: Dask pauses workers near it, even when other programs use the memory.
        memory_limit=0,
    )


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
                "tls:// needs certificates: --certificates FOLDER with {files}, or Dask's setting "
                "distributed.comm.tls.",
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
def _client(address: str, scheduler: str, security: Security | None) -> Iterator[Client]:
    from distributed import Client

    try:
        client: Any = Client(scheduler, security=security, timeout=TIMEOUT_S, set_as_default=False)
    except (OSError, ValueError) as error:  # TLS errors are OSErrors
        raise InputOutputError(
            tr(
                "No Dask scheduler answers at “{address}”, or it does not accept these "
                "certificates.",
                address=address,
            ),
            str(error),
        ) from error
    try:
        yield client
    finally:
        with contextlib.suppress(OSError, TimeoutError):
            client.close()
