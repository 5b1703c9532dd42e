"""What a hostile or broken program prints comes out as text and colours, and nothing else."""

import re

import pytest

from mining.processes.text import LINE_MOST, Lines, clean, plain
from tests.costs import cpu_seconds

RED = "\x1b[31mred\x1b[0m"


@pytest.mark.parametrize(
    "hostile",
    [
        "\x1b]0;a title\x07",
        "\x1b]8;;http://evil.example\x1b\\",
        "\x1b]52;c;aGVsbG8=\x07",
        "\x1b]0;never ended",
        "\x1bPdevice control\x1b\\",
        "\x1b_application\x1b\\",
        "\x1b^privacy\x1b\\",
        "\x1bXstart of string\x1b\\",
        "\x1b[2J",
        "\x1b[10;10H",
        "\x1b[?1049h",
        "\x1b[6n",
        "\x1b[>c",
        "\x1b[1;2",
        "\x1b[",
        "\x1b",
        "\x1bc",
        "\x1b(0",
        "\x1b#8",
        "\x9b31m",
        "\x9d0;title\x9c",
        "\x00\x07\x08\x0b\x0c\x0d\x7f\x80\x85",
        "\u202eevil\u202c",
        "\u2066x\u2069",
        "\u200e\u200f",
        "\x1b\x1b]0;x\x07[2J",
        "\x1b[31\x1b[2Jm",
    ],
)
def test_no_control_but_colours_gets_through(hostile: str) -> None:
    told = clean(f"before {hostile}{RED} after")
    rest = re.sub(r"\x1b\[[0-9;]*m", "", told)
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]", rest), told
    assert told.startswith("before ")


def test_colours_and_foreign_letters_stay() -> None:
    assert clean(f"{RED} Größe 算力 ok") == f"{RED} Größe 算力 ok"
    assert plain(f"{RED} and\t\x1b[1;32mgreen") == "red and\tgreen"
    assert clean("a\tb") == "a b"


def test_lines_are_cut_alike_however_the_bytes_arrive() -> None:
    data = "one\r\nzwei ü\n\nfour".encode()
    for size in (1, 2, 3, 100):
        lines = Lines()
        found = [line for at in range(0, len(data), size) for line in lines.feed(data[at : at + size])]
        assert found == ["one", "zwei ü", ""]
        assert lines.pending == 4
        assert lines.flush() == ["four"]
        assert lines.flush() == []


def test_invalid_utf8_is_replaced() -> None:
    assert Lines().feed(b"a\xff\xfe\xc3(\n") == ["a\ufffd\ufffd\ufffd("]


def test_an_endless_line_is_cut_and_never_collected() -> None:
    lines, longest, count = Lines(), 0, 0
    for _ in range(64):
        for line in lines.feed(b"x" * 65536):
            count += 1
            longest = max(longest, len(line))
        assert lines.pending <= 8 * LINE_MOST
    assert count > 0
    assert longest == LINE_MOST


def test_a_line_of_escapes_alone_does_not_take_long() -> None:
    usual = cpu_seconds(lambda: clean("x" * 200_000))
    for evil in ("\x1b[" * 100_000, "\x1b]" * 100_000, "\x1b" * 200_000, "\x1b[1" * 100_000):
        assert cpu_seconds(lambda evil=evil: clean(evil)) < 100 * usual


def test_a_secret_is_hidden_before_a_line_is_cut_and_beneath_its_colours() -> None:
    lines = Lines(lambda text: text.replace("hunter2secret", "…"))
    long = "a" * (LINE_MOST - 6)
    assert lines.feed(f"{long}hunter2secret\n".encode()) == [f"{long}…"]
    assert lines.feed(b"\x1b[31mno: hunter2\x1b[1msecret\x1b[0m!\n") == ["no: …!"]
    assert lines.feed(b"\x1b[31mno\x1b[0m: hunter2secret\n") == ["\x1b[31mno\x1b[0m: …"]
    lines.feed(b"and hunter2secret")
    assert lines.flush() == ["and …"]
