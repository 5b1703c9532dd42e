"""Several values in one text, as variables and commands hold them."""

import re

_NEXT_URL = re.compile(r"[,\s]\s*(?=[A-Za-z][\w+.-]*://)")  # a URL may hold commas of its own


def parts(text: str) -> list[str]:
    """The values between commas."""
    return [part.strip() for part in text.split(",") if part.strip()]


def urls(text: str) -> list[str]:
    """The URLs between commas or blanks."""
    return [part.strip() for part in _NEXT_URL.split(text) if part.strip()]
