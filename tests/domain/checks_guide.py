"""The table of all checks, as the guide shows it: `python -m tests.domain.checks_guide` prints it."""

from mining.domain.doctor.checks import RULES
from mining.domain.doctor.report import Rule


def table() -> str:
    """One row for each check."""
    rows = [f"| `{rule.id}` | {rule.about} | {rule.mend} | {_where(rule)} |" for rule in RULES]
    return "\n".join(["| check | what it is about | how it is mended | where |", "|---|---|---|---|", *rows])


def _where(rule: Rule) -> str:
    titles = {"linux": "Linux", "darwin": "macOS", "windows": "Windows"}
    there = [title for system, title in titles.items() if system in rule.systems]
    return "everywhere" if len(there) == len(titles) else ", ".join(there)


if __name__ == "__main__":
    print(table())
