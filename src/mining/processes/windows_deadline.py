"""Holds the deadline of one process on Windows: `python windows_deadline.py PID BIRTH SECONDS GRACE FOLDER`."""

import sys

assert sys.platform == "win32"  # by this mypy leaves the file out for other systems

from pathlib import Path

from mining.foundation.platform import ask_to_end, windows_jobs
from mining.processes.deadline import hold


def main(pid: int, birth: str, seconds: float, grace: float, folder: Path) -> None:
    """As a daemon would end it."""

    def end() -> None:
        from mining.processes.run_folder import RunFolder  # late: it takes memory that is needed only now
        from mining.processes.windows import end_all, job_name

        its = RunFolder(folder.parent, folder.name)
        end_all(its, windows_jobs.create_job(job_name(its)))

    hold(pid, birth, seconds, grace, lambda: ask_to_end(pid), end)


if __name__ == "__main__":
    number, born, most, patience, run = sys.argv[1:]
    main(int(number), born, float(most), float(patience), Path(run))
