"""What stands around the list: the head with totals and connection, what needs attention, the chosen miner."""

import time
from collections.abc import Mapping, Sequence
from typing import Any

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import RichLog, Static

from mining.cli.columns import wrapped
from mining.cli.session import pasteable
from mining.cli.terminal import draw
from mining.cli.terminal.feed import FeedState
from mining.cli.terminal.state import Miner, Sample

LOW = 30  # lines; a terminal with fewer has less of everything
_SIGNS = {"connecting": "◌ connecting", "live": "● live", "polling": "◐ every 2 s", "gone": "✗ no answer"}


class Head(Vertical):
    """How many miners do what, and how the page hears of them."""

    def __init__(self) -> None:
        super().__init__()
        self._totals = Static(id="totals", markup=False)
        self._connection = Static(id="connection", markup=False)
        self._gone = Static(id="gone", markup=False)

    def compose(self) -> ComposeResult:
        yield Horizontal(self._totals, self._connection)
        yield self._gone

    def show(self, miners: Sequence[Miner], connection: FeedState) -> None:
        """Show them."""
        self._totals.update(draw.totals(miners))
        self._connection.update(_SIGNS[connection.way])
        self._connection.set_classes(connection.way)
        self._gone.display = connection.way == "gone"
        if self._gone.display:
            self._gone.update(draw.gone(connection))


class AttentionPane(VerticalScroll):
    """What a person should look at now, the most severe first, each with its next step."""

    def __init__(self) -> None:
        super().__init__()
        self._items = Static()

    def compose(self) -> ComposeResult:
        yield self._items

    def show(self, items: Sequence[Mapping[str, Any]]) -> None:
        """Show them; nothing of it where there is none."""
        self.display = bool(items)
        lines = Text()
        for item in items:
            sentence, step = draw.attention(item)
            colour = "" if self.app.no_color else self.app.theme_variables.get(item["severity"], "")
            lines.append("\n" if lines else "").append(sentence[:1], f"bold {colour}").append(sentence[1:])
            if step:
                lines.append(f"\n  → {pasteable(step)}", "dim" if self.app.no_color else self._muted)
        self._items.update(lines)

    @property
    def _muted(self) -> str:
        return self.app.theme_variables["secondary"]


class MinerPane(Vertical):
    """The chosen miner: who is paid, its hashrate over ten minutes, its console."""

    def __init__(self) -> None:
        super().__init__()
        self._facts, self._chart = Static(), Static(id="chart", markup=False)
        self._output = RichLog(id="console", max_lines=1000, wrap=True, min_width=0)

    def compose(self) -> ComposeResult:
        yield Vertical(self._facts, self._chart, id="about")
        yield self._output

    def show(self, miner: Miner, samples: Sequence[Sample]) -> None:
        """Show its facts as they are now."""
        self.border_title = miner["name"]
        label = "dim" if self.app.no_color else self.app.theme_variables["secondary"]
        low, text = self.app.size.height < LOW, Text()
        pairs = draw.facts(miner, samples, brief=low)
        indent = max(len(name) for name, _ in pairs) + 2
        width, height = max(self._chart.size.width, 2 * indent), 1 if low else 4
        for name, value in pairs:
            lines = [part for line in value.splitlines() for part in wrapped(line, width - indent)]
            text.append("\n" if text else "").append(name.ljust(indent), label)
            text.append(("\n" + " " * indent).join(lines))
        self._facts.update(text)
        self._chart.update("\n".join(draw.chart(samples, time.time(), width, height)))

    def clear(self) -> None:
        """An empty console, for another miner's."""
        self._output.clear()

    def write(self, line: str) -> None:
        """One more line of its console."""
        self._output.write(Text(line))
