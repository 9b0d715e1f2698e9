"""Every measure of the second opinion: the libraries together, and what their variants mean."""

from importlib import import_module
from itertools import product
from pathlib import Path

from .common import Choice
from .measure import KINDS, Measure, measure

__all__ = ["MEASURES", "Measure", "chosen", "combinations", "kind_of", "measure", "needs", "period_types_of"]


def all_libraries() -> dict[str, Measure]:
    """The measures of every `library_*.py`; an id stands in one of them only."""
    found: dict[str, Measure] = {}
    for path in sorted(Path(__file__).parent.glob("library_*.py")):
        for name, spec in import_module(f"{__package__}.{path.stem}").MEASURES.items():
            if name in found:
                raise ValueError(f"{name} stands in two libraries.")
            found[name] = spec
    return found


MEASURES: dict[str, Measure] = all_libraries()


def chosen(name: str, variant: str) -> Choice:
    """The value of every key: those that the variant names, the headline's for the rest."""
    choices = MEASURES[name].choices
    choice = {key: values[0] for key, values in choices.items()}
    for pair in filter(None, variant.split(";")):
        key, _, value = pair.partition("=")
        if value not in choices.get(key, ()):
            raise ValueError(f"{name} has no variant {pair}.")
        choice[key] = value
    return choice


def combinations(name: str) -> list[str]:
    """The headline and every variant, one at a time and together, keys in alphabetical order."""
    choices = MEASURES[name].choices
    named = [[(key, value) for value in choices[key]] for key in sorted(choices)]
    return [
        ";".join(f"{key}={value}" for key, value in pairs if value != choices[key][0])  # the headline's are not named
        for pairs in product(*named)
    ]


def period_types_of(name: str, variant: str) -> tuple[str, ...]:
    """The period types of a variant or of a combination of them."""
    types = MEASURES[name].period_types
    for pair in variant.split(";"):
        if types.get(pair, types[""]) != types[""]:
            return types[pair]
    return types[""]


def kind_of(name: str, variant: str) -> str:
    """The measure's kind, or that of the first variant named that has one of its own."""
    pairs = variant.split(";")
    for kinds in (MEASURES[name].kind_of_variant, KINDS):
        for pair, kind in kinds.items():
            if pair in pairs:
                return kind
    return MEASURES[name].kind


def needs(name: str, variant: str) -> set[str]:
    of_choice = MEASURES[name].needs_of_choice
    return {*MEASURES[name].needs, *(table for pair in variant.split(";") for table in of_choice.get(pair, ()))}
