"""Whatever the platform says of its own accord has a code: no text that a person reads is made beside the catalogue."""

import ast
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from mining.api import envelope
from mining.domain import errors
from mining.domain.adapter import MinerType
from mining.domain.errors import MiningError
from mining.domain.message import TEMPLATES, Sentence, message, phrase
from mining.domain.validation import OTHERWISE, SENTENCES
from mining.domain.wording import Wording, each_param, sentence_of, text_of, wording_of
from mining.miners import all_types

ROOT = Path(__file__).parents[2] / "src" / "mining"
CONTEXT: dict[str, Any] = {
    "input": "{", "error": ValueError(phrase("fault.port")), "min_length": 1, "max_length": 2, "ge": 1.0, "le": 2.5,
    "expected": "'a' or 'b'",
}  # fmt: skip
SPDX = re.compile(r"[A-Z][A-Za-z]*-[0-9][A-Za-z0-9.-]*")  # the name of a licence, which is the same in every language
ENGLISH = re.compile(r"\b(an?|the|of|its|not|which)\b")  # words that no name of a program, a flag or a file holds
VERSION = re.compile(r"[vV]?[0-9][0-9A-Za-z.+-]*")
SIGNS = ("H/s",)  # of units, which are the same in every language
ERRORS = [
    each.__name__
    for module in (errors, envelope)
    for each in vars(module).values()
    if isinstance(each, type) and issubclass(each, MiningError)
]
# A ValueError of these is read by a program of ours, by its log, or by whoever starts the daemon; no field shows it.
NOT_OF_A_FIELD = {
    "api/certificate.py", "api/connection.py", "api/guard.py", "api/live.py", "api/origins.py", "api/settings.py",
    "client/json_client.py", "client/key_text.py",
    "domain/adapter.py", "domain/payout/blake256.py", "domain/stored.py", "drivers/cgminer_watch.py",
    "drivers/driver_options.py", "pools/login.py",
    "processes/run_folder.py", "programs/record.py", "programs/registry.py", "programs/web.py",
}  # fmt: skip


def is_text(node: ast.AST) -> bool:
    """Whether an expression is a text that is made on the spot, at least in one case."""
    if isinstance(node, ast.IfExp):
        return is_text(node.body) or is_text(node.orelse)
    if isinstance(node, ast.BinOp):
        return is_text(node.left) or is_text(node.right)
    constant = isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value != ""
    return constant or isinstance(node, ast.JoinedStr)


@cache
def functions(path: Path) -> Sequence[ast.AST]:
    tree = ast.parse(path.read_text("utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


class Made(NamedTuple):
    """Where something is made."""

    place: str
    call: ast.Call
    plain: frozenset[str]  # the names that stand there for a text without a code


def name_of(called: ast.AST) -> str | None:
    """What is called: `phrase`, or of a class `Delivery.failed`."""
    if isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name):
        return f"{called.value.id}.{called.attr}"
    return called.id if isinstance(called, ast.Name) else None


@cache
def makings() -> Mapping[str, Sequence[Made]]:
    """Whatever is made in a function, by the name of what makes it."""
    made: dict[str, list[Made]] = defaultdict(list)
    for path in sorted(ROOT.rglob("*.py")):
        if path.parts[len(ROOT.parts)] in ("cli", "demo"):  # which speak to a terminal
            continue
        for function in functions(path):
            within = list(ast.walk(function))
            assigned = [node for node in within if isinstance(node, ast.Assign) and is_text(node.value)]
            plain = frozenset(name.id for node in assigned for name in node.targets if isinstance(name, ast.Name))
            for node in within:
                if isinstance(node, ast.Call) and (name := name_of(node.func)) is not None:
                    made[name].append(Made(f"{path.relative_to(ROOT).as_posix()}:{node.lineno}", node, plain))
    return made


def made_plain(maker: str, place: int, keyword: str | None = None) -> list[str]:
    """Where something is made of a text that has no code; `place` is that of the text among the arguments."""
    found = set()
    for where, call, plain in makings()[maker]:
        texts = [each.value for each in call.keywords if each.arg == keyword] or call.args[place : place + 1]
        if any(is_text(text) or (isinstance(text, ast.Name) and text.id in plain) for text in texts):
            found.add(where)
    return sorted(found)


def returned_plain(*files: str) -> list[str]:
    """Where a function of these files answers with a text of its own making."""
    return [
        f"{file}:{node.lineno}"
        for file in files
        for function in functions(ROOT / file)
        for node in ast.walk(function)
        if isinstance(node, ast.Return) and node.value is not None and is_text(node.value)
    ]


def test_every_fault_of_a_field_has_a_code() -> None:
    assert made_plain("ErrorDetail", 1, "issue") == []


def test_every_check_of_a_field_raises_a_sentence_with_a_code() -> None:
    plain = [each for each in made_plain("ValueError", 0) if each.split(":")[0] not in NOT_OF_A_FIELD]
    assert plain == []


def test_every_fault_of_the_settings_file_has_a_code() -> None:
    assert made_plain("UnreadableText", 0) == made_plain("BadFile", 0) == made_plain("Access", 0) == []


@pytest.mark.parametrize("part", [1, 2, 3])
def test_every_finding_of_the_doctor_is_told_by_codes(part: int) -> None:
    assert made_plain("Finding", part) == []
    assert [each for each in made_plain("_unknown", part - 1) if each.startswith("domain/doctor")] == []


def test_every_way_in_which_a_pool_fails_has_a_code() -> None:
    assert made_plain("_Failed", 1) == made_plain("NoWay", 1) == []


@pytest.mark.parametrize(
    "error", ["DownloadFailed", "VerificationFailed", "MinerNotInstalled", "StorageFull", "refused"]
)
def test_every_reason_why_an_installation_fails_has_a_code(error: str) -> None:
    assert [each for each in made_plain(error, 0) if each.startswith("programs/")] == []


@pytest.mark.parametrize(
    "room", ["api", "engine", "pools", "programs", "domain", "notifications", "settings", "storage"]
)
def test_every_refusal_of_a_request_has_a_code(room: str) -> None:
    assert [each for error in ERRORS for each in made_plain(error, 0) if each.startswith(f"{room}/")] == []


@pytest.mark.parametrize("kind", all_types().values(), ids=lambda kind: kind.name)
def test_whatever_an_adapter_says_of_its_program_is_told_by_codes(kind: MinerType) -> None:
    facts, options = kind.facts, kind.supports.options.values()
    said = (facts.dev_fee, facts.api_exposure, facts.secrets, facts.getting, facts.tried, *facts.unconfirmed)
    said += tuple(advisory.text for advisory in facts.advisories)
    plain = [each for each in said if not isinstance(each, Sentence)]
    assert not plain, f"{kind.name} says this without a code; take or add one in domain/catalogue/facts.py: {plain}"
    assert isinstance(facts.licence, Sentence) or SPDX.fullmatch(facts.licence), (
        f"{facts.licence!r}: an SPDX name, or `licence.…`"
    )
    for version in filter(None, (facts.driven, facts.recorded)):
        numbered = isinstance(version, Sentence) or VERSION.fullmatch(version)
        assert numbered, f"{kind.name}: {version!r} is no version; say so by a phrase, such as version.year"
    for wording in filter(None, map(wording_of, said)):
        values = [str(value) for name, value in wording.params.items() if name not in wording.parts]
        english = [value for value in values if ENGLISH.search(value)]
        assert not english, f"{kind.name} puts {english} into {wording.message}, where nobody translates it"
    for option in options:
        assert option.about_wording is not None
        assert option.about_wording == wording_of(option.about)
        assert option.unit in (None, *SIGNS) or option.unit_wording == wording_of(option.unit) is not None


def test_every_reason_why_a_message_does_not_arrive_has_a_code() -> None:
    assert made_plain("_result", 0) == made_plain("Delivery.failed", 1) == []
    assert returned_plain("notifications/sender_process.py", "notifications/connecting.py") == []


def test_why_an_answer_of_a_program_cannot_be_read_has_a_code() -> None:
    assert made_plain("Unreadable", 1) == []


def test_what_an_adapter_warns_of_has_a_code() -> None:
    plain = [
        f"{path.relative_to(ROOT).as_posix()}:{node.lineno}"
        for room in ("miners", "dialects")
        for path in sorted((ROOT / room).rglob("*.py"))
        for function in functions(path)
        if getattr(function, "name", "") in ("warnings", "extra_warnings")
        for statement in getattr(function, "body", [])[1:]  # the first is what it says of itself
        for node in ast.walk(statement)
        if is_text(node) and " " in ast.unparse(node)
    ]
    assert plain == []


@pytest.mark.parametrize("kind", SENTENCES)
def test_every_fault_that_the_library_finds_has_a_code(kind: str) -> None:
    made = SENTENCES[kind]
    assert isinstance(made if isinstance(made, str) else made(CONTEXT), Sentence)
    assert isinstance(OTHERWISE, Sentence)


def test_a_sentence_in_a_sentence_is_told_with_its_own_code() -> None:
    why = phrase("address.checksum")
    wrong = phrase("wallet.other_coin", coin="Monero", why=why)
    told = Wording.of(wrong)
    assert told.text == wrong == "is not an address of Monero: its checksum is wrong, so it holds a typing mistake"
    assert told.params == {"coin": "Monero", "why": str(why)}
    assert told.parts["why"].message == "address.checksum"
    assert text_of(told) == wrong
    assert sentence_of(told) == wrong.message
    assert wording_of("Their words.") is None


def test_what_is_masked_stays_a_sentence_down_to_its_parts() -> None:
    wrong = phrase("wallet.dead_pool", host="secret.example", why=phrase("gone.minexmr"))
    masked = Wording.of(each_param(wrong, lambda text: text.replace("secret", "…")))
    assert masked.text == "….example is not known to work: MineXMR has closed."
    assert masked.parts["why"].message == "gone.minexmr"


def test_names_are_joined_as_the_language_joins_them() -> None:
    assert str(message("fault.no_setting_near", near="a, b")) == "is not a setting; did you mean a or b?"
    assert all(": or" not in text for text in TEMPLATES.values())
