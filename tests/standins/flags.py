"""The flags of other people's programs, as their documents and public command lines show them: data beside a source.

`tests/miners/flags/NAME` has a line for each flag: its spellings, what it takes, where that stands. A line that begins
with `$` is a command line that somebody published, which must be understood too.
"""

import shlex
from dataclasses import dataclass, field
from pathlib import Path

FLAGS = Path(__file__).parents[1] / "miners" / "flags"
GUIDE = "docs/add-a-miner.md"
TAKES = ("none", "value", "optional", "many", "selector", "key")  # selector: `-cETC ETC`; key: of a file alone


class UnknownFlag(Exception):
    """The program would refuse that."""


class FaultyFlags(Exception):
    """A file of flags does not hold what it should."""


@dataclass
class Flags:
    """Those of one program: every spelling → (the first spelling, what it takes)."""

    known: dict[str, tuple[str, str]] = field(default_factory=dict)
    examples: list[str] = field(default_factory=list)
    sources: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, name: str, folder: Path = FLAGS) -> "Flags":
        """Read the file of a program; FaultyFlags names the line that is not as it should be."""
        flags, about = cls(), f"tests/miners/flags/{name}"
        try:
            lines = (folder / name).read_text().splitlines()
        except FileNotFoundError:
            raise FaultyFlags(f"{about} is missing; step 1 of {GUIDE} says what it holds") from None
        for number, line in enumerate(lines, 1):
            if fault := flags._take(line):
                raise FaultyFlags(f"{about}, line {number}: {fault}; step 1 of {GUIDE} says what it holds")
        if not flags.examples:
            raise FaultyFlags(f"{about} has no line that begins with $: a command line that somebody published")
        return flags

    def _take(self, line: str) -> str | None:
        """Take in a line; what is wrong with it."""
        parts = line.removeprefix("$").strip().split("\t")
        if line.startswith("#"):
            return None
        if line.startswith("$"):
            if len(parts) != 2:
                return f"a command line and its source, with one tab between them, not {len(parts)} parts"
            self.examples.append(parts[0])
            self.sources[parts[0]] = parts[1]
            return None
        if len(parts) != 3:
            return f"spellings, what it takes, its source: three parts with tabs between them, not {len(parts)}"
        names, takes, source = parts[0].split(", "), parts[1], parts[2]
        if takes not in TAKES:
            return f"it takes {takes!r}, which is none of {', '.join(TAKES)}"
        if twice := self.known.keys() & set(names):
            return f"{', '.join(sorted(twice))} stands in an earlier line already"
        self.known |= dict.fromkeys(names, (names[-1], takes))
        self.sources[names[-1]] = source
        return None

    def parse(self, argv: list[str]) -> dict[str, list[str]]:
        """What each flag is given, by its last spelling; UnknownFlag for one that the program does not know."""
        values: dict[str, list[str]] = {}
        words = list(argv)
        if self.files_alone and words and not words[0].startswith("-"):  # the program takes one file and no more
            return {"": words}
        while words:
            name, takes, given = self._flag(words.pop(0))
            if takes == "none" and given is not None:
                raise UnknownFlag(f"{name} takes no value")
            if takes in ("value", "selector") and given is None:
                if not words:
                    raise UnknownFlag(f"{name} lacks its value")
                given = words.pop(0)
            taken = [] if given is None else [given]
            while takes == "many" and words and not words[0].startswith("-"):
                taken.append(words.pop(0))
            values.setdefault(name, []).extend(taken or [""])
        return values

    @property
    def files_alone(self) -> bool:
        """Whether the program is told by files, and by arguments nothing but which."""
        return not any(takes in ("value", "many", "selector") for _, takes in self.known.values())

    def key(self, name: str) -> bool:
        """Whether a key of its configuration file is one of its long options, or of the file alone."""
        return f"--{name}" in self.known or (name in self.known and self.known[name][1] == "key")

    def _flag(self, word: str) -> tuple[str, str, str | None]:
        name, equals, value = word.partition("=")
        if name in self.known:
            known, takes = self.known[name]
            if takes != "key" and not (equals and takes in ("many", "selector")):
                return known, takes, value if equals else None
        selected = [each for each, (_, takes) in self.known.items() if takes == "selector" and word.startswith(each)]
        if selected:
            return self.known[max(selected, key=len)][0], "selector", None
        short = self.known.get(word[:2])
        if short is not None and short[1] == "value" and word[1] != "-":  # `-v2`
            return short[0], "value", word[2:]
        raise UnknownFlag(word)


def words(example: str) -> list[str]:
    """The arguments of a published command line, without the program."""
    return shlex.split(example)[1:]
