"""A backup as a file: a tar of known names, packed by gzip, encrypted with a passphrase as the tool `age` does it."""

import io
import tarfile
import zlib
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, NamedTuple

from mining.domain.value import timestamp
from mining.foundation.document import MOST, DamagedDocument, seal, unseal

MANIFEST, SETTINGS, HISTORY = "backup.json", "settings.yaml", "history.db"
DOCUMENTS = ("miners.json", "profiles.json", "pools.json", "payees.json", "benchmarks.json", "keys.json")
MOST_HISTORY = 1024**3  # bytes; the whole is held in memory
_LIMITS = dict.fromkeys((MANIFEST, SETTINGS, *DOCUMENTS), MOST) | {HISTORY: MOST_HISTORY}
_MOST = MOST_HISTORY + MOST * len(_LIMITS)
_AGE = b"age-encryption.org/v1\n-> scrypt "  # https://age-encryption.org/v1
_WRONG = "Decryption failed"  # as pyrage says it of a passphrase


class BadBackup(Exception):
    """A file cannot be used as a backup, or a backup cannot be made; the text says why."""


class BackupContent(NamedTuple):
    """What a backup holds."""

    made_at: str
    host: str
    version: str
    files: Mapping[str, bytes]


def packed(files: Mapping[str, bytes], host: str, passphrase: str, at: datetime | None = None) -> bytes:
    """The bytes of a backup of these files."""
    if sum(map(len, files.values())) > _MOST:
        raise BadBackup(f"the history is larger than {MOST_HISTORY >> 20} MiB; leave --history out")
    made_at = timestamp(at or datetime.now(UTC))
    sums = {name: sha256(content).hexdigest() for name, content in files.items()}
    manifest = seal({"kind": "backup", "madeAt": made_at, "host": host, "files": sums})
    plain = io.BytesIO()
    with tarfile.open(fileobj=plain, mode="w:gz", compresslevel=6) as archive:
        for name, content in {MANIFEST: manifest, **files}.items():
            member = tarfile.TarInfo(name)
            member.size, member.mode = len(content), 0o600
            archive.addfile(member, io.BytesIO(content))
    encrypted: bytes = _pyrage().passphrase.encrypt(plain.getvalue(), passphrase)
    return encrypted


def unpacked(raw: bytes, passphrase: str) -> BackupContent:
    """What is in those bytes; BadBackup for whatever is not whole and ours, NewerDocument for a newer version's."""
    members = _members(_plain(raw, passphrase))
    if MANIFEST not in members:
        raise BadBackup(f"it is not a backup of this platform: it holds no {MANIFEST}")
    try:
        document = unseal(members.pop(MANIFEST), "the backup")
        made_at, host, sums = (document.body[key] for key in ("madeAt", "host", "files"))
    except (DamagedDocument, KeyError) as error:
        raise BadBackup(f"its {MANIFEST} is damaged") from error
    if sums != {name: sha256(content).hexdigest() for name, content in members.items()}:
        raise BadBackup("its files are not those that it was made of")
    return BackupContent(str(made_at), str(host), document.written_by, members)


def _plain(raw: bytes, passphrase: str) -> bytes:
    """The tar; never more than a backup may hold, however well it was packed."""
    if not raw.startswith(_AGE):
        raise BadBackup("it is not encrypted with a passphrase by age, as a backup is")
    pyrage = _pyrage()
    try:
        zipped = pyrage.passphrase.decrypt(raw, passphrase)
    except pyrage.DecryptError as error:
        if str(error) == _WRONG:
            raise BadBackup("the passphrase does not open it") from error
        if "xcessive" in str(error):
            raise BadBackup("its passphrase takes too long to try on this machine; open it with age") from error
        raise BadBackup("it is damaged, or only a part of it is there") from error
    unzip = zlib.decompressobj(wbits=31)  # of gzip
    try:
        plain = unzip.decompress(zipped, _MOST)
    except zlib.error as error:
        raise BadBackup("it is not a backup of this platform: what it holds is not packed by gzip") from error
    if not unzip.eof:
        raise BadBackup("it is damaged, or holds more than a backup can")
    return plain


def _members(plain: bytes) -> dict[str, bytes]:
    members: dict[str, bytes] = {}
    try:
        with tarfile.open(fileobj=io.BytesIO(plain), mode="r:") as archive:
            for member in archive:
                if member.name not in _LIMITS:  # by which nothing can lead out of the folder
                    raise BadBackup(f"it holds {member.name[:80]!r}, which is no part of a backup")
                if not member.isreg():
                    raise BadBackup(f"its {member.name} is a link, a folder or a device, and no file")
                if member.name in members or member.size > _LIMITS[member.name]:
                    raise BadBackup(f"its {member.name} is there twice, or too large")
                file = archive.extractfile(member)
                members[member.name] = file.read() if file is not None else b""
    except (tarfile.TarError, EOFError) as error:
        raise BadBackup("it is not a backup of this platform: what it holds is no tar") from error
    return members


def _pyrage() -> Any:
    """The library, of which there is no build for Windows on ARM."""
    try:
        import pyrage
    except ImportError as error:
        raise BadBackup("backups need the package pyrage, which there is no build of for this machine") from error
    return pyrage
