"""Mining programs as files: what is published, what is installed, what is known against a version."""
