"""What the tests under Wine run is the Python of Windows, by its makers, with the packages of our lock."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.wine.making import SIGNED, CannotPrepare, check_signers, outcome
from tests.wine.windows_python import PYTHON, run

pytestmark = pytest.mark.slow


def test_it_is_pythons_own_and_takes_itself_for_windows() -> None:
    done = run("-c", "import sys, os, platform; print(sys.platform, os.sep, platform.machine(), platform.release())")
    assert (done.returncode, done.stdout.split()) == (0, ["win32", "\\", "AMD64", "10"])
    check_signers(PYTHON)


def test_an_exit_code_and_all_text_come_out_of_it() -> None:
    done = run("-c", "import sys; print('one'); print('two', file=sys.stderr, flush=True); sys.exit(7)")
    assert (done.returncode, sorted(done.stdout.split())) == (7, ["one", "two"])


@pytest.mark.parametrize("name", SIGNED)
def test_a_python_with_one_other_byte_is_refused(tmp_path: Path, name: str) -> None:
    for each in SIGNED:
        shutil.copy(PYTHON / each, tmp_path)
    content = bytearray((tmp_path / name).read_bytes())
    content[len(content) // 2] ^= 1
    (tmp_path / name).write_bytes(content)
    with pytest.raises(CannotPrepare, match=f"{name} is not signed by the Python Software Foundation"):
        check_signers(tmp_path)


def test_a_python_that_somebody_signed_in_their_name_is_refused(tmp_path: Path) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subject = "/O=Python Software Foundation/CN=Python Software Foundation"
    make = ("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", subject, "-keyout", key, "-out", certificate)
    subprocess.run(["openssl", *map(str, make)], check=True, capture_output=True)
    for name in SIGNED:
        bare = tmp_path / f"{name}.bare"
        for verb in (
            ("remove-signature", "-in", PYTHON / name, "-out", bare),
            ("sign", "-certs", certificate, "-key", key, "-in", bare, "-out", tmp_path / name),
        ):
            assert outcome("osslsigncode", *verb).returncode == 0
    with pytest.raises(CannotPrepare, match="is not signed by the Python Software Foundation"):
        check_signers(tmp_path)
