"""Where a daemon is, and the key to it: as somebody names it, else as that of the data folder has written down."""

import json
import os
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, Self

from mining.foundation.files import read_plain

DEFAULT_URL = "http://127.0.0.1:8080/api/v1/mining"


class LocalSocket(NamedTuple):
    """The Unix socket of a data folder's daemon, and the user id whose daemon it is."""

    path: Path
    owner: int


class DaemonAddress:
    """A daemon, named by its URL or by its data folder; without both, that of the usual folder."""

    def __init__(
        self,
        url: str | None = None,
        key: str | None = None,
        data_dir: Path | None = None,
        key_file: Path | None = None,
        cacert: Path | None = None,
    ) -> None:
        self._url, self._key, self._data_dir, self._key_file, self.cacert = url, key, data_dir, key_file, cacert

    @classmethod
    def of_variables(cls, key: str | None, key_file: Path | None, cacert: Path | None) -> Self:
        """The daemon that the variables of the command line name."""
        variables = os.environ.get
        names = ("MINING_DATA_DIR", "MINING_KEY_FILE", "MINING_CACERT")
        folder, file, trusted = (Path(text) if (text := variables(name)) else None for name in names)
        key = key or (None if key_file else variables("MINING_KEY") or variables("MINING_TOKEN"))
        return cls(variables("MINING_URL"), key, folder, key_file or file, cacert or trusted)

    @property
    def named(self) -> bool:
        """Whether somebody named the daemon, rather than that of a data folder."""
        return self._url is not None

    @cached_property
    def folder(self) -> Path:
        """The data folder: the usual one where none is named."""
        return data_folder(self._data_dir)

    @cached_property
    def url(self) -> str:
        """The daemon's API."""
        return self._url or daemon_url(self.folder) or DEFAULT_URL

    @cached_property
    def unserved(self) -> Path | None:
        """The data folder that somebody named, where no daemon has served it; then nobody else's is asked instead."""
        named = self._url is None and self._data_dir is not None
        return self.folder if named and self.folder != data_folder(None) and daemon_url(self.folder) is None else None

    @cached_property
    def socket(self) -> LocalSocket | None:
        """The Unix socket of the data folder's daemon; None where a daemon was named."""
        return None if self.named else local_socket(self.folder)

    @cached_property
    def version(self) -> str | None:
        """That of the data folder's daemon, as it has written down; None where a daemon was named."""
        version = None if self.named else written_down(self.folder, "writtenBy")
        return version if isinstance(version, str) else None

    @cached_property
    def key(self) -> str | None:
        """The access key: as given, else the admin's own of the data folder whose daemon is asked; ValueError for none.

        A daemon that is reached by its socket needs none.
        """
        if self._key is not None:
            return self._key
        if self._key_file is None and (self.named or self.socket is not None):
            return None
        from mining.client.key_text import admin_key, key_in

        return admin_key(self.folder) if self._key_file is None else key_in(self._key_file)


def data_folder(named: Path | None) -> Path:
    """The folder of the daemon's data: the usual one where none is named."""
    if named is not None:
        return named.expanduser().absolute()
    from mining.foundation.command_line import usual_folder

    return usual_folder()


def local_socket(folder: Path) -> LocalSocket | None:
    """The socket that the daemon of a data folder has written down."""
    path = written_down(folder, "socket")
    try:
        return LocalSocket(Path(path), (folder / "daemon.json").stat().st_uid) if isinstance(path, str) else None
    except OSError:
        return None


def daemon_url(folder: Path) -> str | None:
    """Where the daemon of a data folder answers, or the last one that did; None when none has written it down."""
    url = written_down(folder, "url")
    return url if isinstance(url, str) and url.startswith(("http://", "https://")) else None


def written_down(folder: Path, key: str) -> Any:
    """What the daemon of a data folder has written down of itself; None when it has not."""
    try:
        return json.loads(read_plain(folder / "daemon.json", 4096))[key]
    except (OSError, ValueError, RecursionError, KeyError, TypeError):
        return None
