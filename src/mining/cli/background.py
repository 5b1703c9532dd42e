"""The option `--start`: a daemon in the background, where none answers."""

import os
import subprocess
import sys
import time
from pathlib import Path

import click

from mining.cli.client import FAILED, Refusal
from mining.cli.session import Session, leading_flags
from mining.client.address import DaemonAddress
from mining.client.error import ApiError
from mining.client.json_client import JsonClient
from mining.foundation.platform import OWN_SESSION, open_file, private_folder

LOG = "serve.log"  # in the data folder: what `serve` would print
LIMIT = 120.0  # seconds until it answers; one that has to look through a long history takes some
LOOK = 0.1  # seconds between looks
_ONE_ANSWER = 5.0  # seconds


def ensure_daemon(session: Session) -> None:
    """Start the daemon of the data folder unless it answers; it outlives this command, as the miners outlive it."""
    if session.named:
        raise click.UsageError("--start starts the daemon of a data folder; leave out --url and MINING_URL")
    if answers(session.address):
        return
    log = session.address.folder / LOG
    process = spawn(log)
    deadline = time.monotonic() + LIMIT
    while not answers(session.address):
        if process.poll() is not None and not answers(session.address):  # unless another call was quicker
            raise Refusal(f"the daemon did not start:\n{last_words(log)}", FAILED)
        if time.monotonic() > deadline:
            raise Refusal(f"the daemon (pid {process.pid}) does not answer yet; see its log: {log}", FAILED)
        time.sleep(LOOK)
    if process.poll() is None and not session.silent:
        click.echo(f"A daemon was started in the background (pid {process.pid}). Its log: {log}", err=True)


def spawn(log: Path) -> "subprocess.Popen[bytes]":
    """`serve` in a session of its own, so that it does not end with this terminal."""
    private_folder(log.parent, parents=True)
    folder = [f"--data-dir={value}" for name, value in leading_flags().items() if name == "data_dir"]
    argv = [sys.executable, "-m", "mining.cli.main", *folder, "serve"]
    with os.fdopen(open_file(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), "wb") as output:
        return subprocess.Popen(argv, stdin=subprocess.DEVNULL, stdout=output, stderr=output, **OWN_SESSION)


def answers(address: DaemonAddress) -> bool:
    """Whether a daemon is there."""
    try:
        with JsonClient(address, _ONE_ANSWER) as client:
            client.health()
    except ApiError as error:
        return error.code not in ("NO_DAEMON", "NOT_THE_PLATFORM")
    return True


def last_words(log: Path) -> str:
    """The end of what it printed."""
    return "\n".join(log.read_text("utf-8", errors="replace").splitlines()[-8:]) or f"it printed nothing; see {log}"
