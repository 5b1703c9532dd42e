"""Messages: each code has a sentence, and is given exactly the parameters that its sentence speaks of."""

import ast
import json
import re
from pathlib import Path

import pytest

from mining.cli.reference import messages
from mining.domain.autostart import Autostart
from mining.domain.message import TEMPLATES, Message, Sentence, message, message_of, parameters

_MAKERS = ("message", "phrase")
SOURCES = sorted((Path(__file__).parents[2] / "src" / "mining").rglob("*.py"))


def calls() -> list[tuple[str, set[str | None], str]]:
    """Code, names of parameters and place of every message in the sources."""
    found = []
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _MAKERS:
                code = node.args[0]
                assert isinstance(code, ast.Constant), f"{path}:{node.lineno}: the code must stand there itself"
                found.append((str(code.value), {each.arg for each in node.keywords}, f"{path.name}:{node.lineno}"))
    return found


def test_every_message_is_given_exactly_what_its_template_names() -> None:
    wrong = [(place, code, names) for code, names, place in calls() if names != parameters(code)]
    assert wrong == []


def test_every_template_is_used() -> None:
    assert {code for code, _, _ in calls()} == set(TEMPLATES)


def test_the_list_of_messages_is_the_one_that_translations_are_compared_with() -> None:
    committed = json.loads((Path(__file__).parents[2] / "docs" / "reference" / "messages.json").read_text("utf-8"))
    assert committed == messages(), "run: python -m mining.cli.reference messages --write"
    assert committed["messages"]["miner.paused"] == {"text": "Paused by {who}.", "params": ["who"]}
    assert committed["messages"]["health.pool_silent"]["params"] == ["expected", "seconds"]
    assert "POOL_UNREACHABLE" in committed["errors"]


def test_a_message_reads_as_its_sentence_and_what_follows_it() -> None:
    assert str(message("miner.started", who="me")) == "Started by me."
    assert str(message("miner.started", "wallet: a → b.", who="me")) == "Started by me. wallet: a → b."
    assert str(message("autostart.delayed", seconds=90.0)) == "The daemon starts it 1 min after its own start."


@pytest.mark.parametrize("who", ["{code}", "{0}", "%s", "a}b", ""])
def test_what_a_parameter_holds_is_never_a_template(who: str) -> None:
    assert str(message("miner.stopped", who=who)) == f"Stopped by {who}."


def test_a_reason_carries_its_message_and_says_it() -> None:
    held = Autostart(on=False).held("xmrig")
    assert held is not None
    assert (held.code, held.message, held.params) == ("autostart_off", "autostart.off", {"miner": "xmrig"})
    assert str(held.sentence) == held.text
    assert held.but(message=None).sentence == held.text


def test_a_text_of_a_message_can_still_be_said_otherwise() -> None:
    text = Sentence(message("program.gone", type="xmrig"))
    assert text.startswith("Its program file has vanished")
    assert f"{text}" == str(text.message) == text
    told = message_of(text)
    assert isinstance(told, Message)
    assert (told.code, told.params) == ("program.gone", {"type": "xmrig"})
    assert message_of("Their words.") == "Their words."


def test_what_a_miner_does_is_not_said_to_be_about_randomx() -> None:
    told = [
        code
        for code, text in TEMPLATES.items()
        if re.search(r"dataset|RandomX|[GM]i?B\b", text) and code.split(".")[0] in ("health", "miner", "attention")
    ]
    assert told == [], "the same sentences are told of light mode, of other algorithms and of other programs"
