"""Commands for mining programs: install, rollback, uninstall."""

import time
from typing import Any
from urllib.parse import quote

import click

from mining.cli.client import FAILED, REFUSED, Refusal, miner_path, refusal_text
from mining.cli.session import Command, Session, asks

LOOK = 0.2  # seconds between looks at a job
STAGES = {"verify": "Verifying", "unpack": "Unpacking", "try": "Trying", "switch": "Switching", "done": "Done"}


@click.command(cls=Command)
@click.argument("type")
@click.option("--version", help="Which one; the latest when absent.")
@click.option("--force", is_flag=True, help="Even if exactly that version is in use.")
@asks
def install(session: Session, type: str, version: str | None, force: bool) -> None:
    """Install a mining program from its author's release, proven; TYPE is such as xmrig."""
    path = miner_path(type, "/install")
    job = session.api.post(path, version=version, force=force, wait="false")
    shown = ""
    while job["state"] == "running":
        line = progress_text(job.get("progress"))
        if line != shown and not session.json:
            click.echo(line, err=True)
            shown = line
        time.sleep(LOOK)
        job = session.api.get(f"/jobs/{quote(job['id'], safe='')}")
    if job["state"] == "failed":
        error = {"code": "", "message": job["message"], **(job["error"] or {})}
        raise Refusal(refusal_text(error), REFUSED if "fields" in error.get("details", {}) else FAILED)
    session.show(job, lambda: job["message"])


@click.command(cls=Command)
@click.argument("type")
@asks
def rollback(session: Session, type: str) -> None:
    """Use the version before; a running miner keeps its own until restarted."""
    data = session.api.post(miner_path(type, "/rollback"))
    session.show(data, lambda: data["message"])


@click.command(cls=Command)
@click.argument("type")
@asks
def uninstall(session: Session, type: str) -> None:
    """Remove a mining program; refused while a miner of its type runs."""
    data = session.api.delete(miner_path(type, "/uninstall"))
    session.show(data, lambda: data["message"])


def progress_text(progress: dict[str, Any] | None) -> str:
    """One stage in words; a download in steps of 10 %."""
    if progress is None:
        return "Asking the author's releases"
    if progress["stage"] != "download":
        return STAGES[progress["stage"]]
    if not progress["total"]:
        return "Downloading"
    tenth = 10 * (10 * (progress["bytes"] or 0) // progress["total"])
    return f"Downloading {progress['total'] / 1e6:.1f} MB: {tenth} %"


COMMANDS = {each.name: each for each in (install, rollback, uninstall)}
