"""Rounds of audits: sampled at random, written as they are made, moderated, and then records of the store."""
