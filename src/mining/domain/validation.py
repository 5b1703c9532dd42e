"""What is wrong with a value that somebody sent, each fault with its place and a sentence of our own.

The library that finds them speaks of types of Python; nothing of its texts gets out.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from itertools import islice
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from mining.domain.errors import MOST_FAULTS, ErrorDetail
from mining.domain.syntax import InvalidSyntax, decode, parse_json

BODY = "body"  # the field of what is wrong with a whole document, when it is no JSON object
OTHERWISE = "is not what it must be"
_MOST_OF_A_PATH = 200  # characters; a key of somebody's JSON may be as long as its body
Context = Mapping[str, Any]


def _not_json(context: Context) -> str:
    raw = context["input"]
    try:
        parse_json(raw if isinstance(raw, str) else decode(raw))
    except InvalidSyntax as error:
        return f"is not JSON: {error}"
    return "is not JSON"


def _at_least(what: str) -> Callable[[Context], str]:
    def sentence(context: Context) -> str:
        least = context["min_length"]
        return "must not be empty" if least == 1 else f"must have at least {least} {what}"

    return sentence


def _one_of(context: Context) -> str:
    return "must be one of " + ", ".join(re.findall(r"'([^']*)'", str(context["expected"])))


_TIME = "must be a time such as 2025-12-31T23:59:59Z"
SENTENCES: Mapping[str, str | Callable[[Context], str]] = {
    "missing": "is required",
    "extra_forbidden": "is not a known field",
    "json_invalid": _not_json,
    "json_type": "is not JSON",
    "value_error": lambda context: str(context["error"]),  # of our own checks
    "model_type": "must be a JSON object",
    "model_attributes_type": "must be a JSON object",
    "dict_type": "must be a JSON object",
    "list_type": "must be a list",
    "tuple_type": "must be a list",
    "too_short": _at_least("items"),
    "too_long": lambda context: f"must have at most {context['max_length']} items",
    "string_type": "must be text",
    "string_unicode": "must be whole characters of text",
    "string_too_short": _at_least("characters"),
    "string_too_long": lambda context: f"must have at most {context['max_length']} characters",
    "string_pattern_mismatch": "does not have the form that it must have",
    "bool_type": "must be true or false",
    "bool_parsing": "must be true or false",
    "int_type": "must be a whole number",
    "int_parsing": "must be a whole number",
    "int_parsing_size": "is too large a number",
    "int_from_float": "must be a whole number",
    "float_type": "must be a number",
    "float_parsing": "must be a number",
    "finite_number": "must be a finite number",
    "greater_than_equal": lambda context: f"must be at least {context['ge']:g}",
    "less_than_equal": lambda context: f"must be at most {context['le']:g}",
    "literal_error": _one_of,
    "enum": _one_of,
    "none_required": "must be null",
    "path_type": "must be a path",
    "datetime_type": _TIME,
    "datetime_parsing": _TIME,
    "datetime_from_date_parsing": _TIME,
    "datetime_object_invalid": _TIME,
    "timezone_aware": _TIME,
}


def errors_in(error: ValidationError, model: type[BaseModel] | None = None) -> list[ErrorDetail]:
    """The faults that were found, at most one more than are ever named.

    With the model that was asked for, an unknown field names those near it.
    """
    found = []
    for item in islice(error.errors(include_url=False), MOST_FAULTS + 1):
        said = SENTENCES.get(item["type"], OTHERWISE)
        issue = said if isinstance(said, str) else said({"input": item["input"], **item.get("ctx", {})})
        if item["type"] == "extra_forbidden":
            issue += _near(model, item["loc"])
        found.append(ErrorDetail(_path(item["loc"]), issue))
    return found


def model_in(annotation: Any) -> type[BaseModel] | None:
    """The model that a field of this type holds, one or several of them; None where it holds none."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((model for part in get_args(annotation) if (model := model_in(part)) is not None), None)


def _near(model: type[BaseModel] | None, loc: tuple[int | str, ...]) -> str:
    for part in loc[:-1]:
        fields = model.model_fields.items() if model is not None else ()
        kinds = [info.annotation for name, info in fields if part in (name, info.alias)]
        model = model_in(kinds[0]) if kinds else None if isinstance(part, str) else model
    names = [info.alias or name for name, info in model.model_fields.items()] if model is not None else []
    near = get_close_matches(str(loc[-1])[:64], names, n=2, cutoff=0.6)
    return f"; did you mean {' or '.join(near)}?" if near else ""


def _path(loc: Iterable[int | str]) -> str:
    path = ""
    for part in loc:
        path += f"[{part}]" if isinstance(part, int) else f".{part}" if path else str(part)
    return path[:_MOST_OF_A_PATH] or BODY
