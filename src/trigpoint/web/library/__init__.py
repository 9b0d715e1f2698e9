"""Every pack that was ever published, its hash and what replaced it."""
