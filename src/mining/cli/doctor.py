"""The command `doctor`: what is wrong or could be better here, worst first, and what to do next."""

import textwrap
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import click

from mining.cli.client import FAILED
from mining.cli.columns import terminal_width
from mining.cli.session import Command, Session, asks

# status: (sign, word, colour); the sign and the word say it where there is no colour
SIGNS = {
    "problem": ("✗", "problem", "red"),
    "warning": ("!", "warning", "yellow"),
    "unknown": ("?", "unknown", "magenta"),
    "info": ("i", "good to know", "cyan"),
    "ok": ("✓", "fine", "green"),
}
BAD = ("problem", "warning")
_WIDEST = 100


@click.command(cls=Command)
@asks
def doctor(session: Session) -> None:
    """Check this machine: what is wrong, what could be faster, how to fix it.

    It changes nothing. Exit code 1 with a problem or a warning, 0 otherwise.
    """
    report = session.api.post("/doctor")
    session.show(report, lambda: report_text(report, min(_WIDEST, terminal_width())))
    if any(check["status"] in BAD for check in report["checks"]):
        click.get_current_context().exit(FAILED)


def report_text(report: Mapping[str, Any], width: int = 80) -> str:
    """The report for a person."""
    checks: Sequence[Mapping[str, Any]] = report["checks"]
    return "\n".join([*_opening(checks, width), *_findings(checks, width), *_fine(checks), *_closing(checks, width)])


def _opening(checks: Sequence[Mapping[str, Any]], width: int) -> list[str]:
    counts = Counter(check["status"] for check in checks)
    counted = [f"{count} {_word(status, count)}" for status, count in counts.items()]
    opening = f"The doctor made {len(checks)} checks: {', '.join(counted)}."
    return [*textwrap.wrap(opening, width), ""]


def _word(status: str, count: int) -> str:
    word = SIGNS.get(status, ("?", status, ""))[1]
    return f"{word}s" if status in BAD and count > 1 else word


def _findings(checks: Sequence[Mapping[str, Any]], width: int) -> Iterator[str]:
    for check in checks:
        if check["status"] == "ok":
            continue
        sign, word, colour = SIGNS.get(check["status"], ("?", check["status"], "white"))
        yield f"{click.style(f'{sign} {word}', fg=colour, bold=True)}: {click.style(check['title'], bold=True)}"
        yield from _wrapped(check["meaning"], width)
        if check["gain"]:
            yield from _wrapped(f"Gain: {check['gain']}.", width)
        if check["fix"]:
            yield f"  To fix it: {check['fix']}" if check["status"] in BAD else f"  Optional: {check['fix']}"
        yield ""


def _fine(checks: Sequence[Mapping[str, Any]]) -> list[str]:
    titles = [check["title"] for check in checks if check["status"] == "ok"]
    if not titles:
        return []
    head = click.style("✓ fine", fg="green", bold=True)
    return [f"{head}:", *(f"  {title}" for title in titles), ""]


def _closing(checks: Sequence[Mapping[str, Any]], width: int) -> list[str]:
    bad = [check for check in checks if check["status"] in BAD]
    if not bad:
        return textwrap.wrap("Nothing is wrong. Next step: miner-ctrl available lists the mining programs.", width)
    alike = [check for check in bad if check["status"] == bad[0]["status"]]
    first = next((check for check in alike if check["fix"]), bad[0])  # what is done in a minute comes first
    if first["fix"] is None:
        what = f"Next step: fix “{first['title']}” as described above, then run miner-ctrl doctor again."
        return textwrap.wrap(what, width)
    what = "Next step: type this command, then run miner-ctrl doctor again."
    return [*textwrap.wrap(what, width), "", f"  {first['fix']}"]


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(
        text, width, initial_indent="  ", subsequent_indent="  ", break_long_words=False, break_on_hyphens=False
    )


COMMANDS = {"doctor": doctor}
