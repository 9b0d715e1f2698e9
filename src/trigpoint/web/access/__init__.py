"""The access log: who did what, who has seen which child; appended to, chained by hashes, never changed."""
