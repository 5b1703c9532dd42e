"""What docs/reference holds, made from the code: `python -m mining.cli.reference --write`."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, get_args

import click

from mining.api.app import DECLARED
from mining.api.asyncapi import socket_document
from mining.api.envelope import CODES
from mining.api.openapi import document
from mining.api.settings import DEFAULT_NAMESPACE
from mining.cli.miners_page import miners_page
from mining.domain.message import TEMPLATES, parameters
from mining.domain.miner import ReasonCode
from mining.foundation.files import write_whole
from mining.settings import Settings

FOLDER = Path(__file__).parents[3] / "docs" / "reference"
SETTINGS = Settings(data_dir=Path("/home/me/.local/share/lethean-desktop"))


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


def _json_text(made: Mapping[str, Any]) -> str:
    return json.dumps(made, indent=1, ensure_ascii=False) + "\n"


PAGES: Mapping[str, Callable[[], str]] = {
    "openapi.json": lambda: _json_text(DOCUMENTS["openapi"]()),
    "asyncapi.json": lambda: _json_text(DOCUMENTS["asyncapi"]()),
    "messages.json": lambda: _json_text(messages()),
    "miners.md": miners_page,
}  # what stands in FOLDER, by its file name
NAMES = {Path(file).stem: file for file in PAGES}


@click.command()
@click.argument("names", nargs=-1, type=click.Choice(list(NAMES)))
@click.option("--write", is_flag=True, help="Put them into docs/reference; only once all of them could be made.")
def main(names: tuple[str, ...], write: bool) -> None:
    """Print the named documents of docs/reference, or with --write put them there; all four where none is named."""
    made = {NAMES[name]: PAGES[NAMES[name]]() for name in names or NAMES}
    if not write:
        click.echo("".join(made.values()), nl=False)
        return
    if not FOLDER.is_dir():
        raise click.ClickException(f"there is no {FOLDER}: documents are written in a checkout of the sources.")
    for file, text in made.items():
        place = FOLDER / file
        write_whole(place, text.encode(), like=place.stat() if place.exists() else None)


if __name__ == "__main__":
    main()
