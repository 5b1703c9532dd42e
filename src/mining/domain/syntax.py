"""The text of a file that somebody brings, as values; what is wrong with it becomes a sentence with line and column."""

import json
import math
import re
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, NoReturn

from mining.domain.message import phrase

if TYPE_CHECKING:
    from yaml import Node  # loading it takes longer than a short command may

_MOST_EXPANDED = 1 << 20  # values and characters that a YAML text stands for once its aliases are followed
_COMMENTS = re.compile(r'("(?:\\.|[^"\\\n])*+"?)|//[^\n]*|/\*.*?(?:\*/|\Z)', re.DOTALL)
_TRAILING = re.compile(r'("(?:\\.|[^"\\\n])*+"?)|,(?=\s*+[}\]])')
_JSON = (  # how its parser begins what it says, and the same for a person
    ("Expecting value", phrase("syntax.value_missing")),
    ("Expecting property name", phrase("syntax.name_missing")),
    ("Expecting ',' delimiter", phrase("syntax.comma_missing")),
    ("Expecting ':' delimiter", phrase("syntax.colon_missing")),
    ("Illegal trailing comma", phrase("syntax.comma_too_many")),
    ("Unterminated string", phrase("syntax.quote_missing")),
    ("Invalid control character", phrase("syntax.control_character")),
    ("Invalid \\", phrase("syntax.backslash")),
    ("Extra data", phrase("syntax.more_after_end")),
)
_YAML = (  # what its parser says of the place, and the same for a person
    (r"mapping values are not allowed", "a colon stands where none may; put the text in quotes"),
    (r"cannot start any token", "this sign needs quotes around its text; indents are made of spaces, never of tabs"),
    (r"could not find expected ':'", "a colon is missing"),
    (r"undefined alias", "an alias (*name) stands for nothing"),
    (r"unexpected end of stream|document separator", "a quote is not closed"),
    (r"constructor for the tag|expected a .* node", "this kind of value (!tag) is not taken"),
    (r"unhashable key", "a name must be text"),
    (r"found '<stream end>'", "it ends too early"),
    (r"expected ',' or", "a comma or a closing bracket is missing"),
    (r"expected <block end>", "the indent does not fit"),
    (r"expected a single document|but found another document", "it holds more than one document"),
    (r"duplicate anchor", "an anchor (&name) is there twice"),
)


class InvalidSyntax(ValueError):
    """A text that is not what it ought to be; its message says what is wrong and where."""


def decode(raw: bytes, lenient: bool = False) -> str:
    """The text in the bytes of a file: UTF-8, or UTF-16 and UTF-32 by their first bytes.

    `lenient` puts U+FFFD in place of what is no text; otherwise InvalidSyntax says where that is.
    """
    encoding = json.detect_encoding(raw)
    try:
        return raw.decode(encoding, "replace" if lenient else "strict")
    except UnicodeDecodeError as error:
        if encoding.startswith("utf-8"):
            raise InvalidSyntax(not_utf8(error)) from error
        raise InvalidSyntax(phrase("syntax.not_text", encoding=encoding[:6].upper())) from error


def not_utf8(error: UnicodeDecodeError) -> str:
    """Where bytes are no UTF-8."""
    before = error.object[: error.start].decode("utf-8-sig", "replace")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return phrase("syntax.not_utf8", line=line, column=column, byte=f"0x{error.object[error.start]:02x}")


def parse_json(text: str, relaxed: bool = False, pairs: Callable[[list[tuple[str, Any]]], Any] = dict) -> Any:
    """The value in a text of JSON, or InvalidSyntax; `relaxed` allows comments and commas at the end."""
    if relaxed:
        text = _TRAILING.sub(lambda match: match[1] or " ", _COMMENTS.sub(_blank, text))
    try:
        return json.loads(text, object_pairs_hook=pairs, parse_constant=_no_number, parse_float=_finite)
    except InvalidSyntax:
        raise
    except json.JSONDecodeError as error:
        raise InvalidSyntax(_json_sentence(error, text)) from error
    except RecursionError as error:
        raise InvalidSyntax(phrase("syntax.too_deep")) from error
    except ValueError as error:
        raise InvalidSyntax(phrase("syntax.too_many_digits")) from error


def parse_yaml(text: str) -> Any:
    """The value in a text of YAML, in JSON's types; InvalidSyntax says what is wrong.

    Aliases are followed only as far as they stand for a file of sensible size.
    """
    import yaml

    try:
        loader = yaml.SafeLoader(text)
        try:
            node = loader.get_single_node()
            if node is None:
                return None
            _refuse_expansion(node)
            value = loader.construct_document(node)
        finally:
            loader.dispose()
        return json.loads(json.dumps(value, default=_day, allow_nan=False, ensure_ascii=False).encode())
    except InvalidSyntax:
        raise
    except yaml.MarkedYAMLError as error:
        raise InvalidSyntax(_yaml_sentence(error.problem, error.problem_mark)) from error
    except (yaml.YAMLError, UnicodeEncodeError) as error:
        raise InvalidSyntax("it holds a character that is no text") from error
    except RecursionError as error:
        raise InvalidSyntax("it is nested too deeply") from error
    except TypeError as error:
        raise InvalidSyntax("a name or a value in it has no form in JSON") from error
    except (ValueError, LookupError, AttributeError) as error:  # the parser's own, for values under a tag
        raise InvalidSyntax("a number, a date or a truth value in it cannot be read") from error


def _json_sentence(error: json.JSONDecodeError, text: str) -> str:
    if not text.strip():
        return phrase("syntax.empty")
    what = phrase("syntax.ends_early")
    if error.pos < len(text.rstrip()):
        what = next((each for start, each in _JSON if error.msg.startswith(start)), phrase("syntax.not_json"))
    return phrase("syntax.at", line=error.lineno, column=error.colno, what=what)


def _yaml_sentence(problem: str | None, mark: Any) -> str:
    words = next((sentence for pattern, sentence in _YAML if re.search(pattern, problem or "")), "it is not YAML")
    return f"{_place(mark.line + 1, mark.column + 1)}: {words}" if mark else words


def _refuse_expansion(root: "Node") -> None:
    """InvalidSyntax for aliases that stand for too much, or for what they lie in."""
    sizes: dict[int, int] = {}  # of each node by its identity; 0 while it is being measured

    def size(node: "Node") -> int:
        if id(node) not in sizes:
            sizes[id(node)] = 0
            value = node.value
            if isinstance(value, str):
                sizes[id(node)] = 1 + len(value)
            else:
                parts = [part for item in value for part in (item if isinstance(item, tuple) else (item,))]
                sizes[id(node)] = 1 + sum(map(size, parts))
        elif not sizes[id(node)]:
            raise InvalidSyntax(f"{_at(node)}: an alias (*name) stands for what it lies in")
        return sizes[id(node)]

    if size(root) > _MOST_EXPANDED:
        raise InvalidSyntax("its aliases (*name) stand for more than such a file can hold")


def _at(node: "Node") -> str:
    return _place(node.start_mark.line + 1, node.start_mark.column + 1)


def _place(line: int, column: int) -> str:
    return f"line {line}, column {column}"


def _blank(match: re.Match[str]) -> str:
    return match[1] or re.sub(r"[^\n]", " ", match[0])  # what follows keeps its line and column


def _no_number(name: str) -> NoReturn:
    raise InvalidSyntax(phrase("syntax.not_a_number", name=name))


def _finite(text: str) -> float:
    if math.isinf(value := float(text)):
        raise InvalidSyntax(phrase("syntax.number_too_large"))
    return value


def _day(value: object) -> str:
    if isinstance(value, date):  # a time is one too
        return str(value)
    raise TypeError
