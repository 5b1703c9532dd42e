"""The commands `backup` and `restore`: what the owner of a rig decided, in one encrypted file."""

import os
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mining.cli.client import FAILED, REFUSED, Refusal
from mining.cli.session import Command, Session, asks, leading_flags
from mining.cli.settings import file_in_use, named_folder, resolved

if TYPE_CHECKING:  # `--help` needs none of it
    from mining.storage.archive import BackupContent

LEAST = 8  # characters of a passphrase
_FILE = click.Path(dir_okay=False, path_type=Path)
_PASSPHRASE = click.option(
    "--passphrase-file", type=_FILE, metavar="FILE", help="A file with the passphrase in its first line."
)


@click.command(cls=Command)
@click.argument("file", type=_FILE)
@click.option("--history", is_flag=True, help="With the figures and the timeline, which may be large.")
@_PASSPHRASE
@asks
def backup(session: Session, file: Path, history: bool, passphrase_file: Path | None) -> None:
    """Write profiles, miners, pools, keys and settings into a new FILE, encrypted with a passphrase.

    The daemon may run. The tool `age` opens the file, too.
    """
    from mining.foundation.platform import make_private, open_file
    from mining.storage.archive import packed
    from mining.storage.backup import collect

    if file.exists():
        raise click.UsageError(f"{file} is there already; name a new file")
    data, settings = places(session)
    passphrase = secret(passphrase_file, new=True)
    with refusals(f"{data} was not backed up"):
        files = collect(data, settings, history=history)
        content = packed(files, socket.gethostname(), passphrase)
    try:
        with os.fdopen(open_file(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL), "wb") as output:
            make_private(file)
            output.write(content)
            output.flush()
            os.fsync(output.fileno())
    except BaseException:
        file.unlink(missing_ok=True)
        raise
    holds = sorted(files)
    state = {"file": str(file), "bytes": len(content), "holds": holds}
    session.done(
        state,
        lambda: (
            f"{file} holds {', '.join(holds)}.\n"
            "Without its passphrase nobody can open it; keep both, apart from each other."
        ),
    )


@click.command(cls=Command)
@click.argument("file", type=_FILE)
@_PASSPHRASE
@click.option("--without-settings", is_flag=True, help="Leave the settings as they are.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@asks
def restore(session: Session, file: Path, passphrase_file: Path | None, without_settings: bool, yes: bool) -> None:
    """Put a backup back: shows first what it would change, and asks. The daemon must not run.

    Who is paid is shown as old → new. A copy of what was there stays in the data folder.
    """
    from mining.cli.backup_changes import changes
    from mining.foundation.files import read_plain
    from mining.storage.archive import SETTINGS, unpacked
    from mining.storage.folder import data_folder
    from mining.storage.restore import restore as put_back

    with refusals(f"{file} was not restored"):
        content = unpacked(read_plain(file), secret(passphrase_file, new=False))
    if without_settings:
        content = content._replace(files={name: each for name, each in content.files.items() if name != SETTINGS})
    data, settings = target(session, content)
    with refusals(f"{file} was not restored"), data_folder(data):
        shown = changes(data, settings, content)
        if not session.for_programs:
            click.echo("\n".join([_head(file, content, data), *shown.lines]))
        if not yes:
            if session.for_programs:
                raise click.UsageError("with --json nothing is asked: say --yes")
            click.confirm("Put it in place of what is there?", abort=True)
        aside = put_back(data, settings, content.files, content.made_at)
    state = {"data": str(data), "restored": sorted(content.files), "aside": str(aside), "changes": shown.lines}
    lines = [f"It is restored. What was there before is in {aside}."]
    if shown.programs:
        lines.append("Mining programs are not part of a backup. Install them once the daemon runs:")
        lines += [f"  miner-ctrl install {type}" for type in shown.programs]
    lines.append("Start the daemon with: miner-ctrl serve")
    session.done(state, lambda: "\n".join(lines))


def _head(file: Path, content: "BackupContent", data: Path) -> str:
    host = content.host if content.host.isprintable() else "?"
    return f"{file} was made on {host[:64]} at {content.made_at}, by version {content.version}. It would change {data}:"


def places(session: Session) -> tuple[Path, Path]:
    """The data folder of this call and its settings file."""
    named = named_folder(session.data_dir)
    data = resolved(None, {"data_dir": leading_flags().get("data_dir")}).settings.data_dir
    return data, file_in_use(None, named)


def target(session: Session, content: "BackupContent") -> tuple[Path, Path]:
    """Where a backup is put: the folder of this call, else the one that its own settings name."""
    from mining.storage.archive import SETTINGS

    data, settings = places(session)
    if SETTINGS not in content.files:
        return data, settings
    values = settings_in(settings, content.files[SETTINGS])
    if named_folder(session.data_dir) is None and isinstance(values.get("data_dir"), str):
        data = Path(values["data_dir"]).expanduser().absolute()
    return data, settings


def settings_in(path: Path, raw: bytes) -> Mapping[str, Any]:
    """The settings of a backup by name; Refusal for those with which no daemon would start here."""
    from mining.settings import InvalidSettings, SettingInputs, name_of, resolve
    from mining.settings.file import BadFile, values_in

    try:
        values = values_in(path, raw.decode())
        resolve(SettingInputs(path, path.parent, values))
    except (BadFile, InvalidSettings, UnicodeDecodeError) as error:
        raise Refusal(
            f"the settings of the backup cannot be used here: {error}\nLeave them out with --without-settings", REFUSED
        ) from error
    return {name_of(str(key)): value for key, value in values.items()}


def secret(file: Path | None, *, new: bool) -> str:
    """The passphrase: from a file that nobody else can read, else asked for without echo, a new one twice."""
    if file is not None:
        from mining.client.key_text import text_in

        try:
            text = text_in(file, "passphrase").partition("\n")[0].strip("\r")
        except ValueError as error:
            raise click.UsageError(str(error)) from error
    else:
        text = click.prompt("Passphrase", hide_input=True, confirmation_prompt=new, err=True)
    if new and len(text) < LEAST:
        raise click.UsageError(f"the passphrase must have {LEAST} characters or more; several words are best")
    return text


@contextmanager
def refusals(what: str) -> Iterator[None]:
    """What cannot be done, as a refusal that says what was not."""
    from mining.foundation.document import NewerDocument
    from mining.storage.archive import BadBackup
    from mining.storage.folder import FolderRefused

    try:
        yield
    except NewerDocument as error:
        whose = f"version {error.written_by}" if error.written_by else "a newer version"
        raise Refusal(
            f"{what}: {error.name} was written by {whose}. Use that version, or a newer one.", FAILED
        ) from error
    except FolderRefused as error:
        raise Refusal(f"{what}: {error}.\nEnd that daemon first: the miners go on.", REFUSED) from error
    except BadBackup as error:
        raise Refusal(f"{what}: {error}.", FAILED) from error
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        raise Refusal(f"{what}: {where}{(error.strerror or str(error)).lower()}.", FAILED) from error


COMMANDS = {"backup": backup, "restore": restore}
