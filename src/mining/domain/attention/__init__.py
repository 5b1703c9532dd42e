"""What a person should look at now: what, since when, and what next."""
