"""What the page of `miner-ctrl top` makes of figures and frames, without a terminal."""

from typing import Any

import pytest

from mining.cli.terminal import draw
from mining.cli.terminal.console import printable
from mining.cli.terminal.feed import FeedState
from mining.cli.terminal.state import SPAN, LiveRig, matching

NOW = 1_000_000.0


def a_miner(name: str = "attic", **changes: Any) -> dict[str, Any]:
    stats = {
        "hashrate": 8300.0, "uptime": 60, "sampledAt": "2026-01-01T00:00:00Z", "algorithm": "rx/0",
        "shares": {"accepted": 5, "rejected": 1, "invalid": 0}, "connection": {"pool": "pool.example:3333"},
        "cpu": {"temperature": 61.4}, "gpu": [], "work": [{"algorithm": "rx/0", "hashrate": 8300.0}],
    }  # fmt: skip
    stats |= changes.pop("stats", {})
    return {
        "name": name, "type": "xmrig", "version": "6.26.0", "wanted": "running", "status": "running", "health": "ok",
        "reason": None, "simulated": False, "payees": [], "stats": stats, **changes,
    }  # fmt: skip


def a_frame(kind: str, **data: Any) -> dict[str, Any]:
    return {"type": kind, "data": data}


def test_a_line_is_as_high_as_the_highest_hashrate_of_ten_minutes() -> None:
    samples = [(NOW - SPAN + 30 + 60 * place, 100.0 * place) for place in range(10)]
    assert draw.chart(samples, NOW, 10) == ["▁▁▂▃▄▄▅▆▇█"]


def test_what_was_not_measured_is_a_gap_and_a_measured_zero_a_line_at_the_bottom() -> None:
    samples = [(NOW - 450, 10.0), (NOW - 330, None), (NOW - 210, 0.0), (NOW - 30, 10.0)]
    assert draw.chart(samples, NOW, 5) == [" █ ▁█"]


def test_a_sample_every_ten_seconds_leaves_no_gaps_on_a_wide_page() -> None:
    samples = [(NOW - SPAN + 10 * place, 5.0) for place in range(61)]
    assert draw.chart(samples, NOW, 150) == ["█" * 150]


def test_a_chart_of_several_lines_grows_from_the_lowest() -> None:
    samples = [(NOW - 450, 4.0), (NOW - 150, 2.0)]
    assert draw.chart(samples, NOW, 2, 2) == ["█ ", "██"]


@pytest.mark.parametrize("width", range(60, 240, 7))
def test_the_list_fits_every_terminal_from_sixty_columns(width: int) -> None:
    widths = draw.columns(width)
    assert sum(widths.values()) + 2 * len(widths) < width
    assert [*widths][:3] == ["name", "status", "hashrate"]
    assert {"shares", "temperature"} <= widths.keys()


def test_what_is_not_well_says_so_in_a_sign_and_a_word() -> None:
    states = [draw.state(a_miner(status=status)) for status in ("running", "paused", "stopped", "error", "starting")]
    assert states == ["● running", "‖ paused", "○ stopped", "✗ error", "◌ starting"]
    assert draw.state(a_miner(health="degraded")) == "! degraded"


def test_a_stopped_miner_shows_no_figures_of_a_process_that_is_gone() -> None:
    line = draw.cells(a_miner(status="stopped"), [(NOW, 5.0)], NOW, 10)
    assert (line["hashrate"], line["spark"], line["temperature"], line["uptime"]) == ("—", "", "—", "—")


def test_algorithms_are_summed_apart_and_so_is_what_only_pretends() -> None:
    pretended = a_miner("b", simulated=True, stats={"work": [{"algorithm": "rx/0", "hashrate": 100.0}]})
    two = [{"algorithm": "ethash", "hashrate": 5.0}, {"algorithm": "rx/0", "hashrate": 700.0}]
    line = draw.totals([a_miner(), pretended, a_miner("c", stats={"work": two}), a_miner("d", status="stopped")])
    assert line == "ethash 5 H/s · rx/0 9.00 kH/s · rx/0 100 H/s simulated · 3 running · 1 stopped"
    assert draw.totals([]) == "No miners"


def test_what_needs_attention_comes_with_its_sign_its_miner_and_the_next_step() -> None:
    item = {
        "severity": "error", "miner": "barn", "text": "It ended.", "since": "2026-01-01T00:00:00Z",
        "action": {"label": "Restart", "command": "miner-ctrl restart barn"},
    }  # fmt: skip
    sentence, step = draw.attention(item)
    assert sentence.startswith("✗ barn: It ended. (")
    assert step == "Restart: miner-ctrl restart barn"
    assert draw.attention(item | {"action": None})[1] == ""


def test_the_hottest_of_processor_and_cards_counts() -> None:
    cards = [{"id": 0, "temperature": 70.0}, {"id": 1, "temperature": None}]
    miner = a_miner(stats={"gpu": cards})
    assert draw.cells(miner, (), NOW, 1)["temperature"] == "70 °C"
    assert ("Heat", "CPU 61 °C, GPU 0 70 °C, GPU 1 —") in draw.facts(miner, ())


def test_who_is_paid_is_told_as_the_api_masks_it() -> None:
    payees = [{"payee": "48ed…icoD", "worker": "rig1", "pool": "a:1"}, {"payee": None, "worker": None, "pool": "b:2"}]
    assert draw.payees(a_miner(payees=payees)) == "48ed…icoD as rig1 at a:1\nnobody named at b:2"


def test_a_daemon_that_is_gone_says_of_when_the_figures_are_and_what_to_do() -> None:
    text = draw.gone(FeedState("gone", NOW, "no daemon answers (refused).\nStart one with: miner-ctrl serve\nMore."))
    assert text.startswith("These are the values of ")
    assert text.endswith(
        "The page tries again by itself.\nNo daemon answers (refused).\nStart one with: miner-ctrl serve"
    )
    assert draw.gone(FeedState("gone")).startswith("Nothing was heard yet.")


def test_frames_add_up_to_the_rig() -> None:
    rig = LiveRig()
    rig.apply(a_frame("snapshot", miners=[a_miner("a"), a_miner("b")], attention=[]))
    later = a_miner("a")["stats"] | {"hashrate": 9.0, "sampledAt": "2026-01-01T00:00:02Z"}
    figures = {"name": "a", "status": "running", "stats": later}
    rig.apply(a_frame("miners.stats", items=[figures, {"name": "unheard of", "stats": {}}]))
    rig.apply(a_frame("miners.stats", items=[figures]))
    assert [rate for _, rate in rig.samples["a"]] == [8300.0, 9.0]
    assert rig.miners["a"]["type"] == "xmrig"
    rig.apply(a_frame("miner.status", **a_miner("c", event="start")))
    rig.apply(a_frame("miner.status", **a_miner("b", event="forget")))
    assert [*rig.miners] == ["a", "c"]
    rig.apply(a_frame("attention", items=[1]))
    rig.apply(a_frame("ping"))
    assert rig.attention == [1]
    rig.apply(a_frame("snapshot", miners=[a_miner("c")], attention=[]))
    assert ([*rig.miners], [*rig.samples]) == (["c"], ["c"])


def test_hashrates_of_the_past_stand_before_those_heard_since() -> None:
    rig = LiveRig()
    rig.apply(a_frame("snapshot", miners=[a_miner("a")], attention=[]))
    series = [{"metric": "hashrate", "values": [1.0, None]}]
    times = ["2025-12-31T23:59:40Z", "2025-12-31T23:59:50Z"]
    rig.recall({"timestamps": times, "miners": [{"name": "a", "series": series}]})
    assert [rate for _, rate in rig.samples["a"]] == [1.0, None, 8300.0]


def test_a_filter_finds_names_types_states_and_pools() -> None:
    miners = [a_miner("Office"), a_miner("attic", status="paused")]
    assert [each["name"] for each in matching(miners, "")] == ["Office", "attic"]
    assert [each["name"] for each in matching(miners, " OFF ")] == ["Office"]
    assert [each["name"] for each in matching(miners, "paused")] == ["attic"]
    assert len(matching(miners, "pool.example")) == 2


def test_a_programs_output_cannot_steer_the_terminal() -> None:
    assert printable("\x1b[31mred\x1b[0m \x1b]0;title\x07a\x9bb\tc\n") == "red ]0;titleab\tc"
