"""The daemon as the commands ask it: refusals as exit codes, with the flag that is wrong and the next step."""

from collections.abc import Mapping, Sequence
from typing import Any

import click

from mining import __version__
from mining.cli.session import pasteable
from mining.client.address import DaemonAddress
from mining.client.error import NO_DAEMON, NOT_THE_PLATFORM, TIMED_OUT, ApiError
from mining.client.json_client import TIMEOUT, JsonClient, miner_path

__all__ = ("FAILED", "NOT_FOUND", "REFUSED", "UNREACHABLE", "Api", "Refusal", "miner_path")

FAILED, NOT_FOUND, UNREACHABLE, REFUSED = 1, 3, 4, 5  # exit codes; 0 is fine, 2 is click's for wrong usage
_FAILURES = ("DOWNLOAD_FAILED", "VERIFICATION_FAILED", "STORAGE_FULL", "INTERNAL_ERROR")
HTTP_FORCE = "?force=true"  # as the API's sentences say it
COMMANDS_OF = {  # what lists the same as a request that a sentence names
    "GET /miners/available": "miner-ctrl available --json",
    "GET /profiles": "miner-ctrl profile list",
    "GET /keys": "miner-ctrl keys list",
    "GET /pools": "miner-ctrl pools",
    "GET /benchmarks": "miner-ctrl benchmarks",
}
_IN_FILE = frozenset({"pool", "wallet", "algo", "coin", "threads", "password", "worker", "tls"})  # or as flags
_SECOND = "second."
OLDER = "! The daemon is {}, older than this command ({}). To update it, restart serve; miners go on."
_FIELDS = {  # of options and arguments whose name in Python is another
    "kind": "minerType", "tls_fingerprint": "tlsFingerprint", "new_name": "name", "miner_name": "name", "begin": "from",
    "end": "to", "expires": "expiresAt", "keys": "input",
}  # fmt: skip
_GIVEN = click.core.ParameterSource.COMMANDLINE


class Refusal(click.ClickException):
    """The daemon did not do what was asked; the text says why and what to do next."""

    def __init__(self, text: str, exit_code: int, code: str = "", details: Mapping[str, Any] | None = None) -> None:
        super().__init__(pasteable(text))
        self.details = details or {}
        self.exit_code = exit_code  # type: ignore[misc]  # click declares it for the class, and reads it here
        self.code = code


class Api(JsonClient):
    """The daemon's API, whose refusals are those of the command line."""

    agent = "miner-ctrl"

    def __init__(self, address: DaemonAddress, timeout: float = TIMEOUT, quiet: bool = False) -> None:
        super().__init__(address, timeout)
        self._written_by, self._quiet = address.version, quiet

    def health(self) -> Any:
        """How the daemon itself is."""
        health = super().health()
        self._note_age(health["version"])
        return health

    def _data(self, method: str, target: str, body: Any) -> Any:
        try:
            return super()._data(method, target, body)
        except ApiError as error:
            raise refusal(error) from error
        except ValueError as error:
            raise click.UsageError(str(error)) from error

    def _exchange(self, method: str, target: str, body: Any) -> tuple[int, bytes, str | None]:
        answer = super()._exchange(method, target, body)
        self._note_age(self._written_by)
        return answer

    def _note_age(self, version: str | None) -> None:
        """Say once that the daemon is of an older version than this command."""
        if version in (None, __version__) or self._quiet:
            return
        from mining.domain.programs.version import newer

        if newer(__version__, version):
            self._quiet = True
            click.echo(pasteable(OLDER.format(version, __version__)), err=True)


def refusal(error: ApiError) -> Refusal:
    """What the daemon did not do, for a person: with the next step."""
    if error.code == TIMED_OUT:
        return Refusal(f"{error}.\nIt may still carry out the request; see: miner-ctrl events", FAILED, error.code)
    if error.code in (NO_DAEMON, NOT_THE_PLATFORM):
        return Refusal("\n".join([f"{error}.", *ways_to_a_daemon(error)]), UNREACHABLE, error.code)
    answer = {"code": error.code, "message": error.message, "details": error.details}
    return Refusal(refusal_text(answer), exit_code(error.code), error.code, error.details)


def ways_to_a_daemon(error: ApiError) -> Sequence[str]:
    """How to get an answer from where there was none."""
    if error.code == NOT_THE_PLATFORM:
        return ("Give the daemon's address with --url or MINING_URL.",)
    reason = error.details.get("reason")
    if reason is not None:
        return ("If it is yours, name its file with --cacert or MINING_CACERT.",) if reason.startswith("CERT") else ()
    return (
        "Start one with: miner-ctrl serve",
        "Or write --start before the command, which starts one in the background.",
        "If it runs elsewhere, give its address with --url or MINING_URL.",
    )


def exit_code(code: str) -> int:
    """What a script is told: refused for what the caller can change, failed for what only the machine can."""
    if code.endswith("NOT_FOUND"):
        return NOT_FOUND
    return FAILED if code in _FAILURES else REFUSED


def refusal_text(error: Mapping[str, Any]) -> str:
    """An API error for a person: the sentence, every faulty field as the flag that sets it, and the next step."""
    details, flags = error.get("details") or {}, flags_of_command()
    lines = [str(error["message"])]
    faults = [fault_text(fault["field"], fault["issue"]) for fault in details.get("fields") or ()]
    if len(faults) > 1:
        lines = [f"{len(faults)} errors:", *(f"  {fault}" for fault in faults)]
    elif faults and lines[0] == f"{details.get('field')}: {details.get('issue')}":
        lines = faults
    if details.get("suggestion") and str(details["suggestion"]) not in lines[0]:
        lines.append(str(details["suggestion"]))
    if error["code"] == "MINER_NOT_FOUND" and not (details.get("near") or details.get("types")):
        lines.append("See them all with: miner-ctrl list")
    if details.get("requestId"):
        lines.append(f"The daemon's log has more about request {details['requestId']}.")
    lines = [as_commands(line) for line in lines]
    if "force" in flags:
        lines = [line.replace(HTTP_FORCE, "--force") for line in lines]
    if error["code"] == "PAYEE_NOT_CONFIRMED":
        lines.append(f"To do it, say the same again with --confirm {details.get('confirm')}")
    return "\n".join(lines)


def flags_of_command() -> Mapping[str, str]:
    """The options and arguments of the command that runs, by the field that each sets: `--pool HOST:PORT` for pool.

    Where a configuration comes from a file, a field that no flag was given for is one of the file.
    """
    context = click.get_current_context(silent=True)
    if context is None:
        return {}
    flags, file = {}, context.params.get("file") is not None
    for each in context.command.params:
        name = each.name or ""
        words = [each.opts[0]] if isinstance(each, click.Option) else []
        words += [each.metavar] if each.metavar else [] if words else [name.upper()]
        field = name.replace("second_", _SECOND, 1) if name.startswith("second_") else _FIELDS.get(name, name)
        settable = field in _IN_FILE or field.startswith(_SECOND)
        if not settable or context.get_parameter_source(name) is _GIVEN or not file:
            flags[field] = " ".join(words)
    return flags


def as_commands(text: str) -> str:
    """A sentence of the API with commands in place of the requests that it names."""
    for request, command in COMMANDS_OF.items():
        text = text.replace(request, command)
    return text


def fault_text(field: str | None, issue: str) -> str:
    """What is wrong with a field, for a person: the flag that sets it, and why."""
    issue = as_commands(issue)
    return issue if field is None else f"{spelled(field, flags_of_command())}: {issue}"


def spelled(field: str, flags: Mapping[str, str]) -> str:
    """A field of the API as the flag that sets it; one that has no flag as it is."""
    field = field.removeprefix("config.")  # in which a profile holds what a start takes
    if field == "second" and (names := _given_second()):
        return ", ".join(names)
    if field == "config" and "pool" in flags:
        return f"{flags['pool']} and {flags['wallet']}"
    if field.startswith("options.") and "options" in flags:
        return f"--option {field.removeprefix('options.')}"
    return flags.get(field, field)


def _given_second() -> list[str]:
    """The flags of a second work that were given."""
    context = click.get_current_context()
    every = [each for each in context.command.params if (each.name or "").startswith("second_")]
    return [each.opts[0] for each in every if context.get_parameter_source(each.name or "") is _GIVEN]
