"""The table of all checks, as the guide shows it: `python -m tests.domain.checks_guide` prints it."""

from mining.domain.doctor.checks import RULES


def table() -> str:
    """One row for each check."""
    rows = [f"| `{rule.id}` | {rule.about} | {rule.mend} |" for rule in RULES]
    return "\n".join(["| check | what it is about | how it is mended |", "|---|---|---|", *rows])


if __name__ == "__main__":
    print(table())
