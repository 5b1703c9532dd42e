"""An archive from the vendor onto the disk, hashed as it comes; a broken download begins anew, never in the middle."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from mining.domain.errors import DownloadFailed, VerificationFailed
from mining.domain.message import phrase
from mining.domain.programs.release import Asset
from mining.foundation.files import open_plain
from mining.foundation.platform import open_file
from mining.programs.releases import Publisher

MOST = 256 * 1024 * 1024  # bytes of an archive
Progress = Callable[[int, int | None], None]  # bytes so far, bytes in all


def download(publisher: Publisher, asset: Asset, path: Path, progress: Progress, most: int = MOST) -> str:
    """Write the asset to a file that must not exist yet; its SHA-256."""
    if (asset.size or 0) > most:
        raise _too_large(asset.name, most)
    with publisher.get(asset.url, publisher.timeouts.download, {"Accept": "application/octet-stream"}) as answer:
        publisher.refuse(answer, asset.name)
        length, total = answer.length, asset.size
        if total is None:
            total = length
        elif length is not None and length != total:
            raise _other_size(asset.name, total, length)
        progress(0, total)
        sha256, size = hashlib.sha256(), 0
        with _new_file(path) as file:
            for chunk in answer.chunks():
                size += len(chunk)
                if total is not None and size > total:
                    raise _other_size(asset.name, total, size)
                if size > most:
                    raise _too_large(asset.name, most)
                file.write(chunk)
                sha256.update(chunk)
                progress(size, total)
            file.flush()
            os.fsync(file.fileno())
    if total is not None and size != total:
        raise DownloadFailed(phrase("download.incomplete", file=asset.name), reason="truncated")
    return sha256.hexdigest()


def copy(source: Path, path: Path, progress: Progress, most: int = MOST) -> str:
    """The same for an archive that its owner already has: what is checked is the copy that is unpacked."""
    sha256, size = hashlib.sha256(), 0
    with open_plain(source) as file, _new_file(path) as new:
        total = os.fstat(file.fileno()).st_size
        while chunk := file.read(1 << 20):
            size += len(chunk)
            if size > most:
                raise _too_large(source.name, most)
            new.write(chunk)
            sha256.update(chunk)
            progress(size, total)
    return sha256.hexdigest()


def _new_file(path: Path) -> BinaryIO:
    return os.fdopen(open_file(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL), "wb")


def _too_large(name: str, most: int) -> VerificationFailed:
    text = phrase("download.too_large", file=name, most=most >> 20)
    return VerificationFailed(text, reason="too_large")


def _other_size(name: str, total: int, size: int) -> VerificationFailed:
    text = phrase("download.other_size", file=name, total=total, size=size)
    return VerificationFailed(text, reason="size")
