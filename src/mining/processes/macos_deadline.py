"""Holds the deadline of one process on macOS: `python macos_deadline.py PID BIRTH SECONDS GRACE FOLDER`."""

import sys

assert sys.platform != "win32"  # by this mypy leaves the file out for Windows

from pathlib import Path

from mining.processes.deadline import hold


def main(pid: int, birth: str, seconds: float, grace: float, folder: Path) -> None:
    """As a daemon would end it."""

    def ask() -> None:
        from mining.processes.macos import ask  # late: it takes memory that is needed only now

        ask(pid, birth)

    def end() -> None:
        from mining.processes.macos import force, sweep_folder
        from mining.processes.run_folder import RunFolder

        force(pid, birth)
        sweep_folder(RunFolder(folder.parent, folder.name))

    hold(pid, birth, seconds, grace, ask, end)


if __name__ == "__main__":
    number, born, most, patience, run = sys.argv[1:]
    main(int(number), born, float(most), float(patience), Path(run))
