"""S6: no archive writes outside its folder, makes anything but files and folders, or fills the disk."""

import bz2
import gzip
import io
import lzma
import os
import random
import stat
import struct
import tarfile
import zlib

import py7zr
import pytest

from mining.domain.errors import VerificationFailed
from mining.programs.extract import extract
from mining.programs.tree import Bounds
from tests.standins import vendor as standin
from tests.standins.archives import (
    PROGRAM,
    odd,
    patched,
    pax_record,
    pax_tar,
    raw_tar,
    seven,
    seven_renamed,
    tar,
    zipped,
)
from tests.systems import LINKS, MODES_SAY_NOTHING

SMALL = Bounds(members=50, size=1 << 20)


ZEROS = bytes(8 << 20)
BAD = {  # each is made when it is needed: some are much work
    "absolute": lambda: tar(("/tmp/escaped", b"x")),
    "parent": lambda: tar(("../escaped", b"x")),
    "parent inside": lambda: tar(("good/../../escaped", b"x")),
    "parent at the end": lambda: tar(("good/..", b"", {"type": tarfile.DIRTYPE})),
    "dot inside": lambda: tar(("good/./file", b"x")),
    "empty part": lambda: tar(("good//file", b"x")),
    "symlink": lambda: odd(tarfile.SYMTYPE, linkname="/etc/passwd"),
    "symlink inside": lambda: odd(tarfile.SYMTYPE, linkname="good/xmrig"),
    "symlink then through it": lambda: tar(
        ("d", b"", {"type": tarfile.SYMTYPE, "linkname": "/tmp"}), ("d/escaped", b"x")
    ),
    "hard link": lambda: odd(tarfile.LNKTYPE, linkname="/etc/passwd"),
    "hard link inside": lambda: odd(tarfile.LNKTYPE, linkname="good/xmrig"),
    "character device": lambda: odd(tarfile.CHRTYPE, devmajor=1, devminor=3),
    "block device": lambda: odd(tarfile.BLKTYPE, devmajor=8, devminor=0),
    "fifo": lambda: odd(tarfile.FIFOTYPE),
    "contiguous": lambda: odd(tarfile.CONTTYPE),
    "sparse": lambda: odd(tarfile.GNUTYPE_SPARSE),
    "unknown kind": lambda: odd(b"Z"),
    "multi-volume": lambda: odd(b"M"),
    "sparse by pax": lambda: pax_tar(pax_record(b"GNU.sparse.major", b"1")),
    "size by pax": lambda: pax_tar(pax_record(b"size", b"1000000000000")),
    "link by pax": lambda: pax_tar(pax_record(b"linkpath", b"/etc/passwd")),
    "name by pax": lambda: pax_tar(pax_record(b"path", b"../escaped")),
    "name for all by pax": lambda: pax_tar(pax_record(b"path", b"good2"), kind=b"g"),
    "pax without numbers": lambda: pax_tar(b"abc path=x\n"),
    "pax that points past its end": lambda: pax_tar(b"999 path=x\n"),
    "pax that points before its start": lambda: pax_tar(b"0 path=x\n"),
    "pax header of a gigabyte": lambda: raw_tar(kind=b"x", size=b"10000000000\0"),
    "long name of a gigabyte": lambda: raw_tar(kind=b"L", size=b"10000000000\0"),
    "negative size": lambda: raw_tar(size=b"\xff" * 12),
    "size in base 256": lambda: raw_tar(size=b"\x80" + bytes(10) + b"\x03"),
    "size that is no number": lambda: raw_tar(size=b"0000000-003\0"),
    "size beyond the end": lambda: raw_tar(size=b"00000777777\0"),
    "damaged header": lambda: gzip.compress(patched(gzip.decompress(raw_tar()), b"file", b"fila")),
    "no end": lambda: gzip.compress(gzip.decompress(raw_tar())[:600]),
    "empty tar": lambda: gzip.compress(b""),
    "truncated gzip": lambda: tar()[:-12],
    "hidden file": lambda: tar((".xmrig.json", b"{}")),
    "name like an option": lambda: tar(("-rf", b"x")),
    "space": lambda: tar(("good/a b", b"x")),
    "newline": lambda: tar(("good/a\nb", b"x")),
    "backslash": lambda: tar(("good\\..\\..\\escaped", b"x")),
    "drive": lambda: tar(("C:escaped", b"x")),
    "right-to-left override": lambda: tar(("good/gpj\u202eexe.sh", b"x")),
    "fullwidth slash": lambda: tar(("..\uff0fescaped", b"x")),
    "combining character": lambda: tar(("good/xmrig\u0301", b"x")),
    "not UTF-8": lambda: raw_tar(name=b"fi\xffle"),
    "name of 101 characters": lambda: tar(("x" * 101, b"x")),
    "name of 5000 characters": lambda: tar(("x" * 5000, b"x")),
    "seven parts": lambda: tar(("a/b/c/d/e/f/g", b"x")),
    "folder of seven parts": lambda: tar(("a/b/c/d/e/f/g", b"", {"type": tarfile.DIRTYPE})),
    "a file twice": lambda: tar(("good/xmrig", b"other")),
    "a file twice in other letters": lambda: tar(("good/XMRig", b"other")),
    "file where a folder is": lambda: tar(("good", b"x")),
    "folder where a file is": lambda: tar(("good/xmrig/below", b"x")),
    "folder with contents": lambda: raw_tar(kind=b"5"),
    "file with a slash at its end": lambda: raw_tar(name=b"file/"),
    "many members": lambda: tar(*((f"f{number}", b"") for number in range(60))),
    "many folders": lambda: tar(*((f"f{number}", b"", {"type": tarfile.DIRTYPE}) for number in range(60))),
    "bomb in gzip": lambda: tar(("bomb", ZEROS)),
    "bomb in xz": lambda: tar(("bomb", ZEROS), form="xz"),
    "bomb in bzip2": lambda: tar(("bomb", ZEROS), form="bz2"),
    "bomb of headers": lambda: gzip.compress(gzip.decompress(raw_tar(kind=b"x", size=b"00000000000\0"))[:512] * 20000),
    "bomb in what is left out": lambda: tar(("config.json", ZEROS)),
    "xz that wants gigabytes": lambda: lzma.compress(
        b"x", lzma.FORMAT_XZ, filters=[{"id": lzma.FILTER_LZMA2, "dict_size": 1 << 28}]
    ),
    "xz of nonsense": lambda: b"\xfd7zXZ\0" + bytes(100),
    "bzip2 of nonsense": lambda: b"BZh9" + bytes(100),
    "bzip2 of no tar": lambda: bz2.compress(b"text"),
    "zip: parent": lambda: zipped(("../escaped", b"x")),
    "zip: absolute": lambda: zipped(("/tmp/escaped", b"x")),
    "zip: backslash": lambda: zipped(("..\\escaped", b"x")),
    "zip: NUL": lambda: patched(zipped(("goodXfile", b"x")), b"goodXfile", b"good\0file"),
    "zip: symlink": lambda: zipped(("link", b"/etc/passwd", stat.S_IFLNK | 0o777)),
    "zip: fifo": lambda: zipped(("fifo", b"", stat.S_IFIFO | 0o644)),
    "zip: device": lambda: zipped(("device", b"", stat.S_IFCHR | 0o644)),
    "zip: folder by mode only": lambda: zipped(("folder", b"", stat.S_IFDIR | 0o755)),
    "zip: folder with contents": lambda: zipped(("folder/", b"x", stat.S_IFDIR | 0o755)),
    "zip: twice": lambda: zipped(("good/XMRIG", b"x")),
    "zip: encrypted": lambda: patched(
        zipped(), b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00"
    ),
    "zip: other packing": lambda: patched(
        zipped(), b"PK\x01\x02\x14\x03\x14\x00\x00\x00\x08\x00", b"PK\x01\x02\x14\x03\x14\x00\x00\x00\x0c\x00"
    ),
    "zip: bomb": lambda: zipped(("bomb", ZEROS)),
    "zip: many members": lambda: zipped(*((f"f{number}", b"") for number in range(60))),
    "zip: a million members": lambda: b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 65000, 65000, 60_000_000, 0, 0),
    "zip: long list": lambda: b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 10, 10, 60_000_000, 0, 0),
    "zip: 64": lambda: zipped()[:-22] + b"PK\x06\x07" + bytes(16) + zipped()[-22:],
    "zip: truncated": lambda: zipped()[:-30],
    "zip: other local name": lambda: zipped().replace(b"good/xmrig", b"bad/escape", 1),
    "zip: wrong checksum": lambda: patched(
        zipped(), (zip_crc := zlib.crc32(PROGRAM).to_bytes(4, "little")), bytes(reversed(zip_crc))
    ),
    "7z: parent": lambda: seven_renamed("XX/escaped", "../escaped"),
    "7z: absolute": lambda: seven_renamed("Xtmp/escaped", "/tmp/escaped"),
    "7z: backslash": lambda: seven_renamed("XXXescaped", "..\\escaped"),
    "7z: only its start": lambda: b"7z\xbc\xaf\x27\x1c",
    "7z: hidden": lambda: seven((".hidden", b"x")),
    "7z: twice": lambda: seven(("good/XMRIG", b"x")),
    "7z: bomb": lambda: seven(("bomb", ZEROS)),
    "7z: many members": lambda: seven(*((f"f{number}", b"x") for number in range(60))),
    "7z: encrypted": lambda: seven(password="secret"),
    "7z: truncated": lambda: seven()[:-5],
    "7z: huge dictionary": lambda: seven(filters=[{"id": py7zr.FILTER_LZMA2, "dict_size": 1 << 28}]),
    "7z: long list": lambda: b"7z\xbc\xaf\x27\x1c\0\4" + bytes(12) + (1 << 40).to_bytes(8, "little") + bytes(4),
    "no archive": lambda: b"MZ this is a program",
    "plain tar": lambda: gzip.decompress(tar()),
    "nothing": lambda: b"",
}


def unpacked(content, tmp_path, bounds=SMALL):
    (tmp_path / "archive").write_bytes(content)
    into = tmp_path / "deep" / "into"
    into.mkdir(parents=True)
    try:
        return extract(tmp_path / "archive", into, ("xmrig",), bounds), into
    finally:
        for path in tmp_path.rglob("*"):
            mode = path.lstat().st_mode
            assert stat.S_ISREG(mode) or stat.S_ISDIR(mode)
            assert MODES_SAY_NOTHING or not mode & (stat.S_ISUID | stat.S_ISGID | stat.S_IWOTH)
        assert sorted(path.name for path in tmp_path.iterdir()) == ["archive", "deep"]
        assert [path.name for path in (tmp_path / "deep").iterdir()] == ["into"]
        assert sum(path.stat().st_size for path in into.rglob("*") if path.is_file()) <= bounds.size


@pytest.mark.parametrize("name", BAD)
def test_a_bad_archive_is_refused_and_nothing_of_it_is_outside(name, tmp_path):
    with pytest.raises(VerificationFailed, match="The archive is not acceptable"):
        unpacked(BAD[name](), tmp_path)
    assert not os.path.lexists("/tmp/escaped")


REASONS = {  # what is to be noticed before anything is read into memory, or in time
    "pax header of a gigabyte": "far longer than any header",
    "long name of a gigabyte": "far longer than any header",
    "bomb of headers": "far more",
    "xz that wants gigabytes": "damaged",
    "zip: a million members": "more than 50 members",
    "zip: long list": "far too long",
    "zip: 64": "larger than any",
    "7z: long list": "far too long",
    "7z: huge dictionary": "far too much memory",
}


@pytest.mark.parametrize("name", REASONS)
def test_an_archive_is_refused_for_the_right_reason(name, tmp_path):
    with pytest.raises(VerificationFailed, match=REASONS[name]):
        unpacked(BAD[name](), tmp_path)


GOOD = {
    "tar.gz": standin.archive(PROGRAM),
    "tar.xz": standin.archive(PROGRAM, form="xz"),
    "tar.bz2": standin.archive(PROGRAM, form="bz2"),
    "zip": standin.archive(PROGRAM, form="zip"),
    "7z": seven(("good/config.json", b"{}"), ("good/README.md", b"read me\n")),
    "7z of LZMA": seven(
        ("good/README.md", b"read me\n"), filters=[{"id": py7zr.FILTER_X86}, {"id": py7zr.FILTER_LZMA, "preset": 6}]
    ),
    "pax": tar(
        ("good/README.md", b"read me\n"), ("good/" + "l" * 99, b"", {}),
        kind=tarfile.PAX_FORMAT, pax={"comment": "0123abcd"},
    ),
    "pax with long names": tar(
        ("good/README.md", b"read me\n"), *((f"{'a' * 90}/{'b' * 90}/f{number}", b"x") for number in range(9)),
        kind=tarfile.PAX_FORMAT,
    ),
    "GNU with long names": tar(
        ("good/README.md", b"read me\n"), *((f"{'a' * 90}/{'b' * 90}/f{number}", b"x") for number in range(9))
    ),
    "ustar": tar(("good/README.md", b"read me\n"), (f"{'a' * 90}/{'b' * 90}", b"x"), kind=tarfile.USTAR_FORMAT),
    "with ./": tar(
        (".", b"", {"type": tarfile.DIRTYPE}), ("./", b"", {"type": tarfile.DIRTYPE}),
        ("./good", b"", {"type": tarfile.DIRTYPE}), ("./good/xmrig", PROGRAM), ("./good/README.md", b"read me\n"),
        good=False,
    ),
    "setuid is dropped": tar(("good/README.md", b"read me\n", {"mode": 0o6777})),
    "two gzip streams": (lambda whole: gzip.compress(whole[:700]) + gzip.compress(whole[700:]))(
        gzip.decompress(tar(("good/README.md", b"read me\n")))
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", GOOD)
def test_a_good_archive_is_unpacked_whole(name, tmp_path):
    written, into = unpacked(GOOD[name], tmp_path)
    program = next(path for path in into.rglob("xmrig"))
    assert program.read_bytes() == PROGRAM
    assert MODES_SAY_NOTHING or stat.S_IMODE(program.stat().st_mode) == 0o755
    assert program.relative_to(into).as_posix() in written
    assert sorted(written) == sorted(path.relative_to(into).as_posix() for path in into.rglob("*") if path.is_file())
    assert not list(into.rglob("config.json"))
    assert next(into.rglob("README.md"), program).read_bytes() in (PROGRAM, b"read me\n")


@pytest.mark.slow
def test_a_large_program_is_unpacked_in_pieces(tmp_path):
    content = random.Random(7).randbytes(3_000_000)
    for form in ("gz", "xz", "bz2", "zip"):
        place = tmp_path / form
        place.mkdir()
        _, into = unpacked(standin.archive(content, form=form), place, Bounds())
        assert next(into.rglob("xmrig")).read_bytes() == content


@LINKS
def test_a_link_in_a_7z_is_refused(tmp_path):
    (tmp_path / "link").symlink_to("/etc/passwd")
    out = io.BytesIO()
    with py7zr.SevenZipFile(out, "w") as packed:
        packed.write(tmp_path / "link", "link")
    (tmp_path / "link").unlink()
    with pytest.raises(VerificationFailed, match="neither file nor folder"):
        unpacked(out.getvalue(), tmp_path)


@pytest.mark.parametrize("form", ["gz", "xz", "bz2", "zip", "7z"])
def test_a_damaged_archive_never_does_worse_than_being_refused(form, tmp_path):
    chance = random.Random(form)
    content = seven(("good/README.md", b"x" * 500)) if form == "7z" else standin.archive(PROGRAM, form=form)
    refusals = 0
    for number in range(60):
        damaged = bytearray(content)
        for _ in range(chance.randint(1, 4)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        place = tmp_path / str(number)
        place.mkdir()
        try:
            unpacked(bytes(damaged), place)
        except VerificationFailed:
            refusals += 1
    assert refusals > 10


def test_the_inside_of_a_damaged_tar_never_does_worse_than_being_refused(tmp_path):
    chance, content, refusals = random.Random(1), gzip.decompress(tar(("good/README.md", b"x" * 500))), 0
    for number in range(200):
        damaged = bytearray(content)
        for _ in range(chance.randint(1, 6)):
            damaged[chance.randrange(512)] = chance.randrange(256)
        damaged[148:156] = b" " * 8
        damaged[148:156] = b"%06o\0 " % sum(damaged[:512])  # so that the rest is looked at
        place = tmp_path / str(number)
        place.mkdir()
        try:
            unpacked(gzip.compress(bytes(damaged), 1), place)
        except VerificationFailed:
            refusals += 1
    assert refusals > 20
