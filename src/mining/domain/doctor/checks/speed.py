"""Checks of what makes RandomX, the way of mining on processors, fast or slow.

Figures from XMRig's RandomX optimization guide (xmrig.com/docs/miner/randomx-optimization-guide): 2080 MiB per NUMA
node and 256 MiB once, 2 MiB of L3 per thread; huge pages up to 50 %, pages of 1 GiB 1 to 3 % more.
"""

from mining.domain.doctor.report import DoctorFacts, Finding, Rule
from mining.domain.hardware import GIBI, MEBI, Processor

DATASET, CACHE, SCRATCHPAD = 2080 * MEBI, 256 * MEBI, 2 * MEBI
FAST, LIGHT = 2400 * MEBI, 320 * MEBI  # what a program takes in all, without its threads' scratchpads
SPARE = GIBI  # what the rest of the machine needs beside huge pages
ZEN = (0x17, 0x19, 0x1A)  # XMRig's presets: ryzen_17h, ryzen_19h (also Zen 4), ryzen_1Ah
_SELF_TIMED = ("intel_pstate", "intel_cpufreq", "amd-pstate-epp", "amd-pstate")


def huge_pages(facts: DoctorFacts) -> Finding:
    """Pages for the dataset, the cache and the threads' scratchpads."""
    memory, processor = facts.machine.memory, facts.machine.processor or Processor()
    if memory is None or memory.huge_pages is None:
        return _unknown("Huge pages cannot be seen here", "The system does not tell, as in some containers.")
    pages, needed = memory.huge_pages, bytes_needed(processor)
    count = -(-needed // pages.size)
    if pages.total >= count:
        text = (
            f"{pages.total} pages are set aside and {count} are needed, so the miner finds its way in memory quickly."
        )
        return Finding("ok", "Huge pages are reserved", text)
    if memory.total < needed + SPARE:
        text = "This machine has too little memory to set 2.3 GB aside for one program. Mining works, only slower."
        return Finding("info", "Too little memory for huge pages", text)
    text = (
        "RandomX, the way Monero is mined, jumps about in 2.3 GB of memory. Huge pages are memory in large pieces, in "
        f"which that goes much faster. {pages.total} are set aside and {count} are needed. The command sets them aside "
        "until the next reboot; other programs cannot use that memory meanwhile. Restart your miners afterwards."
    )
    if facts.machine.root:  # see the adapter: XMRig as root would reserve what is missing, and never give it back
        text += " The daemon runs as root, so each miner must also be told: hugePages true in its configuration."
    title = "Too few huge pages are reserved" if pages.total else "No huge pages are reserved"
    fix = f"sudo sysctl -w vm.nr_hugepages={count}" if pages.size == 2 * MEBI else None
    return Finding("warning", title, text, "up to 50 % more hashrate", fix)


def gib_pages(facts: DoctorFacts) -> Finding:
    """Three pages of 1 GiB for each NUMA node."""
    processor, memory = facts.machine.processor, facts.machine.memory
    if processor is None or not processor.features or memory is None:
        return _unknown("Whether 1 GB pages are possible is not known", "The system does not tell.")
    count = 3 * (processor.numa_nodes or 1)
    if memory.gib_pages is not None and memory.gib_pages.total >= count:
        return Finding("ok", "1 GB pages are reserved", f"{memory.gib_pages.total} are set aside, {count} are needed.")
    if "pdpe1gb" not in processor.features or memory.gib_pages is None or memory.total < (count + 1) * GIBI:
        text = "This processor, system or amount of memory has no room for pages of 1 GB. Nothing to do."
        return Finding("ok", "1 GB pages are not for this machine", text)
    text = (
        f"The dataset of RandomX would fit in {count} pages of 1 GB, a little faster than ordinary huge pages. "
        "It is a finishing touch: reserve huge pages first. Right after a reboot it works best, and XMRig uses them "
        "only when its option 1gbPages is on."
    )
    where = "/sys/kernel/mm/hugepages/hugepages-1048576kB/nr_hugepages"
    fix = f"echo {count} | sudo tee {where}"
    return Finding("info", "1 GB pages could be used", text, "1 to 3 % more hashrate", fix)


def msr(facts: DoctorFacts) -> Finding:
    """Which processors gain when their prefetchers are switched off."""
    processor = facts.machine.processor
    if processor is None or processor.vendor is None:
        return _unknown("Whether MSR helps is not known", "The system does not tell what processor it has.")
    if "hypervisor" in processor.features:
        return Finding("ok", "MSR is not for virtual machines", "Only the host of this virtual machine could do it.")
    if processor.vendor == "Intel" or (processor.vendor == "AMD" and processor.family in ZEN):
        text = (
            "A processor reads memory ahead of need, which gets in RandomX's way. MSRs are switches inside the "
            "processor that turn this off. Only a program that runs as root may set them, and they count for the whole "
            "machine until it reboots. You can do without; do it only on a machine that does nothing but mine."
        )
        return Finding("info", "MSR settings could speed up RandomX", text, "differs by processor: measure it")
    return Finding("ok", "MSR is not for this processor", "Its settings are known for AMD Zen and Intel only.")


def aes(facts: DoctorFacts) -> Finding:
    """Whether the processor has AES."""
    has = facts.machine.processor.aes if facts.machine.processor else None
    if has is None:
        return _unknown("Whether the processor computes AES is not known", "The system does not tell.")
    if has:
        return Finding("ok", "The processor computes AES itself", "RandomX uses that all the time.")
    text = (
        "RandomX needs AES, an encryption, all the time, and this processor must compute it step by step. Mining works "
        "and is slow. If this is a virtual machine, give it its host's processor type (often called host-passthrough)."
    )
    return Finding("warning", "The processor has no AES", text)


def l3_cache(facts: DoctorFacts) -> Finding:
    """2 MiB of L3 for each thread."""
    processor = facts.machine.processor
    if processor is None or processor.l3 is None or processor.threads is None:
        return _unknown("The processor's L3 cache is not known", "The system does not tell, or there is none.")
    fits, threads = threads_in_cache(processor), processor.threads
    size = f"{processor.l3 / MEBI:.1f}".removesuffix(".0")
    if fits >= threads:
        return Finding("ok", "The cache is large enough", f"{size} MiB of L3 serve all {threads} threads.")
    if fits == 0:
        text = f"Each thread of RandomX wants 2 MiB of L3 cache, the processor's own fast memory; there are {size} MiB."
        return Finding("warning", "The cache is too small for RandomX", text)
    text = (
        f"Each thread of RandomX wants 2 MiB of L3 cache, the processor's own fast memory. {size} MiB are enough for "
        f"{fits} of {threads} threads; more would slow each other down. Leave the threads to XMRig, which knows this."
    )
    return Finding("info", f"The cache is enough for {fits} threads", text)


def numa(facts: DoctorFacts) -> Finding:
    """Memory that is near to some processors and far from others."""
    nodes = facts.machine.processor.numa_nodes if facts.machine.processor else None
    if nodes is None:
        return _unknown("How near the memory is, is not known", "The system does not tell.")
    if nodes == 1:
        return Finding("ok", "All memory is equally near", "There is one NUMA node, as in most computers.")
    text = (
        f"The memory of this machine is in {nodes} parts (NUMA nodes), each near to some of its processors. XMRig "
        f"keeps a copy of RandomX's dataset in each part: {nodes} x 2 GB. Nothing to do while there is enough memory."
    )
    return Finding("info", f"The memory is in {nodes} parts", text)


def governor(facts: DoctorFacts) -> Finding:
    """Who sets the processor's clock."""
    processor = facts.machine.processor
    if processor is None or processor.governor is None:
        text = "The system does not tell who sets the processor's clock; usual in a virtual machine."
        return _unknown("The clock's governor is not known", text)
    name = processor.governor
    if name == "performance":
        return Finding("ok", "The processor runs at full speed", "Its governor is performance.")
    fix = "echo performance | sudo tee /sys/devices/system/cpu/cpu*/cpufreq/scaling_governor"
    if "powersave" in name and processor.scaling_driver not in _SELF_TIMED:
        text = "The governor powersave keeps the processor at its lowest clock. The command ends that until a reboot."
        return Finding("warning", "The processor is held at its lowest speed", text, None, fix)
    text = (
        f"The governor {name} raises the clock under load, and mining is load, so there is little to gain. The command "
        "keeps the clock up all the time, and costs electricity while nothing is mined."
    )
    return Finding("info", f"The processor's clock follows its load ({name})", text, "small", fix)


def memory(facts: DoctorFacts) -> Finding:
    """Room for RandomX's fast or light mode."""
    told = facts.machine.memory
    if told is None or told.available is None:
        return _unknown("The memory is not known", "The system does not tell.")
    threads = (facts.machine.processor and facts.machine.processor.threads) or 1
    nodes = (facts.machine.processor and facts.machine.processor.numa_nodes) or 1
    light, fast = LIGHT + threads * SCRATCHPAD, FAST + threads * SCRATCHPAD + (nodes - 1) * DATASET
    reserved = told.huge_pages.free * told.huge_pages.size if told.huge_pages else 0
    room = told.total if facts.rig.mining else told.available + reserved  # a running miner holds what it needs
    has = f"{room // MEBI} MiB are there"
    if room >= fast:
        return Finding("ok", "There is memory for fast mining", f"{has}, {fast // MEBI} MiB are needed.")
    if room >= light:
        text = (
            f"RandomX has a fast mode, which needs {fast // MEBI} MiB of memory, and a light one, which needs "
            f"{light // MEBI} MiB and is several times slower. {has}. Close other programs, or add memory."
        )
        return Finding("warning", "There is memory for slow mining only", text)
    text = f"Even RandomX's light mode needs {light // MEBI} MiB, and {has}. Close other programs, or add memory."
    return Finding("problem", "There is too little memory for RandomX", text)


def graphics(facts: DoctorFacts) -> Finding:
    """Cards that could mine, and what they lack."""
    cards = [card for card in facts.machine.cards if card.vendor != "Intel"]
    if not cards:
        text = "No NVIDIA or AMD card was found, so this machine mines with its processor. That is fine for Monero."
        return Finding("ok", "There is no graphics card to mine with", text)
    names = ", ".join(f"{card.name or card.vendor + ' card'} ({card.id})" for card in cards)
    blind = [card for card in cards if card.driver is None or card.driver.startswith("nouveau")]
    if blind:
        makers = " and ".join(sorted({card.vendor for card in blind}))
        text = f"{names}. Miners need the driver of the card's maker: install that of {makers} for your system, reboot."
        return Finding("warning", f"A graphics card has no {makers} driver", text)
    if any(card.backend == "opencl" for card in cards) and facts.machine.opencl is False:
        text = f"{names}. The driver is there, but not the library libOpenCL.so.1 through which miners find AMD cards."
        return Finding("warning", "OpenCL is not installed", text)
    return Finding("ok", "The graphics cards have drivers", f"{names}.")


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
        "`sudo sysctl -w vm.nr_hugepages=N`, with N for your machine",
        huge_pages,
    ),
    Rule(
        "1gb-pages",
        "Still larger pieces of memory, for 1 to 3 % more.",
        "`echo N` into the system's list of pages, as root",
        gib_pages,
    ),
    Rule(
        "msr", "Switches in AMD Zen and Intel processors that help RandomX.", "as root, with `--option msr=true`", msr
    ),
    Rule("aes", "RandomX is slow where the processor cannot compute AES.", "in a virtual machine, its host", aes),
    Rule("l3-cache", "Each thread of RandomX wants 2 MiB of L3 cache.", "nothing; XMRig chooses well", l3_cache),
    Rule("numa", "In large machines memory is near to some processors only.", "nothing; XMRig knows", numa),
    Rule("governor", "Who sets the processor's clock.", "set the governor `performance`", governor),
    Rule("memory", "RandomX's fast mode needs 2.4 GB, its slow one 0.3 GB.", "close programs, add memory", memory),
    Rule("graphics", "Graphics cards mine only with their maker's driver.", "install the driver", graphics),
)
