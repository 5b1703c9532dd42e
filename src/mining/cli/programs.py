"""Commands for mining programs: install, update, rollback, uninstall, and register."""

import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

import click

from mining.cli.client import FAILED, REFUSED, Refusal, exit_code, miner_path, refusal_text
from mining.cli.names import type_names
from mining.cli.program_tables import cautions
from mining.cli.progress import Progress
from mining.cli.session import INTERRUPTED, Command, Session, asks
from mining.client.address import data_folder

if TYPE_CHECKING:  # `--help` needs none of it
    from mining.domain.errors import MiningError
    from mining.domain.programs.program import CudaPlugin

LOOK = 0.2  # seconds between looks at a job
_FILE = click.Path(dir_okay=False, path_type=Path)
_FOLDER = click.Path(file_okay=False, path_type=Path)


@click.command(cls=Command)
@click.argument("type", shell_complete=type_names)
@click.option("--version", metavar="VERSION", help="The version to install.  [default: the latest]")
@click.option("--force", is_flag=True, help="Install it even if that version is in use already.")
@click.option(
    "--file",
    type=_FILE,
    metavar="ARCHIVE",
    help="Install from an archive that you have, which is verified, too; or its CUDA plugin.",
)
@click.option(
    "--allow-unverified", is_flag=True, help="Install it even without a proof of its origin; it is marked as unproven."
)
@click.option(
    "--data-dir",
    type=_FOLDER,
    envvar="MINING_DATA_DIR",
    help="The daemon's data folder; for --file and --allow-unverified.",
)
@asks
def install(
    session: Session,
    type: str,
    version: str | None,
    force: bool,
    file: Path | None,
    allow_unverified: bool,
    data_dir: Path | None,
) -> None:
    """Install a mining program from its author's release, and verify it. TYPE is a miner type such as xmrig.

    The daemon installs it. With --file or --allow-unverified this command does, as the daemon's user.
    """
    if file is not None and version is not None:
        raise click.UsageError("give --file or --version, not both: the archive determines the version")
    if file is None and not allow_unverified:
        warn(session, type)
        job = follow(session, begun(session, type, version, force))
        session.done(job, lambda: job["message"])
        return
    from mining.domain.errors import MiningError
    from mining.host.card_sampler import CardSampler
    from mining.host.machine import Machine
    from mining.miners import adapter
    from mining.programs import local
    from mining.programs.card_builds import card_machine

    folder = folder_of(session, data_dir)
    machine = Machine(folder)
    with Progress(quiet=session.silent) as progress:
        try:
            done = local.install(
                adapter(type),
                folder,
                (machine.os, machine.arch),
                lambda stage: progress.show(stage.to_json()),
                file=file.expanduser().absolute() if file else None,
                version=version,
                force=force,
                allow_unverified=allow_unverified,
                machine=lambda: card_machine(CardSampler().cards()),
            )
        except MiningError as error:
            raise refused(error) from error
        except OSError as error:
            raise Refusal(unusable(error), FAILED) from error
    session.done(done.to_json(), lambda: done.message)


@click.command(cls=Command)
@click.argument("type", required=False, shell_complete=type_names)
@click.option("--all", "every", is_flag=True, help="Every program; with --check also those that are not installed.")
@click.option("--check", is_flag=True, help="Only check; also the default without TYPE and --all.")
@asks
def update(session: Session, type: str | None, every: bool, check: bool) -> None:
    """Check for newer mining programs and install the one of TYPE, or --all.

    A running miner keeps its program until you restart it.
    """
    if type is not None and every:
        raise click.UsageError("give a TYPE or --all, not both")
    data = session.api.post("/update", check_only=check, all=every, type=type, wait="false")
    done, failed = outcome(session, data["items"])
    if not data["items"]:
        done.append("No mining program is installed yet. List the programs with: miner-ctrl available")
    elif not (type or every) and any(item["newer"] for item in data["items"]):
        done.append("Install the newer versions with: miner-ctrl update --all")
    if done or session.for_programs:
        show = session.done if (type or every) and not check else session.show
        show(data, lambda: "\n".join(done))
    if failed:
        raise Refusal("\n".join(failed), FAILED)


def outcome(session: Session, items: Sequence[dict[str, Any]]) -> tuple[list[str], list[str]]:
    """What became of each, and what went wrong; installations are followed to their end."""
    done: list[str] = []
    failed: list[str] = []
    for item in items:
        try:
            if item["job"] is not None:
                item["job"] = follow(session, item["job"])
                item["message"] = item["job"]["message"]
        except Refusal as refusal:
            failed.append(refusal.message)
        else:
            (failed if item["error"] else done).append(item["message"])
    return done, failed


@click.command(cls=Command)
@click.argument("type", shell_complete=type_names)
@asks
def rollback(session: Session, type: str) -> None:
    """Go back to the previous version of a program. A running miner keeps its version until you restart it."""
    data = session.api.post(miner_path(type, "/rollback"))
    session.done(data, lambda: data["message"])


@click.command(cls=Command)
@click.argument("type", required=False, shell_complete=type_names)
@click.option("--everything", is_flag=True, help="Stop all miners; remove programs, service and data of this machine.")
@click.option("--yes", is_flag=True, help="With --everything: do not ask.")
@asks
def uninstall(session: Session, type: str | None, everything: bool, yes: bool) -> None:
    """Remove a mining program. Stop the miners of its type first.

    With --everything the whole platform goes from this machine; it lists that first, and asks.
    """
    if (type is None) is not everything:
        raise click.UsageError("name a TYPE such as xmrig, or --everything")
    if type is None:
        from mining.cli.everything import uninstall_everything

        uninstall_everything(session, yes)
        return
    data = session.api.delete(miner_path(type, "/uninstall"))
    session.done(data, lambda: data["message"])


@click.command(cls=Command)
@click.argument("type", shell_complete=type_names)
@click.argument("path", type=_FILE, required=False)
@click.option(
    "--cuda-plugin",
    type=_FILE,
    metavar="FILE",
    help="Its library for NVIDIA cards (libxmrig-cuda.so); without PATH, of the program that is here.",
)
@click.option("--data-dir", type=_FOLDER, envvar="MINING_DATA_DIR", help="The daemon's data folder.")
@asks
def register(session: Session, type: str, path: Path | None, cuda_plugin: Path | None, data_dir: Path | None) -> None:
    """Register a mining program that you already have, or its CUDA plugin. Their checksums are checked at each start.

    Run it as the daemon's user, with or without a daemon. (`adopt-binary` is the old name of this command.)
    """
    if path is None and cuda_plugin is None:
        raise click.UsageError("name the program's file, or its CUDA plugin with --cuda-plugin FILE")
    from mining.domain.errors import MiningError
    from mining.miners import adapter
    from mining.programs import local

    try:
        files = [file and file.expanduser().absolute() for file in (path, cuda_plugin)]
        kind = adapter(type)
        program = local.register(kind, files[0], folder_of(session, data_dir), files[1])
    except MiningError as error:
        way_out = f"\n{error.details['suggestion']}" if "suggestion" in error.details else ""
        named = " and ".join(str(file) for file in (path, cuda_plugin) if file)
        raise Refusal(f"{named} was not registered. {error.message}{way_out}", REFUSED) from error
    except OSError as error:
        raise Refusal(unusable(error), FAILED) from error
    algo = " --algo ALGORITHM" if len(getattr(kind, "names", ())) > 1 else ""  # which must be told what to compute
    lines = (
        f"{program.type} {program.version or ''}".rstrip() + f" is registered: {program.path}",
        f"SHA-256 {program.sha256}",
        *plugin_lines(program.cuda_plugin),
        f"Start it with: miner-ctrl start {program.type} --pool HOST:PORT --wallet ADDRESS{algo}",
    )
    session.done(program.to_json(), lambda: "\n".join(lines))


def plugin_lines(plugin: "CudaPlugin | None") -> Sequence[str]:
    """What is registered of a CUDA plugin; its owner alone vouches for it."""
    return () if plugin is None else (f"Its CUDA plugin, unproven: {plugin.path}", f"SHA-256 {plugin.sha256}")


def folder_of(session: Session, data_dir: Path | None) -> Path:
    """The data folder: as given, else that of the daemon that answers on this machine, else the usual one."""
    folder = data_dir or session.data_dir
    if folder is not None or (urlsplit(session.url).hostname or "") not in ("127.0.0.1", "::1", "localhost"):
        return data_folder(folder)
    try:
        return Path(session.api.get("/info")["folders"]["data"])
    except (Refusal, KeyError, TypeError):
        return data_folder(None)


def unusable(error: OSError) -> str:
    """What the system would not let us do, and with which file."""
    return f"{error.filename or 'the data folder'} cannot be used: {(error.strerror or str(error)).lower()}"


def refused(error: "MiningError") -> Refusal:
    """An error that was met here, as an answer of the daemon would tell it."""
    from mining.api.envelope import error_code

    code = error_code(error)
    answer = {"code": code, "message": error.message, "details": error.details}
    return Refusal(refusal_text(answer), exit_code(code), code)


def warn(session: Session, type: str) -> None:
    """Say what should be known of a program before it comes here for the first time."""
    if session.silent:
        return
    try:
        items = session.api.all("/miners/available")["items"]
    except Refusal:
        return
    for kind in items:
        if kind["type"] == type and kind["installable"] and not kind["installed"]:
            for line in cautions(kind):
                click.echo(line, err=True)


def begun(session: Session, type: str, version: str | None, force: bool) -> Mapping[str, Any]:
    """A new installation, or the one that goes on already."""
    try:
        job: Mapping[str, Any] = session.api.post(
            miner_path(type, "/install"), version=version, force=force, wait="false"
        )
    except Refusal as refusal:
        if "jobId" not in refusal.details:
            raise
        click.echo(refusal.message.partition(";")[0] + ".", err=True)
        job = session.api.get(f"/jobs/{quote(refusal.details['jobId'], safe='')}")
    return job


def follow(session: Session, job: Mapping[str, Any]) -> Mapping[str, Any]:
    """Show how an installation gets on until it is done; Refusal when it fails."""
    try:
        with Progress(quiet=session.silent) as progress:
            while job["state"] == "running":
                progress.show(job["progress"])
                time.sleep(LOOK)
                job = session.api.get(f"/jobs/{quote(job['id'], safe='')}")
    except KeyboardInterrupt:
        raise Refusal(
            f"the installation goes on in the daemon; watch it with: miner-ctrl install {job['type']}", INTERRUPTED
        ) from None
    if job["state"] == "failed":
        error = job["error"] or {"code": "INTERNAL_ERROR", "message": job["message"], "details": {}}
        raise Refusal(refusal_text(error), exit_code(error["code"]), error["code"])
    return job


COMMANDS = {each.name: each for each in (install, update, rollback, uninstall, register)}
