"""Takes the pictures of the guide: `python -m tests.desktop.screenshots`; the dashboard's own are taken elsewhere."""

import os
import sys
import tempfile
import time
from pathlib import Path

from mining.desktop.rig_state import RigState
from mining.desktop.signs import sign
from mining.foundation.command_line import usual_folder
from tests.daemons import daemon
from tests.dashboard.sample_rig import remember, start
from tests.desktop.app_process import App, a_screen

SETTLED = 5  # s until charts are drawn
FOLDER = Path(__file__).parents[2] / "docs/images/desktop"


def main() -> int:
    """The window on a rig with a past, and the signs of the tray."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for state in RigState:
        (FOLDER / f"{state}.svg").write_text(sign(state) + "\n")
    with tempfile.TemporaryDirectory() as home, a_screen() as variables:
        usual = {"XDG_DATA_HOME": home, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
        os.environ |= usual  # so that the commands in the picture are as short as a reader's
        data = usual_folder()
        data.mkdir(mode=0o700)
        with daemon(data):
            pass  # it makes its database
        remember(data / "history.db")
        with daemon(data, first=600.0, longest=600.0) as running:
            start(running)
            photograph(App(variables | usual | {"HOME": home}, data))
    return 0


def photograph(app: App) -> None:
    """Take the window's picture once its charts are drawn."""
    app.shows("xmr-cpu")
    app.shows("Live")
    time.sleep(SETTLED)
    app.ask(f"grab({str(FOLDER / 'window.webp')!r})")
    app.clean_up()


if __name__ == "__main__":
    sys.exit(main())
