"""The flags of programs that cannot be had here: what an adapter writes must be among what their documents show."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mining.domain.adapter import ApiRequest, HttpRequest, LaunchContext, MinerType
from mining.domain.config_check import config_errors
from mining.miners import adapter, all_types
from tests.miners.examples import AT_HAND, config_examples
from tests.miners.test_contract import a_config, a_context
from tests.standins.flags import FLAGS, Flags, UnknownFlag, words
from tests.standins.program_standin import PEERS, understood
from tests.standins.recordings import recording

each_program = pytest.mark.parametrize("name", PEERS)
NEVER = (  # they reboot or power off the machine, start the program again, ask questions, change it, or open its API
    "shutdown-temperature", "watchdog_mode", "watchdog-exit-mode", "lhr_exception_reboot", "kernel_vm_mode",
    "watchdog-script", "watchdog_script", "startup-script", "script-crash", "event_script", "setup", "api-remote",
    "api-rig-restart-url", "api-rig-shutdown-url", "api-miner-restart-url", "background", "autoupdate", "0.0.0.0",
)  # fmt: skip


def plain(context: LaunchContext, folder: Path) -> LaunchContext:
    return context.but(directory=folder)


def configurations(kind: MinerType) -> Iterator[dict[str, Any]]:
    """A plain one, and one for each field that the adapter passes on."""
    yield {}
    for field, (around, values) in config_examples(kind).items():
        if field in kind.supports.fields:
            yield from (around | {field: value} for value in values)
    yield from (
        {"options": {name: option.choices[-1]}} for name, option in kind.supports.options.items() if option.choices
    )


@each_program
def test_every_flag_and_every_key_that_is_written_is_one_that_its_documents_show(name: str, tmp_path: Path) -> None:
    kind, tried = adapter(name), 0
    for fields in configurations(kind):
        config = a_config(kind, **fields)
        if config_errors(kind, config):
            continue
        launch = kind.launch(config, plain(a_context(), tmp_path))
        for file, content in launch.files.items():
            (tmp_path / file).write_bytes(content)
        try:
            values = understood(name, list(launch.argv[1:]))
        except UnknownFlag as unknown:
            pytest.fail(f"the adapter writes {unknown} for {fields}; tests/miners/flags/{name} does not have it")
        assert PEERS[name].listens(values)[1] == a_context().api_port, f"{name}.contract.json: `standin.address`"
        said = " ".join(launch.argv) + " ".join(content.decode() for content in launch.files.values())
        for never in NEVER:
            assert not re.search(rf"--{never}\b", said), never
            assert not re.search(rf'"{never}": (?!false)', said), never
        tried += 1
    assert tried > 3, f"nearly every configuration is refused; a plain one: {config_errors(kind, a_config(kind))}"


@each_program
def test_what_restarts_a_program_by_itself_is_switched_off(name: str) -> None:
    launch = adapter(name).launch(a_config(adapter(name)), a_context())
    said = " ".join(launch.argv) + " ".join(content.decode() for content in launch.files.values())
    off = PEERS[name].watchdogOff
    way_out = f"see `watchdogOff` of {name}.contract.json: what switches off whatever restarts the program"
    assert off in said, way_out
    assert "watchdog" not in said.replace(off, "", 1), way_out


@each_program
def test_what_others_published_is_understood_and_what_is_unknown_is_refused(name: str) -> None:
    flags = Flags.of(name)
    for example in flags.examples:
        try:
            assert flags.parse(words(example)), example
        except UnknownFlag as unknown:
            pytest.fail(f"tests/miners/flags/{name} lacks {unknown}, which its line `$ {example}` has; add it")
    with pytest.raises(UnknownFlag):
        flags.parse(["--no-such-flag"])


def test_every_program_that_others_make_has_its_flags_and_a_stand_in() -> None:
    others = {name for name, kind in all_types().items() if kind.module is None} - set(AT_HAND)
    flags = {path.name for path in FLAGS.iterdir()}
    assert others <= flags, f"tests/miners/flags lacks the flags of {others - flags}"
    assert others <= set(PEERS), f"the recordings of {others - set(PEERS)} in tests/miners/recordings lack `standin`"
    assert flags | set(PEERS) <= others, f"there is no adapter in mining.miners for {(flags | set(PEERS)) - others}"


@each_program
def test_its_version_is_understood_as_the_stand_in_prints_it(name: str) -> None:
    kind = adapter(name)
    file = f"tests/miners/recordings/{name}.contract.json"
    assert kind.read_version(PEERS[name].version), f"the adapter finds none in `standin.version` of {file}"
    asked = list(kind.version_argv("/p/x"))
    assert asked == ["/p/x", PEERS[name].versionFlag], f"`standin.versionFlag` of {file} is another"


@each_program
def test_its_stand_in_is_told_by_flags_of_its_own_and_asked_what_its_adapter_asks(name: str) -> None:
    flags, peer, file = Flags.of(name), PEERS[name], f"tests/miners/recordings/{name}.contract.json"
    for flag in (*peer.address, *filter(None, [peer.config])):
        known = flag in flags.known or flags.key(flag) or flags.key(flag.removeprefix("--"))
        assert known, f"`standin` of {file} names {flag}, which tests/miners/flags/{name} lacks"
    asked = [heard(ask) for ask in adapter(name).requests(a_context())]
    assert recording(name)["asks"] == asked, f"`asks` of {file} is not what the adapter's `asking` makes it hear"


def heard(ask: ApiRequest) -> str:
    """What a stand-in takes a request for."""
    if isinstance(ask, HttpRequest):
        return f"{ask.method} {ask.path}"
    text = ask.text.decode().strip("\0\n ")
    body = json.loads(text) if text.startswith("{") else {}
    return str(body.get("method", body.get("command", text)))
