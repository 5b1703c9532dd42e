"""What keeps a genuine program from being run is told apart: an antivirus, and macOS's mark on downloads."""

import pytest

from mining.domain.errors import InvalidRequest, MinerNotInstalled, VerificationFailed
from mining.foundation.antivirus import is_blocked
from mining.programs import installer, quarantine, registered, registry, trial
from mining.programs.quarantine import held_back, withheld
from mining.programs.registered import register
from tests.programs.test_registered import Prog, records, script, why  # noqa: F401 - fixtures


@pytest.mark.parametrize(
    ("mark", "asks"),
    [
        (b"0083;65a1b2c3;Safari;1F2E", True),
        (b"00c3;65a1b2c3;Safari;1F2E", False),  # its owner has agreed
        (b"0181;65a1b2c3;Chrome;", True),
        (b"01c1;65a1b2c3;Chrome;", False),
        (b"", True),
        (b"nonsense", True),
    ],
)
def test_a_mark_asks_until_its_owner_has_agreed(mark, asks):
    assert withheld(mark) is asks


def test_no_file_is_held_back_on_linux(tmp_path):
    (tmp_path / "file").touch()
    assert not held_back(tmp_path / "file")


def test_what_macos_holds_back_is_not_registered_and_the_way_out_is_named(script, records, monkeypatch):  # noqa: F811 - the fixtures
    monkeypatch.setattr(registered, "held_back", lambda path: path == script)
    with pytest.raises(InvalidRequest, match=f"xattr -d com.apple.quarantine {script}"):
        register(Prog(), script, records)


def test_what_macos_holds_back_later_is_told_apart_from_a_changed_and_a_vanished_program(script, records, monkeypatch):  # noqa: F811 - the fixtures
    register(Prog(), script, records)
    monkeypatch.setattr(registry, "held_back", lambda path: path == script)
    error = why(records)
    assert error.details["reason"] == "quarantined"
    assert "here and unchanged, but macOS holds it back" in error.message
    assert error.details["suggestion"] == f"xattr -d com.apple.quarantine {script}"
    script.unlink()
    assert "has vanished" in why(records).message


def infected(number: int) -> OSError:
    error = OSError(22, "Operation did not complete successfully because the file contains a virus")
    error.winerror = number
    return error


@pytest.mark.parametrize(("number", "antivirus"), [(225, True), (226, True), (5, False), (32, False)])
def test_windows_tells_that_an_antivirus_refuses_a_file(number, antivirus):
    assert is_blocked(infected(number)) is antivirus


@pytest.mark.parametrize("step", ["unpack", "try"])
def test_an_antivirus_that_steps_in_is_not_taken_for_a_damaged_archive(place, monkeypatch, step):
    def step_in(*_, **__):
        raise infected(225)

    place.publish()
    target = (trial, "output_of") if step == "try" else (installer, "extract")
    monkeypatch.setattr(*target, step_in)
    with pytest.raises(MinerNotInstalled, match="antivirus has probably quarantined it") as caught:
        place.install()
    assert caught.value.details["reason"] == "quarantined"
    assert place.places() == []


def test_a_file_that_the_decoder_cannot_write_is_still_a_damaged_archive(tmp_path, monkeypatch):
    from mining.programs import extract
    from tests.standins.archives import tar

    def complain(*_):
        raise OSError(22, "Invalid argument")

    (tmp_path / "archive").write_bytes(tar())
    (tmp_path / "into").mkdir()
    monkeypatch.setattr(extract, "_unpack", complain)
    with pytest.raises(VerificationFailed, match="damaged"):
        extract.extract(tmp_path / "archive", tmp_path / "into")
    assert quarantine.MARK == "com.apple.quarantine"
