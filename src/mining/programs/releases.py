"""What a program's author has published on GitHub, asked sparingly: an unchanged list is not sent again."""

import json
import os
import re
import time
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from mining.domain.errors import DownloadFailed, MiningError
from mining.domain.programs.release import Asset, Release
from mining.domain.value import timestamp
from mining.programs.record import write_whole
from mining.programs.web import Web

_MOST = 16 * 1024 * 1024  # bytes of a list; a hundred releases with their notes are about 1 MB
_VERSION = re.compile(r"[0-9][A-Za-z0-9._+-]{0,39}")
_HEADERS = {"Accept": "application/vnd.github+json", "X-GitHub-Api-Version": "2022-11-28"}
_RAW = {**_HEADERS, "Accept": "application/vnd.github.raw+json"}


class GitHub:
    """The REST API, as far as it is needed."""

    def __init__(self, web: Web) -> None:
        self._web = web

    def releases(self, owner_repo: str, cache: Path) -> tuple[Release, ...]:
        """The last hundred releases, newest first; `cache` remembers them for the next time."""
        kept = _kept(cache)
        headers = _HEADERS | ({"If-None-Match": kept["etag"]} if kept else {})
        url = f"{self._web.vendor.api}/repos/{owner_repo}/releases?per_page=100"
        with self._web.get(url, self._web.timeouts.answer, headers) as answer:
            if answer.status == 304 and kept:
                with suppress(OSError):
                    os.utime(cache)  # its time is when the list was last known to be the present one
                return read_releases(kept["list"])
            refuse(answer.status, answer.headers, f"the releases of {owner_repo}")
            listed = _json(answer.body(_MOST))
            etag = answer.headers.get("etag")
        found = read_releases(listed)
        if etag:
            with suppress(FileNotFoundError):  # swept away by an installation that begins just now
                write_whole(cache, json.dumps({"etag": etag, "list": listed}).encode())
        return found

    def file(self, owner_repo: str, path: str, most: int) -> bytes:
        """A small file of a repository."""
        url = f"{self._web.vendor.api}/repos/{owner_repo}/contents/{path}"
        with self._web.get(url, self._web.timeouts.answer, _RAW) as answer:
            refuse(answer.status, answer.headers, f"{path} of {owner_repo}")
            return answer.body(most)

    def small(self, asset: Asset, most: int) -> bytes:
        """A small file of a release."""
        with self._web.get(asset.url, self._web.timeouts.answer) as answer:
            refuse(answer.status, answer.headers, asset.name)
            return answer.body(most)


def remembered(cache: Path) -> tuple[Release, ...]:
    """The releases as they were when they were last asked for; none when they never were."""
    kept = _kept(cache)
    with suppress(MiningError):
        return read_releases(kept["list"]) if kept else ()
    return ()


def refuse(status: int, headers: Mapping[str, str], what: str) -> None:
    """DownloadFailed, in words, for every answer but 200."""
    if status == 200:
        return
    waits = headers.get("retry-after", "")
    spent = headers.get("x-ratelimit-remaining") == "0" or bool(waits)
    if status in (403, 429) and spent:
        moment = _when(headers.get("x-ratelimit-reset", ""), waits)
        text = (
            f"GitHub answers no more questions from this internet address until {moment:%H:%M} UTC "
            f"({headers.get('x-ratelimit-limit', '60')} an hour are free). Try again then."
        )
        raise DownloadFailed(text, reason="rate_limited", retryAt=timestamp(moment))
    if status == 404:
        raise DownloadFailed(f"GitHub does not have {what} (404).", reason="not_found")
    raise DownloadFailed(f"GitHub refused {what} (status {status}); try again later.", reason="refused", status=status)


def read_releases(listed: Any) -> tuple[Release, ...]:
    """Understand the list; what is no release is passed over, what is no list is refused."""
    if not isinstance(listed, list):
        raise DownloadFailed("GitHub's answer is not a list of releases; try again later.", reason="garbage")
    return tuple(release for item in listed if (release := _release(item)) is not None)


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
        told = re.fullmatch(r"sha256:([0-9a-f]{64})", (item.get("digest") or "").lower())
        return Asset(
            name=item["name"], url=item["browser_download_url"], size=item["size"], sha256=told[1] if told else None
        )
    return None


def _kept(cache: Path) -> dict[str, Any] | None:
    with suppress(OSError, ValueError, RecursionError):
        kept = json.loads(cache.read_bytes())
        if isinstance(kept, dict) and isinstance(kept.get("etag"), str) and isinstance(kept.get("list"), list):
            return kept if kept["etag"].isprintable() else None
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
