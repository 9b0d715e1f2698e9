"""Symbols that stand where a figure is withheld: read once, into a value or a reason, never a sentinel number."""

from decimal import Decimal, InvalidOperation
from enum import StrEnum

from trigpoint.figures.rounding import half_up

_PLACES = 6


class Withheld(StrEnum):
    """Why a published table has no figure."""

    NOT_PUBLISHED = "not published"
    SUPPRESSED = "suppressed"
    NOT_APPLICABLE = "not applicable"
    NOT_AVAILABLE = "not available"
    ROUNDS_TO_ZERO = "rounds to 0 but is not 0"
    LOW_RELIABILITY = "low reliability"


# "-" is all that the Local Authority Interactive Tool keeps of the publisher's own symbols.
_SYMBOLS = {
    "": Withheld.NOT_PUBLISHED,
    "-": Withheld.NOT_PUBLISHED,
    "c": Withheld.SUPPRESSED,
    "*": Withheld.SUPPRESSED,
    "z": Withheld.NOT_APPLICABLE,
    ".": Withheld.NOT_APPLICABLE,
    "x": Withheld.NOT_AVAILABLE,
    ":": Withheld.NOT_AVAILABLE,
    "..": Withheld.NOT_AVAILABLE,
    "low": Withheld.ROUNDS_TO_ZERO,
    "k": Withheld.ROUNDS_TO_ZERO,
    "~": Withheld.ROUNDS_TO_ZERO,
    "u": Withheld.LOW_RELIABILITY,
}


def value_or_reason(text: str) -> Decimal | Withheld:
    """A published cell as a number (to 6 places, freed of binary noise such as 81.400000000000006) or why it has none.

    Raises:
        ValueError: the text is neither a number nor a known symbol.
    """
    word = text.strip().strip("[]").lower()
    if word in _SYMBOLS:
        return _SYMBOLS[word]
    try:
        number = Decimal(word.replace(",", ""))
        return half_up(number, _PLACES)
    except (InvalidOperation, ValueError, OverflowError):
        raise ValueError(f"{text!r} is neither a number nor a known symbol") from None
