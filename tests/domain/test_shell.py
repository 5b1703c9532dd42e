"""Texts in commands that are pasted reach the program as they are, in the shell of the system."""

import shlex

import pytest

from mining.domain.shell import command, example_path, pasted, quoted


@pytest.mark.parametrize("text", ["plain", "a b", "it's", 'a "b"', "$HOME", "a;b", "", "-x"])
@pytest.mark.parametrize("system", ["linux", "darwin"])
def test_a_posix_shell_gets_the_text(text, system):
    assert shlex.split(f"miner-ctrl {quoted(text, system)}") == ["miner-ctrl", text]


@pytest.mark.parametrize(
    ("text", "pasted"),
    [
        (r"C:\Users\ann\xmrig.exe", r"C:\Users\ann\xmrig.exe"),
        (r"C:\Program Files\xmrig.exe", r'"C:\Program Files\xmrig.exe"'),
        (r"C:\Users\O'Neil\x", r'''"C:\Users\O'Neil\x"'''),
        ("C:\\Program Files\\", "'C:\\Program Files\\'"),  # a backslash before a double quote is no end
        (r"C:\a b\$x", r"'C:\a b\$x'"),
        ("it's $5", "'it''s $5'"),
        ("it’s $5", "'it’’s $5'"),  # a typographic quote ends PowerShell's text, too
        ('a "b"', "'a \"b\"'"),
        ("a;b", '"a;b"'),
        ("a&b", '"a&b"'),
        ("(x)", '"(x)"'),
        ("100%", "'100%'"),
        ("--flag", "--flag"),
        ("-x.y", '"-x.y"'),
        ("", "''"),
    ],
)
def test_powershell_gets_the_text(text, pasted):
    assert quoted(text, "windows") == quoted(text, "win32") == pasted


def test_powershell_calls_a_quoted_program_by_an_ampersand():
    words = [r"C:\Program Files\miner-ctrl", "--data-dir", r"C:\my data", "doctor"]
    assert command(words, "windows") == r'& "C:\Program Files\miner-ctrl" --data-dir "C:\my data" doctor'
    assert command([r"C:\x\miner-ctrl", "doctor"], "windows") == r"C:\x\miner-ctrl doctor"
    assert command(["/a b/miner-ctrl", "doctor"], "linux") == "'/a b/miner-ctrl' doctor"


def test_a_command_is_the_one_that_the_system_knows():
    assert [pasted("cp", "copy", system) for system in ("linux", "darwin", "windows")] == ["cp", "cp", "copy"]


def test_an_example_of_a_path_is_one_of_the_system():
    assert example_path("ccminer", "linux") == "/path/to/ccminer"
    assert example_path("ccminer", "win32") == r"C:\path\to\ccminer.exe"
