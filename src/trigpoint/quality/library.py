"""Every rule, found in the folders of this room: a file is a rule, named by the file; a folder is its family."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache

import trigpoint.quality
from trigpoint.language.rule import Rule


@cache
def rules(family: str) -> Mapping[str, Rule]:
    """The rules of a family (`ssda903`, `cin_census`) by id. Raises TypeError for a file without its rule."""
    package = importlib.import_module(f"{trigpoint.quality.__name__}.{family}")
    found: dict[str, Rule] = {}
    for info in pkgutil.iter_modules(package.__path__):
        if info.name.startswith("_"):
            continue
        module = importlib.import_module(f"{package.__name__}.{info.name}")
        rule = getattr(module, info.name, None)
        if not isinstance(rule, Rule):
            raise TypeError(f"{module.__name__} declares no rule of its own name: write `{info.name} = ...Rule(...)`.")
        rule.named(info.name, family)
        found[info.name] = rule
    return found
