"""Where in a text a parser of JSON or YAML has stumbled, for people."""


def place_in_text(error: Exception) -> str:
    """` (line 3, column 7)` as the end of a sentence; empty where the parser does not tell."""
    mark = getattr(error, "problem_mark", None)
    line, column = (
        (mark.line + 1, mark.column + 1) if mark else (getattr(error, "lineno", None), getattr(error, "colno", None))
    )
    return f" (line {line}, column {column})" if line is not None and column is not None else ""
