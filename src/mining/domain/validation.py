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
from mining.domain.message import phrase
from mining.domain.syntax import InvalidSyntax, decode, parse_json
from mining.domain.units import figure

BODY = "body"  # the field of what is wrong with a whole document, when it is no JSON object
OTHERWISE = phrase("fault.not_what_it_must_be")
_MOST_OF_A_PATH = 200  # characters; a key of somebody's JSON may be as long as its body
Context = Mapping[str, Any]


def _not_json(context: Context) -> str:
    raw = context["input"]
    try:
        parse_json(raw if isinstance(raw, str) else decode(raw))
    except InvalidSyntax as error:
        return phrase("fault.not_json_because", why=error.args[0])
    return phrase("fault.not_json")


def _items(context: Context) -> str:
    least = context["min_length"]
    return phrase("fault.empty") if least == 1 else phrase("fault.too_few_items", least=least)


def _characters(context: Context) -> str:
    least = context["min_length"]
    return phrase("fault.empty") if least == 1 else phrase("fault.too_short", least=least)


def _one_of(context: Context) -> str:
    return phrase("fault.one_of", choices=", ".join(re.findall(r"'([^']*)'", str(context["expected"]))))


def _own(context: Context) -> str:
    """The sentence of one of our own checks."""
    error: ValueError = context["error"]
    return str(error) if not error.args or not isinstance(error.args[0], str) else error.args[0]


_TIME = phrase("fault.not_a_time", example="2025-12-31T23:59:59Z")
_OBJECT, _LIST = phrase("fault.not_an_object"), phrase("fault.not_a_list")
_TRUTH, _WHOLE, _NUMBER = phrase("fault.not_a_truth"), phrase("fault.not_a_whole_number"), phrase("fault.not_a_number")
SENTENCES: Mapping[str, str | Callable[[Context], str]] = {
    "missing": phrase("fault.required"),
    "extra_forbidden": phrase("fault.unknown_field"),
    "json_invalid": _not_json,
    "json_type": phrase("fault.not_json"),
    "value_error": _own,
    "model_type": _OBJECT,
    "model_attributes_type": _OBJECT,
    "dict_type": _OBJECT,
    "list_type": _LIST,
    "tuple_type": _LIST,
    "too_short": _items,
    "too_long": lambda context: phrase("fault.too_many_items", most=context["max_length"]),
    "string_type": phrase("fault.not_text"),
    "string_unicode": phrase("fault.not_whole_characters"),
    "string_too_short": _characters,
    "string_too_long": lambda context: phrase("fault.too_long", most=context["max_length"]),
    "string_pattern_mismatch": phrase("fault.form"),
    "bool_type": _TRUTH,
    "bool_parsing": _TRUTH,
    "int_type": _WHOLE,
    "int_parsing": _WHOLE,
    "int_parsing_size": phrase("fault.number_too_large"),
    "int_from_float": _WHOLE,
    "float_type": _NUMBER,
    "float_parsing": _NUMBER,
    "finite_number": phrase("fault.not_finite"),
    "greater_than_equal": lambda context: phrase("fault.at_least", least=figure(context["ge"])),
    "less_than_equal": lambda context: phrase("fault.at_most", most=figure(context["le"])),
    "literal_error": _one_of,
    "enum": _one_of,
    "none_required": phrase("fault.not_null"),
    "path_type": phrase("fault.not_a_path"),
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
    errors = []
    for item in islice(error.errors(include_url=False), MOST_FAULTS + 1):
        sentence = SENTENCES.get(item["type"], OTHERWISE)
        issue = sentence if isinstance(sentence, str) else sentence({"input": item["input"], **item.get("ctx", {})})
        if item["type"] == "extra_forbidden" and (near := _near(model, item["loc"])):
            issue = phrase("fault.unknown_field_near", near=near)
        errors.append(ErrorDetail(_path(item["loc"]), issue))
    return errors


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
    return ", ".join(get_close_matches(str(loc[-1])[:64], names, n=2, cutoff=0.6))


def _path(loc: Iterable[int | str]) -> str:
    path = ""
    for part in loc:
        path += f"[{part}]" if isinstance(part, int) else f".{part}" if path else str(part)
    return path[:_MOST_OF_A_PATH] or BODY
