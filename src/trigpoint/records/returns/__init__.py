"""The statutory returns as they are collected: modules, columns, a return as its rules see it. No reading of files."""

from trigpoint.records.returns.collection import ChildReturn, Collection, LookUps, Place, Provider
from trigpoint.records.returns.form import ReturnColumn, ReturnRow

__all__ = ["ChildReturn", "Collection", "LookUps", "Place", "Provider", "ReturnColumn", "ReturnRow"]
