"""The page of all endpoints, from the OpenAPI document."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

DOCUMENT = Path(__file__).resolve().parents[1] / "reference/openapi.json"
_HEAD = """# API Endpoints

Every operation of the API, made from its OpenAPI document, which a daemon serves too: `GET /openapi.json`, and as a
page to try it all, `/swagger/index.html`. Paths begin with the namespace, `/api/v1/mining` unless a
[setting](../guides/settings.md) says otherwise. [The overview](../guides/api.md) explains answers, lists and who
may ask.
"""


def endpoints() -> str:
    """The page, sorted as the document's tags are."""
    document = json.loads(DOCUMENT.read_text("utf-8"))
    operations = [
        (path, verb, operation)
        for path, verbs in document["paths"].items()
        for verb, operation in verbs.items()
        if verb in {"get", "put", "post", "delete", "patch"}
    ]
    parts = [_HEAD]
    for tag in document["tags"]:
        parts.append(f"## {tag['name'].capitalize()}\n\n{tag.get('description', '')}\n")
        for path, verb, operation in operations:
            if tag["name"] in operation["tags"]:
                parts.extend(_operation(document, path, verb, operation))
    return "\n".join(parts)


def _operation(document: dict[str, Any], path: str, verb: str, operation: dict[str, Any]) -> Iterator[str]:
    about, role = operation.get("description", ""), operation.get("x-role")
    yield f"### {operation['summary']}\n\n`{verb.upper()} {path}`\n"
    if about and about.rstrip(".") != operation["summary"]:
        yield f"{about}\n"
    if role:
        yield f"Asks for the role {role}.\n"
    parameters = [_resolved(document, each) for each in operation.get("parameters", ())]
    if parameters:
        yield "| parameter | where | type | meaning |\n|---|---|---|---|"
        yield "".join(f"{_row(document, each)}\n" for each in parameters)
    body = operation.get("requestBody")
    if body:
        yield f"Body: {_media(_resolved(document, body))}.\n"
    for status, response in operation["responses"].items():
        answer = _resolved(document, response)
        if status.startswith("2"):
            yield f"Answers {status} with {_media(answer)}.\n" if answer.get("content") else f"Answers {status}.\n"
    refusals = [status for status in operation["responses"] if not status.startswith("2")]
    if refusals:
        yield f"Refusals: {', '.join(refusals)}; see [errors](errors.md).\n"


def _row(document: dict[str, Any], parameter: dict[str, Any]) -> str:
    name = f"`{parameter['name']}`{' (needed)' if parameter.get('required') else ''}"
    about = parameter.get("description", "").replace("|", "\\|")
    return f"| {name} | {parameter['in']} | {_type(document, parameter.get('schema', {}))} | {about} |"


def _media(part: dict[str, Any]) -> str:
    return " or ".join(
        f"`{_name(content['schema'])}` (`{media}`)" if "schema" in content else f"`{media}`"
        for media, content in part.get("content", {}).items()
    )


def _name(schema: dict[str, Any]) -> str:
    return str(schema.get("$ref", "").rsplit("/", 1)[-1] or schema.get("type", "any"))


def _type(document: dict[str, Any], schema: dict[str, Any]) -> str:
    """A type in a few words: its name or its choices, limits and default."""
    whole = _resolved(document, schema)
    if "enum" in whole:
        text = ", ".join(f"`{each}`" for each in whole["enum"])
    elif whole.get("type") == "array":
        text = f"list of {_type(document, whole['items'])}"
    else:
        text = str(whole.get("type", "any"))
    limits = [f"{word} {whole[key]}" for key, word in (("minimum", "from"), ("maximum", "to")) if key in whole]
    default = [f"else {whole['default']}"] if whole.get("default") is not None else []
    return ", ".join([text, " ".join(limits), *default] if limits else [text, *default])


def _resolved(document: dict[str, Any], part: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in part:
        found: Any = document
        for key in part["$ref"].removeprefix("#/").split("/"):
            found = found[key]
        part = found
    return part
