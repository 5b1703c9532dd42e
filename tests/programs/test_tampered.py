"""S7: a vendor that lies, stalls or floods is never believed: nothing runs, nothing is left, the old version stays."""

import hashlib
import http.server
import os
import threading
import time

import pytest

from mining.domain.errors import DownloadFailed, VerificationFailed
from mining.programs import download
from mining.programs.web import Timeouts
from tests.standins import vendor as standin

NAME = standin.asset_name("9.9.9")


def flipped_byte(place):
    def answer(handler, content):
        handler.say(200, content[:-9] + bytes([content[-9] ^ 1]) + content[-8:], {})

    place.vendor.tampered[NAME] = answer


def truncated(place):
    place.vendor.tampered[NAME] = lambda handler, content: handler.say(200, content[:-9], {}, len(content))


def shorter(place):
    place.vendor.tampered[NAME] = lambda handler, content: handler.say(200, content[:-9], {})


def shorter_without_a_length(place):
    place.vendor.tampered[NAME] = lambda handler, content: handler.say(200, content[:-9], {}, -1)


def longer(place):
    place.vendor.tampered[NAME] = lambda handler, content: handler.say(200, content + b"x", {})


def longer_without_a_length(place):
    place.vendor.tampered[NAME] = lambda handler, content: handler.say(200, content + b"x", {}, -1)


def another_asset(place):
    other = standin.archive(standin.program("9.9.9", place.mark, "# another"))
    place.vendor.tampered[NAME] = lambda handler, content: handler.say(200, other, {})


def another_asset_with_its_digest(place):
    """Whoever can replace a file on GitHub, where the digest changes with it, still lacks the author's key."""
    other = standin.archive(standin.program("9.9.9", place.mark, "# another"))
    place.vendor.files[next(path for path in place.vendor.files if path.endswith(NAME))] = other
    asset = next(asset for asset in place.vendor.published[0]["assets"] if asset["name"] == NAME)
    asset.update(size=len(other), digest=f"sha256:{hashlib.sha256(other).hexdigest()}")


def wrong_digest(place):
    asset = next(asset for asset in place.vendor.published[0]["assets"] if asset["name"] == NAME)
    asset["digest"] = "sha256:" + "0" * 64


def _resign(place, change):
    for path, content in list(place.vendor.files.items()):
        if path.endswith(("SHA256SUMS", "SHA256SUMS.sig")) and "9.9.9" in path:
            place.vendor.files[path] = change(path.rpartition("/")[2], content)


def signature_of_somebody_else(place):
    secret = standin.Tsk.generate("Vendor <vendor@example.org>")
    sums = next(content for path, content in place.vendor.files.items() if path.endswith("9.9.9/SHA256SUMS"))
    _resign(place, lambda name, content: content if name == "SHA256SUMS" else standin.signature(sums, secret))


def signature_of_another_list(place):
    _resign(place, lambda name, content: content if name == "SHA256SUMS" else standin.signature(b"something else"))


def signature_that_is_none(place):
    _resign(place, lambda name, content: content if name == "SHA256SUMS" else b"-----BEGIN PGP SIGNATURE-----\n\nA")


def signed_list_without_this_file(place):
    sums = b"0" * 64 + b" *other.tar.gz\n"
    _resign(place, lambda name, content: sums if name == "SHA256SUMS" else standin.signature(sums))


def signed_list_with_another_sum(place):
    sums = f"{'0' * 64} *{NAME}\n".encode()
    _resign(place, lambda name, content: sums if name == "SHA256SUMS" else standin.signature(sums))


def signed_list_with_two_sums(place):
    packed = next(content for path, content in place.vendor.files.items() if path.endswith(NAME))
    sums = f"{hashlib.sha256(packed).hexdigest()} *{NAME}\n{'0' * 64} *{NAME}\n".encode()
    _resign(place, lambda name, content: sums if name == "SHA256SUMS" else standin.signature(sums))


def redirect(to):
    def change(place):
        place.vendor.tampered[NAME] = lambda handler, content: handler.say(302, b"", {"Location": to})

    change.__name__ = f"redirect_to_{to}"
    return change


def redirect_without_end(place):
    def answer(handler, content):
        handler.say(302, b"", {"Location": handler.path})

    place.vendor.tampered[NAME] = answer


def endless_stream(place):
    place.vendor.tampered[NAME] = lambda handler, content: handler.drip(b"x" * 65536, 0, {})


def endless_chunks(place):
    def answer(handler, content):
        handler.drip(b"1000\r\n" + b"x" * 4096 + b"\r\n", 0, {"Transfer-Encoding": "chunked"})

    place.vendor.tampered[NAME] = answer


def slow_stream(place):
    place.timeouts = Timeouts(download=0.6)
    place.vendor.tampered[NAME] = lambda handler, content: handler.drip(
        content[:1], 0.1, {"Content-Length": str(len(content))}
    )


def slow_headers(place):
    place.timeouts = Timeouts(download=0.6)

    def answer(handler, content):
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
        handler.wfile.flush()
        for number in range(200):
            try:
                handler.wfile.write(b"X")
            except ConnectionError:
                return
            time.sleep(0.05)
            assert number < 199

    place.vendor.tampered[NAME] = answer


def silence(place):
    place.timeouts = Timeouts(idle=0.4)
    place.vendor.tampered[NAME] = lambda handler, content: time.sleep(1.5)


def no_http_at_all(place):
    place.vendor.tampered[NAME] = lambda handler, content: handler.wfile.write(b"\0" * 4096)


def too_large_by_its_own_word(place):
    asset = next(asset for asset in place.vendor.published[0]["assets"] if asset["name"] == NAME)
    asset["size"] = download.MOST + 1


def gone(place):
    place.vendor.tampered[NAME] = lambda handler, content: handler.say(404, b"", {})


TAMPERED = [
    flipped_byte, truncated, shorter, shorter_without_a_length, longer, longer_without_a_length, another_asset,
    another_asset_with_its_digest, wrong_digest, signature_of_somebody_else, signature_of_another_list,
    signature_that_is_none, signed_list_without_this_file, signed_list_with_another_sum, signed_list_with_two_sums,
    redirect("http://github.com/plain"), redirect("https://example.org/elsewhere"), redirect("file:///etc/passwd"),
    redirect("http://127.0.0.1/"), redirect("//evil.example/"), redirect("http://a@b@c:x/"), redirect(""),
    redirect_without_end, endless_stream, endless_chunks, slow_stream, slow_headers, silence, no_http_at_all,
    too_large_by_its_own_word, gone,
]  # fmt: skip


@pytest.mark.parametrize("tamper", TAMPERED, ids=lambda tamper: tamper.__name__)
@pytest.mark.parametrize("allowed", [False, True], ids=["", "though_unverified_is_allowed"])
def test_nothing_runs_nothing_stays_and_the_old_version_is_used(place, tamper, allowed):
    if allowed and tamper in (slow_stream, slow_headers, silence):
        return  # the same wait again would tell nothing new
    place.publish("9.9.8")
    place.install()
    place.mark.unlink()
    place.publish()
    tamper(place)
    with pytest.raises((DownloadFailed, VerificationFailed)) as caught:
        place.install(allow_unverified=allowed)
    assert caught.value.message.endswith(".")
    assert not place.mark.exists()
    assert place.places() == ["9.9.8"]
    assert place.version == "9.9.8"


@pytest.mark.parametrize(
    ("tamper", "reason"),
    [(truncated, "truncated"), (shorter_without_a_length, "truncated"), (shorter, "size"), (longer, "size"),
     (flipped_byte, "mismatch"), (wrong_digest, "mismatch"), (signature_that_is_none, "signature"),
     (slow_headers, "timeout"), (silence, "timeout"), (gone, "not_found"), (no_http_at_all, "broken")],
)  # fmt: skip
def test_a_refusal_says_what_it_was(place, tamper, reason):
    place.publish()
    tamper(place)
    with pytest.raises((DownloadFailed, VerificationFailed)) as caught:
        place.install()
    assert caught.value.details["reason"] == reason


def test_the_untampered_release_passes_so_that_the_refusals_mean_something(place):
    place.publish("9.9.8")
    place.install()
    place.publish()
    assert place.install().program.version == "9.9.9"


def test_a_redirect_to_another_port_of_this_machine_is_not_even_connected_to(place):
    heard = []

    class Trap(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            heard.append(self.path)

    trap = http.server.HTTPServer(("127.0.0.1", 0), Trap)
    thread = threading.Thread(target=trap.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    place.publish()
    redirect(f"http://127.0.0.1:{trap.server_address[1]}/secrets")(place)
    with pytest.raises(DownloadFailed, match="not one of its hosts"):
        place.install()
    trap.shutdown()
    trap.server_close()
    assert heard == []


def test_an_address_in_the_list_itself_is_checked_as_a_redirect_is(place):
    place.publish()
    for asset in place.vendor.published[0]["assets"]:
        asset["browser_download_url"] = "https://example.org/x"
    with pytest.raises(DownloadFailed, match=r"example\.org, which is not one of its hosts"):
        place.install()


# ——— the list of releases


def test_an_unchanged_list_is_not_sent_again_but_counts_as_looked_up(place):
    place.publish()
    registry = place.registry
    assert (registry.availability(place.kind).latest, registry.availability(place.kind).looked_at) == (None, None)
    assert place.installer.look(place.kind).version == "9.9.9"
    listed = place.programs / "xmrig" / "releases.json"
    os.utime(listed, (1, 1))
    assert place.installer.look(place.kind).version == "9.9.9"
    assert place.vendor.unchanged == 1
    assert listed.stat().st_mtime > 1
    place.publish("9.9.10")
    assert registry.availability(place.kind).latest == "9.9.9"
    assert place.installer.look(place.kind).version == "9.9.10"
    assert registry.availability(place.kind).latest == "9.9.10"
    listed.write_text("torn")
    assert registry.availability(place.kind).latest is None
    assert place.installer.look(place.kind).version == "9.9.10"
    assert place.vendor.unchanged == 1


def test_a_rate_limit_is_said_with_when_to_try_again(place):
    place.publish()
    place.vendor.limited_until = int(time.time()) + 1800
    with pytest.raises(DownloadFailed) as caught:
        place.install()
    assert "Try again then" in caught.value.message
    assert caught.value.details["reason"] == "rate_limited"
    until = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(place.vendor.limited_until))
    assert caught.value.details["retryAt"] == until


@pytest.mark.parametrize("published", [{}, "x", None, 7])
def test_what_is_no_list_of_releases_is_refused(place, published):
    place.vendor.published = published
    with pytest.raises(DownloadFailed, match="not a list of releases"):
        place.install()


def test_what_is_no_release_is_passed_over(place):
    place.publish()
    good = place.vendor.published[0]
    odd = [None, 7, {}, {"tag_name": 5}, *({**good, "tag_name": tag} for tag in ("../../x", "", "v"))]
    worse = {**good, "tag_name": "v99", "assets": [None, {}, {**good["assets"][0], "size": "1"}]}
    place.vendor.published[:0] = [*odd, worse]
    assert place.install().program.version == "9.9.9"
