"""The command `service`: let the system start the daemon by itself, see whether it does, and take that back."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from mining.cli.client import FAILED, REFUSED, Refusal
from mining.cli.daemon_service.commands import carry_out, program_words, run
from mining.cli.daemon_service.plan import DaemonCall, ServicePlan
from mining.cli.session import Command, Session, asks, leading_flags
from mining.domain.shell import command as line
from mining.domain.shell import quoted
from mining.foundation.command_line import APP, usual_folder_of

BOOTED = Path("/run/systemd/system")  # which is there where systemd runs the machine
LINGER = Path("/var/lib/systemd/linger")  # a file for each user whose manager starts at boot
_SYSTEM = click.option(
    "--system", "of_system", is_flag=True, help="Of the whole machine, started at boot; needs root.  [Linux]"
)
_USER = click.option("--user", metavar="NAME", help="With --system: who runs it.  [default: who called sudo]")
_YES = click.option("--yes", is_flag=True, help="Do not ask.")


@click.group("service")
def service() -> None:
    """Start the daemon by itself: at log-in or at boot, and again when it fails."""


@service.command(cls=Command)
@_SYSTEM
@_USER
@_YES
@asks
def install(session: Session, of_system: bool, user: str | None, yes: bool) -> None:
    """Show the service's file, ask, install it and start it.

    A unit of systemd on Linux, a task at log-on on Windows, a launch agent on macOS. Miners go on whenever it ends.
    """
    user = user_of(of_system, user)
    call = daemon_call(session, user)
    plan = plan_of(call, of_system, user)
    refuse_other_daemon(plan, call, user)
    variables = sorted(name for name in os.environ if name.startswith("MINING_") and name != "MINING_DATA_DIR")
    if not session.for_programs:
        click.echo(f"# {plan.title}: {plan.file}\n{plan.text}")
        click.echo("\n".join(["Then these are run:", *(f"  {line(each)}" for each in (*plan.prepare, *plan.install))]))
        if variables:
            click.echo(f"! The service does not see {', '.join(variables)}; write those settings into its file.")
    confirm(session, "Install it?", yes)
    for each in plan.prepare:
        carry_out(each)
    for each in plan.clear:
        run(each)
    was_there = plan.file.exists()
    write(plan)
    heard = False  # whether the system took anything
    try:
        for each in plan.install:
            carry_out(each)
            heard = True
    finally:
        if not plan.keeps_file or not (heard or was_there):
            plan.file.unlink(missing_ok=True)
    show(session, status_of(plan, call), "The service is installed.")


@service.command(cls=Command)
@_SYSTEM
@_YES
@asks
def uninstall(session: Session, of_system: bool, yes: bool) -> None:
    """Stop the service and remove it. Miners go on, and all data stay."""
    call = daemon_call(session, unit_user() if of_system else None)
    plan = plan_of(call, of_system)
    if not is_installed(plan):
        raise Refusal(f"the service is not installed ({plan.file}).\nInstall it with: {install_command(plan.kind)}", 3)
    confirm(session, f"Stop the daemon and remove {plan.file}? Miners go on.", yes)
    remove(plan)
    session.done(
        {"kind": plan.kind, "file": str(plan.file), "removed": True},
        lambda: "The service is removed. Miners go on; start the daemon with: miner-ctrl serve",
    )


@service.command(cls=Command)
@_SYSTEM
@asks
def status(session: Session, of_system: bool) -> None:
    """Show what is installed, whether it runs, and the next step; exit code 1 unless the service runs."""
    call = daemon_call(session, unit_user() if of_system else None)
    state = status_of(plan_of(call, of_system), call)
    show(session, state)
    if not state["running"]:
        click.get_current_context().exit(FAILED)


def user_of(of_system: bool, user: str | None) -> str | None:
    """Who is to run the unit of the system; None for a service of the caller's own."""
    if not of_system:
        if user is not None:
            raise click.UsageError("--user goes with --system: a service of your own runs as you")
        return None
    chosen = user or os.environ.get("SUDO_USER")
    if not chosen or chosen == "root":
        raise click.UsageError("name who runs it with --user NAME, and not root: a miner needs no such rights")
    if os.path.expanduser(f"~{chosen}") == f"~{chosen}":  # noqa: PTH111 - Path.expanduser raises where there is no home
        raise click.UsageError(f"there is no user {chosen!r} on this machine")
    return chosen


def unit_user() -> str:
    """Who runs the unit of the system that is installed; the caller where there is none.

    Root may not read the settings of another, so the caller's own would say nothing of that unit's data folder.
    """
    from mining.cli.daemon_service.systemd import SYSTEM_FILE, properties
    from mining.foundation.platform import own_name

    text = SYSTEM_FILE.read_text("utf-8", "replace") if SYSTEM_FILE.exists() else ""
    user = properties(text).get("User", own_name())
    return user if os.path.expanduser(f"~{user}") != f"~{user}" else own_name()  # noqa: PTH111 - as in `user_of`


def daemon_call(session: Session, user: str | None) -> DaemonCall:
    """How the system is to start the daemon of this call's data folder; `user`: who runs it, if that is not the caller.

    As the settings say where the data lie, no folder is named unless a flag or a variable does.
    """
    from mining.cli.settings import file_in_use, named_folder, resolved

    named = named_folder(session.data_dir)
    folder = [] if named is None else ["--data-dir", str(named)]
    argv = [*program_words(), *folder, "serve"]
    if user is not None:
        home = Path(f"~{user}").expanduser()
        return DaemonCall(argv, named or usual_folder_of(home), home / ".config" / APP)
    data = resolved(None, {"data_dir": leading_flags().get("data_dir")}).settings.data_dir
    return DaemonCall(argv, data, file_in_use(None, named).parent)


def plan_of(call: DaemonCall, of_system: bool, user: str | None = None) -> ServicePlan:
    """The service of this system; Refusal where there is none."""
    if of_system and sys.platform != "linux":
        raise click.UsageError("--system is for Linux; here a service is its user's own")
    if sys.platform == "win32":
        from mining.cli.daemon_service.scheduler import logon_task

        return logon_task(call, "\\".join(filter(None, (os.environ.get("USERDOMAIN"), os.environ.get("USERNAME")))))
    if sys.platform == "darwin":
        from mining.cli.daemon_service.launchd import launch_agent

        return launch_agent(call, Path.home(), Path.home().stat().st_uid)
    from shutil import which

    from mining.cli.daemon_service.systemd import system_unit, user_unit

    if which("systemctl") is None or not BOOTED.is_dir():
        raise Refusal(
            "systemd does not run this machine. cron can start the daemon at boot; add this line with: crontab -e\n"
            f"@reboot {line(call.argv)}",
            REFUSED,
        )
    return system_unit(call, user or "") if of_system else user_unit(call, Path.home())


def refuse_other_daemon(plan: ServicePlan, call: DaemonCall, user: str | None) -> None:
    """Refusal while a daemon that is not the service's own uses the data folder."""
    from mining.cli.daemon_service.systemd import SYSTEM_FILE, user_file
    from mining.storage.folder import daemon_of

    pid = daemon_of(call.data)
    if pid is not None and not (is_installed(plan) and pid == service_pid(plan)):
        end = "with Ctrl-C where it runs"
        if plan.kind == "systemd-user" and SYSTEM_FILE.exists():
            end += ", or where it is the machine's service with: sudo miner-ctrl service uninstall --system"
        elif plan.kind == "systemd-system" and user_file(Path(f"~{user}").expanduser()).exists():
            end += f", or where it is {user}'s own service, as {user}, with: miner-ctrl service uninstall"
        raise Refusal(
            f"a daemon (pid {pid}) already uses {call.data}, so the service could not start its own.\n"
            f"End that one first, {end}\nThe miners go on, and the service adopts them.",
            REFUSED,
        )


def confirm(session: Session, question: str, yes: bool) -> None:
    """Ask; a program says --yes."""
    if yes:
        return
    if session.for_programs:
        raise click.UsageError("with --json nothing is asked: say --yes")
    click.confirm(question, abort=True)


def write(plan: ServicePlan) -> None:
    """Put the file in its place."""
    from mining.foundation.files import write_whole

    plan.file.parent.mkdir(parents=True, exist_ok=True)
    write_whole(plan.file, plan.content)
    if plan.kind == "systemd-system":
        plan.file.chmod(0o644)


def remove(plan: ServicePlan) -> None:
    """Stop the service and take its file away."""
    for each in plan.before_removal:
        carry_out(each)
    plan.file.unlink(missing_ok=True)
    for each in plan.after_removal:
        carry_out(each)


def is_installed(plan: ServicePlan) -> bool:
    """Whether the system has the service."""
    return plan.file.exists() if plan.keeps_file else run(plan.look).returncode == 0


def command_of(kind: str, content: bytes) -> list[str]:
    """The words of the command that the file of an installed service starts; none where it cannot be read."""
    from mining.cli.daemon_service import launchd, systemd

    try:
        if kind == "launchd":
            return launchd.command_of(content)
        return systemd.command_of(content.decode("utf-8", "replace"))
    except ValueError:  # somebody's own hand
        return []


def service_pid(plan: ServicePlan) -> int | None:
    """The pid of the service's own daemon once it is ready, where systemd tells it."""
    from mining.cli.daemon_service.systemd import properties

    state = properties(run(plan.look).stdout)
    pid = state.get("MainPID", "0")
    return int(pid) if state.get("ActiveState") == "active" and pid.isdecimal() and int(pid) else None


def status_of(plan: ServicePlan, call: DaemonCall) -> dict[str, Any]:
    """What is installed, and what runs."""
    from mining.storage.folder import daemon_of

    installed, pid = is_installed(plan), daemon_of(call.data)
    if installed and plan.kind.startswith("systemd"):  # which also tells those who may not look into the data folder
        own = service_pid(plan)
        running, pid = own is not None, own or pid
    else:
        running = installed and pid is not None
    changed = installed and plan.keeps_file and plan.kind != "systemd-system" and plan.file.read_bytes() != plan.content
    state = {
        "kind": plan.kind,
        "file": str(plan.file),
        "installed": installed,
        "changed": changed,  # the file is not what this version would write
        "running": running,
        "pid": pid,
        "atBoot": None if not installed else at_boot(plan),
    }
    return state | {"next": next_step(state)}


def at_boot(plan: ServicePlan) -> bool:
    """Whether it starts without anybody's log-in."""
    from mining.foundation.platform import own_name

    return plan.kind == "systemd-system" or (plan.kind == "systemd-user" and (LINGER / own_name()).exists())


def install_command(kind: str) -> str:
    """What installs a service of that kind."""
    return "sudo miner-ctrl service install --system" if kind == "systemd-system" else "miner-ctrl service install"


def next_step(state: Mapping[str, Any]) -> str | None:
    """What to do now; None: nothing."""
    install = install_command(state["kind"])
    if not state["installed"]:
        return f"Install it with: {install}"
    if state["changed"]:
        return f"Its file is not what this version writes. Write it anew with: {install}"
    if not state["running"] and state["pid"] is not None:
        return f"A daemon runs that is not the service's. End it, then: {install}"
    if not state["running"]:
        logs = {
            "systemd-user": "journalctl --user -u mining-platform",
            "systemd-system": "sudo journalctl -u mining-platform",
        }
        return f"See why it does not run: {logs.get(state['kind'], 'miner-ctrl serve')}"
    if state["kind"] == "systemd-user" and not state["atBoot"]:
        from mining.foundation.platform import own_name

        return (
            "It starts when you log in, and ends with its miners when you log out.\n"
            f"To start it at boot and let it run: sudo loginctl enable-linger {quoted(own_name())}"
        )
    return None


def show(session: Session, state: Mapping[str, Any], first: str | None = None) -> None:
    """The state for a person: what is so, and the next step."""
    lines = [first] if first else []
    lines.append(f"{'Installed' if state['installed'] else 'Not installed'}: {state['file']}")
    if state["running"]:
        lines.append(f"Running: the daemon has pid {state['pid']}.")
    elif state["installed"]:
        lines.append("Not running.")
    if state["next"]:
        lines.append(str(state["next"]))
    session.show(state, lambda: "\n".join(lines))


COMMANDS = {"service": service}
