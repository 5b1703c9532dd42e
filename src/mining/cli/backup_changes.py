"""What a backup would change in a data folder, for its owner to read before: who is paid, keys, settings, starts."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from mining.domain.access_key import AccessKey
from mining.domain.config import Config
from mining.domain.miner import MinerRecord
from mining.domain.payees import payees_of, payout_lines
from mining.domain.profile import MiningProfile
from mining.foundation.document import NewerDocument, unseal
from mining.foundation.files import read_plain, write_whole
from mining.settings import SECRET, WIRE, marked, name_of
from mining.settings.file import values_in
from mining.settings.secret import masked
from mining.storage.archive import DOCUMENTS, HISTORY, SETTINGS, BackupContent, BadBackup
from mining.storage.database import is_sound
from mining.storage.records import Records

_SIMULATED = frozenset({"demo", "simulated", "monerod"})  # types of which there is nothing to install here


class RestoreChanges(NamedTuple):
    """What would change, in words, and the programs that its miners need."""

    lines: tuple[str, ...]
    programs: tuple[str, ...]


class RigRecords(NamedTuple):
    """What the documents of a folder hold."""

    miners: Mapping[str, MinerRecord]
    profiles: Mapping[str, MiningProfile]
    keys: Mapping[str, AccessKey]

    @property
    def payers(self) -> Mapping[str, Config]:
        """Who names payees, as a person calls it."""
        of_miners = {f"Miner {name}": record.config for name, record in self.miners.items()}
        return of_miners | {f"Profile {each.name}": each.config for each in self.profiles.values()}


def changes(data: Path, settings: Path, content: BackupContent) -> RestoreChanges:
    """What putting back a backup would change. BadBackup or NewerDocument where it could not be used then."""
    if HISTORY in content.files and not is_sound(content.files[HISTORY]):
        raise BadBackup(f"its {HISTORY} is damaged")
    now = records({name: path.read_bytes() for name in DOCUMENTS if (path := data / name).is_file()}, strict=False)
    then = records(content.files, strict=True)
    lines = [
        *_payee_lines(now.payers, then.payers),
        *_key_lines(now.keys, then.keys),
        *_setting_lines(settings, content.files.get(SETTINGS)),
        *_start_lines(then.miners),
    ]
    if HISTORY in content.files:
        lines.append("Figures and timeline: those of the backup, in place of those here.")
    programs = sorted({record.type for record in then.miners.values()} - _SIMULATED)
    return RestoreChanges(tuple(lines) or ("Nothing that matters is different.",), tuple(programs))


def records(files: Mapping[str, bytes], *, strict: bool) -> RigRecords:
    """What documents hold; `strict`: BadBackup for a damaged one, which else counts as empty."""
    trouble: list[str] = []
    with TemporaryDirectory() as name:
        folder = Path(name)
        for document in DOCUMENTS:
            if document in files:
                _look_at(document, files[document], trouble)
                write_whole(folder / document, files[document])
        miners = Records(folder, "miners", MinerRecord, lambda each: each.name, trouble.append)
        profiles = Records(folder, "profiles", MiningProfile, lambda each: each.id, trouble.append)
        keys = Records(folder, "keys", AccessKey, lambda each: each.id, trouble.append)
        contents = RigRecords(
            {each.name: each for each in miners.all()},
            {each.id: each for each in profiles.all()},
            {each.id: each for each in keys.all()},
        )
    if strict and trouble:
        raise BadBackup(f"a document in it is damaged ({trouble[0]})")
    return contents


def _look_at(name: str, content: bytes, trouble: list[str]) -> None:
    try:
        unseal(content, name)
    except NewerDocument:
        raise
    except ValueError as error:
        trouble.append(f"{name}: {error}")


def _payee_lines(now: Mapping[str, Config], then: Mapping[str, Config]) -> Iterator[str]:
    for payer in sorted(now.keys() | then.keys()):
        if payer not in then:
            yield f"{payer}: is not in the backup and goes."
            continue
        old, new = (payees_of(each[payer]) if payer in each else () for each in (now, then))
        yield from (f"{payer}: {each}" for each in payout_lines(old, new))


def _key_lines(now: Mapping[str, AccessKey], then: Mapping[str, AccessKey]) -> Iterator[str]:
    for id, key in then.items():
        if id not in now:
            yield f"Key {key.name} ({key.role}): opens this rig again."
    for id, key in now.items():
        if id not in then:
            yield f"Key {key.name} ({key.role}): opens nothing any more."


def _setting_lines(path: Path, raw: bytes | None) -> Iterator[str]:
    if raw is None:
        return
    then = _values(path, raw)
    now = _values(path, read_plain(path)) if path.is_file() else {}
    secrets = marked(SECRET)
    for name in sorted(now.keys() | then.keys()):
        if now.get(name) != then.get(name):
            old, new = (masked(each.get(name)) if name in secrets else each.get(name) for each in (now, then))
            yield f"Setting {WIRE.get(name, name)}: {_shown(old)} → {_shown(new)}"


def _values(path: Path, raw: bytes) -> dict[str, Any]:
    return {name_of(str(key)): value for key, value in values_in(path, raw.decode("utf-8", "replace")).items()}


def _shown(value: Any) -> str:
    return "default" if value is None else str(value)


def _start_lines(miners: Mapping[str, MinerRecord]) -> Iterator[str]:
    wanted = sorted(name for name, record in miners.items() if record.wanted != "stopped")
    if wanted:
        yield f"The next daemon starts {', '.join(wanted)}; with autostart off it does not."
