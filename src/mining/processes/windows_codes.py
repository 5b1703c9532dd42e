"""What an exit code of Windows says that other systems tell by a signal."""

FORCED = 1  # the exit code that we give to what we end by force; a program may choose it too
_KILLED = -9  # by SIGKILL
_SIGNALS = {
    0xC000013A: -2,  # STATUS_CONTROL_C_EXIT: it let Ctrl-C end it, as SIGINT does elsewhere
    1816: -24,  # ERROR_NOT_ENOUGH_QUOTA: its job had used the processor time that it was allowed; SIGXCPU
}


def signalled(code: int, forced: bool) -> int:
    """The exit code of a process as the others have it: negative where a signal, or on Windows we `forced` its end."""
    return _KILLED if forced and code == FORCED else _SIGNALS.get(code, code)
