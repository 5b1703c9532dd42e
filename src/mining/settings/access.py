"""Who else may change or read the settings file: what others can change is refused, what they can read is told."""

import os
import stat
import sys
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from mining.domain.message import phrase
from mining.domain.shell import quoted
from mining.foundation.platform import foreign_owner, others_change, others_see, own_name, user_name


class Access(NamedTuple):
    """What is true of a file: why it must not be used, else who may read and change it."""

    refusal: str | None = None
    read_by_others: bool = False
    own_group: bool = False  # which has no other members, as files are made with umask 002


def judged_by_list(path: str, owner: str | None, changed: bool, seen: bool, me: str) -> Access:
    """What to think of a file with a list of rights: of an owner who is not us, that others may change, or see."""
    if owner is not None:
        take = f"takeown /F {quoted(path, 'windows')}"
        return Access(phrase("settings.foreign", user=owner, command=take))
    if changed:
        end = only_ours(path, me)
        return Access(phrase("settings.open_to_others", command=end))
    return Access(None, seen)


def only_ours(path: str, me: str) -> str:
    """The command of Windows after which a file is one user's alone."""
    return f'icacls {quoted(path, "windows")} /inheritance:r /grant:r "{me}:F"'


def judged(path: str, mode: int, owner: int, me: int, others: Collection[str]) -> Access:
    """What to think of a file of that mode and owner, whose group has these other members."""
    if owner not in (me, 0):
        take = f"sudo chown {user_name(me)} {quoted(path)}"
        return Access(phrase("settings.foreign", user=user_name(owner), command=take))
    if mode & stat.S_IWOTH:
        end = f"chmod o-w {quoted(path)}"
        return Access(phrase("settings.open_to_all", command=end))
    if mode & stat.S_IWGRP and others:
        who, end = ", ".join(sorted(others)[:3]), f"chmod g-w {quoted(path)}"
        return Access(phrase("settings.open_to_group", users=who, command=end))
    read = bool(mode & stat.S_IROTH or (mode & stat.S_IRGRP and others))
    return Access(None, read, bool(mode & stat.S_IWGRP))


if sys.platform == "win32":

    def access(path: str, file: os.stat_result) -> Access:
        """Who may do what with a file, by its list of rights."""
        with suppress(OSError):  # a drive without rights, on which there is nothing to close
            place = Path(path)
            owner = foreign_owner(place)
            return judged_by_list(path, owner, others_change(place), others_see(place), own_name())
        return Access()

    def closed(path: Path) -> str:
        """The command after which only its owner can read a file."""
        return only_ours(str(path), own_name())

else:
    import grp
    import pwd

    def access(path: str, file: os.stat_result) -> Access:
        """Who may do what with an open file."""
        by_group = bool(file.st_mode & stat.S_IRWXG)
        return judged(path, file.st_mode, file.st_uid, os.geteuid(), _others(file) if by_group else ())

    def closed(path: Path) -> str:
        """The command after which only its owner can read a file."""
        return f"chmod 600 {quoted(str(path))}"

    def _others(file: os.stat_result) -> Collection[str]:
        """Who is in a file's group beside its owner and root."""
        members = {user.pw_name for user in pwd.getpwall() if user.pw_gid == file.st_gid}
        with suppress(KeyError):  # a group without a name has no members but those
            members |= set(grp.getgrgid(file.st_gid).gr_mem)
        return members - {user_name(file.st_uid), "root"}
