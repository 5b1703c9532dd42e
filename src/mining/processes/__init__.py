"""One OS process of a miner: spawned, adopted, waited for, stopped, swept; its console, log file and run folder."""
