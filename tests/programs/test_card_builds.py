"""On a machine with cards that build of a release is installed which reaches them and runs; else the usual one."""

import hashlib
import os
import platform
from collections.abc import Mapping
from pathlib import Path

import pytest

from mining.domain.adapter import CardBackend
from mining.domain.errors import VerificationFailed
from mining.domain.hardware import GraphicsCard
from mining.miners import adapter
from mining.programs.card_builds import CardMachine, card_builds, card_machine, unreached
from mining.programs.installer import Installer
from mining.programs.releases import read_releases
from tests.programs.conftest import HERE, Place
from tests.standins import vendor as standin

NOBLE, JAMMY, FOCAL = (2, 39), (2, 35), (2, 31)
CUDA: frozenset[CardBackend] = frozenset({"cuda"})
BOTH: frozenset[CardBackend] = frozenset({"cuda", "opencl"})
HELP = {"cuda": "      --cuda                    enable CUDA mining backend",
        "opencl": "      --opencl                  enable OpenCL mining backend"}  # fmt: skip


def build(name: str, *backends: str, works: bool = True, version: str = "9.9.9") -> bytes:
    """A program that says which build it is, and in its help which cards it reaches."""
    text = "\n".join(HELP[each] for each in backends)
    run = f"case $1 in --help) cat <<'END'\n{text}\nEND\n;; *) echo 'XMRig {version}';; esac" if works else "exit 1"
    return f"#!/bin/sh\n# {name}\n{run}\n".encode()


def publish(place: Place, builds: Mapping[str, bytes], version: str = "9.9.9") -> None:
    files = {
        f"xmrig-{version}-{name}-x64.tar.gz": standin.archive(content, version) for name, content in builds.items()
    }
    place.vendor.publish(version, files)


def install(place: Place, machine: CardMachine) -> tuple[str, str]:
    """Which build is in use then, and what is said of it."""
    installer = Installer(place.programs, HERE, place.vendor.vendor, place.timeouts, machine=lambda: machine)
    done = installer.install(place.kind, place.told.append)
    program = place.registry.check(place.kind)
    assert (done.program, program.verified) == (program, "signature")
    return Path(program.path).read_text().splitlines()[1].removeprefix("# "), str(done.sentence("XMRig"))


ALL = {
    "linux-static": build("static"),
    **{name: build(name, "cuda", "opencl") for name in ("focal", "jammy", "noble")},
}


@pytest.mark.parametrize(
    ("machine", "chosen"),
    [
        (CardMachine(), "static"),
        (CardMachine(frozenset(), NOBLE), "static"),
        (CardMachine(BOTH, (2, 41)), "noble"),
        (CardMachine(CUDA, NOBLE), "noble"),
        (CardMachine(CUDA, (2, 36)), "jammy"),
        (CardMachine(CUDA, FOCAL), "focal"),
    ],
)
def test_the_newest_build_that_the_c_library_allows_is_chosen(place: Place, machine: CardMachine, chosen: str) -> None:
    publish(place, ALL)
    name, text = install(place, machine)
    assert (name, "was made without" in text) == (chosen, False)


def test_a_c_library_that_is_too_old_or_another_leaves_the_usual_build_and_a_warning(place: Place) -> None:
    publish(place, ALL)
    name, text = install(place, CardMachine(BOTH, (0, 0)))
    assert name == "static"
    assert text.startswith("XMRig 9.9.9 is installed. This build of XMRig was made without CUDA and OpenCL, so ")


def test_a_build_that_does_not_run_or_reaches_no_card_gives_way_to_the_next(place: Place) -> None:
    publish(place, ALL | {"noble": build("noble", works=False), "jammy": build("jammy", "opencl")})
    assert install(place, CardMachine(CUDA, (2, 41)))[0] == "focal"
    assert place.places() == ["9.9.9"], "nothing is left of the others"
    older = {name: build("any", version="9.9.10") for name in ("linux-static", "noble")}
    publish(place, older, "9.9.10")
    name, text = install(place, CardMachine(CUDA, (2, 41)))
    assert name == "any"
    assert "was made without CUDA" in text


def test_a_build_for_cards_that_was_tampered_with_is_refused_and_the_usual_one_does_not_hide_that(place: Place) -> None:
    publish(place, ALL)
    name = "xmrig-9.9.9-noble-x64.tar.gz"
    place.vendor.tampered[name] = lambda handler, content: handler.say(200, content[:-1] + b"x", {})  # type: ignore[attr-defined]  # the stand-in's own
    with pytest.raises(VerificationFailed):
        install(place, CardMachine(CUDA, NOBLE))
    assert place.version is None


def test_a_build_that_the_author_did_not_sign_is_passed_over(place: Place) -> None:
    signed = {name: content for name, content in ALL.items() if name != "noble"}
    publish(place, signed)
    forged = standin.archive(ALL["noble"], "9.9.9")
    asset, *_ = place.vendor.published[0]["assets"]
    path = "/xmrig/xmrig/releases/download/v9.9.9/xmrig-9.9.9-noble-x64.tar.gz"
    place.vendor.files[path] = forged
    digest = f"sha256:{hashlib.sha256(forged).hexdigest()}"
    link = place.vendor.vendor.downloads + path
    more = {"name": path.rpartition("/")[2], "size": len(forged), "digest": digest, "browser_download_url": link}
    place.vendor.published[0]["assets"].append(asset | more)
    assert install(place, CardMachine(CUDA, NOBLE))[0] == "jammy"


def test_the_names_that_the_author_gave_his_builds_are_found() -> None:
    names = ["focal-x64.tar.gz", "jammy-x64.tar.gz", "noble-x64.tar.gz", "linux-static-x64.tar.gz", "windows-x64.zip"]
    assets = [
        {"name": f"xmrig-6.25.0-{name}", "browser_download_url": "https://x.example", "size": 1} for name in names
    ]
    source = adapter("xmrig").releases
    assert source is not None
    row = {"tag_name": "v6.25.0", "draft": False, "prerelease": False, "assets": assets}
    (release,) = read_releases([row], source)
    found = card_builds(release, source, ("linux", "amd64"), CardMachine(CUDA, (2, 41)))
    assert [asset.name for asset in found] == [f"xmrig-6.25.0-{name}" for name in (names[2], names[1], names[0])]
    assert card_builds(release, source, ("windows", "amd64"), CardMachine(CUDA, (2, 41))) == []


def test_the_cards_and_the_c_library_of_this_machine_decide() -> None:
    def card(vendor: str, backend: str, id: str = "0000:01:00.0") -> GraphicsCard:
        return GraphicsCard.model_validate({"id": id, "vendor": vendor, "backend": backend})

    assert card_machine([]).backends == frozenset()
    assert card_machine([card("NVIDIA", "cuda"), card("AMD", "opencl")]).backends == BOTH
    assert card_machine([card("Intel", "opencl")]).backends == {"opencl"}
    assert card_machine([card("Intel", "opencl", "0000:00:02.0")]).backends == frozenset(), "inside the processor"
    if platform.libc_ver()[0] == "glibc":
        assert ".".join(map(str, card_machine([]).glibc)) == platform.libc_ver()[1]


@pytest.mark.live
def test_the_help_of_the_real_program_says_which_cards_it_reaches(tmp_path: Path) -> None:
    kind = adapter("xmrig")
    assert unreached(kind, os.environ["MINING_XMRIG"], BOTH) == []
    blind = tmp_path / "xmrig"
    blind.write_bytes(build("static"))
    blind.chmod(0o755)
    assert unreached(kind, str(blind), BOTH) == ["CUDA", "OpenCL"]
