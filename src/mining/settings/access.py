"""Who else may change or read the settings file: what others can change is refused, what they can read is told."""

import os
import stat
from collections.abc import Collection
from contextlib import suppress
from shlex import quote
from typing import NamedTuple


class Access(NamedTuple):
    """What is true of a file: why it must not be used, else who may read and change it."""

    refusal: str | None = None
    read_by_others: bool = False
    own_group: bool = False  # which has no other members, as files are made with umask 002


def access(path: str, file: os.stat_result) -> Access:
    """Who may do what with an open file; where the system has no such rights, nobody is in the way."""
    if os.name != "posix":
        return Access()
    by_group = bool(file.st_mode & stat.S_IRWXG)
    return judged(path, file.st_mode, file.st_uid, os.geteuid(), _others(file) if by_group else ())


def judged(path: str, mode: int, owner: int, me: int, others: Collection[str]) -> Access:
    """What to think of a file of that mode and owner, whose group has these other members."""
    if owner not in (me, 0):
        take = f"sudo chown {user_name(me)} {quote(path)}"
        return Access(f"belongs to {user_name(owner)}, who could change what the daemon does. To take it over: {take}")
    if mode & stat.S_IWOTH:
        end = f"chmod o-w {quote(path)}"
        return Access(f"can be changed by everybody on this machine. Look at what it says, then end that: {end}")
    if mode & stat.S_IWGRP and others:
        who, end = ", ".join(sorted(others)[:3]), f"chmod g-w {quote(path)}"
        return Access(f"can be changed by others ({who}). Look at what it says, then end that: {end}")
    read = bool(mode & stat.S_IROTH or (mode & stat.S_IRGRP and others))
    return Access(None, read, bool(mode & stat.S_IWGRP))


def _others(file: os.stat_result) -> Collection[str]:
    """Who is in a file's group beside its owner and root."""
    import grp
    import pwd

    members = {user.pw_name for user in pwd.getpwall() if user.pw_gid == file.st_gid}
    with suppress(KeyError):  # a group without a name has no members but those
        members |= set(grp.getgrgid(file.st_gid).gr_mem)
    return members - {user_name(file.st_uid), "root"}


def user_name(user: int) -> str:
    """A user's name, else the number."""
    import pwd

    try:
        return pwd.getpwuid(user).pw_name
    except KeyError:
        return str(user)
