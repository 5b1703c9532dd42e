"""Who holds a key, how often somebody may be wrong, and what is written down of it."""
