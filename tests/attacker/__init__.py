"""An attacker who sees published files and knows how they are made; it shares no code with what it attacks."""
