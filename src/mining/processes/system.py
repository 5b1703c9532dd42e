"""The processes of this operating system, chosen here once."""

import sys

if sys.platform == "win32":
    from mining.processes.windows import WindowsProcesses as SystemProcesses
elif sys.platform == "darwin":
    from mining.processes.macos import MacProcesses as SystemProcesses
else:
    from mining.processes.linux import LinuxProcesses as SystemProcesses

__all__ = ["SystemProcesses"]
