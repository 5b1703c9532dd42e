"""The daemon: the only file that knows all the rooms, puts them together, and takes them apart in order."""

import asyncio
import fcntl
import ipaddress
import json
import os
import platform
import signal
import socket
import sys
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import structlog
import uvloop

from mining import __version__
from mining.api.app import create_app
from mining.api.server import serving
from mining.api.settings import ApiSettings, normal_namespace
from mining.domain.errors import MiningError, StorageFull
from mining.domain.hardware import Folders, Versions
from mining.domain.miner import MinerType
from mining.domain.notice import Patience
from mining.domain.restart import RestartPolicy
from mining.domain.system import InstalledMiner, Program, SystemInfo
from mining.engine.installs import Installs
from mining.engine.process import supported
from mining.engine.rig import Rig
from mining.host.hardware import Hardware
from mining.host.machine import Machine
from mining.installs.adopted import Registry, register
from mining.installs.installer import Installer
from mining.installs.web import Vendor
from mining.miners import all_types
from mining.notices.errand import look_at
from mining.notices.notifier import Notifier
from mining.settings import Settings
from mining.storage.store import open_store

log = structlog.get_logger()
LOOPBACK = ("127.0.0.1", "::1")


class CannotServe(Exception):
    """The daemon cannot run like that; the text says why and what to do."""


def serve(
    settings: Settings,
    policy: RestartPolicy | None = None,
    types: Mapping[str, MinerType] | None = None,
    vendor: Vendor | None = None,
    patience: Patience | None = None,
) -> int:
    """Run the daemon until SIGINT or SIGTERM; miners go on unless the settings say otherwise. 0, or 1 with a reason."""
    try:
        configure_log(settings.log_level)
        namespace = normal_namespace(settings.namespace)
        look_at(settings.notify)
        with data_folder(settings.data_dir) as notice:
            sockets = bind(settings)
            notice(sockets, namespace)
            uvloop.run(_run(settings, namespace, sockets, policy, types or all_types(), vendor, patience))
    except (CannotServe, StorageFull, ValueError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    return 0


def adopt_binary(type: str, path: Path, data_dir: Path) -> Program:
    """Register a program that its owner already has. MiningError says what is wrong with it."""
    types = all_types()
    if type not in types:
        raise MiningError(f"There is no miner type {type!r}; there are {', '.join(sorted(types))}.")
    data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    return register(types[type], path, data_dir / "programs")


@asynccontextmanager
async def rig(
    settings: Settings, policy: RestartPolicy | None = None, types: Mapping[str, MinerType] | None = None
) -> AsyncIterator[Rig]:
    """A rig on a data folder, without any network face."""
    data = settings.data_dir
    machine = Machine(data)
    hardware = Hardware(machine, data)
    registry = Registry(data / "programs", sys.executable)
    async with (
        open_store(data / "history.db", lambda text: log.error("storage", text=text)) as store,
        Rig(
            types or all_types(),
            store,
            registry,
            machine,
            data,
            look=hardware.look,
            describe=lambda installed: describe(machine, hardware, data, installed),
            troubles=lambda: store.problems,
            policy=policy,
            interval=settings.poll_interval,
            live_interval=settings.live_poll_interval,
            stop_on_exit=settings.stop_miners_on_exit,
        ) as running,
    ):
        yield running


async def _run(
    settings: Settings,
    namespace: str,
    sockets: Sequence[socket.socket],
    policy: RestartPolicy | None,
    types: Mapping[str, MinerType],
    vendor: Vendor | None,
    patience: Patience | None,
) -> None:
    machine = Machine(settings.data_dir)
    installer = Installer(settings.data_dir / "programs", (machine.os, machine.arch), vendor)
    async with (
        rig(settings, policy, types) as running,
        Installs(types, installer, running.tell, running.miners) as installs,
        Notifier(
            running, settings.notify, settings.notify_about, settings.quiet_hours, socket.gethostname(), patience
        ) as notices,
    ):
        api = ApiSettings(
            namespace=namespace,
            bound_hosts=(settings.host,) if settings.host else LOOPBACK,
            port=sockets[0].getsockname()[1],
            allowed_hosts=settings.allowed_host,
            cors_origins=settings.cors_origin,
            public_url=settings.public_url,
            hostname=socket.gethostname(),
        )
        told_to_end = asyncio.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(number, told_to_end.set)
        async with serving(create_app(running, api, installs, notices), sockets):
            print(f"Mining Platform {__version__} answers at {url(sockets, namespace)}", flush=True)
            print(f"Data: {settings.data_dir}", flush=True)
            await told_to_end.wait()
            installer.close()  # first of all: who waits for a download, or a test message, would hold up the end
            notices.close()
    print("The daemon has ended." + ("" if settings.stop_miners_on_exit else " Miners go on."), flush=True)


def bind(settings: Settings) -> list[socket.socket]:
    """Listening sockets; CannotServe when the port is taken or the address would open the API to others."""
    hosts = (settings.host,) if settings.host else LOOPBACK
    if settings.host and not _is_loopback(settings.host):
        raise CannotServe(
            f"--host {settings.host} would open the API to other machines, and there are no keys yet to guard it. "
            "Use 127.0.0.1, or reach this machine through an SSH tunnel: ssh -L 8080:127.0.0.1:8080 HOST"
        )
    sockets: list[socket.socket] = []
    port = settings.port
    for host in hosts:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        try:
            sockets.append(_listen(family, host, port))
        except OSError as error:
            if host == "::1" and not settings.host:  # a machine without IPv6
                continue
            raise CannotServe(
                f"port {port} on {host} cannot be used ({os.strerror(error.errno or 0).lower()}); "
                "end what listens there, or choose another one with --port"
            ) from error
        port = sockets[0].getsockname()[1]
    return sockets


def _listen(family: socket.AddressFamily, host: str, port: int) -> socket.socket:
    listening = socket.socket(family, socket.SOCK_STREAM)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            listening.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        listening.bind((host, port))
        listening.listen(2048)
    except BaseException:
        listening.close()
        raise
    listening.setblocking(False)
    return listening


def _is_loopback(host: str) -> bool:

    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def url(sockets: Sequence[socket.socket], namespace: str) -> str:
    """Where the API answers."""
    host, port = sockets[0].getsockname()[:2]
    return f"http://{f'[{host}]' if ':' in host else host}:{port}{namespace}"


@dataclass(frozen=True)
class Notice:
    """Writes down for others who uses a data folder: pid and address."""

    descriptor: int

    def __call__(self, sockets: Sequence[socket.socket], namespace: str) -> None:
        text = json.dumps({"pid": os.getpid(), "url": url(sockets, namespace)}).encode()
        try:
            os.ftruncate(self.descriptor, 0)
            os.pwrite(self.descriptor, text, 0)
        except OSError as error:
            raise CannotServe(
                f"the data folder cannot be written to: {os.strerror(error.errno or 0).lower()}"
            ) from error


@contextmanager
def data_folder(path: Path) -> Iterator[Notice]:
    """The data folder, mode 0700, for this daemon alone; CannotServe when another one uses it."""
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.chmod(0o700)
        descriptor = os.open(path / "daemon.json", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
    except OSError as error:
        raise CannotServe(f"the data folder {path} cannot be used: {os.strerror(error.errno or 0).lower()}") from error
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        other = _read_notice(descriptor)
        os.close(descriptor)
        raise CannotServe(
            f"a daemon (pid {other.get('pid', '?')}) already uses {path} and answers at {other.get('url', '?')}; "
            "talk to that one, or choose another folder with --data-dir"
        ) from error
    try:
        if not supported():
            raise CannotServe("miners can be supervised on Linux 5.3 or newer; other systems follow")
        yield Notice(descriptor)
    finally:
        os.close(descriptor)


def _read_notice(descriptor: int) -> dict[str, Any]:
    try:
        read = json.loads(os.pread(descriptor, 4096, 0))
    except (ValueError, RecursionError):
        return {}
    return read if isinstance(read, dict) else {}


def describe(host: Machine, hardware: Hardware, data: Path, installed: Sequence[InstalledMiner]) -> SystemInfo:
    """The seed's SystemInfo of this machine, and more."""
    python = f"python{platform.python_version()}"
    return SystemInfo(
        os=host.os,
        arch=host.arch,
        go_version=python,
        python_version=python,
        platform_version=__version__,
        total_memory=host.total_memory() // 1024,
        cpus=host.cpus,
        installed_miners=tuple(installed),
        cpu=hardware.processor(),
        memory=hardware.memory(),
        gpus=hardware.cards(),
        opencl=hardware.opencl(),
        folders=Folders(data=str(data), logs=str(data / "logs"), programs=str(data / "programs")),
        versions=Versions(
            platform=__version__, python=platform.python_version(), kernel=f"{platform.system()} {platform.release()}"
        ),
    )


def configure_log(level: str) -> None:
    """Events as lines on stderr: time, level, event, fields."""
    levels = {"debug": 10, "info": 20, "warning": 30, "error": 40}
    if level.lower() not in levels:
        raise CannotServe(f"--log-level {level!r} is unknown; use one of {', '.join(levels)}")
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="%Y-%m-%dT%H:%M:%SZ", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.LogfmtRenderer(key_order=["timestamp", "level", "event"]),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(levels[level.lower()]),
        logger_factory=lambda *_: Stderr(),
    )


class Stderr:
    """Where events are written. A full disk or a closed pipe behind it costs a line, never what was being done."""

    def msg(self, line: str) -> None:
        """Write one line."""
        with suppress(OSError):
            print(line, file=sys.stderr, flush=True)

    debug = info = warning = error = critical = msg
