"""The settings file as text: what it says, and the same text saying something else, all the rest as it was written."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import yaml

from mining.domain.message import phrase
from mining.domain.syntax import InvalidSyntax, parse_yaml

_ODD_END = re.compile("\r(?!\n)|[\x85\u2028\u2029]")  # YAML's parser goes by them; those who edit lines do not


class UnreadableText(Exception):
    """This text is not names and values in YAML; it says what it is instead."""


class Entry(NamedTuple):
    """One name of the file with its value, as YAML's parser found them."""

    key: yaml.Node
    value: yaml.Node


def read(text: str) -> dict[str, Any]:
    """The names and values in a text of YAML."""
    try:
        content = parse_yaml(text)
    except InvalidSyntax as error:
        raise UnreadableText(phrase("settings.not_yaml", words=error.args[0])) from error
    if content is None:
        return {}
    if not isinstance(content, Mapping):
        raise UnreadableText(phrase("settings.not_values"))
    return {str(key): value for key, value in content.items()}


def edited(text: str, changes: Mapping[str, Any], name_of: Callable[[str], str]) -> str:
    """The text with these values under these names; None takes a name out. UnreadableText when that cannot be done.

    `name_of` says which name a key of the file stands for. Only the lines of the changed names change.
    """
    if _ODD_END.search(text):
        raise UnreadableText(phrase("settings.line_ends"))
    values = {name_of(key): value for key, value in read(text).items()}
    expected = {name: value for name, value in values.items() if name not in changes}
    expected |= {name: value for name, value in changes.items() if value is not None}
    try:
        for name, value in changes.items():
            if value is None or repr(values.get(name)) != repr(value):
                text = _changed(text, name, value, name_of)
        content = {name_of(key): value for key, value in read(text).items()}
    except (UnreadableText, yaml.YAMLError, RecursionError):
        content = {}  # an anchor is gone, say
    if content != expected:
        raise UnreadableText(phrase("settings.by_hand"))
    return text


def _changed(text: str, name: str, value: Any, name_of: Callable[[str], str]) -> str:
    root = _root(text)
    entries = [entry for entry in _entries(root) if name_of(str(entry.key.value)) == name]
    if value is not None:
        return _replaced(text, root, entries[-1], value) if entries else _added(text, root, name, value)
    for entry in reversed(entries):
        text = _without(text, root, entry)
    return text


def _root(text: str) -> yaml.MappingNode | None:
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    return node if isinstance(node, yaml.MappingNode) else None


def _entries(root: yaml.MappingNode | None) -> Sequence[Entry]:
    return [Entry(*pair) for pair in root.value] if root is not None else []


def _replaced(text: str, root: yaml.MappingNode | None, entry: Entry, value: Any) -> str:
    old, start = entry.value, entry.value.start_mark.index
    if isinstance(old, yaml.SequenceNode) and not old.flow_style and isinstance(value, list) and value:
        return _relisted(text, old, value)
    line = text.rfind("\n", 0, start) + 1
    if isinstance(old, yaml.CollectionNode) and not old.flow_style and line > entry.key.end_mark.index:
        at = text.index(":", entry.key.end_mark.index) + 1  # the lines below become a value on the name's own
        return f"{text[:at]} {_written(value, root)}{text[at:line]}{text[_line_end(text, _end(text, old)) :]}"
    gap = " " if text[start - 1] == ":" else ""  # there was no value
    return text[:start] + gap + _written(value, root) + text[_end(text, old) :]


def _relisted(text: str, old: yaml.SequenceNode, value: Sequence[Any]) -> str:
    """A list of lines: those that stay keep what else stands in and above them."""
    start = text.rfind("\n", 0, old.start_mark.index) + 1
    indent, end = text[start : old.start_mark.index], start
    lines: dict[str, str] = {}
    for item in old.value:
        begin, end = end, _line_end(text, _end(text, item))
        lines[str(item.value)] = text[begin:end]
    new = [lines.get(item) or f"{indent}- {_written(item, None)}{_newline(text)}" for item in value]
    return text[:start] + "".join(_whole(line, text) for line in new) + text[end:]


def _added(text: str, root: yaml.MappingNode | None, name: str, value: Any) -> str:
    entries, key = _entries(root), name.replace("_", "-")
    if root is not None and root.flow_style:
        quoted = json.dumps(key) if text[root.start_mark.index :].lstrip("{ \r\n\t").startswith('"') else key
        entry = f"{quoted}: {_written(value, root)}"
        if not entries:
            at = root.start_mark.index + 1
            return text[:at] + entry + text[at:]
        at = _end(text, entries[-1].value)
        return f"{text[:at]}, {entry}{text[at:]}"
    at = _line_end(text, _end(text, entries[-1].value)) if entries else len(text)
    indent = " " * entries[0].key.start_mark.column if entries else ""
    line = f"{indent}{key}: {_written(value, root)}{_newline(text)}"
    return _whole(text[:at], text) + line + text[at:]


def _without(text: str, root: yaml.MappingNode | None, entry: Entry) -> str:
    start, end = entry.key.start_mark.index, _end(text, entry.value)
    if root is None or not root.flow_style:
        return text[: text.rfind("\n", 0, start) + 1] + text[_line_end(text, end) :]
    keys = [each.key.start_mark.index for each in _entries(root)]
    if start != keys[-1]:
        return text[:start] + text[keys[keys.index(start) + 1] :]
    before = [each for each in _entries(root) if each.key.start_mark.index < start]
    return text[: _end(text, before[-1].value) if before else start] + text[end:]


def _end(text: str, node: yaml.Node) -> int:
    """Where the last sign of a value stands; the parser goes on to the next name, over other people's comments."""
    start, end = node.start_mark.index, node.end_mark.index
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(text, last[1] if isinstance(last, tuple) else last)
    return int(start) + len(text[start:end].rstrip())


def _line_end(text: str, at: int) -> int:
    newline = text.find("\n", at)
    return len(text) if newline < 0 else newline + 1


def _written(value: Any, root: yaml.MappingNode | None) -> str:
    if root is not None and root.flow_style and isinstance(value, str | list):
        return json.dumps(value)
    shown: str = yaml.safe_dump(value, default_flow_style=True, width=float("inf"))
    return re.sub(r"\n(\.\.\.\n)?$", "", shown)


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _whole(line: str, text: str) -> str:
    return line + _newline(text) if line and not line.endswith("\n") else line
