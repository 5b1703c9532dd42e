"""The page of `miner-ctrl top`: all miners, what needs attention, and the chosen miner's console, with keys."""

import os
import time
from typing import Any, ClassVar

import click
from textual import on, work
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.theme import Theme
from textual.widgets import Footer, Input, Static

from mining.cli import tables
from mining.cli.miners import may_run
from mining.cli.session import pasteable
from mining.cli.terminal.client import miner_path
from mining.cli.terminal.console import follow_console
from mining.cli.terminal.daemon import DaemonLink
from mining.cli.terminal.feed import Feed, FeedState, Frame
from mining.cli.terminal.miner_list import MinerList
from mining.cli.terminal.panes import LOW, AttentionPane, Head, MinerPane
from mining.cli.terminal.question import Question
from mining.cli.terminal.state import LiveRig, Miner, matching

COLOURS = Theme(
    "mining", primary="#7CB0FF", secondary="#A9B2BC", success="#4FC58B", warning="#F2B441", error="#FF8079",
    foreground="#ECEFF2", background="#0F1114", surface="#16191D", panel="#272C33", variables={"quiet": "#56739C"},
)  # fmt: skip
PLAIN = "ansi-dark"  # the theme in which NO_COLOR leaves no colour at all


class TopPage(App[None]):
    """The whole page."""

    TITLE = "miner-ctrl top"
    CSS_PATH = "page.tcss"
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (LOW, "-high")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "start", "Start"),
        Binding("x", "stop", "Stop"),
        Binding("X", "stop_all", "Stop all", key_display="X"),
        Binding("p", "pause", "Pause"),
        Binding("r", "restart", "Restart"),
        Binding("slash", "filter", "Filter", key_display="/"),
        Binding("escape", "show_all", "Show all", show=False),
        Binding("q", "quit", "Quit"),
        Binding("ctrl+c", "quit", "Quit", show=False, priority=True),
    ]

    def __init__(self, link: DaemonLink) -> None:
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)  # else it leaves grey
        self.register_theme(COLOURS)
        self.theme = PLAIN if self.no_color else COLOURS.name
        self.rig = LiveRig()
        self.connection = FeedState()
        self._link = link
        self._head, self._attention = Head(), AttentionPane()
        self._filter = Input(id="filter", placeholder="Part of a name, type, status or pool; Esc shows all")
        self._list, self._nothing, self._pane = MinerList(), Static(id="none", markup=False), MinerPane()
        self._result = Static(id="result", markup=False)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The colours of ours, for a theme that has none of them."""
        return {"quiet": "ansi_default"}

    def compose(self) -> ComposeResult:
        """Everything, from top to bottom."""
        yield from (self._head, self._attention, self._filter, self._list, self._nothing, self._pane, self._result)
        yield Footer(compact=True)

    def on_mount(self) -> None:
        """Begin to listen."""
        self._filter.display = self._result.display = False
        self._list.focus()
        self._show()
        self.set_interval(1, self._show)
        self.run_worker(Feed(self._link, self._take, self._connected).follow(), group="feed")

    # ——— what comes

    def _take(self, frame: Frame) -> None:
        self.rig.apply(frame)
        self._show()

    def _connected(self, connection: FeedState) -> None:
        if connection.way != self.connection.way and connection.way != "gone":
            self._recall()
        self.connection = connection
        self._show()

    @work(group="history", exclusive=True)
    async def _recall(self) -> None:
        try:
            past = await self._link.ask("get", "/history", metrics="hashrate", duration="10m", resolution="10s")
        except click.ClickException:  # the lines begin now
            return
        self.rig.recall(past)

    @on(MinerList.Chosen)
    def _read_console(self) -> None:
        self._pane.clear()
        self._follow_console(self._list.chosen)
        self._show()

    @work(group="console", exclusive=True)
    async def _follow_console(self, name: str | None) -> None:
        if name is not None:
            await follow_console(self._link, name, self._pane.write)

    # ——— what is shown

    @property
    def shown(self) -> list[Miner]:
        """The miners that the filter leaves."""
        return matching(self.rig.miners.values(), self._filter.value)

    @property
    def chosen(self) -> Miner | None:
        """The miner that the keys concern."""
        return self.rig.miners.get(self._list.chosen or "")

    def _show(self) -> None:
        miners = self.shown
        self.set_class(self.connection.way == "gone", "stale")
        self._head.show(list(self.rig.miners.values()), self.connection)
        self._attention.show(self.rig.attention)
        self._list.show(miners, self.rig.samples, time.time())
        self._list.display = self._pane.display = bool(miners)
        self._nothing.display = not miners and self.connection.way in ("live", "polling")
        self._nothing.update("No miner matches. Esc shows all." if self.rig.miners else pasteable(tables.miners(())))
        if self.chosen is not None:
            self._pane.show(self.chosen, self.rig.samples.get(self.chosen["name"], ()))

    def _say(self, text: str, refused: bool = False) -> None:
        self._result.update(text)
        self._result.set_class(refused, "refused")
        self._result.display = bool(text)

    # ——— the keys

    def action_start(self) -> None:
        """Start the chosen miner, or let it go on where it is paused."""
        if self.chosen is not None:
            paused = self.chosen["wanted"] == "paused"
            self._request(self.chosen["name"], "Starting", "post", "/resume" if paused else "/restart")

    def action_stop(self) -> None:
        """Stop it; it stays stopped."""
        if self.chosen is not None:
            self._request(self.chosen["name"], "Stopping", "delete")

    def action_pause(self) -> None:
        """Pause it, or let it go on."""
        if self.chosen is not None and self.chosen["wanted"] == "paused":
            self._request(self.chosen["name"], "Resuming", "post", "/resume")
        elif self.chosen is not None:
            self._request(self.chosen["name"], "Pausing", "post", "/pause")

    def action_restart(self) -> None:
        """Restart it."""
        if self.chosen is not None:
            self._request(self.chosen["name"], "Restarting", "post", "/restart")

    def action_stop_all(self) -> None:
        """Stop all that are shown, after a question where that is more than one."""
        names = [miner["name"] for miner in self.shown if may_run(miner)]

        def stop(agreed: bool | None) -> None:
            for name in names if agreed else ():
                self._request(name, "Stopping", "delete")

        if len(names) > 1:
            self.push_screen(Question(f"Stop {len(names)} miners: {', '.join(names)}?\nThey stay stopped."), stop)
        else:
            stop(True)

    @work(group="requests")
    async def _request(self, name: str, doing: str, method: str, rest: str = "") -> None:
        self._say(f"{doing} {name} …")
        try:
            answer = await self._link.ask(method, miner_path(name, rest))
        except click.ClickException as refusal:
            self._say(f"{name}: {refusal.message}", refused=True)
            return
        self._say("\n".join([_message(answer), *(f"! {each}" for each in answer.get("warnings", ()))]))

    def action_filter(self) -> None:
        """Type what to look for."""
        self._filter.display = True
        self._filter.focus()

    def action_show_all(self) -> None:
        """All miners again, and no message."""
        self._filter.value, self._filter.display = "", False
        self._list.focus()
        self._say("")

    @on(Input.Changed)
    def _narrow(self) -> None:
        self._show()

    @on(Input.Submitted)
    def _leave_filter(self) -> None:
        self._filter.display = bool(self._filter.value)
        self._list.focus()


def _message(answer: dict[str, Any]) -> str:
    return str(answer.get("message") or f"{answer['name']} is {answer['status']}.")
