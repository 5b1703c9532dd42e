"""Which condition is told to the owner, when, and in which words."""
