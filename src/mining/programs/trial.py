"""The first run of a fresh program, which is asked for its version before it is used."""

import re
from pathlib import Path

from mining.domain.adapter import MinerType
from mining.domain.errors import MinerNotInstalled, VerificationFailed
from mining.domain.message import phrase
from mining.foundation.antivirus import is_blocked
from mining.programs.registered import digest, unusable
from mining.programs.version import output_of, without_network

_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z._+-]{0,63}", re.ASCII)  # it becomes the name of a folder


def try_out(kind: MinerType, program: Path) -> tuple[str, str]:
    """Let a fresh program tell its version, without a network where that can be had; its SHA-256 and version."""
    try:
        before = digest(program)
        issue = unusable(program)
        if issue is not None and program.exists():
            raise VerificationFailed(phrase("program.cannot_run", file=program.name, why=issue), reason="try")
        output = output_of((*without_network(), *kind.version_argv(str(program))))
        after = digest(program)
    except OSError as error:  # TimeoutError among them
        if is_blocked(error) or not program.exists():
            raise taken_away(kind, program.name) from error
        text = phrase("program.not_tried", file=program.name, words=error.strerror or str(error))
        raise VerificationFailed(text, reason="try") from error
    version = kind.read_version(output)
    if version is None or not _VERSION.fullmatch(version) or version.endswith(".tmp") or before != after:
        text = phrase("program.is_another", file=program.name, program=kind.facts.title)
        raise VerificationFailed(text, reason="try", output=output.strip()[:200])
    return after, version


def taken_away(kind: MinerType, name: str) -> MinerNotInstalled:
    """The error for a file that an antivirus took from us."""
    text = phrase("program.quarantined", file=name, program=kind.facts.title)
    return MinerNotInstalled(text, type=kind.name, reason="quarantined", suggestion=f"miner-ctrl install {kind.name}")
