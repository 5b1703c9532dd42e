"""Archives as honest vendors pack them, and as nobody does."""

import gzip
import io
import stat
import tarfile
import zipfile
import zlib

import py7zr

PROGRAM = b"#!/bin/sh\necho 'XMRig 9.9.9'\n"


def tar(*members, form="gz", kind=tarfile.GNU_FORMAT, good=True, pax=None):
    """An archive with a good file first; a member is (name, content) or (name, content, {field: value})."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=f"w:{form}", format=kind, pax_headers=pax) as packed:
        for name, content, *more in ([("good/xmrig", PROGRAM)] if good else []) + list(members):
            member = tarfile.TarInfo(name)
            member.size = len(content)
            for field, value in (more[0] if more else {}).items():
                setattr(member, field, value)
            packed.addfile(member, io.BytesIO(content))
    return out.getvalue()


def odd(kind, **more):
    return tar(("odd", b"", {"type": kind, **more}))


def raw_tar(*, size=b"00000000003\0", name=b"file", kind=b"0", content=b"abc", more=b""):
    """One member of which every field can be chosen."""
    header = bytearray(512)
    header[:100] = name.ljust(100, b"\0")
    header[100:108], header[124:136], header[156:157], header[257:265] = b"0000644\0", size, kind, b"ustar\x0000"
    header[148:156] = b" " * 8
    header[148:156] = b"%06o\0 " % sum(header)
    return gzip.compress(bytes(header) + more + content.ljust(-(-len(content) // 512) * 512, b"\0") + bytes(1024))


def pax_record(key, value):
    body = b" " + key + b"=" + value + b"\n"
    size = len(body) + 1
    while len(str(size)) + len(body) != size:
        size = len(str(size)) + len(body)
    return str(size).encode() + body


def pax_tar(*records, kind=b"x"):
    said = b"".join(records)
    first = gzip.decompress(raw_tar(size=b"%011o\0" % len(said), name=b"pax", kind=kind, content=said))[:-1024]
    return gzip.compress(first + gzip.decompress(raw_tar()))


def zipped(*members, good=True):
    """A member is (name, content) or (name, content, mode of a Unix file)."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content, *mode in ([("good/xmrig", PROGRAM)] if good else []) + list(members):
            info = zipfile.ZipInfo(name)
            info.create_system, info.compress_type = 3, zipfile.ZIP_DEFLATED
            info.external_attr = (mode[0] if mode else stat.S_IFREG | 0o644) << 16
            packed.writestr(info, content)
    return out.getvalue()


def seven(*members, **how):
    out = io.BytesIO()
    with py7zr.SevenZipFile(out, "w", **how) as packed:
        packed.writestr(PROGRAM, "good/xmrig")
        for name, content in members:
            packed.writestr(content, name)
    return out.getvalue()


def seven_renamed(before, after):
    """A file of 7z under a name that no program for making 7z would write."""
    out = io.BytesIO()
    with py7zr.SevenZipFile(out, "w") as packed:
        packed.set_encoded_header_mode(False)
        packed.writestr(PROGRAM, "good/xmrig")
        packed.writestr(b"x", before)
    content = bytearray(patched(out.getvalue(), before.encode("utf-16-le"), after.encode("utf-16-le")))
    start = 32 + int.from_bytes(content[12:20], "little")
    listed = content[start : start + int.from_bytes(content[20:28], "little")]
    content[28:32] = zlib.crc32(listed).to_bytes(4, "little")
    content[8:12] = zlib.crc32(content[12:32]).to_bytes(4, "little")
    return bytes(content)


def patched(content, before, after):
    assert before in content
    assert len(before) == len(after)
    return content.replace(before, after)
