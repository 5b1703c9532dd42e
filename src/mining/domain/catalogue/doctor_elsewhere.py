"""What the doctor finds on Windows or macOS alone."""

from collections.abc import Mapping

TEMPLATES: Mapping[str, str] = {
    "doctor.root.elevated": "The daemon runs elevated",
    "doctor.root.elevated.meaning": "Then the miners do too, and a bad one could do anything to this machine. Mining "
    "needs no administrator. Start the daemon without “Run as administrator”.",
    "doctor.terminal.unknown": "Whether miners outlast this terminal is not known",
    "doctor.terminal.ends": "Miners end with this terminal",
    "doctor.terminal.ends.meaning": "The daemon was started in a terminal that ends all that was started in it when "
    "its window is closed, the miners too, and nothing may leave it. Start the daemon from Task Scheduler: then they "
    "outlast it.",
    "doctor.terminal.ok": "Miners outlast the terminal and the daemon",
    "doctor.terminal.ok.meaning": "They end when you log off, as everything does on Windows.",
    "doctor.temperatures.none": "The processor's temperature is not known here",
    "doctor.temperatures.none.meaning": "This system tells no program the temperature of the processor without a "
    "driver. Nobody is told when it is hot; it slows itself down then. Graphics cards tell theirs.",
    "doctor.lock_pages.ok": "Large pages can be used",
    "doctor.lock_pages.ok.meaning": "The daemon's user has the right to lock pages in memory. Windows makes large "
    "pages of memory that is free in one piece, so after a reboot there are the most.",
    "doctor.lock_pages.missing": "Large pages need a right that is missing",
    "doctor.lock_pages.missing.meaning": "RandomX jumps about in 2.3 GB of memory, which goes much faster in large "
    "pages. Windows gives them to those with the right “Lock pages in memory”: give it to your user in secpol.msc, "
    "Local Policies, User Rights Assignment. Windows Home has no secpol.msc: run XMRig there once as administrator, "
    "which gets the right. Then log off and on.",
    "doctor.msr.windows": "MSR settings are not offered on Windows",
    "doctor.msr.windows.meaning": "They need a driver that antivirus programs remove for good reasons, and a daemon "
    "that may change the whole machine. Mining works without.",
    "doctor.owners.windows.meaning": "They belong to the administrators or to the daemon's own user.",
    "doctor.exposure.macos.meaning": "Who is in the same network can read its figures, and with them your wallet. "
    "Close the ports {first} to {last} to other machines in your router or a firewall; that of macOS goes by program.",
    "doctor.exposure.windows.meaning": "Who is in the same network can read its figures, and with them your wallet. "
    "The command closes the ports of the platform's miners to other machines. Type it in a PowerShell that was started "
    "as administrator.",
    "doctor.graphics.windows.meaning": "No NVIDIA card with its driver was found; cards of AMD are not looked for "
    "here. Programs find them by themselves.",
}
