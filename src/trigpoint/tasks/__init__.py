"""What a person asks for, one module each: it opens a store, calls the rooms in order and reports progress.

Nothing is computed here that a room could compute. May import: everything but cli and web.
"""
