"""The documents of the API as files: `python -m mining.cli.reference openapi > docs/reference/openapi.json`."""

import json
import sys
from pathlib import Path
from typing import Any, get_args

from mining.api.app import DECLARED
from mining.api.asyncapi import socket_document
from mining.api.envelope import CODES
from mining.api.openapi import document
from mining.api.settings import DEFAULT_NAMESPACE
from mining.domain.message import TEMPLATES, parameters
from mining.domain.miner import ReasonCode
from mining.settings import Settings

SETTINGS = Settings(data_dir=Path("/home/me/.local/share/lethean-desktop"))


def main(arguments: list[str]) -> None:
    """Print one document."""
    json.dump({**DOCUMENTS, "messages": messages}[arguments[0]](), sys.stdout, indent=1, ensure_ascii=False)
    sys.stdout.write("\n")


def messages() -> dict[str, Any]:
    """Every sentence by its code, as it is said in English, with its parameters; and all errors and reasons."""
    sentences = {code: {"text": text, "params": sorted(parameters(code))} for code, text in sorted(TEMPLATES.items())}
    return {
        "messages": sentences,
        "errors": sorted(code for code, _ in CODES.values()),
        "reasons": sorted(get_args(ReasonCode)),
    }


DOCUMENTS = {
    "openapi": lambda: document(DEFAULT_NAMESPACE, DECLARED, SETTINGS),
    "asyncapi": lambda: socket_document(DEFAULT_NAMESPACE),
}  # which are promised: a client is made from them

if __name__ == "__main__":
    main(sys.argv[1:])
