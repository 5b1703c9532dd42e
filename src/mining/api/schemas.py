"""The schemas of all that is sent either way, in the words of OpenAPI 3.0, which every generator of clients reads.

What an answer says may grow within v1: it is an open object, all its keys are there, and its words are strings that
list the present ones. A request is judged, so its words are enums.
"""

import json
import re
from collections.abc import Callable, Iterable
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.json_schema import JsonSchemaMode, models_json_schema

from mining.domain import daemon_log, event, history, metrics, miner, pools, restart, rig, settings
from mining.domain.alerts import notification
from mining.domain.doctor import report
from mining.domain.payout import pool_table
from mining.domain.programs import jobs, release

REF = "#/components/schemas/{model}"
Schema = dict[str, Any]
_NAMES = {
    "MinerStatus": miner.Status,
    "Health": miner.Health,
    "Wanted": miner.Wanted,
    "ReasonCode": miner.ReasonCode,
    "ExitCause": restart.Cause,
    "EventKind": event.EventKind,
    "Quality": metrics.Quality,
    "Resolution": metrics.Resolution,
    "Metric": history.Metric,
    "Proof": release.Proof,
    "InstallStage": release.Stage,
    "LogLevel": daemon_log.LogLevel,
    "Outcome": rig.Outcome,
    "JobState": jobs.JobState,
    "CheckStatus": report.CheckStatus,
    "SettingSource": settings.Source,
    "Topic": notification.Topic,
    "PoolReach": pools.Reached,
    "LoginKind": pool_table.Login,
    "WorkerPlace": pool_table.Worker,
}
_WORDS = {get_args(kind): name for name, kind in _NAMES.items()}
_INT32 = 2**31 - 1
_GENERIC = re.compile(r"(Success)_(Page_)?([A-Za-z]+?)__?(?=\W|$)|(Page)_([A-Za-z]+?)_(?=\W|$)")


def name_of_words(words: Iterable[str]) -> str | None:
    """The name of a set of words, if it has one."""
    return _WORDS.get(tuple(words))


class Schemas:
    """The components of one document."""

    def __init__(self) -> None:
        self.components: dict[str, Schema] = {}

    def add_requests(self, models: Iterable[type[BaseModel]]) -> None:
        """The bodies of requests."""
        chosen: list[tuple[type[BaseModel], JsonSchemaMode]] = [(model, "validation") for model in models]
        _, document = models_json_schema(sorted(chosen, key=lambda pair: pair[0].__name__), ref_template=REF)
        for name, schema in document["$defs"].items():
            self.components[name] = self._model(name, schema, self._enum, without_defaults)

    def add_answers(self, models: Iterable[type[BaseModel]]) -> dict[type[BaseModel], str]:
        """What is answered; the name of each. A model that is sent too keeps the schema it is sent with."""
        chosen: list[tuple[type[BaseModel], JsonSchemaMode]] = [(model, "serialization") for model in models]
        references, raw = models_json_schema(chosen, ref_template=REF)
        document = json.loads(_GENERIC.sub(_of_what, json.dumps(raw)))
        for name, schema in document["$defs"].items():
            if name in self.components:
                self.components[name].pop("additionalProperties", None)
            else:
                self.components[name] = self._model(name, schema, self._open, opened)
        names = {model: references[model, "serialization"]["$ref"].rpartition("/")[2] for model, _ in chosen}
        return {model: _GENERIC.sub(_of_what, name) for model, name in names.items()}

    def word(self, name: str, words: Iterable[str]) -> Schema:
        """A reference to an enum that requests use."""
        self.components[name] = {"type": "string", "enum": list(words)}
        return {"$ref": REF.format(model=name)}

    def used(self, *roots: Any) -> dict[str, Schema]:
        """The components that these refer to, by themselves or through others."""
        reached: set[str] = set()
        waiting: list[Any] = [*roots]
        while waiting:
            for name in re.findall(r"#/components/schemas/(\w+)", repr(waiting.pop())):
                if name not in reached:
                    reached.add(name)
                    waiting.append(self.components[name])
        return {name: self.components[name] for name in sorted(reached)}

    def _model(
        self, name: str, schema: Schema, words: Callable[[str, Schema], Schema], finish: Callable[[Schema], Schema]
    ) -> Schema:
        return finish(self._plain(schema, name, words))

    def _plain(self, schema: Schema, name: str, words: Callable[[str, Schema], Schema]) -> Schema:
        """A schema of pydantic's in the words of OpenAPI 3.0; `name` is what a set of words in it would be called."""
        plain: Schema = {}
        for key, value in schema.items():
            if key == "properties":
                plain[key] = {each: self._plain(its, name + _capital(each), words) for each, its in value.items()}
            elif key in ("items", "additionalProperties") and isinstance(value, dict):
                plain[key] = self._plain(value, name, words)
            elif key == "examples":
                plain["example"] = value[0]
            elif key == "const":
                plain["enum"] = [value]
            elif key == "default" and value is None:
                continue  # that it may be null, its type says
            elif key not in ("title", "anyOf"):
                plain[key] = value
        if "anyOf" in schema:
            plain = self._any_of([self._plain(each, name, words) for each in schema["anyOf"]], plain)
        if "enum" in plain and plain.get("type") == "string":
            plain = words(name, plain)
        if "$ref" in plain and len(plain) > 1:
            plain["allOf"] = [{"$ref": plain.pop("$ref")}]
        return numbered(plain)

    def _any_of(self, parts: list[Schema], rest: Schema) -> Schema:
        real_parts = [part for part in parts if part.get("type") != "null"]
        nullable = {"nullable": True} if len(real_parts) < len(parts) else {}
        if len(real_parts) > 1:
            return {"anyOf": [{**each, **nullable} for each in real_parts], **rest, **nullable}
        part = real_parts[0]
        if nullable and "$ref" in part:
            target = self.components.get(part["$ref"].rpartition("/")[2], {})
            if target.get("type") == "string":
                return {**target, **rest, **nullable}
            return {"allOf": [part], **rest, **nullable}
        return {**part, **rest, **nullable}

    def _enum(self, name: str, schema: Schema) -> Schema:
        """Words that a request chooses from."""
        own = f"{name_of_words(schema['enum']) or name}Choice"
        self.components[own] = {"type": "string", "enum": schema["enum"]}
        return {**{key: value for key, value in schema.items() if key not in ("type", "enum")}, **_ref(own)}

    def _open(self, name: str, schema: Schema) -> Schema:
        """Words that an answer says; a newer version may say others."""
        own = name_of_words(schema["enum"]) or name
        text = f"One of {', '.join(f'`{word}`' for word in schema['enum'])}; later versions may say others."
        self.components[own] = {"type": "string", "description": text, "example": schema["enum"][0]}
        return {**{key: value for key, value in schema.items() if key not in ("type", "enum")}, **_ref(own)}


def without_defaults(schema: Schema) -> Schema:
    """A request's schema whose fields may be left out without a `default`, which generators take for a duty."""
    for each in schema.get("properties", {}).values():
        if "default" in each:
            default = each.pop("default")
            if default not in ([], {}, ""):
                text = each.get("description", "").rstrip(".")
                each["description"] = f"{text}. Absent: {str(default).lower()}.".removeprefix(". ")
    return schema


def opened(schema: Schema) -> Schema:
    """An answer's schema: it may grow, and every key that it lists is there."""
    always = schema.get("additionalProperties") is not True
    if schema.get("additionalProperties") is False:
        del schema["additionalProperties"]
    for each in schema.get("properties", {}).values():
        each.pop("default", None)
    if "properties" in schema and always:
        schema["required"] = list(schema["properties"])
    elif not always:
        schema.pop("required", None)
    return schema


def numbered(schema: Schema) -> Schema:
    """A schema whose numbers say how large they may be."""
    if schema.get("type") == "integer" and "format" not in schema:
        schema["format"] = "int32" if schema.get("maximum", _INT32 + 1) <= _INT32 else "int64"
    if schema.get("type") == "number" and "format" not in schema:
        schema["format"] = "double"
    return schema


def changes_of(form: Schema) -> Schema:
    """The schema of a change to some fields of a form: each may be left out, and null takes it back."""
    properties = {name: {**each, "nullable": True} for name, each in form["properties"].items()}
    return {"type": "object", "properties": properties}


def _of_what(generic: re.Match[str]) -> str:
    """`MinerAnswer` and `MinerPage` for what pydantic calls Success_Miner_ and Page_Miner_."""
    answer, page, item, _, of_page = generic.groups()
    return f"{item}{'Page' if page else ''}Answer" if answer else f"{of_page}Page"


def _ref(name: str) -> Schema:
    return {"$ref": REF.format(model=name)}


def _capital(key: str) -> str:
    return re.sub(r"^.", lambda match: match[0].upper(), key)
