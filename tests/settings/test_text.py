"""Changes in people's own YAML: what they wrote stays as they wrote it, to the last space."""

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as some

from mining.settings import WIRE, name_of
from mining.settings.text import UnreadableText, edited, read

THEIRS = """# my rig
port:          8081      # not 8080: the NAS has it
log-level:     warning

# at night I look less often
poll-interval: 30 # slow
# the dashboard of the office
cors-origin: [ https://a.example,https://b.example ]
autostart-except:
    - gpu      # noisy
    # cold
    - attic
# end
"""


def lines_changed(text: str, **changes: Any) -> tuple[list[str], list[str]]:
    """The lines that went and those that came."""
    before, after = text.splitlines(), edited(text, changes, name_of).splitlines()
    for line in [line for line in after if line in before]:
        assert before.count(line) >= after.count(line)
    kept = [line for line in before if line in after]
    assert kept == [line for line in after if line in before], "the order is another"
    return [line for line in before if line not in after], [line for line in after if line not in before]


def test_a_value_changes_in_its_place() -> None:
    assert lines_changed(THEIRS, log_level="debug") == (["log-level:     warning"], ["log-level:     debug"])
    assert lines_changed(THEIRS, port=9) == (
        ["port:          8081      # not 8080: the NAS has it"],
        ["port:          9      # not 8080: the NAS has it"],
    )


def test_a_name_goes_with_its_line_and_comments_about_others_stay() -> None:
    assert lines_changed(THEIRS, poll_interval=None) == (["poll-interval: 30 # slow"], [])
    gone = ["autostart-except:", "    - gpu      # noisy", "    # cold", "    - attic"]
    assert lines_changed(THEIRS, autostart_except=None) == (gone, [])


def test_a_new_name_comes_after_the_last_value() -> None:
    new = edited(THEIRS, {"autostart": False, "keep_samples_hours": 24}, name_of)
    assert new == THEIRS.replace("# end\n", "autostart: false\nkeep-samples-hours: 24\n# end\n")


def test_a_list_keeps_the_lines_of_those_that_stay() -> None:
    gone = ["    - gpu      # noisy"]
    assert lines_changed(THEIRS, autostart_except=["attic", "new"]) == (gone, ["    - new"])
    assert read(edited(THEIRS, {"autostart_except": []}, name_of))["autostart-except"] == []
    inline = [["cors-origin: [ https://a.example,https://b.example ]"], ["cors-origin: [c]"]]
    assert list(lines_changed(THEIRS, cors_origin=["c"])) == inline


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "log-level: debug\n"),
        ("# nothing yet", "# nothing yet\nlog-level: debug\n"),
        ("---\n# c\n", "---\n# c\nlog-level: debug\n"),
        ("port: 1\n...\n", "port: 1\nlog-level: debug\n...\n"),
        ("port: 1\r\n# x\r\n", "port: 1\r\nlog-level: debug\r\n# x\r\n"),
        ("\ufeffport: 1\n", "\ufeffport: 1\nlog-level: debug\n"),
        ("  port: 1\n", "  port: 1\n  log-level: debug\n"),
        ("logLevel: info\n", "logLevel: debug\n"),
        ("log_level: 'info' # c\n", "log_level: debug # c\n"),
        ("log-level: # c\n", "log-level: debug # c\n"),
        ("log-level: |-\n  info\nport: 1\n", "log-level: debug\nport: 1\n"),
        ("log-level: a\n  b\nport: 1\n", "log-level: debug\nport: 1\n"),
        ("log-level: # c\n- a\n# d\nport: 1\n", "log-level: debug # c\n# d\nport: 1\n"),
        ("log-level: info\nlog_level: warning\n", "log-level: info\nlog_level: debug\n"),
        ("? log-level\n: info\n", "? log-level\n: debug\n"),
        ("{}\n", '{log-level: "debug"}\n'),
        ("{port: 1, logLevel: info,}", '{port: 1, logLevel: "debug",}'),
        ('{"port": 1}\n', '{"port": 1, "log-level": "debug"}\n'),
        ("<<: {log-level: info}\n", "<<: {log-level: info}\nlog-level: debug\n"),
        ("log-level: 'debug'\n", "log-level: 'debug'\n"),
    ],
)
def test_however_it_was_written_only_the_value_becomes_another(before: str, after: str) -> None:
    assert edited(before, {"log_level": "debug"}, name_of) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("log-level: info\n", ""),
        ("port: 1\nlog-level: info", "port: 1\n"),
        ("log-level:\nlogLevel: x\n# c\n", "# c\n"),
        ("{log-level: info}", "{}"),
        ('{"logLevel": "info", "port": 1}', '{"port": 1}'),
        ("{port: 1, log-level: info,}", "{port: 1,}"),
        ("port: 1\n", "port: 1\n"),
    ],
)
def test_a_name_can_be_taken_out_however_it_was_written(before: str, after: str) -> None:
    assert edited(before, {"log_level": None}, name_of) == after


@pytest.mark.parametrize(
    "text",
    [
        "a: &x debug\nlog-level: *x\n", "log-level: &x info\nother: *x\n", "<<: {log-level: info}\n", "- a\n", "text",
        "port: [", "a: 1\n---\nb: 2\n", "a: *nothing\n", "a: !!python/object:os.system x\n", "{" * 5000,
    ],
)  # fmt: skip
def test_what_cannot_be_changed_safely_is_refused(text: str) -> None:
    with pytest.raises(UnreadableText):
        edited(text, {"log_level": None}, name_of)


def test_a_comment_that_looks_like_the_setting_is_left_alone() -> None:
    text = "# log-level: debug\nother: 'log-level: x' # log-level: y\n"
    assert edited(text, {"log_level": "error"}, name_of) == text + "log-level: error\n"


WORDS = some.text("aZ0 :#-?'\"{}[],&*!|>%@`~\\\n\r\t…é\u2028\u0085\ufeff", max_size=9)


@settings(deadline=None)
@given(
    there=some.dictionaries(some.sampled_from(sorted(WIRE)), some.integers() | WORDS | some.lists(WORDS)),
    changes=some.dictionaries(
        some.sampled_from(sorted(WIRE)),
        some.none() | some.booleans() | some.floats(allow_nan=False, allow_infinity=False) | WORDS | some.lists(WORDS),
    ),
    flow=some.booleans(),
)
def test_says_what_it_should_and_the_comments_stay(there: dict[str, Any], changes: dict[str, Any], flow: bool) -> None:
    if flow:
        text = "# first\n" + yaml.safe_dump(there, default_flow_style=True) + "# last\n"
    else:
        text = "".join(f"# about {name}\n{yaml.safe_dump({name: value})}" for name, value in there.items())
    new = edited(text, changes, name_of)
    expected = {name: value for name, value in (there | changes).items() if value is not None}
    assert {name_of(name): value for name, value in read(new).items()} == expected
    assert [line for line in new.splitlines() if line.startswith("# ")] == [
        line for line in text.splitlines() if line.startswith("# ")
    ]


@pytest.mark.parametrize("text", ["notify: &a [*a]", "notify: {2001-01-01: x}", f"port: 0x{'f' * 6000}"])
def test_what_no_setting_can_be_is_named_and_nothing_breaks(text: str) -> None:
    with pytest.raises(UnreadableText):
        read(text)


def test_a_mistake_is_told_in_words_of_our_own_with_its_place() -> None:
    with pytest.raises(UnreadableText, match=r"^cannot be read as YAML: line 2, column 5: a colon stands"):
        read("port: 9000\na: b: c\n")


@pytest.mark.parametrize("end", ["\r", "\x85", "\u2028"])
def test_a_file_with_odd_line_ends_is_left_to_people(end: str) -> None:
    with pytest.raises(UnreadableText, match="line ends"):
        edited(f"# mine{end}port: 1 # c{end}# end{end}", {"port": None}, lambda key: key)
