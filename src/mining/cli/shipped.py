"""What `share/` of an installation holds, made from the commands: `python -m mining.cli.shipped` writes it anew."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from mining.cli.completion import PROGRAM, script
from mining.cli.manual import manual

FOLDER = Path(__file__).parents[3] / "share"
FILES: Mapping[str, Callable[[], str]] = {
    f"man/man1/{PROGRAM}.1": manual,
    f"bash-completion/completions/{PROGRAM}": partial(script, "bash"),
    f"zsh/site-functions/_{PROGRAM}": partial(script, "zsh"),
    f"fish/vendor_completions.d/{PROGRAM}.fish": partial(script, "fish"),
}  # where these programs look for them, below `share/`


def main() -> None:
    """Write every file anew."""
    for name, made in FILES.items():
        (FOLDER / name).parent.mkdir(parents=True, exist_ok=True)
        (FOLDER / name).write_bytes(made().encode())


if __name__ == "__main__":
    main()
