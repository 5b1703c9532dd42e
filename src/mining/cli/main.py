"""The command `miner-ctrl`: its group, its global options, and where each command is found."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from mining.cli.session import INTERRUPTED, JSON_HELP, OUTPUT_HELP, OUTPUTS, QUIET_HELP, TABLE, Session, pasteable

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

# name: (module, what `--help` says of it); a module is imported when its command is called, so that `--help` is quick
COMMANDS = {
    "serve": ("serve", "Run the daemon in the foreground until Ctrl-C."),
    "settings": ("settings", "Show the daemon's settings, and change them while it runs."),
    "demo": ("demo", "Mine for real on this machine alone, to try everything."),
    "install": ("programs", "Install a mining program from its author's release."),
    "update": ("programs", "Check for newer mining programs and install them."),
    "rollback": ("programs", "Go back to the previous version of a program."),
    "uninstall": ("programs", "Remove a mining program."),
    "register": ("programs", "Register a mining program that you already have."),
    "start": ("miners", "Start a miner of a TYPE such as xmrig."),
    "bench": ("bench", "Measure how fast a program computes an algorithm on this machine."),
    "benchmarks": ("bench", "List what was measured on this machine."),
    "check": ("check", "Check a start without starting: program, configuration, logins, memory, pools."),
    "stop": ("miners", "Stop a miner. A stopped miner stays stopped."),
    "restart": ("miners", "Restart a miner; a stopped miner is started."),
    "pause": ("miners", "Pause a miner without ending its process."),
    "resume": ("miners", "Resume a paused miner."),
    "send": ("miners", "Type KEYS into a miner's terminal."),
    "profile": ("profiles", "Save configurations under a name: create, list, show, edit, start, export …"),
    "import": ("profiles", "Make a profile from XMRig's config.json."),
    "pools": ("pools", "List, add, remove and test pools (also: pool)."),
    "wallet": ("wallet", "Check an address before anybody is paid there."),
    "list": ("views", "List all miners, one line each (also: ls)."),
    "status": ("views", "Show the status of one miner, or of the daemon and all miners."),
    "summary": ("whole_rig", "Show the totals of all miners, each algorithm apart."),
    "stats": ("views", "Show the statistics of a miner."),
    "history": ("history", "Show the figures of miners over a stretch of the past, as a table or CSV."),
    "logs": ("views", "Show the output of a miner's program."),
    "daemon-logs": ("daemon_logs", "Show the daemon's own log."),
    "events": ("views", "Show the timeline: what happened, when, why and who asked."),
    "available": ("views", "List every miner type, or tell all about one."),
    "info": ("views", "Show this machine's hardware and the installed programs."),
    "open": ("browser", "Open the dashboard in the browser."),
    "doctor": ("doctor", "Check this machine: what is wrong, what could be faster, how to fix it."),
    "keys": ("keys", "Create, list and revoke access keys for other people and machines."),
    "audit": ("keys", "Show who changed what, and verify that nothing is missing."),
    "notify-test": ("notifications", "Send a test message to every target of the setting `notify`."),
    "completion": ("completion", "Print what completes commands and names in your shell."),
    "version": ("views", "Show the version of this command and of the daemon."),
    "backup": ("backup", "Write profiles, miners, keys and settings into an encrypted file."),
    "restore": ("backup", "Put a backup back: shows first what it would change."),
    "support-bundle": ("support", "Collect what somebody needs to help you, without secrets."),
    "service": ("daemon_service", "Start the daemon by itself, at log-in or at boot."),
    "top": ("top", "Watch and steer all miners on one page of the terminal."),
    "shell": ("shell", "Run commands one after the other, with history and completion."),
}
_ALIASES = {"ls": "list", "config": "settings", "adopt-binary": "register", "pool": "pools"}


class _Group(click.Group):
    def list_commands(self, context: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        name = _ALIASES.get(name, name)
        if name not in COMMANDS:
            return None
        commands: dict[str, click.Command] = import_module(f"mining.cli.{COMMANDS[name][0]}").COMMANDS
        return commands[name]

    def shell_complete(self, context: click.Context, incomplete: str) -> "list[CompletionItem]":
        from click.shell_completion import CompletionItem

        items = [CompletionItem(name, help=text) for name, (_, text) in COMMANDS.items() if name.startswith(incomplete)]
        return items + click.Command.shell_complete(self, context, incomplete)

    def resolve_command(
        self, context: click.Context, arguments: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(context, arguments)
        except click.NoSuchCommand as error:  # of which click sees no names, for they are loaded one at a time
            raise click.NoSuchCommand(error.command_name, possibilities=(*COMMANDS, *_ALIASES), ctx=context) from error

    def invoke(self, context: click.Context) -> Any:
        try:
            return super().invoke(context)
        except click.UsageError as error:
            if type(error) is not click.UsageError:  # those name no commands, and put their own sentences together
                raise
            raise click.UsageError(pasteable(error.message), error.ctx) from error
        except KeyboardInterrupt:  # what is begun and not done, such as the start of a daemon, is no failure to tell of
            context.exit(INTERRUPTED)

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--url", envvar="MINING_URL", help="The daemon's API.  [default: that of the data folder's daemon]")
@click.option(
    "--data-dir",
    type=click.Path(file_okay=False, path_type=Path),
    envvar="MINING_DATA_DIR",
    help="The data folder of the daemon.",
)
@click.option(
    "--key",
    "--token",
    "key",
    envvar=["MINING_KEY", "MINING_TOKEN"],
    help="The access key, for a daemon that requires one.",
)
@click.option(
    "--key-file",
    type=click.Path(dir_okay=False, path_type=Path),
    envvar="MINING_KEY_FILE",
    help="A file with the access key, which nobody else can read.",
)
@click.option(
    "--cacert",
    type=click.Path(dir_okay=False, path_type=Path),
    envvar="MINING_CACERT",
    help="Certificates to trust, for a daemon that speaks TLS with its own.",
)
@click.option("--output", type=click.Choice(OUTPUTS), default=TABLE, help=OUTPUT_HELP)
@click.option("--json", "as_json", is_flag=True, help=JSON_HELP)
@click.option("--quiet", is_flag=True, help=QUIET_HELP)
@click.option("--start", is_flag=True, help="Start a daemon in the background where none answers.")
@click.pass_context
def cli(context: click.Context, /, as_json: bool, **options: Any) -> None:
    """Start, watch and stop mining programs through the daemon.

    Exit codes: 0 fine, 1 failed, 2 wrong usage, 3 not found, 4 no daemon, 5 refused.
    """
    context.obj = Session(**options | ({"output": "json"} if as_json else {}))
    if os.environ.get("NO_COLOR"):
        context.color = False


def main() -> NoReturn:
    """Run one command."""
    _open_streams()
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:  # a terminal without these signs gets question marks, not a crash
            reconfigure(errors="replace")
    leave(run())


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command, that of this process where none is named; its exit code."""
    try:
        cli(arguments, prog_name="miner-ctrl")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except OSError as error:  # a file or folder that we may not use
        where = f"{error.filename}: " if error.filename else ""
        click.echo(f"Error: {where}{(error.strerror or str(error)).lower()}", err=True)
        return 1
    return 0


def _open_streams() -> None:
    """Put the null device where a caller has closed stdin, stdout or stderr, so that no other file takes its place."""
    for number, (name, mode) in enumerate((("stdin", "r"), ("stdout", "w"), ("stderr", "w"))):
        if getattr(sys, name) is None and os.open(os.devnull, os.O_RDWR) == number:
            setattr(sys, name, os.fdopen(number, mode, encoding="utf-8"))


def leave(code: int) -> NoReturn:
    """End without taking the interpreter apart, which would be a fifth of what a short command takes."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:  # who read our output has gone
        code = code or 1
    os._exit(code)


if __name__ == "__main__":
    main()
