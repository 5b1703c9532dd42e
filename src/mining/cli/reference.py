"""The documents of the API as files: `python -m mining.cli.reference openapi > docs/reference/openapi.json`."""

import json
import sys
from pathlib import Path

from mining.api.app import DECLARED
from mining.api.asyncapi import socket_document
from mining.api.openapi import document
from mining.api.settings import DEFAULT_NAMESPACE
from mining.settings import Settings

SETTINGS = Settings(data_dir=Path("/home/me/.local/share/lethean-desktop"))


def main(arguments: list[str]) -> None:
    """Print one document."""
    json.dump(DOCUMENTS[arguments[0]](), sys.stdout, indent=1, ensure_ascii=False)
    sys.stdout.write("\n")


DOCUMENTS = {
    "openapi": lambda: document(DEFAULT_NAMESPACE, DECLARED, SETTINGS),
    "asyncapi": lambda: socket_document(DEFAULT_NAMESPACE),
}

if __name__ == "__main__":
    main(sys.argv[1:])
