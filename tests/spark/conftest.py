"""One cluster and one invented authority for all tests of Spark: they run in one test process, one after the other."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from spark.cluster import cluster, java, settings
from spark.engines import Engines, end_program, engines
from trigpoint.synthetic import synthesize
from trigpoint.tasks.load import load

AS_AT = date(2026, 3, 31)
"""A month's, a quarter's and a year's end: every period type has a figure."""
NEEDS = "the tests of Spark need Java: apt-get install --no-install-recommends openjdk-17-jre-headless procps"


@pytest.fixture(scope="session")
def master(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a running cluster; programs that the tests start find its settings."""
    if java() is None:
        pytest.fail(NEEDS) if os.environ.get("CI") else pytest.skip(NEEDS)
    home = tmp_path_factory.mktemp("spark")
    with pytest.MonkeyPatch.context() as patch, cluster(home) as url:
        patch.setenv("SPARK_CONF_DIR", str(settings(home / "conf")))
        patch.setenv("SPARK_LOCAL_DIRS", str(home / "scratch"))
        patch.delenv("SPARK_HOME", raising=False)
        yield url
        end_program()


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An authority of 200 looked-after children, four years, recorded as well and as badly as usual."""
    home = tmp_path_factory.mktemp("authority")
    synthesize(200, 4, 1, AS_AT, home / "files", form="parquet")
    load([home / "files"], home / "store", AS_AT, authority="A")
    return home / "store"


@pytest.fixture(scope="session")
def both(store: Path, master: str) -> Engines:
    """DuckDB and the cluster on one snapshot."""
    return engines(store, master)
