"""What people read: numbers with units, aligned columns, and a dash for what is not known."""

from typing import Any

import pytest

from mining.cli import columns, program_tables, tables
from mining.domain.shell import example_path
from mining.miners.xmrig import ALGORITHMS
from tests.cli.recorded import AVAILABLE, STATS, miner


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "—"),
        (0.0, "0 H/s"),
        (0.25, "0.2 H/s"),
        (512.34, "512.3 H/s"),
        (999.996, "1.00 kH/s"),
        (4520.5, "4.52 kH/s"),
        (95234567.5, "95.23 MH/s"),
        (1.5e9, "1.50 GH/s"),
        (1e21, "1000000.00 PH/s"),
    ],
)
def test_hashrates_carry_the_fitting_unit(value: float | None, text: str) -> None:
    assert tables.hashrate(value) == text


def test_what_is_not_known_is_a_dash_and_never_a_zero() -> None:
    assert tables.amount(None, "°C") == "—"
    assert tables.lasting(None) == "—"
    assert columns.moment(None) == columns.ago(None) == "—"
    assert tables.shares({"accepted": None, "rejected": None, "invalid": None}) == "—"


def test_shares_the_program_does_not_count_are_left_out() -> None:
    assert tables.shares({"accepted": 42, "rejected": 0, "invalid": None}) == "42 accepted, 0 rejected"


def test_shares_in_a_column_are_brief() -> None:
    assert tables.brief_shares({"accepted": 274, "rejected": 0, "invalid": 0}) == "274/0/0"
    assert tables.brief_shares({"accepted": 42, "rejected": 1, "invalid": None}) == "42/1/—"
    assert tables.brief_shares({"accepted": None, "rejected": None, "invalid": None}) == "—"


def test_status_is_a_word_with_a_sign_and_tells_bad_health() -> None:
    assert tables.status(miner()) == "● running"
    assert tables.status(miner(health="degraded")) == "● running, degraded"
    assert tables.status(miner(status="stopped", health="unreachable")) == "○ stopped"
    assert tables.status(miner(status="error", health="degraded")) == "✗ error"


def test_a_list_tells_below_it_why_a_miner_is_not_fine() -> None:
    sick = miner(name="b", health="degraded", reason={"code": "pool_silent", "text": "The pool is silent."})
    paused = miner(name="c", status="paused", reason={"code": "paused_by_user", "text": "It is paused."})
    lines = tables.miners([miner(), sick, paused]).splitlines()
    assert lines[-1] == "! b: The pool is silent."
    assert len(lines) == 5


def test_an_empty_list_says_how_to_start() -> None:
    assert "miner-ctrl start" in tables.miners([])


def test_a_card_leaves_no_number_without_a_unit() -> None:
    lines = dict(line.split("  ", 1) for line in tables.stats_card(STATS).splitlines())
    said = {name: value.strip() for name, value in lines.items()}
    assert said["Hashrate"] == "4.52 kH/s now, 4.49 kH/s on average"
    assert said["Ping"] == "45 ms"
    assert said["CPU"] == "95.5 %, 65.2 °C"
    assert said["GPU 0"].startswith("GeForce RTX 3080, 95.23 MH/s, 68.5 °C, fan 75 %, 220 W,")
    assert said["Uptime"] == "2 h 16 min"


def test_a_card_is_told_with_its_place_where_that_is_certain() -> None:
    assert tables.gpu_line(STATS["gpu"][0] | {"busId": "0000:01:00.0"}).endswith("220 W, 0000:01:00.0")
    assert tables.gpu_line(STATS["gpu"][0] | {"busId": None}).endswith("220 W")


def test_a_program_runs_on_the_cards_of_makers_as_far_as_a_daemon_tells_them() -> None:
    card = program_tables.program_card(AVAILABLE | {"makers": ["NVIDIA", "Intel"]})
    assert "CPU, NVIDIA, Intel" in card
    assert "CPU, CUDA, OPENCL" in program_tables.program_card(AVAILABLE)


def test_a_second_work_has_a_line_of_its_own() -> None:
    shares = {"accepted": 3, "rejected": 0, "invalid": None}
    second = {"algorithm": "zil", "hashrate": 2.54e6, "shares": shares, "pool": "zil.example:1"}
    card = tables.stats_card(STATS | {"work": [*STATS["work"], second]})
    line = next(line for line in card.splitlines() if line.startswith("Beside it"))
    for figure in ("zil", "2.54 MH/s", "3", "zil.example:1"):
        assert figure in line
    assert "Beside it" not in tables.stats_card(STATS)


def test_a_simulated_miner_says_that_its_figures_are_made_up() -> None:
    assert "made up" in tables.miner_card(miner(simulated=True))
    assert "made up" not in tables.miner_card(miner())


def test_a_program_that_waits_for_a_restart_is_told_with_the_command() -> None:
    waiting = miner(nextVersion="6.27.0", poolPage="https://pool.example/me")
    assert "i xmrig: version 6.27.0 is installed; to use it: miner-ctrl restart xmrig" in tables.miners([waiting])
    assert "6.27.0 is installed" in tables.miner_card(waiting)
    assert "https://pool.example/me" in tables.miner_card(waiting)
    assert "Pool page" not in tables.miner_card(miner())


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, "author's signature"),
        ({"installed": False, "installedVersion": None, "verified": None}, "(author's signature)"),
        ({"installed": False, "installedVersion": None, "verified": None, "installable": False}, "(your own build)"),
        ({"verified": None, "origin": "yours"}, "you"),
        ({"verified": {"how": "none", "text": "Nothing proves it."}}, "! XMRig: Nothing proves it."),
        ({"verified": {"how": "digest", "text": "GitHub has it."}}, "! XMRig: GitHub has it."),
        ({"advisories": ["it crashes"]}, "! XMRig 6.25.0: it crashes."),
    ],
)
def test_how_a_program_is_proven_is_told_and_what_is_less_than_that_in_words(changes: Any, told: str) -> None:
    text = program_tables.available([AVAILABLE | changes])
    assert told in text
    assert ("!" in text) == told.startswith("!")


ABSENT = AVAILABLE | {"installed": False, "installedVersion": None, "verified": None, "origin": None}
UNPROVEN = ABSENT | {"type": "bare", "verification": {"how": "none", "text": "Nothing proves it."}}
OTHERS = {"file": "bare-1.tar.gz", "sha256": "ab" * 32, "source": "somebody's list"}


def test_what_is_not_here_is_told_with_the_way_to_it_before_it_is_chosen() -> None:
    build = ABSENT | {"type": "build", "installable": False, "evidence": "none"}
    half = ABSENT | {"type": "half", "verification": {"how": "digest", "text": "GitHub has it."}}
    text = program_tables.available([ABSENT, UNPROVEN, build, half])
    assert f"Register your own build of build: miner-ctrl register build {example_path('build')}" in " ".join(
        text.split()
    )
    assert "Nothing proves bare: miner-ctrl install bare --allow-unverified" in text
    several = program_tables.available([UNPROVEN, UNPROVEN | {"type": "naked"}, build, build | {"type": "own"}])
    way = f"Register your own build of build, own: miner-ctrl register TYPE {example_path('TYPE')}"
    assert way in " ".join(several.split())
    assert "Nothing proves bare, naked: miner-ctrl install TYPE --allow-unverified" in several
    assert "Proven by what GitHub received, not by an author: half." in text
    assert "Not tried: build." in text
    assert "miner-ctrl available TYPE" in text
    assert all(len(line) <= 80 for line in text.splitlines())
    here = program_tables.available([AVAILABLE])
    assert not any(words in here for words in ("Register", "proves", "Proven by what", "Not tried"))


def test_the_card_of_a_program_tells_all_and_a_second_opinion_as_such() -> None:
    said = {"unconfirmed": ["How it ends is not known."], "secondOpinions": [OTHERS], "secretsExposed": True}
    text = program_tables.program_card(UNPROVEN | said)
    for fact in ("Nothing proves it.", "127.0.0.1 only", "only its owner", "Tried with", "How it ends", "ab" * 32):
        assert fact in text
    assert "It proves nothing." in " ".join(text.split())
    assert text.count("miner-ctrl install bare --allow-unverified") == 1
    assert all(len(line) <= 80 for line in text.splitlines())
    assert "--allow-unverified" not in program_tables.program_card(ABSENT)
    build = program_tables.program_card(ABSENT | {"installable": False, "type": "build"})
    assert f"miner-ctrl register build {example_path('build')}" in " ".join(build.split())
    assert "you bring the file" in build
    assert "It is here." in program_tables.program_card(AVAILABLE)


@pytest.mark.parametrize(
    ("ending", "words"),
    [
        ({"cause": "oom", "signal": 9}, "the system ended it for want of memory (SIGKILL)"),
        ({"cause": "signal", "signal": 200}, "a signal ended it (signal 200)"),
        ({"cause": "crash", "code": 1}, "it crashed (exit code 1)"),
        ({"cause": "exit", "code": 0}, "it ended (exit code 0)"),
        ({"cause": "unknown"}, "for an unknown reason"),
        ({"cause": "of-a-later-version"}, "for an unknown reason"),
    ],
)
def test_the_last_exit_is_told_in_words(ending: dict[str, Any], words: str) -> None:
    text = tables.last_exit({"code": None, "signal": None, "at": AT} | ending)
    assert text == f"{columns.ago(AT)}, {words}"


AT = "2025-12-31T23:59:59Z"


def test_an_event_names_who_asked_once() -> None:
    event = {
        "timestamp": AT,
        "miner": "x",
        "event": "stop",
        "text": "Stopped by miner-ctrl.",
        "who": None,
    }
    assert tables.event_line(event | {"who": "miner-ctrl"}).count("miner-ctrl") == 1
    assert tables.event_line(event | {"text": "Stopped.", "who": "API 127.0.0.1"}).endswith("Stopped. (API 127.0.0.1)")


def test_what_a_client_calls_itself_is_shown_as_its_own_claim() -> None:
    event = {"timestamp": AT, "miner": "x", "event": "stop", "text": "Stopped by API 127.0.0.1."}
    claimed = event | {"who": "API 127.0.0.1", "details": {"client": "miner-ctrl/1.0"}}
    assert tables.event_line(claimed).endswith("Stopped by API 127.0.0.1. (it calls itself 'miner-ctrl/1.0')")


def test_the_card_of_a_miner_tells_difficulty_recent_shares_losses_tls_and_what_is_wrong_with_its_program() -> None:
    stats = STATS | {"connection": STATS["connection"] | {"failures": 3, "tls": True}}
    shown = tables.miner_card(miner(stats=stats, programIssue="Its program file has vanished."))
    for fact in ("Difficulty    120,001", "Last 10 min   21 accepted, 1 rejected", "TLS           yes"):
        assert fact in shown
    assert "Pool lost     3 times" in shown
    assert "Warning       Its program file has vanished." in shown
    assert "! xmrig: Its program file has vanished." in tables.miners(
        [miner(programIssue="Its program file has vanished.")]
    )


def test_a_miner_without_a_process_has_no_lines_that_say_nothing() -> None:
    blank = dict.fromkeys(STATS, None) | {key: dict.fromkeys(STATS[key]) for key in ("shares", "connection", "cpu")}
    blank |= {"sharesRecent": blank["shares"], "work": [], "gpu": [], "uptime": 0}
    shown = tables.miner_card(miner(pid=None, status="stopped", startedAt=None, stats=blank))
    assert "—" not in shown
    assert "—" in tables.miner_card(miner(stats=blank))


def test_what_a_figure_is_worth_is_said_only_where_it_is_not_valid() -> None:
    assert tables.measured(STATS) == columns.ago(STATS["sampledAt"])
    assert tables.measured(STATS | {"quality": "stale"}).endswith(" ago, no answer since")
    assert tables.measured(STATS | {"sampledAt": None, "quality": "unavailable"}) == "—"


def test_the_algorithm_that_most_people_look_for_stands_first() -> None:
    line = program_tables.available([AVAILABLE | {"algorithms": list(ALGORITHMS)}]).splitlines()[1]
    assert "rx/0" in line
    assert f"+{len(ALGORITHMS) - 2}" in line
