"""A sentence of an answer has its wording beside it, so that both languages of the dashboard say the same."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from mining.cli.reference import DOCUMENTS

# What is the same in every language, or is somebody else's words.
NAMES = {
    "address", "algo", "algorithm", "algorithms", "aliases", "allowedHost", "also", "arch", "autostartExcept",
    "backend", "busId", "card", "changeable", "choices", "client", "code", "coin", "coins", "command", "commandLine",
    "corsOrigin", "cpuAlgorithms", "createdBy", "cursor", "data", "default", "description", "driver", "event",
    "features", "field", "fields", "file", "files", "fix", "goVersion", "governor", "gpu", "gpuAlgorithms",
    "hardware", "heartbeatUrl", "homepage",
    "host", "id", "ignored", "input", "installedVersion", "kernel", "key", "kind", "latestVersion", "level",
    "logLevel", "login", "logs", "makers", "method", "miner", "minerName", "minerType", "miners", "model", "name",
    "namespace", "nextVersion", "notify", "origin", "os", "page", "password", "path", "payee", "platform",
    "platformVersion", "pool", "poolPage", "previous", "previousVersion", "profileId", "programs", "proxy",
    "publicUrl", "python", "pythonVersion", "quietHours", "region", "replaced", "requestId", "role",
    "scalingDriver", "secondAlgorithms", "secret", "sha256", "shared", "subscribe", "sum", "target", "ticker",
    "title", "tlsFingerprint", "type", "types", "unit", "unreached", "vendor", "verification", "verified",
    "version", "via", "wallet", "what", "who", "worker",
}  # fmt: skip
# Of these the text is a program's, a pool's or a person's own, or a line of a log.
THEIR_WORDS = {"Connection.lastError", "LogLine.text", "DaemonLogLine.text", "Preview.text"}
# The dashboard shows none of these: for what somebody has just done, and for a pool's login, it has its own words.
NOT_SHOWN = {"Applied.message", "DeletedProfile.message", "ListedPool.source", "ListedPool.usage", "MinerChange.text",
             "PoolChange.source", "PoolChange.text", "PoolChange.usage", "ProfileChange.text", "RemovedPool.source",
             "RemovedPool.usage", "RevokedKey.message", "SettingsChange.text", "SettingsChanged.message",
             "Started.message", "StartedProfile.message", "Stopped.message"}  # fmt: skip
# Their sentences have their codes elsewhere in the same answer.
ELSEWHERE = {
    "Action.label": "its `code` is that of the sentence `action.CODE`",
    "ErrorObject.message": "`details.wording`",
    "JobError.message": "`details.wording`",
    "Imported.reason": "`wordings`",
    "Miner.programIssue": "what needs attention", "MinerChange.programIssue": "as above",
    "Stopped.programIssue": "as above",
    "PoolTest.loginText": "`loginWording`",
    "ErrorDetails.issue": "that of the first of `fields`",
    "Report.recommendations": "the title, meaning and command of a check, which has them",
    "Wording.text": "`message` and `params`",
    "SettingChange.old": "a value", "SettingChange.new": "a value",
}  # fmt: skip


def is_text(schema: Mapping[str, Any]) -> bool:
    """Whether a value may be a free text, or a list of such."""
    if any(key in schema for key in ("enum", "const", "format", "pattern")):
        return False
    kinds = schema.get("type")
    if kinds == "string" or (isinstance(kinds, list) and "string" in kinds):
        return True
    if kinds == "array":
        return is_text(schema.get("items", {}))
    return any(is_text(each) for each in schema.get("anyOf", []))


def without_wording(name: str, schema: Mapping[str, Any], schemas: Mapping[str, Any]) -> Iterator[str]:
    """The fields of an answer that are free texts and have no wording beside them."""
    fields = schema.get("properties", {})
    apart = schemas.get("ProgramWordings", {}).get("properties", {}) if "wordings" in fields else {}
    for field, kind in fields.items():
        one = field.removesuffix("s")
        beside = {f"{field}Wording", f"{field}Wordings", f"{one}Wordings"} & fields.keys()
        own = field in ("text", "message", "issue", "gone") and "wording" in fields
        worded = field in ("text", "message") and {"message", "params"} <= fields.keys()
        if is_text(kind) and not (beside or own or worded or field in apart or field in NAMES):
            yield f"{name}.{field}"


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_sentence_of_an_answer_has_its_wording(document: str) -> None:
    schemas = DOCUMENTS[document]()["components"]["schemas"]
    found = {each for name, schema in schemas.items() for each in without_wording(name, schema, schemas)}
    assert found - THEIR_WORDS - NOT_SHOWN - ELSEWHERE.keys() == set()


def test_a_sentence_without_its_wording_is_noticed() -> None:
    plain = {"properties": {"why": {"type": "string"}, "name": {"type": "string"}}}
    assert list(without_wording("Answer", plain, {})) == ["Answer.why"]
    assert list(without_wording("Answer", {"properties": plain["properties"] | {"whyWording": {}}}, {})) == []


def test_no_exception_is_left_over() -> None:
    every = [DOCUMENTS[document]()["components"]["schemas"] for document in DOCUMENTS]
    there = {
        f"{name}.{field}" for schemas in every for name in schemas for field in schemas[name].get("properties", ())
    }
    assert THEIR_WORDS | NOT_SHOWN | ELSEWHERE.keys() <= there
    assert {each.partition(".")[2] for each in there} >= NAMES
