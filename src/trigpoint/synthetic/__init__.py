"""An invented authority with whole child journeys, written as the folder of SSD tables that `load` reads.

One module a stage of the journey: families and care entries, the front door, assessment, child protection, care,
placements, reviews, health, permanence, leaving care, workforce; then what was recorded badly; then the files.
Every test, demo and benchmark runs on it. May import: records, sources. No stage looks at real data: levels are
constants set near England's published figures, and the tests hold them there.
"""

from trigpoint.synthetic.planted import Planted
from trigpoint.synthetic.synthesize import planted, synthesize

__all__ = ["Planted", "planted", "synthesize"]
