"""The command `support-bundle`: what somebody needs to help, in one file, without what is nobody's business."""

import os
import platform
import sys
import time
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

import click

from mining.cli.client import UNREACHABLE, Refusal, miner_path
from mining.cli.scrub import Scrub
from mining.cli.session import Command, Session, asks, leading_flags
from mining.client.address import data_folder

LINES = 200  # of each miner's text
DAEMON_LINES = 1000
EVENTS = 200
_LEFT_OUT = (
    "Masked: wallets, logins, targets of notifications, your name, the name of this machine, its private addresses. "
    "Left out: passwords, keys, tokens, profiles, history, audit, programs."
)


@click.command("support-bundle", cls=Command)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), required=False)
@click.option("--yes", is_flag=True, help="Do not ask.")
@asks
def support_bundle(session: Session, file: Path | None, yes: bool) -> None:
    """Collect what somebody needs to help you, without secrets: show what that is, ask, and write FILE.

    FILE is a zip of text files.  [default: mining-support-TIME.zip here]
    """
    place = file or Path(time.strftime("mining-support-%Y%m%dT%H%M%SZ.zip", time.gmtime()))
    if place.exists():
        raise click.UsageError(f"{place} is there already; name a new file")
    texts = bundle(session)
    if not session.for_programs:
        rows = [f"  {name} ({len(text.encode()):,} bytes)" for name, text in texts.items()]
        click.echo("\n".join(["The bundle would hold:", *rows, _LEFT_OUT]))
    if not yes:
        if session.for_programs:
            raise click.UsageError("with --json nothing is asked: say --yes")
        click.confirm(f"Write {place}?", abort=True)
    write(place, texts)
    session.done(
        {"file": str(place), "holds": list(texts)},
        lambda: f"{place} is written. Read it before you give it away: unzip -p {place} | less",
    )


def bundle(session: Session) -> dict[str, str]:
    """Every file of the bundle by name, without secrets."""
    answers = dict(_answers(session))
    data = data_folder(session.data_dir)
    own = dict(_from_folder(session, data)) if not answers else {}
    scrub = Scrub(secrets=[*_secrets_of(answers), *_secrets_in(data)])
    texts = {"versions.json": versions()} | answers | own
    shown = {name: each for name, each in texts.items() if not name.startswith(".")}
    return {name: scrub.text(each) if isinstance(each, str) else scrub.json(each) for name, each in shown.items()}


def versions() -> dict[str, Any]:
    """What runs the command line."""
    from mining import __version__

    return {"client": __version__, "python": sys.version, "platform": platform.platform()}


def _answers(session: Session) -> Iterator[tuple[str, Any]]:
    """What the daemon tells; nothing when none answers. A name with a dot first is only looked at for secrets."""
    api = session.api
    try:
        yield "health.json", api.health()
    except Refusal as refusal:
        if refusal.exit_code != UNREACHABLE:
            raise
        return
    miners = _tried(lambda: api.all("/miners")["items"]) or []
    yield "miners.json", miners
    questions = {
        "doctor.json": lambda: api.post("/doctor"),
        "info.json": lambda: api.get("/info"),
        "attention.json": lambda: api.get("/attention"),
        "settings.json": lambda: api.get("/settings"),
        "events.json": lambda: api.get("/events", limit=EVENTS),
        "programs.json": lambda: [kind for kind in api.all("/miners/available")["items"] if kind.get("installed")],
        ".profiles": lambda: api.all("/profiles")["items"],
    }
    for name, ask in questions.items():
        if (answer := _tried(ask)) is not None:
            yield name, answer
    log = _tried(lambda: api.get("/daemon/logs", lines=DAEMON_LINES)["items"]) or []
    yield "daemon.log", "\n".join(f"{line['time']} {line['level'] or ''} {line['text']}" for line in log)
    for miner in miners:
        path = miner_path(miner["name"], "/logs")
        lines = _tried(lambda path=path: api.get(path, lines=LINES)["items"]) or []
        yield f"miners/{quote(miner['name'], safe='')}.log", "\n".join(line["text"] for line in lines)


def _tried(ask: Any) -> Any:
    """An answer; None for a refusal, for the rest is worth having without it."""
    with suppress(Refusal):
        return ask()
    return None


def _from_folder(session: Session, data: Path) -> Iterator[tuple[str, Any]]:
    """What can be read of a data folder whose daemon does not answer."""
    from mining.cli.settings import resolved
    from mining.processes.log_file import LogFile
    from mining.settings import SECRET, WIRE, marked
    from mining.settings.secret import masked

    with suppress(click.UsageError):
        settings = resolved(None, {"data_dir": leading_flags().get("data_dir")}).settings
        secret = {WIRE[name] for name in marked(SECRET)}
        yield (
            "settings.json",
            {name: masked(value) if name in secret else value for name, value in settings.to_json().items()},
        )
    with suppress(OSError):
        page = LogFile(data / "daemon-log").read(DAEMON_LINES, None)
        yield "daemon.log", "\n".join(line.text for line in page.items)
    for folder in sorted(data.glob("logs/*")):
        with suppress(OSError):
            page = LogFile(folder).read(LINES, None)
            yield f"miners/{quote(folder.name, safe='')}.log", "\n".join(line.text for line in page.items)


def _secrets_of(answers: Mapping[str, Any]) -> Iterator[str]:
    """What the daemon's answers show to its owner alone."""
    from mining.domain.redaction import secrets_of

    for miner in answers.get("miners.json", ()):
        yield from secrets_of(miner.get("config") or {})
    for profile in answers.get(".profiles", ()):
        yield from secrets_of(profile.get("config") or {})


def _secrets_in(data: Path) -> Iterator[str]:
    """What the data folder knows: wallets, passwords, targets, the admin's key, what runs say to their pools."""
    from mining.cli.backup_changes import records
    from mining.cli.settings import file_in_use
    from mining.domain.redaction import pool_secrets, secrets_of
    from mining.processes.run_folder import RunFolder
    from mining.settings import SECRET, marked, name_of
    from mining.settings.file import BadFile, text_of, values_in
    from mining.storage.archive import DOCUMENTS

    files = {name: (data / name).read_bytes() for name in DOCUMENTS if (data / name).is_file()}
    contents = records(files, strict=False)
    for config in contents.payers.values():
        yield from secrets_of(config.to_json())
        yield from pool_secrets(config)
    with suppress(OSError, UnicodeDecodeError):
        yield (data / "admin.token").read_text("ascii").strip()
    for folder in data.glob("run/*"):
        with suppress(OSError):
            yield from RunFolder(data / "run", folder.name).secrets()
    with suppress(BadFile):
        path = file_in_use(None, data if (data / "settings.yaml").exists() else None)
        for key, value in values_in(path, text_of(path) or "").items():
            if name_of(str(key)) in marked(SECRET):
                yield from map(str, value if isinstance(value, list) else [value])


def write(place: Path, texts: Mapping[str, str]) -> None:
    """Write the bundle, for its owner alone."""
    from mining.foundation.platform import make_private, open_file

    with os.fdopen(open_file(place, os.O_RDWR | os.O_CREAT | os.O_EXCL), "w+b") as output:
        make_private(place)
        with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as packed:
            for name, text in texts.items():
                packed.writestr(name, text)


COMMANDS = {"support-bundle": support_bundle}
