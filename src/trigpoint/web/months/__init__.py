"""The month, from load to published pack: its board, its comments, its two persons and its publication."""
