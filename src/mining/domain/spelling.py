"""Ways of writing a configuration that are taken although the documents write it otherwise."""

from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from mining.domain.message import phrase
from mining.domain.validation import model_in

_PASSWORD = "password"  # noqa: S105 - the name of the field


def respelled(model: type[BaseModel], body: Any) -> Any:
    """A body with names as in the documents, and without the empty texts in fields that may be left out.

    There they are as good as none. An empty password says something of its own, and stays.
    """
    return _respelled(model, body, "", [])


def spelling_warnings(model: type[BaseModel], body: Any, prefix: str = "") -> Sequence[str]:
    """The names in a body that are spelled as in 0.1.0, which took them so."""
    warnings: list[str] = []
    _respelled(model, body, prefix, warnings)
    return warnings


def _respelled(model: type[BaseModel], body: Any, prefix: str, warnings: list[str]) -> Any:
    if not isinstance(body, dict):
        return body
    fields = {info.alias or name: info for name, info in model.model_fields.items()}
    spelled = {name: info.alias for name, info in model.model_fields.items() if info.alias not in (None, name)}
    whole: dict[str, Any] = {}
    for key, value in body.items():
        right = spelled.get(key) or key
        if right != key and right not in body:
            warnings.append(phrase("warning.spelling", name=f"{prefix}{key}", right=right))
        elif right != key:
            right = key  # said twice, which is refused
        info = fields.get(right)
        if info is not None and value == "" and _may_be_left_out(info) and right != _PASSWORD:
            continue
        inner = model_in(info.annotation) if info is not None else None
        if inner is not None and isinstance(value, list):
            value = [_respelled(inner, each, f"{prefix}{right}[{at}].", warnings) for at, each in enumerate(value)]
        elif inner is not None:
            value = _respelled(inner, value, f"{prefix}{right}.", warnings)
        whole[right] = value
    return whole


def _may_be_left_out(text: FieldInfo) -> bool:
    return not text.is_required() and "str" in str(text.annotation)
