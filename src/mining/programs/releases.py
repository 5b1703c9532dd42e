"""What a program's author has published, asked sparingly: an unchanged list is not sent again."""

import json
import os
import re
import time
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pydantic import ValidationError

from mining.domain.adapter import ReleaseSite, ReleaseSource
from mining.domain.errors import DownloadFailed, MiningError
from mining.domain.message import phrase
from mining.domain.programs.release import Asset, Release
from mining.domain.value import timestamp
from mining.foundation.files import read_plain
from mining.programs.record import write_whole
from mining.programs.web import Vendor, Web, WebAnswer

_MOST = 16 * 1024 * 1024  # bytes of a list; a hundred releases with their notes are about 1 MB
_VERSION = re.compile(r"[0-9][A-Za-z0-9._+-]{0,39}")
_HEADERS = {"Accept": "application/vnd.github+json", "X-GitHub-Api-Version": "2022-11-28"}
_RAW = {**_HEADERS, "Accept": "application/vnd.github.raw+json"}


class Publisher:
    """Where one program is published: GitHub's REST API as far as it is needed, or its author's own site."""

    def __init__(self, web: Web, source: ReleaseSource) -> None:
        self._web = web
        self._source = source
        site = source.site
        self.timeouts = web.timeouts
        self._vendor = web.vendor if site is None else Vendor(site.origin, site.origin, site.redirects)
        self._headers = _HEADERS if site is None else {}

    def get(self, url: str, seconds: float, headers: Mapping[str, str]) -> AbstractContextManager[WebAnswer]:
        """The answer of one of its hosts."""
        return self._web.get(url, seconds, headers, self._vendor)

    def releases(self, cache: Path) -> tuple[Release, ...]:
        """The last hundred releases, newest first; `cache` remembers them for the next time."""
        site = self._source.site
        if site is not None and site.listing is None:
            return _fixed(site)
        cached = _cached(cache)
        headers = self._headers | ({"If-None-Match": cached["etag"]} if cached and cached["etag"] else {})
        path = site.listing if site is not None else f"/repos/{self._source.owner_repo}/releases?per_page=100"
        with self.get(f"{self._vendor.api}{path}", self.timeouts.answer, headers) as answer:
            if answer.status == 304 and cached:
                with suppress(OSError):
                    os.utime(cache)  # its time is when the list was last known to be the present one
                return read_releases(cached["list"], self._source)
            what = phrase("download.list_of_releases")
            if site is None:
                what = phrase("download.releases_of", repository=self._source.owner_repo or "")
            self.refuse(answer, what)
            listed = _json(answer.body(_MOST))
            etag = answer.headers.get("etag")
        releases = read_releases(listed, self._source)
        if etag or site is not None:
            with suppress(FileNotFoundError):  # swept away by an installation that begins just now
                write_whole(cache, json.dumps({"etag": etag or "", "list": listed}).encode())
        return releases

    def file(self, path: str, most: int) -> bytes:
        """A small file of its repository or site."""
        github = self._source.site is None
        place = f"/repos/{self._source.owner_repo}/contents/{path}" if github else f"/{path.lstrip('/')}"
        with self.get(f"{self._vendor.api}{place}", self.timeouts.answer, _RAW if github else {}) as answer:
            what = phrase("download.file_of", path=path, repository=self._source.owner_repo or "") if github else path
            self.refuse(answer, what)
            return answer.body(most)

    def small(self, asset: Asset, most: int) -> bytes:
        """A small file of a release."""
        with self.get(asset.url, self.timeouts.answer, {}) as answer:
            self.refuse(answer, asset.name)
            return answer.body(most)

    def refuse(self, answer: WebAnswer, what: str) -> None:
        """DownloadFailed, in words, for every answer but 200."""
        if answer.status == 200:
            return
        name = "GitHub" if self._source.site is None else str(urlsplit(self._vendor.api).hostname)
        status, headers = answer.status, answer.headers
        waits = headers.get("retry-after", "")
        spent = headers.get("x-ratelimit-remaining") == "0" or bool(waits)
        if status in (403, 429) and spent:
            moment = _when(headers.get("x-ratelimit-reset", ""), waits)
            limit = headers.get("x-ratelimit-limit")
            until = f"{moment:%H:%M}"
            text = phrase("download.rate_limited", host=name, time=until)
            if limit:
                text = phrase("download.rate_limited_at", host=name, time=until, limit=limit)
            raise DownloadFailed(text, reason="rate_limited", retryAt=timestamp(moment))
        if status == 404:
            raise DownloadFailed(phrase("download.not_found", host=name, what=what), reason="not_found")
        text = phrase("download.refused", host=name, what=what, status=status)
        raise DownloadFailed(text, reason="refused", status=status)


@contextmanager
def own_file_instead(type: str) -> Iterator[None]:
    """Where the author's host cannot be reached, name the commands for a file that came another way."""
    try:
        yield
    except DownloadFailed as error:
        if error.details.get("reason") == "offline":
            error.details["suggestion"] = phrase("download.offline.way_out", type=type)
        raise


def remembered(source: ReleaseSource, cache: Path) -> tuple[Release, ...]:
    """The releases as they were when they were last asked for; none when they never were."""
    if source.site is not None and source.site.listing is None:
        return _fixed(source.site)
    cached = _cached(cache)
    with suppress(MiningError):
        return read_releases(cached["list"], source) if cached else ()
    return ()


def read_releases(listed: Any, source: ReleaseSource) -> tuple[Release, ...]:
    """Understand the list; what is no release is passed over, what is no list is refused."""
    if not isinstance(listed, list):
        host = "GitHub" if source.site is None else source.site.origin
        raise DownloadFailed(phrase("download.no_list", host=host), reason="garbage")
    releases = tuple(release for item in listed if (release := _release(item)) is not None)
    return releases if source.site is None else tuple(map(_without_digests, releases))


def _without_digests(release: Release) -> Release:
    """What a site says of its own files proves nothing that the way there does not."""
    return release.but(assets=tuple(asset.but(sha256=None) for asset in release.assets))


def _fixed(site: ReleaseSite) -> tuple[Release, ...]:
    """The releases that the adapter knows by itself."""
    return tuple(
        Release(
            tag=version,
            version=version,
            prerelease=False,
            published_at=None,
            assets=tuple(
                Asset(name=path.rpartition("/")[2], url=site.origin + path, size=None, sha256=None) for path in paths
            ),
        )
        for version, paths in site.files.items()
    )


def _release(item: Any) -> Release | None:
    with suppress(KeyError, TypeError, AttributeError, ValueError, OverflowError, ValidationError):
        version = item["tag_name"].removeprefix("v")
        if item["draft"] or not _VERSION.fullmatch(version):
            return None
        published = item.get("published_at")
        return Release(
            tag=item["tag_name"],
            version=version,
            prerelease=item["prerelease"],
            published_at=datetime.fromisoformat(published).astimezone(UTC) if published else None,
            assets=tuple(asset for one in item["assets"] if (asset := _asset(one)) is not None),
        )
    return None


def _asset(item: Any) -> Asset | None:
    with suppress(KeyError, TypeError, AttributeError, ValueError, ValidationError):
        digest = re.fullmatch(r"sha256:([0-9a-f]{64})", (item.get("digest") or "").lower())
        return Asset(
            name=item["name"], url=item["browser_download_url"], size=item["size"], sha256=digest[1] if digest else None
        )
    return None


def _cached(cache: Path) -> dict[str, Any] | None:
    with suppress(OSError, ValueError, RecursionError):
        cached = json.loads(read_plain(cache))
        if isinstance(cached, dict) and isinstance(cached.get("etag"), str) and isinstance(cached.get("list"), list):
            return cached if cached["etag"].isprintable() else None
    return None


def _json(body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def _when(reset: str, after: str) -> datetime:
    """The moment that a rate limit's headers name; an hour from now when they make no sense."""
    now = time.time()
    seconds = int(reset) if reset.isdecimal() and len(reset) < 12 else 0
    if after.isdecimal() and len(after) < 6:
        seconds = int(now) + int(after)
    if not now - 60 <= seconds <= now + 86400:
        seconds = int(now) + 3600
    return datetime.fromtimestamp(seconds, UTC)
