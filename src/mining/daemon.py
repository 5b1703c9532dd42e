"""The daemon: the only file that knows all the rooms, puts them together, and takes them apart in order."""

import asyncio
import os
import socket
import sys
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from functools import partial
from itertools import starmap
from pathlib import Path
from typing import Any

import structlog

from mining import __version__
from mining.api.app import create_app
from mining.api.auth.first_words import first_words
from mining.api.auth.keys import AccessKeys
from mining.api.call import AccessRooms
from mining.api.certificate import Certificate
from mining.api.doors import LOOPBACK, CannotServe, Doors, bind, own_ports, unix_socket, url
from mining.api.envelope import error_code
from mining.api.origins import is_loopback, listed_origins
from mining.api.routes.health import daemon_problems
from mining.api.server import serving
from mining.api.settings import ApiSettings, normal_namespace
from mining.domain.adapter import MinerType
from mining.domain.adapters import Adapters
from mining.domain.alerts.notification import NotificationTiming
from mining.domain.attention.conditions import of_heartbeat, of_problem, of_target
from mining.domain.errors import ErrorDetail, InvalidRequest, StorageFull
from mining.domain.message import phrase
from mining.domain.redaction import log_text
from mining.domain.restart import RestartPolicy
from mining.engine.rig import LocalRig
from mining.foundation import platform
from mining.foundation.document import NewerDocument, refuse_newer
from mining.foundation.log import configure_log
from mining.foundation.service_notice import READY, STOPPING, feed_watchdog, notify_service
from mining.foundation.tasks import end, persistent
from mining.host.card_sampler import CardSampler
from mining.host.description import RigDescription
from mining.host.hardware import Hardware
from mining.host.machine import Machine
from mining.miners import adapters
from mining.notifications.destinations import Destinations, change_faults, check_destinations
from mining.notifications.heartbeat import Heartbeat
from mining.notifications.notifier import Notifier
from mining.processes import run_folder as processes
from mining.processes.daemon_log import DaemonLogFile
from mining.processes.system import SystemProcesses
from mining.programs import record as programs
from mining.programs.card_builds import card_machine
from mining.programs.installer import Installer
from mining.programs.jobs import InstallJobs
from mining.programs.registry import InstalledPrograms
from mining.programs.web import Vendor
from mining.settings import LEVELS, ResolvedSettings, Settings
from mining.settings.current import CurrentSettings, EditableSettings
from mining.settings.file import NAME, access_of, begin, bring_over, close_to_others, ignored
from mining.storage import restore, upgrade
from mining.storage.audit import open_audit
from mining.storage.folder import FolderRefused, data_folder
from mining.storage.keys import TOKEN, KeyFile
from mining.storage.store import open_stores
from mining.storage.upgrade import copy_of_0_1_0

SERVE_ELEVATED = "MINING_SERVE_ELEVATED"  # for machines on which every process is

log = structlog.get_logger()


def serve(
    resolved: ResolvedSettings,
    policy: RestartPolicy | None = None,
    types: Mapping[str, MinerType] | None = None,
    vendor: Vendor | None = None,
    timing: NotificationTiming | None = None,
) -> int:
    """Run the daemon until it is told to end; miners go on unless the settings say otherwise. 0, or 1 with a reason."""
    try:
        settings = resolved.settings
        configure_log(LEVELS[settings.log_level], log_text)
        namespace = normal_namespace(settings.namespace)
        listed_origins(settings.cors_origin)
        with data_folder(settings.data_dir) as notice:
            refuse_system()
            refuse_newer_state(settings.data_dir)
            certificate = None
            if settings.tls_cert is not None and settings.tls_key is not None:
                certificate = Certificate(settings.tls_cert, settings.tls_key)
            _refuse_open(settings)
            sockets = bind(settings.host or None, settings.port)
            check_destinations(_destinations(settings), own_ports(sockets))
            copy = copy_of_0_1_0(settings.data_dir, resolved.inputs.path)
            if copy is not None:
                print(f"What 0.1.0 left is copied to {copy}; docs/guides/upgrading.md says how to go back.", flush=True)
            address = url(sockets, namespace, certificate is not None)
            log_file = DaemonLogFile(settings.data_dir / "daemon-log")
            current = CurrentSettings(resolved, check=partial(_check, own_ports(sockets)))
            if (file := current.file) == settings.data_dir / NAME:
                begin(file)
            elif current.shared:
                command = bring_over(file, settings.data_dir)
                print(f"This data folder uses the settings in {file}. To give it its own: {command}", flush=True)
            if current.exposed:
                print(f"Others can read the secrets in {file}. To end that: {close_to_others(file)}", flush=True)
            named = settings.unix_socket is not None
            with unix_socket(settings.unix_socket or settings.data_dir / "daemon.sock", needed=named) as local:
                notice(address, local[0] if local is not None else None)
                doors = Doors([*sockets, *(each[1] for each in (local,) if each is not None)], certificate, address)
                loaded = Adapters(types) if types else adapters()
                platform.run(_run(current, namespace, doors, log_file, policy, loaded, vendor, timing))
    except (CannotServe, FolderRefused, NewerDocument, StorageFull, ValueError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    return 0


def refuse_newer_state(data: Path) -> None:
    """NewerDocument when a newer version left state that this one would harm; all is read before any is written."""
    upgrade.refuse_newer_state(data)
    for path in (*processes.records(data / "run"), *programs.records(data / "programs")):
        refuse_newer(path)


@asynccontextmanager
async def rig(
    settings: Callable[[], Settings],
    policy: RestartPolicy | None = None,
    loaded: Adapters | None = None,
    settings_facts: Callable[[], Mapping[str, Any]] = dict,
    certificate: Certificate | None = None,
) -> AsyncIterator[LocalRig]:
    """A rig on a data folder, without any network face; what the settings say counts as of each moment."""
    data = settings().data_dir
    machine = Machine(data)
    sampler = CardSampler()
    hardware = Hardware(machine, data, sampler=sampler)
    registry = InstalledPrograms(data / "programs", sys.executable, (machine.os, machine.arch))
    async with (
        open_stores(
            data / "history.db", lambda text: log.error("storage", text=text), lambda: settings().rig_settings.retention
        ) as disk,
        LocalRig(
            loaded or adapters(),
            disk.stores,
            registry,
            machine,
            SystemProcesses(data / "run", data / "logs"),
            look=lambda: replace(hardware.look(), **settings_facts()),
            cards=hardware.cards,
            describe=RigDescription(machine, hardware, data).of,
            troubles=lambda: [*disk.problems, *disk.gone],
            certificate=certificate.faults if certificate is not None else tuple,
            policy=policy,
            rig_settings=lambda: settings().rig_settings,
            error_code=error_code,
        ) as running,
    ):
        sampling = persistent("sample the graphics cards", sampler.run)
        try:
            yield running
        finally:
            await end(sampling)


async def _run(
    current: CurrentSettings,
    namespace: str,
    doors: Doors,
    log_file: DaemonLogFile,
    policy: RestartPolicy | None,
    loaded: Adapters,
    vendor: Vendor | None,
    timing: NotificationTiming | None,
) -> None:
    configure_log(LEVELS[current.now.log_level], log_text, log_file.write)
    settings = current.now  # of these, what may change is asked of `current`
    machine, certificate = Machine(settings.data_dir), doors.certificate
    for broken in loaded.broken:
        log.warning("adapter.broken", package=broken.package, text=broken.text)
    cards = CardSampler()  # only to see which there are, when a program is installed
    installer = Installer(
        settings.data_dir / "programs",
        (machine.os, machine.arch),
        vendor,
        machine=lambda: card_machine(cards.cards()),
    )
    troubles: list[str] = []
    store = KeyFile(settings.data_dir, troubles.append)
    token = store.first_admin() if _needs_keys(settings) else None
    async with (
        open_audit(settings.data_dir / "audit") as audit,
        rig(
            lambda: current.now,
            policy,
            loaded,
            lambda: {
                **_settings_facts(current),
                "audit": audit.issue(),
                "certificate": certificate.facts if certificate is not None else None,
            },
            certificate,
        ) as running,
        InstallJobs(loaded.types, installer, running.programs, running, running.journal, error_code) as installs,
        Notifier(running, socket.gethostname(), timing, own_ports(doors.sockets)) as notifications,
    ):
        api = ApiSettings(
            namespace=namespace,
            bound_hosts=(settings.host,) if settings.host else LOOPBACK,
            port=doors.sockets[0].getsockname()[1],
            allowed_hosts=settings.allowed_host,
            cors_origins=settings.cors_origin,
            public_url=settings.public_url,
            auth=settings.auth,
            hostname=socket.gethostname(),
        )
        heartbeat = Heartbeat(running.attention.items, own_ports(doors.sockets))

        def apply(changed: Settings) -> None:
            configure_log(LEVELS[changed.log_level], log_text, log_file.write)
            notifications.use(changed.targets, changed.notify_about, changed.quiet_hours)
            heartbeat.use(changed.heartbeat_url, changed.heartbeat_interval)
            running.poll_all()

        running.attention.sources.append(lambda: starmap(of_target, notifications.failures()))
        running.attention.sources.append(lambda: starmap(of_heartbeat, heartbeat.failures()))
        running.attention.sources.append(lambda: map(of_problem, daemon_problems(api, audit)))
        apply(settings)
        await running.payees.compare()  # now that whoever is to be notified listens
        changeable = EditableSettings(current, apply, running.journal.tell)
        told_to_end = asyncio.Event()
        platform.on_end(asyncio.get_running_loop(), told_to_end.set)
        for trouble in troubles:
            await running.journal.tell(None, "storage", trouble, None)
        await restore.tell(settings.data_dir, running.journal.tell)
        access = AccessRooms(AccessKeys(store, running.journal.tell), audit)
        app = create_app(running, api, installs, changeable, notifications, log_file, access)
        tls = certificate.context if certificate is not None else None
        async with serving(app, doors.sockets, on_death=lambda _: told_to_end.set(), tls=tls):
            print(f"Dashboard: {doors.url.removesuffix(namespace)}/")
            print(f"Mining Platform {__version__} answers at {doors.url}\nData: {settings.data_dir}", flush=True)
            words = first_words(api, token, settings.data_dir / TOKEN, seen=sys.stdout.isatty())
            print(*words, sep="", end="", flush=True)
            following = [
                persistent("write down what people change", lambda: app.recorder.follow(running)),
                persistent("feed the watchdog", feed_watchdog),
                persistent("give a sign of life", heartbeat.run),
            ]
            if certificate is not None:
                print(*(f"WARNING: {fault.message}\n" for fault in certificate.faults()), sep="", end="", flush=True)
                watch = partial(certificate.watch, running.journal.tell)
                following.append(persistent("watch the certificate", watch))
            notify_service(READY)
            await told_to_end.wait()
            notify_service(STOPPING)
            await end(*following)
            installer.close()  # first of all: who waits for a download, or a test message, would hold up the end
            notifications.close()
            changeable.close()
    print("The daemon has ended." + ("" if current.now.stop_miners_on_exit else " Miners go on."), flush=True)


def refuse_system() -> None:
    """CannotServe where a miner would not survive the daemon, or could do anything; a warning where it may not."""
    if sys.platform not in ("linux", "darwin", "win32") or not platform.tells_ends():
        raise CannotServe("miners can be supervised on Linux 5.3 or newer, Windows and macOS")
    if platform.elevated() and not os.environ.get(SERVE_ELEVATED):
        raise CannotServe(
            "this terminal is elevated, and so every miner would be; its files would be the administrators', not "
            f"yours. Start the daemon in a terminal that is not, or set {SERVE_ELEVATED}=1 where there is none"
        )
    if platform.ends_with_its_starter():
        print(
            "WARNING: whatever this terminal has started ends when it is closed, the miners too. Start the daemon from "
            "the Task Scheduler, so that they go on.",
            file=sys.stderr,
        )


def _refuse_open(settings: Settings) -> None:
    """CannotServe when everybody could do everything, unawares."""
    if settings.auth == "off" and not settings.i_understand_no_auth and not is_loopback(settings.host or "localhost"):
        raise CannotServe(
            f"with --auth off, --host {settings.host} would let everybody who reaches this machine change where the "
            "money goes. Leave --auth off out, so that other machines need a key; or say --i-understand-no-auth"
        )


def _needs_keys(settings: Settings) -> bool:
    """Whether somebody could not come in without a key."""
    return settings.auth == "always" or (settings.auth == "auto" and not is_loopback(settings.host or "localhost"))


def _settings_facts(current: CurrentSettings) -> Mapping[str, Any]:
    """What the doctor has to know of the settings."""
    return {
        "settings": str(current.file),
        "settings_exposed": current.exposed,
        "settings_by_group": access_of(current.file).own_group,
        "auth": current.now.auth,
        "ignored_settings": tuple(map(str, ignored(current.file))),
        "bring_settings": bring_over(current.file, current.now.data_dir) if current.shared else None,
    }


def _check(own: Sequence[int], before: Settings, after: Settings) -> None:
    """InvalidRequest where settings cannot be gone by, although each is of its form."""
    if before.wallet_lock and not after.wallet_lock:  # what guards the wallets must not open by a request
        raise InvalidRequest([ErrorDetail("walletLock", phrase("fault.wallet_lock"))])
    if faults := change_faults(_destinations(before), _destinations(after), own):
        raise InvalidRequest(faults)


def _destinations(settings: Settings) -> Destinations:
    return Destinations(settings.notify, settings.heartbeat_url)
