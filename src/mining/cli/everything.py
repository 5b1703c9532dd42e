"""`uninstall --everything`: miners, programs, the service and the data of this machine, listed first and then gone.

Only what the platform has made is removed, by its name; no link is followed, and what somebody else has put into the
data folder stays there.
"""

import os
import shutil
import time
from collections.abc import Sequence
from fnmatch import fnmatch
from pathlib import Path
from typing import NamedTuple

import click

from mining.cli.client import FAILED, REFUSED, Refusal
from mining.cli.daemon_service import command_of, daemon_call, is_installed, plan_of, remove
from mining.cli.daemon_service.plan import ServicePlan
from mining.cli.session import Session, pasteable
from mining.foundation import platform
from mining.foundation.command_line import usual_folder
from mining.storage.folder import FolderRefused, daemon_of, data_folder

WORD = "uninstall"
PATIENCE = 150.0  # s for a daemon to end
GRACE = 15.0  # s for a miner that no daemon holds
LOCK = "daemon.json"
OURS = (  # what the data folder holds, as ARCHITECTURE.md says
    "daemon.sock", "history.db*", "miners.json*", "profiles.json*", "pools.json*", "boots.json*", "payees.json*",
    "benchmarks.json*", "keys.json*", "admin.token*", "settings.yaml*", "audit", "programs", "daemon-log", "run",
    "logs", "before-0.2.0*", "before-restore-*", "restore.tmp", "restore.ready", "restored.json*", "daemon.json.*",
    "mining-platform-task.xml", "serve.log", "shell-history", "desktop", "desktop-daemon.log",
)  # fmt: skip


class Belongings(NamedTuple):
    """What there is of the platform on this machine."""

    data: Path
    ours: Sequence[Path]
    foreign: Sequence[Path]
    settings: Path | None  # outside of the data folder
    service: ServicePlan | None
    pid: int | None  # of the daemon

    @property
    def lines(self) -> list[str]:
        """All of it for a person."""
        programs, logs = (_names(self.data / each) for each in ("programs", "logs"))
        programs = [name for name in programs if not name.endswith((".json", ".lock"))]
        lines = [f"miners, which are stopped first: {', '.join(logs)}"] if logs else []
        lines += [f"programs: {', '.join(programs)}"] if programs else []
        lines += [f"the daemon that runs now (pid {self.pid})"] if self.pid is not None else []
        lines += [f"the service: {self.service.file}"] if self.service is not None else []
        lines.append(f"the data folder: {self.data} ({_size(self.ours) / 1e6:.1f} MB)")
        lines += [f"the settings: {self.settings}"] if self.settings is not None else []
        return lines


def uninstall_everything(session: Session, yes: bool) -> None:
    """List everything, ask for a word, stop the miners, and remove it all."""
    there = belongings(session)
    if not session.for_programs:
        click.echo("\n".join(["This goes, and cannot be brought back:", *(f"  {each}" for each in there.lines)]))
        if there.foreign:
            click.echo(f"This stays, for it is not the platform's: {', '.join(map(str, there.foreign))}")
        click.echo(
            pasteable("Programs that you registered stay where they are. A backup first: miner-ctrl backup FILE")
        )
    if not yes:
        if session.for_programs:
            raise click.UsageError("with --json nothing is asked: say --yes")
        if click.prompt(f"Type {WORD} to do it", default="", show_default=False).strip() != WORD:
            raise click.Abort
    stop_all(there)
    if there.service is not None:
        remove(there.service)
    end_daemon(there.data)
    try:
        with data_folder(there.data):
            end_miners(there.data)
            for path in our_things(there.data):  # by now: the daemon has written since
                delete(path)
    except FolderRefused as error:
        raise Refusal(str(error), FAILED) from error
    platform.remove(there.data / LOCK)
    if there.settings is not None:
        platform.remove(there.settings)
    for folder in filter(None, (there.data, there.settings and there.settings.parent)):
        if not any(folder.iterdir()):
            folder.rmdir()
    session.done(
        {"removed": [str(there.data), *map(str, filter(None, (there.settings,)))], "left": [*map(str, there.foreign)]},
        lambda: (
            "Everything is removed. The command itself goes as it came, such as with: pip uninstall mining-platform"
        ),
    )


def belongings(session: Session) -> Belongings:
    """What there is; Refusal for a folder that is not the platform's."""
    from mining.cli.backup import places
    from mining.settings.file import places as usual_files

    named, settings = places(session)
    data = named.resolve()
    if not (data / LOCK).is_file() or (data / LOCK).is_symlink():
        raise Refusal(f"{data} is no data folder of the platform: it has no {LOCK}. Nothing was removed.", REFUSED)
    owner = platform.foreign_owner(data)
    if owner is not None:
        raise Refusal(f"{data} belongs to {owner}; only {owner} may remove it.", REFUSED)
    ours = our_things(data)
    foreign = [path for path in sorted(data.iterdir()) if path not in ours and path.name != LOCK]
    outside = settings in usual_files() and named == usual_folder() and settings.is_file()
    return Belongings(data, ours, foreign, settings if outside else None, service_of(session, named), daemon_of(data))


def our_things(data: Path) -> list[Path]:
    """What the platform has made in a data folder, but for the file whose lock it holds."""
    return [path for path in sorted(data.iterdir()) if any(fnmatch(path.name, name) for name in OURS)]


def service_of(session: Session, data: Path) -> ServicePlan | None:
    """The service that starts the daemon of that folder, if there is one; Refusal for the system's, which is root's."""
    call = daemon_call(session, None)
    try:
        own = plan_of(call, of_system=False)
        systems = plan_of(call, of_system=True) if own.kind == "systemd-user" else None
    except Refusal:  # no such system
        return None
    if systems is not None and is_installed(systems) and _starts(systems, data):
        if platform.privileged():
            return systems
        raise Refusal(
            f"{systems.file} starts the daemon of {data}, and root alone may remove it.\n"
            "First: sudo miner-ctrl service uninstall --system",
            REFUSED,
        )
    return own if is_installed(own) and _starts(own, data) else None


def _starts(plan: ServicePlan, data: Path) -> bool:
    """Whether that service starts the daemon of that folder; a task of Windows does not tell."""
    if not plan.keeps_file:
        return True
    words = command_of(plan.kind, plan.file.read_bytes())
    return data == (Path(words[words.index("--data-dir") + 1]) if "--data-dir" in words[:-1] else usual_folder())


def stop_all(there: Belongings) -> None:
    """Ask the daemon, if one runs, to stop every miner; Refusal when one goes on."""
    if there.pid is None:
        return
    results = Session(data_dir=there.data).api.post("/miners/stop-all")["results"]
    failed = [f"{each['name']}: {each['message']}" for each in results if not each["ok"]]
    if failed:
        raise Refusal("\n".join(["nothing was removed, for not every miner could be stopped:", *failed]), FAILED)


def end_daemon(data: Path) -> None:
    """End the daemon of that folder, and wait until it has let go of it."""
    until = time.monotonic() + PATIENCE
    while (pid := daemon_of(data)) is not None:
        if pid:
            platform.ask_to_end(pid)
        if time.monotonic() > until:
            raise Refusal(
                f"the daemon (pid {pid}) does not end; end it, then do this again. Data are all there.", FAILED
            )
        time.sleep(0.2)


def end_miners(data: Path) -> None:
    """End the miners that live without a daemon."""
    from mining.domain.process import CannotAdopt
    from mining.processes.system import SystemProcesses

    async def end() -> None:
        processes = SystemProcesses(data / "run", data / "logs")
        for folder in (data / "run").glob("*"):
            held, _ = processes.adopt(folder.name, None)
            if held is not None:
                await held.stop(GRACE)
                await held.sweep()

    try:
        platform.run(end())
    except CannotAdopt as error:
        raise Refusal(
            f"a miner still lives: {error}. End it, then do this again. Data are all there.", FAILED
        ) from error


def delete(path: Path) -> None:
    """Remove a file, a folder with all that is in it, or a link, never what it leads to."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith(".")) if folder.is_dir() else []


def _size(paths: Sequence[Path]) -> int:
    """Bytes, without what links lead to."""
    total = 0
    for path in paths:
        files = [path] if path.is_symlink() or not path.is_dir() else []
        for root, _, names in os.walk(path, followlinks=False):
            files += [Path(root, name) for name in names]
        total += sum(file.lstat().st_size for file in files)
    return total
