"""The command on a cluster: the same bytes as on DuckDB, and one sentence when there is no Java or no master."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from spark.cluster import free_port
from spark.engines import Engines
from trigpoint.engine.backends import EngineError

ROOT = Path(__file__).parents[2]
MEASURES = "icpc_15wd_pct,cla_at_period_end"
USAGE = 2
pytestmark = pytest.mark.spark


@pytest.fixture
def own(store: Path, tmp_path: Path) -> Path:
    """A copy of the store without prepared views."""
    return Path(shutil.copytree(store, tmp_path / "store", ignore=shutil.ignore_patterns("views")))


def figures(store: Path, out: Path, *more: str, **env: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "trigpoint.cli", "figures", "--quiet", "--store", str(store), "--out", str(out)]
    command += ["--measure", MEASURES, "--to", "2026-03", "--periods", "3", "--by", "sex", "--variant", "headline"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), **env}
    return subprocess.run([*command, *more], env=environment, capture_output=True, text=True, check=False)


def one_sentence(done: subprocess.CompletedProcess[str]) -> str:
    assert done.returncode == USAGE, done.stderr
    (line,) = done.stderr.strip().splitlines()
    assert line.endswith(".")
    return line


def test_the_same_bytes_from_a_cluster(own: Path, tmp_path: Path, master: str) -> None:
    done = figures(own, tmp_path / "duckdb.csv")
    assert done.returncode == 0, done.stderr
    done = figures(own, tmp_path / "spark.csv", "--engine", "spark", "--spark-master", master)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "spark.csv").read_bytes() == (tmp_path / "duckdb.csv").read_bytes()
    assert len((tmp_path / "spark.csv").read_text(encoding="utf-8").splitlines()) > 20
    forms = {path.name.rpartition("-spark")[1] for path in own.glob("snapshots/*/views/*")}
    assert forms == {"", "-spark"}, "each engine prepares views of its own"


def test_a_file_that_a_worker_does_not_see_is_named(both: Engines, tmp_path: Path) -> None:
    path = tmp_path / "gone.parquet"
    pq.write_table(pa.table({"number": [1, 2]}), path)
    table = both.spark.backend.read([path], "gone")
    path.unlink()
    for use in (table.to_pyarrow, table.cache):
        with pytest.raises(EngineError, match=r"gone\.parquet: a Spark worker cannot read it: .*path\.$"):
            use()


def test_without_java_one_sentence_says_how_to_get_it(store: Path, tmp_path: Path) -> None:
    done = figures(store, tmp_path / "out.csv", "--engine", "spark", PATH=str(tmp_path), JAVA_HOME="")
    assert "apt-get install --no-install-recommends openjdk-17-jre-headless procps" in one_sentence(done)
    assert not (tmp_path / "out.csv").exists()


def test_a_java_home_without_java_is_named(store: Path, tmp_path: Path) -> None:
    done = figures(store, tmp_path / "out.csv", "--engine", "spark", JAVA_HOME=str(tmp_path))
    assert f"JAVA_HOME is {tmp_path}" in one_sentence(done)


def test_without_pyspark_one_sentence_says_how_to_get_it(store: Path, tmp_path: Path) -> None:
    (tmp_path / "hidden" / "pyspark").mkdir(parents=True)
    (tmp_path / "hidden" / "pyspark" / "__init__.py").write_text("raise ImportError", encoding="utf-8")
    path = f"{tmp_path / 'hidden'}{os.pathsep}{ROOT / 'src'}"
    done = figures(store, tmp_path / "out.csv", "--engine", "spark", PYTHONPATH=path)
    assert "pip install 'trigpoint[spark]'" in one_sentence(done)


def test_a_master_that_does_not_answer_is_told_at_once(store: Path, tmp_path: Path) -> None:
    master = f"spark://127.0.0.1:{free_port()}"
    done = figures(store, tmp_path / "out.csv", "--engine", "spark", "--spark-master", master)
    assert f"No Spark master answers at {master}" in one_sentence(done)
