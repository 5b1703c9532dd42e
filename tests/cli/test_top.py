"""`miner-ctrl top` against the real daemon: what is on the page, and what its keys do."""

import html
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from textual.geometry import Region
from textual.pilot import Pilot

from mining.cli.main import cli
from mining.cli.session import Session
from mining.cli.terminal import feed
from mining.cli.terminal.daemon import DaemonLink
from mining.cli.terminal.miner_list import MinerList
from mining.cli.terminal.page import TopPage
from mining.cli.terminal.panes import AttentionPane, MinerPane
from mining.domain.shell import command as line
from mining.foundation.command_line import adding
from tests.cli.daemon_standin import Standin
from tests.cli.terminals import a_terminal
from tests.cli.test_top_drawing import a_miner
from tests.daemons import SLACK, Daemon, daemon
from tests.systems import LINUX

WALLET = "48edfHu7V9Z84YzzMa6fUueoELZ9ZRXq9VetWzYGzKt52XU5xvqgzYnDK9URnRoJMk1j8nLwEVsaSWJ4fhdUyZijBGUicoD"


def slow(test: Callable[..., Any]) -> Callable[..., Any]:
    """With a daemon, and miners that are found by what Linux tells of them."""
    return LINUX(pytest.mark.slow(test))


@pytest.fixture
def running(data_dir: Path) -> Iterator[Daemon]:
    """A daemon whose folder is that of a session."""
    with daemon(data_dir) as one:
        yield one


def page_of(folder: Path) -> TopPage:
    return TopPage(DaemonLink(Session(data_dir=folder)))


def text_of(page: TopPage) -> str:
    """What stands on the page, a line for each of its lines."""
    lines: dict[float, str] = {}
    for y, text in re.findall(
        r'<text class="[^"]*" x="[^"]*" y="([\d.]+)"[^>]*>(.*?)</text>', page.export_screenshot()
    ):
        lines[float(y)] = lines.get(float(y), "") + html.unescape(text).replace("\xa0", " ")
    return "\n".join(line for _, line in sorted(lines.items()))


async def until(pilot: Pilot[None], condition: Callable[[], Any], what: str) -> Any:
    """Wait until a condition holds; AssertionError shows the page."""
    for _ in range(100 * SLACK):
        await pilot.pause(0.1)
        if value := condition():
            return value
    assert isinstance(pilot.app, TopPage)
    raise AssertionError(f"waited in vain for {what}:\n{text_of(pilot.app)}")


async def shows(pilot: Pilot[None], *texts: str) -> None:
    page = pilot.app
    assert isinstance(page, TopPage)
    await until(pilot, lambda: all(text in text_of(page) for text in texts), repr(texts))


@slow
async def test_the_page_shows_each_miner_what_needs_attention_and_who_is_paid(running: Daemon) -> None:
    body = {"pool": "pool.example:3333", "wallet": WALLET, "worker": "rig1", "options": {"hashrate": 4500, "gpus": 1}}
    assert running.call("POST", "/miners/simulated?name=attic", body)[0] == 201
    running.simulate("cellar", refuseLogin=True)
    page = page_of(running.data)
    async with page.run_test(size=(140, 40)) as pilot:
        await shows(pilot, "● running", "! degraded", "● live", "kH/s", "°C", "█", "pool.example:3333")
        await shows(pilot, "! cellar: The pool refuses the login", "→ Edit the configuration")
        await shows(pilot, "48ed…icoD as rig1 at pool.example:3333", "connected to pool.example:3333")
        assert text_of(page).index("refuses the login") < text_of(page).index("● running")
        assert WALLET[8:-8] not in text_of(page)


@slow
async def test_keys_steer_the_chosen_miner(running: Daemon) -> None:
    running.simulate("attic")
    running.simulate("cellar")
    page = page_of(running.data)
    async with page.run_test(size=(80, 24)) as pilot:
        await shows(pilot, "▸ attic", "cellar")
        await pilot.press("down")
        await shows(pilot, "▸ cellar")
        await pilot.press("p")
        await shows(pilot, "‖ paused")
        await pilot.press("p")
        await until(pilot, lambda: running.miner("cellar")["wanted"] == "running", "it to go on")
        await pilot.press("x")
        await shows(pilot, "○ stopped", "cellar has stopped.")
        await pilot.press("s")
        await until(pilot, lambda: running.miner("cellar")["status"] == "running", "it to start")
        pid = running.miner("cellar")["pid"]
        await shows(pilot, "● running")
        await pilot.press("r")
        await until(pilot, lambda: running.miner("cellar")["pid"] not in (pid, None), "another process")
        assert {running.miner("attic")["restarts"], running.miner("attic")["wanted"]} == {0, "running"}
        await pilot.press("q")
        assert page.return_code == 0


@slow
async def test_stopping_several_asks_and_a_no_stops_none(running: Daemon) -> None:
    running.simulate("attic")
    running.simulate("cellar")
    running.simulate("garage")
    page = page_of(running.data)
    async with page.run_test(size=(80, 24)) as pilot:
        await shows(pilot, "garage")
        await pilot.press("slash", *"ar")  # of which the cellar and the garage have both
        await pilot.press("enter", "X")
        await shows(pilot, "Stop 2 miners: cellar, garage?")
        await pilot.press("n")
        assert {running.miner(name)["wanted"] for name in ("attic", "cellar", "garage")} == {"running"}
        await pilot.press("X")
        await shows(pilot, "Stop 2 miners")
        await pilot.press("y")
        await until(pilot, lambda: running.miner("garage")["wanted"] == "stopped", "the stop")
        await until(pilot, lambda: running.miner("cellar")["wanted"] == "stopped", "the other's")
        assert running.miner("attic")["wanted"] == "running"
        await pilot.press("escape")
        await shows(pilot, "attic")


@slow
async def test_a_refusal_stands_on_the_page(running: Daemon) -> None:
    running.simulate("attic")
    page = page_of(running.data)
    async with page.run_test(size=(80, 24)) as pilot:
        await shows(pilot, "▸ attic")
        running.call("DELETE", "/miners/attic?forget")
        await shows(pilot, "No miners yet. Start one with")
        page._request("attic", "Pausing", "post", "/pause")
        await shows(pilot, "There is no miner 'attic'")


@slow
async def test_a_daemon_that_is_gone_leaves_its_last_values_and_comes_back_by_itself(running: Daemon) -> None:
    running.simulate("attic", hashrate=4500)
    page = page_of(running.data)
    async with page.run_test(size=(100, 30)) as pilot:
        await shows(pilot, "● live", "kH/s")
        running.kill()
        await shows(pilot, "✗ no answer", "These are the values of", "No daemon answers at", "● running", "kH/s")
        running.start()  # on another port
        await shows(pilot, "● live")
        await until(pilot, lambda: "These are the values of" not in text_of(page), "the warning to go")
        await pilot.press("x")
        await until(pilot, lambda: running.miner("attic")["status"] == "stopped", "the stop")


def answers(daemon: Standin, *lists: list[dict[str, Any]]) -> None:
    """The miners of a daemon without a WebSocket, once for each time that it is asked; nothing needs attention."""
    pages = [{"items": items, "pagination": {"page": 1, "limit": 1000, "total": 2, "pages": 1}} for items in lists]
    daemon.data("GET", "/miners?page=1&limit=1000", *pages)
    daemon.data("GET", "/attention?page=1&limit=1000", {**pages[0], "items": []})


async def test_where_there_is_no_websocket_the_page_asks_again_and_again_and_says_so(
    daemon: Standin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feed, "POLL", 0.1)
    answers(daemon, [a_miner("attic", status="starting")], [a_miner("attic")])
    page = TopPage(DaemonLink(Session(url=daemon.url)))
    async with page.run_test(size=(80, 24)) as pilot:
        await shows(pilot, "◐ every 2 s", "● running")


async def test_several_are_stopped_only_after_a_yes(daemon: Standin) -> None:
    answers(daemon, [a_miner("attic"), a_miner("cellar"), a_miner("idle", status="stopped", wanted="stopped")])
    page = TopPage(DaemonLink(Session(url=daemon.url)))
    stops = lambda: sorted(target for method, target, _ in daemon.asked if method == "DELETE")  # noqa: E731 - asked twice
    async with page.run_test(size=(80, 24)) as pilot:
        await shows(pilot, "cellar")
        await pilot.press("X")
        await shows(pilot, "Stop 2 miners: attic, cellar?")
        await pilot.press("n")
        assert stops() == []
        await pilot.press("X", "y")
        await until(pilot, lambda: stops() == ["/miners/attic", "/miners/cellar"], "both stops")


async def test_a_click_chooses_a_miner(daemon: Standin) -> None:
    answers(daemon, [a_miner("attic"), a_miner("cellar")])
    page = TopPage(DaemonLink(Session(url=daemon.url)))
    async with page.run_test(size=(80, 24)) as pilot:
        await shows(pilot, "▸ attic")
        await pilot.pause()
        await pilot.click(MinerList, offset=(5, 2))  # below the heads and the first one
        await shows(pilot, "▸ cellar")


SIZES = [(60, 20), (80, 24), (100, 30), (160, 50)]


@slow
@pytest.mark.parametrize("size", SIZES, ids=lambda size: "×".join(map(str, size)))
async def test_everything_fits(running: Daemon, size: tuple[int, int]) -> None:
    for name in ("attic", "cellar", "garage", "office", "shelf", "workshop of the neighbour"):
        running.simulate(name.replace(" ", "-"), gpus=1, refuseLogin=name in ("cellar", "garage", "shelf"))
    page = page_of(running.data)
    async with page.run_test(size=size) as pilot:
        await shows(pilot, "refuses the login", "● live", "▸ attic", "Quit")
        await shows(pilot, *(["Last 10 min"] if size[1] > 24 else []))  # its facts have come
        whole = Region(0, 0, *size)
        shown = [page.query_one(kind) for kind in (MinerList, AttentionPane, MinerPane, "#console", "Footer")]
        for widget in shown:
            assert whole.contains_region(widget.region), widget
        assert all(widget.region.height >= 1 for widget in shown)
        assert page.query_one(MinerList).region.height >= 4
        assert page.query_one(MinerList).virtual_size.width <= size[0]
        assert page.query_one("#console").region.height >= 2


@slow
def test_on_a_terminal_q_ends_it_and_leaves_the_miners_alone(running: Daemon) -> None:
    running.simulate("attic")
    with a_terminal("--data-dir", str(running.data), "top") as terminal:
        terminal.shows("attic")
        terminal.shows("live")
        assert "\x1b[38;2;" in terminal.output
        terminal.press("q")
        assert terminal.ends() == 0
        assert terminal.output.rindex("\x1b[?1049l") > terminal.output.rindex("\x1b[?1049h"), "the terminal as it was"
    assert running.miner("attic")["status"] == "running"


@slow
def test_a_daemon_that_hangs_is_noticed_and_does_not_keep_the_page(running: Daemon) -> None:
    running.simulate("attic")
    assert running.process is not None
    with a_terminal("--data-dir", str(running.data), "top") as terminal:
        terminal.shows("live")
        running.process.send_signal(signal.SIGSTOP)
        try:
            terminal.shows("no answer")
            terminal.press("q")
            assert terminal.ends() == 0
        finally:
            running.process.send_signal(signal.SIGCONT)


def test_an_address_that_is_none_is_refused_before_the_page_comes() -> None:
    code = WITHOUT.replace("sys.modules[sys.argv.pop(1)] = None\n", "")
    argv = [sys.executable, "-c", code, "--url", "nonsense", "top"]
    ended = subprocess.run(argv, capture_output=True, text=True)
    assert (ended.returncode, "'nonsense' is not the URL of a daemon" in ended.stderr) == (2, True)


@slow
def test_no_color_leaves_no_colour(running: Daemon) -> None:
    running.simulate("attic", refuseLogin=True)
    with a_terminal("--data-dir", str(running.data), "top", NO_COLOR="1") as terminal:
        terminal.shows("degraded")
        terminal.press("q")
        terminal.ends()
        styles = {code for codes in re.findall(r"\x1b\[([\d;]*)m", terminal.output) for code in codes.split(";")}
    assert styles <= {"", "0", "1", "2", "3", "4", "7", "39", "49"}, "bold, dim, reverse, and the terminal's own two"


def test_without_a_terminal_it_names_the_command_for_programs() -> None:
    result = CliRunner().invoke(cli, ["top"])
    assert result.exit_code == 2
    assert "miner-ctrl status --json" in result.output


WITHOUT = """
import sys
sys.modules[sys.argv.pop(1)] = None
sys.stdin.isatty = sys.stdout.isatty = lambda: True
from mining.cli.main import main
main()
"""


@pytest.mark.parametrize(("command", "package"), [("top", "textual"), ("shell", "prompt_toolkit")])
def test_where_its_packages_are_missing_it_says_what_to_paste(command: str, package: str) -> None:
    ended = subprocess.run([sys.executable, "-c", WITHOUT, package, command], capture_output=True, text=True)
    assert ended.returncode == 1
    assert f"`miner-ctrl {command}` needs packages that are not installed here ({package})" in ended.stderr
    assert f"  {line(adding('terminal'))}\n" in ended.stderr


def test_no_other_command_imports_them() -> None:
    code = "import sys; from mining.cli.main import COMMANDS; from importlib import import_module\n"
    code += "for module, _ in COMMANDS.values(): import_module('mining.cli.' + module)\n"
    code += "print({'textual', 'rich', 'prompt_toolkit', 'websockets'} & {name.split('.')[0] for name in sys.modules})"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ended.stdout == "set()\n"
