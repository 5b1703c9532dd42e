"""What XMRig's config.json says about this machine: processor, graphics cards, RandomX, pauses, donation."""

import re
from collections.abc import Sequence
from typing import Any

from mining.cli.xmrig import threads
from mining.cli.xmrig.layout import Section, mistyped, section, text, unread, whole
from mining.cli.xmrig.pools import ImportedPool, Note
from mining.domain import algorithm
from mining.domain.shell import quoted

GPUS = ("opencl", "cuda")
_USUAL_WAY = "it has no place here; XMRig's usual way holds"
_OURS = {  # what the platform itself decides, for every miner
    "api", "http", "autosave", "background", "colors", "title", "watch", "log-file", "syslog", "verbose", "dmi",
    "health-print-time", "retries", "retry-pause", "user-agent", "version", "help", "dry-run", "tls",
}  # fmt: skip
_READ = {
    "pools", "cpu", "opencl", "cuda", "randomx", "donate-level", "pause-on-battery", "pause-on-active", "print-time",
}  # fmt: skip
_OLD = {  # at the top in files of XMRig 2, and where it stands since
    "huge-pages": "huge-pages", "cpu-priority": "priority", "max-cpu-usage": "max-threads-hint", "asm": "asm",
    "hw-aes": "hw-aes",
}  # fmt: skip
_OLD_READ = {"algo", "threads", "cpu-affinity", *_OLD}
_USUAL = {"donate-over-proxy": 1, "dns": {"ip_version": 0, "ttl": 30}, "av": 0}
_CPU_READ = {"enabled", "huge-pages", "priority", "asm", "yield", "max-threads-hint"}
_RANDOMX_USUAL = {"init": -1, "init-avx2": -1, "numa": True, "scratchpad_prefetch_mode": 1, "cache_qos": False}
_GPU_READ = {"enabled", "devices-hint", "nvml", "cache", "adl", "platform", "loader"}
_MODES = ("auto", "fast", "light")
_ASM = ("auto", "intel", "ryzen", "bulldozer")
_MOST_PAUSE = 86400  # s


def read_machine(body: Section, pools: Sequence[ImportedPool], note: Note) -> dict[str, Any]:
    """The fields of a configuration of this platform, and a note for each thing that has no place in it."""
    config: dict[str, Any] = {"options": {}}
    _top(body, config, note)
    if not uses(body, "cpu"):
        config["cpu"] = {"enabled": False}
    _cpu(_with_old(body), config, note)
    _threads(body, pools, config, note)
    for name in GPUS:
        if uses(body, name):
            config[name] = _gpu(name, section(body[name]), note)
    _randomx(section(body.get("randomx")), config, note)
    return {key: value for key, value in config.items() if value != {}}


def uses(body: Section, backend: str) -> bool:
    """Whether a backend is to mine: `true`, or a section that is enabled; the processor also where nothing is said."""
    raw = body.get(backend)
    usual = backend == "cpu"
    enabled = raw if isinstance(raw, bool) else section(raw).get("enabled")
    return enabled if isinstance(enabled, bool) else usual


def _top(body: Section, config: dict[str, Any], note: Note) -> None:
    level = body.get("donate-level")
    if (whole(level) or 0) in range(1, 100):
        config["donateLevel"] = level
    elif level not in (None, ""):
        note("donate-level: XMRig's own builds give 1 to 99 % to its authors, so it is the usual 1 %")
    if body.get("pause-on-battery") is True:
        config["pauseOnBattery"] = True
    active = body.get("pause-on-active")
    seconds = 60 if active is True else whole(active) or 0
    if seconds > 0:
        config["pauseOnActive"] = min(seconds, _MOST_PAUSE)
    if seconds > _MOST_PAUSE:
        note(f"pause-on-active: it waits for a day of idleness, {_MOST_PAUSE} s, at most")
    if not (active in (None, "") or isinstance(active, bool) or seconds > 0 or active == 0):
        note("pause-on-active: it is no number of seconds, so XMRig never waits for idleness")
    interval = whole(body.get("print-time"))
    if interval is not None and interval >= 0:
        config["options"] |= {} if interval == 60 else {"printTime": min(interval, 3600)}
    elif body.get("print-time") not in (None, ""):
        note("print-time: it is no number of seconds, so it is the usual 60")
    for key, consequence in mistyped(body, ("pause-on-battery",)):
        note(f"{key}: {consequence}")
    for key in unread(body, _READ | _OURS | _OLD_READ):
        if body[key] != _USUAL.get(key, ...):
            note(f"{key}: {_USUAL_WAY}")
    if section(body.get("http")).get("enabled") is True:
        note("http: each miner gets an API of its own here, with a fresh token at each start")


def _with_old(body: Section) -> Section:
    """The section `cpu`, with what stood at the top in files of XMRig 2 wherever it says nothing itself."""
    return {new: body[old] for old, new in _OLD.items() if body.get(old) is not None} | dict(section(body.get("cpu")))


def _cpu(cpu: Section, config: dict[str, Any], note: Note) -> None:
    pages = cpu.get("huge-pages")
    if pages is False or whole(pages) == 0:  # true is XMRig's usual, and as root it would change the machine
        config["hugePages"] = False
    elif pages not in (None, "", True, 2048):
        note("cpu.huge-pages: it has no place here; XMRig uses those of 2 MiB")
    for key, consequence in mistyped(cpu, ("enabled", "yield")):
        note(f"cpu.{key}: {consequence}")
    priority = cpu.get("priority")
    if (whole(priority) if priority is not None else -1) in range(6):
        config["cpuPriority"] = priority
    elif priority not in (None, "", -1):
        note("cpu.priority: it is no whole number from 0 to 5, so the system decides")
    if cpu.get("yield") is False:
        config["options"]["yield"] = False
    _asm(cpu.get("asm"), config, note)
    hint = cpu.get("max-threads-hint")
    if hint is not None and (limit := whole(hint)) is not None and limit >= 0:
        if limit < 100:
            config["options"]["cpuMaxThreadsHint"] = max(limit, 1)
    elif hint not in (None, ""):
        note("cpu.max-threads-hint: it is no whole number from 1 to 100, so XMRig uses all it finds useful")
    named = threads.profiles(cpu)
    for key in unread(cpu, {*_CPU_READ, *named}):
        if not (isinstance(cpu[key], str) and cpu[key] in named):  # the name of another algorithm's threads
            note(f"cpu.{key}: {_USUAL_WAY}")


def _asm(raw: object, config: dict[str, Any], note: Note) -> None:
    name = raw.lower() if isinstance(raw, str) else raw
    if name is False or name == "none":
        config["options"]["asm"] = False
    elif name in _ASM[1:]:
        config["options"]["asm"] = name
    elif name not in (None, True, "", "auto"):
        note("cpu.asm: XMRig does not know it and finds the code for the processor itself")


def _threads(body: Section, pools: Sequence[ImportedPool], config: dict[str, Any], note: Note) -> None:
    """The threads for the first pool's algorithm, since one number serves all algorithms here."""
    cpu = section(body.get("cpu"))
    names = [threads.profile_of(cpu, pool.algorithm) for pool in pools]
    chosen, where = (threads.threads_in(cpu[names[0]]), f"cpu.{names[0]}") if names[0] else (None, "")
    if chosen is None:
        chosen, where = threads.threads_of_old(body.get("threads"), body.get("cpu-affinity")), "threads"
        if chosen is None and body.get("threads"):
            note("threads: it is no number of threads of a processor; XMRig decides how many it needs")
    if chosen is not None:
        config |= {key: value for key, value in chosen.fields().items() if value}
        if chosen.lost:
            note(f"{where}: {chosen.lost}")
    for name in dict.fromkeys(names[1:]):
        if name is not None and name != names[0]:
            note(f"cpu.{name}: one number of threads serves all algorithms here, that of the first pool's")
    for key, value in cpu.items():
        if value is False and algorithm.canonical(key) in {pool.algorithm for pool in pools}:
            note(f"cpu.{key}: the processor does not compute it there, and does here; cpu.enabled turns it off for all")


def _gpu(name: str, backend: Section, note: Note) -> dict[str, Any]:
    if (text(backend.get("platform")) or whole(backend.get("platform")) or "AMD") != "AMD":
        note(f"{name}.platform: XMRig looks for cards of AMD alone here")
    loader = text(backend.get("loader"))
    if loader and name == "cuda":
        note(f"cuda.loader: register that library with: miner-ctrl register xmrig --cuda-plugin {quoted(loader)} (until"
             " then XMRig looks for it beside itself, and uses no card of cuda without it)")  # fmt: skip
    elif loader:
        note(f"{name}.loader: it has no place here; XMRig looks for that library where the system has its own, and uses"
             f" no card of {name} without it")  # fmt: skip
    for key in unread(backend, _GPU_READ):
        if not isinstance(backend[key], str):
            note(f"{name}.{key}: XMRig finds the settings of each card itself here")
    return {"enabled": True, "devices": _devices(backend.get("devices-hint"), name, note)}


def _devices(raw: object, name: str, note: Note) -> list[int]:
    """The cards in a text such as `0,2`; XMRig takes what is no number for 0."""
    if raw is not None and not isinstance(raw, str):
        note(f"{name}.devices-hint: it is not text, so XMRig uses all cards of {name}")
    if any(not part.strip().isdecimal() for part in (text(raw) or "0").split(",")):
        note(f"{name}.devices-hint: XMRig takes what is no number for the card 0")
    numbers = [int(match[0]) if (match := re.match(r"\s*(\d+)", part)) else 0 for part in (text(raw) or "").split(",")]
    numbers = list(dict.fromkeys(numbers)) if text(raw) else []
    if any(number > 255 for number in numbers) or len(numbers) > 64:
        note(f"{name}.devices-hint: cards from 0 to 255 can be named here, and 64 of them; the others are left out")
    return [number for number in numbers if number <= 255][:64]


def _randomx(randomx: Section, config: dict[str, Any], note: Note) -> None:
    raw = randomx.get("mode")
    number = whole(raw)
    mode = (
        raw.lower()
        if isinstance(raw, str)
        else _MODES[min(number, 2)]
        if number is not None and number >= 0
        else "auto"
    )
    if mode in _MODES[1:]:
        config["options"]["mode"] = mode
    elif mode not in ("auto", ""):
        note("randomx.mode: XMRig does not know it and decides by the memory that is free")
    if randomx.get("1gb-pages") is True:
        config["options"]["1gbPages"] = True
    for key, consequence in mistyped(randomx, ("1gb-pages",)):
        note(f"randomx.{key}: {consequence}")
    for key in unread(randomx, {"mode", "1gb-pages", "rdmsr", "wrmsr"}):
        if randomx[key] != _RANDOMX_USUAL.get(key, ...):
            note(f"randomx.{key}: {_USUAL_WAY}")
    if randomx.get("numa") is False:
        note(f"randomx.numa: {_USUAL_WAY}")
    wrmsr = randomx.get("wrmsr")
    if wrmsr is True or isinstance(wrmsr, list) or (whole(wrmsr) or -1) >= 0:
        note("randomx.wrmsr: it changes processor registers, so it is off here; --option msr=true turns it on")
