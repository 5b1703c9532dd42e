"""Checks of what makes RandomX, the way of mining on processors, fast or slow.

Figures from XMRig's RandomX optimization guide (xmrig.com/docs/miner/randomx-optimization-guide): 2080 MiB per NUMA
node and 256 MiB once, 2 MiB of L3 per thread; huge pages up to 50 %, pages of 1 GiB 1 to 3 % more.
"""

from mining.domain.doctor.report import ELSEWHERE, LINUX, WINDOWS, DoctorFacts, Finding, Rule
from mining.domain.hardware import GIBI, MEBI, GraphicsCard, Processor
from mining.domain.message import phrase, together
from mining.domain.units import figure

DATASET, CACHE, SCRATCHPAD = 2080 * MEBI, 256 * MEBI, 2 * MEBI
FAST, LIGHT = 2400 * MEBI, 320 * MEBI  # what a program takes in all, without its threads' scratchpads
SPARE = GIBI  # what the rest of the machine needs beside huge pages
ZEN = (0x17, 0x19, 0x1A)  # XMRig's presets: ryzen_17h, ryzen_19h (also Zen 4), ryzen_1Ah
_SELF_TIMED = ("intel_pstate", "intel_cpufreq", "amd-pstate-epp", "amd-pstate")


def huge_pages(facts: DoctorFacts) -> Finding:
    """Pages for the dataset, the cache and the threads' scratchpads."""
    memory, processor = facts.machine.memory, facts.machine.processor or Processor()
    if facts.machine.system == "windows":
        return _large_pages(facts)
    if memory is None or memory.huge_pages is None:
        return _unknown(phrase("doctor.huge_pages.unknown"), phrase("doctor.huge_pages.unknown.meaning"))
    pages, needed = memory.huge_pages, bytes_needed(processor)
    count = -(-needed // pages.size)
    if pages.total >= count:
        text = phrase("doctor.huge_pages.ok.meaning", total=pages.total, count=count)
        return Finding("ok", phrase("doctor.huge_pages.ok"), text)
    if memory.total < needed + SPARE:
        text = phrase("doctor.huge_pages.no_room.meaning")
        return Finding("info", phrase("doctor.huge_pages.no_room"), text)
    meaning: str = phrase("doctor.huge_pages.few.meaning", total=pages.total, count=count)
    if facts.machine.root:  # see the adapter: XMRig as root would reserve what is missing, and never give it back
        meaning = together([meaning, phrase("doctor.huge_pages.as_root")])
    title = phrase("doctor.huge_pages.few") if pages.total else phrase("doctor.huge_pages.none")
    fix = f"sudo sysctl -w vm.nr_hugepages={count}" if pages.size == 2 * MEBI else None
    return Finding("warning", title, meaning, phrase("doctor.huge_pages.gain"), fix)


def _large_pages(facts: DoctorFacts) -> Finding:
    """Windows sets none aside, but lets only those have them who have the right to."""
    has = facts.machine.lock_pages
    if has is None:
        return _unknown(phrase("doctor.huge_pages.unknown"), phrase("doctor.silent"))
    if has:
        return Finding("ok", phrase("doctor.lock_pages.ok"), phrase("doctor.lock_pages.ok.meaning"))
    text = phrase("doctor.lock_pages.missing.meaning")
    return Finding("warning", phrase("doctor.lock_pages.missing"), text, phrase("doctor.huge_pages.gain"))


def gib_pages(facts: DoctorFacts) -> Finding:
    """Three pages of 1 GiB for each NUMA node."""
    processor, memory = facts.machine.processor, facts.machine.memory
    if processor is None or not processor.features or memory is None:
        return _unknown(phrase("doctor.gib_pages.unknown"), phrase("doctor.silent"))
    count = 3 * (processor.numa_nodes or 1)
    if memory.gib_pages is not None and memory.gib_pages.total >= count:
        return Finding(
            "ok",
            phrase("doctor.gib_pages.ok"),
            phrase("doctor.gib_pages.ok.meaning", total=memory.gib_pages.total, count=count),
        )
    if "pdpe1gb" not in processor.features or memory.gib_pages is None or memory.total < (count + 1) * GIBI:
        text = phrase("doctor.gib_pages.unfit.meaning")
        return Finding("ok", phrase("doctor.gib_pages.unfit"), text)
    text = phrase("doctor.gib_pages.possible.meaning", count=count)
    where = "/sys/kernel/mm/hugepages/hugepages-1048576kB/nr_hugepages"
    fix = f"echo {count} | sudo tee {where}"
    return Finding("info", phrase("doctor.gib_pages.possible"), text, phrase("doctor.gib_pages.gain"), fix)


def msr(facts: DoctorFacts) -> Finding:
    """Which processors gain when their prefetchers are switched off."""
    processor = facts.machine.processor
    if facts.machine.system == "windows":
        return Finding("ok", phrase("doctor.msr.windows"), phrase("doctor.msr.windows.meaning"))
    if processor is None or processor.vendor is None:
        return _unknown(phrase("doctor.msr.unknown"), phrase("doctor.msr.unknown.meaning"))
    if "hypervisor" in processor.features:
        return Finding("ok", phrase("doctor.msr.virtual"), phrase("doctor.msr.virtual.meaning"))
    if processor.vendor == "Intel" or (processor.vendor == "AMD" and processor.family in ZEN):
        text = phrase("doctor.msr.possible.meaning")
        return Finding("info", phrase("doctor.msr.possible"), text, phrase("doctor.msr.gain"))
    return Finding("ok", phrase("doctor.msr.unfit"), phrase("doctor.msr.unfit.meaning"))


def aes(facts: DoctorFacts) -> Finding:
    """Whether the processor has AES."""
    has = facts.machine.processor.aes if facts.machine.processor else None
    if has is None:
        return _unknown(phrase("doctor.aes.unknown"), phrase("doctor.silent"))
    if has:
        return Finding("ok", phrase("doctor.aes.ok"), phrase("doctor.aes.ok.meaning"))
    text = phrase("doctor.aes.none.meaning")
    return Finding("warning", phrase("doctor.aes.none"), text)


def l3_cache(facts: DoctorFacts) -> Finding:
    """2 MiB of L3 for each thread."""
    processor = facts.machine.processor
    if processor is None or processor.l3 is None or processor.threads is None:
        return _unknown(phrase("doctor.l3.unknown"), phrase("doctor.l3.unknown.meaning"))
    fits, threads = threads_in_cache(processor), processor.threads
    size = figure(round(processor.l3 / MEBI, 1))
    if fits >= threads:
        return Finding("ok", phrase("doctor.l3.ok"), phrase("doctor.l3.ok.meaning", size=size, threads=threads))
    if fits == 0:
        text = phrase("doctor.l3.none.meaning", size=size)
        return Finding("warning", phrase("doctor.l3.none"), text)
    text = phrase("doctor.l3.some.meaning", size=size, fits=fits, threads=threads)
    return Finding("info", phrase("doctor.l3.some", fits=fits), text)


def numa(facts: DoctorFacts) -> Finding:
    """Memory that is near to some processors and far from others."""
    nodes = facts.machine.processor.numa_nodes if facts.machine.processor else None
    if nodes is None:
        return _unknown(phrase("doctor.numa.unknown"), phrase("doctor.silent"))
    if nodes == 1:
        return Finding("ok", phrase("doctor.numa.one"), phrase("doctor.numa.one.meaning"))
    text = phrase("doctor.numa.several.meaning", nodes=nodes)
    return Finding("info", phrase("doctor.numa.several", nodes=nodes), text)


def governor(facts: DoctorFacts) -> Finding:
    """Who sets the processor's clock."""
    processor = facts.machine.processor
    if processor is None or processor.governor is None:
        text = phrase("doctor.governor.unknown.meaning")
        return _unknown(phrase("doctor.governor.unknown"), text)
    name = processor.governor
    if name == "performance":
        return Finding("ok", phrase("doctor.governor.full"), phrase("doctor.governor.full.meaning"))
    fix = "echo performance | sudo tee /sys/devices/system/cpu/cpu*/cpufreq/scaling_governor"
    if "powersave" in name and processor.scaling_driver not in _SELF_TIMED:
        text = phrase("doctor.governor.low.meaning")
        return Finding("warning", phrase("doctor.governor.low"), text, None, fix)
    text = phrase("doctor.governor.follows.meaning", governor=name)
    return Finding("info", phrase("doctor.governor.follows", governor=name), text, phrase("doctor.governor.gain"), fix)


def memory(facts: DoctorFacts) -> Finding:
    """Room for RandomX's fast or light mode."""
    figures = facts.machine.memory
    if figures is None or figures.available is None:
        return _unknown(phrase("doctor.memory.unknown"), phrase("doctor.silent"))
    threads = (facts.machine.processor and facts.machine.processor.threads) or 1
    nodes = (facts.machine.processor and facts.machine.processor.numa_nodes) or 1
    light, fast = LIGHT + threads * SCRATCHPAD, FAST + threads * SCRATCHPAD + (nodes - 1) * DATASET
    reserved = figures.huge_pages.free * figures.huge_pages.size if figures.huge_pages else 0
    room = figures.total if facts.rig.mining else figures.available + reserved  # a running miner holds what it needs
    there = room // MEBI
    if room >= fast:
        text = phrase("doctor.memory.ok.meaning", room=there, fast=fast // MEBI)
        return Finding("ok", phrase("doctor.memory.ok"), text)
    if room >= light:
        text = phrase("doctor.memory.light.meaning", fast=fast // MEBI, light=light // MEBI, room=there)
        return Finding("warning", phrase("doctor.memory.light"), text)
    text = phrase("doctor.memory.little.meaning", light=light // MEBI, room=there)
    return Finding("problem", phrase("doctor.memory.little"), text)


def graphics(facts: DoctorFacts) -> Finding:
    """Cards that could mine, and what they lack."""
    cards = [card for card in facts.machine.cards if not card.integrated]
    if not cards:
        text = phrase("doctor.graphics.none.meaning")
        if facts.machine.system == "windows":
            text = phrase("doctor.graphics.windows.meaning")
        return Finding("ok", phrase("doctor.graphics.none"), text)
    names = "; ".join(map(_card, cards))
    blind = [card for card in cards if card.driver is None or card.driver.startswith("nouveau")]
    if blind:
        makers = ", ".join(sorted({card.vendor for card in blind}))
        text = phrase("doctor.graphics.no_driver.meaning", cards=names, makers=makers)
        return Finding("warning", phrase("doctor.graphics.no_driver", makers=makers), text)
    if any(card.backend == "opencl" for card in cards) and facts.machine.opencl is False:
        text = phrase("doctor.graphics.no_opencl.meaning", cards=names)
        return Finding("warning", phrase("doctor.graphics.no_opencl"), text)
    return Finding("ok", phrase("doctor.graphics.ok"), phrase("doctor.graphics.ok.meaning", cards=names))


def _card(card: GraphicsCard) -> str:
    """A card by its name and place, and how it does."""
    words = [card.id if card.device is None else f"{card.backend} device {card.device}, {card.id}"]
    if (reading := card.reading) is not None:
        figures = (
            ("{:.0f} °C", reading.temperature),
            ("{} W", reading.power_usage),
            ("fan {} %", reading.fan_speed),
            ("{} % busy", reading.usage),
            ("{} MiB free", None if card.free is None else card.free // MEBI),
            ("ECC", reading.ecc or None),
            ("MIG: miners see its instances instead", reading.mig or None),
        )
        words += [text.format(figure) for text, figure in figures if figure is not None]
    return f"{card.name or card.vendor + ' card'} ({', '.join(words)})"


def bytes_needed(processor: Processor) -> int:
    """Memory in huge pages for RandomX: 1168 pages of 2 MiB on one node, and one for each thread."""
    threads = max(1, min(processor.threads or 1, threads_in_cache(processor) or processor.threads or 1))
    return DATASET * (processor.numa_nodes or 1) + CACHE + SCRATCHPAD * threads


def threads_in_cache(processor: Processor) -> int:
    """How many threads of RandomX the L3 cache serves."""
    return (processor.l3 or 0) // SCRATCHPAD


def _unknown(title: str, text: str) -> Finding:
    return Finding("unknown", title, text)


RULES = (
    Rule(
        "huge-pages",
        "Memory in large pieces makes RandomX up to half as fast again.",
        "`sudo sysctl -w vm.nr_hugepages=N`, with N for your machine; on Windows a right",
        huge_pages,
        systems=LINUX | WINDOWS,
        silent=WINDOWS,
    ),
    Rule(
        "1gb-pages",
        "Still larger pieces of memory, for 1 to 3 % more.",
        "`echo N` into the system's list of pages, as root",
        gib_pages,
        systems=LINUX,
    ),
    Rule(
        "msr",
        "Switches in AMD Zen and Intel processors that help RandomX.",
        "as root, with `--option msr=true`",
        msr,
        systems=LINUX | WINDOWS,
    ),
    Rule(
        "aes",
        "RandomX is slow where the processor cannot compute AES.",
        "in a virtual machine, its host",
        aes,
        silent=ELSEWHERE,
    ),
    Rule(
        "l3-cache",
        "Each thread of RandomX wants 2 MiB of L3 cache.",
        "nothing; XMRig chooses well",
        l3_cache,
        silent=ELSEWHERE,
    ),
    Rule(
        "numa",
        "In large machines memory is near to some processors only.",
        "nothing; XMRig knows",
        numa,
        silent=ELSEWHERE,
    ),
    Rule("governor", "Who sets the processor's clock.", "set the governor `performance`", governor, systems=LINUX),
    Rule("memory", "RandomX's fast mode needs 2.4 GB, its slow one 0.3 GB.", "close programs, add memory", memory),
    Rule("graphics", "Graphics cards mine only with their maker's driver.", "install the driver", graphics),
)
