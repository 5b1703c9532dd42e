"""Builds the site of the documents below site/: every page, strictly, without anything from elsewhere."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
os.environ["NO_MKDOCS_2_WARNING"] = "1"  # what Material says of its future, each time: docs/decisions/0001-stack.md

from mkdocs.__main__ import cli  # noqa: E402 - the path above leads to our own pages

from dashboard.build import Failed, get_packages  # noqa: E402 - as above


def main() -> int:
    """Build it; the exit code."""
    try:
        get_packages(Path(__file__).parent)
    except Failed as failure:
        print(f"error: {failure}", file=sys.stderr)
        return 1
    arguments = ["build", "--config-file", str(ROOT / "mkdocs.yml"), "--site-dir", str(ROOT / "site")]
    cli(arguments, standalone_mode=False)  # a fault is printed, and ends this
    print("The site is in site/; open site/index.html.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
