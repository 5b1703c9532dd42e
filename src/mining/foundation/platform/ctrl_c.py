"""Presses Ctrl-C in the console of another process: `python ctrl_c.py PID`. A program of its own, by Windows' rules."""

import sys


def main(pid: int) -> int:
    """0 when it was pressed, else the system's error."""
    if sys.platform != "win32":
        return 1
    import ctypes

    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    kernel.FreeConsole()
    if not kernel.AttachConsole(ctypes.c_ulong(pid)):
        return ctypes.get_last_error() or 1
    kernel.SetConsoleCtrlHandler(None, True)  # we are in that console now, and shall not end with the others
    if not kernel.GenerateConsoleCtrlEvent(0, 0):
        return ctypes.get_last_error() or 1
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
