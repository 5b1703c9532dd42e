"""The prompt of `miner-ctrl shell`: a line with completion, and the lines before it."""

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from click.shell_completion import ShellComplete
from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.history import History

from mining.cli.session import Session
from mining.client.address import data_folder
from mining.foundation.files import read_plain, write_whole

HISTORY = "shell-history"  # in the data folder
MOST = 1000  # lines
_LARGEST = 1 << 20  # bytes
_SECRET = re.compile(r"(?i)pass|token|secret|--key(?!-file)|://\S*@|notify(?!-test)")


def command_prompt(session: Session, flags: Sequence[str]) -> Callable[[str], str]:
    """Asks for a line; KeyboardInterrupt for Ctrl-C, EOFError for Ctrl-D."""
    prompt: PromptSession[str] = PromptSession(
        history=CommandHistory(data_folder(session.data_dir)),
        completer=CommandCompleter(flags),
        complete_in_thread=True,
        complete_while_typing=False,
    )
    return prompt.prompt


class CommandHistory(History):
    """The lines of earlier shells; a file that its owner alone reads has them, without what may hold a secret."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder

    def load_history_strings(self) -> Iterable[str]:
        """The newest first."""
        return reversed(self._lines())

    def store_string(self, string: str) -> None:
        """Keep a line, where there is a data folder and nothing speaks against it."""
        if not self._folder.is_dir() or not keepable(string):
            return
        lines = [*self._lines(), string][-MOST:]
        try:
            write_whole(self._folder / HISTORY, "".join(f"{line}\n" for line in lines).encode())
        except OSError:  # a full disk, or somebody else's folder: the shell goes on
            return

    def _lines(self) -> list[str]:
        try:
            return read_plain(self._folder / HISTORY, _LARGEST).decode(errors="replace").splitlines()
        except OSError:
            return []


def keepable(line: str) -> bool:
    """Whether a line may stand in a file; one that begins with a space shall not, as in other shells."""
    return "\n" not in line and not line.startswith(" ") and _SECRET.search(line) is None


class CommandCompleter(Completer):
    """Commands, options and names as every shell completes them."""

    def __init__(self, flags: Sequence[str]) -> None:
        self._flags = flags  # which stand before each command, and name its daemon

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:
        """What may stand where the cursor is."""
        line = document.text_before_cursor
        *words, part = line.split(" ")
        for text, about in self.choices([word for word in words if word], part):
            yield Completion(text, start_position=-len(part), display_meta=about)

    def choices(self, words: list[str], part: str) -> list[tuple[str, str]]:
        """What a word may be that begins so and stands after these, and what each is."""
        from mining.cli.main import cli

        every = ShellComplete(cli, {}, "miner-ctrl", "").get_completions([*self._flags, *words], part)
        return [(item.value, item.help or "") for item in every if item.type == "plain"]
