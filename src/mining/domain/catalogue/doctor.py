"""What the doctor finds: a title and what it means for each finding."""

from collections.abc import Mapping

TEMPLATES: Mapping[str, str] = {
    "doctor.silent": "The system does not tell.",
    "doctor.disk.unknown": "How full the disk is, is not known",
    "doctor.disk.free": "{free} MiB are free where the platform keeps its data.",
    "doctor.disk.full": "The disk is full",
    "doctor.disk.full.meaning": "Below 16 MiB no miner is started; those that run go on. Delete what you do not need.",
    "doctor.disk.almost_full": "The disk is almost full",
    "doctor.disk.almost_full.meaning": "Below 64 MiB figures and logs may be lost. Mining goes on. Delete what you "
    "do not need.",
    "doctor.disk.filling": "The disk is filling up",
    "doctor.disk.filling.meaning": "That is enough for now.",
    "doctor.disk.ok": "There is room on the disk",
    "doctor.clock.wrong": "The clock is wrong",
    "doctor.clock.wrong.meaning": "The clock says {day}, before this program was written. Encrypted connections fail "
    "then.",
    "doctor.clock.set_back": "The clock was set back",
    "doctor.clock.set_back.meaning": "The clock says {now} UTC, but the timeline has an entry of {newest}.",
    "doctor.clock.ok": "The clock seems right",
    "doctor.clock.ok.meaning": "The clock says {now} UTC.",
    "doctor.open_files.unknown": "The limit of open files is not known",
    "doctor.open_files.limit": "The daemon may have {limit} files and connections open at once.",
    "doctor.open_files.few": "Too few files may be open",
    "doctor.open_files.few.meaning": "That can fail with a few miners. Type the command in the shell that starts the "
    "daemon, before it.",
    "doctor.open_files.enough": "Enough files may be open",
    "doctor.open_files.enough.meaning": "Only hundreds of web pages at once need more.",
    "doctor.ports.free": "Each miner is asked for its figures on a port of this machine, 41000 to 41999; {free} are "
    "free.",
    "doctor.ports.none": "No port is left for a miner",
    "doctor.ports.few": "Few ports are left for miners",
    "doctor.ports.end_others": "End the programs that listen there.",
    "doctor.ports.ok": "There are ports for miners",
    "doctor.privacy.ok": "The platform's data is private",
    "doctor.privacy.ok.meaning": "Wallets, passwords and logs can be read by the daemon's user alone.",
    "doctor.privacy.exposed": "Other users can read the platform's data",
    "doctor.privacy.exposed.meaning": "Other users of this machine can read {paths}: wallets, passwords or logs.",
    "doctor.privacy.exposed_more.meaning": "Other users of this machine can read {paths} and {count} more: wallets, "
    "passwords or logs.",
    "doctor.audit.ok": "The audit is whole",
    "doctor.audit.ok.meaning": "Every change that somebody asked for is written down in a chain.",
    "doctor.audit.broken": "The audit is not whole",
    "doctor.audit.broken.meaning": "What is written down of changes was damaged or changed: {issue}. If no disk "
    "failed, ask who could write into the data folder. Keep a copy of its folder audit, then move it away and "
    "restart the daemon: a new one begins.",
    "doctor.certificate.none": "There is no certificate to renew",
    "doctor.certificate.none.meaning": "The daemon runs without --tls-cert.",
    "doctor.certificate.expired": "The certificate has expired",
    "doctor.certificate.expires": "The certificate expires soon",
    "doctor.certificate.refused": "The new certificate cannot be used",
    "doctor.certificate.unknown": "Until when the certificate holds is not known",
    "doctor.certificate.unknown.meaning": "It does not tell.",
    "doctor.certificate.ok": "The certificate holds",
    "doctor.certificate.ok.meaning": "It expires on {until}.",
    "doctor.logins.keys": "The API asks everybody for a key",
    "doctor.logins.keys.meaning": "Other users of this machine need one too.",
    "doctor.logins.unknown": "Who can log in is not known",
    "doctor.logins.alone": "Nobody else logs in here",
    "doctor.logins.alone.meaning": "The API asks for no password from this machine.",
    "doctor.logins.several": "{count} people can log in here",
    "doctor.logins.several.meaning": "{people} can log in. The API asks nobody on this machine for a password, so "
    "each of them can start and stop miners, and change where the money goes. Mine on a machine of your own, trust "
    "them, or start the daemon with --auth always.",
    "doctor.root.ok": "The daemon runs as an ordinary user",
    "doctor.root.ok.meaning": "A fault in a miner cannot harm the whole machine.",
    "doctor.root.root": "The daemon runs as root",
    "doctor.root.root.meaning": "Then the miners do too, and a bad one could do anything to this machine. Mining "
    "needs no root. Make an ordinary user for it and start the daemon as that one.",
    "doctor.systemd.here": "systemd is here",
    "doctor.systemd.here.meaning": "It can start the daemon again after a crash or a reboot.",
    "doctor.systemd.missing": "systemd is not here",
    "doctor.systemd.missing.meaning": "Nothing here starts the daemon again after a crash or a reboot. Running "
    "miners outlast a crash of the daemon.",
    "doctor.settings.none": "The data folder has no settings of its own",
    "doctor.settings.none.meaning": "The data folder was named, but its settings lie in the usual file, which other "
    "daemons read too.",
    "doctor.settings.one": "There is one settings file",
    "doctor.settings.one.meaning": "Every setting in it counts.",
    "doctor.settings.ignored": "Settings lie in a file that is not read",
    "doctor.settings.ignored.meaning": "Only the first one found is read, so {paths:and} are ignored. Copy what you "
    "need into the file that `miner-ctrl settings path` prints, then delete the others.",
    "doctor.settings.ignored_one.meaning": "Only the first one found is read, so {path} is ignored. Copy what you "
    "need into the file that `miner-ctrl settings path` prints, then delete the others.",
    "doctor.settings.exposed": "Other users can read your settings",
    "doctor.settings.exposed.meaning": "{path} holds tokens or passwords of `notify`. The next `miner-ctrl settings "
    "set` closes it, too.",
    "doctor.settings.group": "Your group may change your settings",
    "doctor.settings.group.meaning": "The group of {path} may change it. Nobody but its owner is in that group, so "
    "it is read all the same.",
    "doctor.settings.own": "Your settings are your own",
    "doctor.settings.own.meaning": "Nobody else can change them, or read secrets in them.",
    "doctor.programs.broken": "{programs} cannot be started",
    "doctor.programs.none": "No mining program is here",
    "doctor.programs.none.install": "The platform starts mining programs that others make, and none is here yet. The "
    "command brings one, with proof that it is what its author published.",
    "doctor.programs.none.register": "The platform starts mining programs that others make, and none is here yet. "
    "Get one from its author, then tell the platform where it is, with its real path.",
    "doctor.programs.ok": "The mining programs are as they came",
    "doctor.programs.ok.meaning": "Unchanged since installation: {programs}.",
    "doctor.plugin.broken": "{programs} cannot be started on NVIDIA cards",
    "doctor.plugin.broken.meaning": "Miners that use no NVIDIA card go on and can be started.",
    "doctor.plugin.lacking": "The NVIDIA card has no CUDA plugin to be mined on",
    "doctor.plugin.lacking.meaning": "{programs} mines on NVIDIA cards only through a library that does not come with "
    "it. Build or get it for the driver that is here, then register it.",
    "doctor.plugin.none": "No CUDA plugin is registered",
    "doctor.plugin.none.meaning": "A CUDA plugin is a library of its own, through which some programs mine on NVIDIA "
    "cards.",
    "doctor.plugin.unseen": "A CUDA plugin was not looked at",
    "doctor.plugin.unseen.meaning": "Mend {programs} first.",
    "doctor.plugin.ok": "The CUDA plugin is as it came",
    "doctor.plugin.ok.meaning": "Unchanged since registration: {paths}.",
    "doctor.exposure.ok": "No mining program's API is open to others",
    "doctor.exposure.ok.meaning": "The APIs of all mining programs here listen on this machine's own address alone.",
    "doctor.exposure.api": "{program}: {exposure}.",
    "doctor.exposure.open": "A mining program's API is open to others",
    "doctor.exposure.open.meaning": "Who is in the same network can read its figures, and with them your wallet. The "
    "command closes the ports of the platform's miners to other machines until the next restart of this one; save it "
    "as your distribution does.",
    "doctor.owners.ok": "The mining programs are nobody else's",
    "doctor.owners.ok.meaning": "They belong to root or to the daemon's own user.",
    "doctor.owners.file": "{path} belongs to the user {owner}",
    "doctor.owners.other": "A mining program belongs to somebody else",
    "doctor.owners.other.meaning": "{files}. Whoever owns a file can change it. The platform checks it before each "
    "start, but what is changed in that very moment runs.",
    "doctor.proof.unproven": "A mining program is unproven",
    "doctor.proof.unproven.meaning": "{programs}: {proof} A changed mining program can mine for somebody else. "
    "Install it again from its author, unless you know where it comes from.",
    "doctor.proof.half": "A mining program is half proven",
    "doctor.proof.half.meaning": "{programs}: {proof}",
    "doctor.proof.ok": "No mining program is unproven",
    "doctor.proof.own": "You registered {programs} yourself.",
    "doctor.proof.ok.meaning": "The platform checks every program at each start.",
    "doctor.versions.bad": "A mining program should be replaced",
    "doctor.versions.get_newer": "Get a newer one, then restart its miners.",
    "doctor.versions.late": "A newer mining program is published",
    "doctor.versions.late.meaning": "{program} {latest} is available; {version} is installed.",
    "doctor.versions.ok": "No mining program is known to be bad",
    "doctor.versions.ok.meaning": "No program here is on the platform's short list of bad versions.",
    "doctor.versions.ask": "`miner-ctrl update` checks whether {programs} is the newest version.",
    "doctor.upgrade.about": "Monero plans to change to RandomX v2; no date is set. From that day on, older programs "
    "earn nothing.",
    "doctor.upgrade.late": "A program is not ready for RandomX v2",
    "doctor.upgrade.late.meaning": "{programs} does not know it yet; the first that does is {wanted}. Replace it in "
    "time.",
    "doctor.upgrade.unknown": "Readiness for RandomX v2 is not known",
    "doctor.upgrade.unknown.meaning": "Not known of: {programs}.",
    "doctor.upgrade.ok": "Nothing stands against RandomX v2",
    "doctor.upgrade.ready": "{programs} knows it already.",
    "doctor.upgrade.unconcerned": "No program here is concerned.",
    "doctor.adapters.ok": "Every miner type can be used",
    "doctor.adapters.ok.meaning": "No adapter of another package is broken.",
    "doctor.adapters.broken": "A miner type of another package cannot be used",
    "doctor.adapters.broken.meaning": "The rest works without it. Update or remove that package, then restart the "
    "daemon.",
    "doctor.pools.failing": "{endpoint}: {why}",
    "doctor.pools.of_profile": "the profile {name}",
    "doctor.pools.none": "A miner has no pool",
    "doctor.pools.none_saved": "A saved profile has no pool",
    "doctor.pools.none.meaning": "A pool is the server for which a miner works. {miners} can reach none: {issues}. "
    "Check that the internet works here and that the address and port are those that the pool's web site shows.",
    "doctor.pools.spare": "A spare pool does not answer",
    "doctor.pools.spare.meaning": "Each miner has another pool to go to, so mining goes on. {issues}.",
    "doctor.pools.untried": "There are no pools to try yet",
    "doctor.pools.untried.meaning": "No miner that uses a pool is known.",
    "doctor.pools.ok": "Every pool answers",
    "doctor.pools.ok.meaning": "{pools}.",
    "doctor.huge_pages.unknown": "Huge pages cannot be seen here",
    "doctor.huge_pages.unknown.meaning": "The system does not tell, as in some containers.",
    "doctor.huge_pages.ok": "Huge pages are reserved",
    "doctor.huge_pages.ok.meaning": "{total} pages are set aside and {count} are needed, so the miner finds its way "
    "in memory quickly.",
    "doctor.huge_pages.no_room": "Too little memory for huge pages",
    "doctor.huge_pages.no_room.meaning": "This machine has too little memory to set 2.3 GB aside for one program. "
    "Mining works, only slower.",
    "doctor.huge_pages.few": "Too few huge pages are reserved",
    "doctor.huge_pages.none": "No huge pages are reserved",
    "doctor.huge_pages.few.meaning": "RandomX, the way Monero is mined, jumps about in 2.3 GB of memory. Huge pages "
    "are memory in large pieces, in which that goes much faster. {total} are set aside and {count} are needed. The "
    "command sets them aside until the next reboot; other programs cannot use that memory meanwhile. Restart your "
    "miners afterwards.",
    "doctor.huge_pages.as_root": "The daemon runs as root, so each miner must also be told: hugePages true in its "
    "configuration.",
    "doctor.huge_pages.gain": "up to 50 % more hashrate",
    "doctor.gib_pages.unknown": "Whether 1 GB pages are possible is not known",
    "doctor.gib_pages.ok": "1 GB pages are reserved",
    "doctor.gib_pages.ok.meaning": "{total} are set aside, {count} are needed.",
    "doctor.gib_pages.unfit": "1 GB pages are not for this machine",
    "doctor.gib_pages.unfit.meaning": "This processor, system or amount of memory has no room for pages of 1 GB. "
    "Nothing to do.",
    "doctor.gib_pages.possible": "1 GB pages could be used",
    "doctor.gib_pages.possible.meaning": "The dataset of RandomX would fit in {count} pages of 1 GB, a little faster "
    "than ordinary huge pages. It is a finishing touch: reserve huge pages first. Right after a reboot it works "
    "best, and XMRig uses them only when its option 1gbPages is on.",
    "doctor.gib_pages.gain": "1 to 3 % more hashrate",
    "doctor.msr.unknown": "Whether MSR helps is not known",
    "doctor.msr.unknown.meaning": "The system does not tell what processor it has.",
    "doctor.msr.virtual": "MSR is not for virtual machines",
    "doctor.msr.virtual.meaning": "Only the host of this virtual machine could do it.",
    "doctor.msr.possible": "MSR settings could speed up RandomX",
    "doctor.msr.possible.meaning": "A processor reads memory ahead of need, which gets in RandomX's way. MSRs are "
    "switches inside the processor that turn this off. Only a program that runs as root may set them, and they count "
    "for the whole machine until it reboots. You can do without; do it only on a machine that does nothing but mine.",
    "doctor.msr.gain": "differs by processor: measure it",
    "doctor.msr.unfit": "MSR is not for this processor",
    "doctor.msr.unfit.meaning": "Its settings are known for AMD Zen and Intel only.",
    "doctor.aes.unknown": "Whether the processor computes AES is not known",
    "doctor.aes.ok": "The processor computes AES itself",
    "doctor.aes.ok.meaning": "RandomX uses that all the time.",
    "doctor.aes.none": "The processor has no AES",
    "doctor.aes.none.meaning": "RandomX needs AES, an encryption, all the time, and this processor must compute it "
    "step by step. Mining works and is slow. If this is a virtual machine, give it its host's processor type (often "
    "called host-passthrough).",
    "doctor.l3.unknown": "The processor's L3 cache is not known",
    "doctor.l3.unknown.meaning": "The system does not tell, or there is none.",
    "doctor.l3.ok": "The cache is large enough",
    "doctor.l3.ok.meaning": "{size} MiB of L3 serve all {threads} threads.",
    "doctor.l3.none": "The cache is too small for RandomX",
    "doctor.l3.none.meaning": "Each thread of RandomX wants 2 MiB of L3 cache, the processor's own fast memory; "
    "there are {size} MiB.",
    "doctor.l3.some": "The cache is enough for {fits} threads",
    "doctor.l3.some.meaning": "Each thread of RandomX wants 2 MiB of L3 cache, the processor's own fast memory. "
    "{size} MiB are enough for {fits} of {threads} threads; more would slow each other down. Leave the threads to "
    "XMRig, which knows this.",
    "doctor.numa.unknown": "How near the memory is, is not known",
    "doctor.numa.one": "All memory is equally near",
    "doctor.numa.one.meaning": "There is one NUMA node, as in most computers.",
    "doctor.numa.several": "The memory is in {nodes} parts",
    "doctor.numa.several.meaning": "The memory of this machine is in {nodes} parts (NUMA nodes), each near to some "
    "of its processors. XMRig keeps a copy of RandomX's dataset in each part: {nodes} x 2 GB. Nothing to do while "
    "there is enough memory.",
    "doctor.governor.unknown": "The clock's governor is not known",
    "doctor.governor.unknown.meaning": "The system does not tell who sets the processor's clock; usual in a virtual "
    "machine.",
    "doctor.governor.full": "The processor runs at full speed",
    "doctor.governor.full.meaning": "Its governor is performance.",
    "doctor.governor.low": "The processor is held at its lowest speed",
    "doctor.governor.low.meaning": "The governor powersave keeps the processor at its lowest clock. The command ends "
    "that until a reboot.",
    "doctor.governor.follows": "The processor's clock follows its load ({governor})",
    "doctor.governor.follows.meaning": "The governor {governor} raises the clock under load, and mining is load, so "
    "there is little to gain. The command keeps the clock up all the time, and costs electricity while nothing is "
    "mined.",
    "doctor.governor.gain": "small",
    "doctor.memory.unknown": "The memory is not known",
    "doctor.memory.ok": "There is memory for fast mining",
    "doctor.memory.ok.meaning": "{room} MiB are there, {fast} MiB are needed.",
    "doctor.memory.light": "There is memory for slow mining only",
    "doctor.memory.light.meaning": "RandomX has a fast mode, which needs {fast} MiB of memory, and a light one, "
    "which needs {light} MiB and is several times slower. {room} MiB are there. Close other programs, or add memory.",
    "doctor.memory.little": "There is too little memory for RandomX",
    "doctor.memory.little.meaning": "Even RandomX's light mode needs {light} MiB, and {room} MiB are there. Close "
    "other programs, or add memory.",
    "doctor.graphics.none": "There is no graphics card to mine with",
    "doctor.graphics.none.meaning": "No card of NVIDIA, AMD or Intel was found, so this machine mines with its "
    "processor. That is fine for Monero.",
    "doctor.graphics.no_driver": "A graphics card has no {makers:and} driver",
    "doctor.graphics.no_driver.meaning": "{cards}. Miners need the driver of the card's maker: install that of "
    "{makers:and} for your system, reboot.",
    "doctor.graphics.no_opencl": "OpenCL is not installed",
    "doctor.graphics.no_opencl.meaning": "{cards}. The driver is there, but not the library libOpenCL.so.1 through "
    "which miners find cards of AMD and Intel.",
    "doctor.graphics.ok": "The graphics cards have drivers",
    "doctor.graphics.ok.meaning": "{cards}.",
    "doctor.battery.none": "There is no battery to run down",
    "doctor.battery.none.meaning": "The machine is fed from the mains.",
    "doctor.battery.mains": "The machine runs on mains",
    "doctor.battery.mains.meaning": "Mining on battery would empty it within an hour or two.",
    "doctor.battery.battery": "The machine runs on battery",
    "doctor.battery.battery.meaning": "Mining empties a battery within an hour or two and wears it out. Plug in, or "
    "let XMRig pause (pauseOnBattery).",
    "audit.unreadable": "what follows entry {seq} cannot be read",
    "audit.changed": "entry {seq} is not what was written",
    "audit.note_damaged": "before entry {seq} the note of its end was damaged",
    "audit.gap": "entry {seq} does not follow entry {before}: something is missing, or was put between",
    "audit.other_end": "entry {seq} is not the one that was noted as the last",
    "audit.missing": "the entries from {first} to {last} are missing",
    "audit.closed": "it cannot be read: {words}",
    "audit.head_damaged": "{file} is damaged: {why}",
    "adapter.unusable": "The miner type {type!r} of the package {package} cannot be used: {why}.",
    "adapter.is_class": "it is a class, where an instance of it is needed",
    "adapter.no_contract": "it does not state the contract that it is written for (contract = {contract})",
    "adapter.other_contract": "it is written for version {version} of the adapter contract, and this platform has "
    "{contract}",
    "adapter.lacks": "it lacks {names}",
    "adapter.otherwise": "it has something else than it should as {names}",
    "text.listed": "{first}, {second}",
}
