"""The promises that every adapter keeps, whoever wrote it; a new adapter is found and held to them by itself.

A recorded reply is `recordings/TYPE.contract.json`: `{"runId", "replies": [{"status", "body"} or null], "reading"}`,
where `reading` holds what must be understood, by the names of `Reading`. A `body` that is a string is no JSON but text.
A program that others make has beside these `source`, where the reply comes from, and `asks`, what it was asked. One
that tells of graphics cards has `machine`, the cards of a machine by their places, and `places`, where those it tells
of are found among them; null where that is in doubt.
"""

import json
import math
import re
from collections.abc import Iterator
from dataclasses import asdict, fields
from datetime import datetime
from pathlib import Path
from typing import Any, cast, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mining.domain.adapter import (
    ApiResponse,
    LaunchContext,
    LogSignal,
    LogSignalKind,
    MinerType,
    Reading,
    TcpRequest,
    Unreadable,
    Work,
)
from mining.domain.capabilities import Verb
from mining.domain.card_places import with_places
from mining.domain.config import Config
from mining.domain.config_check import config_errors, config_warnings
from mining.domain.hardware import GraphicsCard
from mining.domain.metrics import Gpu
from mining.domain.payout.credentials import credentials
from mining.domain.pool import Pool
from mining.domain.restart import Cause
from mining.host.gpus import numbered
from mining.miners import all_types
from tests.costs import cpu_seconds
from tests.miners.examples import (
    AROUND,
    PASSWORD,
    PLAIN,
    coins_that_choose,
    config_examples,
    fields_of,
    other,
    pool_examples,
)
from tests.miners.spoiled import ODD, spoiled_answer, worse_bodies
from tests.miners.twin import Twin
from tests.standins.recordings import RECORDINGS, recording

RECORDED = {path.name.removesuffix(".contract.json"): path for path in RECORDINGS.glob("*.contract.json")}
WALLET, WORKER, TOKEN = "wallet-3f1c", "worker-5b2e", "ab" * 32
POOL = "etc.2miners.com:1010"  # one that reads the worker in the login
KINDS: list[MinerType] = [*all_types().values(), Twin()]  # the last as another package would bring it
each_type = pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])


def a_context(run_id: str = "run-c0ffee") -> LaunchContext:
    return LaunchContext(
        name="m",
        directory=Path("/run-folder/m"),
        program=Path("/programs/miner"),
        api_port=41234,
        api_token=TOKEN,
        run_id=run_id,
        cpus=4,
    )


def a_config(kind: MinerType, **fields: Any) -> Config:
    body = {"pool": POOL, "wallet": WALLET, "password": PASSWORD, "worker": WORKER}
    plain = {"algo": kind.facts.algorithms[0], **body, **PLAIN.get(kind.name, {}), **fields}
    return Config.model_validate_json(json.dumps(plain))


GARBAGE = [
    b"",
    b"\0",
    b"null",
    b"true",
    b"NaN",
    b"-1",
    b"1e999",
    b"9" * 5000,
    b"[]",
    b"{}",
    b'""',
    b"[" * 200_000,
    b'{"a":' * 100_000,
    b"\xff\xfe\xfa{}",
    b"\xef\xbb\xbf{}",
    b"<html><body>502 Bad Gateway</body></html>",
    b'{"id":"run-c0ffee"',
    b'{"id":' + b"9" * 5000 + b"}",
    b"x" * 10_000_000,
    b'{"id":"run-c0ffee","junk":"' + b"y" * 10_000_000 + b'"}',
]


def answers(kind: MinerType, body: bytes, status: int = 200) -> list[ApiResponse | None]:
    return [ApiResponse(status, body) for _ in kind.requests(a_context())]


def check_sane(result: Reading | Unreadable) -> None:
    """Whatever came in, what goes out is well-formed."""
    if isinstance(result, Unreadable):
        assert result.code in ("api_unreachable", "garbage")
        assert result.text
        return
    assert isinstance(result, Reading)
    numbers = [getattr(result, field.name) for field in fields(result)]
    for work in result.second:
        assert isinstance(work, Work)
        numbers += [getattr(work, field.name) for field in fields(work)]
    for gpu in result.gpu:
        assert isinstance(gpu, Gpu)
        numbers += gpu.model_dump().values()
    for value in numbers:
        if isinstance(value, str):
            assert value.isprintable()
        elif isinstance(value, int | float):
            assert math.isfinite(value)
            assert value >= 0
    for name in ("accepted", "rejected", "invalid", "connection_uptime", "ping", "failures"):
        value = getattr(result, name)
        assert value is None or type(value) is int, name
    assert type(result.paused) is bool
    assert type(result.preparing) is bool
    assert result.connected in (True, False, None)
    assert result.tls in (True, False, None)


@each_type
@pytest.mark.parametrize("body", GARBAGE, ids=[repr(body[:20]) for body in GARBAGE])
def test_calls_garbage_garbage(kind: MinerType, body: bytes) -> None:
    result = kind.read(a_context(), answers(kind, body))
    check_sane(result)
    identified = body.endswith(b'y"}')
    assert isinstance(result, Unreadable) or identified, "what is not its answer is `Unreadable`, such as STRANGER"


@each_type
def test_believes_no_answer_of_another_status_and_survives_silence(kind: MinerType) -> None:
    context, asks = a_context(), kind.requests(a_context())
    for replies in ([], [None] * len(asks), *(answers(kind, b"{}", status) for status in (0, 204, 301, 401, 403, 500))):
        result = kind.read(context, replies)
        assert isinstance(result, Unreadable)
        assert result.code == "api_unreachable"


def as_sent(body: Any) -> bytes:
    """Text as it is, everything else as JSON."""
    return body.encode() if isinstance(body, str) else json.dumps(body).encode()


def recorded(kind: MinerType) -> Iterator[tuple[str, list[ApiResponse | None], dict[str, Any]]]:
    if kind.name in RECORDED:
        record = recording(kind.name)
        replies = [ApiResponse(r["status"], as_sent(r["body"])) if r else None for r in record["replies"]]
        yield record["runId"], replies, record["reading"]


@each_type
def test_understands_what_was_recorded(kind: MinerType) -> None:
    assert kind.name in RECORDED, f"tests/miners/recordings/{kind.name}.contract.json is missing"
    for run_id, replies, expected in recorded(kind):
        result = kind.read(a_context(run_id), replies)
        assert isinstance(result, Reading), result
        check_sane(result)
        readable = {field.name for field in fields(Reading)}
        unknown = expected.keys() - readable
        assert not unknown, f"{RECORDED[kind.name].name}: `reading` holds {unknown}; the keys are {sorted(readable)}"
        understood = {name: getattr(result, name) for name in expected}
        if "second" in expected:
            understood["second"] = [asdict(work) for work in result.second]
        if "gpu" in expected:
            named = [row.keys() for row in expected["gpu"]]
            understood["gpu"] = [
                {name: value for name, value in gpu.to_json().items() if place >= len(named) or name in named[place]}
                for place, gpu in enumerate(result.gpu)
            ]
        assert understood == expected, f"{RECORDED[kind.name].name}: `reading` is not what its adapter understands"


def cards_of(machine: dict[str, Any]) -> tuple[GraphicsCard, ...]:
    """The cards of a machine by place and maker, each with its driver."""
    backends = {"NVIDIA": "cuda"}
    bodies = [
        {"id": place, "vendor": maker, "backend": backends.get(maker, "opencl"), "driver": f"{maker.lower()} 1"}
        for place, maker in machine.items()
    ]
    return numbered(map(GraphicsCard.model_validate, bodies))


@each_type
def test_finds_its_cards_among_those_of_the_machine(kind: MinerType) -> None:
    record = json.loads(RECORDED[kind.name].read_text())
    for run_id, replies, expected in recorded(kind):
        reading = kind.read(a_context(run_id), replies)
        assert isinstance(reading, Reading)
        if not expected.get("gpu") or kind.facts.simulated:
            return
        config = a_config(kind, **{backend: {"enabled": True} for backend in kind.facts.gpu})
        where = RECORDED[kind.name].name
        assert {"machine", "places"} <= record.keys(), f"{where}: `reading` has cards; `machine`, `places` say where"
        found = with_places(reading, kind, config, cards_of(record["machine"]))
        places = [gpu.bus_id for gpu in found.gpu]
        assert places == record["places"], f"{where}: `places` is not where the cards are found (`numbering`, `place`)"


@each_type
def test_does_not_believe_a_stranger_on_its_port(kind: MinerType) -> None:
    for run_id, replies, _ in recorded(kind):
        assert isinstance(kind.read(a_context(run_id), replies), Reading)
        result = kind.read(a_context(run_id + "-another"), replies)
        assert isinstance(result, Unreadable) or not kind.facts.identified, "`identified`: it must look for the run id"
        for stranger in KINDS:
            for _, theirs, _ in recorded(stranger) if stranger is not kind else ():
                result = kind.read(a_context(run_id + "-another"), theirs)
                assert isinstance(result, Unreadable), f"it believes the answer of {stranger.name}: `STRANGER`"


@each_type
def test_survives_a_true_answer_with_any_part_of_it_spoiled(kind: MinerType) -> None:
    for run_id, replies, _ in recorded(kind):
        for index, reply in enumerate(replies):
            if reply is None:
                continue
            for body in worse_bodies(reply.body):
                check_sane(
                    kind.read(a_context(run_id), [*replies[:index], ApiResponse(200, body), *replies[index + 1 :]])
                )


ODDLY = settings(deadline=None, suppress_health_check=[HealthCheck.data_too_large, HealthCheck.too_slow])


@each_type
@given(data=st.data())
@ODDLY
def test_survives_a_true_answer_with_several_faults(kind: MinerType, data: st.DataObject) -> None:
    survives_faults(kind, data)


@pytest.mark.slow
@pytest.mark.long
@each_type
@given(data=st.data())
@settings(ODDLY, max_examples=5000)
def test_survives_thousands_of_them(kind: MinerType, data: st.DataObject) -> None:
    survives_faults(kind, data)


def survives_faults(kind: MinerType, data: st.DataObject) -> None:
    """Whatever several parts of a true answer become, its reading is sound or said to be none."""
    for run_id, replies, _ in recorded(kind):
        index = data.draw(st.sampled_from([place for place, reply in enumerate(replies) if reply is not None]))
        worse = ApiResponse(200, data.draw(spoiled_answer(cast(ApiResponse, replies[index]).body)))
        check_sane(kind.read(a_context(run_id), [*replies[:index], worse, *replies[index + 1 :]]))


_json = st.recursive(
    st.sampled_from(ODD[:12]) | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=12,
)


@each_type
@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_never_raises_on_whatever_comes(kind: MinerType, data: st.DataObject) -> None:
    replies: list[ApiResponse | None] = []
    for _ in kind.requests(a_context()):
        body = data.draw(st.binary(max_size=80) | _json.map(lambda value: json.dumps(value).encode()))
        replies.append(data.draw(st.none() | st.builds(ApiResponse, st.sampled_from([200, 401, 500]), st.just(body))))
    check_sane(kind.read(a_context(), replies))


@each_type
@given(line=st.text(max_size=200) | st.from_regex(r"\[2026-11-23 05:36:59\.192\] [a-z]{1,8} .{0,60}"))
@settings(max_examples=60, deadline=None)
def test_takes_any_line_for_a_sign_or_for_nothing(kind: MinerType, line: str) -> None:
    sign = kind.log_signal(line)
    assert sign is None or (isinstance(sign, LogSignal) and sign.kind in get_args(LogSignalKind) and sign.text)


REJECTIONS = {  # of those whose words for it are known
    "cpuminer-opt": "Reject reason: Low difficulty share",
    "demo": 'miner    rejected (4/1) "Low difficulty share" (3 ms)',
    "simulated": 'miner    rejected (4/1) "Low difficulty share"',
    "xmrig": ' cpu      rejected (4/1) diff 3000 "Low difficulty share" (3 ms)',
}


NO_REJECTIONS = {"monerod"}  # whose shares nobody judges


@each_type
def test_tells_a_rejected_share_with_the_words_of_the_pool_and_its_time(kind: MinerType) -> None:
    if kind.name not in REJECTIONS:
        assert kind.name in NO_REJECTIONS or kind.facts.unconfirmed, "an unknown text must be told as unconfirmed"
        return
    sign = kind.log_signal(f"[2026-11-23 05:36:59.192] {REJECTIONS[kind.name]}")
    assert sign is not None
    at = datetime(2026, 11, 23, 5, 36, 59, 192000)
    assert (sign.kind, sign.text, sign.at) == ("rejected", "Low difficulty share", at)


@each_type
@pytest.mark.parametrize("line", ["", " ", "[", "[2026-11-23 05:36:59.192]", "\0" * 5000, "a" * 100_000, "[" * 100_000])
def test_reads_odd_lines_quickly(kind: MinerType, line: str) -> None:
    plain = "[2026-11-23 05:36:59.192] plain text ".ljust(len(line), "x")
    assert cpu_seconds(lambda: kind.log_signal(line)) < 100 * cpu_seconds(lambda: kind.log_signal(plain))


@each_type
@pytest.mark.parametrize("pool", ["etc.2miners.com:1010", "xmr.kryptex.network:7777", "pool.supportxmr.com:3333"])
def test_sends_the_worker_where_the_pool_reads_it(kind: MinerType, pool: str) -> None:
    if "worker" not in kind.supports.fields:
        return
    config = a_config(kind, pool=pool, password=None)
    launch, sent = kind.launch(config, a_context()), credentials(config.all_pools()[0])
    text = "\n".join([*launch.argv, *(content.decode() for content in launch.files.values())])
    assert WORKER in sent.login + sent.password
    if WORKER in sent.login + sent.password and "rig-id" not in text:
        assert sent.login in text
        assert sent.password in text
        return
    for part in (sent.login, sent.password, sent.rig_id):
        assert json.dumps(part) in text


@each_type
def test_keeps_every_secret_out_of_the_command_line(kind: MinerType) -> None:
    config = a_config(kind, pools=[{"pool": "second.example:3333", "wallet": "wallet-two", "password": "password-two"}])
    launch = kind.launch(config, a_context())
    visible = " ".join((*launch.argv, *launch.env, *launch.env.values()))
    assert TOKEN not in visible
    if kind.facts.secrets_exposed:
        assert "command line" in kind.facts.secrets, "`secrets` says where they stand: in the command line"
        assert WALLET in visible, "what cannot be seen must not be said to be seen"
        return
    for secret in (WALLET, PASSWORD, WORKER, "wallet-two", "password-two", "2miners"):
        assert secret not in visible, f"{secret} is in the command line, so `secrets_exposed` is true"


@each_type
def test_writes_its_files_into_the_run_folder_alone(kind: MinerType) -> None:
    launch = kind.launch(a_config(kind), a_context())
    for name, content in launch.files.items():
        assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}", name)
        assert isinstance(content, bytes)
    assert all(isinstance(word, str) and "\0" not in word for word in launch.argv)
    assert launch.argv[0] == str(a_context().program)
    assert (kind.module in launch.argv) == (kind.module is not None)


@each_type
def test_launches_the_same_for_the_same_question(kind: MinerType) -> None:
    assert kind.launch(a_config(kind), a_context()) == kind.launch(a_config(kind), a_context())


@each_type
def test_binds_its_api_to_loopback_on_the_port_with_the_token(kind: MinerType) -> None:
    launch = kind.launch(a_config(kind), a_context())
    said = " ".join(launch.argv).encode() + b" ".join(launch.files.values())
    assert b"41234" in said, "`context.api_port` is in no argument and no file"
    assert (b"run-c0ffee" in said) == kind.facts.identified, "`identified`: its API repeats `context.run_id`, or not"
    bound = (b"127.0.0.1" in said) == kind.facts.loopback or kind.facts.guarded
    assert bound, "`loopback`: its API is bound to 127.0.0.1, or cannot be"
    assert b"0.0.0.0" not in said
    assert b'"::"' not in said
    for ask in kind.requests(a_context()):
        if isinstance(ask, TcpRequest):
            assert ask.text.endswith((b"\n", b"\0")), "a question over plain TCP ends with a newline or a NUL"
            continue
        assert (TOKEN.encode() in said) == kind.facts.guarded
        assert ask.path.startswith("/")
        assert any(TOKEN in value for value in ask.headers.values()) == kind.facts.guarded
        assert TOKEN not in ask.path


@each_type
def test_names_an_unknown_option(kind: MinerType) -> None:
    config = a_config(kind, options={"no-such-option": 1})
    assert "options.no-such-option" in [fault.field for fault in config_errors(kind, config)]
    assert [fault for fault in config_errors(kind, a_config(kind)) if fault.field.startswith("options")] == []


@each_type
def test_has_nothing_against_a_plain_configuration(kind: MinerType) -> None:
    around, _ = config_examples(kind)["threads"]
    threads = {**around, "threads": 2} if "threads" in kind.supports.fields else {}
    assert list(config_errors(kind, a_config(kind, **threads))) == []
    assert (
        list(config_errors(kind, a_config(kind, threads=0, cuda={"enabled": False}, opencl={"enabled": False}))) == []
    )


DECLARED = "`supports.fields` names those that change the launch, `ignored` those without effect, neither: refused"


def what_becomes_of(kind: MinerType, field: str, before: dict[str, Any], after: dict[str, Any]) -> str:
    """Whether a field of a configuration changes the launch, is refused, is told to have no effect, or vanishes."""
    config = a_config(kind, **after)
    refused = {fault.field for fault in config_errors(kind, config)}
    refused -= {fault.field for fault in config_errors(kind, a_config(kind, **before))}
    if any(re.fullmatch(rf"{re.escape(field)}(\..*|\[.*)?", each) for each in refused):
        return "refused"
    if kind.launch(config, a_context()) != kind.launch(a_config(kind, **before), a_context()):
        return "changes the launch"
    told = any(warning.startswith(f"{field} has no effect") for warning in config_warnings(kind, config))
    return "ignored" if told or kind.facts.simulated else "vanishes"


def expected_of(kind: MinerType, field: str) -> str:
    if field == "algo" and len(kind.facts.algorithms) == 1:
        return "refused"  # there is no other one to ask for
    if field == "coin" and field in kind.supports.fields and not coins_that_choose(kind):
        return "refused"  # those that are known are mined by what it computes anyway, or not at all
    if field in kind.supports.fields:
        return "changes the launch"
    return "ignored" if field in kind.supports.ignored else "refused"


def test_every_field_of_a_configuration_has_an_example() -> None:
    for kind in KINDS:
        assert config_examples(kind).keys() == set(fields_of(Config)), "tests/miners/examples.py lacks a new field"
        assert pool_examples(kind).keys() == set(fields_of(Pool)), "tests/miners/examples.py lacks a new field"


@each_type
@pytest.mark.parametrize("field", fields_of(Config))
def test_passes_on_refuses_or_warns_of_each_field_as_it_declares(kind: MinerType, field: str) -> None:
    around, values = config_examples(kind)[field]
    results = {what_becomes_of(kind, field, around, around | {field: value}) for value in values}
    expected, what = expected_of(kind, field), f"`{field}` {' and '.join(sorted(results))}; {DECLARED}"
    assert expected in results, what
    assert results <= {expected, "refused"}, what


@each_type
@pytest.mark.parametrize("field", fields_of(Pool))
def test_does_the_same_with_each_field_of_a_fail_over_pool(kind: MinerType, field: str) -> None:
    around, values = pool_examples(kind)[field]
    spare = {"pool": "spare.example:3333", "password": PASSWORD} | around
    before = {"pools": [spare]}
    results = {what_becomes_of(kind, f"pools[0].{field}", before, {"pools": [spare | {field: v}]}) for v in values}
    what = f"`{field}` of a fail-over pool {' and '.join(sorted(results))}; {DECLARED}, and `shared` one of all pools"
    if "pools" not in kind.supports.fields:
        assert "changes the launch" not in results, what
    elif field == "coin" and field in kind.supports.shared:
        assert results == {"vanishes"}, "beside an algorithm it says only what is paid out, which the wallet is held to"
    elif field in kind.supports.shared:
        assert results == {"refused"}, what
    else:
        assert expected_of(kind, field) in results, what
        assert results <= {expected_of(kind, field), "refused"}, what


@each_type
def test_every_option_changes_the_launch_within_its_range_and_is_refused_beyond(kind: MinerType) -> None:
    for name, option in kind.supports.options.items():
        assert option.about.endswith(".")
        assert option.default is None or option.issue(option.default) is None
        around = AROUND.get((kind.name, name), {})
        before, good = {"options": around}, {"options": {**around, name: other(option)}}
        beyond = {"options": {name: [1]}}
        assert what_becomes_of(kind, f"options.{name}", before, good) == "changes the launch", name
        assert what_becomes_of(kind, f"options.{name}", {}, beyond) == "refused", name
        wrong = [option.least - 1, "x"] + ([] if option.most is None else [option.most + 1])
        for value in wrong:
            assert option.issue(value) is not None, (name, value)


@each_type
def test_declares_what_fits_together(kind: MinerType) -> None:
    supports, known = kind.supports, set(fields_of(Config))
    assert {*supports.fields, *supports.ignored, *supports.limits} <= known
    assert not {*supports.fields} & {*supports.ignored}
    assert {"pool", "wallet"} <= {*supports.fields, *supports.ignored}
    assert ("options" in supports.fields) == bool(supports.options)
    assert supports.pooled or supports.solo
    assert {"cuda", "opencl"} & {*supports.fields} == set(kind.facts.gpu), (
        "`facts.gpu` and `supports.fields` name the same of cuda and opencl"
    )
    assert {*supports.gpu_algorithms, *supports.cpu_algorithms} <= {*kind.facts.algorithms}
    if supports.cpu_algorithms:
        assert {*supports.gpu_algorithms} == {*kind.facts.algorithms} - {*supports.cpu_algorithms}
    for verb in get_args(Verb):
        able = kind.command(verb, a_context()) is not None
        assert able == (verb in supports.verbs), f"{verb}: in `verbs`, and a request among `commands`, or in neither"


@each_type
def test_pauses_and_resumes_by_requests_that_carry_the_token_or_says_that_it_cannot(kind: MinerType) -> None:
    pause, resume = kind.command("pause", a_context()), kind.command("resume", a_context())
    assert (pause is None) == (resume is None)
    for ask in (pause, resume):
        if isinstance(ask, TcpRequest):
            assert ask.text.endswith((b"\n", b"\0"))
        elif ask is not None:
            assert ask.method in ("POST", "PUT") or not kind.facts.guarded
            assert any(TOKEN in value for value in ask.headers.values()) == kind.facts.guarded
    assert pause is None or pause != resume


@each_type
def test_tells_plausible_facts(kind: MinerType) -> None:
    assert re.fullmatch(r"[a-z0-9][a-z0-9-]{0,31}", kind.name)
    assert kind.facts.algorithms
    assert all(name == name.lower() for name in kind.facts.algorithms)
    assert kind.facts.cpu or kind.facts.gpu or kind.facts.watched
    assert set(kind.facts.gpu) <= {"cuda", "opencl"}
    for sentence in (kind.facts.title, kind.facts.licence, kind.facts.dev_fee, kind.facts.api_exposure):
        assert sentence
    assert kind.facts.getting.endswith(".")
    assert kind.console in ("file", "fifo")
    assert all(len(key) == 1 and key.isprintable() and meaning for key, meaning in kind.keys.items())
    assert kind.keys == {} or kind.console == "fifo"
    assert 1 <= kind.stop_grace <= 120
    for sentence in (kind.facts.secrets, *kind.facts.unconfirmed):
        assert sentence.endswith(".")
    needs = kind.needs(a_config(kind), 4)
    assert 0 < needs.least <= needs.full


@each_type
@pytest.mark.parametrize("code", [None, 0, 1, 2, 3, 255, -6, -9, -11, -15])
def test_explains_every_exit(kind: MinerType, code: int | None) -> None:
    for tail in ([], [""], ["[2026-11-23 05:36:59.192] x", "\0" * 1000]):
        cause, why = kind.explain_exit(code, tail)
        assert cause in get_args(Cause)
        assert why
        assert code is not None or cause == "unknown"


@each_type
def test_takes_only_its_own_program_for_itself(kind: MinerType) -> None:
    assert kind.version_argv("/programs/miner")[0] == "/programs/miner"
    for output in ("", "\n", "bash: not found", "Python 3.11.7", "\0" * 100, "GNU bash, version 5.2.15(1)-release"):
        assert kind.read_version(output) is None
