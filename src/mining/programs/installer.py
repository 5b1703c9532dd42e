"""Installing a program: choose, download, verify, unpack, try, switch; whatever goes wrong, the old one stays."""

import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from mining.domain.adapter import MinerType
from mining.domain.errors import DownloadFailed, MinerNotInstalled, NotSupported, VerificationFailed
from mining.domain.message import phrase
from mining.domain.programs.program import Installation, Program
from mining.domain.programs.release import Asset, InstallProgress, Proof, Release, Stage
from mining.domain.programs.version import version_key
from mining.foundation.antivirus import is_blocked
from mining.foundation.full_disk import is_full_disk
from mining.programs.card_builds import CardMachine, card_builds, unreached
from mining.programs.choice import Platform, choose, installable, latest, published_by, refuse_holes
from mining.programs.download import Progress, copy, download
from mining.programs.extract import extract
from mining.programs.record import storage_full
from mining.programs.registered import digest
from mining.programs.releases import Publisher, own_file_instead, remembered
from mining.programs.trial import taken_away, try_out
from mining.programs.verify import judge, signed_sum
from mining.programs.versions import FILES, Versions
from mining.programs.web import Timeouts, Vendor, Web

Tell = Callable[[InstallProgress], None]
_UNFIT = ("try", "sums", "unsigned", "unverified")  # why a build for cards gives way to the usual one
_TELL_EVERY = 0.1  # s between two words on a download


class Installer:
    """All of it, for all types. Calls block, so make them in a thread; `close` ends what is under way."""

    def __init__(
        self,
        programs_dir: Path,
        here: Platform,
        vendor: Vendor | None = None,
        timeouts: Timeouts | None = None,
        machine: Callable[[], CardMachine] = CardMachine,
    ) -> None:
        self._programs_dir = programs_dir
        self._here = here
        self._machine = machine
        self._web = Web(vendor or Vendor(), timeouts or Timeouts())

    def close(self) -> None:
        """End every download, from any thread; the installations fail and leave nothing behind."""
        self._web.close()

    def sweep(self, kind: MinerType) -> None:
        """At the start of the daemon: delete what a killed installation left. One that still goes on is left alone."""
        versions = Versions(self._programs_dir, kind.name)
        if kind.releases is None or not versions.folder.exists():
            return
        with suppress(NotSupported), self._alone(versions):
            pass

    def install(
        self,
        kind: MinerType,
        tell: Tell,
        *,
        version: str | None = None,
        force: bool = False,
        allow_unverified: bool = False,
    ) -> Installation:
        """Install the latest release or a version, unless exactly that is in use and whole (`force`: even then)."""
        releases, versions = published_by(kind), Versions(self._programs_dir, kind.name)
        with self._alone(versions), own_file_instead(kind.name):
            publisher = Publisher(self._web, releases)
            published = publisher.releases(versions.folder / "releases.json")
            release, asset = choose(kind, published, self._here, version)
            current = versions.current()
            if current is not None and not force and _same(current, release.version):
                return Installation(program=current, replaced=None, changed=False)
            machine = self._machine()
            fetch = partial(_fetch, kind, versions, publisher, release, here=self._here, tell=tell)
            for build in card_builds(release, releases, self._here, machine):
                try:
                    return fetch(build, allow_unverified=allow_unverified, machine=machine, whole=True)
                except VerificationFailed as error:
                    if error.details.get("reason") not in _UNFIT:
                        raise
            return fetch(asset, allow_unverified=allow_unverified, machine=machine)

    def install_file(self, kind: MinerType, path: Path, tell: Tell, *, allow_unverified: bool = False) -> Installation:
        """The same with an archive that its owner already has. Its proof may need the internet, its contents do not."""
        published_by(kind)
        versions = Versions(self._programs_dir, kind.name)
        if path.exists() and not path.is_file():
            raise DownloadFailed(phrase("program.not_a_file", path=str(path)), reason="file")
        with self._alone(versions), _new(versions) as new:
            try:
                sha256 = copy(path, new / "archive", _loading(kind, tell))
            except OSError as error:
                if is_full_disk(error):
                    raise
                raise DownloadFailed(
                    phrase("program.unreadable", path=str(path), words=error.strerror or str(error)), reason="file"
                ) from error
            _stage(kind, tell, "verify")
            proof, promised = self._prove_file(kind, versions, path.name, sha256, allow_unverified)
            return _put(kind, versions, new, proof, tell, promised, self._machine(), self._here)

    def look(self, kind: MinerType) -> Release | None:
        """Ask for the newest release for this machine, and remember the list; None when nothing published suits."""
        if not installable(kind, self._here):
            return None
        cache = Versions(self._programs_dir, kind.name).folder / "releases.json"
        with storage_full(phrase("disk.not_kept")):
            published = Publisher(self._web, published_by(kind)).releases(cache)
        return latest(kind, published, self._here)

    def rollback(self, kind: MinerType) -> Program:
        """Use the version before; a running miner keeps its own until it is restarted."""
        published_by(kind)
        versions = Versions(self._programs_dir, kind.name)
        with self._alone(versions):
            previous = versions.previous()
            if previous is not None:
                refuse_holes(kind, previous.version or "")
            if previous is not None and not _intact(previous):
                text = phrase("program.taken_away", path=previous.path)
                raise MinerNotInstalled(text, type=kind.name, path=previous.path, reason="quarantined")
            return versions.rollback()

    def uninstall(self, kind: MinerType, refuse: Callable[[], None]) -> Program:
        """Forget the program, so that nobody can start it any more; unless `refuse` raises, delete what was installed.

        A program of its owner's own is only forgotten.
        """
        versions = Versions(self._programs_dir, kind.name)
        _used(kind, versions)  # or else there is nothing to lock, and no folder to leave behind
        with self._alone(versions):
            current = _used(kind, versions)
            versions.forget()
            try:
                refuse()
            except BaseException:
                versions.remember()
                raise
            versions.delete()
        return current

    @contextmanager
    def _alone(self, versions: Versions) -> Iterator[None]:
        with storage_full(phrase("disk.no_change")), versions.alone():
            versions.sweep()
            yield

    def _prove_file(
        self, kind: MinerType, versions: Versions, name: str, sha256: str, allow_unverified: bool
    ) -> tuple[Proof, str | None]:
        """Prove an archive by our pins or, when the vendor can be asked, by the release that has it; and which that is.

        A file that its browser renamed is known by its digest.
        """
        releases, cache = published_by(kind), versions.folder / "releases.json"
        publisher = Publisher(self._web, releases)
        silence: list[DownloadFailed] = []
        published: Sequence[Release] = ()
        if sha256 not in {pin.lower() for pin in releases.pins.values()}:
            try:
                published = publisher.releases(cache)
            except DownloadFailed as error:
                silence.append(error)
                published = remembered(releases, cache)
        every = [(release, asset) for release in published for asset in release.assets]
        origin = next((pair for pair in every if pair[1].sha256 == sha256), None)
        origin = origin or next((pair for pair in every if pair[1].name == name), None)

        def signed() -> str | None:
            if origin is None:
                return None
            try:
                return signed_sum(publisher, kind, *origin, versions.folder / "author.asc")
            except DownloadFailed as error:
                silence.append(error)
                return None

        name, digest = (origin[1].name, origin[1].sha256) if origin else (name, None)
        try:
            how = judge(kind, name, sha256, digest=digest, signed=signed, allow_unverified=allow_unverified)
        except VerificationFailed as error:
            if silence and error.details.get("reason") in ("unsigned", "unverified"):
                text = phrase("program.could_not_ask", file=name, why=silence[0].message)
                details = {key: each for key, each in error.details.items() if key != "wording"}
                details["suggestion"] = phrase("program.could_not_ask.way_out")
                raise VerificationFailed(text, **details) from silence[0]
            raise
        return how, origin[0].version if origin else None


def _fetch(
    kind: MinerType, versions: Versions, publisher: Publisher, release: Release, asset: Asset, *, here: Platform,
    tell: Tell, allow_unverified: bool, machine: CardMachine, whole: bool = False,
) -> Installation:  # fmt: skip
    """Download, verify and use one file of a release; with `whole` only where it reaches all cards of the machine."""
    with _new(versions) as new:
        sha256 = download(publisher, asset, new / "archive", _loading(kind, tell))
        _stage(kind, tell, "verify")
        signed = partial(signed_sum, publisher, kind, release, asset, versions.folder / "author.asc")
        proof = judge(kind, asset.name, sha256, digest=asset.sha256, signed=signed, allow_unverified=allow_unverified)
        versions.refuse_other(asset.name, sha256, proof)
        done = _put(kind, versions, new, proof, tell, release.version, machine, here, whole)
        versions.note(asset.name, sha256)
        return done


def _loading(kind: MinerType, tell: Tell) -> Progress:
    """Passes on how far a download has come, not more often than anybody can follow."""
    last_time = 0.0

    def progress(bytes: int, total: int | None) -> None:
        nonlocal last_time
        now = time.monotonic()
        if bytes == total or now - last_time >= _TELL_EVERY:
            last_time = now
            tell(InstallProgress(type=kind.name, stage="download", bytes=bytes, total=total))

    return progress


def _used(kind: MinerType, versions: Versions) -> Program:
    current = versions.current() if kind.module is None else None
    if current is None:
        raise MinerNotInstalled(
            phrase("program.missing", program=kind.facts.title), type=kind.name, reason="program_missing"
        )
    return current


def _put(
    kind: MinerType, versions: Versions, new: Path, proof: Proof, tell: Tell, promised: str | None,
    machine: CardMachine, here: Platform, whole: bool = False,
) -> Installation:  # fmt: skip
    """Unpack what was verified, try it, and use it. It must be the version that its release promised."""
    releases, archive, files = published_by(kind), new / "archive", new / FILES
    _stage(kind, tell, "unpack")
    files.mkdir(mode=0o700)
    binary = releases.program(here[0])
    try:
        written = extract(archive, files, [binary])
    except OSError as error:
        if is_blocked(error):
            raise taken_away(kind, binary) from error
        raise
    archive.unlink()
    programs = [name for name in written if name.rpartition("/")[2] == binary]
    inside = min(programs, key=lambda name: name.count("/"), default="")
    if not inside:
        raise VerificationFailed(phrase("program.archive_without", binary=binary), reason="no_program")
    _stage(kind, tell, "try")
    sha256, version = try_out(kind, files / inside)
    refuse_holes(kind, version)
    if promised is not None and version_key(version) != version_key(promised):
        text = phrase("program.other_version", promised=promised, program=kind.facts.title, version=version)
        raise VerificationFailed(text, reason="version")
    lacking = tuple(unreached(kind, str(files / inside), machine.backends))
    if whole and lacking:
        raise VerificationFailed(phrase("program.reaches_no_cards", backends=", ".join(lacking)), reason="try")
    _stage(kind, tell, "switch")
    place = versions.place(version)
    program = Program(
        type=kind.name,
        path=str(place / FILES / Path(inside)),
        sha256=sha256,
        version=version,
        origin="installed",
        verified=proof,
        installed_at=datetime.now(UTC).replace(microsecond=0),
    )
    before = versions.current()
    versions.settle(new, place, program)
    _stage(kind, tell, "done")
    return Installation(program=program, replaced=before.version if before else None, changed=True, unreached=lacking)


@contextmanager
def _new(versions: Versions) -> Iterator[Path]:
    """A folder for a new version; what does not become one is deleted."""
    new = versions.begin()
    try:
        yield new
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _same(program: Program, version: str) -> bool:
    proven = program.origin == "installed" and program.verified != "none"
    return proven and program.version == version and _intact(program)


def _intact(program: Program) -> bool:
    try:
        return digest(Path(program.path)) == program.sha256
    except OSError:
        return False


def _stage(kind: MinerType, tell: Tell, stage: Stage) -> None:
    tell(InstallProgress(type=kind.name, stage=stage))
