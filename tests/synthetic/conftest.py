"""Invented authorities that several tests read: written once a test process."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from trigpoint.synthetic import synthesize

AS_AT = date(2026, 3, 31)


@pytest.fixture(scope="session")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """300 looked-after children, ten years, nothing recorded badly."""
    return synthesize(300, 10, 7, AS_AT, tmp_path_factory.mktemp("clean"), form="parquet", errors=0.0)[0]


@pytest.fixture(scope="session")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same authority with one row in twenty of the event tables recorded badly."""
    return synthesize(300, 10, 7, AS_AT, tmp_path_factory.mktemp("recorded"), form="parquet", errors=0.05)[0]


@pytest.fixture(scope="session")
def usual(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """600 looked-after children, ten years, recorded as well and as badly as usual."""
    return synthesize(600, 10, 1, AS_AT, tmp_path_factory.mktemp("usual"), form="parquet")[0]
