"""XMRig's config.json, made into a configuration of this platform."""
