"""The settings file as text."""

from collections.abc import Mapping
from typing import Any

import yaml


class Unreadable(Exception):
    """This text is not names and values in YAML; it says what it is instead."""


def read(text: str) -> dict[str, Any]:
    """The names and values in a text of YAML."""
    try:
        found = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise Unreadable(f"is not YAML: {error}") from error
    if found is None:
        return {}
    if not isinstance(found, Mapping):
        raise Unreadable("must hold names and values, such as `port: 8080`")
    return {str(key): value for key, value in found.items()}
