"""The list of miners on the page: one line each, and the chosen one marked."""

from collections.abc import Mapping, Sequence

from rich.text import Text
from textual.message import Message
from textual.widgets import DataTable

from mining.cli.terminal import draw
from mining.cli.terminal.state import Miner, Sample

_CHOSEN, _OTHER = "▸ ", "  "
_COLOURS = {"●": "$success", "!": "$warning", "✗": "$error"}  # of the sign, which says it without them too


class MinerList(DataTable[Text]):
    """Changes only the cells whose text has changed, for a slow line."""

    class Chosen(Message):
        """Another miner was chosen; None: there is none."""

        def __init__(self, name: str | None) -> None:
            super().__init__()
            self.name = name

    def __init__(self) -> None:
        super().__init__(cursor_type="row", cursor_foreground_priority="renderable")
        self.chosen: str | None = None
        self._widths: dict[str, int] = {}
        self._lines: dict[str, dict[str, str]] = {}  # by miner, as they stand there

    def show(self, miners: Sequence[Miner], samples: Mapping[str, Sequence[Sample]], now: float) -> None:
        """Show these miners, in their order."""
        widths = draw.columns(self.app.size.width)
        names = [miner["name"] for miner in miners]
        if widths != self._widths or names != list(self._lines):
            self._lay_out(widths, names)
        for miner in miners:
            name = miner["name"]
            line = draw.cells(miner, samples.get(name, ()), now, widths.get("spark", 0))
            line["name"] = (_CHOSEN if name == self.chosen else _OTHER) + name
            for column in widths:
                if self._lines[name].get(column) != line[column]:
                    self.update_cell(name, column, self._cell(column, line[column]))
            self._lines[name] = line

    def _lay_out(self, widths: dict[str, int], names: Sequence[str]) -> None:
        place = min(max(self.cursor_row, 0), max(len(names) - 1, 0))
        if self.chosen in names:
            place = names.index(self.chosen)
        with self.prevent(self.RowHighlighted):
            self.clear(columns=True)
            for column, width in widths.items():
                title = Text(draw.HEADS[column], justify="right" if column in draw.NUMBERS else "left")
                self.add_column(
                    title if column != "name" else Text(_OTHER + draw.HEADS[column]), width=width, key=column
                )
            for name in names:
                self.add_row(*[Text()] * len(widths), key=name)
            self.move_cursor(row=place)
        self._widths, self._lines = widths, {name: {} for name in names}
        self._choose(names[place] if names else None)

    def _cell(self, column: str, text: str) -> Text:
        if column == "status" and not self.app.no_color:
            colour = self.app.theme_variables.get(_COLOURS.get(text[:1], "")[1:], "")
            return Text.assemble((text[:1], colour), text[1:], no_wrap=True, overflow="ellipsis")
        style = self.app.theme_variables["quiet"] if column == "spark" and not self.app.no_color else ""
        right = column in draw.NUMBERS
        return Text(text, style, justify="right" if right else "left", no_wrap=True, overflow="ellipsis")

    def on_data_table_row_highlighted(self, event: DataTable.RowHighlighted) -> None:
        """The cursor has moved."""
        self._choose(event.row_key.value)

    def _choose(self, name: str | None) -> None:
        if name != self.chosen:
            self.chosen = name
            self.post_message(self.Chosen(name))
