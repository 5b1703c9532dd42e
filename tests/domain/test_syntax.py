"""What is wrong with a file is said in sentences of our own, with line and column, and no file makes us hang."""

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as some

from mining.domain.syntax import InvalidSyntax, decode, parse_json, parse_yaml

LEVELS = [(name, chr(ord(name) - 1)) for name in "bcdefghij"]
BOMB = "a: &a [x,x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{name}: &{name} [{','.join([f'*{below}'] * 10)}]\n" for name, below in LEVELS
)
MERGES = "a: &a {x: 1}\n" + "".join(
    f"{name}: &{name} {{<<: [{','.join([f'*{below}'] * 10)}]}}\n" for name, below in LEVELS
)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "it is empty"),
        (" \n", "it is empty"),
        ("{", "line 1, column 2: it ends too early"),
        ('{"a" 1}', "line 1, column 6: a colon is missing"),
        ('{"a": }', "line 1, column 7: a value is missing"),
        ("{'a': 1}", "line 1, column 2: a name in double quotes is missing"),
        ('{"a": 1\n "b": 2}', "line 2, column 2: a comma is missing"),
        ('["a\nb"]', "line 1, column 4: a text must not hold a line break or another control character"),
        ('["c:\\q"]', "line 1, column 5: a backslash must be written twice"),
        ("{}\n{}", "line 2, column 1: there is more after its end"),
        ('{"a": "b}', "line 1, column 7: the text that begins here has no closing quote"),
        ("[" * 99_999, "it is nested too deeply"),
        ("9" * 5000, "a number in it has too many digits"),
        ("[NaN]", "NaN is not a number in JSON"),
        ("[1e999]", "a number in it is too large"),
    ],
)
def test_a_mistake_in_json_is_told_with_its_place(text: str, sentence: str) -> None:
    with pytest.raises(InvalidSyntax) as error:
        parse_json(text)
    assert str(error.value) == sentence


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("a: b: c", "line 1, column 5: a colon stands where none may; put the text in quotes"),
        ("a: [1", "line 1, column 6: a comma or a closing bracket is missing"),
        ("- [", "line 1, column 4: it ends too early"),
        ("a:\n\t- x", "line 2, column 1: this sign needs quotes around its text; indents are made of spaces, never of"
         " tabs"),
        ('a: "x', "line 1, column 6: a quote is not closed"),
        ("a:\n- *x", "line 2, column 3: an alias (*name) stands for nothing"),
        ("x: !!python/object:os.system y", "line 1, column 4: this kind of value (!tag) is not taken"),
        ("? [1]\n: 2", "line 1, column 3: a name must be text"),
        ("a: &a [*a]", "line 1, column 4: an alias (*name) stands for what it lies in"),
        ("--- 1\n--- 2", "line 2, column 1: it holds more than one document"),
        (BOMB, "its aliases (*name) stand for more than such a file can hold"),
        (MERGES, "its aliases (*name) stand for more than such a file can hold"),
        ("2020-01-01: x", "a name or a value in it has no form in JSON"),
        ("x: " + "9" * 6000, "a number, a date or a truth value in it cannot be read"),
        ("x: 2020-99-99", "a number, a date or a truth value in it cannot be read"),
        ("x: !!timestamp abc", "a number, a date or a truth value in it cannot be read"),
        ("x: !!bool abc", "a number, a date or a truth value in it cannot be read"),
        ('x: "\\ud800"', "it holds a character that is no text"),
        ("x: .inf", "a number, a date or a truth value in it cannot be read"),
        ("[" * 9999, "it is nested too deeply"),
        ("a: \0", "it holds a character that is no text"),
        ("%", "line 1, column 2: it is not YAML"),
    ],
)  # fmt: skip
def test_a_mistake_in_yaml_is_told_with_its_place(text: str, sentence: str) -> None:
    with pytest.raises(InvalidSyntax) as error:
        parse_yaml(text)
    assert str(error.value) == sentence


def test_aliases_and_merges_of_sensible_size_are_followed() -> None:
    text = "base: &base {tls: true, when: 2025-12-31}\npools:\n- {<<: *base, pool: a}\n- *base\n"
    base = {"tls": True, "when": "2025-12-31"}
    assert parse_yaml(text) == {"base": base, "pools": [base | {"pool": "a"}, base]}
    assert parse_yaml("") is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_text_is_read_in_whatever_a_computer_writes_it(encoding: str) -> None:
    assert decode('{"ä": "ß"}'.encode(encoding)) == '{"ä": "ß"}'


def test_bytes_that_are_no_text_are_told_with_their_place_or_replaced() -> None:
    with pytest.raises(InvalidSyntax, match=r"^line 2, column 3: the byte 0xe4 is not UTF-8$"):
        decode(b"{\n\xc3\xa4 \xe4")
    with pytest.raises(InvalidSyntax, match=r"^it is not text in UTF-16$"):
        decode(b"\xff\xfe{")
    assert decode(b"{\xe4", lenient=True) == "{\ufffd"


def test_comments_and_commas_keep_the_place_of_what_follows() -> None:
    text = '{ /* all\nof "it" */ "a": "x//y,}", // "end\n "b": [1, ], "c" 1 }'
    with pytest.raises(InvalidSyntax, match=r"^line 3, column 18: a colon is missing$"):
        parse_json(text, relaxed=True)
    assert parse_json(text.replace('"c" 1', ""), relaxed=True) == {"a": "x//y,}", "b": [1]}


@pytest.mark.parametrize("text", ['"\\"' * 300_000, "/*" * 500_000, '"\\' * 500_000, ",   " * 200_000, "," * 10**6])
def test_no_text_takes_long_to_be_refused(text: str) -> None:
    before = time.process_time()
    with pytest.raises(InvalidSyntax):
        parse_json(text, relaxed=True)
    assert time.process_time() - before < 60, "it takes the square of its length"


@given(some.text("{}[]\"'/*,:\\ \n\t01aé\ud800#&!-<>|", max_size=60))
def test_whatever_a_text_is_it_is_read_or_refused(text: str) -> None:
    for parse in (parse_json, parse_yaml):
        try:
            json.dumps(parse(text))
        except InvalidSyntax:
            continue


@given(some.recursive(some.text() | some.integers() | some.booleans() | some.none(), some.lists))
def test_relaxed_json_is_json(value: object) -> None:
    text = json.dumps({"a": value}, indent=1)
    assert parse_json(text, relaxed=True) == parse_json(text) == {"a": value}
