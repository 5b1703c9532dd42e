"""A daemon whose XMRig comes from a vendor on loopback, and releases of that vendor for it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.daemons import Daemon
from tests.standins import vendor as standin
from tests.standins.xmrig_standin import standin_files

SCRIPT = Path(__file__).with_name("vendor_daemon.py")


@contextmanager
def vendor_daemon(data: Path, vendor: standin.Standin, **said: Any) -> Iterator[Daemon]:
    """A running daemon; at the end it and its miners are gone."""
    running = Daemon(data, **said)
    running.script = SCRIPT
    running.said |= {"vendor": told_of(vendor)}
    try:
        running.start()
        yield running
    finally:
        running.clean_up()


def told_of(vendor: standin.Standin) -> dict[str, Any]:
    """Where the vendor is, as the script takes it."""
    place = vendor.vendor
    return {
        "api": place.api,
        "downloads": place.downloads,
        "redirects": place.redirects,
        "signs": vendor.signs,
        "fingerprint": standin.KEY.fingerprint.upper(),
    }


def packed(version: str, **steering: Any) -> bytes:
    """An archive with a stand-in for XMRig that can really be started."""
    files = standin_files(version=version, **steering)
    return standin.archive(files.pop("xmrig"), version, more=files)


def publish(vendor: standin.Standin, version: str, **how: Any) -> bytes:
    """Release a stand-in for XMRig; its archive."""
    content = packed(version)
    vendor.publish(version, {standin.asset_name(version): content}, **how)
    return content
