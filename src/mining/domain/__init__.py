"""Nouns and rules of mining: pure values and decisions, without I/O, clock or framework."""
