"""What a rate is taken per."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Population:
    """Residents of an age range (completed years, both ends included) from the dated population table.

    `per` is the base of the rate: 10,000 or 100,000.
    """

    age_from: int = 0
    age_to: int = 17
    per: int = 10_000

    def in_words(self) -> str:
        """`children aged 0 to 17, per 10,000`."""
        return f"children aged {self.age_from} to {self.age_to}, per {self.per:,}"
