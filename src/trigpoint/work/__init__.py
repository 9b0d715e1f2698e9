"""What is to be done for children, and by when: one small file a kind of work, declared over the case views.

Adding a kind of work is adding one file to `kinds` whose name is its id. May import: language, cases.
"""

from trigpoint.work.library import WORK

__all__ = ["WORK"]
