"""How a benchmark stands, why it failed, and why one is refused."""

from collections.abc import Mapping

TEMPLATES: Mapping[str, str] = {
    "benchmark.not_computed": "is not computed by {program}; one of {names}",
    "benchmark.needs_config": "is required: {program} has no benchmark of its own for {algorithm}, so it mines for "
    "that time and needs a pool and a wallet",
    "benchmark.watched": "{program} only reads what mines elsewhere, so there is nothing of this machine to measure.",
    "benchmark.threads_twice": "belongs into config, where there is one",
    "benchmark.unknown": "There is no such benchmark; GET /benchmarks lists those that there are.",
    "benchmark.under_way": "A benchmark of {type} is under way already; a second one would falsify both.",
    "benchmark.under_way.way_out": "Wait for its end, or cancel it.",
    "benchmark.devices_in_use": "{miners:and} use what a benchmark would measure, so neither would be right.",
    "benchmark.devices_in_use_by_one": "{miner} uses what a benchmark would measure, so neither would be right.",
    "benchmark.devices_in_use.way_out": "Stop {miners:and} first, or measure other devices.",
    "benchmark.prepares": "{program} prepares to compute {algorithm}.",
    "benchmark.measured": "It is measured: {done} of {seconds} s.",
    "benchmark.defect": "A defect of the platform ended it ({name}). The daemon's log has more.",
    "benchmark.interrupted": "Daemons ended again and again meanwhile; begin it anew.",
    "benchmark.not_started": "It could not be started: {words}",
    "benchmark.program_ended": "The program ended before it was measured. {words}",
    "benchmark.nothing": "It computed nothing within {seconds} s.",
    "benchmark.nothing_saying": "It computed nothing within {seconds} s. Its last word: {words}",
    "benchmark.gaps": "It computed in {computed} of {seconds} s only, so how fast it is is not known.",
}
