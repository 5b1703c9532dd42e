"""This machine as text for people: its hardware, its system, its mining programs."""

from collections.abc import Mapping
from typing import Any

from mining.cli.columns import card
from mining.cli.tables import amount


def info_card(info: Mapping[str, Any]) -> str:
    """This machine and what is installed on it."""
    facts = [
        ("Machine", f"{info['os']} {info['arch']}, {info['cpus']} logical processors"),
        *hardware_facts(info),
        ("Platform", f"{info['platformVersion']} on {info['pythonVersion']}"),
    ]
    if info.get("versions"):
        facts.append(("Kernel", info["versions"]["kernel"]))
    if info.get("folders"):
        facts.append(("Data", info["folders"]["data"]))
    for program in info["installedMiners"]:
        version = f" {program['version']}" if program["version"] else ""
        facts.append(("Installed", f"{program['type']}{version}  {program['path'] or ''}".rstrip()))
    return card(facts)


def hardware_facts(info: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Processor, memory and graphics cards; a line for what is known."""
    cpu, memory = info.get("cpu") or {}, info.get("memory") or {}
    facts = [
        ("Processor", cpu["model"]) if cpu.get("model") else ("", ""),
        ("Cores", f"{cpu['cores']} with {cpu['threads']} threads") if cpu.get("cores") else ("", ""),
        ("L3 cache", amount(cpu["l3"] / 1024**2, "MiB")) if cpu.get("l3") else ("", ""),
        ("Memory", amount(info["totalMemory"] / 1024**2, "GiB") + _available(memory)),
    ]
    pages = memory.get("hugePages")
    if pages:
        facts.append(("Huge pages", f"{pages['total']} of {pages['size'] // 1024} KiB, {pages['free']} free"))
    for gpu in info.get("gpus", ()):
        words = [gpu["name"] or gpu["vendor"], gpu["driver"] or "no driver"]
        words += [amount(gpu["memory"] / 1024**3, "GiB")] if gpu["memory"] else []
        facts.append(("Graphics", ", ".join([*words, *_reading(gpu)])))
    return facts


def _reading(gpu: Mapping[str, Any]) -> list[str]:
    """Which device a card is, and how it does."""
    reading, memory = gpu.get("reading") or {}, gpu["memory"]
    figures = (("temperature", "°C"), ("powerUsage", "W"), ("usage", "% busy"))
    words = [f"{gpu['backend']} device {gpu['device']}"] if gpu.get("device") is not None else []
    words += [amount(reading[name], unit) for name, unit in figures if reading.get(name) is not None]
    words += [f"fan {reading['fanSpeed']} %"] if reading.get("fanSpeed") is not None else []
    if memory and reading.get("memoryUsed") is not None:
        words.append(f"{amount((memory - reading['memoryUsed']) / 1024**3, 'GiB')} free")
    return words + [word for word, name in (("ECC", "ecc"), ("MIG", "mig")) if reading.get(name)]


def _available(memory: Mapping[str, Any]) -> str:
    free = memory.get("available")
    return "" if free is None else f", {amount(free / 1024**3, 'GiB')} available"
