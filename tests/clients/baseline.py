"""What v1 promises, as two documents in `v1/`: `python -m tests.clients.baseline` writes them anew.

oasdiff compares the present documents with them; `v1/severity-levels.txt` adds what breaks generated clients alone:
the names of their functions, classes and types.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mining.cli.reference import DOCUMENTS
from tests.clients.tools import CACHE, HERE, go, outcome

V1 = HERE / "v1"


def breaks(old: Mapping[str, Any], new: Mapping[str, Any], folder: Path) -> list[str]:
    """What of a new document would break the clients of an old one."""
    tool = CACHE / "go" / "bin" / "oasdiff"
    for name, document in (("old", old), ("new", new)):
        text = json.dumps(document if "paths" in document else as_openapi(document))
        (folder / f"{name}.json").write_text(text)
    command = (tool, "breaking", "old.json", "new.json", "--format=singleline", "--fail-on=WARN")
    done = outcome(*command, f"--severity-levels={V1 / 'severity-levels.txt'}", folder=folder)
    lines = [line.strip() for line in done.stdout.splitlines() if line.startswith(("error", "warning"))]
    assert done.returncode == bool(lines), done.stdout + done.stderr
    return lines


def build() -> None:
    """oasdiff, as `go.sum` pins it."""
    go("build", "-o", CACHE / "go" / "bin" / "oasdiff", "github.com/oasdiff/oasdiff", folder=HERE / "go")


def as_openapi(socket: Mapping[str, Any]) -> dict[str, Any]:
    """The AsyncAPI document in the words of OpenAPI: a frame that is sent is an answer, one that is received a body."""
    paths: dict[str, Any] = {}
    for operation in socket["operations"].values():
        for reference in operation["messages"]:
            key = reference["$ref"].rpartition("/")[2]
            content = {"application/json": {"schema": socket["components"]["messages"][key]["payload"]}}
            answer: dict[str, Any] = {"200": {"description": key}}
            if operation["action"] == "send":
                paths[f"/{key}"] = {"get": {"responses": {"200": {"description": key, "content": content}}}}
            else:
                paths[f"/{key}"] = {"post": {"requestBody": {"content": content}, "responses": answer}}
    info = {"title": "frames", "version": "1"}
    schemas = {"schemas": socket["components"]["schemas"]}
    return {"openapi": "3.1.0", "info": info, "paths": paths, "components": schemas}


if __name__ == "__main__":
    for each, made in DOCUMENTS.items():
        (V1 / f"{each}.json").write_text(json.dumps(made(), indent=1, ensure_ascii=False) + "\n")
