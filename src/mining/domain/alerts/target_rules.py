"""Services that messages may go to, and what the URL of a target must not say: it names a receiver, not a request."""

import re
from collections.abc import Collection
from contextlib import suppress
from ipaddress import ip_address
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from mining.domain.destination import forbidden_address
from mining.domain.message import phrase
from mining.domain.payout.private_host import is_private

# Services whose host is their own, however their URL is written.
FIXED = {
    "brevo", "bulksms", "clicksend", "d7sms", "dingtalk", "discord", "feishu", "flock", "freemobile", "gchat",
    "groupme", "guilded", "ifttt", "join", "lark", "line", "mailgun", "msgbird", "nexmo", "notifiarr", "opsgenie",
    "pagerduty", "pbul", "plivo", "postmark", "pover", "prowl", "psafers", "pushed", "pushplus", "pushy",
    "resend", "revolt", "ryver", "schan", "sendgrid", "ses", "signl4", "simplepush", "sinch", "slack", "smtp2go", "sns",
    "sparkpost", "spike", "splunk", "spush", "squadcast", "tgram", "threema", "twilio", "twist", "voipms", "vonage",
    "webex", "wecombot", "wxteams", "zulip",
}  # fmt: skip
# Services at a host that the URL names: without TLS, and with it.
HOSTED = {
    "apprise": "apprises", "bark": "barks", "form": "forms", "gotify": "gotifys", "hassio": "hassios", "json": "jsons",
    "kodi": "kodis", "lametric": "lametrics", "mailto": "mailtos", "mastodon": "mastodons", "matrix": "matrixs",
    "mmost": "mmosts", "ncloud": "nclouds", "nctalk": "nctalks", "notica": "noticas", "ntfy": "ntfys",
    "pushdeer": "pushdeers", "rocket": "rockets", "signal": "signals", "synology": "synologys", "xml": "xmls",
    "xmpp": "xmpps",
}  # fmt: skip
_SECURE = {*HOSTED.values(), "workflows"}
_OWN_PAGES = re.compile(
    r"https://(?:discord(?:app)?\.com/api/webhooks/|hooks\.slack\.com/services/|ntfy\.sh/)", re.IGNORECASE
)
_ANY = re.compile(r"([a-z][a-z0-9]{0,30})://", re.IGNORECASE)
_TOPIC = re.compile(r"ntfy://[A-Za-z0-9_-]{1,64}/?(?:\?.*)?", re.IGNORECASE)  # of ntfy.sh, which is reached by TLS
_SHAPING = {  # a request, or what a file of this machine or another server says
    "actions", "attach", "attach-as", "file_url", "filename", "include", "keyfile", "method", "pgp", "pgpkey", "pgpprv",
    "pgppub", "redirect", "subfile", "template", "wkd",
}  # fmt: skip


class Place(NamedTuple):
    """A host that the URL of a target names, and its port."""

    host: str
    port: int


def target_issue(url: str, *, by_hand: bool, own_ports: Collection[int] = ()) -> str | None:
    """Why messages may not go there, in words without the URL; `by_hand`: the operator wrote it into the file."""
    match = _ANY.match(url)
    if match is None:
        return None  # whoever reads URLs says so
    service, names = match[1].lower(), parameters(url)
    if service == "https" and _OWN_PAGES.match(url):
        return _shaping(names)
    if service not in FIXED and service not in HOSTED and service not in _SECURE:
        return phrase("fault.target_service")
    if shaping := _shaping(names):
        return shaping
    for place in places(url):
        if issue := place_issue(place, own_ports):
            return issue
    return None if by_hand else _api_issue(url, service, names)


def parameters(url: str) -> set[str]:
    """The names behind the question mark of a URL, as they are read in the end."""
    return {_name(name) for name, _, _ in map(_parted, _query(url))}


def places(url: str) -> list[Place]:
    """The hosts that the URL of a target names: its own, and one for e-mail."""
    match = _ANY.match(url)
    if match is None or match[1].lower() in FIXED or _TOPIC.fullmatch(url):
        return []
    usual = 80 if match[1].lower() in HOSTED else 443
    servers = [unquote(value) for name, _, value in map(_parted, _query(url)) if _name(name) == "smtp"]
    named = []
    for text in (url.partition("?")[0], *(f"smtp://{server}" for server in servers)):
        with suppress(ValueError):
            split = urlsplit(text)
            named.append(Place(unquote(split.hostname or "").lower().rstrip("."), split.port or usual))
    return [place for place in named if place.host]


def here(host: str) -> bool:
    """Whether a host is this machine by its very name, whatever a resolver says."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _query(url: str) -> list[str]:
    return [part for part in re.split("[?&;]", url.partition("?")[2]) if part]


def _parted(part: str) -> tuple[str, str, str]:
    return part.partition("=")


def _name(text: str) -> str:
    return unquote(text).strip().lower()


def _shaping(names: Collection[str]) -> str | None:
    shaping = sorted(name for name in names if name in _SHAPING or name[:1] in ("+", "-", ":"))
    if not shaping:
        return None
    if shaping[0][:1] in ("+", "-", ":"):
        return phrase("fault.target_header")
    return phrase("fault.target_shape", name=shaping[0])


def place_issue(place: Place, own_ports: Collection[int]) -> str | None:
    """Why nothing may go to that host and port, as far as they tell it by themselves."""
    refusal = None
    try:
        refusal = forbidden_address(str(ip_address(place.host)))
    except ValueError:
        if place.host.endswith((".internal", ".metadata")) or place.host == "metadata":
            refusal = phrase("destination.cloud_name")
    if refusal is not None:
        return phrase("fault.target_place", why=refusal)
    if here(place.host) and place.port in own_ports:
        return phrase("fault.target_own")
    return None


def _api_issue(url: str, service: str, names: Collection[str]) -> str | None:
    """What only the operator's own file may say."""
    if "verify" in names:
        return phrase("fault.target_verify")
    if service in FIXED or (_TOPIC.fullmatch(url) and not {"mode", "to"}.intersection(names)):
        return None
    if service in HOSTED and service not in ("mailto", "xmpp"):  # which turn to TLS by themselves
        return phrase("fault.target_plain", scheme=HOSTED[service])
    if any(is_private(place.host) or here(place.host) for place in places(url)):
        return phrase("fault.target_near")
    return None
