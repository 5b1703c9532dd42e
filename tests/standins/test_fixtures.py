"""What a newcomer reads who errs in a recording or a file of flags: the file, the place, what it should hold."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.standins.flags import FLAGS, FaultyFlags, Flags
from tests.standins.program_standin import PEERS
from tests.standins.recordings import RECORDINGS, FaultyRecording, recording

NAME = "lolminer"
FILE = f"{NAME}.contract.json"


def broken(folder: Path, change: Callable[[str], str]) -> str:
    """What is said of a copy of a recording whose text is changed so."""
    (folder / FILE).write_text(change((RECORDINGS / FILE).read_text()))
    with pytest.raises(FaultyRecording) as fault:
        recording(NAME, folder)
    assert str(folder / FILE) in str(fault.value)
    return str(fault.value)


def changed(change: Callable[[dict[str, Any]], object]) -> Callable[[str], str]:
    """A change of what the JSON holds."""

    def of(text: str) -> str:
        content = json.loads(text)
        change(content)
        return json.dumps(content)

    return of


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda text: text.replace(",", "", 1), "is no JSON: Expecting ',' delimiter: line 3"),
        (lambda text: text[:300], "is no JSON"),
        (lambda text: "[]", "`it` is a list; it must be an object"),
        (changed(lambda record: record.pop("runId")), "`runId` is missing; it holds a text"),
        (changed(lambda record: record.update(reeding={})), "`reeding` is not known; the keys are runId, replies"),
        (changed(lambda record: record["replies"][0].pop("body")), "`replies[0].body` is missing; it holds the answer"),
        (changed(lambda record: record["replies"][0].update(status="200")), "`replies[0].status` must be a number"),
        (changed(lambda record: record["asks"].append("GET /")), "`asks` has 2 entries and `replies` 1"),
        (changed(lambda record: record.pop("thief")), "`thief` is missing, which a program with a stand-in has"),
        (changed(lambda record: record["standin"].pop("version")), "`standin.version` is missing"),
        (changed(lambda record: record["standin"].update(speaks="smtp")), "it is one of http, line, cgminer, pairs"),
        (changed(lambda record: record["standin"].update(address="--apihost")), "`standin.address` must be a list"),
        (changed(lambda record: record["standin"].update(adress=[])), "`standin.adress` is not known"),
        (changed(lambda record: record["standin"]["moves"][0].update(at=[])), "`standin.moves[0].at` is a list"),
        (
            changed(lambda record: record["standin"]["moves"][0].update(at=["GET /summary", "Sesion"])),
            "`standin.moves[0].at` leads nowhere: there is no 'Sesion' behind ['GET /summary']",
        ),
        (changed(lambda record: record["standin"]["moves"][0].update(by="hours")), "one of shares, seconds, minutes"),
        (changed(lambda record: record["standin"]["moves"].pop()), "`standin.moves` lets no count of shares grow"),
        (changed(lambda record: record["standin"]["moves"][0].pop("by")), "says one of by, flag, paused, put"),
        (changed(lambda record: record.update(files={"linux": []})), '`files` holds names by machine, such as "linux'),
        (changed(lambda record: record["second"].pop("work")), "`second.work` is missing; it holds an object"),
        (changed(lambda record: record["second"].update(sign={})), "`second.sign` lacks `flag`"),
    ],
)
def test_a_recording_that_is_not_as_it_should_be_is_named_with_the_place_and_the_way_out(
    change: Callable[[str], str], said: str, tmp_path: Path
) -> None:
    assert said in broken(tmp_path, change)


def test_a_recording_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FaultyRecording, match=r"new\.contract\.json is missing; step 2 of docs/add-a-miner\.md"):
        recording("new", tmp_path)


def test_a_rate_in_a_text_must_be_where_the_recording_looks_for_it(tmp_path: Path) -> None:
    content = json.loads((RECORDINGS / "tt-miner.contract.json").read_text())
    content["standin"]["moves"][0]["find"] = "^(no)$"
    (tmp_path / FILE).write_text(json.dumps(content))
    with pytest.raises(FaultyRecording, match=r"`standin\.moves\[0\]\.find` finds nothing in '0'"):
        recording(NAME, tmp_path)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda text: text + "--fast\tnone\n", "three parts with tabs between them, not 2"),
        (lambda text: text + "--fast none 12\n", "three parts with tabs between them, not 1"),
        (lambda text: text + "\n", "three parts with tabs between them, not 1"),
        (lambda text: text + "--fast\tnumber\t12\n", "it takes 'number', which is none of none, value, optional"),
        (lambda text: text + "--algo\tvalue\t12\n", "--algo stands in an earlier line already"),
        (lambda text: text + "$ lolMiner --algo KASPA\n", "a command line and its source, with one tab between them"),
    ],
)
def test_a_line_of_flags_that_is_not_as_it_should_be_is_named_with_its_number(
    change: Callable[[str], str], said: str, tmp_path: Path
) -> None:
    text = change((FLAGS / NAME).read_text())
    (tmp_path / NAME).write_text(text)
    with pytest.raises(FaultyFlags) as fault:
        Flags.of(NAME, tmp_path)
    assert f"tests/miners/flags/{NAME}, line {len(text.splitlines())}: " in str(fault.value)
    assert said in str(fault.value)
    assert "step 1 of docs/add-a-miner.md" in str(fault.value)


def test_flags_that_are_not_there_or_without_a_published_command_line_are_named(tmp_path: Path) -> None:
    with pytest.raises(FaultyFlags, match="tests/miners/flags/new is missing; step 1"):
        Flags.of("new", tmp_path)
    (tmp_path / "new").write_text("--fast\tnone\t12\n")
    with pytest.raises(FaultyFlags, match=r"no line that begins with \$: a command line that somebody published"):
        Flags.of("new", tmp_path)


@pytest.mark.parametrize("name", PEERS)
def test_those_of_each_program_are_as_they_should_be(name: str) -> None:
    assert recording(name)
    assert Flags.of(name).known
